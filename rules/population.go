package rules

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// population is whose register was counted.
type population struct {
	bearer plan.Bearer   // Nobody: the city, or of a group a part of it
	part   bool          // a group of a pass
	whole  *count.Tally  // that it is a part of, nil where it is none or not known
	units  func() *units // that are compared in it, nil where they are not known
}

// records says how many records a verdict rests on.
type records struct{ read, skipped, doubled, absent, surplus int64 }

// recordsOf returns those of a tally.
func recordsOf(t *count.Tally, e expectation) records {
	n := records{read: t.Read(), skipped: t.Skipped(), doubled: t.Doubled()}
	n.absent, n.surplus = e.of(t.Records())
	return n
}

// bind takes a verdict back where the statement does not fall on whose register
// was counted. What falls on each record binds in any register.
func (c *boundRule[R]) bind(r *verdict.Result, b *boundReading[R], answers []count.Answer, first int, of population) {
	bearer, judged := c.statement.Bearer, of.bearer
	if judged == plan.Nobody && !of.part {
		judged = plan.City
	}
	switch {
	case b.onEach(bearer), bearer == judged, bearer == plan.Nobody:
	case judged != plan.Nobody && judged < bearer:
		*r = r.Withheld(verdict.Undetermined, verdict.NeedsGroups)
	default:
		*r = r.Withheld(verdict.NotApplicable, verdict.ForComparison)
		group := &answers[b.decisive]
		r.Part = b.part(c.subject.Unit(), group)
		if of.whole != nil && b.form != indicators.DifferenceForm { // without a unit the others have another coefficient, and no ratio
			whole := of.whole.Answer(first + b.decisive)
			r.Part.Without = b.without(c.subject.Unit(), group, &whole)
		}
	}
}

// onEach reports whether the records themselves are bound, one by one. What falls on
// the city binds none of them, although it is kept by what each of them says.
func (b *boundReading[R]) onEach(bearer plan.Bearer) bool {
	return bearer != plan.City && (b.form == indicators.DutyForm || b.form == indicators.ShareForm && b.population.All())
}

// part returns what a group adds to the whole.
func (b *boundReading[R]) part(unit quantity.Unit, a *count.Answer) verdict.Part {
	v := judgement{n: a.Classes}
	p := verdict.Part{Open: a.Open(sums(b.form))}
	switch b.form {
	case indicators.RatioForm, indicators.DifferenceForm:
		p.Of, p.Per = quantity.NewTotal(a.Of, b.ofUnit), quantity.NewTotal(a.Per, b.perUnit)
	case indicators.CountForm:
		p.Of = quantity.TotalOf(uint64(a.Classes[count.Counted]), b.population.Amount.Unit())
	default:
		p.Of, p.Per = quantity.TotalOf(uint64(a.Classes[count.Counted]), unit), quantity.TotalOf(uint64(v.inScope()), unit)
	}
	return p
}

// without returns the value of the whole without a group, the zero ratio where
// records leave it open.
func (b *boundReading[R]) without(unit quantity.Unit, group, whole *count.Answer) quantity.Ratio {
	ratio := sums(b.form)
	if group.Open(ratio) > 0 || whole.Open(ratio) > 0 {
		return quantity.Ratio{}
	}
	all, one := b.part(unit, whole), b.part(unit, group)
	of, fits := all.Of.Steps().Sub(one.Of.Steps())
	per, alsoFits := all.Per.Steps().Sub(one.Per.Steps())
	if !fits || !alsoFits {
		return quantity.Ratio{}
	}
	return quantity.Ratio{Of: quantity.NewTotal(of, all.Of.Unit()), Per: quantity.NewTotal(per, all.Per.Unit()), Unit: b.population.Amount.Unit()}
}

// bound collects the verdicts on those on whom a statement falls.
type bound struct {
	verdict.Bound
	worst verdict.Result
}

func (b *bound) add(r verdict.Result) {
	none := b.IsZero()
	switch r.Outcome {
	case verdict.Met:
		b.Met++
	case verdict.NotMet:
		b.NotMet++
	case verdict.Undetermined:
		b.Undetermined++
	default:
		return
	}
	if none || weight(r) > weight(b.worst) {
		b.worst = r
	}
}

// weight orders verdicts from the best to the worst.
func weight(r verdict.Result) int {
	switch {
	case r.Breach():
		return 3
	case r.Outcome == verdict.NotMet:
		return 2
	case r.Outcome == verdict.Undetermined:
		return 1
	}
	return 0
}

// settle gives a total the worst verdict of those that were added: nothing is met
// as long as one of them misses it.
func (b *bound) settle(r *verdict.Result) {
	if b.IsZero() {
		r.Outcome, r.Reason = verdict.NotApplicable, verdict.EmptyScope
		return
	}
	r.Outcome, r.Reason, r.Due, r.Bound = b.worst.Outcome, b.worst.Reason, b.worst.Due, b.Bound
}
