package count

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Profiles are questions that are counted together by whoever counts records elsewhere, in
// a database say: what the questions tell apart of a record is a number, its profile, and
// how many records have which profile is all that the answers need. The number is written
// in digits, as a time is in hours, minutes and seconds: the first digit counts ones, the
// second counts as many as the first has values, and so on.
type Profiles[R indicators.Record[R]] struct {
	Questions []string               // their keys
	Digits    []Digit[R]             // the lowest first
	Amounts   []*indicators.Field[R] // the fields whose sums [Profiles.Add] wants
	Size      uint64                 // how many profiles are possible
	counter   *Counter[R]
	table     *table
}

// Digit is one thing that a profile tells of a record: the bin of a field's value, the
// answer to a comparison of fields, or whether a part is larger than its whole. It is one of
// the three, and the others are left out.
type Digit[R indicators.Record[R]] struct {
	Base int // how many values the digit has, from 0

	// Field is in bins: 0 where the value is unknown, Base-1 where it is invalid.
	Field *indicators.Field[R]
	Words [][]uint8       // of words: the values in each bin from 1 on
	Cuts  []quantity.Code // of numbers: the lowest in each bin from 2 on

	// Compared compares fields of which one is no share of a figure: 0 unknown, 1 no, 2 yes.
	// It is unknown where a field is not known, and where a quotient is divided by nought.
	Compared indicators.Element[R]

	// Part is 1 where both are known and the part is larger than its whole, else 0.
	Part indicators.Part[R]
}

// mostKinds is how many profiles a whole number of any database tells apart.
const mostKinds = 1 << 62

// ProfilesAtATime is how many profiles of a record [Counter.Profiles] takes for as good as
// one: a query of a database groups by at most nine, the least that any of them allows.
const ProfilesAtATime = 9

// Profiles returns all questions, shared out so that the profiles are few. A question that
// asks a function of the caller's is an error that names it: nobody else can answer it. So
// is one that tells more than 2^62 kinds of records apart.
func (c *Counter[R]) Profiles() ([]Profiles[R], error) {
	tabled, untabled := shareOut(c.questions, ProfilesAtATime)
	var list []Profiles[R]
	for _, t := range c.newTables(slices.Concat(tabled, untabled), make([]bool, len(c.checks))) {
		p := Profiles[R]{counter: c, table: t, Size: 1}
		for _, number := range t.questions {
			q := c.questions[number]
			p.Questions = append(p.Questions, q.Key)
			for _, term := range slices.Concat(q.of, q.per) {
				if !slices.Contains(p.Amounts, term.field) {
					p.Amounts = append(p.Amounts, term.field)
				}
			}
		}
		for i := range t.tells {
			d, err := c.digit(&t.tells[i])
			if err != nil {
				return nil, fmt.Errorf("count: questions %q: %w", p.Questions, err)
			}
			if p.Size > mostKinds/uint64(d.Base) {
				return nil, fmt.Errorf("count: questions %q: they tell more than 2^62 kinds of records apart", p.Questions)
			}
			p.Size *= uint64(d.Base)
			p.Digits = append(p.Digits, d)
		}
		list = append(list, p)
	}
	return list, nil
}

// digit describes an attribute.
func (c *Counter[R]) digit(b *bins) (Digit[R], error) {
	d, a := Digit[R]{Base: b.size}, &c.list[b.attribute]
	switch a.kind {
	case words:
		d.Field, d.Words = a.field.field, make([][]uint8, b.size-2)
		for v := 1; v <= b.values; v++ {
			word := uint8(v)
			if b.other && v == b.values {
				word = indicators.OtherWord
			}
			bin := b.of[v]
			d.Words[bin] = append(d.Words[bin], word)
		}
	case number:
		d.Field, d.Cuts = a.field.field, slices.Clone(b.cuts)
	case contradiction:
		at := slices.IndexFunc(c.checks, func(k check[R]) bool { return k.attribute == b.attribute })
		d.Part = indicators.Part[R]{Part: indicators.Number[R]{Field: c.checks[at].Field}, Whole: indicators.Number[R]{Field: c.checks[at].Whole}}
	default:
		at := slices.IndexFunc(c.compared, func(by comparedBy[R]) bool { return by.attribute == b.attribute })
		d.Compared = c.compared[at].condition.Element()
		if f := d.Compared.Function; f != nil {
			return d, fmt.Errorf("the function %q of the caller's cannot be asked elsewhere", f.Name.EN)
		}
	}
	return d, nil
}

