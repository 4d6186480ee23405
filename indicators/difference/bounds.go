package difference

import (
	"math/big"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Bounds are the squares of the lowest and the highest coefficient that missing amounts leave
// open. High is not always reached: it is what a unit comes near to that has far more than all
// others.
type Bounds struct{ Low, High *big.Rat }

// Between returns the bounds that hold whatever the missing amounts are, and no wider ones.
//
// The coefficient is a norm divided by a mean, both of amounts that are not negative. So it is
// highest where all missing amounts are nought, or where one of them is beyond all measure; it
// is lowest where units with missing amounts have all the same value
// X = (sum of w x²/p² of the others) / (sum of w x/p of the others).
func Between(form Form, units []Unit) (Bounds, error) {
	c, missing := read(form, units)
	err := c.work() // with nought for what is missing
	if len(missing) == 0 || err == ErrFewUnits {
		return Bounds{c.square, c.square}, err
	}
	b := Bounds{Low: new(big.Rat), High: new(big.Rat)} // units may be alike where nothing is known, or nought
	if err == nil {
		b = Bounds{Low: c.lowest(missing), High: c.square}
	}
	for _, u := range missing { // one that has all
		alone := newSums()
		alone.give(u, u.of, big.NewInt(1))
		alone.weights.Set(c.sums.weights)
		if _, square := alone.coefficient(); square.Cmp(b.High) > 0 {
			b.High = square
		}
	}
	return b, nil
}

// lowest is the square of the lowest coefficient, where the missing amounts are those that
// differ least from the known ones.
func (c *Coefficient) lowest(missing []term) *big.Rat {
	open := new(big.Int)
	for _, u := range missing {
		open.Add(open, u.weight)
	}
	// CV² + 1 = W A / (B² + A P), with A the squares, B the values and P the open weights
	below := new(big.Rat).Mul(c.sums.squares, new(big.Rat).SetInt(open))
	below.Add(below, new(big.Rat).Mul(c.sums.values, c.sums.values))
	low := new(big.Rat).Mul(c.sums.squares, new(big.Rat).SetInt(c.sums.weights))
	return low.Sub(low.Quo(low, below), big.NewRat(1, 1))
}

// Keep says whether every coefficient within the bounds keeps a limit, and whether none does;
// where neither is so the missing amounts decide. What must be below the limit does not keep
// it by reaching it.
func (b Bounds) Keep(limit quantity.Amount, below bool) (all, none bool) {
	if b.Low == nil || b.High == nil {
		return false, false
	}
	l := squareOf(limit)
	high, low := b.High.Cmp(l), b.Low.Cmp(l)
	if below {
		return high < 0, low >= 0
	}
	return high <= 0, low > 0
}
