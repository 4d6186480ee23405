package rules

import (
	"errors"
	"fmt"
	"iter"
	"sync"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Errors of panels and passes.
var (
	ErrStopped   = errors.New("rules: the pass was stopped by its function")
	ErrDuplicate = errors.New("rules: a rule stands twice in the panel")

	errNoSequence = errors.New("rules: no sequence")
	errEnded      = errors.New("rules: a function of the caller ended its goroutine")
)

// MappingError says that a mapping, or another function of the caller, panicked.
// It ends the pass, without verdicts.
type MappingError struct {
	Row   int64 // from 0
	Value any   // what it panicked with
}

// Error names the row and the value. Rows are counted from 1.
func (e *MappingError) Error() string {
	return fmt.Sprintf("rules: the caller's function panicked on row %d: %v", e.Row+1, e.Value)
}

// Unwrap returns the value if it is an error.
func (e *MappingError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// Panel asks many rules about a caller's own rows T in one pass: each row is
// mapped once, however many rules there are. A panel does not change and is
// safe for concurrent use.
type Panel[T any, R indicators.Record[R]] struct {
	mapping    func(*T, *R)
	rules      []*core[R]
	onFinding  func(row int64, record *T, f *Finding[R]) bool
	onFault    func(record *T, f verdict.Fault)
	expected   int64
	goroutines int
	engine     *prepared[R] // shared by the panel's copies
}

// prepared is the engine of the last date that a panel was asked about. To make
// one takes longer than a pass over some thousand rows.
type prepared[R indicators.Record[R]] struct {
	mutex  sync.Mutex
	asOf   quantity.Date
	engine *engine[R]
}

func (p *prepared[R]) on(asOf quantity.Date, rules []*core[R]) (*engine[R], error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.engine == nil || p.asOf != asOf {
		e, err := newEngine(rules, asOf)
		if err != nil {
			return nil, err
		}
		p.engine, p.asOf = e, asOf
	}
	return p.engine, nil
}

// NewPanel returns a panel. The mapping fills a record from a row; a field it
// leaves alone is unknown. It must be safe to call again with another row, and
// must not keep its pointers. With [Panel.Parallel] several goroutines call it.
func NewPanel[T any, R indicators.Record[R]](mapping func(*T, *R), list ...Rule[R]) (*Panel[T, R], error) {
	if mapping == nil {
		return nil, errors.New("rules: a panel without mapping")
	}
	if len(list) == 0 {
		return nil, errors.New("rules: a panel without rules")
	}
	p := &Panel[T, R]{mapping: mapping, engine: new(prepared[R])}
	seen := map[plan.ID]bool{}
	for i, r := range list {
		if r == nil || r.rule() == nil {
			return nil, fmt.Errorf("rule %d of the panel: %w", i+1, ErrZero)
		}
		c := r.rule()
		if seen[c.statement.ID] {
			return nil, fmt.Errorf("%w: %s", ErrDuplicate, c.statement.ID)
		}
		seen[c.statement.ID] = true
		p.rules = append(p.rules, c)
	}
	return p, nil
}

// MustPanel is NewPanel for panels written as constants; it panics instead of returning an error.
func MustPanel[T any, R indicators.Record[R]](mapping func(*T, *R), list ...Rule[R]) *Panel[T, R] {
	return must(NewPanel(mapping, list...))
}

// OnFinding returns the panel with a function that is called for each duty that
// a row does not meet, in row order. It gets the row's number from 0, the
// caller's own row and the finding, none of which it may keep. If it returns
// false the pass ends with ErrStopped.
func (p *Panel[T, R]) OnFinding(do func(row int64, record *T, f *Finding[R]) bool) *Panel[T, R] {
	q := p.copied()
	q.onFinding = do
	return &q
}

// OnFault returns the panel with a function that is called for each invalid
// field, in row order. Without it the first KeptFaults are in the results.
func (p *Panel[T, R]) OnFault(do func(record *T, f verdict.Fault)) *Panel[T, R] {
	q := p.copied()
	q.onFault = do
	return &q
}

// Expecting returns the panel with the number of records that there should be,
// rows that the mapping skips included. Those that do not come count as
// unknown, so that a partial export cannot pass. Of a pass by group it is told
// to the total; groups are told by [Groups.Expect].
func (p *Panel[T, R]) Expecting(records int64) *Panel[T, R] {
	q := p.copied()
	q.expected = records
	return &q
}

// Parallel returns the panel with passes that use so many goroutines over the
// rows of a slice or a sequence. Results, the order of groups, findings and
// faults are those of a pass in one goroutine, and of several rows that fail the
// first is reported. The mapping, the functions that tell a row's group, and own
// functions of conditions are then called from several goroutines at a time; the
// sequence is read and the functions for findings and faults are called by the
// caller's goroutine alone. Evaluators are not concerned.
func (p *Panel[T, R]) Parallel(goroutines int) *Panel[T, R] {
	q := p.copied()
	q.goroutines = goroutines
	return &q
}

// copied returns a copy to change; that of no panel is the zero one.
func (p *Panel[T, R]) copied() Panel[T, R] {
	if p == nil {
		return Panel[T, R]{}
	}
	return *p
}

// Evaluate judges the rows of a slice. The as-of date is the date that the
// data describe.
func (p *Panel[T, R]) Evaluate(asOf quantity.Date, rows []T) (verdict.Results, error) {
	return p.evaluate(asOf, source[T]{slice: rows})
}

// EvaluateSeq judges the rows of a sequence.
func (p *Panel[T, R]) EvaluateSeq(asOf quantity.Date, rows iter.Seq[T]) (verdict.Results, error) {
	if rows == nil {
		return verdict.Results{}, errNoSequence
	}
	return p.evaluate(asOf, source[T]{plain: rows})
}

// EvaluateSeq2 judges the rows of a source that can fail. The first error ends
// the pass and is returned, and no verdict is given.
func (p *Panel[T, R]) EvaluateSeq2(asOf quantity.Date, rows iter.Seq2[T, error]) (verdict.Results, error) {
	if rows == nil {
		return verdict.Results{}, errNoSequence
	}
	return p.evaluate(asOf, source[T]{open: rows})
}

// evaluate judges all rows as one group.
func (p *Panel[T, R]) evaluate(asOf quantity.Date, rows source[T]) (verdict.Results, error) {
	r, err := start(p, asOf)
	if err != nil {
		return verdict.Results{}, err
	}
	var groups []*group
	r.all(rows, func(p *pass[R]) func([]T) {
		g := p.newGroup()
		groups = append(groups, g)
		p.all(g)
		return func(rows []T) { g.read += int64(len(rows)) }
	})
	if r.err != nil {
		return verdict.Results{}, r.err
	}
	for _, g := range groups[1:] {
		groups[0].tally.merge(g.tally)
	}
	return r.results(groups[0].tally), nil
}

// Start begins a pass that is fed row by row.
func (p *Panel[T, R]) Start(asOf quantity.Date) (*Evaluator[T, R], error) {
	r, err := start(p, asOf)
	if err != nil {
		return nil, err
	}
	return &Evaluator[T, R]{run: r, group: r.pass.newPlainGroup()}, nil
}
