package rules

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Evaluator is a pass that is fed row by row and gives its results at any
// time, however many rows there were. Rows can be taken back and replaced, so
// that a dashboard follows every saved form. It belongs to one goroutine at a
// time. The zero value answers with an error.
type Evaluator[T any, R indicators.Record[R]] struct {
	panel  *Panel[T, R]
	on     *panelOn[R]
	live   *count.Live[T, R]
	faults *faultList
	rows   int64
	expect expectation
	err    error // what ended it
}

// Start begins a pass that is fed row by row.
func (p *Panel[T, R]) Start(asOf quantity.Date) (*Evaluator[T, R], error) {
	on, err := p.on(asOf)
	if err != nil {
		return nil, err
	}
	return p.start(on, on.counter.Tally())
}

func (p *Panel[T, R]) start(on *panelOn[R], t *count.Tally) (*Evaluator[T, R], error) {
	pass, faults := p.pass(on, nil)
	faulty := pass.Faulty
	pass.Faulty = func(row int64, of *T, record *R, group any) bool {
		faulty(row, of, record, group)
		return true // faults that are listed may be taken back, so that there is room again
	}
	pass.TakenBack = func(record *R) {
		for _, at := range on.counter.Faults(record) {
			faults.forget(newFault(0, at, record))
		}
	}
	live, err := pass.Resume(t)
	if err != nil {
		return nil, err
	}
	return &Evaluator[T, R]{panel: p, on: on, live: live, faults: faults, rows: t.Read(), expect: p.expected}, nil
}

// Restore returns an evaluator that goes on from a state that MarshalBinary
// wrote. The panel must ask what was asked then, of whatever rows; else the
// error is [ErrMismatch], and of bytes that are no state [ErrDamaged]. Its results
// list the faults of rows that are added from then on; they say per field how many
// there are in all.
func (p *Panel[T, R]) Restore(state []byte) (*Evaluator[T, R], error) {
	if p == nil || p.mapping == nil {
		return nil, ErrZero
	}
	asOf, err := count.StateDate(state)
	if err != nil {
		return nil, err
	}
	on, err := p.on(asOf)
	if err != nil {
		return nil, err
	}
	t, err := on.counter.Restore(state)
	if err != nil {
		return nil, err
	}
	return p.start(on, t)
}

// Resume returns an evaluator that goes on from counts: what [Evaluator.Counts] gave, or
// somebody else has counted. The panel takes the answers that it asks for, as [Panel.Judge]
// does, and of faults and keys it knows what [Panel.Restore] knows.
func (p *Panel[T, R]) Resume(counts count.Counts) (*Evaluator[T, R], error) {
	on, t, err := p.load(counts)
	if err != nil {
		return nil, err
	}
	return p.start(on, t)
}

// Add counts a row. After an error the evaluator gives no verdicts any more.
func (e *Evaluator[T, R]) Add(row *T) error {
	if err := e.ready(row); err != nil {
		return err
	}
	e.rows++
	e.err = e.live.Add(row)
	return e.err
}

// Retract takes back a row that was added, as it was when it was added. The
// functions for findings and faults are not called. A row that cannot have been
// added, because the counts would fall below nought, gives [ErrNotAdded] and
// changes nothing; another row that is counted as it would be is not told from
// it. Rows with keys give [ErrKeyed]: see [Evaluator.Delete]. A listed fault of the row goes; where several said the same, the rows of the
// others are not known any more.
func (e *Evaluator[T, R]) Retract(row *T) error {
	if err := e.ready(row); err != nil {
		return err
	}
	return e.takenBack(e.live.Retract(row))
}

// Replace takes back the old row and adds the new one. If the old one cannot
// have been added it gives [ErrNotAdded] and changes nothing. Rows with keys give
// [ErrKeyed]: see [Evaluator.Put].
func (e *Evaluator[T, R]) Replace(old, new *T) error {
	if err := e.ready(new); err != nil {
		return err
	}
	if err := e.ready(old); err != nil {
		return err
	}
	return e.takenBack(e.live.Replace(old, new))
}

