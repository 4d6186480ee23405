package rulestest

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
)

// maxProfiles is how many records a proof looks at before it gives up.
const maxProfiles = 200_000

// proved tries to prove that no record tells a mutant from its rule: it gives
// the fields that either reads every value that tells their answers apart,
// unknown and invalid included. It gives up where values do not do so: with own
// functions, and shares of fields that other conditions read as well. It says
// nothing of mutants of the plan, which differ in registers.
func proved[R indicators.Record[R]](rule rules.Rule[R], m mutant[R]) (reason string, ok bool) {
	if m.rule.Plan() != rule.Plan() {
		return "", false
	}
	_, last := rule.Plan().Period()
	before, err := asks(rule, last)
	after, err2 := asks(m.rule, last)
	if err != nil || err2 != nil || before[0].Reading != after[0].Reading {
		return "", false
	}
	pair := []*oracle[R]{newOracle(before[0]), newOracle(after[0])}
	fields, all, decided := profiles(pair...)
	if !decided {
		return "", false
	}
	size := 1
	for _, f := range fields {
		all[f] = append(all[f], 0, quantity.CodeOfFault(quantity.Unreadable))
		if size *= len(all[f]); size > maxProfiles {
			return "", false
		}
	}
	var none R
	s := search[R]{values: all, left: 4 * maxProfiles}
	_, differs := s.from(none, fields, func(v partialRecord[R]) bool {
		return len(v.open) > 0 || pair[0].relevantClass(v) != pair[1].relevantClass(v)
	})
	if differs || s.left < 0 || s.err != nil {
		return "", false
	}
	return fmt.Sprintf("no record tells it from the rule: none of %d kinds", size), true
}

// profiles returns the fields that several readings read, with the known values of each
// that tell their answers apart. It is not ok where values of the fields, each by itself,
// do not give every combination of answers that the elementary conditions can give
// together.
func profiles[R indicators.Record[R]](list ...*oracle[R]) (fields []*indicators.Field[R], all values[R], ok bool) {
	all = valuesOf(list)
	for _, q := range list {
		for _, f := range q.reads {
			if !slices.Contains(fields, f) {
				fields = append(fields, f)
			}
		}
		for _, p := range q.parts { // either may be the larger one between any two cuts
			for _, c := range slices.Concat(all[p.Part.Field], all[p.Whole.Field]) {
				all.put(p.Part.Field, c, c+1)
				all.put(p.Whole.Field, c, c+1)
			}
		}
	}
	return fields, all, decidedByValues(list)
}

func decidedByValues[R indicators.Record[R]](list []*oracle[R]) bool {
	readers := map[*indicators.Field[R]]int{}
	var compared [][]*indicators.Field[R] // which several readings may compare alike
	each := func(do func(indicators.Element[R])) {
		for _, q := range list {
			elements(q.Question, do)
		}
	}
	each(func(e indicators.Element[R]) {
		fields := slices.Concat(e.Of, e.Than)
		if len(e.Than) > 0 {
			if slices.ContainsFunc(compared, func(c []*indicators.Field[R]) bool { return slices.Equal(c, fields) }) {
				return
			}
			compared = append(compared, fields)
		}
		for _, f := range fields {
			readers[f]++
		}
	})
	enough := true
	each(func(e indicators.Element[R]) {
		enough = enough && e.Function == nil
		if len(e.Than) == 0 || e.Amount.IsZero() { // a share that nobody has set is never answered
			return
		}
		for _, f := range slices.Concat(e.Of, e.Than) {
			enough = enough && readers[f] == 1
		}
	})
	return enough
}

// relevantClass is the class of a record as far as the verdict depends on it: a count
// does not care whether what it does not count is in scope.
func (q *oracle[R]) relevantClass(v partialRecord[R]) count.Class {
	c := q.class(v)
	if q.Form == indicators.CountForm && c&count.OutOfScope != 0 {
		return c&^count.OutOfScope | count.NotCounted
	}
	return c
}
