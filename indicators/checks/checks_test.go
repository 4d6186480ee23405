package checks_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/checks"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func cell(key, zh string) checks.Cell {
	return checks.Cell{Key: key, Label: bilingual.Text{ZH: zh, EN: key}, Unit: quantity.Pupil}
}

// pupils is a school's form: pupils by sex and by class, this year and the last.
func pupils(t *testing.T) *checks.Set {
	t.Helper()
	set, err := checks.New(
		[]checks.Cell{cell("boys", "男生数"), cell("girls", "女生数"), cell("total", "在校生数"), cell("classes", "各班学生数之和"), cell("boarders", "住宿生数"), cell("last", "上年在校生数")},
		checks.Check{Key: "sex", Left: checks.Sum("boys", "girls"), Right: checks.Sum("total")},
		checks.Check{Key: "classes", Left: checks.Sum("classes"), Right: checks.Sum("total")},
		checks.Check{Key: "boarders", Left: checks.Sum("boarders"), Right: checks.Sum("total"), Comparison: checks.AtMost},
		checks.Check{Key: "year", Left: checks.Sum("total"), Right: checks.Sum("last"), Comparison: checks.Near, Within: 20, Soft: true},
	)
	require.NoError(t, err)
	return set
}

func form(boys, girls, total, classes, boarders, last int64) checks.Values {
	values := checks.Values{}
	for i, key := range []string{"boys", "girls", "total", "classes", "boarders", "last"} {
		if n := []int64{boys, girls, total, classes, boarders, last}[i]; n >= 0 {
			values[key] = quantity.CodeOf(uint64(n))
		} else {
			values[key] = 0
		}
	}
	return values
}

func TestFiguresOfTablesThatMustFit(t *testing.T) {
	const unknown = -1
	set := pupils(t)
	for _, c := range []struct {
		name       string
		values     checks.Values
		agreements []checks.Agreement // sex, classes, boarders, year
		said       string
	}{
		{"all fits", form(60, 40, 100, 100, 20, 100), []checks.Agreement{checks.Agrees, checks.Agrees, checks.Agrees, checks.Agrees}, "一中：没有不符"},
		{"one pupil too many by sex: boys or girls, for the classes bear the total out", form(61, 40, 100, 100, 20, 100), []checks.Agreement{checks.Disagrees, checks.Agrees, checks.Agrees, checks.Agrees},
			"一中：男生数加女生数应等于在校生数：不符，多1名学生（男生数61名学生，女生数40名学生，在校生数100名学生）；最少改动即可相符的疑点：男生数；或女生数"},
		{"sex and classes agree on another total", form(60, 41, 100, 101, 20, 100), []checks.Agreement{checks.Disagrees, checks.Disagrees, checks.Agrees, checks.Agrees},
			"一中：男生数加女生数应等于在校生数：不符，多1名学生（男生数60名学生，女生数41名学生，在校生数100名学生）；各班学生数之和应等于在校生数：不符，多1名学生（各班学生数之和101名学生，在校生数100名学生）；最少改动即可相符的疑点：在校生数"},
		{"as many boarders as pupils", form(60, 40, 100, 100, 100, 100), []checks.Agreement{checks.Agrees, checks.Agrees, checks.Agrees, checks.Agrees}, ""},
		{"one boarder more than pupils", form(60, 40, 100, 100, 101, 100), []checks.Agreement{checks.Agrees, checks.Agrees, checks.Disagrees, checks.Agrees},
			"一中：住宿生数应不大于在校生数：不符，多1名学生（住宿生数101名学生，在校生数100名学生）；最少改动即可相符的疑点：住宿生数"},
		{"a fifth more than last year is near", form(60, 60, 120, 120, 0, 100), []checks.Agreement{checks.Agrees, checks.Agrees, checks.Agrees, checks.Agrees}, ""},
		{"one more is not", form(60, 61, 121, 121, 0, 100), []checks.Agreement{checks.Agrees, checks.Agrees, checks.Agrees, checks.Disagrees}, ""},
		{"a fifth less is near", form(40, 40, 80, 80, 0, 100), []checks.Agreement{checks.Agrees, checks.Agrees, checks.Agrees, checks.Agrees}, ""},
		{"one less is not", form(40, 39, 79, 79, 0, 100), []checks.Agreement{checks.Agrees, checks.Agrees, checks.Agrees, checks.Disagrees}, ""},
		{"the girls follow from the rest", form(60, unknown, 100, 100, 20, 100), []checks.Agreement{checks.CannotTell, checks.Agrees, checks.Agrees, checks.Agrees}, "一中：女生数由其他数推得为40名学生"},
		{"more boys than pupils: no number of girls mends it", form(101, unknown, 100, 100, 20, 100), []checks.Agreement{checks.Disagrees, checks.Agrees, checks.Agrees, checks.Agrees}, ""},
		{"a total that is derived is held against the boarders", form(60, 40, unknown, unknown, 101, 100), []checks.Agreement{checks.CannotTell, checks.CannotTell, checks.Disagrees, checks.Agrees}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			row := set.Row("一中", c.values)
			var got []checks.Agreement
			for _, r := range row.Results {
				got = append(got, r.Agreement)
			}
			assert.Equal(t, c.agreements, got)
			if c.said != "" {
				assert.Equal(t, c.said, row.String())
			}
		})
	}
}

