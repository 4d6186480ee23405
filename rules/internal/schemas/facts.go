package main

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/subjects"
)

// facts describes the records of every subject by their fields.
func facts() object {
	var all object
	for _, s := range subjects.All() {
		all = append(all, fact(s))
	}
	return all
}

// fact describes a record: an object with the keys of the subject's fields, each
// with a value that the field's Parse reads. What is left out is unknown.
func fact(s indicators.SubjectView) member {
	var properties object
	for _, f := range s.FieldViews() {
		text := f.Label.EN + " " + f.Label.ZH
		if len(f.Words) > 0 {
			keys := []any{nil, "", "invalid"}
			for _, e := range f.Words {
				keys = append(keys, e.Key)
			}
			properties = append(properties, member{f.Key, object{{"description", text}, {"enum", keys}}})
			continue
		}
		properties = append(properties, member{f.Key, object{{"description", text + ", " + f.Unit.String()}, {"anyOf", number(f.Unit)}}})
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
