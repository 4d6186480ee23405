package rulestest_test

import (
	"errors"
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
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/verdict"
)

// equivalent are the mutants of the book that no register tells from the rule,
// beside those that are proved to be so.
var equivalent = slices.Concat(
	unset("ethnic-small-classes", "population-down", "condition-1-unknown-as-yes"),
	unset("rural-allowance", "population-down", "each-down", "each-up",
		"condition-1-unknown-as-yes", "condition-2-more-than", "condition-3-unknown-as-yes",
		"condition-4-more-than", "condition-4-unknown-as-yes"),
	unset("senior-intake-ratio", "population-down", "condition-1-unknown-as-yes"),
	[]rulestest.Equivalent{
		{Mutant: "ethnic-double-funds/condition-3-unknown-as-yes", Reason: "a row that does not say what area it is counts as one by the condition before"},
		{Mutant: "realname-vocational/condition-3-unknown-as-yes", Reason: "a row that does not say what area it is counts as one by the condition before"},
		{Mutant: "special-funds-separate/condition-2-with-special-school", Reason: "special schools are in scope by themselves"},
		{Mutant: "special-funds-separate/condition-5-unknown-as-yes", Reason: "where the funds fixed are unknown, so is the share of them that was paid"},
		{Mutant: "digital-training-practice/condition-3-unknown-as-yes", Reason: "where the hours taken are unknown, so is the share of practice, and the bounds are the same"},
	},
)

// unset are mutants of a rule whose parameter nobody has set: it never finds a
// record that counts, so that nothing is compared.
func unset(rule string, mutants ...string) (list []rulestest.Equivalent) {
	for _, m := range mutants {
		list = append(list, rulestest.Equivalent{Mutant: rule + "/" + m,
			Reason: "while the parameter is not set no record is known to count, and no figure is compared"})
	}
	return list
}

// equivalentOf returns those of a set.
func equivalentOf[R indicators.Record[R]](set rules.Set[R]) []rulestest.Equivalent {
	return slices.DeleteFunc(slices.Clone(equivalent), func(e rulestest.Equivalent) bool {
		id, _, _ := strings.Cut(e.Mutant, "/")
		return !slices.ContainsFunc(set, func(r rules.Rule[R]) bool { return string(r.ID()) == id })
	})
}

// trained is code that takes its rules as a value: it lists who must be
// trained further. Its test looks at one register only.
func trained(set rules.Set[teacher.Record], hours ...float64) (outcome verdict.Outcome, err error) {
	var records []teacher.Record
	for _, h := range hours {
		records = append(records, teacher.Record{TrainingHours: quantity.HoursOf(h)})
	}
	r, err := set[0].Evaluate(dayOf(2025, 12, 31), records...)
	return r.Outcome, err
}

func wants(want, got verdict.Outcome, err error) error {
	if err == nil && want != got {
		return fmt.Errorf("want %s, got %s", want, got)
	}
	return err
}

func TestSurvivorsAreListedWithTheCaseThatWouldKillThem(t *testing.T) {
	set := rules.Set[teacher.Record]{hoursAlone}
	score, err := rulestest.Mutate(set, func(mutated rules.Set[teacher.Record]) error {
		got, err := trained(mutated, 400, 500)
		return wants(verdict.Met, got, err)
	})
	require.NoError(t, err)
	var keys []string
	for _, s := range score.Survivors {
		keys = append(keys, strings.TrimPrefix(s.Mutant, "teacher-training-hours/"))
		assert.Equal(t, hoursAlone.ID(), s.Rule)
		assert.Equal(t, "三（十）第3段", s.Citation.ZH)
		assert.NotEmpty(t, s.KillerName.ZH, s.Mutant)
		assert.NoError(t, s.Killer.Check(set[0]), s.Mutant)
	}
	assert.Equal(t, []string{"population-down", "each-down", "each-up", "deadline-earlier", "deadline-later",
		"condition-1-more-than", "condition-1-unknown-as-yes"}, keys, "no teacher at 360 hours, below or unknown, and no other day")
	assert.Equal(t, score.Mutants, score.Killed+len(score.Survivors))
	text := score.Text(bilingual.English)
	assert.Contains(t, text, "teacher-training-hours (Part 3, section 10, paragraph 3): threshold on each record 359.99 hours instead of 360 hours "+
		"[teacher-training-hours/each-down]; this case would notice: training hours in the cycle 359.99 hours, one step below 360 hours: not met "+
		"[2025-12-31; 1 × map[training_hours:359.99]]")
	assert.Contains(t, score.String(), "每条记录的标准由360学时改为359.99学时")
	assert.ErrorContains(t, score.Err(), "7 survived")
}

