package quantity_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestMeasuresOfIntegers(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     int64
		steps uint64
		fault quantity.Fault
	}{
		{"nought is known", 0, 0, quantity.NoFault},
		{"72 are 7,200 hundredths", 72, 7200, quantity.NoFault},
		{"minus one is refused", -1, 0, quantity.Negative},
		{"the lowest integer is refused", math.MinInt64, 0, quantity.Negative},
		{"the last whole number whose hundredths fit", 92233720368547758, 9223372036854775800, quantity.NoFault},
		{"the first whole number whose hundredths do not", 92233720368547759, 0, quantity.TooLarge},
		{"2^63-1 is refused", math.MaxInt64, 0, quantity.TooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, m := range measuredTypes() {
				checkFact(t, m.whole(c.n), c.steps, c.fault)
			}
		})
	}
	checkFact(t, quantity.WholeHours(uint64(math.MaxUint64)), 0, quantity.TooLarge)
	checkFact(t, quantity.WholeYuan(seats(500)), 50000, quantity.NoFault)
}

func TestMeasuresOfFloats(t *testing.T) {
	for _, c := range []struct {
		name  string
		v     float64
		steps uint64
		fault quantity.Fault
	}{
		{"nought is known", 0, 0, quantity.NoFault},
		{"negative nought is nought", math.Copysign(0, -1), 0, quantity.NoFault},
		{"0.01 is one hundredth", 0.01, 1, quantity.NoFault},
		{"0.07 is seven hundredths although 0.07*100 is not 7", 0.07, 7, quantity.NoFault},
		{"0.29 is 29 hundredths although 0.29*100 is below 29", 0.29, 29, quantity.NoFault},
		{"1.1 is 110 hundredths", 1.1, 110, quantity.NoFault},
		{"72.5 is 7,250 hundredths", 72.5, 7250, quantity.NoFault},
		{"4.35 is 435 hundredths", 4.35, 435, quantity.NoFault},
		{"0.005 has three decimals", 0.005, 0, quantity.TooPrecise},
		{"1.005 has three decimals", 1.005, 0, quantity.TooPrecise},
		{"the float after 3 is 3", 3.0000000000000004, 300, quantity.NoFault},
		{"0.1 + 0.2 as floats is 0.3", 0.30000000000000004, 30, quantity.NoFault},
		{"the float after 0.07 is 0.07", math.Nextafter(0.07, 1), 7, quantity.NoFault},
		{"the float before 0.07 is 0.07", math.Nextafter(0.07, 0), 7, quantity.NoFault},
		{"72.1 held as a float32 is 72.1", float64(float32(72.1)), 7210, quantity.NoFault},
		{"416.37 held as a float32 is 416.37", float64(float32(416.37)), 41637, quantity.NoFault},
		{"359.999 has three decimals", 359.999, 0, quantity.TooPrecise},
		{"359.999 held as a float32 has three decimals", float64(float32(359.999)), 0, quantity.TooPrecise},
		{"1,000,000.001 has three decimals", 1_000_000.001, 0, quantity.TooPrecise},
		{"a third of an hour less than 360 is no 360", 360 - 1.0/3, 0, quantity.TooPrecise},
		{"0.0001 is no nought", 0.0001, 0, quantity.TooPrecise},
		{"the smallest float has too many decimals", math.SmallestNonzeroFloat64, 0, quantity.TooPrecise},
		{"-0.01 is refused", -0.01, 0, quantity.Negative},
		{"-0.001 is negative before it is too precise", -0.001, 0, quantity.Negative},
		{"-1 is refused", -1, 0, quantity.Negative},
		{"-1e300 is refused", -1e300, 0, quantity.Negative},
		{"2^51-1 hundredths are the most that floats tell apart", 22517998136852.47, 2251799813685247, quantity.NoFault},
		{"2^51 hundredths are too many", 22517998136852.48, 0, quantity.TooLarge},
		{"a number that would be read as its neighbour is refused", 45035996273704.97, 0, quantity.TooLarge},
		{"2^53 is refused", 1 << 53, 0, quantity.TooLarge},
		{"2^63-1 is refused", math.MaxInt64, 0, quantity.TooLarge},
		{"1e300 is refused", 1e300, 0, quantity.TooLarge},
		{"the largest float is refused although its hundredths are infinite", math.MaxFloat64, 0, quantity.TooLarge},
		{"NaN is refused", math.NaN(), 0, quantity.NotANumber},
		{"infinity is refused", math.Inf(1), 0, quantity.Infinite},
		{"minus infinity is refused", math.Inf(-1), 0, quantity.Infinite},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, m := range measuredTypes() {
				checkFact(t, m.float(c.v), c.steps, c.fault)
			}
		})
	}
}

