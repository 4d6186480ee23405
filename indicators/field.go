package indicators

import (
	"encoding"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
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
	code  func(*R) quantity.Code
	text  func(*R, bilingual.Language) string
	set   func(*R, string) error
	at    place[R] // where it can be read without code, or nowhere
	err   error
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
	return f.code(r)
}

func (f *Field[R]) isDescribed() bool { return f != nil && f.code != nil }

// word returns the number of a value of words. Of an invalid value it is any
// number that the list does not have.
func (f *Field[R]) word(r *R) uint8 {
	if f.at.known() {
		return f.at.word(r)
	}
	c := f.code(r)
	if c.Invalid() {
		return math.MaxUint8
	}
	return uint8(c.Steps())
}

// number is Code for a field of numbers.
func (f *Field[R]) number(r *R) quantity.Code {
	if f.at.known() {
		return f.at.code(r)
	}
	return f.code(r)
}

// Text returns the field's value in words, with its unit.
func (f *Field[R]) Text(r *R, l bilingual.Language) string {
	if !f.isDescribed() {
		return l.Pick("未知", "unknown")
	}
	return f.text(r, l)
}

// Parse sets the field from a text of a file or a form. An empty text is
// unknown; an error quotes the text and leaves the field as it was.
func (f *Field[R]) Parse(r *R, text string) error {
	if !f.isDescribed() {
		return errors.New("indicators: a field that is not described reads no text")
	}
	if f.err != nil {
		return f.err
	}
	if err := f.set(r, text); err != nil {
		return fmt.Errorf("field %s: %w", f.key, err)
	}
	return nil
}

// Category is a field of words: a stage, a level of education, yes or no.
type Category[R any, V Word] struct{ *Field[R] }

// NewCategory describes a field of words. The function returns where a record
// holds the field, which is the same place in every record.
func NewCategory[R any, V Word](key string, label bilingual.Text, at func(*R) *V) Category[R, V] {
	var none V
	words := none.Vocabulary()
	err := nameFault(key, label, at == nil)
	if words.Err() != nil {
		err = errors.Join(err, fmt.Errorf("indicators: field %s: %w", key, words.Err()))
	}
	if words == nil {
		words = &Vocabulary{} // still a field of words, so that nothing takes it for a number
	}
	if at == nil {
		at = func(*R) *V { return new(V) }
	}
	return Category[R, V]{&Field[R]{
		key: key, label: label, words: words, err: err,
		code: func(r *R) quantity.Code { return words.code(uint8(*at(r))) },
		text: func(r *R, l bilingual.Language) string { return words.in(uint8(*at(r)), l) },
		set:  func(r *R, text string) error { return unmarshalWord(at(r), text) },
		at:   placeOf(at),
	}}
}

func nameFault(key string, label bilingual.Text, nowhere bool) error {
	if key == "" || !label.Complete() || nowhere {
		return fmt.Errorf("indicators: field %q: key, label and place in the struct are wanted", key)
	}
	return nil
}

// Number is a field that counts or measures, a date included.
type Number[R any] struct{ *Field[R] }

// NewNumber describes a field of numbers in a unit. The function returns where a
// record holds the field, which is the same place in every record.
func NewNumber[R any, Q quantity.Fact](key string, label bilingual.Text, unit quantity.Unit, at func(*R) *Q) Number[R] {
	err := nameFault(key, label, at == nil)
	var none Q
	_, dated := any(none).(quantity.Date)
	if _, unlisted := quantity.ParseUnit(unit.String()); unlisted != nil || none.Scale() != unit.Scale() || dated && unit != quantity.Day {
		err = errors.Join(err, fmt.Errorf("indicators: field %s: a value of type %T is not measured in %s", key, none, unit))
	}
	if at == nil {
		at = func(*R) *Q { return new(Q) }
	}
	return Number[R]{&Field[R]{
		key: key, label: label, unit: unit, err: err,
		code: func(r *R) quantity.Code { return (*at(r)).Code() },
		text: func(r *R, l bilingual.Language) string { return numberText(*at(r), unit, l) },
		set: func(r *R, text string) error {
			target, ok := any(at(r)).(encoding.TextUnmarshaler)
			if !ok {
				return errors.New("no value that can be read from a text")
			}
			// spaces around a number are a clerk's habit, as they are around a word
			return target.UnmarshalText([]byte(strings.TrimSpace(text)))
		},
		at: placeOfNumber(at),
	}}
}

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
