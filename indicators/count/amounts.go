package count

import (
	"math/bits"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// What a record adds to a ratio follows from its profile.
const (
	addsNothing = iota
	addsAmounts // it is counted
	addsWholes  // its part is missing, its whole is not
	waysToAdd
)

// wayToAdd returns what a record that adds to a sum adds to its ratio.
func (a *addition[R]) wayToAdd() uint8 {
	if a.at%sumsOfRatio == perOfUnknown {
		return addsWholes
	}
	return addsAmounts
}

// tabledRatio is a ratio whose records are counted by profile. A group keeps sums of
// 64 bits for each of its terms, one for each way to add, and each record adds to one
// of them whatever its way: what adds nothing is added where nobody reads it.
type tabledRatio[R indicators.Record[R]] struct {
	number int // among all ratios
	word   int
	shift  int // of the table's entry in the word
	of     keptTerms[R]
	per    keptTerms[R]
	sums   [sumsOfRatio]keptSum[R]
}

// keptTerms are the terms of a sum, and where a group keeps the sums of the first.
type keptTerms[R indicators.Record[R]] struct {
	terms []addend[R]
	at    int
}

// keptSum is what a tally's sum is brought up to date from.
type keptSum[R indicators.Record[R]] struct {
	at  int // in the tally
	way int
	of  keptTerms[R]
}

// Amounts that are large are added to the 128 bits of the tally at once, so that
// those of mostPending records fit 64 bits.
const (
	amountBits  = 40
	mostPending = 1 << (64 - amountBits)
)

// findRatios finds the ratios of the tables.
func (p *pass[R]) findRatios() {
	for i, w := range p.tables.words {
		for lane, table := range p.tables.tabled[w.first:w.last] {
			for _, number := range table.questions {
				if q := p.counter.questions[number]; q.ratio() {
					r := tabledRatio[R]{number: q.slot.sums / sumsOfRatio, word: i, shift: 16 * lane}
					r.of, r.per = p.keep(q.of), p.keep(q.per)
					r.sums = [...]keptSum[R]{{q.slot.sums + ofSum, addsAmounts, r.of}, {q.slot.sums + perSum, addsAmounts, r.per}, {q.slot.sums + perOfUnknown, addsWholes, r.per}}
					p.ratios = append(p.ratios, r)
				}
			}
		}
	}
	p.learnWays(nil)
}

// keep makes room in each group for the sums of terms.
func (p *pass[R]) keep(terms []addend[R]) keptTerms[R] {
	k := keptTerms[R]{terms, p.amounts}
	p.amounts += waysToAdd * len(terms)
	return k
}

// learnWays notes what a profile adds to each ratio.
func (p *pass[R]) learnWays(sums []addition[R]) {
	first := len(p.ways)
	for range p.counter.layout.sums / sumsOfRatio {
		p.ways = append(p.ways, addsNothing)
	}
	for i := range sums {
		p.ways[first+sums[i].at/sumsOfRatio] = sums[i].wayToAdd()
	}
}

// addAmounts adds the amounts of the first n records to the ratios of the tables, of
// groups that are counted by profile.
func (p *pass[R]) addAmounts(n int) {
	ratios := p.counter.layout.sums / sumsOfRatio
	for i := range p.ratios {
		r := &p.ratios[i]
		known, entries := p.known[r.word], p.entries[r.word][:n]
		for k, entry := range entries {
			p.wayOf[k] = p.ways[int(known[entry>>r.shift&0xffff]&numberBits)*ratios+r.number]
		}
		large := p.addTerms(&r.of, n)
		if p.addTerms(&r.per, n) || large {
			p.addLarge(r, n)
		}
	}
}

// addTerms adds terms of the first n records to their groups' sums, and reports
// whether any is left out because it is large. It has no branch on what the records
// say, and like the loops that pack it calls nothing.
func (p *pass[R]) addTerms(kept *keptTerms[R], n int) (large bool) {
	var all uint64
	records, groups, ways := p.records[:n], p.groupOf[:n], p.wayOf[:n]
	for i := range kept.terms {
		term, first := &kept.terms[i], kept.at+waysToAdd*i
		for k := range records {
			c := quantity.Code(0)
			if term.at.Known() {
				c = term.at.Code(&records[k])
			} else {
				c = term.field.Code(&records[k])
			}
			steps := uint64(c) - 1 // of what is no number the first bit is set
			_, small := bits.Sub64(steps, 1<<amountBits, 0)
			all |= steps &^ uint64(int64(steps)>>63)
			if sums, at := groups[k].amounts, first+int(ways[k]); at < len(sums) {
				sums[at] += steps & -small
			}
		}
	}
	return all>>amountBits != 0
}

// addLarge adds the large amounts of the first n records.
func (p *pass[R]) addLarge(r *tabledRatio[R], n int) {
	for k := range n {
		for _, s := range r.sums {
			if int(p.wayOf[k]) != s.way || p.groupOf[k].amounts == nil {
				continue
			}
			for i := range s.of.terms {
				term := &s.of.terms[i]
				if steps := term.number(&p.records[k]).Steps(); steps>>amountBits != 0 {
					p.groupOf[k].tally.addSum(s.at, steps, term.weight)
				}
			}
		}
	}
}

// settleAmounts adds the sums that a group keeps to those of its tally.
func (p *pass[R]) settleAmounts(g *group) {
	for i := range p.ratios {
		for _, s := range p.ratios[i].sums {
			for j, term := range s.of.terms {
				g.tally.addSum(s.at, g.amounts[s.of.at+waysToAdd*j+s.way], term.weight)
			}
		}
	}
	clear(g.amounts)
}
