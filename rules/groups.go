package rules

import (
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Groups are the verdicts of a pass by group, in the order of first
// appearance, and their total. Groups of one kind are rolled up to another with
// [RollUp], and those of several passes come together with [Groups.Merge].
type Groups[K comparable] struct {
	counts   *count.Groups[K]
	expected []int64 // of each group; groups beyond its end have none
	total    int64   // expected of all groups together
	faults   []verdict.Fault
	judge    func(t *count.Tally, expected int64) verdict.Results
}

// EvaluateBy judges the rows of a slice by group: county, school, year. With
// [Panel.Parallel] several goroutines call the function that gives the group.
func EvaluateBy[T any, R indicators.Record[R], K comparable](p *Panel[T, R], asOf quantity.Date, rows []T, key func(*T) K) (*Groups[K], error) {
	return evaluateBy(p, asOf, key, count.Slice(rows))
}

// EvaluateSeqBy judges the rows of a source that can fail by group.
func EvaluateSeqBy[T any, R indicators.Record[R], K comparable](p *Panel[T, R], asOf quantity.Date, rows iter.Seq2[T, error], key func(*T) K) (*Groups[K], error) {
	return evaluateBy(p, asOf, key, count.Seq2(rows))
}

func evaluateBy[T any, R indicators.Record[R], K comparable](p *Panel[T, R], asOf quantity.Date, key func(*T) K, rows count.Rows[T]) (*Groups[K], error) {
	on, err := p.on(asOf)
	if err != nil {
		return nil, err
	}
	pass, faults := p.pass(on)
	groups, err := count.By(pass, rows, key)
	if err != nil {
		return nil, err
	}
	return &Groups[K]{counts: groups, total: p.expected, faults: faults.list(), judge: on.results}, nil
}

// isZero reports whether no pass has made the groups.
func (g *Groups[K]) isZero() bool { return g == nil || g.counts == nil }

// Keys returns the groups in the order of their first appearance; groups that
// were expected and did not appear come last.
func (g *Groups[K]) Keys() []K {
	if g.isZero() {
		return nil
	}
	keys := make([]K, 0, g.counts.Len())
	for k := range g.counts.All() {
		keys = append(keys, k)
	}
	return keys
}

// Of returns the verdicts on one group.
func (g *Groups[K]) Of(key K) (verdict.Results, bool) {
	if g.isZero() {
		return verdict.Results{}, false
	}
	i := g.counts.Index(key)
	if i < 0 {
		return verdict.Results{}, false
	}
	_, t := g.counts.At(i)
	return g.judge(t, g.expectedOf(i)), true
}

func (g *Groups[K]) expectedOf(i int) int64 {
	if i < len(g.expected) {
		return g.expected[i]
	}
	return 0
}

// All returns the groups with their verdicts.
func (g *Groups[K]) All() iter.Seq2[K, verdict.Results] {
	return func(yield func(K, verdict.Results) bool) {
		if g.isZero() {
			return
		}
		for i := range g.counts.Len() {
			k, t := g.counts.At(i)
			if !yield(k, g.judge(t, g.expectedOf(i))) {
				return
			}
		}
	}
}

// Total returns the verdicts on all groups together. Records that are absent
// from one group are not made up for by surplus ones of another. There is none
// of groups that no pass has made, nor of more records than can be counted.
func (g *Groups[K]) Total() verdict.Results {
	if g.isZero() {
		return verdict.Results{}
	}
	t, err := g.counts.Total()
	if err != nil {
		return verdict.Results{}
	}
	expected := int64(0)
	for i := range g.counts.Len() {
		_, one := g.counts.At(i)
		expected = sumOf(expected, max(one.Read(), g.expectedOf(i)))
	}
	r := g.judge(t, max(expected, g.total))
	r.Faults = append([]verdict.Fault(nil), g.faults...)
	return r
}

// sumOf adds numbers of expected records.
func sumOf(a, b int64) int64 {
	return min(a, count.MostRecords-min(b, count.MostRecords)) + min(b, count.MostRecords)
}

// Expect says how many records a group should have. Those that did not come
// count as unknown; a group that did not come at all is there with unknown
// records alone.
func (g *Groups[K]) Expect(key K, records int64) {
	if g.isZero() || g.counts.Index(key) < 0 && records <= 0 {
		return
	}
	g.expect(g.counts.Ensure(key), records)
}

func (g *Groups[K]) expect(i int, records int64) {
	if i >= len(g.expected) {
		g.expected = append(g.expected, make([]int64, i+1-len(g.expected))...)
	}
	g.expected[i] = min(records, count.MostRecords)
}

// Merge adds the groups of another pass, which stay as they are: those that
// appear there first come last. Both passes must have asked the same; else the
// error is [ErrMismatch], and nothing changes. The numbers of records that
// are expected add up as well. Rows of several passes have no numbers in common,
// so that merged groups list no faults.
func (g *Groups[K]) Merge(other *Groups[K]) error {
	if g.isZero() || other.isZero() {
		return ErrZero
	}
	if err := g.counts.Merge(other.counts); err != nil {
		return err
	}
	for i, n := range slices.Clone(other.expected) {
		key, _ := other.counts.At(i)
		if at := g.counts.Index(key); at >= 0 && n != 0 {
			g.expect(at, sumOf(g.expectedOf(at), n))
		}
	}
	g.total = sumOf(g.total, other.total)
	g.faults = nil
	return nil
}

// RollUp merges groups into larger ones, schools into counties, without another
// pass. The larger groups stand in the order of their first appearance. Records
// that are absent from one group are absent from the larger one, whatever
// another group has too many.
func RollUp[K, L comparable](groups *Groups[K], to func(K) L) (*Groups[L], error) {
	if groups.isZero() || to == nil {
		return nil, ErrZero
	}
	counts, numbers, err := count.RollUp(groups.counts, to)
	if err != nil {
		return nil, err
	}
	up := &Groups[L]{counts: counts, total: groups.total, faults: groups.faults, judge: groups.judge}
	for i, at := range numbers {
		_, t := groups.counts.At(i)
		up.expect(at, sumOf(up.expectedOf(at), max(t.Read(), groups.expectedOf(i))))
	}
	return up, nil
}
