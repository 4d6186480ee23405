package mis

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// Counties returns the counties in their order, what the city runs itself last.
func (s *Store) Counties(ctx context.Context) ([]County, error) {
	return allCounties(ctx, s.db)
}

func allCounties(ctx context.Context, db querier) ([]County, error) {
	list, err := whole(ctx, db, counties)
	slices.SortStableFunc(list, func(a, b County) int { return a.Position - b.Position })
	return list, err
}

// FindingQuery says which findings are wanted.
type FindingQuery struct {
	Date      quantity.Date
	Language  bilingual.Language
	Statement plan.ID
	County    string // code; "" for all
	School    string // code; "" for all. Of registers without schools there are no findings then
	Key       string // what the number of a record contains; "" for all
	Skip      int    // of the findings, so many come before
	Most      int    // so many are wanted
}

// some are the rows of a register that are to be read, and whether there can be any.
func (q FindingQuery) some(within string) (some, bool) {
	switch {
	case q.School != "":
		return some{within, q.School}, within != ""
	case q.County != "":
		return some{"county", q.County}, true
	}
	return some{}, true
}

// Found is a record that does not keep a duty.
type Found struct {
	Register string
	Key      string   // of the record; "" in a register without numbers
	County   string   // code
	School   string   // code; "" in a register without schools
	Row      []string // below rules.FindingColumns
}

// Findings lists records that do not keep a duty, in the order of their numbers, and says
// whether there are more of them. A statement that is no duty on records has none.
func (s *Store) Findings(ctx context.Context, q FindingQuery) (list []Found, more bool, err error) {
	err = s.read(ctx, func(tx *sql.Tx) error {
		for _, r := range book {
			if !r.asks(q.Statement) {
				continue
			}
			if err := r.findings(ctx, tx, s.engine, q, func(f Found) bool {
				if q.Key != "" && !strings.Contains(f.Key, q.Key) {
					return true
				}
				if q.Skip > 0 {
					q.Skip--
					return true
				}
				if more = len(list) == q.Most; more {
					return false
				}
				list = append(list, f)
				return true
			}); err != nil {
				return inTable(r, err)
			}
		}
		return nil
	})
	return list, more, err
}

// WriteFindings writes the findings of a query as CSV, with what the records say; Key, Skip
// and Most are not looked at.
func (s *Store) WriteFindings(ctx context.Context, to io.Writer, q FindingQuery) error {
	return s.read(ctx, func(tx *sql.Tx) error {
		for _, r := range book {
			if r.asks(q.Statement) {
				if err := r.listFindings(ctx, tx, s.engine, q, to); err != nil {
					return inTable(r, err)
				}
			}
		}
		return nil
	})
}

// OfPersons reports whether the records that a statement is asked of are persons.
func OfPersons(id plan.ID) bool {
	return slices.ContainsFunc(book, func(r judging) bool { return r.asks(id) && r.areOfPersons() })
}

// panelOf asks one statement.
func (r *register[T, R]) panelOf(q FindingQuery) (*rules.Panel[T, R], error) {
	set, err := r.book.Only(q.Statement)
	if err != nil {
		return nil, err
	}
	panel, err := rules.NewPanel(r.mapping(q.Date), set...)
	if err != nil {
		return nil, err
	}
	return panel.Named(r.recordName), nil
}

func (r *register[T, R]) findings(ctx context.Context, db querier, e engine, q FindingQuery, take func(Found) bool) error {
	wanted, any := q.some(r.within)
	if !any {
		return nil
	}
	panel, err := r.panelOf(q)
	if err != nil {
		return err
	}
	panel = panel.WithContext(ctx).OnFinding(func(_ int64, row *T, f *rules.Finding[R]) bool {
		one := Found{Register: r.name, Key: r.key(row), County: r.county(row), Row: f.Row(q.Language)}
		if r.school != nil {
			one.School = r.school(row)
		}
		return take(one)
	})
	_, err = panel.EvaluateSeq2(q.Date, r.rows(ctx, db, e, wanted))
	if errors.Is(err, rules.ErrStopped) {
		return nil
	}
	return err
}

func (r *register[T, R]) listFindings(ctx context.Context, db querier, e engine, q FindingQuery, to io.Writer) error {
	panel, err := r.panelOf(q)
	if err != nil {
		return err
	}
	list := rules.NewFindingList[T, R](to, rules.ListOptions{Language: q.Language, Values: true})
	if wanted, any := q.some(r.within); any {
		_, err = panel.WithContext(ctx).OnFinding(list.Write).EvaluateSeq2(q.Date, r.rows(ctx, db, e, wanted))
	}
	return errors.Join(list.Close(), err)
}

// RegisterOf names the register whose records have numbers that a statement is asked of, ""
// where there is none.
func RegisterOf(id plan.ID) string {
	for _, r := range book {
		if r.asks(id) && r.hasKeys() {
			return r.table()
		}
	}
	return ""
}

// HoldsPersons reports whether the records of a register are persons.
func HoldsPersons(register string) bool {
	return slices.ContainsFunc(book, func(r judging) bool { return r.table() == register && r.areOfPersons() })
}
