package rules

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// FieldView is what can be said of a field without knowing its subject: for
// files and forms whose columns are fields.
type FieldView struct {
	Key   string // in files and JSON, such as "training_hours"
	Label bilingual.Text
	Unit  quantity.Unit      // none for a field of words
	Words []indicators.Entry // the closed list of a field of words
}

// TextRow is a row of a file or a form: the texts of its fields by their keys,
// and how many such records it stands for, from 0 to [MaxTextRecords]. A field
// that is left out, or empty, is unknown.
type TextRow struct {
	Fields  map[string]string
	Records int64
}

// MaxTextRecords is the largest number of records that one row of texts stands for.
const MaxTextRecords = 1_000_000_000_000

// Fields returns the fields of the rule's subject in the order of its struct,
// those that the rule does not read included.
func (m Measure[R]) Fields() []FieldView {
	var none R
	var list []FieldView
	for _, f := range none.Subject().Fields() {
		v := FieldView{Key: f.Key(), Label: f.Label(), Unit: f.Unit()}
		if words := f.Vocabulary(); words != nil {
			v.Words = words.Entries()
		}
		list = append(list, v)
	}
	return list
}

// EvaluateTexts judges a register that is given as texts, read as
// [indicators.Field.Parse] reads them. A text that a field cannot read is an
// error and no invalid value, because a file of facts can be mended; an invalid
// value is written "invalid" in a field of words and "invalid: negative", with
// its reason, in one of numbers.
func (m Measure[R]) EvaluateTexts(asOf quantity.Date, rows []TextRow) (result verdict.Result, err error) {
	if m.of == nil {
		return verdict.Result{}, ErrZero
	}
	if err := checkDate(asOf); err != nil {
		return verdict.Result{}, err
	}
	records, err := m.parse(rows)
	if err != nil {
		return verdict.Result{}, err
	}
	b, err := m.of.on(asOf)
	if err != nil {
		return verdict.Result{}, err
	}
	t := b.layout.tally()
	at := 0
	defer func() {
		if v := recover(); v != nil {
			result, err = verdict.Result{}, &MappingError{int64(at), v} // an own function panicked
		}
	}()
	for at = range records {
		b.addMany(m.of.subject, &records[at], rows[at].Records, t)
	}
	result = m.of.blank(asOf, b.asked[0].bound)
	m.of.judge(&result, b.asked, t, 0)
	return result, nil
}

// parse reads all rows, and reports all that cannot be read.
func (m Measure[R]) parse(rows []TextRow) ([]R, error) {
	records := make([]R, len(rows))
	most := func(n int64) error {
		if n < 0 || n > MaxTextRecords {
			return fmt.Errorf("%d records, want 0 to %d", n, int64(MaxTextRecords))
		}
		return nil
	}
	return records, readTexts(rows, most, func(i int, key, text string) error {
		f, ok := m.of.subject.Field(key)
		if !ok {
			return fmt.Errorf("subject %s has no field %q", m.SubjectKey(), key)
		}
		return f.Parse(&records[i], text)
	})
}

// readTexts checks how many records each row stands for, hands on its texts in
// the order of their keys, and reports all that was refused.
func readTexts(rows []TextRow, records func(int64) error, set func(row int, key, text string) error) error {
	var errs []error
	for i, row := range rows {
		fail := func(err error) {
			if err != nil {
				errs = append(errs, fmt.Errorf("rules: row %d: %w", i+1, err))
			}
		}
		fail(records(row.Records))
		for _, key := range slices.Sorted(maps.Keys(row.Fields)) {
			fail(set(i, key, row.Fields[key]))
		}
	}
	return errors.Join(errs...)
}

// addMany counts n records like one.
func (b *binding[R]) addMany(s *indicators.Subject[R], r *R, n int64, t *tally) {
	t.read += n
	if s.Skipped(r) {
		t.skipped += n
		return
	}
	var classes [maxAxes]uint8
	var places [maxPlaces]uint32
	b.axes.ClassesOf(r, classes[:])
	for k := range b.asked {
		a := &b.asked[k]
		class := a.decision.Class(classes[:])
		t.count(a.places(class, classes[:], places[:0]), n)
		if a.slot.sums < 0 || class != indicators.Counted {
			continue
		}
		for at, amount := range a.amounts(s, r) {
			t.sums[at], _ = t.sums[at].AddCarry(times(amount, n))
		}
	}
}

// times adds an amount to itself so many times, by doubling.
func times(w quantity.Wide, n int64) quantity.Wide {
	var product quantity.Wide
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			product, _ = product.AddCarry(w)
		}
		w, _ = w.AddCarry(w)
	}
	return product
}
