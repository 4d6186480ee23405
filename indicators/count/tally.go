package count

import (
	"math"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// slot is where one question keeps its counts inside a tally: first the records
// that an invalid field left open, then the seven classes, then for each field how
// many of the open records lack it or have it invalid, last of a ratio the open
// records without a whole.
type slot struct {
	offset int
	fields []string // their keys
	sums   int      // where three sums stand, -1 for a question without
	tight  bool     // a record is left open by what its fields lack and by nothing else
}

const (
	openInvalid = 0 // within a slot; the classes follow at 1 to 7
	firstGap    = 8
)

func (s *slot) noWhole() int { return s.offset + firstGap + 2*len(s.fields) }

func (s *slot) size() int {
	size := firstGap + 2*len(s.fields)
	if s.sums >= 0 {
		size++
	}
	return size
}

// Within the sums of a ratio.
const (
	ofSum = iota
	perSum
	perOfUnknown
	sumsOfRatio
)

// Tally is what is kept of the records of one group: exact counts and sums, which
// add up in any order. It belongs to the counter that made it, and to one
// goroutine at a time.
type Tally struct {
	layout        *layout
	read, skipped int64
	doubled       int64 // rows whose record was read before
	parts         []Part
	counts        []int64
	compact       []uint16 // instead of counts: of a small group, one school of a province
	room          uint16   // records that compact counts have room for
	sums          []quantity.Wide
	overflowed    bool // a sum outgrew 128 bits
}

func (l *layout) tally() *Tally {
	return &Tally{layout: l, counts: make([]int64, l.counts), sums: l.noSums()}
}

func (l *layout) compactTally() *Tally {
	return &Tally{layout: l, compact: make([]uint16, l.counts), room: math.MaxUint16, sums: l.noSums()}
}

func (l *layout) noSums() []quantity.Wide {
	if l.sums == 0 {
		return nil
	}
	return make([]quantity.Wide, l.sums)
}

// widen gives the tally counts that any number of records fits.
func (t *Tally) widen() {
	if t.compact == nil {
		return
	}
	t.counts = make([]int64, len(t.compact))
	for i, n := range t.compact {
		t.counts[i] = int64(n)
	}
	t.compact = nil
}

// at returns one count.
func (t *Tally) at(i int) int64 {
	if t.compact != nil {
		return int64(t.compact[i])
	}
	return t.counts[i]
}

// add adds n records to the counts at the given places.
func (t *Tally) add(places []uint32, n int64) {
	if t.compact != nil {
		for _, at := range places {
			t.compact[at]++ // one record: makeRoom has seen to it
		}
		return
	}
	counts := t.counts
	for _, at := range places {
		counts[at] += n
	}
}

// makeRoom sees to it that n more records can be counted.
func (t *Tally) makeRoom(n int64) {
	switch {
	case t.compact == nil:
	case t.room == 0 || n != 1:
		t.widen()
	default:
		t.room--
	}
}

// addSum adds so many steps, times a weight, to a sum.
func (t *Tally) addSum(at int, steps, weight uint64) {
	sum, carry := t.sums[at].AddCarry(quantity.Product(steps, weight))
	t.sums[at] = sum
	t.overflowed = t.overflowed || carry != 0
}

// MostRecords is how many records may be counted.
const MostRecords = 1 << 62

// Read returns how many records the rows were that were read: those that were skipped and
// doubles included.
func (t *Tally) Read() int64 { return t.read }

// Skipped returns how many of them were marked as no members.
func (t *Tally) Skipped() int64 { return t.skipped }

// Err says that more was counted than can be.
func (t *Tally) Err() error {
	if t.overflowed {
		return ErrTooMany
	}
	return nil
}

// Doubled returns how many rows had the key of an earlier one. Their record is counted
// once, as all that its rows say it may be.
func (t *Tally) Doubled() int64 { return t.doubled }

// Records returns how many records were read, those that were skipped included.
func (t *Tally) Records() int64 { return t.read - t.doubled }

// Merge adds what another tally has counted, which stays as it is. Both must have
// asked the same; else the error is [ErrMismatch]. Tallies that have a part in common
// give [ErrMerged]. After an error nothing has changed. It does not matter in which
// order tallies are merged.
func (t *Tally) Merge(o *Tally) error {
	parts, err := joined(t.parts, o.parts)
	if err != nil {
		return err
	}
	if err := t.plus(o); err != nil {
		return err
	}
	t.parts = parts
	return nil
}

// plus adds what another tally has counted, of whatever parts.
func (t *Tally) plus(o *Tally) error {
	if err := t.layout.same(o.layout); err != nil {
		return err
	}
	if t.read > MostRecords-o.read {
		return ErrTooMany
	}
	sums := make([]quantity.Wide, len(t.sums))
	for i, s := range o.sums {
		sum, carry := t.sums[i].AddCarry(s)
		if sums[i] = sum; carry != 0 {
			return ErrTooMany
		}
	}
	t.widen()
	t.read += o.read
	t.skipped += o.skipped
	t.doubled += o.doubled
	copy(t.sums, sums)
	t.overflowed = t.overflowed || o.overflowed
	for i, n := range o.counts {
		t.counts[i] += n
	}
	for i, n := range o.compact {
		t.counts[i] += int64(n)
	}
	return nil
}

// minus takes back what another tally of the counter has counted. What was not counted
// here gives [ErrNotAdded] and changes nothing.
func (t *Tally) minus(o *Tally) error {
	fits := t.read >= o.read && t.skipped >= o.skipped && t.doubled >= o.doubled
	sums := make([]quantity.Wide, len(t.sums))
	for i, s := range o.sums {
		left, enough := t.sums[i].Sub(s)
		sums[i], fits = left, fits && enough
	}
	for i := range t.layout.counts {
		fits = fits && t.at(i) >= o.at(i)
	}
	if !fits {
		return ErrNotAdded
	}
	t.widen()
	t.read -= o.read
	t.skipped -= o.skipped
	t.doubled -= o.doubled
	copy(t.sums, sums)
	for i := range t.counts {
		t.counts[i] -= o.at(i)
	}
	return nil
}

// Reset empties the tally.
func (t *Tally) Reset() {
	t.read, t.skipped, t.doubled, t.parts, t.overflowed = 0, 0, 0, nil, false
	clear(t.counts)
	clear(t.compact)
	clear(t.sums)
	if t.compact != nil {
		t.room = math.MaxUint16
	}
}

// Answer returns what the tally says of a question, by its number.
func (t *Tally) Answer(question int) Answer {
	a, _ := t.answer(question, nil)
	return a
}

// Answers returns what the tally says of all questions.
func (t *Tally) Answers() []Answer {
	list, gaps := make([]Answer, len(t.layout.slots)), 0
	for i := range t.layout.slots {
		gaps += t.gaps(i)
	}
	all := make([]Lack, 0, gaps)
	for i := range list {
		list[i], all = t.answer(i, all)
	}
	return list
}

// gaps returns how many fields of a question some open record lacks.
func (t *Tally) gaps(question int) (n int) {
	s := &t.layout.slots[question]
	for i := range s.fields {
		if at := s.offset + firstGap + 2*i; t.at(at)|t.at(at+1) != 0 {
			n++
		}
	}
	return n
}

// answer puts the gaps of an answer behind others.
func (t *Tally) answer(question int, all []Lack) (Answer, []Lack) {
	s := &t.layout.slots[question]
	a := Answer{Key: t.layout.keys[question], OpenInvalid: t.at(s.offset + openInvalid)}
	for class := range a.Classes[1:] {
		a.Classes[class+1] = t.at(s.offset + class + 1)
	}
	first := len(all)
	for i, field := range s.fields {
		unknown, invalid := t.at(s.offset+firstGap+2*i), t.at(s.offset+firstGap+2*i+1)
		if unknown|invalid != 0 {
			all = append(all, Lack{Field: field, Unknown: unknown, Invalid: invalid})
		}
	}
	if len(all) > first {
		a.Gaps = all[first:len(all):len(all)]
	}
	if s.sums >= 0 {
		a.Of, a.Per, a.PerOfUnknown = t.sums[s.sums+ofSum], t.sums[s.sums+perSum], t.sums[s.sums+perOfUnknown]
		a.NoWhole = t.at(s.noWhole())
	}
	return a, all
}

// Fields returns how many records lack each field that is asked about, or have it
// invalid, whatever the questions make of it. With Whole it counts the records in
// which the field is larger than the field that it is a part of.
func (t *Tally) Fields() []Lack {
	list := make([]Lack, len(t.layout.checks))
	for i, c := range t.layout.checks {
		at := t.layout.quality + 2*i
		list[i] = Lack{Field: c.field, Whole: c.whole, Unknown: t.at(at), Invalid: t.at(at + 1)}
	}
	return list
}
