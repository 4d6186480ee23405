package indicators

import (
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Condition is a question about one record, as data: it can be answered (yes,
// no, unknown), printed in two languages, and asked which fields it reads. The
// zero value is met by every record.
type Condition[R any] struct {
	kind   conditionKind
	parts  []Condition[R] // of and, or, not, at least so many
	atom   *atom[R]
	quorum *quorum // how many of the parts must hold
}

// quorum is how many of several conditions must hold at least.
type quorum struct {
	figure Figure
	least  uint64 // once resolved
	unset  bool   // the figure is a parameter that nobody has set
}

type conditionKind uint8

const (
	everyRecord conditionKind = iota
	andCondition
	orCondition
	notCondition
	atomCondition
	quorumCondition
)

// comparison of a value with a figure.
type comparison uint8

const (
	atLeast comparison = iota
	atMost
	moreThan
	lessThan
	equalTo
)

// atom is a condition that is not made of others. Exactly one of its
// forms is filled in.
type atom[R any] struct {
	// a field of words has one of a set of values
	words uint64
	// a field of numbers compares with a figure
	// or a number or quotient with a share of another: of[0]/of[1] to share × than[0]/than[1]
	compare comparison
	figure  Figure
	amount  quantity.Amount // the figure, once resolved
	unset   bool            // the figure is a parameter that nobody has set
	of      []*Field[R]
	than    []*Field[R]
	// the field of[0] is known
	recorded bool
	// an own function
	function *Function[R]
}

// Function is a condition that data cannot say. It sees records whose
// declared fields are all known; about any other record the answer is unknown.
// It is slower than a condition made of fields, and never different.
type Function[R any] struct {
	Name    bilingual.Text
	Version string // part of the identity of results
	Reads   []*Field[R]
	Holds   func(*R) bool
}

// Holds returns the condition that an own function decides.
func Holds[R any](f Function[R]) Condition[R] {
	f.Reads = slices.Clone(f.Reads)
	return Condition[R]{kind: atomCondition, atom: &atom[R]{function: &f, of: f.Reads}}
}

// And is met where all conditions are; of none it is met by every record.
func And[R any](conditions ...Condition[R]) Condition[R] {
	conditions = slices.DeleteFunc(slices.Clone(conditions), Condition[R].IsZero)
	if len(conditions) == 0 {
		return Condition[R]{}
	}
	return join(andCondition, conditions)
}

// Or is met where any condition is; of none it is met by no record.
func Or[R any](conditions ...Condition[R]) Condition[R] {
	return join(orCondition, conditions)
}

// AtLeastOf is met where at least so many of the conditions are: six of the seven indicators
// of resources. The figure is a number of items.
func AtLeastOf[R any](least Figure, conditions ...Condition[R]) Condition[R] {
	c := join(quorumCondition, conditions)
	c.quorum = &quorum{figure: least}
	return c
}

// Not is met where the condition is not.
func Not[R any](c Condition[R]) Condition[R] {
	return Condition[R]{kind: notCondition, parts: []Condition[R]{c}}
}

func join[R any](kind conditionKind, conditions []Condition[R]) Condition[R] {
	return Condition[R]{kind: kind, parts: slices.Clone(conditions)}
}

// Is is met where the field has the value.
func (c Category[R, V]) Is(v V) Condition[R] { return c.In(v) }

// outsideList is the place of unknown in a set of words. A condition cannot ask
// for it, so it marks a set that was given a value outside the list.
const outsideList = 1

// In is met where the field has one of the values.
func (c Category[R, V]) In(values ...V) Condition[R] {
	var set uint64
	for _, v := range values {
		if v.Vocabulary().has(uint8(v)) {
			set |= 1 << v
		} else {
			set |= outsideList
		}
	}
	return c.among(set)
}

// AtLeast is met where the field has the value or a later one of an ordered list.
func (c Category[R, V]) AtLeast(v V) Condition[R] {
	var set uint64
	for n := uint8(v); v.Vocabulary().has(n); n++ {
		set |= 1 << n
	}
	return c.among(set)
}

func (c Category[R, V]) among(set uint64) Condition[R] {
	return Condition[R]{kind: atomCondition, atom: &atom[R]{of: []*Field[R]{c.Field}, words: set}}
}

// AtLeast is met where the field is not below the figure.
func (n Number[R]) AtLeast(f Figure) Condition[R] { return n.compare(atLeast, f) }

// AtMost is met where the field is not above the figure.
func (n Number[R]) AtMost(f Figure) Condition[R] { return n.compare(atMost, f) }

// MoreThan is met where the field is above the figure.
func (n Number[R]) MoreThan(f Figure) Condition[R] { return n.compare(moreThan, f) }

// LessThan is met where the field is below the figure.
func (n Number[R]) LessThan(f Figure) Condition[R] { return n.compare(lessThan, f) }

// Is is met where the field equals the figure.
func (n Number[R]) Is(f Figure) Condition[R] { return n.compare(equalTo, f) }

func (n Number[R]) compare(c comparison, f Figure) Condition[R] {
	return Condition[R]{kind: atomCondition, atom: &atom[R]{of: []*Field[R]{n.Field}, compare: c, figure: f}}
}

// AtLeastShareOf is met where the field is at least a share of another one:
// practice hours at least half of the digital hours. It is unknown unless both
// are known.
func (n Number[R]) AtLeastShareOf(whole Number[R], share Figure) Condition[R] {
	return ratioCondition(atLeast, share, []*Field[R]{n.Field}, []*Field[R]{whole.Field})
}

// EqualsShareOf is met where the field is exactly a share of another one.
func (n Number[R]) EqualsShareOf(whole Number[R], share Figure) Condition[R] {
	return ratioCondition(equalTo, share, []*Field[R]{n.Field}, []*Field[R]{whole.Field})
}

// MoreThanShareOf is met where the field is above a share of another one.
func (n Number[R]) MoreThanShareOf(whole Number[R], share Figure) Condition[R] {
	return ratioCondition(moreThan, share, []*Field[R]{n.Field}, []*Field[R]{whole.Field})
}

// AtLeastShareOf is met where the quotient is at least a share of another one:
// spending per pupil at least that of the year before. A division by zero
// leaves it unknown.
func (q Quotient[R]) AtLeastShareOf(other Quotient[R], share Figure) Condition[R] {
	return ratioCondition(atLeast, share, []*Field[R]{q.of, q.per}, []*Field[R]{other.of, other.per})
}

// MoreThanShareOf is met where the quotient is above a share of another one.
func (q Quotient[R]) MoreThanShareOf(other Quotient[R], share Figure) Condition[R] {
	return ratioCondition(moreThan, share, []*Field[R]{q.of, q.per}, []*Field[R]{other.of, other.per})
}

func ratioCondition[R any](c comparison, share Figure, of, than []*Field[R]) Condition[R] {
	return Condition[R]{kind: atomCondition, atom: &atom[R]{of: of, than: than, compare: c, figure: share}}
}

// Recorded is met where the field is known. It is never unknown itself.
func (f *Field[R]) Recorded() Condition[R] {
	return Condition[R]{kind: atomCondition, atom: &atom[R]{of: []*Field[R]{f}, recorded: true}}
}

// IsZero reports whether the condition is met by every record.
func (c Condition[R]) IsZero() bool { return c.kind == everyRecord }

// Reads returns the fields that the condition reads, each once, in the order
// of their first mention.
func (c Condition[R]) Reads() []*Field[R] {
	var fields []*Field[R]
	c.each(func(c *Condition[R]) {
		if c.atom == nil {
			return
		}
		for _, f := range slices.Concat(c.atom.of, c.atom.than) {
			if !slices.Contains(fields, f) {
				fields = append(fields, f)
			}
		}
	})
	return fields
}

// Dated reports whether the condition depends on the as-of date.
func (c Condition[R]) Dated() bool {
	dated := false
	c.each(func(c *Condition[R]) {
		dated = dated || c.quorum != nil && c.quorum.figure.Dated() || c.atom != nil && c.atom.figure.Dated()
	})
	return dated
}

// each visits the condition and those that it is made of.
func (c Condition[R]) each(visit func(*Condition[R])) {
	visit(&c)
	for _, p := range c.parts {
		p.each(visit)
	}
}
