package indicators

import (
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Class is the set of what a record may be for a rule, given what is known of
// it: out of scope, in scope and not counted, in scope and counted. A record
// about which everything is known has a set of one.
type Class uint8

// The members of a class.
const (
	OutOfScope Class = 1 << iota
	NotCounted
	Counted
)

// Decision answers a question from the classes of a record.
type Decision struct {
	among, counted program
	gaps           []gap
}

// gap says where a field that the question reads shows as unknown or invalid.
type gap struct {
	axis         int
	last         uint8
	field, whole int // places in the question's Fields; whole is -1 but for a contradiction
}

// program is a condition over axes.
type program struct {
	kind    conditionKind
	axis    int
	yes, no uint64 // the classes for which the answer is certain
	voids   []int  // contradictions that make a field of it invalid
	voided  Truth  // the answer if one of them does
	parts   []program
	open    bool // the answer is unknown whatever the record says
}

// Decide prepares the answer to a question; the axes must have been made with it.
func (a *Axes[R]) Decide(q Question[R]) Decision {
	reads := q.Fields()
	pairs := a.subject.partsAmong(reads)
	d := Decision{among: a.compile(q.Among, pairs), counted: a.compile(q.Counted, pairs)}
	for _, w := range a.Watches() {
		g := gap{axis: w.axis, last: w.last, field: slices.Index(reads, w.Field), whole: -1}
		if w.Whole != nil {
			g.whole = slices.Index(reads, w.Whole)
			if g.whole < 0 {
				continue
			}
		}
		if g.field >= 0 {
			d.gaps = append(d.gaps, g)
		}
	}
	return d
}

// AppendGaps appends where the fields are counted that classes show as unknown
// (at twice the field's place in the question's Fields, above a base) or invalid
// (one further), and reports whether any is invalid.
func (d *Decision) AppendGaps(places []uint32, base uint32, classes []uint8) (list []uint32, invalid bool) {
	var seen uint64
	refuse := func(field int) {
		if seen>>field&1 == 0 {
			places = append(places, base+uint32(2*field+1))
			seen |= 1 << field
		}
		invalid = true
	}
	for _, g := range d.gaps {
		switch {
		case g.whole >= 0 && classes[g.axis] == 1:
			refuse(g.field)
			refuse(g.whole)
		case g.whole >= 0:
		case classes[g.axis] == 0:
			places = append(places, base+uint32(2*g.field))
		case classes[g.axis] == g.last:
			refuse(g.field)
		}
	}
	return places, invalid
}

func (a *Axes[R]) compile(c Condition[R], pairs []Part[R]) program {
	p := program{kind: c.kind}
	for _, part := range c.parts {
		p.parts = append(p.parts, a.compile(part, pairs))
	}
	t := c.atom
	if t == nil {
		return p
	}
	p.axis = a.axisOf(t)
	if t.unset || p.axis < 0 {
		p.open = true
		return p
	}
	for _, pair := range pairs {
		touches := func(f *Field[R]) bool { return f == pair.Part.Field || f == pair.Whole.Field }
		if slices.ContainsFunc(t.of, touches) || slices.ContainsFunc(t.than, touches) {
			if at := a.contradiction(pair); at >= 0 {
				p.voids = append(p.voids, at)
			}
		}
	}
	switch {
	case t.function != nil || len(t.than) > 0:
		p.no, p.yes = 1<<uint8(False), 1<<uint8(True)
	case t.recorded:
		p.voided = False
		last := a.list[p.axis].size - 1
		p.no = 1 | 1<<last
		p.yes = below(last) &^ 1
	case t.isWords():
		x := &a.list[p.axis]
		for v := 1; v <= len(x.field.words.entries); v++ {
			if t.words>>v&1 == 1 {
				p.yes |= 1 << x.words[v]
			} else {
				p.no |= 1 << x.words[v]
			}
		}
	default:
		p.yes = a.list[p.axis].numbers(t)
		p.no = below(a.list[p.axis].size-1) &^ 1 &^ p.yes
	}
	return p
}

// axisOf returns where a condition is answered, -1 for axes not made with it.
func (a *Axes[R]) axisOf(t *atom[R]) int {
	if t.function != nil || len(t.than) > 0 {
		return a.atomAxis(t)
	}
	return a.fieldAxis(t.of[0])
}

// below returns the set of classes below n.
func below(n int) uint64 { return 1<<n - 1 }

// numbers returns the classes of a number for which a comparison holds.
func (x *axis[R]) numbers(t *atom[R]) uint64 {
	all := below(x.size-1) &^ 1
	from := func(c quantity.Code) uint64 { // the classes of values with at least this code
		if !c.Known() {
			return 0
		}
		return all &^ below(int(x.numberClass(c)))
	}
	up, down := t.amount.Ceil(), t.amount.Floor()
	switch t.compare {
	case atLeast:
		return from(up)
	case lessThan:
		return all &^ from(up)
	case atMost:
		return all &^ from(down+1)
	case moreThan:
		return from(down + 1)
	}
	if up != down {
		return 0
	}
	return from(up) &^ from(up+1)
}

func (p *program) truth(classes []uint8) Truth {
	switch p.kind {
	case everyRecord:
		return True
	case notCondition:
		return p.parts[0].truth(classes).Not()
	case andCondition:
		answer := True
		for i := range p.parts {
			answer = answer.And(p.parts[i].truth(classes))
		}
		return answer
	case orCondition:
		answer := False
		for i := range p.parts {
			answer = answer.Or(p.parts[i].truth(classes))
		}
		return answer
	}
	if p.open {
		return Unknown
	}
	for _, v := range p.voids {
		if classes[v] == 1 {
			return p.voided
		}
	}
	class := classes[p.axis]
	switch {
	case p.yes>>class&1 == 1:
		return True
	case p.no>>class&1 == 1:
		return False
	}
	return Unknown
}

// Certain reports whether the record can be one thing only.
func (c Class) Certain() bool { return c&(c-1) == 0 }

// Class returns what the record may be. A record whose scope is open and whose
// condition is open may be anything.
func (d *Decision) Class(classes []uint8) Class {
	scope := d.among.truth(classes)
	if scope == False {
		return OutOfScope
	}
	class := Class(0)
	if scope == Unknown {
		class = OutOfScope
	}
	switch d.counted.truth(classes) {
	case True:
		return class | Counted
	case False:
		return class | NotCounted
	}
	return class | NotCounted | Counted
}
