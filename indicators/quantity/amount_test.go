package quantity_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

const tenTo15 = 1_000_000_000_000_000

func TestNewAmount(t *testing.T) {
	for _, c := range []struct {
		name             string
		num, den         uint64
		unit             quantity.Unit
		wantNum, wantDen uint64
		refused          string
	}{
		{"95 % is 19/20", 95, 100, quantity.Percent, 19, 20, ""},
		{"nought is an amount", 0, 7, quantity.Pupil, 0, 1, ""},
		{"fractions are reduced", 6, 4, quantity.Hour, 3, 2, ""},
		{"10^15 fits", tenTo15, 1, quantity.Yuan, tenTo15, 1, ""},
		{"10^15+1 does not", tenTo15 + 1, 1, quantity.Yuan, 0, 0, "too large"},
		{"1/10^15 fits", 1, tenTo15, quantity.Yuan, 1, tenTo15, ""},
		{"1/(10^15+1) does not", 1, tenTo15 + 1, quantity.Yuan, 0, 0, "too large"},
		{"what is reduced below the limit fits", math.MaxUint64, math.MaxUint64, quantity.Yuan, 1, 1, ""},
		{"2^64-1 does not fit", math.MaxUint64, 1, quantity.Yuan, 0, 0, "too large"},
		{"a zero denominator is refused", 1, 0, quantity.Pupil, 0, 0, "the denominator is zero"},
		{"nought of nought is refused", 0, 0, quantity.Pupil, 0, 0, "the denominator is zero"},
		{"an amount without a unit is refused", 1, 2, quantity.NoUnit, 0, 0, "no unit"},
		{"an amount of a unit outside the list is refused", 1, 2, quantity.Unit(200), 0, 0, "no unit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := quantity.NewAmount(c.num, c.den, c.unit)
			if c.refused != "" {
				require.ErrorContains(t, err, c.refused)
				assert.True(t, a.IsZero())
				assert.Panics(t, func() { quantity.MustAmount(c.num, c.den, c.unit) })
				return
			}
			require.NoError(t, err)
			num, den := a.Fraction()
			assert.Equal(t, c.wantNum, num)
			assert.Equal(t, c.wantDen, den)
			assert.Equal(t, c.unit, a.Unit())
			assert.False(t, a.IsZero())
			assert.True(t, a == quantity.MustAmount(c.num, c.den, c.unit))
		})
	}
}

func TestAmountsAreComparable(t *testing.T) {
	assert.True(t, quantity.MustAmount(95, 100, quantity.Percent) == quantity.MustAmount(19, 20, quantity.Percent))
	assert.False(t, quantity.MustAmount(1, 2, quantity.Hour) == quantity.MustAmount(1, 2, quantity.Month), "units tell amounts apart")
	assert.False(t, quantity.MustAmount(0, 1, quantity.Hour) == quantity.Amount{}, "nought is not no amount")
}

func TestParseAmount(t *testing.T) {
	for _, c := range []struct {
		name, text string
		unit       quantity.Unit
		num, den   uint64
	}{
		{"a percentage is read in per cent", "95", quantity.Percent, 19, 20},
		{"with decimals too", "12.5", quantity.Percent, 1, 8},
		{"points are read like percentages", "1", quantity.Point, 1, 100},
		{"a multiple is read as it stands", "1.5", quantity.Multiple, 3, 2},
		{"a number of things is read as it stands", "45", quantity.Pupil, 45, 1},
		{"six decimals are read", "0.000001", quantity.Hour, 1, 1_000_000},
		{"zeros beyond are no precision", "0.5000000000", quantity.Hour, 1, 2},
		{"zeros do not use the range up", "100000000000000.000000", quantity.Yuan, 100_000_000_000_000, 1},
		{"leading zeros are read", "0095", quantity.Percent, 19, 20},
		{"nought is an amount", "0.00", quantity.Percent, 0, 1},
		{"10^15 is the largest", "1000000000000000", quantity.Yuan, tenTo15, 1},
		{"10^17 % is the largest percentage", "100000000000000000", quantity.Percent, tenTo15, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := quantity.ParseAmount(c.text, c.unit)
			require.NoError(t, err)
			assert.Equal(t, quantity.MustAmount(c.num, c.den, c.unit), a)
		})
	}
}

