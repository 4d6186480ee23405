package count

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// asOne counts records that are one and the same into a tally of its own. To a question
// it is all that any of them is; fields in which they differ are unknown. Where some of
// them are marked as no members, nothing is certain about it.
func (c *Counter[R]) asOne(records []R) *Tally {
	t := c.layout.tally()
	t.read, t.doubled = int64(len(records)), int64(len(records)-1)
	members := slices.DeleteFunc(slices.Clone(records), func(r R) bool { return c.subject.Skipped(&r) })
	if len(members) == 0 {
		t.skipped = 1
		return t
	}
	one := union[R]{Counter: c, records: members, mixed: len(members) < len(records), tally: t}
	for _, table := range c.ready() {
		one.answer(table)
	}
	for i := range c.checks {
		one.check(i)
	}
	return t
}

// union is what records are together that are one and the same.
type union[R indicators.Record[R]] struct {
	*Counter[R]
	records []R
	mixed   bool // further ones are no members
	tally   *Tally
}

// differs reports whether the records do not agree on a field.
func (u *union[R]) differs(f *indicators.Field[R]) bool {
	return u.mixed || slices.ContainsFunc(u.records, func(r R) bool { return f.Code(&r) != f.Code(&u.records[0]) })
}

// answer answers the questions of a table.
func (u *union[R]) answer(t *table) {
	bins := make([][]uint8, len(u.records), len(u.records)+1)
	for i := range u.records {
		u.binsOf(t, &u.records[i], &bins[i])
	}
	if u.mixed {
		bins = append(bins, make([]uint8, len(t.tells))) // of a record of which nothing is known
	}
	for i, number := range t.questions {
		q, d, class := u.questions[number], &t.decisions[i], Class(0)
		if u.mixed {
			class = OutOfScope
		}
		for _, b := range bins {
			class |= d.class(b)
		}
		if q.ratio() {
			class = u.addAmounts(q, class, func() bool {
				return !slices.ContainsFunc(bins, func(b []uint8) bool { return d.lacks(t.wholes[i], b) })
			})
		}
		u.count(q.slot.offset + int(class))
		if class.leavesOpen(q.ratio()) {
			u.addGaps(q, d, bins)
		}
	}
}

func (u *union[R]) count(at int) { u.tally.counts[at]++ }

// addAmounts adds to the sums of a ratio, and returns the class of the record: in scope
// without figures where it is in scope and its figures differ.
func (u *union[R]) addAmounts(q *asked[R], class Class, wholesKnown func() bool) Class {
	if class&OutOfScope != 0 {
		if class.leavesOpen(true) {
			u.count(q.slot.noWhole())
		}
		return class
	}
	agree := func(terms []addend[R]) bool {
		return !slices.ContainsFunc(terms, func(a addend[R]) bool { return u.differs(a.field) })
	}
	whole := wholesKnown() && agree(q.per)
	switch {
	case class == Counted && whole && agree(q.of):
		u.addSum(q.slot.sums+ofSum, q.of)
		u.addSum(q.slot.sums+perSum, q.per)
		return Counted
	case whole:
		u.addSum(q.slot.sums+perOfUnknown, q.per)
	default:
		u.count(q.slot.noWhole())
	}
	return NotCounted
}

func (u *union[R]) addSum(at int, terms []addend[R]) {
	sum := addition[R]{at, terms}
	sum.addOnce(u.tally, &u.records[0])
}

// addGaps counts the fields that leave a question open: those that a record lacks, and
// those in which the records differ.
func (u *union[R]) addGaps(q *asked[R], d *decision, bins [][]uint8) {
	var lacking, refused uint64
	var places []uint32
	for _, b := range bins {
		places, _ = d.appendGaps(places[:0], 0, b)
		for _, at := range places {
			if at&1 == 1 {
				refused |= 1 << (at / 2)
			} else {
				lacking |= 1 << (at / 2)
			}
		}
	}
	for i, f := range q.fields {
		first := q.slot.offset + firstGap + 2*i
		switch {
		case refused>>i&1 == 1:
			u.count(first + 1)
		case lacking>>i&1 == 1 || u.differs(f):
			u.count(first)
		}
	}
	if refused != 0 {
		u.count(q.slot.offset + openInvalid)
	}
}

// check counts what is wrong with an attribute.
func (u *union[R]) check(i int) {
	check, at := &u.checks[i], u.layout.quality+2*i
	wrong := func(r R) bool { return check.Field.Code(&r).Invalid() }
	if check.Whole != nil {
		wrong = func(r R) bool { return u.list[check.attribute].pair.contradicts(&r) }
	}
	unknown := func(r R) bool { return check.Field.Code(&r) == quantity.Code(0) }
	switch {
	case slices.ContainsFunc(u.records, wrong):
		u.count(at + 1)
	case check.Whole == nil && (u.differs(check.Field) || slices.ContainsFunc(u.records, unknown)):
		u.count(at)
	}
}
