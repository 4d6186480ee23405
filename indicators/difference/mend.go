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
	u := c.units[at]
	over := c.excess(u, squareOf(limit))
	// The excess falls while the unit has more, up to some amount, and rises then: so this is
	// false below some amount, and true from it on.
	turned := func(given *big.Int) bool {
		has := new(big.Int).Add(u.of, given)
		now := over(has)
		return now.Sign() <= 0 || over(has.Add(has, big.NewInt(1))).Cmp(now) >= 0
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
	if over(new(big.Int).Add(u.of, low)).Sign() > 0 {
		return nil, false
	}
	return low, true
}

// excess says by how much the coefficient is above a limit when a unit has some amount y: in
// whole numbers that have the sign of CV² - l, and fall and rise with y.
//
// Without the unit let the values be B and their squares A. Then CV² <= l where
// W (A + w y²/p²) <= (1 + l) (B + w y/p)², which is a polynomial of y.
func (c Coefficient) excess(u term, l *big.Rat) func(y *big.Int) *big.Int {
	others := sums{c.sums.weights, copyOf(c.sums.values), copyOf(c.sums.squares)}
	others.give(u, u.of, new(big.Int))
	rat := func(x *big.Int) *big.Rat { return new(big.Rat).SetInt(x) }
	mul := func(x, y *big.Rat) *big.Rat { return new(big.Rat).Mul(x, y) }
	all, each := rat(c.sums.weights), new(big.Rat).SetFrac(u.weight, u.per) // W, w/p
	limit := new(big.Rat).Add(l, big.NewRat(1, 1))
	second := mul(each, new(big.Rat).Sub(new(big.Rat).SetFrac(c.sums.weights, u.per), mul(limit, each)))
	first := mul(big.NewRat(-2, 1), mul(limit, mul(others.values, each)))
	none := new(big.Rat).Sub(mul(all, others.squares), mul(limit, mul(others.values, others.values)))

	parts := new(big.Int).Set(second.Denom())
	for _, r := range []*big.Rat{first, none} {
		shared := new(big.Int).GCD(nil, nil, parts, r.Denom())
		parts.Mul(parts, new(big.Int).Quo(r.Denom(), shared))
	}
	inParts := func(r *big.Rat) *big.Int {
		return new(big.Int).Mul(r.Num(), new(big.Int).Quo(parts, r.Denom()))
	}
	a, b, d := inParts(second), inParts(first), inParts(none)
	return func(y *big.Int) *big.Int {
		sum := new(big.Int).Mul(a, y)
		return sum.Add(sum.Mul(sum.Add(sum, b), y), d)
	}
}
