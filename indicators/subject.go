package indicators

import (
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/internal/memory"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a subject's struct: a teacher, a pupil, a school. It describes
// itself with its method Subject, so that rules over teachers handed a class
// do not compile.
type Record[R any] interface {
	Subject() *Subject[R]
}

// Row is embedded in every subject's struct.
type Row struct{ skipped bool }

// Skip marks a row that is no member at all, a cook in the staff table: it is
// read and counted apart, and is in no rule's scope.
func (r *Row) Skip() { r.skipped = true }

// Skipped reports whether the row was marked.
func (r *Row) Skipped() bool { return r.skipped }

// Subject describes a kind of record.
type Subject[R any] struct {
	key    string
	label  bilingual.Text
	unit   quantity.Unit
	fields []*Field[R]
	parts  []Part[R]
	row    func(*R) *Row
	rowAt  memory.Offset[R]
	err    error
}

// Part says that one field is a part of another: practice hours of digital
// hours. A record whose part is larger than its whole has both invalid.
type Part[R any] struct{ Part, Whole Number[R] }

// Description is what [NewSubject] is made from.
type Description[R any] struct {
	Key    string // in files and JSON, such as "teacher"
	Label  bilingual.Text
	Unit   quantity.Unit // what records are counted in
	Fields []*Field[R]   // in the order of the struct
	Parts  []Part[R]
	Row    func(*R) *Row // where the struct embeds Row
}

// NewSubject describes a kind of record. What is wrong with a description is
// reported by the rules that use it.
func NewSubject[R any](d Description[R]) *Subject[R] {
	s := &Subject[R]{key: d.Key, label: d.Label, unit: d.Unit, parts: slices.Clone(d.Parts), row: d.Row, rowAt: memory.OffsetOf(d.Row)}
	fault := func(format string, about ...any) {
		s.err = errors.Join(s.err, fmt.Errorf("indicators: subject %s: "+format, append([]any{d.Key}, about...)...))
	}
	if _, err := quantity.ParseUnit(d.Unit.String()); err != nil || d.Key == "" || !d.Label.Complete() || d.Row == nil {
		s.err = fmt.Errorf("indicators: subject %q: key, label, unit and row are wanted", d.Key)
	}
	for _, f := range d.Fields {
		if f == nil {
			fault("a field is not described")
			continue
		}
		if f.err != nil {
			s.err = errors.Join(s.err, f.err)
		}
		if _, twice := s.Field(f.key); twice {
			fault("field %s stands twice", f.key)
		}
		s.fields = append(s.fields, f)
	}
	for _, p := range d.Parts {
		part, whole := p.Part.Field, p.Whole.Field
		switch {
		case s.index(part) < 0 || s.index(whole) < 0:
			fault("part and whole must be among its fields")
		case part.unit.Scale() != whole.unit.Scale():
			fault("part %s is measured in %s, whole %s in %s", part.key, part.unit, whole.key, whole.unit)
		}
	}
	return s
}

// Key returns the subject's name in files, such as "teacher".
func (s *Subject[R]) Key() string { return s.key }

// Label returns the subject's name for people.
func (s *Subject[R]) Label() bilingual.Text { return s.label }

// Unit returns what records are counted in: teachers, schools.
func (s *Subject[R]) Unit() quantity.Unit { return s.unit }

// Fields returns the fields in the order of the struct.
func (s *Subject[R]) Fields() []*Field[R] { return append([]*Field[R](nil), s.fields...) }

// Field returns a field by its key.
func (s *Subject[R]) Field(key string) (*Field[R], bool) {
	for _, f := range s.fields {
		if f.key == key {
			return f, true
		}
	}
	return nil, false
}

// Skipped reports whether a record is marked as no member.
func (s *Subject[R]) Skipped(r *R) bool {
	if s.rowAt.Known() {
		return s.rowAt.Word(r) != 0
	}
	return s.row != nil && s.row(r).skipped
}

// MaySkip reports whether any of some records may be marked as no member.
func (s *Subject[R]) MaySkip(records []R) bool {
	if !s.rowAt.Known() {
		return s.row != nil
	}
	var any uint8
	for k := range records {
		any |= s.rowAt.Word(&records[k])
	}
	return any != 0
}

// Err returns what is wrong with the description.
func (s *Subject[R]) Err() error {
	if s == nil {
		return fmt.Errorf("indicators: no subject")
	}
	return s.err
}

// Has reports whether a field is one of the subject's.
func (s *Subject[R]) Has(f *Field[R]) bool { return s.index(f) >= 0 }

// Parts returns which fields are parts of which.
func (s *Subject[R]) Parts() []Part[R] { return slices.Clone(s.parts) }

// PartsAmong returns the parts that stand with their wholes in a list of fields.
func (s *Subject[R]) PartsAmong(fields []*Field[R]) (list []Part[R]) {
	for _, p := range s.parts {
		if slices.Contains(fields, p.Part.Field) && slices.Contains(fields, p.Whole.Field) {
			list = append(list, p)
		}
	}
	return list
}

func (s *Subject[R]) index(f *Field[R]) int {
	for i := range s.fields {
		if s.fields[i] == f {
			return i
		}
	}
	return -1
}
