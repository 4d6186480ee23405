package count

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// attribute is one thing that questions tell about a record. What they tell
// apart of it are its bins. Bin 0 is unknown; of a field the last bin is invalid.
type attribute[R any] struct {
	kind      attributeKind
	field     reader[R]    // of words and numbers
	comparing comparing[R] // of a comparison
	answering answering[R] // of an own function
	pair      pair[R]      // of a contradiction
}

type attributeKind uint8

const (
	words attributeKind = iota
	number
	comparison    // bins: unknown, false, true
	function      // bins: unknown, false, true
	contradiction // bins: fine, contradictory
)

// bins say how the values of one attribute are told apart.
type bins struct {
	attribute int             // its number among the counter's
	of        [64]uint8       // of words: the group of each value, from 0
	values    int             // of words: how many there are, something else included, which is the last
	other     bool            // of words: whether the list has something else
	cuts      []quantity.Code // of a number: the first step that changes an answer
	size      int             // number of bins
}

// mostBins is how many bins fit a set of 64 bits.
const mostBins = 64

// split tells the values inside a set from those outside it. Groups are numbered
// anew each time, so that no number of conditions uses the numbers up.
func (b *bins) split(set uint64) {
	var inside [64]uint8
	for v := 1; v <= b.values; v++ {
		inside[v] = uint8(set >> v & 1)
	}
	b.of, b.size = product(&b.of, &inside, b.values)
}

// cut tells the numbers from a code on from those below it.
func (b *bins) cut(c quantity.Code) {
	if i, found := slices.BinarySearch(b.cuts, c); !found && c.Known() {
		b.cuts = slices.Insert(b.cuts, i, c)
		b.size++
	}
}

// product groups the values that neither of two groupings tells apart, and
// returns how many bins that makes, unknown and invalid included.
func product(a, b *[64]uint8, values int) (groups [64]uint8, size int) {
	var seen [64]uint64 // by group of a: the groups of b
	var number [64][64]uint8
	for v := 1; v <= values; v++ {
		x, y := a[v]&63, b[v]&63
		if seen[x]>>y&1 == 0 {
			seen[x] |= 1 << y
			number[x][y] = uint8(size)
			size++
		}
		groups[v] = number[x][y]
	}
	return groups, size + 2
}

// sizeWith returns how many bins the attribute has if both tell it apart.
func (b *bins) sizeWith(c *bins) int {
	switch {
	case b.values > 0:
		var seen [64]uint64
		size := 2
		for v := 1; v <= b.values; v++ {
			x, y := b.of[v]&63, c.of[v]&63
			size += int(1 - seen[x]>>y&1)
			seen[x] |= 1 << y
		}
		return size
	case len(b.cuts) > 0 && len(c.cuts) > 0:
		size, i := b.size, 0
		for _, cut := range c.cuts {
			for i < len(b.cuts) && b.cuts[i] < cut {
				i++
			}
			if i == len(b.cuts) || b.cuts[i] != cut {
				size++
			}
		}
		return size
	}
	return max(b.size, c.size)
}

// with returns the bins if both tell the attribute apart.
func (b *bins) with(c *bins) bins {
	both := *b
	if b.values > 0 {
		both.of, both.size = product(&b.of, &c.of, b.values)
		return both
	}
	both.cuts = slices.Clone(b.cuts)
	for _, cut := range c.cuts {
		both.cut(cut)
	}
	return both
}

// bin returns the bin of a value of words by its number; one that no list has is
// invalid.
func (b *bins) bin(word uint8) uint8 {
	terms := b.values
	if b.other {
		terms--
	}
	switch {
	case word == 0:
		return 0
	case int(word) <= terms:
		return b.of[word] + 1
	case word == indicators.OtherWord && b.other:
		return b.of[b.values] + 1
	}
	return uint8(b.size - 1)
}

// numberBin returns the bin of a number.
func (b *bins) numberBin(c quantity.Code) uint8 {
	switch {
	case c.Unknown():
		return 0
	case c.Invalid():
		return uint8(b.size - 1)
	}
	bin := uint8(1)
	for _, cut := range b.cuts {
		if c >= cut {
			bin++
		}
	}
	return bin
}

// binOf returns the bin of a record.
func (a *attribute[R]) binOf(b *bins, r *R) uint8 {
	switch a.kind {
	case words:
		return b.bin(a.field.word(r))
	case number:
		return b.numberBin(a.field.number(r))
	case comparison:
		return uint8(a.comparing.holds(r))
	case function:
		return uint8(a.answering.truth(r))
	}
	if a.pair.contradicts(r) {
		return 1
	}
	return 0
}
