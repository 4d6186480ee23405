package rules_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

func started(t testing.TB, p *rules.Panel[staff, teacher.Record]) *rules.Evaluator[staff, teacher.Record] {
	t.Helper()
	e, err := p.Start(asOf)
	require.NoError(t, err)
	return e
}

// pointersTo returns the rows that a slow evaluator is shown.
func pointersTo(rows []staff) []*staff {
	list := make([]*staff, len(rows))
	for i := range rows {
		list[i] = &rows[i]
	}
	return list
}

// A dashboard that follows every saved form shows at any time what a slow
// evaluator says of the rows that are there.
func TestRowsAddedReplacedAndRetractedGiveWhatASlowEvaluatorSays(t *testing.T) {
	book := testBook()
	panel := panelOf(book)
	for seed := range uint64(12) {
		g := rand.New(rand.NewPCG(seed, 7))
		stock := messy(200+seed, 60)
		for i := range stock {
			if g.IntN(9) == 0 {
				stock[i].Name = cook
			}
		}
		e := started(t, panel)
		var there []staff
		for step := range 120 {
			switch n := len(there); {
			case n == 0 || g.IntN(2) == 0:
				there = append(there, stock[g.IntN(len(stock))])
				require.NoError(t, e.Add(&there[n]))
			case g.IntN(2) == 0:
				i := g.IntN(n)
				require.NoError(t, e.Retract(&there[i]))
				there[i] = there[n-1]
				there = there[:n-1]
			default:
				i, now := g.IntN(n), stock[g.IntN(len(stock))]
				require.NoError(t, e.Replace(&there[i], &now))
				there[i] = now
			}
			if step%8 == 0 {
				for i, r := range e.Results().Rules {
					book[i].judged(t, pointersTo(there), 0, r)
				}
			}
		}
		for i := range there {
			require.NoError(t, e.Retract(&there[i]))
		}
		got := e.Results()
		require.Equal(t, started(t, panel).Results(), got, "an evaluator that all rows have left is as good as new")
	}
}

func TestARowThatCannotHaveBeenAddedIsNotTakenBack(t *testing.T) {
	panel := panelOf(testBook())
	e := started(t, panel)
	rows := slices.DeleteFunc(messy(5, 40), func(s staff) bool { return s.Name == cook })
	assert.ErrorIs(t, e.Retract(&rows[0]), rules.ErrNotAdded, "from nothing")
	for i := range rows {
		require.NoError(t, e.Add(&rows[i]))
	}
	before := e.Results()
	strange := staff{Stage: 3, Education: 5, Backbone: 4, FullTime: 1, Specialist: 1, DualQualified: 1, RealName: 2, Trained: 2,
		Reported: true, Hours: 12345.67, DigitalHours: 9999, PracticeHours: 9998}
	skipped := staff{Name: cook}
	for name, row := range map[string]*staff{"with amounts that are not there": &strange, "a cook where there is none": &skipped} {
		assert.ErrorIs(t, e.Retract(row), rules.ErrNotAdded, name)
		assert.ErrorIs(t, e.Replace(row, &rows[0]), rules.ErrNotAdded, name)
		assert.Equal(t, before, e.Results(), "nothing changes")
	}
	require.NoError(t, e.Replace(&rows[3], &rows[3]), "the evaluator goes on")
}

func TestALiveEvaluatorReportsTheFindingsOfAddedRowsAndNotOfRetractedOnes(t *testing.T) {
	p := edition(says("offline"))
	reported := []int64{}
	panel := rules.MustPanel(fill, rules.Rule[teacher.Record](rules.MustDuty(p, "offline", duty{Must: online}))).
		OnFinding(func(row int64, _ *staff, _ *rules.Finding[teacher.Record]) bool {
			reported = append(reported, row)
			return true
		})
	e := started(t, panel)
	good, bad := staff{RealName: 1}, staff{RealName: 2}
	require.NoError(t, e.Add(&good))
	require.NoError(t, e.Add(&bad))
	require.NoError(t, e.Retract(&bad))
	require.NoError(t, e.Replace(&good, &bad))
	assert.Equal(t, []int64{1, 2}, reported)
}

func TestRetractingARowRetractsItsFaults(t *testing.T) {
	p := edition(says("trained", each(plan.AtLeast, hours(360))))
	panel := rules.MustPanel(fill, rules.Rule[teacher.Record](rules.MustDuty(p, "trained", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)})))
	e := started(t, panel)
	good, bad := staff{Reported: true, Hours: 400}, staff{Reported: true, Hours: -1}
	for _, row := range []*staff{&good, &bad, &bad} {
		require.NoError(t, e.Add(row))
	}
	require.NoError(t, e.Replace(&bad, &good))
	got := e.Results()
	require.Len(t, got.Faults, 1)
	assert.Equal(t, int64(verdict.NoRow), got.Faults[0].Row, "either row may be the one that is mended")
	assert.Equal(t, "training hours in the cycle: negative", got.Faults[0].Text(bilingual.English))
	assert.Equal(t, quantity.Negative, got.Faults[0].Reason)
	require.NoError(t, e.Retract(&bad))
	assert.Empty(t, e.Results().Faults)
}

func TestAnEvaluatorListsNewFaultsHoweverManyWereMended(t *testing.T) {
	p := edition(says("trained", each(plan.AtLeast, hours(360))))
	panel := rules.MustPanel(fill, rules.Rule[teacher.Record](rules.MustDuty(p, "trained", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)})))
	e := started(t, panel)
	good, bad, worse := staff{Reported: true, Hours: 400}, staff{Reported: true, Hours: -1}, staff{Reported: true, Hours: math.Inf(1)}
	for range rules.KeptFaults + 1 {
		require.NoError(t, e.Add(&bad))
	}
	for range rules.KeptFaults + 1 {
		require.NoError(t, e.Replace(&bad, &good))
	}
	assert.Empty(t, e.Results().Faults)
	require.NoError(t, e.Add(&worse))
	got := e.Results()
	require.Len(t, got.Faults, 1)
	assert.Equal(t, int64(2*rules.KeptFaults+2), got.Faults[0].Row, "rows are numbered as they come")
	assert.Equal(t, quantity.Infinite, got.Faults[0].Reason)

	back := carried(t, panel, e)
	assert.Empty(t, back.Results().Faults, "the rows of a state are not known")
	assert.Contains(t, back.Results().Text(bilingual.English), "1 faults in all")
	require.NoError(t, back.Add(&bad))
	assert.Len(t, back.Results().Faults, 1, "those of rows that are added from then on are listed")
}

func TestALiveChangeAllocatesNothing(t *testing.T) {
	rows := messy(3, 50)
	e := started(t, rules.MustPanel(fillMessy, manyRules()[:3]...))
	for i := range rows {
		require.NoError(t, e.Add(&rows[i]))
	}
	change := func() {
		for i := range rows {
			next := &rows[(i+1)%len(rows)]
			if e.Replace(&rows[i], next) != nil || e.Replace(next, &rows[i]) != nil {
				t.Fatal("not replaced")
			}
		}
	}
	change()
	assert.LessOrEqual(t, testing.AllocsPerRun(3, change), 3*float64(len(rows)))
}
