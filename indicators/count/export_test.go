package count

import (
	"slices"

	"github.com/eduplan/tonghua/indicators/internal/memory"
)

// TableSize is how many attributes a table tells apart, and how many profiles.
type TableSize struct{ Attributes, Profiles int }

// TableSizes returns the sizes of the tables that have entries, and how many have none.
func (c *Counter[R]) TableSizes() (sizes []TableSize, untabled int) {
	t := c.ensureTables()
	for _, one := range t.tabled {
		sizes = append(sizes, TableSize{len(one.tells), one.size})
	}
	return sizes, len(t.untabled)
}

// Packed returns the profile numbers of records as a pass packs them, by record
// and table, and nought for each entry that no table has. Described records are
// read through the descriptions of their fields alone.
func (c *Counter[R]) Packed(records []R, described bool) [][]int {
	t := c.ensureTables()
	numbers := make([][]int, len(records))
	entries := make([]uint64, len(records))
	for i, p := range t.packers {
		w := &t.words[i]
		if described {
			p = newPacker(c.attributes.described(), w, t.tabled[w.first:w.last])
		}
		var current int
		p.pack(records, entries, &current)
		for k, e := range entries {
			for lane := range tablesPerWord {
				first := w.end - 1
				if at := w.first + lane; at < w.last {
					first = t.tabled[at].offset
				}
				numbers[k] = append(numbers[k], w.start+int(e>>(16*lane)&0xffff)-first)
			}
		}
	}
	return numbers
}

// Numbers returns the profile numbers of a record whose bins are read one by one:
// the mixed-radix numbers of the bins, -1 if they do not read back as the bins. It
// fills up with noughts like Packed.
func (c *Counter[R]) Numbers(r *R, described bool) (numbers []int) {
	a := c.attributes
	if described {
		a = a.described()
	}
	for _, t := range c.ensureTables().tabled {
		number, stride := 0, 1
		var read, unpacked []uint8
		for i := range t.tells {
			b := &t.tells[i]
			read = append(read, a.list[b.attribute].binOf(b, r))
			number += stride * int(read[i])
			stride *= b.size
		}
		if t.binsAt(uint64(number), &unpacked); !slices.Equal(read, unpacked) {
			number = -1
		}
		numbers = append(numbers, number)
	}
	for len(numbers)%tablesPerWord > 0 {
		numbers = append(numbers, 0)
	}
	return numbers
}

// Packing returns what packs records again and again.
func (c *Counter[R]) Packing(records []R) func() {
	entries, current := make([]uint64, len(records)), 0
	return func() {
		for _, p := range c.ensureTables().packers {
			p.pack(records, entries, &current)
		}
	}
}

func (a *attributes[R]) described() *attributes[R] {
	b := *a
	b.list = slices.Clone(a.list)
	for i := range b.list {
		b.list[i] = b.list[i].described()
	}
	return &b
}

func (a attribute[R]) described() attribute[R] {
	a.field = a.field.described()
	a.pair = a.pair.described()
	a.comparing.of, a.comparing.than = describedAll(a.comparing.of), describedAll(a.comparing.than)
	a.answering.parts = slices.Clone(a.answering.parts)
	for i := range a.answering.parts {
		a.answering.parts[i] = a.answering.parts[i].described()
	}
	return a
}

func (p pair[R]) described() pair[R] { return pair[R]{p.part.described(), p.whole.described()} }

func (f reader[R]) described() reader[R] { return reader[R]{f.field, memory.Unknown[R]()} }

func describedAll[R any](list []reader[R]) []reader[R] {
	list = slices.Clone(list)
	for i := range list {
		list[i] = list[i].described()
	}
	return list
}

// LargeAmount is the first amount that is added to a tally at once, and MostPending
// how many records are counted before tallies are brought up to date.
const (
	LargeAmount = 1 << amountBits
	MostPending = mostPending
)
