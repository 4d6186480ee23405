package mis

import (
	"context"
	"database/sql"
	"encoding/json"
	"iter"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
)

// register is a table with all that is asked about its rows.
type register[T any, R indicators.Record[R]] struct {
	name    string // of the table
	rows    func(context.Context, querier) iter.Seq2[T, error]
	fill    func(*filling, *registers.City) error
	mapping func(quantity.Date) func(*T, *R)
	book    rules.Set[R]
	county  func(*T) string
	key     func(*T) string          // who a row is; "" where the table has numbered lines
	school  func(*T) string          // which school's; nil where rows have none
	pushed  func() pushdown.Table[R] // where its facts lie, of a register that the database may count

	// Of a register that is saved record by record:
	named string // the column of the key
	find  func(context.Context, querier, engine, string) (T, bool, error)
	put   func(context.Context, *sql.Tx, engine, *T) error
	take  func(*T, map[string]json.RawMessage) error
}

// judging is a register of any subject.
type judging interface {
	judge(context.Context, *pass) error
	push(context.Context, *pass) (pushed bool, err error)
	fillFrom(*filling, *registers.City) error
	table() string
}

// of describes a register whose table holds all of a row.
func of[T any, R indicators.Record[R]](t table[T], in func(*registers.City) []T, mapping func(*T, *R), book rules.Set[R], county, key func(*T) string) *register[T, R] {
	return &register[T, R]{
		name: t.name, rows: t.all, book: book, county: county, key: key,
		mapping: func(quantity.Date) func(*T, *R) { return mapping },
		fill:    func(f *filling, c *registers.City) error { return insert(f, t, in(c)) },
		named:   t.key[0],
		find: func(ctx context.Context, db querier, e engine, key string) (T, bool, error) {
			return t.one(ctx, db, e, key)
		},
		put:  t.put,
		take: t.take,
	}
}

// in says which school a row belongs to.
func (r *register[T, R]) in(school func(*T) string) *register[T, R] {
	r.school = school
	return r
}

// counted says where the database finds the facts of a row.
func (r *register[T, R]) counted(facts func() pushdown.Table[R]) *register[T, R] {
	r.pushed = facts
	return r
}

func (r *register[T, R]) table() string { return r.name }

func (r *register[T, R]) fillFrom(f *filling, c *registers.City) error { return r.fill(f, c) }
