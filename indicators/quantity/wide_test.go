package quantity_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestWide(t *testing.T) {
	const most = math.MaxInt64
	for _, c := range []struct {
		name string
		got  quantity.Wide
		want string
	}{
		{"nought", quantity.Wide{}, "0"},
		{"2^64-1", quantity.WideOf(math.MaxUint64), "18446744073709551615"},
		{"one more carries", quantity.WideOf(math.MaxUint64).Plus(1), "18446744073709551616"},
		{"a count of 2^63-1 twice does not wrap around", quantity.WideOf(most).Plus(most), "18446744073709551614"},
		{"a count of 2^63-1 three times does not either", quantity.WideOf(most).Plus(most).Plus(most), "27670116110564327421"},
		{"2^64-1 squared", quantity.Product(math.MaxUint64, math.MaxUint64), "340282366920938463426481119284349108225"},
		{"2^128-1", quantity.WideOfWords(math.MaxUint64, math.MaxUint64), "340282366920938463463374607431768211455"},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, c.got.String()) })
	}
}

func TestWideSub(t *testing.T) {
	difference, ok := quantity.WideOfWords(1, 0).Sub(quantity.WideOf(1))
	assert.True(t, ok)
	assert.Equal(t, quantity.WideOf(math.MaxUint64), difference)
	difference, ok = quantity.WideOf(5).Sub(quantity.WideOf(5))
	assert.True(t, ok)
	assert.True(t, difference.IsZero())
	_, ok = quantity.WideOf(5).Sub(quantity.WideOf(6))
	assert.False(t, ok, "a larger number is not taken away")
	_, ok = quantity.WideOf(math.MaxUint64).Sub(quantity.WideOfWords(1, 0))
	assert.False(t, ok)
}

func TestWideUint64(t *testing.T) {
	n, ok := quantity.WideOf(math.MaxUint64).Uint64()
	assert.True(t, ok)
	assert.Equal(t, uint64(math.MaxUint64), n)
	_, ok = quantity.WideOfWords(1, 0).Uint64()
	assert.False(t, ok)
}

// One step before, at and after 2^128, where a sum used to begin anew.
func TestASumThatIsTooLargeSaysSo(t *testing.T) {
	largest := quantity.WideOfWords(math.MaxUint64, math.MaxUint64)
	before, _ := largest.Sub(quantity.WideOf(1))
	for _, c := range []struct {
		name  string
		a, b  quantity.Wide
		sum   quantity.Wide
		carry uint64
	}{
		{"one below the largest, and one", before, quantity.WideOf(1), largest, 0},
		{"the largest, and none", largest, quantity.Wide{}, largest, 0},
		{"the largest, and one", largest, quantity.WideOf(1), quantity.Wide{}, 1},
		{"the largest, and two", largest, quantity.WideOf(2), quantity.WideOf(1), 1},
		{"the largest twice", largest, largest, before, 1},
		{"the low words carry into the high ones", quantity.WideOfWords(1, math.MaxUint64), quantity.WideOfWords(1, 1), quantity.WideOfWords(3, 0), 0},
		{"the high words alone are too large", quantity.WideOfWords(1<<63, 0), quantity.WideOfWords(1<<63, 7), quantity.WideOf(7), 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, of := range [][2]quantity.Wide{{c.a, c.b}, {c.b, c.a}} {
				sum, carry := of[0].AddCarry(of[1])
				assert.Equal(t, c.sum, sum)
				assert.Equal(t, c.carry, carry)
			}
		})
	}
	assert.Equal(t, largest, before.Plus(1))
	assert.Equal(t, largest, largest.Plus(1), "no less than before")
	assert.Equal(t, largest, largest.Plus(math.MaxUint64))
}

