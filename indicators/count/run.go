package count

import (
	"context"
	"fmt"
	"math/bits"

	"github.com/eduplan/tonghua/indicators"
)

// Pass says how the rows T of a register are read, and what is wanted of them
// beside the counts. Counter and Mapping are wanted.
type Pass[T any, R indicators.Record[R]] struct {
	Counter *Counter[R]
	// Mapping fills a record from a row; a field that it leaves alone is unknown.
	// It must be safe to call again with another row and must not keep its pointers.
	Mapping func(*T, *R)
	// Flagged is called for each flagged question that a row is certainly not
	// counted for, in the order of rows and questions. If it returns false the pass
	// ends with ErrStopped.
	Flagged func(row int64, of *T, record *R, question int) (more bool)
	// Faulty is called for each row with a fault, in row order, until it returns
	// false. The group is the row's key in [By], else nil.
	Faulty func(row int64, of *T, record *R, group any) (more bool)
	// Key tells who a row is, so that rows of one record are counted as one: see [Double].
	// A row that stands for several records has no key.
	Key func(*T) string
	// Doubled is called for each row whose key an earlier one has, and for each without a
	// key, in row order, before Faulty and Flagged.
	Doubled func(row int64, of *T, d Double, group any)
	// Part is the name of the part of a register that the rows are, if it has one.
	Part string
	// TakenBack is called for each row with a fault that is taken back.
	TakenBack func(record *R)
	// Goroutines is in how many goroutines the rows are counted, at most
	// MostGoroutines. Mapping, the function that gives a row's group and own
	// functions of conditions are then called by several at a time, the others by
	// the caller's goroutine alone.
	Goroutines int
	// Context ends the pass with its error.
	Context context.Context
	// Progress is called from time to time with the number of rows that are counted.
	Progress func(rows int64)
}

// MostGoroutines is how many goroutines a pass uses at most.
const MostGoroutines = 256

// progressRows is after how many rows progress is reported and the context asked.
const progressRows = 1 << 14

func (p *Pass[T, R]) check() error {
	if p.Counter == nil || p.Mapping == nil {
		return fmt.Errorf("count: a pass without counter or mapping")
	}
	return nil
}

// parts returns the part that the rows of a pass are, if it has a name.
func (p *Pass[T, R]) parts() []Part {
	if p.Part == "" {
		return nil
	}
	return []Part{PartOf(p.Part)}
}

// run is a pass in one goroutine, or the part of one.
type run[T any, R indicators.Record[R]] struct {
	of      *Pass[T, R]
	pass    *pass[R]
	next    int64       // the row from which on progress is reported
	counted bool        // the rows at hand are mapped and counted
	events  *[]event[R] // where another goroutine is told of records, nil if this one is
	set     []uint64
	keys    *keys[R]   // of rows with keys, of the whole pass
	doubled []int32    // the first records of the keys that several rows have
	kept    *[]kept[R] // where another goroutine is told of records with keys
	err     error      // what ended the pass
}

func newRun[T any, R indicators.Record[R]](p *Pass[T, R]) *run[T, R] {
	r := &run[T, R]{of: p, pass: p.Counter.pass(), next: progressRows}
	r.set = make([]uint64, r.pass.sets)
	if p.Key != nil {
		r.keys = newKeys[R]()
	}
	if p.Faulty != nil {
		r.pass.calls |= isFaulty
	}
	if p.Flagged != nil {
		r.pass.calls |= isFlagged
	}
	return r
}

// slice counts rows, whose groups find puts beside them. Of a batch in which a row
// fails the rows before it are gone through again, so that what they call for is
// reported; a pass that fails gives no counts.
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
		if r.counted {
			break
		}
		rows = rows[done : done+r.pass.current]
	}
	return r.err == nil
}

// through maps, packs, counts and reports rows, a batch at a time, and returns how
// many it is done with.
func (r *run[T, R]) through(rows []T, find func(rows []T)) (done int, failed error) {
	defer r.recovered(&failed)
	p, mapping := r.pass, r.of.Mapping
	r.counted = false
	for done < len(rows) {
		some := rows[done:min(done+batch, len(rows))]
		find(some)
		records := p.records[:len(some)]
		clear(records)
		for k := range records {
			p.current = k
			mapping(&some[k], &records[k])
		}
		p.take(len(some))
		r.counted = true
		if r.of.Key != nil {
			failed = r.reportKeyed(some)
		} else {
			for _, k := range p.calling {
				if !r.report(int(k), &some[k]) {
					failed = ErrStopped
					break
				}
			}
		}
		if failed != nil {
			return done, failed
		}
		done += len(some)
		p.row += int64(len(some))
		if p.row >= r.next && r.events == nil {
			if err := r.progress(); err != nil {
				return done, err
			}
		}
		r.counted = false
	}
	return done, nil
}

