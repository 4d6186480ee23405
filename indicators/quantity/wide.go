package quantity

import (
	"cmp"
	"math/big"
	"math/bits"
)

// Wide is an exact unsigned sum of 128 bits, comparable with ==. It is what
// tallies add facts into: 2^64 facts of the largest size fit. Weighted sums and
// products may not, so that what adds and multiplies says whether they do.
type Wide struct{ hi, lo uint64 }

var largestWide = Wide{^uint64(0), ^uint64(0)}

// WideOf returns n as a wide number.
func WideOf(n uint64) Wide { return Wide{0, n} }

// Plus returns w + n, or the largest number where that is too large.
func (w Wide) Plus(n uint64) Wide {
	sum, carry := w.AddCarry(WideOf(n))
	if carry != 0 {
		return largestWide
	}
	return sum
}

// AddCarry returns w + v without its multiples of 2^128, and their number: 1
// where the sum is too large, else 0. It has no branch, so that a loop may
// collect the carries of all its sums and look at them once, at its end.
func (w Wide) AddCarry(v Wide) (sum Wide, carry uint64) {
	sum.lo, carry = bits.Add64(w.lo, v.lo, 0)
	sum.hi, carry = bits.Add64(w.hi, v.hi, carry)
	return sum, carry
}

// Times returns w × n and whether it fits.
func (w Wide) Times(n uint64) (Wide, bool) { return w.wider().times(n).wide() }

// Sub returns w - v and whether v was not larger than w.
func (w Wide) Sub(v Wide) (Wide, bool) {
	lo, borrow := bits.Sub64(w.lo, v.lo, 0)
	hi, borrow := bits.Sub64(w.hi, v.hi, borrow)
	return Wide{hi, lo}, borrow == 0
}

// Product returns a × b.
func Product(a, b uint64) Wide {
	hi, lo := bits.Mul64(a, b)
	return Wide{hi, lo}
}

// Compare returns -1, 0 or +1.
func (w Wide) Compare(v Wide) int {
	if w.hi != v.hi {
		return cmp.Compare(w.hi, v.hi)
	}
	return cmp.Compare(w.lo, v.lo)
}

// IsZero reports whether the sum is zero.
func (w Wide) IsZero() bool { return w == Wide{} }

// Uint64 returns the sum and whether it fits.
func (w Wide) Uint64() (uint64, bool) { return w.lo, w.hi == 0 }

// Words returns the high and the low 64 bits, for writing the sum down.
func (w Wide) Words() (hi, lo uint64) { return w.hi, w.lo }

// WideOfWords is the inverse of Words.
func WideOfWords(hi, lo uint64) Wide { return Wide{hi, lo} }

// String returns the sum in digits.
func (w Wide) String() string { return w.big().String() }

func (w Wide) big() *big.Int {
	n := new(big.Int).SetUint64(w.hi)
	return n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(w.lo))
}

// wideOfBig narrows a number that is not negative.
func wideOfBig(n *big.Int) (Wide, bool) {
	if n.BitLen() > 128 {
		return Wide{}, false
	}
	var low, high big.Int
	low.And(n, new(big.Int).SetUint64(^uint64(0)))
	high.Rsh(n, 64)
	return Wide{high.Uint64(), low.Uint64()}, true
}

// wider holds a product of a wide number with two factors, lowest word first.
type wider [4]uint64

func (w Wide) wider() wider { return wider{w.lo, w.hi} }

// times multiplies; the callers' factors keep the product below 256 bits.
func (x wider) times(m uint64) wider {
	var carry uint64
	for i := range x {
		hi, lo := bits.Mul64(x[i], m)
		var c uint64
		x[i], c = bits.Add64(lo, carry, 0)
		carry = hi + c
	}
	return x
}

// timesWord returns x × m and whether it fits 64 bits.
func (x wider) timesWord(m uint64) (uint64, bool) {
	hi, lo := bits.Mul64(x[0], m)
	return lo, hi|x[1]|x[2]|x[3] == 0
}

// minus subtracts y, which is not larger.
func (x wider) minus(y wider) wider {
	var borrow uint64
	for i := range x {
		x[i], borrow = bits.Sub64(x[i], y[i], borrow)
	}
	return x
}

func (x wider) big() *big.Int {
	n := Wide{x[3], x[2]}.big()
	return n.Lsh(n, 128).Or(n, Wide{x[1], x[0]}.big())
}

func (x wider) compare(y wider) int {
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// over divides by m, which is not zero, and reports whether a rest was left.
func (x wider) over(m uint64) (quotient wider, rest bool) {
	var r uint64
	for i := len(x) - 1; i >= 0; i-- {
		quotient[i], r = bits.Div64(r, x[i], m)
	}
	return quotient, r != 0
}

// wide narrows and reports whether the number fits.
func (x wider) wide() (Wide, bool) { return Wide{x[1], x[0]}, x[2] == 0 && x[3] == 0 }

// CompareProducts compares a1 × a2 with b1 × b2.
func CompareProducts(a1, a2, b1, b2 Wide) int {
	return a1.by(a2).compare(b1.by(b2))
}

// by multiplies two wide numbers exactly.
func (w Wide) by(v Wide) wider {
	low := w.wider().times(v.lo)
	high := w.wider().times(v.hi)
	var carry uint64
	for i := 1; i < len(low); i++ {
		low[i], carry = bits.Add64(low[i], high[i-1], carry)
	}
	return low
}
