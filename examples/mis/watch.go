package mis

import (
	"errors"
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// watcher keeps the records that exceptions and remedies speak of: those that are short
// of a duty with exceptions or a ledger, and those that an exception or the ledger names.
// So it is as large as the lists, and not as the register.
type watcher[T any, R indicators.Record[R]] struct {
	register *register[T, R]
	excepted *rules.Evaluator[T, R] // nil where the register has no exceptions
	remedied *rules.Evaluator[T, R] // nil where the register has no ledger
	listens  map[plan.ID]bool
	named    map[string]bool   // keys
	county   map[string]string // of the records that are kept
	school   map[string]string
	err      error
}

// excepted are the statements on the register that have exceptions.
func (r *register[T, R]) excepted(p *pass) (ids []plan.ID) {
	for _, rule := range r.book {
		for _, e := range p.exceptions {
			if e.Statement == rule.ID() && !slices.Contains(ids, e.Statement) {
				ids = append(ids, e.Statement)
			}
		}
	}
	return ids
}

// remedied are the statements on the register of which a ledger is kept.
func (r *register[T, R]) remedied(p *pass) (ids []plan.ID) {
	for _, rule := range r.book {
		asked := slices.Contains(p.Remedies, rule.ID())
		for i := 0; i < len(p.ledger) && !asked; i++ {
			asked = p.ledger[i].Statement == rule.ID()
		}
		if asked {
			ids = append(ids, rule.ID())
		}
	}
	return ids
}

// watch begins to keep records; it returns nil where there is no reason to.
func (r *register[T, R]) watch(p *pass) (*watcher[T, R], error) {
	excepted, remedied := r.excepted(p), r.remedied(p)
	if len(excepted)+len(remedied) == 0 {
		return nil, nil
	}
	w := &watcher[T, R]{register: r, listens: map[plan.ID]bool{}, named: map[string]bool{}, county: map[string]string{}, school: map[string]string{}}
	var err error
	if w.excepted, err = w.start(p, excepted); err != nil {
		return nil, err
	}
	if w.remedied, err = w.start(p, remedied); err != nil {
		return nil, err
	}
	for _, e := range p.exceptions {
		w.named[e.Key] = w.listens[e.Statement] && e.Key != "" || w.named[e.Key]
	}
	for _, row := range p.ledger {
		w.named[row.Key] = w.listens[row.Statement] || w.named[row.Key]
	}
	return w, nil
}

// start begins an evaluation of some statements.
func (w *watcher[T, R]) start(p *pass, ids []plan.ID) (*rules.Evaluator[T, R], error) {
	if len(ids) == 0 {
		return nil, nil
	}
	set, err := w.register.book.Only(ids...)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		w.listens[id] = true
	}
	panel, err := rules.NewPanel(w.register.mapping(p.Date), set...)
	if err != nil {
		return nil, err
	}
	return panel.Keyed(w.register.key).Start(p.Date)
}

// rows hands rows on and keeps those that are named.
func (w *watcher[T, R]) rows(rows iter.Seq2[T, error]) iter.Seq2[T, error] {
	if w == nil || len(w.named) == 0 {
		return rows
	}
	return func(yield func(T, error) bool) {
		for row, err := range rows {
			if err == nil && w.named[w.register.key(&row)] {
				err = w.keep(&row)
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

// finding keeps a record that is short. It returns false after an error, which ends the
// pass.
func (w *watcher[T, R]) finding(_ int64, row *T, f *rules.Finding[R]) bool {
	if w.listens[f.Statement()] && w.register.key(row) != "" {
		w.err = w.keep(row)
	}
	return w.err == nil
}

func (w *watcher[T, R]) keep(row *T) error {
	key := w.register.key(row)
	w.county[key] = w.register.county(row)
	if w.register.school != nil {
		w.school[key] = w.register.school(row)
	}
	for _, evaluator := range []*rules.Evaluator[T, R]{w.excepted, w.remedied} {
		if evaluator != nil {
			if err := evaluator.Put(row); err != nil {
				return err
			}
		}
	}
	return nil
}

// drop forgets a record that is not in the register any more.
func (w *watcher[T, R]) drop(key string) error {
	if w == nil {
		return nil
	}
	for _, evaluator := range []*rules.Evaluator[T, R]{w.excepted, w.remedied} {
		if evaluator != nil {
			if _, err := evaluator.Delete(key); err != nil {
				return err
			}
		}
	}
	return nil
}

// end counts who has leave and carries the ledger on.
func (w *watcher[T, R]) end(p *pass) error {
	if w == nil {
		return nil
	}
	if w.excepted != nil {
		list, err := w.excepted.Excepted(func(key string) []string { return []string{w.school[key]} }, p.exceptions...)
		if err != nil {
			return err
		}
		p.made.Excepted = append(p.made.Excepted, list...)
	}
	if w.remedied == nil {
		return nil
	}
	names := map[string]string{}
	for _, a := range p.areas {
		names[a.Code] = a.Name
	}
	ledger, err := w.remedied.Remedies(p.ledger, func(key string, _ plan.ID) (string, quantity.Date) {
		return names[w.county[key]], p.Due
	})
	if err != nil {
		return err
	}
	p.ledger = ledger
	return nil
}

// failed joins what ended a pass with what the watcher could not keep.
func (w *watcher[T, R]) failed(err error) error {
	if w == nil {
		return err
	}
	return errors.Join(err, w.err)
}
