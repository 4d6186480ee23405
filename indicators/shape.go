package indicators

import (
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Shape says how a condition is made, for those who take conditions apart:
// test cases at every boundary, mutants, listings. The zero value is met by
// every record.
type Shape uint8

// The shapes.
const (
	EveryRecord Shape = iota
	Conjunction       // And
	Disjunction       // Or
	Negation          // Not
	Elementary        // not made of other conditions
	Quorum            // AtLeastOf
)

// Shape returns how the condition is made.
func (c Condition[R]) Shape() Shape {
	return [...]Shape{everyRecord: EveryRecord, andCondition: Conjunction, orCondition: Disjunction,
		notCondition: Negation, atomCondition: Elementary, quorumCondition: Quorum}[c.kind]
}

// Parts returns the conditions that an And, an Or, a Not or an AtLeastOf is made of.
func (c Condition[R]) Parts() []Condition[R] { return slices.Clone(c.parts) }

// Least returns how many of its parts an AtLeastOf asks for, and whether a rule has resolved
// that; an open parameter leaves it unresolved.
func (c Condition[R]) Least() (least uint64, resolved bool) {
	if c.quorum == nil {
		return 0, false
	}
	return c.quorum.least, c.quorum.least > 0
}

// With returns the condition made in the same way of other parts.
func (c Condition[R]) With(parts ...Condition[R]) Condition[R] {
	c.parts = slices.Clone(parts)
	return c
}

// Same reports whether two elementary conditions, resolved, ask the same of the
// same fields. Own functions are the same where one call of [Holds] made them:
// two that one piece of code made may hold different amounts.
func (c Condition[R]) Same(o Condition[R]) bool {
	a, b := c.atom, o.atom
	return a != nil && b != nil && a.function == b.function && a.recorded == b.recorded && a.words == b.words &&
		a.compare == b.compare && a.figure.name == b.figure.name && a.figure.scale == b.figure.scale && a.amount == b.amount && a.unset == b.unset &&
		slices.Equal(a.of, b.of) && slices.Equal(a.than, b.than)
}

// Comparison is how a number compares with a figure. The zero value compares nothing.
type Comparison uint8

// The comparisons.
const (
	NoComparison Comparison = iota
	NotBelow                // AtLeast, AtLeastShareOf
	NotAbove                // AtMost
	Above                   // MoreThan, MoreThanShareOf
	Below                   // LessThan
	EqualTo                 // Is, EqualsShareOf
)

var comparisons = [...]Comparison{atLeast: NotBelow, atMost: NotAbove, moreThan: Above, lessThan: Below, equalTo: EqualTo}

// Element is what an elementary condition asks. A field of words has one of a
// list of values; a number, or a quotient of two, compares with a figure, or
// with that share of another one; a field is recorded; or an own function
// decides.
type Element[R any] struct {
	Of       []*Field[R] // one field, the two of a quotient, or those that the function reads
	Words    []uint8     // the values of a field of words, by their place in its vocabulary from 1
	Compare  Comparison
	Figure   Figure
	Amount   quantity.Amount // of the figure, once a rule has resolved it; none for a parameter that nobody has set
	Unset    bool            // the figure is a parameter that nobody has set
	Than     []*Field[R]     // what the figure is a share of
	Recorded bool
	Function *Function[R] // a copy of the condition's
}

// Element returns what an elementary condition asks; the zero value for others.
func (c Condition[R]) Element() Element[R] {
	a := c.atom
	if a == nil {
		return Element[R]{}
	}
	e := Element[R]{Of: slices.Clone(a.of), Than: slices.Clone(a.than), Recorded: a.recorded, Function: a.function.clone()}
	switch {
	case a.function != nil || a.recorded:
	case len(a.of) == 1 && a.of[0] != nil && a.isWords():
		for v := uint8(1); v < 64; v++ {
			if a.words>>v&1 == 1 {
				e.Words = append(e.Words, v)
			}
		}
	default:
		e.Compare, e.Figure, e.Amount, e.Unset = comparisons[a.compare], a.figure, a.amount, a.unset
	}
	return e
}

// Share returns the figure as what Of, in the steps of its unit, is compared with, times what
// it is a share of in the steps of its own.
func (e Element[R]) Share() (num, den uint64) {
	num, den = e.Amount.Fraction()
	if len(e.Than) == 0 {
		return num, den
	}
	of, than := e.Of[0].unit.Scale(), e.Than[0].unit.Scale()
	if of == than {
		return num, den
	}
	return num * of, den * than
}

// Condition returns the condition that asks it, with its figure to be resolved
// anew. What cannot be asked is reported by the rule that is made of it.
func (e Element[R]) Condition() Condition[R] {
	a := &atom[R]{of: slices.Clone(e.Of), than: slices.Clone(e.Than), recorded: e.Recorded, function: e.Function.clone()}
	if e.Function == nil && (len(e.Of) == 0 || len(e.Of) > 2 || len(e.Than) != 0 && len(e.Than) != len(e.Of) || len(e.Than) == 0 && len(e.Of) > 1) {
		a.of = []*Field[R]{nil} // which no rule accepts
	}
	if i := slices.Index(comparisons[:], e.Compare); i >= 0 {
		a.compare, a.figure = comparison(i), e.Figure
	}
	for _, v := range e.Words {
		if v == 0 || v > maxTerms {
			a.words |= outsideList
			continue
		}
		a.words |= 1 << v
	}
	return Condition[R]{kind: atomCondition, atom: a}
}

// clone keeps a condition's function its own: what is done to a copy changes no
// rule.
func (f *Function[R]) clone() *Function[R] {
	if f == nil {
		return nil
	}
	own := *f
	own.Reads = slices.Clone(f.Reads)
	return &own
}

// String returns the comparison's sign.
func (c Comparison) String() string {
	return [...]string{"", ">=", "<=", ">", "<", "="}[min(c, EqualTo)]
}

// String returns how a condition is made, such as "and".
func (s Shape) String() string {
	return [...]string{"every", "and", "or", "not", "elementary", "at least"}[min(s, Quorum)]
}
