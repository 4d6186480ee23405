package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/rules"
)

const header = "教职工号,区县,任教学段,学历,本周期培训学时\n"

// table writes teachers of a county, some of whom lack something.
func table(random *rand.Rand, county string, n int) string {
	var b strings.Builder
	b.WriteString(header)
	for i := range n {
		degree := []string{"本科", "硕士研究生", "大专", ""}[random.IntN(4)]
		fmt.Fprintf(&b, "%s%05d,%s,%s,%s,%d\n", county, i, county, []string{"普通高中", "初中", "小学"}[random.IntN(3)], degree, 300+random.IntN(100))
	}
	return b.String()
}

func saved(t *testing.T, folder, name, text string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

func done(t *testing.T, args ...string) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, run(args, &out, io.Discard))
	return out.String()
}

func TestPartsInAnyOrderAreTheWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(23, 4))
	folder := t.TempDir()
	whole := header
	var states []string
	for i, county := range []string{"东昌区", "集安市", "东昌区", "柳河县", "集安市", "辉南县"} {
		text := table(random, county, 200+random.IntN(200))
		whole += strings.TrimPrefix(text, header)
		part := saved(t, folder, fmt.Sprint(i, ".csv"), text)
		state := filepath.Join(folder, fmt.Sprint(i, ".state"))
		done(t, "count", "-date", "2025-12-31", "-by", "区县", "-o", state, part)
		info, err := os.Stat(state)
		require.NoError(t, err)
		assert.Less(t, info.Size(), int64(8000), "a few kilobytes, however many rows")
		states = append(states, state)
	}
	all := filepath.Join(folder, "all.state")
	done(t, append([]string{"merge", "-o", all}, states...)...)
	want, err := os.ReadFile(all)
	require.NoError(t, err)
	for range 5 {
		random.Shuffle(len(states), func(i, j int) { states[i], states[j] = states[j], states[i] })
		some, rest, again := filepath.Join(folder, "some.state"), filepath.Join(folder, "rest.state"), filepath.Join(folder, "again.state")
		done(t, append([]string{"merge", "-o", some}, states[:2]...)...)
		done(t, append([]string{"merge", "-o", rest}, states[2:]...)...)
		done(t, "merge", "-o", again, rest, some)
		got, err := os.ReadFile(again)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(want, got), "the order of merging changes no byte")
	}
	one := filepath.Join(folder, "one.state")
	done(t, "count", "-date", "2025-12-31", "-by", "区县", "-o", one, saved(t, folder, "whole.csv", whole))
	assert.Equal(t, done(t, "show", "-group", one), done(t, "show", "-group", all), "verdicts of the parts are those of the whole")
	assert.Contains(t, done(t, "show", "-lang", "en", all), "Senior secondary teachers")

	assert.ErrorIs(t, run([]string{"merge", "-o", all, states[0], states[0]}, io.Discard, io.Discard), rules.ErrMerged, "the same part twice")
	assert.ErrorIs(t, run([]string{"merge", "-o", all, rest(folder), states[0]}, io.Discard, io.Discard), rules.ErrMerged, "also inside a merged state")
}

func rest(folder string) string { return filepath.Join(folder, "all.state") }

func TestWhatFailsLeavesNoFile(t *testing.T) {
	folder := t.TempDir()
	good := saved(t, folder, "good.csv", header+"1,东昌区,小学,本科,360\n")
	for says, c := range map[string]struct {
		text, want string
	}{
		"a row that is cut off":    {header + "1,东昌区,小学\n", "wrong number of fields"},
		"no column of the group":   {strings.Replace(header, "区县", "县名", 1) + "1,东昌区,小学,本科,360\n", `no column "区县"`},
		"a table without anything": {"", "EOF"},
	} {
		t.Run(says, func(t *testing.T) {
			to := filepath.Join(folder, "bad.state")
			err := run([]string{"count", "-date", "2025-12-31", "-by", "区县", "-o", to, saved(t, folder, "bad.csv", c.text)}, io.Discard, io.Discard)
			require.ErrorContains(t, err, c.want)
			left, _ := filepath.Glob(filepath.Join(folder, "*.state*"))
			assert.Empty(t, left)
		})
	}
	a, b := filepath.Join(folder, "a.state"), filepath.Join(folder, "b.state")
	done(t, "count", "-date", "2025-12-31", "-o", a, good)
	done(t, "count", "-date", "2024-12-31", "-part", "other", "-o", b, good)
	assert.ErrorIs(t, run([]string{"merge", "-o", filepath.Join(folder, "c.state"), a, b}, io.Discard, io.Discard), rules.ErrMismatch, "two dates")
	data, err := os.ReadFile(a)
	require.NoError(t, err)
	for cut := range len(data) {
		broken := saved(t, folder, "broken.state", string(data[:cut]))
		require.Error(t, run([]string{"show", broken}, io.Discard, io.Discard), "cut after %d bytes", cut)
	}
	assert.ErrorContains(t, run([]string{"count", "-date", "2025-12-31", "-o", filepath.Join(folder, "none", "x.state"), good}, io.Discard, io.Discard), "no such file")
	for _, args := range []string{"", "split", "count", "count -date 2025-12-31", "count -date 2025-02-30 -o x y", "merge", "merge -o x", "show", "show -lang fr x"} {
		assert.Error(t, run(strings.Fields(args), io.Discard, io.Discard), args)
	}
}

func TestFaultsOfCellsAreToldAndCountedAsUnknown(t *testing.T) {
	folder := t.TempDir()
	bad := saved(t, folder, "bad.csv", header+"1,东昌区,小学,本科,很多\n")
	var messages strings.Builder
	require.NoError(t, run([]string{"count", "-date", "2025-12-31", "-o", filepath.Join(folder, "x.state"), bad}, io.Discard, &messages))
	assert.Contains(t, messages.String(), "很多")
}
