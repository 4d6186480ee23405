package rulestest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/account"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/cell"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/estate"
	"github.com/eduplan/tonghua/indicators/ethicscase"
	"github.com/eduplan/tonghua/indicators/grade"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/kindergarten"
	"github.com/eduplan/tonghua/indicators/privateschool"
	"github.com/eduplan/tonghua/indicators/programme"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/reporting"
	"github.com/eduplan/tonghua/indicators/researcher"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/indicators/student"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/indicators/township"
	"github.com/eduplan/tonghua/indicators/transition"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// book is the rule book, subject by subject. A new subject is added here.
var book = []subjectRules{
	rulesOn[enrolment.Record]{tonghua.Enrolments()},
	rulesOn[attainment.Record]{tonghua.Attainments()},
	rulesOn[pupil.Record]{tonghua.Pupils()},
	rulesOn[school.Record]{tonghua.Schools()},
	rulesOn[class.Record]{tonghua.Classes()},
	rulesOn[honours.Record]{tonghua.Honours()},
	rulesOn[teacher.Record]{tonghua.Teachers()},
	rulesOn[countyyear.Record]{tonghua.CountyYears()},
	rulesOn[grade.Record]{tonghua.Grades()},
	rulesOn[ethicscase.Record]{tonghua.EthicsCases()},
	rulesOn[cell.Record]{tonghua.Cells()},
	rulesOn[researcher.Record]{tonghua.Researchers()},
	rulesOn[kindergarten.Record]{tonghua.Kindergartens()},
	rulesOn[township.Record]{tonghua.Townships()},
	rulesOn[estate.Record]{tonghua.Estates()},
	rulesOn[programme.Record]{tonghua.Programmes()},
	rulesOn[student.Record]{tonghua.Students()},
	rulesOn[transition.Record]{tonghua.Transitions()},
	rulesOn[privateschool.Record]{tonghua.PrivateSchools()},
	rulesOn[specialchild.Record]{tonghua.SpecialChildren()},
	rulesOn[account.Record]{tonghua.Accounts()},
	rulesOn[reporting.Record]{tonghua.ReportingUnits()},
	rulesOn[county.Record]{tonghua.Counties()},
}

// subjectRules is what is tested of all rules over one subject.
type subjectRules interface {
	views() []rules.View
	holds(t *testing.T)     // at every boundary
	readsBack(t *testing.T) // the cases of its boundaries from a file
	conforms(t *testing.T)  // to the laws
	againstBoundaries(t *testing.T) rulestest.Score
	againstCorpus(t *testing.T, corpus map[plan.ID][]rulestest.Scenario) rulestest.Score
}

type rulesOn[R indicators.Record[R]] struct{ set rules.Set[R] }

func (c rulesOn[R]) views() []rules.View { return c.set.Views() }

func TestTheSubjectsMakeUpTheWholeBook(t *testing.T) {
	var ids, all []plan.ID
	for _, c := range book {
		for _, v := range c.views() {
			ids = append(ids, v.ID())
		}
	}
	for _, v := range tonghua.ByEvidence() {
		ids = append(ids, v.ID())
	}
	for _, v := range tonghua.All() {
		all = append(all, v.ID())
	}
	assert.ElementsMatch(t, all, ids)
}

func (c rulesOn[R]) holds(t *testing.T) {
	for _, r := range c.set {
		cases, err := rulestest.Boundaries(r)
		require.NoError(t, err)
		t.Run(string(r.ID()), func(t *testing.T) {
			assert.GreaterOrEqual(t, len(cases), 9)
			for _, c := range cases {
				assert.NoError(t, c.Check(r))
			}
		})
	}
}

func TestTheBookHoldsAtEveryBoundary(t *testing.T) {
	t.Parallel()
	for _, c := range book {
		c.holds(t)
	}
}

func TestEveryKindOfRuleHoldsAtEveryBoundary(t *testing.T) {
	t.Parallel()
	for name, r := range busRules() {
		t.Run(name, func(t *testing.T) { rulesOn[bus]{rules.Set[bus]{r}}.holds(t) })
	}
}

func (c rulesOn[R]) conforms(t *testing.T) { assert.NoError(t, rulestest.Conform(c.set...)) }

func TestTheBookConforms(t *testing.T) {
	for _, c := range book {
		t.Run(c.views()[0].SubjectKey(), func(t *testing.T) {
			t.Parallel()
			c.conforms(t)
		})
	}
}

func TestEveryKindOfRuleConforms(t *testing.T) {
	t.Parallel()
	for name, r := range busRules() {
		t.Run(name, func(t *testing.T) { assert.NoError(t, rulestest.Conform(r)) })
	}
}

// score runs checks of the rules, each with its place in the set, against the
// mutants of the set. Only the rule that is changed is checked.
func (c rulesOn[R]) score(t *testing.T, check func(place int, r rules.Rule[R]) error) rulestest.Score {
	t.Helper()
	if len(c.set) == 0 {
		return rulestest.Score{}
	}
	score, err := rulestest.Mutate(c.set, func(mutated rules.Set[R]) error {
		for i, r := range mutated {
			if r != c.set[i] {
				return check(i, r)
			}
		}
		return nil
	}, equivalentOf(c.set)...)
	require.NoError(t, err)
	return score
}

func (c rulesOn[R]) againstBoundaries(t *testing.T) rulestest.Score {
	t.Helper()
	var cases [][]rulestest.Case[R]
	for _, r := range c.set {
		list, err := rulestest.Boundaries(r)
		require.NoError(t, err)
		cases = append(cases, list)
	}
	return c.score(t, func(place int, r rules.Rule[R]) error {
		for _, one := range cases[place] {
			if err := one.Check(r); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c rulesOn[R]) againstCorpus(t *testing.T, corpus map[plan.ID][]rulestest.Scenario) rulestest.Score {
	t.Helper()
	return c.score(t, func(_ int, r rules.Rule[R]) error {
		for _, s := range corpus[r.ID()] {
			if err := s.Check(r); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestBoundaryCasesKillEveryMutantOfTheBook(t *testing.T) {
	t.Parallel()
	score := rulestest.Score{}
	for _, c := range book {
		score = score.Add(c.againstBoundaries(t))
	}
	t.Log(score)
	assert.NoError(t, score.Err())
	assert.Equal(t, score.Mutants, score.Killed+len(score.Equivalent))
}

func TestTheCorpusKillsEveryMutantOfTheBook(t *testing.T) {
	t.Parallel()
	list, err := readCorpus()
	require.NoError(t, err)
	byRule := map[plan.ID][]rulestest.Scenario{}
	for _, s := range list {
		byRule[s.Rule] = append(byRule[s.Rule], s)
	}
	score := rulestest.Score{}
	for _, c := range book {
		score = score.Add(c.againstCorpus(t, byRule))
	}
	t.Log(score)
	assert.NoError(t, score.Err())
	assert.Greater(t, score.Killed, 2000, "the corpus was run at all")
}
