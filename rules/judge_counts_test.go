package rules_test

import (
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// practicePanel divides practice hours by the digital hours that they are part of.
func practicePanel() *rules.Panel[teacher.Record, teacher.Record] {
	p := edition(says("practice", population(plan.AtLeast, half)))
	return rules.MustPanel(itself, rules.MustRatio(p, "practice", ratio{Of: indicators.SumOf(teacher.PracticeHours), Per: indicators.SumOf(teacher.DigitalHours)}))
}

func TestFieldsOfCountsAreFoundInWhateverOrderTheyStand(t *testing.T) {
	e, err := practicePanel().Start(asOf)
	require.NoError(t, err)
	require.NoError(t, e.Add(&teacher.Record{DigitalHours: quantity.WholeHours(50)}))
	counts, err := e.Counts()
	require.NoError(t, err)
	slices.Reverse(counts.Fields)
	results, err := practicePanel().Judge(counts)
	require.NoError(t, err)
	assert.Equal(t, e.Results().Fields, results.Fields)
}

func TestARatioWhoseBoundsOutgrow128BitsIsUndetermined(t *testing.T) {
	e, err := practicePanel().Start(asOf)
	require.NoError(t, err)
	for _, r := range []teacher.Record{{PracticeHours: quantity.WholeHours(30), DigitalHours: quantity.WholeHours(50)}, {DigitalHours: quantity.WholeHours(50)}} {
		require.NoError(t, e.Add(&r))
	}
	counts, err := e.Counts()
	require.NoError(t, err)
	for high, want := range map[uint64]verdict.Reason{1 << 62: verdict.BelowThreshold, 1 << 63: verdict.MissingData} {
		a := &counts.Answers[0] // 1 of 2^127, and wholes of 2^126 or 2^127 whose part is missing
		a.Of, a.Per, a.PerOfUnknown = quantity.WideOf(1), quantity.WideOfWords(1<<63, 0), quantity.WideOfWords(high, 0)
		results, err := practicePanel().Judge(counts)
		require.NoError(t, err)
		assert.Equal(t, want, results.Rules[0].Reason)
	}
}

// countedBy counts rows by county in evaluators of their own, as a cluster does.
func countedBy(t *testing.T, p *rules.Panel[staff, teacher.Record], rows []staff) (names []string, by map[string]count.Counts) {
	t.Helper()
	each := map[string]*rules.Evaluator[staff, teacher.Record]{}
	for i := range rows {
		county := rows[i].County
		if each[county] == nil {
			e, err := p.Start(asOf)
			require.NoError(t, err)
			each[county], names = e, append(names, county)
		}
		require.NoError(t, each[county].Add(&rows[i]))
	}
	by = map[string]count.Counts{}
	for county, e := range each {
		counts, err := e.Counts()
		require.NoError(t, err)
		by[county] = counts
	}
	return names, by
}

func countsOf(names []string, by map[string]count.Counts) iter.Seq2[string, count.Counts] {
	return func(yield func(string, count.Counts) bool) {
		for _, name := range names {
			if !yield(name, by[name]) {
				return
			}
		}
	}
}

func TestCountsByGroupAreJudgedAsAPassByGroupIs(t *testing.T) {
	rows := twoCounties(10, 7)
	p := expectingPanel(25).Part("2025")
	want, err := rules.EvaluateBy(p, asOf, rows, func(s *staff) string { return s.County })
	require.NoError(t, err)
	names, by := countedBy(t, p, rows)
	got, err := rules.JudgeBy(p, asOf, countsOf(names, by))
	require.NoError(t, err)
	assert.Equal(t, want.Keys(), got.Keys())
	assert.Equal(t, asJSON(t, want.Total()), asJSON(t, got.Total()), "the 5 that were expected besides are unknown in both")
	for key, results := range want.All() {
		one, there := got.Of(key)
		require.True(t, there)
		assert.Equal(t, asJSON(t, results), asJSON(t, one))
	}
	name := func(key string) string { return key }
	register, err := want.Register(name)
	require.NoError(t, err)
	again, err := got.Register(name)
	require.NoError(t, err)
	assert.Equal(t, register.Parts, again.Parts, "a part of which both groups have rows")
}

func TestCountsOfNoGroupAreAnEmptyRegister(t *testing.T) {
	p := expectingPanel(0)
	want, err := rules.EvaluateBy(p, asOf, nil, func(s *staff) string { return s.County })
	require.NoError(t, err)
	got, err := rules.JudgeBy(p, asOf, countsOf(nil, nil))
	require.NoError(t, err)
	assert.Equal(t, asJSON(t, want.Total()), asJSON(t, got.Total()))
}

func TestCountsThatCannotBeAreNotJudgedByGroup(t *testing.T) {
	p := expectingPanel(0)
	names, by := countedBy(t, p, twoCounties(10, 7))
	_, err := rules.JudgeBy(p, asOf.Next(), countsOf(names, by))
	assert.ErrorIs(t, err, rules.ErrMismatch, "counts of another date")
	_, err = rules.JudgeBy(p, asOf, countsOf([]string{names[0], names[0]}, by))
	assert.ErrorIs(t, err, rules.ErrImpossible, "a group stands twice")
	wrong := by[names[1]]
	wrong.Read++
	by[names[1]] = wrong
	_, err = rules.JudgeBy(p, asOf, countsOf(names, by))
	require.ErrorIs(t, err, rules.ErrImpossible)
	assert.ErrorContains(t, err, names[1])
	_, err = rules.JudgeBy((*rules.Panel[staff, teacher.Record])(nil), asOf, countsOf(names, by))
	assert.ErrorIs(t, err, rules.ErrZero)
}

func TestAnEvaluatorGoesOnFromCounts(t *testing.T) {
	p, rows := expectingPanel(0), twoCounties(10, 7)
	first, err := p.Start(asOf)
	require.NoError(t, err)
	whole, err := p.Start(asOf)
	require.NoError(t, err)
	for i := range rows {
		require.NoError(t, whole.Add(&rows[i]))
		if i < 9 {
			require.NoError(t, first.Add(&rows[i]))
		}
	}
	counts, err := first.Counts()
	require.NoError(t, err)
	rest, err := p.Resume(counts)
	require.NoError(t, err)
	for i := range rows[9:] {
		require.NoError(t, rest.Add(&rows[9+i]))
	}
	assert.Equal(t, asJSON(t, whole.Results()), asJSON(t, rest.Results()))

	counts.Read++
	_, err = p.Resume(counts)
	assert.ErrorIs(t, err, rules.ErrImpossible)
	_, err = (*rules.Panel[staff, teacher.Record])(nil).Resume(counts)
	assert.ErrorIs(t, err, rules.ErrZero)
}
