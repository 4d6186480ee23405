package difference

import (
	"math/big"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Mean is the plain mean of several coefficients, such as those of the eight indicators of
// basic balance. The zero value is no mean.
type Mean struct{ squares []*big.Rat }

// MeanOf returns the mean of coefficients. Without one of them there is no mean.
func MeanOf(coefficients ...Coefficient) Mean {
	var m Mean
	for _, c := range coefficients {
		if c.square == nil {
			return Mean{}
		}
		m.squares = append(m.squares, c.Square())
	}
	return m
}

// Of returns how many coefficients it is the mean of; nought is no mean.
func (m Mean) Of() int { return len(m.squares) }

// Compare compares the mean with a limit: -1, 0 or 1 for below, equal and above. No mean is
// above every limit.
func (m Mean) Compare(limit quantity.Amount) int {
	return m.CompareTo(Mean{[]*big.Rat{squareOf(limit)}})
}

// CompareTo compares two means, such as those of two years. No mean is above every other.
func (m Mean) CompareTo(n Mean) int {
	switch {
	case m.Of() == 0 && n.Of() == 0:
		return 0
	case m.Of() == 0:
		return 1
	case n.Of() == 0:
		return -1
	}
	return m.compare(n)
}

// compare compares k times the sum of n roots with n times that of k roots.
//
// Roots of rational numbers of which no two have a rational quotient are linearly independent
// over the rational numbers. So roots with rational quotients are put together; if all that is
// left is nought the means are equal, and if not, enough digits tell which is larger.
func (m Mean) compare(n Mean) int {
	var terms []root
	for _, s := range m.squares {
		terms = together(terms, s, int64(n.Of()))
	}
	for _, s := range n.squares {
		terms = together(terms, s, -int64(m.Of()))
	}
	equal := true
	for _, t := range terms {
		equal = equal && (t.times.Sign() == 0 || t.square.Sign() == 0)
	}
	if equal {
		return 0
	}
	for bits := uint(64); ; bits *= 2 {
		low, high := new(big.Rat), new(big.Rat)
		for _, t := range terms {
			below, above := t.between(bits)
			low.Add(low, below)
			high.Add(high, above)
		}
		if low.Sign() > 0 {
			return 1
		}
		if high.Sign() < 0 {
			return -1
		}
	}
}

// root is a root times a number.
type root struct {
	times, square *big.Rat
}

// together adds a root to those with which it has a rational quotient.
func together(terms []root, square *big.Rat, times int64) []root {
	for _, t := range terms {
		if square.Sign() == 0 || t.square.Sign() == 0 {
			continue
		}
		if q, ok := exactRoot(new(big.Rat).Quo(square, t.square)); ok {
			t.times.Add(t.times, q.Mul(q, new(big.Rat).SetInt64(times)))
			return terms
		}
	}
	return append(terms, root{new(big.Rat).SetInt64(times), square})
}

// exactRoot returns the root of a number where it is rational.
func exactRoot(square *big.Rat) (*big.Rat, bool) {
	num, den := new(big.Int).Sqrt(square.Num()), new(big.Int).Sqrt(square.Denom())
	exact := new(big.Rat).SetFrac(num, den)
	return exact, new(big.Rat).Mul(exact, exact).Cmp(square) == 0
}

// between returns two numbers between which the root times its number lies, 2^-bits apart
// before the number.
func (r root) between(bits uint) (low, high *big.Rat) {
	parts := new(big.Int).Lsh(big.NewInt(1), bits)
	floor := rootIn(r.square, parts)
	low, high = new(big.Rat).SetFrac(floor, parts), new(big.Rat).SetFrac(new(big.Int).Add(floor, big.NewInt(1)), parts)
	low.Mul(low, r.times)
	high.Mul(high, r.times)
	if r.times.Sign() < 0 {
		low, high = high, low
	}
	return low, high
}

// Printed writes the mean with so many places, cut off, or with up raised to the next digit
// where that is not exact. It is "" of no mean.
func (m Mean) Printed(places int, up bool) string {
	if m.Of() == 0 {
		return ""
	}
	places = min(max(places, 0), MostPlaces)
	n := big.NewInt(int64(m.Of()))
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	sum := func(bits uint) (low, high *big.Int) { // of the steps of the last place, between which the mean lies
		below, above := new(big.Rat), new(big.Rat)
		for _, s := range m.squares {
			b, a := root{big.NewRat(1, 1), s}.between(bits)
			if exact, ok := exactRoot(s); ok {
				b, a = exact, exact
			}
			below.Add(below, b)
			above.Add(above, a)
		}
		return steps(below, scale, n, up), steps(above, scale, n, up)
	}
	for bits := uint(64 + 4*places); ; bits *= 2 {
		if low, high := sum(bits); low.Cmp(high) == 0 {
			return pointed(low.String(), places)
		}
	}
}

// steps is a sum divided by n in steps of the last place, cut off or raised.
func steps(sum *big.Rat, scale, n *big.Int, up bool) *big.Int {
	scaled := new(big.Int).Mul(sum.Num(), scale)
	den := new(big.Int).Mul(sum.Denom(), n)
	quotient, rest := new(big.Int).QuoRem(scaled, den, new(big.Int))
	if up && rest.Sign() > 0 {
		quotient.Add(quotient, big.NewInt(1))
	}
	return quotient
}
