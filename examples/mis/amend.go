package mis

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Amend saves some fields of a record of a register, as a JSON object by the names of the
// columns, and says what each rule on the register makes of it as it is stored on the day.
// Fields that are left out stay as they are; in a person of the staff "trainings" takes the
// place of all trainings:
//
//	store.Amend(ctx, asOf, "staff", []byte(`{"staff_no": "JZG000001", "degree": "硕士",
//		"trainings": [{"day": "2025-07-20", "title": "新课程标准培训", "hours": 72.5}]}`))
//
// After an error nothing is saved. A register without numbers of its own, or that is not
// there, is a [RegisterError].
func (s *Store) Amend(ctx context.Context, asOf quantity.Date, register string, fields []byte) ([]verdict.Explanation, error) {
	r, err := named(register)
	if err != nil {
		return nil, err
	}
	return r.amend(ctx, s, asOf, fields)
}

// RegisterError says that there is no such register, or that its rows have no numbers.
type RegisterError struct{ Register string }

// Error returns the text in English.
func (e *RegisterError) Error() string {
	return fmt.Sprintf("mis: there is no register %q whose records have numbers", e.Register)
}

// named finds the register of a name whose records have numbers.
func named(name string) (judging, error) {
	for _, r := range book {
		if r.table() == name && r.hasKeys() {
			return r, nil
		}
	}
	return nil, &RegisterError{name}
}

// FieldError says that fields to save are not as the table wants them.
type FieldError struct {
	Field string // "" for all of them
	Err   error  // nil where the table has no such column
}

// Error returns the text in English.
func (e *FieldError) Error() string {
	switch {
	case e.Field == "":
		return fmt.Sprintf("mis: no JSON object: %v", e.Err)
	case e.Err == nil:
		return "mis: there is no column " + e.Field
	}
	return fmt.Sprintf("mis: column %s: %v", e.Field, e.Err)
}

// Unwrap returns what is wrong with the value.
func (e *FieldError) Unwrap() error { return e.Err }

func (r *register[T, R]) amend(ctx context.Context, s *Store, asOf quantity.Date, data []byte) ([]verdict.Explanation, error) {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, &FieldError{Err: err}
	}
	var key string
	if raw, there := fields[r.named]; there {
		if err := json.Unmarshal(raw, &key); err != nil {
			return nil, &FieldError{r.named, err}
		}
	}
	return save(ctx, s, r, asOf, key, func(tx *sql.Tx) (T, error) {
		row, there, err := r.find(ctx, tx, s.engine, key)
		if err != nil {
			return row, err
		}
		left := maps.Clone(fields)
		if there { // its number is as it stands, blanks and all
			delete(left, r.named)
		}
		if err := r.take(&row, left); err != nil {
			return row, err
		}
		if len(left) > 0 {
			return row, &FieldError{Field: strings.Join(slices.Sorted(maps.Keys(left)), ", ")}
		}
		return row, nil
	})
}

// take reads the fields of a row that are there, and takes them out of the rest.
func (t table[T]) take(row *T, fields map[string]json.RawMessage) error {
	for _, c := range t.columns(row) {
		raw, there := fields[c.name]
		if !there {
			continue
		}
		delete(fields, c.name)
		if err := c.parse(raw); err != nil {
			return &FieldError{c.name, err}
		}
	}
	return nil
}

// parse reads a value; null is what the table has for nothing.
func (c column) parse(raw json.RawMessage) error {
	switch to := c.value.(type) {
	case *sql.Null[int]:
		return parsed(raw, to)
	case *sql.Null[float64]:
		return parsed(raw, to)
	case *string:
		var text *string
		err := json.Unmarshal(raw, &text)
		if *to = ""; text != nil {
			*to = strings.TrimSpace(*text)
		}
		return err
	}
	return json.Unmarshal(raw, c.value)
}

func parsed[V any](raw json.RawMessage, to *sql.Null[V]) error {
	var value *V
	err := json.Unmarshal(raw, &value)
	if *to = (sql.Null[V]{}); value != nil {
		*to = sql.Null[V]{V: *value, Valid: true}
	}
	return err
}

// takeStaff reads the fields of a person, and the list of trainings.
func takeStaff(s *Staff, fields map[string]json.RawMessage) error {
	raw, there := fields["trainings"]
	delete(fields, "trainings")
	if err := staff.take(&s.Teacher, fields); err != nil || !there {
		return err
	}
	var list []map[string]json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		return &FieldError{"trainings", err}
	}
	s.Trainings = make([]Training, len(list))
	for i, one := range list {
		row := attended{Training: s.Trainings[i]}
		if err := trainings.take(&row, one); err != nil {
			return err
		}
		for name := range one {
			return &FieldError{Field: "trainings." + name}
		}
		s.Trainings[i] = row.Training
	}
	return nil
}
