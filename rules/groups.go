package rules

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Groups are the verdicts of a pass by group, in the order of first
// appearance, and their total. Groups of one kind are rolled up to another with
// [RollUp], and those of several passes come together with [Groups.Merge].
type Groups[K comparable] struct {
	counts   *count.Groups[K]
	expected []expectation // of each group; groups beyond its end have none
	total    expectation   // of all groups together
	faults   []verdict.Fault
	each     map[K]*faultList // of each group; of groups that were merged nobody knows them
	panel    judging
	whole    atomic.Pointer[count.Tally] // the sum of all groups, once it is known
}

// judging is how the groups' counts become verdicts.
type judging struct {
	judge   func(t *count.Tally, n records, of population) verdict.Results
	subject string      // what the records are
	city    plan.Bearer // what the total stands for
	each    plan.Bearer // what each group stands for; Nobody where groups are parts
}

// EvaluateBy judges the rows of a slice by group: county, school, year. With
// [Panel.Parallel] several goroutines call the function that gives the group. Texts name a
// group as fmt prints its key.
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
	each := map[K]*faultList{}
	pass, faults := p.pass(on, func(key any) *faultList {
		k, _ := key.(K) // a nil key is one of an interface type
		return noted(each, k)
	})
	groups, err := count.By(pass, rows, key)
	if err != nil {
		return nil, err
	}
	return &Groups[K]{counts: groups, total: p.expected, faults: faults.list(), each: each, panel: judging{on.results, on.subject(), p.standsFor, p.groupsAre}}, nil
}

// noted returns the faults of a group.
func noted[K comparable](each map[K]*faultList, key K) *faultList {
	if each[key] == nil {
		each[key] = new(faultList)
	}
	return each[key]
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
	return g.at(i), true
}

// at judges a group. What the plan demands of the whole is shown of it for
// comparison, with its part in the whole.
func (g *Groups[K]) at(i int) verdict.Results {
	key, t := g.counts.At(i)
	r := g.panel.judge(t, recordsOf(t, g.expectedOf(i)), population{bearer: g.panel.each, part: true, whole: g.sum()})
	if of := g.each[key]; of != nil {
		r.Faults = of.list()
	}
	return r
}

func (g *Groups[K]) expectedOf(i int) expectation {
	if i < len(g.expected) {
		return g.expected[i]
	}
	return expectation{}
}

// sum returns the counts of all groups together, nil for more records than can be
// counted.
func (g *Groups[K]) sum() *count.Tally {
	if t := g.whole.Load(); t != nil {
		return t
	}
	t, err := g.counts.Total()
	if err != nil {
		return nil
	}
	g.whole.Store(t)
	return t
}

// All returns the groups with their verdicts.
func (g *Groups[K]) All() iter.Seq2[K, verdict.Results] {
	return func(yield func(K, verdict.Results) bool) {
		if g.isZero() {
			return
		}
		for i := range g.counts.Len() {
			k, _ := g.counts.At(i)
			if !yield(k, g.at(i)) {
				return
			}
		}
	}
}

// Total returns the verdicts on all groups together. Records that are absent
// from one group are not made up for by surplus ones of another. A statement that
// falls on each group has the worst verdict of the groups, and says how many of
// them meet it. There is no total of groups that no pass has made, nor of more
// records than can be counted.
func (g *Groups[K]) Total() verdict.Results {
	if g.isZero() {
		return verdict.Results{}
	}
	t := g.sum()
	if t == nil {
		return verdict.Results{}
	}
	var absent, surplus int64
	for i := range g.counts.Len() {
		_, one := g.counts.At(i)
		a, s := g.expectedOf(i).of(one.Records())
		absent, surplus = sumOf(absent, a), sumOf(surplus, s)
	}
	n := recordsOf(t, g.total)
	n.absent, n.surplus = max(n.absent, absent), max(n.surplus, surplus)
	r := g.panel.judge(t, n, population{bearer: g.panel.city, units: sync.OnceValue(func() *units { return g.units(n) })})
	g.sumUp(&r)
	r.Faults = append([]verdict.Fault(nil), g.faults...)
	return r
}

// units are the groups as units whose differences are judged.
func (g *Groups[K]) units(n records) *units {
	u := &units{unknown: n.absent > 0 || n.surplus > 0, names: unitNames(g.Keys())}
	for i := range g.counts.Len() {
		_, t := g.counts.At(i)
		u.tallies = append(u.tallies, t)
	}
	return u
}

// sumUp gives statements that fall on each group the worst verdict of the groups.
func (g *Groups[K]) sumUp(total *verdict.Results) {
	sumUp(total, g.panel.each, func(yield func(verdict.Results) bool) {
		for i := range g.counts.Len() {
			if !yield(g.at(i)) {
				return
			}
		}
	})
}