// Class returns what a record of a profile may be for a question, by its place among the
// questions.
func (p *Profiles[R]) Class(question int, profile uint64) Class {
	var bins []uint8
	p.table.binsAt(profile, &bins)
	return p.table.decisions[question].class(bins)
}

// Add counts n records of a profile into a tally of the counter, with the sums of the
// amounts over them, in the steps of their units. Each record is to be added once to each
// of the counter's profiles, and be noted by [Tally.AddRead]. A profile or sums that cannot
// be are [ErrImpossible].
func (p *Profiles[R]) Add(t *Tally, profile uint64, n int64, sums ...quantity.Wide) error {
	switch {
	case t == nil || p.table == nil || t.layout != p.counter.layout:
		return ErrMismatch
	case profile >= p.Size || n < 0 || len(sums) != len(p.Amounts):
		return fmt.Errorf("%w: %d records of profile %d of %d, with %d sums of %d amounts", ErrImpossible, n, profile, p.Size, len(sums), len(p.Amounts))
	}
	var bins []uint8
	var e effects[R]
	p.table.binsAt(profile, &bins)
	p.counter.workOut(p.table, bins, &e)
	for _, at := range e.places {
		if n > MostRecords || t.at(int(at)) > MostRecords-n {
			return ErrTooMany
		}
	}
	t.widen()
	t.add(e.places, n)
	for _, a := range e.sums {
		for _, term := range a.terms {
			amount, fits := sums[slices.Index(p.Amounts, term.field)].Times(term.weight)
			sum, carry := t.sums[a.at].AddCarry(amount)
			t.sums[a.at] = sum
			t.overflowed = t.overflowed || carry != 0 || !fits
		}
	}
	return t.Err()
}

// AddRead notes that so many records were read, and how many of them were skipped, of which
// [Profiles.Add] knows nothing.
func (t *Tally) AddRead(read, skipped int64) error {
	if skipped < 0 || read < skipped {
		return fmt.Errorf("%w: %d records read, %d skipped", ErrImpossible, read, skipped)
	}
	if read > MostRecords || t.read > MostRecords-read {
		return ErrTooMany
	}
	t.read, t.skipped = t.read+read, t.skipped+skipped
	return nil
}

// Only returns the counter of one of the questions, by its number.
func (c *Counter[R]) Only(question int) (*Counter[R], error) {
	return New(c.layout.asOf, *c.questions[question].Question)
}

// Flagged returns the keys of the questions that are flagged.
func (c *Counter[R]) Flagged() []string {
	keys := make([]string, len(c.flagged))
	for i, q := range c.flagged {
		keys[i] = c.layout.keys[q]
	}
	return keys
}

// Told says what a value of the digit tells of a record, in the keys of fields and terms and
// the steps of numbers, such as "education master or doctor".
func (d *Digit[R]) Told(value int) string {
	switch {
	case d.Field != nil && value == 0:
		return d.Field.Key() + " unknown"
	case d.Field != nil && value == d.Base-1:
		return d.Field.Key() + " invalid"
	case d.Words != nil:
		return d.Field.Key() + " " + strings.Join(d.keys(value-1), " or ")
	case d.Field != nil:
		return d.Field.Key() + d.between(value)
	case d.Part.Part.Field != nil:
		return d.Part.Part.Key() + [...]string{" not above ", " above "}[value&1] + d.Part.Whole.Key()
	}
	quotient := func(fields []*indicators.Field[R]) string {
		keys := make([]string, len(fields))
		for i, f := range fields {
			keys[i] = f.Key()
		}
		return strings.Join(keys, "/")
	}
	return fmt.Sprintf("%s %s %s of %s: %s", quotient(d.Compared.Of), d.Compared.Compare, d.Compared.Amount, quotient(d.Compared.Than), [...]string{"unknown", "no", "yes"}[value%3])
}

// keys returns those of the terms in a bin.
func (d *Digit[R]) keys(bin int) (list []string) {
	for _, word := range d.Words[bin] {
		list = append(list, d.Field.Vocabulary().Key(word))
	}
	return list
}

// between says between which steps the numbers of a bin are.
func (d *Digit[R]) between(bin int) string {
	switch {
	case len(d.Cuts) == 0:
		return " known"
	case bin == 1:
		return fmt.Sprintf(" below %d", d.Cuts[0].Steps())
	case bin > len(d.Cuts):
		return fmt.Sprintf(" from %d", d.Cuts[bin-2].Steps())
	}
	return fmt.Sprintf(" from %d and below %d", d.Cuts[bin-2].Steps(), d.Cuts[bin-1].Steps())
}
