package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// judge fills in a result what was counted for a rule's readings. Absent records
// are those expected but not read: they may be anything. Of surplus ones, read but
// not expected, any may be a double or no member. A difference is judged between units.
func judge[R indicators.Record[R]](c *boundRule[R], r *verdict.Result, on *resolvedRule[R], answers []count.Answer, n records, of unitsOfRule) {
	readings, unit := on.readings, c.subject.Unit()
	main := &readings[0]
	first := answers[main.decisive]
	v := main.judge(unit, answers, n, of)
	r.Readings = judgeReadings(c, r.Readings, readings, answers, &v, n, of)
	if v.reason == verdict.NoFigure && slices.ContainsFunc(answers[1:len(readings)], func(a count.Answer) bool { return a.Classes != [8]int64{1: a.Classes[count.OutOfScope]} }) {
		v.reason = verdict.OtherPopulation
		r.Readings[0].Reason = v.reason
	}
	settle(r, &v)
	r.Difference = v.between
	main.judgeYears(unit, r, answers, n)
	r.Records = verdict.Records{Read: n.read, Skipped: n.skipped, Doubled: n.doubled, Absent: n.absent, Surplus: n.surplus,
		InScope: v.inScope(), Open: v.open, Invalid: first.OpenInvalid}
	r.Classes = v.classes()
	for _, g := range first.Gaps {
		if r.Gaps == nil {
			r.Gaps = make([]verdict.FieldGap, 0, len(first.Gaps))
		}
		r.Gaps = append(r.Gaps, verdict.FieldGap{Field: g.Field, Label: main.label(g.Field), Unknown: g.Unknown, Invalid: g.Invalid})
	}
}

// label returns the label of a field that the reading reads.
func (b *boundReading[R]) label(key string) bilingual.Text {
	for _, f := range b.fields {
		if f.Key() == key {
			return f.Label()
		}
	}
	return bilingual.Text{}
}

// settle fills in what the deciding reading gives.
func settle(r *verdict.Result, v *judgement) {
	r.Outcome, r.Reason = v.outcome, v.reason
	r.Value, r.Lowest, r.Highest = v.value(), v.low, v.high
	if !r.Reported { // a reported figure does not say of how many
		r.Shortfall = v.shortfall()
	}
	if r.Pace.IsZero() || !r.Value.Defined() {
		return
	}
	r.Pace.Behind = r.Value.Compare(r.Pace.Expected) < 0
	r.Pace.Gap, _ = r.Value.StepTo(r.Threshold.Amount, 1, 1)
	if left := r.Deadline.On.DaysSince(r.AsOf); left >= 365 {
		r.Pace.Yearly, _ = r.Value.StepTo(r.Threshold.Amount, 365, uint64(left))
	}
}

// judgeReadings returns what each of the statement's readings gives, the
// deciding one first; a statement without readings has none.
func judgeReadings[R indicators.Record[R]](c *boundRule[R], blank []verdict.ReadingResult, readings []boundReading[R], answers []count.Answer, main *judgement, n records, of unitsOfRule) []verdict.ReadingResult {
	list := slices.Clone(blank)
	for i := range list {
		out := &list[i]
		for k := range readings {
			b := &readings[k]
			if b.reading.Key != out.Key {
				continue
			}
			v := main
			if k > 0 {
				other := b.judge(c.subject.Unit(), answers, n, of)
				v = &other
			}
			out.Computed, out.Outcome, out.Reason, out.NotComputed = true, v.outcome, v.reason, bilingual.Text{}
			out.Threshold, out.Value, out.Lowest, out.Highest = b.population, v.value(), v.low, v.high
			out.Shortfall, out.InScope, out.Open = v.shortfall(), v.inScope(), v.open
		}
	}
	return list
}

// judgement is what one reading gives.
type judgement struct {
	threshold plan.Threshold
	outcome   verdict.Outcome
	reason    verdict.Reason
	low, high quantity.Ratio // zero where there are none
	n         [8]int64       // records by class
	open      int64
	surplus   int64 // so many of the records are one too many, whichever they are
	between   verdict.Difference
}

