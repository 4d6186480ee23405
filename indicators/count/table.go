package count

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// table is a set of questions that are counted together. What they tell apart of a
// record is its profile; the numbers of profiles index the table.
type table struct {
	questions []int
	tells     []bins
	size      int // number of possible profiles
	offset    int // of its entries among those of all tables
	decisions []decision
	wholes    []uint64      // of ratios: the fields of their wholes among the question's, as a set
	checks    []placedCheck // what is wrong with fields: those that no table before it counts
	faulty    []placedCheck // all that may be wrong
}

// placedCheck is a check with the place of its bin in a table.
type placedCheck struct {
	check, at int
	whole     bool
	last      uint8
}

func (p *placedCheck) unknown(bins []uint8) bool { return !p.whole && bins[p.at] == 0 }

func (p *placedCheck) invalid(bins []uint8) bool { return bins[p.at] == p.last }

// tableWord is the stretch of entries that up to four tables index together, with
// one entry at its end for the words that are left over.
type tableWord struct{ first, last, start, end int }

// unread returns the entry at the end of the stretch, four times.
func (w *tableWord) unread() uint64 {
	return uint64(w.end-w.start-1) * (1 | 1<<16 | 1<<32 | 1<<48)
}

// tables are what passes over registers count in.
type tables[R indicators.Record[R]] struct {
	tabled   []*table
	words    []tableWord
	packers  []*packer[R] // one a word
	untabled []*table     // they tell too many profiles apart to be counted
}

// ensureTables shares the questions out at first use: a record that comes by itself
// needs no tables.
func (c *Counter[R]) ensureTables() *tables[R] {
	c.once.Do(func() {
		t := &tables[R]{}
		tabled, untabled := shareOut(c.questions, tablesPerWord)
		counted := make([]bool, len(c.checks))
		t.tabled, t.untabled = c.newTables(tabled, counted), c.newTables(untabled, counted)
		entries := 0
		for first := 0; first < len(t.tabled); first += tablesPerWord {
			w := tableWord{first: first, last: min(first+tablesPerWord, len(t.tabled)), start: entries}
			for _, one := range t.tabled[w.first:w.last] {
				one.offset = entries
				entries += one.size
			}
			entries++
			w.end = entries
			t.words = append(t.words, w)
			t.packers = append(t.packers, newPacker(c.attributes, &w, t.tabled[w.first:w.last]))
		}
		c.tables = t
	})
	return c.tables
}

// newTables makes tables of shares. Each check is counted by the first table that
// can; counted says which already are.
func (c *Counter[R]) newTables(shares []*share, counted []bool) (list []*table) {
	for _, s := range shares {
		one := c.newTable(s)
		for _, p := range one.faulty {
			if !counted[p.check] {
				one.checks = append(one.checks, p)
				counted[p.check] = true
			}
		}
		list = append(list, one)
	}
	return list
}

// newTable decides questions from what they tell apart together.
func (c *Counter[R]) newTable(s *share) *table {
	t := &table{questions: s.questions, tells: s.tells, size: s.size, decisions: make([]decision, 0, len(s.questions)), wholes: make([]uint64, 0, len(s.questions))}
	for _, i := range s.questions {
		q := c.questions[i]
		t.decisions = append(t.decisions, c.decide(q, t.tells))
		wholes := uint64(0)
		for _, a := range q.per {
			if at := slices.Index(q.fields, a.field); at >= 0 {
				wholes |= 1 << at
			}
		}
		t.wholes = append(t.wholes, wholes)
	}
	for i := range c.checks {
		if at := placeIn(t.tells, c.checks[i].attribute); at >= 0 {
			t.faulty = append(t.faulty, placedCheck{i, at, c.checks[i].Whole != nil, uint8(t.tells[at].size - 1)})
		}
	}
	return t
}

// binsOf fills in the bins of a record.
func (c *Counter[R]) binsOf(t *table, r *R, to *[]uint8) {
	*to = slices.Grow((*to)[:0], len(t.tells))[:len(t.tells)]
	for i := range t.tells {
		b := &t.tells[i]
		(*to)[i] = c.list[b.attribute].binOf(b, r)
	}
}

