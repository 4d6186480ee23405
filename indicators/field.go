package indicators

import (
	"encoding"
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/internal/memory"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Field describes one field of a subject R: its name, its labels, its unit and
// how to read and set it. Each field is described once; from the description
// come data needs, error texts, files of facts and test cases. A field that was
// never described, as that of a zero [Number], has no name, is unknown in every
// record and reads no text; a rule that is made of it is refused.
type Field[R any] struct {
	key   string
	label bilingual.Text
	unit  quantity.Unit // NoUnit for a field of words
	words *Vocabulary   // nil for a field of numbers
	held  held[R]

	subject *Subject[R]
	wholes  []*Field[R]
	sum     []*Field[R]      // the parts that add up to it
	err     error            // found with the subject's first use
	at      memory.Offset[R] // where it can be read without code, or nowhere; found when records are first counted
}

// held is how a record holds a field.
type held[R any] interface {
	code(*Field[R], *R) quantity.Code
	text(*Field[R], *R, bilingual.Language) string
	set(*Field[R], *R, string) error
	copy(to, from *R)
	value(r *R) any
	fault(*Field[R]) error
	place([]R) memory.Offset[R]
	plain() bool // whether what stands in its place can be read as it is
}

// Key returns the field's name in files and JSON, such as "training_hours".
func (f *Field[R]) Key() string {
	if f == nil {
		return ""
	}
	return f.key
}

// Label returns the field's name for people.
func (f *Field[R]) Label() bilingual.Text {
	if f == nil {
		return bilingual.Text{}
	}
	return f.label
}

// Unit returns what the field counts or measures; a field of words has none.
func (f *Field[R]) Unit() quantity.Unit {
	if f == nil {
		return quantity.NoUnit
	}
	return f.unit
}

// Vocabulary returns the closed list of a field of words, else nil.
func (f *Field[R]) Vocabulary() *Vocabulary {
	if f == nil {
		return nil
	}
	return f.words
}

// Code returns the ordered form of the field's value.
func (f *Field[R]) Code(r *R) quantity.Code {
	if !f.isDescribed() {
		return 0
	}
	return f.held.code(f, r)
}

func (f *Field[R]) isDescribed() bool { return f != nil && f.held != nil }

// Offset returns where the field can be read without its description. It is for
// package count.
func (f *Field[R]) Offset() memory.Offset[R] {
	f.subject.locate()
	return f.at
}

// Text returns the field's value in words, with its unit.
func (f *Field[R]) Text(r *R, l bilingual.Language) string {
	if !f.isDescribed() {
		return l.Pick("未知", "unknown")
	}
	return f.held.text(f, r, l)
}

// Parse sets the field from a text of a file or a form: a word by its vocabulary, a
// number with or without the field's unit, as the Parse functions of package quantity
// read it. A text that says that there is no value is unknown; an error quotes the text
// and leaves the field as it was.
func (f *Field[R]) Parse(r *R, text string) error {
	if !f.isDescribed() {
		return errors.New("indicators: a field that is not described reads no text")
	}
	if err := f.fault(); err != nil {
		return err
	}
	if err := f.held.set(f, r, text); err != nil {
		return fmt.Errorf("field %s: %w", f.key, err)
	}
	return nil
}

// Refuse makes the field invalid for a reason, as it is where a text was there and nobody
// could read it. A word is invalid without a reason of its own.
func (f *Field[R]) Refuse(r *R, why quantity.Fault) {
	if !f.isDescribed() {
		return
	}
	text := invalidKey
	if f.words == nil {
		text += ": " + why.String()
	}
	_ = f.held.set(f, r, text) // every field reads it
}

// Value returns where a record holds the field, as a pointer to its type such as
// *quantity.Hours, nil for a field that is not described.
func (f *Field[R]) Value(r *R) any {
	if !f.isDescribed() {
		return nil
	}
	return f.held.value(r)
}

// Copy gives the field the value that it has in another record.
func (f *Field[R]) Copy(to, from *R) {
	if f.isDescribed() {
		f.held.copy(to, from)
	}
}

// fault returns what is wrong with the description.
func (f *Field[R]) fault() error {
	f.subject.prepare()
	return f.err
}

func (f *Field[R]) late() {
	f.err = errors.Join(f.err, fmt.Errorf("indicators: field %s: described after the first use of subject %s", f.key, f.subject.key))
}

// newField describes a field that a function finds in a record.
func newField[R any](s *Subject[R], f Field[R], found bool) *Field[R] {
	f.at = memory.Unknown[R]()
	if f.key == "" || !f.label.Complete() || !found {
		f.err = fmt.Errorf("indicators: field %q: key, label and place in the struct are wanted", f.key)
	}
	return s.add(&f)
}

// Category is a field of words: a stage, a level of education, yes or no.
type Category[R any, V Word] struct{ *Field[R] }

// NewCategory describes a field of words. The function returns where a record
// holds the field, which is the same place in every record; if it is not, as
// records of many contents are asked, the field is read more slowly.
func NewCategory[R any, V Word](s *Subject[R], key string, label bilingual.Text, at func(*R) *V) Category[R, V] {
	var none V
	words := none.Vocabulary()
	if words == nil {
		words = noVocabulary // still a field of words, so that nothing takes it for a number
	}
	held := wordAt[R, V](at)
	if at == nil {
		held = func(*R) *V { return new(V) }
	}
	return Category[R, V]{newField(s, Field[R]{key: key, label: label, words: words, held: held}, at != nil)}
}

// Totals says that a record with the value whole is the total of the records that have
// one of the others: rules that would add up both are undetermined.
func (c Category[R, V]) Totals(whole V, parts ...V) Category[R, V] {
	if c.subject.used {
		c.late()
		return c
	}
	c.subject.total = Total[R]{c.Is(whole), c.In(parts...)}
	return c
}

// Set gives the field a word, such as one that a [Parser] with a table of codes has read.
func (c Category[R, V]) Set(r *R, v V) {
	if at, described := c.held.(wordAt[R, V]); described {
		*at(r) = v
	}
}

// wordAt finds a word in a record.
type wordAt[R any, V Word] func(*R) *V

func (at wordAt[R, V]) code(f *Field[R], r *R) quantity.Code { return f.words.code(uint8(*at(r))) }

func (at wordAt[R, V]) text(f *Field[R], r *R, l bilingual.Language) string {
	return f.words.in(uint8(*at(r)), l)
}

func (at wordAt[R, V]) value(r *R) any { return at(r) }

func (at wordAt[R, V]) copy(to, from *R) { *at(to) = *at(from) }

func (at wordAt[R, V]) set(_ *Field[R], r *R, text string) error { return unmarshalWord(at(r), text) }

func (at wordAt[R, V]) fault(f *Field[R]) error {
	if err := f.words.Err(); err != nil {
		return fmt.Errorf("indicators: field %s: %w", f.key, err)
	}
	return nil
}

func (at wordAt[R, V]) place(records []R) memory.Offset[R] { return memory.OffsetOf(at, records) }

func (at wordAt[R, V]) plain() bool { return true }

// Number is a field that counts or measures, a date included.
type Number[R any] struct{ *Field[R] }

// NewNumber describes a field of numbers in a unit. The function returns where a
// record holds the field, as for [NewCategory].
func NewNumber[R any, Q quantity.Fact](s *Subject[R], key string, label bilingual.Text, unit quantity.Unit, at func(*R) *Q) Number[R] {
	held := numberAt[R, Q](at)
	if at == nil {
		held = func(*R) *Q { return new(Q) }
	}
	return Number[R]{newField(s, Field[R]{key: key, label: label, unit: unit, held: held}, at != nil)}
}

// PartOf says that the field is a part of others, none of which it can exceed.
func (n Number[R]) PartOf(wholes ...Number[R]) Number[R] {
	if n.Field == nil {
		return n
	}
	if n.subject.used {
		n.late()
		return n
	}
	for _, w := range wholes {
		n.wholes = append(n.wholes, w.Field)
	}
	return n
}

// SumOf says that the field is the sum of these parts, which are all that there are: the
// employed are those of organisations and the self-employed. Each part is then a part of it
// as [Number.PartOf] says; [Subject.Complete] works out what a record leaves out, and finds
// where it does not add up.
func (n Number[R]) SumOf(parts ...Number[R]) Number[R] {
	if n.Field == nil {
		return n
	}
	if n.subject.used || n.sum != nil {
		n.late()
		return n
	}
	for _, part := range parts {
		part.PartOf(n)
		n.sum = append(n.sum, part.Field)
	}
	return n
}

// numberAt finds a number in a record.
type numberAt[R any, Q quantity.Fact] func(*R) *Q

func (at numberAt[R, Q]) code(_ *Field[R], r *R) quantity.Code { return (*at(r)).Code() }

func (at numberAt[R, Q]) text(f *Field[R], r *R, l bilingual.Language) string {
	return numberText(*at(r), f.unit, l)
}

func (at numberAt[R, Q]) value(r *R) any { return at(r) }

func (at numberAt[R, Q]) copy(to, from *R) { *at(to) = *at(from) }

func (at numberAt[R, Q]) set(f *Field[R], r *R, text string) error {
	target, ok := any(at(r)).(encoding.TextUnmarshaler)
	if !ok {
		return errors.New("no value that can be read from a text")
	}
	bare := text
	if f.unit != quantity.Day { // a day that is written out ends in one, and is read as a whole
		bare = f.unit.Without(text)
	}
	err := target.UnmarshalText([]byte(bare))
	if err != nil && bare != text {
		err = fmt.Errorf("%q: %w", text, err)
	}
	return err
}

func (at numberAt[R, Q]) fault(f *Field[R]) error {
	var none Q
	_, dated := any(none).(quantity.Date)
	if _, unlisted := quantity.ParseUnit(f.unit.String()); unlisted != nil || none.Scale() != f.unit.Scale() || dated && f.unit != quantity.Day {
		return fmt.Errorf("indicators: field %s: a value of type %T is not measured in %s", f.key, none, f.unit)
	}
	return nil
}

func (at numberAt[R, Q]) place(records []R) memory.Offset[R] { return memory.OffsetOf(at, records) }

func (at numberAt[R, Q]) plain() bool { return memory.IsCode[Q]() }

func numberText[Q quantity.Fact](fact Q, unit quantity.Unit, l bilingual.Language) string {
	c := fact.Code()
	switch {
	case c.Unknown():
		return l.Pick("未知", "unknown")
	case c.Invalid():
		return l.Pick("无效：", "invalid: ") + c.Fault().In(l)
	}
	if d, ok := any(fact).(quantity.Date); ok {
		return d.In(l)
	}
	return quantity.NewTotal(quantity.WideOf(c.Steps()), unit).In(l)
}

// Quotient is one number field per another: spending per pupil.
type Quotient[R any] struct{ of, per *Field[R] }

// Per returns this field divided by another one.
func (n Number[R]) Per(per Number[R]) Quotient[R] { return Quotient[R]{n.Field, per.Field} }
