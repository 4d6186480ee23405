package count

import (
	"math/bits"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// batch is how many records are mapped, then packed, then counted. The three
// loops are short enough for a processor to look ahead into the next records.
// The rows of a longer batch would be wanted sooner than memory can bring them.
const batch = 16

// pass counts records. It belongs to one goroutine.
//
// Profiles are numbered as records bring them. Most of those that are possible
// never come, so that what is counted of several groups stays in the
// processor's first cache.
type pass[R indicators.Record[R]] struct {
	counter *Counter[R]
	tables  *tables[R]
	known   [][]uint32   // by word and entry: flags and number of a profile, 0 where no record has had it yet
	effects []effects[R] // by number; the first is for entries that nobody reads
	flagged []uint64     // by number: the flagged questions as a set, so many words each
	sets    int          // words of such a set
	ratios  []tabledRatio[R]
	ways    []uint8 // by number: what the profile adds to each ratio
	amounts int     // sums that a group keeps for them
	groups  []*group
	size    int    // of a group's counts by profile
	pending int64  // records counted since the tallies were brought up to date
	calls   uint32 // the flags that a record is looked at again for

	// The records at hand. The mapping fills them.
	records [batch]R
	groupOf [batch]*group
	flags   [batch]uint32
	entries [][batch]uint64 // by word: the entries of a record, 16 bits each, from the word's start
	row     int64           // number of the first of their rows
	current int             // which record is looked at
	calling []uint8         // the records that are looked at again
	numbers [batch]uint8
	wayOf   [batch]uint8 // what a record adds to the ratio at hand

	bins     []uint8
	learned  effects[R]   // of the profile that is looked at
	untabled []effects[R] // of the record that is looked at
	all      []*effects[R]
	balance  []quantity.Wide
}

func (c *Counter[R]) pass() *pass[R] {
	t := c.ensureTables()
	p := &pass[R]{
		counter: c, tables: t, size: firstProfiles, sets: max(1, (len(c.flagged)+63)/64),
		effects: []effects[R]{{flags: isKnown}}, entries: make([][batch]uint64, len(t.words)), untabled: make([]effects[R], len(t.untabled)),
	}
	p.flagged = make([]uint64, p.sets)
	p.findRatios()
	for _, w := range t.words {
		known := make([]uint32, w.end-w.start)
		known[len(known)-1] = isKnown
		p.known = append(p.known, known)
	}
	return p
}

// take packs and counts the first n records, and finds out which of them are to
// be looked at again.
func (p *pass[R]) take(n int) {
	p.pack(n)
	if p.counter.subject.Marked(p.records[:n]) {
		p.mark(n)
	}
	p.count(n)
	p.call(n)
}

func (p *pass[R]) pack(n int) {
	for i, packer := range p.tables.packers {
		packer.pack(p.records[:n], p.entries[i][:n], &p.current)
	}
}

// mark gives records that are no members, and rows that stand for none, the entries that
// nobody reads, and counts what rows of several records stand for beyond the one that each
// row is counted for.
func (p *pass[R]) mark(n int) {
	for k := range n {
		p.current = k
		r, t := &p.records[k], p.groupOf[k].tally
		times, skipped := p.counter.subject.Stands(r), p.counter.subject.Skipped(r)
		if times > 1 && p.counter.addTimes(t, r, times-1) != nil {
			t.overflowed = true
		}
		if skipped && times > 0 {
			t.skipped++
		}
		if times == 0 {
			t.read-- // the row is read, and is no record
		}
		if skipped || times == 0 {
			for i := range p.entries {
				p.entries[i][k] = p.tables.words[i].unread()
			}
		}
	}
}

// counted reports whether a row is a record that rules speak of.
func (c *Counter[R]) counted(r *R) bool { return !c.subject.Skipped(r) && c.subject.Stands(r) > 0 }

// call has no branch on what a record calls for, since nobody can foretell it.
func (p *pass[R]) call(n int) {
	called, calls := uint(0), p.calls
	for k, flags := range p.flags[:n] {
		p.numbers[called%batch] = uint8(k)
		_, one := bits.Sub64(0, uint64(flags&calls), 0)
		called += uint(one)
	}
	p.calling = p.numbers[:called]
}

// count counts the first n records into their groups, and leaves in flags what
// they call for.
func (p *pass[R]) count(n int) {
	if p.pending += int64(n); p.pending > mostPending {
		p.settle()
		p.pending = int64(n)
	}
	clear(p.flags[:n])
	for i, known := range p.known {
		groups, entries, flags := p.groupOf[:n], p.entries[i][:n], p.flags[:n]
		for len(groups) > 0 {
			done := countProfiles(known, groups, entries, flags)
			if done < len(groups) {
				if groups[done].profiles == nil {
					done++ // it is counted below
				} else {
					p.learn(i, entries[done])
				}
			}
			groups, entries, flags = groups[done:], entries[done:], flags[done:]
		}
	}
	if len(p.groups) > profiledGroups || len(p.untabled) > 0 {
		p.countApart(n)
	}
	p.addAmounts(n)
}

// countApart counts the records of groups that have no counts by profile, and all
// records by the tables that have no entries.
func (p *pass[R]) countApart(n int) {
	for k := range n {
		p.current = k
		switch g := p.groupOf[k]; {
		case g.profiles == nil:
			g.tally.makeRoom(1)
			p.flags[k] |= p.apply(p.effectsOf(k), k, g.tally)
		case len(p.untabled) > 0:
			p.all = p.untabledEffects(k, p.all[:0])
			p.flags[k] |= p.apply(p.all, k, g.tally)
		}
	}
}

// apply counts record k into a tally.
func (p *pass[R]) apply(all []*effects[R], k int, t *Tally) (flags uint32) {
	for _, e := range all {
		t.add(e.places, 1)
		flags |= e.flags
		for i := range e.sums {
			e.sums[i].addOnce(t, &p.records[k])
		}
	}
	return flags
}

// learn works out the effects of the profiles of a record that have not come before.
func (p *pass[R]) learn(word int, entries uint64) {
	for range tablesPerWord {
		p.effectsAt(word, int(entries&0xffff))
		entries >>= 16
	}
}

// effectsAt returns the effects of an entry.
func (p *pass[R]) effectsAt(word, at int) *effects[R] {
	known := &p.known[word][at]
	if *known == 0 {
		w := &p.tables.words[word]
		t := p.tables.tabled[w.last-1]
		for i := w.last - 1; w.start+at < t.offset; t = p.tables.tabled[i] {
			i--
		}
		t.binsAt(uint64(w.start+at-t.offset), &p.bins)
		e := &p.learned
		p.counter.workOut(t, p.bins, e)
		*known = uint32(len(p.effects)) | e.flags
		first := len(p.flagged)
		for range p.sets {
			p.flagged = append(p.flagged, 0)
		}
		for _, q := range e.flagged {
			p.flagged[first+q/64] |= 1 << (q % 64)
		}
		p.learnWays(e.sums)
		kept := effects[R]{flags: e.flags, places: slices.Clone(e.places), sums: slices.Clone(e.sums)}
		if p.effects = append(p.effects, kept); len(p.effects) > p.size {
			p.grow()
		}
	}
	return &p.effects[*known&numberBits]
}

// effectsOf returns the effects of a packed record, table by table, until another
// record is asked about.
func (p *pass[R]) effectsOf(k int) []*effects[R] {
	p.all = p.all[:0]
	for i, w := range p.tables.words {
		entries := p.entries[i][k]
		for range w.last - w.first {
			p.all = append(p.all, p.effectsAt(i, int(entries&0xffff)))
			entries >>= 16
		}
	}
	p.all = p.untabledEffects(k, p.all)
	return p.all
}

// untabledEffects appends the effects of record k by the tables without entries.
func (p *pass[R]) untabledEffects(k int, to []*effects[R]) []*effects[R] {
	if len(p.untabled) == 0 || !p.counter.counted(&p.records[k]) {
		return to
	}
	for i, t := range p.tables.untabled {
		p.counter.binsOf(t, &p.records[k], &p.bins)
		p.counter.workOut(t, p.bins, &p.untabled[i])
		to = append(to, &p.untabled[i])
	}
	return to
}

// flaggedOf adds the flagged questions that a record is certainly not counted
// for to a set. Which of its profiles tell of them nobody can foretell, so that all
// are asked.
func (p *pass[R]) flaggedOf(k int, set []uint64) {
	for i, known := range p.known {
		entries := p.entries[i][k]
		for range tablesPerWord {
			at := int(known[entries&0xffff]&numberBits) * p.sets
			for j := range set {
				set[j] |= p.flagged[at+j]
			}
			entries >>= 16
		}
	}
	if len(p.untabled) == 0 {
		return
	}
	p.all = p.untabledEffects(k, p.all[:0])
	for _, e := range p.all {
		for _, q := range e.flagged {
			set[q/64] |= 1 << (q % 64)
		}
	}
}

// takeBack takes packed record k back from a tally, unless that would leave less
// than nothing, and returns what it had called for.
func (p *pass[R]) takeBack(k int, t *Tally) (flags uint32, taken bool) {
	r := &p.records[k]
	times, skipped := p.counter.subject.Stands(r), int64(0)
	var all []*effects[R]
	switch {
	case times == 0:
		return 0, true
	case p.counter.subject.Skipped(r):
		skipped = times
	default:
		all = p.effectsOf(k)
	}
	if t.read < times || t.skipped < skipped || t.read-t.skipped < times-skipped {
		return 0, false
	}
	p.balance = append(p.balance[:0], t.sums...)
	for _, e := range all {
		for _, at := range e.places {
			if t.at(int(at)) < times {
				return 0, false
			}
		}
		for _, a := range e.sums {
			for i := range a.terms {
				amount, fits := quantity.Product(a.terms[i].number(r).Steps(), a.terms[i].weight).Times(uint64(times))
				var enough bool
				if p.balance[a.at], enough = p.balance[a.at].Sub(amount); !enough || !fits {
					return 0, false
				}
			}
		}
	}
	t.widen()
	t.read -= times
	t.skipped -= skipped
	for _, e := range all {
		t.add(e.places, -times)
		flags |= e.flags
	}
	copy(t.sums, p.balance)
	return flags, true
}

// useOneGroup puts every record into one group.
func (p *pass[R]) useOneGroup(g *group) {
	for k := range p.groupOf {
		p.groupOf[k] = g
	}
}
