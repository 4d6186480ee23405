package main

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// facts describes the records of every subject by their fields.
func facts() object {
	return object{
		fact[attainment.Record](), fact[class.Record](), fact[countyyear.Record](), fact[enrolment.Record](),
		fact[honours.Record](), fact[pupil.Record](), fact[school.Record](), fact[teacher.Record](),
	}
}

// fact describes a record: an object with the keys of the subject's fields, each
// with a value that the field's Parse reads. What is left out is unknown.
func fact[R indicators.Record[R]]() member {
	var none R
	s := none.Subject()
	var properties object
	for _, f := range s.Fields() {
		text := f.Label().EN + " " + f.Label().ZH
		if words := f.Vocabulary(); words != nil {
			keys := []any{nil, "", "invalid"}
			for _, e := range words.Entries() {
				keys = append(keys, e.Key)
			}
			properties = append(properties, member{f.Key(), object{{"description", text}, {"enum", keys}}})
			continue
		}
		properties = append(properties, member{f.Key(), object{{"description", text + ", " + f.Unit().String()}, {"anyOf", number(f.Unit())}}})
	}
	return member{s.Key(), object{{"description", "one record of " + s.Label().EN + " " + s.Label().ZH}, {"type", "object"},
		{"properties", properties}, {"additionalProperties", false}}}
}

// number returns the forms of a number: known, unknown, invalid.
func number(unit quantity.Unit) []object {
	unknown, invalid := object{{"type", "null"}}, object{{"type", "string"}, {"pattern", "^(invalid: [a-z-]+)?$"}}
	switch {
	case unit == quantity.Day:
		return []object{{{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}, unknown, invalid}
	case unit.Scale() == 1:
		return []object{{{"type", "integer"}, {"minimum", 0}}, unknown, invalid}
	}
	return []object{{{"description", "with two decimals at most"}, {"type", "number"}, {"minimum", 0}}, unknown, invalid}
}
