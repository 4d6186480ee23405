package mis

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// kept is a result of the history.
type kept struct {
	AsOf      quantity.Date
	Statement plan.ID
	Group     string
	SavedAt   string
	Result    string // as JSON
}

var results = table[kept]{name: "results", key: []string{"statement", "group_name", "as_of"}, columns: func(k *kept) []column {
	return []column{{"as_of", spelled(&k.AsOf)}, {"statement", (*string)(&k.Statement)}, {"group_name", (*plain)(&k.Group)}, {"saved_at", &k.SavedAt}, {"result", &k.Result}}
}}

// SaveReport files the results of a report in the history, those of the same day being
// replaced, and the ledger of remedies as it goes on; all or nothing.
func (s *Store) SaveReport(ctx context.Context, r *Report) error {
	at := now()
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, s.marked("DELETE FROM results WHERE as_of = ?"), r.Page.Date.String()); err != nil {
			return err
		}
		for row := range r.Page.All() {
			rows, err := keptOf(row, at)
			if err != nil {
				return err
			}
			if err := results.insert(ctx, tx, s.engine, rows, func(int) {}); err != nil {
				return err
			}
		}
		for i := range r.Remedies {
			if err := remedies.put(ctx, tx, s.engine, &r.Remedies[i]); err != nil {
				return err
			}
		}
		return s.note(ctx, tx, ofResults, r.Page.Date.String())
	})
}

// keptOf are the results on a statement, of the whole city first.
func keptOf(row *report.Row, at string) (rows []kept, err error) {
	if row.Result == nil {
		return nil, nil
	}
	for _, g := range append([]report.Group{{Result: *row.Result}}, row.Groups...) {
		text, err := json.Marshal(g.Result)
		if err != nil {
			return nil, err
		}
		rows = append(rows, kept{g.Result.AsOf, g.Result.Statement, g.Name, at, string(text)})
	}
	return rows, nil
}

// Series returns what was filed of a statement, of a county by its name, or of the whole
// city for "". It is empty where nothing was filed.
func (s *Store) Series(ctx context.Context, statement plan.ID, group string) (verdict.Series, error) {
	all, err := s.filed(ctx, s.db, " WHERE statement = ? AND group_name = ?", string(statement), group)
	return all[statement], err
}

// Earlier returns what was filed of the whole city on days before a date, by statement:
// the history that a page shows.
func (s *Store) Earlier(ctx context.Context, date quantity.Date) (map[plan.ID]verdict.Series, error) {
	return s.earlier(ctx, s.db, date)
}

func (s *Store) earlier(ctx context.Context, db querier, date quantity.Date) (map[plan.ID]verdict.Series, error) {
	return s.filed(ctx, db, " WHERE group_name = '' AND as_of < ?", date.String())
}

// filed reads results of the history.
func (s *Store) filed(ctx context.Context, db querier, where string, args ...any) (map[plan.ID]verdict.Series, error) {
	var row kept
	lists := map[plan.ID][]verdict.Result{}
	err := results.each(ctx, db, s.marked(where), func(read func() error) (bool, error) {
		if err := read(); err != nil {
			return false, err
		}
		var one verdict.Result
		if err := json.Unmarshal([]byte(row.Result), &one); err != nil {
			return false, fmt.Errorf("mis: the stored result on %s of %s: %w", row.Statement, row.AsOf, err)
		}
		lists[row.Statement] = append(lists[row.Statement], one)
		return true, nil
	}, &row, args...)
	if err != nil {
		return nil, err
	}
	all := map[plan.ID]verdict.Series{}
	for id, list := range lists {
		if all[id], err = verdict.NewSeries(list...); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Ledger returns the ledger of remedies.
func (s *Store) Ledger(ctx context.Context) (verdict.Remedies, error) {
	return whole(ctx, s.db, remedies)
}
