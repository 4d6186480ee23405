package main

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// builder turns Go types into definitions of a schema.
type builder struct {
	said  comments
	defs  object
	known map[reflect.Type]bool
}

// special describes the types whose JSON is not that of their Go form.
func (b *builder) special(t reflect.Type) (form func() object, ok bool) {
	number := func(key string, of object) object {
		return object{{key, of}, {"unit", b.of(reflect.TypeFor[quantity.Unit]())}}
	}
	switch t {
	case reflect.TypeFor[quantity.Date]():
		return func() object {
			return object{{"description", "a day, 2025-12-31, null if unknown, or why it is invalid"}, {"type", []string{"string", "null"}},
				{"pattern", `^([0-9]{4}-[0-9]{2}-[0-9]{2}|invalid: [a-z-]+)$`}}
		}, true
	case reflect.TypeFor[quantity.Amount]():
		return func() object {
			return object{{"description", "a number with its unit, null for none; the number is exact, in digits or as a fraction"}, {"type", []string{"object", "null"}},
				{"properties", number("number", object{{"type", "string"}, {"pattern", `^[0-9]+(\.[0-9]+)?(/[0-9]+)?$`}})},
				{"required", []string{"number", "unit"}}, {"additionalProperties", false}}
		}, true
	case reflect.TypeFor[quantity.Total]():
		return func() object {
			return object{{"description", "a sum in whole steps of its unit, beside it the number as it is printed"}, {"type", "object"},
				{"properties", append(number("steps", object{{"type", "integer"}, {"minimum", 0}}), member{"number", object{{"type", "string"}}})},
				{"required", []string{"steps", "unit", "number"}}, {"additionalProperties", false}}
		}, true
	case reflect.TypeFor[quantity.Ratio]():
		return func() object {
			return b.with(t, "printed", object{{"description", "the value rounded half up to two decimals, for tables; empty where there is none"}, {"type", "string"}})
		}, true
	case reflect.TypeFor[verdict.Result]():
		return func() object { return b.with(t, "said", b.of(reflect.TypeFor[verdict.Said]())) }, true
	case reflect.TypeFor[report.Group]():
		return func() object {
			return object{{"description", "a group, with what its result says otherwise than the statement's"}, {"type", "object"},
				{"properties", object{{"name", object{{"type", "string"}}}, {"result", object{{"type", "object"}}}}},
				{"required", []string{"name", "result"}}, {"additionalProperties", false}}
		}, true
	case reflect.TypeFor[plan.ID]():
		return func() object {
			return object{{"description", "names a statement for ever: lower-case words joined by hyphens"}, {"type", "string"}, {"pattern", "^[a-z0-9]+(-[a-z0-9]+)*$"}}
		}, true
	case reflect.TypeFor[plan.Place]():
		return func() object {
			return object{{"description", "a clause as the document numbers it, 三（十）第3段"}, {"type", "string"}}
		}, true
	}
	return nil, false
}

// of returns the schema of a type: a reference to its definition, or what it is.
func (b *builder) of(t reflect.Type) any {
	if form, ok := b.special(t); ok {
		return b.defined(t, form)
	}
	if t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
		return b.defined(t, func() object { return object{}.with("description", b.said[t.String()]).with("enum", words(t)) })
	}
	switch t.Kind() {
	case reflect.Struct:
		return b.defined(t, func() object { return b.fields(t) })
	case reflect.Pointer:
		return object{{"anyOf", []any{b.of(t.Elem()), object{{"type", "null"}}}}}
	case reflect.Slice:
		return object{{"type", []string{"array", "null"}}, {"items", b.of(t.Elem())}}
	case reflect.String:
		return object{{"type", "string"}}
	case reflect.Bool:
		return object{{"type", "boolean"}}
	case reflect.Int, reflect.Int64:
		return object{{"type", "integer"}}
	}
	panic(fmt.Sprintf("schemas: no schema for type %s", t))
}

// defined puts a type among the definitions, and refers to it.
func (b *builder) defined(t reflect.Type, form func() object) any {
	name := strings.ReplaceAll(t.String(), ".", "-")
	if !b.known[t] {
		b.known[t] = true
		at := len(b.defs)
		b.defs = append(b.defs, member{key: name}) // before the types that it holds
		b.defs[at].value = form()
	}
	return object{{"$ref", "#/$defs/" + name}}
}

// fields describes a struct. A field with omitzero may be absent.
func (b *builder) fields(t reflect.Type) object {
	properties, required := b.members(t)
	return b.object(t, properties, required)
}

// with describes a struct whose JSON has a property more, that follows from the rest.
func (b *builder) with(t reflect.Type, key string, property any) object {
	properties, required := b.members(t)
	return b.object(t, append(properties, member{key, property}), append(required, key))
}

func (b *builder) object(t reflect.Type, properties object, required []string) object {
	return object{}.with("description", b.said[t.String()]).with("type", "object").
		with("properties", properties).with("required", required).with("additionalProperties", false)
}

// members returns the properties of a struct, those of embedded structs among
// them, and which of them must be there.
func (b *builder) members(t reflect.Type) (properties object, required []string) {
	required = []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && key == "" {
			inner, wanted := b.members(f.Type)
			properties, required = append(properties, inner...), append(required, wanted...)
			continue
		}
		if key == "" {
			continue
		}
		property, text := b.of(f.Type), b.said[t.String()+"."+f.Name]
		if o, ok := property.(object); ok && text != "" {
			property = append(object{{"description", text}}, o...)
		}
		properties = append(properties, member{key, property})
		if options == "" {
			required = append(required, key)
		}
	}
	return properties, required
}

// words returns the closed list of a type that marshals as a word: those texts
// that it writes and reads again.
func words(t reflect.Type) []string {
	var all []string
	for n := range 256 {
		v := reflect.New(t)
		v.Elem().SetUint(uint64(n))
		text, err := v.Elem().Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			continue
		}
		back := reflect.New(t)
		if err := back.Interface().(encoding.TextUnmarshaler).UnmarshalText(text); err == nil && back.Elem().Uint() == uint64(n) {
			all = append(all, string(text))
		}
	}
	return all
}
