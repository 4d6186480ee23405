package report_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func day(y int, m time.Month, d int) quantity.Date { return quantity.DateOf(y, m, d) }

// paper is a published measure that meets the guideline on labour education.
func paper(on quantity.Date) verdict.Evidence {
	return verdict.Evidence{Kind: plan.PublishedMeasure, Title: "劳动教育指导纲要", Number: "8号", Issuer: "市教育局", On: on}
}

func attested(t *testing.T, rule rules.Attested, asOf quantity.Date, evidence ...verdict.Evidence) verdict.Results {
	t.Helper()
	r, err := rule.Evaluate(asOf, evidence...)
	require.NoError(t, err)
	return of(t, r)
}

// graduates is a pupil of the last grade who got a certificate although he failed the fitness standard.
func graduates(t *testing.T, asOf quantity.Date) verdict.Results {
	t.Helper()
	r, err := tonghua.FitnessCertificate.Evaluate(asOf, pupil.Record{FinalGrade: indicators.Yes, Fitness: indicators.FitnessFailed, PEExempt: indicators.No, Certificate: indicators.Yes})
	require.NoError(t, err)
	return of(t, r)
}

func TestASummaryCountsAStatementOnceByWhatTheReportSaysOfIt(t *testing.T) {
	half, err := tonghua.BalancedEvaluation.Reported(atEnd, quantity.MustAmount(1, 2, quantity.Percent))
	require.NoError(t, err)
	outside, err := tonghua.OversizedClasses.Evaluate(in2024, class.Record{Stage: indicators.SeniorHigh, Pupils: quantity.N(56)})
	require.NoError(t, err)
	for _, c := range []struct {
		says   string
		date   quantity.Date
		data   verdict.Results
		want   report.Summary
		zh, en string // of the count, and the verdict that is printed
		cell   string
	}{
		{"met", in2024, senior(t, in2024, 960), report.Summary{Met: 1}, "：达到1项", ": 1 met", "达到"},
		{"met by evidence of a day before the deadline", day(2026, 6, 30), attested(t, tonghua.LabourGuideline, day(2026, 6, 30), paper(atEnd)), report.Summary{Met: 1}, "达到1项", "1 met", "达到"},
		{"met late", day(2026, 6, 30), attested(t, tonghua.LabourGuideline, day(2026, 6, 30), paper(later)), report.Summary{MetLate: 1}, "逾期达到1项", "1 met late", "逾期达到（2026年1月1日）"},
		{"met, and nobody knows since when", later, senior(t, later, 960), report.Summary{Met: 1}, "达到1项", "1 met", "达到（达到日期不详）"},
		{"not yet met on the deadline's own day", atEnd, senior(t, atEnd, 949), report.Summary{NotYet: 1}, "尚未达到1项", "1 not yet met", "尚未达到"},
		{"a must that was missed is in breach", later, senior(t, atEnd, 949), report.Summary{Breach: 1}, "违反1项", "1 in breach", "未达到，违反"},
		{"what the city strives for is missed without breach", later, of(t, half), report.Summary{Missed: 1}, "未达到（不属违反）1项", "1 missed without breach", "未达到"},
		{"and not yet met before", atEnd, of(t, half), report.Summary{NotYet: 1}, "尚未达到1项", "1 not yet met", "尚未达到"},
		{"a standing must binds up to the plan's last day", atEnd, graduates(t, atEnd), report.Summary{Breach: 1}, "违反1项", "1 in breach", "未达到，违反"},
		{"and is in breach in a later report of that day's data", later, graduates(t, atEnd), report.Summary{Breach: 1}, "违反1项", "1 in breach", "未达到，违反"},
		{"but nobody breaks it once the plan has ended", later, graduates(t, later), report.Summary{Missed: 1}, "未达到（不属违反）1项", "1 missed without breach", "未达到（规划期已满）"},
		{"data leave it open", in2024, seniorOf(t, quantity.Count{}), report.Summary{Undetermined: 1}, "无法判定1项", "1 undetermined", "无法判定（数据缺失）"},
		{"data are of a time before the deadline", later, senior(t, in2024, 949), report.Summary{Undetermined: 1}, "无法判定1项", "1 undetermined", "无法判定（数据早于期限）"},
		{"nothing is in scope", in2024, of(t, outside), report.Summary{NotApplicable: 1}, "不适用1项", "1 not applicable", "不适用（无适用对象）"},
		{"data are later than the report", in2023, senior(t, in2024, 960), report.Summary{}, "无数据304项", "304 without data", ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			r := made(t, plan.Tonghua(), c.date, c.data)
			c.want.Statements, c.want.NoDemand = 324, 20
			c.want.NoData = 304 - total(c.want) + c.want.NoDemand
			assert.Equal(t, c.want, r.Summary)
			assert.Contains(t, r.Summary.In(bilingual.Chinese), c.zh)
			assert.Contains(t, r.Summary.In(bilingual.English), c.en)
			if c.cell != "" {
				cells := rowCells(t, r, c.data.Rules[0].Statement, bilingual.Chinese)
				assert.Equal(t, c.cell, cells[5])
			}
			assert.Equal(t, r.Summary.Statements, total(r.Summary), "every statement is counted once")
			for _, part := range r.Parts {
				assert.Equal(t, part.Summary.Statements, total(part.Summary))
			}
		})
	}
}

