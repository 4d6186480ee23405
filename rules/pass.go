package rules

import (
	"iter"
	"math"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// tabledGroups is how many groups get profile tables of their own. Further
// groups, the schools of a province, are counted straight into their tallies:
// a few nanoseconds slower, and small.
const tabledGroups = 64

// pass is one run of an engine over records. It belongs to one goroutine.
type pass[R indicators.Record[R]] struct {
	engine  *engine[R]
	words   []packedWord[R]      // one for every four counted profiles
	flags   []uint8              // by entry; 0 where no record has had it yet
	answers [][]indicators.Class // by profile: entry × reading, where flags say it is decided
	groups  []*group
	wanted  uint8 // the flags that a record is stopped for

	record  R         // the mapping fills it
	wide    [][]uint8 // classes of the record at hand, for the profiles that are not counted
	pending int64     // records counted since the tables were last emptied
}

// packedWord packs a record into four profile numbers that index one stretch
// of the groups' tables. A word with fewer profiles counts the rest in an entry
// that nobody reads.
type packedWord[R indicators.Record[R]] struct {
	lanes      *indicators.Lanes[R]
	start, end int    // of its entries
	at         uint64 // the entries of the record at hand, 16 bits each, from start
}

// group is what a pass keeps of one group.
type group struct {
	tally   *tally
	table   []int32  // records by entry since the last settling; nil for a group without
	touched []uint32 // the entries that have some
}

func (e *engine[R]) start() *pass[R] {
	p := &pass[R]{engine: e, wanted: addsAmounts | isFaulty, flags: make([]uint8, e.entries)}
	var numbers []*indicators.Field[R]
	for _, f := range e.subject.Fields() {
		if f.Vocabulary() == nil {
			numbers = append(numbers, f)
		}
	}
	for _, w := range e.words {
		var sets []*indicators.Axes[R]
		offsets := [indicators.LanesPerWord]uint16{}
		for lane := range offsets {
			offsets[lane] = uint16(w.end - w.start - 1)
		}
		for lane, profile := range e.profiles[w.first:w.last] {
			sets = append(sets, profile.axes)
			offsets[lane] = uint16(profile.offset - w.start)
			p.answers = append(p.answers, make([]indicators.Class, profile.axes.Size()*len(profile.asked)))
		}
		p.flags[w.end-1] = decided
		p.words = append(p.words, packedWord[R]{lanes: indicators.NewLanes(e.subject, sets, offsets, numbers), start: w.start, end: w.end})
	}
	for _, w := range e.wide {
		p.wide = append(p.wide, make([]uint8, w.axes.Len()))
	}
	return p
}

func (p *pass[R]) newGroup() *group {
	g := &group{tally: p.engine.layout.tally()}
	if len(p.groups) < tabledGroups {
		g.table = make([]int32, p.engine.entries)
	}
	p.groups = append(p.groups, g)
	return g
}

// add counts the record at hand into a group and returns what it calls for.
func (p *pass[R]) add(g *group) (flags uint8) {
	g.tally.read++
	if p.pending++; p.pending == math.MaxInt32 {
		p.settle()
	}
	for i := range p.words {
		w := &p.words[i]
		at, member := w.lanes.Pack(&p.record)
		if !member {
			g.tally.skipped++
			return 0
		}
		w.at = at
		a, b, c, d := at&0xffff, at>>16&0xffff, at>>32&0xffff, at>>48
		f := p.flags[w.start:w.end]
		if f[a]&f[b]&f[c]&f[d]&decided == 0 {
			p.decide(i)
		}
		flags |= f[a] | f[b] | f[c] | f[d]
		if g.table == nil {
			p.tellWord(g.tally, i, 1)
			continue
		}
		t := g.table[w.start:w.end]
		na, nb, nc, nd := t[a], t[b], t[c], t[d]
		t[a], t[b], t[c], t[d] = na+1, nb+1, nc+1, nd+1
		if (na-1)|(nb-1)|(nc-1)|(nd-1) < 0 { // one of them is the first of its kind
			p.touch(g, i)
		}
	}
	if len(p.wide) > 0 {
		flags |= p.addWide(g.tally)
	}
	return flags & p.wanted
}

// touch remembers the entries that the record at hand is the first of.
func (p *pass[R]) touch(g *group, word int) {
	for at := range p.entries(word) {
		if id := p.entry(at); g.table[id] == 1 {
			g.touched = append(g.touched, uint32(id))
		}
	}
}

// entries yields the profiles that a word counts.
func (p *pass[R]) entries(word int) iter.Seq[int] {
	w := p.engine.words[word]
	return func(yield func(int) bool) {
		for at := w.first; at < w.last && yield(at); at++ {
		}
	}
}

// entry returns the entry of a profile that the record at hand has.
func (p *pass[R]) entry(profile int) int {
	w := &p.words[profile/indicators.LanesPerWord]
	lane := profile % indicators.LanesPerWord
	return w.start + int(w.at>>(16*lane)&0xffff)
}

func (p *pass[R]) addWide(t *tally) (flags uint8) {
	for i, w := range p.engine.wide {
		w.axes.ClassesOf(&p.record, p.wide[i])
		p.engine.count(w, t, p.wide[i], 1)
		flags |= w.flags(p.wide[i])
	}
	return flags
}

// decide asks the rules about profiles that are seen for the first time.
func (p *pass[R]) decide(word int) {
	for at := range p.entries(word) {
		id := p.entry(at)
		if p.flags[id] != 0 {
			continue
		}
		profile := p.engine.profiles[at]
		classes := make([]uint8, profile.axes.Len())
		number := id - profile.offset
		profile.axes.ClassesAt(number, classes)
		p.flags[id] = profile.flags(classes)
		for i, a := range profile.asked {
			p.answers[at][number*len(profile.asked)+i] = a.decision.Class(classes)
		}
	}
}

// tellWord adds n records like the one at hand to a tally.
func (p *pass[R]) tellWord(t *tally, word int, n int64) {
	for at := range p.entries(word) {
		p.tell(t, at, p.entry(at), n)
	}
}

// tell adds n records of an entry to a tally.
func (p *pass[R]) tell(t *tally, at, id int, n int64) {
	profile := p.engine.profiles[at]
	entry := id - profile.offset
	if p.flags[id]&hasGaps != 0 {
		var classes [maxAxes]uint8
		profile.axes.ClassesAt(entry, classes[:])
		p.engine.count(profile, t, classes[:], n)
		return
	}
	answers := p.answers[at][entry*len(profile.asked):]
	for i, a := range profile.asked {
		t.counts[a.slot.offset+int(answers[i])] += n
	}
}

// settle empties the profile tables into the tallies.
func (p *pass[R]) settle() {
	p.pending = 0
	for _, g := range p.groups {
		for _, id := range g.touched {
			if n := g.table[id]; n != 0 {
				g.table[id] = 0
				p.tell(g.tally, p.profileOf(int(id)), int(id), int64(n))
			}
		}
		g.touched = g.touched[:0]
	}
}

func (p *pass[R]) profileOf(id int) int {
	at := len(p.engine.profiles) - 1
	for id < p.engine.profiles[at].offset {
		at--
	}
	return at
}

// addAmounts adds the amounts of the record at hand to the ratios that it
// counts for.
func (p *pass[R]) addAmounts(t *tally) {
	for i, profile := range p.engine.all {
		if !profile.amounts {
			continue
		}
		for k, a := range profile.asked {
			if a.slot.sums >= 0 && p.answer(i, k) == indicators.Counted {
				a.addSums(t, p.code)
			}
		}
	}
}

func (p *pass[R]) code(field int) quantity.Code { return p.words[0].lanes.Code(field) }

// answer returns the class of the record at hand for a reading of a profile,
// counted or wide.
func (p *pass[R]) answer(station, reading int) indicators.Class {
	e := p.engine
	if station >= len(e.profiles) {
		w := station - len(e.profiles)
		return e.wide[w].asked[reading].decision.Class(p.wide[w])
	}
	profile := e.profiles[station]
	entry := p.entry(station) - profile.offset
	return p.answers[station][entry*len(profile.asked)+reading]
}

// findings calls yield for each duty that the record at hand does not meet, in
// the order of the rules, until it returns false.
func (p *pass[R]) findings(yield func(*dutyAt[R]) bool) bool {
	for i := range p.engine.duties {
		d := &p.engine.duties[i]
		if p.answer(d.station, d.reading) == indicators.NotCounted && !yield(d) {
			return false
		}
	}
	return true
}

// faults calls yield for each invalid field and contradiction of the record at hand.
func (p *pass[R]) faults(yield func(indicators.Watch[R])) {
	var classes [256]uint8
	for _, profile := range p.engine.all {
		profile.axes.ClassesOf(&p.record, classes[:])
		for _, w := range profile.watches {
			if _, invalid := w.See(classes[:]); invalid {
				yield(w.Watch)
			}
		}
	}
}
