package rulestest_test

import (
	"os"
	"slices"
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
var book = []chapter{
	chapterOf[enrolment.Record]{tonghua.Enrolments()},
	chapterOf[attainment.Record]{tonghua.Attainments()},
	chapterOf[pupil.Record]{tonghua.Pupils()},
	chapterOf[school.Record]{tonghua.Schools()},
	chapterOf[class.Record]{tonghua.Classes()},
	chapterOf[honours.Record]{tonghua.Honours()},
	chapterOf[teacher.Record]{tonghua.Teachers()},
	chapterOf[countyyear.Record]{tonghua.CountyYears()},
	chapterOf[grade.Record]{tonghua.Grades()},
	chapterOf[ethicscase.Record]{tonghua.EthicsCases()},
	chapterOf[cell.Record]{tonghua.Cells()},
	chapterOf[researcher.Record]{tonghua.Researchers()},
	chapterOf[kindergarten.Record]{tonghua.Kindergartens()},
	chapterOf[township.Record]{tonghua.Townships()},
	chapterOf[estate.Record]{tonghua.Estates()},
	chapterOf[programme.Record]{tonghua.Programmes()},
	chapterOf[student.Record]{tonghua.Students()},
	chapterOf[transition.Record]{tonghua.Transitions()},
	chapterOf[privateschool.Record]{tonghua.PrivateSchools()},
	chapterOf[specialchild.Record]{tonghua.SpecialChildren()},
	chapterOf[account.Record]{tonghua.Accounts()},
	chapterOf[reporting.Record]{tonghua.ReportingUnits()},
	chapterOf[county.Record]{tonghua.Counties()},
}

// chapter is what is tested of all rules over one subject.
type chapter interface {
	views() []rules.View
	holds(t *testing.T)    // at every boundary
	conforms(t *testing.T) // to the laws
	againstBoundaries(t *testing.T) rulestest.Score
	againstCorpus(t *testing.T, list []rulestest.Scenario) rulestest.Score
}

type chapterOf[R indicators.Record[R]] struct{ set rules.Set[R] }

func (c chapterOf[R]) views() []rules.View { return c.set.Views() }

func TestTheChaptersAreTheWholeBook(t *testing.T) {
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

func (c chapterOf[R]) holds(t *testing.T) {
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
	for _, c := range book {
		c.holds(t)
	}
}

func TestEveryKindOfRuleHoldsAtEveryBoundary(t *testing.T) {
	for name, r := range fleet() {
		t.Run(name, func(t *testing.T) { chapterOf[bus]{rules.Set[bus]{r}}.holds(t) })
	}
}

func (c chapterOf[R]) conforms(t *testing.T) { assert.NoError(t, rulestest.Conform(c.set...)) }

func TestTheBookConforms(t *testing.T) {
	for _, c := range book {
		c.conforms(t)
	}
}

func TestEveryKindOfRuleConforms(t *testing.T) {
	for name, r := range fleet() {
		t.Run(name, func(t *testing.T) { assert.NoError(t, rulestest.Conform(r)) })
	}
}

// score runs checks of the rules, each with its place in the set, against the
// mutants of the set. Only the rule that is changed is checked.
func (c chapterOf[R]) score(t *testing.T, equivalent []rulestest.Equivalent, check func(place int, r rules.Rule[R]) error) rulestest.Score {
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
	}, equivalentOf(c.set, equivalent)...)
	require.NoError(t, err)
	return score
}

func (c chapterOf[R]) againstBoundaries(t *testing.T) rulestest.Score {
	t.Helper()
	var cases [][]rulestest.Case[R]
	for _, r := range c.set {
		list, err := rulestest.Boundaries(r)
		require.NoError(t, err)
		cases = append(cases, list)
	}
	return c.score(t, slices.Concat(equivalent, undecided), func(place int, r rules.Rule[R]) error {
		for _, one := range cases[place] {
			if err := one.Check(r); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c chapterOf[R]) againstCorpus(t *testing.T, list []rulestest.Scenario) rulestest.Score {
	t.Helper()
	return c.score(t, equivalent, func(_ int, r rules.Rule[R]) error {
		for _, s := range list {
			if s.Rule != r.ID() {
				continue
			}
			if err := s.Check(r); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestBoundaryCasesKillEveryMutantOfTheBook(t *testing.T) {
	score := rulestest.Score{}
	for _, c := range book {
		score = score.Add(c.againstBoundaries(t))
	}
	t.Log(score)
	assert.NoError(t, score.Err())
	assert.Equal(t, score.Mutants, score.Killed+len(score.Equivalent))
}

func TestTheCorpusKillsEveryMutantOfTheBook(t *testing.T) {
	list, err := rulestest.ReadScenarios(os.DirFS(corpus), tonghua.All())
	require.NoError(t, err)
	score := rulestest.Score{}
	for _, c := range book {
		score = score.Add(c.againstCorpus(t, list))
	}
	t.Log(score)
	assert.NoError(t, score.Err())
	assert.Equal(t, score.Mutants, score.Killed+len(score.Equivalent))
}
