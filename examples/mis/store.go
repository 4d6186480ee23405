package mis

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	_ "modernc.org/sqlite"             // the driver "sqlite"

	"github.com/eduplan/tonghua/rules/pushdown"
)

// Store is the registers of a city in a database.
type Store struct {
	db *sql.DB
	engine
}

// engine is what a database says in its own way.
type engine struct {
	driver   string
	dialect  pushdown.Dialect
	dollars  bool           // whether the values of a statement are $1, $2
	versions string         // asks how many tables of versions there are
	alone    string         // keeps others from changing the schema until the transaction ends
	work     string         // gives a transaction that reads the memory to count rows in
	reading  *sql.TxOptions // of a transaction that sees one state of the database
}

var sqlite = engine{
	driver: "sqlite", dialect: pushdown.SQLite,
	versions: "SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_versions'",
	reading:  &sql.TxOptions{ReadOnly: true},
}

var postgres = engine{
	driver: "pgx", dialect: pushdown.PostgreSQL, dollars: true,
	versions: "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'schema_versions' AND table_schema = current_schema()",
	alone:    "SELECT pg_advisory_xact_lock(20250304)",
	work:     "SET LOCAL work_mem = '64MB'",
	reading:  &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead},
}

// Open opens a database: postgres://user@host/name or host=… user=… is PostgreSQL, all
// else is the file of an SQLite database, which must be there. An empty database gets the
// tables, one of an older version those that it lacks; one of a newer version is a
// [NewerError].
func Open(ctx context.Context, source string) (*Store, error) {
	if !isPostgres(source) {
		if err := isFile(source); err != nil {
			return nil, err
		}
	}
	return open(ctx, source)
}

// Create is Open for a file that need not be there.
func Create(ctx context.Context, source string) (*Store, error) {
	if !isPostgres(source) {
		if _, err := os.Stat(filepath.Dir(source)); err != nil {
			return nil, err
		}
		if err := isFile(source); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
	return open(ctx, source)
}

func open(ctx context.Context, source string) (*Store, error) {
	s := &Store{engine: postgres}
	if !isPostgres(source) {
		s.engine, source = sqlite, sqliteSource(source)
	}
	var err error
	if s.db, err = sql.Open(s.driver, source); err != nil {
		return nil, err
	}
	if err := s.migrate(ctx, migrations()); err != nil {
		return nil, errors.Join(err, s.db.Close())
	}
	return s, nil
}

func isPostgres(source string) bool {
	return strings.HasPrefix(source, "postgres://") || strings.HasPrefix(source, "postgresql://") || strings.HasPrefix(source, "host=")
}

func isFile(name string) error {
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		return &os.PathError{Op: "open", Path: name, Err: syscall.EISDIR}
	}
	return err
}

// busyFor is how long a statement waits for another process to end its transaction.
const busyFor = "5000"

// sqliteSource writes the name of a file, with whatever characters, as the driver takes it.
// Who begins to write takes the lock at once, so that nobody finds out half way that
// another was first.
func sqliteSource(name string) string {
	to := url.URL{Path: name}
	return "file:" + to.EscapedPath() + "?_txlock=immediate&_pragma=busy_timeout(" + busyFor + ")&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=foreign_keys(1)"
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// read calls a function with a transaction that sees one state of the database.
func (s *Store) read(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, s.reading)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	if s.work != "" {
		if _, err := tx.ExecContext(ctx, s.work); err != nil {
			return err
		}
	}
	return do(tx)
}

// write calls a function with a transaction, of which all is kept or nothing.
func (s *Store) write(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		_ = tx.Rollback() // the first error counts
		return err
	}
	return tx.Commit()
}

// now is the time that is stored beside what is saved.
func now() string { return time.Now().UTC().Format(time.RFC3339) }