func (b *boundReading[R]) judge(unit quantity.Unit, answers []count.Answer, n records, of unitsOfRule) judgement {
	a := &answers[b.decisive]
	v := judgement{threshold: b.population, n: a.Classes, surplus: n.surplus}
	v.open = a.Open(sums(b.form)) + n.absent
	v.n[count.Anything] += n.absent
	empty := n.read-n.skipped-n.doubled+n.absent == 0
	switch b.form {
	case indicators.RatioForm:
		v.ratio(ratioTerms{b.ofUnit, b.perUnit, len(b.unset) > 0, !b.exceeds}, a, empty)
		b.wantParts(answers, &v)
	case indicators.DifferenceForm:
		b.compare(&v, of, empty)
	case indicators.CountForm:
		v.count(b.population.Amount.Unit(), empty)
	default:
		v.share(unit, empty)
	}
	if len(b.unset) > 0 && v.outcome == verdict.Undetermined && !empty {
		v.reason = verdict.MissingParameter
	}
	if v.outcome == verdict.Undetermined && v.reason == verdict.MissingData {
		v.reason = weightiest(n, v.open-n.absent, a.OpenInvalid)
	}
	if b.addsTotals(answers) {
		v.outcome, v.reason, v.low, v.high = verdict.Undetermined, verdict.TotalsAndParts, quantity.Ratio{}, quantity.Ratio{}
	}
	v.outcome, v.reason = alone(b.bias, v.outcome, v.reason)
	return v
}

// wantParts takes a value back that some part of the scope has no share in: a known
// part is never shown as the whole.
func (b *boundReading[R]) wantParts(answers []count.Answer, v *judgement) {
	for _, number := range b.parts {
		a := &answers[number]
		if !v.low.Defined() || !a.Per.IsZero() || !a.PerOfUnknown.IsZero() {
			continue
		}
		v.outcome, v.reason, v.low, v.high = verdict.Undetermined, verdict.NoFigure, quantity.Ratio{}, quantity.Ratio{}
		switch {
		case a.Open(true) > 0:
			v.reason = verdict.MissingData
		case a.Classes[count.Counted] > 0:
			v.reason = verdict.ZeroDenominator
		}
	}
}

// addsTotals reports whether a total and a part of it are certainly in the scope together.
func (b *boundReading[R]) addsTotals(answers []count.Answer) bool {
	for _, number := range b.totals {
		n := &answers[number].Classes
		if n[count.Counted]+n[count.NotCounted]+n[count.InScope] == 0 {
			return false
		}
	}
	return len(b.totals) > 0
}

// weightiest returns the cause of an open verdict that the most records have.
func weightiest(n records, open, invalid int64) verdict.Reason {
	reason, most := verdict.MissingData, open-invalid
	for _, c := range []struct {
		n  int64
		as verdict.Reason
	}{{invalid, verdict.InvalidData}, {n.absent, verdict.AbsentRecords}, {n.surplus, verdict.SurplusRecords}} {
		if c.n > 0 && c.n >= most {
			reason, most = c.as, c.n
		}
	}
	return reason
}

func (v *judgement) inScope() int64 {
	return v.n[count.Counted] + v.n[count.NotCounted] + v.n[count.InScope]
}

func (v *judgement) classes() verdict.Classes {
	return verdict.Classes{Counted: v.n[count.Counted], NotCounted: v.n[count.NotCounted], Unanswered: v.n[count.InScope],
		PerhapsCounted: v.n[count.OutOfScope|count.Counted], PerhapsNot: v.n[count.OutOfScope|count.NotCounted],
		Unknown: v.n[count.Anything], OutOfScope: v.n[count.OutOfScope]}
}