// sumUp gives statements of a total that fall on each of several the worst of their verdicts.
func sumUp(total *verdict.Results, bearer plan.Bearer, each iter.Seq[verdict.Results]) {
	needsEach := func(r verdict.Result) bool { return r.Reason == verdict.NeedsGroups && r.Bearer == bearer }
	if bearer == plan.Nobody || !slices.ContainsFunc(total.Rules, needsEach) {
		return
	}
	of := make([]bound, len(total.Rules))
	for results := range each {
		for k, one := range results.Rules {
			of[k].add(one)
		}
	}
	for k := range total.Rules {
		if r := &total.Rules[k]; needsEach(*r) {
			of[k].settle(r)
		}
	}
}

// Register returns what was counted by group, to be judged again, with a name for
// each key. Two groups of one name are an error.
func (g *Groups[K]) Register(name func(K) string) (Register, error) {
	if g.isZero() || name == nil {
		return Register{}, ErrZero
	}
	r := Register{Subject: g.panel.subject, For: cmp.Or(g.panel.city, plan.City), Each: g.panel.each, Parts: g.counts.Parts()}
	whole, seen := g.sum(), map[string]bool{}
	if whole == nil {
		return Register{}, ErrTooMany
	}
	names := make([]string, 0, g.counts.Len())
	for i := range g.counts.Len() {
		key, t := g.counts.At(i)
		if err := t.Err(); err != nil {
			return Register{}, err
		}
		group := RegisterGroup{Name: name(key), Counts: t.Counts()}
		if seen[group.Name] {
			return Register{}, fmt.Errorf("rules: two groups of a register have the name %q", group.Name)
		}
		seen[group.Name] = true
		group.Absent, group.Surplus = g.expectedOf(i).of(t.Records())
		names = append(names, group.Name)
		r.Groups = append(r.Groups, group)
	}
	for groups, t := range g.counts.Overlaps() {
		overlap := RegisterOverlap{Counts: t.Counts()}
		for _, at := range groups {
			overlap.Groups = append(overlap.Groups, names[at])
		}
		r.Overlaps = append(r.Overlaps, overlap)
	}
	r.Absent, r.Surplus = g.total.of(whole.Records())
	return r, nil
}

// Expect says how many records a group should have. Those that did not come
// count as unknown; a group that did not come at all is there with unknown
// records alone. It is said of all records of the group, so that it takes the place
// of what merged passes expected.
func (g *Groups[K]) Expect(key K, records int64) {
	if g.isZero() || g.counts.Index(key) < 0 && records <= 0 {
		return
	}
	*g.expectation(g.counts.Ensure(key)) = expecting(records)
}

// expectation returns that of a group, to be changed.
func (g *Groups[K]) expectation(i int) *expectation {
	if i >= len(g.expected) {
		g.expected = append(g.expected, make([]expectation, i+1-len(g.expected))...)
	}
	return &g.expected[i]
}

// Merge adds the groups of another pass, which stay as they are: those that
// appear there first come last. Both passes must have asked the same; else the
// error is [ErrMismatch], and a part that both have is [ErrMerged]; nothing changes
// then. Keys are not compared with those of the other pass. The numbers of records that
// are expected add up as well. Rows of several passes have no numbers in common,
// so that merged groups list no faults.
func (g *Groups[K]) Merge(other *Groups[K]) error {
	if g.isZero() || other.isZero() {
		return ErrZero
	}
	// What is expected of the other groups is settled before they may become these.
	type part struct {
		key K
		of  expectation
		n   int64
	}
	parts := make([]part, other.counts.Len())
	for i := range parts {
		key, t := other.counts.At(i)
		parts[i] = part{key, other.expectedOf(i), t.Records()}
	}
	total, whole := other.total, other.sum()
	if whole == nil {
		return ErrTooMany
	}
	if err := g.counts.Merge(other.counts); err != nil {
		return err
	}
	for _, p := range parts {
		if at := g.counts.Index(p.key); at >= 0 {
			g.expectation(at).merge(p.of, p.n)
		}
	}
	g.total.merge(total, whole.Records())
	g.whole.Store(nil)
	g.faults, g.each = nil, nil
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
	up := &Groups[L]{counts: counts, total: groups.total, faults: groups.faults, each: map[L]*faultList{}, panel: groups.panel}
	up.panel.each = plan.Nobody
	for i, at := range numbers {
		key, t := groups.counts.At(i)
		up.expectation(at).merge(groups.expectedOf(i), t.Records())
		if of := groups.each[key]; of != nil {
			larger, _ := counts.At(at)
			noted(up.each, larger).merge(of)
		}
	}
	return up, nil
}

// Are returns the groups as what each of them stands for, such as each a county:
// see [Panel.GroupsAre]. Groups that were rolled up are parts until it is said.
func (g *Groups[K]) Are(bearer plan.Bearer) *Groups[K] {
	if g.isZero() {
		return g
	}
	return &Groups[K]{counts: g.counts, expected: g.expected, total: g.total, faults: g.faults, each: g.each, panel: judging{g.panel.judge, g.panel.subject, g.panel.city, bearer}}
}
