package tables_test

import (
	"testing"

	"github.com/eduplan/tonghua/plan/internal/tables"
)

func TestFiguresAreReadStrictly(t *testing.T) {
	const rate, rise = "base-senior-gross,rate", "base-senior-gross,rise"
	refused(t, []spoilt{
		cell("a figure of no statement", figures, rise, "statement", "base-nothing", tables.ErrReference),
		cell("a figure whose statement is left empty", figures, rise, "statement", "", tables.ErrMissing),
		cell("a figure without key", figures, rise, "key", "", tables.ErrMissing),
		cell("a figure that stands twice", figures, rise, "key", "rate", tables.ErrDuplicate),
		cell("a figure without comparator", figures, rise, "comparator", "", tables.ErrMissing),
		cell("a figure without value", figures, rise, "value", "", tables.ErrMissing),
		cell("a figure with a bad number", figures, rise, "value", "+18.1", tables.ErrValue),
		cell("a figure without unit", figures, rise, "unit", "", tables.ErrMissing),
		cell("a figure in an unknown unit", figures, rise, "unit", "points", tables.ErrValue),
		cell("a figure without basis", figures, rise, "basis", "", tables.ErrMissing),
		cell("a figure of an impossible day", figures, rate, "on", "2020-13-31", tables.ErrValue).
			and(fault{statements, "senior-gross-enrolment", "baseline", tables.ErrReference}),
		cell("a figure named in Chinese only", figures, rise, "name_en", "", tables.ErrMissing),
		cell("a figure named in English only", figures, rise, "name_zh", "", tables.ErrMissing),
		cell("spaces around a key", figures, rise, "key", " rise ", tables.ErrValue),
	})
}

func TestParametersAreReadStrictly(t *testing.T) {
	const from, to = "mean-years-schooling,age-from", "mean-years-schooling,age-to"
	refused(t, []spoilt{
		cell("a parameter of no statement", parameters, to, "statement", "mean-years", tables.ErrReference),
		cell("a parameter without key", parameters, to, "key", "", tables.ErrMissing),
		cell("a parameter that stands twice", parameters, to, "key", "age-from", tables.ErrDuplicate),
		cell("a parameter without unit", parameters, to, "unit", "", tables.ErrMissing),
		cell("a parameter in an unknown unit", parameters, to, "unit", "ages", tables.ErrValue),
		cell("a parameter with a bad number", parameters, to, "value", "59 years", tables.ErrValue),
		cell("a parameter without basis", parameters, to, "basis", "", tables.ErrMissing),
		cell("an origin from an impossible day", parameters, to, "from", "2021-02-29", tables.ErrValue),
		cell("a source in English only", parameters, to, "source_zh", "", tables.ErrMissing),
		cell("a source in Chinese only", parameters, to, "source_en", "", tables.ErrMissing),
		{"a parameter without source",
			func(c copies) {
				c.set(parameters, to, "source_zh", "")
				c.set(parameters, to, "source_en", "")
			},
			[]fault{{parameters, to, "source_zh", tables.ErrMissing}, {parameters, to, "source_en", tables.ErrMissing}}},
		cell("a parameter named in Chinese only", parameters, to, "name_en", "", tables.ErrMissing),
		cell("a parameter named in English only", parameters, to, "name_zh", "", tables.ErrMissing),
		{"a parameter that lost its value and kept unit, basis and source",
			func(c copies) { c.set(parameters, from, "value", "") },
			[]fault{{parameters, from, "unit", tables.ErrUnwanted}, {parameters, from, "basis", tables.ErrUnwanted},
				{parameters, from, "source_zh", tables.ErrUnwanted}, {parameters, from, "source_en", tables.ErrUnwanted}}},
	})
}

