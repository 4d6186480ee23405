package quantity_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// shape is a kind of ratio, with the factor between stored and printed value.
type shape struct {
	of, per, unit quantity.Unit
	perCent       int64
}

var shapes = []shape{
	{quantity.Pupil, quantity.Pupil, quantity.Percent, 100},
	{quantity.Yuan, quantity.Yuan, quantity.Percent, 100},
	{quantity.Pupil, quantity.Pupil, quantity.Point, 100},
	{quantity.Yuan, quantity.Pupil, quantity.YuanPerPupil, 1},
	{quantity.Pupil, quantity.SquareMetre, quantity.Multiple, 1},
	{quantity.Hour, quantity.Teacher, quantity.Hour, 1},
	{quantity.Pupil, quantity.Class, quantity.Pupil, 1},
	{quantity.School, quantity.NoUnit, quantity.School, 1},
	{quantity.Hour, quantity.NoUnit, quantity.Hour, 1},
}

func (s shape) random(r *rand.Rand) quantity.Ratio {
	ratio := quantity.Ratio{Of: total(r, s.of), Unit: s.unit}
	if s.per != quantity.NoUnit {
		ratio.Per = total(r, s.per)
	}
	return ratio
}

func valueOf(t quantity.Total) *big.Rat {
	return new(big.Rat).SetFrac(bigOf(t.Steps()), uintBig(t.Unit().Scale()))
}

func exactly(r quantity.Ratio) *big.Rat {
	if r.Per.Unit() == quantity.NoUnit {
		return valueOf(r.Of)
	}
	return new(big.Rat).Quo(valueOf(r.Of), valueOf(r.Per))
}

// near returns a ratio's exact value or a step around it, where mistakes live,
// and any amount where the value is out of an amount's range.
func near(t *testing.T, r *rand.Rand, ratio quantity.Ratio) quantity.Amount {
	t.Helper()
	value := exactly(ratio)
	if exact, err := quantity.NewAmount(value.Num().Uint64(), value.Denom().Uint64(), ratio.Unit); err == nil &&
		ratOf(exact).Cmp(value) == 0 && r.IntN(2) == 0 {
		return exact
	}
	den := []uint64{1, 2, 3, 100, 10_000}[r.IntN(5)]
	scaled := new(big.Rat).Mul(value, new(big.Rat).SetInt(uintBig(den)))
	num := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	num.Add(num, big.NewInt(r.Int64N(3)-1))
	if num.Sign() < 0 || !num.IsUint64() || num.Uint64() > tenTo15 {
		return amount(t, r, ratio.Unit)
	}
	return quantity.MustAmount(num.Uint64(), den, ratio.Unit)
}

// printed reads a printed number back; a plain fraction is one too.
func printed(t *testing.T, s string) *big.Rat {
	t.Helper()
	v, ok := new(big.Rat).SetString(s)
	require.True(t, ok, "%q is a number", s)
	return v
}

func forRandomRatios(t *testing.T, seed uint64, check func(s shape, r quantity.Ratio, a quantity.Amount)) {
	t.Helper()
	rng := seeded(seed)
	for range 600 {
		for _, s := range shapes {
			ratio := s.random(rng)
			if !ratio.Defined() {
				continue
			}
			check(s, ratio, near(t, rng, ratio))
		}
	}
}

func TestRatioComparesLikeBigRat(t *testing.T) {
	forRandomRatios(t, 8, func(_ shape, r quantity.Ratio, a quantity.Amount) {
		require.Equal(t, exactly(r).Cmp(ratOf(a)), r.Compare(a), "%v against %v", r, a)
	})
}

