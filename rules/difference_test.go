package rules_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// unitRow is a row of a school: what it has, and its heads; -1 is not known.
type unitRow struct {
	county, school string
	has, heads     int
}

func (s *unitRow) record(e *enrolment.Record) {
	e.Level = indicators.SeniorSecondary
	e.Enrolled = quantity.N(s.has).If(s.has >= 0)
	e.OfficialAge = quantity.N(s.heads).If(s.heads >= 0)
}

var coefficientOf = indicators.Difference[enrolment.Record]{Of: indicators.SumOf(enrolment.Enrolled), Per: indicators.SumOf(enrolment.OfficialAge)}

// differences binds a difference with the ceiling 0.50 to each county.
func differences(t testing.TB, d indicators.Difference[enrolment.Record], changes ...amend) rules.Measure[enrolment.Record] {
	t.Helper()
	changes = append([]amend{population(plan.AtMost, quantity.MustAmount(1, 2, quantity.Coefficient)), func(s *plan.Statement) { s.Bearer = plan.County }}, changes...)
	m, err := rules.NewDifference(edition(says("even", changes...)), "even", d)
	require.NoError(t, err)
	return m
}

var exampleDifference = rules.MustDifference(edition(says("even", population(plan.AtMost, quantity.MustAmount(1, 2, quantity.Coefficient)),
	func(s *plan.Statement) { s.Bearer = plan.County })), "even", coefficientOf)

// evenIn judges the schools of one county.
func evenIn(t testing.TB, m rules.Measure[enrolment.Record], rows []unitRow) verdict.Result {
	t.Helper()
	panel := rules.MustPanel((*unitRow).record, m).For(plan.County).GroupsAre(plan.School)
	groups, err := rules.EvaluateBy(panel, day(2025, 9, 1), rows, func(s *unitRow) string { return s.school })
	require.NoError(t, err)
	for _, one := range groups.All() {
		assert.Equal(t, verdict.NotApplicable, one.Rules[0].Outcome, "a school alone differs from nothing")
	}
	return groups.Total().Rules[0]
}

func TestDifferencesBetweenSchools(t *testing.T) {
	for _, c := range []struct {
		name    string
		rows    []unitRow
		outcome verdict.Outcome
		reason  verdict.Reason
		says    string
	}{
		{"0.1 and 0.2 of a hundred pupils each differ by a third of their mean", []unitRow{{"", "甲", 10, 100}, {"", "乙", 20, 100}}, verdict.Met, verdict.NoReason, "差异系数0.3334（2个单位）"},
		{"1 and 3 are at the limit of a half", []unitRow{{"", "甲", 1000, 1000}, {"", "乙", 3000, 1000}}, verdict.Met, verdict.NoReason, "差异系数0.5000（2个单位）"},
		{"one pupil's worth less is above it, and is not printed as the limit", []unitRow{{"", "甲", 999, 1000}, {"", "乙", 3000, 1000}}, verdict.NotMet, verdict.AboveThreshold, "差异系数0.5004（2个单位）"},
		{"several rows of a school are one unit", []unitRow{{"", "甲", 4, 40}, {"", "乙", 20, 100}, {"", "甲", 6, 60}}, verdict.Met, verdict.NoReason, "差异系数0.3334（2个单位）"},
		{"a school without pupils is left out", []unitRow{{"", "甲", 10, 100}, {"", "乙", 20, 100}, {"", "丙", 5, 0}}, verdict.Met, verdict.NoReason, "差异系数0.3334（2个单位，另有1个没有人数）"},
		{"one school alone cannot be compared", []unitRow{{"", "甲", 10, 100}}, verdict.NotApplicable, verdict.EmptyScope, ""},
		{"where nobody has anything nothing is even", []unitRow{{"", "甲", 0, 100}, {"", "乙", 0, 100}}, verdict.Undetermined, verdict.ZeroDenominator, ""},
		// with nought or all: the coefficient lies between 0.2672 and 1.4143
		{"a missing amount leaves bounds", []unitRow{{"", "甲", 10, 100}, {"", "乙", 20, 100}, {"", "丙", -1, 100}}, verdict.Undetermined, verdict.MissingData, "差异系数0.2672至1.4143（3个单位，其中1个缺少数据）"},
		// 0 and 1 of 100 each, 100 pupils more: A = 100, B = 100, so that CV² >= 300·100/(10000+10000) - 1 = 1/2
		{"it is missed whatever is missing", []unitRow{{"", "甲", 0, 100}, {"", "乙", 100, 100}, {"", "丙", -1, 100}}, verdict.NotMet, verdict.AboveThreshold, "差异系数0.7071至1.4143（3个单位，其中1个缺少数据）"},
		{"missing heads leave everything open", []unitRow{{"", "甲", 10, 100}, {"", "乙", 20, 100}, {"", "丙", 5, -1}}, verdict.Undetermined, verdict.MissingData, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := evenIn(t, differences(t, coefficientOf), c.rows)
			assert.Equal(t, c.outcome, r.Outcome)
			assert.Equal(t, c.reason, r.Reason)
			assert.Equal(t, c.says, r.Measured(bilingual.Chinese))
			data, err := json.Marshal(r)
			require.NoError(t, err)
			var again verdict.Result
			require.NoError(t, json.Unmarshal(data, &again))
			assert.True(t, r.Equal(again))
		})
	}
}

