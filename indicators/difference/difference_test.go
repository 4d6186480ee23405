package difference_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/difference"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// of is a unit by its amount and heads.
func of(amount, heads uint64) difference.Unit {
	return difference.Unit{Of: quantity.WideOf(amount), Per: quantity.WideOf(heads)}
}

// lacking is a unit of which the amount is missing.
func lacking(heads uint64) difference.Unit {
	return difference.Unit{Per: quantity.WideOf(heads), Missing: true}
}

// weighing gives a unit a weight of its own.
func weighing(u difference.Unit, weight uint64) difference.Unit {
	u.Weight = quantity.WideOf(weight)
	return u
}

var half = quantity.MustAmount(1, 2, quantity.Multiple)

func TestTheCoefficientOfSchoolsWorkedOutByHand(t *testing.T) {
	for _, c := range []struct {
		name   string
		form   difference.Form
		units  []difference.Unit
		square *big.Rat
	}{
		// 0.1 and 0.2 about 0.15: (0.05/0.15)² = 1/9
		{"two schools of one size", difference.Weighted, []difference.Unit{of(10, 100), of(20, 100)}, big.NewRat(1, 9)},
		// 1 and 2 about 1100/1000 = 1.1: S² = 0.9·0.01 + 0.1·0.81 = 0.09; 0.09/1.21
		{"a large school and a small one", difference.Weighted, []difference.Unit{of(900, 900), of(200, 100)}, big.NewRat(9, 121)},
		// 1 and 2 about 1.5, both alike: 0.25/2.25 = 1/9
		{"the same without weights", difference.Unweighted, []difference.Unit{of(900, 900), of(200, 100)}, big.NewRat(1, 9)},
		{"schools that are all alike", difference.Weighted, []difference.Unit{of(3, 100), of(6, 200), of(9, 300)}, new(big.Rat)},
		// one school has all: 0 and 2 about 1
		{"a school that has nothing", difference.Weighted, []difference.Unit{of(0, 50), of(100, 50)}, big.NewRat(1, 1)},
		{"a school without pupils is left out", difference.Weighted, []difference.Unit{of(10, 100), of(7, 0), of(20, 100)}, big.NewRat(1, 9)},
		// a school of two stages: 110 weighted heads, 100 pupils of the stage. 11/110 = 0.1 and 20/100 = 0.2 about 0.15
		{"a weight of its own", difference.Weighted, []difference.Unit{weighing(of(11, 110), 100), of(20, 100)}, big.NewRat(1, 9)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := difference.Of(c.form, c.units)
			require.NoError(t, err)
			assert.Equal(t, c.square.String(), got.Square().String())
		})
	}
}

// TestAPublishedExample is the worked example of a public guide to the calculation: books of
// five primary schools. It prints 0.52.
func TestAPublishedExample(t *testing.T) {
	got, err := difference.Of(difference.Weighted, []difference.Unit{of(279, 45), of(137, 37), of(935, 89), of(160, 76), of(402, 55)})
	require.NoError(t, err)
	assert.Equal(t, "1913/302", got.Mean().String())
	assert.Equal(t, "6.33", got.Mean().FloatString(2))
	assert.Equal(t, "0.5152", got.Printed(4, false))
}

func TestTheWeightedAndTheUnweightedFormCanDifferInTheVerdict(t *testing.T) {
	units := []difference.Unit{of(1000, 1000), of(10, 100), of(10, 100)} // 1, 0.1, 0.1
	weighted, err := difference.Of(difference.Weighted, units)
	require.NoError(t, err)
	unweighted, err := difference.Of(difference.Unweighted, units)
	require.NoError(t, err)
	assert.Negative(t, weighted.Compare(half), "0.3946 for 1200 pupils")
	assert.Positive(t, unweighted.Compare(half), "1.0607 for three schools")
	assert.Equal(t, "0.3947", weighted.Printed(4, true))
	assert.Equal(t, "1.0607", unweighted.Printed(4, true))
}