// Missing is the least that reaches the amount, and Surplus the least that may go.
func TestMissingAndSurplusAreTheLeastThatChangesTheVerdict(t *testing.T) {
	largest := quantity.WideOfWords(^uint64(0), ^uint64(0))
	one := quantity.WideOf(1)
	forRandomRatios(t, 9, func(_ shape, r quantity.Ratio, a quantity.Amount) {
		if r.Of.Steps() == largest {
			return // no total is larger, so that nothing more can be said to be missing
		}
		verdict := r.Compare(a)
		missing, surplus := r.Missing(a).Steps(), r.Surplus(a).Steps()
		require.Equal(t, verdict < 0, !missing.IsZero(), "%v lacks %s to %v", r, missing, a)
		require.Equal(t, verdict > 0, !surplus.IsZero(), "%v exceeds %v by %s", r, a, surplus)

		with := func(steps quantity.Wide) int {
			changed := r
			changed.Of = quantity.NewTotal(steps, r.Of.Unit())
			return changed.Compare(a)
		}
		if verdict < 0 {
			reached, carry := r.Of.Steps().AddCarry(missing)
			require.Zero(t, carry)
			if reached != largest {
				require.GreaterOrEqual(t, with(reached), 0, "%v with %s more reaches %v", r, missing, a)
			}
			short, _ := reached.Sub(one)
			require.Negative(t, with(short), "%v with one less than %s does not reach %v", r, missing, a)
		}
		if verdict > 0 {
			reached, ok := r.Of.Steps().Sub(surplus)
			require.True(t, ok)
			require.LessOrEqual(t, with(reached), 0, "%v with %s less keeps to %v", r, surplus, a)
			require.Positive(t, with(reached.Plus(1)), "%v with one less than %s does not", r, surplus)
		}
	})
}

func TestPrintingNeverContradictsTheComparison(t *testing.T) {
	forRandomRatios(t, 10, func(s shape, r quantity.Ratio, a quantity.Amount) {
		down, up := printed(t, r.Number(quantity.Down)), printed(t, r.Number(quantity.Up))
		threshold := printed(t, a.Number())
		verdict := r.Compare(a)
		if verdict < 0 {
			require.Negative(t, down.Cmp(threshold), "%s misses %s", r.Number(quantity.Down), a.Number())
		}
		if verdict > 0 {
			require.Positive(t, up.Cmp(threshold), "%s passes %s", r.Number(quantity.Up), a.Number())
		}

		// A threshold between two printed steps cannot be told from the step before it.
		grid := new(big.Rat).Set(threshold)
		if s.unit.Fractional() {
			grid.Mul(grid, big.NewRat(100, 1))
		}
		if !grid.IsInt() {
			return
		}
		if verdict >= 0 {
			require.GreaterOrEqual(t, down.Cmp(threshold), 0, "%s reaches %s", r.Number(quantity.Down), a.Number())
		}
		if verdict <= 0 {
			require.LessOrEqual(t, up.Cmp(threshold), 0, "%s keeps to %s", r.Number(quantity.Up), a.Number())
		}
	})
}

func TestPrintingDropsLessThanAStep(t *testing.T) {
	forRandomRatios(t, 11, func(s shape, r quantity.Ratio, _ quantity.Amount) {
		value := new(big.Rat).Mul(exactly(r), big.NewRat(s.perCent, 1))
		step := big.NewRat(1, 1)
		if s.unit.Fractional() {
			step = big.NewRat(1, 100)
		}
		down, up := printed(t, r.Number(quantity.Down)), printed(t, r.Number(quantity.Up))
		require.LessOrEqual(t, down.Cmp(value), 0)
		require.GreaterOrEqual(t, up.Cmp(value), 0)
		require.Negative(t, new(big.Rat).Sub(value, down).Cmp(step))
		require.Negative(t, new(big.Rat).Sub(up, value).Cmp(step))
	})
}

func TestRatioDecimalDropsLessThanAStep(t *testing.T) {
	rng := seeded(12)
	forRandomRatios(t, 13, func(_ shape, r quantity.Ratio, _ quantity.Amount) {
		value := exactly(r)
		places := rng.Int32N(12)
		step := new(big.Rat).SetFrac(big.NewInt(1), tenTo(int64(places), 1))
		if r.Per.Unit() == quantity.NoUnit {
			step.SetInt64(0) // a plain total goes out as it is
		}
		down, _ := r.Decimal(places, quantity.Down)
		up, _ := r.Decimal(places, quantity.Up)
		require.LessOrEqual(t, down.Rat().Cmp(value), 0)
		require.GreaterOrEqual(t, up.Rat().Cmp(value), 0)
		require.LessOrEqual(t, new(big.Rat).Sub(up.Rat(), down.Rat()).Cmp(step), 0)
	})
}
