package indicators

import (
	"math/bits"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// maxFields is how many fields a subject may have.
const maxFields = 64

// LanesPerWord is how many profile numbers one packing yields, 16 bits each.
const LanesPerWord = 4

// MaxProfile is the largest number of profiles that fits a lane.
const MaxProfile = 1 << 16

// Packer turns the fields of a record into profile numbers. A subject's Pack
// function hands it every field, in the order of the descriptions, and returns
// the sum of what it gets back:
//
//	func pack(r *Record, p *indicators.Packer) uint64 {
//		p.Start(&r.Row)
//		return p.Word(0, uint8(r.Stage)) +
//			p.Number(1, r.TrainingHours.Code())
//	}
//
// Each call adds the field's classes to four profile numbers at once; a field
// that nothing asks about adds nought.
type Packer struct {
	skipped bool
	words   [maxFields]*[256]uint64
	numbers [maxFields]number
	codes   [maxFields]quantity.Code
}

// number says what a number adds to the profile numbers: something for being
// known, and more from each of its steps on. The first two steps have places
// of their own, because hardly any number has more.
type number struct {
	known   uint64
	invalid uint64
	first   step
	second  step
	more    []step
}

type step struct{ at, add uint64 }

// from returns the addition if the code has reached the step. It has no
// branch, because the records of a register lie on either side of it.
func (s step) from(c quantity.Code) uint64 {
	_, short := bits.Sub64(uint64(c), s.at, 0)
	return s.add & (short - 1)
}

// Start begins a record.
func (p *Packer) Start(r *Row) { p.skipped = r.skipped }

// Word packs field number i, a word.
func (p *Packer) Word(i int, value uint8) uint64 { return p.words[i][value] }

// Number packs field number i, a number.
func (p *Packer) Number(i int, c quantity.Code) uint64 {
	p.codes[i] = c
	n := &p.numbers[i]
	sum := n.known + n.first.from(c) + n.second.from(c)
	if !c.Known() || n.more != nil {
		sum = n.rare(c)
	}
	return sum
}

func (n *number) rare(c quantity.Code) uint64 {
	switch {
	case c.Unknown():
		return 0
	case c.Invalid():
		return n.invalid
	}
	sum := n.known + n.first.from(c) + n.second.from(c)
	for _, s := range n.more {
		sum += s.from(c)
	}
	return sum
}

// Code returns the number that field number i was packed with.
func (p *Packer) Code(i int) quantity.Code { return p.codes[i] }

// Lanes pack a record into up to four profile numbers, one for each set of axes.
type Lanes[R any] struct {
	packer         Packer
	subject        *Subject[R]
	base           uint64
	contradictions []contradictionExtra
	comparisons    []comparisonExtra
	others         []otherExtra[R]
	used           []usedField[R] // for subjects without Pack
}

// contradictionExtra is an axis that compares a part with its whole.
type contradictionExtra struct {
	part, whole int // field numbers
	add         uint64
}

// comparisonExtra is an axis that asks whether a number is at least a share of
// another.
type comparisonExtra struct {
	of, than int // field numbers
	num, den uint64
	add      [4]uint64 // by truth; four, so that no index is out of range
}

// otherExtra is any other axis that is not a field.
type otherExtra[R any] struct {
	axis axis[R]
	add  [3]uint64
}

type usedField[R any] struct {
	field *Field[R]
	index int
}

var noWords [256]uint64

// NewLanes prepares packing for up to LanesPerWord sets of axes of one
// subject, and keeps the codes of the numbers that sums need. Offsets are added
// to the profile numbers, one a lane, so that they can index one table; lanes
// without a set yield their offset alone. Offset and profiles of a lane stay
// below MaxProfile.
func NewLanes[R any](s *Subject[R], sets []*Axes[R], offsets [LanesPerWord]uint16, sums []*Field[R]) *Lanes[R] {
	l := &Lanes[R]{subject: s}
	for lane, offset := range offsets {
		l.base += uint64(offset) << (16 * lane)
	}
	for i := range l.packer.words {
		l.packer.words[i] = &noWords
	}
	for lane, a := range sets {
		stride := uint64(1) << (16 * lane)
		for i := range a.list {
			l.install(&a.list[i], stride)
			stride *= uint64(a.list[i].size)
		}
	}
	for _, f := range sums {
		l.use(f)
	}
	return l
}

func (l *Lanes[R]) use(f *Field[R]) int {
	i := l.subject.index(f)
	for _, u := range l.used {
		if u.index == i {
			return i
		}
	}
	l.used = append(l.used, usedField[R]{f, i})
	return i
}

func (l *Lanes[R]) install(x *axis[R], stride uint64) {
	p := &l.packer
	switch x.kind {
	case wordAxis:
		i := l.use(x.field)
		if p.words[i] == &noWords {
			p.words[i] = new([256]uint64)
		}
		known := len(x.field.words.entries)
		for v := 1; v < 256; v++ {
			class := x.size - 1
			if v <= known {
				class = int(x.words[v])
			}
			p.words[i][v] += uint64(class) * stride
		}
	case numberAxis:
		i := l.use(x.field)
		n := &p.numbers[i]
		n.known += stride
		n.invalid += uint64(x.size-1) * stride
		for _, c := range x.cuts {
			n.add(step{uint64(c), stride})
		}
	case contradictionAxis:
		l.contradictions = append(l.contradictions, contradictionExtra{l.use(x.part.Part.Field), l.use(x.part.Whole.Field), stride})
	default:
		var add [3]uint64
		for class := range x.size {
			add[class] = uint64(class) * stride
		}
		if x.kind == comparisonAxis && x.atom.compare == atLeast && len(x.atom.of) == 1 {
			num, den := x.atom.amount.Fraction()
			l.comparisons = append(l.comparisons, comparisonExtra{l.use(x.atom.of[0]), l.use(x.atom.than[0]), num, den, [4]uint64(append(add[:], 0))})
			return
		}
		l.others = append(l.others, otherExtra[R]{*x, add})
	}
}

func (n *number) add(s step) {
	for _, place := range []*step{&n.first, &n.second} {
		if place.add == 0 || place.at == s.at {
			place.at, place.add = s.at, place.add+s.add
			return
		}
	}
	for k := range n.more {
		if n.more[k].at == s.at {
			n.more[k].add += s.add
			return
		}
	}
	n.more = append(n.more, s)
}

// Pack returns the record's profile numbers with their offsets, 16 bits each,
// the first set's lowest, and whether the record is a member at all.
func (l *Lanes[R]) Pack(r *R) (profiles uint64, member bool) {
	p := &l.packer
	if l.subject.pack != nil {
		profiles = l.subject.pack(r, p)
		if p.skipped {
			return 0, false
		}
	} else {
		if l.subject.Skipped(r) {
			return 0, false
		}
		profiles = l.packByDescription(r)
	}
	for i := range l.contradictions {
		e := &l.contradictions[i]
		if contradictory(p.codes[e.part], p.codes[e.whole]) == 1 {
			profiles += e.add
		}
	}
	for i := range l.comparisons {
		profiles += l.comparisons[i].pack(p)
	}
	for i := range l.others {
		profiles += l.others[i].add[l.others[i].axis.class(r)]
	}
	return profiles + l.base, true
}

// pack has no branch on the answer, because the records of a register lie on
// either side of it.
func (e *comparisonExtra) pack(p *Packer) uint64 {
	of, than := p.codes[e.of], p.codes[e.than]
	if !of.Known() || !than.Known() {
		return e.add[Unknown]
	}
	leftHigh, leftLow := bits.Mul64(uint64(of)-1, e.den)
	rightHigh, rightLow := bits.Mul64(uint64(than)-1, e.num)
	_, short := bits.Sub64(leftLow, rightLow, 0)
	_, short = bits.Sub64(leftHigh, rightHigh, short)
	return e.add[(2-short)&3]
}

func (l *Lanes[R]) packByDescription(r *R) (profiles uint64) {
	for _, u := range l.used {
		c := u.field.code(r)
		switch {
		case u.field.words == nil:
			profiles += l.packer.Number(u.index, c)
		case c.Invalid():
			profiles += l.packer.Word(u.index, InvalidWord)
		default:
			profiles += l.packer.Word(u.index, uint8(c.Steps()))
		}
	}
	return profiles
}

// Code returns the code of a number field of the record that was packed last.
func (l *Lanes[R]) Code(index int) quantity.Code { return l.packer.codes[index] }

// Index returns a field's number for Code and CodeOf, -1 if it is none of the subject's.
func (s *Subject[R]) Index(f *Field[R]) int { return s.index(f) }

// CodeOf returns the code of a field of a record by the field's number.
func (s *Subject[R]) CodeOf(r *R, index int) quantity.Code { return s.fields[index].code(r) }
