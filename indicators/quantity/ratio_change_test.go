package quantity_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestReaches(t *testing.T) {
	pupils := func(n uint64) quantity.Total { return quantity.TotalOf(n, quantity.Pupil) }
	for _, c := range []struct {
		name      string
		ratio     quantity.Ratio
		against   quantity.Amount
		change    quantity.Total
		takenAway bool
		want      bool
	}{
		{"one more of 10,000 is exactly 12 %", share(1199, 10000, quantity.Pupil), percent(1200), pupils(1), false, true},
		{"two more are not", share(1199, 10000, quantity.Pupil), percent(1200), pupils(2), false, false},
		{"one less is exactly 12 %", share(1201, 10000, quantity.Pupil), percent(1200), pupils(1), true, true},
		{"nothing more is exactly what is there", share(12, 100, quantity.Pupil), percent(1200), pupils(0), false, true},
		{"a rounded gap goes past 95 %", share(94, 99, quantity.Pupil), percent(9500), pupils(1), false, false},
		{"half an hour more is exactly 8 hours", quantity.Ratio{Of: quantity.NewTotal(quantity.WideOf(750), quantity.Hour), Unit: quantity.Hour}, quantity.MustAmount(8, 1, quantity.Hour), quantity.NewTotal(quantity.WideOf(50), quantity.Hour), false, true},
		{"all may be taken away", share(12, 100, quantity.Pupil), percent(0), pupils(12), true, true},
		{"more than all may not", share(12, 100, quantity.Pupil), percent(0), pupils(13), true, false},
		{"more than all does not wrap around to the whole", quantity.Ratio{Of: pupils(0), Per: quantity.NewTotal(quantity.WideOfWords(math.MaxUint64, math.MaxUint64), quantity.Pupil), Unit: quantity.Percent}, percent(10000), pupils(1), true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, c.ratio.Reaches(c.against, c.change, c.takenAway))
		})
	}
}

// growthUnit is what a value grows in: a percentage grows by points.
func growthUnit(a quantity.Amount) quantity.Unit {
	if a.Unit() == quantity.Percent {
		return quantity.Point
	}
	return a.Unit()
}

func TestStepTo(t *testing.T) {
	hours := quantity.Ratio{Of: quantity.NewTotal(quantity.WideOf(750), quantity.Hour), Unit: quantity.Hour}
	perPupil := quantity.Ratio{Of: yuan(120000), Per: quantity.TotalOf(10, quantity.Pupil), Unit: quantity.YuanPerPupil}
	for _, c := range []struct {
		name         string
		ratio        quantity.Ratio
		target       quantity.Amount
		period, left uint64
		num, den     uint64
	}{
		{"from 90 % to 95 % in two years is 2.5 % a year", share(90, 100, quantity.Pupil), percent(9500), 365, 730, 25, 1000},
		{"from a third to a half in one period is a sixth", share(1, 3, quantity.Pupil), percent(5000), 365, 365, 1, 6},
		{"in half a period the step is twice as long", share(90, 100, quantity.Pupil), percent(9500), 100, 50, 10, 100},
		{"from 7.5 to 8 hours in ten days is a quarter hour in five", hours, quantity.MustAmount(8, 1, quantity.Hour), 5, 10, 1, 4},
		{"from 120 to 135 yuan per pupil in three years is 5 a year", perPupil, quantity.MustAmount(135, 1, quantity.YuanPerPupil), 365, 1095, 5, 1},
		{"in no period nothing is to grow", share(90, 100, quantity.Pupil), percent(9500), 0, 730, 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			step, ok := c.ratio.StepTo(c.target, c.period, c.left)
			assert.True(t, ok)
			assert.Equal(t, quantity.MustAmount(c.num, c.den, growthUnit(c.target)), step)
		})
	}
}

func TestThereIsNoStep(t *testing.T) {
	large := quantity.TotalOf(1_000_000_000_000_003, quantity.Pupil)
	for _, c := range []struct {
		name   string
		ratio  quantity.Ratio
		target quantity.Amount
		left   uint64
	}{
		{"to what is reached", share(95, 100, quantity.Pupil), percent(9500), 730},
		{"to what is passed", share(96, 100, quantity.Pupil), percent(9500), 730},
		{"when no days are left", share(90, 100, quantity.Pupil), percent(9500), 0},
		{"from an undefined ratio", share(0, 0, quantity.Pupil), percent(9500), 730},
		{"to no amount", share(90, 100, quantity.Pupil), quantity.Amount{}, 730},
		{"that an amount could not hold", quantity.Ratio{Of: quantity.TotalOf(1, quantity.Pupil), Per: large, Unit: quantity.Percent}, percent(9500), 730},
	} {
		t.Run(c.name, func(t *testing.T) {
			step, ok := c.ratio.StepTo(c.target, 365, c.left)
			assert.False(t, ok)
			assert.True(t, step.IsZero())
		})
	}
}

func TestTheStepsAddUpToTheTarget(t *testing.T) {
	rng := seeded(17)
	found := 0
	forRandomRatios(t, 18, func(_ shape, r quantity.Ratio, a quantity.Amount) {
		period, left := 1+rng.Uint64N(400), 1+rng.Uint64N(2000)
		step, ok := r.StepTo(a, period, left)
		want := new(big.Rat).Sub(ratOf(a), exactly(r))
		want.Mul(want, new(big.Rat).SetFrac(uintBig(period), uintBig(left)))
		most := uintBig(1_000_000_000_000_000)
		require.Equal(t, want.Sign() > 0 && want.Num().Cmp(most) <= 0 && want.Denom().Cmp(most) <= 0, ok, "%v to %s is %s", r, a, want)
		if !ok {
			return
		}
		found++
		require.Zero(t, ratOf(step).Cmp(want), "%v by %s to %s", r, step, a)
		require.Equal(t, growthUnit(a), step.Unit())
	})
	assert.Greater(t, found, 100, "the property is about something")
}

func TestReachesAgainstBig(t *testing.T) {
	forRandomRatios(t, 19, func(_ shape, r quantity.Ratio, a quantity.Amount) {
		for _, change := range []quantity.Total{r.Missing(a), r.Surplus(a)} {
			for _, takenAway := range []bool{false, true} {
				steps := bigOf(r.Of.Steps())
				if takenAway {
					steps.Sub(steps, bigOf(change.Steps()))
				} else {
					steps.Add(steps, bigOf(change.Steps()))
				}
				if steps.BitLen() > 128 {
					continue
				}
				value := new(big.Rat).SetFrac(steps, uintBig(r.Of.Unit().Scale()))
				if r.Per.Unit() != quantity.NoUnit {
					value.Quo(value, valueOf(r.Per))
				}
				require.Equal(t, value.Cmp(ratOf(a)) == 0, r.Reaches(a, change, takenAway), "%v by %s to %s", r, change.Number(), a)
			}
		}
	})
}
