package count

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators"
)

// All counts the rows of a register.
func (p Pass[T, R]) All(rows Rows[T]) (*Tally, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	var groups []*group
	r := newRun(&p)
	err := r.readAll(rows, func(p *pass[R]) func([]T) {
		g := p.newGroup()
		groups = append(groups, g)
		p.useOneGroup(g)
		return func(rows []T) { g.read += int64(len(rows)) }
	})
	if err != nil {
		return nil, err
	}
	all := groups[0].tally
	for _, g := range groups[1:] {
		if err := all.plus(g.tally); err != nil {
			return nil, err
		}
	}
	if _, err := r.settle([]*Tally{all}, func(*Tally) int { return 0 }); err != nil {
		return nil, err
	}
	all.parts = p.parts()
	if err := all.Err(); err != nil {
		return nil, err
	}
	return all, nil
}

// By counts the rows of a register by group: county, school, year. Any comparable
// key will do; one that is not equal to itself, such as NaN, is a group of its own
// each time.
func By[T any, R indicators.Record[R], K comparable](p Pass[T, R], rows Rows[T], key func(*T) K) (*Groups[K], error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	if key == nil {
		return nil, errors.New("count: no function that gives a row's group")
	}
	var finders []*finder[T, R, K]
	r := newRun(&p)
	err := r.readAll(rows, func(p *pass[R]) func([]T) {
		f, find := newFinder(p, key)
		finders = append(finders, f)
		return find
	})
	if err != nil {
		return nil, err
	}
	g, err := gather(r, finders)
	if err == nil {
		g.parts = p.parts()
	}
	return g, err
}

// Groups are what was counted by group, in the order of first appearance.
type Groups[K comparable] struct {
	layout   *layout
	list     []named[K]
	number   map[K]int // in the list; a key that is not equal to itself has none
	overlaps []overlap
	parts    []Part
}

type named[K comparable] struct {
	key   K
	tally *Tally
	first int64 // number of the row that the group appeared with
}

