package rulestest_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// corpus is where the book's own scenarios stand, one file a section of the plan.
const corpus = "../testdata/scenarios"

func TestTheBookKeepsItsCorpus(t *testing.T) {
	rulestest.RunScenarios(t, os.DirFS(corpus), tonghua.All())
}

// awaiting are the rules that have no scenarios yet. The list can only shrink:
// a rule that has some must leave it, and a new rule brings its own.
var awaiting = []plan.ID{
	plan.PreschoolGrossEnrolment, plan.PrimaryNetEnrolment, plan.JuniorNetEnrolment, plan.SeniorGrossEnrolment,
	plan.MeanYearsSchooling, plan.FitnessCertificate, plan.SportsSkills, plan.ArtSkills, plan.CurrentAffairs,
	plan.FootballSchools, plan.ArtSchools, plan.LawSchools, plan.LargeDistrict, plan.OversizedClasses,
	plan.EthnicDoubleFunds, plan.RealnamePupils, plan.MultimediaCoverage, plan.Broadband100m, plan.RealnameTeachers,
	plan.SpendingOnlyRises, plan.SpendingPerPupilOnlyRises, plan.UniformQuota,
}

func TestEveryRuleHasScenariosOfEachOutcome(t *testing.T) {
	list, err := rulestest.ReadScenarios(os.DirFS(corpus), tonghua.All())
	require.NoError(t, err)
	for _, r := range tonghua.All() {
		var outcomes []rules.Outcome
		for _, s := range list {
			if s.Rule == r.ID() && s.Expect.Reading == "" {
				outcomes = append(outcomes, s.Expect.Outcome)
			}
		}
		if slices.Contains(awaiting, r.ID()) {
			assert.Empty(t, outcomes, "%s has scenarios: take it off the list of those that await them", r.ID())
			t.Logf("%s awaits its scenarios", r.ID())
			continue
		}
		for _, o := range []rules.Outcome{rules.Met, rules.NotMet, rules.Undetermined} {
			assert.Contains(t, outcomes, o, "%s has no scenario that is %s", r.ID(), o)
		}
	}
	for _, id := range awaiting {
		assert.True(t, slices.ContainsFunc(tonghua.All(), func(r rules.View) bool { return r.ID() == id }), "%s awaits scenarios and is no rule", id)
	}
}
