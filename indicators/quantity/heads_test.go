package quantity_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestPupilsCountWithTheWeightOfTheirStage(t *testing.T) {
	weight := func(num, den uint64) quantity.Amount { return quantity.MustAmount(num, den, quantity.Multiple) }
	for _, c := range []struct {
		name   string
		pupils quantity.Count
		weight quantity.Amount
		want   string
		fault  quantity.Fault
	}{
		{"a primary pupil counts once", quantity.N(166), weight(1, 1), "166", quantity.NoFault},
		{"a junior pupil counts 1.1 times: 210 are 231", quantity.N(210), weight(11, 10), "231", quantity.NoFault},
		{"a senior pupil counts 1.32 times", quantity.N(1), weight(132, 100), "1.32", quantity.NoFault},
		{"nobody", quantity.N(0), weight(11, 10), "0", quantity.NoFault},
		{"pupils that nobody has counted", quantity.Count{}, weight(11, 10), "", quantity.NoFault},
		{"pupils below nought", quantity.N(-1), weight(11, 10), "", quantity.Negative},
		{"a weight finer than a hundredth", quantity.N(3), weight(1, 3), "", quantity.TooPrecise},
		{"no weight", quantity.N(3), quantity.Amount{}, "", quantity.TooPrecise},
		{"more than the type holds", quantity.N(int64(1) << 62), weight(11, 10), "", quantity.TooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := quantity.WeightedHeads(c.pupils, c.weight)
			assert.Equal(t, c.fault, got.Fault())
			if c.fault == quantity.NoFault {
				assert.Equal(t, c.want, got.String())
			}
		})
	}
}

func TestAreasAndHeadsAreReadAndAdded(t *testing.T) {
	a, err := quantity.ParseArea("4,500.5平方米")
	require.NoError(t, err)
	assert.Equal(t, "4501", a.Plus(quantity.AreaOf(0.5)).String())
	assert.Equal(t, quantity.WholeArea(3), quantity.AreaOfDecimal(decimal.NewFromInt(3)))
	assert.False(t, a.If(false).Known())
	assert.Equal(t, a, a.If(true))
	_, err = quantity.ParseArea("4.567")
	require.Error(t, err)
	h, err := quantity.ParseHeads("397")
	require.NoError(t, err)
	assert.Equal(t, quantity.HeadsOf(397), h)
	assert.Equal(t, quantity.HeadsOfDecimal(decimal.RequireFromString("397.5")), h.Plus(quantity.HeadsOf(0.5)))
	assert.False(t, h.If(false).Known())
	assert.Equal(t, h, h.If(true))
}

func TestAnAmountTimesAShare(t *testing.T) {
	teachers := quantity.MustAmount(42, 1000, quantity.PerHundredPupils)
	near, err := teachers.Times(quantity.MustAmount(85, 100, quantity.Percent))
	require.NoError(t, err)
	assert.Equal(t, "3.57 per 100 pupils", near.String())
	_, err = teachers.Times(quantity.MustAmount(2, 1, quantity.Hour))
	require.EqualError(t, err, "quantity: amount 4.2 per 100 pupils times 2 hours: a percentage or a multiple is wanted")
	_, err = quantity.MustAmount(1_000_000_000_000_000, 1, quantity.Yuan).Times(quantity.MustAmount(1_000_000_000_000_000, 7, quantity.Multiple))
	require.ErrorIs(t, err, quantity.TooLarge)
}

func ExampleWeightedHeads() {
	junior := quantity.WeightedHeads(quantity.N(210), quantity.MustAmount(11, 10, quantity.Multiple))
	fmt.Println(junior, quantity.HeadsOf(166).Plus(junior))
	// Output:
	// 231 397
}

func ExampleParseArea() {
	a, err := quantity.ParseArea("1,250.75平方米")
	fmt.Println(a, err)
	// Output:
	// 1250.75 <nil>
}
