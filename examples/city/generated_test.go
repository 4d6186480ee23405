package main

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

func heading(t *testing.T, text string) string {
	t.Helper()
	line, _, _ := strings.Cut(text, "\n")
	return line
}

func TestGeneratedRegistersAreNamedInTheHeadingAndNothingElseIs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ format, lang, says string }{
		{"text", "zh", "2023年各类登记表由程序生成，不是真实数据"},
		{"markdown", "en", "generated, not real data"},
	} {
		t.Run(c.format, func(t *testing.T) {
			t.Parallel()
			out := printed(t, "-registers", "-year", "2023", "-format", c.format, "-lang", c.lang, "-width", "300")
			assert.Contains(t, heading(t, out), c.says)
		})
	}
	assert.Contains(t, printed(t, "-registers", "-format", "json"), "不是真实数据")
	assert.NotContains(t, printed(t, "-all"), "生成")
}

// 46,081 + (59,736 − 46,081) × 3/5 = 54,274 pupils in the plan's third year.
func TestRegistersAddWhatPublicFiguresLack(t *testing.T) {
	t.Parallel()
	assert.NotContains(t, printed(t), "校园警务室", "nothing public tells of it")
	out := printed(t, "-registers", "-year", "2023", "-date", "2023-12-31", "-group", "county")
	assert.Contains(t, out, "校园警务室")
	assert.Contains(t, blockWith(t, out, "学生实名网络学习空间开通率"), "54274/59736=90.85%")
	assert.Contains(t, out, "柳河县")
	assert.Contains(t, out, "市本级")
	assert.NotContains(t, out, "  梅河口市  ", "the plan speaks of six counties")
}

func TestTheYearOfTheRegistersIsTheLastThatHasEnded(t *testing.T) {
	t.Parallel()
	for date, year := range map[string]string{
		"2024-12-31": "2024", "2024-12-30": "2023", "2026-06-30": "2025", "2021-06-30": "2020",
	} {
		t.Run(date, func(t *testing.T) {
			t.Parallel()
			assert.Contains(t, heading(t, printed(t, "-registers", "-date", date, "-width", "300")), year+"年各类登记表")
		})
	}
}

func TestAYearThatCannotBeIsRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ args, says string }{
		{"-year 2023", "want -registers"},
		{"-registers -year 2019", "2020 to 2025"},
		{"-registers -year 2026", "2020 to 2025"},
		{"-registers -date 2020-06-30", "2019"},
		{"-registers -year 2024 -date 2024-12-30", "2024-12-31"},
	} {
		assert.ErrorContains(t, run(strings.Fields(c.args), io.Discard, io.Discard), c.says, c.args)
	}
	require.NoError(t, run([]string{"-registers", "-year", "2024", "-date", "2024-12-31"}, io.Discard, io.Discard))
}

// Some counties are below what the city as a whole has to reach.
func TestNoCountyIsAccusedOfWhatTheCityOwes(t *testing.T) {
	_, last := plan.Tonghua().Period()
	page, err := city(settings{date: last.Next(), byCounty: true, year: 2025})
	require.NoError(t, err)
	compared, duties := 0, 0
	for row := range page.All() {
		for _, g := range row.Groups {
			switch r := g.Result; {
			case r.Reason == verdict.ForComparison:
				compared++
				assert.Equal(t, "仅供比较", r.Verdict(bilingual.Chinese))
				assert.Empty(t, r.Short(bilingual.Chinese))
				assert.False(t, r.Breach())
			case r.Breach():
				duties++
				assert.Equal(t, indicators.DutyForm.String(), r.Form, "%s: %s", row.Statement, g.Name)
			}
		}
	}
	assert.Greater(t, compared, 200)
	assert.Positive(t, duties, "a duty on each record binds in every county")
}
