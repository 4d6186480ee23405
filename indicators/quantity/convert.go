package quantity

import "github.com/shopspring/decimal"

// ofInteger converts n units of the given scale.
func ofInteger[I Integer](n I, scale uint64) Code {
	if n < 0 {
		return CodeOfFault(Negative)
	}
	if uint64(n) > (1<<63-1)/scale {
		return CodeOfFault(TooLarge)
	}
	return Code(uint64(n)*scale) + 1
}

// exactFloat is the end of the whole numbers that a float64 holds one by one.
const exactFloat = 1 << 53

// wholeOfFloat accepts a float64 that is a whole number below 2^53. Like its
// sibling it is written to be inlined, which halves its cost: what is refused
// gets its reason without a call.
func wholeOfFloat(v float64) Code {
	n := int64(v)
	if float64(n) == v && uint64(n) < exactFloat {
		return Code(n) + 1
	}
	f := NotWhole
	if v != v {
		f = NotANumber
	} else if v-v != 0 {
		f = Infinite
	} else if v < 0 {
		f = Negative
	} else if v >= exactFloat {
		f = TooLarge
	}
	return ^Code(f)
}

// exactHundredths is where v*100 is rounded to halves, so that a number with
// two decimals could be taken for its neighbour.
const exactHundredths = 1 << 51

// A float32 differs from the number that it was read from by up to 2^-25 of it, and a sum
// of a few of them by some times as much: a millionth allows for sixteen. What differs by
// more than half a thousandth, however large the number, has a third decimal.
const (
	floatNoise = 1.0 / (1 << 20) // of the number itself
	mostNoise  = 1.0 / (1 << 11) // a twentieth of a hundredth
)

// hundredthsOfFloat accepts a float64 that differs from a number with two decimals by no
// more than its own noise: 0.07 is seven hundredths although 0.07*100 is not 7, and so is
// a sum of course hours of 360.00000000000006 or 72.1 that was held as a float32. It is
// written to be inlined, which halves its cost: what is refused gets its reason without a
// call.
func hundredthsOfFloat(v float64) Code {
	n := int64(v*100 + 0.5)
	w := float64(n) / 100
	if uint64(n) < exactHundredths && (w == v || max(w-v, v-w) <= min(v*floatNoise, mostNoise)) {
		return Code(n) + 1
	}
	if v != v {
		return ^Code(NotANumber)
	}
	if v-v != 0 {
		return ^Code(Infinite)
	}
	if v < 0 {
		return ^Code(Negative)
	}
	if v >= exactHundredths/100.0 {
		return ^Code(TooLarge)
	}
	return ^Code(TooPrecise)
}

// sum adds two values of one scale. What is invalid stays so, the first reason weighing
// more; what is unknown makes the sum unknown, since a part is not the whole.
func sum(a, b Code) Code {
	switch {
	case a.Invalid():
		return a
	case b.Invalid():
		return b
	case a.Unknown() || b.Unknown():
		return 0
	}
	return CodeOf(a.Steps() + b.Steps())
}

// ofDecimal reads coefficient and exponent, so that no division can round.
// The exponent is widened, since callers' decimals may use all of its 32 bits.
func ofDecimal(d decimal.Decimal, scale uint64) Code {
	steps, imprecise := int64(0), NotWhole
	if scale == 100 {
		steps, imprecise = 2, TooPrecise
	}
	if d.Sign() == 0 {
		return CodeOf(0)
	}
	if d.Sign() < 0 {
		return CodeOfFault(Negative)
	}
	exponent := int64(d.Exponent()) + steps
	if d.NumDigits() <= 18 && exponent > -18 {
		return ofShortDecimal(uint64(d.CoefficientInt64()), exponent, imprecise)
	}
	coefficient := d.Coefficient()
	if exponent < 0 {
		d = d.Normalize()
		coefficient, exponent = d.Coefficient(), int64(d.Exponent())+steps
	}
	if exponent < 0 {
		return CodeOfFault(imprecise)
	}
	if exponent > 19 || !coefficient.IsUint64() {
		return CodeOfFault(TooLarge)
	}
	return ofShortDecimal(coefficient.Uint64(), exponent, imprecise)
}

// ofShortDecimal shifts n by so many places. It serves almost every decimal,
// and does not copy the coefficient as the general way must.
func ofShortDecimal(n uint64, places int64, imprecise Fault) Code {
	for ; places < 0; places++ {
		if n%10 != 0 {
			return CodeOfFault(imprecise)
		}
		n /= 10
	}
	for ; places > 0; places-- {
		if n > (1<<63-1)/10 {
			return CodeOfFault(TooLarge)
		}
		n *= 10
	}
	return CodeOf(n)
}
