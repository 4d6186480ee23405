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

func must(t *testing.T, units ...difference.Unit) difference.Coefficient {
	t.Helper()
	c, err := difference.Of(difference.Weighted, units)
	require.NoError(t, err)
	return c
}

func TestTheMeanOfCoefficientsAtItsLimit(t *testing.T) {
	third := must(t, of(10, 100), of(20, 100)) // 1/3
	whole := must(t, of(0, 50), of(100, 50))   // 1
	limit := func(num, den uint64) quantity.Amount { return quantity.MustAmount(num, den, quantity.Coefficient) }
	for _, c := range []struct {
		name  string
		mean  difference.Mean
		limit quantity.Amount
		want  int
	}{
		{"1/3 and 1 have the mean 2/3", difference.MeanOf(third, whole), limit(2, 3), 0},
		{"one step below", difference.MeanOf(third, whole), limit(666_666, 1_000_000), 1},
		{"one step above", difference.MeanOf(third, whole), limit(666_667, 1_000_000), -1},
		{"no coefficients are no pass", difference.MeanOf(), limit(1, 1), 1},
		{"one that is none is no pass", difference.MeanOf(third, difference.Coefficient{}), limit(1, 1), 1},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, c.mean.Compare(c.limit)) })
	}
}

// TestRootsThatAreEqualInSumAreEqual has roots of 2 and 8, of which the second is twice the first:
// 3 √2 / 2 on both sides, and one that is larger by less than a double can show.
func TestRootsThatAreEqualInSumAreEqual(t *testing.T) {
	// CV² of 1 unit with all among n+1 alike is n: √2 of three, √8 of nine units
	spread := func(n int) difference.Coefficient {
		units := []difference.Unit{of(1, 1)}
		for range n {
			units = append(units, of(0, 1))
		}
		return must(t, units...)
	}
	root2, root8, root18 := spread(2), spread(8), spread(18)
	assert.Equal(t, 0, difference.MeanOf(root2, root8).CompareTo(difference.MeanOf(root8, root2)))
	assert.Equal(t, 0, difference.MeanOf(root2, root18).CompareTo(difference.MeanOf(root8, root8)), "√2 + 3√2 = 2√2 + 2√2")
	assert.Equal(t, -1, difference.MeanOf(root2, root8).CompareTo(difference.MeanOf(root8)))
	near := must(t, of(1_000_000_000_000_000, 1), of(1, 1), of(0, 1))
	assert.Equal(t, -1, difference.MeanOf(near).CompareTo(difference.MeanOf(root2)))
	assert.Equal(t, "1.41421356", difference.MeanOf(root2).Printed(8, false))
	assert.Equal(t, "1.41421357", difference.MeanOf(root2).Printed(8, true))
	assert.Equal(t, "2.1", difference.MeanOf(root2, root8).Printed(1, false), "4.2426 / 2")
	assert.Equal(t, "3", difference.MeanOf(root2, root8).Printed(0, true))
	assert.Empty(t, difference.Mean{}.Printed(2, true))
}

func TestMeansAreOrderedAsLongDecimalsAre(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	sum := func(list []difference.Coefficient) *big.Float {
		all := new(big.Float).SetPrec(500)
		for _, c := range list {
			f := new(big.Float).SetPrec(500).SetRat(c.Square())
			all.Add(all, f.Sqrt(f))
		}
		return all.Quo(all, new(big.Float).SetInt64(int64(len(list))))
	}
	for range 200 {
		var a, b []difference.Coefficient
		for range 1 + r.IntN(8) {
			a = append(a, must(t, of(1+r.Uint64N(9), 1+r.Uint64N(9)), of(r.Uint64N(9), 1+r.Uint64N(9))))
		}
		for range 1 + r.IntN(8) {
			b = append(b, must(t, of(1+r.Uint64N(9), 1+r.Uint64N(9)), of(r.Uint64N(9), 1+r.Uint64N(9))))
		}
		got := difference.MeanOf(a...).CompareTo(difference.MeanOf(b...))
		gap := new(big.Float).Sub(sum(a), sum(b))
		if new(big.Float).Abs(gap).Cmp(big.NewFloat(1e-100)) < 0 {
			require.Zero(t, got)
			continue
		}
		require.Equal(t, gap.Sign(), got)
		require.Equal(t, -got, difference.MeanOf(b...).CompareTo(difference.MeanOf(a...)))
	}
}

func ExampleMeanOf() {
	books, _ := difference.Of(difference.Weighted, []difference.Unit{of(279, 45), of(137, 37), of(935, 89)})
	area, _ := difference.Of(difference.Weighted, []difference.Unit{of(500, 45), of(300, 37), of(700, 89)})
	mean := difference.MeanOf(books, area)
	fmt.Println(mean.Printed(4, true), mean.Compare(quantity.MustAmount(65, 100, quantity.Coefficient)) <= 0)
	// Output:
	// 0.2601 true
}
