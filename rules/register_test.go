package rules_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// schools are three schools whose teachers lack this and that.
func schools(t *testing.T, each plan.Bearer) *rules.Groups[string] {
	t.Helper()
	type row struct {
		school string
		teacher.Record
	}
	rows := []row{
		{"一中", teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master}},
		{"一中", teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor}},
		{"二中", teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.InvalidWord}},
		{"三中", teacher.Record{Education: indicators.Doctor}},
	}
	p := rules.MustPanel(func(from *row, to *teacher.Record) { *to = from.Record }, tonghua.Teachers()...)
	groups, err := rules.EvaluateBy(p.GroupsAre(each).Expecting(6), asOf, rows, func(r *row) string { return r.school })
	require.NoError(t, err)
	groups.Expect("一中", 3)
	groups.Expect("二中", 1)
	groups.Expect("四中", 2)
	return groups
}

func name(school string) string { return school }

func travelled(t *testing.T, r rules.Register) (out rules.Register) {
	t.Helper()
	data, err := json.Marshal(r)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &out))
	return out
}

func TestARegisterThatTravelledIsJudgedAsThePassThatCountedIt(t *testing.T) {
	for _, each := range []plan.Bearer{plan.Nobody, plan.County} {
		groups := schools(t, each)
		register, err := groups.Register(name)
		require.NoError(t, err)
		p := rules.MustPanel(itself, tonghua.Teachers()...)
		gathered, err := p.Gather(travelled(t, register))
		require.NoError(t, err)
		assert.Equal(t, groups.Keys(), gathered.Keys())
		want, got := groups.Total(), gathered.Total()
		want.Faults = nil // rows do not travel
		assert.Equal(t, want, got)
		for key, want := range groups.All() {
			got, _ := gathered.Of(key)
			assert.Equal(t, figuresOf(want), got, key)
		}
		for _, rule := range tonghua.Teachers() {
			judged, err := rule.JudgeRegister(register)
			require.NoError(t, err)
			total, _ := want.Of(rule.ID())
			assert.Equal(t, total, judged.Total, "a rule alone judges as the panel does")
			require.Len(t, judged.Groups, 4)
			of, _ := groups.Of("二中")
			school, _ := of.Of(rule.ID())
			assert.Equal(t, school, judged.Groups[1])
		}
	}
}

func TestARegisterThatWasNotSplitIsOneGroupWithoutAName(t *testing.T) {
	e, err := rules.MustPanel(itself, tonghua.Teachers()...).For(plan.County).Expecting(3).Start(asOf)
	require.NoError(t, err)
	for range 2 {
		require.NoError(t, e.Add(&teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master}))
	}
	register, err := e.Register()
	require.NoError(t, err)
	assert.Equal(t, []any{"teacher", plan.County, int64(1), ""}, []any{register.Subject, register.For, register.Absent, register.Groups[0].Name})
	gathered, err := rules.MustPanel(itself, tonghua.Teachers()...).Gather(travelled(t, register))
	require.NoError(t, err)
	assert.Equal(t, e.Results().Rules, gathered.Total().Rules)
	assert.Contains(t, register.Asked(), plan.SeniorMaster)
	assert.Len(t, register.Asked(), len(tonghua.Teachers()))
}

func TestRegistersThatCannotBeAreRefused(t *testing.T) {
	register, err := schools(t, plan.Nobody).Register(name)
	require.NoError(t, err)
	for because, c := range map[string]struct {
		change func(*rules.Register)
		want   error
	}{
		"it has no group":                     {func(r *rules.Register) { r.Groups = nil }, rules.ErrZero},
		"two groups have one name":            {func(r *rules.Register) { r.Groups[1].Name = "一中" }, rules.ErrImpossible},
		"fewer than none are absent":          {func(r *rules.Register) { r.Absent = -1 }, rules.ErrImpossible},
		"more are absent than can be counted": {func(r *rules.Register) { r.Groups[0].Absent = count.MostRecords + 1 }, rules.ErrImpossible},
		"fewer than none came beyond":         {func(r *rules.Register) { r.Groups[0].Surplus = -1 }, rules.ErrImpossible},
		"a group has other counts":            {func(r *rules.Register) { r.Groups[0].Counts.Read++ }, rules.ErrImpossible},
		"a group is of another date":          {func(r *rules.Register) { r.Groups[1].Counts.AsOf = asOf.Next() }, rules.ErrMismatch},
		"a group was asked something else":    {func(r *rules.Register) { r.Groups[1].Counts.Answers = nil }, rules.ErrMismatch},
		"it is of another subject":            {func(r *rules.Register) { r.Subject = "pupil" }, nil},
	} {
		changed := travelled(t, register)
		c.change(&changed)
		groups, err := rules.MustPanel(itself, tonghua.Teachers()...).Gather(changed)
		assert.Nil(t, groups, because)
		assert.Error(t, err, because)
		if c.want != nil {
			assert.ErrorIs(t, err, c.want, because)
		}
	}
	_, err = schools(t, plan.Nobody).Register(func(string) string { return "同名" })
	assert.ErrorContains(t, err, "同名")
	_, err = (*rules.Groups[string])(nil).Register(name)
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = new(rules.Evaluator[teacher.Record, teacher.Record]).Register()
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = rules.Measure[teacher.Record]{}.JudgeRegister(register)
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = rules.Attested{}.JudgeRegister(register)
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = tonghua.ByEvidence()[0].JudgeRegister(register)
	assert.ErrorContains(t, err, "answered by evidence")
}

func TestABookOfAnySubjectsMovesToAnotherEdition(t *testing.T) {
	p := plan.Tonghua().MustAmend("without", plan.Amendment{By: bilingual.Text{ZH: "测算", EN: "what-if"}, Effective: asOf, Changes: []plan.Change{plan.Repeal(plan.SeniorMaster)}})
	book, err := rules.ViewsUnder(p, tonghua.All())
	require.NoError(t, err)
	assert.Len(t, book, len(tonghua.All())-1)
	for i, v := range book {
		assert.Equal(t, p, v.Plan())
		if _, duty := v.(rules.Duty[teacher.Record]); duty {
			assert.IsType(t, rules.Duty[teacher.Record]{}, book[i], "a duty stays one")
		}
	}
	_, err = rules.ViewsUnder(p, []rules.View{nil})
	assert.ErrorIs(t, err, rules.ErrZero)
}
