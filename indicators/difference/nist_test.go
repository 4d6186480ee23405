package difference_test

import (
	"math/big"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/difference"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// accurate makes the values of a NumAcc set: the first, and then by turns two others.
func accurate(n int, first, second, third int64) []int64 {
	list := []int64{first}
	for i := range n {
		list = append(list, [2]int64{second, third}[i%2])
	}
	return list
}

// TestTheReferenceSetsOfNIST holds mean and standard deviation behind a coefficient against
// the certified values. Values are shifted and scaled to whole numbers that are not negative.
func TestTheReferenceSetsOfNIST(t *testing.T) {
	for _, c := range []struct {
		name      string
		values    []int64
		shift     int64 // is added to each value
		scale     int64 // whole numbers in one
		base      int64 // what the values of the set are more than those here
		mean      string
		deviation string // with n - 1
	}{
		{"Lew", lew, 1000, 1, 0, "-177.435000000000", "277.332168044316"},
		{"Lottery", lottery, 0, 1, 0, "518.958715596330", "291.699727470969"},
		{"Mavro", mavro, 200000, 100000, 0, "2.00185600000000", "0.000429123454003053"},
		{"Michelso", michelson, 29900, 100, 0, "299.852400000000", "0.0790105478190518"},
		{"NumAcc1", []int64{10000001, 10000003, 10000002}, 0, 1, 0, "10000002", "1"},
		{"NumAcc2", accurate(1000, 12, 11, 13), 0, 10, 0, "1.2", "0.1"},
		{"NumAcc3", accurate(1000, 10000002, 10000001, 10000003), 0, 10, 0, "1000000.2", "0.1"},
		{"NumAcc4", accurate(1000, 100000002, 100000001, 100000003), 0, 10, 0, "10000000.2", "0.1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			units := make([]difference.Unit, len(c.values))
			for i, v := range c.values {
				require.GreaterOrEqual(t, v+c.shift, int64(0))
				units[i] = difference.Unit{Of: quantity.WideOf(uint64(v + c.shift)), Per: quantity.WideOf(1)}
			}
			for _, form := range []difference.Form{difference.Weighted, difference.Unweighted} { // the same where all units have one head
				got, err := difference.Of(form, units)
				require.NoError(t, err)
				n := int64(len(units))
				variance := got.Square()
				variance.Mul(variance, got.Mean())
				variance.Mul(variance, got.Mean())
				variance.Mul(variance, big.NewRat(n, n-1))
				variance.Quo(variance, big.NewRat(c.scale*c.scale, 1))
				same(t, c.deviation, difference.Printed(variance, 40, false))
				mean := got.Mean()
				if c.name == "Lew" {
					mean.Sub(mean, big.NewRat(c.shift, 1))
				}
				mean.Quo(mean, big.NewRat(c.scale, 1))
				same(t, c.mean, mean.FloatString(40))
			}
		})
	}
}

// same holds a figure against a certified one to 12 significant digits.
func same(t *testing.T, certified, got string) {
	t.Helper()
	short := func(text string) string {
		f, _, err := big.ParseFloat(text, 10, 200, big.ToNearestEven)
		require.NoError(t, err)
		return f.Text('e', 11)
	}
	assert.Equal(t, short(certified), short(got))
	_, err := strconv.ParseFloat(got, 64)
	require.NoError(t, err)
}
