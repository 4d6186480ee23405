package count

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Counts is what was counted of a register, or of one group of it, as data: what
// a tally holds, what travels and is stored, and what a database that counts by
// itself gives. No record is in it.
type Counts struct {
	Identity string        `json:"identity"`       // of what was asked: a hash of the identities of the answers
	AsOf     quantity.Date `json:"as_of"`          // the date that the records describe
	Read     int64         `json:"read"`           // records, skipped ones included
	Skipped  int64         `json:"skipped"`        // marked as no members
	Doubled  int64         `json:"doubled"`        // rows whose key an earlier row had: they are read, and counted with it
	Parts    []Part        `json:"parts,omitzero"` // of the register that were merged, if they were named
	Answers  []Answer      `json:"answers"`        // one a question
	Fields   []Lack        `json:"fields"`         // one a field that is asked about
}

// Answer is what was counted for one question. Each record that is not skipped is
// in one of seven classes.
type Answer struct {
	Key          string        `json:"key"`               // of its question
	Identity     string        `json:"identity"`          // a hash of all that decides where a record is counted
	Classes      [8]int64      `json:"classes"`           // by [Class]; the first is always 0
	OpenInvalid  int64         `json:"open_invalid"`      // of the records that leave the question open, those with an invalid field
	Gaps         []Lack        `json:"gaps"`              // of those records, how many lack a field; fields that none lacks are left out
	Of           quantity.Wide `json:"of"`                // of a ratio: the sum that is divided, over the records that are counted
	Per          quantity.Wide `json:"per"`               // the sum that Of is divided by
	PerOfUnknown quantity.Wide `json:"per_of_unknown"`    // the wholes of records in scope whose part is missing
	NoWhole      int64         `json:"no_whole,omitzero"` // open records whose whole is missing as well, or whose scope is open
}

// Lack says how many records lack a field or have it invalid. With Whole it
// counts the records in which the field is larger than the whole that it is a
// part of.
type Lack struct {
	Field   string `json:"field"`          // its key
	Whole   string `json:"whole,omitzero"` // the key of the whole that the field is larger than
	Unknown int64  `json:"unknown"`        // records in which nobody has said; none with Whole
	Invalid int64  `json:"invalid"`        // records in which the value was refused, or is larger than Whole
}

// Open returns how many records leave the question open; a ratio needs the amounts
// of every record in scope.
func (a *Answer) Open(ratio bool) (n int64) {
	for class := 1; class < len(a.Classes); class++ {
		if Class(class).leavesOpen(ratio) {
			n += a.Classes[class]
		}
	}
	return n
}

// Counts returns what the tally holds, as data.
func (t *Tally) Counts() Counts {
	identity, each := t.layout.identify()
	c := Counts{Identity: identity, AsOf: t.layout.asOf, Read: t.read, Skipped: t.skipped, Doubled: t.doubled, Parts: t.parts, Answers: t.Answers(), Fields: t.Fields()}
	for i := range c.Answers {
		c.Answers[i].Identity = each[i]
	}
	return c
}

// Check reports why counts cannot be those of a register: each record has one
// class for each question, and what leaves a question open is lacking somewhere.
func (c *Counter[R]) Check(counts Counts) error {
	l := c.layout
	members := counts.Read - counts.Skipped - counts.Doubled
	if counts.Read < 0 || counts.Read > MostRecords || counts.Skipped < 0 || counts.Skipped > counts.Read || counts.Doubled < 0 || members < 0 {
		return fmt.Errorf("%w: %d records read, %d skipped, %d doubled", ErrImpossible, counts.Read, counts.Skipped, counts.Doubled)
	}
	if !slices.IsSortedFunc(counts.Parts, Part.Compare) || len(slices.Compact(slices.Clone(counts.Parts))) < len(counts.Parts) {
		return fmt.Errorf("%w: parts that are out of order or stand twice", ErrImpossible)
	}
	for _, f := range counts.Fields {
		if f.Unknown < 0 || f.Invalid < 0 || f.Unknown > members-f.Invalid || f.Whole != "" && f.Unknown > 0 {
			return fmt.Errorf("%w: field %s: %d unknown and %d invalid of %d", ErrImpossible, f.Field, f.Unknown, f.Invalid, members)
		}
	}
	for i := range counts.Answers {
		a := &counts.Answers[i]
		at := slices.Index(l.keys, a.Key)
		if at < 0 {
			continue
		}
		if err := l.slots[at].possible(a, counts.Fields, members); err != nil {
			return fmt.Errorf("%w: question %s: %w", ErrImpossible, a.Key, err)
		}
	}
	return nil
}