func TestTheFurthestSchoolsAreNamedWithWhatEachNeeds(t *testing.T) {
	r := evenIn(t, differences(t, coefficientOf), []unitRow{{"", "甲", 40, 1000}, {"", "乙", 200, 1000}})
	require.Len(t, r.Difference.Furthest, 2)
	assert.Equal(t, "甲", r.Difference.Furthest[0].Name)
	assert.Equal(t, "27名学生", r.Difference.Furthest[0].Needs.In(bilingual.Chinese), "200/67 is at most three, 200/66 is not")
	assert.True(t, r.Difference.Furthest[1].Needs.IsZero(), "more for who has most mends nothing")
	assert.Contains(t, r.Text(bilingual.Chinese), "甲：40名学生，1000人，低于平均，占差异的50.00%；其他单位不变，再增27名学生即可达到")
	assert.True(t, r.Shortfall == verdict.Shortfall{}, "nobody is short of a coefficient")
}

func TestTheUnweightedFormIsAReadingOfItsOwn(t *testing.T) {
	rows := []unitRow{{"", "甲", 1000, 1000}, {"", "乙", 10, 100}, {"", "丙", 10, 100}}
	assert.Equal(t, verdict.Met, evenIn(t, differences(t, coefficientOf), rows).Outcome)
	alike := coefficientOf
	alike.Alike = true
	assert.Equal(t, verdict.NotMet, evenIn(t, differences(t, alike), rows).Outcome)
}

func TestCountiesAreJudgedByTheirOwnSchools(t *testing.T) {
	rows := []unitRow{{"东", "甲", 10, 100}, {"西", "丙", 1, 100}, {"东", "乙", 20, 100}, {"西", "丁", 50, 100}}
	m := differences(t, coefficientOf)
	panel := rules.MustPanel((*unitRow).record, m).GroupsAre(plan.School)
	type place struct{ county, school string }
	groups, err := rules.EvaluateBy(panel, day(2025, 9, 1), rows, func(s *unitRow) place { return place{s.county, s.school} })
	require.NoError(t, err)
	shares, err := rules.Split(groups, func(p place) string { return p.county }, plan.County)
	require.NoError(t, err)
	outcomes := map[string]verdict.Outcome{}
	for county, schools := range shares.All() {
		one := schools.Total().Rules[0]
		outcomes[county] = one.Outcome
		alone := evenIn(t, m, []unitRow(filterRows(rows, county)))
		assert.Equal(t, alone.Value, one.Value, "a county is what it is without the others")
	}
	assert.Equal(t, map[string]verdict.Outcome{"东": verdict.Met, "西": verdict.NotMet}, outcomes)
	city := shares.Total().Rules[0]
	assert.Equal(t, verdict.NotMet, city.Outcome, "the city has the worst verdict of its counties")
	assert.EqualValues(t, 1, city.Bound.Met)
	assert.EqualValues(t, 1, city.Bound.NotMet)
}

