package tables_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/plan/internal/tables"
	"github.com/eduplan/tonghua/seeds"
)

// The tables.
const (
	clauses    = "clauses.csv"
	statements = "statements.csv"
	figures    = "figures.csv"
	parameters = "parameters.csv"
	readings   = "readings.csv"
	components = "components.csv"
	origins    = "origins.csv"
	anomalies  = "anomalies.csv"
	numerals   = "numerals.csv"
	ofPlan     = "plan.csv"
)

// copies are the embedded tables as lines of text, to be spoilt. No cell of
// theirs has a line break, so that a row is a line.
type copies struct {
	t     *testing.T
	lines map[string][]string
}

func copyTables(t *testing.T) copies {
	t.Helper()
	c := copies{t, map[string][]string{}}
	for _, name := range []string{clauses, statements, figures, parameters, readings, components, origins, anomalies, numerals, ofPlan} {
		data, err := fs.ReadFile(seeds.Files(), name)
		require.NoError(t, err)
		text := strings.TrimPrefix(string(data), "\ufeff")
		c.lines[name] = strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	}
	return c
}

// files writes the tables, each line ended by end and the file begun by start.
func (c copies) files(start, end string) fstest.MapFS {
	files := fstest.MapFS{}
	for name, lines := range c.lines {
		files[name] = &fstest.MapFile{Data: []byte(start + strings.Join(lines, end) + end)}
	}
	return files
}

// line returns the number, as a spreadsheet shows it, of the line that begins
// so; the header is line 1.
func (c copies) line(file, begins string) int {
	c.t.Helper()
	if begins == "" {
		return 1
	}
	i := slices.IndexFunc(c.lines[file], func(line string) bool { return strings.HasPrefix(line, begins+",") })
	require.GreaterOrEqual(c.t, i, 0, "%s has no line %s", file, begins)
	return i + 1
}

func (c copies) cells(file string, line int) []string {
	c.t.Helper()
	cells, err := csv.NewReader(strings.NewReader(c.lines[file][line-1])).Read()
	require.NoError(c.t, err)
	return cells
}

// write puts cells in the place of a line, none of which needs a line break.
func (c copies) write(file string, line int, cells []string) {
	c.t.Helper()
	var b strings.Builder
	w := csv.NewWriter(&b)
	require.NoError(c.t, w.Write(cells))
	w.Flush()
	c.lines[file][line-1] = strings.TrimSuffix(b.String(), "\n")
}

// set writes one cell.
func (c copies) set(file, begins, column, value string) {
	c.t.Helper()
	at := slices.Index(c.cells(file, 1), column)
	require.GreaterOrEqual(c.t, at, 0, "%s has no column %s", file, column)
	line := c.line(file, begins)
	cells := c.cells(file, line)
	require.NotEqual(c.t, value, cells[at], "nothing is spoilt")
	cells[at] = value
	c.write(file, line, cells)
}

// fault is what must be reported: the line is given by how it begins, "" is
// the header.
type fault struct {
	file, begins, column string
	is                   error
}

// spoilt is a sentence about what is wrong, the change that makes it so, and
// the faults that must be found, no more and no fewer.
type spoilt struct {
	says  string
	spoil func(c copies)
	want  []fault
}

// cell is the most frequent case: one cell is changed, and is at fault.
func cell(says, file, begins, column, value string, is error) spoilt {
	return spoilt{says, func(c copies) { c.set(file, begins, column, value) }, []fault{{file, begins, column, is}}}
}

// and adds a fault that follows from the first.
func (s spoilt) and(f fault) spoilt {
	s.want = append(s.want, f)
	return s
}

func refused(t *testing.T, cases []spoilt) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.says, func(t *testing.T) {
			sound, files := copyTables(t), copyTables(t)
			c.spoil(files)
			read, err := tables.ReadFrom(files.files("", "\n"))
			assert.Nil(t, read, "spoilt tables must not be handed out")
			require.Error(t, err)
			var want []string
			for _, f := range c.want {
				want = append(want, place(f.file, sound.line(f.file, f.begins), f.column, f.is))
			}
			assert.ElementsMatch(t, want, found(t, err))
		})
	}
}

// place prints where a fault is and what sort it is of.
func place(file string, line int, column string, is error) string {
	return fmt.Sprintf("%s:%d %q %v", file, line, column, is)
}

var sentinels = []error{tables.ErrColumn, tables.ErrRow, tables.ErrMissing, tables.ErrUnwanted,
	tables.ErrDuplicate, tables.ErrReference, tables.ErrValue, fs.ErrNotExist}

// found returns the joined problems in the form of place. Each must be a
// Problem that names its place in its text and wraps exactly one sentinel.
func found(t *testing.T, err error) (all []string) {
	t.Helper()
	var first *tables.Problem
	require.ErrorAs(t, err, &first, "a Problem can be had from the joined error")
	joined, ok := err.(interface{ Unwrap() []error })
	require.True(t, ok, "problems are joined")
	for _, e := range joined.Unwrap() {
		var p *tables.Problem
		require.ErrorAs(t, e, &p)
		var is []error
		for _, s := range sentinels {
			if errors.Is(e, s) {
				is = append(is, s)
			}
		}
		require.Len(t, is, 1, "%v", e)
		begins := p.File + ": "
		if p.Line > 0 {
			begins = fmt.Sprintf("%s:%d", p.File, p.Line)
		}
		assert.True(t, strings.HasPrefix(e.Error(), begins), "%v", e)
		if p.Column != "" {
			assert.Contains(t, e.Error(), ", column "+p.Column+": ")
		}
		all = append(all, place(p.File, p.Line, p.Column, is[0]))
	}
	return all
}
