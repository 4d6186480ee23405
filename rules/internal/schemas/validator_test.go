package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// invalid returns what is wrong with a value, by as much of JSON Schema as the
// schemas of this project use. A keyword that it does not know is a fault too.
func invalid(schema map[string]any, value any) []string {
	v := validator{root: schema}
	v.check(schema, value, "")
	return v.wrong
}

type validator struct {
	root  map[string]any
	wrong []string
}

func (v *validator) fail(at, format string, args ...any) {
	v.wrong = append(v.wrong, at+": "+fmt.Sprintf(format, args...))
}

func (v *validator) check(schema map[string]any, value any, at string) {
	for keyword, want := range schema {
		switch keyword {
		case "$schema", "$id", "$defs", "title", "description", "required", "additionalProperties":
		case "$ref":
			name := strings.TrimPrefix(want.(string), "#/$defs/")
			def, ok := v.root["$defs"].(map[string]any)[name].(map[string]any)
			if !ok {
				v.fail(at, "no definition %s", name)
				continue
			}
			v.check(def, value, at)
		case "type":
			if !slices.ContainsFunc(listOf(want), func(one any) bool { return isOf(one.(string), value) }) {
				v.fail(at, "%v is not of type %v", value, want)
			}
		case "enum":
			if !slices.ContainsFunc(want.([]any), func(one any) bool { return fmt.Sprint(one) == fmt.Sprint(value) && (one == nil) == (value == nil) }) {
				v.fail(at, "%v is not in the list", value)
			}
		case "const":
			if fmt.Sprint(want) != fmt.Sprint(value) {
				v.fail(at, "%v is not %v", value, want)
			}
		case "pattern":
			if s, ok := value.(string); ok && !regexp.MustCompile(want.(string)).MatchString(s) {
				v.fail(at, "%q does not match", s)
			}
		case "minimum":
			if n, ok := rat(value); ok && n.Cmp(must(rat(want))) < 0 {
				v.fail(at, "%v is too small", value)
			}
		case "items":
			list, _ := value.([]any)
			for i, one := range list {
				v.check(want.(map[string]any), one, fmt.Sprintf("%s/%d", at, i))
			}
		case "anyOf":
			if !slices.ContainsFunc(want.([]any), func(one any) bool {
				branch := validator{root: v.root}
				branch.check(one.(map[string]any), value, at)
				return len(branch.wrong) == 0
			}) {
				v.fail(at, "it is none of the forms")
			}
		case "properties":
			v.properties(schema, want.(map[string]any), value, at)
		default:
			v.fail(at, "the validator does not know %s", keyword)
		}
	}
}

func (v *validator) properties(schema, known map[string]any, value any, at string) {
	members, ok := value.(map[string]any)
	if !ok {
		return
	}
	for key, one := range members {
		if of, ok := known[key].(map[string]any); ok {
			v.check(of, one, at+"/"+key)
		} else if schema["additionalProperties"] == false {
			v.fail(at, "no one knows %s", key)
		}
	}
	required, _ := schema["required"].([]any)
	for _, key := range required {
		if _, there := members[key.(string)]; !there {
			v.fail(at, "%s is missing", key)
		}
	}
}

func listOf(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	return []any{v}
}

func isOf(kind string, value any) bool {
	switch kind {
	case "null":
		return value == nil
	case "boolean":
		_, ok := value.(bool)
		return ok
	case "string":
		_, ok := value.(string)
		return ok
	case "array":
		_, ok := value.([]any)
		return ok
	case "object":
		_, ok := value.(map[string]any)
		return ok
	}
	n, ok := rat(value)
	return ok && (kind == "number" || kind == "integer" && n.IsInt())
}

func rat(value any) (*big.Rat, bool) {
	n, ok := value.(json.Number)
	if !ok {
		return nil, false
	}
	return new(big.Rat).SetString(n.String())
}

func must(r *big.Rat, _ bool) *big.Rat { return r }

func TestTheValidatorRefusesWhatItDoesNotKnow(t *testing.T) {
	assert.Equal(t, []string{": the validator does not know oneOf"}, invalid(map[string]any{"oneOf": nil}, nil))
	assert.Equal(t, []string{": no definition x"}, invalid(map[string]any{"$ref": "#/$defs/x", "$defs": map[string]any{}}, nil))
}
