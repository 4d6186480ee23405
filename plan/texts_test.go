package plan_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// inBoth checks that a text is there in both languages, each in its own, with
// no stray spaces.
func inBoth(t *testing.T, text bilingual.Text, of ...string) {
	t.Helper()
	what := strings.Join(of, ", ")
	assert.True(t, text.Complete(), "%s: both languages are wanted", what)
	assert.Equal(t, strings.TrimSpace(text.ZH), text.ZH, what)
	assert.Equal(t, strings.TrimSpace(text.EN), text.EN, what)
	han := func(r rune) bool { return unicode.Is(unicode.Han, r) }
	assert.True(t, strings.ContainsFunc(text.ZH, han), "%s: %q is not Chinese", what, text.ZH)
	assert.False(t, strings.ContainsFunc(text.EN, han), "%s: %q is not English", what, text.EN)
}

func TestEveryTextIsThereInBothLanguages(t *testing.T) {
	p := plan.Tonghua()
	inBoth(t, p.Name(), "the plan")
	for c := range p.Clauses() {
		inBoth(t, c.Title, string(c.Place))
	}
	for s := range p.All() {
		id := string(s.ID)
		inBoth(t, s.Name, id, "name")
		inBoth(t, s.Summary, id, "summary")
		if !s.Note.IsZero() {
			inBoth(t, s.Note, id, "note")
		}
		for what, text := range map[string]bilingual.Text{"demand": s.Demand, "short": s.Short, "noun": s.Noun, "covers": s.Partly.Covers} {
			if !text.IsZero() {
				inBoth(t, text, id, what)
			}
		}
		for _, f := range s.Figures {
			inBoth(t, f.Name, id, f.Key)
		}
		for _, q := range s.Parameters {
			inBoth(t, q.Name, id, q.Key)
		}
		for _, r := range s.Readings {
			inBoth(t, r.Name, id, r.Key)
			inBoth(t, r.Why, id, r.Key, "why")
			for what, text := range map[string]bilingual.Text{"demand": r.Demand, "not computed": r.NotComputed} {
				if !text.IsZero() {
					inBoth(t, text, id, r.Key, what)
				}
			}
		}
	}
}

func TestSummariesEndAsSentencesDo(t *testing.T) {
	for s := range plan.Tonghua().All() {
		assert.True(t, strings.HasSuffix(s.Summary.ZH, "。"), s.ID)
		assert.True(t, strings.HasSuffix(s.Summary.EN, "."), s.ID)
		assert.False(t, strings.HasSuffix(s.Name.ZH, "。") || strings.HasSuffix(s.Name.EN, "."), "%s: a name is no sentence", s.ID)
	}
}

// A phrase is put behind "required:" or into a list, and so is no sentence.
func TestPhrasesAreNoSentences(t *testing.T) {
	for s := range plan.Tonghua().All() {
		texts := []bilingual.Text{s.Demand, s.Short, s.Noun, s.Partly.Covers}
		for _, r := range s.Readings {
			texts = append(texts, r.Demand, r.NotComputed)
		}
		for _, c := range s.Components {
			texts = append(texts, c.Name)
		}
		for _, text := range texts {
			assert.NotRegexp(t, `[。！；，：]$`, text.ZH, s.ID)
			assert.NotRegexp(t, `[.!;,:]$`, text.EN, s.ID)
		}
	}
}

func TestNamesTellStatementsApart(t *testing.T) {
	zh, en := map[string]plan.ID{}, map[string]plan.ID{}
	for s := range plan.Tonghua().All() {
		assert.Empty(t, zh[s.Name.ZH], "%s has the same name", s.ID)
		assert.Empty(t, en[s.Name.EN], "%s has the same name", s.ID)
		zh[s.Name.ZH], en[s.Name.EN] = s.ID, s.ID
	}
}

func TestTermsAreShort(t *testing.T) {
	for s := range plan.Tonghua().All() {
		n := len([]rune(s.Term))
		assert.True(t, n >= 2 && n <= 8, "%s: %q is a name and no sentence", s.ID, s.Term)
	}
}

func TestEveryAmountHasAUnit(t *testing.T) {
	amounts := 0
	unit := func(a quantity.Amount, of ...string) {
		if a.IsZero() {
			return
		}
		amounts++
		assert.NotEqual(t, quantity.NoUnit, a.Unit(), of)
		assert.NotEmpty(t, a.In(bilingual.Chinese), of)
		if a.Unit() != quantity.CalendarYear && a.Unit() != quantity.MonthOfYear { // 2022 is a year in English without another word
			assert.NotEqual(t, a.Number(), a.In(bilingual.English), "%v: the unit is printed", of)
		}
	}
	for s := range plan.Tonghua().All() {
		id := string(s.ID)
		unit(s.Each.Amount, id, "each")
		unit(s.Population.Amount, id, "population")
		for _, f := range s.Figures {
			assert.False(t, f.Amount.IsZero(), "%s of %s", f.Key, id)
			unit(f.Amount, id, f.Key)
		}
		for _, q := range s.Parameters {
			unit(q.Amount, id, q.Key)
		}
		for _, r := range s.Readings {
			unit(r.Each.Amount, id, r.Key)
			unit(r.Population.Amount, id, r.Key)
		}
	}
	assert.Greater(t, amounts, 150)
}