func TestAnExplanationLetsASoftCheckStandAndChangesNoFigure(t *testing.T) {
	set := pupils(t)
	day := quantity.DateOf(2025, 10, 8)
	merged := checks.Explanation{Row: "一中", Check: "year", Text: "二中并入", Who: "张主任", On: day}
	for _, c := range []struct {
		name string
		e    checks.Explanation
		want checks.Agreement
		idle int
	}{
		{"of the soft check", merged, checks.Explained, 0},
		{"of a hard check it explains nothing", checks.Explanation{Row: "一中", Check: "sex", Text: "笔误", Who: "张主任", On: day}, checks.Disagrees, 1},
		{"of no check", checks.Explanation{Row: "一中", Check: "none", Text: "笔误", Who: "张主任", On: day}, checks.Disagrees, 1},
		{"of nobody", checks.Explanation{Row: "一中", Check: "year", Text: "二中并入", On: day}, checks.Disagrees, 1},
		{"without a day", checks.Explanation{Row: "一中", Check: "year", Text: "二中并入", Who: "张主任"}, checks.Disagrees, 1},
		{"of another row", checks.Explanation{Row: "二中", Check: "year", Text: "并入一中", Who: "张主任", On: day}, checks.Disagrees, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			row := set.Row("一中", form(70, 70, 140, 140, 0, 100), c.e)
			assert.Equal(t, c.want, row.Results[3].Agreement)
			assert.Equal(t, big.NewRat(20, 1), row.Results[3].By, "140 are 20 more than 120")
			assert.Len(t, row.Idle, c.idle)
		})
	}
	row := set.Row("一中", form(70, 70, 140, 140, 0, 100), merged)
	assert.True(t, row.Suspects.IsZero(), "what is explained makes nothing suspect")
	assert.Equal(t, "total is near last (within 20 %): disagrees, explained, 20 pupils too many (total 140 pupils, last 100 pupils); explained: 二中并入 (张主任, 8 October 2025)", row.Results[3].Text(bilingual.English))
}

