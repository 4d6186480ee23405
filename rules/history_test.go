package rules_test

import (
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

type taught struct {
	school  string
	masters bool
}

// mastersBySchool counts so many masters of so many teachers of a school.
func mastersBySchool(t *testing.T, set rules.Set[teacher.Record], year int, schools map[string][2]int) *rules.Groups[string] {
	t.Helper()
	panel := rules.MustPanel(func(from *taught, to *teacher.Record) {
		to.Stage, to.Education = indicators.SeniorHigh, indicators.Bachelor
		if from.masters {
			to.Education = indicators.Master
		}
	}, set...)
	var rows []taught
	for _, name := range []string{"五中", "一中", "二中", "三中"} {
		for i := range schools[name][1] {
			rows = append(rows, taught{name, i < schools[name][0]})
		}
	}
	groups, err := rules.EvaluateBy(panel, quantity.DateOf(year, 9, 1), rows, func(r *taught) string { return r.school })
	require.NoError(t, err)
	return groups
}

func TestAMergedSchoolHasTheHistoryOfBoth(t *testing.T) {
	set := rules.Set[teacher.Record]{tonghua.SeniorMaster}
	h, err := rules.NewHistory(
		rules.Successions{{From: "二中", To: "一中", On: quantity.DateOf(2024, 1, 1)}, {From: "三中", To: "五中", On: quantity.DateOf(2024, 8, 1)}},
		mastersBySchool(t, set, 2024, map[string][2]int{"一中": {4, 40}, "五中": {5, 25}}),
		mastersBySchool(t, set, 2022, map[string][2]int{"一中": {1, 20}, "二中": {0, 10}, "三中": {2, 25}}),
		mastersBySchool(t, set, 2023, map[string][2]int{"一中": {2, 20}, "二中": {1, 10}}),
	)
	require.NoError(t, err)
	assert.Equal(t, []quantity.Date{quantity.DateOf(2022, 9, 1), quantity.DateOf(2023, 9, 1), quantity.DateOf(2024, 9, 1)}, h.Dates())
	assert.Equal(t, []string{"五中", "一中"}, h.Names(), "in the order of the latest register, under the names of today")

	var first []string
	one, err := h.OfGroup("一中", plan.SeniorMaster)
	require.NoError(t, err)
	for _, r := range one.All() {
		first = append(first, r.Measured(bilingual.Chinese))
	}
	assert.Equal(t, []string{"1/30=3.33%", "3/30=10.00%", "4/40=10.00%"}, first, "before the merger both schools together")
	renamed, err := h.OfGroup("五中", plan.SeniorMaster)
	require.NoError(t, err)
	assert.Len(t, renamed.All(), 2, "of 2023 it has no record")

	board := h.Board(plan.SeniorMaster)
	require.Len(t, board, 2)
	assert.Equal(t, "五中", board[0].Name)
	assert.Nil(t, board[0].Results[1])
	assert.Equal(t, "5/25=20.00%", board[0].Results[2].Measured(bilingual.Chinese))
	all, err := h.Of(plan.SeniorMaster)
	require.NoError(t, err)
	latest, _ := all.Latest()
	assert.Equal(t, verdict.Met, latest.Outcome)
	assert.Equal(t, quantity.DateOf(2024, 9, 1), latest.MetOn, "9 of 65 are 13.84 %, 3 of 30 the year before are 10 %")
}

func TestASeriesGoesOnUnderTheNextPlan(t *testing.T) {
	next, err := plan.Tonghua().Amend("next", plan.Amendment{By: bilingual.Text{ZH: "下一规划", EN: "the next plan"}, Effective: quantity.DateOf(2026, 1, 1),
		Changes: []plan.Change{plan.SetPopulation(plan.SeniorMaster, plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(20, 100, quantity.Percent)})}})
	require.NoError(t, err)
	set := rules.Set[teacher.Record]{tonghua.SeniorMaster}
	under, err := set.Under(next)
	require.NoError(t, err)
	h, err := rules.NewHistory(nil,
		mastersBySchool(t, set, 2022, map[string][2]int{"一中": {10, 100}}),
		mastersBySchool(t, set, 2024, map[string][2]int{"一中": {12, 100}}),
		mastersBySchool(t, under, 2026, map[string][2]int{"一中": {14, 100}}))
	require.NoError(t, err)
	s, err := h.Of(plan.SeniorMaster)
	require.NoError(t, err)
	require.Len(t, s.All(), 3)
	latest, _ := s.Latest()
	assert.Equal(t, verdict.NotMet, latest.Outcome)
	on, ok := s.ReachedOn()
	require.True(t, ok)
	// four points in 1461 days, six are left: 2191.5 days from 1 September 2026
	assert.Equal(t, quantity.DateOf(2032, 9, 1), on)
	_, err = s.Continue(s)
	assert.ErrorContains(t, err, "ends on 2026-09-01")
}

func TestANameThatIsUsedAgainIsAnotherGroup(t *testing.T) {
	s := rules.Successions{{From: "B", To: "C", On: quantity.DateOf(2023, 1, 1)}, {From: "A", To: "B", On: quantity.DateOf(2022, 1, 1)}, {From: "D", To: "B", On: quantity.DateOf(2024, 1, 1)}}
	for _, c := range []struct {
		name string
		year int
		want string
	}{{"A", 2021, "C"}, {"B", 2021, "C"}, {"B", 2023, "B"}, {"D", 2023, "B"}, {"A", 2022, "A"}, {"E", 2021, "E"}} {
		assert.Equal(t, c.want, s.Name(c.name, quantity.DateOf(c.year, 6, 1)), "%s in %d", c.name, c.year)
	}
	swapped := rules.Successions{{From: "A", To: "B", On: quantity.DateOf(2023, 1, 1)}, {From: "B", To: "A", On: quantity.DateOf(2023, 1, 1)}}
	assert.Equal(t, "B", swapped.Name("A", quantity.DateOf(2022, 1, 1)), "two that swap their names on one day")
	assert.Equal(t, "A", swapped.Name("B", quantity.DateOf(2022, 1, 1)))
	_, err := rules.NewHistory(nil, nil)
	assert.ErrorIs(t, err, rules.ErrZero)
	same := mastersBySchool(t, rules.Set[teacher.Record]{tonghua.SeniorMaster}, 2022, map[string][2]int{"一中": {1, 2}})
	_, err = rules.NewHistory(nil, same, same)
	assert.ErrorContains(t, err, "two passes of 2022-09-01")
}
