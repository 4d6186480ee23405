package count

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// decision answers a question from the bins of a record.
type decision struct {
	among, counted program
	gaps           []gap
}

// gap says where a field that the question reads shows as unknown or invalid.
type gap struct {
	at           int   // of its bin
	last         uint8 // the bin that is invalid
	field, whole int   // places in the question's fields; whole is -1 but for a contradiction
	recorded     bool  // the question asks only whether the field is recorded: unknown is an answer
}

// program is a condition over the bins of a record.
type program struct {
	shape   indicators.Shape
	parts   []program
	least   uint64 // of a quorum; nought is not set
	at      int    // of the bin that answers
	yes, no uint64 // the bins for which the answer is certain
	voids   []int  // where contradictions stand that make a field of it invalid
	voided  indicators.Truth
}

// placeIn returns where an attribute's bin stands in a table, -1 for nowhere.
func placeIn(tells []bins, attribute int) int {
	low, high := 0, len(tells)
	for low < high {
		if middle := (low + high) / 2; tells[middle].attribute < attribute {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low < len(tells) && tells[low].attribute == attribute {
		return low
	}
	return -1
}

// decide prepares the answer to a question from the bins of a table that tells
// all apart that the question does.
func (a *attributes[R]) decide(q *asked[R], tells []bins) decision {
	parts := a.subject.PartsAmong(q.fields)
	d := decision{among: compile(&q.among, tells), counted: compile(&q.counted, tells), gaps: make([]gap, 0, len(q.fields)+len(parts))}
	number := func(f *indicators.Field[R]) int {
		for i := range q.fields {
			if q.fields[i] == f {
				return i
			}
		}
		return -1
	}
	for i, f := range q.fields {
		at := placeIn(tells, a.fields[f])
		d.gaps = append(d.gaps, gap{at: at, last: uint8(tells[at].size - 1), field: i, whole: -1, recorded: q.valued>>i&1 == 0})
	}
	for _, p := range parts {
		d.gaps = append(d.gaps, gap{at: placeIn(tells, a.contradictions[p]), last: 1, field: number(p.Part.Field), whole: number(p.Whole.Field)})
	}
	return d
}

func compile(n *node, tells []bins) program {
	p := program{shape: n.shape, least: n.least}
	for i := range n.parts {
		p.parts = append(p.parts, compile(&n.parts[i], tells))
	}
	for _, v := range n.voids {
		p.voids = append(p.voids, placeIn(tells, v))
	}
	if n.shape != indicators.Elementary || n.kind == openNode {
		return p
	}
	p.at = placeIn(tells, n.attribute)
	b := &tells[p.at]
	known := below(b.size-1) &^ 1
	switch n.kind {
	case answerNode:
		p.no, p.yes = 1<<uint8(indicators.False), 1<<uint8(indicators.True)
	case recordedNode:
		p.voided = indicators.False
		p.no, p.yes = 1|1<<(b.size-1), known
	case wordsNode:
		for v := 1; v <= b.values; v++ {
			if n.words>>v&1 == 1 {
				p.yes |= 1 << (b.of[v] + 1)
			}
		}
		p.no = known &^ p.yes
	case rangeNode:
		p.yes = b.within(n)
		if n.inverted {
			p.yes = known &^ p.yes
		}
		p.no = known &^ p.yes
	}
	return p
}

// within returns the bins of the numbers in a range.
func (b *bins) within(n *node) (set uint64) {
	lowest := known0
	for i := 1; i < b.size-1; i++ {
		if lowest >= n.from && lowest < n.to {
			set |= 1 << i
		}
		if i-1 < len(b.cuts) {
			lowest = b.cuts[i-1]
		}
	}
	return set
}

// known0 is the code of nought, the lowest of all that are known.
const known0 quantity.Code = 1

// below returns the set of bins below n.
func below(n int) uint64 { return 1<<n - 1 }

func (p *program) truth(bin []uint8) indicators.Truth {
	switch p.shape {
	case indicators.EveryRecord:
		return indicators.True
	case indicators.Negation:
		return p.parts[0].truth(bin).Not()
	case indicators.Conjunction:
		answer := indicators.True
		for i := range p.parts {
			answer = answer.And(p.parts[i].truth(bin))
		}
		return answer
	case indicators.Disjunction:
		answer := indicators.False
		for i := range p.parts {
			answer = answer.Or(p.parts[i].truth(bin))
		}
		return answer
	}
	if p.shape == indicators.Quorum {
		return p.quorum(bin)
	}
	if p.yes|p.no == 0 {
		return indicators.Unknown
	}
	for _, v := range p.voids {
		if bin[v] == 1 {
			return p.voided
		}
	}
	switch b := bin[p.at]; {
	case p.yes>>b&1 == 1:
		return indicators.True
	case p.no>>b&1 == 1:
		return indicators.False
	}
	return indicators.Unknown
}

// quorum answers whether so many parts hold; without a number nobody knows.
func (p *program) quorum(bin []uint8) indicators.Truth {
	if p.least == 0 {
		return indicators.Unknown
	}
	var answers [mostQuorum]indicators.Truth
	for i := range p.parts {
		answers[i] = p.parts[i].truth(bin)
	}
	return indicators.AtLeast(p.least, answers[:len(p.parts)]...)
}

// mostQuorum is of how many conditions some may be asked for.
const mostQuorum = 32

// class returns what the record may be. A record whose scope is open and whose
// condition is open may be anything.
func (d *decision) class(bin []uint8) Class {
	scope := d.among.truth(bin)
	if scope == indicators.False {
		return OutOfScope
	}
	class := Class(0)
	if scope == indicators.Unknown {
		class = OutOfScope
	}
	switch d.counted.truth(bin) {
	case indicators.True:
		return class | Counted
	case indicators.False:
		return class | NotCounted
	}
	return class | InScope
}

// appendGaps appends where the fields are counted that bins show as unknown (at
// twice the field's place among the question's, above a base) or invalid (one
// further), and reports whether any is invalid.
func (d *decision) appendGaps(places []uint32, base uint32, bin []uint8) (list []uint32, invalid bool) {
	var seen uint64
	refuse := func(field int) {
		if seen>>field&1 == 0 {
			places = append(places, base+uint32(2*field+1))
			seen |= 1 << field
		}
		invalid = true
	}
	for i := range d.gaps {
		switch g := &d.gaps[i]; {
		case g.whole >= 0 && bin[g.at] == 1:
			refuse(g.field)
			refuse(g.whole)
		case g.whole >= 0:
		case bin[g.at] == 0:
			if !g.recorded {
				places = append(places, base+uint32(2*g.field))
			}
		case bin[g.at] == g.last:
			refuse(g.field)
		}
	}
	return places, invalid
}

// lacks reports whether bins show one of some fields of the question, by their
// numbers as a set, as unknown, invalid or contradictory.
func (d *decision) lacks(fields uint64, bin []uint8) bool {
	for i := range d.gaps {
		g := &d.gaps[i]
		of := fields >> g.field & 1
		if g.whole >= 0 {
			of |= fields >> g.whole & 1
		}
		if of == 1 && (bin[g.at] == g.last || g.whole < 0 && bin[g.at] == 0) {
			return true
		}
	}
	return false
}
