package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	counts "github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
)

// Beam sends functions and types to workers by their names, and calls what is registered
// before the program starts without reflection.
func init() {
	register.DoFn5x1[context.Context, string, func(string, []byte), func(string), func(string), error](&countFn{})
	register.Combiner3[*accumulator, []byte, []byte](&mergeFn{})
	register.Function2x2(countsLine)
	register.Emitter2[string, []byte]()
	register.Emitter1[string]()
	beam.RegisterType(reflect.TypeFor[accumulator]())
	beam.RegisterCoder(reflect.TypeFor[*accumulator](), encode, decode)
}

// files are the files that the pipeline writes; findings and faults may be none.
type files struct{ counts, findings, faults string }

// What Beam counts across all workers.
var (
	shardsCounted  = beam.NewCounter("tonghua", "shards")
	recordsCounted = beam.NewCounter("tonghua", "records")
	statesCounted  = beam.NewCounter("tonghua", "states")
	findingsFound  = beam.NewCounter("tonghua", "findings")
	faultsFound    = beam.NewCounter("tonghua", "faults")
)

// countFn counts a shard. Beside the states by county it emits the lines of findings and
// of faults.
type countFn struct{ Of settings }

// ProcessElement counts the shard of a name.
func (f *countFn) ProcessElement(ctx context.Context, shard string, state func(string, []byte), finding, fault func(string)) error {
	source, err := open(ctx, shard)
	if err != nil {
		return fmt.Errorf("shard %s: %w", shard, err)
	}
	defer source.Close()
	c, err := countShard(teachers(), source, shard, f.Of)
	if err != nil {
		return err
	}
	c.emit(ctx, state, finding, fault)
	return nil
}

// emit hands over what was counted, in an order that is always the same.
func (c *counted) emit(ctx context.Context, state func(string, []byte), finding, fault func(string)) {
	for _, county := range slices.Sorted(maps.Keys(c.states)) {
		state(county, c.states[county])
	}
	for _, line := range c.findings {
		finding(line)
	}
	for _, line := range c.faults {
		fault(line)
	}
	shardsCounted.Inc(ctx, 1)
	recordsCounted.Inc(ctx, c.records)
	statesCounted.Inc(ctx, int64(len(c.states)))
	findingsFound.Inc(ctx, int64(len(c.findings)))
	faultsFound.Inc(ctx, int64(len(c.faults)))
}

// accumulator is the counts of a county so far, in the form that Beam carries.
type accumulator struct{ merged *evaluator }

func encode(a *accumulator) ([]byte, error) { return a.merged.MarshalBinary() }

func decode(state []byte) (*accumulator, error) {
	e, err := teachers().Restore(state)
	return &accumulator{e}, err
}

// mergeFn merges the states of a county. A state of another date, or of a shard that is
// merged already, is an error.
type mergeFn struct{ Date quantity.Date }

// CreateAccumulator returns counts of nothing.
func (f *mergeFn) CreateAccumulator() (*accumulator, error) {
	e, err := teachers().Start(f.Date)
	return &accumulator{e}, err
}

// AddInput merges a state.
func (f *mergeFn) AddInput(a *accumulator, state []byte) (*accumulator, error) {
	b, err := decode(state)
	if err != nil {
		return nil, err
	}
	return f.MergeAccumulators(a, b)
}

// MergeAccumulators merges the counts of b into those of a.
func (f *mergeFn) MergeAccumulators(a, b *accumulator) (*accumulator, error) {
	return a, a.merged.Merge(b.merged)
}

// ExtractOutput returns the counts as JSON.
func (f *mergeFn) ExtractOutput(a *accumulator) ([]byte, error) {
	c, err := a.merged.Counts()
	if err != nil {
		return nil, err
	}
	return json.Marshal(c)
}

// countsLine is a [rules.RegisterGroup] as a line of JSON.
func countsLine(county string, counts []byte) (string, error) {
	line, err := json.Marshal(struct {
		Name   string          `json:"name"`
		Counts json.RawMessage `json:"counts"`
	}{county, counts})
	return string(line), err
}

// count runs the pipeline over shards and returns what it counted, in words. Files that
// exist are not written to: the pipeline leaves a file alone that has no line, and what
// stood in it would be taken for a result.
func count(ctx context.Context, shards []string, of settings, to files) (string, error) {
	for _, name := range []string{to.counts, to.findings, to.faults} {
		if name == "" {
			continue
		}
		if there, err := list(ctx, name); len(there) > 0 || err != nil && !errors.Is(err, errNoFile) {
			return "", cmp.Or(err, fmt.Errorf("%s: there is a file already", name))
		}
	}
	p, s := beam.NewPipelineWithRoot()
	// After a reshuffle an engine may give each shard to another worker.
	names := beam.Reshuffle(s, beam.CreateList(s, shards))
	states, findings, faults := beam.ParDo3(s, &countFn{of}, names)
	merged := beam.CombinePerKey(s, &mergeFn{of.Date}, states)
	textio.Write(s, to.counts, beam.ParDo(s, countsLine, merged))
	if to.findings != "" {
		textio.Write(s, to.findings, findings)
	}
	if to.faults != "" {
		textio.Write(s, to.faults, faults)
	}
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return "", err
	}
	var done []string
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == "tonghua" {
			done = append(done, fmt.Sprintf("%s: %d", c.Name(), c.Result()))
		}
	}
	slices.Sort(done)
	return strings.Join(done, ", "), nil
}

// judge judges what the pipeline has counted, the counties in the order of their names.
func judge(ctx context.Context, name string, date quantity.Date) (*rules.Groups[string], error) {
	if _, err := list(ctx, name); err != nil {
		return nil, fmt.Errorf("no record in any shard: %w", err)
	}
	file, err := open(ctx, name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var counties []rules.RegisterGroup
	for in := json.NewDecoder(bufio.NewReader(file)); ; {
		var one rules.RegisterGroup
		err := in.Decode(&one)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		counties = append(counties, one)
	}
	slices.SortFunc(counties, func(a, b rules.RegisterGroup) int { return cmp.Compare(a.Name, b.Name) })
	return rules.JudgeBy(teachers(), date, func(yield func(string, counts.Counts) bool) {
		for _, c := range counties {
			if !yield(c.Name, c.Counts) {
				return
			}
		}
	})
}
