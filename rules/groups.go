package rules

import (
	"errors"
	"fmt"
	"iter"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Groups are the verdicts of a pass by group, in the order of first
// appearance, and their total. Groups of one kind are rolled up to another with
// [RollUp], and those of several passes come together with [Groups.Merge].
type Groups[K comparable] struct {
	list     []counts[K]
	place    map[K]int // in the list; a key that is not equal to itself has none
	expected int64     // of all groups together
	faults   []verdict.Fault
	inquiry
}

// inquiry is what a pass asked, for whatever is made of its counts later.
type inquiry struct {
	identity identity
	empty    func() *tally
	judge    func(t *tally, expected int64) verdict.Results
}

// counts is what is known of one group.
type counts[K comparable] struct {
	key      K
	tally    *tally
	expected int64
}

// EvaluateBy judges the rows of a slice by group: county, school, year. With
// [Panel.Parallel] several goroutines call the function that tells the group.
func EvaluateBy[T any, R indicators.Record[R], K comparable](p *Panel[T, R], asOf quantity.Date, rows []T, key func(*T) K) (*Groups[K], error) {
	return evaluateBy(p, asOf, key, source[T]{slice: rows})
}

// EvaluateSeqBy judges the rows of a source that can fail by group.
func EvaluateSeqBy[T any, R indicators.Record[R], K comparable](p *Panel[T, R], asOf quantity.Date, rows iter.Seq2[T, error], key func(*T) K) (*Groups[K], error) {
	if rows == nil {
		return nil, errNoSequence
	}
	return evaluateBy(p, asOf, key, source[T]{open: rows})
}

func evaluateBy[T any, R indicators.Record[R], K comparable](p *Panel[T, R], asOf quantity.Date, key func(*T) K, rows source[T]) (*Groups[K], error) {
	if key == nil {
		return nil, errors.New("rules: no function that tells a row's group")
	}
	r, err := start(p, asOf)
	if err != nil {
		return nil, err
	}
	var finders []*finder[T, R, K]
	r.all(rows, func(p *pass[R]) func([]T) {
		f := newFinder(p, key)
		finders = append(finders, f)
		return f.find
	})
	if r.err != nil {
		return nil, r.err
	}
	g := &Groups[K]{expected: p.expected, faults: r.faults, inquiry: r.pass.engine.inquiry()}
	g.list, g.place = gather(finders)
	return g, nil
}

func (e *engine[R]) inquiry() inquiry { return inquiry{e.identity, e.layout.tally, e.results} }

func (g *Groups[K]) add(key K, t *tally) {
	g.place[key] = len(g.list)
	g.list = append(g.list, counts[K]{key: key, tally: t})
}

// Keys returns the groups in the order of their first appearance; groups that
// were expected and did not appear come last.
func (g *Groups[K]) Keys() []K {
	if g == nil {
		return nil
	}
	keys := make([]K, len(g.list))
	for i := range g.list {
		keys[i] = g.list[i].key
	}
	return keys
}

// Of returns the verdicts on one group.
func (g *Groups[K]) Of(key K) (verdict.Results, bool) {
	if g == nil {
		return verdict.Results{}, false
	}
	i, ok := g.place[key]
	if !ok {
		return verdict.Results{}, false
	}
	return g.judge(g.list[i].tally, g.list[i].expected), true
}

// All returns the groups with their verdicts.
func (g *Groups[K]) All() iter.Seq2[K, verdict.Results] {
	return func(yield func(K, verdict.Results) bool) {
		if g == nil {
			return
		}
		for _, one := range g.list {
			if !yield(one.key, g.judge(one.tally, one.expected)) {
				return
			}
		}
	}
}

// Total returns the verdicts on all groups together. Records that are absent
// from one group are not made up for by surplus ones of another. There is none
// of groups that no pass has made.
func (g *Groups[K]) Total() verdict.Results {
	if g == nil || g.judge == nil {
		return verdict.Results{}
	}
	t := g.empty()
	expected := int64(0)
	for _, one := range g.list {
		t.merge(one.tally)
		expected += max(one.tally.read, one.expected)
	}
	r := g.judge(t, max(expected, g.expected))
	r.Faults = append([]verdict.Fault(nil), g.faults...)
	return r
}

// Expect says how many records a group should have. Those that did not come
// count as unknown; a group that did not come at all is there with unknown
// records alone.
func (g *Groups[K]) Expect(key K, records int64) {
	if g == nil || g.judge == nil {
		return
	}
	if _, there := g.place[key]; !there && records <= 0 {
		return
	}
	g.at(key).expected = records
}

// Merge adds the groups of another pass, which stay as they are: those that
// appear there first come last. Both passes must have asked the same; else the
// error is [ErrOtherState], and nothing changes. The numbers of records that
// are expected add up as well. Rows of several passes have no numbers in common,
// so that merged groups list no faults.
func (g *Groups[K]) Merge(other *Groups[K]) error {
	if g == nil || other == nil || g.judge == nil || other.judge == nil {
		return ErrZero
	}
	if g.identity != other.identity {
		return ErrOtherState
	}
	for _, o := range other.list {
		if i, there := g.place[o.key]; there && g.list[i].tally.read+o.tally.read > mostRecords {
			return ErrTooMany
		}
	}
	for _, o := range other.list {
		one := g.at(o.key)
		one.tally.merge(o.tally)
		one.expected += o.expected
	}
	g.expected += other.expected
	g.faults = nil
	return nil
}

// at returns a group, a new one with its key if there is none.
func (g *Groups[K]) at(key K) *counts[K] {
	i, there := g.place[key]
	if !there {
		i = len(g.list)
		g.add(key, g.empty())
	}
	return &g.list[i]
}

// RollUp merges groups into larger ones, schools into counties, without another
// pass. The larger groups stand in the order of their first appearance. Records
// that are absent from one group are absent from the larger one, whatever
// another group has too many.
func RollUp[K, L comparable](groups *Groups[K], to func(K) L) (up *Groups[L], err error) {
	if groups == nil || groups.judge == nil || to == nil {
		return nil, ErrZero
	}
	defer func() {
		if v := recover(); v != nil {
			up, err = nil, fmt.Errorf("rules: the caller's function panicked: %v", v)
		}
	}()
	up = &Groups[L]{place: map[L]int{}, expected: groups.expected, faults: groups.faults, inquiry: groups.inquiry}
	for _, one := range groups.list {
		larger := up.at(to(one.key))
		if !larger.tally.merge(one.tally) {
			return nil, ErrTooMany
		}
		larger.expected += max(one.tally.read, one.expected)
	}
	return up, nil
}