func TestParseAmountRefuses(t *testing.T) {
	for _, c := range []struct {
		name, text string
		fault      quantity.Fault
	}{
		{"nothing", "", quantity.Unreadable},
		{"a point without digits after it", "5.", quantity.Unreadable},
		{"a point without digits before it", ".5", quantity.Unreadable},
		{"a sign", "-5", quantity.Unreadable},
		{"a per cent sign", "95%", quantity.Unreadable},
		{"a fraction", "1/3", quantity.Unreadable},
		{"an exponent", "1e3", quantity.Unreadable},
		{"a separator that parts no thousands", "10,00", quantity.Unreadable},
		{"another unit", "5小时", quantity.Unreadable},
		{"what says that there is no value", "N/A", quantity.Unreadable},
		{"seven decimals", "0.0000001", quantity.Unreadable},
		{"2^64", "18446744073709551616", quantity.TooLarge},
		{"10^15+1", "1000000000000001", quantity.TooLarge},
	} {
		t.Run(c.name+" is refused", func(t *testing.T) {
			a, err := quantity.ParseAmount(c.text, quantity.Hour)
			require.ErrorIs(t, err, c.fault)
			assert.ErrorContains(t, err, c.text)
			assert.True(t, a.IsZero())
		})
	}
	_, err := quantity.ParseAmount("5", quantity.NoUnit)
	assert.ErrorContains(t, err, "no unit")
}

func TestAmountOfDecimal(t *testing.T) {
	for _, c := range []struct {
		name     string
		d        decimal.Decimal
		unit     quantity.Unit
		num, den uint64
		fault    quantity.Fault
	}{
		{"a percentage is a part of one", decimal.New(95, -2), quantity.Percent, 19, 20, quantity.NoFault},
		{"1.50 is three halves", decimal.New(150, -2), quantity.Hour, 3, 2, quantity.NoFault},
		{"the zero decimal is nought", decimal.Decimal{}, quantity.Hour, 0, 1, quantity.NoFault},
		{"nought with an exponent is nought", decimal.New(0, 100), quantity.Hour, 0, 1, quantity.NoFault},
		{"1.5 with forty zeros is three halves", decimal.NewFromBigInt(tenTo(40, 15), -41), quantity.Hour, 3, 2, quantity.NoFault},
		{"1e15 fits", decimal.New(1, 15), quantity.Yuan, tenTo15, 1, quantity.NoFault},
		{"1e-15 fits", decimal.New(1, -15), quantity.Yuan, 1, tenTo15, quantity.NoFault},
		{"2^-30 has 30 decimals and fits", decimalOf(t, "0.000000000931322574615478515625"), quantity.Yuan, 1, 1 << 30, quantity.NoFault},
		{"-0.01 is refused", decimal.New(-1, -2), quantity.Hour, 0, 0, quantity.Negative},
		{"minus 1e1000000 is refused", decimal.New(-1, 1_000_000), quantity.Hour, 0, 0, quantity.Negative},
		{"1e16 is refused", decimal.New(1, 16), quantity.Yuan, 0, 0, quantity.TooLarge},
		{"10^15+1 is refused", decimal.New(tenTo15+1, 0), quantity.Yuan, 0, 0, quantity.TooLarge},
		{"2^64 is refused", decimalOf(t, "18446744073709551616"), quantity.Yuan, 0, 0, quantity.TooLarge},
		{"1e-16 is refused", decimal.New(1, -16), quantity.Yuan, 0, 0, quantity.TooLarge},
		{"1e1000000 is refused", decimal.New(1, 1_000_000), quantity.Yuan, 0, 0, quantity.TooLarge},
		{"the largest exponent is refused", decimal.New(1, math.MaxInt32), quantity.Yuan, 0, 0, quantity.TooLarge},
		{"the smallest exponent is refused", decimal.New(1, math.MinInt32), quantity.Yuan, 0, 0, quantity.TooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := quantity.AmountOfDecimal(c.d, c.unit)
			if c.fault != quantity.NoFault {
				require.ErrorIs(t, err, c.fault)
				assert.Less(t, len(err.Error()), 100, "an error does not write out a million digits")
				assert.True(t, a.IsZero())
				return
			}
			require.NoError(t, err)
			assert.Equal(t, quantity.MustAmount(c.num, c.den, c.unit), a)
		})
	}
}

