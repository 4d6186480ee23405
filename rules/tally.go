package rules

import (
	"iter"
	"math"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// slot is where one reading of a rule keeps its counts inside a tally: first
// the records that an invalid field left open, then the seven classes, then
// for each field how many of the open records lack it or have it invalid.
type slot struct {
	offset int
	fields int
	sums   int // where two sums stand, -1 for a reading without
}

const (
	openInvalid = 0 // within a slot; the classes follow at 1 to 7
	firstGap    = 8
)

// layout lays out the slots of a pass.
type layout struct{ counts, sums int }

// slot makes room for a reading.
func (l *layout) slot(form indicators.Form, fields int) slot {
	s := slot{offset: l.counts, fields: fields, sums: -1}
	if form == indicators.RatioForm {
		s.sums = l.sums
		l.sums += 2
	}
	l.counts += firstGap + 2*fields
	return s
}

// tally is all that is kept of the records of one group: exact counts and
// sums, which add up in any order. The counts of a small group, one school of a
// province, are narrow until it has too many records for them.
type tally struct {
	read, skipped int64
	counts        []int64
	narrow        []uint16 // instead of counts
	room          uint16   // records that narrow counts have room for
	sums          []quantity.Wide
}

func (l *layout) tally() *tally {
	return &tally{counts: make([]int64, l.counts), sums: l.noSums()}
}

func (l *layout) narrowTally() *tally {
	return &tally{narrow: make([]uint16, l.counts), room: math.MaxUint16, sums: l.noSums()}
}

func (l *layout) noSums() []quantity.Wide {
	if l.sums == 0 {
		return nil
	}
	return make([]quantity.Wide, l.sums)
}

// widened returns the tally with wide counts; it may be the tally itself.
func (t *tally) widened() *tally {
	if t.narrow == nil {
		return t
	}
	w := &tally{read: t.read, skipped: t.skipped, counts: make([]int64, len(t.narrow)), sums: t.sums}
	for i, n := range t.narrow {
		w.counts[i] = int64(n)
	}
	return w
}

// mostRecords is how many records may be merged. Rows added one by one will not
// bring it to the end of the integers.
const mostRecords = 1 << 62

// merge adds another tally of the same layout, unless there are more records
// than can be counted.
func (t *tally) merge(u *tally) bool {
	if t.read+u.read > mostRecords {
		return false
	}
	if t.narrow != nil {
		*t = *t.widened()
	}
	t.read += u.read
	t.skipped += u.skipped
	for i, n := range u.counts {
		t.counts[i] += n
	}
	for i, n := range u.narrow {
		t.counts[i] += int64(n)
	}
	for i, s := range u.sums {
		t.sums[i], _ = t.sums[i].AddCarry(s)
	}
	return true
}

// asked is a reading of a rule as it is asked in a pass: over the axes of its
// own rule, or over those of a profile.
type asked[R indicators.Record[R]] struct {
	bound    *bound[R]
	decision indicators.Decision
	slot     slot
}

// count adds n records to the counts at the given places.
func (t *tally) count(places []uint32, n int64) {
	if t.narrow != nil {
		t.countNarrowly(places)
		return
	}
	counts := t.counts
	for _, at := range places {
		counts[at] += n
	}
}

// makeRoom sees to it that one more record can be counted.
func (t *tally) makeRoom() {
	switch {
	case t.narrow == nil:
	case t.room == 0:
		*t = *t.widened()
	default:
		t.room--
	}
}

// countNarrowly counts one record.
func (t *tally) countNarrowly(places []uint32) {
	for _, at := range places {
		t.narrow[at]++
	}
}

// places appends where a record of a class is counted: in its class, and if it
// leaves the reading open with the fields that it lacks or has invalid.
func (a *asked[R]) places(class indicators.Class, classes []uint8, list []uint32) []uint32 {
	list = append(list, uint32(a.slot.offset+int(class)))
	if !a.bound.open(class) {
		return list
	}
	list, invalid := a.decision.AppendGaps(list, uint32(a.slot.offset+firstGap), classes)
	if invalid {
		list = append(list, uint32(a.slot.offset+openInvalid))
	}
	return list
}

// open reports whether a record of the class leaves the reading open. A ratio
// needs the amounts of every record in scope.
func (b *bound[R]) open(class indicators.Class) bool {
	if b.form == indicators.RatioForm {
		return class != indicators.Counted && class != indicators.OutOfScope
	}
	return !class.Certain()
}

// addSums adds the amounts of a record that is in scope and has them all.
func (a *asked[R]) addSums(t *tally, subject *indicators.Subject[R], r *R) {
	for at, amount := range a.amounts(subject, r) {
		t.sums[at], _ = t.sums[at].AddCarry(amount)
	}
}

// takeSums takes the amounts back, and reports whether they were there.
func (a *asked[R]) takeSums(sums []quantity.Wide, subject *indicators.Subject[R], r *R) (enough bool) {
	enough = true
	for at, amount := range a.amounts(subject, r) {
		var there bool
		sums[at], there = sums[at].Sub(amount)
		enough = enough && there
	}
	return enough
}

// amounts yields the amounts of a record with the places of their sums.
func (a *asked[R]) amounts(subject *indicators.Subject[R], r *R) iter.Seq2[int, quantity.Wide] {
	return func(yield func(int, quantity.Wide) bool) {
		for i, s := range [...]*sum{&a.bound.of, &a.bound.per} {
			for _, term := range s.terms {
				if !yield(a.slot.sums+i, quantity.Product(subject.CodeOf(r, term.field).Steps(), term.weight)) {
					return
				}
			}
		}
	}
}
