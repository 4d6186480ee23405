package difference

import (
	"math/big"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Needs returns the smallest whole amount that a unit has to be given, all others staying as
// they are, for the coefficient to come down to a limit: nought where it is there. It is not
// possible where the unit is above the mean, or where the others alone differ too much.
func (c Coefficient) Needs(unit int, limit quantity.Amount) (amount *big.Int, possible bool) {
	at := -1
	for i, n := range c.number {
		if n == unit {
			at = i
		}
	}
	if at < 0 || c.square == nil {
		return nil, false
	}
	l := squareOf(limit)
	if c.square.Cmp(l) <= 0 {
		return new(big.Int), true
	}
	reaches := func(given *big.Int) (bool, *big.Rat) {
		next := Coefficient{form: c.form, units: append([]term(nil), c.units...), number: c.number}
		next.units[at].of = new(big.Int).Add(c.units[at].of, given)
		_ = next.work() // more units than one, and more than nothing: as before
		return next.square.Cmp(l) <= 0, next.square
	}
	// The coefficient falls while the unit is given more, up to some amount, and rises then.
	// First find an amount from which on it does not fall any more, or that does.
	falls := func(given *big.Int) bool {
		_, now := reaches(given)
		_, next := reaches(new(big.Int).Add(given, big.NewInt(1)))
		return next.Cmp(now) < 0
	}
	high := big.NewInt(1)
	for falls(high) {
		if done, _ := reaches(high); done {
			break
		}
		high.Lsh(high, 1)
	}
	turn := c.first(new(big.Int), high, func(n *big.Int) bool { done, _ := reaches(n); return done || !falls(n) })
	if done, _ := reaches(turn); !done {
		return nil, false
	}
	return turn, true
}

// first finds the smallest number from low to high of which something is true that stays true
// above it; of high it is.
func (Coefficient) first(low, high *big.Int, is func(*big.Int) bool) *big.Int {
	low, high = new(big.Int).Set(low), new(big.Int).Set(high)
	for low.Cmp(high) < 0 {
		middle := new(big.Int).Add(low, high)
		middle.Rsh(middle, 1)
		if is(middle) {
			high = middle
		} else {
			low = middle.Add(middle, big.NewInt(1))
		}
	}
	return low
}
