package count_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// post is a row of a staff table.
type post struct {
	number  int
	area    string
	teacher record
}

func postsPass(c *count.Counter[record]) count.Pass[post, record] {
	return count.Pass[post, record]{Counter: c, Mapping: func(p *post, to *record) { *to = p.teacher }}
}

// posts are rows with random teachers.
func posts(seed uint64, n int) []post {
	list := make([]post, n)
	for i, r := range newDice(seed).register(n) {
		list[i] = post{number: i, teacher: r}
	}
	return list
}

// testKeys sees to it that groups stand in the order of their first rows, that
// each has the counts of its own rows, and that all together have those of all.
func testKeys[K comparable](t *testing.T, rows []post, key func(*post) K) {
	t.Helper()
	c := counterOf(t, ask(t, "q", teacher.Stage.Recorded(), teacher.Education.AtLeast(indicators.Master)), hoursRatio(t, "ratio"))
	var want []K
	members := map[K][]record{}
	for i := range rows {
		k := key(&rows[i])
		if _, there := members[k]; !there {
			want = append(want, k)
		}
		members[k] = append(members[k], rows[i].teacher)
	}
	for _, goroutines := range []int{1, 3} {
		pass := postsPass(c)
		pass.Goroutines = goroutines
		groups, err := count.By(pass, count.Slice(rows), key)
		require.NoError(t, err)
		require.Equal(t, len(want), groups.Len(), "%T", *new(K))
		for i, k := range want {
			got, tally := groups.At(i)
			require.Equal(t, k, got, "%T in %d goroutines", k, goroutines)
			require.Equal(t, i, groups.Index(k))
			alone := c.Tally()
			for j := range members[k] {
				require.NoError(t, c.Add(alone, &members[k][j], 1))
			}
			require.Equal(t, alone.Counts(), tally.Counts(), "%v in %d goroutines", k, goroutines)
		}
		total, err := groups.Total()
		require.NoError(t, err)
		all, err := pass.All(count.Slice(rows))
		require.NoError(t, err)
		require.Equal(t, asJSON(t, all), asJSON(t, total))
	}
}

func TestGroupsStandInTheOrderOfFirstAppearanceWhateverTheirKeys(t *testing.T) {
	type (
		code   string
		stage  int8
		padded struct {
			stage  stage
			county uint16
			public bool
		}
		skipping struct {
			stage stage
			_     uint32
			even  bool
		}
	)
	rows := posts(50, 5000) // more than a chunk of a goroutine
	n := func(p *post) int { return p.number * 7919 % 300 }
	testKeys(t, rows, func(p *post) bool { return n(p)%3 == 0 })
	testKeys(t, rows, func(p *post) stage { return stage(n(p) % 5) })
	testKeys(t, rows, func(p *post) int { return n(p) - 150 })
	testKeys(t, rows, func(p *post) uint64 { return uint64(n(p)) << 50 })
	testKeys(t, rows, func(p *post) [3]uint8 { return [3]uint8{uint8(n(p)), 1, uint8(n(p) / 100)} })
	testKeys(t, rows, func(p *post) padded { return padded{stage(n(p) % 3), uint16(n(p)), n(p)%2 == 0} })
	testKeys(t, rows, func(p *post) skipping { return skipping{stage: stage(n(p) % 100), even: n(p)%2 == 0} })
	testKeys(t, rows, func(*post) struct{} { return struct{}{} })
	testKeys(t, rows, func(p *post) float64 { return math.Copysign(float64(n(p)/100), float64(n(p)-150)) }) // nought has two forms
	testKeys(t, rows, func(p *post) code { return code(fmt.Sprintf("学校%09d号", n(p))) })
	testKeys(t, rows, func(p *post) any {
		if n(p)%2 == 0 {
			return n(p)
		}
		return fmt.Sprint(n(p))
	})
}

