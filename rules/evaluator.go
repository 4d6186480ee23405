package rules

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
)

// KeptFaults is how many faults the results keep; OnFault hears of all.
const KeptFaults = 20

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
	e.run.err = e.run.one(row, e.group)
	return e.run.err
}

// Results returns the verdicts on what was added so far. After an error there
// are none.
func (e *Evaluator[T, R]) Results() Results {
	if e == nil || e.run == nil || e.run.err != nil {
		return Results{}
	}
	e.run.pass.settle()
	return e.run.withFaults(e.run.results(e.group.tally, e.run.panel.expected))
}

func (r *run[T, R]) withFaults(out Results) Results {
	out.Faults = append([]Fault(nil), r.faults...)
	return out
}
