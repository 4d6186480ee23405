package report_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

var (
	in2023 = quantity.DateOf(2023, time.September, 1)
	in2024 = quantity.DateOf(2024, time.September, 1)
	atEnd  = quantity.DateOf(2025, time.December, 31)
	later  = quantity.DateOf(2026, time.January, 1)
)

// senior gives the gross enrolment ratio of so many pupils per thousand.
func senior(t *testing.T, asOf quantity.Date, pupils int) verdict.Results {
	t.Helper()
	r, err := tonghua.SeniorGrossEnrolment.Evaluate(asOf, enrolment.Record{
		Level: indicators.SeniorSecondary, Enrolled: quantity.N(pupils), OfficialAge: quantity.N(1000)})
	require.NoError(t, err)
	return verdict.Results{AsOf: asOf, Rules: []verdict.Result{r}}
}

// made is a report that nothing stands in the way of.
func made(t *testing.T, p *plan.Plan, date quantity.Date, results ...verdict.Results) *report.Report {
	t.Helper()
	return grouped(t, p, date, nil, results...)
}

func grouped(t *testing.T, p *plan.Plan, date quantity.Date, groups []report.Named, results ...verdict.Results) *report.Report {
	t.Helper()
	r, err := report.NewGrouped(p, date, groups, results...)
	require.NoError(t, err)
	return r
}

func rowOf(t *testing.T, r *report.Report, id plan.ID) report.Row {
	t.Helper()
	for _, part := range r.Parts {
		for _, section := range part.Sections {
			for _, row := range section.Rows {
				if row.Statement == id {
					return row
				}
			}
		}
	}
	t.Fatalf("no row for %s", id)
	return report.Row{}
}

func TestEveryStatementHasOneRowInClauseOrder(t *testing.T) {
	r := made(t, plan.Tonghua(), atEnd)
	var ids []plan.ID
	for _, part := range r.Parts {
		for _, section := range part.Sections {
			for _, row := range section.Rows {
				ids = append(ids, row.Statement)
			}
		}
	}
	var want []plan.ID
	for s := range plan.Tonghua().All() {
		want = append(want, s.ID)
	}
	assert.Equal(t, want, ids)
	assert.Len(t, ids, 324)
}

func TestTheLatestFigureNotLaterThanTheReportIsTaken(t *testing.T) {
	older, newer := senior(t, in2023, 940), senior(t, in2024, 960)
	for _, order := range [][]verdict.Results{{older, newer}, {newer, older}} {
		row := rowOf(t, made(t, plan.Tonghua(), atEnd, order...), plan.SeniorGrossEnrolment)
		assert.Equal(t, in2024, row.Result.AsOf)
		row = rowOf(t, made(t, plan.Tonghua(), in2024.Previous(), order...), plan.SeniorGrossEnrolment)
		assert.Equal(t, in2023, row.Result.AsOf, "a figure of tomorrow is not known today")
	}
	assert.Nil(t, rowOf(t, made(t, plan.Tonghua(), in2023.Previous(), older), plan.SeniorGrossEnrolment).Result)
}

func TestWhatAReportSaysOfAMissedTarget(t *testing.T) {
	for _, c := range []struct {
		name    string
		data    quantity.Date
		report  quantity.Date
		verdict string
		summary report.Summary
	}{
		{"on the deadline's own day it is not yet met", atEnd, atEnd, "尚未达到",
			report.Summary{Statements: 324, NotYet: 1, NoData: 303, NoDemand: 20}},
		{"the day after, figures of the deadline make it a breach", atEnd, later, "未达到，违反",
			report.Summary{Statements: 324, Breach: 1, NoData: 303, NoDemand: 20}},
		{"the day after, older figures decide nothing", in2024, later, "无法判定（数据早于期限）",
			report.Summary{Statements: 324, Undetermined: 1, NoData: 303, NoDemand: 20}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := made(t, plan.Tonghua(), c.report, senior(t, c.data, 949))
			row := rowOf(t, r, plan.SeniorGrossEnrolment)
			assert.Equal(t, c.verdict, row.Result.Verdict(bilingual.Chinese))
			assert.Equal(t, c.summary, r.Summary)
			assert.Equal(t, "949/1000=94.90%", row.Result.Measured(bilingual.Chinese))
		})
	}
}

