package publish_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/publish"
	"github.com/eduplan/tonghua/rules/verdict"
)

// rowOf is a statement by group, of which so many of so many count.
func rowOf(groups ...[2]int64) *report.Row {
	row := &report.Row{Statement: plan.SeniorMaster, Name: bilingual.Text{ZH: "硕士", EN: "masters"}, Result: &verdict.Result{AsOf: quantity.DateOf(2025, 12, 31)}}
	for i, g := range groups {
		row.Groups = append(row.Groups, report.Group{Name: string(rune('A' + i)), Result: verdict.Result{Classes: verdict.Classes{Counted: g[0], NotCounted: g[1]}}})
	}
	return row
}

func table(t *testing.T, o publish.Options, groups ...[2]int64) publish.Table {
	t.Helper()
	made, err := publish.New(rowOf(groups...), o)
	require.NoError(t, err)
	return made
}

func hidden(t publish.Table) (names string) {
	for _, r := range t.Rows {
		if r.Hidden() {
			names += r.Name
		}
	}
	if t.Total.InScope == nil {
		names += "+"
	}
	if t.Total.Counted == nil {
		names += "*"
	}
	return names
}

func TestWhatIsHidden(t *testing.T) {
	for _, c := range []struct {
		says   string
		groups [][2]int64
		want   string // hidden groups; + the total too, * its parts
	}{
		{"groups of ten and more are printed", [][2]int64{{5, 5}, {20, 30}, {0, 10}}, ""},
		{"one of nine would follow from the total, so that the smallest other goes too", [][2]int64{{5, 4}, {20, 30}, {15, 15}}, "AC"},
		{"two small ones whose sum is nine want a third", [][2]int64{{2, 2}, {3, 2}, {20, 30}, {60, 60}}, "ABC"},
		{"where nobody of the hidden counts, more are hidden: nought per cent tells", [][2]int64{{0, 9}, {0, 30}, {40, 10}}, "ABC"},
		{"where nobody counts at all the total tells: its parts are hidden", [][2]int64{{0, 9}, {0, 30}, {0, 50}}, "ABC*"},
		{"a city of nine says nothing", [][2]int64{{4, 5}}, "A+*"},
		{"a group without records is no person's", [][2]int64{{0, 0}, {20, 20}, {30, 30}}, ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			assert.Equal(t, c.want, hidden(table(t, publish.Options{}, c.groups...)))
		})
	}
}

func TestWhatWasHiddenStaysHidden(t *testing.T) {
	before := table(t, publish.Options{}, [2]int64{5, 4}, [2]int64{20, 30}, [2]int64{15, 15})
	after := table(t, publish.Options{Earlier: &before}, [2]int64{6, 5}, [2]int64{20, 30}, [2]int64{15, 15})
	assert.Equal(t, "AC", hidden(after), "eleven now, and one more than the nine before would be told")
	assert.Equal(t, "", hidden(table(t, publish.Options{}, [2]int64{6, 5}, [2]int64{20, 30}, [2]int64{15, 15})))
}

// attacked is the narrowest interval that the printed numbers leave for a hidden one, found
// by trying all tables that would be printed so.
func TestAnAttackerLearnsNoHiddenNumberMoreCloselyThanDocumented(t *testing.T) {
	random := rand.New(rand.NewPCG(22, 5))
	const least = 3
	attacks := 0
	for range 60 {
		groups := make([][2]int64, 2+random.IntN(2))
		for i := range groups {
			groups[i] = [2]int64{random.Int64N(4), random.Int64N(4)}
		}
		made := table(t, publish.Options{Least: least}, groups...)
		if hidden(made) == "" {
			continue
		}
		attacks++
		low, high := make([][3]int64, len(groups)), make([][3]int64, len(groups))
		for i := range low {
			low[i] = [3]int64{1 << 40, 1 << 40, 1 << 40}
		}
		guess := make([][2]int64, len(groups))
		var try func(at int)
		try = func(at int) {
			if at < len(groups) {
				if r := made.Rows[at]; !r.Hidden() {
					guess[at] = [2]int64{*r.Counted, *r.NotCounted}
					try(at + 1)
					return
				}
				for a := range int64(13) {
					for b := range int64(13) {
						guess[at] = [2]int64{a, b}
						try(at + 1)
					}
				}
				return
			}
			var n, counted, not int64
			for _, g := range guess {
				n, counted, not = n+g[0]+g[1], counted+g[0], not+g[1]
			}
			if x := made.Total; x.InScope != nil && *x.InScope != n || x.Counted != nil && (*x.Counted != counted || *x.NotCounted != not) {
				return
			}
			for i, g := range guess {
				for k, v := range [3]int64{g[0] + g[1], g[0], g[1]} {
					low[i][k], high[i][k] = min(low[i][k], v), max(high[i][k], v)
				}
			}
		}
		try(0)
		for i, r := range made.Rows {
			if !r.Hidden() {
				continue
			}
			for k := range 3 {
				assert.GreaterOrEqual(t, high[i][k]-low[i][k], int64(least), "%v: number %d of group %s is told: %d to %d", groups, k, r.Name, low[i][k], high[i][k])
			}
			for k, v := range [3]int64{groups[i][0] + groups[i][1], groups[i][0], groups[i][1]} {
				assert.True(t, low[i][k] <= v && v <= high[i][k])
			}
		}
	}
	assert.Greater(t, attacks, 30)
}

func TestATableIsPrintedWithItsRule(t *testing.T) {
	var out strings.Builder
	require.NoError(t, table(t, publish.Options{}, [2]int64{5, 4}, [2]int64{20, 30}, [2]int64{15, 15}).WriteCSV(&out, bilingual.English))
	assert.Equal(t, "\ufeffgroup,in scope,counted,not counted\nA,(hidden),(hidden),(hidden)\nB,50,20,30\nC,(hidden),(hidden),(hidden)\ntotal,89,40,49\n"+
		"\"a group of fewer than 10 records in scope has no number; more groups are hidden, the smallest first, so that the interval which the other numbers leave for a hidden one is 10 wide at least; where that does not do, the total is not broken down either\",,,\n", out.String())
	data, err := json.Marshal(table(t, publish.Options{}, [2]int64{5, 4}, [2]int64{20, 30}))
	require.NoError(t, err)
	assert.NotContains(t, string(data), `"in_scope":9`)
}

func TestWhatCannotBePublished(t *testing.T) {
	_, err := publish.New(nil, publish.Options{})
	assert.ErrorContains(t, err, "results by group")
	_, err = publish.New(rowOf([2]int64{1, 2}), publish.Options{Least: 2})
	assert.ErrorContains(t, err, "want 3 at least")
	open := rowOf([2]int64{100, 200})
	open.Groups[0].Result.Records.Open = 3
	_, err = publish.New(open, publish.Options{})
	assert.ErrorContains(t, err, "3 records of A are left open")
}

func ExampleNew() {
	made, err := publish.New(rowOf([2]int64{5, 4}, [2]int64{20, 30}, [2]int64{15, 15}), publish.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range made.Rows {
		if row.Hidden() {
			fmt.Println(row.Name, "hidden")
			continue
		}
		fmt.Println(row.Name, *row.InScope, *row.Counted, *row.NotCounted)
	}
	fmt.Println("total", *made.Total.InScope, *made.Total.Counted)
	// Output:
	// A hidden
	// B 50 20 30
	// C hidden
	// total 89 40
}
