package rules

import (
	"math/big"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// records says how many records a verdict rests on.
type records struct{ read, skipped, absent int64 }

// judge fills in a result what was counted for a rule's readings. Absent records
// are those expected but not read: they may be anything.
func judge[R indicators.Record[R]](c *boundRule[R], r *verdict.Result, readings []boundReading[R], answers []count.Answer, n records) {
	main, unit := &readings[0], c.subject.Unit()
	v := main.judge(unit, &answers[0], n)
	r.Readings = judgeReadings(c, readings, answers, &v, n)
	if main.form == indicators.RatioForm && v.reason == verdict.EmptyScope {
		for _, other := range r.Readings {
			if other.Lowest.Defined() {
				v.outcome, v.reason = verdict.Undetermined, verdict.OtherPopulation
				r.Readings[0].Outcome, r.Readings[0].Reason = v.outcome, v.reason
				break
			}
		}
	}
	settle(r, &v)
	r.Records = verdict.Records{Read: n.read, Skipped: n.skipped, Absent: n.absent,
		InScope: v.inScope(), Open: v.open, Invalid: answers[0].OpenInvalid}
	for _, g := range answers[0].Gaps {
		if r.Gaps == nil {
			r.Gaps = make([]verdict.FieldGap, 0, len(answers[0].Gaps))
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

// judgeReported turns a figure worked out elsewhere into a result. The readings
// of the statement that change its scope cannot be told from it.
func (c *boundRule[R]) judgeReported(asOf quantity.Date, b *resolvedRule[R], value quantity.Ratio) (r verdict.Result) {
	r = c.before(asOf, b)
	r.Reported = true
	v := judgement{threshold: r.Threshold, low: value, high: value}
	v.decide()
	v.outcome, v.reason = alone(c.statement.Partly.Bias, v.outcome, v.reason)
	settle(&r, &v)
	return r
}

// newResult returns what the rule says before any data.
func (c *boundRule[R]) newResult(asOf quantity.Date, on *resolvedRule[R]) verdict.Result {
	s, b := c.statement, &on.readings[0]
	r := newResult(c.plan, s, asOf)
	r.Subject, r.Measure = c.subject.Label(), on.measure
	r.Each, r.Threshold, r.Reading, r.Unset, r.Partly = b.each, b.population, b.reading.Key, b.unset, s.Partly
	if r.Threshold != s.Population && !s.Population.IsZero() {
		r.Stated = s.Population
	}
	r.Pace = line(s.Baseline, r.Deadline, r.Threshold, r.AsOf, r.Due)
	return r
}

// newResult returns what a statement says of itself on a date.
func newResult(p *plan.Plan, s *plan.Statement, asOf quantity.Date) verdict.Result {
	first, _ := p.Period()
	return verdict.Result{
		Format: verdict.Format, Library: verdict.Version, Edition: p.Edition(), From: first, AsOf: asOf,
		Statement: s.ID, Name: s.Name, Modality: s.Modality, Deadline: s.Deadline,
		Citation: bilingual.Text{ZH: s.Citation(bilingual.Chinese), EN: s.Citation(bilingual.English)},
		Due:      verdict.DueOn(asOf, asOf, first, s.Deadline),
	}
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
	if left := r.Deadline.On.DaysSince(r.AsOf); left > 0 && r.Value.Compare(r.Threshold.Amount) < 0 {
		r.Pace.Yearly, _ = r.Value.StepTo(r.Threshold.Amount, 365, uint64(left))
	}
}

// judgeReadings returns what each of the statement's readings gives, the
// deciding one first; a statement without readings has none.
func judgeReadings[R indicators.Record[R]](c *boundRule[R], readings []boundReading[R], answers []count.Answer, main *judgement, n records) []verdict.ReadingResult {
	if len(c.statement.Readings) == 0 {
		return nil
	}
	list := make([]verdict.ReadingResult, len(c.statement.Readings))
	for i := range list {
		said, out := &c.statement.Readings[i], &list[i]
		out.Key, out.Name, out.Why, out.Decides = said.Key, said.Name, said.Why, said.Decides
		for k := range readings {
			b := &readings[k]
			if b.reading.Key != said.Key {
				continue
			}
			v := main
			if k > 0 {
				other := b.judge(c.subject.Unit(), &answers[k], n)
				v = &other
			}
			out.Computed, out.Outcome, out.Reason = true, v.outcome, v.reason
			out.Threshold, out.Value, out.Lowest, out.Highest = b.population, v.value(), v.low, v.high
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
}

func (b *boundReading[R]) judge(unit quantity.Unit, a *count.Answer, n records) judgement {
	v := judgement{threshold: b.population, n: a.Classes}
	v.open = a.Open(b.form == indicators.RatioForm) + n.absent
	v.n[count.Anything] += n.absent
	empty := n.read-n.skipped+n.absent == 0
	switch b.form {
	case indicators.RatioForm:
		v.ratio(ratioUnits{b.ofUnit, b.perUnit, len(b.unset) > 0}, a, empty)
	case indicators.CountForm:
		v.count(b.population.Amount.Unit(), empty)
	default:
		v.share(unit, empty)
	}
	if len(b.unset) > 0 && v.outcome == verdict.Undetermined && !empty {
		v.reason = verdict.MissingParameter
	}
	if v.outcome == verdict.Undetermined && v.reason == verdict.MissingData {
		switch {
		case a.OpenInvalid > 0:
			v.reason = verdict.InvalidData
		case n.absent > 0 && v.open == n.absent:
			v.reason = verdict.AbsentRecords
		}
	}
	v.outcome, v.reason = alone(b.bias, v.outcome, v.reason)
	return v
}

func (v *judgement) inScope() int64 {
	return v.n[count.Counted] + v.n[count.NotCounted] + v.n[count.InScope]
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
	low := part(unit, n[count.Counted], sure+n[count.OutOfScope|count.NotCounted]+n[count.Anything])
	high := part(unit, n[count.Counted]+n[count.InScope]+n[count.OutOfScope|count.Counted]+n[count.Anything], sure+n[count.OutOfScope|count.Counted]+n[count.Anything])
	if !low.Defined() {
		low = high // all that may be in scope would count
	}
	if !high.Defined() {
		high = low // all that may be in scope would not
	}
	v.low, v.high = low, high
	v.decide()
	if sure == 0 && v.outcome != verdict.Undetermined {
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
	low := n[count.Counted]
	high := low + n[count.InScope] + n[count.OutOfScope|count.Counted] + n[count.Anything]
	v.low = quantity.Ratio{Of: quantity.TotalOf(uint64(low), unit), Unit: unit}
	v.high = quantity.Ratio{Of: quantity.TotalOf(uint64(high), unit), Unit: unit}
	v.decide()
}

// ratioUnits are the units of a ratio's sums, and whether a weight is not set.
type ratioUnits struct {
	of, per quantity.Unit
	unset   bool
}

// ratio never shows a known part as the whole: one record in scope without its
// amounts leaves it undetermined, and so does a weight that nobody has set.
func (v *judgement) ratio(b ratioUnits, a *count.Answer, empty bool) {
	switch {
	case empty:
		v.reason = verdict.NoRecords
		return
	case v.open > 0:
		v.reason = verdict.MissingData
		return
	case v.n[count.Counted] == 0:
		v.outcome, v.reason = verdict.NotApplicable, verdict.EmptyScope
		return
	case b.unset:
		v.reason = verdict.MissingParameter
		return
	case a.Per.IsZero():
		v.reason = verdict.ZeroDenominator
		return
	}
	v.low = quantity.Ratio{Of: quantity.NewTotal(a.Of, b.of), Per: quantity.NewTotal(a.Per, b.per), Unit: v.threshold.Amount.Unit()}
	v.high = v.low
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
	hit, miss := bias != plan.Flatters && bias != plan.Indicates, bias != plan.Accuses && bias != plan.Indicates
	if o == verdict.Met && !hit || o == verdict.NotMet && !miss {
		return verdict.Undetermined, verdict.PartMeasured
	}
	return o, reason
}

// value is the one value that the data leave, or none.
func (v *judgement) value() quantity.Ratio {
	if v.open > 0 && (v.low != v.high || v.outcome == verdict.Undetermined) {
		return quantity.Ratio{}
	}
	return v.low
}

// shortfall says what would meet the target, the denominator held.
func (v *judgement) shortfall() verdict.Shortfall {
	t := v.threshold
	if v.outcome == verdict.Met || !v.low.Defined() {
		return verdict.Shortfall{}
	}
	ceiling := t.Amount
	if t.Comparator == plan.Between {
		ceiling = t.To
	}
	gap := func(r quantity.Ratio, over bool) quantity.Total {
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
	s := verdict.Shortfall{Low: gap(v.high, false), High: gap(v.low, false)}
	tooMuch := t.Comparator == plan.Exactly && v.low.Compare(t.Amount) >= 0 || t.Comparator == plan.Between && v.low.Compare(t.Amount) > 0
	if t.Comparator.Ceiling() || tooMuch {
		s = verdict.Shortfall{Low: gap(v.low, true), High: gap(v.high, true), Over: true}
	}
	switch perhapsNothing := v.low.Per.Unit() != quantity.NoUnit && v.inScope() == 0; {
	case s.High.IsZero():
		return verdict.Shortfall{}
	case perhapsNothing:
		s.Low = quantity.NewTotal(quantity.Wide{}, s.High.Unit())
	}
	return s
}

// line returns where the straight line from a baseline to its target stands.
func line(baseline plan.Figure, d plan.Deadline, t plan.Threshold, asOf quantity.Date, due verdict.Due) verdict.Pace {
	if baseline.IsZero() || due != verdict.Open || t.Comparator != plan.AtLeast || baseline.Amount.Unit() != t.Amount.Unit() {
		return verdict.Pace{}
	}
	total, gone := d.On.DaysSince(baseline.On), asOf.DaysSince(baseline.On)
	if total <= 0 || gone < 0 {
		return verdict.Pace{}
	}
	p := verdict.Pace{Baseline: baseline.Amount, On: baseline.On}
	if t.Amount.Compare(baseline.Amount) <= 0 {
		p.Hold, p.Expected = true, t.Amount
	} else if e, ok := between(baseline.Amount, t.Amount, gone, total); ok {
		p.Expected = e
	} else {
		return verdict.Pace{}
	}
	return p
}

// between returns the point of a straight line after gone of total days, and
// whether it can be said exactly: products of two fractions outgrow 64 bits.
func between(from, to quantity.Amount, gone, total int) (quantity.Amount, bool) {
	start := fraction(from)
	way := new(big.Rat).Sub(fraction(to), start)
	at := start.Add(start, way.Mul(way, big.NewRat(int64(gone), int64(total))))
	if !at.Num().IsUint64() || !at.Denom().IsUint64() {
		return quantity.Amount{}, false
	}
	amount, err := quantity.NewAmount(at.Num().Uint64(), at.Denom().Uint64(), from.Unit())
	return amount, err == nil
}

func fraction(a quantity.Amount) *big.Rat {
	num, den := a.Fraction()
	return new(big.Rat).SetFrac(new(big.Int).SetUint64(num), new(big.Int).SetUint64(den))
}