func TestSummariesAddUp(t *testing.T) {
	r := made(t, plan.Tonghua(), atEnd, senior(t, in2024, 960))
	total, statements := report.Summary{}, 0
	for _, part := range r.Parts {
		inPart := 0
		for _, section := range part.Sections {
			assert.Equal(t, len(section.Rows), section.Summary.Statements)
			inPart += section.Summary.Statements
			total.NoDemand += section.Summary.NoDemand
			total.Met += section.Summary.Met
		}
		assert.Equal(t, inPart, part.Summary.Statements)
		statements += inPart
	}
	assert.Equal(t, r.Summary.Statements, statements)
	assert.Equal(t, r.Summary.NoDemand, total.NoDemand)
	assert.Equal(t, 1, total.Met)
}

// displayWidth is written apart from the package's own: Chinese text takes two columns.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		if r > 0x2E7F {
			n++
		}
		n++
	}
	return n
}

func TestLinesFitAndNothingIsLostInThem(t *testing.T) {
	groups := []report.Named{{Name: "东昌区", Results: senior(t, in2024, 930)}, {Name: "集安市", Results: senior(t, in2024, 970)}}
	classes, err := tonghua.OversizedClasses.Evaluate(atEnd, class.Record{Stage: indicators.Primary, Pupils: quantity.N(56)})
	require.NoError(t, err)
	r := grouped(t, plan.Tonghua(), atEnd, groups, senior(t, in2024, 949), verdict.Results{Rules: []verdict.Result{classes}})
	letters := func(text string) string { return strings.Join(strings.Fields(text), "") }
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		var wide strings.Builder
		require.NoError(t, r.WriteText(&wide, report.Options{Language: l, All: true, Ahead: 90, Width: 1 << 20}))
		for _, most := range []int{0, 40, 41, 60, 79, 120} {
			var out strings.Builder
			require.NoError(t, r.WriteText(&out, report.Options{Language: l, All: true, Ahead: 90, Width: most}))
			for line := range strings.SplitSeq(out.String(), "\n") {
				assert.LessOrEqual(t, displayWidth(line), max(most, 40)+map[bool]int{true: 60}[most == 0], "%q", line)
				assert.NotContains(t, "，。；：）”", string([]rune(strings.TrimSpace(line) + " ")[0]), "%q begins with a mark that ends", line)
			}
			assert.Equal(t, letters(wide.String()), letters(out.String()), "at %d columns", most)
		}
	}
}

func TestStatementsWithoutDataAreFoldedUnlessAskedFor(t *testing.T) {
	r := made(t, plan.Tonghua(), atEnd, senior(t, in2024, 949))
	var folded, all strings.Builder
	require.NoError(t, r.WriteText(&folded, report.Options{}))
	require.NoError(t, r.WriteText(&all, report.Options{All: true}))
	assert.Contains(t, folded.String(), "另有16项尚未报送数据或佐证，未列出")
	assert.NotContains(t, folded.String(), "学前教育毛入园率")
	assert.Contains(t, all.String(), "学前教育毛入园率")
	assert.NotContains(t, all.String(), "另有")
	for s := range plan.Tonghua().All() {
		assert.Contains(t, all.String(), s.Name.ZH)
	}
}

func TestGroupsStandUnderTheirStatement(t *testing.T) {
	r := grouped(t, plan.Tonghua(), atEnd,
		[]report.Named{{Name: "东昌区", Results: senior(t, in2024, 930)}, {Name: "集安市", Results: senior(t, in2024, 970)}},
		senior(t, in2024, 950))
	row := rowOf(t, r, plan.SeniorGrossEnrolment)
	require.Len(t, row.Groups, 2)
	assert.Equal(t, "东昌区", row.Groups[0].Name)
	assert.Equal(t, 1, r.Summary.Met, "a county below a target of the city does not change the city's verdict")
	var out strings.Builder
	require.NoError(t, r.WriteMarkdown(&out, report.Options{}))
	assert.Contains(t, out.String(), "930/1000=93.00%")
}

