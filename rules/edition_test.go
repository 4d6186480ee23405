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
	"github.com/eduplan/tonghua/rules/verdict"
)

// amendedBy makes the edition "second" of a plan.
func amendedBy(t *testing.T, p *plan.Plan, changes ...plan.Change) *plan.Plan {
	t.Helper()
	next, err := p.Amend("second", plan.Amendment{By: bilingual.Text{ZH: "通知", EN: "notice"}, Effective: halfWay, Changes: changes})
	require.NoError(t, err)
	return next
}

func TestARepealedStatementsRuleDropsOutOfItsSet(t *testing.T) {
	old := edition(says("trained", each(plan.AtLeast, hours(360)), readings("all", "full-time")), says("online", population(plan.AtLeast, half)))
	set := trainedSet(old)
	next := amendedBy(t, old, plan.Repeal("trained"))
	moved, err := set.Under(next)
	require.NoError(t, err)
	require.Len(t, moved, 1)
	assert.Equal(t, plan.ID("online"), moved[0].ID())

	rule, err := set[1].Under(next)
	assert.Nil(t, rule)
	assert.EqualError(t, err, "rules: rule trained: plan second has repealed its statement: repealed (notice, from 2 July 2023)")
	stays, err := set.Under(old)
	require.NoError(t, err)
	assert.Len(t, stays, 2, "the old edition has it still")
}

func TestARuleFollowsTheReadingThatDecides(t *testing.T) {
	fullTime := duty{Among: teacher.FullTime.Is(indicators.Yes), Must: teacher.TrainingHours.AtLeast(indicators.Each)}
	old := edition(says("trained", each(plan.AtLeast, hours(360)), readings("all", "full-time", "by-school"),
		reading("four-hundred", stated(plan.AtLeast, hours(400)), plan.Threshold{})))
	rule := rules.MustDuty(old, "trained", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)}, another{Key: "full-time", Indicator: fullTime})
	records := []teacher.Record{
		{TrainingHours: quantity.WholeHours(380), FullTime: indicators.Yes},
		{TrainingHours: quantity.WholeHours(100), FullTime: indicators.No},
	}
	want := map[string]verdict.Outcome{"all": verdict.NotMet, "full-time": verdict.Met, "four-hundred": verdict.NotMet}
	for _, key := range []string{"full-time", "four-hundred"} {
		t.Run(key, func(t *testing.T) {
			moved, err := rule.Under(amendedBy(t, old, plan.Decide("trained", key)))
			require.NoError(t, err)
			result := evaluate(t, moved, lastDay.Next(), records...)
			assert.Equal(t, key, result.Reading)
			assert.Equal(t, want[key], result.Outcome)
			assert.Equal(t, "second", result.Edition)
			for _, r := range result.Readings {
				if r.Computed {
					assert.Equal(t, want[r.Key], r.Outcome, "each reading says what it said: %s", r.Key)
				} else {
					assert.Equal(t, "by-school", r.Key, "what was computed still is")
				}
			}
			back, err := moved.Under(old)
			require.NoError(t, err)
			assert.True(t, evaluate(t, rule, lastDay.Next(), records...).Equal(evaluate(t, back, lastDay.Next(), records...)), "there and back")
		})
	}
	_, err := rule.Under(amendedBy(t, old, plan.Decide("trained", "by-school")))
	assert.EqualError(t, err, `rules: rule trained: reading "by-school" decides now, and the rule does not compute it`)
}

func TestAWordThatAnAmendmentGivesANumberIsJudged(t *testing.T) {
	old := edition(says("long-service", population(plan.AtMost, teachers(1)), parameter("hours", quantity.Amount{})))
	rule := rules.MustCount(old, "long-service", numberOf{Counted: teacher.TrainingHours.AtLeast(indicators.Parameter("hours"))})
	records := []teacher.Record{{TrainingHours: quantity.WholeHours(380)}, {TrainingHours: quantity.WholeHours(100)}}
	before := evaluate(t, rule, halfWay, records...)
	assert.Equal(t, verdict.MissingParameter, before.Reason)
	moved, err := rule.Under(amendedBy(t, old, plan.SetParameter("long-service", "hours", hours(360), plan.Stated)))
	require.NoError(t, err)
	after := evaluate(t, moved, halfWay, records...)
	assert.Equal(t, verdict.Met, after.Outcome)
	assert.Empty(t, after.Unset)
}

func TestRulesThatEvidenceAnswersMoveAsOthersDo(t *testing.T) {
	promise := func(id plan.ID) plan.Statement {
		return says(id, shownBy(plan.Component{Key: "whole", Is: []plan.EvidenceKind{plan.PublishedMeasure}, Needs: plan.Once}))
	}
	old := edition(promise("guideline"), promise("rules"))
	set := rules.AttestedSet{rules.MustAttested(old, "guideline"), rules.MustAttested(old, "rules")}
	next := amendedBy(t, old, plan.Repeal("rules"))
	moved, err := set.Under(next)
	require.NoError(t, err)
	require.Len(t, moved, 1)
	assert.Equal(t, plan.ID("guideline"), moved[0].ID())
	assert.Same(t, next, moved[0].Plan())
	_, err = set[1].Under(next)
	assert.EqualError(t, err, "rules: rule rules: plan second has repealed its statement: repealed (notice, from 2 July 2023)")
	_, err = set.Under(nil)
	assert.ErrorContains(t, err, "rule guideline: no plan")
	_, err = rules.AttestedSet{{}}.Under(next)
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = set.Under(edition(promise("guideline")))
	assert.ErrorContains(t, err, `has no statement "rules"`)
}
