package pushdown

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
)

// MostTexts is how many texts a column of words may have.
const MostTexts = 4096

// Lists returns the queries that fetch the texts of the columns of words, the commonest
// first: one for each such column that the rules read.
func (q *Query[R]) Lists() []string {
	list := make([]string, len(q.listed))
	for i, c := range q.listed {
		list[i] = q.list(c)
	}
	return list
}

func (q *Query[R]) list(c *Column[R]) string {
	return fmt.Sprintf("-- %s: which texts there are\nSELECT %s AS %s\nFROM %s\nWHERE (%s) IS NOT NULL\nGROUP BY 1\nORDER BY COUNT(*) DESC\nLIMIT %d",
		label(c.field.Label()), fmt.Sprintf(q.dialect.Text, "("+c.from+")"), q.own("text"), q.table.From, c.from, MostTexts+1)
}

// learnt reports whether the texts are known.
func (q *Query[R]) learnt() bool { return q.texts != nil || len(q.listed) == 0 }

// Learn fetches the texts of the columns of words. A query has to do it once, and again where
// others have come; nobody may use the query meanwhile. What the parsers make of a new text
// [Query.Invalid] tells. A column of more than [MostTexts] texts is no column of words, and an
// error.
func (q *Query[R]) Learn(ctx context.Context, db DB) error {
	texts := map[*indicators.Field[R]][]string{}
	for _, c := range q.listed {
		var err error
		if texts[c.field], err = q.textsOf(ctx, db, c); err != nil {
			return err
		}
	}
	q.texts = texts
	return nil
}

// ensureLearnt fetches the texts if nobody has.
func (q *Query[R]) ensureLearnt(ctx context.Context, db DB) error {
	if q.learnt() {
		return nil
	}
	return q.Learn(ctx, db)
}

// textsOf fetches the texts of a column.
func (q *Query[R]) textsOf(ctx context.Context, db DB, c *Column[R]) (texts []string, err error) {
	err = eachRow(ctx, db, q.list(c), func(rows *sql.Rows) error {
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
		return nil, fmt.Errorf("pushdown: texts of field %s: %w", c.field.Key(), err)
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
	for _, c := range q.listed {
		for _, text := range q.texts[c.field] {
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
	for _, c := range q.listed {
		texts, failed := q.textsOf(ctx, db, c)
		if failed != nil {
			return err // that there is such a text is known
		}
		for _, text := range texts {
			if !slices.Contains(q.texts[c.field], text) {
				return fmt.Errorf("field %s, column %s, text %q: %w", c.field.Key(), c.from, text, err)
			}
		}
	}
	return err
}
