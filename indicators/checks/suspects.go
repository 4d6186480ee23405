package checks

import (
	"math/big"
	"slices"
)

// The most cells of a set of suspects, and the most checks that are looked at together.
const (
	MostSuspects = 3
	MostChecks   = 12
)

// Suspects are the smallest sets of cells of which a row could be put right.
type Suspects struct {
	Cells   [][]string `json:"cells,omitzero"`    // each set in the order of the cells; none where the row has no disagreement
	TooMany bool       `json:"too_many,omitzero"` // more than [MostChecks] checks hang together: not looked for
	None    bool       `json:"none,omitzero"`     // no set of up to [MostSuspects] cells would do
}

// IsZero reports whether there is nothing to suspect.
func (s Suspects) IsZero() bool { return len(s.Cells) == 0 && !s.TooMany && !s.None }

// suspects looks for the smallest sets of known cells that, changed to whole steps not
// below nought, let every check of the row agree that is run and not explained. Cells that
// are unknown may be anything.
func (s *Set) suspects(results []Result, known []*big.Int) Suspects {
	var failing, looked []int
	for _, r := range results {
		switch r.Agreement {
		case Disagrees:
			failing = append(failing, r.at)
		case Agrees, CannotTell:
			looked = append(looked, r.at)
		}
	}
	if len(failing) == 0 {
		return Suspects{}
	}
	together, cells := s.together(failing, looked)
	if len(together) > MostChecks {
		return Suspects{TooMany: true}
	}
	candidates := slices.DeleteFunc(cells, func(at int) bool { return known[at] == nil })
	var found Suspects
	for size := 1; size <= MostSuspects && len(found.Cells) == 0; size++ {
		choose(candidates, size, func(set []int) {
			for _, at := range failing {
				if !slices.ContainsFunc(s.checks[at].reads, func(cell int) bool { return slices.Contains(set, cell) }) && !s.open(at, known) {
					return // it would disagree as it does
				}
			}
			values := slices.Clone(known)
			for _, cell := range set {
				values[cell] = nil
			}
			if s.possible(together, values) {
				var keys []string
				for _, cell := range set {
					keys = append(keys, s.cells[cell].Key)
				}
				found.Cells = append(found.Cells, keys)
			}
		})
	}
	found.None = len(found.Cells) == 0
	return found
}

// open reports whether a check reads an unknown cell.
func (s *Set) open(at int, known []*big.Int) bool {
	return slices.ContainsFunc(s.checks[at].reads, func(cell int) bool { return known[cell] == nil })
}

// together returns the checks that hang together with those that disagree by their
// cells, and these cells, each in their order.
func (s *Set) together(failing, looked []int) (list, cells []int) {
	list = slices.Clone(failing)
	for again := true; again; {
		again = false
		cells = cells[:0]
		for _, at := range list {
			for _, cell := range s.checks[at].reads {
				if !slices.Contains(cells, cell) {
					cells = append(cells, cell)
				}
			}
		}
		for _, at := range looked {
			if !slices.Contains(list, at) && slices.ContainsFunc(s.checks[at].reads, func(cell int) bool { return slices.Contains(cells, cell) }) {
				list, again = append(list, at), true
			}
		}
	}
	slices.Sort(list)
	slices.Sort(cells)
	return list, cells
}

// choose calls do with each set of so many of a list, in its order.
func choose(list []int, size int, do func([]int)) {
	var from func(start int, set []int)
	from = func(start int, set []int) {
		if len(set) == size {
			do(set)
			return
		}
		for i := start; i < len(list); i++ {
			from(i+1, append(set, list[i]))
		}
	}
	from(0, make([]int, 0, size))
}

// possible reports whether whole numbers not below nought in the place of unknown cells
// let all checks of a list agree.
func (s *Set) possible(list []int, values []*big.Int) bool {
	var free []int
	for i, v := range values {
		if v == nil && slices.ContainsFunc(list, func(at int) bool { return slices.Contains(s.checks[at].reads, i) }) {
			free = append(free, i)
		}
	}
	p := program{}
	for _, at := range list {
		for _, f := range s.checks[at].forms {
			row, limit := make([]*big.Rat, len(free)), new(big.Rat)
			for k, cell := range free {
				row[k] = new(big.Rat).SetInt64(f.factors[cell])
			}
			for cell, factor := range f.factors {
				if v := values[cell]; v != nil {
					limit.Sub(limit, new(big.Rat).SetInt(new(big.Int).Mul(v, big.NewInt(factor))))
				}
			}
			p.rows, p.limits = append(p.rows, row), append(p.limits, limit)
		}
	}
	return p.wholeSolution(len(free), mostBranches)
}
