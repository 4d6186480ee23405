package difference

import (
	"errors"
	"math/big"
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Unit is one of those that are compared.
type Unit struct {
	Of      quantity.Wide // the amount
	Per     quantity.Wide // the heads that it is divided by
	Weight  quantity.Wide // how much the unit weighs; Per where it is nought
	Missing bool          // nobody knows the amount; Of is not looked at
}

// Form is how units weigh. The zero value is the form of the national evaluation.
type Form uint8

// The forms of the coefficient.
const (
	Weighted   Form = iota // by their weights
	Unweighted             // all alike
)

// String returns the key of the form: "weighted" or "unweighted".
func (f Form) String() string {
	if f == Unweighted {
		return "unweighted"
	}
	return "weighted"
}

// Why there is no coefficient.
var (
	ErrFewUnits = errors.New("difference: fewer than two units have heads: there is nothing to compare")
	ErrNothing  = errors.New("difference: no unit has anything: the mean is nought")
	ErrMissing  = errors.New("difference: the amount of a unit is missing")
)

// Coefficient is a coefficient of difference. The zero value is no coefficient.
type Coefficient struct {
	units  []term // those with heads
	noHead int
	sums   sums
	mean   *big.Rat // of all
	square *big.Rat // CV²
}

// term is a unit in whole numbers, with its number among those that were given.
type term struct {
	number          int
	of, per, weight *big.Int
}

// Of works out the coefficient of units whose amounts are all known.
func Of(form Form, units []Unit) (Coefficient, error) {
	c, missing := read(form, units)
	if len(missing) > 0 {
		return Coefficient{}, ErrMissing
	}
	return c, c.work()
}

// read takes the units that have heads, with nought for an amount that is missing.
func read(form Form, units []Unit) (c Coefficient, missing []term) {
	for i, u := range units {
		if u.Per.IsZero() {
			c.noHead++
			continue
		}
		t := term{i, whole(u.Of), whole(u.Per), whole(u.Weight)}
		if u.Weight.IsZero() {
			t.weight = t.per
		}
		if form == Unweighted {
			t.weight = big.NewInt(1)
		}
		if u.Missing {
			t.of = new(big.Int)
			missing = append(missing, t)
		}
		c.units = append(c.units, t)
	}
	return c, missing
}

func whole(w quantity.Wide) *big.Int {
	hi, lo := w.Words()
	n := new(big.Int).Lsh(new(big.Int).SetUint64(hi), 64)
	return n.Or(n, new(big.Int).SetUint64(lo))
}

// work fills in mean and square.
func (c *Coefficient) work() error {
	if len(c.units) < 2 {
		return ErrFewUnits
	}
	c.sums = newSums()
	for _, u := range c.units {
		c.sums.add(u)
	}
	if c.sums.values.Sign() == 0 {
		return ErrNothing
	}
	c.mean, c.square = c.sums.coefficient()
	return nil
}

// sums are what a coefficient is worked out from.
type sums struct {
	weights         *big.Int
	values, squares *big.Rat // sums of w X and of w X²
}

func newSums() sums { return sums{new(big.Int), new(big.Rat), new(big.Rat)} }

func (s sums) add(t term) {
	s.weights.Add(s.weights, t.weight)
	s.give(t, new(big.Int), t.of)
}

// give adds what a unit brings that had some amount and has another.
func (s sums) give(t term, was, is *big.Int) {
	w, before, now := new(big.Rat).SetInt(t.weight), new(big.Rat).SetFrac(was, t.per), new(big.Rat).SetFrac(is, t.per)
	s.values.Add(s.values, new(big.Rat).Mul(w, new(big.Rat).Sub(now, before)))
	before.Mul(before, before)
	now.Mul(now, now)
	s.squares.Add(s.squares, w.Mul(w, now.Sub(now, before)))
}

// coefficient returns the mean and CV², of sums of which the values are not nought.
func (s sums) coefficient() (mean, square *big.Rat) {
	weights := new(big.Rat).SetInt(s.weights)
	mean = new(big.Rat).Quo(s.values, weights)
	// CV² = W (sum of w X²) / (sum of w X)² - 1
	square = weights.Mul(weights, s.squares)
	square.Quo(square, new(big.Rat).Mul(s.values, s.values))
	return mean, square.Sub(square, big.NewRat(1, 1))
}

// Units returns how many units are compared, and how many were left out since they have no
// heads.
func (c Coefficient) Units() (compared, withoutHeads int) { return len(c.units), c.noHead }

// Mean returns the mean that units are compared with, nil of no coefficient.
func (c Coefficient) Mean() *big.Rat { return copyOf(c.mean) }

// Square returns the square of the coefficient, nil of no coefficient.
func (c Coefficient) Square() *big.Rat { return copyOf(c.square) }

func copyOf(r *big.Rat) *big.Rat {
	if r == nil {
		return nil
	}
	return new(big.Rat).Set(r)
}

// Compare compares the coefficient with a limit: -1, 0 or 1 for below, equal and above. No
// coefficient is above every limit.
func (c Coefficient) Compare(limit quantity.Amount) int {
	if c.square == nil {
		return 1
	}
	return c.square.Cmp(squareOf(limit))
}

func squareOf(limit quantity.Amount) *big.Rat {
	l := limit.Ratio().Rational()
	return l.Mul(l, l)
}

// CompareTo compares two coefficients, such as those of two years. No coefficient is above
// every other.
func (c Coefficient) CompareTo(d Coefficient) int {
	switch {
	case c.square == nil && d.square == nil:
		return 0
	case c.square == nil:
		return 1
	case d.square == nil:
		return -1
	}
	return c.square.Cmp(d.square)
}

// Far is a unit that differs from the mean.
type Far struct {
	Unit  int      // its number among those that were given
	Share *big.Rat // its part of S²
	Above bool     // its value is above the mean
}

// Furthest returns the units that weigh most in the difference, the heaviest first; units
// that are like the mean are left out. The shares of all of them add up to one.
func (c Coefficient) Furthest(most int) (list []Far) {
	all := new(big.Rat)
	for _, u := range c.units {
		if c.square == nil {
			return nil
		}
		d := new(big.Rat).SetFrac(u.of, u.per)
		side := d.Sub(d, c.mean).Sign()
		if side == 0 {
			continue
		}
		d.Mul(d, d)
		d.Mul(d, new(big.Rat).SetInt(u.weight)) // w (X - X̄)²
		all.Add(all, d)
		list = append(list, Far{u.number, d, side > 0})
	}
	slices.SortStableFunc(list, func(a, b Far) int { return b.Share.Cmp(a.Share) })
	list = list[:min(most, len(list))]
	for _, f := range list {
		f.Share.Quo(f.Share, all)
	}
	return list
}
