package count_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// entry is a row of a staff table in which a teacher may stand several times.
type entry struct {
	number  string
	area    int
	teacher record
}

func entriesPass(c *count.Counter[record]) count.Pass[entry, record] {
	return count.Pass[entry, record]{Counter: c,
		Mapping: func(e *entry, to *record) { *to = e.teacher },
		Key:     func(e *entry) string { return e.number }}
}

// entries are random rows of which many have a number in common.
func entries(seed uint64, n int) []entry {
	g := newDice(seed)
	list := make([]entry, n)
	for i, r := range g.register(n) {
		list[i] = entry{number: fmt.Sprint(g.IntN(n)), area: g.IntN(4), teacher: r}
		if i > 0 && g.IntN(3) == 0 {
			list[i].teacher = list[g.IntN(i)].teacher
		}
	}
	return list
}

func allOf(t testing.TB, p count.Pass[entry, record], rows []entry) *count.Tally {
	t.Helper()
	tally, err := p.All(count.Slice(rows))
	require.NoError(t, err)
	return tally
}

func TestARecordThatSeveralRowsSpeakOfIsCountedOnceAsAllThatTheySay(t *testing.T) {
	c := counterOf(t, ask(t, "masters", teacher.Stage.Is(indicators.SeniorHigh), teacher.Education.AtLeast(indicators.Master)), hoursRatio(t, "hours"))
	teacherOf := func(e indicators.Education, hours, digital float64) record {
		r := practice(hours, digital)
		r.Stage, r.Education = indicators.SeniorHigh, e
		return r
	}
	master, doctor, bachelor := teacherOf(indicators.Master, 5, 10), teacherOf(indicators.Doctor, 5, 10), teacherOf(indicators.Bachelor, 5, 10)
	unknown, refused := teacherOf(0, 5, 10), teacherOf(indicators.InvalidWord, 5, 10)
	none := master
	none.Skip()
	for _, one := range []struct {
		name    string
		rows    []record
		class   count.Class
		unknown int64 // of the education
		invalid int64
		skipped int64
	}{
		{"one row is what it is", []record{master}, count.Counted, 0, 0, 0},
		{"the same row twice is one teacher", []record{master, master}, count.Counted, 0, 0, 0},
		{"rows that differ in what decides nothing are certain", []record{master, doctor}, count.Counted, 0, 0, 0},
		{"rows that differ in what decides are open", []record{master, bachelor}, count.InScope, 1, 0, 0},
		{"a known field does not fill an empty one", []record{master, unknown}, count.InScope, 1, 0, 0},
		{"a refused field stays refused", []record{master, refused, bachelor}, count.InScope, 0, 1, 0},
		{"rows of no members are no member", []record{none, none}, 0, 0, 0, 1},
		{"of a member that another row says is none nothing is certain", []record{none, master}, count.Anything, 1, 0, 0},
	} {
		for _, order := range []string{"forwards", "backwards"} {
			var rows []entry
			for i := range one.rows {
				at := i
				if order == "backwards" {
					at = len(one.rows) - 1 - i
				}
				rows = append(rows, entry{number: "1", teacher: one.rows[at]})
			}
			tally := allOf(t, entriesPass(c), rows)
			assert.EqualValues(t, len(rows), tally.Read(), one.name)
			assert.EqualValues(t, len(rows)-1, tally.Doubled(), one.name)
			assert.Equal(t, one.skipped, tally.Skipped(), one.name)
			a := tally.Answer(0)
			var want [8]int64
			if one.class != 0 {
				want[one.class] = 1
			}
			assert.Equal(t, want, a.Classes, "%s, %s", one.name, order)
			var education count.Lack
			for _, gap := range a.Gaps {
				if gap.Field == "education" {
					education = gap
				}
			}
			assert.Equal(t, []int64{one.unknown, one.invalid}, []int64{education.Unknown, education.Invalid}, one.name)
		}
	}
}

func TestAmountsInWhichRowsOfOneRecordDifferAreUnknown(t *testing.T) {
	c := counterOf(t, hoursRatio(t, "hours"))
	for _, one := range []struct {
		name         string
		rows         []record
		of, per      int64
		perOfUnknown int64
		noWhole      int64
	}{
		{"the same amounts are added once", []record{practice(5, 10), practice(5, 10)}, 5, 10, 0, 0},
		{"another part leaves the whole", []record{practice(5, 10), practice(6, 10)}, 0, 0, 10, 0},
		{"a part that one row lacks leaves the whole", []record{practice(5, 10), {DigitalHours: quantity.HoursOf(10)}}, 0, 0, 10, 0},
		{"another whole leaves nothing", []record{practice(5, 10), practice(5, 11)}, 0, 0, 0, 1},
	} {
		var rows []entry
		for _, r := range one.rows {
			rows = append(rows, entry{number: "1", teacher: r})
		}
		a := allOf(t, entriesPass(c), append(rows, entry{number: "2", teacher: practice(1, 2)})).Answer(0)
		wide := func(n int64) string { return quantity.WideOf(uint64(100 * n)).String() }
		assert.Equal(t, []string{wide(one.of + 1), wide(one.per + 2), wide(one.perOfUnknown)}, []string{a.Of.String(), a.Per.String(), a.PerOfUnknown.String()}, one.name)
		assert.Equal(t, one.noWhole, a.NoWhole, one.name)
	}
}

