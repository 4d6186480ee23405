package rules

import (
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// TextRow is a row of a file or a form: the texts of its fields by their keys,
// and how many such records it stands for, from 0 to [MaxTextRecords]. A field
// that is left out, or empty, is unknown.
type TextRow struct {
	Fields  map[string]string
	Records int64
}

// MaxTextRecords is the largest number of records that one row of texts stands for.
const MaxTextRecords = indicators.MostTimes

// ParsedRows are rows of texts that have been read. Every rule on their subject
// judges them, on any date and as often as wanted, without reading them again.
// They do not change, and are safe for concurrent use. The zero value is of no
// subject.
type ParsedRows struct {
	subject string
	records any // of one type: []R, or []verdict.Evidence
	texts   []TextRow
}

// SubjectKey names the subject whose records the rows are, such as "teacher".
func (p ParsedRows) SubjectKey() string { return p.subject }

// Texts returns the rows as they were before they were read. They are shared
// and must not be written to.
func (p ParsedRows) Texts() []TextRow { return p.texts }

// wrongSubject is the error of rows that are judged by a rule on other records.
func (p ParsedRows) wrongSubject(v View) error {
	if p.records == nil {
		return ErrZero
	}
	return fmt.Errorf("rules: rule %s is on the subject %s, the rows on the subject %s", v.ID(), v.SubjectKey(), p.subject)
}

// Fields returns the fields of the rule's subject in the order of its struct,
// those that the rule does not read included.
func (m Measure[R]) Fields() []indicators.FieldView {
	var none R
	return none.Subject().FieldViews()
}

// EvaluateTexts judges a register that is given as texts: it is Parse and
// EvaluateParsed.
func (m Measure[R]) EvaluateTexts(asOf quantity.Date, rows []TextRow) (verdict.Result, error) {
	p, err := m.Parse(rows)
	if err != nil {
		return verdict.Result{}, err
	}
	return m.EvaluateParsed(asOf, p)
}

// EvaluateParsed judges a register that was read from texts. One of another
// subject is an error.
func (m Measure[R]) EvaluateParsed(asOf quantity.Date, p ParsedRows) (result verdict.Result, err error) {
	if m.of == nil {
		return verdict.Result{}, ErrZero
	}
	records, ok := p.records.([]R)
	if !ok {
		return verdict.Result{}, p.wrongSubject(m)
	}
	if err := checkDate(asOf); err != nil {
		return verdict.Result{}, err
	}
	r, err := m.of.on(asOf)
	if err != nil {
		return verdict.Result{}, err
	}
	t := r.counter.Tally()
	for i := range records {
		if err := add(r.counter, t, int64(i), &records[i], p.texts[i].Records); err != nil {
			return verdict.Result{}, err
		}
	}
	m.of.judgeTally(&result, asOf, r, t)
	return result, nil
}

// Parse reads a register that is given as texts, one row of which stands for
// one or many records; see [ParseRows].
func (m Measure[R]) Parse(rows []TextRow) (ParsedRows, error) {
	if m.of == nil {
		return ParsedRows{}, ErrZero
	}
	return ParseRows[R](rows)
}

// ParseRows reads the records of a subject from texts, as
// [indicators.Field.Parse] reads them, and reports all that it cannot read. A
// text that a field cannot read is an error and no invalid value, because a
// file of facts can be mended; an invalid value is written "invalid" in a field
// of words and "invalid: negative", with its reason, in one of numbers. Rows
// that stand for more than 2^62 records together are an error.
func ParseRows[R indicators.Record[R]](rows []TextRow) (ParsedRows, error) {
	var none R
	s := none.Subject()
	if err := s.Err(); err != nil {
		return ParsedRows{}, err
	}
	records := make([]R, len(rows))
	most := func(n int64) error {
		if n < 0 || n > MaxTextRecords {
			return fmt.Errorf("%d records, want 0 to %d", n, int64(MaxTextRecords))
		}
		return nil
	}
	if err := readTexts(rows, most, func(i int, key, text string) error {
		f, ok := s.Field(key)
		if !ok {
			return fmt.Errorf("subject %s has no field %q", s.Key(), key)
		}
		return f.Parse(&records[i], text)
	}); err != nil {
		return ParsedRows{}, err
	}
	return ParsedRows{s.Key(), records, slices.Clone(rows)}, nil
}

// readTexts checks how many records each row and all rows stand for, hands on
// the texts of a row in the order of their keys, and reports all that was refused.
func readTexts(rows []TextRow, records func(int64) error, set func(row int, key, text string) error) error {
	var errs []error
	var keys []string
	total, full := int64(0), false
	for i, row := range rows {
		fail := func(err error) {
			if err != nil {
				errs = append(errs, fmt.Errorf("rules: row %d: %w", i+1, err))
			}
		}
		err := records(row.Records)
		switch {
		case err != nil || full:
		case row.Records > count.MostRecords-total:
			full = true
			err = fmt.Errorf("with it there are more than %d records", int64(count.MostRecords))
		default:
			total += row.Records
		}
		fail(err)
		keys = keys[:0]
		for key := range row.Fields {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			fail(set(i, key, row.Fields[key]))
		}
	}
	return errors.Join(errs...)
}
