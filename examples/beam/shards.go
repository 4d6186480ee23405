package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/mappings"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// settings say how shards are read and counted. They travel to the workers as JSON.
type settings struct {
	Date     quantity.Date      // the date that the data describe
	By       string             // the column of the county
	Language bilingual.Language // of findings and faults
}

// row is a row of a shard with where it stands.
type row struct {
	rows.Row[teacher.Record]
	shard, county string
	line          int
}

type (
	panel     = rules.Panel[row, teacher.Record]
	evaluator = rules.Evaluator[row, teacher.Record]
)

// teachers asks all rules on teachers. It is made once a process, since a worker reads
// many shards.
var teachers = sync.OnceValue(func() *panel {
	mapping := func(from *row, to *teacher.Record) { from.Map(to) }
	return rules.MustPanel(mapping, tonghua.Teachers()...).Named(func(r *row) string { return r.Key }).GroupsAre(plan.County)
})

// errNoFile says that a pattern matches nothing.
var errNoFile = errors.New("no file matches")

// list returns the files that a pattern matches. A pattern that matches none
// gives errNoFile.
func list(ctx context.Context, pattern string) ([]string, error) {
	fs, err := filesystem.New(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	names, err := fs.List(ctx, pattern)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", pattern, err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: %w", pattern, errNoFile)
	}
	return names, nil
}

// open opens a file in whatever file system its name says.
func open(ctx context.Context, name string) (io.ReadCloser, error) {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	return fs.OpenRead(ctx, name)
}

// eachRow yields the rows of a shard, and tells the faults of cells as it goes. An error
// names shard and line.
func eachRow(source io.Reader, shard string, of settings, fault func(string)) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		fail := func(err error) { yield(row{}, fmt.Errorf("shard %s: %w", shard, err)) }
		in := csv.NewReader(source)
		in.ReuseRecord = true
		header, err := in.Read()
		if err != nil {
			fail(fmt.Errorf("line 1, the header: %w", err))
			return
		}
		header[0] = strings.TrimPrefix(header[0], "\ufeff")
		at := slices.Index(header, of.By)
		if at < 0 {
			fail(fmt.Errorf("line 1, the header: no column %q", of.By))
			return
		}
		reader, err := mappings.Teachers().With(rows.Ignored[teacher.Record](of.By)).Header(slices.Clone(header))
		if err != nil {
			fail(fmt.Errorf("line 1, the header: %w", err))
			return
		}
		one := row{shard: shard}
		for {
			cells, err := in.Read()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				fail(err) // package csv names the line
				return
			}
			one.line, _ = in.FieldPos(0)
			faults, blank := reader.Read(cells, &one.Row)
			for _, f := range faults {
				fault(fmt.Sprintf("%s: %s", shard, f.In(of.Language)))
			}
			if blank {
				continue
			}
			one.county = strings.TrimSpace(cells[at])
			if !yield(one, nil) {
				return
			}
		}
	}
}

// counted is what was counted of one shard.
type counted struct {
	records          int64
	states           map[string][]byte // by county, as an evaluator writes them
	findings, faults []string          // lines
}

// countShard counts a shard by county. It hands over nothing before the whole shard was
// read, and the same shard always gives the same bytes: whoever tries again after a
// failure counts nothing twice.
func countShard(p *panel, source io.Reader, shard string, of settings) (counted, error) {
	c := counted{states: map[string][]byte{}}
	p = p.Part(shard).OnFinding(func(_ int64, r *row, f *rules.Finding[teacher.Record]) bool {
		c.findings = append(c.findings, findingLine(r, f, of.Language))
		return true
	})
	counties := map[string]*evaluator{}
	for r, err := range eachRow(source, shard, of, func(line string) { c.faults = append(c.faults, line) }) {
		if err != nil {
			return counted{}, err
		}
		e := counties[r.county]
		if e == nil {
			if e, err = p.Start(of.Date); err != nil {
				return counted{}, fmt.Errorf("shard %s: %w", shard, err)
			}
			counties[strings.Clone(r.county)] = e
		}
		if err := e.Add(&r); err != nil {
			return counted{}, fmt.Errorf("shard %s, line %d: %w", shard, r.line, err)
		}
		c.records++
	}
	for county, e := range counties {
		state, err := e.MarshalBinary()
		if err != nil {
			return counted{}, fmt.Errorf("shard %s, county %s: %w", shard, county, err)
		}
		c.states[county] = state
	}
	return c, nil
}

// findingLine is a finding as a line of CSV: shard, line, number of the teacher, and the
// columns of [rules.FindingColumns].
func findingLine(r *row, f *rules.Finding[teacher.Record], l bilingual.Language) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.Write(append([]string{r.shard, strconv.Itoa(r.line), f.Key}, f.Row(l)...)) // a builder takes every text
	w.Flush()
	return strings.TrimSuffix(b.String(), "\n")
}
