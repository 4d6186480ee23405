package main

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/account"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/cell"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/estate"
	"github.com/eduplan/tonghua/indicators/ethicscase"
	"github.com/eduplan/tonghua/indicators/grade"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/kindergarten"
	"github.com/eduplan/tonghua/indicators/privateschool"
	"github.com/eduplan/tonghua/indicators/programme"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/reporting"
	"github.com/eduplan/tonghua/indicators/researcher"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/indicators/student"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/indicators/township"
	"github.com/eduplan/tonghua/indicators/transition"
)

// facts describes the records of every subject by their fields.
func facts() object {
	return object{
		fact[account.Record](), fact[attainment.Record](), fact[cell.Record](), fact[class.Record](),
		fact[county.Record](), fact[countyyear.Record](), fact[enrolment.Record](), fact[estate.Record](),
		fact[ethicscase.Record](), fact[grade.Record](), fact[honours.Record](), fact[kindergarten.Record](),
		fact[privateschool.Record](), fact[programme.Record](), fact[pupil.Record](), fact[reporting.Record](),
		fact[researcher.Record](), fact[school.Record](), fact[specialchild.Record](), fact[student.Record](),
		fact[teacher.Record](), fact[township.Record](), fact[transition.Record](),
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
