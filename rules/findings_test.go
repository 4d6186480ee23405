package rules_test

import (
	"fmt"
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
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// found is what a finding says, copied, since it may not be kept.
type found struct {
	row       int64
	statement plan.ID
	finding   rules.Finding[teacher.Record]
}

func findingsOf(t *testing.T, p *rules.Panel[staff, teacher.Record], rows []staff) []found {
	t.Helper()
	var list []found
	_, err := p.OnFinding(func(row int64, s *staff, f *rules.Finding[teacher.Record]) bool {
		assert.Same(t, &rows[row], s, "it comes with the caller's own row")
		list = append(list, found{row, f.Statement(), *f})
		return true
	}).Evaluate(asOf, rows)
	require.NoError(t, err)
	return list
}

func TestFindingsComeInTheOrderOfRowsAndRules(t *testing.T) {
	p := edition(says("offline"), says("untrained", each(plan.AtLeast, hours(360))), says("target", population(plan.AtLeast, half)))
	set := rules.Set[teacher.Record]{
		rules.MustDuty(p, "untrained", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)}),
		rules.MustShare(p, "target", share{Counted: online}),
		rules.MustDuty(p, "offline", duty{Among: inSchool, Must: online}),
	}
	rows := []staff{
		{Stage: 1, RealName: 2, Reported: true, Hours: 10},
		{Stage: 1, RealName: 1, Reported: true, Hours: 360},
		{Stage: 4, RealName: 2, Reported: true, Hours: 359.99},
		{Stage: 1, RealName: 0, Reported: false},
		{Stage: 0, RealName: 2, Reported: true, Hours: -1},
		{Stage: 2, RealName: 2, Reported: true, Hours: 400, Name: cook},
		{Stage: 2, RealName: 2, Reported: true, Hours: 400},
	}
	var got []string
	for _, f := range findingsOf(t, rules.MustPanel(fillMessy, set...), rows) {
		got = append(got, fmt.Sprintf("row %d: %s", f.row, f.statement))
		assert.Equal(t, []any{verdict.NotMet, verdict.OffThreshold, verdict.Open}, []any{f.finding.Outcome, f.finding.Reason, f.finding.Due})
	}
	assert.Equal(t, []string{"row 0: untrained", "row 0: offline", "row 2: untrained", "row 6: offline"}, got,
		"what is unknown, invalid, out of scope or skipped is no finding, and a target accuses nobody")
}

func TestCheckIsTheFindingOfTheSameRecord(t *testing.T) {
	var duties []rules.Duty[teacher.Record]
	var set rules.Set[teacher.Record]
	for _, r := range manyRules() {
		if d, ok := r.(rules.Duty[teacher.Record]); ok {
			duties = append(duties, d)
		}
		set = append(set, r)
	}
	require.Greater(t, len(duties), 6)
	rows := messy(11, 300)
	findings := findingsOf(t, rules.MustPanel(fillMessy, set...), rows)
	require.NotEmpty(t, findings)
	outcomes := map[verdict.Outcome]int{}
	for row := range rows {
		var record teacher.Record
		fillMessy(&rows[row], &record)
		for _, d := range duties {
			f := d.Check(asOf, record)
			outcomes[f.Outcome]++
			i := slices.IndexFunc(findings, func(g found) bool { return g.row == int64(row) && g.statement == d.ID() })
			require.Equal(t, f.Outcome == verdict.NotMet, i >= 0, "%s on row %d", d.ID(), row)
			if i >= 0 {
				require.Equal(t, f.Text(bilingual.English), findings[i].finding.Text(bilingual.English))
				g := findings[i].finding
				require.Equal(t, []any{f.Outcome, f.Reason, f.Due, f.Record}, []any{g.Outcome, g.Reason, g.Due, g.Record})
			}
			alone := evaluate(t, d, asOf, record)
			if alone.Threshold.Amount == percent(100) {
				require.Equal(t, []any{f.Outcome, f.Due, f.Breach()}, []any{alone.Outcome, alone.Due, alone.Breach()}, "one record alone gives the same verdict: %s", d.ID())
				if f.Outcome == verdict.Undetermined {
					require.Equal(t, f.Reason, alone.Reason, d.ID())
				}
			}
		}
	}
	assert.Len(t, outcomes, 4, "the register brings forth every outcome")
}

