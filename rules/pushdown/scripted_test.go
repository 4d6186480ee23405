package pushdown_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"testing"
)

// scripted is a database that answers each query with what the test says, in its order.
type scripted struct {
	answers []answer
	asked   []string
}

// answer is the rows that a query gives back, and how they end.
type answer struct {
	rows  [][]driver.Value
	err   error
	width int
}

func (s *scripted) Connect(context.Context) (driver.Conn, error) { return s, nil }
func (s *scripted) Driver() driver.Driver                        { return nil }
func (s *scripted) Prepare(string) (driver.Stmt, error)          { return nil, errors.New("not prepared") }
func (s *scripted) Begin() (driver.Tx, error)                    { return nil, errors.New("no transactions") }
func (s *scripted) Close() error                                 { return nil }

func (s *scripted) QueryContext(_ context.Context, query string, _ []driver.NamedValue) (driver.Rows, error) {
	s.asked = append(s.asked, query)
	if len(s.answers) == 0 {
		return nil, errors.New("connection lost")
	}
	next := s.answers[0]
	s.answers = s.answers[1:]
	if len(next.rows) > 0 {
		next.width = len(next.rows[0])
	}
	return &next, nil
}

func (a *answer) Columns() []string { return make([]string, a.width) }

func (a *answer) Close() error { return nil }

func (a *answer) Next(to []driver.Value) error {
	if len(a.rows) == 0 {
		if a.err != nil {
			return a.err
		}
		return io.EOF
	}
	copy(to, a.rows[0])
	a.rows = a.rows[1:]
	return nil
}

// answering returns a database that answers so.
func answering(t *testing.T, answers ...answer) (*sql.DB, *scripted) {
	t.Helper()
	s := &scripted{answers: answers}
	db := sql.OpenDB(s)
	t.Cleanup(func() { _ = db.Close() })
	return db, s
}

// row is a row of an answer to a counting query: set, group, profile, records.
func row(values ...driver.Value) []driver.Value {
	for i, v := range values {
		if n, whole := v.(int); whole {
			values[i] = int64(n) // the one whole number that drivers give
		}
	}
	return values
}
