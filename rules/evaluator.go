package rules

import (
	"fmt"
	"iter"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// KeptFaults is how many faults the results keep; OnFault hears of all.
const KeptFaults = 20

// run is a pass with what the caller of a panel wants from it.
type run[T any, R indicators.Record[R]] struct {
	panel  *Panel[T, R]
	pass   *pass[R]
	asOf   quantity.Date
	row    int64 // number of the row at hand
	faults []Fault
	found  Finding[R] // handed to the caller's function, one after the other
	err    error      // what ended the pass
}

func start[T any, R indicators.Record[R]](p *Panel[T, R], asOf quantity.Date) (*run[T, R], error) {
	if p == nil || p.mapping == nil {
		return nil, ErrZero
	}
	if err := checkDate(asOf); err != nil {
		return nil, err
	}
	e, err := newEngine(p.rules, asOf)
	if err != nil {
		return nil, err
	}
	r := &run[T, R]{panel: p, pass: e.start(), asOf: asOf}
	if p.onFinding != nil {
		r.pass.wanted |= isFinding
	}
	return r, nil
}

// add maps a row and counts it.
func (r *run[T, R]) add(g *group, row *T) bool {
	var none R
	r.pass.record = none
	r.panel.mapping(row, &r.pass.record)
	flags := r.pass.add(g)
	if flags != 0 && !r.heed(g, row, flags) {
		r.err = ErrStopped
		return false
	}
	r.row++
	return true
}

// heed does what a record calls for beside being counted.
func (r *run[T, R]) heed(g *group, row *T, flags uint8) bool {
	if flags&addsAmounts != 0 {
		r.pass.addAmounts(g.tally)
	}
	if flags&isFaulty != 0 {
		if r.panel.onFault == nil && len(r.faults) == KeptFaults {
			r.pass.wanted &^= isFaulty
		}
		r.pass.faults(func(w indicators.Watch[R]) {
			if r.panel.onFault == nil && len(r.faults) == KeptFaults {
				return
			}
			f := newFault(r.row, r.pass.engine.subject, w, &r.pass.record)
			if len(r.faults) < KeptFaults {
				r.faults = append(r.faults, f)
			}
			if r.panel.onFault != nil {
				r.panel.onFault(row, f)
			}
		})
	}
	if flags&isFinding == 0 {
		return true
	}
	r.found.Outcome, r.found.Reason, r.found.Record = NotMet, OffThreshold, r.pass.record
	return r.pass.findings(func(d *dutyAt[R]) bool {
		r.found.duty, r.found.as, r.found.Due = d.rule, d.as, d.due
		return r.panel.onFinding(r.row, row, &r.found)
	})
}

// slice adds rows to the groups that they belong to.
func (r *run[T, R]) slice(rows []T, groupOf func(*T) *group) {
	defer r.caught()
	for i := range rows {
		if !r.add(groupOf(&rows[i]), &rows[i]) {
			return
		}
	}
}

// sequence copies each row into one buffer, so that none is allocated anew.
func (r *run[T, R]) sequence(rows iter.Seq2[T, error], groupOf func(*T) *group) {
	if rows == nil {
		r.err = errNoSequence
		return
	}
	defer r.caught()
	buffer := new(T)
	for row, err := range rows {
		if err != nil {
			r.err = fmt.Errorf("rules: reading row %d: %w", r.row+1, err)
			return
		}
		*buffer = row
		if !r.add(groupOf(buffer), buffer) {
			return
		}
	}
}

// caught turns a panic of the caller's functions into the error that ends the pass.
func (r *run[T, R]) caught() {
	if v := recover(); v != nil {
		r.err = &MappingError{r.row, v}
	}
}

// results judges a tally.
func (r *run[T, R]) results(t *tally, expected int64) Results {
	e := r.pass.engine
	out := Results{AsOf: r.asOf, Read: t.read, Skipped: t.skipped, Rules: make([]Result, len(e.rules))}
	absent := max(0, expected-t.read)
	for i, c := range e.rules {
		out.Rules[i] = c.judge(r.asOf, e.asked[i], t, absent)
	}
	for i, w := range e.watches {
		q := FieldQuality{Field: w.Field.Key(), Label: w.Field.Label(),
			Unknown: t.counts[e.quality+2*i], Invalid: t.counts[e.quality+2*i+1]}
		if w.Whole != nil {
			q.Whole, q.WholeLabel = w.Whole.Key(), w.Whole.Label()
		}
		out.Fields = append(out.Fields, q)
	}
	return out
}

// Evaluator is a pass that is fed row by row and gives its results at any
// time. It belongs to one goroutine at a time. The zero value answers with an
// error.
type Evaluator[T any, R indicators.Record[R]] struct {
	run   *run[T, R]
	group *group
}

// Add counts a row. After an error the evaluator gives no verdicts any more.
func (e *Evaluator[T, R]) Add(row *T) error {
	if e == nil || e.run == nil {
		return ErrZero
	}
	if e.run.err != nil {
		return e.run.err
	}
	if row == nil {
		e.run.err = fmt.Errorf("rules: row %d is nil", e.run.row+1)
		return e.run.err
	}
	e.addCaught(row)
	return e.run.err
}

func (e *Evaluator[T, R]) addCaught(row *T) {
	defer e.run.caught()
	e.run.add(e.group, row)
}

func (e *Evaluator[T, R]) slice(rows []T) error {
	e.run.slice(rows, func(*T) *group { return e.group })
	return e.run.err
}

func (e *Evaluator[T, R]) sequence(rows iter.Seq2[T, error]) error {
	e.run.sequence(rows, func(*T) *group { return e.group })
	return e.run.err
}

// Results returns the verdicts on what was added so far. After an error there
// are none.
func (e *Evaluator[T, R]) Results() Results {
	if e == nil || e.run == nil || e.run.err != nil {
		return Results{}
	}
	e.run.pass.settle()
	out := e.run.results(e.group.tally, e.run.panel.expected)
	out.Faults = append([]Fault(nil), e.run.faults...)
	return out
}