// The text is made without any arithmetic in floats, so that it is an independent witness.
func TestEveryHundredthInRangeIsReadFromItsFloat(t *testing.T) {
	check := func(n uint64) {
		text := strconv.FormatUint(n/100, 10) + "." + strconv.FormatUint(n%100/10, 10) + strconv.FormatUint(n%10, 10)
		v, err := strconv.ParseFloat(text, 64)
		require.NoError(t, err)
		if got := quantity.HoursOf(v); got.Code() != quantity.CodeOf(n) {
			t.Fatalf("%s read as %s", text, got)
		}
	}
	for n := range uint64(20_000) {
		check(n)
	}
	const end = 1 << 51
	for n := uint64(end - 20_000); n < end; n++ {
		check(n)
	}
	r := seeded(1)
	for range 50_000 {
		check(r.Uint64N(end) >> r.UintN(51))
	}
}

func TestMeasuresOfDecimals(t *testing.T) {
	for _, c := range []struct {
		name  string
		d     decimal.Decimal
		steps uint64
		fault quantity.Fault
	}{
		{"the zero decimal is nought", decimal.Decimal{}, 0, quantity.NoFault},
		{"nought with a monstrous exponent is nought", decimal.New(0, math.MaxInt32), 0, quantity.NoFault},
		{"1.50 is 150 hundredths", decimal.New(150, -2), 150, quantity.NoFault},
		{"1.5 is the same", decimal.New(15, -1), 150, quantity.NoFault},
		{"1.500 is the same", decimal.New(1500, -3), 150, quantity.NoFault},
		{"1.5 with a hundred zeros is the same", decimal.NewFromBigInt(tenTo(100, 15), -101), 150, quantity.NoFault},
		{"15e1 is 150 whole ones", decimal.New(15, 1), 15000, quantity.NoFault},
		{"0.01 is one hundredth", decimal.New(1, -2), 1, quantity.NoFault},
		{"0.005 is refused", decimal.New(5, -3), 0, quantity.TooPrecise},
		{"1e-100 is refused", decimal.New(1, -100), 0, quantity.TooPrecise},
		{"1e-1000000 is refused", decimal.New(1, -1_000_000), 0, quantity.TooPrecise},
		{"the smallest decimal is refused", decimal.New(1, math.MinInt32), 0, quantity.TooPrecise},
		{"-0.01 is refused", decimal.New(-1, -2), 0, quantity.Negative},
		{"-0.001 is negative before it is too precise", decimal.New(-1, -3), 0, quantity.Negative},
		{"2^63-1 hundredths fit", decimal.New(math.MaxInt64, -2), 9223372036854775807, quantity.NoFault},
		{"2^63 hundredths do not", decimalOf(t, "92233720368547758.08"), 0, quantity.TooLarge},
		{"2^64 hundredths do not", decimalOf(t, "184467440737095516.16"), 0, quantity.TooLarge},
		{"9e16 fits", decimal.New(9, 16), 9_000_000_000_000_000_000, quantity.NoFault},
		{"1e17 does not", decimal.New(1, 17), 0, quantity.TooLarge},
		{"1e18 does not", decimal.New(1, 18), 0, quantity.TooLarge},
		{"1e1000000 does not", decimal.New(1, 1_000_000), 0, quantity.TooLarge},
		{"the largest exponent does not wrap around", decimal.New(1, math.MaxInt32), 0, quantity.TooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, m := range measuredTypes() {
				checkFact(t, m.dec(c.d), c.steps, c.fault)
			}
		})
	}
}

func TestMeasuresGoOutAsDecimals(t *testing.T) {
	d, ok := quantity.HoursOf(72.5).Decimal()
	assert.True(t, ok)
	assert.True(t, d.Equal(decimal.New(725, -1)), "got %s", d)

	d, ok = quantity.YuanOfDecimal(decimal.New(math.MaxInt64, -2)).Decimal()
	assert.True(t, ok)
	assert.Equal(t, "92233720368547758.07", d.String())

	_, ok = quantity.Hours{}.Decimal()
	assert.False(t, ok, "unknown hours have no decimal, least of all nought")
	_, ok = quantity.HoursOf(-1).Decimal()
	assert.False(t, ok, "refused hours have no decimal")
}

func TestMeasuresPrintWithoutNeedlessZeros(t *testing.T) {
	for _, c := range []struct {
		name  string
		steps int64
		want  string
	}{
		{"nought", 0, "0"},
		{"one hundredth", 1, "0.01"},
		{"a tenth", 10, "0.1"},
		{"ten whole ones keep their zero", 1000, "10"},
		{"one and a half", 150, "1.5"},
		{"one and five hundredths", 105, "1.05"},
		{"the largest", math.MaxInt64, "92233720368547758.07"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, m := range measuredTypes() {
				f := m.dec(decimal.New(c.steps, -2))
				assert.Equal(t, c.want, f.String())
				back, err := m.parse(f.String())
				require.NoError(t, err)
				assert.Equal(t, f, back, "what is printed is read back")
			}
		})
	}
}

func TestEachMeasureNamesItselfInErrors(t *testing.T) {
	for _, m := range measuredTypes() {
		f, err := m.parse("1,5")
		assert.EqualError(t, err, `quantity: `+m.name+` "1,5": unreadable`)
		assert.ErrorIs(t, err, quantity.Unreadable)
		assert.True(t, f.Invalid())
		assert.True(t, strings.HasPrefix(f.String(), "invalid: "))
	}
}
