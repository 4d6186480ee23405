package rules

import (
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Attest judges what evidence shows on the as-of date: each rule of the book
// that evidence alone answers, and each result of a measure that covers a part
// of its demand only. Of a statement computed in part evidence shows the rest of the
// demand: without a measured result nothing but a report on the whole demand answers
// it. The results come in the order of the book. Evidence on a statement that takes
// none is an error, and so are two measured results on one statement.
func Attest(asOf quantity.Date, book []View, evidence []verdict.Evidence, measured ...verdict.Results) (verdict.Results, error) {
	if err := checkDate(asOf); err != nil {
		return verdict.Results{}, err
	}
	pieces := map[plan.ID][]verdict.Evidence{}
	for _, e := range evidence {
		pieces[e.Statement] = append(pieces[e.Statement], e)
	}
	results := map[plan.ID]verdict.Result{}
	var errs []error
	for _, set := range measured {
		for _, one := range set.Rules {
			if _, twice := results[one.Statement]; twice {
				errs = append(errs, fmt.Errorf("rules: two measured results on %s", one.Statement))
			}
			results[one.Statement] = one
		}
	}
	out := verdict.Results{AsOf: asOf}
	for _, v := range book {
		if v == nil || v.Statement() == nil {
			errs = append(errs, ErrZero)
			continue
		}
		of := pieces[v.ID()]
		a, err := NewAttested(v.Plan(), v.ID())
		if err != nil { // it takes no evidence
			continue
		}
		delete(pieces, v.ID())
		one, there := results[v.ID()]
		switch {
		case there:
			out.Rules = append(out.Rules, a.complete(one, of))
		case v.Form() == indicators.EvidenceForm || len(of) > 0:
			out.Rules = append(out.Rules, a.unmeasured(a.judge(asOf, of)))
		}
	}
	for i, e := range evidence {
		if _, left := pieces[e.Statement]; left {
			errs = append(errs, fmt.Errorf("rules: evidence %d: statement %q is not in the book or takes no evidence", i+1, e.Statement))
		}
	}
	if len(errs) > 0 {
		return verdict.Results{}, errors.Join(errs...)
	}
	return out, nil
}

// complete adds evidence to a result whose measure covers a part of the demand
// only. Where the measure reaches its threshold, evidence of the components shows
// the rest. A measured miss, or one that the data leave possible, is overruled by
// nothing but a report on the whole demand in the year of the data, and the result
// says so; a miss of a measure that can only flatter stands. What decides so decides
// each reading: one whose own measure is not reached stays open.
func (a Attested) complete(measured verdict.Result, evidence []verdict.Evidence) verdict.Result {
	shown := a.judge(measured.AsOf, evidence)
	if measured.Reason == verdict.NoRecords || measured.Reason == verdict.NoFigure {
		shown.Partly = measured.Partly
		return a.unmeasured(shown)
	}
	measured.Evidence, measured.Components = shown.Evidence, shown.Components
	if measured.Outcome != verdict.Undetermined || measured.Partly.IsZero() {
		return measured
	}
	reached := partReached(measured.Reason, measured.Threshold, measured.Lowest, measured.Highest)
	switch {
	case reached && shown.Outcome == verdict.Met:
	case !reached && !measured.Partly.Bias.ShowsMiss() && a.reported(measured.Until.Year(), shown.Evidence):
		measured.Overruled = true
	default:
		return measured
	}
	measured.Outcome, measured.Reason, measured.Shortfall = verdict.Met, verdict.NoReason, verdict.Shortfall{}
	measured.Readings = slices.Clone(measured.Readings)
	for i := range measured.Readings {
		if r := &measured.Readings[i]; r.Computed && (measured.Overruled || partReached(r.Reason, r.Threshold, r.Lowest, r.Highest)) {
			r.Outcome, r.Reason, r.Shortfall = verdict.Met, verdict.NoReason, verdict.Shortfall{}
		}
	}
	return measured
}

// unmeasured takes the verdict back of a statement computed in part that nothing has
// measured: its evidence shows the rest alone, unless it reports on the whole.
func (a Attested) unmeasured(shown verdict.Result) verdict.Result {
	if a.statement.Evaluable == plan.InPart && shown.Outcome == verdict.Met && !a.reported(shown.Until.Year(), shown.Evidence) {
		shown.Outcome, shown.Reason, shown.MetOn = verdict.Undetermined, verdict.NoFigure, quantity.Date{}
	}
	return shown
}

// partReached reports whether the measured part of a demand reaches its threshold,
// whatever the records lack.
func partReached(reason verdict.Reason, t plan.Threshold, lowest, highest quantity.Ratio) bool {
	return reason == verdict.PartMeasured && t.Holds(lowest) && t.Holds(highest)
}

// reported reports whether a piece that counts reports on the whole demand in a year.
func (a Attested) reported(year int, evidence []verdict.EvidenceResult) bool {
	return slices.ContainsFunc(evidence, func(e verdict.EvidenceResult) bool {
		return e.Refusal == verdict.NotRefused && e.Whole && e.AboutYear() == year &&
			!slices.ContainsFunc(a.statement.Components, func(c plan.Component) bool { return !slices.Contains(c.Reports, e.Kind) })
	})
}
