package rules

import (
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
// sums, which add up in any order.
type tally struct {
	read, skipped int64
	counts        []int64
	sums          []quantity.Wide
}

func (l *layout) tally() *tally {
	return &tally{counts: make([]int64, l.counts), sums: make([]quantity.Wide, l.sums)}
}

// merge adds another tally of the same layout.
func (t *tally) merge(u *tally) {
	t.read += u.read
	t.skipped += u.skipped
	for i, n := range u.counts {
		t.counts[i] += n
	}
	for i, s := range u.sums {
		t.sums[i] = t.sums[i].Add(s)
	}
}

// asked is a reading of a rule as it is asked in a pass: over the axes of its
// own rule, or over those of a profile.
type asked[R indicators.Record[R]] struct {
	bound    *bound[R]
	decision indicators.Decision
	slot     slot
}

// count adds n records with these classes and returns what they may be.
func (a *asked[R]) count(t *tally, classes []uint8, n int64) indicators.Class {
	class := a.decision.Class(classes)
	counts := t.counts[a.slot.offset:]
	counts[class] += n
	if a.bound.open(class) {
		if a.decision.AddGaps(classes, counts[firstGap:firstGap+2*a.slot.fields], n) {
			counts[openInvalid] += n
		}
	}
	return class
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
func (a *asked[R]) addSums(t *tally, code func(field int) quantity.Code) {
	for i, s := range [...]*sum{&a.bound.of, &a.bound.per} {
		total := &t.sums[a.slot.sums+i]
		for _, term := range s.terms {
			*total = total.Add(quantity.Product(code(term.field).Steps(), term.weight))
		}
	}
}
