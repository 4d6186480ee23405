package tonghua_test

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/tonghua/internal/sources"
)

func ids(views []rules.View) []plan.ID {
	var list []plan.ID
	for _, v := range views {
		list = append(list, v.ID())
	}
	return list
}

func TestEveryDemandOfThePlanHasARuleInTheOrderOfTheSentences(t *testing.T) {
	var want []plan.ID
	for s := range plan.Tonghua().All() {
		if s.Modality != plan.NoDemand {
			want = append(want, s.ID)
		}
	}
	assert.Equal(t, want, ids(tonghua.All()))
}

func TestFiguresAndRecordsAnswerWhatTheyCanAndEvidenceTheRest(t *testing.T) {
	for _, rule := range tonghua.All() {
		measured := rule.Form() != indicators.EvidenceForm
		assert.Equal(t, rule.Statement().Evaluable != plan.Attested, measured, rule.ID())
		assert.Equal(t, rule.Statement().Evaluable == plan.InPart, !rule.Statement().Partly.IsZero(), rule.ID())
	}
}

func TestASetHoldsTheRulesOfItsSubjectInClauseOrder(t *testing.T) {
	of := map[string][]plan.ID{}
	for _, v := range tonghua.All() {
		of[v.SubjectKey()] = append(of[v.SubjectKey()], v.ID())
	}
	assert.Equal(t, of["teacher"], ids(tonghua.Teachers().Views()))
	assert.Equal(t, of["county"], ids(tonghua.Counties().Views()))
	assert.Equal(t, of["evidence"], ids(rules.AttestedSet(tonghua.ByEvidence()).Views()))
}

func TestASetIsTheCallersOwn(t *testing.T) {
	first := tonghua.Teachers()[0].ID()
	tonghua.Teachers()[0] = nil
	assert.Equal(t, first, tonghua.Teachers()[0].ID())
}

func TestEachRuleTellsWhatItMeasuresAndNeeds(t *testing.T) {
	for _, rule := range tonghua.All() {
		t.Run(string(rule.ID()), func(t *testing.T) {
			statement, ok := plan.Tonghua().Statement(rule.ID())
			require.True(t, ok)
			assert.Same(t, statement, rule.Statement())
			assert.Same(t, plan.Tonghua(), rule.Plan())

			for _, text := range []bilingual.Text{
				statement.Name, statement.Summary,
				{ZH: rule.Measures(bilingual.Chinese), EN: rule.Measures(bilingual.English)},
				{ZH: statement.Citation(bilingual.Chinese), EN: statement.Citation(bilingual.English)},
				{ZH: rule.Form().In(bilingual.Chinese), EN: rule.Form().In(bilingual.English)},
			} {
				inBothLanguages(t, text)
			}
			if rule.Form() == indicators.EvidenceForm {
				assert.Empty(t, rule.Needs())
				return
			}
			require.NotEmpty(t, rule.Needs())
			seen := map[string]bool{}
			for _, need := range rule.Needs() {
				assert.Equal(t, rule.SubjectKey(), need.Subject)
				assert.False(t, seen[need.Field], "%s is needed twice", need.Field)
				seen[need.Field] = true
				inBothLanguages(t, need.Label)
				inBothLanguages(t, bilingual.Text{ZH: need.Use.In(bilingual.Chinese), EN: need.Use.In(bilingual.English)})
				for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
					assert.Contains(t, rule.Measures(l), need.Label.In(l), "what is needed is what is measured")
				}
			}
		})
	}
}

func inBothLanguages(t *testing.T, text bilingual.Text) {
	t.Helper()
	assert.NotEmpty(t, text.ZH)
	assert.NotEmpty(t, text.EN)
	assert.NotEqual(t, text.ZH, text.EN)
	assert.True(t, strings.ContainsFunc(text.ZH, func(r rune) bool { return r >= '一' && r <= '龥' }), "%q is not Chinese", text.ZH)
	assert.False(t, strings.ContainsFunc(text.EN, func(r rune) bool { return r >= '一' && r <= '龥' }), "%q is not English", text.EN)
}

// read returns the files of the book.
func read(t *testing.T) sources.Book {
	t.Helper()
	book, err := sources.Read(".")
	require.NoError(t, err)
	require.NotEmpty(t, book.Files)
	return book
}

func TestNoFigureOfThePlanStandsInTheBook(t *testing.T) {
	book := read(t)
	for _, file := range book.Files {
		ast.Inspect(file.Syntax, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind != token.STRING {
				assert.Contains(t, []string{"0", "1"}, lit.Value, "%s", book.Positions.Position(lit.Pos()))
			}
			return true
		})
	}
}

// ruleNamed returns the rule whose statement has the name of a variable:
// TeacherPay answers teacher-pay.
func ruleNamed(name string) (rules.View, bool) {
	all := tonghua.All()
	i := slices.IndexFunc(all, func(v rules.View) bool {
		return strings.ReplaceAll(string(v.ID()), "-", "") == strings.ToLower(name)
	})
	if i < 0 {
		return nil, false
	}
	return all[i], true
}

// sectionOf returns the section of the document that a file holds by its own
// heading.
func sectionOf(t *testing.T, file sources.File) plan.Place {
	t.Helper()
	for c := range plan.Tonghua().Clauses() {
		if c.Kind == plan.Section && file.Heading == "Section "+string(c.Place)+" "+c.Title.ZH+"." {
			return c.Place
		}
	}
	require.Fail(t, "no section has the heading of "+file.Name, file.Heading)
	return ""
}

func TestEachFileHoldsTheRulesOfItsSectionInClauseOrder(t *testing.T) {
	have := map[plan.Place][]plan.ID{}
	for _, file := range read(t).Files {
		if len(file.Rules) == 0 {
			continue
		}
		section := sectionOf(t, file)
		for _, declared := range file.Rules {
			rule, ok := ruleNamed(declared.Name)
			require.True(t, ok, "%s in %s is no rule of the book", declared.Name, file.Name)
			have[section] = append(have[section], rule.ID())

			name, doc := declared.Name, declared.Doc
			for _, place := range rule.Statement().Places {
				assert.Contains(t, doc, string(place), "%s does not name its source", name)
			}
			if rule.Form() == indicators.EvidenceForm {
				s := rule.Statement()
				doc = strings.Join(strings.Fields(doc), " ")
				assert.True(t, strings.HasPrefix(doc, name+" ("+s.Name.ZH+") is answered by evidence alone of: "), "the comment of %s says what it is", name)
				assert.Contains(t, doc, s.Wanted().EN, "the comment of %s says what is to be shown", name)
				continue
			}
			assert.True(t, strings.HasPrefix(doc, name+" "), "the comment of %s begins with its name", name)
			for _, part := range []string{"Formula: ", "Unit", "Source: "} {
				assert.Contains(t, doc, part, name)
			}
		}
	}
	inBook := map[plan.ID]bool{}
	for _, rule := range tonghua.All() {
		inBook[rule.ID()] = true
	}
	for section, ids := range have {
		var want []plan.ID
		for s := range plan.Tonghua().Within(section) {
			if inBook[s.ID] {
				want = append(want, s.ID)
			}
		}
		assert.Equal(t, want, ids, "%s is in the order of its sentences", section)
	}
}

// Rules look at their figures when they are first asked: here all are.
func TestEveryRuleOfTheBookCanBeAsked(t *testing.T) {
	for _, rule := range tonghua.All() {
		assert.NoError(t, rule.BindError(), rule.ID())
	}
}
