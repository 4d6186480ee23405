package rulestest_test

import (
	"os"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// corpus is where the book's own scenarios stand, one file a section of the plan.
const corpus = "../testdata/scenarios"

// readCorpus reads the corpus once for all tests.
var readCorpus = sync.OnceValues(func() ([]rulestest.Scenario, error) {
	return rulestest.ReadScenarios(os.DirFS(corpus), tonghua.All())
})

func TestTheBookKeepsItsCorpus(t *testing.T) {
	t.Parallel()
	rulestest.RunScenarios(t, os.DirFS(corpus), tonghua.All())
}

func TestTheCorpusHasEachKindOfCase(t *testing.T) {
	t.Parallel()
	scenarios, err := readCorpus()
	require.NoError(t, err)
	for _, rule := range tonghua.All() {
		for _, want := range wanted(t, rule) {
			assert.True(t, slices.ContainsFunc(scenarios, func(s rulestest.Scenario) bool {
				e := s.Expect
				return s.Rule == rule.ID() && e.Reading == want.Reading && (want.Reading != "" ||
					want.Due != "" && e.Due == want.Due || want.Due == "" && e.Outcome == want.Outcome && e.Reason == want.Reason)
			}), "%s has no case like %+v", rule.ID(), want)
		}
	}
}

// wanted are the outcomes that a rule can have, each with its reason, the states
// of its deadline, and its other readings.
func wanted(t *testing.T, rule rules.View) []rulestest.Expectation {
	s := rule.Statement()
	var list []rulestest.Expectation
	of := func(o verdict.Outcome, r verdict.Reason) {
		list = append(list, rulestest.Expectation{Outcome: o, Reason: r})
	}
	unset := slices.ContainsFunc(s.Parameters, func(p plan.Parameter) bool { return p.Amount.IsZero() })
	switch {
	case rule.Form() == indicators.EvidenceForm:
		of(verdict.Met, verdict.NoReason)
		of(verdict.Undetermined, verdict.NoEvidence)
		if s.Modality == plan.Must {
			of(verdict.NotMet, verdict.NoEvidence)
		}
	case unset:
		of(verdict.Undetermined, verdict.MissingParameter)
	default:
		of(verdict.Undetermined, verdict.MissingData)
		if !s.Partly.IsZero() {
			of(verdict.Undetermined, verdict.PartMeasured)
		}
		if s.Partly.IsZero() || s.Partly.Bias == plan.Accuses {
			of(verdict.Met, verdict.NoReason)
		}
		if s.Partly.IsZero() || s.Partly.Bias == plan.Flatters {
			of(verdict.NotMet, verdict.BelowThreshold)
		}
	}
	scoped := slices.ContainsFunc(rule.Needs(), func(n rules.Need) bool { return n.Use == rules.ForScope })
	switch {
	case scoped && rule.Form() == indicators.RatioForm:
		of(verdict.Undetermined, verdict.NoFigure)
	case scoped && rule.Form() != indicators.CountForm:
		of(verdict.NotApplicable, verdict.EmptyScope)
	}
	if s.Deadline.Kind == plan.ByDate || s.Deadline.Kind == plan.Cycle {
		list = append(list, rulestest.Expectation{Due: "open"}, rulestest.Expectation{Due: "past"})
	}
	first, _ := rule.Plan().Period()
	none, err := rule.EvaluateTexts(first, nil)
	require.NoError(t, err)
	for _, r := range none.Readings {
		if r.Computed && !r.Decides {
			list = append(list, rulestest.Expectation{Reading: r.Key})
		}
	}
	return list
}