func TestAFindingNamesValueDemandAndClause(t *testing.T) {
	p := edition(says("trained", each(plan.AtLeast, hours(360)), due(plan.Standing), bearer(plan.Teacher)))
	d := rules.MustDuty(p, "trained", duty{Among: teacher.FullTime.Is(indicators.Yes), Must: teacher.TrainingHours.AtLeast(indicators.Each)})
	record := func(h quantity.Hours) teacher.Record {
		return teacher.Record{FullTime: indicators.Yes, TrainingHours: h}
	}
	for _, c := range []struct {
		name    string
		on      quantity.Date
		record  teacher.Record
		breach  bool
		chinese string
		english string
	}{
		{"too few hours are a breach", asOf, record(quantity.HoursOf(359.5)), true,
			"指标：未达到，违反；专任教师：是，本周期培训学时：359.5学时；要求：每条记录不低于360学时（一；360学时：文中明示；持续）",
			"target: not met, breach; full-time teacher: yes, training hours in the cycle: 359.5 hours; required: each record at least 360 hours (Part 1; 360 hours: stated; standing)"},
		{"before the plan they are not yet met", firstDay.Previous(), record(quantity.HoursOf(359.5)), false,
			"指标：尚未达到；专任教师：是，本周期培训学时：359.5学时；要求：每条记录不低于360学时（一；360学时：文中明示；持续）",
			"target: not yet met; full-time teacher: yes, training hours in the cycle: 359.5 hours; required: each record at least 360 hours (Part 1; 360 hours: stated; standing)"},
		{"the hours themselves are enough", asOf, record(quantity.WholeHours(360)), false,
			"指标：达到；专任教师：是，本周期培训学时：360学时；要求：每条记录不低于360学时（一；360学时：文中明示；持续）",
			"target: met; full-time teacher: yes, training hours in the cycle: 360 hours; required: each record at least 360 hours (Part 1; 360 hours: stated; standing)"},
		{"hours that nobody has said leave it open", asOf, record(quantity.Hours{}), false,
			"指标：无法判定（数据缺失）；专任教师：是，本周期培训学时：未知；要求：每条记录不低于360学时（一；360学时：文中明示；持续）",
			"target: undetermined (data are missing); full-time teacher: yes, training hours in the cycle: unknown; required: each record at least 360 hours (Part 1; 360 hours: stated; standing)"},
		{"hours that cannot be leave it open as well", asOf, record(quantity.HoursOf(-1)), false,
			"指标：无法判定（数据无效）；专任教师：是，本周期培训学时：无效：为负数；要求：每条记录不低于360学时（一；360学时：文中明示；持续）",
			"target: undetermined (data are invalid); full-time teacher: yes, training hours in the cycle: invalid: negative; required: each record at least 360 hours (Part 1; 360 hours: stated; standing)"},
		{"a substitute is not bound", asOf, teacher.Record{FullTime: indicators.No}, false,
			"指标：不适用（无适用对象）；专任教师：否，本周期培训学时：未知；要求：每条记录不低于360学时（一；360学时：文中明示；持续）",
			"target: not applicable (nothing in scope); full-time teacher: no, training hours in the cycle: unknown; required: each record at least 360 hours (Part 1; 360 hours: stated; standing)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := d.Check(c.on, c.record)
			assert.Equal(t, c.breach, f.Breach())
			assert.Equal(t, plan.ID("trained"), f.Statement())
			assert.Equal(t, c.record, f.Record)
			assert.Equal(t, c.chinese, f.Text(bilingual.Chinese))
			assert.Equal(t, c.english, f.Text(bilingual.English))
		})
	}
	t.Run("what falls on the city is no breach of one teacher", func(t *testing.T) {
		p := edition(says("trained", each(plan.AtLeast, hours(360)), due(plan.Standing), bearer(plan.City)))
		d := rules.MustDuty(p, "trained", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)})
		f := d.Check(asOf, record(quantity.HoursOf(359.5)))
		assert.Equal(t, verdict.NotMet, f.Outcome)
		assert.False(t, f.Breach())
		assert.True(t, strings.HasPrefix(f.Text(bilingual.Chinese), "指标：未达到，须由市落实；本周期培训学时：359.5学时"), f.Text(bilingual.Chinese))
		assert.True(t, strings.HasPrefix(f.Text(bilingual.English), "target: not met, for the city to see to; "), f.Text(bilingual.English))
	})
	t.Run("a row that is skipped is not bound", func(t *testing.T) {
		cookery := record(quantity.WholeHours(0))
		cookery.Skip()
		f := d.Check(asOf, cookery)
		assert.Equal(t, []any{verdict.NotApplicable, verdict.EmptyScope}, []any{f.Outcome, f.Reason})
	})
	t.Run("what is only encouraged is no breach", func(t *testing.T) {
		p := edition(says("trained", each(plan.AtLeast, hours(360)), due(plan.Standing), modality(plan.Encourage)))
		f := rules.MustDuty(p, "trained", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)}).Check(asOf, record(quantity.WholeHours(0)))
		assert.Equal(t, verdict.NotMet, f.Outcome)
		assert.False(t, f.Breach())
	})
}

func TestStoppingEndsThePassWithoutVerdicts(t *testing.T) {
	rows := messy(3, 200)
	reported := 0
	stopping := rules.MustPanel(fillMessy, tonghua.Teachers()...).OnFinding(func(int64, *staff, *rules.Finding[teacher.Record]) bool {
		reported++
		return reported < 5
	})
	for name, pass := range map[string]func() (any, error){
		"of a slice":    func() (any, error) { r, err := stopping.Evaluate(asOf, rows); return r.Rules, err },
		"of a sequence": func() (any, error) { r, err := stopping.EvaluateSeq(asOf, slices.Values(rows)); return r.Rules, err },
		"of a source":   func() (any, error) { r, err := stopping.EvaluateSeq2(asOf, failing(rows)); return r.Rules, err },
		"by group":      func() (any, error) { g, err := rules.EvaluateBy(stopping, asOf, rows, byCounty); return g.Keys(), err },
		"by group, of a source": func() (any, error) {
			g, err := rules.EvaluateSeqBy(stopping, asOf, failing(rows), byCounty)
			return g.Keys(), err
		},
		"row by row": func() (any, error) {
			e, err := stopping.Start(asOf)
			require.NoError(t, err)
			for i := 0; err == nil; i++ {
				err = e.Add(&rows[i])
			}
			assert.ErrorIs(t, e.Add(&rows[0]), rules.ErrStopped, "it stays stopped")
			return e.Results().Rules, err
		},
	} {
		t.Run(name, func(t *testing.T) {
			reported = 0
			got, err := pass()
			assert.ErrorIs(t, err, rules.ErrStopped)
			assert.Empty(t, got)
			assert.Equal(t, 5, reported, "nothing more is reported after it was stopped")
		})
	}
}
