package report

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/eduplan/tonghua/rules/verdict"
)

//go:embed schema/report.schema.json
var schema []byte

// Schema returns the JSON schema (draft 2020-12) of what a report marshals to.
func Schema() []byte { return bytes.Clone(schema) }

// rowJSON is a row without the way in which its groups are written.
type rowJSON Row

// groupJSON is a group whose result is what it says otherwise than the statement's.
type groupJSON struct {
	Name   string          `json:"name"`
	Result json.RawMessage `json:"result"`
}

// saidOfGroup is what a group says in words: its sentence stands at the statement.
var saidOfGroup = []string{"breach", "verdict", "value", "short"}

// MarshalJSON writes the row with what all groups say alike once: the result of a group has
// those fields alone in which it differs from that of the statement, null for a field that
// it does not have. Where the statement has no result, groups have theirs whole.
func (row Row) MarshalJSON() ([]byte, error) {
	out := struct {
		rowJSON
		Groups []groupJSON `json:"groups,omitzero"`
	}{rowJSON: rowJSON(row)}
	out.rowJSON.Groups = nil
	if len(row.Groups) == 0 {
		return json.Marshal(out)
	}
	base, err := tree(row.Result)
	if err != nil {
		return nil, err
	}
	for _, g := range row.Groups {
		own, err := tree(g.Result)
		if err != nil {
			return nil, err
		}
		if result, ok := own.(map[string]any); ok && base != nil {
			said, _ := result["said"].(map[string]any)
			own = otherwise(base, own)
			if result, ok = own.(map[string]any); ok {
				result["said"] = only(said, saidOfGroup)
			}
		}
		data, err := json.Marshal(own)
		if err != nil {
			return nil, err
		}
		out.Groups = append(out.Groups, groupJSON{g.Name, data})
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (row *Row) UnmarshalJSON(data []byte) error {
	in := struct {
		*rowJSON
		Groups []groupJSON `json:"groups"`
	}{rowJSON: (*rowJSON)(row)}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	row.Groups = nil
	if len(in.Groups) == 0 {
		return nil
	}
	base, err := tree(row.Result)
	if err != nil {
		return err
	}
	for _, g := range in.Groups {
		own, err := decoded(g.Result)
		if err != nil {
			return fmt.Errorf("report: group %q: %w", g.Name, err)
		}
		whole, err := json.Marshal(joined(base, own))
		if err != nil {
			return err
		}
		one := Group{Name: g.Name}
		if err := json.Unmarshal(whole, &one.Result); err != nil {
			return fmt.Errorf("report: group %q: %w", g.Name, err)
		}
		row.Groups = append(row.Groups, one)
	}
	return nil
}

// tree is a value as JSON has it, nil for no result.
func tree[V *verdict.Result | verdict.Result](v V) (any, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return decoded(data)
}

func decoded(data []byte) (v any, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	return v, d.Decode(&v)
}

// only returns some members of an object.
func only(of map[string]any, keys []string) map[string]any {
	some := map[string]any{}
	for _, key := range keys {
		if v, there := of[key]; there {
			some[key] = v
		}
	}
	return some
}

// otherwise returns what own says otherwise than base: of objects the members that
// differ, null for one that is missing; of two lists of as many objects their differences
// one by one; of anything else own.
func otherwise(base, own any) any {
	switch own := own.(type) {
	case map[string]any:
		of, ok := base.(map[string]any)
		if !ok {
			return own
		}
		out := map[string]any{}
		for key, v := range own {
			if b, there := of[key]; !there {
				out[key] = v
			} else if !reflect.DeepEqual(b, v) {
				out[key] = otherwise(b, v)
			}
		}
		for key := range of {
			if _, there := own[key]; !there {
				out[key] = nil
			}
		}
		return out
	case []any:
		return eachPair(base, own, otherwise)
	}
	return own
}

// joined takes a difference back.
func joined(base, own any) any {
	switch own := own.(type) {
	case map[string]any:
		of, ok := base.(map[string]any)
		if !ok {
			return own
		}
		out := map[string]any{}
		for key, v := range of {
			out[key] = v
		}
		for key, v := range own {
			if v == nil {
				delete(out, key)
			} else {
				out[key] = joined(of[key], v)
			}
		}
		return out
	case []any:
		return eachPair(base, own, joined)
	}
	return own
}

// eachPair does something with each object of a list and its counterpart; where the other
// is no list of as many objects the list stays whole.
func eachPair(base any, own []any, do func(base, own any) any) any {
	of, ok := base.([]any)
	if !ok || len(of) != len(own) {
		return own
	}
	out := make([]any, len(own))
	for i := range own {
		_, one := of[i].(map[string]any)
		_, other := own[i].(map[string]any)
		if !one || !other {
			return own
		}
		out[i] = do(of[i], own[i])
	}
	return out
}

// Compact returns the report as JSON without texts, for programs that have the plan's own
// catalogue: figures, verdicts, keys, dates and numbers; what is false is left out. A report is not read back from it.
func (r *Report) Compact() ([]byte, error) {
	data, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	all, err := decoded(data)
	if err != nil {
		return nil, err
	}
	bare, _ := withoutTexts(all)
	return json.Marshal(bare)
}

// withoutTexts drops texts in two languages, what is null, empty or false, and what follows from
// the plan: figures with their origins, anomalies, what evidence has to show.
func withoutTexts(v any) (bare any, some bool) {
	switch v := v.(type) {
	case map[string]any:
		if _, zh := v["zh"]; zh {
			return nil, false
		}
		out := map[string]any{}
		for key, m := range v {
			if _, sum := v["steps"]; fromPlan[key] || sum && key == "number" {
				continue // a sum is its steps and its unit
			}
			if one, ok := withoutTexts(m); ok {
				out[key] = one
			}
		}
		return out, len(out) > 0
	case []any:
		out := []any{}
		for _, e := range v {
			if one, ok := withoutTexts(e); ok {
				out = append(out, one)
			}
		}
		return out, len(out) > 0
	case string:
		return v, v != ""
	case bool:
		return v, v
	}
	return v, v != nil
}

var fromPlan = map[string]bool{"figures": true, "anomalies": true, "wanted": true, "partly": true, "components": true, "threshold": true, "stated": true, "each": true,
	"library": true, "format": true, "edition": true, "from": true, "to": true, "deadline": true}
