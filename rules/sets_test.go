package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

func trainedSet(p *plan.Plan) rules.Set[teacher.Record] {
	return rules.Set[teacher.Record]{
		rules.MustShare(p, "online", share{Counted: online}),
		rules.MustDuty(p, "trained", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)},
			another{Key: "full-time", Indicator: duty{Among: teacher.FullTime.Is(indicators.Yes), Must: teacher.TrainingHours.AtLeast(indicators.Each)}}),
	}
}

func TestRulesMoveToAnotherEditionOfThePlan(t *testing.T) {
	old := edition(says("trained", each(plan.AtLeast, hours(360)), readings("all", "full-time")), says("online", population(plan.AtLeast, half)))
	stricter := edition(says("trained", each(plan.AtLeast, hours(400)), readings("all", "full-time")), says("online", population(plan.AtLeast, percent(90))))
	records := append(group(2, 1, 0), teacher.Record{RealNameSpace: indicators.Yes, TrainingHours: quantity.WholeHours(380), FullTime: indicators.Yes})

	set := trainedSet(old)
	moved, err := set.Under(stricter)
	require.NoError(t, err)
	require.Len(t, moved, 2)
	for i, want := range [][2]verdict.Outcome{{verdict.Met, verdict.NotMet}, {verdict.Undetermined, verdict.NotMet}} {
		assert.Equal(t, want[0], evaluate(t, set[i], asOf, records...).Outcome, "the rules themselves do not change")
		assert.Equal(t, want[1], evaluate(t, moved[i], asOf, records...).Outcome)
		assert.Same(t, old, set[i].Plan())
		assert.Same(t, stricter, moved[i].Plan())
		assert.Equal(t, set[i].ID(), moved[i].ID())
		assert.Equal(t, set[i].Form(), moved[i].Form())
	}
	d, ok := moved[1].(rules.Duty[teacher.Record])
	require.True(t, ok, "a duty stays a duty")
	f := d.Check(asOf, records[3])
	assert.Equal(t, verdict.NotMet, f.Outcome)
	_, ok = moved[0].(rules.Duty[teacher.Record])
	assert.False(t, ok, "and a target does not become one")
	assert.Equal(t, "share of teachers with training hours in the cycle at least 400 hours", d.Measures(bilingual.English))
}

func TestARuleWhoseStatementIsGoneDoesNotMove(t *testing.T) {
	old := edition(says("trained", each(plan.AtLeast, hours(360)), readings("all", "full-time")), says("online", population(plan.AtLeast, half)))
	set := trainedSet(old)
	for _, c := range []struct {
		name string
		to   *plan.Plan
		says string
	}{
		{"the statement is gone", edition(says("online", population(plan.AtLeast, half))), `has no statement "trained"`},
		{"its reading is gone", edition(says("trained", each(plan.AtLeast, hours(1))), says("online", population(plan.AtLeast, half))), `no reading "full-time"`},
		{"its figure is gone", edition(says("trained", readings("all", "full-time")), says("online", population(plan.AtLeast, half))), "no threshold on each record"},
		{"there is no plan", nil, "no plan"},
	} {
		t.Run(c.name, func(t *testing.T) {
			moved, err := set.Under(c.to)
			assert.ErrorContains(t, err, c.says)
			assert.Nil(t, moved, "all move or none")
		})
	}
	_, err := rules.Set[teacher.Record]{set[0], nil, rules.Measure[teacher.Record]{}}.Under(old)
	assert.ErrorIs(t, err, rules.ErrZero)
	assert.ErrorContains(t, err, "rule 2 of the set")
}

func TestASetWithoutSomeRules(t *testing.T) {
	set := trainedSet(edition(says("trained", each(plan.AtLeast, hours(360)), readings("all", "full-time")), says("online", population(plan.AtLeast, half))))
	rest := set.Without("online", "no-such-rule")
	require.Len(t, rest, 1)
	assert.Equal(t, plan.ID("trained"), rest[0].ID())
	assert.Len(t, set, 2, "the set itself does not change")
	assert.Len(t, rules.Set[teacher.Record]{nil, set[0]}.Without("trained"), 2, "a nil rule is nobody's")
}

