package policytest_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/eduplan/tonghua/examples/policytest"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

var teachersDay = quantity.DateOf(2024, time.September, 10)

func pointer(a indicators.Answer) *bool {
	if a != indicators.Yes && a != indicators.No {
		return nil // the office has nowhere to keep what cannot be
	}
	b := a == indicators.Yes
	return &b
}

// toCandidate is the way back: how the office would keep such a record.
func toCandidate(r honours.Record) policytest.Candidate {
	return policytest.Candidate{Award: r.Kind.In(bilingual.Chinese), Problem: pointer(r.EthicsProblem), Passed: pointer(r.EthicsPassed), Granted: pointer(r.Granted)}
}

func TestTheOfficesMappingIsRight(t *testing.T) {
	if err := rulestest.CheckMapping(toCandidate, policytest.FromCandidate, tonghua.Honours()...); err != nil {
		t.Error(err)
	}
}

// awardsTests are the unit tests of the job, for any rules.
func awardsTests(set rules.Set[honours.Record]) error {
	yes, no := true, false
	job := policytest.Awards{Rules: set}
	for name, c := range map[string]struct {
		candidate policytest.Candidate
		want      policytest.Decision
	}{
		"a clean file is honoured":                       {policytest.Candidate{Award: "评优", Problem: &no, Passed: &yes}, policytest.Grant},
		"a clean file is selected":                       {policytest.Candidate{Award: "选先", Problem: &no, Passed: &yes}, policytest.Grant},
		"an ethics case is a veto":                       {policytest.Candidate{Award: "评优", Problem: &yes, Passed: &yes}, policytest.Refuse},
		"a veto on selection":                            {policytest.Candidate{Award: "选先", Problem: &yes, Passed: &yes}, policytest.Refuse},
		"a veto on promotion":                            {policytest.Candidate{Award: "晋升", Problem: &yes, Passed: &yes}, policytest.Refuse},
		"a promotion is no honour that needs a base":     {policytest.Candidate{Award: "晋升", Problem: &no, Passed: &no}, policytest.Grant},
		"a failed assessment is no base":                 {policytest.Candidate{Award: "评优", Problem: &no, Passed: &no}, policytest.Refuse},
		"a failed assessment is no base for a selection": {policytest.Candidate{Award: "选先", Problem: &no, Passed: &no}, policytest.Refuse},
		"an unread file waits":                           {policytest.Candidate{Award: "评优", Passed: &yes}, policytest.Hold},
		"an assessment not held waits":                   {policytest.Candidate{Award: "评优", Problem: &no}, policytest.Hold},
		"an award of no known kind is vetoed":            {policytest.Candidate{Problem: &yes, Passed: &yes}, policytest.Refuse},
		"an award of no known kind waits for the base":   {policytest.Candidate{Problem: &no, Passed: &no}, policytest.Hold},
	} {
		got, err := job.Decide(teachersDay, c.candidate)
		if err != nil || got != c.want {
			return fmt.Errorf("%s: want %s, got %s, %w", name, c.want, got, err)
		}
	}
	return nil
}

func TestAwards(t *testing.T) {
	if err := awardsTests(tonghua.Honours()); err != nil {
		t.Error(err)
	}
}

// recordByRecord is why mutants of the population's threshold are equivalent
// for a job that looks at one record at a time, and grants.
const (
	recordByRecord = "the job asks about one decision at a time, of which all or none is kept"
	neverRefuses   = "the job asks only what would be if it granted"
)

func TestTheAwardsTestsWouldNoticeAnotherPolicy(t *testing.T) {
	score, err := rulestest.Mutate(tonghua.Honours(), awardsTests,
		rulestest.Equivalent{Mutant: "ethics-veto/population-down", Reason: recordByRecord},
		rulestest.Equivalent{Mutant: "ethics-veto/condition-2-unknown-as-yes", Reason: neverRefuses},
		rulestest.Equivalent{Mutant: "ethics-honours-basis/population-down", Reason: recordByRecord},
		rulestest.Equivalent{Mutant: "ethics-honours-basis/scope-1-dropped", Reason: neverRefuses},
		rulestest.Equivalent{Mutant: "ethics-honours-basis/condition-1-with-no", Reason: neverRefuses},
		rulestest.Equivalent{Mutant: "ethics-honours-basis/condition-1-unknown-as-yes", Reason: neverRefuses})
	noneSurvives(t, score, err)
}

func TestTheOfficersScenarios(t *testing.T) {
	rulestest.RunScenarios(t, scenarios, tonghua.All())
}

// noneSurvives fails a test whose job's tests notice less than they could.
func noneSurvives(t *testing.T, score rulestest.Score, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
	if err := score.Err(); err != nil {
		t.Error(err)
	}
	if score.Killed == 0 {
		t.Error("no mutant was run")
	}
}
