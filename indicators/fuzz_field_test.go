package indicators_test

import (
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// FuzzFieldParse reads any text into any field of a teacher: what is read is
// read again from what it is written as, and what is refused changes nothing.
func FuzzFieldParse(f *testing.F) {
	fields := teacher.Record{}.Subject().Fields()
	for i := range fields {
		for _, text := range []string{"", " ", "0", "1", "21", "72.5", " 360 ", "-1", "1.005", "1e9", "NaN", "是", "master", "invalid", "invalid: negative",
			"invalid: none", "92233720368547758.07", "92233720368547758.08", "\xff", "００"} {
			f.Add(uint8(i), text)
		}
	}
	f.Fuzz(func(t *testing.T, at uint8, text string) {
		field := fields[int(at)%len(fields)]
		full := teacher.Record{Stage: indicators.Primary, Education: indicators.College, TrainingHours: quantity.WholeHours(72)}
		r := full
		if err := field.Parse(&r, text); err != nil {
			if r != full {
				t.Fatalf("%s: %q was refused (%v) and changed the record", field.Key(), text, err)
			}
			return
		}
		code := field.Code(&r)
		if code.Unknown() != quantity.NoValue(field.Unit().Without(text)) {
			t.Fatalf("%s: %q has the code %d", field.Key(), text, code)
		}
		for _, other := range fields {
			if other != field && other.Code(&r) != other.Code(&full) {
				t.Fatalf("%s: %q changed %s", field.Key(), text, other.Key())
			}
		}
		if field.Text(&r, bilingual.Chinese) == "" || field.Text(&r, bilingual.English) == "" {
			t.Fatalf("%s: %q has no words", field.Key(), text)
		}
		back := full
		if err := field.Parse(&back, written(field, &r)); err != nil || back != r {
			t.Fatalf("%s: %q is written %q, which is read as %v (%v)", field.Key(), text, written(field, &r), back, err)
		}
	})
}

// written is how a field's value stands in a file.
func written(f *indicators.Field[teacher.Record], r *teacher.Record) string {
	switch c := f.Code(r); {
	case c.Unknown():
		return ""
	case f.Vocabulary() == nil && c.Known():
		return quantity.NewTotal(quantity.WideOf(c.Steps()), f.Unit()).Number()
	case f.Vocabulary() == nil:
		return "invalid: " + c.Fault().String()
	case c.Invalid():
		return "invalid"
	case c.Steps() == indicators.OtherWord:
		return "other"
	default:
		return f.Vocabulary().Entries()[c.Steps()-1].Key
	}
}