func TestAProductThatIsTooLargeSaysSo(t *testing.T) {
	largest := quantity.WideOfWords(math.MaxUint64, math.MaxUint64)
	for _, c := range []struct {
		name string
		w    quantity.Wide
		n    uint64
		want quantity.Wide
		fits bool
	}{
		{"nothing of the largest", largest, 0, quantity.Wide{}, true},
		{"the largest once", largest, 1, largest, true},
		{"the largest twice", largest, 2, quantity.Wide{}, false},
		{"the largest so often as can be", largest, math.MaxUint64, quantity.Wide{}, false},
		{"a third of the largest, three times", quantity.WideOfWords(math.MaxUint64/3, math.MaxUint64/3), 3, largest, true},
		{"one more than a third, three times", quantity.WideOfWords(math.MaxUint64/3, math.MaxUint64/3+1), 3, quantity.Wide{}, false},
		{"2^64, 2^63 times", quantity.WideOfWords(1, 0), 1 << 63, quantity.WideOfWords(1<<63, 0), true},
		{"2^65, 2^63 times", quantity.WideOfWords(2, 0), 1 << 63, quantity.Wide{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			product, fits := c.w.Times(c.n)
			assert.Equal(t, c.fits, fits)
			if fits {
				assert.Equal(t, c.want, product)
			}
		})
	}
}

func TestWideIsComparable(t *testing.T) {
	assert.True(t, quantity.WideOf(math.MaxUint64).Plus(1) == quantity.WideOfWords(1, 0))
	assert.True(t, quantity.Wide{} == quantity.WideOf(0))
	assert.True(t, quantity.Wide{}.IsZero())
	assert.False(t, quantity.WideOfWords(1, 0).IsZero())
}

func TestWideAgainstBig(t *testing.T) {
	r := seeded(4)
	limit := new(big.Int).Lsh(big.NewInt(1), 128)
	for range 8_000 {
		v, w, n, m := wide(r), wide(r), word(r), word(r)
		bv, bw := bigOf(v), bigOf(w)
		require.Equal(t, bv.String(), v.String())
		require.Equal(t, v, quantity.WideOfWords(v.Words()))
		require.Equal(t, bv.Cmp(bw), v.Compare(w), "%s and %s", v, w)
		require.Zero(t, v.Compare(v))
		require.Zero(t, new(big.Int).Mul(uintBig(n), uintBig(m)).Cmp(bigOf(quantity.Product(n, m))))

		sum, carry := v.AddCarry(w)
		whole := new(big.Int).Add(bigOf(sum), new(big.Int).Mul(limit, uintBig(carry)))
		require.Zero(t, whole.Cmp(new(big.Int).Add(bv, bw)), "%s + %s", v, w)
		product, fits := v.Times(n)
		exact := new(big.Int).Mul(bv, uintBig(n))
		require.Equal(t, exact.Cmp(limit) < 0, fits, "%s × %d", v, n)
		if fits {
			require.Zero(t, exact.Cmp(bigOf(product)), "%s × %d", v, n)
		}
		if sum := new(big.Int).Add(bv, uintBig(n)); sum.Cmp(limit) < 0 {
			require.Zero(t, sum.Cmp(bigOf(v.Plus(n))), "%s + %d", v, n)
		}
		difference, ok := v.Sub(w)
		require.Equal(t, bv.Cmp(bw) >= 0, ok)
		if ok {
			require.Zero(t, new(big.Int).Sub(bv, bw).Cmp(bigOf(difference)), "%s - %s", v, w)
		}
	}
}

func TestCompareProductsAgainstBig(t *testing.T) {
	r := seeded(5)
	for range 20_000 {
		a1, a2, b1, b2 := wide(r), wide(r), wide(r), wide(r)
		switch r.IntN(4) {
		case 0:
			b1, b2 = a2, a1
		case 1:
			b1, b2 = a2, a1.Plus(1)
		}
		a := new(big.Int).Mul(bigOf(a1), bigOf(a2))
		b := new(big.Int).Mul(bigOf(b1), bigOf(b2))
		require.Equal(t, a.Cmp(b), quantity.CompareProducts(a1, a2, b1, b2), "%s × %s and %s × %s", a1, a2, b1, b2)
	}
	most := quantity.WideOfWords(math.MaxUint64, math.MaxUint64)
	less, _ := most.Sub(quantity.WideOf(1))
	assert.Zero(t, quantity.CompareProducts(most, most, most, most))
	assert.Equal(t, 1, quantity.CompareProducts(most, most, most, less))
	assert.Equal(t, -1, quantity.CompareProducts(less, most, most, most))
}
