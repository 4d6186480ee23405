package rules

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync/atomic"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Panel asks many rules about a caller's own rows T in one pass: each row is
// mapped once, however many rules there are. A panel does not change and is
// safe for concurrent use.
type Panel[T any, R indicators.Record[R]] struct {
	mapping      func(*T, *R)
	rules        []*boundRule[R]
	onFinding    func(row int64, record *T, f *Finding[R]) bool
	onFault      func(record *T, f verdict.Fault)
	onProgress   func(rows int64)
	named        func(record *T) string
	key          func(record *T) string
	part         string
	context      context.Context
	expected     expectation
	standsFor    plan.Bearer // whose register the rows are; Nobody: the city's
	groupsAre    plan.Bearer
	goroutines   int
	scopeReasons bool
	last         *atomic.Pointer[panelOn[R]] // shared by the panel's copies that ask the same
}

// NewPanel returns a panel. The mapping fills a record from a row; a field it
// leaves alone is unknown. It must be safe to call again with another row, and
// must not keep its pointers. A pass reads some rows ahead of those that it maps: a row must
// not point into memory that its source fills anew. With [Panel.Parallel] several goroutines
// call the mapping.
func NewPanel[T any, R indicators.Record[R]](mapping func(*T, *R), list ...Rule[R]) (*Panel[T, R], error) {
	if mapping == nil {
		return nil, errors.New("rules: a panel without mapping")
	}
	if len(list) == 0 {
		return nil, errors.New("rules: a panel without rules")
	}
	p := &Panel[T, R]{mapping: mapping, last: new(atomic.Pointer[panelOn[R]])}
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

// AsIs is the mapping of rows that are records already: NewPanel(AsIs[teacher.Record], set...).
// The rows of a table that package rows has read map themselves: rows.Row.Map.
func AsIs[R indicators.Record[R]](row, record *R) { *record = *row }

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
// field, and each double of a key, in row order. Without it the first KeptFaults are in the results.
func (p *Panel[T, R]) OnFault(do func(record *T, f verdict.Fault)) *Panel[T, R] {
	q := p.copied()
	q.onFault = do
	return &q
}

// Expecting returns the panel with the number of records that there should be,
// rows that the mapping skips included. Those that do not come count as
// unknown, so that a partial export cannot pass. Of more rows than
// that any may be a double, which widens the bounds. Of a pass by group the number is
// that of the total; that of a group is said by [Groups.Expect].
func (p *Panel[T, R]) Expecting(records int64) *Panel[T, R] {
	q := p.copied()
	q.expected = expecting(records)
	return &q
}

// Named returns the panel with a function that says who a row is, such as the number of a
// teacher: faults then name it beside the row, so that a clerk finds the record in whatever
// order it stands. It is kept with the results, so it should be no name of a person.
func (p *Panel[T, R]) Named(key func(row *T) string) *Panel[T, R] {
	q := p.copied()
	q.named = key
	return &q
}

// Keyed returns the panel with a function that says which record a row is, such as the
// number of a teacher. Rows of one key are one record: it is all that its rows say it may
// be, fields in which they differ are unknown, and each row beyond the first is a fault,
// so that the order of rows decides nothing. An [Evaluator] puts and deletes rows by key,
// and faults name the key as with [Panel.Named]. A row with the key "" is a record of its
// own, and a fault; one that stands for several records has no key. Records whose rows
// stand in several groups are in each, and once in the total.
//
// A pass keeps each record with its key: the size of the record (unsafe.Sizeof, some 100
// to 700 bytes), the bytes of the key and about 90 more. Findings are given row by row,
// before it is known whether another row of the key follows.
func (p *Panel[T, R]) Keyed(key func(row *T) string) *Panel[T, R] {
	q := p.copied()
	q.key = key
	if q.named == nil {
		q.named = key
	}
	return &q
}

// HasKeys reports whether rows of one key are one record: see [Panel.Keyed].
func (p *Panel[T, R]) HasKeys() bool { return p != nil && p.key != nil }

// Part returns the panel with a name for the part of a register that its rows are, such
// as a county's table of a month. What was counted keeps a hash of the name: merging the
// same part twice is refused with [ErrMerged], also after it was stored. Parts without a
// name are merged unchecked.
func (p *Panel[T, R]) Part(name string) *Panel[T, R] {
	q := p.copied()
	q.part = name
	return &q
}

// For returns the panel for the register of one bearer: [plan.County] for that of
// one county. Without it rows are the city's register. A statement that falls on
// another bearer gets a value for comparison and no verdict, but for a duty on each
// record, which binds records in whosever register.
func (p *Panel[T, R]) For(bearer plan.Bearer) *Panel[T, R] {
	q := p.copied()
	q.standsFor = bearer
	return &q
}

// GroupsAre returns the panel with what each group of a pass stands for, such as
// [plan.County] for groups that are each a county. A statement that falls on each
// of them is then judged in each group, and the total has the worst of their
// verdicts. Without it groups are parts of the whole, and are given no verdicts on
// what is demanded of the whole.
func (p *Panel[T, R]) GroupsAre(bearer plan.Bearer) *Panel[T, R] {
	q := p.copied()
	q.groupsAre = bearer
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

// WithContext returns the panel with a context whose end ends its passes with the
// context's error, within some ten thousand rows.
func (p *Panel[T, R]) WithContext(ctx context.Context) *Panel[T, R] {
	q := p.copied()
	q.context = ctx
	return &q
}

// OnProgress returns the panel with a function that is called from time to time
// with the number of rows that are done, by the caller's goroutine.
func (p *Panel[T, R]) OnProgress(do func(rows int64)) *Panel[T, R] {
	q := p.copied()
	q.onProgress = do
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
	return p.evaluate(asOf, count.Slice(rows))
}

// EvaluateSeq judges the rows of a sequence.
func (p *Panel[T, R]) EvaluateSeq(asOf quantity.Date, rows iter.Seq[T]) (verdict.Results, error) {
	return p.evaluate(asOf, count.Seq(rows))
}

// EvaluateSeq2 judges the rows of a source that can fail. The first error ends
// the pass and is returned, and no verdict is given.
func (p *Panel[T, R]) EvaluateSeq2(asOf quantity.Date, rows iter.Seq2[T, error]) (verdict.Results, error) {
	return p.evaluate(asOf, count.Seq2(rows))
}

// evaluate judges all rows as one group.
func (p *Panel[T, R]) evaluate(asOf quantity.Date, rows count.Rows[T]) (verdict.Results, error) {
	on, err := p.on(asOf)
	if err != nil {
		return verdict.Results{}, err
	}
	pass, faults := p.pass(on, nil)
	t, err := pass.All(rows)
	if err != nil {
		return verdict.Results{}, err
	}
	results := on.results(t, recordsOf(t, p.expected), population{bearer: p.standsFor})
	results.Faults = faults.list()
	return results, nil
}

// Counter returns what the panel counts with on a date, for whoever counts elsewhere and
// hands the counts to [Panel.Judge] or [JudgeBy].
func (p *Panel[T, R]) Counter(asOf quantity.Date) (*count.Counter[R], error) {
	on, err := p.on(asOf)
	if err != nil {
		return nil, err
	}
	return on.counter, nil
}

// Judge judges what was counted elsewhere: by another process, or by a database.
// The panel takes the answers that it asks for by key and identity, names those
// that are missing with [ErrMismatch], and ignores others. Counts that no register
// has are [ErrImpossible].
func (p *Panel[T, R]) Judge(counts count.Counts) (verdict.Results, error) {
	on, t, err := p.load(counts)
	if err != nil {
		return verdict.Results{}, err
	}
	return on.results(t, recordsOf(t, p.expected), population{bearer: p.standsFor}), nil
}

// load returns what was counted elsewhere as a tally, with the panel on its date.
func (p *Panel[T, R]) load(counts count.Counts) (*panelOn[R], *count.Tally, error) {
	on, err := p.on(counts.AsOf)
	if err != nil {
		return nil, nil, err
	}
	t, err := on.counter.Load(counts)
	return on, t, err
}
