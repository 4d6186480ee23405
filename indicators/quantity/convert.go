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

// hundredthsOfFloat accepts a float64 that is the nearest one to a number
// with two decimals: 0.07 is seven hundredths although 0.07*100 is not 7.
func hundredthsOfFloat(v float64) Code {
	n := int64(v*100 + 0.5)
	if float64(n)/100 == v && uint64(n) < exactHundredths {
		return Code(n) + 1
	}
	f := TooPrecise
	if v != v {
		f = NotANumber
	} else if v-v != 0 {
		f = Infinite
	} else if v < 0 {
		f = Negative
	} else if v >= exactHundredths/100.0 {
		f = TooLarge
	}
	return ^Code(f)
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
