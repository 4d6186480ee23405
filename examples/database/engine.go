package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sort"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2"
	_ "github.com/go-sql-driver/mysql"
	_ "github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite"

	"github.com/eduplan/tonghua/rules/pushdown"
)

// engine is a database that the program knows.
type engine struct {
	driver  string // of database/sql
	dialect pushdown.Dialect
	double  string // its type of floating-point numbers of 64 bits
	dollars bool   // whether the values of a statement are $1, $2
}

var engines = map[string]engine{
	"sqlite":   {driver: "sqlite", dialect: pushdown.SQLite, double: "REAL"},
	"postgres": {driver: "pgx", dialect: pushdown.PostgreSQL, double: "double precision", dollars: true},
	"duckdb":   {driver: "duckdb", dialect: pushdown.DuckDB, double: "DOUBLE", dollars: true},
	"mysql":    {driver: "mysql", dialect: pushdown.MySQL, double: "DOUBLE"},
}

func engineOf(name string) (engine, error) {
	e, known := engines[name]
	if !known {
		var names []string
		for name := range engines {
			names = append(names, name)
		}
		sort.Strings(names)
		return e, fmt.Errorf("-engine %q: want %s", name, strings.Join(names, ", "))
	}
	return e, nil
}

// mark writes the n-th value of a statement.
func (e engine) mark(n int) string {
	if e.dollars {
		return fmt.Sprintf("$%d", n)
	}
	return "?"
}

// begin begins a transaction that reads one state of the database throughout. SQLite and DuckDB
// do so anyway. PostgreSQL sorts rows rather than count them in memory unless it may use some
// megabytes.
func (e engine) begin(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	if e.driver != "pgx" && e.driver != "mysql" {
		return db.BeginTx(ctx, nil)
	}
	tx, err := db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil || e.driver == "mysql" {
		return tx, err
	}
	if _, err := tx.ExecContext(ctx, "SET LOCAL work_mem = '64MB'"); err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	return tx, nil
}
