package report_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// of makes a set of single results.
func of(t *testing.T, results ...verdict.Result) verdict.Results {
	t.Helper()
	require.NotEmpty(t, results)
	return verdict.Results{AsOf: results[0].AsOf, Rules: results}
}

// reported is the senior secondary gross enrolment ratio as somebody prints it.
func reported(t *testing.T, asOf quantity.Date, percent string) verdict.Results {
	t.Helper()
	figure, err := quantity.ParsePrinted(percent, quantity.Percent)
	require.NoError(t, err)
	r, err := tonghua.SeniorGrossEnrolment.Printed(asOf, figure)
	require.NoError(t, err)
	return of(t, r)
}

// admissions measures so many disabled applicants, all of them admitted.
func admissions(t *testing.T, asOf quantity.Date, applicants int) verdict.Results {
	t.Helper()
	panel := rules.MustPanel(func(_ *int, c *specialchild.Record) {
		c.Disability, c.AppliedOrdinary, c.AdmittedOrdinary = indicators.MildDisability, indicators.Yes, indicators.Yes
	}, rules.Rule[specialchild.Record](tonghua.ZeroThreshold))
	r, err := panel.Evaluate(asOf, make([]int, applicants))
	require.NoError(t, err)
	return r
}

// completed adds the inspection reports of some titles to what was measured.
func completed(t *testing.T, measured verdict.Results, titles ...string) verdict.Results {
	t.Helper()
	var evidence []verdict.Evidence
	for _, title := range titles {
		evidence = append(evidence, verdict.Evidence{Statement: plan.ZeroThreshold, Kind: plan.Assessment, Title: title, Whole: true, On: measured.AsOf})
	}
	r, err := rules.Attest(measured.AsOf, []rules.View{tonghua.ZeroThreshold}, evidence, measured)
	require.NoError(t, err)
	return r
}

// orders calls a function with every order of a list.
func orders(list []verdict.Results, do func([]verdict.Results)) {
	if len(list) < 2 {
		do(list)
		return
	}
	for i := range list {
		rest := append(append([]verdict.Results{}, list[:i]...), list[i+1:]...)
		orders(rest, func(o []verdict.Results) { do(append([]verdict.Results{list[i]}, o...)) })
	}
}

func TestTheOrderOfResultsDecidesNothing(t *testing.T) {
	measured := admissions(t, atEnd, 3)
	for _, c := range []struct {
		says      string
		results   []verdict.Results
		statement plan.ID
		want      string // the verdict in words
		asOf      quantity.Date
	}{
		{"a measure gives way to the result that evidence completed", []verdict.Results{measured, completed(t, measured, "督导报告")},
			plan.ZeroThreshold, "met", atEnd},
		{"so it does where the evidence does not suffice", []verdict.Results{measured, completed(t, measured)},
			plan.ZeroThreshold, "undetermined (only a part of the demand is measured, evidence is wanted)", atEnd},
		{"a measure without records gives way to evidence alone", []verdict.Results{admissions(t, atEnd, 0), completed(t, admissions(t, atEnd, 0), "督导报告")},
			plan.ZeroThreshold, "met", atEnd},
		{"a measure of a later day counts although nothing completes it", []verdict.Results{admissions(t, in2024, 3), completed(t, admissions(t, in2024, 3), "督导报告"), measured},
			plan.ZeroThreshold, "undetermined (only a part of the demand is measured, evidence is wanted)", atEnd},
		{"the latest of three", []verdict.Results{senior(t, in2023, 940), senior(t, in2024, 960), senior(t, in2023.Previous(), 930)},
			plan.SeniorGrossEnrolment, "met", in2024},
		{"the same result twice", []verdict.Results{senior(t, in2024, 949), senior(t, in2024, 949), senior(t, in2023, 960)},
			plan.SeniorGrossEnrolment, "not yet met", in2024},
		{"the computed figure counts before a reported one", []verdict.Results{senior(t, in2024, 949), reported(t, in2024, "95.1")},
			plan.SeniorGrossEnrolment, "not yet met", in2024},
		{"a reported figure of a later year counts", []verdict.Results{senior(t, in2023, 949), reported(t, in2024, "95.1")},
			plan.SeniorGrossEnrolment, "met", in2024},
		{"a reported figure of an earlier year does not", []verdict.Results{senior(t, in2024, 949), reported(t, in2023, "95.1")},
			plan.SeniorGrossEnrolment, "not yet met", in2024},
	} {
		t.Run(c.says, func(t *testing.T) {
			orders(c.results, func(list []verdict.Results) {
				got, ok := made(t, plan.Tonghua(), atEnd, list...).Of(c.statement)
				require.True(t, ok)
				assert.Equal(t, c.want, got.Verdict(bilingual.English))
				assert.Equal(t, c.asOf, got.AsOf)
			})
		})
	}
}

