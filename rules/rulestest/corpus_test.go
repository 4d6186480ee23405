package rulestest_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// corpus is where the book's own cases stand, one file a section of the plan.
const corpus = "../testdata/scenarios"

// covered are the sections that have a file of cases.
var covered = []plan.Place{
	"三（三）", "三（四）", "三（五）", "三（六）", "三（七）", "三（八）", "三（九）",
}

func TestTheBookKeepsItsCorpus(t *testing.T) {
	rulestest.RunScenarios(t, os.DirFS(corpus), tonghua.All())
}

func TestTheCorpusCoversEveryRule(t *testing.T) {
	book := map[plan.ID]rules.View{}
	for _, v := range tonghua.All() {
		book[v.ID()] = v
	}
	scenarios, err := rulestest.ReadScenarios(os.DirFS(corpus), tonghua.All())
	require.NoError(t, err)
	for _, place := range covered {
		for s := range plan.Tonghua().Within(place) {
			rule, asked := book[s.ID]
			if !asked {
				continue
			}
			seen := map[string]bool{}
			for _, c := range scenarios {
				if c.Rule == s.ID {
					look(t, c, rule, seen)
				}
			}
			for _, kind := range wanted(t, rule) {
				assert.True(t, seen[kind], "%s: no case of %s: %s", place, s.ID, kind)
			}
		}
	}
}

// look notes what a case shows of its rule.
func look(t *testing.T, c rulestest.Scenario, rule rules.View, seen map[string]bool) {
	if key := c.Expect.Reading; key != "" {
		r, err := rule.EvaluateTexts(c.AsOf, c.Rows)
		require.NoError(t, err)
		seen["reading "+key] = seen["reading "+key] || r.Outcome != c.Expect.Outcome
		return
	}
	_, last := rule.Plan().Period()
	if on := rule.Statement().Deadline.On; on.Known() {
		last = on
	}
	seen[c.Expect.Outcome.String()] = true
	seen[c.Expect.Reason.String()] = true
	seen["one short"] = seen["one short"] || c.Expect.Shortfall == "1"
	seen["day after"] = seen["day after"] || c.AsOf == last.Next()
}

// wanted lists what the cases of a rule must show at least.
func wanted(t *testing.T, rule rules.View) []string {
	_, last := rule.Plan().Period()
	blank, err := rule.EvaluateTexts(last, nil)
	require.NoError(t, err)
	s := rule.Statement()
	list := []string{"day after"}
	switch {
	case blank.Attested && s.Modality == plan.Must:
		return append(list, "met", "undetermined", "not-met", "one short")
	case blank.Attested:
		return append(list, "met", "undetermined", "one short")
	case len(blank.Unset) > 0:
		return append(list, "missing-parameter", "not-applicable")
	case s.Partly.Bias == plan.Flatters:
		list = append(list, "not-met", "part-measured")
	case s.Partly.Bias == plan.Accuses:
		list = append(list, "met", "part-measured")
	default:
		list = append(list, "met", "not-met")
	}
	list = append(list, "one short", "missing-data", "invalid-data")
	if blank.Outcome == rules.NotApplicable { // a count of an empty register is not
		list = append(list, "not-applicable")
	}
	for _, r := range blank.Readings {
		if r.Computed && !r.Decides {
			list = append(list, "reading "+r.Key)
		}
	}
	return list
}
