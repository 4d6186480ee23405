package difference

import (
	"math/big"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Bounds are the squares of the lowest and the highest coefficient that missing amounts leave
// open. High is not always reached: it is what a unit comes near to that has far more than all
// others.
type Bounds struct{ Low, High *big.Rat }

// Between returns the bounds that hold whatever the missing amounts are. They are as narrow as
// can be where units weigh by their heads, or all alike; where they have weights of their own
// the lower bound is nought as soon as an amount is missing.
//
// The coefficient is a norm divided by a mean, both of amounts that are not negative. So it is
// highest where all missing amounts are nought, or where one of them is beyond all measure; it
// is lowest where units with missing amounts have all the same value X, which makes
// X = (sum of w x²/p² of the others) / (sum of w x/p of the others).
func Between(form Form, units []Unit) (Bounds, error) {
	known := Coefficient{form: form}
	var missing []term
	for i, u := range units {
		if u.Per.IsZero() {
			known.noHead++
			continue
		}
		t := termOf(u)
		if u.Missing {
			t.of = new(big.Int)
			missing = append(missing, t)
		}
		known.units, known.number = append(known.units, t), append(known.number, i)
	}
	err := known.work() // with nought for what is missing
	if len(missing) == 0 || err == ErrFewUnits {
		return Bounds{known.square, known.square}, err
	}
	if err == ErrNothing { // nothing is known, or nought: units may be alike, and one may have all
		known.square = new(big.Rat)
	}
	b := Bounds{Low: known.lowest(missing), High: known.square}
	for i := range known.units {
		if !units[known.number[i]].Missing {
			continue
		}
		alone := Coefficient{form: form, units: make([]term, len(known.units))}
		for k, u := range known.units {
			alone.units[k] = term{new(big.Int), u.per, u.weight}
		}
		alone.units[i].of = big.NewInt(1)
		if alone.work() == nil && alone.square.Cmp(b.High) > 0 {
			b.High = alone.square
		}
	}
	return b, nil
}

// lowest is the square of the lowest coefficient, where the missing amounts are those that
// differ least from the known ones.
func (c *Coefficient) lowest(missing []term) *big.Rat {
	if c.form == Weighted {
		for _, u := range c.units {
			if u.weight.Cmp(u.per) != 0 {
				return new(big.Rat)
			}
		}
	}
	squares, values, weights := new(big.Rat), new(big.Rat), new(big.Int)
	for i, u := range c.units {
		x := new(big.Rat).SetFrac(u.of, u.per)
		w := new(big.Rat).SetInt(c.weight(i))
		values.Add(values, new(big.Rat).Mul(w, x))
		squares.Add(squares, w.Mul(w, x.Mul(x, x)))
		weights.Add(weights, c.weight(i))
	}
	if values.Sign() == 0 {
		return new(big.Rat)
	}
	open := new(big.Int)
	for _, u := range missing {
		if c.form == Unweighted {
			open.Add(open, big.NewInt(1))
		} else {
			open.Add(open, u.weight)
		}
	}
	// CV² + 1 = W A / (B² + A P), with A the squares, B the values and P the open weights
	low := new(big.Rat).Mul(values, values)
	low.Add(low, new(big.Rat).Mul(squares, new(big.Rat).SetInt(open)))
	low.Quo(squares.Mul(squares, new(big.Rat).SetInt(weights)), low)
	return low.Sub(low, big.NewRat(1, 1))
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