// Schools of equal size with 1 and 3: S = 1, mean 2, so that the coefficient is 0.5 exactly.
func TestOneTeacherMoreOrLessDecidesAtTheLimit(t *testing.T) {
	for _, c := range []struct {
		name  string
		units []difference.Unit
		side  int
	}{
		{"one step below", []difference.Unit{of(1000001, 1000000), of(3000000, 1000000)}, -1},
		{"at the limit", []difference.Unit{of(1000000, 1000000), of(3000000, 1000000)}, 0},
		{"one step above", []difference.Unit{of(999999, 1000000), of(3000000, 1000000)}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := difference.Of(difference.Weighted, c.units)
			require.NoError(t, err)
			assert.Equal(t, c.side, got.Compare(half))
			if c.side > 0 {
				assert.NotEqual(t, "0.5000", got.Printed(4, true), "what is above the limit is not printed as the limit")
			}
		})
	}
}

func TestWhereNothingCanBeCompared(t *testing.T) {
	for _, c := range []struct {
		name  string
		units []difference.Unit
		err   error
	}{
		{"no school", nil, difference.ErrFewUnits},
		{"one school alone", []difference.Unit{of(10, 100)}, difference.ErrFewUnits},
		{"one school with pupils", []difference.Unit{of(10, 100), of(1, 0)}, difference.ErrFewUnits},
		{"nobody has anything", []difference.Unit{of(0, 100), of(0, 50)}, difference.ErrNothing},
		{"an amount is missing", []difference.Unit{of(1, 100), lacking(50)}, difference.ErrMissing},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := difference.Of(difference.Weighted, c.units)
			require.ErrorIs(t, err, c.err)
			assert.Positive(t, got.Compare(half), "no coefficient is no pass")
			assert.Empty(t, got.Printed(4, true))
		})
	}
}

func TestACoefficientThatFellIsBelowThatOfTheYearBefore(t *testing.T) {
	before, err := difference.Of(difference.Weighted, []difference.Unit{of(10, 100), of(20, 100)})
	require.NoError(t, err)
	now, err := difference.Of(difference.Weighted, []difference.Unit{of(11, 100), of(20, 100)})
	require.NoError(t, err)
	assert.Equal(t, -1, now.CompareTo(before))
	assert.Equal(t, 1, before.CompareTo(now))
	assert.Equal(t, 0, now.CompareTo(now))
	assert.Equal(t, 1, difference.Coefficient{}.CompareTo(now), "no coefficient is no improvement")
}

// random makes a county of schools.
func random(r *rand.Rand, most int) []difference.Unit {
	units := make([]difference.Unit, 2+r.IntN(most))
	for i := range units {
		units[i] = of(r.Uint64N(2000), r.Uint64N(1500))
		if r.IntN(20) == 0 {
			units[i] = of(r.Uint64(), r.Uint64())
		}
	}
	return units
}

// TestTheCoefficientIsThatOfAnotherFormula holds it against W (sum of x²/p) / (sum of x)² - 1,
// which is the same for units that weigh by their heads.
func TestTheCoefficientIsThatOfAnotherFormula(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		units := random(r, 40)
		got, err := difference.Of(difference.Weighted, units)
		heads, amounts, squares := new(big.Rat), new(big.Rat), new(big.Rat)
		for _, u := range units {
			x, _ := u.Of.Uint64()
			p, _ := u.Per.Uint64()
			if p == 0 {
				continue
			}
			of, per := new(big.Rat).SetInt(new(big.Int).SetUint64(x)), new(big.Rat).SetInt(new(big.Int).SetUint64(p))
			heads.Add(heads, per)
			amounts.Add(amounts, of)
			squares.Add(squares, new(big.Rat).Quo(new(big.Rat).Mul(of, of), per))
		}
		if err != nil {
			continue
		}
		want := new(big.Rat).Mul(heads, squares)
		want.Quo(want, new(big.Rat).Mul(amounts, amounts))
		want.Sub(want, big.NewRat(1, 1))
		require.Equal(t, want.String(), got.Square().String())
	}
}

