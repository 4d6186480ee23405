package count

import "github.com/eduplan/tonghua/indicators"

// Live is a pass that is fed row by row and whose tally is up to date at any time.
// Rows can be taken back and replaced, so that a dashboard follows every saved
// form. It belongs to one goroutine at a time.
type Live[T any, R indicators.Record[R]] struct {
	run      *run[T, R]
	group    *group
	restored bool // the keys of what it goes on from are not known
}

// Start begins a pass that is fed row by row. Goroutines, Context and Progress do
// not concern it.
func (p Pass[T, R]) Start() (*Live[T, R], error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	r := newRun(&p)
	g := r.pass.addGroup(p.Counter.layout.tally())
	g.tally.parts = p.parts()
	r.pass.useOneGroup(g)
	return &Live[T, R]{run: r, group: g}, nil
}

// Resume begins a pass that goes on from a tally of the same counter, whose keys nobody
// knows any more: rows are not put and deleted by key then, and doubles are found among
// the rows that come.
func (p Pass[T, R]) Resume(t *Tally) (*Live[T, R], error) {
	l, err := p.Start()
	if err != nil {
		return nil, err
	}
	own := l.group.tally
	if err := own.plus(t); err != nil {
		return nil, err
	}
	if all, err := joined(t.parts, own.parts); err == nil {
		own.parts = all
	} else { // it goes on with the same part
		own.parts = t.parts
	}
	l.run.pass.row, l.restored = t.read, t.read > 0
	return l, nil
}

// Tally returns what was counted so far; it goes on changing.
func (l *Live[T, R]) Tally() *Tally { return l.group.tally }

// Add counts a row. After an error, which is that of a function of the caller or
// ErrTooMany, the counts mean nothing. A row whose key was added before is a double.
func (l *Live[T, R]) Add(row *T) (failed error) {
	defer l.run.recovered(&failed)
	l.place(0, row)
	if l.run.of.Key != nil {
		return l.addKeyed(row, l.run.keyOf(&l.run.pass.records[0], row))
	}
	l.run.pass.pack(1)
	return l.addFirst(row)
}

// Retract takes back a row that was added, as it was when it was added. Flagged
// and Faulty are not called. A row that cannot have been added, because the counts
// would fall below nought, gives [ErrNotAdded] and changes nothing; another row
// that is counted as it would be is not told from it. Rows with keys give [ErrKeyed].
func (l *Live[T, R]) Retract(row *T) (failed error) {
	if l.run.of.Key != nil {
		return ErrKeyed
	}
	defer l.run.recovered(&failed)
	l.place(0, row)
	l.run.pass.pack(1)
	return l.takeBack(0)
}

// Replace takes back the old row and adds the new one. If the old one cannot have
// been added it gives [ErrNotAdded] and changes nothing. Rows with keys give [ErrKeyed].
func (l *Live[T, R]) Replace(old, new *T) (failed error) {
	if l.run.of.Key != nil {
		return ErrKeyed
	}
	defer l.run.recovered(&failed)
	defer func() { l.run.pass.current = 0 }() // neither row comes after the other
	l.place(1, old)
	l.place(0, new)
	l.run.pass.pack(2)
	if err := l.takeBack(1); err != nil {
		return err
	}
	return l.addFirst(new)
}

func (l *Live[T, R]) takeBack(k int) error {
	flags, taken := l.run.pass.takeBack(k, l.group.tally)
	if !taken {
		return ErrNotAdded
	}
	if flags&isFaulty != 0 && l.run.of.TakenBack != nil {
		l.run.of.TakenBack(&l.run.pass.records[k])
	}
	return nil
}

// place maps a row that comes by itself.
func (l *Live[T, R]) place(k int, row *T) {
	var none R
	p := l.run.pass
	p.current, p.records[k] = k, none
	l.run.of.Mapping(row, &p.records[k])
}

// addFirst counts and reports the first record, whose row it is.
func (l *Live[T, R]) addFirst(row *T) error {
	p, t := l.run.pass, l.group.tally
	p.current = 0
	if t.read == MostRecords {
		return ErrTooMany
	}
	t.read++
	if p.counter.subject.Marked(p.records[:1]) {
		p.mark(1)
	}
	if p.flags[0] = p.apply(p.effectsOf(0), 0, t); p.flags[0]&p.calls != 0 {
		if t.overflowed {
			return ErrTooMany
		}
		if !l.run.report(0, row) {
			return ErrStopped
		}
	}
	p.row++
	return t.Err()
}