// share finds the lowest and the highest share that any completion of the
// unknowns can give. A record that may be out of scope lowers the share most
// by leaving it when it would count, and by joining it when it would not.
func (v *judgement) share(unit quantity.Unit, empty bool) {
	n := &v.n
	sure := v.inScope()
	switch possible := sure + n[count.OutOfScope|count.Counted] + n[count.OutOfScope|count.NotCounted] + n[count.Anything]; {
	case empty:
		v.outcome, v.reason = verdict.NotApplicable, verdict.NoRecords
		return
	case possible == 0:
		v.outcome, v.reason = verdict.NotApplicable, verdict.EmptyScope
		return
	}
	doubleHits, doubleMisses := min(v.surplus, n[count.Counted]), min(v.surplus, n[count.NotCounted])
	low := part(unit, n[count.Counted]-doubleHits, sure+n[count.OutOfScope|count.NotCounted]+n[count.Anything]-doubleHits)
	high := part(unit, n[count.Counted]+n[count.InScope]+n[count.OutOfScope|count.Counted]+n[count.Anything], sure+n[count.OutOfScope|count.Counted]+n[count.Anything]-doubleMisses)
	if !low.Defined() {
		low = high // all that may be in scope would count
	}
	if !high.Defined() {
		high = low // all that may be in scope would not
	}
	v.low, v.high = low, high
	v.decide()
	if sure <= v.surplus && v.outcome != verdict.Undetermined {
		v.outcome, v.reason = verdict.Undetermined, verdict.MissingData // perhaps nothing is in scope
	}
}

func part(unit quantity.Unit, of, per int64) quantity.Ratio {
	return quantity.Ratio{Of: quantity.TotalOf(uint64(of), unit), Per: quantity.TotalOf(uint64(per), unit), Unit: quantity.Percent}
}

func (v *judgement) count(unit quantity.Unit, empty bool) {
	if empty {
		v.reason = verdict.NoRecords
		return
	}
	n := &v.n
	low := n[count.Counted] - min(v.surplus, n[count.Counted])
	high := n[count.Counted] + n[count.InScope] + n[count.OutOfScope|count.Counted] + n[count.Anything]
	v.low = quantity.Ratio{Of: quantity.TotalOf(uint64(low), unit), Unit: unit}
	v.high = quantity.Ratio{Of: quantity.TotalOf(uint64(high), unit), Unit: unit}
	v.decide()
}

// ratioTerms are the units of a ratio's sums, whether a weight is not set, and
// whether the sum that is divided is a part of the other in each record.
type ratioTerms struct {
	of, per     quantity.Unit
	unset       bool
	partOfWhole bool
}

// ratio never shows a known part as the whole. A record in scope whose part of a
// whole is missing adds between nought and its whole; one without any amount leaves
// the value open, and so do doubles and a weight that nobody has set. A percentage above
// 1,000 % is none: one of the sums is in another unit, such as thousands.
func (v *judgement) ratio(b ratioTerms, a *count.Answer, empty bool) {
	switch {
	case empty:
		v.reason = verdict.NoRecords
		return
	case v.surplus > 0:
		v.reason = verdict.MissingData
		return
	case v.open > 0 && (!b.partOfWhole || v.open != v.n[count.NotCounted] || a.NoWhole > 0):
		v.reason = verdict.MissingData
		return
	case v.open == 0 && v.n[count.Counted] == 0:
		v.reason = verdict.NoFigure
		return
	case b.unset:
		v.reason = verdict.MissingParameter
		return
	}
	per, carry := a.Per.AddCarry(a.PerOfUnknown)
	most, carried := a.Of.AddCarry(a.PerOfUnknown)
	switch {
	case carry+carried > 0:
		v.reason = verdict.MissingData
		return
	case per.IsZero():
		v.reason = verdict.ZeroDenominator
		return
	}
	ratio := func(of quantity.Wide) quantity.Ratio {
		return quantity.Ratio{Of: quantity.NewTotal(of, b.of), Per: quantity.NewTotal(per, b.per), Unit: v.threshold.Amount.Unit()}
	}
	v.low, v.high = ratio(a.Of), ratio(most)
	if v.high.Hundredfold() {
		v.low, v.high, v.reason = quantity.Ratio{}, quantity.Ratio{}, verdict.InvalidData
		return
	}
	v.decide()
}

