package rulestest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// recorder hears what a test would print.
type recorder struct {
	testing.TB
	lines []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.lines = append(r.lines, fmt.Sprintf(format, args...))
}

// seniors are senior-high teachers: so many masters, bachelors, and unknown.
func seniors(masters, bachelors, unknown int) []teacher.Record {
	var list []teacher.Record
	for education, n := range map[indicators.Education]int{indicators.Master: masters, indicators.Bachelor: bachelors, 0: unknown} {
		for range n {
			list = append(list, teacher.Record{Stage: indicators.SeniorHigh, Education: education})
		}
	}
	return list
}

func TestClaimsThatHoldAreSilent(t *testing.T) {
	open, past := dayOf(2025, 12, 31), dayOf(2026, 1, 1)
	r := &recorder{}
	rulestest.ThatRule(r, tonghua.SeniorMaster, open, seniors(3, 22, 0)...).IsMet().HasValue("3/25").HasValue("12").IsShort("0").IsDue(verdict.Open).IsNoBreach()
	rulestest.ThatRule(r, tonghua.SeniorMaster, open, seniors(2, 23, 0)...).IsNotMet().Because(verdict.BelowThreshold).IsShort("1").IsNoBreach()
	rulestest.ThatRule(r, tonghua.SeniorMaster, past, seniors(2, 23, 0)...).IsNotMet().IsBreach().IsDue(verdict.Past)
	rulestest.ThatRule(r, tonghua.SeniorMaster, open, seniors(2, 22, 1)...).IsUndetermined(verdict.MissingData).HasValue("2/25..3/25").IsShort("0..1")
	rulestest.ThatRule(r, tonghua.SeniorMaster, open).IsNotApplicable().Because(verdict.NoRecords)
	rulestest.ThatRule(r, tonghua.SeniorMaster, open, seniors(3, 22, 0)...).IsMet().InReading("full-time").IsUndetermined(verdict.MissingData)
	duty := tonghua.TeacherTrainingHours
	hours := func(h float64) teacher.Record { return teacher.Record{TrainingHours: quantity.HoursOf(h)} }
	rulestest.ThatRecord(r, duty, open, hours(360)).IsMet()
	rulestest.ThatRecord(r, duty, past, hours(359)).IsNotMet().IsBreach()
	rulestest.ThatRecord(r, duty, open, teacher.Record{}).IsUndetermined(verdict.MissingData)
	rulestest.ThatRecord(r, duty, open, hours(-1)).IsUndetermined(verdict.InvalidData)
	rulestest.ThatRecord(r, tonghua.EthicsVeto, open, honours.Record{Kind: indicators.Honour, EthicsProblem: indicators.No}).IsNotApplicable()
	assert.Empty(t, r.lines)
}

