package indicators

import (
	"math/bits"
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// LanesPerWord is how many profile numbers one packing yields, 16 bits each.
const LanesPerWord = 4

// MaxProfile is the largest number of profiles that fits a lane.
const MaxProfile = 1 << 16

// Lanes pack records into up to four profile numbers each, one for each set of
// axes. Every field that the sets ask about adds its classes to all four at once;
// the others are not looked at. Packing has no branch on what lies on either side
// in the records of a register: whether a number is known, and whether it
// reaches a figure.
type Lanes[R any] struct {
	subject        *Subject[R]
	base           uint64          // the offsets, and all that numbers may lack
	words          []packedWord[R] // a multiple of four
	numbers        []packedNumber[R]
	steps          []packedStep[R] // of numbers that are compared with further figures
	invalid        []packedStep[R] // added for numbers that are invalid, as if those reached all figures
	contradictions []packedContradiction[R]
	comparisons    []packedComparison[R]
	others         []packedOther[R]
}

// packedWord says what each value of a word adds. A table takes a little more
// room than a power of two, so that the first entries of several do not compete
// for the same lines of the processor's cache.
type packedWord[R any] struct {
	at  place[R]
	add [256 + 8]uint64
}

// packedNumber says what a number lacks if it is unknown, and if it is short of
// the first figure that it is compared with. Hardly any number has more.
type packedNumber[R any] struct {
	at     place[R]
	known  uint64
	figure quantity.Code
	reach  uint64
}

// packedStep is what a number lacks if it is short of a figure.
type packedStep[R any] struct {
	at     place[R]
	figure quantity.Code
	reach  uint64
}

// packedContradiction is an axis that compares a part with its whole.
type packedContradiction[R any] struct {
	part, whole place[R]
	add         uint64
}

// packedComparison is an axis that asks whether a number is at least a share of
// another.
type packedComparison[R any] struct {
	of, than place[R]
	num, den uint64
	add      [4]uint64 // by truth; four, so that no index is out of range
}

// packedOther is any other axis, and a field whose place is nowhere.
type packedOther[R any] struct {
	axis   axis[R]
	stride uint64
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
	for lane, a := range sets {
		stride := uint64(1) << (16 * lane)
		for i := range a.list {
			l.install(&a.list[i], stride)
			stride *= uint64(a.list[i].size)
		}
	}
	for len(l.words)%4 > 0 {
		l.words = append(l.words, packedWord[R]{at: l.words[0].at}) // adds nought
	}
	return l
}

// install takes on an axis whose classes are so far apart.
func (l *Lanes[R]) install(x *axis[R], stride uint64) {
	switch {
	case x.kind == wordAxis && x.field.at.known():
		l.installWord(x, stride)
	case x.kind == numberAxis && x.field.at.known():
		l.installNumber(x, stride)
	case x.kind == contradictionAxis && x.part.Part.at.known() && x.part.Whole.at.known():
		l.contradictions = append(l.contradictions, packedContradiction[R]{x.part.Part.at, x.part.Whole.at, stride})
	case x.kind == comparisonAxis && x.atom.compare == atLeast && len(x.atom.of) == 1 && x.atom.of[0].at.known() && x.atom.than[0].at.known():
		num, den := x.atom.amount.Fraction()
		l.comparisons = append(l.comparisons, packedComparison[R]{x.atom.of[0].at, x.atom.than[0].at, num, den, [4]uint64{0, stride, 2 * stride}})
	default:
		l.installOther(x, stride)
	}
}

func (l *Lanes[R]) installWord(x *axis[R], stride uint64) {
	at := x.field.at
	i := slices.IndexFunc(l.words, func(w packedWord[R]) bool { return w.at == at })
	if i < 0 {
		i = len(l.words)
		l.words = append(l.words, packedWord[R]{at: at})
	}
	for v := 1; v < 256; v++ {
		l.words[i].add[v] += uint64(x.wordClass(uint8(v))) * stride
	}
}

func (l *Lanes[R]) installNumber(x *axis[R], stride uint64) {
	at := x.field.at
	i := slices.IndexFunc(l.numbers, func(n packedNumber[R]) bool { return n.at == at })
	if i < 0 {
		i = len(l.numbers)
		l.numbers = append(l.numbers, packedNumber[R]{at: at})
	}
	n := &l.numbers[i]
	n.known += stride
	l.base += stride * uint64(1+len(x.cuts))
	for _, c := range x.cuts {
		if n.reach == 0 || n.figure == c {
			n.figure, n.reach = c, n.reach+stride
		} else {
			l.steps = addStep(l.steps, packedStep[R]{at, c, stride})
		}
	}
	l.invalid = addStep(l.invalid, packedStep[R]{at, quantity.FirstInvalid, stride})
}

func addStep[R any](list []packedStep[R], s packedStep[R]) []packedStep[R] {
	for i := range list {
		if list[i].at == s.at && list[i].figure == s.figure {
			list[i].reach += s.reach
			return list
		}
	}
	return append(list, s)
}

// installOther takes on an axis that each record is asked about by itself: slower,
// never different.
func (l *Lanes[R]) installOther(x *axis[R], stride uint64) {
	l.others = append(l.others, packedOther[R]{*x, stride})
}

// Pack puts the profile numbers of records beside them, with their offsets, 16
// bits each, the first set's lowest. Those of a record that is skipped mean
// nothing. Where a function of the caller is asked, hand says about which record.
// It goes through the records once for every field, so that what the field adds
// stays at hand.
func (l *Lanes[R]) Pack(records []R, profiles []uint64, hand *int) {
	profiles = profiles[:len(records)]
	if len(records) < 4 {
		for k := range profiles {
			profiles[k] = l.packOne(&records[k])
		}
	} else {
		l.packMany(records, profiles)
	}
	if len(l.others) > 0 {
		l.packOthers(records, profiles, hand)
	}
}

// packOne goes through the fields of one record. Loops over a record or two cost
// more than what is in them.
func (l *Lanes[R]) packOne(r *R) uint64 {
	profile := l.base
	for i := range l.words {
		profile += l.words[i].adds(r)
	}
	var all quantity.Code
	for _, n := range l.numbers {
		c := n.at.code(r)
		all |= c
		profile -= n.lacks(c)
	}
	for _, s := range l.steps {
		profile -= s.lacks(r)
	}
	if all.Invalid() {
		for _, s := range l.invalid {
			profile += s.reaches(r)
		}
	}
	for _, c := range l.contradictions {
		profile += c.adds(r)
	}
	for i := range l.comparisons {
		profile += l.comparisons[i].adds(r)
	}
	return profile
}

func (l *Lanes[R]) packMany(records []R, profiles []uint64) {
	for k := range profiles {
		profiles[k] = l.base
	}
	for i := 0; i < len(l.words); i += 4 {
		packWords((*[4]packedWord[R])(l.words[i:]), records, profiles)
	}
	var all quantity.Code // is any of them invalid?
	for _, n := range l.numbers {
		all |= n.pack(records, profiles)
	}
	for _, s := range l.steps {
		s.pack(records, profiles)
	}
	if all.Invalid() {
		for _, s := range l.invalid {
			s.packReached(records, profiles)
		}
	}
	for _, c := range l.contradictions {
		c.pack(records, profiles)
	}
	for i := range l.comparisons {
		l.comparisons[i].pack(records, profiles)
	}
}

func (w *packedWord[R]) adds(r *R) uint64 { return w.add[w.at.word(r)] }

func packWords[R any](w *[4]packedWord[R], records []R, profiles []uint64) {
	a, b, c, d := w[0].at, w[1].at, w[2].at, w[3].at
	profiles = profiles[:len(records)]
	for k := range records {
		r := &records[k]
		profiles[k] += w[0].add[a.word(r)] + w[1].add[b.word(r)] + w[2].add[c.word(r)] + w[3].add[d.word(r)]
	}
}

func (n packedNumber[R]) lacks(c quantity.Code) uint64 {
	return n.known&short(c, 1) + n.reach&short(c, n.figure)
}

// pack returns all codes in one, to see whether any is invalid.
func (n packedNumber[R]) pack(records []R, profiles []uint64) (all quantity.Code) {
	profiles = profiles[:len(records)]
	for k := range records {
		c := n.at.code(&records[k])
		all |= c
		profiles[k] -= n.lacks(c)
	}
	return all
}

func (s packedStep[R]) lacks(r *R) uint64 { return s.reach & short(s.at.code(r), s.figure) }

func (s packedStep[R]) pack(records []R, profiles []uint64) {
	profiles = profiles[:len(records)]
	for k := range records {
		profiles[k] -= s.lacks(&records[k])
	}
}

func (s packedStep[R]) reaches(r *R) uint64 { return s.reach &^ short(s.at.code(r), s.figure) }

func (s packedStep[R]) packReached(records []R, profiles []uint64) {
	for k := range records {
		profiles[k] += s.reaches(&records[k])
	}
}

func (c packedContradiction[R]) adds(r *R) uint64 {
	part, whole := uint64(c.part.code(r))-1, uint64(c.whole.code(r))-1
	_, less := bits.Sub64(whole, part, 0)
	return c.add & -less &^ notKnown(part, whole)
}

func (c packedContradiction[R]) pack(records []R, profiles []uint64) {
	profiles = profiles[:len(records)]
	for k := range records {
		profiles[k] += c.adds(&records[k])
	}
}

func (e *packedComparison[R]) adds(r *R) uint64 {
	of, than := uint64(e.of.code(r))-1, uint64(e.than.code(r))-1
	leftHigh, leftLow := bits.Mul64(of, e.den)
	rightHigh, rightLow := bits.Mul64(than, e.num)
	_, less := bits.Sub64(leftLow, rightLow, 0)
	_, less = bits.Sub64(leftHigh, rightHigh, less)
	return e.add[(2-less)&^notKnown(of, than)&3]
}

func (e *packedComparison[R]) pack(records []R, profiles []uint64) {
	profiles = profiles[:len(records)]
	for k := range records {
		profiles[k] += e.adds(&records[k])
	}
}

// notKnown returns all bits if one of two codes, each less one, is no number's:
// of an unknown value that has all bits, of invalid ones the first.
func notKnown(a, b uint64) uint64 { return uint64(int64(a|b) >> 63) }

func (l *Lanes[R]) packOthers(records []R, profiles []uint64, hand *int) {
	for k := range records {
		r := &records[k]
		if l.subject.Skipped(r) {
			continue
		}
		*hand = k
		for i := range l.others {
			o := &l.others[i]
			profiles[k] += uint64(o.axis.class(r)) * o.stride
		}
	}
}

// short returns all bits if a code is less than a figure, else none.
func short(c, figure quantity.Code) uint64 {
	_, borrow := bits.Sub64(uint64(c), uint64(figure), 0)
	return -borrow
}

// Index returns a field's number for CodeOf, -1 if it is none of the subject's.
func (s *Subject[R]) Index(f *Field[R]) int { return s.index(f) }

// CodeOf returns the code of a field of a record by the field's number.
func (s *Subject[R]) CodeOf(r *R, index int) quantity.Code { return s.fields[index].Code(r) }
