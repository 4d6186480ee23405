package rules

import (
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/rules/verdict"
)

// ErrNotAdded says that a row was taken back that cannot have been added.
var ErrNotAdded = errors.New("rules: a row is taken back that was never added")

// Evaluator is a pass that is fed row by row and gives its results at any
// time, however many rows there were. Rows can be taken back and replaced, so
// that a dashboard follows every saved form. It belongs to one goroutine at a
// time. The zero value answers with an error.
type Evaluator[T any, R indicators.Record[R]] struct {
	run   *run[T, R]
	group *group
}

// Add counts a row. After an error the evaluator gives no verdicts any more.
func (e *Evaluator[T, R]) Add(row *T) error {
	if err := e.ready(row); err != nil {
		return err
	}
	e.run.err = e.run.one(row, e.group)
	return e.run.err
}

// Retract takes back a row that was added, as it was when it was added. The
// functions for findings and faults are not called. A row that cannot have been
// added, because the counts would fall below nought, gives [ErrNotAdded] and
// changes nothing; another row that is counted as it would be is not told from
// it.
func (e *Evaluator[T, R]) Retract(row *T) error {
	if err := e.ready(row); err != nil {
		return err
	}
	return e.taken(e.run.takeBack(row, e.group))
}

// Replace takes back the old row and adds the new one. If the old one cannot
// have been added it gives [ErrNotAdded] and changes nothing.
func (e *Evaluator[T, R]) Replace(old, new *T) error {
	if err := e.ready(new); err != nil {
		return err
	}
	if err := e.ready(old); err != nil {
		return err
	}
	return e.taken(e.run.replace(old, new, e.group))
}

// taken tells what became of a row that was to be taken back.
func (e *Evaluator[T, R]) taken(taken bool, failed error) error {
	switch {
	case failed != nil:
		e.run.err = failed
		return failed
	case !taken:
		return ErrNotAdded
	}
	return nil
}

// ready reports why a row cannot be dealt with.
func (e *Evaluator[T, R]) ready(row *T) error {
	if e == nil || e.run == nil {
		return ErrZero
	}
	if e.run.err == nil && row == nil {
		e.run.err = fmt.Errorf("rules: row %d is nil", e.run.pass.row+1)
	}
	return e.run.err
}

// Results returns the verdicts on what was added so far. After an error there
// are none.
func (e *Evaluator[T, R]) Results() verdict.Results {
	if e == nil || e.run == nil || e.run.err != nil {
		return verdict.Results{}
	}
	e.run.pass.settle()
	return e.run.results(e.group.tally)
}
