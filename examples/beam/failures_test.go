package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func init() {
	register.DoFn4x1[context.Context, string, func(string, []byte), func(string), error](&retriedFn{})
	register.DoFn4x1[context.Context, string, func(string, []byte), func(string), error](&panickingFn{})
	filesystem.Register("cut", func(ctx context.Context) filesystem.Interface { return cutFiles{local.New(ctx)} })
}

var errCut = errors.New("the connection is lost")

// cutFiles are local files whose reading fails in the middle.
type cutFiles struct{ filesystem.Interface }

func (c cutFiles) OpenRead(ctx context.Context, name string) (io.ReadCloser, error) {
	name = strings.TrimPrefix(name, "cut://")
	size, err := c.Size(ctx, name)
	if err != nil {
		return nil, err
	}
	file, err := c.Interface.OpenRead(ctx, name)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{io.MultiReader(io.LimitReader(file, size/2), iotest.ErrReader(errCut)), file}, nil
}

// retriedFn counts each shard as an engine does whose first attempt fails half-way. What
// the first attempt emits is not taken back.
type retriedFn struct{ Of settings }

func (f *retriedFn) ProcessElement(ctx context.Context, shard string, state func(string, []byte), finding func(string)) error {
	counter := &countFn{f.Of}
	if err := counter.ProcessElement(ctx, "cut://"+shard, state, finding); !errors.Is(err, errCut) {
		return fmt.Errorf("the first attempt did not fail in the middle: %w", err)
	}
	return counter.ProcessElement(ctx, shard, state, finding)
}

// panickingFn counts with a mapping that panics on the third line.
type panickingFn struct{ Of settings }

func (f *panickingFn) ProcessElement(ctx context.Context, shard string, _ func(string, []byte), _ func(string)) error {
	p := rules.MustPanel(func(from *row, to *teacher.Record) {
		if from.line == 3 {
			panic("no mapping of " + from.Key)
		}
		from.Map(to)
	}, tonghua.Teachers()...)
	file, err := open(ctx, shard)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = countShard(p, file, shard, f.Of)
	return err
}

func TestAnAttemptThatFailsHalfWayCountsNothing(t *testing.T) {
	names, o := generated(t, 20_000)
	want, findings, err := inProcess(t.Context(), names, o.settings)
	require.NoError(t, err)
	counters, err := count(t.Context(), names, &retriedFn{o.settings}, o)
	require.NoError(t, err)
	assert.EqualValues(t, 20_000, counters["records"])
	got, err := judge(t.Context(), o.counts, o.Date)
	require.NoError(t, err)
	sameVerdicts(t, want, got)
	assert.Equal(t, slices.Sorted(slices.Values(findings)), lines(t, o.findings))
}

func TestAnAttemptThatIsRepeatedEmitsTheSameBytes(t *testing.T) {
	names, o := generated(t, 20_000)
	attempt := func(shard string) (emitted []string, err error) {
		err = (&countFn{o.settings}).ProcessElement(t.Context(), shard,
			func(county string, state []byte) { emitted = append(emitted, county+string(state)) },
			func(line string) { emitted = append(emitted, line) })
		return emitted, err
	}
	first, err := attempt(names[0])
	require.NoError(t, err)
	assert.Greater(t, len(first), len(generatedCounties), "states and findings")
	for range 20 {
		again, err := attempt(names[0])
		require.NoError(t, err)
		require.Equal(t, first, again)
	}
	none, err := attempt("cut://" + names[0])
	require.ErrorIs(t, err, errCut)
	assert.Empty(t, none)
	assert.ErrorContains(t, err, names[0])
}

func TestWhatCannotBeCountedEndsThePipelineWithItsError(t *testing.T) {
	header := "教职工号,区县,任教学段\n"
	other := settings{Date: quantity.DateOf(2024, 12, 31), By: generatedBy}
	for says, c := range map[string]struct {
		text    string // of the last shard
		by      string
		counter func(of settings) any
		twice   bool
		want    []string
	}{
		"a line that is cut off":          {text: header + "1,东昌区,小学\n2,东昌区\n", want: []string{"shard-63.csv", "line 3", "wrong number of fields"}},
		"a quote that is never closed":    {text: header + "1,东昌区,\"小学\n", want: []string{"shard-63.csv", "line 2"}},
		"a shard without the county":      {text: "教职工号,任教学段\n1,小学\n", want: []string{"shard-63.csv", "line 1", `no column "区县"`}},
		"a shard without a header":        {text: "", want: []string{"shard-63.csv", "line 1", "EOF"}},
		"a shard whose columns are alien": {text: "区县,天气\n东昌区,晴\n", want: []string{"shard-63.csv", "line 1"}},
		"a mapping that panics": {text: header, counter: func(of settings) any { return &panickingFn{of} },
			want: []string{"shard-", "line 3: count: the caller's function panicked", "no mapping of"}},
		"states of another date": {text: header, counter: func(settings) any { return &countFn{other} }, want: []string{rules.ErrMismatch.Error(), "2024-12-31"}},
		"the same shard twice":   {text: header, twice: true, want: []string{rules.ErrMerged.Error()}},
	} {
		t.Run(says, func(t *testing.T) {
			names, o := generated(t, 640)
			require.NoError(t, os.WriteFile(names[63], []byte(c.text), 0o644))
			var counter any = &countFn{o.settings}
			if c.counter != nil {
				counter = c.counter(o.settings)
			}
			if c.twice {
				names = append(names, names[5])
			}
			_, err := count(t.Context(), names, counter, o)
			require.Error(t, err)
			for _, text := range c.want {
				assert.ErrorContains(t, err, text)
			}
			_, err = judge(t.Context(), o.counts, o.Date)
			assert.ErrorIs(t, err, errNoFile, "a pipeline that fails gives no counts")
		})
	}
}

