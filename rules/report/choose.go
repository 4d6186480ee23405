package report

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// chosen are the results that a report shows, by statement.
type chosen struct {
	computed, reported map[plan.ID]verdict.Result
	later              int // results that were left out because their data are later than the report
	errs               []error
}

// choose takes the latest results that are not later than a date.
func choose(p *plan.Plan, date quantity.Date, results []verdict.Results) chosen {
	c := chosen{computed: map[plan.ID]verdict.Result{}, reported: map[plan.ID]verdict.Result{}}
	computed, reported := map[plan.ID][]verdict.Result{}, map[plan.ID][]verdict.Result{}
	for _, set := range results {
		for _, one := range set.Rules {
			if _, ok := p.Statement(one.Statement); !ok {
				continue
			}
			if one.Edition != p.Edition() {
				c.errs = append(c.errs, fmt.Errorf("report: %s: a result of edition %q in a report of edition %q", one.Statement, one.Edition, p.Edition()))
				continue
			}
			if one.AsOf.After(date) {
				c.later++
				continue
			}
			list := computed
			if one.Reported {
				list = reported
			}
			if old := list[one.Statement]; len(old) > 0 && one.AsOf.After(old[0].AsOf) {
				list[one.Statement] = nil // what is superseded stands in nobody's way
			} else if len(old) > 0 && old[0].AsOf.After(one.AsOf) {
				continue
			}
			list[one.Statement] = append(list[one.Statement], one)
		}
	}
	for s := range p.All() {
		c.settle(c.computed, s.ID, computed[s.ID])
		c.settle(c.reported, s.ID, reported[s.ID])
	}
	return c
}

// settle keeps one of the results of one date. A measure gives way to what evidence
// made of it; any other two cannot both stand.
func (c *chosen) settle(to map[plan.ID]verdict.Result, id plan.ID, list []verdict.Result) {
	for _, one := range list {
		switch old, there := to[id]; {
		case !there || completes(one, old):
			to[id] = one
		case old.Equal(one), completes(old, one):
		default:
			c.errs = append(c.errs, fmt.Errorf("report: %s: two results of %s cannot both stand: %s %s, and %s %s", id, one.AsOf,
				old.Measured(bilingual.English), old.Outcome, one.Measured(bilingual.English), one.Outcome))
		}
	}
}

// of returns the result of a statement: the later of what was computed and what was
// reported.
func (c *chosen) of(id plan.ID) (verdict.Result, bool) {
	computed, ok := c.computed[id]
	if reported, also := c.reported[id]; also && (!ok || reported.Until.After(computed.Until)) {
		return reported, true
	}
	return computed, ok
}

// completes reports whether a result is a measure with evidence added to it.
func completes(one, measure verdict.Result) bool {
	return len(measure.Components) == 0 && len(one.Components) > 0 &&
		(one.Value == measure.Value && one.Lowest == measure.Lowest && one.Highest == measure.Highest && one.Records == measure.Records ||
			one.Attested && (measure.Reason == verdict.NoRecords || measure.Reason == verdict.NoFigure))
}