func TestReadingsAreReadStrictly(t *testing.T) {
	const first, second = "senior-master,all-teachers", "senior-master,full-time"
	const nine = "team-province-leaders,nine-tenths"
	refused(t, []spoilt{
		cell("a reading of no statement", readings, second, "statement", "senior-masters", tables.ErrReference),
		cell("a reading without key", readings, second, "key", "", tables.ErrMissing),
		cell("a reading that stands twice", readings, second, "key", "all-teachers", tables.ErrDuplicate),
		cell("a first reading that does not decide", readings, first, "decides", "no", tables.ErrValue),
		cell("a second reading that decides as well", readings, second, "decides", "yes", tables.ErrValue),
		cell("a reading that may decide", readings, second, "decides", "perhaps", tables.ErrValue),
		cell("a first reading that may decide, which is one fault and not two", readings, first, "decides", "perhaps", tables.ErrValue),
		cell("a reading that leaves open whether it decides", readings, second, "decides", "", tables.ErrMissing),
		cell("a reading named in Chinese only", readings, second, "name_en", "", tables.ErrMissing),
		cell("a reading named in English only", readings, second, "name_zh", "", tables.ErrMissing),
		cell("a reason in Chinese only", readings, second, "why_en", "", tables.ErrMissing),
		cell("a reason in English only", readings, second, "why_zh", "", tables.ErrMissing),
		cell("a threshold of its own without unit", readings, nine, "population_unit", "", tables.ErrMissing),
		cell("a threshold of its own in an unknown unit", readings, nine, "population_unit", "leader", tables.ErrValue),
		cell("a threshold of its own without value", readings, nine, "population_value", "", tables.ErrMissing),
		cell("a threshold of its own without comparator", readings, nine, "population_comparator", "", tables.ErrMissing),
		cell("a threshold of its own without basis", readings, nine, "population_basis", "", tables.ErrMissing),
		cell("a demand of its own in Chinese only", readings, nine, "demand_en", "", tables.ErrMissing),
		{"a reason why it is not computed, in English only",
			func(c copies) { c.set(readings, nine, "not_computed_en", "no data") },
			[]fault{{readings, nine, "not_computed_zh", tables.ErrMissing}}},
		cell("a threshold of its own with a bad number", readings, nine, "population_value", "nine", tables.ErrValue),
		{"the deciding reading below the other, both on the other's line",
			func(c copies) {
				i := c.line(readings, first) - 1
				lines := c.lines[readings]
				lines[i], lines[i+1] = lines[i+1], lines[i]
			},
			[]fault{{readings, first, "decides", tables.ErrValue}, {readings, second, "decides", tables.ErrValue}}},
	})
}

func TestComponentsAreReadStrictly(t *testing.T) {
	const timetable, roadmap = "plan-published,timetable", "plan-published,roadmap"
	refused(t, []spoilt{
		cell("a component of no statement", components, timetable, "statement", "plan", tables.ErrReference),
		cell("a component whose statement is left empty", components, timetable, "statement", "", tables.ErrMissing),
		cell("a component without key", components, timetable, "key", "", tables.ErrMissing),
		cell("a component that stands twice", components, roadmap, "key", "timetable", tables.ErrDuplicate),
		cell("a component that does not say of when", components, timetable, "needs", "", tables.ErrMissing),
		cell("a component that does not say how many", components, timetable, "least", "", tables.ErrMissing),
		cell("a number in words", components, timetable, "least", "one", tables.ErrValue),
		cell("a component named in Chinese only", components, timetable, "name_en", "", tables.ErrMissing),
		cell("a component named in English only", components, timetable, "name_zh", "", tables.ErrMissing),
		{"a component that nothing proves",
			func(c copies) {
				c.set(components, timetable, "is", "")
				c.set(components, timetable, "reports", "")
			},
			[]fault{{components, timetable, "is", tables.ErrMissing}}},
	})
}

func TestAnomaliesAreReadStrictly(t *testing.T) {
	const flat, boxes = "flat-senior-target", "boxes-begin-at-three"
	refused(t, []spoilt{
		cell("an anomaly without key", anomalies, flat, "key", "", tables.ErrMissing),
		cell("an anomaly that stands twice", anomalies, flat, "key", "flat-compulsory-target", tables.ErrDuplicate),
		cell("an anomaly without kind", anomalies, flat, "kind", "", tables.ErrMissing),
		cell("an anomaly without place", anomalies, flat, "places", "", tables.ErrMissing),
		cell("a place that is no clause", anomalies, flat, "places", "二（三）第9段", tables.ErrReference),
		cell("a place twice", anomalies, flat, "places", "二（三）第2段;二（三）第2段", tables.ErrDuplicate),
		cell("an anomaly above the one before it", anomalies, boxes, "places", "一", tables.ErrRow),
		cell("a statement that does not exist", anomalies, flat, "statements", "senior-gross", tables.ErrReference),
		cell("a statement twice", anomalies, flat, "statements", "base-senior-gross;base-senior-gross", tables.ErrDuplicate),
		cell("a text in Chinese only", anomalies, flat, "text_en", "", tables.ErrMissing),
		cell("a text in English only", anomalies, flat, "text_zh", "", tables.ErrMissing),
	})
}

