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
// of its demand only. A statement computed in part without a measured result is
// answered by its evidence, if there is any. The results come in the order of
// the book. Evidence on a statement that takes none is an error, and so are two
// measured results on one statement.
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
			out.Rules = append(out.Rules, a.judge(asOf, of))
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
// says so; a miss of a measure that can only flatter stands.
func (a Attested) complete(measured verdict.Result, evidence []verdict.Evidence) verdict.Result {
	shown := a.judge(measured.AsOf, evidence)
	if measured.Reason == verdict.NoRecords || measured.Reason == verdict.NoFigure {
		shown.Partly = measured.Partly
		return shown
	}
	measured.Evidence, measured.Components = shown.Evidence, shown.Components
	reached := measured.Reason == verdict.PartMeasured && measured.Threshold.Holds(measured.Lowest) && measured.Threshold.Holds(measured.Highest)
	mayAccuse := measured.Partly.Bias == plan.Accuses || measured.Partly.Bias == plan.Indicates
	switch {
	case measured.Outcome != verdict.Undetermined || measured.Partly.IsZero():
		return measured
	case reached && shown.Outcome == verdict.Met:
	case !reached && mayAccuse && a.reported(measured, shown.Evidence):
		measured.Overruled = true
	default:
		return measured
	}
	measured.Outcome, measured.Reason, measured.Shortfall = verdict.Met, verdict.NoReason, verdict.Shortfall{}
	measured.Readings = slices.Clone(measured.Readings)
	for i := range measured.Readings {
		if r := &measured.Readings[i]; r.Computed {
			r.Outcome, r.Reason, r.Shortfall = verdict.Met, verdict.NoReason, verdict.Shortfall{}
		}
	}
	return measured
}

// reported reports whether a piece that counts reports on the whole demand in the
// year of the data.
func (a Attested) reported(measured verdict.Result, evidence []verdict.EvidenceResult) bool {
	return slices.ContainsFunc(evidence, func(e verdict.EvidenceResult) bool {
		return e.Refusal == verdict.NotRefused && e.Whole && e.AboutYear() == measured.Until.Year() &&
			!slices.ContainsFunc(a.statement.Components, func(c plan.Component) bool { return !slices.Contains(c.Reports, e.Kind) })
	})
}
