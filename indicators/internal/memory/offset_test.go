package memory_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/internal/memory"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// record holds values at its two ends, outside itself, and of a type of the
// caller's own.
type record struct {
	First uint8
	Far   *quantity.Count
	Near  quantity.Count
	Own   ownCount
	Date  quantity.Date
	Last  uint8
}

type ownCount struct{ quantity.Count }

var elsewhere quantity.Count

// numberAt finds a number as a subject does.
func numberAt[R any, Q quantity.Fact](at func(*R) *Q) memory.Offset[R] {
	if !memory.IsCode[Q]() {
		return memory.Unknown[R]()
	}
	return memory.OffsetOf(at, memory.Contents[R]())
}

func TestAnOffsetIsKnownOfWhatLiesInsideTheRecord(t *testing.T) {
	for _, c := range []struct {
		name   string
		offset memory.Offset[record]
		want   bool
	}{
		{"the first byte", memory.OffsetOf(func(r *record) *uint8 { return &r.First }, memory.Contents[record]()), true},
		{"the last byte", memory.OffsetOf(func(r *record) *uint8 { return &r.Last }, memory.Contents[record]()), true},
		{"a number", numberAt(func(r *record) *quantity.Count { return &r.Near }), true},
		{"a number of a type of the caller's own", numberAt(func(r *record) *ownCount { return &r.Own }), false},
		{"a date, which is no code alone", numberAt(func(r *record) *quantity.Date { return &r.Date }), false},
		{"a number outside the record", numberAt(func(r *record) *quantity.Count { return r.Far }), false},
		{"a description that fails on an empty record", numberAt(func(r *record) *quantity.Count { _ = *r.Far; return &r.Near }), false},
		{"a number of the whole program", numberAt(func(*record) *quantity.Count { return &elsewhere }), false},
		{"a number that is made anew", numberAt(func(*record) *quantity.Count { return new(quantity.Count) }), false},
		{"no description", numberAt[record, quantity.Count](nil), false},
	} {
		assert.Equal(t, c.want, c.offset.Known(), c.name)
	}
	assert.False(t, memory.Unknown[record]().Known())
}

func TestAWordIsReadInItsPlace(t *testing.T) {
	last := memory.OffsetOf(func(r *record) *uint8 { return &r.Last }, memory.Contents[record]())
	for v := range 256 {
		assert.EqualValues(t, v, last.Word(&record{First: 7, Last: uint8(v)}))
	}
}

// The numbers of the quantity package are read as the codes that they consist of.
func TestEveryKindOfNumberIsReadInItsPlace(t *testing.T) {
	testNumber(t, quantity.N(7), quantity.N(0), quantity.N(-1))
	testNumber(t, quantity.WholeHours(7), quantity.HoursOf(0.01), quantity.HoursOf(0.001))
	testNumber(t, quantity.YuanOf(7), quantity.YuanOf(-1))
	testNumber(t, quantity.WholeMonths(7), quantity.WholeMonths(0))
	testNumber(t, quantity.WholeYears(7), quantity.WholeYears(0))
}

func testNumber[Q quantity.Fact](t *testing.T, values ...Q) {
	type record struct {
		Mark                 uint8
		Before, Value, After Q
	}
	at := numberAt(func(r *record) *Q { return &r.Value })
	require.True(t, at.Known(), "%T", values[0])
	var unknown Q
	for _, v := range append(values, unknown) {
		assert.Equal(t, v.Code(), at.Code(&record{Before: values[0], Value: v, After: values[0]}), "%T %s", v, v)
	}
}