func TestNumeralsAreReadStrictly(t *testing.T) {
	const figure, word, unprinted = "三（十）第3段,360", "三（五）第2段,一", "专栏6第3项,,,oversized-classes,each"
	refused(t, []spoilt{
		cell("a numeral without place", numerals, figure, "place", "", tables.ErrMissing),
		cell("a place that is no clause", numerals, figure, "place", "三（十）第9段", tables.ErrReference),
		cell("a numeral that is not numbered", numerals, figure, "nth", "", tables.ErrMissing),
		cell("a numeral before the first", numerals, figure, "nth", "0", tables.ErrValue),
		cell("a number in words", numerals, figure, "nth", "first", tables.ErrValue),
		cell("a figure of no statement", numerals, figure, "statement", "training-hours", tables.ErrReference),
		cell("a figure that does not say which it is", numerals, figure, "of", "", tables.ErrMissing),
		cell("a printed figure with a value of its own", numerals, figure, "value", "360", tables.ErrUnwanted),
		cell("a figure with a reason why it is none", numerals, figure, "reason", "plain-word", tables.ErrUnwanted),
		cell("a numeral that is no figure, without reason", numerals, word, "reason", "", tables.ErrMissing),
		cell("a numeral that is no figure and says which it is", numerals, word, "of", "each", tables.ErrUnwanted),
		cell("a numeral that is no figure, with a key", numerals, word, "key", "upper", tables.ErrUnwanted),
		cell("an unprinted figure without value", numerals, unprinted, "value", "", tables.ErrMissing),
		cell("an unprinted figure without reason", numerals, unprinted, "reason", "", tables.ErrMissing),
		cell("an unprinted figure that is numbered", numerals, unprinted, "nth", "1", tables.ErrUnwanted),
		{"a row twice", func(c copies) {
			i := c.line(numerals, figure) - 1
			c.lines[numerals][i+1] = c.lines[numerals][i]
		}, []fault{{numerals, "三（十）第3段,一,2", "token", tables.ErrDuplicate}}},
	})
}

func TestSeveralFaultsAreReportedTogether(t *testing.T) {
	refused(t, []spoilt{
		{"one fault in each table",
			func(c copies) {
				c.set(clauses, "专栏9", "title_en", "")
				c.set(statements, "teacher-training-hours", "each_unit", "hours")
				c.set(statements, "senior-master", "due_on", "2025-12-32")
				c.set(figures, "base-senior-gross,rise", "unit", "")
				c.set(parameters, "mean-years-schooling,age-to", "basis", "")
				c.set(readings, "senior-master,full-time", "decides", "yes")
			},
			[]fault{
				{clauses, "专栏9", "title_en", tables.ErrMissing},
				{statements, "teacher-training-hours", "each_unit", tables.ErrValue},
				{statements, "senior-master", "due_on", tables.ErrValue},
				{figures, "base-senior-gross,rise", "unit", tables.ErrMissing},
				{parameters, "mean-years-schooling,age-to", "basis", tables.ErrMissing},
				{readings, "senior-master,full-time", "decides", tables.ErrValue},
			}},
		{"three faults in one row",
			func(c copies) {
				c.set(statements, "senior-master", "kind", "")
				c.set(statements, "senior-master", "population_value", "twelve")
				c.set(statements, "senior-master", "name_en", "")
			},
			[]fault{
				{statements, "senior-master", "kind", tables.ErrMissing},
				{statements, "senior-master", "population_value", tables.ErrValue},
				{statements, "senior-master", "name_en", tables.ErrMissing},
			}},
		{"a table with a bad header and a fault in another",
			func(c copies) {
				c.lines[parameters][0] += ",colour"
				c.set(readings, "senior-master,full-time", "why_zh", "")
			},
			[]fault{{parameters, "", "colour", tables.ErrColumn}, {readings, "senior-master,full-time", "why_zh", tables.ErrMissing}}},
		{"a misspelt ID leaves its readings, and the target that starts from it, without a statement",
			func(c copies) { c.set(statements, "base-dual-qualified", "id", "base-dual") },
			[]fault{
				{statements, "dual-qualified-specialist", "baseline", tables.ErrReference},
				{figures, "base-dual-qualified,share-before", "statement", tables.ErrReference},
				{figures, "base-dual-qualified,share", "statement", tables.ErrReference},
				{anomalies, "dual-qualified-scopes", "statements", tables.ErrReference},
				{numerals, "一（一）第6段,47%", "statement", tables.ErrReference},
				{numerals, "一（一）第6段,56%", "statement", tables.ErrReference},
			}},
	})
}