// Put counts a row in the place of all that have its key, if there are any, for panels
// with [Panel.Keyed]: a form that is saved twice is counted once, and one that is sent
// twice changes nothing. A row without a key gives [ErrNoKey]; so does every row where
// the panel has no keys. After [Panel.Restore] the keys are not known and the error is
// [ErrNoKeys]. Neither changes anything.
func (e *Evaluator[T, R]) Put(row *T) error {
	if err := e.ready(row); err != nil {
		return err
	}
	err := e.live.Put(row)
	switch {
	case err == nil:
		e.faults.forgetKey(e.panel.key(row))
	case !errors.Is(err, ErrNoKey) && !errors.Is(err, ErrNoKeys):
		e.err = err
	}
	return err
}

// Delete takes back all rows of a key and reports whether there were any. Where keys are
// not known the error is [ErrNoKeys].
func (e *Evaluator[T, R]) Delete(key string) (there bool, err error) {
	if err := e.usable(); err != nil {
		return false, err
	}
	if there, err = e.live.Delete(key); there {
		e.faults.forgetKey(key)
	}
	return there, err
}

// takenBack notes what became of a row that was to be taken back.
func (e *Evaluator[T, R]) takenBack(err error) error {
	if err != nil && !errors.Is(err, ErrNotAdded) && !errors.Is(err, ErrKeyed) {
		e.err = err
	}
	return err
}

// usable reports why there is nothing to be had of the evaluator.
func (e *Evaluator[T, R]) usable() error {
	if e == nil || e.live == nil {
		return ErrZero
	}
	return e.err
}

// keys returns the keys of the rows, in their order.
func (e *Evaluator[T, R]) keys() ([]string, error) {
	if err := e.usable(); err != nil {
		return nil, err
	}
	return e.live.Keys()
}

// ready reports why a row cannot be dealt with.
func (e *Evaluator[T, R]) ready(row *T) error {
	if e == nil || e.live == nil {
		return ErrZero
	}
	if e.err == nil && row == nil {
		e.err = fmt.Errorf("rules: row %d is nil", e.rows+1)
	}
	return e.err
}

// Results returns the verdicts on what was added so far. After an error there
// are none.
func (e *Evaluator[T, R]) Results() verdict.Results {
	if e.usable() != nil {
		return verdict.Results{}
	}
	t := e.live.Tally()
	results := e.on.results(t, recordsOf(t, e.expect), population{bearer: e.panel.standsFor})
	results.Faults = e.faults.list()
	return results
}

// Counts returns what was counted so far, as data.
func (e *Evaluator[T, R]) Counts() (count.Counts, error) {
	if e == nil || e.live == nil {
		return count.Counts{}, ErrZero
	}
	return e.live.Tally().Counts(), e.err
}

// Register returns what was counted so far, to be judged again.
func (e *Evaluator[T, R]) Register() (Register, error) {
	counts, err := e.Counts()
	if err != nil {
		return Register{}, err
	}
	r := Register{Subject: e.on.subject(), For: cmp.Or(e.panel.standsFor, plan.City)}
	r.Absent, r.Surplus = e.expect.of(counts.Read - counts.Doubled)
	r.Groups = []RegisterGroup{{Counts: counts}}
	return r, nil
}

// Merge adds what another evaluator has counted, which stays as it is. It does
// not matter in which order evaluators are merged. Both must ask the same: one
// that asks otherwise gives [ErrMismatch] and changes nothing. Rows of several
// evaluators have no numbers in common, so that the results of a merged one list
// the faults of rows that are added from then on; they say per field how many
// there are in all. Rows of a key that both have are doubles; parts of one name are
// refused with [ErrMerged]. Each evaluator's number of expected records stands for the
// rows that it was given.
func (e *Evaluator[T, R]) Merge(other *Evaluator[T, R]) error {
	for _, one := range []*Evaluator[T, R]{e, other} {
		if err := one.usable(); err != nil {
			return err
		}
	}
	t := other.live.Tally()
	expect, read := other.expect, t.Records()
	if err := e.live.Merge(other.live); err != nil {
		return err
	}
	e.expect.merge(expect, read)
	e.faults.kept = nil
	return nil
}

// MarshalBinary writes down what was counted, for [Panel.Restore]. No row and no
// profile is in it: counts alone, a few bytes each. Rows that lack something
// leave no trace but in the counts.
func (e *Evaluator[T, R]) MarshalBinary() ([]byte, error) {
	if err := e.usable(); err != nil {
		return nil, err
	}
	return e.live.Tally().MarshalBinary()
}