func TestAReportSaysWhichChecksWereNotRun(t *testing.T) {
	set := pupils(t)
	report := set.Report()
	first, second := form(60, 40, 100, 100, 20, 100), form(61, 40, 100, 100, 20, 100)
	delete(first, "last")
	delete(second, "last")
	delete(second, "classes")
	report.Add(set.Row("一中", first))
	report.Add(set.Row("二中", second))
	assert.Equal(t, `男生数加女生数应等于在校生数：相符1，不符1
各班学生数之和应等于在校生数：未核对1，相符1，不符0
住宿生数应不大于在校生数：相符2，不符0
在校生数应接近上年在校生数（相差不超过20%）：未核对
二中：男生数加女生数应等于在校生数：不符，多1名学生（男生数61名学生，女生数40名学生，在校生数100名学生）；最少改动即可相符的疑点：男生数；或女生数；或在校生数
`, report.String())
	data, err := json.Marshal(report)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"agreement":"not-run"`)
}

func TestASetRefusesWhatItCannotCompare(t *testing.T) {
	hours := checks.Cell{Key: "hours", Unit: quantity.Hour}
	one, two := cell("one", "一"), cell("two", "二")
	for name, c := range map[string]struct {
		check checks.Check
		says  string
	}{
		"a cell that is none":    {checks.Check{Key: "c", Left: checks.Sum("one"), Right: checks.Sum("three")}, `no cell "three"`},
		"no side":                {checks.Check{Key: "c", Left: checks.Sum("one")}, "both sides"},
		"units that differ":      {checks.Check{Key: "c", Left: checks.Sum("one"), Right: checks.Sum("hours")}, "cell hours is in hour"},
		"near by nothing":        {checks.Check{Key: "c", Left: checks.Sum("one"), Right: checks.Sum("two"), Comparison: checks.Near}, "within 0 %"},
		"within of an equation":  {checks.Check{Key: "c", Left: checks.Sum("one"), Right: checks.Sum("two"), Within: 5}, "within 5 %"},
		"a factor beyond reason": {checks.Check{Key: "c", Left: []checks.Term{{Cell: "one", Times: 1 << 40}}, Right: checks.Sum("two")}, "times"},
		"no key":                 {checks.Check{Left: checks.Sum("one"), Right: checks.Sum("two")}, "key of its own"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := checks.New([]checks.Cell{one, two, hours}, c.check)
			assert.ErrorContains(t, err, c.says)
		})
	}
	_, err := checks.New([]checks.Cell{one, one})
	assert.ErrorContains(t, err, "key of its own")
	assert.ErrorContains(t, err, "no checks")
}

// TestSuspectsAreThoseOfTryingAllFigures compares with trying every figure up to 6 in the
// place of up to three cells.
func TestSuspectsAreThoseOfTryingAllFigures(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 6))
	keys := []string{"a", "b", "c", "d", "e"}
	var cells []checks.Cell
	for _, k := range keys {
		cells = append(cells, cell(k, k))
	}
	sizes := map[int]int{}
	for range 400 {
		var list []checks.Check
		for i := range 1 + random.IntN(4) {
			order := random.Perm(len(keys))
			cut := 1 + random.IntN(2)
			var left, right []string
			for _, at := range order[:cut] {
				left = append(left, keys[at])
			}
			for _, at := range order[cut : cut+1] {
				right = append(right, keys[at])
			}
			list = append(list, checks.Check{Key: fmt.Sprint(i), Left: checks.Sum(left...), Right: checks.Sum(right...), Comparison: checks.Comparison(random.IntN(2))})
		}
		set, err := checks.New(cells, list...)
		require.NoError(t, err)
		values := make([]int, len(keys))
		row := checks.Values{}
		for i, k := range keys {
			values[i] = random.IntN(4)
			row[k] = quantity.CodeOf(uint64(values[i]))
		}
		agrees := func(v []int) bool {
			for _, c := range list {
				left, right := 0, 0
				for _, term := range c.Left {
					left += v[slices.Index(keys, term.Cell)]
				}
				for _, term := range c.Right {
					right += v[slices.Index(keys, term.Cell)]
				}
				if left > right || c.Comparison == checks.Equal && left < right {
					return false
				}
			}
			return true
		}
		var want [][]string
		for size := 1; size <= checks.MostSuspects && len(want) == 0 && !agrees(values); size++ {
			for _, set := range subsets(len(keys), size) {
				if mendable(values, set, agrees) {
					var names []string
					for _, at := range set {
						names = append(names, keys[at])
					}
					want = append(want, names)
				}
			}
		}
		got := set.Row("row", row).Suspects
		require.Equal(t, want, got.Cells, "%v %v", list, values)
		require.Equal(t, len(want) == 0 && !agrees(values), got.None)
		if len(want) > 0 {
			sizes[len(want[0])]++
		}
	}
	assert.Len(t, sizes, 3, "%v", sizes)
}

func subsets(n, size int) (all [][]int) {
	for bits := range 1 << n {
		var set []int
		for i := range n {
			if bits>>i&1 == 1 {
				set = append(set, i)
			}
		}
		if len(set) == size {
			all = append(all, set)
		}
	}
	slices.SortFunc(all, slices.Compare)
	return all
}

func mendable(values, set []int, agrees func([]int) bool) bool {
	if len(set) == 0 {
		return agrees(values)
	}
	v := slices.Clone(values)
	for try := range 13 {
		v[set[0]] = try
		if mendable(v, set[1:], agrees) {
			return true
		}
	}
	return false
}

func TestMoreThanTwelveChecksAreNotSearched(t *testing.T) {
	var list []checks.Check
	for i := range checks.MostChecks + 1 {
		list = append(list, checks.Check{Key: fmt.Sprint(i), Left: checks.Sum("a"), Right: checks.Sum("b")})
	}
	set, err := checks.New([]checks.Cell{cell("a", "甲"), cell("b", "乙")}, list...)
	require.NoError(t, err)
	row := set.Row("一中", checks.Values{"a": quantity.CodeOf(1), "b": quantity.CodeOf(2)})
	assert.True(t, row.Suspects.TooMany)
	assert.Contains(t, row.Text(bilingual.English), "more than 12 checks hang together")
}

func TestWhereNoThreeCellsWouldDoItIsSaid(t *testing.T) {
	var cells []checks.Cell
	var list []checks.Check
	values := checks.Values{}
	for i := range 4 {
		a, b := fmt.Sprint("a", i), fmt.Sprint("b", i)
		cells = append(cells, cell(a, a), cell(b, b))
		list = append(list, checks.Check{Key: a, Left: checks.Sum(a), Right: checks.Sum(b)})
		values[a], values[b] = quantity.CodeOf(1), quantity.CodeOf(2)
	}
	set, err := checks.New(cells, list...)
	require.NoError(t, err)
	assert.True(t, set.Row("一中", values).Suspects.None, "four checks on eight cells want four changes")
}
