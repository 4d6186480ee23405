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
	steps   [maxFields][]step
	codes   [maxFields]quantity.Code
}

// step is a code from which on a number's profile numbers grow.
type step struct {
	at  uint64
	add uint64
}

// Start begins a record.
func (p *Packer) Start(r *Row) { p.skipped = r.skipped }

// Word packs field number i, a word.
func (p *Packer) Word(i int, value uint8) uint64 { return p.words[i][value] }

// Number packs field number i, a number. It has no branch on the value,
// because half the records of a register lie on either side of a cut.
func (p *Packer) Number(i int, c quantity.Code) (sum uint64) {
	p.codes[i] = c
	for _, s := range p.steps[i] {
		_, short := bits.Sub64(uint64(c), s.at, 0)
		sum += s.add & (short - 1)
	}
	return sum
}

// Code returns the number that field number i was packed with.
func (p *Packer) Code(i int) quantity.Code { return p.codes[i] }

// Lanes pack a record into up to four profile numbers, one for each set of axes.
type Lanes[R any] struct {
	packer  Packer
	subject *Subject[R]
	extras  []extra[R]
	used    []usedField[R] // for subjects without Pack
}

// extra is an axis that is not a field.
type extra[R any] struct {
	axis     axis[R]
	of, than [2]int // field numbers
	add      [3]uint64
}

type usedField[R any] struct {
	field *Field[R]
	index int
}

var noWords [256]uint64

// NewLanes prepares packing for up to LanesPerWord sets of axes of one
// subject, each with at most MaxProfile profiles, and keeps the codes of the
// numbers that sums need.
func NewLanes[R any](s *Subject[R], sets []*Axes[R], sums []*Field[R]) *Lanes[R] {
	l := &Lanes[R]{subject: s}
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
		l.addStep(i, 1, stride)
		for _, c := range x.cuts {
			l.addStep(i, uint64(c), stride)
		}
		l.addStep(i, uint64(quantity.FirstInvalid), stride)
	default:
		e := extra[R]{axis: *x}
		for class := range x.size {
			e.add[class] = uint64(class) * stride
		}
		switch x.kind {
		case comparisonAxis:
			for i, f := range x.atom.of {
				e.of[i] = l.use(f)
			}
			for i, f := range x.atom.than {
				e.than[i] = l.use(f)
			}
		case contradictionAxis:
			e.of[0], e.than[0] = l.use(x.part.Part.Field), l.use(x.part.Whole.Field)
		}
		l.extras = append(l.extras, e)
	}
}

func (l *Lanes[R]) addStep(i int, at, add uint64) {
	for k := range l.packer.steps[i] {
		if l.packer.steps[i][k].at == at {
			l.packer.steps[i][k].add += add
			return
		}
	}
	l.packer.steps[i] = append(l.packer.steps[i], step{at, add})
}

// Pack returns the record's profile numbers, 16 bits each, the first set's
// lowest, and whether the record is a member at all.
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
	for i := range l.extras {
		profiles += l.extras[i].pack(p, r)
	}
	return profiles, true
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

func (e *extra[R]) pack(p *Packer, r *R) uint64 {
	class := uint8(0)
	switch e.axis.kind {
	case contradictionAxis:
		class = contradictory(p.codes[e.of[0]], p.codes[e.than[0]])
	case functionAxis:
		class = uint8(e.axis.atom.function.truth(r))
	default:
		class = uint8(e.axis.atom.holds(
			[2]quantity.Code{p.codes[e.of[0]], p.codes[e.of[1]]},
			[2]quantity.Code{p.codes[e.than[0]], p.codes[e.than[1]]}))
	}
	return e.add[class]
}

// Code returns the code of a number field of the record that was packed last.
func (l *Lanes[R]) Code(index int) quantity.Code { return l.packer.codes[index] }

// Index returns a field's number for Code and CodeOf, -1 if it is none of the subject's.
func (s *Subject[R]) Index(f *Field[R]) int { return s.index(f) }

// CodeOf returns the code of a field of a record by the field's number.
func (s *Subject[R]) CodeOf(r *R, index int) quantity.Code { return s.fields[index].code(r) }
