package mis

import (
	"context"
	"database/sql"
	"errors"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// ErrNoKey says that a record to save has no number.
var ErrNoKey = errors.New("mis: the record has no number")

// Teacher reads a person of the staff table with the trainings, and says whether there is
// one of that number.
func (s *Store) Teacher(ctx context.Context, no string) (Staff, bool, error) {
	return findStaff(ctx, s.db, s.engine, no)
}

// Pupil reads a pupil, and says whether there is one of that number.
func (s *Store) Pupil(ctx context.Context, no string) (registers.Pupil, bool, error) {
	return pupilRegister.find(ctx, s.db, s.engine, no)
}

// School reads a school, and says whether there is one of that code.
func (s *Store) School(ctx context.Context, code string) (registers.School, bool, error) {
	return schoolRegister.find(ctx, s.db, s.engine, code)
}

// SaveTeacher saves a person of the staff table, in the place of the one that has the
// number, and says what each rule on teachers makes of the record as it is stored on the
// day. Both happen in one transaction: after an error nothing is saved.
func (s *Store) SaveTeacher(ctx context.Context, asOf quantity.Date, row Staff) ([]verdict.Explanation, error) {
	return save(ctx, s, staffRegister, asOf, row.No, func(*sql.Tx) (Staff, error) { return row, nil })
}

// SavePupil saves a pupil as SaveTeacher does a teacher.
func (s *Store) SavePupil(ctx context.Context, asOf quantity.Date, row registers.Pupil) ([]verdict.Explanation, error) {
	return save(ctx, s, pupilRegister, asOf, row.No, func(*sql.Tx) (registers.Pupil, error) { return row, nil })
}

// SaveSchool saves a school as SaveTeacher does a teacher.
func (s *Store) SaveSchool(ctx context.Context, asOf quantity.Date, row registers.School) ([]verdict.Explanation, error) {
	return save(ctx, s, schoolRegister, asOf, row.Code, func(*sql.Tx) (registers.School, error) { return row, nil })
}

// save writes the record of a key, as a function gives it, and explains what was written.
func save[T any, R indicators.Record[R]](ctx context.Context, s *Store, r *register[T, R], asOf quantity.Date, key string, record func(*sql.Tx) (T, error)) (said []verdict.Explanation, err error) {
	if key == "" {
		return nil, ErrNoKey
	}
	panel, err := r.panel(asOf)
	if err != nil {
		return nil, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		row, err := record(tx)
		if err != nil {
			return err
		}
		if err := r.put(ctx, tx, s.engine, &row); err != nil {
			return err
		}
		kept, _, err := r.find(ctx, tx, s.engine, key)
		if err != nil {
			return err
		}
		if said, err = panel.Explain(asOf, kept); err != nil {
			return err
		}
		return s.note(ctx, tx, r.name, key)
	})
	if err != nil {
		return nil, err
	}
	return said, nil
}

// What the table of changes calls what is no saved record.
const (
	ofResults = "results" // of a report, filed
	ofAll     = "all"     // of all registers, filled
)

// Change says that a record was saved.
type Change struct {
	Number   int64
	SavedAt  string // such as 2025-12-31T08:30:00Z
	Register string // the table; "results" for a report, "all" where the registers were filled
	Key      string // of the record
}

var changes = table[Change]{name: "changes", key: []string{"change_no"}, columns: func(c *Change) []column {
	return []column{{"change_no", &c.Number}, {"saved_at", &c.SavedAt}, {"register", &c.Register}, {"record_key", &c.Key}}
}}

// note gives a transaction its number. The row of the last number is locked from then on,
// so that numbers are seen in their order; that is why it comes last in a transaction.
func (s *Store) note(ctx context.Context, tx *sql.Tx, register, key string) error {
	c := Change{SavedAt: now(), Register: register, Key: key}
	if err := tx.QueryRowContext(ctx, "UPDATE change_number SET last = last + 1 RETURNING last").Scan(&c.Number); err != nil {
		return err
	}
	return changes.insert(ctx, tx, s.engine, []Change{c}, func(int) {})
}

// LastChange returns the number of the last change, 0 where nothing was saved yet.
func (s *Store) LastChange(ctx context.Context) (number int64, err error) {
	return lastChange(ctx, s.db)
}

func lastChange(ctx context.Context, db querier) (number int64, err error) {
	err = db.QueryRowContext(ctx, "SELECT last FROM change_number").Scan(&number)
	return number, err
}

// Changes returns what was saved after a change, in order: how a program follows what
// others save.
func (s *Store) Changes(ctx context.Context, after int64) (list []Change, err error) {
	return s.changes(ctx, s.db, after)
}

func (s *Store) changes(ctx context.Context, db querier, after int64) (list []Change, err error) {
	var row Change
	err = changes.each(ctx, db, s.marked(" WHERE change_no > ?"), func(read func() error) (bool, error) {
		err := read()
		list = append(list, row)
		return true, err
	}, &row, after)
	return list, err
}
