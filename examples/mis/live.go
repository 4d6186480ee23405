package mis

import (
	"context"
	"database/sql"
	"maps"
	"sync"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Live keeps the registers of a store in counts, which follow what is saved: after a saved
// record that record alone is read again. It is as large as the keys of the registers. It
// is safe for concurrent use.
type Live struct {
	store     *Store
	options   Options
	mu        sync.Mutex
	made      *Report // the last; nil where all has to be read
	earlier   map[plan.ID]verdict.Series
	pass      *pass
	followers []follower
}

// follower is a register that is followed.
type follower interface {
	read(context.Context, *pass) error
	renew(ctx context.Context, p *pass, key string) error
	add(*pass) error
	table() string
}

// Live begins to follow the registers. Of the options it takes the date, what concerns
// remedies, and Progress, which is told how the first reading goes on.
func (s *Store) Live(o Options) *Live { return &Live{store: s, options: o} }

// Report returns what [Store.Report] would say now. It is the same value as before while
// nothing was saved. What others write into tables without a row in the table of changes
// is seen after [Live.Reread].
//
// After an error there is no report; the next call begins with reading all of the
// registers, if something was changed by halves.
func (l *Live) Report(ctx context.Context) (*Report, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var next *Report
	err := l.store.read(ctx, func(tx *sql.Tx) error {
		last, err := lastChange(ctx, tx)
		if err != nil {
			return err
		}
		if l.made != nil && l.made.Change == last {
			next = l.made
			return nil
		}
		next, err = l.next(ctx, tx, last)
		return err
	})
	if err != nil {
		return nil, err
	}
	l.made = next
	return next, nil
}

// Reread has the next report read all of the registers.
func (l *Live) Reread() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.made = nil
}

// Earlier returns what was filed of the whole city on days before that of the report, by
// statement, as it was when the last report was made.
func (l *Live) Earlier() map[plan.ID]verdict.Series {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.earlier
}

// next takes over what was saved up to a change, and makes a report.
func (l *Live) next(ctx context.Context, tx *sql.Tx, last int64) (*Report, error) {
	before := l.made
	l.made = nil // whatever goes wrong now, counts may be changed by halves
	followed := false
	if before != nil {
		var err error
		if followed, err = l.follow(ctx, tx, before.Change); err != nil {
			return nil, err
		}
	}
	if !followed {
		if err := l.read(ctx, tx); err != nil {
			return nil, err
		}
	}
	p := *l.pass
	p.made = &Report{Change: last, Counties: p.areas, Areas: p.named()}
	for _, f := range l.followers {
		if err := f.add(&p); err != nil {
			return nil, inTable(f, err)
		}
	}
	return p.made, p.end()
}

// read reads all of the registers.
func (l *Live) read(ctx context.Context, tx *sql.Tx) (err error) {
	l.pass = &pass{Options: l.options, engine: l.store.engine, tx: tx}
	if err := l.pass.begin(ctx); err != nil {
		return err
	}
	if l.earlier, err = l.store.earlier(ctx, tx, l.options.Date); err != nil {
		return err
	}
	l.followers = nil
	for _, r := range book {
		f, err := r.follow(l.pass)
		if err == nil {
			err = f.read(ctx, l.pass)
		}
		if err != nil {
			return inTable(r, err)
		}
		l.followers = append(l.followers, f)
	}
	return nil
}

// follow takes over the changes after one. It is not enough where something was changed
// that is not followed record by record.
func (l *Live) follow(ctx context.Context, tx *sql.Tx, after int64) (enough bool, err error) {
	list, err := l.store.changes(ctx, tx, after)
	if err != nil {
		return false, err
	}
	l.pass.tx = tx
	done := map[Change]bool{}
	for _, c := range list {
		what := Change{Register: c.Register, Key: c.Key}
		if done[what] {
			continue
		}
		done[what] = true
		if c.Register == ofResults {
			if l.pass.ledger, err = whole(ctx, tx, remedies); err != nil {
				return false, err
			}
			if l.earlier, err = l.store.earlier(ctx, tx, l.options.Date); err != nil {
				return false, err
			}
			continue
		}
		followed := false
		for _, f := range l.followers {
			if f.table() == c.Register && c.Key != "" {
				followed = true
				if err := f.renew(ctx, l.pass, c.Key); err != nil {
					return false, inTable(f, err)
				}
			}
		}
		if !followed {
			return false, nil
		}
	}
	return true, nil
}

// followed is a register of one subject with its counts by county.
type followed[T any, R indicators.Record[R]] struct {
	*register[T, R]
	asked  *rules.Panel[T, R]
	watch  *watcher[T, R]
	date   quantity.Date
	each   map[string]*rules.Evaluator[T, R]
	groups *rules.Groups[string] // nil where something has changed
}

func (r *register[T, R]) follow(p *pass) (follower, error) {
	panel, err := r.panel(p.Date)
	if err != nil {
		return nil, err
	}
	f := &followed[T, R]{register: r, date: p.Date, each: map[string]*rules.Evaluator[T, R]{}}
	if f.watch, err = r.watch(p); err != nil {
		return nil, err
	}
	if f.watch != nil {
		panel = panel.OnFinding(f.watch.finding)
	}
	if r.find != nil {
		panel = panel.Keyed(r.key)
	}
	f.asked = panel
	return f, nil
}

// read counts all rows.
func (f *followed[T, R]) read(ctx context.Context, p *pass) error {
	const often = 1 << 12 // how many rows are told at once
	rows := int64(0)
	for row, err := range f.watch.rows(f.rows(ctx, p.tx, p.engine, some{})) {
		if err == nil {
			err = f.count(&row)
		}
		if err != nil {
			return f.watch.failed(err)
		}
		if rows++; rows%often == 0 {
			p.counter.add(often)
		}
	}
	p.counter.add(rows % often)
	return nil
}

// count counts a row in its county.
func (f *followed[T, R]) count(row *T) (err error) {
	county := f.county(row)
	e := f.each[county]
	if e == nil {
		if e, err = f.asked.Start(f.date); err != nil {
			return err
		}
		f.each[county] = e
	}
	if f.find == nil {
		return e.Add(row)
	}
	return e.Put(row)
}

// renew reads the record of a key again, which may be new, in another county, or gone. A
// register whose rows have no names is read as a whole.
func (f *followed[T, R]) renew(ctx context.Context, p *pass, key string) error {
	f.groups = nil
	if f.find == nil {
		clear(f.each)
		return f.read(ctx, p)
	}
	for _, e := range f.each {
		if _, err := e.Delete(key); err != nil {
			return err
		}
	}
	row, there, err := f.find(ctx, p.tx, p.engine, key)
	if err != nil {
		return err
	}
	if !there {
		return f.watch.drop(key)
	}
	if f.watch != nil {
		if err := f.watch.keep(&row); err != nil {
			return err
		}
	}
	return f.watch.failed(f.count(&row))
}

// add judges what was counted.
func (f *followed[T, R]) add(p *pass) error {
	if f.groups == nil {
		counted := map[string]count.Counts{}
		for county, e := range f.each {
			counts, err := e.Counts()
			if err != nil {
				return err
			}
			if counts.Read > 0 {
				counted[county] = counts
			}
		}
		var err error
		if f.groups, err = rules.JudgeBy(f.asked, f.date, maps.All(counted)); err != nil {
			return err
		}
	}
	p.add(f.groups)
	return f.watch.end(p)
}
