package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// judgeReported turns a figure worked out elsewhere into a result. It is judged
// under each reading that moves a threshold alone; those that change what is counted
// cannot be told from it.
func (c *boundRule[R]) judgeReported(asOf quantity.Date, b *resolvedRule[R], low, high quantity.Ratio) (r verdict.Result) {
	r = *c.before(asOf, b)
	r.Reported = true
	r.Until = asOf.EndOfYear()
	r.Due = verdict.DueOn(asOf, r)
	judged := func(t plan.Threshold) judgement {
		v := judgement{threshold: t, low: low, high: high}
		v.decide()
		if v.outcome == verdict.Undetermined {
			v.reason = verdict.Rounded
		}
		v.outcome, v.reason = alone(c.statement.Partly.Bias, v.outcome, v.reason)
		return v
	}
	v := judged(r.Threshold)
	r.Readings = slices.Clone(r.Readings)
	for i, said := range c.statement.Readings {
		one := &r.Readings[i]
		if said.Decides || c.movesThresholdAlone(said) {
			t := r.Threshold
			if !said.Decides {
				t = said.Population
			}
			of := judged(t)
			one.Computed, one.Outcome, one.Reason, one.NotComputed = true, of.outcome, of.reason, bilingual.Text{}
			one.Threshold, one.Value, one.Lowest, one.Highest = t, of.value(), low, high
		} else if said.NotComputed.IsZero() {
			one.NotComputed = bilingual.Text{ZH: "上报的数值不能按此计算", EN: "a reported figure does not allow it"}
		}
	}
	settle(&r, &v)
	return r
}

// movesThresholdAlone reports whether a reading counts what the statement counts,
// against another threshold.
func (c *boundRule[R]) movesThresholdAlone(said plan.Reading) bool {
	for _, o := range c.others {
		if o.Key == said.Key {
			return false
		}
	}
	return said.Each.IsZero() && !said.Population.IsZero()
}

// Reported judges an exact figure that somebody else has worked out. The result says
// that it was reported. A figure that a bulletin prints is for [Measure.Printed].
func (m Measure[R]) Reported(asOf quantity.Date, value quantity.Amount) (verdict.Result, error) {
	r, err := m.reportable(asOf, value)
	if err != nil {
		return verdict.Result{}, err
	}
	result := m.of.judgeReported(asOf, r, value.Ratio(), value.Ratio())
	if !strings.Contains(value.Number(), "/") { // a quotient without end has no digits to print
		result.Printed = bilingual.Both(value.In)
	}
	return result, nil
}

// Printed judges a figure as a bulletin prints it, without its numerator and
// denominator. It stands for every number that is printed so, within what the figure
// can be at all: where the threshold lies among them the outcome is undetermined.
// What binds all is not settled by a printed 100 %.
func (m Measure[R]) Printed(asOf quantity.Date, value quantity.Printed) (verdict.Result, error) {
	r, err := m.reportable(asOf, value.Amount())
	if err != nil {
		return verdict.Result{}, err
	}
	low, high := value.Bounds()
	if whole := quantity.MustAmount(1, 1, quantity.Percent); value.Unit() == quantity.Percent && high.Compare(whole) > 0 && !r.readings[0].exceeds {
		high = whole
	}
	result := m.of.judgeReported(asOf, r, low.Ratio(), high.Ratio())
	result.Printed = bilingual.Both(value.In)
	if result.Reason == verdict.Rounded {
		result.Decimals = value.Places() + 1
	}
	return result, nil
}

// reportable returns the rule on a date, for a figure that it can be.
func (m Measure[R]) reportable(asOf quantity.Date, value quantity.Amount) (*resolvedRule[R], error) {
	r, err := m.on(asOf)
	if err != nil {
		return nil, err
	}
	if want := r.readings[0].population.Amount.Unit(); value.Unit() != want {
		return nil, fmt.Errorf("rules: rule %s: a reported figure in %s, want %s", m.ID(), value.Unit(), want)
	}
	if value.Hundredfold() {
		return nil, fmt.Errorf("rules: rule %s: a reported figure of %s cannot be meant; a percentage is a part of one, 95/100 for 95 %%", m.ID(), value)
	}
	if whole := quantity.MustAmount(1, 1, quantity.Percent); value.Unit() == quantity.Percent && value.Compare(whole) > 0 && !r.readings[0].exceeds {
		return nil, fmt.Errorf("rules: rule %s: a reported figure of %s: the part cannot be larger than its whole", m.ID(), value)
	}
	return r, nil
}
