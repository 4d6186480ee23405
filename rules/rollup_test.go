package rules_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

func bySchool(s *staff) string { return s.County + " " + fmt.Sprint(s.ID%90) }

func countyOf(school string) string { return strings.Fields(school)[0] }

func TestSchoolsRolledUpAreTheirCounties(t *testing.T) {
	panel := panelOf(testBook())
	rows := messy(31, 1500)
	schools, err := rules.EvaluateBy(panel, asOf, rows, bySchool)
	require.NoError(t, err)
	require.Greater(t, len(schools.Keys()), 400)
	before := asJSON(t, schools.Total())
	want, err := rules.EvaluateBy(panel, asOf, rows, byCounty)
	require.NoError(t, err)
	got, err := rules.RollUp(schools, countyOf)
	require.NoError(t, err)
	require.Equal(t, want.Keys(), got.Keys())
	for k, r := range want.All() {
		rolled, _ := got.Are(plan.City).Of(k)
		require.Equal(t, r, rolled, k)
	}
	city, err := rules.RollUp(got, func(string) bool { return true })
	require.NoError(t, err)
	total, _ := city.Are(plan.City).Of(true)
	total.Faults = want.Total().Faults
	assert.Equal(t, want.Total(), total)
	assert.Equal(t, before, asJSON(t, schools.Total()), "the schools stay as they are")
}

func TestAbsentRecordsStayAbsentWhenGroupsAreRolledUp(t *testing.T) {
	panel := rules.MustPanel(fill, rules.Rule[teacher.Record](rules.MustShare(edition(says("share", population(plan.AtLeast, half))), "share", share{Counted: online}))).GroupsAre(plan.City)
	rows := []staff{{School: "a", RealName: 1}, {School: "a", RealName: 1}, {School: "b", RealName: 1}}
	schools, err := rules.EvaluateBy(panel, asOf, rows, func(s *staff) string { return s.School })
	require.NoError(t, err)
	schools.Expect("a", 1) // has one too many
	schools.Expect("b", 3)
	schools.Expect("c", 4)
	up, err := rules.RollUp(schools, func(string) string { return "county" })
	require.NoError(t, err)
	county, _ := up.Are(plan.City).Of("county")
	assert.Equal(t, verdict.Records{Read: 3, Absent: 6, Surplus: 1, InScope: 3, Open: 6}, county.Rules[0].Records)
	assert.Equal(t, schools.Total(), county)
}

func TestGroupsOfSeveralPassesMergeInAnyOrder(t *testing.T) {
	panel := panelOf(testBook())
	for seed := range uint64(6) {
		g := rand.New(rand.NewPCG(seed, 11))
		rows := messy(500+seed, 400)
		cut := []int{0, g.IntN(200), 200 + g.IntN(200), 400}
		part := func(i int) *rules.Groups[string] {
			groups, err := rules.EvaluateBy(panel, asOf, rows[cut[i]:cut[i+1]], bySchool)
			require.NoError(t, err)
			return groups
		}
		merged := func(list ...*rules.Groups[string]) *rules.Groups[string] {
			for _, o := range list[1:] {
				require.NoError(t, list[0].Merge(o))
			}
			return list[0]
		}
		whole, err := rules.EvaluateBy(panel, asOf, rows, bySchool)
		require.NoError(t, err)
		inOrder := merged(part(0), part(1), part(2))
		require.Equal(t, whole.Keys(), inOrder.Keys(), "pieces in the order of the rows keep the order of the groups")
		for _, got := range []*rules.Groups[string]{inOrder, merged(part(0), merged(part(1), part(2))), merged(part(2), part(0), part(1))} {
			for k, r := range whole.All() {
				one, ok := got.Of(k)
				require.True(t, ok)
				require.Equal(t, figuresOf(r), one)
			}
			require.Equal(t, figuresOf(whole.Total()), got.Total())
		}
	}
}

func TestATotalIsThatOfAllMergedGroupsThoughItWasAskedForBefore(t *testing.T) {
	panel, rows := panelOf(testBook()), messy(7, 60)
	one, err := rules.EvaluateBy(panel, asOf, rows[:30], byCounty)
	require.NoError(t, err)
	other, err := rules.EvaluateBy(panel, asOf, rows[30:], byCounty)
	require.NoError(t, err)
	require.Equal(t, int64(30), one.Total().Read)
	require.NoError(t, one.Merge(other))
	whole, err := panel.Evaluate(asOf, rows)
	require.NoError(t, err)
	assert.Equal(t, figuresOf(whole), one.Total(), "without faults, since rows of several passes have no numbers in common")
}

func TestGroupsThatDoNotFitAreNotMerged(t *testing.T) {
	rows := messy(1, 30)
	one, err := rules.EvaluateBy(panelOf(testBook()), asOf, rows, byCounty)
	require.NoError(t, err)
	other, err := rules.EvaluateBy(panelOf(testBook()[:2]), asOf, rows, byCounty)
	require.NoError(t, err)
	assert.ErrorIs(t, one.Merge(other), rules.ErrMismatch)
	assert.ErrorIs(t, one.Merge(nil), rules.ErrZero)
	assert.ErrorIs(t, (*rules.Groups[string])(nil).Merge(one), rules.ErrZero)
	assert.ErrorIs(t, one.Merge(&rules.Groups[string]{}), rules.ErrZero)
	_, err = rules.RollUp(&rules.Groups[string]{}, countyOf)
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = rules.RollUp[string, string](one, nil)
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = rules.RollUp(one, func(string) int { panic("lost") })
	assert.EqualError(t, err, "count: the caller's function panicked: lost")
}

// The counts of a group that comes late are narrow until it has 65,535 records.
func TestALateGroupMayGrowLarge(t *testing.T) {
	panel := rules.MustPanel(fill, rules.Rule[teacher.Record](rules.MustShare(edition(says("share", population(plan.AtLeast, half))), "share", share{Counted: online})))
	rows := slices.Repeat([]staff{{ID: 70, RealName: 1}, {ID: 70, RealName: 1}, {ID: 70, RealName: 2}}, 30_000)
	for i := range int64(70) {
		rows = slices.Insert(rows, 0, staff{ID: i, RealName: 1})
	}
	groups, err := rules.EvaluateBy(panel, asOf, rows, func(s *staff) int64 { return s.ID })
	require.NoError(t, err)
	last, _ := groups.Of(70)
	assert.Equal(t, "60000", last.Rules[0].Value.Of.Number())
	assert.Equal(t, "90000", last.Rules[0].Value.Per.Number())
	for _, n := range []int{65_534, 65_535, 65_536} {
		groups, err := rules.EvaluateBy(panel, asOf, slices.Concat(rows[:70], slices.Repeat(rows[70:71], n)), func(s *staff) int64 { return s.ID })
		require.NoError(t, err)
		last, _ := groups.Of(70)
		assert.Equal(t, fmt.Sprint(n), last.Rules[0].Value.Of.Number())
	}
}
