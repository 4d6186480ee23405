package rules

import (
	"math"
	"math/bits"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// batch is how many records are mapped, then packed, then counted. The three
// loops are short enough for a processor to look ahead into the next records.
// The rows of a longer batch would be wanted sooner than memory can bring them.
const batch = 16

// pass is one run of an engine over records. It belongs to one goroutine.
//
// Profiles are numbered as records bring them. Most of those that are possible
// never come, so that what is counted of several groups stays in the
// processor's first cache.
type pass[R indicators.Record[R]] struct {
	engine   *engine[R]
	lanes    []*indicators.Lanes[R] // one for every four counted profiles
	met      [][]uint32             // by word and entry: flags and number, 0 where no record has had it yet
	told     []told[R]              // by number; the first is for entries that nobody reads
	breached []uint64               // by number: of the first 64 duties those that are not met
	groups   []*group
	size     int    // of a group's counts
	pending  int64  // records counted since the counts were last told
	wanted   uint32 // the flags that a record is stopped for

	// The records at hand. The mapping fills them.
	records [batch]R
	groupOf [batch]*group
	flags   [batch]uint32
	at      [][batch]uint64 // by word: the entries of a record, 16 bits each, from the word's start
	row     int64           // number of the first of their rows
	hand    int             // which record is looked at
	stops   [batch]uint8
	called  []uint8 // the records that call for more than being counted

	classes [maxAxes]uint8
	wide    []told[R]  // what was said last of each profile that is not tabled
	heard   []*told[R] // what is said of one record
}

func (e *engine[R]) start() *pass[R] {
	return &pass[R]{
		engine: e, wanted: addsAmounts | isFaulty, size: firstCounts,
		told: []told[R]{{flags: isMet}}, breached: []uint64{0},
		at: make([][batch]uint64, len(e.words)), wide: make([]told[R], len(e.wide)),
	}
}

// prepare makes ready to pack. An evaluator that is merged and never fed does
// without.
func (p *pass[R]) prepare() {
	e := p.engine
	for _, w := range e.words {
		var sets []*indicators.Axes[R]
		offsets := [indicators.LanesPerWord]uint16{}
		for lane := range offsets {
			offsets[lane] = uint16(w.end - w.start - 1)
		}
		for lane, profile := range e.profiles[w.first:w.last] {
			sets = append(sets, profile.axes)
			offsets[lane] = uint16(profile.offset - w.start)
		}
		met := make([]uint32, w.end-w.start)
		met[len(met)-1] = isMet
		p.met = append(p.met, met)
		p.lanes = append(p.lanes, indicators.NewLanes(e.subject, sets, offsets))
	}
}

// take packs and counts the first n records, and finds out which of them call
// for more.
func (p *pass[R]) take(n int) {
	p.pack(n)
	p.countPacked(n)
}

// countPacked counts the first n records. One that is no member has the entries
// that nobody reads.
func (p *pass[R]) countPacked(n int) {
	if p.engine.subject.MaySkip(p.records[:n]) {
		p.skip(n)
	}
	p.count(n)
	if len(p.engine.wide) > 0 {
		p.countWide(n)
	}
	p.call(n)
}

// call has no branch on what a record calls for, since nobody can foretell it.
func (p *pass[R]) call(n int) {
	called := uint(0)
	wanted := p.wanted
	for k, flags := range p.flags[:n] {
		p.stops[called%batch] = uint8(k)
		_, calls := bits.Sub64(0, uint64(flags&wanted), 0)
		called += uint(calls)
	}
	p.called = p.stops[:called]
}

// pack packs the first n records.
func (p *pass[R]) pack(n int) {
	if p.lanes == nil {
		p.prepare()
	}
	for i, l := range p.lanes {
		l.Pack(p.records[:n], p.at[i][:n], &p.hand)
	}
}

func (p *pass[R]) skip(n int) {
	for k := range n {
		p.hand = k
		if p.engine.subject.Skipped(&p.records[k]) {
			p.groupOf[k].tally.skipped++
			for i := range p.at {
				p.at[i][k] = p.engine.words[i].unread()
			}
		}
	}
}

// count counts the first n records into their groups, and leaves in flags what
// they call for.
func (p *pass[R]) count(n int) {
	if p.pending += int64(n); p.pending > math.MaxUint32 {
		p.settle()
		p.pending = int64(n)
	}
	clear(p.flags[:n])
	for i, met := range p.met {
		bump := bumpAll
		if w := &p.engine.words[i]; w.last-w.first == 1 {
			bump = bumpOne
		}
		groups, profiles, flags := p.groupOf[:n], p.at[i][:n], p.flags[:n]
		for len(groups) > 0 {
			done := 1
			if g := groups[0]; g.counts == nil {
				flags[0] |= p.countPlainly(g, i, profiles[0])
			} else if done = bump(met, groups, profiles, flags); done < len(groups) && groups[done].counts != nil {
				p.meet(i, profiles[done])
			}
			groups, profiles, flags = groups[done:], profiles[done:], flags[done:]
		}
	}
}

// countPlainly counts a record into a group without counts of its own.
func (p *pass[R]) countPlainly(g *group, word int, at uint64) (flags uint32) {
	if word == 0 {
		g.tally.makeRoom()
	}
	for range p.engine.words[word].last - p.engine.words[word].first {
		t := p.tellOf(word, int(at&0xffff))
		g.tally.count(t.places, 1)
		flags |= t.flags
		at >>= 16
	}
	return flags
}

// countWide counts the first n records by the profiles that are not tabled.
func (p *pass[R]) countWide(n int) {
	for k := range n {
		if p.engine.subject.Skipped(&p.records[k]) {
			continue
		}
		p.hand = k
		for i := range p.engine.wide {
			t := p.tellWide(i, k)
			p.groupOf[k].tally.count(t.places, 1)
			p.flags[k] |= t.flags
		}
	}
}

// tellWide returns what the rules say of a record by a profile that is not tabled,
// until another record is asked about.
func (p *pass[R]) tellWide(i, k int) *told[R] {
	w, t := p.engine.wide[i], &p.wide[i]
	w.axes.ClassesOf(&p.records[k], p.classes[:])
	p.engine.tell(w, p.classes[:], t)
	return t
}

// meet asks the rules about the profiles of a record that are not met yet.
func (p *pass[R]) meet(word int, at uint64) {
	for range indicators.LanesPerWord {
		p.tellOf(word, int(at&0xffff))
		at >>= 16
	}
}

// tellOf returns what the rules say of an entry.
func (p *pass[R]) tellOf(word, at int) *told[R] {
	met := &p.met[word][at]
	if *met == 0 {
		id := p.engine.words[word].start + at
		profile := p.engine.profileOf(id)
		profile.axes.ClassesAt(id-profile.offset, p.classes[:])
		var t told[R]
		p.engine.tell(profile, p.classes[:], &t)
		*met = uint32(len(p.told)) | t.flags
		p.breached = append(p.breached, t.breaches.first)
		if p.told = append(p.told, t); len(p.told) > p.size {
			p.grow()
		}
	}
	return &p.told[*met&numberBits]
}

// tellings returns what the rules say of a record, profile by profile, until
// another record is asked about.
func (p *pass[R]) tellings(k int) []*told[R] {
	p.heard = p.heard[:0]
	for i, w := range p.engine.words {
		at := p.at[i][k]
		for range w.last - w.first {
			p.heard = append(p.heard, p.tellOf(i, int(at&0xffff)))
			at >>= 16
		}
	}
	for i := range p.wide {
		p.heard = append(p.heard, p.tellWide(i, k))
	}
	return p.heard
}

// takeBack takes a packed record back from a tally, unless that would leave less
// than nothing.
func (p *pass[R]) takeBack(k int, t *tally) bool {
	skipped := int64(0)
	var heard []*told[R]
	sums := append([]quantity.Wide(nil), t.sums...)
	if p.engine.subject.Skipped(&p.records[k]) {
		skipped = 1
	} else {
		heard = p.tellings(k)
	}
	enough, least := t.read > 0 && t.skipped >= skipped && t.read-t.skipped >= 1-skipped, int64(0)
	for _, h := range heard {
		for _, at := range h.places {
			least |= t.counts[at] - 1 // negative once a count is nought
		}
		for _, a := range h.amounts {
			enough = a.takeSums(sums, p.engine.subject, &p.records[k]) && enough
		}
	}
	if !enough || least < 0 {
		return false
	}
	t.read--
	t.skipped -= skipped
	for _, h := range heard {
		t.count(h.places, -1)
	}
	copy(t.sums, sums)
	return true
}

// addAmounts adds the amounts of a record to the ratios that it counts for.
func (p *pass[R]) addAmounts(k int) {
	for _, t := range p.tellings(k) {
		for _, a := range t.amounts {
			a.addSums(p.groupOf[k].tally, p.engine.subject, &p.records[k])
		}
	}
}

// breaches returns the duties that a record does not meet. Which of its profiles
// tell of them nobody can foretell, so that all are asked.
func (p *pass[R]) breaches(k int) (all dutySet) {
	for i, met := range p.met {
		at := p.at[i][k]
		a, b, c, d := met[at&0xffff], met[at>>16&0xffff], met[at>>32&0xffff], met[at>>48]
		all.first |= p.breached[a&numberBits] | p.breached[b&numberBits] | p.breached[c&numberBits] | p.breached[d&numberBits]
	}
	if len(p.engine.duties) > 64 || len(p.wide) > 0 {
		for _, t := range p.tellings(k) {
			all.join(&t.breaches)
		}
	}
	return all
}

// faults calls yield for each invalid field and contradiction of a record.
func (p *pass[R]) faults(r *R, yield func(indicators.Watch[R])) {
	for _, profile := range p.engine.all {
		profile.axes.ClassesOf(r, p.classes[:])
		for _, w := range profile.watches {
			if _, invalid := w.See(p.classes[:]); invalid {
				yield(w.Watch)
			}
		}
	}
}

// all puts every record into one group.
func (p *pass[R]) all(g *group) {
	for k := range p.groupOf {
		p.groupOf[k] = g
	}
}
