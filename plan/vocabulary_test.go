package plan_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// enum is what every closed list of the package can do.
type enum interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
	In(bilingual.Language) string
}

// listed checks a closed list: its keys in order, from 1 on, and that nothing
// else is a word of it.
func listed[V enum](t *testing.T, kind string, parse func(string) (V, error), keys ...string) {
	t.Helper()
	t.Run(kind, func(t *testing.T) {
		known := map[string]bool{}
		for i, key := range keys {
			known[key] = true
			v, err := parse(key)
			require.NoError(t, err)
			assert.Equal(t, V(i+1), v, key)
			assert.Equal(t, key, v.String())
			assert.NotEmpty(t, v.In(bilingual.Chinese), key)
			assert.NotEmpty(t, v.In(bilingual.English), key)

			data, err := json.Marshal(v)
			require.NoError(t, err)
			assert.Equal(t, `"`+key+`"`, string(data))
			var back V
			require.NoError(t, json.Unmarshal(data, &back))
			assert.Equal(t, v, back)

			asKey, err := json.Marshal(map[V]int{v: 1})
			require.NoError(t, err)
			assert.Equal(t, `{"`+key+`":1}`, string(asKey), "a word can be the key of a map")
		}
		for _, word := range []string{"", "unset(0)", "unset(99)", "Must", "at least", "1", keys[0] + " ", " " + keys[0]} {
			if known[word] {
				continue
			}
			v, err := parse(word)
			assert.EqualError(t, err, fmt.Sprintf("plan: %s %q: not in the list", kind, word))
			assert.Zero(t, v)
			if word == "" {
				continue // some lists read it as not set
			}
			assert.ErrorContains(t, json.Unmarshal(fmt.Appendf(nil, "%q", word), &v), fmt.Sprintf("%q", word))
			assert.Zero(t, v, "a refused word leaves nothing behind")
		}
		for _, data := range []string{"1", "true", `["` + keys[0] + `"]`, "{}"} {
			var v V
			assert.Error(t, json.Unmarshal([]byte(data), &v), data)
		}
		for _, odd := range []V{0, V(len(keys) + 1), 255} {
			text := fmt.Sprintf("unset(%d)", odd)
			assert.Equal(t, text, odd.String(), "an odd value prints its number")
			assert.Equal(t, text, odd.In(bilingual.Chinese))
			assert.Equal(t, text, odd.In(bilingual.English))
		}
	})
}

func TestClosedLists(t *testing.T) {
	listed(t, "kind", plan.ParseKind, "baseline", "context", "target", "entity-rule", "count", "conditional",
		"prohibition", "periodic", "milestone", "commitment")
	listed(t, "modality", plan.ParseModality, "must", "strive", "should", "encourage", "explore", "none")
	listed(t, "bias", plan.ParseBias, "flatters", "accuses", "indicates")
	listed(t, "kind of evidence", plan.ParseEvidenceKind, "published-measure", "project", "established-body", "act", "designation", "assessment")
	listed(t, "recency", plan.ParseRecency, "once", "each-year", "current", "in-force")
	listed(t, "evaluable", plan.ParseEvaluable, "full", "figure", "part", "attested", "context")
	listed(t, "basis", plan.ParseBasis, "stated", "convention", "official", "plan-end", "inferred", "assumed", "counted", "ordered")
	listed(t, "comparator", plan.ParseComparator, "at-least", "at-most", "more-than", "less-than", "exactly", "about", "between")
	listed(t, "due", plan.ParseDueKind, "by-date", "standing", "yearly", "cycle", "none")
	listed(t, "change", plan.ParseChangeKind, "each", "population", "deadline", "parameter", "figure", "reading", "decides", "modality", "component", "demand", "words", "repealed", "added")
	listed(t, "anomaly", plan.ParseAnomalyKind, "contradiction", "misprint", "numbering", "arithmetic", "flat-target", "timing",
		"coverage", "wording", "gap", "strength")
	listed(t, "numeral of", plan.ParseNumeralOf, "each", "population", "due", "figure", "figure-date", "parameter",
		"reading-each", "reading-population", "upper", "reading-upper", "wording")
	listed(t, "reason", plan.ParseNumeralReason, "list-number", "document-name", "period-name", "proper-name", "unit-word", "indefinite",
		"plain-word", "counted-up", "one-thing", "some-asked", "all-meant", "compared", "customary", "by-definition", "worked-out")
	listed(t, "clause kind", plan.ParseClauseKind, "preface", "part", "section", "paragraph", "box", "item")
}

func TestConstantsStandForTheirWords(t *testing.T) {
	for word, v := range map[fmt.Stringer]string{
		plan.Commitment: "commitment", plan.EntityRule: "entity-rule", plan.Strive: "strive", plan.Should: "should", plan.NoDemand: "none",
		plan.InFull: "full", plan.ByFigure: "figure", plan.InPart: "part", plan.Attested: "attested", plan.NoEvaluation: "context",
		plan.Convention: "convention", plan.PlanEnd: "plan-end", plan.Counted: "counted", plan.Ordered: "ordered", plan.EachYear: "each-year", plan.InForce: "in-force", plan.About: "about", plan.Exactly: "exactly",
		plan.Yearly: "yearly", plan.NotDue: "none", plan.BoxItem: "item", plan.Preface: "preface",
		plan.Added: "added", plan.Strength: "strength", plan.OfWording: "wording", plan.WorkedOut: "worked-out",
	} {
		assert.Equal(t, v, word.String())
	}
}

// A threshold that is not there has neither comparator nor basis; its JSON
// must be readable again.
func TestWhatMayBeLeftUnsetIsAnEmptyWord(t *testing.T) {
	data, err := json.Marshal(plan.Threshold{})
	require.NoError(t, err)
	assert.JSONEq(t, `{"comparator":"","amount":null,"basis":""}`, string(data))
	back := all(plan.Stated)
	require.NoError(t, json.Unmarshal(data, &back))
	assert.True(t, back.IsZero())

	data, err = json.Marshal(plan.Deadline{Kind: plan.Standing})
	require.NoError(t, err)
	assert.JSONEq(t, `{"kind":"standing","on":null,"basis":""}`, string(data))
	deadline := planEnd
	require.NoError(t, json.Unmarshal(data, &deadline))
	assert.Equal(t, standing, deadline)

	for _, data := range []string{`{"kind":""}`, `{"kind":"unset(0)"}`} {
		assert.Error(t, json.Unmarshal([]byte(data), &deadline), "a deadline always has a kind: %s", data)
	}
}

func TestIDsAreReadStrictly(t *testing.T) {
	for _, id := range []string{"senior-master", "a", "broadband-100m", "one-plus-x", "3-plus-2"} {
		got, err := plan.ParseID(id)
		require.NoError(t, err)
		assert.Equal(t, plan.ID(id), got)
	}
	for _, id := range []string{"", "-", "senior-", "-master", "senior--master", "Senior-master", "senior master", "senior_master",
		" senior", "高中", "senior-máster", "senior.master"} {
		got, err := plan.ParseID(id)
		assert.EqualError(t, err, fmt.Sprintf("plan: ID %q: want lower-case words joined by hyphens", id))
		assert.Empty(t, got)
	}
}

func FuzzParseID(f *testing.F) {
	for _, id := range []string{"senior-master", "", "-", "a--b", "A", "高中"} {
		f.Add(id)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := plan.ParseID(text)
		if err == nil && string(id) != text || err != nil && id != "" {
			t.Fatalf("%q: %q, %v", text, id, err)
		}
	})
}
