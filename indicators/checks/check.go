package checks

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Cell is a figure that each row has one of.
type Cell struct {
	Key   string
	Label bilingual.Text // with the table that it stands in
	Unit  quantity.Unit
}

// Term is a cell in a sum, so many times.
type Term struct {
	Cell  string
	Times int64 // 0 is once
}

// Sum adds up cells.
func Sum(cells ...string) []Term {
	terms := make([]Term, len(cells))
	for i, c := range cells {
		terms[i].Cell = c
	}
	return terms
}

// Comparison is how the two sides of a check must compare.
type Comparison uint8

// The comparisons.
const (
	Equal Comparison = iota
	AtMost
	Near // not further apart than Within per cent of the right side
)

var comparisons = bilingual.List[Comparison]{Of: "checks: comparison", Terms: []bilingual.Term{
	{Key: "equal", Text: bilingual.Text{ZH: "应等于", EN: "equals"}},
	{Key: "at-most", Text: bilingual.Text{ZH: "应不大于", EN: "is at most"}},
	{Key: "near", Text: bilingual.Text{ZH: "应接近", EN: "is near"}}}}

// String returns the key.
func (c Comparison) String() string { return comparisons.Key(c) }

// In returns the comparison in words.
func (c Comparison) In(l bilingual.Language) string { return comparisons.In(c, l) }

// Check compares the sum of some cells with that of others, in one unit.
type Check struct {
	Key         string
	Left, Right []Term
	Comparison  Comparison
	Within      int64 // of Near: per cent of the right side, 1 or more
	Soft        bool  // it may be right although it disagrees
}

// Set is checks over the cells of a row. It does not change and is safe for concurrent use.
type Set struct {
	cells  []Cell
	checks []check
	place  map[string]int
}

// check is a check as linear forms over the cells that must not be above nought.
type check struct {
	Check
	reads []int
	forms []form
	scale uint64 // steps of a unit
	unit  quantity.Unit
}

// form is a sum of cells with whole factors.
type form struct {
	factors map[int]int64
	per     int64 // what the factors were multiplied by, so that they are whole
}

// mostTimes bounds factors, so that no sum of them overflows.
const mostTimes = 1_000_000

// New returns a set. It is an error if a key stands twice or is empty, if a check names a
// cell that there is none of, compares units that differ, or has nothing to compare.
func New(cells []Cell, list ...Check) (*Set, error) {
	s := &Set{cells: slices.Clone(cells), place: map[string]int{}}
	var errs []error
	for i, c := range cells {
		if _, twice := s.place[c.Key]; twice || c.Key == "" {
			errs = append(errs, fmt.Errorf("checks: cell %q: want a key of its own", c.Key))
		}
		s.place[c.Key] = i
	}
	keys := map[string]bool{}
	for _, c := range list {
		if keys[c.Key] || c.Key == "" {
			errs = append(errs, fmt.Errorf("checks: check %q: want a key of its own", c.Key))
		}
		keys[c.Key] = true
		one, err := s.prepare(c)
		if err != nil {
			errs = append(errs, fmt.Errorf("checks: check %s: %w", c.Key, err))
			continue
		}
		s.checks = append(s.checks, one)
	}
	if len(list) == 0 {
		errs = append(errs, errors.New("checks: no checks"))
	}
	return s, errors.Join(errs...)
}

func (s *Set) prepare(c Check) (check, error) {
	c.Left, c.Right = slices.Clone(c.Left), slices.Clone(c.Right)
	one := check{Check: c}
	if len(c.Left) == 0 || len(c.Right) == 0 {
		return one, errors.New("want cells on both sides")
	}
	if c.Comparison == Near && (c.Within < 1 || c.Within > 1000) || c.Comparison != Near && c.Within != 0 || !comparisons.Has(c.Comparison) {
		return one, fmt.Errorf("%s within %d %%: want 1 to 1000 for near, else nothing", c.Comparison, c.Within)
	}
	for _, t := range slices.Concat(c.Left, c.Right) {
		at, ok := s.place[t.Cell]
		switch {
		case !ok:
			return one, fmt.Errorf("no cell %q", t.Cell)
		case t.Times < -mostTimes || t.Times > mostTimes:
			return one, fmt.Errorf("cell %s %d times: want %d at most", t.Cell, t.Times, mostTimes)
		case one.unit == quantity.NoUnit:
			one.unit, one.scale = s.cells[at].Unit, s.cells[at].Unit.Scale()
		case s.cells[at].Unit.Scale() != one.scale:
			return one, fmt.Errorf("cell %s is in %s, the others in %s", t.Cell, s.cells[at].Unit, one.unit)
		}
		if !slices.Contains(one.reads, at) {
			one.reads = append(one.reads, at)
		}
	}
	left, right := int64(1), int64(-1)
	switch c.Comparison {
	case AtMost:
		one.forms = []form{s.form(c, left, right, 1)}
	case Near: // left - right <= within right, and right - left <= within right
		one.forms = []form{s.form(c, 100, -100-c.Within, 100), s.form(c, -100, 100-c.Within, 100)}
	default:
		one.forms = []form{s.form(c, left, right, 1), s.form(c, -left, -right, 1)}
	}
	return one, nil
}

// form adds up both sides, each times a factor.
func (s *Set) form(c Check, left, right, per int64) form {
	f := form{map[int]int64{}, per}
	for i, side := range [][]Term{c.Left, c.Right} {
		for _, t := range side {
			times := t.Times
			if times == 0 {
				times = 1
			}
			f.factors[s.place[t.Cell]] += times * [2]int64{left, right}[i]
		}
	}
	return f
}

// bounds returns how low and how high a form is for cells of which some are unknown,
// which are nought or more; nil where there is no end.
func (f form) bounds(values []*big.Int) (low, high *big.Int) {
	sum, downwards, upwards := new(big.Int), false, false
	for at, factor := range f.factors {
		switch v := values[at]; {
		case v != nil:
			sum.Add(sum, new(big.Int).Mul(v, big.NewInt(factor)))
		case factor > 0:
			upwards = true
		case factor < 0:
			downwards = true
		}
	}
	if !downwards {
		low = sum
	}
	if !upwards {
		high = sum
	}
	return low, high
}
