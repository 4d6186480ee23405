package count

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

// overlap is what groups have of records whose rows stand in each of them: each group
// has them, and the groups have them once together.
type overlap struct {
	groups []int // in their order
	tally  *Tally
}

// addOverlap returns a list with what some groups share besides.
func addOverlap(list []overlap, groups []int, t *Tally) ([]overlap, error) {
	own, list := t.layout.tally(), slices.Clone(list)
	if err := own.plus(t); err != nil {
		return nil, err
	}
	for i := range list {
		if slices.Equal(list[i].groups, groups) {
			err := own.plus(list[i].tally)
			list[i].tally = own
			return list, err
		}
	}
	return append(list, overlap{groups, own}), nil
}

// settle counts the records of each of some keys as one, where they are counted, and
// returns what groups share of them.
func (k *keys[R]) settle(c *Counter[R], first []int32, tallies []*Tally, number func(*Tally) int) (list []overlap, err error) {
	for _, at := range first {
		var records []R
		read := map[int]int64{} // by group
		for ; at != noRecord; at = k.at(at).next {
			one := k.at(at)
			g := number(one.in)
			if err := tallies[g].minus(c.asOne([]R{one.record})); err != nil {
				return nil, err
			}
			read[g]++
			records = append(records, one.record)
		}
		all := c.asOne(records)
		groups := slices.Sorted(maps.Keys(read))
		for _, g := range groups {
			all.read, all.doubled = read[g], read[g]-1
			if err := tallies[g].plus(all); err != nil {
				return nil, err
			}
		}
		if len(groups) > 1 {
			all.read, all.doubled = 1, 0
			if list, err = addOverlap(list, groups, all); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

// settle counts the records of keys that several rows have as one.
func (r *run[T, R]) settle(tallies []*Tally, number func(*Tally) int) ([]overlap, error) {
	if r.keys == nil {
		return nil, nil
	}
	return r.keys.settle(r.of.Counter, r.doubled, tallies, number)
}

// countOnce takes back what so many groups have counted of the same records, but once.
func (t *Tally) countOnce(o *Tally, groups int) error {
	for range groups - 1 {
		if err := t.minus(o); err != nil {
			return err
		}
		t.read += o.read
		t.doubled += o.read
	}
	return nil
}

// Overlaps returns what several groups, by their numbers, have counted of the same
// records: each of them has the records, and their total has them once.
func (g *Groups[K]) Overlaps() iter.Seq2[[]int, *Tally] {
	return func(yield func([]int, *Tally) bool) {
		for _, o := range g.overlaps {
			if !yield(slices.Clone(o.groups), o.tally) {
				return
			}
		}
	}
}

// Overlap says what several groups have counted of the same records. What one of them
// has not counted gives [ErrImpossible].
func (g *Groups[K]) Overlap(groups []int, t *Tally) error {
	groups = slices.Compact(slices.Sorted(slices.Values(groups)))
	if len(groups) < 2 || groups[0] < 0 || groups[len(groups)-1] >= len(g.list) {
		return fmt.Errorf("%w: an overlap of groups %v of %d", ErrImpossible, groups, len(g.list))
	}
	before := g.overlaps
	list, err := addOverlap(g.overlaps, groups, t)
	if err != nil {
		return err
	}
	g.overlaps = list
	if _, err := g.Total(); err != nil {
		g.overlaps = before
		return fmt.Errorf("%w: groups share what they have not counted", ErrImpossible)
	}
	return nil
}

// takeOverlaps takes on what other groups share, which have other numbers here: those of
// one number have it once.
func (g *Groups[K]) takeOverlaps(list []overlap, numbers []int) error {
	for _, s := range list {
		times := map[int]int{}
		for _, one := range s.groups {
			times[numbers[one]]++
		}
		for at, n := range times {
			if err := g.list[at].tally.countOnce(s.tally, n); err != nil {
				return err
			}
		}
		if len(times) > 1 {
			var err error
			if g.overlaps, err = addOverlap(g.overlaps, slices.Sorted(maps.Keys(times)), s.tally); err != nil {
				return err
			}
		}
	}
	return nil
}
