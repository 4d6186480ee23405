package quantity_test

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/eduplan/tonghua/indicators/quantity"
)

func addFloats(f *testing.F) {
	for _, v := range []float64{
		0, math.Copysign(0, -1), 1, -1, 0.07, 0.29, 1.1, 0.005, -0.01, 0.5, 3.0000000000000004, 0.30000000000000004, 1e300, -1e300,
		1 << 53, 1<<53 - 1, 1 << 63, 22517998136852.47, 22517998136852.48, 45035996273704.97, 80000000000000.02,
		math.SmallestNonzeroFloat64, math.MaxFloat64, math.NaN(), math.Inf(1), math.Inf(-1),
	} {
		f.Add(v)
	}
}

// faultOf is the reason why a float with a shortest text that is no fact is refused.
func faultOf(v, end float64, imprecise quantity.Fault) quantity.Fault {
	switch {
	case v != v:
		return quantity.NotANumber
	case v > math.MaxFloat64 || v < -math.MaxFloat64:
		return quantity.Infinite
	case v < 0:
		return quantity.Negative
	case v >= end:
		return quantity.TooLarge
	}
	return imprecise
}

// A float64 is a fact if its shortest decimal text is one in the range of floats.
func FuzzHoursOf(f *testing.F) {
	addFloats(f)
	f.Fuzz(func(t *testing.T, v float64) {
		h := quantity.HoursOf(v)
		text := strconv.FormatFloat(v, 'f', -1, 64)
		steps, ok := stepsOf(text, 100)
		if noisy, near := nearHundredth(v); !ok && near {
			if h.Code() != quantity.CodeOf(noisy) {
				t.Fatalf("%s is %s, within the noise of %d hundredths", text, h, noisy)
			}
			return
		}
		if !ok || steps >= 1<<51 {
			if want := faultOf(v, 22517998136852.48, quantity.TooPrecise); h.Fault() != want {
				t.Fatalf("%s is %s, want %s", text, h, want)
			}
			return
		}
		if h.Code() != quantity.CodeOf(steps) {
			t.Fatalf("%s is %s", text, h)
		}
		parsed, err := quantity.ParseHours(strings.TrimPrefix(text, "-"))
		if err != nil || parsed != h {
			t.Fatalf("%s is %s as a float and %s as a text", text, h, parsed)
		}
		if d, ok := h.Decimal(); !ok || quantity.HoursOfDecimal(d) != h {
			t.Fatalf("%s is %s as a decimal", text, d)
		}
		exact, _ := new(big.Rat).SetFrac64(int64(steps), 100).Float64()
		if exact != v {
			t.Fatalf("%d hundredths are %v, not %v", steps, exact, v)
		}
	})
}

// nearHundredth finds in exact arithmetic the number of hundredths whose float a float
// differs from by at most 2^-20 of itself and 2^-11.
func nearHundredth(v float64) (uint64, bool) {
	if !(v >= 0 && v < 22517998136852.48) {
		return 0, false
	}
	exact := new(big.Rat).SetFloat64(v)
	steps := uint64(math.Round(v * 100))
	nearest, _ := big.NewRat(int64(steps), 100).Float64()
	off := new(big.Rat).Sub(exact, new(big.Rat).SetFloat64(nearest))
	off.Abs(off)
	relative := new(big.Rat).Mul(exact, big.NewRat(1, 1<<20))
	return steps, off.Cmp(relative) <= 0 && off.Cmp(big.NewRat(1, 1<<11)) <= 0
}

func FuzzCountOf(f *testing.F) {
	addFloats(f)
	f.Fuzz(func(t *testing.T, v float64) {
		c := quantity.CountOf(v)
		if v >= 0 && v < 1<<53 && v == math.Trunc(v) {
			if c != quantity.N(int64(v)) {
				t.Fatalf("%v is %s", v, c)
			}
			return
		}
		if want := faultOf(v, 1<<53, quantity.NotWhole); c.Fault() != want {
			t.Fatalf("%v is %s, want %s", v, c, want)
		}
	})
}

