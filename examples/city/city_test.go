package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
)

func printed(t *testing.T, args ...string) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, run(args, &out, io.Discard))
	return out.String()
}

func lineWith(t *testing.T, text, part string) string {
	t.Helper()
	for line := range strings.SplitSeq(text, "\n") {
		if strings.Contains(line, part) {
			return line
		}
	}
	t.Fatalf("no line with %q", part)
	return ""
}

// blockWith returns the lines of a statement, in one.
func blockWith(t *testing.T, text, name string) string {
	t.Helper()
	at := strings.Index(text, "\n"+name)
	require.GreaterOrEqual(t, at, 0, "no statement %s", name)
	lines := strings.Split(text[at+1:], "\n")
	block := lines[0]
	for _, line := range lines[1:] {
		if !strings.HasPrefix(line, " ") {
			break
		}
		block += strings.TrimLeft(line, " ")
	}
	return block
}

func TestFiguresOf2020AreNoBreachesOf2026(t *testing.T) {
	out := printed(t, "-date", "2026-06-30")
	assert.Contains(t, out, "违反0项")
	assert.Contains(t, blockWith(t, out, "学前教育毛入园率"), "无法判定（数据早于期限）")
	assert.Contains(t, blockWith(t, out, "学前教育毛入园率"), "2020-12-31")
}

func TestBeforeTheDeadlineTheGapAndThePaceAreShown(t *testing.T) {
	out := printed(t, "-date", "2022-01-01")
	line := blockWith(t, out, "学前教育毛入园率")
	assert.Contains(t, line, "尚未达到")
	assert.Contains(t, line, "还差5个百分点")
	assert.Contains(t, out, "每年还需提高1个百分点", "five points in five years")
}

func TestNoFigureIsKnownBeforeItsDate(t *testing.T) {
	assert.NotContains(t, printed(t, "-date", "2020-10-31"), "2020-1")
	assert.Contains(t, printed(t, "-date", "2020-11-01"), "2020-11-01", "the census")
}

// The census yearbook prints 10.98 years for 东昌区 and 8.72 for 柳河县; the
// report cuts 8.717 to 8.71, because printing never rounds up to a floor.
func TestCountiesStandUnderTheCensusFigure(t *testing.T) {
	out := printed(t, "-group", "county")
	assert.Contains(t, lineWith(t, out, "东昌区"), "3731928人年/339745人=10.98年")
	assert.Contains(t, lineWith(t, out, "柳河县"), "2292270人年/262965人=8.71年")
	for line := range strings.Lines(out) {
		assert.False(t, strings.HasPrefix(strings.TrimSpace(line), "梅河口市"), "the plan speaks of six counties: %s", line)
	}
	assert.Contains(t, blockWith(t, out, "劳动人口平均受教育年限"), "人年/1252105人=9.57年")
}

func TestTheReportIsPrintedInEveryFormAndLanguage(t *testing.T) {
	assert.Contains(t, printed(t, "-lang", "en", "-ahead", "90"), "not yet met")
	assert.Contains(t, printed(t, "-format", "markdown"), "| --- |")
	var page report.Report
	require.NoError(t, json.Unmarshal([]byte(printed(t, "-format", "json")), &page))
	assert.Equal(t, plan.Tonghua().Len(), page.Summary.Statements)
	assert.NotContains(t, printed(t, "-all", "-ahead", "0"), "另有")
}

func TestWithoutFlagsOneScreenSaysWhatThePlanIsAndWhatToDo(t *testing.T) {
	for _, args := range [][]string{nil, {"-lang", "en"}} {
		out := printed(t, args...)
		assert.LessOrEqual(t, strings.Count(out, "\n"), 48, "one screen")
		assert.Contains(t, out, "324")
		assert.Contains(t, out, "304")
		assert.Contains(t, out, "-registers")
		assert.NotContains(t, out, "无数据")
	}
	assert.Contains(t, printed(t), "学前教育毛入园率（二（三）第2段）：90%（上报）")
}

func TestPagesAreWrittenForTheReportAndEachStatement(t *testing.T) {
	file := filepath.Join(t.TempDir(), "city.html")
	require.NoError(t, run([]string{"-format", "html", "-o", file}, io.Discard, io.Discard))
	page, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(page), `href="city/senior-master.html"`)
	one, err := os.ReadFile(filepath.Join(filepath.Dir(file), "city", "senior-master.html"))
	require.NoError(t, err)
	assert.Contains(t, string(one), `href="../city.html"`)
	assert.ErrorContains(t, run([]string{"-o", file}, io.Discard, io.Discard), "want -format html")
	assert.Contains(t, printed(t, "-format", "html"), "<!DOCTYPE html>")
	assert.NotContains(t, printed(t, "-format", "compact"), `"zh"`)
}

func TestWrongFlagsAreRefusedByName(t *testing.T) {
	for _, c := range []struct{ flag, value string }{
		{"-lang", "fr"}, {"-format", "pdf"}, {"-group", "school"}, {"-date", "2025-02-30"}, {"-date", ""},
	} {
		err := run([]string{c.flag, c.value}, io.Discard, io.Discard)
		require.Error(t, err, c.flag)
		if c.value != "" {
			assert.Contains(t, err.Error(), c.value)
		}
	}
	assert.ErrorContains(t, run([]string{"surplus"}, io.Discard, io.Discard), "surplus")
}

func TestEveryFigureHasItsSource(t *testing.T) {
	for _, table := range []string{"figures.csv", "attainment.csv"} {
		rows := 0
		require.NoError(t, eachRow(table, func(cell func(string) string) error {
			rows++
			assert.NotEmpty(t, cell("source"), "%s, row %d", table, rows)
			return nil
		}))
		assert.Positive(t, rows)
	}
}
