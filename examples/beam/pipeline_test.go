package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestMain(m *testing.M) {
	beam.Init()
	slog.SetDefault(slog.New(slog.DiscardHandler)) // Beam logs each error that it returns
	os.Exit(inOwnFolder(m.Run))
}

// inOwnFolder runs the tests with a folder for temporary files that it removes: Beam leaves
// some there.
func inOwnFolder(run func() int) int {
	folder, err := os.MkdirTemp("", "beam-test-*")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	if err := os.Setenv("TMPDIR", folder); err != nil {
		panic(err)
	}
	return run()
}

// generated writes shards of made-up teachers, and returns their names and how to count them.
func generated(t *testing.T, teachers int) ([]string, options) {
	t.Helper()
	folder := t.TempDir()
	require.NoError(t, generate(folder, teachers))
	names, err := list(t.Context(), filepath.Join(folder, "*.csv"))
	require.NoError(t, err)
	require.Len(t, names, generatedShards)
	results := t.TempDir()
	return names, options{settings: settings{Date: generatedDate, By: generatedBy}, counts: filepath.Join(results, "counts.json"), findings: filepath.Join(results, "findings.csv")}
}

// inProcess judges shards in one pass of the library without an engine, and returns the
// lines of findings too.
func inProcess(ctx context.Context, names []string, of settings) (*rules.Groups[string], []string, error) {
	var findings []string
	found := func(line string) { findings = append(findings, line) }
	p := teachers().OnFinding(func(_ int64, r *row, f *rules.Finding[teacher.Record]) bool {
		found(findingLine(r, f.Row(of.Language)))
		return true
	})
	groups, err := rules.EvaluateSeqBy(p, of.Date, func(yield func(row, error) bool) {
		for _, name := range names {
			file, err := open(ctx, name)
			if err != nil {
				yield(row{}, err)
				return
			}
			for r, err := range eachRow(file, name, of, found) {
				if !yield(r, err) {
					_ = file.Close()
					return
				}
			}
			_ = file.Close()
		}
	}, func(r *row) string { return r.county })
	return groups, findings, err
}

// sameVerdicts compares total and groups by their JSON, which merged counts have without
// the list of faults.
func sameVerdicts(t *testing.T, want, got *rules.Groups[string]) {
	t.Helper()
	text := func(r verdict.Results) string {
		r.Faults = nil
		data, err := json.Marshal(r)
		require.NoError(t, err)
		return string(data)
	}
	assert.ElementsMatch(t, want.Keys(), got.Keys())
	for county, results := range want.All() {
		of, there := got.Of(county)
		require.True(t, there, county)
		assert.Equal(t, text(results), text(of), county)
	}
	assert.Equal(t, text(want.Total()), text(got.Total()))
}

func lines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return slices.Sorted(slices.Values(strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")))
}

func TestShardsInAnyOrderAreJudgedAsInOnePass(t *testing.T) {
	names, o := generated(t, 20_000)
	want, findings, err := inProcess(t.Context(), names, o.settings)
	require.NoError(t, err)

	random := rand.New(rand.NewPCG(7, 1))
	random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	counters, err := count(t.Context(), names, &countFn{o.settings}, o)
	require.NoError(t, err)
	assert.EqualValues(t, 64, counters["shards"])
	assert.EqualValues(t, 20_000, counters["records"])
	assert.GreaterOrEqual(t, counters["states"], int64(300), "counties of shards are merged")
	assert.EqualValues(t, len(findings), counters["findings"])

	got, err := judge(t.Context(), o.counts, o.Date)
	require.NoError(t, err)
	sameVerdicts(t, want, got)
	assert.Equal(t, slices.Sorted(slices.Values(findings)), lines(t, o.findings))
	large, there := got.Of(generatedCounties[0])
	require.True(t, there)
	assert.InDelta(t, 0.9, float64(large.Read)/float64(got.Total().Read), 0.01, "one county has nine records in ten")
}

func TestCellsThatCannotBeReadAreFindingsAndCountAsUnknown(t *testing.T) {
	names, o := generated(t, 640)
	data, err := os.ReadFile(names[3])
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(names[3], []byte(strings.Replace(string(data), "03-000002,东昌区,", "03-000002,东昌区,很多", 1)), 0o644))
	want, findings, err := inProcess(t.Context(), names, o.settings)
	require.NoError(t, err)
	_, err = count(t.Context(), names, &countFn{o.settings}, o)
	require.NoError(t, err)
	got, err := judge(t.Context(), o.counts, o.Date)
	require.NoError(t, err)
	sameVerdicts(t, want, got)
	assert.Equal(t, slices.Sorted(slices.Values(findings)), lines(t, o.findings))
	assert.Contains(t, strings.Join(lines(t, o.findings), "\n"), names[3]+",4,03-000002,,第4行")
}

func TestGeneratedShardsAreTheSameEachTime(t *testing.T) {
	first, _ := generated(t, 1000)
	second, _ := generated(t, 1000)
	records := 0
	for i := range first {
		a, err := os.ReadFile(first[i])
		require.NoError(t, err)
		b, err := os.ReadFile(second[i])
		require.NoError(t, err)
		assert.Equal(t, string(a), string(b))
		records += strings.Count(string(a), "\n") - 1
	}
	assert.Equal(t, 1000, records)
	assert.Len(t, lines(t, first[generatedShards-1]), 1, "the last shard is empty")
}
