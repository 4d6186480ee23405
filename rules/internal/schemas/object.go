package main

import (
	"bytes"
	"encoding/json"
)

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, v := range []any{m.key, m.value} {
			if j > 0 {
				b.WriteByte(':')
			}
			var part bytes.Buffer
			e := json.NewEncoder(&part)
			e.SetEscapeHTML(false)
			if err := e.Encode(v); err != nil {
				return nil, err
			}
			b.Write(bytes.TrimSpace(part.Bytes()))
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// with adds members that have a value.
func (o object) with(key string, value any) object {
	if value == nil || value == "" {
		return o
	}
	return append(o, member{key, value})
}

// printed returns the object as a file holds it.
func (o object) printed() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "\t")
	if err := e.Encode(o); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