func filterRows(rows []unitRow, county string) (list []unitRow) {
	for _, r := range rows {
		if r.county == county {
			list = append(list, r)
		}
	}
	return list
}

func TestHalvesMergeToTheWholeToTheBit(t *testing.T) {
	rows := []unitRow{{"", "甲", 10, 100}, {"", "乙", 20, 100}, {"", "丙", 7, 30}, {"", "甲", 1, 17}}
	panel := rules.MustPanel((*unitRow).record, differences(t, coefficientOf)).For(plan.County).GroupsAre(plan.School)
	by := func(s *unitRow) string { return s.school }
	whole, err := rules.EvaluateBy(panel, day(2025, 9, 1), rows, by)
	require.NoError(t, err)
	first, err := rules.EvaluateBy(panel, day(2025, 9, 1), rows[:2], by)
	require.NoError(t, err)
	second, err := rules.EvaluateBy(panel, day(2025, 9, 1), rows[2:], by)
	require.NoError(t, err)
	require.NoError(t, first.Merge(second))
	assert.True(t, whole.Total().Rules[0].Equal(first.Total().Rules[0]))
}

func TestADifferenceNeedsACeilingThatIsACoefficient(t *testing.T) {
	for name, threshold := range map[string]amend{
		"a floor":    population(plan.AtLeast, quantity.MustAmount(1, 2, quantity.Coefficient)),
		"a share":    population(plan.AtMost, quantity.MustAmount(1, 2, quantity.Percent)),
		"a multiple": population(plan.AtMost, quantity.MustAmount(1, 2, quantity.Multiple)),
	} {
		_, err := rules.NewDifference(edition(says("even", threshold)), "even", coefficientOf)
		require.ErrorIs(t, err, plan.ErrThreshold, name)
	}
}

func TestWhatMustBeBelowALimitDoesNotKeepItByReachingIt(t *testing.T) {
	below := population(plan.LessThan, quantity.MustAmount(1, 2, quantity.Coefficient))
	for name, c := range map[string]struct {
		has     int
		outcome verdict.Outcome
	}{"one step below": {1001, verdict.Met}, "at the limit": {1000, verdict.NotMet}, "one step above": {999, verdict.NotMet}} {
		r := evenIn(t, differences(t, coefficientOf, below), []unitRow{{"", "甲", c.has, 1000}, {"", "乙", 3000, 1000}})
		assert.Equal(t, c.outcome, r.Outcome, name)
	}
}

func TestACoefficientFromOutsideIsMarked(t *testing.T) {
	r, err := differences(t, coefficientOf).Reported(day(2025, 9, 1), quantity.MustAmount(48, 100, quantity.Coefficient))
	require.NoError(t, err)
	assert.Equal(t, verdict.Met, r.Outcome)
	assert.Equal(t, "0.48（上报）", r.Measured(bilingual.Chinese))
}

func TestWithoutGroupsNothingIsSaid(t *testing.T) {
	m := differences(t, coefficientOf)
	panel := rules.MustPanel((*unitRow).record, m).For(plan.County)
	results, err := panel.Evaluate(day(2025, 9, 1), []unitRow{{"", "甲", 10, 100}, {"", "乙", 20, 100}})
	require.NoError(t, err)
	assert.Equal(t, verdict.Undetermined, results.Rules[0].Outcome)
	assert.Equal(t, verdict.NeedsGroups, results.Rules[0].Reason)
}

// TestAUnitAloneHasNoCoefficient keeps a ratio from standing beside the limit of a coefficient.
func TestAUnitAloneHasNoCoefficient(t *testing.T) {
	panel := rules.MustPanel((*unitRow).record, differences(t, coefficientOf))
	groups, err := rules.EvaluateBy(panel, day(2025, 9, 1), []unitRow{{"", "甲", 40, 1000}, {"", "乙", 200, 1000}}, func(u *unitRow) string { return u.school })
	require.NoError(t, err)
	for _, results := range groups.All() {
		r := results.Rules[0]
		assert.Equal(t, verdict.NotApplicable, r.Outcome)
		assert.False(t, r.Part.Without.Defined())
		assert.NotContains(t, r.Text(bilingual.English), "the whole without")
	}
}
