package rulestest_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// corpus is where the book's own cases stand, one file a section of the plan.
const corpus = "../testdata/scenarios"

// covered are the sections that have a file of cases.
var covered = []plan.Place{
	"一（二）", "二（二）", "二（三）", "三（一）", "三（二）", "三（三）", "三（四）",
	"三（五）", "三（六）", "三（七）", "三（八）", "三（九）",
}

func TestTheBookKeepsItsCorpus(t *testing.T) {
	rulestest.RunScenarios(t, os.DirFS(corpus), tonghua.All())
}

// verdict is what a case expects, as far as completeness goes.
type verdict struct {
	rule    plan.ID
	reading string
	outcome rules.Outcome
	partly  bool // because only a part of the demand is measured
}

func TestTheCorpusCoversEveryRule(t *testing.T) {
	cases, err := rulestest.ReadScenarios(os.DirFS(corpus), tonghua.All())
	require.NoError(t, err)
	seen := map[verdict]int{}
	for _, c := range cases {
		seen[verdict{c.Rule, c.Expect.Reading, c.Expect.Outcome, c.Expect.Reason == rules.PartMeasured}]++
	}
	bound := map[plan.ID]rules.View{}
	for _, r := range tonghua.All() {
		bound[r.ID()] = r
	}
	p := plan.Tonghua()
	for _, place := range covered {
		for s := range p.Within(place) {
			r, ok := bound[s.ID]
			if !ok {
				continue // it demands nothing
			}
			for _, v := range wanted(t, r) {
				assert.Positive(t, seen[v], "%s: no case that expects %+v", place, v)
			}
		}
	}
}

// wanted lists what a rule's cases must expect: every outcome that it can give
// by itself, and each reading that it computes.
func wanted(t *testing.T, r rules.View) []verdict {
	s := r.Statement()
	open := verdict{rule: s.ID, outcome: rules.Undetermined}
	met, missed, partly := open, open, open
	met.outcome, missed.outcome, partly.partly = rules.Met, rules.NotMet, true
	switch {
	case r.Form() == indicators.EvidenceForm && s.Modality != plan.Must:
		return []verdict{open, met}
	case s.Partly.Bias == plan.Flatters:
		met = partly
	case s.Partly.Bias == plan.Accuses:
		missed = partly
	}
	list := []verdict{open, met, missed}
	first, _ := r.Plan().Period()
	result, err := r.EvaluateTexts(first, nil)
	require.NoError(t, err)
	for _, reading := range result.Readings {
		if reading.Computed && !reading.Decides {
			for _, v := range []verdict{met, missed} {
				v.reading = reading.Key
				list = append(list, v)
			}
		}
	}
	return list
}