// A second factor makes coefficients of up to 128 bits.
func FuzzOfDecimal(f *testing.F) {
	f.Add(int64(150), int64(1), int32(-2))
	f.Add(int64(1500), int64(1), int32(-3))
	f.Add(int64(5), int64(1), int32(-3))
	f.Add(int64(-1), int64(1), int32(-2))
	f.Add(int64(math.MaxInt64), int64(1), int32(-2))
	f.Add(int64(math.MaxInt64), int64(10_000_000_000), int32(-10))
	f.Add(int64(1), int64(1), int32(19))
	f.Add(int64(1), int64(1), int32(1_000_000))
	f.Add(int64(1), int64(1), int32(math.MaxInt32))
	f.Add(int64(1), int64(1), int32(math.MinInt32))
	f.Add(int64(0), int64(1), int32(math.MaxInt32))
	f.Fuzz(func(t *testing.T, a, b int64, exponent int32) {
		product := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
		d := decimal.NewFromBigInt(product, exponent)
		count, hours := quantity.CountOfDecimal(d), quantity.HoursOfDecimal(d)
		amount, err := quantity.AmountOfDecimal(d, quantity.Hour)
		if err != nil && !amount.IsZero() {
			t.Fatalf("%d with exponent %d is an error and %s", product, exponent, amount)
		}
		if exponent < -200 || exponent > 200 {
			if count.Known() != (product.Sign() == 0) || hours.Known() != count.Known() || (err == nil) != count.Known() {
				t.Fatalf("%d with exponent %d is %s, %s and %s", product, exponent, count, hours, amount)
			}
			return
		}
		for scale, got := range map[int64]fact{1: count, 100: hours} {
			steps, ok := stepsOf(d.String(), scale)
			if ok != got.Known() || ok && got.Code() != quantity.CodeOf(steps) {
				t.Fatalf("%s is %s", d, got)
			}
			if negative := product.Sign() < 0; negative != (got.Fault() == quantity.Negative) {
				t.Fatalf("%s is %s", d, got)
			}
		}
		if err == nil && ratOf(amount).Cmp(d.Rat()) != 0 {
			t.Fatalf("%s is %s", d, amount)
		}
	})
}

func FuzzRatio(f *testing.F) {
	f.Add(uint64(0), uint64(94996), uint64(0), uint64(100000), uint64(95), uint64(100), uint8(0))
	f.Add(uint64(0), uint64(1234567), uint64(0), uint64(10), uint64(1235), uint64(1), uint8(3))
	f.Add(uint64(math.MaxUint64), uint64(math.MaxUint64), uint64(math.MaxUint64), uint64(math.MaxUint64), uint64(tenTo15), uint64(1), uint8(2))
	f.Add(uint64(0), uint64(1), uint64(1), uint64(0), uint64(1), uint64(tenTo15), uint8(4))
	f.Fuzz(func(t *testing.T, ofHi, ofLo, perHi, perLo, num, den uint64, shaped uint8) {
		s := shapes[int(shaped)%len(shapes)]
		r := quantity.Ratio{Of: quantity.NewTotal(quantity.WideOfWords(ofHi, ofLo), s.of), Unit: s.unit}
		if s.per != quantity.NoUnit {
			r.Per = quantity.NewTotal(quantity.WideOfWords(perHi, perLo), s.per)
		}
		a, err := quantity.NewAmount(num%(tenTo15+1), 1+den%tenTo15, s.unit)
		if err != nil {
			t.Fatal(err)
		}
		if !r.Defined() {
			if r.Number(quantity.Down) != "–" {
				t.Fatalf("%v prints as %s", r, r.Number(quantity.Down))
			}
			return
		}
		verdict := exactly(r).Cmp(ratOf(a))
		if got := r.Compare(a); got != verdict {
			t.Fatalf("%v against %s is %d", r, a, got)
		}
		if largest := quantity.WideOfWords(math.MaxUint64, math.MaxUint64); r.Of.Steps() != largest && (verdict < 0) == r.Missing(a).IsZero() {
			t.Fatalf("%v lacks %s to %s", r, r.Missing(a).Number(), a)
		}
		if (verdict > 0) == r.Surplus(a).IsZero() {
			t.Fatalf("%v exceeds %s by %s", r, a, r.Surplus(a).Number())
		}
		down, up, threshold := printed(t, r.Number(quantity.Down)), printed(t, r.Number(quantity.Up)), printed(t, a.Number())
		if verdict < 0 && down.Cmp(threshold) >= 0 || verdict > 0 && up.Cmp(threshold) <= 0 {
			t.Fatalf("%v prints as %s or %s against %s", r, r.Number(quantity.Down), r.Number(quantity.Up), a.Number())
		}
	})
}
