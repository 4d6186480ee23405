package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// scattered holds its fields at its two ends, outside itself, and in a type of
// the caller's own.
type scattered struct {
	First  fuel
	Far    *quantity.Count
	Near   quantity.Count
	Own    ownCount
	Marked *indicators.Row
	Last   fuel
}

type ownCount struct{ quantity.Count }

var elsewhere quantity.Count

func (scattered) Subject() *indicators.Subject[scattered] { return nil }

func TestFieldsOutsideTheirPlaceAreReadThroughTheirDescriptions(t *testing.T) {
	first := indicators.NewCategory("first", label, func(s *scattered) *fuel { return &s.First })
	last := indicators.NewCategory("last", label, func(s *scattered) *fuel { return &s.Last })
	near := indicators.NewNumber("near", label, quantity.Place, func(s *scattered) *quantity.Count { return &s.Near })
	own := indicators.NewNumber("own", label, quantity.Place, func(s *scattered) *ownCount { return &s.Own })
	far := indicators.NewNumber("far", label, quantity.Place, func(s *scattered) *quantity.Count { return s.Far })
	inside := indicators.NewNumber("inside", label, quantity.Place, func(s *scattered) *quantity.Count { _ = *s.Far; return &s.Near })
	global := indicators.NewNumber("global", label, quantity.Place, func(*scattered) *quantity.Count { return &elsewhere })
	fresh := indicators.NewNumber("fresh", label, quantity.Place, func(*scattered) *quantity.Count { return new(quantity.Count) })

	for f, want := range map[*indicators.Field[scattered]]bool{first.Field: true, last.Field: true, near.Field: true,
		own.Field: false, far.Field: false, inside.Field: false, global.Field: false, fresh.Field: false} {
		assert.Equal(t, want, indicators.InPlace(f), f.Key())
	}

	s := indicators.NewSubject(indicators.Description[scattered]{Key: "scattered", Label: label, Unit: quantity.Item,
		Fields: []*indicators.Field[scattered]{first.Field, last.Field, near.Field, own.Field, far.Field},
		Parts:  []indicators.Part[scattered]{{Part: near, Whole: far}},
		Row:    func(s *scattered) *indicators.Row { return s.Marked }})
	require.NoError(t, s.Err())
	assert.False(t, indicators.RowInPlace(s))
	counted, err := indicators.And(first.Is(1), last.Is(2), own.AtLeast(literal(5, 1, quantity.Place)),
		near.AtLeastShareOf(far, half)).Resolve(nil)
	require.NoError(t, err)
	axes, err := indicators.NewAxes(s, indicators.Question[scattered]{Counted: counted})
	require.NoError(t, err)
	sets, offsets := []*indicators.Axes[scattered]{axes}, [indicators.LanesPerWord]uint16{3, 4, 5, 6}
	inPlace, described := indicators.NewLanes(s, sets, offsets), indicators.DescribedLanes(s, sets, offsets)
	seen := map[uint64]bool{}
	for i := range uint64(3 * 3 * 7 * 4 * 4) {
		count := func(n uint64) quantity.Count { return quantity.N(n).If(n != 3) }
		distant := count(i / 252 % 4)
		r := scattered{First: fuel(i % 3), Last: fuel(i / 3 % 3), Own: ownCount{quantity.N(i / 9 % 7)},
			Near: count(i / 63 % 4), Far: &distant, Marked: &indicators.Row{}}
		profiles := inPlace.PackOne(&r)
		require.Equal(t, described.PackOne(&r), profiles, "%+v", r)
		seen[profiles] = true
		read, unpacked := make([]uint8, axes.Len()), make([]uint8, axes.Len())
		axes.ClassesOf(&r, read)
		axes.ClassesAt(lanes(profiles)[0]-3, unpacked)
		require.Equal(t, read, unpacked, "%+v", r)
	}
	assert.Greater(t, len(seen), 100)
	skipped := scattered{Far: new(quantity.Count), Marked: &indicators.Row{}}
	skipped.Marked.Skip()
	assert.True(t, s.Skipped(&skipped))
}

// The numbers of the quantity package are read as the codes that they consist of.
func TestEveryKindOfNumberIsReadInItsPlace(t *testing.T) {
	testPlace(t, quantity.Place, quantity.N(7), quantity.N(0))
	testPlace(t, quantity.Hour, quantity.WholeHours(7), quantity.HoursOf(0.01))
	testPlace(t, quantity.Yuan, quantity.YuanOf(7), quantity.YuanOf(-1))
	testPlace(t, quantity.Month, quantity.WholeMonths(7), quantity.WholeMonths(0))
	testPlace(t, quantity.Year, quantity.WholeYears(7), quantity.WholeYears(0))
}

func testPlace[Q quantity.Fact](t *testing.T, u quantity.Unit, values ...Q) {
	type record struct {
		indicators.Row
		Before, Value, After Q
	}
	f := indicators.NewNumber("value", label, u, func(r *record) *Q { return &r.Value })
	s := indicators.NewSubject(indicators.Description[record]{Key: "record", Label: label, Unit: quantity.Item,
		Fields: []*indicators.Field[record]{f.Field}, Row: func(r *record) *indicators.Row { return &r.Row }})
	require.NoError(t, s.Err())
	require.True(t, indicators.InPlace(f.Field), "%T", values[0])
	counted, err := f.AtLeast(literal(7, 1, u)).Resolve(nil)
	require.NoError(t, err)
	axes, err := indicators.NewAxes(s, indicators.Question[record]{Counted: counted})
	require.NoError(t, err)
	l := indicators.NewLanes(s, []*indicators.Axes[record]{axes}, [indicators.LanesPerWord]uint16{})
	var unknown Q
	for _, v := range append(values, unknown) {
		r := record{Before: values[0], Value: v, After: values[0]}
		class := make([]uint8, 1)
		axes.ClassesOf(&r, class)
		assert.EqualValues(t, class[0], l.PackOne(&r), "%T %s", v, v)
	}
}
