package rules_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// several is a row that stands for many.
type several struct {
	staff
	times int64
}

func fillSeveral(s *several, t *teacher.Record) {
	fillMessy(&s.staff, t)
	t.Stand(s.times)
}

// weighted is a messy register in which rows stand for none to five records, and the same
// register written out. A row that stands for none has no fault and no finding.
func weighted(seed uint64, n int) (rows []several, all []staff) {
	for i, s := range messy(seed, n) {
		times := []int64{1, 0, 1, 3, 1, 5, 2}[i%7]
		s.ID = int64(i)
		rows = append(rows, several{s, times})
		for range times {
			all = append(all, s)
		}
	}
	return rows, all
}

func TestARowOfSeveralRecordsCountsAsTheRecordsDo(t *testing.T) {
	for seed := range uint64(2) {
		rows, all := weighted(900+seed, 250)
		book := tonghua.Teachers()
		one, many := rules.MustPanel(fillSeveral, book...), rules.MustPanel(fillMessy, book...)
		got, err := one.Evaluate(asOf, rows)
		require.NoError(t, err)
		want, err := many.Evaluate(asOf, all)
		require.NoError(t, err)
		require.Equal(t, asJSON(t, figuresOf(want)), asJSON(t, figuresOf(got)))

		for _, goroutines := range []int{1, 3} {
			groups, err := rules.EvaluateBy(one.Parallel(goroutines), asOf, rows, func(s *several) string { return s.County })
			require.NoError(t, err)
			written, err := rules.EvaluateBy(many, asOf, all, byCounty)
			require.NoError(t, err)
			for k, r := range written.All() {
				g, _ := groups.Of(k)
				require.Equal(t, asJSON(t, figuresOf(r)), asJSON(t, figuresOf(g)), k)
			}
		}
	}
}

func TestARowOfSeveralRecordsComesAndGoesAlive(t *testing.T) {
	rows, all := weighted(77, 120)
	one, err := rules.MustPanel(fillSeveral, tonghua.Teachers()...).Start(asOf)
	require.NoError(t, err)
	many, err := rules.MustPanel(fillMessy, tonghua.Teachers()...).Start(asOf)
	require.NoError(t, err)
	for i := range rows {
		require.NoError(t, one.Add(&rows[i]))
	}
	for i := range all {
		require.NoError(t, many.Add(&all[i]))
	}
	same := func() {
		require.Equal(t, asJSON(t, figuresOf(many.Results())), asJSON(t, figuresOf(one.Results())))
	}
	same()
	for i := range rows[:60] { // half of them leave, and the next three of each row come instead
		changed := rows[i]
		changed.times = rows[(i+3)%60].times
		require.NoError(t, one.Replace(&rows[i], &changed))
		for range rows[i].times {
			require.NoError(t, many.Retract(&rows[i].staff))
		}
		for range changed.times {
			require.NoError(t, many.Add(&changed.staff))
		}
	}
	same()
	for i := range rows[60:] {
		require.NoError(t, one.Retract(&rows[60+i]))
		for range rows[60+i].times {
			require.NoError(t, many.Retract(&rows[60+i].staff))
		}
	}
	same()
	few := several{rows[0].staff, 1_000}
	assert.ErrorIs(t, one.Retract(&few), rules.ErrNotAdded, "so many of it never came")
}

// A finding is about a row, once, however many records it stands for.
func TestARowOfSeveralRecordsIsFoundOnce(t *testing.T) {
	rows, _ := weighted(5, 300)
	found := map[int64]int{}
	panel := rules.MustPanel(fillSeveral, tonghua.TeacherTrainingHours).OnFinding(func(row int64, _ *several, _ *rules.Finding[teacher.Record]) bool {
		found[row]++
		return true
	})
	_, err := panel.Evaluate(asOf, rows)
	require.NoError(t, err)
	require.NotEmpty(t, found)
	for row, n := range found {
		assert.Equal(t, 1, n)
		assert.Positive(t, rows[row].times, "who is nobody is not found")
	}
}

func TestARecordThatStandsForSeveralIsSoManyToEveryRule(t *testing.T) {
	record := teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master}
	record.Stand(1_199)
	other := teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor}
	other.Stand(8_801)
	r, err := tonghua.SeniorMaster.Evaluate(asOf, record, other)
	require.NoError(t, err)
	assert.Equal(t, "1199/10000=11.99%", r.Measured(bilingual.Chinese))
	for _, n := range []int64{-1, indicators.MostTimes + 1} {
		assert.Panics(t, func() { record.Stand(n) })
		_, err := rules.MustPanel(func(n *int64, t *teacher.Record) { t.Stand(*n) }, tonghua.SeniorMaster).Evaluate(asOf, []int64{1, n})
		var mapping *rules.MappingError
		assert.ErrorAs(t, err, &mapping, "the mapping is wrong, and its row is named")
	}
	record.Stand(1)
	assert.Equal(t, teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master}, record, "one is what every row is")
	assert.True(t, slices.Equal([]int64{1}, []int64{record.Stands()}))
}
