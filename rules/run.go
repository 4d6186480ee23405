package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// KeptFaults is how many faults the results keep; OnFault hears of all.
const KeptFaults = 20

// run is a pass with what the caller of a panel wants from it.
type run[T any, R indicators.Record[R]] struct {
	panel   *Panel[T, R]
	pass    *pass[R]
	merged  bool // there are records without rows of their own
	heeding bool // the rows at hand are mapped and counted
	faults  []verdict.Fault
	finding Finding[R]  // handed to the caller's function, one after the other
	heard   *[]event[R] // where another goroutine hears of records, nil if this one does
	err     error       // what ended the pass
}

func start[T any, R indicators.Record[R]](p *Panel[T, R], asOf quantity.Date) (*run[T, R], error) {
	if p == nil || p.mapping == nil {
		return nil, ErrZero
	}
	if err := checkDate(asOf); err != nil {
		return nil, err
	}
	e, err := p.engine.on(asOf, p.rules)
	if err != nil {
		return nil, err
	}
	r := &run[T, R]{panel: p, pass: e.start()}
	if p.onFinding != nil {
		r.pass.wanted |= isFinding
	}
	return r, nil
}

// slice adds rows, whose groups find puts beside them. Of a batch in which a row
// fails the rows before it are gone through again, so that what they call for
// is heard of; a pass that fails gives no verdicts.
func (r *run[T, R]) slice(rows []T, find func(rows []T)) (ok bool) {
	if r.err != nil {
		return false
	}
	for len(rows) > 0 {
		done, failed := r.through(rows, find)
		if failed == nil {
			break
		}
		r.err = failed
		if r.heeding {
			break
		}
		rows = rows[done : done+r.pass.hand]
	}
	return r.err == nil
}

// through maps, packs, counts and heeds rows, a batch at a time, and returns how
// many it is done with.
func (r *run[T, R]) through(rows []T, find func(rows []T)) (done int, failed error) {
	defer r.caught(&failed)
	p, mapping := r.pass, r.panel.mapping
	r.heeding = false
	for done < len(rows) {
		some := rows[done:min(done+batch, len(rows))]
		find(some)
		records := p.records[:len(some)]
		clear(records)
		for k := range records {
			p.hand = k
			mapping(&some[k], &records[k])
		}
		p.take(len(some))
		r.heeding = true
		for _, k := range p.called {
			if !r.heed(int(k), &some[k]) {
				return done, ErrStopped
			}
		}
		r.heeding = false
		done += len(some)
		p.row += int64(len(some))
	}
	return done, nil
}

// one adds a single row to a group.
func (r *run[T, R]) one(row *T, g *group) (failed error) {
	defer r.caught(&failed)
	r.lay(0, row, g)
	r.pass.pack(1)
	return r.addFirst(row)
}

// lay maps a row that comes by itself.
func (r *run[T, R]) lay(k int, row *T, g *group) {
	var none R
	p := r.pass
	p.hand, p.records[k], p.groupOf[k] = k, none, g
	r.panel.mapping(row, &p.records[k])
}

// addFirst counts and heeds the first record, whose row it is.
func (r *run[T, R]) addFirst(row *T) error {
	r.pass.hand = 0
	r.pass.groupOf[0].read++
	r.pass.countPacked(1)
	if len(r.pass.called) > 0 && !r.heed(0, row) {
		return ErrStopped
	}
	r.pass.row++
	return nil
}

// takeBack takes a row back from a group without counts of its own, and
// reports whether it can have been there.
func (r *run[T, R]) takeBack(row *T, g *group) (taken bool, failed error) {
	defer r.caught(&failed)
	r.lay(0, row, g)
	r.pass.pack(1)
	return r.takePacked(0, g), nil
}