// total adds up all counts of a summary but the first, whatever they are called.
func total(s report.Summary) (sum int) {
	v := reflect.ValueOf(s)
	for i := 1; i < v.NumField(); i++ {
		sum += int(v.Field(i).Int())
	}
	return sum
}

// rowCells are the cells that are printed of a statement.
func rowCells(t *testing.T, r *report.Report, id plan.ID, l bilingual.Language) []string {
	t.Helper()
	row := rowOf(t, r, id)
	for _, section := range r.Table(report.Options{Language: l, All: true}).Sections {
		for _, line := range section.Lines {
			if line.Cells[1] == row.Name.In(l) && line.Cells[0] == row.Citation.In(l) {
				return line.Cells
			}
		}
	}
	t.Fatalf("%s is not printed", id)
	return nil
}

// Missed earlier years of a yearly duty make it past before its deadline of this year.
func TestAReportOfTheDayKeepsTheBreachOfAYearlyDuty(t *testing.T) {
	act := verdict.Evidence{Kind: plan.Act, Title: "师德宣传月", Whole: true, On: day(2022, 9, 9)}
	for _, c := range []struct {
		says         string
		data, report quantity.Date
		breach       bool
	}{
		{"nothing is missed in the year of the act", day(2022, 12, 31), day(2022, 12, 31), false},
		{"the year's own act may still come", day(2023, 6, 30), day(2023, 6, 30), false},
		{"on its last day too", day(2023, 12, 31), day(2023, 12, 31), false},
		{"a year has been missed", day(2024, 6, 30), day(2024, 6, 30), true},
		{"and is missed in a report of a later day", day(2024, 6, 30), day(2025, 6, 30), true},
		{"two years have been missed", day(2025, 12, 31), day(2025, 12, 31), true},
		{"the plan is over", day(2026, 2, 1), day(2026, 2, 1), true},
	} {
		t.Run(c.says, func(t *testing.T) {
			data := attested(t, tonghua.EthicsMonth, c.data, act)
			require.Equal(t, c.breach, data.Rules[0].Breach(), "so the rule says")
			r := made(t, plan.Tonghua(), c.report, data)
			got, _ := r.Of(plan.EthicsMonth)
			assert.Equal(t, c.breach, got.Breach())
			assert.Equal(t, c.breach, r.Summary.Breach == 1)
			assert.Equal(t, c.breach, rowCells(t, r, plan.EthicsMonth, bilingual.Chinese)[5] == "未达到，违反")
			if c.data == c.report {
				assert.True(t, data.Rules[0].Equal(got), "of its own day a result is shown as it is")
			}
		})
	}
}

func TestAFigureOfATimeBeforeThePlanDecidesNothingOnceTheDeadlineHasPassed(t *testing.T) {
	for pupils, before := range map[int]string{940: "无法判定（规划印发前的数据，只作基期）", 960: "无法判定（规划印发前的数据，只作基期）"} {
		data := senior(t, day(2020, 12, 31), pupils)
		assert.Equal(t, before, rowCells(t, made(t, plan.Tonghua(), atEnd, data), plan.SeniorGrossEnrolment, bilingual.Chinese)[5])
		r := made(t, plan.Tonghua(), later, data)
		assert.Equal(t, "无法判定（数据早于期限）", rowCells(t, r, plan.SeniorGrossEnrolment, bilingual.Chinese)[5])
		assert.Equal(t, 1, r.Summary.Undetermined)
	}
}

func TestResultsThatALaterOneSupersedesStandInNobodysWay(t *testing.T) {
	orders([]verdict.Results{senior(t, in2023, 940), senior(t, in2023, 941), senior(t, in2024, 960)}, func(list []verdict.Results) {
		r, err := report.New(plan.Tonghua(), atEnd, list...)
		if assert.NoError(t, err) {
			got, _ := r.Of(plan.SeniorGrossEnrolment)
			assert.Equal(t, in2024, got.AsOf)
		}
	})
}
