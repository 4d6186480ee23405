package rules

import (
	"math/bits"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/rules/verdict"
)

// dutyAt is a duty with the reading that decides on one record.
type dutyAt[R indicators.Record[R]] struct {
	rule *core[R]
	as   *bound[R]
	due  verdict.Due
}

// dutySet is a set of an engine's duties by their places. Few panels have more
// than 64.
type dutySet struct {
	first uint64
	more  []uint64
}

func (s *dutySet) add(duty int) {
	if duty < 64 {
		s.first |= 1 << duty
		return
	}
	for len(s.more) < duty/64 {
		s.more = append(s.more, 0)
	}
	s.more[duty/64-1] |= 1 << (duty % 64)
}

func (s *dutySet) join(t *dutySet) {
	s.first |= t.first
	for i, w := range t.more {
		for len(s.more) <= i {
			s.more = append(s.more, 0)
		}
		s.more[i] |= w
	}
}

// next takes the first duty out of the set, -1 if there is none.
func (s *dutySet) next() int {
	if s.first != 0 {
		duty := bits.TrailingZeros64(s.first)
		s.first &= s.first - 1
		return duty
	}
	for i, w := range s.more {
		if w != 0 {
			s.more[i] &= w - 1
			return 64*(i+1) + bits.TrailingZeros64(w)
		}
	}
	return -1
}
