package mis

import (
	"context"
	"database/sql"
	"encoding"
	"fmt"
	"iter"
	"strconv"
	"strings"
)

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// table says once how the rows of a table are written and read.
type table[T any] struct {
	name    string
	key     []string // what rows are ordered by; a table without names of its own has numbered lines
	columns func(row *T) []column
}

// column is a column with the place of its value in a row.
type column struct {
	name  string
	value any // a pointer
}

// numbered reports whether the rows have no name, so that each has the number of its line.
func (t table[T]) numbered() bool { return t.key[0] == "line" }

// names are the columns that hold the fields of a row.
func (t table[T]) names() (names []string) {
	var row T
	for _, c := range t.columns(&row) {
		names = append(names, c.name)
	}
	return names
}

// some says which rows of a table are wanted: those with a value in a column. The zero
// value wants all.
type some struct{ column, value string }

// where writes the condition with its values.
func (s some) where(e engine) (condition string, args []any) {
	if s.column == "" {
		return "", nil
	}
	return e.marked(" WHERE " + s.column + " = ?"), []any{s.value}
}

// all yields the rows that are wanted in the order of the key. What is wrong with the
// connection, however late, is an error of the last pair: the rows before it are not the
// whole table.
func (t table[T]) all(ctx context.Context, db querier, e engine, wanted some) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var row, blank T
		where, args := wanted.where(e)
		if err := t.each(ctx, db, where, func(read func() error) (bool, error) {
			row = blank
			if err := read(); err != nil {
				return false, err
			}
			return yield(row, nil), nil
		}, &row, args...); err != nil {
			yield(blank, err)
		}
	}
}

// one reads the row of a key, and says whether there is one.
func (t table[T]) one(ctx context.Context, db querier, e engine, key ...any) (row T, there bool, err error) {
	where := make([]string, len(t.key))
	for i, name := range t.key {
		where[i] = name + " = ?"
	}
	err = t.each(ctx, db, e.marked(" WHERE "+strings.Join(where, " AND ")), func(read func() error) (bool, error) {
		there = true
		return false, read()
	}, &row, key...)
	return row, there, err
}

