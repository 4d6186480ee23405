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
	Weighted   Form = iota // by their weights, about the mean of all heads
	Unweighted             // all alike, about the mean of the units' values
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
	form   Form
	units  []term   // those with heads
	number []int    // of each among the units that were given
	mean   *big.Rat // of all
	square *big.Rat // CV²
	noHead int
}

// term is a unit in whole numbers.
type term struct{ of, per, weight *big.Int }

// Of works out the coefficient of units whose amounts are all known.
func Of(form Form, units []Unit) (Coefficient, error) {
	c := Coefficient{form: form}
	for i, u := range units {
		switch {
		case u.Per.IsZero():
			c.noHead++
			continue
		case u.Missing:
			return Coefficient{}, ErrMissing
		}
		c.units, c.number = append(c.units, termOf(u)), append(c.number, i)
	}
	return c, c.work()
}

func termOf(u Unit) term {
	t := term{whole(u.Of), whole(u.Per), whole(u.Weight)}
	if u.Weight.IsZero() {
		t.weight = t.per
	}
	return t
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
	c.mean = c.meanOf()
	if c.mean.Sign() == 0 {
		return ErrNothing
	}
	sum, weights := new(big.Rat), new(big.Int)
	for i := range c.units {
		sum.Add(sum, c.deviation(i))
		weights.Add(weights, c.weight(i))
	}
	sum.Quo(sum, new(big.Rat).SetInt(weights))
	c.square = sum.Quo(sum, new(big.Rat).Mul(c.mean, c.mean))
	return nil
}

func (c *Coefficient) meanOf() *big.Rat {
	if c.form == Unweighted {
		sum := new(big.Rat)
		for _, u := range c.units {
			sum.Add(sum, new(big.Rat).SetFrac(u.of, u.per))
		}
		return sum.Quo(sum, new(big.Rat).SetInt64(int64(len(c.units))))
	}
	of, per := new(big.Int), new(big.Int)
	for _, u := range c.units {
		of.Add(of, u.of)
		per.Add(per, u.per)
	}
	return new(big.Rat).SetFrac(of, per)
}

func (c *Coefficient) weight(i int) *big.Int {
	if c.form == Unweighted {
		return big.NewInt(1)
	}
	return c.units[i].weight
}

// deviation is w_i (X_i − X̄)².
func (c *Coefficient) deviation(i int) *big.Rat {
	u := c.units[i]
	d := new(big.Rat).SetFrac(u.of, u.per)
	d.Sub(d, c.mean)
	d.Mul(d, d)
	return d.Mul(d, new(big.Rat).SetInt(c.weight(i)))
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

// Shares returns of each unit that was given its part of S², so that those that weigh most in
// the difference can be named. They add up to one where units differ, and are all nought
// where they do not; that of a unit without heads is nought.
func (c Coefficient) Shares(units int) []*big.Rat {
	list := make([]*big.Rat, units)
	for i := range list {
		list[i] = new(big.Rat)
	}
	sum := new(big.Rat)
	for i := range c.units {
		if at := c.number[i]; at < units && c.square != nil {
			list[at] = c.deviation(i)
			sum.Add(sum, list[at])
		}
	}
	if sum.Sign() > 0 {
		for _, r := range list {
			r.Quo(r, sum)
		}
	}
	return list
}

// Furthest returns the numbers of the units that weigh most in the difference, the heaviest
// first, among those that were given; units that are like the mean are left out.
func (c Coefficient) Furthest(units, most int) []int {
	shares := c.Shares(units)
	var list []int
	for i, s := range shares {
		if s.Sign() > 0 {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(a, b int) int { return shares[b].Cmp(shares[a]) })
	return list[:min(most, len(list))]
}
