package main

import (
	"database/sql"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/checks"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	htmlpage "github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/report/publish"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// The rows of the table in README.md, each in a program that runs.

type member struct {
	Name, County, Post string
	Hours              sql.NullFloat64
}

func fill(s *member, t *teacher.Record) {
	if s.Post == "cook" {
		t.Skip()
	}
	t.TrainingHours = quantity.HoursOf(s.Hours.Float64).If(s.Hours.Valid)
}

var (
	asOf = quantity.DateOf(2025, 12, 31)
	rows = []member{
		{"Wang", "东昌区", "teacher", sql.NullFloat64{Float64: 372, Valid: true}},
		{"Li", "集安市", "teacher", sql.NullFloat64{Float64: 355.5, Valid: true}},
		{"Zhao", "集安市", "cook", sql.NullFloat64{}},
		{"Sun", "集安市", "teacher", sql.NullFloat64{Float64: -1, Valid: true}},
	}
)

func training() *rules.Panel[member, teacher.Record] {
	return rules.MustPanel(fill, rules.Rule[teacher.Record](tonghua.TeacherTrainingHours))
}

func Example_allRulesOfASubject() {
	panel, err := rules.NewPanel(fill, tonghua.Teachers()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	results, err := panel.Evaluate(asOf, rows)
	fmt.Println(len(results.Rules) == len(tonghua.Teachers()), results.Read, results.Skipped, err)
	// Output: true 4 1 <nil>
}

func Example_byCounty() {
	panel := training()
	counties, err := rules.EvaluateBy(panel, asOf, rows, func(s *member) string { return s.County })
	if err != nil {
		fmt.Println(err)
		return
	}
	for county, results := range counties.All() {
		fmt.Println(county, results.Rules[0].Verdict(bilingual.English))
	}
	// Output:
	// 东昌区 met
	// 集安市 not yet met
}

func Example_offenders() {
	panel := training().OnFinding(func(row int64, s *member, f *rules.Finding[teacher.Record]) bool {
		fmt.Println(row, s.Name, f.Statement())
		return true
	})
	_, err := panel.Evaluate(asOf, rows)
	fmt.Println(err)
	// Output:
	// 1 Li teacher-training-hours
	// <nil>
}

func Example_badCells() {
	results, err := training().Evaluate(asOf, rows)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, fault := range results.Faults {
		fmt.Println(fault.Text(bilingual.English))
	}
	// Output: row 4: training hours in the cycle: negative
}

func Example_expectedRows() {
	panel := training()
	panel = panel.Expecting(15_000)
	results, err := panel.Evaluate(asOf, rows[:1])
	fmt.Println(results.Rules[0].Outcome, results.Rules[0].Reason, results.Rules[0].Records.Absent, err)
	// Output: undetermined absent-records 14999 <nil>
}

func Example_doubles() {
	panel := training().Keyed(func(s *member) string { return s.Name })
	results, err := panel.Evaluate(asOf, []member{rows[0], rows[0]})
	fmt.Println(results.Read, results.Doubled, results.Rules[0].Records.InScope, results.Faults[0].Text(bilingual.English), err)
	// Output: 2 1 1 row 2 (Wang): the same record as row 1 <nil>
}

func Example_dashboard() {
	evaluator, err := training().Start(asOf)
	if err != nil {
		fmt.Println(err)
		return
	}
	saved := rows[1]
	saved.Hours.Float64 = 360
	fmt.Println(evaluator.Add(&rows[0]), evaluator.Add(&rows[1]), evaluator.Results().Rules[0].Outcome)
	fmt.Println(evaluator.Replace(&rows[1], &saved), evaluator.Results().Rules[0].Outcome)
	// Output:
	// <nil> <nil> not-met
	// <nil> met
}

func Example_oneRecord() {
	finding := tonghua.FitnessCertificate.Check(asOf, pupil.Record{
		FinalGrade: indicators.Yes, Fitness: indicators.FitnessFailed, PEExempt: indicators.No, Certificate: indicators.Yes})
	fmt.Println(finding.Outcome, finding.Breach())
	// Output: not-met true
}

func Example_documents() {
	result, err := tonghua.LabourGuideline.Evaluate(asOf, verdict.Evidence{
		Kind: plan.PublishedMeasure, Title: "劳动教育指导纲要", Number: "通市教发〔2022〕8号", On: quantity.DateOf(2022, 3, 1)})
	fmt.Println(result.Outcome, err)
	// Output: met <nil>
}

func Example_outOfScope() {
	results, err := training().ScopeReasons().Evaluate(asOf, rows)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(results.Outside[0].Text(bilingual.English))
	// Output:
	// Teacher training hours per five-year cycle: 0 of 3 records out of scope
}

func Example_list() {
	var out strings.Builder
	list := rules.NewFindingList[member, teacher.Record](&out, rules.ListOptions{})
	_, err := training().Named(func(s *member) string { return s.Name }).OnFinding(list.Write).Evaluate(asOf, rows)
	fmt.Println(err, list.Close(), strings.Contains(out.String(), "2,Li,teacher-training-hours"))
	// Output: <nil> <nil> true
}

func Example_sample() {
	evaluator, err := training().Keyed(func(s *member) string { return s.Name }).Start(asOf)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range rows {
		if err := evaluator.Put(&rows[i]); err != nil {
			fmt.Println(err)
		}
	}
	sheet, err := evaluator.Sample(plan.TeacherTrainingHours, rules.Sampling{Seed: "2025"})
	for _, row := range sheet.Rows {
		fmt.Println(row.Key, row.State)
	}
	fmt.Println(err)
	// Output:
	// Li short
	// Sun unclear
	// Wang right
	// <nil>
}

func Example_reportAndPage() {
	counties, err := rules.EvaluateBy(training(), asOf, rows[:2], func(s *member) string { return s.County })
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := report.NewGrouped(plan.Tonghua(), asOf, report.Groups(counties.All()), counties.Total())
	if err != nil {
		fmt.Println(err)
		return
	}
	var out strings.Builder
	err = htmlpage.Write(&out, page, htmlpage.Options{Language: bilingual.English})
	fmt.Println(err, strings.Contains(out.String(), "not yet met"))
	table, err := publish.New(page.Row(plan.TeacherTrainingHours), publish.Options{Least: 3})
	fmt.Println(len(table.Rows), table.Rows[0].Hidden(), err)
	// Output:
	// <nil> true
	// 2 true <nil>
}

func Example_tables() {
	check := checks.Check{Key: "teachers", Left: checks.Sum("register"), Right: checks.Sum("form")}
	set, err := checks.New([]checks.Cell{
		{Key: "register", Label: bilingual.Text{ZH: "登记表教师数", EN: "teachers of the register"}, Unit: quantity.Teacher},
		{Key: "form", Label: bilingual.Text{ZH: "报表教师数", EN: "teachers of the form"}, Unit: quantity.Teacher},
	}, check)
	if err != nil {
		fmt.Println(err)
		return
	}
	row := set.Row("school 1", checks.Values{"register": quantity.N(3).Code(), "form": quantity.N(5).Code()})
	fmt.Println(row.Results[0].Agreement, row.Results[0].By.RatString())
	// Output: disagrees -2
}

// Each line of code in the README's table stands in this file.
func TestTheTableOfTheReadmeIsCompiled(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	source, err := os.ReadFile("readme_test.go")
	require.NoError(t, err)
	table := regexp.MustCompile(`(?s)\| you have \| you write \|\n(.*?)\n\n`).FindStringSubmatch(string(readme))
	require.NotNil(t, table)
	lines := regexp.MustCompile("(?m)^\\| .* \\| `(.*)` \\|$").FindAllStringSubmatch(table[1], -1)
	assert.Len(t, lines, 18)
	for _, line := range lines {
		assert.Contains(t, string(source), strings.ReplaceAll(line[1], "Staff", "member"), "README.md")
	}
}
