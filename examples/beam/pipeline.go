package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	counting "github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
)

// Beam sends functions and types to workers by their names, and calls without reflection
// what is registered before the program starts.
func init() {
	register.DoFn4x1[context.Context, string, func(string, []byte), func(string), error](&countFn{})
	register.Combiner3[*accumulator, []byte, []byte](&mergeFn{})
	register.Function2x2(countsLine)
	register.Emitter2[string, []byte]()
	register.Emitter1[string]()
	beam.RegisterType(reflect.TypeFor[accumulator]())
	beam.RegisterCoder(reflect.TypeFor[*accumulator](), encode, decode)
}

// countFn counts a shard. It emits the states by county, and texts of many lines of findings.
type countFn struct{ Of settings }

// ProcessElement counts the shard of a name.
func (f *countFn) ProcessElement(ctx context.Context, shard string, state func(string, []byte), finding func(string)) error {
	source, err := open(ctx, shard)
	if err != nil {
		return fmt.Errorf("shard %s: %w", shard, err)
	}
	defer source.Close()
	c, err := countShard(teachers(), source, shard, f.Of)
	if err != nil {
		return err
	}
	for _, county := range slices.Sorted(maps.Keys(c.states)) {
		state(county, c.states[county])
	}
	for lines := range slices.Chunk(c.findings, 1000) { // an engine handles a text more quickly than its lines
		finding(strings.Join(lines, "\n"))
	}
	for name, n := range map[string]int64{"shards": 1, "records": c.records, "states": int64(len(c.states)), "findings": int64(len(c.findings))} {
		beam.NewCounter(counterSpace, name).Inc(ctx, n)
	}
	return nil
}

// counterSpace is where the counters stand that Beam adds up over all workers.
const counterSpace = "tonghua"

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

// count runs the pipeline over shards and returns its counters. It writes to no file that
// exists: the pipeline leaves a file alone that gets no line, and what stood in it would
// be taken for a result.
func count(ctx context.Context, shards []string, counter any, o options) (map[string]int64, error) {
	for _, name := range []string{o.counts, o.findings} {
		if name == "" {
			continue
		}
		if _, err := list(ctx, name); !errors.Is(err, errNoFile) {
			return nil, cmp.Or(err, fmt.Errorf("%s: there is a file already", name))
		}
	}
	p, s := beam.NewPipelineWithRoot()
	names := beam.Reshuffle(s, beam.CreateList(s, shards)) // so that an engine gives shards to several workers
	states, findings := beam.ParDo2(s, counter, names)
	merged := beam.CombinePerKey(s, &mergeFn{o.Date}, states)
	textio.Write(s, o.counts, beam.ParDo(s, countsLine, merged))
	if o.findings != "" {
		textio.Write(s, o.findings, findings)
	}
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return nil, err
	}
	if result == nil {
		return nil, errors.New("the runner ran nothing: leave out --dry_run")
	}
	counters := map[string]int64{}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == counterSpace {
			counters[c.Name()] += c.Result()
		}
	}
	return counters, nil
}

// judge judges what the pipeline has counted, the counties in the order of their names.
func judge(ctx context.Context, name string, date quantity.Date) (*rules.Groups[string], error) {
	if _, err := list(ctx, name); err != nil {
		return nil, fmt.Errorf("no record was counted: %w", err)
	}
	file, err := open(ctx, name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var counties []rules.RegisterGroup
	for in := json.NewDecoder(file); in.More(); {
		var county rules.RegisterGroup
		if err := in.Decode(&county); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		counties = append(counties, county)
	}
	slices.SortFunc(counties, func(a, b rules.RegisterGroup) int { return strings.Compare(a.Name, b.Name) })
	return rules.JudgeBy(teachers(), date, func(yield func(string, counting.Counts) bool) {
		for _, county := range counties {
			if !yield(county.Name, county.Counts) {
				return
			}
		}
	})
}
