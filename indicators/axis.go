package indicators

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// axis is one thing that conditions tell about a record, with a handful of
// classes. Class 0 is unknown; where the axis is a field the last class is
// invalid.
type axis[R any] struct {
	kind  axisKind
	field *Field[R]       // of a words or number axis
	words [64]uint8       // class of each value
	cuts  []quantity.Code // of a number: the first step that changes an answer
	atom  *atom[R]        // of a comparison or an own function
	parts []Part[R]       // of an own function: what makes fields that it reads invalid
	part  Part[R]         // of a contradiction
	size  int             // number of classes
}

type axisKind uint8

const (
	wordAxis axisKind = iota
	numberAxis
	comparisonAxis    // unknown, false, true
	functionAxis      // unknown, false, true
	contradictionAxis // fine, contradictory
)

// Question is what one rule asks about a record: is it in scope, is it counted.
type Question[R any] struct{ Among, Counted Condition[R] }

// Fields returns the fields that the question reads, each once.
func (q Question[R]) Fields() []*Field[R] {
	return join(andCondition, []Condition[R]{q.Among, q.Counted}).Reads()
}

// Axes are all that a set of questions can tell about a record. Their classes
// together are the record's profile, whose number of values is Size.
type Axes[R any] struct {
	subject *Subject[R]
	list    []axis[R]
	size    int
}

// NewAxes returns the axes of questions whose conditions are resolved and read
// the subject's own fields.
func NewAxes[R any](s *Subject[R], questions ...Question[R]) (*Axes[R], error) {
	if err := s.Err(); err != nil {
		return nil, err
	}
	s.locate()
	a := &Axes[R]{subject: s, size: 1}
	for _, q := range questions {
		if err := q.check(s); err != nil {
			return nil, err
		}
		reads := q.Fields()
		for _, f := range reads {
			a.addField(f)
		}
		for _, p := range s.partsAmong(reads) {
			a.addContradiction(p)
		}
		q.Among.each(a.addAtom)
		q.Counted.each(a.addAtom)
	}
	for i := range a.list {
		x := &a.list[i]
		x.finish()
		if x.size > 64 {
			return nil, fmt.Errorf("indicators: field %s is compared with too many figures", x.field.key)
		}
		if a.size > 1<<24 {
			a.size = 1 << 24 // more than anybody tables; the exact number does not matter
		} else {
			a.size *= x.size
		}
	}
	return a, nil
}

// check finds what would otherwise be answered wrongly or not at all.
func (q Question[R]) check(s *Subject[R]) error {
	for _, f := range q.Fields() {
		switch {
		case f == nil:
			return errNotDescribed
		case s.index(f) < 0:
			return fmt.Errorf("indicators: subject %s has no such field %s", s.key, f.key)
		}
	}
	var err error
	open := func(t *atom[R]) {
		if t.function == nil && !t.recorded && !t.isWords() && !t.unset && t.amount.IsZero() {
			err = fmt.Errorf("indicators: field %s: %s is not resolved", t.of[0].key, t.figure)
		}
	}
	q.Among.each(open)
	q.Counted.each(open)
	return err
}

// partsAmong returns the parts that stand with their wholes in a list of fields.
func (s *Subject[R]) partsAmong(fields []*Field[R]) []Part[R] {
	return slices.DeleteFunc(slices.Clone(s.parts), func(p Part[R]) bool {
		return !slices.Contains(fields, p.Part.Field) || !slices.Contains(fields, p.Whole.Field)
	})
}

// Size returns the number of possible profiles, at most about 2^30.
func (a *Axes[R]) Size() int { return a.size }

// Len returns the number of axes.
func (a *Axes[R]) Len() int { return len(a.list) }

func (a *Axes[R]) addField(f *Field[R]) {
	if a.fieldAxis(f) >= 0 {
		return
	}
	kind := numberAxis
	if f.words != nil {
		kind = wordAxis
	}
	a.list = append(a.list, axis[R]{kind: kind, field: f})
}

