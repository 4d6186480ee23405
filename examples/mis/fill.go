package mis

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/eduplan/tonghua/examples/city/registers"
)

// filling is a transaction that writes the registers of a city.
type filling struct {
	ctx      context.Context
	tx       *sql.Tx
	engine   engine
	progress *counter
}

// insert writes the rows of a table.
func insert[T any](f *filling, t table[T], rows []T) error {
	return t.insert(f.ctx, f.tx, f.engine, rows, func(n int) { f.progress.add(int64(n)) })
}

// County is a county, or what the city runs itself.
type County struct {
	Code, Name string
	Position   int
}

var counties = table[County]{name: "counties", key: []string{"county"}, columns: func(c *County) []column {
	return []column{{"county", &c.Code}, {"county_name", &c.Name}, {"position", &c.Position}}
}}

// countiesOf lists the counties of a city in the order of its finances, in which each has
// a row; what the city runs itself comes last.
func countiesOf(city *registers.City) (list []County) {
	seen := map[string]bool{}
	for _, f := range city.Finances {
		if !seen[f.Code] {
			seen[f.Code] = true
			list = append(list, County{f.Code, registers.AreaName(f.Code), len(list) + 1})
		}
	}
	return list
}

// Fill writes the registers of a city in one transaction, into a database that has none.
// Hours of training are dealt to trainings that add up to them. Evidence and exceptions
// are made up too.
func (s *Store) Fill(ctx context.Context, city *registers.City, tell func(Progress)) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		var there int
		if err := tx.QueryRowContext(ctx, "SELECT COUNT(*) FROM counties").Scan(&there); err != nil {
			return err
		}
		if there > 0 {
			return ErrFilled
		}
		f := &filling{ctx, tx, s.engine, &counter{tell: tell}}
		if err := insert(f, counties, countiesOf(city)); err != nil {
			return err
		}
		for _, r := range book {
			if err := r.fillFrom(f, city); err != nil {
				return err
			}
		}
		if err := insert(f, evidence, evidenceOf(city)); err != nil {
			return err
		}
		if err := insert(f, exceptions, exceptionsOf(city)); err != nil {
			return err
		}
		return s.note(ctx, tx, ofAll, "")
	})
}

// ErrFilled says that a database has registers already.
var ErrFilled = fmt.Errorf("mis: the database has registers already")