func TestSharesAddUpToOneAndTheHeaviestComesFirst(t *testing.T) {
	units := []difference.Unit{of(10, 100), of(5, 0), of(12, 100), of(40, 100)} // about 62/300
	got, err := difference.Of(difference.Weighted, units)
	require.NoError(t, err)
	sum := new(big.Rat)
	var order []int
	for _, far := range got.Furthest(10) {
		sum.Add(sum, far.Share)
		order = append(order, far.Unit)
	}
	assert.Equal(t, "1/1", sum.String())
	assert.Equal(t, []int{3, 0, 2}, order)
	require.Len(t, got.Furthest(1), 1)
	assert.Equal(t, 3, got.Furthest(1)[0].Unit)
	compared, without := got.Units()
	assert.Equal(t, []int{3, 1}, []int{compared, without})
}

func TestBoundsHoldForEveryCompletion(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, form := range []difference.Form{difference.Weighted, difference.Unweighted} {
		for range 200 {
			units := random(r, 8)
			for i := range units {
				units[i].Missing = r.IntN(3) == 0
				if r.IntN(6) == 0 {
					units[i].Weight = quantity.WideOf(1 + r.Uint64N(1000))
				}
			}
			bounds, err := difference.Between(form, units)
			if err != nil {
				continue
			}
			for range 20 {
				for i := range units {
					if units[i].Missing {
						units[i].Of = quantity.WideOf(r.Uint64N(1 << (1 + r.IntN(40))))
					}
				}
				known := append([]difference.Unit(nil), units...)
				for i := range known {
					known[i].Missing = false
				}
				got, err := difference.Of(form, known)
				if err != nil {
					continue
				}
				require.LessOrEqual(t, bounds.Low.Cmp(got.Square()), 0, "%v", known)
				require.GreaterOrEqual(t, bounds.High.Cmp(got.Square()), 0, "%v", known)
			}
		}
	}
}

func TestBoundsWorkedOutByHand(t *testing.T) {
	// 0.1 and 0.2 of 100 pupils each, and 100 pupils more. Lowest: A = 100·(0.01+0.04) = 5, B = 30, W = 300, P = 100:
	// 300·5/(900+500) - 1 = 1/14. Highest: one has all, 300/100 - 1 = 2.
	b, err := difference.Between(difference.Weighted, []difference.Unit{of(10, 100), of(20, 100), lacking(100)})
	require.NoError(t, err)
	assert.Equal(t, "1/14 2/1", b.Low.String()+" "+b.High.String())
	for name, c := range map[string]struct {
		limit     quantity.Amount
		below     bool
		all, none bool
	}{
		"the missing school decides about 0.5":         {half, false, false, false},
		"it is above 0.25 whatever the school has":     {quantity.MustAmount(1, 4, quantity.Multiple), false, false, true},
		"and never above 1.5":                          {quantity.MustAmount(3, 2, quantity.Multiple), false, true, false},
		"nothing known of no bounds is no pass either": {},
	} {
		bounds := b
		if c.limit.IsZero() {
			bounds, c.limit = difference.Bounds{}, half
		}
		all, none := bounds.Keep(c.limit, c.below)
		assert.Equal(t, []bool{c.all, c.none}, []bool{all, none}, name)
	}
	// 1 and 3 of equal schools: 0.5 exactly
	b, err = difference.Between(difference.Weighted, []difference.Unit{of(1, 10), of(3, 10)})
	require.NoError(t, err)
	all, none := b.Keep(half, false)
	assert.Equal(t, []bool{true, false}, []bool{all, none}, "at most a half")
	all, none = b.Keep(half, true)
	assert.Equal(t, []bool{false, true}, []bool{all, none}, "less than a half")

	b, err = difference.Between(difference.Weighted, []difference.Unit{of(10, 100), of(20, 100)})
	require.NoError(t, err)
	assert.Equal(t, "1/9 1/9", b.Low.String()+" "+b.High.String(), "where nothing is missing both are the coefficient")
}