// gather brings the groups of several goroutines together, in the order of the
// rows that they appeared with.
func gather[T any, R indicators.Record[R], K comparable](r *run[T, R], finders []*finder[T, R, K]) (*Groups[K], error) {
	g := &Groups[K]{layout: r.of.Counter.layout, number: map[K]int{}}
	in := map[*Tally]*Tally{} // of passes with keys
	for _, f := range finders {
		for i, one := range f.pass.groups {
			k := f.keys[i]
			at, there := g.number[k]
			if !there {
				at = len(g.list)
				g.number[k] = at
				g.list = append(g.list, named[K]{k, one.tally, one.first})
			} else if err := g.list[at].tally.plus(one.tally); err != nil {
				return nil, err
			} else {
				g.list[at].first = min(g.list[at].first, one.first)
			}
			if r.keys != nil {
				in[one.tally] = g.list[at].tally
			}
			if err := one.tally.Err(); err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(g.list, func(a, b named[K]) int { return cmp.Compare(a.first, b.first) })
	tallies := make([]*Tally, len(g.list))
	for i, one := range g.list {
		g.number[one.key] = i
		tallies[i] = one.tally
	}
	var err error
	g.overlaps, err = r.settle(tallies, func(one *Tally) int { return slices.Index(tallies, in[one]) })
	return g, err
}

// NewGroups returns no groups yet, for tallies of a counter.
func NewGroups[R indicators.Record[R], K comparable](c *Counter[R]) *Groups[K] {
	return &Groups[K]{layout: c.layout, number: map[K]int{}}
}

// Add adds what a tally has counted to a group, which comes last if it is new. The
// tally stays as it is; one of another counter gives [ErrMismatch].
func (g *Groups[K]) Add(key K, t *Tally) error {
	if err := g.layout.same(t.layout); err != nil {
		return err
	}
	if _, err := joined(g.parts, t.parts); err != nil {
		return err
	}
	if err := g.list[g.Ensure(key)].tally.plus(t); err != nil {
		return err
	}
	return g.Join(t.parts...)
}

// Parts returns the named parts that were counted.
func (g *Groups[K]) Parts() []Part { return slices.Clone(g.parts) }

// Join notes that the groups have counted named parts besides. One that they have already
// gives [ErrMerged].
func (g *Groups[K]) Join(parts ...Part) error {
	all, err := joined(g.parts, parts)
	if err == nil {
		g.parts = all
	}
	return err
}

// Len returns how many groups there are.
func (g *Groups[K]) Len() int { return len(g.list) }

// All returns the groups with their tallies.
func (g *Groups[K]) All() iter.Seq2[K, *Tally] {
	return func(yield func(K, *Tally) bool) {
		for _, one := range g.list {
			if !yield(one.key, one.tally) {
				return
			}
		}
	}
}

// Index returns the number of a group, -1 if there is none. A key that cannot be
// compared is none.
func (g *Groups[K]) Index(key K) (at int) {
	defer func() {
		if recover() != nil {
			at = -1
		}
	}()
	if at, there := g.number[key]; there {
		return at
	}
	return -1
}

// At returns a group by its number.
func (g *Groups[K]) At(i int) (K, *Tally) { return g.list[i].key, g.list[i].tally }

// Ensure returns the number of a group, a new and empty one if there is none.
func (g *Groups[K]) Ensure(key K) int {
	i, there := g.number[key]
	if !there {
		i = len(g.list)
		g.number[key] = i
		g.list = append(g.list, named[K]{key: key, tally: g.layout.tally()})
	}
	return i
}

// Total returns what all groups have together. A record whose rows stand in several of
// them is in each, and once in the total.
func (g *Groups[K]) Total() (*Tally, error) {
	t := g.layout.tally()
	t.parts = g.parts
	for _, one := range g.list {
		if err := t.plus(one.tally); err != nil {
			return nil, err
		}
	}
	for _, s := range g.overlaps {
		if err := t.countOnce(s.tally, len(s.groups)); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// Merge adds the groups of another pass, which stay as they are: those that appear
// there first come last. Both passes must have asked the same; else the error is
// [ErrMismatch]. After an error nothing has changed.
func (g *Groups[K]) Merge(o *Groups[K]) error {
	if err := g.layout.same(o.layout); err != nil {
		return err
	}
	parts, err := joined(g.parts, o.parts)
	if err != nil {
		return err
	}
	sums := make([]*Tally, len(o.list))
	for i, one := range o.list {
		t := g.layout.tally()
		if at, there := g.number[one.key]; there {
			if err := t.plus(g.list[at].tally); err != nil {
				return err
			}
		}
		if err := t.plus(one.tally); err != nil {
			return err
		}
		sums[i] = t
	}
	numbers := make([]int, len(o.list))
	for i, one := range o.list {
		numbers[i] = g.Ensure(one.key)
		g.list[numbers[i]].tally = sums[i]
	}
	g.parts = parts
	return g.takeOverlaps(o.overlaps, numbers)
}

// RollUp merges groups into larger ones, schools into counties, without another
// pass. The larger groups stand in the order of their first appearance; numbers
// gives that of each group's larger one.
func RollUp[K, L comparable](groups *Groups[K], to func(K) L) (up *Groups[L], numbers []int, err error) {
	defer func() {
		if v := recover(); v != nil {
			up, numbers, err = nil, nil, fmt.Errorf("count: the caller's function panicked: %v", v)
		}
	}()
	up = &Groups[L]{layout: groups.layout, number: map[L]int{}, parts: groups.parts}
	for _, one := range groups.list {
		i := up.Ensure(to(one.key))
		if err := up.list[i].tally.plus(one.tally); err != nil {
			return nil, nil, err
		}
		numbers = append(numbers, i)
	}
	return up, numbers, up.takeOverlaps(groups.overlaps, numbers)
}

// Split shares groups out by a larger thing that each is in, as schools by county, and keeps
// them apart. The shares stand in the order of their first appearance, and so do the groups
// in each. A record whose rows stand in several shares is in each of them, as all its rows
// together have it.
func Split[K, L comparable](groups *Groups[K], to func(K) L) (keys []L, shares []*Groups[K], err error) {
	defer func() {
		if v := recover(); v != nil {
			keys, shares, err = nil, nil, fmt.Errorf("count: the caller's function panicked: %v", v)
		}
	}()
	number := map[L]int{}
	of := make([]int, len(groups.list)) // the share of each group
	in := make([]int, len(groups.list)) // and its number there
	for i, one := range groups.list {
		key := to(one.key)
		at, there := number[key]
		if !there {
			at = len(shares)
			number[key] = at
			keys = append(keys, key)
			shares = append(shares, &Groups[K]{layout: groups.layout, number: map[K]int{}, parts: groups.parts})
		}
		of[i], in[i] = at, shares[at].Ensure(one.key)
		if err := shares[at].list[in[i]].tally.plus(one.tally); err != nil {
			return nil, nil, err
		}
	}
	for _, o := range groups.overlaps {
		shared := map[int][]int{}
		for _, g := range o.groups {
			shared[of[g]] = append(shared[of[g]], in[g])
		}
		for at, list := range shared {
			if len(list) > 1 {
				if shares[at].overlaps, err = addOverlap(shares[at].overlaps, slices.Sorted(slices.Values(list)), o.tally); err != nil {
					return nil, nil, err
				}
			}
		}
	}
	return keys, shares, nil
}