func TestResultsThatCannotStandTogetherAreAnErrorThatNamesThem(t *testing.T) {
	measured := admissions(t, atEnd, 3)
	stricter := second(t, plan.SetPopulation(plan.SeniorGrossEnrolment, above(97)))
	for _, c := range []struct {
		says    string
		results []verdict.Results
		want    []string
	}{
		{"two counties' results handed over as the city's", []verdict.Results{senior(t, in2024, 949), senior(t, in2024, 960)},
			[]string{"senior-gross-enrolment", "2024-09-01", "94.90 %", "96.00 %"}},
		{"a third that stands with none of them", []verdict.Results{senior(t, in2024, 949), senior(t, in2024, 960), senior(t, in2024, 970)},
			[]string{"senior-gross-enrolment", "2024-09-01"}},
		{"two reported figures of one date", []verdict.Results{reported(t, in2024, "95.1"), reported(t, in2024, "94.9")},
			[]string{"senior-gross-enrolment", "95.1 %", "94.9 %"}},
		{"one measure completed by two lists of evidence", []verdict.Results{completed(t, measured, "督导报告"), completed(t, measured)},
			[]string{"zero-threshold", "2025-12-31"}},
		{"what evidence completed, and another measure", []verdict.Results{completed(t, measured, "督导报告"), admissions(t, atEnd, 4)},
			[]string{"zero-threshold", "3 of 3 = 100.00 %", "4 of 4 = 100.00 %"}},
		{"a what-if in the report of the plan itself", []verdict.Results{seniorUnder(t, stricter)},
			[]string{"senior-gross-enrolment", `edition "second"`, `edition "tonghua-2021-2025"`}},
		{"a what-if among results of the plan", []verdict.Results{seniorUnder(t, stricter), senior(t, in2023, 949), measured},
			[]string{"senior-gross-enrolment", `edition "second"`}},
		{"each of several statements", []verdict.Results{senior(t, in2024, 949), senior(t, in2024, 960), measured, admissions(t, atEnd, 4)},
			[]string{"senior-gross-enrolment", "zero-threshold"}},
	} {
		t.Run(c.says, func(t *testing.T) {
			orders(c.results, func(list []verdict.Results) {
				r, err := report.New(plan.Tonghua(), atEnd, list...)
				require.Error(t, err)
				assert.Nil(t, r)
				for _, part := range c.want {
					assert.ErrorContains(t, err, part)
				}
			})
		})
	}
}

// An edition is looked at whatever the rest of a result says.
func TestAResultOfAnotherPlanIsNoResultOfThisOne(t *testing.T) {
	other, err := plan.Tonghua().Amend("other", plan.Amendment{By: bilingual.Text{ZH: "测算", EN: "what-if"}, Effective: in2023,
		Changes: []plan.Change{plan.Repeal(plan.FootballSchools)}})
	require.NoError(t, err)
	_, err = report.New(other, in2024, senior(t, in2024, 949))
	assert.ErrorContains(t, err, `a result of edition "tonghua-2021-2025" in a report of edition "other"`)
	_, err = report.NewGrouped(other, in2024, []report.Named{{Name: "东昌区", Results: senior(t, in2024, 949)}})
	assert.ErrorContains(t, err, `group "东昌区": report: senior-gross-enrolment`)

	football := of(t, verdict.Result{Statement: plan.FootballSchools, Edition: "tonghua-2021-2025", AsOf: in2024})
	_, err = report.New(other, in2024, football)
	assert.NoError(t, err, "a statement that the plan does not have is left out")
}

func TestAReportIsOfAPlanAndOfADay(t *testing.T) {
	breach := senior(t, atEnd, 949)
	for _, c := range []struct {
		says string
		plan *plan.Plan
		date quantity.Date
		want string
	}{
		{"no plan", nil, later, "no plan"},
		{"no date", plan.Tonghua(), quantity.Date{}, "want a day of the calendar"},
		{"30 February", plan.Tonghua(), quantity.DateOf(2026, 2, 30), "not-a-date"},
		{"neither plan nor date", nil, quantity.Date{}, "no plan"},
	} {
		t.Run(c.says, func(t *testing.T) {
			for _, groups := range [][]report.Named{nil, {{Name: "东昌区", Results: breach}}} {
				r, err := report.NewGrouped(c.plan, c.date, groups, breach)
				assert.Nil(t, r)
				assert.ErrorContains(t, err, c.want)
			}
			_, err := report.New(c.plan, c.date, breach)
			assert.ErrorContains(t, err, c.want)
		})
	}
	assert.Equal(t, 1, made(t, plan.Tonghua(), later, breach).Summary.Breach, "of a day it counts the breach")
}

