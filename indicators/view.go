package indicators

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// SubjectView is what can be said of a subject without knowing its record: for
// listing all subjects, whatever they are about.
type SubjectView interface {
	// Key returns the subject's name in files, such as "teacher".
	Key() string
	// Label returns the subject's name for people.
	Label() bilingual.Text
	// Unit returns what records are counted in.
	Unit() quantity.Unit
	// FieldViews returns the fields in the order of the struct.
	FieldViews() []FieldView
	// Err returns what is wrong with the description.
	Err() error
}

// FieldView is what can be said of a field without knowing its subject: for
// files and forms whose columns are fields.
type FieldView struct {
	Key   string // in files and JSON, such as "training_hours"
	Label bilingual.Text
	Unit  quantity.Unit           // none for a field of words
	Words []Entry                 // the closed list of a field of words, with something else at its end
	Reads func(text string) error // why the field does not read a text, nil where it does
}

// Check returns an error where the field does not read the text. An empty text is
// read, as unknown.
func (f FieldView) Check(text string) error {
	if f.Reads == nil {
		return fmt.Errorf("indicators: field %q: not described", f.Key)
	}
	return f.Reads(text)
}

// FieldViews returns the fields in the order of the struct.
func (s *Subject[R]) FieldViews() []FieldView {
	var list []FieldView
	for _, f := range s.Fields() {
		v := FieldView{Key: f.key, Label: f.label, Unit: f.unit, Reads: func(text string) error {
			var r R
			return f.Parse(&r, text)
		}}
		if f.words != nil {
			v.Words = f.words.Entries()
			if other, has := f.words.Other(); has {
				v.Words = append(v.Words, other)
			}
		}
		list = append(list, v)
	}
	return list
}
