package rulestest

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// amended returns the plan with one statement changed. It keeps the edition's
// name, as no amendment of the plan would, so that nothing but the change tells
// a mutant from the rule.
func amended(p *plan.Plan, id plan.ID, change func(*plan.Statement)) (*plan.Plan, error) {
	d := p.Document()
	for i := range d.Statements {
		if d.Statements[i].ID == id {
			change(&d.Statements[i])
		}
	}
	return plan.New(d)
}

// remade binds an indicator as the rule's was bound.
func remade[R indicators.Record[R]](p *plan.Plan, id plan.ID, main indicators.Indicator[R], others []rules.Reading[R]) (rules.Rule[R], error) {
	switch i := main.(type) {
	case indicators.Share[R]:
		return rules.NewShare(p, id, i, others...)
	case indicators.Duty[R]:
		return rules.NewDuty(p, id, i, others...)
	case indicators.Count[R]:
		return rules.NewCount(p, id, i, others...)
	case indicators.Ratio[R]:
		return rules.NewRatio(p, id, i, others...)
	}
	return nil, fmt.Errorf("rulestest: rule %s: a %T is no share, duty, ratio or count", id, main)
}

// conditions returns scope and condition of an indicator; a ratio has the scope alone.
func conditions[R any](i indicators.Indicator[R]) (among, counted indicators.Condition[R]) {
	q := i.Question()
	if i.Form() == indicators.RatioForm {
		return q.Among, counted
	}
	return q.Among, q.Counted
}

// asking returns the indicator with other conditions.
func asking[R any](i indicators.Indicator[R], among, counted indicators.Condition[R]) indicators.Indicator[R] {
	switch i := i.(type) {
	case indicators.Share[R]:
		return indicators.Share[R]{Among: among, Counted: counted}
	case indicators.Duty[R]:
		return indicators.Duty[R]{Among: among, Must: counted}
	case indicators.Count[R]:
		return indicators.Count[R]{Among: among, Counted: counted}
	case indicators.Ratio[R]:
		i.Among = among
		return i
	}
	return i
}

// exchanged returns a condition in which the nth elementary one, counted from
// at, is exchanged for another.
func exchanged[R any](c indicators.Condition[R], at *int, nth int, with indicators.Condition[R]) indicators.Condition[R] {
	if c.Shape() == indicators.Elementary {
		*at++
		if *at-1 == nth {
			return with
		}
		return c
	}
	var parts []indicators.Condition[R]
	for _, p := range c.Parts() {
		parts = append(parts, exchanged(p, at, nth, with))
	}
	return c.With(parts...)
}