// reportKeyed takes note of the keys of the records at hand, and does what they call for.
func (r *run[T, R]) reportKeyed(rows []T) error {
	called := r.pass.calling
	for k := range rows {
		if err := r.reportKey(k, &rows[k]); err != nil {
			return err
		}
		if len(called) > 0 && int(called[0]) == k {
			if !r.report(k, &rows[k]) {
				return ErrStopped
			}
			called = called[1:]
		}
	}
	return nil
}

// reportKey takes note of the key of a record.
func (r *run[T, R]) reportKey(k int, row *T) error {
	p := r.pass
	p.current = k
	one := keyed[R]{record: p.records[k], in: p.groupOf[k].tally, row: p.row + int64(k)}
	one.key = r.keyOf(&one.record, row)
	if r.kept != nil {
		*r.kept = append(*r.kept, kept[R]{one, p.groupOf[k].key})
		return nil
	}
	return r.takeKey(&one, row, p.groupOf[k].key)
}

// keyOf returns the key of a row that is one record.
func (r *run[T, R]) keyOf(record *R, row *T) string {
	if r.of.Counter.subject.Stands(record) != 1 {
		return ""
	}
	return r.of.Key(row)
}

// takeKey keeps a record by its key, and reports a double.
func (r *run[T, R]) takeKey(one *keyed[R], row *T, group any) error {
	if one.key == "" {
		if r.of.Doubled != nil && r.of.Counter.subject.Stands(&one.record) == 1 {
			r.of.Doubled(one.row, row, Double{First: noRecord}, group)
		}
		return nil
	}
	first, err := r.keys.put(one)
	if err != nil || first == noRecord {
		return err
	}
	before := r.keys.at(first)
	if r.keys.at(before.next).next == noRecord {
		r.doubled = append(r.doubled, first)
	}
	if r.of.Doubled != nil {
		r.of.Doubled(one.row, row, Double{before.key, before.row}, group)
	}
	return nil
}

// progress reports how far the pass has come, and asks whether it is to go on.
func (r *run[T, R]) progress() error {
	r.pass.current = 0
	r.next = r.pass.row + progressRows
	if r.of.Progress != nil {
		r.of.Progress(r.pass.row)
	}
	if r.of.Context != nil {
		return r.of.Context.Err()
	}
	return nil
}

// recovered turns a panic of the caller's functions into the error that ends the pass.
func (r *run[T, R]) recovered(failed *error) {
	if v := recover(); v != nil {
		*failed = &MappingError{r.pass.row + int64(r.pass.current), v}
	}
}

// event is a record that is to be reported.
type event[R indicators.Record[R]] struct {
	row    int64
	record R
	flags  uint32
	group  *group
	set    uint64   // of the flagged questions, the first 64
	more   []uint64 // the further ones, if there are any
}

// report does what one record calls for beside being counted.
func (r *run[T, R]) report(k int, row *T) bool {
	p := r.pass
	p.current = k
	flags := p.flags[k] & p.calls
	clear(r.set)
	if flags&isFlagged != 0 {
		p.flaggedOf(k, r.set)
	}
	if r.events != nil {
		e := event[R]{p.row + int64(k), p.records[k], flags, p.groupOf[k], r.set[0], nil}
		if len(r.set) > 1 {
			e.more = append(e.more, r.set[1:]...)
		}
		*r.events = append(*r.events, e)
		return true
	}
	return r.deliver(p.row+int64(k), row, &p.records[k], flags, p.groupOf[k].key)
}

// deliver calls the caller's functions, and returns whether to go on.
func (r *run[T, R]) deliver(number int64, row *T, record *R, flags uint32, group any) bool {
	if flags&isFaulty != 0 && r.pass.calls&isFaulty != 0 && !r.of.Faulty(number, row, record, group) {
		r.pass.calls &^= isFaulty
	}
	if flags&isFlagged == 0 {
		return true
	}
	for i, set := range r.set {
		for ; set != 0; set &= set - 1 {
			question := r.of.Counter.flagged[64*i+bits.TrailingZeros64(set)]
			if !r.of.Flagged(number, row, record, question) {
				return false
			}
		}
	}
	return true
}