func (a *Axes[R]) addContradiction(p Part[R]) {
	if a.contradiction(p) < 0 {
		a.list = append(a.list, axis[R]{kind: contradictionAxis, part: p, size: 2})
	}
}

func (a *Axes[R]) addAtom(t *atom[R]) {
	switch {
	case t.unset || t.recorded:
	case t.function != nil || len(t.than) > 0:
		if a.atomAxis(t) >= 0 {
			return
		}
		x := axis[R]{kind: comparisonAxis, atom: t, size: 3}
		if t.function != nil {
			x.kind, x.parts = functionAxis, a.subject.partsAmong(t.of)
		}
		a.list = append(a.list, x)
	case t.isWords():
		a.list[a.fieldAxis(t.of[0])].split(t.words)
	default:
		x := &a.list[a.fieldAxis(t.of[0])]
		for _, c := range t.cuts() {
			if i, found := slices.BinarySearch(x.cuts, c); !found {
				x.cuts = slices.Insert(x.cuts, i, c)
			}
		}
	}
}

// split tells the values inside a set from those outside it. Until finish,
// words holds group numbers from 0; they are given out anew each time, so that
// no number of conditions uses them up.
func (x *axis[R]) split(set uint64) {
	type side struct {
		group  uint8
		inside bool
	}
	groups := map[side]uint8{}
	for v := 1; v <= len(x.field.words.entries); v++ {
		s := side{x.words[v], set>>v&1 == 1}
		if _, ok := groups[s]; !ok {
			groups[s] = uint8(len(groups))
		}
		x.words[v] = groups[s]
	}
}

// finish numbers the classes.
func (x *axis[R]) finish() {
	switch x.kind {
	case numberAxis:
		x.size = len(x.cuts) + 3
	case wordAxis:
		known := x.words[1 : len(x.field.words.entries)+1]
		for v := range known {
			known[v]++
		}
		x.size = int(slices.Max(known)) + 2
	}
}

func (a *Axes[R]) fieldAxis(f *Field[R]) int {
	return slices.IndexFunc(a.list, func(x axis[R]) bool { return x.field == f })
}

func (a *Axes[R]) contradiction(p Part[R]) int {
	return slices.IndexFunc(a.list, func(x axis[R]) bool { return x.kind == contradictionAxis && x.part == p })
}

func (a *Axes[R]) atomAxis(t *atom[R]) int {
	return slices.IndexFunc(a.list, func(x axis[R]) bool { return x.atom != nil && x.atom.same(t) })
}

func (t *atom[R]) same(u *atom[R]) bool {
	return t.function == u.function && t.compare == u.compare && t.amount == u.amount &&
		slices.Equal(t.of, u.of) && slices.Equal(t.than, u.than)
}

// cuts returns the first codes that change the answer of a comparison with a figure.
func (t *atom[R]) cuts() []quantity.Code {
	up, down := t.amount.Ceil(), t.amount.Floor()
	switch t.compare {
	case atLeast, lessThan:
		return known(up)
	case atMost, moreThan:
		return known(down + 1)
	case equalTo:
		if up == down {
			return known(up, up+1)
		}
	}
	return nil
}

// known drops codes that no value reaches.
func known(codes ...quantity.Code) []quantity.Code {
	return slices.DeleteFunc(codes, func(c quantity.Code) bool { return !c.Known() })
}

// class returns the class of a record.
func (x *axis[R]) class(r *R) uint8 {
	switch x.kind {
	case wordAxis:
		return x.wordClass(x.field.word(r))
	case numberAxis:
		return x.numberClass(x.field.number(r))
	case comparisonAxis:
		var of, than [2]quantity.Code
		for i, f := range x.atom.of {
			of[i] = f.number(r)
		}
		for i, f := range x.atom.than {
			than[i] = f.number(r)
		}
		return uint8(x.atom.holds(of, than))
	case functionAxis:
		for _, p := range x.parts {
			if p.contradicts(r) == 1 {
				return uint8(Unknown)
			}
		}
		return uint8(x.atom.function.truth(r))
	case contradictionAxis:
		return x.part.contradicts(r)
	}
	return 0
}

