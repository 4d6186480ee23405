package tonghua_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
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
)

// sectionOf says which section of the document each file of the book holds.
var sectionOf = map[string]plan.Place{
	"section_1_2.go":            "一（二）",
	"section_2_2.go":            "二（二）",
	"section_2_3.go":            "二（三）",
	"section_3_01.go":           "三（一）",
	"section_3_02.go":           "三（二）",
	"section_3_03.go":           "三（三）",
	"section_3_04.go":           "三（四）",
	"section_3_05.go":           "三（五）",
	"section_3_06.go":           "三（六）",
	"section_3_07.go":           "三（七）",
	"section_3_08.go":           "三（八）",
	"section_3_09.go":           "三（九）",
	"section_3_10.go":           "三（十）",
	"section_3_10_resources.go": "三（十）",
	"section_3_11.go":           "三（十一）",
	"section_4_01.go":           "四（一）",
	"section_4_02.go":           "四（二）",
	"section_4_03.go":           "四（三）",
}

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

func TestEveryRuleOfEverySetStandsInTheBookOnce(t *testing.T) {
	var all []rules.View
	for _, set := range []interface{ Views() []rules.View }{
		tonghua.Enrolments(), tonghua.Attainments(), tonghua.Pupils(), tonghua.Schools(), tonghua.Classes(), tonghua.Grades(),
		tonghua.Honours(), tonghua.Teachers(), tonghua.EthicsCases(), tonghua.Cells(), tonghua.Researchers(),
		tonghua.Kindergartens(), tonghua.Townships(), tonghua.Estates(), tonghua.Programmes(), tonghua.Students(),
		tonghua.Transitions(), tonghua.PrivateSchools(), tonghua.SpecialChildren(), tonghua.Accounts(),
		tonghua.ReportingUnits(), tonghua.Counties(), tonghua.CountyYears(), rules.AttestedSet(tonghua.ByEvidence()),
	} {
		subjects := map[string]bool{}
		for _, v := range set.Views() {
			subjects[v.SubjectKey()] = true
			all = append(all, v)
		}
		assert.Len(t, subjects, 1, "a set is about one subject")
	}
	assert.ElementsMatch(t, ids(all), ids(tonghua.All()))

	seen := map[plan.ID]bool{}
	for _, v := range tonghua.All() {
		assert.False(t, seen[v.ID()], "%s has two rules", v.ID())
		seen[v.ID()] = true
	}
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

// sources parses the files of the book, tests left out.
func sources(t *testing.T) (*token.FileSet, map[string]*ast.File) {
	t.Helper()
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	set, files := token.NewFileSet(), map[string]*ast.File{}
	for _, e := range entries {
		if name := e.Name(); strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			files[name], err = parser.ParseFile(set, name, nil, parser.ParseComments)
			require.NoError(t, err)
		}
	}
	require.NotEmpty(t, files)
	return set, files
}

func TestNoFigureOfThePlanStandsInTheBook(t *testing.T) {
	set, files := sources(t)
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind != token.STRING {
				assert.Contains(t, []string{"0", "1"}, lit.Value, "%s", set.Position(lit.Pos()))
			}
			return true
		})
	}
}

// ruleNames returns the exported variables that a file declares, in its order.
func ruleNames(file *ast.File) (names []string, docs map[string]string) {
	docs = map[string]string{}
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		for _, s := range g.Specs {
			for _, name := range s.(*ast.ValueSpec).Names {
				if name.IsExported() {
					names = append(names, name.Name)
					docs[name.Name] = g.Doc.Text()
					if g.Lparen.IsValid() {
						docs[name.Name] = s.(*ast.ValueSpec).Doc.Text()
					}
				}
			}
		}
	}
	return names, docs
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

func TestEachFileHoldsTheRulesOfItsSectionInClauseOrder(t *testing.T) {
	clauses := map[plan.Place]int{}
	for c := range plan.Tonghua().Clauses() {
		clauses[c.Place] = len(clauses)
	}
	inBook := map[plan.ID]bool{}
	for _, rule := range tonghua.All() {
		inBook[rule.ID()] = true
	}
	_, files := sources(t)
	have := map[plan.Place][]plan.ID{}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		names, docs := ruleNames(files[file])
		section, ok := sectionOf[file]
		if !ok {
			assert.Empty(t, names, "%s is no file of a section", file)
			continue
		}
		at := 0
		for _, name := range names {
			rule, ok := ruleNamed(name)
			require.True(t, ok, "%s in %s is no rule of the book", name, file)
			have[section] = append(have[section], rule.ID())
			places := rule.Statement().Places
			assert.GreaterOrEqual(t, clauses[places[0]], at, "%s stands too late in %s", name, file)
			at = clauses[places[0]]

			doc := docs[name]
			for _, place := range places {
				assert.Contains(t, doc, string(place), "%s does not name its source", name)
			}
			if rule.Form() == indicators.EvidenceForm {
				assert.True(t, strings.HasPrefix(doc, name+": "+rule.Statement().Name.ZH), "the comment of %s says what it is", name)
				continue
			}
			assert.True(t, strings.HasPrefix(doc, name+" "), "the comment of %s begins with its name", name)
			for _, part := range []string{"Formula: ", "Unit", "Source: "} {
				assert.Contains(t, doc, part, name)
			}
		}
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
