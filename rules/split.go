package rules

import (
	"iter"

	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Shares are groups shared out by a larger thing that each is in, as the schools of a city by
// county: see [Split].
type Shares[L, K comparable] struct {
	whole  *Groups[K]
	bearer plan.Bearer
	keys   []L
	groups []*Groups[K]
}

// Split shares groups out and keeps them apart, where [RollUp] adds them up: for differences
// between the schools of each county. The bearer is what each share stands for, such as
// plan.County; its total is judged as the register of one. Numbers of expected records stand
// for the groups that they were given for; how many there should be in all says nothing of a
// share.
func Split[K, L comparable](groups *Groups[K], to func(K) L, bearer plan.Bearer) (*Shares[L, K], error) {
	if groups.isZero() || to == nil {
		return nil, ErrZero
	}
	keys, shares, err := count.Split(groups.counts, to)
	if err != nil {
		return nil, err
	}
	s := &Shares[L, K]{whole: groups, bearer: bearer, keys: keys}
	panel := groups.panel
	panel.city = bearer
	for _, counts := range shares {
		one := &Groups[K]{counts: counts, each: groups.each, panel: panel}
		for i := range counts.Len() {
			key, t := counts.At(i)
			if at := groups.counts.Index(key); at >= 0 {
				one.expectation(i).merge(groups.expectedOf(at), t.Records())
			}
		}
		s.groups = append(s.groups, one)
	}
	return s, nil
}

// All returns the shares in the order of their first appearance.
func (s *Shares[L, K]) All() iter.Seq2[L, *Groups[K]] {
	return func(yield func(L, *Groups[K]) bool) {
		if s == nil {
			return
		}
		for i, key := range s.keys {
			if !yield(key, s.groups[i]) {
				return
			}
		}
	}
}

// Total returns the verdicts on all together. A statement that falls on each share has the
// worst verdict of the shares, and says how many of them meet it.
func (s *Shares[L, K]) Total() verdict.Results {
	if s == nil || s.whole.isZero() {
		return verdict.Results{}
	}
	total := s.whole.Total()
	sumUp(&total, s.bearer, func(yield func(verdict.Results) bool) {
		for _, g := range s.groups {
			if !yield(g.Total()) {
				return
			}
		}
	})
	return total
}
