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
		{"the sum of two wide numbers carries", quantity.WideOfWords(1, math.MaxUint64).Add(quantity.WideOfWords(1, 1)), "55340232221128654848"},
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

		if sum := new(big.Int).Add(bv, bw); sum.Cmp(limit) < 0 {
			require.Zero(t, sum.Cmp(bigOf(v.Add(w))), "%s + %s", v, w)
			require.Equal(t, v.Add(w), w.Add(v))
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
