package verdict_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// gross is so many of 1,000 at the end of a year, against 95 % by the end of 2025.
func gross(year int, n uint64) verdict.Result {
	target := plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(95, 100, quantity.Percent), Origin: plan.Origin{Basis: plan.Stated}}
	r := verdict.Result{Format: verdict.Format, Statement: "gross", Edition: "e", AsOf: quantity.DateOf(year, time.December, 31), Threshold: target,
		Deadline: plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2025, time.December, 31), Origin: plan.Origin{Basis: plan.Stated}},
		Value:    quantity.Ratio{Of: quantity.TotalOf(n, quantity.Pupil), Per: quantity.TotalOf(1000, quantity.Person), Unit: quantity.Percent}}
	r.Outcome, r.Reason = verdict.NotMet, verdict.BelowThreshold
	if n >= 950 {
		r.Outcome, r.Reason = verdict.Met, verdict.NoReason
	}
	if year > 2025 {
		r.Due = verdict.Past
	}
	return r
}

func series(t *testing.T, results ...verdict.Result) verdict.Series {
	t.Helper()
	s, err := verdict.NewSeries(results...)
	require.NoError(t, err)
	return s
}

func TestWhenATargetIsReachedAtThePresentPace(t *testing.T) {
	for _, c := range []struct {
		says    string
		results []verdict.Result
		on      quantity.Date
		zh, en  string
	}{
		{"one point a year from 91 % in 2021 to 93 % in 2023 wants two years more", []verdict.Result{gross(2021, 910), gross(2023, 930)},
			quantity.DateOf(2025, time.December, 30), "按2021年12月31日以来的进度，预计2025年12月30日达到，在期限之内", "at the pace since 31 December 2021 it will be reached on 30 December 2025, in time"},
		{"in whatever order they come", []verdict.Result{gross(2023, 930), gross(2021, 910)},
			quantity.DateOf(2025, time.December, 30), "按2021年12月31日以来的进度，预计2025年12月30日达到，在期限之内", "at the pace since 31 December 2021 it will be reached on 30 December 2025, in time"},
		{"half a point a year is too slow", []verdict.Result{gross(2021, 910), gross(2023, 920)},
			quantity.DateOf(2029, time.December, 29), "按2021年12月31日以来的进度，预计2029年12月29日达到，晚于期限", "at the pace since 31 December 2021 it will be reached on 29 December 2029, after the deadline"},
		{"one result is no pace", []verdict.Result{gross(2021, 910)}, quantity.Date{}, "", ""},
		{"no result is none", nil, quantity.Date{}, "", ""},
		{"what stands still is not reached", []verdict.Result{gross(2021, 910), gross(2023, 910)}, quantity.Date{}, "", ""},
		{"nor is what falls", []verdict.Result{gross(2021, 910), gross(2023, 909)}, quantity.Date{}, "", ""},
		{"what is reached will not be reached", []verdict.Result{gross(2021, 910), gross(2023, 950)}, quantity.Date{}, "", ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			s := series(t, c.results...)
			on, ok := s.ReachedOn()
			assert.Equal(t, c.on, on)
			assert.Equal(t, c.on.Known(), ok)
			assert.Equal(t, []string{c.zh, c.en}, []string{s.Text(bilingual.Chinese), s.Text(bilingual.English)})
		})
	}
}

func TestAHistorySaysSinceWhenAStatementIsMet(t *testing.T) {
	for _, c := range []struct {
		says    string
		results []verdict.Result
		met     quantity.Date
		verdict string
	}{
		{"missed in 2025 and met in 2026 is met late", []verdict.Result{gross(2025, 940), gross(2026, 951)}, quantity.DateOf(2026, time.December, 31), "逾期达到（2026年12月31日）"},
		{"met in 2024 and since is met in time", []verdict.Result{gross(2023, 940), gross(2024, 950), gross(2026, 951)}, quantity.DateOf(2024, time.December, 31), "达到"},
		{"lost in between, it is met since it was met again", []verdict.Result{gross(2023, 950), gross(2025, 940), gross(2026, 951)}, quantity.DateOf(2026, time.December, 31), "逾期达到（2026年12月31日）"},
		{"met in the first result, nobody knows since when", []verdict.Result{gross(2026, 951)}, quantity.Date{}, "达到（达到日期不详）"},
	} {
		t.Run(c.says, func(t *testing.T) {
			r, ok := series(t, c.results...).Latest()
			require.True(t, ok)
			assert.Equal(t, c.met, r.MetOn)
			assert.Equal(t, c.verdict, r.Verdict(bilingual.Chinese))
		})
	}
	_, ok := verdict.Series{}.Latest()
	assert.False(t, ok)
}

func TestResultsThatMakeNoSeriesAreRefused(t *testing.T) {
	other := gross(2022, 920)
	other.Statement = "net"
	edition := gross(2022, 920)
	edition.Edition = "f"
	moved := gross(2022, 920)
	moved.Threshold.Amount = quantity.MustAmount(96, 100, quantity.Percent)
	undated := gross(2022, 920)
	undated.AsOf = quantity.Date{}
	for want, results := range map[string][]verdict.Result{
		"a result of net":                  {gross(2021, 910), other},
		"edition f":                        {gross(2021, 910), edition},
		"the threshold is":                 {gross(2021, 910), moved},
		"a result without date":            {undated, gross(2021, 910)},
		"two results of 2021-12-31 differ": {gross(2021, 910), gross(2021, 911)},
	} {
		_, err := verdict.NewSeries(results...)
		assert.ErrorContains(t, err, want)
	}
	assert.Len(t, series(t, gross(2021, 910), gross(2021, 910)).All(), 1, "the same result twice is one")
}

func ExampleSeries() {
	s, err := verdict.NewSeries(gross(2021, 910), gross(2023, 930))
	fmt.Println(s.Text(bilingual.English), err)
	// Output:
	// at the pace since 31 December 2021 it will be reached on 30 December 2025, in time <nil>
}

func TestSeriesAreOneTableForCharts(t *testing.T) {
	var out strings.Builder
	require.NoError(t, verdict.WriteSeries(&out, bilingual.English, series(t, gross(2021, 910), gross(2023, 930)), series(t, gross(2024, 955))))
	assert.Equal(t, "\ufeffstatement,name,clause,date,numerator,denominator,value,unit,target,due,verdict,at the present pace\n"+
		"gross,,,2021-12-31,910,1000,91.0000,percent,95 %,2025-12-31,not yet met,\n"+
		"gross,,,2023-12-31,930,1000,93.0000,percent,95 %,2025-12-31,not yet met,\"at the pace since 31 December 2021 it will be reached on 30 December 2025, in time\"\n"+
		"gross,,,2024-12-31,955,1000,95.5000,percent,95 %,2025-12-31,met,\n", out.String())
	require.NoError(t, verdict.WriteSeries(&out, bilingual.Chinese))
}
