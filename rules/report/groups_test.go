package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// staff is a senior secondary teacher of a county.
type staff struct {
	county string
	master bool
	hours  float64
}

func mapStaff(s *staff, t *teacher.Record) {
	t.Stage, t.Education, t.FullTime = indicators.SeniorHigh, indicators.Bachelor, indicators.Yes
	if s.master {
		t.Education = indicators.Master
	}
	t.TrainingHours = quantity.HoursOf(s.hours)
}

var staffPanel = rules.MustPanel(mapStaff, tonghua.SeniorMaster, rules.Rule[teacher.Record](tonghua.TeacherTrainingHours))

// masters gives each county a hundred teachers, so many of them with a master's degree.
func masters(counties map[string]int, hours float64) (rows []staff) {
	for _, county := range []string{"东昌区", "辉南县"} {
		for i := range 100 {
			rows = append(rows, staff{county, i < counties[county], hours})
		}
	}
	return rows
}

func byCounty(t *testing.T, asOf quantity.Date, rows []staff, are plan.Bearer) ([]report.Named, verdict.Results) {
	t.Helper()
	groups, err := rules.EvaluateBy(staffPanel.GroupsAre(are), asOf, rows, func(s *staff) string { return s.county })
	require.NoError(t, err)
	var named []report.Named
	for name, results := range groups.All() {
		named = append(named, report.Named{Name: name, Results: results})
	}
	return named, groups.Total()
}

