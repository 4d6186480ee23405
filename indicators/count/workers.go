package count

import (
	"slices"
	"sync"
	"unsafe"

	"github.com/eduplan/tonghua/indicators"
)

// A goroutine takes chunkRows rows at a time, fewer if those of a sequence, which
// are copied, and the events of all chunks under way could take more memory than
// chunkMemory.
const (
	chunkRows   = 2048
	chunkMemory = 2 << 20
)

// readAll counts all rows. What finds the groups of rows is made by newFind for the
// pass of each goroutine.
func (r *run[T, R]) readAll(rows Rows[T], newFind func(*pass[R]) func(rows []T)) error {
	if rows.none {
		return errNoSequence
	}
	if r.of.Context != nil && r.of.Context.Err() != nil {
		return r.of.Context.Err()
	}
	if min(r.of.Goroutines, MostGoroutines) > 1 {
		newWorkers(r, newFind).readAll(rows)
		return r.err
	}
	find := newFind(r.pass)
	if !rows.isSequence() {
		r.slice(rows.slice, find)
	} else if failed := rows.read(make([]T, batch), func(rows []T) ([]T, bool) { return rows, r.slice(rows, find) }); r.err == nil {
		r.err = failed
	}
	r.pass.settle()
	return r.err
}

// workers are a pass in several goroutines. Each has a pass of its own and takes
// chunks as they come. The first is in the caller's goroutine, where the lead
// reports what all of them found, chunk by chunk in the order of the rows; it
// counts as well when there is nothing to report. The others start when there are
// chunks for them.
type workers[T any, R indicators.Record[R]] struct {
	lead    *run[T, R]
	newFind func(*pass[R]) func(rows []T)
	list    []*worker[T, R]
	most    int // of the list
	started sync.WaitGroup
	work    chan *chunk[T, R]
	size    int            // rows of a chunk
	chunks  int            // made so far, at most as many as work has room for
	waiting []*chunk[T, R] // in the order of their rows, not reported yet
	free    []*chunk[T, R]
	row     int64
}

// worker counts chunks.
type worker[T any, R indicators.Record[R]] struct {
	run  *run[T, R]
	find func(rows []T)
}

// kept is a record with its key and its group.
type kept[R any] struct {
	keyed[R]
	in any
}

// chunk is a stretch of rows.
type chunk[T any, R indicators.Record[R]] struct {
	rows   []T
	buffer []T // for rows that are copied
	first  int64
	events []event[R]
	kept   []kept[R] // records with keys
	failed error
	done   chan struct{}
}

func newWorkers[T any, R indicators.Record[R]](lead *run[T, R], newFind func(*pass[R]) func(rows []T)) *workers[T, R] {
	w := &workers[T, R]{lead: lead, newFind: newFind, most: min(lead.of.Goroutines, MostGoroutines)}
	w.work = make(chan *chunk[T, R], 4*w.most)
	w.hire()
	return w
}

// hire adds a worker.
func (w *workers[T, R]) hire() *worker[T, R] {
	one := &worker[T, R]{run: newRun(w.lead.of)}
	one.find = w.newFind(one.run.pass)
	w.list = append(w.list, one)
	return one
}

// take counts a chunk, unless an earlier one failed: the lead will not get as far
// as this one.
func (w *worker[T, R]) take(c *chunk[T, R]) {
	c.failed = errEnded
	defer func() { c.done <- struct{}{} }()
	if w.run.err == nil {
		w.run.pass.row, w.run.events, w.run.kept = c.first, &c.events, &c.kept
		w.run.slice(c.rows, w.find)
	}
	c.failed = w.run.err
}

func (w *workers[T, R]) readAll(rows Rows[T]) {
	defer func() { // even if a function of the caller ends its goroutine
		close(w.work)
		w.started.Wait()
	}()
	if rows.isSequence() {
		w.size = w.chunkSize(unsafe.Sizeof(*new(T)) + unsafe.Sizeof(event[R]{}))
		failed := rows.read(w.buffer(), func(rows []T) ([]T, bool) {
			c := w.free[len(w.free)-1] // the one that has the buffer
			w.submit(c, rows)
			return w.buffer(), w.lead.err == nil
		})
		w.reportAll()
		if w.lead.err == nil {
			w.lead.err = failed
		}
	} else {
		w.size = w.chunkSize(unsafe.Sizeof(event[R]{}))
		for left := rows.slice; len(left) > 0 && w.lead.err == nil; {
			n := min(w.size, len(left))
			w.submit(w.next(), left[:n])
			left = left[n:]
		}
		w.reportAll()
	}
	for _, one := range w.list { // they rest, since all that was submitted is reported
		one.run.pass.settle()
	}
}