// wordClass tells the class of a value by its number; one that no list has is invalid.
func (x *axis[R]) wordClass(word uint8) uint8 {
	if int(word) > len(x.field.words.entries) {
		return uint8(x.size - 1)
	}
	return x.words[word]
}

func (x *axis[R]) numberClass(c quantity.Code) uint8 {
	switch {
	case c.Unknown():
		return 0
	case c.Invalid():
		return uint8(x.size - 1)
	}
	class := uint8(1)
	for _, cut := range x.cuts {
		if c >= cut {
			class++
		}
	}
	return class
}

// contradicts returns 1 if the part exceeds its whole, else 0.
func (p *Part[R]) contradicts(r *R) uint8 {
	if part, whole := p.Part.number(r), p.Whole.number(r); part > whole && part.Known() && whole.Known() {
		return 1
	}
	return 0
}

// holds compares of[0]/of[1] with a share of than[0]/than[1] crosswise.
func (t *atom[R]) holds(of, than [2]quantity.Code) Truth {
	num, den := t.amount.Fraction()
	if len(t.of) == 1 {
		return t.compare.truthOf(of[0], than[0], num, den)
	}
	for _, c := range [...]quantity.Code{of[0], of[1], than[0], than[1]} {
		if !c.Known() {
			return Unknown
		}
	}
	if of[1].Steps() == 0 || than[1].Steps() == 0 {
		return Unknown
	}
	left := quantity.Product(of[0].Steps(), than[1].Steps())
	right := quantity.Product(than[0].Steps(), of[1].Steps())
	return t.compare.holds(quantity.CompareProducts(left, quantity.WideOf(den), right, quantity.WideOf(num)))
}

// truthOf compares one number with num/den of another in 128 bits.
func (c comparison) truthOf(of, than quantity.Code, num, den uint64) Truth {
	if !of.Known() || !than.Known() {
		return Unknown
	}
	return c.holds(quantity.Product(uint64(of)-1, den).Compare(quantity.Product(uint64(than)-1, num)))
}

func (c comparison) holds(order int) Truth {
	switch c {
	case atLeast:
		return TruthOf(order >= 0)
	case atMost:
		return TruthOf(order <= 0)
	case moreThan:
		return TruthOf(order > 0)
	case lessThan:
		return TruthOf(order < 0)
	}
	return TruthOf(order == 0)
}

func (f *Function[R]) truth(r *R) Truth {
	for _, field := range f.Reads {
		if !field.Code(r).Known() {
			return Unknown
		}
	}
	return TruthOf(f.Holds(r))
}

// ClassesOf fills in the class of every axis.
func (a *Axes[R]) ClassesOf(r *R, classes []uint8) {
	for i := range a.list {
		classes[i] = a.list[i].class(r)
	}
}

// ClassesAt fills in the classes of a profile number.
func (a *Axes[R]) ClassesAt(profile int, classes []uint8) {
	for i := range a.list {
		classes[i] = uint8(profile % a.list[i].size)
		profile /= a.list[i].size
	}
}

// Watch is one thing that may be wrong with a field: nobody has said, it was
// refused, or it contradicts its whole.
type Watch[R any] struct {
	Field *Field[R]
	Whole *Field[R] // of a contradiction: the whole that Field exceeds
	axis  int
	last  uint8
}

// Watches returns all that may be wrong with the fields of the axes.
func (a *Axes[R]) Watches() []Watch[R] {
	var list []Watch[R]
	for i := range a.list {
		switch x := &a.list[i]; {
		case x.kind == contradictionAxis:
			list = append(list, Watch[R]{x.part.Part.Field, x.part.Whole.Field, i, 1})
		case x.field != nil:
			list = append(list, Watch[R]{x.field, nil, i, uint8(x.size - 1)})
		}
	}
	return list
}

// See reports whether classes tell of an unknown or of an invalid field. A
// contradiction is never unknown.
func (w Watch[R]) See(classes []uint8) (unknown, invalid bool) {
	class := classes[w.axis]
	return class == 0 && w.Whole == nil, class == w.last
}
