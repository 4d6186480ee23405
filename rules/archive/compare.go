package archive

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
)

// comparison is how two reports differ.
type comparison struct {
	words      bool      // in anything at all
	statements []plan.ID // that do not say the same, their words apart
	summary    bool      // in their summaries, although the statements say the same
}

// compare compares an archived report with one made again, without the statements that
// other rules count. A report of the same version says the same of each statement; a
// later one may say more.
func compare(was document, again *report.Report, others []plan.ID, exactly bool) (c comparison, err error) {
	data, err := json.Marshal(again)
	if err != nil {
		return c, err
	}
	is, err := read(data)
	if err != nil {
		return c, err
	}
	said, letter := manner{exactly: exactly}, manner{exactly: exactly, words: true}
	for id, row := range was.rows {
		switch {
		case slices.Contains(others, id) || letter.same(is.rows[id], row):
		case said.same(is.rows[id], row):
			c.words = true
		default:
			c.statements = append(c.statements, id)
		}
	}
	for id := range is.rows {
		if _, there := was.rows[id]; exactly && !there {
			c.statements = append(c.statements, id)
		}
	}
	slices.Sort(c.statements)
	c.words = c.words || !letter.same(is.rest, was.rest)
	c.summary = exactly && len(others) == 0 && len(c.statements) == 0 && !said.same(is.rest, was.rest)
	return c, nil
}

// document is a report as JSON, its rows apart.
type document struct {
	rows   map[plan.ID]any
	judged map[plan.ID]bool // the statements that have a result
	rest   any
}

// read takes a report's JSON apart.
func read(data []byte) (document, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var all map[string]any
	if err := d.Decode(&all); err != nil {
		return document{}, fmt.Errorf("archive: the report: %w", err)
	}
	out := document{map[plan.ID]any{}, map[plan.ID]bool{}, all}
	for _, part := range listIn(all, "parts") {
		for _, section := range listIn(part, "sections") {
			for _, row := range listIn(section, "rows") {
				if of, ok := row.(map[string]any); ok {
					id, _ := of["statement"].(string)
					out.rows[plan.ID(id)] = row
					if of["result"] != nil {
						out.judged[plan.ID(id)] = true
					}
				}
			}
			if of, ok := section.(map[string]any); ok {
				delete(of, "rows")
			}
		}
	}
	return out, nil
}

// listIn returns a list that is a member of an object.
func listIn(object any, key string) []any {
	of, _ := object.(map[string]any)
	list, _ := of[key].([]any)
	return list
}

// manner is how closely two reports are compared.
type manner struct {
	exactly bool // what only the later one says counts
	words   bool // texts in two languages and printed numbers count
}

// same reports whether what is said now is what was said. By which version is not.
func (m manner) same(now, was any) bool {
	switch was := was.(type) {
	case map[string]any:
		of, ok := now.(map[string]any)
		if isText(was) && !m.words {
			return ok || now == nil
		}
		if !ok {
			return false
		}
		for key, value := range was {
			if !m.passes(key) && !m.same(of[key], value) {
				return false
			}
		}
		for key, value := range of {
			if _, there := was[key]; m.exactly && !there && !m.passes(key) && value != nil && (m.words || !isTextValue(value)) {
				return false
			}
		}
		return true
	case []any:
		of, _ := now.([]any)
		if len(of) != len(was) {
			return false
		}
		for i := range was {
			if !m.same(of[i], was[i]) {
				return false
			}
		}
		return true
	}
	return now == was || was == nil && !m.words && isTextValue(now)
}

// passes reports whether a member is passed over.
func (m manner) passes(key string) bool {
	return key == "library" || key == "format" || key == "printed" && !m.words
}

func isTextValue(v any) bool {
	of, ok := v.(map[string]any)
	return ok && isText(of)
}

// isText reports whether an object is a text in two languages.
func isText(object map[string]any) bool {
	_, zh := object["zh"].(string)
	_, en := object["en"].(string)
	return zh && en && len(object) == 2
}