// each calls a function for every row of a query until it says no, with a function that
// fills the row.
func (t table[T]) each(ctx context.Context, db querier, where string, do func(read func() error) (bool, error), row *T, args ...any) (err error) {
	rows, err := db.QueryContext(ctx, "SELECT "+strings.Join(t.names(), ", ")+" FROM "+t.name+where+" ORDER BY "+strings.Join(t.key, ", "), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	into := places(t.columns(row))
	read := func() error { return rows.Scan(into...) }
	for rows.Next() {
		if more, err := do(read); err != nil || !more {
			return err
		}
	}
	return rows.Err()
}

// places are where the cells of a row are read into.
func places(columns []column) []any {
	into := make([]any, len(columns))
	for i, c := range columns {
		into[i] = c.value
		if text, is := c.value.(*string); is {
			into[i] = (*nullable)(text)
		}
	}
	return into
}

// nullable reads NULL as the empty text.
type nullable string

// Scan takes a cell.
func (n *nullable) Scan(cell any) error {
	switch v := cell.(type) {
	case nil:
		*n = ""
	case string:
		*n = nullable(v)
	case []byte:
		*n = nullable(v)
	case int64: // a column of codes that somebody has declared as numbers
		*n = nullable(strconv.FormatInt(v, 10))
	default:
		return fmt.Errorf("mis: a text is wanted, found %T", cell)
	}
	return nil
}

// written keeps what has a text of its own, such as a date or a kind of evidence.
type written struct {
	value interface {
		encoding.TextMarshaler
		encoding.TextUnmarshaler
	}
	unset func() bool // whether it is NULL
}

// spelled is a column of such values, whose zero value is NULL.
func spelled[T comparable, P interface {
	*T
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}](at P) written {
	return written{at, func() bool {
		var zero T
		return *(*T)(at) == zero
	}}
}

// Scan takes a cell.
func (w written) Scan(cell any) error {
	var text nullable
	if err := text.Scan(cell); err != nil || text == "" {
		return err
	}
	return w.value.UnmarshalText([]byte(text))
}

// plain is a text that is kept although it is empty.
type plain string

// list keeps words in one text, with a space between them.
type list []string

// Scan takes a cell.
func (l *list) Scan(cell any) error {
	var text nullable
	err := text.Scan(cell)
	*l = strings.Fields(string(text))
	return err
}

// cell returns what a column stores of a row.
func (c column) cell() (any, error) {
	switch v := c.value.(type) {
	case *string:
		if *v == "" {
			return nil, nil
		}
		return *v, nil
	case *sql.Null[int]:
		if !v.Valid {
			return nil, nil
		}
		return int64(v.V), nil
	case *sql.Null[float64]:
		if !v.Valid {
			return nil, nil
		}
		return v.V, nil
	case **int:
		if *v == nil {
			return nil, nil
		}
		return int64(**v), nil
	case *int64:
		return *v, nil
	case *int:
		return int64(*v), nil
	case *bool:
		return *v, nil
	case written:
		if v.unset() {
			return nil, nil
		}
		text, err := v.value.MarshalText()
		return string(text), err
	case *plain:
		return string(*v), nil
	case *list:
		return strings.Join(*v, " "), nil
	}
	return nil, fmt.Errorf("mis: column %s cannot keep %T", c.name, c.value)
}

// cells adds the cells of a row to a list.
func (t table[T]) cells(to []any, row *T, line int) ([]any, error) {
	if t.numbered() {
		to = append(to, int64(line))
	}
	for _, c := range t.columns(row) {
		cell, err := c.cell()
		if err != nil {
			return nil, err
		}
		to = append(to, cell)
	}
	return to, nil
}

// into writes the beginning of a statement that inserts so many rows.
func (t table[T]) into(rows int) string {
	names := t.names()
	if t.numbered() {
		names = append([]string{"line"}, names...)
	}
	one := "(?" + strings.Repeat(", ?", len(names)-1) + ")"
	return "INSERT INTO " + t.name + " (" + strings.Join(names, ", ") + ") VALUES " + one + strings.Repeat(", "+one, rows-1)
}

// cellsAtOnce is how many cells one statement inserts; some databases take no more.
const cellsAtOnce = 900

// insert writes rows, many with a statement, and tells after each how many there were.
func (t table[T]) insert(ctx context.Context, tx *sql.Tx, e engine, rows []T, tell func(rows int)) error {
	each := max(1, cellsAtOnce/(len(t.names())+1))
	var many *sql.Stmt
	var cells []any
	for first := 0; first < len(rows); first += each {
		n := min(each, len(rows)-first)
		cells = cells[:0]
		var err error
		for i := first; i < first+n; i++ {
			if cells, err = t.cells(cells, &rows[i], i+1); err != nil {
				return err
			}
		}
		switch {
		case n < each:
			_, err = tx.ExecContext(ctx, e.marked(t.into(n)), cells...)
		case many == nil:
			if many, err = tx.PrepareContext(ctx, e.marked(t.into(each))); err != nil {
				return err
			}
			defer many.Close()
			fallthrough
		default:
			_, err = many.ExecContext(ctx, cells...)
		}
		if err != nil {
			return fmt.Errorf("mis: table %s: %w", t.name, err)
		}
		tell(n)
	}
	return nil
}

// put writes a row in the place of the one that has its key, if there is any.
func (t table[T]) put(ctx context.Context, tx *sql.Tx, e engine, row *T) error {
	cells, err := t.cells(nil, row, 0)
	if err != nil {
		return err
	}
	var sets []string
	for _, name := range t.names() {
		sets = append(sets, name+" = excluded."+name)
	}
	_, err = tx.ExecContext(ctx, e.marked(t.into(1)+" ON CONFLICT ("+strings.Join(t.key, ", ")+") DO UPDATE SET "+strings.Join(sets, ", ")), cells...)
	return err
}

// marked writes the values of a statement as the database wants them. No statement of
// this package has a question mark that is no value.
func (e engine) marked(statement string) string {
	if !e.dollars {
		return statement
	}
	var out strings.Builder
	for n := 1; ; n++ {
		before, after, found := strings.Cut(statement, "?")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		out.WriteString("$" + strconv.Itoa(n))
		statement = after
	}
}
