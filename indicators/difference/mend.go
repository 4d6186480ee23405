package difference

import (
	"math/big"
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Needs returns the smallest whole amount that a unit has to be given, all others staying as
// they are, for the coefficient to come down to a limit: nought where it is there. It is not
// possible where the unit has X̄ (1 + CV²) or more, from which on more raises the coefficient,
// or where the others alone differ too much.
func (c Coefficient) Needs(unit int, limit quantity.Amount) (amount *big.Int, possible bool) {
	at := slices.IndexFunc(c.units, func(t term) bool { return t.number == unit })
	if at < 0 || c.square == nil {
		return nil, false
	}
	l := squareOf(limit)
	u := c.units[at]
	with := func(given *big.Int) *big.Rat { // CV² when the unit is given so much
		s := sums{c.sums.weights, copyOf(c.sums.values), copyOf(c.sums.squares)}
		s.give(u, u.of, new(big.Int).Add(u.of, given))
		_, square := s.coefficient()
		return square
	}
	// The coefficient falls while the unit is given more, up to some amount, and rises then:
	// so this is false below some amount, and true from it on.
	turned := func(given *big.Int) bool {
		now := with(given)
		return now.Cmp(l) <= 0 || with(new(big.Int).Add(given, big.NewInt(1))).Cmp(now) >= 0
	}
	low, high := new(big.Int), big.NewInt(1)
	for !turned(high) {
		high.Lsh(high, 1)
	}
	for low.Cmp(high) < 0 {
		middle := new(big.Int).Add(low, high)
		if middle.Rsh(middle, 1); turned(middle) {
			high = middle
		} else {
			low = middle.Add(middle, big.NewInt(1))
		}
	}
	if with(low).Cmp(l) > 0 {
		return nil, false
	}
	return low, true
}
