package rules

import (
	"math"
	"slices"

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
	lanes   []*indicators.Lanes[R] // one for every four counted profiles
	flags   []uint8                // by entry; 0 where no record has had it yet
	answers [][]indicators.Class   // by profile: entry × reading, where flags say it is decided
	groups  []*group
	wanted  uint8 // the flags that a record is stopped for

	record  R // the mapping fills it
	ids     []uint32
	wide    [][]uint8 // classes of the record at hand, for the profiles that are not counted
	pending int64     // records counted since the tables were last emptied
}

// group is what a pass keeps of one group.
type group struct {
	tally   *tally
	table   []int32  // records by entry since the last settling; nil for a group without
	touched []uint32 // the entries that have some
}

func (e *engine[R]) start() *pass[R] {
	p := &pass[R]{engine: e, wanted: addsAmounts | isFaulty, flags: make([]uint8, e.entries), ids: make([]uint32, len(e.profiles))}
	var numbers []*indicators.Field[R]
	for _, f := range e.subject.Fields() {
		if f.Vocabulary() == nil {
			numbers = append(numbers, f)
		}
	}
	for chunk := range slices.Chunk(e.profiles, indicators.LanesPerWord) {
		var sets []*indicators.Axes[R]
		for _, profile := range chunk {
			sets = append(sets, profile.axes)
			p.answers = append(p.answers, make([]indicators.Class, profile.axes.Size()*len(profile.asked)))
		}
		p.lanes = append(p.lanes, indicators.NewLanes(e.subject, sets, numbers))
	}
	if len(p.lanes) == 0 {
		p.lanes = append(p.lanes, indicators.NewLanes(e.subject, nil, numbers))
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
	at := 0
	for _, lanes := range p.lanes {
		profiles, member := lanes.Pack(&p.record)
		if !member {
			g.tally.skipped++
			return 0
		}
		for range min(indicators.LanesPerWord, len(p.ids)-at) {
			id := uint32(p.engine.profiles[at].offset) + uint32(profiles&0xffff)
			profiles >>= 16
			p.ids[at] = id
			if p.flags[id] == 0 {
				p.decide(at, id)
			}
			flags |= p.flags[id]
			if g.table == nil {
				p.tell(g.tally, at, id, 1)
			} else {
				n := g.table[id]
				g.table[id] = n + 1
				if n == 0 {
					g.touched = append(g.touched, id)
				}
			}
			at++
		}
	}
	if len(p.wide) > 0 {
		flags |= p.addWide(g.tally)
	}
	return flags & p.wanted
}

func (p *pass[R]) addWide(t *tally) (flags uint8) {
	for i, w := range p.engine.wide {
		w.axes.ClassesOf(&p.record, p.wide[i])
		p.engine.count(w, t, p.wide[i], 1)
		flags |= w.flags(p.wide[i])
	}
	return flags
}

// decide asks the rules about a profile when it is first seen.
func (p *pass[R]) decide(at int, id uint32) {
	profile := p.engine.profiles[at]
	classes := make([]uint8, profile.axes.Len())
	entry := int(id) - profile.offset
	profile.axes.ClassesAt(entry, classes)
	p.flags[id] = profile.flags(classes)
	for i, a := range profile.asked {
		p.answers[at][entry*len(profile.asked)+i] = a.decision.Class(classes)
	}
}

// tell adds n records of an entry to a tally.
func (p *pass[R]) tell(t *tally, at int, id uint32, n int64) {
	profile := p.engine.profiles[at]
	entry := int(id) - profile.offset
	if p.flags[id]&hasGaps != 0 {
		classes := make([]uint8, profile.axes.Len())
		profile.axes.ClassesAt(entry, classes)
		p.engine.count(profile, t, classes, n)
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
				p.tell(g.tally, p.profileOf(id), id, int64(n))
			}
		}
		g.touched = g.touched[:0]
	}
}

func (p *pass[R]) profileOf(id uint32) int {
	at := len(p.engine.profiles) - 1
	for int(id) < p.engine.profiles[at].offset {
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

func (p *pass[R]) code(field int) quantity.Code { return p.lanes[0].Code(field) }

// answer returns the class of the record at hand for a reading of a profile,
// counted or wide.
func (p *pass[R]) answer(station, reading int) indicators.Class {
	e := p.engine
	if station >= len(e.profiles) {
		w := station - len(e.profiles)
		return e.wide[w].asked[reading].decision.Class(p.wide[w])
	}
	profile := e.profiles[station]
	entry := int(p.ids[station]) - profile.offset
	return p.answers[station][entry*len(profile.asked)+reading]
}

// findings calls yield for each duty that the record at hand does not meet, in
// the order of the rules, until it returns false.
func (p *pass[R]) findings(yield func(*core[R]) bool) bool {
	for _, d := range p.engine.duties {
		if p.answer(d.station, d.reading) == indicators.NotCounted && !yield(d.rule) {
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
