package mis

import (
	"context"
	"database/sql"
	"encoding/json"
	"io"
	"iter"
	"slices"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
	"github.com/eduplan/tonghua/rules/verdict"
)

// register is a table with all that is asked about its rows.
type register[T any, R indicators.Record[R]] struct {
	name    string // of the table
	rows    func(context.Context, querier, engine, some) iter.Seq2[T, error]
	fill    func(*filling, *registers.City) error
	mapping func(quantity.Date) func(*T, *R)
	book    rules.Set[R]
	county  func(*T) string
	key     func(*T) string          // who a row is; "" where the table has numbered lines
	school  func(*T) string          // which school's; nil where rows have none
	within  string                   // the column of the school's code
	persons bool                     // whether a row is a person
	pushed  func() pushdown.Table[R] // where its facts lie, of a register that the database may count

	named string // the column of the key

	find func(context.Context, querier, engine, string) (T, bool, error) // a row by its key; nil where rows have no name in one column

	// Of a register that is saved record by record:
	put  func(context.Context, *sql.Tx, engine, *T) error
	take func(*T, map[string]json.RawMessage) error
	show func(*T) []column
}

// judging is a register of any subject.
type judging interface {
	table() string
	hasKeys() bool
	keyColumn() string
	asks(plan.ID) bool
	areOfPersons() bool
	judge(context.Context, *pass) error
	push(context.Context, *pass) (pushed bool, err error)
	fillFrom(*filling, *registers.City) error
	follow(*pass) (follower, error)
	amend(ctx context.Context, s *Store, asOf quantity.Date, fields []byte) ([]verdict.Explanation, error)
	numbers() map[string]bool
	record(ctx context.Context, db querier, e engine, asOf quantity.Date, key string) (*Record, bool, error)
	findings(ctx context.Context, db querier, e engine, q FindingQuery, take func(Found) bool) error
	listFindings(ctx context.Context, db querier, e engine, q FindingQuery, to io.Writer) error
	bySchool(ctx context.Context, db querier, e engine, asOf quantity.Date, county string, add func(school string, results verdict.Results)) error
	ofSchool(ctx context.Context, db querier, e engine, asOf quantity.Date, school string) (verdict.Results, error)
}

// of describes a register whose table holds all of a row.
func of[T any, R indicators.Record[R]](t table[T], in func(*registers.City) []T, mapping func(*T, *R), book rules.Set[R], county, key func(*T) string) *register[T, R] {
	r := &register[T, R]{
		name: t.name, rows: t.all, book: book, county: county, key: key,
		mapping: func(quantity.Date) func(*T, *R) { return mapping },
		fill:    func(f *filling, c *registers.City) error { return insert(f, t, in(c)) },
		named:   t.key[0], put: t.put, take: t.take, show: t.columns,
	}
	if len(t.key) == 1 && !t.numbered() {
		r.find = func(ctx context.Context, db querier, e engine, key string) (T, bool, error) {
			return t.one(ctx, db, e, key)
		}
	}
	return r
}

// in says which school a row belongs to, and in which column that stands.
func (r *register[T, R]) in(column string, school func(*T) string) *register[T, R] {
	r.within, r.school = column, school
	return r
}

// ofPersons says that a row is a person.
func (r *register[T, R]) ofPersons() *register[T, R] {
	r.persons = true
	return r
}

// counted says where the database finds the facts of a row.
func (r *register[T, R]) counted(facts func() pushdown.Table[R]) *register[T, R] {
	r.pushed = facts
	return r
}

func (r *register[T, R]) table() string { return r.name }

func (r *register[T, R]) hasKeys() bool { return r.find != nil }

func (r *register[T, R]) keyColumn() string { return r.named }

func (r *register[T, R]) areOfPersons() bool { return r.persons }

// panel asks all that is asked about the rows, as they are on a day.
func (r *register[T, R]) panel(asOf quantity.Date) (*rules.Panel[T, R], error) {
	return rules.NewPanel(r.mapping(asOf), r.book...)
}

// asks reports whether a statement is asked of the register.
func (r *register[T, R]) asks(id plan.ID) bool {
	return slices.ContainsFunc(r.book, func(rule rules.Rule[R]) bool { return rule.ID() == id })
}

func (r *register[T, R]) fillFrom(f *filling, c *registers.City) error { return r.fill(f, c) }