func TestMarkdownTablesHaveNineCellsALine(t *testing.T) {
	var out strings.Builder
	require.NoError(t, made(t, plan.Tonghua(), atEnd, senior(t, in2024, 949)).WriteMarkdown(&out, report.Options{All: true}))
	lines, cells := 0, 10
	for _, line := range strings.Split(out.String(), "\n") {
		if strings.HasPrefix(line, "## 按部分") {
			cells = 12
		}
		if strings.HasPrefix(line, "|") {
			lines++
			require.Equal(t, cells, strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"), line)
		}
	}
	assert.Greater(t, lines, 324)
}

func TestReportsTravelAsJSON(t *testing.T) {
	r := grouped(t, plan.Tonghua(), later, []report.Named{{Name: "东昌区", Results: senior(t, atEnd, 930)}}, senior(t, atEnd, 949))
	first, err := json.Marshal(r)
	require.NoError(t, err)
	var back report.Report
	require.NoError(t, json.Unmarshal(first, &back))
	second, err := json.Marshal(&back)
	require.NoError(t, err)
	assert.JSONEq(t, string(first), string(second))
	assert.Equal(t, string(first), string(second), "to the byte")
	assert.True(t, rowOf(t, r, plan.SeniorGrossEnrolment).Result.Equal(*rowOf(t, &back, plan.SeniorGrossEnrolment).Result))
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, assert.AnError }

func TestAWriterThatFailsIsReported(t *testing.T) {
	r := made(t, plan.Tonghua(), atEnd)
	assert.ErrorIs(t, r.WriteText(failing{}, report.Options{}), assert.AnError)
	assert.ErrorIs(t, r.WriteMarkdown(failing{}, report.Options{}), assert.AnError)
}

func TestAnomaliesStandUnderTheirStatements(t *testing.T) {
	r := made(t, plan.Tonghua(), atEnd, senior(t, in2024, 949))
	row := rowOf(t, r, plan.SeniorGrossEnrolment)
	require.Len(t, row.Anomalies, 1)
	assert.Equal(t, plan.FlatTarget, row.Anomalies[0].Kind)
	assert.Empty(t, rowOf(t, r, plan.PreschoolGrossEnrolment).Anomalies)
	var text, markdown, english strings.Builder
	require.NoError(t, r.WriteText(&text, report.Options{}))
	require.NoError(t, r.WriteMarkdown(&markdown, report.Options{}))
	require.NoError(t, r.WriteText(&english, report.Options{Language: bilingual.English, All: true}))
	const remark = "原文存疑（目标等于基期）：目标95%与基期相同"
	assert.Contains(t, text.String(), "    · "+remark)
	assert.Contains(t, markdown.String(), "<br>"+remark)
	assert.Contains(t, english.String(), "    · note on the text (contradiction): The dual-qualified share of 65%", "statements without data have theirs too")
	assert.NotContains(t, text.String(), "双师", "those of folded statements are folded with them")
}

func TestASummaryByPartKindAndModalityAddsUpToTheWhole(t *testing.T) {
	r := made(t, plan.Tonghua(), later, senior(t, atEnd, 949))
	sum := func(list []report.Summary) (out report.Summary) {
		for _, s := range list {
			out.Statements += s.Statements
			out.Breach += s.Breach
			out.NoData += s.NoData
			out.NoDemand += s.NoDemand
		}
		return out
	}
	var parts, kinds, modalities []report.Summary
	for _, p := range r.Parts {
		parts = append(parts, p.Summary)
	}
	for _, k := range r.Kinds {
		kinds = append(kinds, k.Summary)
	}
	for _, m := range r.Modalities {
		modalities = append(modalities, m.Summary)
	}
	assert.Equal(t, r.Summary, sum(parts))
	assert.Equal(t, r.Summary, sum(kinds))
	assert.Equal(t, r.Summary, sum(modalities))
	for _, k := range r.Kinds {
		if k.Key == "target" {
			assert.Equal(t, 1, k.Summary.Breach, "94.9 % of 95 % is a target missed")
		}
	}
}

func TestAFilterPicksStatements(t *testing.T) {
	r := made(t, plan.Tonghua(), later, senior(t, atEnd, 949))
	printed := func(key string) string {
		f, err := report.ParseFilter(key)
		require.NoError(t, err)
		var out strings.Builder
		require.NoError(t, r.WriteText(&out, report.Options{Only: f}))
		return out.String()
	}
	assert.Contains(t, printed("breach"), "高中阶段毛入学率")
	assert.NotContains(t, printed("breach"), "学前教育毛入园率")
	assert.NotContains(t, printed("undetermined"), "高中阶段毛入学率")
	assert.Contains(t, printed("nodata"), "学前教育毛入园率")
	assert.NotContains(t, printed("nodata"), "规划编制依据", "context is no gap")
	_, err := report.ParseFilter("all")
	assert.ErrorContains(t, err, `"all"`)
}
