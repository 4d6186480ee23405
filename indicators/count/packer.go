package count

import (
	"math/bits"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/internal/memory"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// tablesPerWord is how many entries of tables one packing of a record yields, 16
// bits each.
const tablesPerWord = 4

// packer packs records into entries of up to four tables each. Every field that
// the tables tell apart adds its bins to all four at once; the others are not
// looked at. Packing has no branch on what lies on either side in the records of
// a register: whether a number is known, and whether it reaches a figure.
type packer[R indicators.Record[R]] struct {
	subject        *indicators.Subject[R]
	base           uint64          // the offsets, and all that numbers may lack
	words          []packedWord[R] // a multiple of four
	numbers        []packedNumber[R]
	steps          []packedStep[R] // of numbers that are compared with further figures
	invalid        []packedStep[R] // added for numbers that are invalid, as if those reached all figures
	contradictions []packedPair[R]
	comparisons    []packedComparison[R]
	others         []packedOther[R]
}

// packedWord says what each value of a word adds. A table takes a little more
// room than a power of two, so that the first entries of several do not compete
// for the same lines of the processor's cache.
type packedWord[R indicators.Record[R]] struct {
	at  memory.Offset[R]
	add [256 + 8]uint64
}

// packedNumber says what a number lacks if it is unknown, and if it is short of
// the first figure that it is compared with. Hardly any number has more.
type packedNumber[R indicators.Record[R]] struct {
	at     memory.Offset[R]
	known  uint64
	figure quantity.Code
	reach  uint64
}

// packedStep is what a number lacks if it is short of a figure.
type packedStep[R indicators.Record[R]] struct {
	at     memory.Offset[R]
	figure quantity.Code
	reach  uint64
}

// packedPair is an attribute that compares a part with its whole.
type packedPair[R indicators.Record[R]] struct {
	part, whole memory.Offset[R]
	add         uint64
}

// packedComparison is an attribute that asks whether a number is at least a share of
// another.
type packedComparison[R indicators.Record[R]] struct {
	of, than memory.Offset[R]
	num, den uint64
	add      [4]uint64 // by truth; four, so that no index is out of range
}

// packedOther is any other attribute, and a field that cannot be read where it stands.
type packedOther[R indicators.Record[R]] struct {
	attribute *attribute[R]
	bins      *bins
	stride    uint64
}

// newPacker prepares packing for up to four tables. Their offsets are added to the
// profile numbers, so that they can index one table; words without a table have
// the last entry of all.
func newPacker[R indicators.Record[R]](a *attributes[R], w *tableWord, tables []*table) *packer[R] {
	p := &packer[R]{subject: a.subject, base: w.unread(), words: make([]packedWord[R], 0, a.wordsOf(tables))}
	for lane, t := range tables {
		stride := uint64(1) << (16 * lane)
		p.base -= stride * uint64(w.end-1-t.offset)
		for i := range t.tells {
			p.install(&a.list[t.tells[i].attribute], &t.tells[i], stride)
			stride *= uint64(t.tells[i].size)
		}
	}
	for len(p.words)%4 > 0 {
		p.words = append(p.words, packedWord[R]{at: p.words[0].at}) // adds nought
	}
	return p
}

// wordsOf returns how many words tables tell apart, as a multiple of four.
func (a *attributes[R]) wordsOf(tables []*table) (n int) {
	for i := range a.list {
		if a.list[i].kind == words && slices.ContainsFunc(tables, func(t *table) bool { return placeIn(t.tells, i) >= 0 }) {
			n++
		}
	}
	return (n + 3) / 4 * 4
}

// install takes on an attribute whose bins are so far apart.
func (p *packer[R]) install(a *attribute[R], b *bins, stride uint64) {
	switch {
	case a.kind == words && a.field.at.Known():
		p.installWord(a.field.at, b, stride)
	case a.kind == number && a.field.at.Known():
		p.installNumber(a.field.at, b, stride)
	case a.kind == contradiction && a.pair.part.at.Known() && a.pair.whole.at.Known():
		p.contradictions = append(p.contradictions, packedPair[R]{a.pair.part.at, a.pair.whole.at, stride})
	case a.kind == comparison && a.comparing.inPlace():
		c := &a.comparing
		p.comparisons = append(p.comparisons, packedComparison[R]{c.of[0].at, c.than[0].at, c.num, c.den, [4]uint64{0, stride, 2 * stride}})
	default:
		p.others = append(p.others, packedOther[R]{a, b, stride})
	}
}

// inPlace reports whether it asks whether one number is at least a share of
// another, both read where they stand.
func (c *comparing[R]) inPlace() bool {
	return c.compare == indicators.NotBelow && len(c.of) == 1 && c.of[0].at.Known() && c.than[0].at.Known()
}

func (p *packer[R]) installWord(at memory.Offset[R], b *bins, stride uint64) {
	i := slices.IndexFunc(p.words, func(w packedWord[R]) bool { return w.at == at })
	if i < 0 {
		i = len(p.words)
		p.words = append(p.words, packedWord[R]{at: at})
	}
	for v := 1; v < 256; v++ {
		p.words[i].add[v] += uint64(b.bin(uint8(v))) * stride
	}
}

func (p *packer[R]) installNumber(at memory.Offset[R], b *bins, stride uint64) {
	i := slices.IndexFunc(p.numbers, func(n packedNumber[R]) bool { return n.at == at })
	if i < 0 {
		i = len(p.numbers)
		p.numbers = append(p.numbers, packedNumber[R]{at: at})
	}
	n := &p.numbers[i]
	n.known += stride
	p.base += stride * uint64(1+len(b.cuts))
	for _, c := range b.cuts {
		if n.reach == 0 || n.figure == c {
			n.figure, n.reach = c, n.reach+stride
		} else {
			p.steps = addStep(p.steps, packedStep[R]{at, c, stride})
		}
	}
	p.invalid = addStep(p.invalid, packedStep[R]{at, quantity.FirstInvalid, stride})
}

func addStep[R indicators.Record[R]](list []packedStep[R], s packedStep[R]) []packedStep[R] {
	for i := range list {
		if list[i].at == s.at && list[i].figure == s.figure {
			list[i].reach += s.reach
			return list
		}
	}
	return append(list, s)
}

// pack puts the entries of records beside them, 16 bits each, those of the first
// table lowest. Those of a record that is skipped mean nothing. Where a function
// of the caller is asked, current says about which record. It goes through the
// records once for every field, so that what the field adds stays at hand.
func (p *packer[R]) pack(records []R, entries []uint64, current *int) {
	entries = entries[:len(records)]
	for k := range entries {
		entries[k] = p.base
	}
	for i := 0; i < len(p.words); i += 4 {
		packWords((*[4]packedWord[R])(p.words[i:]), records, entries)
	}
	var all quantity.Code // is any of them invalid?
	for _, n := range p.numbers {
		all |= n.pack(records, entries)
	}
	for _, s := range p.steps {
		s.pack(records, entries)
	}
	if all.Invalid() {
		for _, s := range p.invalid {
			s.packReached(records, entries)
		}
	}
	for _, c := range p.contradictions {
		c.pack(records, entries)
	}
	for i := range p.comparisons {
		p.comparisons[i].pack(records, entries)
	}
	if len(p.others) > 0 {
		p.packOthers(records, entries, current)
	}
}

func packWords[R indicators.Record[R]](w *[4]packedWord[R], records []R, entries []uint64) {
	a, b, c, d := w[0].at, w[1].at, w[2].at, w[3].at
	entries = entries[:len(records)]
	for k := range records {
		r := &records[k]
		entries[k] += w[0].add[a.Word(r)] + w[1].add[b.Word(r)] + w[2].add[c.Word(r)] + w[3].add[d.Word(r)]
	}
}

// The loops below call nothing, since a function that is not generic is not
// inlined into one that is instantiated in another package.

// pack returns all codes in one, to see whether any is invalid.
func (n packedNumber[R]) pack(records []R, entries []uint64) (all quantity.Code) {
	entries = entries[:len(records)]
	for k := range records {
		c := n.at.Code(&records[k])
		all |= c
		_, unknown := bits.Sub64(uint64(c), 1, 0)
		_, short := bits.Sub64(uint64(c), uint64(n.figure), 0)
		entries[k] -= n.known&-unknown + n.reach&-short
	}
	return all
}

func (s packedStep[R]) pack(records []R, entries []uint64) {
	entries = entries[:len(records)]
	for k := range records {
		_, short := bits.Sub64(uint64(s.at.Code(&records[k])), uint64(s.figure), 0)
		entries[k] -= s.reach & -short
	}
}

func (s packedStep[R]) packReached(records []R, entries []uint64) {
	entries = entries[:len(records)]
	for k := range records {
		_, short := bits.Sub64(uint64(s.at.Code(&records[k])), uint64(s.figure), 0)
		entries[k] += s.reach &^ -short
	}
}

// A code less one has all bits where it is unknown, and the first where it is
// invalid, so that the sign of two in one says whether one is no number's.
func (c packedPair[R]) pack(records []R, entries []uint64) {
	entries = entries[:len(records)]
	for k := range records {
		r := &records[k]
		part, whole := uint64(c.part.Code(r))-1, uint64(c.whole.Code(r))-1
		_, less := bits.Sub64(whole, part, 0)
		entries[k] += c.add & -less &^ uint64(int64(part|whole)>>63)
	}
}

func (e *packedComparison[R]) pack(records []R, entries []uint64) {
	entries = entries[:len(records)]
	for k := range records {
		r := &records[k]
		of, than := uint64(e.of.Code(r))-1, uint64(e.than.Code(r))-1
		leftHigh, leftLow := bits.Mul64(of, e.den)
		rightHigh, rightLow := bits.Mul64(than, e.num)
		_, less := bits.Sub64(leftLow, rightLow, 0)
		_, less = bits.Sub64(leftHigh, rightHigh, less)
		entries[k] += e.add[(2-less)&^uint64(int64(of|than)>>63)&3]
	}
}

func (p *packer[R]) packOthers(records []R, entries []uint64, current *int) {
	for k := range records {
		r := &records[k]
		if p.subject.Skipped(r) {
			continue
		}
		*current = k
		for i := range p.others {
			o := &p.others[i]
			entries[k] += uint64(o.attribute.binOf(o.bins, r)) * o.stride
		}
	}
}
