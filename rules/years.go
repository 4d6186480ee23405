package rules

import (
	"fmt"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// boundYear is what a reading of a yearly duty asks of one year.
type boundYear[R indicators.Record[R]] struct {
	year int
	of   boundReading[R]
}

// bindYears asks for a reading of a yearly duty, beside the year of the data, each year
// that the plan binds up to it, and all of them together, which decides: a duty of every
// year is not met by its last. Only records that have a year can be asked.
func (c *boundRule[R]) bindYears(r *resolvedRule[R], b *boundReading[R]) error {
	asks := b.indicator.Question()
	if c.statement.Deadline.Kind != plan.Yearly || !r.asOf.Known() || sums(b.form) || !asks.Among.Dated() && !asks.Counted.Dated() {
		return nil
	}
	first, last := c.plan.YearsBound(r.asOf)
	if first >= last {
		return nil
	}
	var scopes []indicators.Condition[R]
	for year := first; year <= last; year++ {
		one, err := c.bindReading(b.reading, b.indicator, quantity.DateOf(year, time.December, 31))
		if err != nil {
			return err
		}
		one.question.Key = fmt.Sprintf("%s@%d", one.question.Key, year)
		one.question.Flag = false
		one.decisive = len(r.asked)
		scopes = append(scopes, one.question.Among)
		b.years = append(b.years, boundYear[R]{year, one})
		r.asked = append(r.asked, one.question)
	}
	all := b.question
	all.Key += "@all"
	all.Among = indicators.Or(scopes...)
	b.question.Flag = false // each year's records are asked in that one
	r.asked[b.decisive].Flag = false
	b.decisive = len(r.asked)
	r.asked = append(r.asked, all)
	return nil
}

// judgeYears fills in what each year that a yearly duty binds says. A year that is
// over and was missed is missed for good; one without data is named.
func (b *boundReading[R]) judgeYears(unit quantity.Unit, r *verdict.Result, answers []count.Answer, n records) {
	n.absent, n.surplus = 0, 0 // what is expected is expected of all years together
	for i := range b.years {
		y := &b.years[i]
		v := y.of.judge(unit, answers, n, unitsOfRule{})
		r.Years = append(r.Years, verdict.YearResult{Year: y.year, Outcome: v.outcome, Reason: v.reason, Value: v.value(), Shortfall: v.shortfall(), InScope: v.inScope()})
		if v.outcome == verdict.NotMet && r.Outcome == verdict.NotMet && y.year < r.AsOf.Year() {
			r.Due = verdict.Past
		}
	}
}

// dueOf returns how the deadline stands for one record, whose year may be over while
// that of the data is open. The rule's questions begin with a number of the counter's.
func dueOf[R indicators.Record[R]](r *resolvedRule[R], counter *count.Counter[R], first int, record *R, due verdict.Due) verdict.Due {
	for _, y := range r.readings[0].years {
		if y.year < r.asOf.Year() {
			if class, _ := counter.Class(first+y.of.decisive, *record); class == count.NotCounted {
				return verdict.Past
			}
		}
	}
	return due
}
