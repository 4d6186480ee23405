package indicators

import (
	"errors"
	"fmt"
	"slices"
	"sync"

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

// Row is embedded in every subject's struct. It says what the record is for the register: a
// member as a rule, and one.
type Row struct {
	marks uint8 // stands first, where it is looked at for many records together
	times int64 // records that a weighted row stands for
}

const (
	isSkipped = 1 << iota
	isWeighted
)

// MostTimes is the largest number of records that one row stands for.
const MostTimes = 1_000_000_000_000

// Skip marks a row that is no member at all, a cook in the staff table: it is
// read and counted apart, and is in no rule's scope.
func (r *Row) Skip() { r.marks |= isSkipped }

// Total returns which records are totals of which.
func (s *Subject[R]) Total() Total[R] { return s.total }

// Skipped reports whether the row was marked.
func (r *Row) Skipped() bool { return r.marks&isSkipped != 0 }

// Stand says that the row stands for n records that are all alike, from 0 to [MostTimes]:
// a table of teachers by level of education. What is said of the row, a finding or a fault,
// is said once. Another number is no register's, and panics.
func (r *Row) Stand(n int64) {
	if n < 0 || n > MostTimes {
		panic(fmt.Sprintf("indicators: a row stands for %d records, want 0 to %d", n, int64(MostTimes)))
	}
	r.marks, r.times = r.marks&^isWeighted, 0
	if n != 1 {
		r.marks, r.times = r.marks|isWeighted, n
	}
}

// Stands returns how many records the row stands for, 1 unless it says otherwise.
func (r *Row) Stands() int64 {
	if r.marks&isWeighted == 0 {
		return 1
	}
	return r.times
}

// row is found in every record that embeds Row, however deep.
func (r *Row) row() *Row { return r }

func rowOf[R any](r *R) *Row {
	if m, ok := any(r).(interface{ row() *Row }); ok {
		return m.row()
	}
	return nil
}

// Subject describes a kind of record. Its fields are those that were described
// with it.
type Subject[R any] struct {
	key   string
	label bilingual.Text
	unit  quantity.Unit
	rowAt memory.Offset[R]

	fields []*Field[R]
	once   sync.Once // when it is first used; what follows is found then
	used   bool
	total  Total[R]
	parts  []Part[R]
	sums   []*Field[R] // the fields that are sums of others
	err    error
	placed sync.Once // when its records are first counted; the fields' places are found then
}

// Part says that one field is a part of another: practice hours of digital
// hours. A record whose part is larger than its whole has both invalid.
type Part[R any] struct{ Part, Whole Number[R] }

// Total says which records are totals of others, such as the row of a whole city beside
// those of its counties. Who adds up both counts everything twice.
type Total[R any] struct{ Whole, Parts Condition[R] }

// IsZero reports whether no record of the subject is a total.
func (t Total[R]) IsZero() bool { return t.Whole.IsZero() }

// NewSubject describes a kind of record by its key in files and JSON, such as
// "teacher", its name for people, and what records are counted in. [NewCategory]
// and [NewNumber] add its fields, all before it is first used: as variables of the
// package that declares the record. What is wrong with a description is reported
// by the rules that use it.
func NewSubject[R any](key string, label bilingual.Text, unit quantity.Unit) *Subject[R] {
	return &Subject[R]{key: key, label: label, unit: unit, rowAt: memory.OffsetOf(rowOf[R], make([]R, 1))}
}

// add gives a subject a field. Once the subject has been used that is too late:
// whoever used it has missed the field.
func (s *Subject[R]) add(f *Field[R]) *Field[R] {
	if s == nil {
		s = &Subject[R]{} // a rule finds that the field is of no subject
	}
	f.subject = s
	if s.used {
		f.late()
		return f
	}
	s.fields = append(s.fields, f)
	return f
}

// prepare finds, once, all that importing should not cost.
func (s *Subject[R]) prepare() { s.once.Do(s.find) }

// locate finds, once, the places of the fields.
func (s *Subject[R]) locate() {
	s.prepare()
	s.placed.Do(func() { findPlaces(s.fields) })
}

func (s *Subject[R]) find() {
	s.used = true
	fault := func(format string, about ...any) {
		s.err = errors.Join(s.err, fmt.Errorf("indicators: subject %s: "+format, append([]any{s.key}, about...)...))
	}
	if _, err := quantity.ParseUnit(s.unit.String()); err != nil || s.key == "" || !s.label.Complete() {
		s.err = fmt.Errorf("indicators: subject %q: key, label and unit are wanted", s.key)
	}
	if _, ok := any((*R)(nil)).(interface{ row() *Row }); !ok {
		fault("its record does not embed indicators.Row")
	}
	inOrder(s.fields)
	keys := map[string]bool{}
	for _, f := range s.fields {
		if f.err = errors.Join(f.err, f.held.fault(f)); f.err != nil {
			s.err = errors.Join(s.err, f.err)
		}
		if keys[f.key] {
			fault("field %s stands twice", f.key)
		}
		keys[f.key] = true
	}
	for _, part := range s.fields {
		if part.sum != nil {
			s.sums = append(s.sums, part)
			if len(part.sum) < 2 || slices.Contains(part.sum, nil) {
				fault("%s is the sum of at least two described fields", part.key)
			}
		}
		for _, whole := range part.wholes {
			switch {
			case !slices.Contains(s.fields, whole):
				fault("the whole of %s must be among its fields", part.key)
			case part.unit.Scale() != whole.unit.Scale():
				fault("part %s is measured in %s, whole %s in %s", part.key, part.unit, whole.key, whole.unit)
			default:
				s.parts = append(s.parts, Part[R]{Number[R]{part}, Number[R]{whole}})
			}
		}
	}
}

// Key returns the subject's name in files, such as "teacher".
func (s *Subject[R]) Key() string { return s.key }

// Label returns the subject's name for people.
func (s *Subject[R]) Label() bilingual.Text { return s.label }

// Unit returns what records are counted in: teachers, schools.
func (s *Subject[R]) Unit() quantity.Unit { return s.unit }

// Fields returns the fields in the order of the struct; those that a record
// holds elsewhere come last.
func (s *Subject[R]) Fields() []*Field[R] {
	s.prepare()
	return slices.Clone(s.fields)
}

// Field returns a field by its key.
func (s *Subject[R]) Field(key string) (*Field[R], bool) {
	s.prepare()
	for _, f := range s.fields {
		if f.key == key {
			return f, true
		}
	}
	return nil, false
}

// Parts returns which fields are parts of which.
func (s *Subject[R]) Parts() []Part[R] {
	s.prepare()
	return slices.Clone(s.parts)
}

// Skipped reports whether a record is marked as no member.
func (s *Subject[R]) Skipped(r *R) bool {
	if s.rowAt.Known() {
		return s.rowAt.Word(r)&isSkipped != 0
	}
	row := rowOf(r)
	return row != nil && row.Skipped()
}

// Stands returns how many records a row stands for.
func (s *Subject[R]) Stands(r *R) int64 {
	if s.rowAt.Known() && s.rowAt.Word(r) == 0 {
		return 1
	}
	if row := rowOf(r); row != nil {
		return row.Stands()
	}
	return 1
}

// Marked reports whether any of some records may be marked as no member, or as several.
func (s *Subject[R]) Marked(records []R) bool {
	if !s.rowAt.Known() {
		return true
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
	s.prepare()
	return s.err
}

// Has reports whether a field is one of the subject's.
func (s *Subject[R]) Has(f *Field[R]) bool { return s.index(f) >= 0 }

// PartsAmong returns the parts that stand with their wholes in a list of fields.
func (s *Subject[R]) PartsAmong(fields []*Field[R]) (list []Part[R]) {
	s.prepare()
	for _, p := range s.parts {
		if slices.Contains(fields, p.Part.Field) && slices.Contains(fields, p.Whole.Field) {
			list = append(list, p)
		}
	}
	return list
}

func (s *Subject[R]) index(f *Field[R]) int {
	s.prepare()
	return slices.Index(s.fields, f)
}
