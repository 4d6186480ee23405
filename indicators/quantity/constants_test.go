package quantity_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// fact is what every fact but Date.Decimal has in common.
type fact interface {
	Known() bool
	Invalid() bool
	Fault() quantity.Fault
	Code() quantity.Code
	String() string
}

// measured is one of the four types in hundredths, whose contracts are the same.
type measured struct {
	name  string
	whole func(int64) fact
	float func(float64) fact
	dec   func(decimal.Decimal) fact
	parse func(string) (fact, error)
}

func measuredTypes() []measured {
	return []measured{
		{"hours", as(quantity.WholeHours[int64]), as(quantity.HoursOf), as(quantity.HoursOfDecimal), asParse(quantity.ParseHours)},
		{"money", as(quantity.WholeYuan[int64]), as(quantity.YuanOf), as(quantity.YuanOfDecimal), asParse(quantity.ParseMoney)},
		{"months", as(quantity.WholeMonths[int64]), as(quantity.MonthsOf), as(quantity.MonthsOfDecimal), asParse(quantity.ParseMonths)},
		{"years", as(quantity.WholeYears[int64]), as(quantity.YearsOf), as(quantity.YearsOfDecimal), asParse(quantity.ParseYears)},
	}
}

func as[A any, F fact](convert func(A) F) func(A) fact {
	return func(a A) fact { return convert(a) }
}

func asParse[F fact](parse func(string) (F, error)) func(string) (fact, error) {
	return func(s string) (fact, error) { return parse(s) }
}

// checkFact expects a known value of so many steps, or an invalid one if there is a fault.
func checkFact(t *testing.T, f fact, steps uint64, fault quantity.Fault) {
	t.Helper()
	assert.Equal(t, fault, f.Fault())
	assert.Equal(t, fault == quantity.NoFault, f.Known(), "known")
	assert.Equal(t, fault != quantity.NoFault, f.Invalid(), "invalid")
	assert.False(t, f.Code().Unknown(), "a conversion never leaves a value unknown")
	assert.Equal(t, steps, f.Code().Steps(), "steps")
}

// checkQuotes expects an error that shows the text it is about.
func checkQuotes(t *testing.T, err error, text string) {
	t.Helper()
	require.Error(t, err)
	assert.ErrorContains(t, err, strconv.Quote(text))
}

func decimalOf(t *testing.T, s string) decimal.Decimal {
	t.Helper()
	d, err := decimal.NewFromString(s)
	require.NoError(t, err)
	return d
}

func bigOf(w quantity.Wide) *big.Int {
	hi, lo := w.Words()
	n := new(big.Int).SetUint64(hi)
	return n.Lsh(n, 64).Add(n, new(big.Int).SetUint64(lo))
}

func uintBig(n uint64) *big.Int { return new(big.Int).SetUint64(n) }

// seeded returns the same numbers at every run.
func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 14)) }

var extremes = []uint64{
	0, 1, 2, 3, 99, 100, 101, 1<<32 - 1, 1 << 32, 1<<53 - 1, 1 << 53,
	math.MaxInt64 - 1, math.MaxInt64, 1 << 63, math.MaxUint64 - 1, math.MaxUint64,
}

// word returns an extreme, a small or any number, each about as often.
func word(r *rand.Rand) uint64 {
	switch r.IntN(3) {
	case 0:
		return extremes[r.IntN(len(extremes))]
	case 1:
		return r.Uint64() >> r.UintN(64)
	}
	return r.Uint64()
}

func wide(r *rand.Rand) quantity.Wide {
	if r.IntN(2) == 0 {
		return quantity.WideOf(word(r))
	}
	return quantity.WideOfWords(word(r), word(r))
}

func total(r *rand.Rand, units ...quantity.Unit) quantity.Total {
	return quantity.NewTotal(wide(r), units[r.IntN(len(units))])
}

// tenTo returns n × 10^zeros.
func tenTo(zeros, n int64) *big.Int {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(zeros), nil)
	return power.Mul(power, big.NewInt(n))
}
