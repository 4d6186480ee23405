package tables_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/plan/internal/tables"
)

func TestOriginsAreReadStrictly(t *testing.T) {
	const class, reading, lists = "oversized-classes,,each", "oversized-classes,at-most-five-percent", "power-lists"
	refused(t, []spoilt{
		cell("an origin of no statement", origins, lists, "statement", "lists", tables.ErrReference),
		cell("an origin whose statement is left empty", origins, lists, "statement", "", tables.ErrMissing),
		cell("an origin without basis", origins, lists, "basis", "", tables.ErrMissing),
		cell("an origin that does not say of which figure", origins, lists, "figure", "", tables.ErrMissing).
			and(fault{origins, lists, "figure", tables.ErrValue}),
		cell("an origin of something else", origins, lists, "figure", "baseline", tables.ErrValue),
		cell("an origin of a threshold that the statement does not have", origins, lists, "figure", "each", tables.ErrReference),
		cell("an origin of a threshold that the reading does not have", origins, reading, "figure", "each", tables.ErrReference),
		cell("an origin of a reading that the statement does not have", origins, reading, "reading", "at-most-ten-percent", tables.ErrReference),
		cell("an origin from an impossible day", origins, class, "from", "2016-07-32", tables.ErrValue),
		{"a figure whose origin stands twice, over that of another statement",
			func(c copies) {
				c.lines[origins][c.line(origins, class)-1] = c.lines[origins][c.line(origins, lists)-1]
			},
			[]fault{{origins, class, "figure", tables.ErrDuplicate}}},
		cell("a source in Chinese only", origins, class, "source_en", "", tables.ErrMissing),
		cell("a source in English only", origins, class, "source_zh", "", tables.ErrMissing),
	})
}

func TestWhatThePlanIsIsReadStrictly(t *testing.T) {
	lost := fault{ofPlan, "", "key", tables.ErrMissing} // the line that the key should have had
	refused(t, []spoilt{
		cell("a key that the plan does not have", ofPlan, "edition", "key", "editor", tables.ErrValue).and(lost),
		cell("a line without key", ofPlan, "edition", "key", "", tables.ErrMissing).and(fault{ofPlan, "edition", "key", tables.ErrValue}).and(lost),
		cell("a key that stands twice", ofPlan, "last", "key", "first", tables.ErrDuplicate).and(lost),
		cell("an edition without name", ofPlan, "edition", "value", "", tables.ErrMissing),
		cell("a name in Chinese only", ofPlan, "name_en", "value", "", tables.ErrMissing),
		cell("a name in English only", ofPlan, "name_zh", "value", "", tables.ErrMissing),
		cell("a first day that the calendar does not have", ofPlan, "first", "value", "2021-13-01", tables.ErrValue),
		cell("a last day that is a year", ofPlan, "last", "value", "2025", tables.ErrValue),
		cell("a day of issue that is none", ofPlan, "issued", "value", "2022-05-32", tables.ErrValue),
		cell("a day of issue without basis", ofPlan, "issued", "basis", "", tables.ErrMissing),
		cell("how the day of issue is known, in Chinese only", ofPlan, "issued", "source_en", "", tables.ErrMissing),
		cell("how the day of issue is known, in English only", ofPlan, "issued", "source_zh", "", tables.ErrMissing),
	})
}

// A row of origins.csv says more than the word of the statement's own column and
// takes its place.
func TestAnOriginTakesThePlaceOfTheStatementsOwnBasis(t *testing.T) {
	read, err := tables.Read()
	require.NoError(t, err)
	found := 0
	for _, s := range read.Statements {
		switch s.ID {
		case "oversized-classes":
			found++
			assert.Equal(t, "official", s.Each.Basis)
			assert.Equal(t, "国发〔2016〕40号", s.Each.Number)
			assert.Equal(t, "convention", s.Population.Basis, "what the table does not name stays as it was")
		case "power-lists":
			found++
			assert.Equal(t, "counted", s.Population.Basis)
			assert.True(t, s.Population.Source.Complete())
		}
	}
	assert.Equal(t, 2, found)
}
