package quantity_test

import (
	"cmp"
	"math"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestCode(t *testing.T) {
	for _, c := range []struct {
		name                    string
		code                    quantity.Code
		unknown, known, invalid bool
		steps                   uint64
		fault                   quantity.Fault
	}{
		{"0 is unknown", 0, true, false, false, 0, quantity.NoFault},
		{"1 is a known nought", 1, false, true, false, 0, quantity.NoFault},
		{"2 is a known one", 2, false, true, false, 1, quantity.NoFault},
		{"2^63 is the largest known value", 1 << 63, false, true, false, math.MaxInt64, quantity.NoFault},
		{"2^63+1 is the first invalid code", quantity.FirstInvalid, false, false, true, 0, quantity.Unreadable},
		{"a code that no fault has is unreadable", math.MaxUint64 - 200, false, false, true, 0, quantity.Unreadable},
		{"the highest but one is negative", math.MaxUint64 - 1, false, false, true, 0, quantity.Negative},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.unknown, c.code.Unknown())
			assert.Equal(t, c.known, c.code.Known())
			assert.Equal(t, c.invalid, c.code.Invalid())
			assert.Equal(t, c.steps, c.code.Steps())
			assert.Equal(t, c.fault, c.code.Fault())
		})
	}
}

func TestCodeOf(t *testing.T) {
	assert.Equal(t, quantity.Code(1), quantity.CodeOf(0))
	assert.Equal(t, quantity.Code(1<<63), quantity.CodeOf(math.MaxInt64))
	assert.Equal(t, quantity.TooLarge, quantity.CodeOf(1<<63).Fault())
	assert.Equal(t, quantity.TooLarge, quantity.CodeOf(math.MaxUint64).Fault())
}

func TestEveryFaultHasItsCode(t *testing.T) {
	for _, f := range faults {
		c := quantity.CodeOfFault(f.fault)
		assert.True(t, c.Invalid())
		assert.False(t, c.Known())
		assert.Equal(t, f.fault, c.Fault())
		assert.Zero(t, c.Steps(), "a refused value has no steps")
	}
}

func TestCodesOrderLikeValues(t *testing.T) {
	r := seeded(2)
	for range 20_000 {
		a, b := word(r)>>1, word(r)>>1
		want := cmp.Compare(a, b)
		assert.Equal(t, want, cmp.Compare(quantity.N(a).Code(), quantity.N(b).Code()))

		x, y := decimal.New(int64(a), -2), decimal.New(int64(b), -2)
		assert.Equal(t, want, cmp.Compare(quantity.HoursOfDecimal(x).Code(), quantity.HoursOfDecimal(y).Code()))

		a, b = a>>13, b>>13 // the hundredths that every float in range tells apart
		v, w := quantity.YuanOf(float64(a)/100), quantity.YuanOf(float64(b)/100)
		assert.Equal(t, cmp.Compare(a, b), cmp.Compare(v.Code(), w.Code()))
	}
}
