package quantity_test

import (
	"math"
	"testing"
	"time"
	"unsafe"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// checkStates takes the three states of one type of fact, and two equal known
// values made in different ways.
func checkStates[F interface {
	fact
	quantity.Fact
	If(bool) F
}](t *testing.T, known, same, other, refused F) {
	t.Helper()
	var unknown F

	assert.False(t, unknown.Known(), "the zero value is not known")
	assert.False(t, unknown.Invalid(), "the zero value is not invalid")
	assert.True(t, unknown.Code().Unknown())
	assert.Equal(t, quantity.NoFault, unknown.Fault())
	assert.Empty(t, unknown.String())

	assert.True(t, known.Known())
	assert.False(t, known.Invalid())

	assert.False(t, refused.Known())
	assert.True(t, refused.Invalid())
	assert.Equal(t, "invalid: "+refused.Fault().String(), refused.String())

	assert.True(t, known == same, "equal values are ==")
	assert.False(t, known == other)
	assert.False(t, known == unknown)
	assert.False(t, unknown == refused)
	assert.Len(t, map[F]bool{known: true, same: true, other: true, unknown: true, refused: true}, 4)

	for _, f := range []F{unknown, known, refused} {
		assert.Equal(t, f, f.If(true), "If keeps what is there, a refused value too")
		assert.Equal(t, unknown, f.If(false), "If forgets what is there, a refused value too")
	}

	assert.Less(t, unknown.Code(), known.Code(), "unknown is below every value")
	assert.Less(t, known.Code(), refused.Code(), "refused is above every value")
	assert.LessOrEqual(t, unsafe.Sizeof(unknown), uintptr(8))
}

func TestStates(t *testing.T) {
	d := decimal.New(1250, -2)
	t.Run("a count", func(t *testing.T) {
		checkStates(t, quantity.N(12), quantity.CountOf(12), quantity.N(13), quantity.N(-1))
	})
	t.Run("hours", func(t *testing.T) {
		checkStates(t, quantity.HoursOf(12.5), quantity.HoursOfDecimal(d), quantity.WholeHours(12), quantity.HoursOf(math.NaN()))
	})
	t.Run("money", func(t *testing.T) {
		checkStates(t, quantity.YuanOf(12.5), quantity.YuanOfDecimal(d), quantity.WholeYuan(12), quantity.YuanOf(math.Inf(1)))
	})
	t.Run("months", func(t *testing.T) {
		checkStates(t, quantity.MonthsOf(12.5), quantity.MonthsOfDecimal(d), quantity.WholeMonths(12), quantity.MonthsOf(0.005))
	})
	t.Run("years", func(t *testing.T) {
		checkStates(t, quantity.YearsOf(12.5), quantity.YearsOfDecimal(d), quantity.WholeYears(12), quantity.YearsOf(1e300))
	})
	t.Run("a date", func(t *testing.T) {
		noon := time.Date(2025, time.December, 31, 12, 0, 0, 0, time.UTC)
		checkStates(t, quantity.DateOf(2025, time.December, 31), quantity.DateOfTime(noon),
			quantity.DateOf(2026, time.January, 1), quantity.DateOf(2025, time.February, 29))
	})
}

func TestNoughtIsKnownAndUnknownIsNotNought(t *testing.T) {
	assert.True(t, quantity.N(0).Known())
	assert.NotEqual(t, quantity.Count{}, quantity.N(0))
	assert.True(t, quantity.HoursOf(0).Known())
	assert.NotEqual(t, quantity.Hours{}, quantity.HoursOf(0))
	assert.Equal(t, "0", quantity.N(0).String())
	assert.Empty(t, quantity.Count{}.String())
}

func TestScaleOfFacts(t *testing.T) {
	assert.Equal(t, uint64(1), quantity.Count{}.Scale(), "a count is whole")
	assert.Equal(t, uint64(1), quantity.Date{}.Scale(), "dates are counted in days")
	for _, f := range []interface{ Scale() uint64 }{quantity.Hours{}, quantity.Money{}, quantity.Months{}, quantity.Years{}} {
		assert.Equal(t, uint64(100), f.Scale(), "%T is measured in hundredths", f)
	}
}

func TestRefusedValuesOfTheSameReasonAreEqual(t *testing.T) {
	assert.True(t, quantity.N(-1) == quantity.N(-2))
	assert.False(t, quantity.HoursOf(-1) == quantity.HoursOf(math.NaN()))
}
