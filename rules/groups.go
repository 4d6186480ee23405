package rules

import (
	"iter"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Groups are the verdicts of a pass by group, in the order of first
// appearance, and their total.
type Groups[K comparable] struct {
	keys     []K
	tallies  map[K]*tally
	expected map[K]int64
	empty    func() *tally
	judge    func(t *tally, expected int64) Results
	faults   []Fault
}

// EvaluateBy judges the rows of a slice by group: county, school, year.
func EvaluateBy[T any, R indicators.Record[R], K comparable](p *Panel[T, R], asOf quantity.Date, rows []T, key func(*T) K) (*Groups[K], error) {
	return evaluateBy(p, asOf, key, func(r *run[T, R], groupOf func(*T) *group) { r.slice(rows, groupOf) })
}

// EvaluateSeqBy judges the rows of a source that can fail by group.
func EvaluateSeqBy[T any, R indicators.Record[R], K comparable](p *Panel[T, R], asOf quantity.Date, rows iter.Seq2[T, error], key func(*T) K) (*Groups[K], error) {
	return evaluateBy(p, asOf, key, func(r *run[T, R], groupOf func(*T) *group) { r.sequence(rows, groupOf) })
}

func evaluateBy[T any, R indicators.Record[R], K comparable](p *Panel[T, R], asOf quantity.Date, key func(*T) K, feed func(*run[T, R], func(*T) *group)) (*Groups[K], error) {
	if key == nil {
		return nil, ErrZero
	}
	r, err := start(p, asOf)
	if err != nil {
		return nil, err
	}
	f := newFinder(r, key)
	feed(r, f.group)
	if r.err != nil {
		return nil, r.err
	}
	r.pass.settle()
	g := &Groups[K]{keys: f.keys, tallies: make(map[K]*tally, len(f.keys)), expected: map[K]int64{}, faults: r.faults,
		empty: r.pass.engine.layout.tally, judge: r.results}
	for k, group := range f.byKey {
		g.tallies[k] = group.tally
	}
	return g, nil
}

// Keys returns the groups in the order of their first appearance; groups that
// were expected and did not appear come last.
func (g *Groups[K]) Keys() []K { return append([]K(nil), g.keys...) }

// Of returns the verdicts on one group.
func (g *Groups[K]) Of(key K) (Results, bool) {
	t, ok := g.tallies[key]
	if !ok {
		return Results{}, false
	}
	return g.judge(t, g.expected[key]), true
}

// All returns the groups with their verdicts.
func (g *Groups[K]) All() iter.Seq2[K, Results] {
	return func(yield func(K, Results) bool) {
		for _, k := range g.keys {
			if r, _ := g.Of(k); !yield(k, r) {
				return
			}
		}
	}
}

// Total returns the verdicts on all groups together. Records that are absent
// from one group are not made up for by surplus ones of another.
func (g *Groups[K]) Total() Results {
	t := g.empty()
	expected := int64(0)
	for _, k := range g.keys {
		one := g.tallies[k]
		t.merge(one)
		expected += max(one.read, g.expected[k])
	}
	r := g.judge(t, expected)
	r.Faults = append([]Fault(nil), g.faults...)
	return r
}

// Expect says how many records a group should have. Those that did not come
// count as unknown; a group that did not come at all is there with unknown
// records alone.
func (g *Groups[K]) Expect(key K, records int64) {
	g.expected[key] = records
	if _, there := g.tallies[key]; !there && records > 0 {
		g.keys = append(g.keys, key)
		g.tallies[key] = g.empty()
	}
}
