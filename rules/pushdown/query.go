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
	texts    [][]string // by column, those of words
	learnt   bool
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
	q := &Query[R]{dialect: d, table: t, counter: counter, texts: make([][]string, len(t.Columns)), judge: func(groups iter.Seq2[string, count.Counts]) (*rules.Groups[string], error) {
		return rules.JudgeBy(p, asOf, groups)
	}}
	if q.profiles, err = counter.Profiles(); err != nil {
		return nil, fmt.Errorf("pushdown: %w", err)
	}
	q.learnt = !slices.ContainsFunc(t.Columns, func(c Column[R]) bool { return c.kind == inWords })
	return q, nil
}

// MostTexts is how many texts a column of words may have.
const MostTexts = 4096

// Lists returns the queries that fetch the texts of the columns of words, the commonest
// first: one for each such column that the rules read.
func (q *Query[R]) Lists() []string {
	var list []string
	for i := range q.table.Columns {
		if q.isListed(i) {
			list = append(list, q.list(i))
		}
	}
	return list
}

func (q *Query[R]) isListed(column int) bool {
	c := &q.table.Columns[column]
	return c.kind == inWords && slices.ContainsFunc(q.counter.Checks(), func(f count.Fault[R]) bool { return f.Field == c.field })
}

func (q *Query[R]) list(column int) string {
	c := &q.table.Columns[column]
	return fmt.Sprintf("-- %s: which texts there are\nSELECT %s AS %s\nFROM %s\nWHERE (%s) IS NOT NULL\nGROUP BY 1\nORDER BY COUNT(*) DESC\nLIMIT %d",
		label(c.field.Label()), fmt.Sprintf(q.dialect.Text, "("+c.from+")"), q.dialect.name(prefix+"text"), q.table.From, c.from, MostTexts+1)
}

// Learn fetches the texts of the columns of words. A query has to do it once, and again where
// others have come; nobody may use the query meanwhile. What the parsers make of a new text
// [Query.Invalid] tells. A column of more than [MostTexts] texts is no column of words, and an
// error.
func (q *Query[R]) Learn(ctx context.Context, db DB) error {
	learnt := make([][]string, len(q.table.Columns))
	for i := range q.table.Columns {
		if q.isListed(i) {
			var err error
			if learnt[i], err = q.textsOf(ctx, db, i); err != nil {
				return err
			}
		}
	}
	q.texts, q.learnt = learnt, true
	return nil
}

// textsOf fetches the texts of a column.
func (q *Query[R]) textsOf(ctx context.Context, db DB, column int) (texts []string, err error) {
	err = eachRow(ctx, db, q.list(column), func(rows *sql.Rows) error {
		var text string
		if err := rows.Scan(&text); err != nil {
			return err
		}
		if len(texts) == MostTexts {
			return fmt.Errorf("more than %d texts", MostTexts)
		}
		texts = append(texts, text)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("pushdown: texts of field %s: %w", q.table.Columns[column].field.Key(), err)
	}
	return texts, nil
}

// Text is a text of a column of words.
type Text struct {
	Field string // the field's key
	From  string // the column
	Text  string
}

// Invalid returns the texts that the callers' parsers take for no term: values of a field that
// count as invalid until a parser knows them, in a new query, or somebody corrects them.
func (q *Query[R]) Invalid() (list []Text) {
	for i, texts := range q.texts {
		c := &q.table.Columns[i]
		for _, text := range texts {
			if c.parse(text).Invalid() {
				list = append(list, Text{c.field.Key(), c.from, text})
			}
		}
	}
	return list
}

// explained names the text that nobody has listed.
func (q *Query[R]) explained(ctx context.Context, db DB, err error) error {
	if !errors.Is(err, ErrUnlisted) {
		return err
	}
	for i := range q.table.Columns {
		if !q.isListed(i) {
			continue
		}
		texts, failed := q.textsOf(ctx, db, i)
		if failed != nil {
			return err // that there is such a text is known
		}
		for _, text := range texts {
			if c := &q.table.Columns[i]; !slices.Contains(q.texts[i], text) {
				return fmt.Errorf("field %s, column %s, text %q: %w", c.field.Key(), c.from, text, err)
			}
		}
	}
	return err
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
	if !q.learnt {
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
	if !q.learnt {
		if err := q.Learn(ctx, db); err != nil {
			return nil, err
		}
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
