package count_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func liveOf(t testing.TB, c *count.Counter[record]) *count.Live[record, record] {
	t.Helper()
	live, err := passOf(c).Start()
	require.NoError(t, err)
	return live
}

func TestWhatIsAddedAndTakenBackIsNothing(t *testing.T) {
	for seed := range uint64(20) {
		g := newDice(4000 + seed)
		c := counterOf(t, hoursRatio(t, "ratio"), g.question(t, "a"), g.question(t, "b"), g.question(t, "c"))
		live, empty := liveOf(t, c), asJSON(t, c.Tally())
		records := g.register(50)
		for i := range records {
			require.NoError(t, live.Add(&records[i]))
		}
		require.Equal(t, asJSON(t, tallyOf(t, c, records...)), asJSON(t, live.Tally()))
		rest := g.Perm(len(records))
		for n, i := range rest {
			require.NoError(t, live.Retract(&records[i]))
			if n == 24 {
				var left []record
				for _, i := range rest[25:] {
					left = append(left, records[i])
				}
				require.Equal(t, asJSON(t, tallyOf(t, c, left...)), asJSON(t, live.Tally()), "half of them")
			}
		}
		require.Equal(t, empty, asJSON(t, live.Tally()), "sums included")
	}
}

func TestRowsThatWereNeverAddedAreNotTakenBack(t *testing.T) {
	c := counterOf(t, ask(t, "q", teacher.Stage.Is(indicators.Primary), teacher.Education.AtLeast(indicators.Master)), hoursRatio(t, "ratio"))
	cook := record{}
	cook.Skip()
	added := practice(10, 50)
	added.Stage, added.Education = indicators.Primary, indicators.Master
	changed := func(edit func(*record)) record {
		r := added
		edit(&r)
		return r
	}
	for _, one := range []struct {
		name string
		row  record
	}{
		{"one of another class", changed(func(r *record) { r.Education = indicators.College })},
		{"one that lacks a field", changed(func(r *record) { r.Education = 0 })},
		{"one with more hours in the sum", changed(func(r *record) { r.PracticeHours = quantity.HoursOf(10.01) })},
		{"one with more hours to divide by", changed(func(r *record) { r.DigitalHours = quantity.HoursOf(50.01) })},
		{"a cook", cook},
	} {
		live := liveOf(t, c)
		assert.ErrorIs(t, live.Retract(&one.row), count.ErrNotAdded, "%s, of nothing", one.name)
		require.NoError(t, live.Add(&added))
		before := asJSON(t, live.Tally())
		assert.ErrorIs(t, live.Retract(&one.row), count.ErrNotAdded, one.name)
		assert.Equal(t, before, asJSON(t, live.Tally()), one.name)
		assert.ErrorIs(t, live.Replace(&one.row, &added), count.ErrNotAdded, one.name)
		assert.Equal(t, before, asJSON(t, live.Tally()), one.name)
		require.NoError(t, live.Replace(&added, &one.row))
		assert.Equal(t, asJSON(t, tallyOf(t, c, one.row)), asJSON(t, live.Tally()), one.name)
		require.NoError(t, live.Retract(&one.row))
		assert.Equal(t, asJSON(t, c.Tally()), asJSON(t, live.Tally()), one.name)
	}
}

// Whatever order rows come, change and go in, the tally is that of the rows there are.
func TestALiveTallyIsThatOfTheRowsThereAre(t *testing.T) {
	g := newDice(4100)
	r := rand.New(rand.NewPCG(7, 8))
	c := counterOf(t, hoursRatio(t, "ratio"), g.question(t, "a"), g.question(t, "b"))
	live := liveOf(t, c)
	var there []record
	for range 600 {
		switch n := r.IntN(3); {
		case n == 0 || len(there) < 2:
			there = append(there, g.register(1)[0])
			require.NoError(t, live.Add(&there[len(there)-1]))
		case n == 1:
			i, next := r.IntN(len(there)), g.register(1)[0]
			require.NoError(t, live.Replace(&there[i], &next))
			there[i] = next
		default:
			i := r.IntN(len(there))
			require.NoError(t, live.Retract(&there[i]))
			there = append(there[:i], there[i+1:]...)
		}
	}
	assert.Equal(t, asJSON(t, tallyOf(t, c, there...)), asJSON(t, live.Tally()))
	assert.EqualValues(t, len(there), live.Tally().Read())
}

func TestAPassGoesOnFromATally(t *testing.T) {
	c := masters(t)
	rows := staff()
	pass, faulty := passOf(c), []int64(nil)
	pass.Faulty = func(row int64, _, _ *record, _ any) bool { faulty = append(faulty, row); return true }
	live, err := pass.Resume(tallyOf(t, c, rows[:3]...))
	require.NoError(t, err)
	for i := range rows[3:] {
		require.NoError(t, live.Add(&rows[3+i]))
	}
	assert.Equal(t, asJSON(t, tallyOf(t, c, rows...)), asJSON(t, live.Tally()))
	assert.Equal(t, []int64{3}, faulty, "rows are numbered from those that were counted before")
	require.NoError(t, live.Retract(&rows[0]), "one that was counted before")
	_, err = passOf(c).Resume(counterOf(t, hoursRatio(t, "q")).Tally())
	assert.ErrorIs(t, err, count.ErrMismatch)
}

func TestALivePassReportsRowsThatComeAndNotThoseThatGo(t *testing.T) {
	q := ask(t, "q", every, teacher.Education.AtLeast(indicators.Master))
	q.Flag = true
	pass := passOf(counterOf(t, q))
	var flagged, faulty []int64
	pass.Flagged = func(row int64, _, _ *record, _ int) bool { flagged = append(flagged, row); return len(flagged) < 3 }
	pass.Faulty = func(row int64, _, _ *record, _ any) bool { faulty = append(faulty, row); return true }
	takenBack := 0
	pass.TakenBack = func(*record) { takenBack++ }
	live, err := pass.Start()
	require.NoError(t, err)
	college, master, invalid := record{Education: indicators.College}, record{Education: indicators.Master}, record{Education: indicators.InvalidWord}
	for _, r := range []*record{&master, &college, &invalid} {
		require.NoError(t, live.Add(r))
	}
	require.NoError(t, live.Replace(&master, &college))
	require.NoError(t, live.Retract(&college))
	assert.Zero(t, takenBack, "the rows that went had no fault")
	require.NoError(t, live.Retract(&invalid))
	assert.Equal(t, 1, takenBack)
	assert.Equal(t, []int64{1, 3}, flagged)
	assert.Equal(t, []int64{2}, faulty)
	assert.ErrorIs(t, live.Add(&college), count.ErrStopped)
}

func TestALiveChangeAllocatesNothing(t *testing.T) {
	live := liveOf(t, counterOf(t, hoursRatio(t, "ratio"), ask(t, "q", every, teacher.Education.AtLeast(indicators.Master))))
	one, other := practice(10, 50), practice(20, 50)
	require.NoError(t, live.Add(&one))
	require.NoError(t, live.Replace(&one, &other))
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		if live.Replace(&other, &one) != nil || live.Replace(&one, &other) != nil {
			panic("a row was not taken back")
		}
	}))
}
