package rules

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/difference"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// units are those that a difference compares: the groups of a pass.
type units struct {
	tallies []*count.Tally
	names   []string
	unknown bool // records are absent, or too many, of which nobody knows to which unit they belong
}

// unitsOfRule are the units of a difference, which are made when one is judged, and the number
// of the rule's first question. Without a function nobody knows the units.
type unitsOfRule struct {
	units func() *units
	first int
}

// of returns what a question says of each unit.
func (u *units) of(question int) []count.Answer {
	answers := make([]count.Answer, len(u.tallies))
	for i, t := range u.tallies {
		answers[i] = t.Answer(question)
	}
	return answers
}

// mostNamed is how many units a result names.
const mostNamed = 10

// compare judges a difference between units.
func (b *boundReading[R]) compare(v *judgement, rule unitsOfRule, empty bool) {
	switch {
	case empty:
		v.outcome, v.reason = verdict.NotApplicable, verdict.NoRecords
		return
	case rule.units == nil:
		v.outcome, v.reason = verdict.Undetermined, verdict.NeedsGroups
		return
	case len(b.unset) > 0:
		v.outcome, v.reason = verdict.Undetermined, verdict.MissingParameter
		return
	}
	of := rule.units()
	list, numbers, headless := b.unitsOf(of, rule.first)
	v.between.Units = int64(len(list))
	if of.unknown || headless {
		v.outcome, v.reason = verdict.Undetermined, verdict.MissingData
		return
	}
	form := difference.Weighted
	if d, _ := b.indicator.(indicators.Difference[R]); d.Alike {
		form = difference.Unweighted
	}
	for i := range list {
		if list[i].Missing {
			v.between.Missing++
		}
	}
	var exact difference.Coefficient
	var bounds difference.Bounds
	var err error
	if v.between.Missing == 0 {
		exact, err = difference.Of(form, list)
		bounds = difference.Bounds{Low: exact.Square(), High: exact.Square()}
	} else {
		bounds, err = difference.Between(form, list)
	}
	switch {
	case errors.Is(err, difference.ErrFewUnits):
		v.outcome, v.reason = verdict.NotApplicable, verdict.EmptyScope
		return
	case errors.Is(err, difference.ErrNothing):
		v.outcome, v.reason = verdict.Undetermined, verdict.ZeroDenominator
		return
	}
	v.low, v.high = coefficient(difference.Printed(bounds.Low, digits, false)), coefficient(difference.Printed(bounds.High, digits, true))
	switch all, none := bounds.Keep(v.threshold.Amount, v.threshold.Comparator == plan.LessThan); {
	case all:
		v.outcome, v.reason = verdict.Met, verdict.NoReason
	case none:
		v.outcome, v.reason = verdict.NotMet, verdict.AboveThreshold
	default:
		v.outcome, v.reason = verdict.Undetermined, verdict.MissingData
	}
	if v.between.Missing == 0 {
		v.low = v.high
		b.name(v, exact, list, numbers, of)
	}
}

// digits is how many digits of a coefficient a result holds behind the point: for printing,
// since verdicts are not worked out from them.
const digits = 6

// coefficient is a printed coefficient as a value.
func coefficient(printed string) quantity.Ratio {
	a, err := quantity.ParseAmount(printed, quantity.Coefficient)
	if err != nil {
		return quantity.Ratio{} // beyond all that can be printed
	}
	return a.Ratio()
}

// unitsOf are the units with anything in scope, with their numbers. Headless says that
// nobody knows how many heads one of them has.
func (b *boundReading[R]) unitsOf(of *units, first int) (list []difference.Unit, numbers []int, headless bool) {
	answers := of.of(first + b.decisive)
	var weights []count.Answer
	if b.weight > 0 {
		weights = of.of(first + b.weight)
	}
	for i := range answers {
		a := &answers[i]
		if a.Classes[count.OutOfScope] == sum(a.Classes) {
			continue
		}
		open := a.Open(true)
		per, carry := a.Per.AddCarry(a.PerOfUnknown)
		headless = headless || carry > 0 || open > 0 && (a.NoWhole > 0 || open != a.Classes[count.NotCounted] || b.weight > 0)
		one := difference.Unit{Of: a.Of, Per: per, Missing: open > 0}
		if b.weight > 0 {
			one.Weight = weights[i].Of
		}
		list, numbers = append(list, one), append(numbers, i)
	}
	return list, numbers, headless
}

func sum(classes [8]int64) (all int64) {
	for _, n := range classes {
		all += n
	}
	return all
}

// name says which units weigh most in the difference, and what each would need for the
// threshold to be kept.
func (b *boundReading[R]) name(v *judgement, c difference.Coefficient, list []difference.Unit, numbers []int, of *units) {
	compared, without := c.Units()
	v.between.Units, v.between.WithoutHeads = int64(compared), int64(without)
	for _, far := range c.Furthest(mostNamed) {
		i := far.Unit
		one := verdict.FarUnit{Name: of.names[numbers[i]], Of: quantity.NewTotal(list[i].Of, b.ofUnit), Per: quantity.NewTotal(list[i].Per, b.perUnit),
			Weighs: far.Share.Mul(far.Share, big.NewRat(100, 1)).FloatString(2) + "%", Above: far.Above}
		if v.outcome == verdict.NotMet {
			if need, possible := c.Needs(i, v.threshold.Amount); possible && need.Sign() > 0 && need.IsUint64() {
				one.Needs = quantity.NewTotal(quantity.WideOf(need.Uint64()), b.ofUnit)
			}
		}
		v.between.Furthest = append(v.between.Furthest, one)
	}
}

// unitNames are how a result names the groups of a pass.
func unitNames[K comparable](keys []K) []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = fmt.Sprint(k)
	}
	return names
}
