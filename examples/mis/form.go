package mis

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Record is a record as it is stored, with what each rule makes of it.
type Record struct {
	Register  string
	Key       string
	County    string // code
	School    string // code; "" in a register without schools
	Persons   bool   // whether the register is one of persons
	Fields    []Field
	Explained []verdict.Explanation
}

// Field is a cell of a record.
type Field struct {
	Name   string
	Label  string // as the schema explains the column, in Chinese
	Text   string // "" for nothing
	Number bool   // whether the column holds numbers
	IsKey  bool
}

// Record reads a record of a register whose records have numbers, and says whether there is
// one of the number.
func (s *Store) Record(ctx context.Context, asOf quantity.Date, register, key string) (record *Record, there bool, err error) {
	r, err := named(register)
	if err != nil {
		return nil, false, err
	}
	err = s.read(ctx, func(tx *sql.Tx) error {
		record, there, err = r.record(ctx, tx, s.engine, asOf, key)
		return err
	})
	return record, there, err
}

func (r *register[T, R]) record(ctx context.Context, db querier, e engine, asOf quantity.Date, key string) (*Record, bool, error) {
	row, there, err := r.find(ctx, db, e, key)
	if err != nil || !there {
		return nil, false, err
	}
	panel, err := r.panel(asOf)
	if err != nil {
		return nil, false, err
	}
	one := &Record{Register: r.name, Key: key, County: r.county(&row), Persons: r.persons}
	if r.school != nil {
		one.School = r.school(&row)
	}
	if one.Explained, err = panel.Explain(asOf, row); err != nil {
		return nil, false, err
	}
	for _, c := range r.show(&row) {
		f, err := c.field()
		if err != nil {
			return nil, false, err
		}
		f.Label, f.IsKey = labels()[r.name+"."+c.name], c.name == r.named
		one.Fields = append(one.Fields, f)
	}
	return one, true, nil
}

// field is a cell as a form shows it.
func (c column) field() (Field, error) {
	cell, err := c.cell()
	f := Field{Name: c.name, Number: c.holdsNumbers()}
	switch v := cell.(type) {
	case nil:
	case string:
		f.Text = v
	case int64:
		f.Text = strconv.FormatInt(v, 10)
	case float64:
		f.Text = strconv.FormatFloat(v, 'f', -1, 64)
	default:
		f.Text = fmt.Sprint(v)
	}
	return f, err
}

func (c column) holdsNumbers() bool {
	switch c.value.(type) {
	case *sql.Null[int], *sql.Null[float64], **int, *int, *int64:
		return true
	}
	return false
}

// AmendForm is [Store.Amend] with the texts of a form by the names of the columns; an empty
// text is no value.
func (s *Store) AmendForm(ctx context.Context, asOf quantity.Date, register string, texts map[string]string) ([]verdict.Explanation, error) {
	r, err := named(register)
	if err != nil {
		return nil, err
	}
	fields := map[string]json.RawMessage{}
	numbers := r.numbers()
	for name, text := range texts {
		if name != r.keyColumn() { // a number with blanks around it is another number
			text = strings.TrimSpace(text)
		}
		switch {
		case text == "":
			fields[name] = json.RawMessage("null")
		case numbers[name] && !json.Valid([]byte(text)):
			return nil, &FieldError{name, fmt.Errorf("%q is no number", text)}
		case numbers[name]:
			fields[name] = json.RawMessage(text)
		default:
			if fields[name], err = json.Marshal(text); err != nil {
				return nil, &FieldError{name, err}
			}
		}
	}
	data, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	return r.amend(ctx, s, asOf, data)
}

// numbers are the columns that hold numbers.
func (r *register[T, R]) numbers() map[string]bool {
	var row T
	all := map[string]bool{}
	for _, c := range r.show(&row) {
		all[c.name] = c.holdsNumbers()
	}
	return all
}

// A line of the schema: the name of a table, or a column with its label.
var (
	tableLine  = regexp.MustCompile(`^CREATE TABLE (\w+)`)
	columnLine = regexp.MustCompile(`^ +(\w+) [^-]*-- (.*)$`)
	addedLine  = regexp.MustCompile(`^ALTER TABLE (\w+) ADD COLUMN (\w+) [^-]*-- (.*)$`)
)

// labels are how the schema explains its columns, by table and column.
var labels = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, step := range migrations() {
		table := ""
		for line := range strings.Lines(step) {
			line = strings.TrimRight(line, "\n")
			if found := tableLine.FindStringSubmatch(line); found != nil {
				table = found[1]
			} else if found := columnLine.FindStringSubmatch(line); found != nil {
				all[table+"."+found[1]] = found[2]
			} else if found := addedLine.FindStringSubmatch(line); found != nil {
				all[found[1]+"."+found[2]] = found[3]
			}
		}
	}
	return all
})