// possible reports why no register has the counts.
func (s *slot) possible(a *Answer, fields []Lack, members int64) error {
	left := members
	for class, n := range a.Classes {
		if n < 0 || n > left || class == 0 && n > 0 {
			return fmt.Errorf("%d records of class %d, %d are left", n, class, left)
		}
		left -= n
	}
	if left != 0 {
		return fmt.Errorf("%d records are in no class", left)
	}
	ratio := s.sums >= 0
	open := a.Open(ratio)
	var lacking, invalid, invalids int64 // the most that any field has, and all together as far as open
	for i, g := range a.Gaps {
		if slices.ContainsFunc(a.Gaps[:i], func(o Lack) bool { return o.Field == g.Field }) {
			return fmt.Errorf("field %s stands twice", g.Field)
		}
		if !slices.Contains(s.fields, g.Field) || g.Unknown < 0 || g.Invalid < 0 || g.Unknown > open-g.Invalid {
			return fmt.Errorf("field %s is unknown in %d and invalid in %d of %d open records", g.Field, g.Unknown, g.Invalid, open)
		}
		if i := slices.IndexFunc(fields, func(f Lack) bool { return f.Field == g.Field && f.Whole == "" }); i >= 0 && g.Unknown > fields[i].Unknown {
			return fmt.Errorf("field %s is unknown in %d open records, and in %d of all", g.Field, g.Unknown, fields[i].Unknown)
		}
		lacking += min(g.Unknown+g.Invalid, open-lacking)
		invalid = max(invalid, g.Invalid)
		invalids += min(g.Invalid, open-invalids)
	}
	switch {
	case s.tight && lacking < open:
		return fmt.Errorf("%d open records lack %d fields", open, lacking)
	case a.OpenInvalid < invalid || a.OpenInvalid > invalids:
		return fmt.Errorf("%d of %d open records have an invalid field, one field is invalid in %d, all together in %d", a.OpenInvalid, open, invalid, invalids)
	case !ratio && (a.NoWhole != 0 || !a.Of.IsZero() || !a.Per.IsZero() || !a.PerOfUnknown.IsZero()):
		return fmt.Errorf("sums of a question that adds nothing up")
	case !ratio:
		return nil
	case a.NoWhole > open || a.NoWhole < open-a.Classes[NotCounted]:
		return fmt.Errorf("%d of %d open records have no whole, %d are certainly in scope", a.NoWhole, open, a.Classes[NotCounted])
	case a.Classes[Counted] == 0 && !(a.Of.IsZero() && a.Per.IsZero()):
		return fmt.Errorf("sums of %s and %s over no record", a.Of, a.Per)
	case a.NoWhole == open && !a.PerOfUnknown.IsZero():
		return fmt.Errorf("wholes of %s over no record", a.PerOfUnknown)
	}
	return nil
}

// Load returns the tally that counts were, for the counter's questions; they may
// answer others as well. Counts of another date, or without one of the answers,
// give [ErrMismatch] with what is missing; counts that no register has give
// [ErrImpossible].
func (c *Counter[R]) Load(counts Counts) (*Tally, error) {
	if counts.AsOf != c.layout.asOf {
		return nil, fmt.Errorf("%w: the dates are %s and %s", ErrMismatch, c.layout.asOf, counts.AsOf)
	}
	_, each := c.layout.identify()
	answers := make([]Answer, len(c.questions))
	var missing, changed []string
	for i, key := range c.layout.keys {
		at := slices.IndexFunc(counts.Answers, func(a Answer) bool { return a.Key == key && a.Identity == each[i] })
		switch {
		case at >= 0:
			answers[i] = counts.Answers[at]
		case slices.ContainsFunc(counts.Answers, func(a Answer) bool { return a.Key == key }):
			changed = append(changed, key)
		default:
			missing = append(missing, key)
		}
	}
	var wrong []string
	if missing != nil {
		wrong = append(wrong, "no answer to "+strings.Join(missing, ", "))
	}
	if changed != nil {
		wrong = append(wrong, "other figures or conditions, or another version of counting, in "+strings.Join(changed, ", "))
	}
	if wrong != nil {
		return nil, fmt.Errorf("%w: %s", ErrMismatch, strings.Join(wrong, "; "))
	}
	counts.Answers = answers
	if err := c.Check(counts); err != nil {
		return nil, err
	}
	t := c.layout.tally()
	t.read, t.skipped, t.doubled, t.parts = counts.Read, counts.Skipped, counts.Doubled, slices.Clone(counts.Parts)
	for i := range answers {
		t.load(i, &answers[i])
	}
	for i, check := range c.layout.checks {
		at := slices.IndexFunc(counts.Fields, func(l Lack) bool { return l.Field == check.field && l.Whole == check.whole })
		if at >= 0 {
			t.counts[c.layout.quality+2*i], t.counts[c.layout.quality+2*i+1] = counts.Fields[at].Unknown, counts.Fields[at].Invalid
		}
	}
	return t, nil
}

// load puts an answer where answer finds it.
func (t *Tally) load(question int, a *Answer) {
	s := &t.layout.slots[question]
	t.counts[s.offset+openInvalid] = a.OpenInvalid
	copy(t.counts[s.offset+1:s.offset+firstGap], a.Classes[1:])
	for _, g := range a.Gaps {
		at := s.offset + firstGap + 2*slices.Index(s.fields, g.Field)
		t.counts[at], t.counts[at+1] = g.Unknown, g.Invalid
	}
	if s.sums >= 0 {
		t.sums[s.sums+ofSum], t.sums[s.sums+perSum], t.sums[s.sums+perOfUnknown] = a.Of, a.Per, a.PerOfUnknown
		t.counts[s.noWhole()] = a.NoWhole
	}
}
