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
	Language bilingual.Language // of findings
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

var errNoFile = errors.New("no file matches")

// list returns the files that a pattern matches. If there are none the error is errNoFile.
func list(ctx context.Context, pattern string) ([]string, error) {
	fs, err := filesystem.New(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	names, err := fs.List(ctx, pattern)
	if err == nil && len(names) == 0 {
		err = errNoFile
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", pattern, err)
	}
	return names, nil
}

// open opens a file in the file system that its name says.
func open(ctx context.Context, name string) (io.ReadCloser, error) {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	return fs.OpenRead(ctx, name)
}

// eachRow yields the rows of a shard, and tells as it goes which cells cannot be read. An
// error names shard and line.
func eachRow(source io.Reader, shard string, of settings, fault func(line string)) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		in := csv.NewReader(source)
		in.ReuseRecord = true
		reader, at, err := readHeader(in, of.By)
		if err != nil {
			yield(row{}, fmt.Errorf("shard %s: line 1, the header: %w", shard, err))
			return
		}
		one := row{shard: shard}
		for {
			cells, err := in.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(row{}, fmt.Errorf("shard %s: %w", shard, err)) // package csv names the line
				return
			}
			one.line, _ = in.FieldPos(0)
			faults, blank := reader.Read(cells, &one.Row)
			one.county = strings.TrimSpace(cells[at])
			for _, f := range faults {
				fault(findingLine(&one, []string{"", f.In(of.Language), "", "", "", ""}))
			}
			if !blank && !yield(one, nil) {
				return
			}
		}
	}
}

// readHeader finds the columns of a shard, and which one is that of the county.
func readHeader(in *csv.Reader, by string) (*rows.Reader[teacher.Record], int, error) {
	cells, err := in.Read()
	if err != nil {
		return nil, 0, err
	}
	header := slices.Clone(cells) // the reader of lines uses its cells again
	header[0] = strings.TrimPrefix(header[0], "\ufeff")
	at := slices.Index(header, by)
	if at < 0 {
		return nil, 0, fmt.Errorf("no column %q", by)
	}
	reader, err := mappings.Teachers().With(rows.Ignored[teacher.Record](by)).Header(header)
	return reader, at, err
}

// counted is what was counted of one shard.
type counted struct {
	records  int64
	states   map[string][]byte // by county, as an evaluator writes them
	findings []string          // lines, see findingLine
}

// countShard counts a shard by county. It hands over nothing before the whole shard was
// read, and the same shard always gives the same bytes: whoever tries again after a
// failure counts nothing twice. An error names shard and line.
func countShard(p *panel, source io.Reader, shard string, of settings) (counted, error) {
	c := counted{states: map[string][]byte{}}
	found := func(line string) { c.findings = append(c.findings, line) }
	p = p.Part(shard).OnFinding(func(_ int64, r *row, f *rules.Finding[teacher.Record]) bool {
		found(findingLine(r, f.Row(of.Language)))
		return true
	})
	counties := map[string]*evaluator{}
	var r row // one for all rows: an evaluator takes a pointer, for which each row would be allocated
	for next, err := range eachRow(source, shard, of, found) {
		if err != nil {
			return counted{}, err
		}
		r = next
		e := counties[r.county]
		if e == nil {
			if e, err = p.Start(of.Date); err != nil {
				return counted{}, fmt.Errorf("shard %s: %w", shard, err)
			}
			counties[strings.Clone(r.county)] = e
		}
		if err := e.Add(&r); err != nil {
			return counted{}, fmt.Errorf("shard %s: line %d: %w", shard, r.line, err)
		}
		c.records++
	}
	for county, e := range counties {
		state, err := e.MarshalBinary()
		if err != nil {
			return counted{}, fmt.Errorf("shard %s: county %s: %w", shard, county, err)
		}
		c.states[county] = state
	}
	return c, nil
}

// findingLine is a line of CSV: shard, line, the number of the teacher, and the cells of
// [rules.FindingColumns], of which one that cannot be read has its text in the second.
func findingLine(r *row, cells []string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.Write(append([]string{r.shard, strconv.Itoa(r.line), r.Key}, cells...)) // a builder takes every text
	w.Flush()
	return strings.TrimSuffix(b.String(), "\n")
}
