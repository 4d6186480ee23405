package quantity_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestTotalPrints(t *testing.T) {
	twice := quantity.WideOf(math.MaxInt64).Plus(math.MaxInt64)
	for _, c := range []struct {
		name           string
		total          quantity.Total
		number, zh, en string
	}{
		{"no teachers", quantity.TotalOf(0, quantity.Teacher), "0", "0名教师", "0 teachers"},
		{"one teacher is singular", quantity.TotalOf(1, quantity.Teacher), "1", "1名教师", "1 teacher"},
		{"thousands are separated in English only", quantity.TotalOf(1234567, quantity.Pupil), "1234567", "1234567名学生", "1,234,567 pupils"},
		{"999 needs no separator", quantity.TotalOf(999, quantity.Pupil), "999", "999名学生", "999 pupils"},
		{"whole hours", quantity.TotalOf(360, quantity.Hour), "360", "360学时", "360 hours"},
		{"one whole hour is singular", quantity.TotalOf(1, quantity.Hour), "1", "1学时", "1 hour"},
		{"a hundredth of an hour is not", quantity.NewTotal(quantity.WideOf(1), quantity.Hour), "0.01", "0.01学时", "0.01 hours"},
		{"fen are printed as yuan", quantity.NewTotal(quantity.WideOf(123456789), quantity.Yuan), "1234567.89", "1234567.89元", "1,234,567.89 yuan"},
		{"two counts of 2^63-1", quantity.NewTotal(twice, quantity.Pupil), "18446744073709551614", "18446744073709551614名学生", "18,446,744,073,709,551,614 pupils"},
		{"2^64-1 whole hours", quantity.TotalOf(math.MaxUint64, quantity.Hour), "18446744073709551615", "18446744073709551615学时", "18,446,744,073,709,551,615 hours"},
		{"a calendar year is no quantity", quantity.TotalOf(2025, quantity.CalendarYear), "2025", "2025年", "2025"},
		{"no unit", quantity.TotalOf(1200, quantity.NoUnit), "1200", "1200", "1,200"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.number, c.total.Number())
			assert.Equal(t, c.zh, c.total.In(bilingual.Chinese))
			assert.Equal(t, c.en, c.total.In(bilingual.English))
		})
	}
}

func TestTotalOfCountsInTheStepsOfItsUnit(t *testing.T) {
	for _, c := range []struct {
		name  string
		total quantity.Total
		steps string
	}{
		{"pupils are steps", quantity.TotalOf(45, quantity.Pupil), "45"},
		{"an hour has a hundred steps", quantity.TotalOf(45, quantity.Hour), "4500"},
		{"2^64-1 yuan have more than 64 bits of fen", quantity.TotalOf(math.MaxUint64, quantity.Yuan), "1844674407370955161500"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.steps, c.total.Steps().String())
			assert.False(t, c.total.IsZero())
		})
	}
	assert.Equal(t, quantity.Yuan, quantity.TotalOf(1, quantity.Yuan).Unit())
	assert.True(t, quantity.TotalOf(0, quantity.Yuan).IsZero(), "nought of a unit is nought")
	assert.True(t, quantity.TotalOf(5, quantity.Yuan) == quantity.NewTotal(quantity.WideOf(500), quantity.Yuan))
	assert.False(t, quantity.TotalOf(5, quantity.Pupil) == quantity.TotalOf(5, quantity.Teacher), "units tell totals apart")
}

func TestTotalsAreComparedExactly(t *testing.T) {
	twice := quantity.NewTotal(quantity.WideOf(math.MaxInt64).Plus(math.MaxInt64), quantity.Pupil)
	once := quantity.TotalOf(math.MaxInt64, quantity.Pupil)
	assert.Equal(t, 1, twice.Compare(once))
	assert.Equal(t, -1, once.Compare(twice))
	assert.Zero(t, once.Compare(once))
}

func TestTotalAgainstBig(t *testing.T) {
	r := seeded(6)
	for range 5_000 {
		v := total(r, quantity.Pupil, quantity.Hour, quantity.Yuan)
		exact := new(big.Rat).SetFrac(bigOf(v.Steps()), uintBig(v.Unit().Scale()))
		printed, ok := new(big.Rat).SetString(v.Number())
		require.True(t, ok)
		require.Zero(t, exact.Cmp(printed), "printed %s", v.Number())
		require.Zero(t, exact.Cmp(v.Decimal().Rat()), "decimal %s", v.Decimal())

		w := quantity.NewTotal(wide(r), v.Unit())
		require.Equal(t, bigOf(v.Steps()).Cmp(bigOf(w.Steps())), v.Compare(w))
	}
}
