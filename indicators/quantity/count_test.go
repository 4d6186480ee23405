package quantity_test

import (
	"math"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/quantity"
)

type seats uint16

func TestN(t *testing.T) {
	for _, c := range []struct {
		name  string
		got   quantity.Count
		steps uint64
		fault quantity.Fault
	}{
		{"nobody is a known count", quantity.N(0), 0, quantity.NoFault},
		{"41,230 pupils are counted one by one", quantity.N(41230), 41230, quantity.NoFault},
		{"a caller's own integer type is taken", quantity.N(seats(65535)), 65535, quantity.NoFault},
		{"minus one pupil is refused", quantity.N(-1), 0, quantity.Negative},
		{"the lowest int8 is refused", quantity.N(int8(-128)), 0, quantity.Negative},
		{"the lowest int64 is refused", quantity.N(int64(math.MinInt64)), 0, quantity.Negative},
		{"2^53 is no limit for integers", quantity.N(int64(1 << 53)), 9007199254740992, quantity.NoFault},
		{"2^63-1 is the largest count", quantity.N(int64(math.MaxInt64)), 9223372036854775807, quantity.NoFault},
		{"2^63-1 is the largest count of an unsigned type too", quantity.N(uint64(math.MaxInt64)), 9223372036854775807, quantity.NoFault},
		{"2^63 is refused", quantity.N(uint64(1 << 63)), 0, quantity.TooLarge},
		{"2^64-1 is refused", quantity.N(uint64(math.MaxUint64)), 0, quantity.TooLarge},
	} {
		t.Run(c.name, func(t *testing.T) { checkFact(t, c.got, c.steps, c.fault) })
	}
}

func TestCountOf(t *testing.T) {
	for _, c := range []struct {
		name  string
		v     float64
		steps uint64
		fault quantity.Fault
	}{
		{"nought is a known count", 0, 0, quantity.NoFault},
		{"negative nought is nought", math.Copysign(0, -1), 0, quantity.NoFault},
		{"a whole number is taken", 365, 365, quantity.NoFault},
		{"a half pupil is refused", 0.5, 0, quantity.NotWhole},
		{"the smallest float is no whole number", math.SmallestNonzeroFloat64, 0, quantity.NotWhole},
		{"one and its next float differ", 1.0000000000000002, 0, quantity.NotWhole},
		{"the last half below 2^52 is refused", 4503599627370495.5, 0, quantity.NotWhole},
		{"minus one is refused", -1, 0, quantity.Negative},
		{"minus a half is negative before it is a fraction", -0.5, 0, quantity.Negative},
		{"minus the smallest float is negative", -math.SmallestNonzeroFloat64, 0, quantity.Negative},
		{"minus 1e300 is negative", -1e300, 0, quantity.Negative},
		{"2^53-1 is the largest", 1<<53 - 1, 9007199254740991, quantity.NoFault},
		{"2^53 may have been 2^53+1 and is refused", 1 << 53, 0, quantity.TooLarge},
		{"2^63 is refused", 1 << 63, 0, quantity.TooLarge},
		{"1e300 is refused", 1e300, 0, quantity.TooLarge},
		{"the largest float is refused", math.MaxFloat64, 0, quantity.TooLarge},
		{"NaN is refused", math.NaN(), 0, quantity.NotANumber},
		{"infinity is refused", math.Inf(1), 0, quantity.Infinite},
		{"minus infinity is infinite before it is negative", math.Inf(-1), 0, quantity.Infinite},
	} {
		t.Run(c.name, func(t *testing.T) { checkFact(t, quantity.CountOf(c.v), c.steps, c.fault) })
	}
}

func TestCountOfDecimal(t *testing.T) {
	for _, c := range []struct {
		name  string
		d     decimal.Decimal
		steps uint64
		fault quantity.Fault
	}{
		{"the zero decimal is nought", decimal.Decimal{}, 0, quantity.NoFault},
		{"nought with a monstrous exponent is nought", decimal.New(0, math.MaxInt32), 0, quantity.NoFault},
		{"nought with a monstrous negative exponent is nought", decimal.New(0, math.MinInt32), 0, quantity.NoFault},
		{"1.00 is one", decimal.New(100, -2), 1, quantity.NoFault},
		{"12e2 is twelve hundred", decimal.New(12, 2), 1200, quantity.NoFault},
		{"1.5 is refused", decimal.New(15, -1), 0, quantity.NotWhole},
		{"1e-100 is refused", decimal.New(1, -100), 0, quantity.NotWhole},
		{"1e-1000000 is refused", decimal.New(1, -1_000_000), 0, quantity.NotWhole},
		{"the smallest decimal is refused", decimal.New(1, math.MinInt32), 0, quantity.NotWhole},
		{"minus one is refused", decimal.New(-1, 0), 0, quantity.Negative},
		{"-0.01 is negative before it is a fraction", decimal.New(-1, -2), 0, quantity.Negative},
		{"minus 1e1000000 is negative", decimal.New(-1, 1_000_000), 0, quantity.Negative},
		{"9e18 fits", decimal.New(9, 18), 9_000_000_000_000_000_000, quantity.NoFault},
		{"1e19 does not", decimal.New(1, 19), 0, quantity.TooLarge},
		{"1e20 does not", decimal.New(1, 20), 0, quantity.TooLarge},
		{"1e1000000 does not", decimal.New(1, 1_000_000), 0, quantity.TooLarge},
		{"the largest exponent does not", decimal.New(1, math.MaxInt32), 0, quantity.TooLarge},
		{"2^63-1 fits", decimal.New(math.MaxInt64, 0), 9223372036854775807, quantity.NoFault},
		{"2^63 does not", decimalOf(t, "9223372036854775808"), 0, quantity.TooLarge},
		{"2^64 does not", decimalOf(t, "18446744073709551616"), 0, quantity.TooLarge},
		{"2^63-1 fits with sixty zeros after the point", decimal.NewFromBigInt(tenTo(60, math.MaxInt64), -60), 9223372036854775807, quantity.NoFault},
	} {
		t.Run(c.name, func(t *testing.T) { checkFact(t, quantity.CountOfDecimal(c.d), c.steps, c.fault) })
	}
}

func TestCountDecimal(t *testing.T) {
	d, ok := quantity.N(41230).Decimal()
	assert.True(t, ok)
	assert.True(t, d.Equal(decimal.New(41230, 0)), "got %s", d)

	d, ok = quantity.N(int64(math.MaxInt64)).Decimal()
	assert.True(t, ok)
	assert.Equal(t, "9223372036854775807", d.String())

	for name, c := range map[string]quantity.Count{"unknown": {}, "invalid": quantity.N(-1)} {
		_, ok = c.Decimal()
		assert.False(t, ok, "an %s count has no decimal", name)
	}
}