func TestViewsStandInClauseOrder(t *testing.T) {
	p := plan.MustNew(plan.Document{
		Edition: "two-clauses", Name: bilingual.Text{ZH: "规划", EN: "plan"}, First: firstDay, Last: lastDay,
		Clauses: []plan.Clause{
			{Place: "一", Kind: plan.Part, Citation: "Part 1", Title: bilingual.Text{ZH: "一", EN: "one"}},
			{Place: "二", Kind: plan.Part, Citation: "Part 2", Title: bilingual.Text{ZH: "二", EN: "two"}},
		},
		Statements: []plan.Statement{
			says("online", population(plan.AtLeast, half), func(s *plan.Statement) { s.Places = []plan.Place{"二"} }),
			says("trained", each(plan.AtLeast, hours(360)), readings("all", "full-time")),
			says("enrolled", population(plan.AtLeast, half), func(s *plan.Statement) { s.Places = []plan.Place{"一", "二"} }),
		},
	})
	enrolled := rules.Set[enrolment.Record]{rules.MustRatio(p, "enrolled", enrolmentRatio)}
	var got []string
	for _, v := range rules.Views(trainedSet(p), nil, enrolled, rules.Set[enrolment.Record]{nil}) {
		got = append(got, v.SubjectKey()+" "+string(v.ID())+" "+v.Statement().Citation(bilingual.English)+" "+v.Form().In(bilingual.English))
	}
	assert.Equal(t, []string{"teacher trained Part 1 duty on each record", "enrolment enrolled Part 1; Part 2 ratio", "teacher online Part 2 share"}, got)
}

func TestNeedsAreTheFieldsThatARuleReads(t *testing.T) {
	p := edition(says("duty", each(plan.AtLeast, half), readings("stated", "other")), says("ratio", population(plan.AtLeast, half)))
	d := rules.MustDuty(p, "duty", duty{
		Among: indicators.And(inSchool, teacher.FullTime.Is(indicators.Yes)),
		Must:  indicators.Or(teacher.FullTime.Is(indicators.Yes), teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, indicators.Each))},
		another{Key: "other", Indicator: duty{Must: teacher.TrainingHours.Recorded()}})
	r := rules.MustRatio(p, "ratio", ratio{Among: inSchool, Of: indicators.SumOf(teacher.PracticeHours), Per: indicators.SumOf(teacher.DigitalHours)})
	for _, c := range []struct {
		rule rules.View
		want []string
	}{
		{d, []string{"stage scope none", "full_time scope none", "practice_hours condition hour", "digital_hours condition hour"}},
		{r, []string{"stage scope none", "practice_hours amount hour", "digital_hours amount hour"}},
	} {
		var got []string
		for _, n := range c.rule.Needs() {
			got = append(got, n.Field+" "+n.Use.String()+" "+n.Unit.String())
			assert.Equal(t, "teacher", n.Subject)
			assert.True(t, n.Label.Complete())
			assert.Equal(t, n.Unit == quantity.NoUnit, len(n.Words) > 0, "a field of words lists them: %s", n.Field)
		}
		assert.Equal(t, c.want, got, "each once, scope first")
	}
	assert.Equal(t, []string{"yes", "no"}, d.Needs()[1].Words)
}

func TestResultsAreFoundByTheirStatement(t *testing.T) {
	results, err := rules.MustPanel(fillMessy, manyRules()...).Evaluate(asOf, messy(1, 20))
	require.NoError(t, err)
	r, ok := results.Of(plan.SeniorMaster)
	require.True(t, ok)
	assert.Equal(t, plan.SeniorMaster, r.Statement)
	_, ok = results.Of("no-such-statement")
	assert.False(t, ok)
	assert.True(t, r.Equal(r))
	other := r
	other.Records.Open++
	assert.False(t, r.Equal(other))
}
