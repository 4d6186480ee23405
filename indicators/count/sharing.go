package count

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
)

// Questions whose fields are independent of each other are better counted in
// tables of their own, because their bins multiply. But every so many tables cost a
// packing of each record, or a query. So there are that many if they stay small enough for
// the processor's first caches, else twice as many, and so on.
const (
	mostProfiles = 1 << 13 // of one table
	mostEntries  = 1 << 14 // of all tables
	uncountable  = 1 << 24 // more than anybody tables; the exact number does not matter
)

// share is a set of questions on the way to a table.
type share struct {
	questions []int  // their numbers
	tells     []bins // in the order of their attributes
	size      int    // how many profiles they tell apart
}

// shareOut puts questions together, for tables of which so many are counted at a time.
// Those that tell too many profiles apart to be counted stay by themselves.
func shareOut[R indicators.Record[R]](questions []*asked[R], atATime int) (tabled, untabled []*share) {
	for i, q := range questions {
		one := &share{[]int{i}, q.tells, sizeOf(q.tells)}
		if one.size > mostProfiles {
			untabled = withoutGrowth(untabled, one, uncountable-1)
		} else {
			tabled = withoutGrowth(tabled, one, mostProfiles)
		}
	}
	p := newPairs(tabled)
	for p.left > atATime {
		if !p.joinBest() {
			break
		}
		if p.left%atATime == 0 {
			tabled = p.shares()
		}
	}
	return tabled, untabled
}

func sizeOf(tells []bins) int {
	size := 1
	for i := range tells {
		size = min(size*tells[i].size, uncountable)
	}
	return size
}

// withoutGrowth puts a question to others if that makes no table larger than the
// two are, nor than is wanted, else beside them.
func withoutGrowth(shares []*share, one *share, most int) []*share {
	for i, other := range shares {
		if size := other.sizeWith(one); size <= most && size <= other.size+one.size {
			shares[i] = other.with(one, size)
			return shares
		}
	}
	return append(shares, one)
}

// fits reports whether the bins of both together fit their sets.
func (s *share) fits(o *share) bool {
	for i := range s.tells {
		b := &s.tells[i]
		if at := placeIn(o.tells, b.attribute); at >= 0 && b.sizeWith(&o.tells[at]) > mostBins {
			return false
		}
	}
	return true
}

// sizeWith returns how many profiles both together tell apart, or that they cannot
// be put together.
func (s *share) sizeWith(o *share) int {
	size, j := 1, 0
	for i := range s.tells {
		b := &s.tells[i]
		for ; j < len(o.tells) && o.tells[j].attribute < b.attribute; j++ {
			size = min(size*o.tells[j].size, uncountable)
		}
		if j < len(o.tells) && o.tells[j].attribute == b.attribute {
			both := b.sizeWith(&o.tells[j])
			if both > mostBins {
				return uncountable
			}
			size = min(size*both, uncountable)
			j++
		} else {
			size = min(size*b.size, uncountable)
		}
	}
	for ; j < len(o.tells); j++ {
		size = min(size*o.tells[j].size, uncountable)
	}
	return size
}

// with returns both together; their size is known.
func (s *share) with(o *share, size int) *share {
	tells := make([]bins, 0, len(s.tells)+len(o.tells))
	j := 0
	for i := range s.tells {
		b := &s.tells[i]
		for ; j < len(o.tells) && o.tells[j].attribute < b.attribute; j++ {
			tells = append(tells, o.tells[j])
		}
		if j < len(o.tells) && o.tells[j].attribute == b.attribute {
			tells = append(tells, b.with(&o.tells[j]))
			j++
		} else {
			tells = append(tells, *b)
		}
	}
	return &share{slices.Concat(s.questions, o.questions), append(tells, o.tells[j:]...), size}
}

// pairs knows how large any two shares would be together.
type pairs struct {
	list  []*share // nil for one that was joined with an earlier one
	sizes [][]int  // by the later and the earlier of two
	left  int
}

func newPairs(shares []*share) *pairs {
	p := &pairs{list: slices.Clone(shares), left: len(shares)}
	for i := range shares {
		p.sizes = append(p.sizes, make([]int, i))
		for j := range i {
			p.sizes[i][j] = shares[i].sizeWith(shares[j])
		}
	}
	return p
}

func (p *pairs) shares() []*share {
	return slices.DeleteFunc(slices.Clone(p.list), func(s *share) bool { return s == nil })
}

// joinBest joins the two shares whose table grows least in proportion, and
// reports whether there were such whose tables are small enough, all together.
func (p *pairs) joinBest() bool {
	first, second, best, apart, entries := -1, -1, 0, 1, 0
	for i, s := range p.list {
		if s == nil {
			continue
		}
		entries += s.size
		for j, o := range p.list[:i] {
			if o == nil || p.sizes[i][j] > mostProfiles {
				continue
			}
			if size, sum := p.sizes[i][j], s.size+o.size; first < 0 || size*apart < best*sum {
				first, second, best, apart = j, i, size, sum
			}
		}
	}
	if first < 0 || entries-apart+best > mostEntries {
		return false
	}
	both := p.list[first].with(p.list[second], best)
	p.list[first], p.list[second] = both, nil
	p.left--
	for i, s := range p.list {
		switch {
		case s == nil || i == first:
		case i > first:
			p.sizes[i][first] = s.sizeWith(both)
		default:
			p.sizes[first][i] = s.sizeWith(both)
		}
	}
	return true
}