// decide compares both bounds. Where they lie on one side of the threshold the
// verdict is certain although data are missing.
func (v *judgement) decide() {
	t := v.threshold
	low, lowHolds := v.low.Compare(t.Amount), t.Holds(v.low)
	high, highHolds := low, lowHolds
	if v.high != v.low {
		high, highHolds = v.high.Compare(t.Amount), t.Holds(v.high)
	}
	switch {
	case lowHolds && highHolds:
		v.outcome, v.reason = verdict.Met, verdict.NoReason
	case lowHolds || highHolds || low < 0 && high > 0:
		v.outcome, v.reason = verdict.Undetermined, verdict.MissingData
	case t.Comparator == plan.Exactly:
		v.outcome, v.reason = verdict.NotMet, verdict.OffThreshold
	case t.Comparator.Ceiling() || t.Comparator == plan.Between && low > 0:
		v.outcome, v.reason = verdict.NotMet, verdict.AboveThreshold
	default:
		v.outcome, v.reason = verdict.NotMet, verdict.BelowThreshold
	}
}

// alone takes a verdict back that a measure of a part of the demand cannot give
// by itself.
func alone(bias plan.Bias, o verdict.Outcome, reason verdict.Reason) (verdict.Outcome, verdict.Reason) {
	if o == verdict.Met && !bias.ShowsHit() || o == verdict.NotMet && !bias.ShowsMiss() {
		return verdict.Undetermined, verdict.PartMeasured
	}
	return o, reason
}

// value is the one value that the data leave, or none.
func (v *judgement) value() quantity.Ratio {
	if v.surplus > 0 && v.low.Per.Unit() != quantity.NoUnit || v.low != v.high || v.open > 0 && v.outcome == verdict.Undetermined {
		return quantity.Ratio{}
	}
	return v.low
}

// shortfall says what would meet the target, the denominator held.
func (v *judgement) shortfall() verdict.Shortfall {
	t := v.threshold
	if v.outcome == verdict.Met || !v.low.Defined() || v.threshold.Amount.Unit() == quantity.Coefficient { // nobody is short of a coefficient
		return verdict.Shortfall{}
	}
	ceiling := t.Amount
	if t.Comparator == plan.Between {
		ceiling = t.To
	}
	tooMuch := t.Comparator == plan.Exactly && v.low.Compare(t.Amount) >= 0 || t.Comparator == plan.Between && v.low.Compare(t.Amount) > 0
	over := t.Comparator.Ceiling() || tooMuch
	gap := func(r quantity.Ratio) quantity.Total {
		if t.Holds(r) {
			return quantity.NewTotal(quantity.Wide{}, r.Of.Unit())
		}
		missing := r.Missing(t.Amount)
		if over {
			missing = r.Surplus(ceiling)
		}
		if strict := t.Comparator == plan.MoreThan || t.Comparator == plan.LessThan; strict && r.Reaches(t.Amount, missing, over) {
			missing = quantity.NewTotal(missing.Steps().Plus(1), missing.Unit())
		}
		return missing
	}
	best, worst := v.high, v.low
	if over {
		best, worst = v.low, v.high
	}
	s := verdict.Shortfall{High: gap(worst), Over: over}
	if s.Low = s.High; best != worst {
		s.Low = gap(best)
	}
	switch perhapsNothing := v.low.Per.Unit() != quantity.NoUnit && v.inScope() <= v.surplus; {
	case s.High.IsZero():
		return verdict.Shortfall{}
	case perhapsNothing:
		s.Low = quantity.NewTotal(quantity.Wide{}, s.High.Unit())
	}
	return s
}