func TestStatesOfTheSameShardAreMergedOnce(t *testing.T) {
	names, o := generated(t, 640)
	file, err := os.Open(names[0])
	require.NoError(t, err)
	defer file.Close()
	c, err := countShard(teachers(), file, names[0], o.settings)
	require.NoError(t, err)
	f := &mergeFn{o.Date}
	merged, err := f.CreateAccumulator()
	require.NoError(t, err)
	state := c.states[generatedCounties[0]]
	merged, err = f.AddInput(merged, state)
	require.NoError(t, err)
	carried, err := encode(merged)
	require.NoError(t, err)
	_, err = f.AddInput(merged, state)
	assert.ErrorIs(t, err, rules.ErrMerged)
	merged, err = decode(carried)
	require.NoError(t, err)
	_, err = f.AddInput(merged, state)
	assert.ErrorIs(t, err, rules.ErrMerged, "also after it travelled")
	_, err = f.AddInput(merged, []byte("no state"))
	assert.ErrorIs(t, err, rules.ErrDamaged)
}

func TestTheProgramPrintsAReportAndRemovesItsFolder(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	var out, messages strings.Builder
	require.NoError(t, run(t.Context(), options{generate: 2000}, nil, &out, &messages))
	assert.Contains(t, messages.String(), "64 shards, 2000 records, ")
	for _, county := range generatedCounties {
		assert.Contains(t, out.String(), county)
	}
	left, err := filepath.Glob(filepath.Join(folder, "beam-*"))
	require.NoError(t, err)
	assert.Empty(t, left)
}

func TestWrongUsageIsAnErrorThatSaysWhatIsWanted(t *testing.T) {
	folder := t.TempDir()
	shard, there := filepath.Join(folder, "a.csv"), filepath.Join(folder, "there.json")
	require.NoError(t, os.WriteFile(shard, []byte("教职工号,区县,任教学段\n"), 0o644))
	require.NoError(t, os.WriteFile(there, nil, 0o644))
	good := options{settings: settings{Date: generatedDate, By: generatedBy}, shards: shard}
	for says, c := range map[string]struct {
		change func(o *options)
		runner string
		args   []string
		want   string
	}{
		"no shards":                             {change: func(o *options) { o.shards = "" }, want: "want either -shards or -generate"},
		"shards and generated ones":             {change: func(o *options) { o.generate = 5 }, want: "want either -shards or -generate"},
		"no date":                               {change: func(o *options) { o.Date = quantity.Date{} }, want: "-date"},
		"a pattern that the shell has expanded": {args: []string{"b.csv"}, want: "quote the pattern"},
		"a pattern that matches nothing":        {change: func(o *options) { o.shards = filepath.Join(folder, "*.tsv") }, want: "*.tsv: no file matches"},
		"a pattern that is none":                {change: func(o *options) { o.shards = "[" }, want: "syntax error in pattern"},
		"a file system that nobody knows":       {change: func(o *options) { o.shards = "ftp://a/*.csv" }, want: "ftp"},
		"counts in a file system nobody knows":  {change: func(o *options) { o.counts = "ftp://a/b" }, want: "ftp"},
		"counts to a file that exists":          {change: func(o *options) { o.counts = there }, want: "there is a file already"},
		"findings to a file that exists":        {change: func(o *options) { o.findings = there }, want: "there is a file already"},
		"a cluster without a file for counts":   {runner: "flink", want: "-counts"},
		"a register without any record":         {want: "no record was counted"},
	} {
		t.Run(says, func(t *testing.T) {
			o := good
			if c.change != nil {
				c.change(&o)
			}
			defer func(was string) { *runners.Runner = was }(*runners.Runner)
			*runners.Runner = c.runner
			assert.ErrorContains(t, run(t.Context(), o, c.args, io.Discard, io.Discard), c.want)
		})
	}
}