// What several rows say of one record is worked out here question by question, from the
// classes of each row by itself.
func TestEveryWayOfCountingRowsWithKeysGivesTheSame(t *testing.T) {
	for seed := range uint64(60) {
		g := newDice(9000 + seed)
		c := counterOf(t, append(g.questions(t, 4), hoursRatio(t, "ratio"))...)
		rows := entries(seed, 40)
		byKey := map[string][]record{}
		doubled := 0
		for _, e := range rows {
			byKey[e.number] = append(byKey[e.number], e.teacher)
		}
		tally := allOf(t, entriesPass(c), rows)
		for q := range 4 {
			var want [8]int64
			for _, records := range byKey {
				class, members, skipped := count.Class(0), 0, 0
				for _, r := range records {
					one, _ := c.Class(q, r)
					if class |= one; r.Skipped() {
						skipped++
					} else {
						members++
					}
				}
				if members == 0 {
					continue
				}
				if skipped > 0 { // nothing is certain about it
					unknown, _ := c.Class(q, record{})
					class |= unknown
				}
				want[class]++
			}
			require.Equal(t, want, tally.Answer(q).Classes, "seed %d, question %d", seed, q)
		}
		for _, records := range byKey {
			doubled += len(records) - 1
		}
		require.EqualValues(t, doubled, tally.Doubled())
		counts := tally.Counts()
		loaded, err := c.Load(counts)
		require.NoError(t, err, "seed %d: counts that a pass gives are possible", seed)
		require.Equal(t, counts, loaded.Counts())
		state, err := tally.MarshalBinary()
		require.NoError(t, err)
		restored, err := c.Restore(state)
		require.NoError(t, err)
		require.Equal(t, counts, restored.Counts())

		shuffled := make([]entry, len(rows))
		for i, at := range g.Perm(len(rows)) {
			shuffled[i] = rows[at]
		}
		want := asJSON(t, tally)
		require.Equal(t, want, asJSON(t, allOf(t, entriesPass(c), shuffled)), "seed %d: in another order", seed)
		parallel := entriesPass(c)
		parallel.Goroutines = 3
		require.Equal(t, want, asJSON(t, allOf(t, parallel, rows)), "seed %d: in three goroutines", seed)
		for _, p := range []count.Pass[entry, record]{entriesPass(c), parallel} {
			groups, err := count.By(p, count.Slice(rows), func(e *entry) int { return e.area })
			require.NoError(t, err)
			total, err := groups.Total()
			require.NoError(t, err)
			require.Equal(t, want, asJSON(t, total), "seed %d: the groups together", seed)
			halves, _, err := count.RollUp(groups, func(area int) bool { return area < 2 })
			require.NoError(t, err)
			total, err = halves.Total()
			require.NoError(t, err)
			require.Equal(t, want, asJSON(t, total), "seed %d: larger groups together", seed)
			for half, got := range halves.All() {
				var own []entry
				for number := range byKey {
					here := false
					for _, e := range rows {
						here = here || e.number == number && e.area < 2 == half
					}
					for _, e := range rows {
						if here && e.number == number {
							own = append(own, e)
						}
					}
				}
				require.Equal(t, allOf(t, entriesPass(c), own).Counts().Answers, got.Counts().Answers, "seed %d: a group has every record of which it has a row", seed)
			}
		}
		testLive(t, c, rows, shuffled, want)
	}
}

// testLive feeds rows one by one and in two parts, and puts and deletes others between.
func testLive(t *testing.T, c *count.Counter[record], rows, shuffled []entry, want string) {
	t.Helper()
	start := func() *count.Live[entry, record] {
		live, err := entriesPass(c).Start()
		require.NoError(t, err)
		return live
	}
	live, part := start(), start()
	for i := range shuffled {
		if i%2 == 0 {
			require.NoError(t, live.Add(&shuffled[i]))
		} else {
			require.NoError(t, part.Add(&shuffled[i]))
		}
	}
	require.NoError(t, live.Merge(part))
	require.Equal(t, want, asJSON(t, live.Tally()), "two parts")
	for i := range rows[:10] {
		there, err := live.Delete(rows[i].number)
		require.NoError(t, err)
		_ = there
		there, err = live.Delete(rows[i].number)
		require.NoError(t, err)
		require.False(t, there)
	}
	for i := range rows {
		require.NoError(t, live.Put(&rows[i]))
		require.NoError(t, live.Put(&rows[i]))
	}
	last := map[string]entry{}
	for _, e := range rows {
		last[e.number] = e
	}
	var left []entry
	for _, e := range last {
		left = append(left, e)
	}
	require.Equal(t, asJSON(t, allOf(t, entriesPass(c), left)), asJSON(t, live.Tally()), "each key has the row that was put last")
}

