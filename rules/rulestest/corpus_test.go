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

var corpus = os.DirFS("../testdata/scenarios")

// covered lists the sections of the plan that have their cases, one file a section.
var covered = map[plan.Place]string{
	"三（三）": "section_3_03.csv",
	"三（四）": "section_3_04.csv",
	"三（五）": "section_3_05.csv",
	"三（六）": "section_3_06.csv",
	"三（七）": "section_3_07.csv",
	"三（八）": "section_3_08.csv",
	"三（九）": "section_3_09.csv",
}

func TestTheBookKeepsItsCorpus(t *testing.T) {
	rulestest.RunScenarios(t, corpus, tonghua.All())
}

func TestCorpusIsComplete(t *testing.T) {
	book := map[plan.ID]rules.View{}
	for _, v := range tonghua.All() {
		book[v.ID()] = v
	}
	scenarios, err := rulestest.ReadScenarios(corpus, tonghua.All())
	require.NoError(t, err)
	for place, file := range covered {
		for s := range plan.Tonghua().Within(place) {
			rule, asked := book[s.ID]
			if !asked {
				continue
			}
			seen := map[string]bool{}
			for _, c := range scenarios {
				if c.Rule == s.ID && c.File == file {
					look(t, c, rule, seen)
				}
			}
			for _, kind := range wanted(t, rule) {
				assert.True(t, seen[kind], "%s: no case of %s: %s", file, s.ID, kind)
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
