package count

import (
	"errors"
	"fmt"
)

// Errors of passes and counts.
var (
	// ErrStopped says that a function of the caller ended the pass.
	ErrStopped = errors.New("count: the pass was stopped by its function")
	// ErrNotAdded says that a row was taken back that cannot have been added.
	ErrNotAdded = errors.New("count: a row is taken back that was never added")
	// ErrMismatch says that counts answer other questions, or are of another date.
	ErrMismatch = errors.New("count: counts of other questions, figures, date or version")
	// ErrDamaged says that bytes are no state, or not all of one.
	ErrDamaged = errors.New("count: no state, or a damaged one")
	// ErrImpossible says that no register has the counts.
	ErrImpossible = errors.New("count: no register has these counts")
	// ErrMerged says that a part of a register was to be merged for the second time.
	ErrMerged = errors.New("count: a part that was merged before")
	// ErrNoKeys says that counts which were restored know no keys any more.
	ErrNoKeys = errors.New("count: restored counts hold no keys")
	// ErrNoKey says that a row has no key.
	ErrNoKey = errors.New("count: a row without a key")
	// ErrKeyed says that rows with keys are put and deleted by them.
	ErrKeyed = errors.New("count: rows with keys are put and deleted by key")
	// ErrTooMany says that more was counted than can be: 2^62 records, or sums of
	// 128 bits.
	ErrTooMany = errors.New("count: more than can be counted")

	errNoSequence = errors.New("count: no sequence")
	errEnded      = errors.New("count: a function of the caller ended its goroutine")
)

// MappingError says that a mapping, or another function of the caller, panicked.
// It ends the pass.
type MappingError struct {
	Row   int64 // from 0
	Value any   // what it panicked with
}

// Error names the row and the value. Rows are counted from 1.
func (e *MappingError) Error() string {
	return fmt.Sprintf("count: the caller's function panicked on row %d: %v", e.Row+1, e.Value)
}

// Unwrap returns the value if it is an error.
func (e *MappingError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}
