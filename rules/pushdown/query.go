package pushdown

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
)

// DB is whom a query is put to: a *sql.DB, or, where other programs write meanwhile, a
// *sql.Tx that reads one state of the database throughout (REPEATABLE READ).
type DB interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Query is a panel's rules on a date as SQL for one table. Once it has learnt the texts of
// the table it does not change, and is safe for concurrent use.
type Query[R indicators.Record[R]] struct {
	dialect  Dialect
	table    Table[R]
	counter  *count.Counter[R]
	profiles []count.Profiles[R]
	judge    func(iter.Seq2[string, count.Counts]) (*rules.Groups[string], error)
	listed   []*Column[R]                      // the columns of words that the rules read
	texts    map[*indicators.Field[R]][]string // that stand in them; nil before they are learnt
}

// New writes the rules of a panel as SQL. The panel's mapping and what it calls row by row are
// not used ([rules.AsIs] will do); what it stands for and how many records it expects hold.
// What the columns of the table can answer says [rules.Cover]. A panel with keys is refused, a
// condition that is a function of the caller's with the function's name.
func New[T any, R indicators.Record[R]](p *rules.Panel[T, R], asOf quantity.Date, d Dialect, t Table[R]) (*Query[R], error) {
	counter, err := p.Counter(asOf)
	if err != nil {
		return nil, err
	}
	if p.HasKeys() {
		return nil, errors.New("pushdown: a panel with keys: a constraint of the table must see to it that no record has two rows")
	}
	if err := d.check(); err != nil {
		return nil, err
	}
	if err := t.check(&d); err != nil {
		return nil, err
	}
	t.Columns = slices.Clone(t.Columns)
	q := &Query[R]{dialect: d, table: t, counter: counter, judge: func(groups iter.Seq2[string, count.Counts]) (*rules.Groups[string], error) {
		return rules.JudgeBy(p, asOf, groups)
	}}
	if q.profiles, err = counter.Profiles(); err != nil {
		return nil, fmt.Errorf("pushdown: %w", err)
	}
	checks := counter.Checks()
	for i := range q.table.Columns {
		c := &q.table.Columns[i]
		if c.kind == inWords && slices.ContainsFunc(checks, func(f count.Fault[R]) bool { return f.Field == c.field }) {
			q.listed = append(q.listed, c)
		}
	}
	return q, nil
}

// eachRow reads the answer to a query.
func eachRow(ctx context.Context, db DB, query string, read func(*sql.Rows) error) error {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := read(rows); err != nil {
			return err
		}
	}
	return errors.Join(rows.Err(), rows.Close())
}

// errNotLearnt says that texts of the table have to be fetched first.
var errNotLearnt = errors.New("pushdown: the texts of the columns of words are not known yet: call Learn")

// Statements returns the queries that count: one as a rule, more where rules ask so many
// different things that a database would not group by all of them at once. The texts of the
// table stand in them, so that [Query.Learn] comes first.
func (q *Query[R]) Statements() ([]string, error) {
	if !q.learnt() {
		return nil, errNotLearnt
	}
	var list []string
	for _, s := range q.statements() {
		list = append(list, s.counting())
	}
	return list, nil
}

// statements shares the profiles out to as few queries as there may be.
func (q *Query[R]) statements() (list []*statement[R]) {
	for sets := range slices.Chunk(q.profiles, count.ProfilesAtATime) {
		list = append(list, q.statement(sets))
	}
	return list
}

// Groups counts and judges, by group in the order of the bytes of the groups' names. It learns
// the texts of the table first if nobody has. After an error there is no verdict.
func (q *Query[R]) Groups(ctx context.Context, db DB) (*rules.Groups[string], error) {
	if err := q.ensureLearnt(ctx, db); err != nil {
		return nil, err
	}
	read := reading[R]{counter: q.counter, groups: map[string]*groupRead{}}
	for _, s := range q.statements() {
		read.begin(s)
		if err := eachRow(ctx, db, s.counting(), read.row); err != nil {
			return nil, fmt.Errorf("pushdown: %w", q.explained(ctx, db, err))
		}
	}
	if err := read.complete(); err != nil {
		return nil, fmt.Errorf("pushdown: %w", err)
	}
	return q.judge(read.counts())
}