func TestTextKeysThatLookAlikeMakeAGroupEach(t *testing.T) {
	offices := []string{"通化市集安县教育局", "通化市柳河县教育局"}
	require.Len(t, offices[0], len(offices[1]), "of one length, with the same first and last bytes")
	turns := posts(56, 200)
	for i := range turns {
		turns[i].area = offices[i/3%2]
	}
	testKeys(t, turns, func(p *post) string { return p.area })

	var alike []string // of every length, two in turn that differ in one byte
	for n := range 40 {
		for i := range n {
			alike = append(alike, strings.Repeat("0", n), strings.Repeat("0", i)+"1"+strings.Repeat("0", n-i-1))
		}
	}
	turns = posts(57, len(alike))
	for i := range turns {
		turns[i].area = alike[i]
	}
	testKeys(t, turns, func(p *post) string { return p.area })

	keys := append(offices, "", " ", "\x00", "00", "000000000000")
	for _, middle := range []string{"", "a", "ab", "abc", "0000", "00000000", "东昌", "二道江"} {
		for i := range 40 { // more keys than the table of groups holds, of all lengths
			keys = append(keys, fmt.Sprintf("2205%s%d", middle, i), fmt.Sprintf("%d%s0000", i, middle))
		}
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	require.NotZero(t, len(keys)%7919)
	rows := posts(51, 3*len(keys))
	for i := range rows {
		rows[i].area = keys[i*7919%len(keys)]
	}
	testKeys(t, rows, func(p *post) string { return p.area })
}

func TestAKeyThatIsNotEqualToItselfIsAGroupEachTime(t *testing.T) {
	rows := posts(52, 5)
	pass := postsPass(counterOf(t, hoursRatio(t, "q")))
	for _, pass.Goroutines = range []int{1, 2} {
		groups, err := count.By(pass, count.Slice(rows), func(p *post) float64 {
			if p.number%2 == 0 {
				return math.NaN()
			}
			return 1
		})
		require.NoError(t, err)
		require.Equal(t, 4, groups.Len(), "three rows without a number and one group of two rows")
		for i, want := range []int64{1, 2, 1, 1} {
			k, tally := groups.At(i)
			assert.Equal(t, i != 1, math.IsNaN(k))
			assert.Equal(t, want, tally.Read())
		}
		assert.Equal(t, -1, groups.Index(math.NaN()))
		assert.Equal(t, 1, groups.Index(1))
	}
}

func TestAKeyThatCannotBeHashedIsNoGroup(t *testing.T) {
	pass := postsPass(counterOf(t, hoursRatio(t, "q")))
	groups, err := count.By(pass, count.Slice(posts(53, 3)), func(p *post) any { return p.number })
	require.NoError(t, err)
	assert.Equal(t, 2, groups.Index(2))
	assert.Equal(t, -1, groups.Index(3))
	assert.Equal(t, -1, groups.Index([]int{2}))
	_, err = count.By(pass, count.Slice(posts(53, 3)), func(p *post) any { return []int{p.number} })
	var failed *count.MappingError
	assert.ErrorAs(t, err, &failed, "nor does a row of it count")
}

func TestGroupsMergeAndRollUp(t *testing.T) {
	c := counterOf(t, ask(t, "q", teacher.Stage.Recorded(), teacher.Education.AtLeast(indicators.Master)), hoursRatio(t, "ratio"))
	pass, rows := postsPass(c), posts(54, 3000)
	school := func(p *post) int { return p.number * 7919 % 97 } // more than have counts by profile
	whole, err := count.By(pass, count.Slice(rows), school)
	require.NoError(t, err)
	merged, err := count.By(pass, count.Slice(rows[:1000]), school)
	require.NoError(t, err)
	rest, err := count.By(pass, count.Slice(rows[1000:]), school)
	require.NoError(t, err)
	before, err := rest.Total()
	require.NoError(t, err)
	require.NoError(t, merged.Merge(rest))
	after, err := rest.Total()
	require.NoError(t, err)
	assert.Equal(t, asJSON(t, before), asJSON(t, after), "what was merged stays as it is")
	require.Equal(t, whole.Len(), merged.Len())
	for k, tally := range whole.All() {
		_, other := merged.At(merged.Index(k))
		require.Equal(t, asJSON(t, tally), asJSON(t, other))
	}

	county := func(school int) string { return fmt.Sprint("county ", school%5) }
	up, numbers, err := count.RollUp(whole, county)
	require.NoError(t, err)
	counties, err := count.By(pass, count.Slice(rows), func(p *post) string { return county(school(p)) })
	require.NoError(t, err)
	require.Equal(t, counties.Len(), up.Len())
	for i := range up.Len() {
		k, tally := up.At(i)
		want, counted := counties.At(i)
		require.Equal(t, want, k)
		require.Equal(t, asJSON(t, counted), asJSON(t, tally))
	}
	for i := range whole.Len() {
		k, _ := whole.At(i)
		require.Equal(t, up.Index(county(k)), numbers[i])
	}
	_, _, err = count.RollUp(whole, func(int) string { panic("no county") })
	assert.ErrorContains(t, err, "no county")

	at := up.Ensure("county 9")
	_, empty := up.At(at)
	assert.Zero(t, empty.Read(), "a county without a school")
	assert.Equal(t, at, up.Ensure("county 9"))
}

func TestGroupsThatDoNotFitAreNotMerged(t *testing.T) {
	key := func(p *post) int { return p.number }
	one, err := count.By(postsPass(weighted(t, 1<<63)), count.Slice(posts(55, 2)), key)
	require.NoError(t, err)
	other, err := count.By(postsPass(weighted(t, 1)), count.Slice(posts(55, 2)), key)
	require.NoError(t, err)
	assert.ErrorIs(t, one.Merge(other), count.ErrMismatch)

	c := weighted(t, 1<<63)
	huge := func() *count.Groups[int] {
		rows := posts(55, 2)
		groups, err := count.By(postsPass(c), count.Slice(rows), key)
		require.NoError(t, err)
		_, last := groups.At(1)
		r := record{TrainingHours: quantity.HoursOf(0.08)}
		require.NoError(t, c.Add(last, &r, 1<<61))
		return groups
	}
	one = huge()
	before, err := one.Total()
	require.NoError(t, err)
	assert.ErrorIs(t, one.Merge(huge()), count.ErrTooMany)
	after, err := one.Total()
	require.NoError(t, err)
	assert.Equal(t, asJSON(t, before), asJSON(t, after), "after an error nothing has changed, not even the group before")
}

// weighted adds training hours up with a weight.
func weighted(t testing.TB, weight uint64) *count.Counter[record] {
	q := ask(t, "q", every, teacher.TrainingHours.Recorded())
	q.Of = []count.Term[record]{{Field: teacher.TrainingHours.Field, Weight: weight}}
	return counterOf(t, q)
}
