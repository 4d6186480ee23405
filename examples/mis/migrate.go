package mis

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations returns the steps that make the schema, in the order of their numbers.
func migrations() []string {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	steps := make([]string, len(names))
	for i, name := range names {
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			panic(err) // the name has just been listed
		}
		steps[i] = string(text)
	}
	return steps
}

// NewerError says that a database was made by a later version of the program.
type NewerError struct {
	Found int // the version of the database
	Known int // the latest that this program knows
}

// Error returns the text in English.
func (e *NewerError) Error() string {
	return fmt.Sprintf("mis: the database has version %d, and this program knows %d at most", e.Found, e.Known)
}

// migrate brings the schema up to date, each step in a transaction of its own. A database
// that is up to date is not written to.
func (s *Store) migrate(ctx context.Context, steps []string) error {
	for {
		version, err := s.version(ctx, s.db)
		switch {
		case err != nil:
			return err
		case version > len(steps):
			return &NewerError{version, len(steps)}
		case version == len(steps):
			return nil
		}
		if err := s.write(ctx, func(tx *sql.Tx) error { return s.step(ctx, tx, steps) }); err != nil {
			return err
		}
	}
}

// step takes one step, unless another process has taken all of them meanwhile.
func (s *Store) step(ctx context.Context, tx *sql.Tx, steps []string) error {
	if s.alone != "" {
		if _, err := tx.ExecContext(ctx, s.alone); err != nil {
			return err
		}
	}
	version, err := s.version(ctx, tx)
	if err != nil || version >= len(steps) {
		return err
	}
	if version == 0 {
		if _, err := tx.ExecContext(ctx, "CREATE TABLE schema_versions (version INTEGER NOT NULL PRIMARY KEY, applied_at TEXT NOT NULL)"); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, steps[version]); err != nil {
		return fmt.Errorf("mis: step %d of the schema: %w", version+1, err)
	}
	_, err = tx.ExecContext(ctx, s.marked("INSERT INTO schema_versions (version, applied_at) VALUES (?, ?)"), version+1, now())
	return err
}

// version returns how many steps were taken.
func (s *Store) version(ctx context.Context, db querier) (version int, err error) {
	if err = db.QueryRowContext(ctx, s.versions).Scan(&version); err != nil || version == 0 {
		return 0, err
	}
	err = db.QueryRowContext(ctx, "SELECT MAX(version) FROM schema_versions").Scan(&version)
	return version, err
}