func TestAReportedFigureStandsBesideTheComputedOne(t *testing.T) {
	exact, err := quantity.ParseAmount("99.1", quantity.Percent)
	require.NoError(t, err)
	contested, err := tonghua.SeniorGrossEnrolment.Reported(in2024, exact)
	require.NoError(t, err)
	for _, c := range []struct {
		says   string
		other  verdict.Results
		beside bool
		zh, en string // of the remark
	}{
		{"one that does not follow from the records", of(t, contested), true,
			"另有上报数据：99.1%（上报），达到，与按记录计算的949/1000=94.90%不符",
			"reported as well: 99.1 % (reported), met, which does not follow from the records: 949 / 1,000 = 94.90 %"},
		{"one that follows with the digits that were printed", reported(t, in2024, "95"), true, "另有上报数据：95%（上报），无法判定（上报数值的位数不足以判定）",
			"reported as well: 95 % (reported), undetermined (the digits of the reported figure do not settle it)"},
		{"one with a digit too many", reported(t, in2024, "94.9"), true, "另有上报数据：94.9%（上报），尚未达到", "reported as well: 94.9 % (reported), not yet met"},
		{"one that is too low for the records", reported(t, in2024, "94.8"), true, "另有上报数据：94.8%（上报），尚未达到，与按记录计算的949/1000=94.90%不符",
			"reported as well: 94.8 % (reported), not yet met, which does not follow from the records: 949 / 1,000 = 94.90 %"},
		{"one of another day of the year stands for the year all the same", reported(t, atEnd.AddYears(-1), "94.9"), true, "另有上报数据：94.9%（上报），尚未达到", ""},
		{"one of an earlier year", reported(t, in2023, "94.9"), false, "", ""},
		{"one of a later year, which counts alone", reported(t, atEnd, "94.9"), false, "", ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			orders([]verdict.Results{senior(t, in2024, 949), c.other}, func(list []verdict.Results) {
				r := made(t, plan.Tonghua(), atEnd, list...)
				row := rowOf(t, r, plan.SeniorGrossEnrolment)
				require.Equal(t, c.beside, row.Reported != nil)
				assert.Equal(t, 1, r.Summary.NotYet, "the summary counts a statement once")
				for l, want := range map[bilingual.Language]string{bilingual.Chinese: c.zh, bilingual.English: c.en} {
					if want != "" {
						assert.Contains(t, remarks(r, l), want)
					}
				}
				if !c.beside {
					assert.NotContains(t, strings.Join(remarks(r, bilingual.Chinese), "\n"), "另有上报数据")
				}
			})
		})
	}
}

// remarks are all that a report says under its rows.
func remarks(r *report.Report, l bilingual.Language) (list []string) {
	for _, section := range r.Table(report.Options{Language: l}).Sections {
		for _, line := range section.Lines {
			list = append(list, line.Remarks...)
		}
	}
	return list
}

func TestAReportSaysHowManyResultsAreLaterThanItself(t *testing.T) {
	two := verdict.Results{Rules: append(senior(t, atEnd, 949).Rules, admissions(t, atEnd, 3).Rules...)}
	for _, c := range []struct {
		says    string
		results []verdict.Results
		unused  int
		zh, en  string
	}{
		{"nothing is later", []verdict.Results{senior(t, in2024, 949)}, 0, "", ""},
		{"one of two is later", []verdict.Results{senior(t, in2024, 949), senior(t, atEnd, 949)}, 1,
			"另有1项结果的数据晚于本报告日期，未采用", "1 result has data later than this report and is not used"},
		{"all are later", []verdict.Results{two}, 2, "另有2项结果的数据晚于本报告日期，未采用", "2 results have data later than this report and are not used"},
		{"of statements that the plan does not have nobody speaks", []verdict.Results{of(t, verdict.Result{Statement: "none", AsOf: atEnd})}, 0, "", ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			r := made(t, plan.Tonghua(), in2024, c.results...)
			assert.Equal(t, c.unused, r.Unused)
			for l, want := range map[bilingual.Language]string{bilingual.Chinese: c.zh, bilingual.English: c.en} {
				preface := r.Table(report.Options{Language: l}).Preface
				if c.unused == 0 {
					assert.NotContains(t, strings.Join(preface, ""), map[bilingual.Language]string{bilingual.Chinese: "未采用", bilingual.English: "not used"}[l])
				} else {
					assert.Contains(t, preface, want)
				}
			}
		})
	}
}

// What was computed of a year and a figure of that year's last day are of one period.
func TestAComputedFigureStandsForItsYear(t *testing.T) {
	r, err := tonghua.SeniorGrossEnrolment.Evaluate(in2024, enrolment.Record{Level: indicators.SeniorSecondary, Enrolled: quantity.N(949), OfficialAge: quantity.N(1000)})
	require.NoError(t, err)
	assert.Equal(t, quantity.DateOf(2024, 12, 31), r.Until)
}