func TestWhatASchoolNeedsForTheCountyToComeDownToTheLimit(t *testing.T) {
	units := []difference.Unit{of(40, 1000), of(200, 1000)} // 0.04 and 0.2: 0.08/0.12 = 0.667
	c, err := difference.Of(difference.Weighted, units)
	require.NoError(t, err)
	need, possible := c.Needs(0, half)
	require.True(t, possible)
	assert.Equal(t, "27", need.String(), "the ratio of the two must be at most 3, 200/67 and not 200/66")
	_, possible = c.Needs(1, half)
	assert.False(t, possible, "giving more to the school that has most widens the difference")
	_, possible = c.Needs(7, half)
	assert.False(t, possible)

	apart := []difference.Unit{of(0, 1000), of(0, 1000), of(100, 1000)} // one school alone cannot mend it
	c, err = difference.Of(difference.Weighted, apart)
	require.NoError(t, err)
	_, possible = c.Needs(0, half)
	assert.False(t, possible)
	even, err := difference.Of(difference.Weighted, []difference.Unit{of(10, 100), of(11, 100)})
	require.NoError(t, err)
	need, possible = even.Needs(0, half)
	assert.True(t, possible)
	assert.Zero(t, need.Sign())
}

func TestWhatASchoolNeedsIsEnoughAndOneLessIsNot(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	mended := 0
	for range 300 {
		units := random(r, 6)
		c, err := difference.Of(difference.Weighted, units)
		if err != nil || c.Compare(half) <= 0 {
			continue
		}
		for i := range units {
			need, possible := c.Needs(i, half)
			if !possible || !need.IsUint64() {
				continue
			}
			mended++
			of, _ := units[i].Of.Uint64()
			for _, less := range []uint64{0, 1} {
				next := append([]difference.Unit(nil), units...)
				next[i].Of = quantity.WideOf(of).Plus(need.Uint64() - less)
				got, err := difference.Of(difference.Weighted, next)
				require.NoError(t, err)
				require.Equal(t, less == 0, got.Compare(half) <= 0, "%v: unit %d needs %s", units, i, need)
			}
		}
	}
	assert.Greater(t, mended, 20)
}

func ExampleOf() {
	teachers := func(n, pupils uint64) difference.Unit {
		return difference.Unit{Of: quantity.WideOf(n), Per: quantity.WideOf(pupils)}
	}
	c, err := difference.Of(difference.Weighted, []difference.Unit{teachers(60, 900), teachers(35, 700), teachers(9, 120)})
	fmt.Println(c.Printed(4, true), err, c.Compare(quantity.MustAmount(1, 2, quantity.Multiple)) <= 0)
	// Output:
	// 0.1475 <nil> true
}

func ExampleBetween() {
	units := []difference.Unit{{Of: quantity.WideOf(60), Per: quantity.WideOf(900)}, {Of: quantity.WideOf(35), Per: quantity.WideOf(700)},
		{Per: quantity.WideOf(120), Missing: true}}
	b, err := difference.Between(difference.Weighted, units)
	fmt.Println(difference.Printed(b.Low, 4, false), difference.Printed(b.High, 4, true), err)
	// Output:
	// 0.1342 3.6515 <nil>
}

func FuzzPrinted(f *testing.F) {
	f.Add(int64(1), int64(9), 4)
	f.Add(int64(1), int64(4), 1)
	f.Fuzz(func(t *testing.T, num, den int64, places int) {
		if num < 0 || den <= 0 {
			return
		}
		square := big.NewRat(num, den)
		places = min(max(places, 0), difference.MostPlaces)
		low, ok := new(big.Rat).SetString(difference.Printed(square, places, false))
		require.True(t, ok)
		high, ok := new(big.Rat).SetString(difference.Printed(square, places, true))
		require.True(t, ok)
		assert.LessOrEqual(t, low.Mul(low, low).Cmp(square), 0)
		assert.GreaterOrEqual(t, high.Mul(high, high).Cmp(square), 0)
	})
}

func BenchmarkCounty(b *testing.B) {
	units := random(rand.New(rand.NewPCG(7, 8)), 120)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = difference.Of(difference.Weighted, units)
	}
}

func BenchmarkNeeds(b *testing.B) {
	units := random(rand.New(rand.NewPCG(7, 8)), 120)
	c, err := difference.Of(difference.Weighted, units)
	if err != nil {
		b.Fatal(err)
	}
	limit := quantity.MustAmount(1, 10, quantity.Multiple)
	b.ReportAllocs()
	for b.Loop() {
		for _, far := range c.Furthest(10) {
			_, _ = c.Needs(far.Unit, limit)
		}
	}
}