// replace takes a row back and adds another one. If the old one cannot have been
// there it does neither.
func (r *run[T, R]) replace(old, new *T, g *group) (taken bool, failed error) {
	defer r.caught(&failed)
	defer func() { r.pass.hand = 0 }() // neither row comes after the other
	r.lay(1, old, g)
	r.lay(0, new, g)
	r.pass.pack(2)
	if !r.takePacked(1, g) {
		return false, nil
	}
	return true, r.addFirst(new)
}

func (r *run[T, R]) takePacked(k int, g *group) (taken bool) {
	r.pass.settle()
	if taken = r.pass.takeBack(k, g.tally); taken {
		r.forget(k)
	}
	return taken
}

// forget drops the kept faults of a row that was taken back: the first ones
// that say the same, since rows taken back have no number.
func (r *run[T, R]) forget(k int) {
	if len(r.faults) == 0 {
		return
	}
	r.pass.faults(&r.pass.records[k], func(w indicators.Watch[R]) {
		gone := newFault(0, r.pass.engine.subject, w, &r.pass.records[k])
		if i := slices.IndexFunc(r.faults, func(f verdict.Fault) bool { f.Row = 0; return f == gone }); i >= 0 {
			r.faults = slices.Delete(r.faults, i, i+1)
		}
	})
}

// results judges a tally, and adds what the pass itself knows.
func (r *run[T, R]) results(t *tally) verdict.Results {
	out := r.pass.engine.results(t, r.panel.expected)
	out.Faults = append([]verdict.Fault(nil), r.faults...)
	return out
}

// caught turns a panic of the caller's functions into the error that ends the pass.
func (r *run[T, R]) caught(failed *error) {
	if v := recover(); v != nil {
		*failed = &MappingError{r.pass.row + int64(r.pass.hand), v}
	}
}

// event is a record that somebody wants to hear of.
type event[R indicators.Record[R]] struct {
	row      int64
	record   R
	flags    uint32
	breaches dutySet
}

// heed does what one record calls for beside being counted.
func (r *run[T, R]) heed(k int, row *T) bool {
	r.pass.hand = k
	flags := r.pass.flags[k] & r.pass.wanted
	if flags&addsAmounts != 0 {
		r.pass.addAmounts(k)
	}
	if flags&(isFinding|isFaulty) == 0 {
		return true
	}
	var breaches dutySet
	if flags&isFinding != 0 {
		breaches = r.pass.breaches(k)
	}
	if r.heard != nil {
		*r.heard = append(*r.heard, event[R]{r.pass.row + int64(k), r.pass.records[k], flags, breaches})
		return true
	}
	return r.hear(r.pass.row+int64(k), row, &r.pass.records[k], flags, breaches)
}

// hear tells the caller's functions of a record, and reports whether to go on.
func (r *run[T, R]) hear(number int64, row *T, record *R, flags uint32, breaches dutySet) bool {
	if flags&isFaulty != 0 {
		r.hearFaults(number, row, record)
	}
	if flags&isFinding == 0 {
		return true
	}
	f := &r.finding
	f.Outcome, f.Reason, f.Record = verdict.NotMet, verdict.OffThreshold, *record
	for i := breaches.next(); i >= 0; i = breaches.next() {
		d := &r.pass.engine.duties[i]
		f.duty, f.as, f.Due = d.rule, d.as, d.due
		if !r.panel.onFinding(number, row, f) {
			return false
		}
	}
	return true
}

func (r *run[T, R]) hearFaults(number int64, row *T, record *R) {
	if r.panel.onFault == nil && len(r.faults) == KeptFaults {
		r.pass.wanted &^= isFaulty
		return
	}
	r.pass.faults(record, func(w indicators.Watch[R]) {
		if r.panel.onFault == nil && len(r.faults) == KeptFaults {
			return
		}
		f := newFault(number, r.pass.engine.subject, w, record)
		if len(r.faults) < KeptFaults && !r.merged {
			r.faults = append(r.faults, f)
		}
		if r.panel.onFault != nil {
			r.panel.onFault(row, f)
		}
	})
}