// groupLines are the lines of the groups under a statement, as they are printed.
func groupLines(r *report.Report, statement bilingual.Text, l bilingual.Language) (lines []report.Line) {
	under := false
	for _, section := range r.Table(report.Options{Language: l}).Sections {
		for _, line := range section.Lines {
			if !line.Group {
				under = line.Cells[1] == statement.In(l)
			} else if under {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

func TestACountyIsNeverInBreachOfATargetOfTheCity(t *testing.T) {
	name := tonghua.SeniorMaster.Statement().Name
	for _, c := range []struct {
		says     string
		counties map[string]int
		are      plan.Bearer
		city     string
		breaches int
		without  [2]string
	}{
		{"the city has reached it, one county has not", map[string]int{"东昌区": 40, "辉南县": 5}, plan.Nobody, "达到", 0, [2]string{"5.00%", "40.00%"}},
		{"the city has missed it, and so have both counties", map[string]int{"东昌区": 6, "辉南县": 5}, plan.Nobody, "未达到，违反", 1, [2]string{"5.00%", "6.00%"}},
		{"groups that are each a county", map[string]int{"东昌区": 40, "辉南县": 5}, plan.County, "达到", 0, [2]string{"5.00%", "40.00%"}},
		{"one county alone", map[string]int{"东昌区": 0, "辉南县": 100}, plan.County, "达到", 0, [2]string{"100.00%", "0.00%"}},
	} {
		t.Run(c.says, func(t *testing.T) {
			named, total := byCounty(t, atEnd, masters(c.counties, 372), c.are)
			r := grouped(t, plan.Tonghua(), later, named, total)
			row := rowOf(t, r, plan.SeniorMaster)
			assert.Equal(t, c.city, row.Result.Verdict(bilingual.Chinese))
			assert.Equal(t, c.breaches, r.Summary.Breach)
			require.Len(t, row.Groups, 2)
			for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
				lines := groupLines(r, name, l)
				require.Len(t, lines, 2)
				for i, line := range lines {
					assert.False(t, row.Groups[i].Result.Breach())
					assert.Equal(t, l.Pick("仅供比较", "for comparison only"), line.Cells[5])
					assert.NotEmpty(t, line.Cells[2], "the value is shown")
					assert.Empty(t, line.Cells[7], "and nothing is short of a target that is not the county's")
					part := l.Pick("除该组外合计为", "the whole without this group: ")
					assert.Equal(t, []string{part + strings.ReplaceAll(c.without[i], "%", l.Pick("%", " %"))}, line.Remarks)
				}
			}
			assert.Equal(t, c.breaches == 0, printed(t, r, report.Options{Only: report.Breaches}) == nil)
		})
	}
}

// printed are the statements that a report prints.
func printed(t *testing.T, r *report.Report, o report.Options) (names []string) {
	t.Helper()
	for _, section := range r.Table(o).Sections {
		for _, line := range section.Lines {
			if !line.Group {
				names = append(names, line.Cells[1])
			}
		}
	}
	return names
}

func TestADutyOnEachTeacherBindsInEveryCounty(t *testing.T) {
	rows := masters(map[string]int{"东昌区": 40, "辉南县": 40}, 372)
	for i := range rows {
		if rows[i].county == "辉南县" {
			rows[i].hours = 355.5
		}
	}
	for _, are := range []plan.Bearer{plan.Nobody, plan.County} {
		named, total := byCounty(t, atEnd, rows, are)
		for date, want := range map[quantity.Date]string{atEnd: "尚未达到", later: "未达到，违反"} {
			r := grouped(t, plan.Tonghua(), date, named, total)
			lines := groupLines(r, tonghua.TeacherTrainingHours.Statement().Name, bilingual.Chinese)
			require.Len(t, lines, 2)
			assert.Equal(t, []string{"达到", want}, []string{lines[0].Cells[5], lines[1].Cells[5]}, date)
			assert.Equal(t, "有100名教师的培训学时未达标", lines[1].Cells[7])
		}
	}
}

// A county that a program judges by itself, as a register of its own, is told to be
// one by Panel.For.
func TestTheRegisterOfOneCountyIsShownForComparison(t *testing.T) {
	county := masters(map[string]int{"东昌区": 5}, 372)[:100]
	own, err := staffPanel.For(plan.County).Evaluate(atEnd, county)
	require.NoError(t, err)
	r := grouped(t, plan.Tonghua(), later, []report.Named{{Name: "东昌区", Results: own}})
	row := rowOf(t, r, plan.SeniorMaster)
	assert.Nil(t, row.Result)
	require.Len(t, row.Groups, 1)
	assert.Equal(t, verdict.ForComparison, row.Groups[0].Result.Reason)
	assert.Equal(t, []string{"", "  东昌区", "5/100=5.00%", "", "", "仅供比较", "", "", "2025-12-31"},
		groupLines(r, tonghua.SeniorMaster.Statement().Name, bilingual.Chinese)[0].Cells)
}

func TestACountyCountedAsIfItWereTheCityIsShownForComparisonUnderEveryReading(t *testing.T) {
	county := masters(map[string]int{"东昌区": 5}, 372)[:100]
	own, err := staffPanel.Evaluate(atEnd, county)
	require.NoError(t, err)
	row := rowOf(t, grouped(t, plan.Tonghua(), later, []report.Named{{Name: "东昌区", Results: own}}), plan.SeniorMaster)
	shown := row.Groups[0].Result
	before, _ := own.Of(plan.SeniorMaster)
	require.NotEmpty(t, shown.Readings)
	for i, one := range shown.Readings {
		if one.Computed {
			assert.Equal(t, []any{verdict.NotApplicable, verdict.ForComparison, verdict.Shortfall{}}, []any{one.Outcome, one.Reason, one.Shortfall}, one.Key)
			assert.Equal(t, before.Readings[i].Value, one.Value, "the value stays")
		}
	}
	assert.Equal(t, verdict.NotMet, before.Readings[0].Outcome, "and what was handed in stays as it was")
}

func TestGroupsStandInTheirOrderEachWithItsPartOfTheWhole(t *testing.T) {
	named, total := byCounty(t, atEnd, masters(map[string]int{"东昌区": 40, "辉南县": 5}, 372), plan.County)
	slices.Reverse(named)
	row := rowOf(t, grouped(t, plan.Tonghua(), later, named, total), plan.SeniorMaster)
	var got []string
	for _, g := range row.Groups {
		got = append(got, g.Name+" "+g.Result.Part.Of.Number()+"/"+g.Result.Part.Per.Number())
	}
	assert.Equal(t, []string{"辉南县 5/100", "东昌区 40/100"}, got)
	assert.True(t, row.Result.Part.IsZero(), "the whole is no part")
}

func TestAGroupShowsTheLatestOfItsResults(t *testing.T) {
	older, newer := senior(t, in2023, 940), senior(t, in2024, 960)
	for says, results := range map[string]verdict.Results{
		"older first": {Rules: slices.Concat(older.Rules, newer.Rules)},
		"newer first": {Rules: slices.Concat(newer.Rules, older.Rules)},
	} {
		t.Run(says, func(t *testing.T) {
			for date, want := range map[quantity.Date]quantity.Date{atEnd: in2024, in2024.Previous(): in2023} {
				row := rowOf(t, grouped(t, plan.Tonghua(), date, []report.Named{{Name: "东昌区", Results: results}}), plan.SeniorGrossEnrolment)
				require.Len(t, row.Groups, 1)
				assert.Equal(t, want, row.Groups[0].Result.AsOf)
			}
		})
	}
}

func TestResultsOfGroupsThatAreLaterThanTheReportAreCountedToo(t *testing.T) {
	r := grouped(t, plan.Tonghua(), in2023, []report.Named{{Name: "东昌区", Results: senior(t, in2024, 960)}}, senior(t, in2023, 940))
	assert.Empty(t, rowOf(t, r, plan.SeniorGrossEnrolment).Groups)
	assert.Equal(t, 1, r.Unused)
}

func TestACountyThatWasJudgedAsIfItWereTheCityIsNotAccused(t *testing.T) {
	r := grouped(t, plan.Tonghua(), later, []report.Named{{Name: "东昌区", Results: senior(t, atEnd, 900)}}, senior(t, atEnd, 960))
	lines := groupLines(r, tonghua.SeniorGrossEnrolment.Statement().Name, bilingual.Chinese)
	require.Len(t, lines, 1)
	assert.Equal(t, "900/1000=90.00%", lines[0].Cells[2])
	assert.NotContains(t, lines[0].Cells[5], "违反")
	assert.Empty(t, lines[0].Cells[7])
}
