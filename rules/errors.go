package rules

import (
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Errors of rules, panels and passes.
var (
	// ErrZero is what the zero rule, panel or evaluator answers.
	ErrZero = errors.New("rules: not made by its constructor")
	// ErrDuplicate says that a rule stands twice in a panel.
	ErrDuplicate = errors.New("rules: a rule stands twice in the panel")
	// ErrNoRule says that a statement has no rule.
	ErrNoRule = errors.New("rules: no rule is on the statement")
	// ErrStopped says that a function of the caller ended the pass.
	ErrStopped = count.ErrStopped
	// ErrNotAdded says that a row was taken back that cannot have been added.
	ErrNotAdded = count.ErrNotAdded
	// ErrMismatch says that counts answer other rules: other conditions, figures or
	// readings, another date, or another way of counting.
	ErrMismatch = count.ErrMismatch
	// ErrDamaged says that bytes are no state, or not all of one.
	ErrDamaged = count.ErrDamaged
	// ErrImpossible says that no register has the counts.
	ErrImpossible = count.ErrImpossible
	// ErrTooMany says that more was counted than can be.
	ErrTooMany = count.ErrTooMany
	// ErrMerged says that a named part of a register was to be merged for the second time.
	ErrMerged = count.ErrMerged
	// ErrKeyed says that an evaluator with keys puts and deletes rows by them.
	ErrKeyed = count.ErrKeyed
	// ErrNoKey says that a row has no key.
	ErrNoKey = count.ErrNoKey
	// ErrNoKeys says that an evaluator does not know the keys of what it was restored from.
	ErrNoKeys = count.ErrNoKeys
)

// MappingError says that a mapping, or another function of the caller, panicked.
// It ends the pass, without verdicts.
type MappingError = count.MappingError

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

func checkDate(asOf quantity.Date) error {
	if !asOf.Known() {
		return fmt.Errorf("rules: as-of date %q: want a day of the calendar", asOf)
	}
	return nil
}
