package main

import (
	"database/sql"
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

// reading says how a transaction reads one state of the database throughout. SQLite and DuckDB
// do so anyway.
func (e engine) reading() *sql.TxOptions {
	if e.driver == "pgx" || e.driver == "mysql" {
		return &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	}
	return nil
}
