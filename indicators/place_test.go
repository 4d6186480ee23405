package indicators_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// scattered holds its fields at its two ends, outside itself, and in a type of
// the caller's own.
type scattered struct {
	*indicators.Row
	First fuel
	Far   *quantity.Count
	Near  quantity.Count
	Own   ownCount
	Last  fuel
}

type ownCount struct{ quantity.Count }

var elsewhere quantity.Count

func (scattered) Subject() *indicators.Subject[scattered] { return nil }

func TestFieldsOutsideTheirPlaceAreReadThroughTheirDescriptions(t *testing.T) {
	s := indicators.NewSubject[scattered]("scattered", label, quantity.Item)
	first := indicators.NewCategory(s, "first", label, func(s *scattered) *fuel { return &s.First })
	last := indicators.NewCategory(s, "last", label, func(s *scattered) *fuel { return &s.Last })
	own := indicators.NewNumber(s, "own", label, quantity.Place, func(s *scattered) *ownCount { return &s.Own })
	far := indicators.NewNumber(s, "far", label, quantity.Place, func(s *scattered) *quantity.Count { return s.Far })
	near := indicators.NewNumber(s, "near", label, quantity.Place, func(s *scattered) *quantity.Count { return &s.Near }).PartOf(far)
	inside := indicators.NewNumber(s, "inside", label, quantity.Place, func(s *scattered) *quantity.Count { _ = *s.Far; return &s.Near })
	global := indicators.NewNumber(s, "global", label, quantity.Place, func(*scattered) *quantity.Count { return &elsewhere })
	fresh := indicators.NewNumber(s, "fresh", label, quantity.Place, func(*scattered) *quantity.Count { return new(quantity.Count) })

	for f, want := range map[*indicators.Field[scattered]]bool{first.Field: true, last.Field: true, near.Field: true,
		own.Field: false, far.Field: false, inside.Field: false, global.Field: false, fresh.Field: false} {
		assert.Equal(t, want, indicators.InPlace(f), f.Key())
	}

	require.NoError(t, s.Err())
	assert.False(t, indicators.RowInPlace(s))
	skipped := scattered{Far: new(quantity.Count), Row: &indicators.Row{}}
	skipped.Skip()
	assert.True(t, s.Skipped(&skipped))
	assert.False(t, s.Skipped(&scattered{}), "a record without a mark is not marked")
}

// choosy holds numbers by year, of which another field says which is meant.
type choosy struct {
	indicators.Row
	Latest  int
	Years   [3]quantity.Count
	ByTerm  [4][2]quantity.Count
	Term    uint8
	Half    indicators.Answer
	Revised quantity.Count
	Used    bool
	area    string
	Far     *quantity.Count
	More    []quantity.Count
	Own     *choosy
	Lock    sync.Mutex
}

func TestAFieldWhosePlaceDependsOnTheRecordIsReadThroughItsDescription(t *testing.T) {
	near := func(c *choosy) *quantity.Count { return &c.Years[0] }
	either := func(first bool, c *choosy, other *quantity.Count) *quantity.Count {
		if first {
			return near(c)
		}
		return other
	}
	for _, c := range []struct {
		name    string
		at      func(*choosy) *quantity.Count
		record  *choosy
		inPlace bool
	}{
		{"always the same place", near, &choosy{Years: [3]quantity.Count{quantity.N(50)}}, true},
		{"the same place, however it is come by", func(c *choosy) *quantity.Count {
			c.Lock.Lock()
			defer c.Lock.Unlock()
			return &c.ByTerm[3][1]
		}, &choosy{ByTerm: [4][2]quantity.Count{3: {1: quantity.N(50)}}}, true},
		{"an array indexed by another field", func(c *choosy) *quantity.Count { return &c.Years[c.Latest] },
			&choosy{Latest: 2, Years: [3]quantity.Count{quantity.N(1), quantity.N(2), quantity.N(50)}}, false},
		{"an array indexed modulo its length", func(c *choosy) *quantity.Count { return &c.Years[c.Term%3] },
			&choosy{Term: 5, Years: [3]quantity.Count{quantity.N(1), quantity.N(2), quantity.N(50)}}, false},
		{"nested arrays indexed by two fields", func(c *choosy) *quantity.Count { return &c.ByTerm[c.Term&3][c.Half&1] },
			&choosy{Term: 3, Half: 1, ByTerm: [4][2]quantity.Count{3: {1: quantity.N(50)}}}, false},
		{"the revised number, if there is one", func(c *choosy) *quantity.Count { return either(!c.Revised.Known(), c, &c.Revised) },
			&choosy{Revised: quantity.N(50)}, false},
		{"a flag", func(c *choosy) *quantity.Count { return either(!c.Used, c, &c.Revised) }, &choosy{Used: true, Revised: quantity.N(50)}, false},
		{"a field of the package's own", func(c *choosy) *quantity.Count { return either(c.area == "", c, &c.Revised) },
			&choosy{area: "city", Revised: quantity.N(50)}, false},
		{"one term of one half", func(c *choosy) *quantity.Count { return either(c.Term != 2 || c.Half != indicators.Yes, c, &c.Revised) },
			&choosy{Term: 2, Half: indicators.Yes, Revised: quantity.N(50)}, false},
		{"a pointer, if there is one", func(c *choosy) *quantity.Count { return either(c.Far == nil, c, c.Far) }, &choosy{Far: ptr(quantity.N(50))}, false},
		{"a pointer, if another field says so", func(c *choosy) *quantity.Count { return either(c.Latest == 0, c, c.Far) },
			&choosy{Latest: 1, Far: ptr(quantity.N(50))}, false},
		{"the first of a slice, if there is one", func(c *choosy) *quantity.Count {
			if len(c.More) > 0 {
				return &c.More[0]
			}
			return near(c)
		}, &choosy{More: []quantity.Count{quantity.N(50)}}, false},
		{"a field behind a pointer", func(c *choosy) *quantity.Count { return either(c.Own == nil || c.Own.Latest < 2, c, &c.Revised) },
			&choosy{Own: &choosy{Latest: 2}, Revised: quantity.N(50)}, false},
		{"a description that fails on some records", func(c *choosy) *quantity.Count {
			if c.Term > 12 {
				panic("no such term")
			}
			return near(c)
		}, &choosy{Years: [3]quantity.Count{quantity.N(50)}}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := indicators.NewSubject[choosy]("choosy", label, quantity.Item)
			f := indicators.NewNumber(s, "value", label, quantity.Place, c.at)
			require.NoError(t, s.Err())
			assert.Equal(t, c.inPlace, indicators.InPlace(f.Field))
		})
	}
}

func ptr[V any](v V) *V { return &v }
