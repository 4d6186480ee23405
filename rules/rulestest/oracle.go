package rulestest

import (
	"errors"
	"math/big"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
)

// oracle answers one reading of a rule record by record, straight from the
// conditions. It shares nothing with the engine that rules are judged by, so
// that what it expects of a rule is a second opinion.
type oracle[R indicators.Record[R]] struct {
	rules.Asked[R]
	reads []*indicators.Field[R]
	parts []indicators.Part[R] // those that the reading reads with their wholes
}

// ErrDifference says that a rule compares units: its registers are groups of rows, of which
// nothing here makes any.
var ErrDifference = errors.New("rulestest: a difference between units is judged between groups of a register: test it with registers of your own")

// asks returns what a rule's readings ask on a date.
func asks[R indicators.Record[R]](rule rules.Rule[R], asOf quantity.Date) ([]rules.Asked[R], error) {
	list, err := rule.Asks(asOf)
	if err == nil && slices.ContainsFunc(list, func(a rules.Asked[R]) bool { return a.Form == indicators.DifferenceForm }) {
		err = ErrDifference
	}
	return list, err
}

func newOracle[R indicators.Record[R]](asked rules.Asked[R]) *oracle[R] {
	q := &oracle[R]{Asked: asked, reads: asked.Question.Fields()}
	var none R
	for _, p := range none.Subject().Parts() {
		if slices.Contains(q.reads, p.Part.Field) && slices.Contains(q.reads, p.Whole.Field) {
			q.parts = append(q.parts, p)
		}
	}
	return q
}

// partialRecord is a record of which some fields are left open, and an elementary
// condition whose answer is put in its place.
type partialRecord[R indicators.Record[R]] struct {
	record *R
	open   []*indicators.Field[R]
	nth    int // of the elementary conditions, scope first, the one that is forced; -1 for none
	forced indicators.Truth
}

// class returns what the record may be.
func (q *oracle[R]) class(v partialRecord[R]) count.Class {
	at := 0
	scope := q.truth(q.Question.Among, v, &at)
	counted := q.truth(q.Question.Counted, v, &at)
	if scope == indicators.False {
		return count.OutOfScope
	}
	var class count.Class
	if scope == indicators.Unknown {
		class = count.OutOfScope
	}
	if counted != indicators.False {
		class |= count.Counted
	}
	if counted != indicators.True {
		class |= count.NotCounted
	}
	return class
}

// of returns the class of a whole record.
func (q *oracle[R]) of(r R) count.Class { return q.class(partialRecord[R]{record: &r, nth: -1}) }

// truth answers a condition; at counts the elementary ones that were passed.
func (q *oracle[R]) truth(c indicators.Condition[R], v partialRecord[R], at *int) indicators.Truth {
	switch c.Shape() {
	case indicators.EveryRecord:
		return indicators.True
	case indicators.Negation:
		return q.truth(c.Parts()[0], v, at).Not()
	case indicators.Conjunction:
		answer := indicators.True
		for _, p := range c.Parts() {
			answer = answer.And(q.truth(p, v, at))
		}
		return answer
	case indicators.Disjunction:
		answer := indicators.False
		for _, p := range c.Parts() {
			answer = answer.Or(q.truth(p, v, at))
		}
		return answer
	}
	if c.Shape() == indicators.Quorum {
		var answers []indicators.Truth
		for _, p := range c.Parts() {
			answers = append(answers, q.truth(p, v, at))
		}
		least, resolved := c.Least()
		if !resolved {
			return indicators.Unknown
		}
		return indicators.AtLeast(least, answers...)
	}
	*at++
	if *at-1 == v.nth {
		return v.forced
	}
	return q.element(c.Element(), v)
}

func (q *oracle[R]) element(e indicators.Element[R], v partialRecord[R]) indicators.Truth {
	fields := slices.Concat(e.Of, e.Than)
	for _, f := range fields {
		if slices.Contains(v.open, f) {
			return indicators.Unknown
		}
	}
	known := !q.contradicted(fields, v)
	for _, f := range fields {
		known = known && f.Code(v.record).Known()
	}
	steps := func(f *indicators.Field[R]) uint64 { return f.Code(v.record).Steps() }
	switch {
	case e.Recorded:
		return indicators.TruthOf(known)
	case !known || e.Compare != indicators.NoComparison && e.Amount.IsZero():
		return indicators.Unknown
	case e.Function != nil:
		return decided(e.Function, v.record)
	case e.Compare == indicators.NoComparison:
		return indicators.TruthOf(slices.Contains(e.Words, uint8(steps(e.Of[0]))))
	}
	// of[0] / of[1] against amount × than[0] / than[1]
	num, den := e.Share()
	left, right := []uint64{steps(e.Of[0]), den}, []uint64{num}
	if len(e.Than) == 0 {
		right = append(right, e.Of[0].Unit().Scale())
	} else {
		right = append(right, steps(e.Than[0]))
	}
	if len(e.Of) == 2 {
		if steps(e.Of[1]) == 0 || steps(e.Than[1]) == 0 {
			return indicators.Unknown
		}
		left, right = append(left, steps(e.Than[1])), append(right, steps(e.Of[1]))
	}
	return indicators.TruthOf(holds(e.Compare, product(left...).Cmp(product(right...))))
}

// decided asks an own function. What a panic decides is left open here: the
// rule itself answers with an error.
func decided[R any](f *indicators.Function[R], r *R) (t indicators.Truth) {
	defer func() { _ = recover() }()
	return indicators.TruthOf(f.Holds(r))
}

// contradicted reports whether one of the fields is a part larger than its
// whole, or such a whole.
func (q *oracle[R]) contradicted(fields []*indicators.Field[R], v partialRecord[R]) bool {
	for _, p := range q.parts {
		if !slices.Contains(fields, p.Part.Field) && !slices.Contains(fields, p.Whole.Field) {
			continue
		}
		if slices.Contains(v.open, p.Part.Field) || slices.Contains(v.open, p.Whole.Field) {
			continue
		}
		part, whole := p.Part.Code(v.record), p.Whole.Code(v.record)
		if part.Known() && whole.Known() && part > whole {
			return true
		}
	}
	return false
}

// faulty reports whether a field that the reading reads cannot be.
func (q *oracle[R]) faulty(r R) bool {
	return q.contradicted(q.reads, partialRecord[R]{record: &r}) ||
		slices.ContainsFunc(q.reads, func(f *indicators.Field[R]) bool { return f.Code(&r).Invalid() })
}

func holds(c indicators.Comparison, order int) bool {
	switch c {
	case indicators.NotBelow:
		return order >= 0
	case indicators.NotAbove:
		return order <= 0
	case indicators.Above:
		return order > 0
	case indicators.Below:
		return order < 0
	}
	return order == 0
}

func product(factors ...uint64) *big.Int {
	n := big.NewInt(1)
	for _, f := range factors {
		n.Mul(n, new(big.Int).SetUint64(f))
	}
	return n
}

// rational returns an amount as a rational number.
func rational(a quantity.Amount) *big.Rat {
	num, den := a.Fraction()
	return new(big.Rat).SetFrac(product(num), product(den))
}