func TestClaimsThatFailPrintTheExplanation(t *testing.T) {
	open := dayOf(2025, 12, 31)
	short := func(r *recorder) rulestest.Claim {
		return rulestest.ThatRule(r, tonghua.SeniorMaster, open, seniors(2, 23, 0)...)
	}
	explained := []string{"senior-master: ", "2/25=8.00%", "2 of 25 = 8.00 %", "达到12%以上", "三（十）第3段", "Part 3, section 10, paragraph 3", "还需1名高中教师达到硕士研究生以上学历", "1 more senior secondary teacher to complete"}
	record := teacher.Record{TrainingHours: quantity.WholeHours(359)}
	found := []string{"teacher-training-hours: ", "359学时", "359 hours", "at least 360 hours", "三（十）第3段"}
	for name, c := range map[string]struct {
		claim func(*recorder)
		want  []string
	}{
		"met":            {func(r *recorder) { short(r).IsMet() }, append(explained, "outcome: want met 达到, got not-met 未达到")},
		"undetermined":   {func(r *recorder) { short(r).IsUndetermined(verdict.MissingData) }, append(explained, "want undetermined", "reason: want missing-data")},
		"not applicable": {func(r *recorder) { short(r).IsNotApplicable() }, append(explained, "want not-applicable")},
		"the reason":     {func(r *recorder) { short(r).IsNotMet().Because(verdict.MissingData) }, append(explained, "reason: want missing-data 数据缺失, got below-threshold 低于要求")},
		"the value":      {func(r *recorder) { short(r).HasValue("3/25") }, append(explained, "value: want 3/25, got 2/25")},
		"the shortfall":  {func(r *recorder) { short(r).IsShort("2") }, append(explained, "shortfall: want 2, got 1")},
		"the due":        {func(r *recorder) { short(r).IsDue(verdict.Past) }, append(explained, "due: want past, got open 未到期")},
		"a breach":       {func(r *recorder) { short(r).IsBreach() }, append(explained, "want a breach 违反, got none: modality must, due open 未到期")},
		"a reading":      {func(r *recorder) { short(r).InReading("full-time").IsMet() }, append(explained, "want met 达到, got undetermined")},
		"a reading that is not there": {func(r *recorder) { short(r).InReading("part-time").Because(verdict.MissingData) },
			[]string{"reading part-time: the rule does not compute it"}},
		"a value that is none":     {func(r *recorder) { short(r).HasValue("many") }, []string{`a value was claimed that is none: "many"`}},
		"no value":                 {func(r *recorder) { short(r).HasValue("") }, []string{`a value was claimed that is none: ""`}},
		"a shortfall that is none": {func(r *recorder) { short(r).IsShort("few") }, []string{`a shortfall was claimed that is none: "few"`}},
		"a record met":             {func(r *recorder) { rulestest.ThatRecord(r, tonghua.TeacherTrainingHours, open, record).IsMet() }, append(found, "want met 达到, got not-met")},
		"a record's reason": {func(r *recorder) {
			rulestest.ThatRecord(r, tonghua.TeacherTrainingHours, open, teacher.Record{}).IsUndetermined(verdict.InvalidData)
		}, []string{"reason: want invalid-data 数据无效, got missing-data 数据缺失", "未知", "unknown"}},
		"a record's breach": {func(r *recorder) {
			rulestest.ThatRecord(r, tonghua.TeacherTrainingHours, open, record).IsNotMet().IsBreach()
		}, append(found, "want a breach 违反, got none: due open")},
		"no such result": {func(r *recorder) { rulestest.ThatIn(r, verdict.Results{}, plan.SeniorMaster).IsMet().IsBreach() }, []string{"there is no result of senior-master"}},
		"no rule":        {func(r *recorder) { rulestest.ThatRule[teacher.Record](r, nil, open).IsMet() }, []string{"no rule"}},
		"a zero rule":    {func(r *recorder) { rulestest.ThatRule(r, rules.Measure[teacher.Record]{}, open).HasValue("1") }, []string{"gives no result"}},
		"no finding":     {func(r *recorder) { rulestest.ThatFinding[teacher.Record](r, nil).IsMet().IsBreach() }, []string{"there is no finding"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := &recorder{}
			c.claim(r)
			require.NotEmpty(t, r.lines)
			text := strings.Join(r.lines, "\n")
			for _, want := range c.want {
				assert.Contains(t, text, want)
			}
		})
	}
}

func TestClaimsReachIntoResultsAndReports(t *testing.T) {
	asOf := dayOf(2026, 6, 30)
	panel := rules.MustPanel(func(a, b *teacher.Record) { *b = *a }, tonghua.Teachers()...)
	results, err := panel.Evaluate(asOf, seniors(3, 22, 0))
	require.NoError(t, err)
	r := &recorder{}
	rulestest.ThatIn(r, results, plan.SeniorMaster).IsMet()
	page, err := report.New(plan.Tonghua(), asOf, results)
	require.NoError(t, err)
	rulestest.ThatIn(r, page, plan.SeniorMaster).IsMet()
	rulestest.ThatIn(r, results, plan.TeacherTrainingHours).IsUndetermined(verdict.MissingData)
	assert.Empty(t, r.lines)
}

func TestClaimsOfStreamedFindings(t *testing.T) {
	r := &recorder{}
	found := 0
	panel := rules.MustPanel(func(a, b *teacher.Record) { *b = *a }, tonghua.TeacherTrainingHours).
		OnFinding(func(_ int64, _ *teacher.Record, f *rules.Finding[teacher.Record]) bool {
			found++
			rulestest.ThatFinding(r, f).IsNotMet()
			return true
		})
	_, err := panel.Evaluate(dayOf(2025, 12, 31), []teacher.Record{{TrainingHours: quantity.WholeHours(1)}, {TrainingHours: quantity.WholeHours(400)}})
	require.NoError(t, err)
	assert.Equal(t, 1, found)
	assert.Empty(t, r.lines)
}

func TestTheZeroClaimClaimsNothing(t *testing.T) {
	rulestest.Claim{}.IsMet().IsNotMet().IsBreach().Because(verdict.MissingData).HasValue("1").IsShort("1").IsDue(verdict.Past)
	rulestest.RecordClaim[teacher.Record]{}.IsMet().IsNotApplicable().IsBreach().IsUndetermined(verdict.MissingData)
}
