package tables_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan/internal/tables"
)

func TestStatementsAreReadStrictly(t *testing.T) {
	const master, hours = "senior-master", "teacher-training-hours"
	withComponents := func(s spoilt) spoilt {
		for _, key := range []string{"science", "experiments", "reading"} {
			s = s.and(fault{components, "reading-science," + key, "statement", tables.ErrReference})
		}
		return s
	}
	refused(t, []spoilt{
		cell("no kind", statements, master, "kind", "", tables.ErrMissing),
		cell("no modality", statements, master, "modality", "", tables.ErrMissing),
		cell("no word on how it is answered", statements, master, "evaluable", "", tables.ErrMissing),
		cell("no bearer", statements, master, "bearer", "", tables.ErrMissing),
		cell("no word on when it is due", statements, master, "due", "", tables.ErrMissing),
		cell("gradually left empty", statements, master, "gradually", "", tables.ErrMissing),
		cell("gradually neither yes nor no", statements, master, "gradually", "maybe", tables.ErrValue),
		cell("gradually in capitals", statements, master, "gradually", "No", tables.ErrValue),
		cell("no term", statements, master, "term", "", tables.ErrMissing),
		cell("a term of nine characters", statements, master, "term", "一二三四五六七八九", tables.ErrValue),
		cell("a name in Chinese only", statements, master, "name_en", "", tables.ErrMissing),
		cell("a name in English only", statements, master, "name_zh", "", tables.ErrMissing),
		cell("a summary in Chinese only", statements, master, "summary_en", "", tables.ErrMissing),
		cell("a summary in English only", statements, master, "summary_zh", "", tables.ErrMissing),
		{"a note in Chinese only",
			func(c copies) { c.set(statements, master, "note_zh", "注意") },
			[]fault{{statements, master, "note_en", tables.ErrMissing}}},
		{"a note in English only",
			func(c copies) { c.set(statements, master, "note_en", "mind this") },
			[]fault{{statements, master, "note_zh", tables.ErrMissing}}},
		cell("spaces after a summary", statements, master, "summary_en", "By 2025 twelve in a hundred. ", tables.ErrValue),
		cell("a space before a figure, which is one fault and not two", statements, master, "population_value", " 12", tables.ErrValue),
		cell("a space after a unit, which is one fault and not two", statements, master, "population_unit", "percent ", tables.ErrValue),
		cell("a demand in Chinese only", statements, master, "demand_en", "", tables.ErrMissing),
		cell("a demand in English only", statements, master, "demand_zh", "", tables.ErrMissing),
		cell("what is short in Chinese only", statements, hours, "short_en", "", tables.ErrMissing),
		{"a noun in English only",
			func(c copies) { c.set(statements, master, "noun_en", "teachers") },
			[]fault{{statements, master, "noun_zh", tables.ErrMissing}}},
		withComponents(cell("no ID, so that its components belong to nothing", statements, "reading-science", "id", "", tables.ErrMissing)),
		withComponents(cell("an ID that stands twice", statements, "reading-science", "id", "zero-start", tables.ErrDuplicate)),
	})
}

func TestThresholdsComeWhole(t *testing.T) {
	const hours, master, none = "teacher-training-hours", "senior-master", "problems-overcome"
	refused(t, []spoilt{
		cell("a figure without unit", statements, hours, "each_unit", "", tables.ErrMissing),
		cell("a figure in an unknown unit", statements, hours, "each_unit", "hours", tables.ErrValue),
		cell("a figure in the unit of no unit", statements, hours, "each_unit", "none", tables.ErrValue),
		cell("a comparator without value", statements, hours, "each_value", "", tables.ErrMissing),
		cell("a value without comparator", statements, hours, "each_comparator", "", tables.ErrMissing),
		cell("a figure without basis", statements, hours, "each_basis", "", tables.ErrMissing),
		cell("the population's comparator without value", statements, master, "population_value", "", tables.ErrMissing),
		cell("the population's figure without unit", statements, master, "population_unit", "", tables.ErrMissing),
		cell("the population's figure without basis", statements, master, "population_basis", "", tables.ErrMissing),
		cell("a number in words", statements, hours, "each_value", "many", tables.ErrValue),
		cell("a number below nought", statements, hours, "each_value", "-360", tables.ErrValue),
		cell("a number with a per mille sign", statements, master, "population_value", "12‰", tables.ErrValue),
		cell("a number with a decimal comma", statements, master, "population_value", "12,5", tables.ErrValue),
		cell("a number with an exponent", statements, hours, "each_value", "36e1", tables.ErrValue),
		cell("a number in Chinese numerals", statements, hours, "each_value", "三百六十", tables.ErrValue),
		cell("a number with seven decimals", statements, master, "population_value", "12.0000001", tables.ErrValue),
		{"a comparator alone, where there is no threshold",
			func(c copies) { c.set(statements, none, "each_comparator", "at-least") },
			[]fault{{statements, none, "each_value", tables.ErrMissing}, {statements, none, "each_unit", tables.ErrMissing},
				{statements, none, "each_basis", tables.ErrMissing}}},
		{"a basis alone, where there is no threshold",
			func(c copies) { c.set(statements, none, "population_basis", "stated") },
			[]fault{{statements, none, "population_comparator", tables.ErrMissing},
				{statements, none, "population_value", tables.ErrMissing}, {statements, none, "population_unit", tables.ErrMissing}}},
	})
}

func TestDatesAndTheirBasis(t *testing.T) {
	const master, standing = "senior-master", "zero-start"
	refused(t, []spoilt{
		cell("a day that the calendar does not have", statements, master, "due_on", "2025-02-30", tables.ErrValue),
		cell("a year alone", statements, master, "due_on", "2025", tables.ErrValue),
		cell("a date with the day first", statements, master, "due_on", "31/12/2025", tables.ErrValue),
		cell("a date without basis", statements, master, "due_basis", "", tables.ErrMissing),
		cell("a basis without date", statements, standing, "due_basis", "stated", tables.ErrUnwanted),
	})
}

func TestBaselinesReferToADatedFigure(t *testing.T) {
	const target = "senior-gross-enrolment"
	refused(t, []spoilt{
		cell("a baseline of a statement that does not exist", statements, target, "baseline", "base-nothing/rate", tables.ErrReference),
		cell("a baseline that the statement does not have", statements, target, "baseline", "base-senior-gross/share", tables.ErrReference),
		cell("a baseline without its figure", statements, target, "baseline", "base-senior-gross", tables.ErrReference),
		cell("a baseline of nothing but a stroke", statements, target, "baseline", "/", tables.ErrReference),
		cell("a figure that has no date, a rise of 18.1 points", statements, target, "baseline", "base-senior-gross/rise", tables.ErrReference),
		{"a baseline whose figure lost its date",
			func(c copies) { c.set(figures, "base-senior-gross,rate", "on", "") },
			[]fault{{statements, target, "baseline", tables.ErrReference}}},
	})
}

func TestBaselinesMayStandAnywhere(t *testing.T) {
	c := copyTables(t)
	c.set(statements, "preschool-gross-enrolment", "baseline", "base-senior-gross/rate")
	read, err := tables.ReadFrom(c.files("", "\n"))
	require.NoError(t, err)
	for _, s := range read.Statements {
		if s.ID == "preschool-gross-enrolment" {
			assert.Equal(t, quantity.MustAmount(95, 100, quantity.Percent), s.Baseline.Amount)
		}
	}
}