// chunkSize returns how many rows a chunk has whose rows take so much memory each.
func (w *workers[T, R]) chunkSize(row uintptr) int {
	return max(1, min(chunkRows, chunkMemory/(int(row)*cap(w.work))))
}

// next sees to it that a chunk is free, and returns it.
func (w *workers[T, R]) next() *chunk[T, R] {
	if len(w.free) == 0 && w.chunks == cap(w.work) {
		w.reportFirst()
	} else if len(w.free) == 0 {
		w.chunks++
		w.free = append(w.free, &chunk[T, R]{done: make(chan struct{}, 1)})
	}
	return w.free[len(w.free)-1]
}

// buffer returns room for the rows of the next chunk.
func (w *workers[T, R]) buffer() []T {
	c := w.next()
	if c.buffer == nil {
		c.buffer = make([]T, w.size)
	}
	return c.buffer
}

// submit hands out the chunk that is free, to a new worker if there may be more.
func (w *workers[T, R]) submit(c *chunk[T, R], rows []T) {
	w.free = w.free[:len(w.free)-1]
	c.rows, c.first, c.events, c.kept = rows, w.row, c.events[:0], c.kept[:0]
	w.row += int64(len(rows))
	w.waiting = append(w.waiting, c)
	if len(w.list) < w.most && len(w.waiting) > 1 {
		one := w.hire()
		w.started.Go(func() {
			for c := range w.work {
				one.take(c)
			}
		})
	}
	w.work <- c
}

func (w *workers[T, R]) reportAll() {
	for len(w.waiting) > 0 {
		w.reportFirst()
	}
}

// reportFirst waits for the first chunk and reports what it found. After an error
// it waits only.
func (w *workers[T, R]) reportFirst() {
	c := w.waiting[0]
	w.waiting = slices.Delete(w.waiting, 0, 1)
	w.wait(c)
	if w.lead.err == nil {
		w.lead.err = w.report(c)
	}
	if w.lead.err == nil {
		w.lead.err = c.failed
	}
	w.free = append(w.free, c)
}

// wait counts chunks until the given one is done, and waits for it when there are
// none.
func (w *workers[T, R]) wait(c *chunk[T, R]) {
	for {
		select {
		case <-c.done:
			return
		default:
		}
		select {
		case other := <-w.work:
			w.list[0].take(other)
		default:
			<-c.done
			return
		}
	}
}

func (w *workers[T, R]) report(c *chunk[T, R]) (failed error) {
	lead := w.lead
	lead.pass.current = 0
	defer lead.recovered(&failed)
	for i := range c.events {
		e := &c.events[i]
		if err := lead.takeKeys(c, e.row); err != nil {
			return err
		}
		lead.pass.row = e.row
		lead.set[0] = e.set
		copy(lead.set[1:], e.more)
		if !lead.deliver(e.row, &c.rows[e.row-c.first], &e.record, e.flags, e.group.key) {
			return ErrStopped
		}
	}
	if err := lead.takeKeys(c, c.first+int64(len(c.rows))); err != nil {
		return err
	}
	if lead.pass.row = c.first + int64(len(c.rows)); lead.pass.row >= lead.next {
		return lead.progress()
	}
	return nil
}

// takeKeys takes note of the keys of a chunk's records, up to a row.
func (r *run[T, R]) takeKeys(c *chunk[T, R], row int64) error {
	for len(c.kept) > 0 && c.kept[0].row <= row {
		one := &c.kept[0]
		r.pass.row = one.row
		if err := r.takeKey(&one.keyed, &c.rows[one.row-c.first], one.in); err != nil {
			return err
		}
		c.kept = c.kept[1:]
	}
	return nil
}
