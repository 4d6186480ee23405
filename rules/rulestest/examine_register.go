package rulestest

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// together looks for a register of boundary records that meets all rules of a subject. It
// takes for each rule a record that serves it and as many others as can be, and where that
// does not do a register of the rule's own boundary cases.
func together[R indicators.Record[R]](asOf quantity.Date, set rules.Set[R], demands []demand[R]) (register []Row[R], unmet []plan.ID, err error) {
	if len(set) == 0 {
		return nil, nil, nil
	}
	panel, err := rules.NewPanel(rules.AsIs[R], set...)
	if err != nil {
		return nil, nil, err
	}
	met, err := metBy(panel, asOf, nil)
	if err != nil {
		return nil, nil, err
	}
	for i := range demands {
		if met[i] {
			continue
		}
		candidates, err := demands[i].candidates(demands)
		if err != nil {
			return nil, nil, err
		}
		for _, rows := range candidates {
			wider := slices.Concat(register, rows)
			now, err := metBy(panel, asOf, wider)
			if err != nil {
				return nil, nil, err
			}
			if now[i] && keeps(met, now) {
				register, met = wider, now
				break
			}
		}
	}
	for i, ok := range met {
		if !ok {
			unmet = append(unmet, set[i].ID())
		}
	}
	return register, unmet, nil
}

// keeps reports whether all that was met still is.
func keeps(met, now []bool) bool {
	for i := range met {
		if met[i] && !now[i] {
			return false
		}
	}
	return true
}

// metBy says which rules a register meets, each with a record in its scope. A part of a
// demand that is measured counts as far as it is measured.
func metBy[R indicators.Record[R]](panel *rules.Panel[R, R], asOf quantity.Date, rows []Row[R]) ([]bool, error) {
	e, err := panel.Start(asOf)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		for range row.Records {
			r := row.Record
			if err := e.Add(&r); err != nil {
				return nil, err
			}
		}
	}
	var met []bool
	for _, r := range e.Results().Rules {
		part := r.Outcome == verdict.Undetermined && r.Reason == verdict.PartMeasured && r.Threshold.Holds(r.Lowest)
		compared := r.Outcome == verdict.NotApplicable && r.Reason == verdict.ForComparison || r.Reason == verdict.NeedsGroups
		met = append(met, r.Outcome == verdict.Met || part || compared && r.Lowest.Defined() && r.Threshold.Holds(r.Lowest))
	}
	return met, nil
}

// candidates returns registers that may let a rule be met: a record that it counts and
// that no other rule calls short; then one that none of the duties does; then the rule's
// own cases that are met.
func (d *demand[R]) candidates(all []demand[R]) (list [][]Row[R], err error) {
	good := count.Counted
	if len(d.sides) > 0 {
		good = d.sides[0].good
	}
	for _, duties := range []bool{false, true} {
		others := slices.DeleteFunc(slices.Clone(all), func(o demand[R]) bool {
			return len(o.sides) == 0 || o.rule.ID() == d.rule.ID() || duties && !slices.ContainsFunc(o.sides, side.whole)
		})
		if r, ok := d.record(good, others); ok {
			list = append(list, []Row[R]{{r, d.wantedRecords()}})
		}
	}
	cases, err := Boundaries(d.rule)
	if err != nil {
		return nil, err
	}
	for _, c := range cases {
		if c.Expect.Outcome == verdict.Met || c.Expect.Reason == verdict.PartMeasured {
			list = append(list, c.Rows)
		}
	}
	return list, nil
}

// wantedRecords is how many counted records a count asks for.
func (d *demand[R]) wantedRecords() int64 {
	if d.oracle.Form != indicators.CountForm {
		return 1
	}
	return int64(min(d.oracle.Population.Amount.Ceil().Steps()+1, population))
}

// record finds one that the rule takes for what it wants, and that each of the others
// takes for what it wants or has nothing to say of.
func (d *demand[R]) record(good count.Class, others []demand[R]) (R, bool) {
	list := []*oracle[R]{d.oracle}
	for _, o := range others {
		list = append(list, o.oracle)
	}
	fields, all, _ := profiles(list...)
	for _, codes := range all { // nought last: nothing can be divided by it
		slices.Reverse(codes)
	}
	s := search[R]{values: all}
	var none R
	return s.find(none, fields, func(v partialRecord[R]) bool {
		whole := len(v.open) == 0
		fits := func(q *oracle[R], wanted count.Class) bool {
			class := q.class(v)
			return class&wanted != 0 && (!whole || class&^wanted == 0)
		}
		return fits(d.oracle, good) && !slices.ContainsFunc(others, func(o demand[R]) bool {
			return !fits(o.oracle, o.sides[0].good|count.OutOfScope)
		})
	})
}
