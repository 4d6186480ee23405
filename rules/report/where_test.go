package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// remarksOn are what is said under the row of a statement.
func remarksOn(t *testing.T, r *report.Report, id plan.ID, l bilingual.Language) []string {
	t.Helper()
	for row := range r.All() {
		if row.Statement == id {
			only, err := report.NewGrouped(plan.Tonghua(), r.Date, named(row.Groups), verdict.Results{AsOf: r.Date, Rules: []verdict.Result{*row.Result}})
			require.NoError(t, err)
			for _, section := range only.Table(report.Options{Language: l, NoGroups: true}).Sections {
				if len(section.Lines) > 0 {
					require.Len(t, section.Lines, 1, "no line for a group")
					return section.Lines[0].Remarks
				}
			}
		}
	}
	return nil
}

func named(groups []report.Group) (list []report.Named) {
	for _, g := range groups {
		list = append(list, report.Named{Name: g.Name, Results: verdict.Results{AsOf: g.Result.AsOf, Rules: []verdict.Result{g.Result}}})
	}
	return list
}

func TestARowSaysWhereThoseAreThatDoNotComply(t *testing.T) {
	rows := masters(nil, 360)
	for i := range 3 {
		rows[i].hours = 359 // 东昌区
	}
	for i := range 7 {
		rows[100+i].hours = 300 // 辉南县
	}
	groups, total := byCounty(t, atEnd, rows, plan.County)
	r, err := report.NewGrouped(plan.Tonghua(), atEnd, groups, total)
	require.NoError(t, err)
	assert.Contains(t, remarksOn(t, r, plan.TeacherTrainingHours, bilingual.Chinese), "不符合的分布：辉南县7名教师、东昌区3名教师", "the most first")
	assert.Contains(t, remarksOn(t, r, plan.TeacherTrainingHours, bilingual.English), "those that do not comply: 辉南县 7 teachers, 东昌区 3 teachers")
	assert.Contains(t, remarksOn(t, r, plan.TeacherTrainingHours, bilingual.Chinese), "200条中至少有10条与实际相反，结论才会改变")
	assert.NotContains(t, remarksOn(t, r, plan.SeniorMaster, bilingual.Chinese), "未达到的：东昌区", "a county is a part of what binds the city")
}

func TestARowSaysWhereTheAnswersAreThatItWaitsFor(t *testing.T) {
	type unknown struct{ county string }
	panel := rules.MustPanel(func(u *unknown, r *teacher.Record) {
		r.Stage, r.FullTime = indicators.SeniorHigh, indicators.Yes
		if u.county == "" {
			r.Education = indicators.Bachelor
		}
	}, tonghua.SeniorMaster)
	rows := []unknown{{"辉南县"}, {"柳河县"}, {"柳河县"}}
	for range 7 {
		rows = append(rows, unknown{})
	}
	groups, err := rules.EvaluateBy(panel, atEnd, rows, func(u *unknown) string { return u.county })
	require.NoError(t, err)
	var counties []report.Named
	for name, results := range groups.All() {
		counties = append(counties, report.Named{Name: name, Results: results})
	}
	r, err := report.NewGrouped(plan.Tonghua(), atEnd, counties, groups.Total())
	require.NoError(t, err)
	got := remarksOn(t, r, plan.SeniorMaster, bilingual.Chinese)
	assert.Contains(t, got, "待查清的分布：柳河县2名教师、辉南县1名教师")
	assert.Contains(t, got, "尚待补正：学历缺3条")
	assert.Contains(t, got, "最少查清2条可判达到，最少查清2条可判未达到，至多查清3条即有定论", "of ten teachers two must be masters: 12 % is more than one of them")
}

func TestGroundsCountEachCertainVerdictOnce(t *testing.T) {
	_, total := byCounty(t, atEnd, masters(map[string]int{"东昌区": 24}, 359), plan.City)
	r, err := report.New(plan.Tonghua(), atEnd, total)
	require.NoError(t, err)
	assert.Equal(t, 1, r.Grounds.Text, "12 % stands in the text")
	assert.Equal(t, 1, r.Grounds.Convention, "360 hours do, and that all teachers are meant is convention")
	assert.Equal(t, r.Summary.Met+r.Summary.Breach+r.Summary.NotYet, r.Grounds.Text+r.Grounds.Official+r.Grounds.Convention+r.Grounds.Inferred)
	assert.Empty(t, report.Grounds{}.In(bilingual.Chinese), "nothing is certain")
}