func TestAmountGoesOutAsDecimalWhereItIsFinite(t *testing.T) {
	for _, c := range []struct {
		name     string
		num, den uint64
		want     string
	}{
		{"95 % is 0.95", 95, 100, "0.95"},
		{"an eighth", 1, 8, "0.125"},
		{"a fifth", 1, 5, "0.2"},
		{"nought", 0, 1, "0"},
		{"10^15", tenTo15, 1, "1000000000000000"},
		{"2^-30", 1, 1 << 30, "0.000000000931322574615478515625"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ok := quantity.MustAmount(c.num, c.den, quantity.Percent).Decimal()
			assert.True(t, ok)
			assert.Equal(t, c.want, d.String())
		})
	}
	for _, den := range []uint64{3, 6, 7, 30} {
		_, ok := quantity.MustAmount(1, den, quantity.Percent).Decimal()
		assert.False(t, ok, "1/%d has no finite decimal", den)
	}
	_, ok := quantity.Amount{}.Decimal()
	assert.False(t, ok, "no amount has no decimal, least of all nought")
}

func TestAmountCeilAndFloor(t *testing.T) {
	for _, c := range []struct {
		name        string
		num, den    uint64
		unit        quantity.Unit
		floor, ceil uint64
	}{
		{"45 pupils are a step", 45, 1, quantity.Pupil, 45, 45},
		{"12.5 pupils lie between two steps", 25, 2, quantity.Pupil, 12, 13},
		{"72 hours are a step", 72, 1, quantity.Hour, 7200, 7200},
		{"72.505 hours lie between two steps", 72505, 1000, quantity.Hour, 7250, 7251},
		{"a third of an hour lies between two steps", 1, 3, quantity.Hour, 33, 34},
		{"nought is a step", 0, 1, quantity.Hour, 0, 0},
		{"10^15 yuan are a step", tenTo15, 1, quantity.Yuan, 100_000_000_000_000_000, 100_000_000_000_000_000},
		{"the least amount lies above nought", 1, tenTo15, quantity.Pupil, 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := quantity.MustAmount(c.num, c.den, c.unit)
			assert.Equal(t, quantity.CodeOf(c.floor), a.Floor())
			assert.Equal(t, quantity.CodeOf(c.ceil), a.Ceil())
		})
	}
	assert.True(t, quantity.Amount{}.Ceil().Unknown(), "no amount is not nought")
	assert.True(t, quantity.Amount{}.Floor().Unknown())
}

func amount(t *testing.T, r interface{ Uint64N(uint64) uint64 }, unit quantity.Unit) quantity.Amount {
	t.Helper()
	limits := []uint64{10, 100, 10_000, tenTo15}
	limit := limits[r.Uint64N(uint64(len(limits)))]
	return quantity.MustAmount(r.Uint64N(limit+1), 1+r.Uint64N(limit), unit)
}

func ratOf(a quantity.Amount) *big.Rat {
	num, den := a.Fraction()
	return new(big.Rat).SetFrac(uintBig(num), uintBig(den))
}

func TestAmountAgainstBig(t *testing.T) {
	r := seeded(7)
	units := quantity.Units()
	for range 5_000 {
		unit := units[r.IntN(len(units))]
		a, b := amount(t, r, unit), amount(t, r, unit)
		require.Equal(t, ratOf(a).Cmp(ratOf(b)), a.Compare(b), "%s and %s", a, b)
		require.Zero(t, a.Compare(a))

		steps := new(big.Rat).Mul(ratOf(a), new(big.Rat).SetFrac(uintBig(unit.Scale()), big.NewInt(1)))
		floor := new(big.Int).Quo(steps.Num(), steps.Denom())
		require.Equal(t, quantity.CodeOf(floor.Uint64()), a.Floor())
		if !steps.IsInt() {
			floor.Add(floor, big.NewInt(1))
		}
		require.Equal(t, quantity.CodeOf(floor.Uint64()), a.Ceil())

		if d, ok := a.Decimal(); ok {
			require.Zero(t, ratOf(a).Cmp(d.Rat()))
		}
		percent := int64(1)
		if unit == quantity.Percent || unit == quantity.Point || unit == quantity.PerHundredPupils {
			percent = 100
		}
		printed, ok := new(big.Rat).SetString(a.Number())
		require.True(t, ok)
		require.Zero(t, new(big.Rat).Mul(ratOf(a), big.NewRat(percent, 1)).Cmp(printed), "%s prints as %s", ratOf(a), a.Number())
	}
}
