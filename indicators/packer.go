package indicators

import (
	"math/bits"
	"slices"

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
// that nothing asks about adds nought. It is written to be inlined, and has no
// branch on what lies on either side in the records of a register: whether a
// number is known, and whether it reaches a figure.
type Packer struct {
	skipped bool
	all     quantity.Code // every code of the record: is any of them invalid?
	words   *wordTables
	numbers [maxFields]number
	codes   [maxFields]quantity.Code
}

// wordTables say what each value of each field of words adds. A table takes a
// little more room than a power of two, so that the first entries of several do
// not compete for the same lines of the processor's cache.
type wordTables [maxFields][256 + 8]uint64

// number says what a number adds for being known, and for reaching the first
// figure that it is compared with. Hardly any number has more.
type number struct{ known, at, add uint64 }

// step is what a number adds for reaching a further figure.
type step struct {
	code    *quantity.Code
	at, add uint64
}

// invalid is what a number adds for being invalid, as if it reached all figures.
type invalid struct {
	code *quantity.Code
	add  uint64
}

// Start begins a record.
func (p *Packer) Start(r *Row) {
	p.skipped = r.skipped
	p.all = 0
}

// Word packs field number i, a word.
func (p *Packer) Word(i int, value uint8) uint64 { return p.words[i][value] }

// Number packs field number i, a number.
func (p *Packer) Number(i int, c quantity.Code) uint64 {
	p.codes[i] = c
	p.all |= c
	n := &p.numbers[i]
	_, unknown := bits.Sub64(uint64(c), 1, 0)
	_, short := bits.Sub64(uint64(c), n.at, 0)
	return n.known&^-unknown + n.add&^-short
}

// Lanes pack a record into up to four profile numbers, one for each set of axes.
type Lanes[R any] struct {
	packer         Packer
	subject        *Subject[R]
	base           uint64
	more           bool // there are any of the next four
	steps          []step
	contradictions []contradictionExtra
	comparisons    []comparisonExtra
	others         []otherExtra[R]
	invalid        []invalid
	used           []usedField[R] // for subjects without Pack
}

// contradictionExtra is an axis that compares a part with its whole.
type contradictionExtra struct {
	part, whole *quantity.Code
	add         uint64
}

// comparisonExtra is an axis that asks whether a number is at least a share of
// another.
type comparisonExtra struct {
	of, than *quantity.Code
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

// NewLanes prepares packing for up to LanesPerWord sets of axes of one
// subject. Offsets are added to the profile numbers, one a lane, so that they can
// index one table; lanes without a set yield their offset alone. Offset and
// profiles of a lane stay below MaxProfile.
func NewLanes[R any](s *Subject[R], sets []*Axes[R], offsets [LanesPerWord]uint16) *Lanes[R] {
	l := &Lanes[R]{subject: s}
	for lane, offset := range offsets {
		l.base += uint64(offset) << (16 * lane)
	}
	l.packer.words = new(wordTables)
	for lane, a := range sets {
		stride := uint64(1) << (16 * lane)
		for i := range a.list {
			l.install(&a.list[i], stride)
			stride *= uint64(a.list[i].size)
		}
	}
	l.more = len(l.steps)+len(l.contradictions)+len(l.comparisons)+len(l.others) > 0
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
		p.numbers[i].known += stride
		for _, c := range x.cuts {
			l.addStep(i, uint64(c), stride)
		}
		l.invalid = append(l.invalid, invalid{&p.codes[i], uint64(x.size-2-len(x.cuts)) * stride})
	case contradictionAxis:
		l.contradictions = append(l.contradictions, contradictionExtra{l.code(x.part.Part.Field), l.code(x.part.Whole.Field), stride})
	default:
		var add [3]uint64
		for class := range x.size {
			add[class] = uint64(class) * stride
		}
		if x.kind == comparisonAxis && x.atom.compare == atLeast && len(x.atom.of) == 1 {
			num, den := x.atom.amount.Fraction()
			l.comparisons = append(l.comparisons, comparisonExtra{l.code(x.atom.of[0]), l.code(x.atom.than[0]), num, den, [4]uint64(append(add[:], 0))})
			return
		}
		l.others = append(l.others, otherExtra[R]{*x, add})
	}
}

func (l *Lanes[R]) code(f *Field[R]) *quantity.Code { return &l.packer.codes[l.use(f)] }

func (l *Lanes[R]) addStep(field int, at, add uint64) {
	if n := &l.packer.numbers[field]; n.add == 0 || n.at == at {
		n.at, n.add = at, n.add+add
		return
	}
	code := &l.packer.codes[field]
	k := slices.IndexFunc(l.steps, func(t step) bool { return t.code == code && t.at == at })
	if k < 0 {
		l.steps = append(l.steps, step{code, at, add})
		return
	}
	l.steps[k].add += add
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
	profiles += l.base
	if p.all.Invalid() {
		profiles += l.packInvalid()
	}
	if !l.more {
		return profiles, true
	}
	for i := range l.steps {
		s := &l.steps[i]
		_, short := bits.Sub64(uint64(*s.code), s.at, 0)
		profiles += s.add &^ -short
	}
	for i := range l.contradictions {
		e := &l.contradictions[i]
		if part := *e.part; part > *e.whole && contradictory(part, *e.whole) == 1 {
			profiles += e.add
		}
	}
	for i := range l.comparisons {
		e := &l.comparisons[i]
		of, than := uint64(*e.of)-1, uint64(*e.than)-1
		leftHigh, leftLow := bits.Mul64(of, e.den)
		rightHigh, rightLow := bits.Mul64(than, e.num)
		_, short := bits.Sub64(leftLow, rightLow, 0)
		_, short = bits.Sub64(leftHigh, rightHigh, short)
		notKnown := (of | than) >> 63 // an unknown code less one has all its bits
		profiles += e.add[(2-short)&(notKnown-1)&3]
	}
	for i := range l.others {
		profiles += l.others[i].add[l.others[i].axis.class(r)]
	}
	return profiles, true
}

func (l *Lanes[R]) packInvalid() (sum uint64) {
	for _, n := range l.invalid {
		if n.code.Invalid() {
			sum += n.add
		}
	}
	return sum
}

func (l *Lanes[R]) packByDescription(r *R) (profiles uint64) {
	l.packer.all = 0
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

// Index returns a field's number for CodeOf, -1 if it is none of the subject's.
func (s *Subject[R]) Index(f *Field[R]) int { return s.index(f) }

// CodeOf returns the code of a field of a record by the field's number.
func (s *Subject[R]) CodeOf(r *R, index int) quantity.Code { return s.fields[index].code(r) }