// binsAt fills in the bins of a profile by its number.
func (t *table) binsAt(profile uint64, to *[]uint8) {
	*to = slices.Grow((*to)[:0], len(t.tells))[:len(t.tells)]
	for i := range t.tells {
		size := uint64(t.tells[i].size)
		(*to)[i] = uint8(profile % size)
		profile /= size
	}
}

// effects is what counting a record does, which follows from its profile.
type effects[R indicators.Record[R]] struct {
	flags   uint32
	places  []uint32 // where a tally counts it
	flagged []int    // the flagged questions that it is certainly not counted for
	sums    []addition[R]
}

// addition is a sum that a record's amounts are added to.
type addition[R indicators.Record[R]] struct {
	at    int // of the sum in a tally
	terms []addend[R]
}

// addOnce adds the amounts of a record.
func (a *addition[R]) addOnce(t *Tally, r *R) {
	for i := range a.terms {
		term := &a.terms[i]
		c := quantity.Code(0)
		if term.at.Known() {
			c = term.at.Code(r)
		} else {
			c = term.field.Code(r)
		}
		t.addSum(a.at, c.Steps(), term.weight)
	}
}

// add adds the amounts of a record n times.
func (a *addition[R]) add(t *Tally, r *R, n int64) {
	if n == 1 {
		a.addOnce(t, r)
		return
	}
	for i := range a.terms {
		term := &a.terms[i]
		amount, fits := quantity.Product(term.number(r).Steps(), term.weight).Times(uint64(n))
		sum, carry := t.sums[a.at].AddCarry(amount)
		t.sums[a.at] = sum
		t.overflowed = t.overflowed || carry != 0 || !fits
	}
}

// What counting a record calls for, above the number of its profile.
const (
	isKnown    = 1 << 31 // its effects are worked out
	isFlagged  = 1 << 30 // it is certainly not counted for a flagged question
	isFaulty   = 1 << 29 // a field is invalid or larger than its whole
	numberBits = 1<<29 - 1
)

// workOut works out what counting a record of some bins does.
func (c *Counter[R]) workOut(t *table, bins []uint8, e *effects[R]) {
	e.flags, e.places, e.flagged, e.sums = isKnown, e.places[:0], e.flagged[:0], e.sums[:0]
	for i, number := range t.questions {
		q, d := c.questions[number], &t.decisions[i]
		class := d.class(bins)
		e.places = append(e.places, uint32(q.slot.offset+int(class)))
		if class.leavesOpen(q.ratio()) {
			var invalid bool
			if e.places, invalid = d.appendGaps(e.places, uint32(q.slot.offset+firstGap), bins); invalid {
				e.places = append(e.places, uint32(q.slot.offset+openInvalid))
			}
		}
		if q.flag >= 0 && class == NotCounted {
			e.flags |= isFlagged
			e.flagged = append(e.flagged, q.flag)
		}
		if q.ratio() {
			c.workOutSums(q, class, class == NotCounted && !d.lacks(t.wholes[i], bins), e)
		}
	}
	for i := range t.faulty {
		if t.faulty[i].invalid(bins) {
			e.flags |= isFaulty
		}
	}
	for i := range t.checks {
		switch p := &t.checks[i]; {
		case p.unknown(bins):
			e.places = append(e.places, uint32(c.layout.quality+2*p.check))
		case p.invalid(bins):
			e.places = append(e.places, uint32(c.layout.quality+2*p.check+1))
		}
	}
}

// workOutSums says which sums of a ratio a record of a class adds to.
func (c *Counter[R]) workOutSums(q *asked[R], class Class, wholeKnown bool, e *effects[R]) {
	switch {
	case class == Counted:
		e.sums = append(e.sums, addition[R]{q.slot.sums + ofSum, q.of}, addition[R]{q.slot.sums + perSum, q.per})
	case wholeKnown:
		e.sums = append(e.sums, addition[R]{q.slot.sums + perOfUnknown, q.per})
	case class.leavesOpen(true):
		e.places = append(e.places, uint32(q.slot.noWhole()))
	}
}