func TestRowsWithKeysAreNotTakenBackByThemselves(t *testing.T) {
	c := masters(t)
	live, err := entriesPass(c).Start()
	require.NoError(t, err)
	one := entry{number: "1", teacher: staff()[0]}
	require.NoError(t, live.Add(&one))
	require.ErrorIs(t, live.Retract(&one), count.ErrKeyed)
	require.ErrorIs(t, live.Replace(&one, &one), count.ErrKeyed)
	require.ErrorIs(t, live.Put(&entry{}), count.ErrNoKey)

	resumed, err := entriesPass(c).Resume(live.Tally())
	require.NoError(t, err)
	require.ErrorIs(t, resumed.Put(&one), count.ErrNoKeys)
	_, err = resumed.Delete("1")
	require.ErrorIs(t, err, count.ErrNoKeys)
	require.NoError(t, resumed.Add(&entry{number: "2"}))
	require.NoError(t, resumed.Add(&entry{number: "2"}))
	require.EqualValues(t, 1, resumed.Tally().Doubled(), "among the rows that came since")

	plain := liveOf(t, c)
	require.ErrorIs(t, plain.Put(&one.teacher), count.ErrNoKey)
	_, err = plain.Delete("1")
	require.ErrorIs(t, err, count.ErrNoKeys)
	require.NoError(t, resumed.Merge(live))
	require.ErrorIs(t, resumed.Put(&one), count.ErrNoKeys)
}

func TestDoublesAreReportedWithTheRowThatHadTheKeyFirst(t *testing.T) {
	type double struct {
		row int64
		count.Double
	}
	rows := make([]entry, 5000)
	var want []double
	for i := range rows {
		rows[i].number = fmt.Sprint(i)
	}
	for _, i := range []int{7, 8, 40, 2100, 4999} {
		rows[i].number = "3"
		want = append(want, double{int64(i), count.Double{Key: "3", First: 3}})
	}
	rows[4000].number = ""
	want = append(want[:4], double{4000, count.Double{First: -1}}, want[4])
	rows[4500].teacher.Stand(5) // it is no single record
	for goroutines := range 4 {
		var got []double
		p := entriesPass(masters(t))
		p.Goroutines = goroutines
		p.Doubled = func(row int64, of *entry, d count.Double, _ any) {
			assert.Equal(t, rows[row].number, of.number)
			got = append(got, double{row, d})
		}
		tally := allOf(t, p, rows)
		assert.Equal(t, want, got)
		assert.EqualValues(t, 5004, tally.Read())
		assert.EqualValues(t, 5, tally.Doubled())
	}
}

func TestAPartIsMergedOnce(t *testing.T) {
	c := masters(t)
	part := func(name string) *count.Tally {
		p := entriesPass(c)
		p.Part = name
		return allOf(t, p, []entry{{number: "1", teacher: staff()[0]}})
	}
	all := part("东昌区")
	require.NoError(t, all.Merge(part("二道江区")))
	before := asJSON(t, all)
	require.ErrorIs(t, all.Merge(part("东昌区")), count.ErrMerged)
	require.Equal(t, before, asJSON(t, all), "nothing has changed")
	require.Len(t, all.Counts().Parts, 2)
	state, err := all.MarshalBinary()
	require.NoError(t, err)
	restored, err := c.Restore(state)
	require.NoError(t, err)
	require.ErrorIs(t, restored.Merge(part("二道江区")), count.ErrMerged)
	require.NoError(t, restored.Merge(part("")), "a part without a name is not known again")
	other := part("二道江区")
	require.NoError(t, other.Merge(part("东昌区")))
	again, err := other.MarshalBinary()
	require.NoError(t, err)
	require.Equal(t, state, again, "in whatever order they were merged")

	groups := count.NewGroups[record, string](c)
	require.NoError(t, groups.Add("a", part("东昌区")))
	require.ErrorIs(t, groups.Add("b", part("东昌区")), count.ErrMerged)
	total, err := groups.Total()
	require.NoError(t, err)
	require.Equal(t, []count.Part{count.PartOf("东昌区")}, total.Counts().Parts)

	var read count.Part
	require.NoError(t, read.UnmarshalText([]byte(count.PartOf("东昌区").String())))
	require.Equal(t, count.PartOf("东昌区"), read)
	require.Error(t, read.UnmarshalText([]byte("12")))
}
