package indicators

import (
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Indicator is what a rule measures: a [Share], a [Duty], a [Ratio], a [Count] or a
// [Difference].
type Indicator[R any] interface {
	// Question returns what the indicator asks about each record.
	Question() Question[R]
	// Form returns which of them it is.
	Form() Form
}

// Question is what one rule asks about a record: is it in scope, is it counted.
type Question[R any] struct{ Among, Counted Condition[R] }

// Fields returns the fields that the question reads, each once.
func (q Question[R]) Fields() []*Field[R] {
	return join(andCondition, []Condition[R]{q.Among, q.Counted}).Reads()
}

// Form is the kind of an indicator. The zero value is not set.
type Form uint8

// The forms.
const (
	_ Form = iota
	ShareForm
	DutyForm
	RatioForm
	CountForm
	EvidenceForm // no indicator: documents and events answer
	DifferenceForm
)

var forms = bilingual.List[Form]{Of: "indicators: form", First: ShareForm, Terms: []bilingual.Term{{Key: "share", Text: bilingual.Text{ZH: "占比", EN: "share"}},
	{Key: "duty", Text: bilingual.Text{ZH: "逐项要求", EN: "duty on each record"}},
	{Key: "ratio", Text: bilingual.Text{ZH: "比率", EN: "ratio"}},
	{Key: "count", Text: bilingual.Text{ZH: "数量", EN: "count"}},
	{Key: "evidence", Text: bilingual.Text{ZH: "佐证", EN: "evidence"}},
	{Key: "difference", Text: bilingual.Text{ZH: "差异系数", EN: "coefficient of difference"}}}}

// String returns the form's key, such as "share".
func (f Form) String() string { return forms.Key(f) }

// In returns the form in words.
func (f Form) In(l bilingual.Language) string { return forms.In(f, l) }

// Share is the part of the records in scope that are counted.
//
// Formula: counted ÷ in scope. Unit and range: per cent, 0 to 100.
type Share[R any] struct {
	Among   Condition[R] // the scope; every record if left out
	Counted Condition[R]
}

// Duty is what each record in scope must satisfy.
//
// Formula: records that satisfy it ÷ records in scope. Unit and range: per
// cent, 0 to 100; the plan demands 100 unless it says otherwise.
type Duty[R any] struct {
	Among Condition[R] // whom it binds; every record if left out
	Must  Condition[R]
}

// Ratio divides one sum of reported figures by another, over the records in scope.
//
// Formula: sum of Of ÷ sum of Per. Unit and range: that of the threshold; a
// gross enrolment ratio may exceed 100 per cent.
type Ratio[R any] struct {
	Among Condition[R] // the scope; every record if left out
	Of    Sum[R]
	Per   Sum[R]
	// Parts of the scope, such as levels, each of which must have its figure: without
	// one of them the others are no figure of the whole.
	Parts []Condition[R]
}

// Difference is how far units, such as the schools of a county, differ in a ratio. A unit is
// a group of a pass: rows are judged by group, and the total has the coefficient.
//
// Formula: the coefficient of difference of Of ÷ Per between the units, weighted by Weight;
// see package difference. Unit and range: a coefficient, from nought.
type Difference[R any] struct {
	Among  Condition[R] // the scope; every record if left out
	Of     Sum[R]       // what a unit has, such as teachers
	Per    Sum[R]       // the heads that it is divided by
	Weight Sum[R]       // how much a unit weighs; Per if left out
	Alike  bool         // units weigh all alike, about the mean of their values: a reading, and not the national one
}

// Ratio is that of each unit.
func (d Difference[R]) Ratio() Ratio[R] { return Ratio[R]{Among: d.Among, Of: d.Of, Per: d.Per} }

// Count is the number of records that are counted.
//
// Formula: number of records in scope that satisfy Counted. Unit: that of the
// subject.
type Count[R any] struct {
	Among   Condition[R] // the scope; every record if left out
	Counted Condition[R]
}

// Sum adds up fields of a record, each times a weight.
type Sum[R any] struct {
	Unit  quantity.Unit // of the sum
	Terms []Weighted[R]
}

// Weighted is a field with a weight; a zero Weight counts the field once.
type Weighted[R any] struct {
	Field  Number[R]
	Weight Figure
}

// SumOf adds up fields of one unit.
func SumOf[R any](fields ...Number[R]) Sum[R] {
	s := Sum[R]{}
	for _, f := range fields {
		s.Terms = append(s.Terms, Weighted[R]{Field: f})
		if f.Field != nil {
			s.Unit = f.unit
		}
	}
	return s
}

// Times weighs a field.
func (n Number[R]) Times(weight Figure) Weighted[R] { return Weighted[R]{n, weight} }

// WeightedSum adds up weighted fields to a unit of its own, such as person-years.
func WeightedSum[R any](unit quantity.Unit, terms ...Weighted[R]) Sum[R] {
	return Sum[R]{unit, terms}
}

// IsZero reports whether the weight is left out.
func (f Figure) IsZero() bool { return f == Figure{} }

// Question asks whether a record is in scope and counted.
func (s Share[R]) Question() Question[R] { return Question[R](s) }

// Question asks whether a record is bound and satisfies the duty.
func (d Duty[R]) Question() Question[R] { return Question[R]{d.Among, d.Must} }

// Question asks whether a record is in scope and counted.
func (c Count[R]) Question() Question[R] { return Question[R](c) }

// Question asks whether a record is in scope and has all its amounts.
func (r Ratio[R]) Question() Question[R] {
	var recorded []Condition[R]
	for _, s := range []Sum[R]{r.Of, r.Per} {
		for _, t := range s.Terms {
			if t.Field.Field != nil {
				recorded = append(recorded, t.Field.Recorded())
			}
		}
	}
	return Question[R]{r.Among, And(recorded...)}
}

// Form returns ShareForm.
func (Share[R]) Form() Form { return ShareForm }

// Form returns DutyForm.
func (Duty[R]) Form() Form { return DutyForm }

// Form returns RatioForm.
func (Ratio[R]) Form() Form { return RatioForm }

// Question asks whether a record is in scope and has all its amounts.
func (d Difference[R]) Question() Question[R] {
	r := d.Ratio()
	r.Of.Terms = append(append([]Weighted[R](nil), r.Of.Terms...), d.Weight.Terms...)
	return r.Question()
}

// Form returns DifferenceForm.
func (Difference[R]) Form() Form { return DifferenceForm }

// Form returns CountForm.
func (Count[R]) Form() Form { return CountForm }
