package count_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// grade is a word of the longest possible list.
type grade uint8

var grades = func() *indicators.Vocabulary {
	var entries []indicators.Entry
	for i := range 60 {
		entries = append(entries, indicators.Entry{Key: fmt.Sprintf("g%d", i+1),
			Name: bilingual.Text{ZH: fmt.Sprintf("%d级", i+1), EN: fmt.Sprintf("grade %d", i+1)}})
	}
	return indicators.NewVocabulary(bilingual.Text{ZH: "等级", EN: "grade"}, entries...)
}()

func (grade) Vocabulary() *indicators.Vocabulary { return grades }

// scattered holds its fields at its two ends, outside itself, and in a type of
// the caller's own.
type scattered struct {
	*indicators.Row
	First grade
	Far   *quantity.Count
	Near  quantity.Count
	Own   ownCount
	Last  grade
}

type ownCount struct{ quantity.Count }

var (
	scatteredSubject = indicators.NewSubject[scattered]("scattered", label, quantity.Item)

	first = indicators.NewCategory(scatteredSubject, "first", label, func(s *scattered) *grade { return &s.First })
	last  = indicators.NewCategory(scatteredSubject, "last", label, func(s *scattered) *grade { return &s.Last })
	own   = indicators.NewNumber(scatteredSubject, "own", label, quantity.Place, func(s *scattered) *ownCount { return &s.Own })
	far   = indicators.NewNumber(scatteredSubject, "far", label, quantity.Place, func(s *scattered) *quantity.Count { return s.Far })
	near  = indicators.NewNumber(scatteredSubject, "near", label, quantity.Place, func(s *scattered) *quantity.Count { return &s.Near }).PartOf(far)
)

func (scattered) Subject() *indicators.Subject[scattered] { return scatteredSubject }

func TestFieldsOutsideTheirPlaceAreReadThroughTheirDescriptions(t *testing.T) {
	for f, want := range map[*indicators.Field[scattered]]bool{first.Field: true, last.Field: true, near.Field: true, own.Field: false, far.Field: false} {
		require.Equal(t, want, f.Offset().Known(), f.Key())
	}
	c := asking(t, indicators.And(first.Is(1), last.Is(2), own.AtLeast(literal(5, 1, quantity.Place)), near.AtLeastShareOf(far, half)))
	seen := map[int]bool{}
	var rows []scattered
	for i := range uint64(3 * 3 * 7 * 4 * 4) {
		number := func(n uint64) quantity.Count { return quantity.N(n).If(n != 3) }
		distant := number(i / 252 % 4)
		r := scattered{First: grade(i % 3), Last: grade(i / 3 % 3), Own: ownCount{quantity.N(i / 9 % 7)},
			Near: number(i / 63 % 4), Far: &distant, Row: &indicators.Row{}}
		seen[packed(t, c, r)[0]] = true
		rows = append(rows, r)
	}
	assert.Greater(t, len(seen), 100)
	rows[0].Skip()
	tally := tallyOf(t, c, rows...)
	assert.EqualValues(t, 1, tally.Skipped())
	// first 1, last 2, own 5 or 6, near at least half of far and no more: 0 of 0, 1 of 1, 1 of 2, 2 of 2
	assert.EqualValues(t, 2*4, tally.Answer(0).Classes[counted])
}

// graded is a record of one such word.
type graded struct {
	indicators.Row
	Grade grade
}

var (
	gradedSubject = indicators.NewSubject[graded]("graded", label, quantity.Item)
	gradeOf       = indicators.NewCategory(gradedSubject, "grade", label, func(g *graded) *grade { return &g.Grade })
)

func (graded) Subject() *indicators.Subject[graded] { return gradedSubject }

func TestEveryTermOfTheLongestListIsATermOfItsOwn(t *testing.T) {
	var parts []indicators.Condition[graded]
	for v := range 60 {
		parts = append(parts, gradeOf.Is(grade(v+1)))
	}
	c := asking(t, indicators.Or(parts...))
	seen := map[int]bool{}
	for v := range 62 {
		profile := packed(t, c, graded{Grade: grade(v)})[0]
		assert.False(t, seen[profile], "value %d has a profile of its own", v)
		seen[profile] = true
	}
	other := packed(t, c, graded{Grade: indicators.OtherWord})[0]
	assert.False(t, seen[other], "something else has a profile of its own")
	for v := 61; v < 256; v++ {
		if v == indicators.OtherWord {
			continue
		}
		assert.Equal(t, 62, packed(t, c, graded{Grade: grade(v)})[0], "value %d is invalid", v)
	}
}
