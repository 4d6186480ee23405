package rules

import (
	"cmp"
	"slices"
	"sync"
	"unsafe"

	"github.com/eduplan/tonghua/indicators"
)

// pieceRows is how many rows a goroutine takes at a time. Those of a sequence are
// copied; it takes fewer if all of them with their events took more memory than
// roomOfPieces.
const (
	pieceRows    = 2048
	roomOfPieces = 2 << 20
)

// all takes all rows. What finds the groups of rows is made by newFind for the
// pass of each goroutine.
func (r *run[T, R]) all(rows source[T], newFind func(*pass[R]) func(rows []T)) {
	if r.panel.goroutines > 1 {
		newCrew(r, newFind).all(rows)
		return
	}
	find := newFind(r.pass)
	if !rows.isSequence() {
		r.slice(rows.slice, find)
	} else if failed := rows.read(make([]T, batch), func(rows []T) ([]T, bool) { return rows, r.slice(rows, find) }); r.err == nil {
		r.err = failed
	}
	r.pass.settle()
}

// crew is a pass in several goroutines. Each hand has a pass of its own and
// takes pieces as they come. The first is in the caller's goroutine, where the
// lead hears of what all of them found, piece by piece in the order of the rows;
// it lends a hand when there is nothing to hear of.
type crew[T any, R indicators.Record[R]] struct {
	lead    *run[T, R]
	hands   []*hand[T, R]
	others  sync.WaitGroup
	work    chan *piece[T, R]
	pieces  int            // made so far, at most as many as work has room for
	waiting []*piece[T, R] // in the order of their rows, not heard of yet
	free    []*piece[T, R]
	row     int64
}

// hand is one of a crew.
type hand[T any, R indicators.Record[R]] struct {
	run  *run[T, R]
	find func(rows []T)
}

// piece is a stretch of rows.
type piece[T any, R indicators.Record[R]] struct {
	rows   []T
	room   []T // for rows that are copied
	first  int64
	events []event[R]
	failed error
	done   chan struct{}
}

func newCrew[T any, R indicators.Record[R]](lead *run[T, R], newFind func(*pass[R]) func(rows []T)) *crew[T, R] {
	n := lead.panel.goroutines
	c := &crew[T, R]{lead: lead, work: make(chan *piece[T, R], 4*n)}
	for i := range n {
		h := &hand[T, R]{run: &run[T, R]{panel: lead.panel, pass: lead.pass.engine.start()}}
		h.run.pass.wanted = lead.pass.wanted
		h.find = newFind(h.run.pass)
		c.hands = append(c.hands, h)
		if i == 0 {
			continue
		}
		c.others.Go(func() {
			for p := range c.work {
				h.take(p)
			}
		})
	}
	return c
}

// take goes through a piece, unless an earlier one failed: the lead will not get
// as far as this one.
func (h *hand[T, R]) take(p *piece[T, R]) {
	p.failed = errEnded
	defer func() { p.done <- struct{}{} }()
	if h.run.err == nil {
		h.run.pass.row, h.run.heard = p.first, &p.events
		h.run.slice(p.rows, h.find)
	}
	p.failed = h.run.err
}

func (c *crew[T, R]) all(rows source[T]) {
	defer func() { // even if a function of the caller ends its goroutine
		close(c.work)
		c.others.Wait()
	}()
	if rows.isSequence() {
		failed := rows.read(c.room(), func(rows []T) ([]T, bool) {
			p := c.free[len(c.free)-1] // the one that has the room
			c.give(p, rows)
			return c.room(), c.lead.err == nil
		})
		c.hearAll()
		if c.lead.err == nil {
			c.lead.err = failed
		}
	} else {
		for left := rows.slice; len(left) > 0 && c.lead.err == nil; {
			n := min(pieceRows, len(left))
			c.give(c.next(), left[:n])
			left = left[n:]
		}
		c.hearAll()
	}
	for _, h := range c.hands { // they rest, since all that was given is heard of
		h.run.pass.settle()
	}
}

// next sees to it that a piece is free, and returns it.
func (c *crew[T, R]) next() *piece[T, R] {
	if len(c.free) == 0 && c.pieces == cap(c.work) {
		c.hearFirst()
	} else if len(c.free) == 0 {
		c.pieces++
		c.free = append(c.free, &piece[T, R]{done: make(chan struct{}, 1)})
	}
	return c.free[len(c.free)-1]
}

// room returns room for the rows of the next piece.
func (c *crew[T, R]) room() []T {
	p := c.next()
	if p.room == nil {
		row := int(unsafe.Sizeof(*new(T)) + unsafe.Sizeof(event[R]{}))
		p.room = make([]T, max(1, min(pieceRows, roomOfPieces/(row*cap(c.work)))))
	}
	return p.room
}

// give gives out the piece that is free.
func (c *crew[T, R]) give(p *piece[T, R], rows []T) {
	c.free = c.free[:len(c.free)-1]
	p.rows, p.first, p.events = rows, c.row, p.events[:0]
	c.row += int64(len(rows))
	c.waiting = append(c.waiting, p)
	c.work <- p
}

func (c *crew[T, R]) hearAll() {
	for len(c.waiting) > 0 {
		c.hearFirst()
	}
}

// hearFirst waits for the first piece and hears what it found. After an error
// it waits only.
func (c *crew[T, R]) hearFirst() {
	p := c.waiting[0]
	c.waiting = slices.Delete(c.waiting, 0, 1)
	c.await(p)
	if c.lead.err == nil {
		c.lead.err = c.hear(p)
	}
	if c.lead.err == nil {
		c.lead.err = p.failed
	}
	c.free = append(c.free, p)
}

// await takes pieces until the given one is done, and waits for it when there are
// none.
func (c *crew[T, R]) await(p *piece[T, R]) {
	for {
		select {
		case <-p.done:
			return
		default:
		}
		select {
		case q := <-c.work:
			c.hands[0].take(q)
		default:
			<-p.done
			return
		}
	}
}

func (c *crew[T, R]) hear(p *piece[T, R]) (failed error) {
	c.lead.pass.hand = 0
	defer c.lead.caught(&failed)
	for i := range p.events {
		e := &p.events[i]
		c.lead.pass.row = e.row
		if !c.lead.hear(e.row, &p.rows[e.row-p.first], &e.record, e.flags, e.breaches) {
			return ErrStopped
		}
	}
	return nil
}

// gather brings the groups of several passes together, in the order of the rows
// that they appeared with.
func gather[T any, R indicators.Record[R], K comparable](finders []*finder[T, R, K]) (list []counts[K], place map[K]int) {
	type appearance struct {
		counts[K]
		first int64
	}
	var all []appearance
	at := map[K]int{}
	for _, f := range finders {
		for i, g := range f.pass.groups {
			k := f.keys[i]
			if j, there := at[k]; there {
				all[j].tally.merge(g.tally)
				all[j].first = min(all[j].first, g.first)
				continue
			}
			at[k] = len(all)
			all = append(all, appearance{counts[K]{key: k, tally: g.tally}, g.first})
		}
	}
	slices.SortFunc(all, func(a, b appearance) int { return cmp.Compare(a.first, b.first) })
	for i, a := range all {
		list = append(list, a.counts)
		at[a.key] = i
	}
	return list, at
}