func TestCodeMustPassWithTheRulesThemselves(t *testing.T) {
	set := rules.Set[teacher.Record]{hoursAlone}
	for name, run := range map[string]func(rules.Set[teacher.Record]) error{
		"an error": func(rules.Set[teacher.Record]) error { return errors.New("no database") },
		"a panic":  func(rules.Set[teacher.Record]) error { panic("no database") },
	} {
		t.Run(name, func(t *testing.T) {
			_, err := rulestest.Mutate(set, run)
			assert.ErrorContains(t, err, "the code fails with the rules themselves")
			assert.ErrorContains(t, err, "no database")
		})
	}
	_, err := rulestest.Mutate(set, nil)
	assert.Error(t, err)
	pass := func(rules.Set[teacher.Record]) error { return nil }
	_, err = rulestest.Mutate(nil, pass)
	assert.Error(t, err)
	_, err = rulestest.Mutate(rules.Set[teacher.Record]{nil}, pass)
	assert.ErrorIs(t, err, rules.ErrZero)
}

func TestAPanicNoticesAMutant(t *testing.T) {
	set := rules.Set[teacher.Record]{hoursAlone}
	score, err := rulestest.Mutate(set, func(mutated rules.Set[teacher.Record]) error {
		if mutated[0] != set[0] {
			panic("another policy")
		}
		return nil
	})
	require.NoError(t, err)
	assert.Equal(t, score.Mutants, score.Killed)
	assert.NoError(t, score.Err())
}

func TestEquivalentMutantsAreNamedWithAReason(t *testing.T) {
	set := rules.Set[teacher.Record]{hoursAlone}
	atBoundary := func(mutated rules.Set[teacher.Record]) error {
		got, err := trained(mutated, 360)
		return wants(verdict.Met, got, err)
	}
	score, err := rulestest.Mutate(set, atBoundary, rulestest.Equivalent{Mutant: "teacher-training-hours/deadline-later", Reason: "this job knows no dates"})
	require.NoError(t, err)
	assert.Equal(t, []rulestest.Equivalent{{Mutant: "teacher-training-hours/deadline-later", Reason: "this job knows no dates"}}, score.Equivalent)
	_, err = rulestest.Mutate(set, atBoundary, rulestest.Equivalent{Mutant: "teacher-training-hours/each-up", Reason: "a guess"})
	assert.ErrorContains(t, err, "mutant teacher-training-hours/each-up is noticed, so it is not equivalent (a guess)")
	_, err = rulestest.Mutate(set, atBoundary, rulestest.Equivalent{Mutant: "teacher-training-hours/each-dwon", Reason: "a slip"})
	assert.ErrorContains(t, err, `no mutant "teacher-training-hours/each-dwon"; perhaps "teacher-training-hours/each-down" is meant`)
	_, err = rulestest.Mutate(set, atBoundary, rulestest.Equivalent{Mutant: "teacher-training-hours/deadline-later"})
	assert.ErrorContains(t, err, "without a reason")
}

func TestBoundaryCasesKillTheMutantsOfEveryKindOfRule(t *testing.T) {
	const undecided = "while the parameter is not set nothing is met, and no figure is compared"
	excused := map[string][]rulestest.Equivalent{
		"a figure and a parameter": {
			{Mutant: "buses/condition-1-unknown-as-yes", Reason: "the other condition on the field is unknown as well"},
			{Mutant: "buses/condition-2-unknown-as-yes", Reason: "the other condition on the field is unknown as well"}},
		"an or of ands": {{Mutant: "buses/condition-4-unknown-as-yes", Reason: "where riders are at least 20, so are seats, and the first and is unknown"}},
		"a parameter not set": {{Mutant: "buses/population-down", Reason: undecided}, {Mutant: "buses/population-up", Reason: undecided},
			{Mutant: "buses/population-more-than", Reason: undecided}, {Mutant: "buses/condition-2-more-than", Reason: undecided},
			{Mutant: "buses/condition-1-unknown-as-yes", Reason: "the other condition is unknown whatever the record says"}},
	}
	for name, r := range busRules() {
		t.Run(name, func(t *testing.T) {
			set := rules.Set[bus]{r}
			cases, err := rulestest.Boundaries(r)
			require.NoError(t, err)
			score, err := rulestest.Mutate(set, func(mutated rules.Set[bus]) error {
				for _, c := range cases {
					if err := c.Check(mutated[0]); err != nil {
						return err
					}
				}
				return nil
			}, excused[name]...)
			require.NoError(t, err)
			assert.NoError(t, score.Err())
			assert.Greater(t, score.Killed, 3)
		})
	}
}
