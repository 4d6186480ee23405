package indicators_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

var label = bilingual.Text{ZH: "标签", EN: "label"}

func seatsOf(b *bus) *quantity.Count { return &b.Seats }

func TestFaultsOfASubjectAreReported(t *testing.T) {
	var none indicators.Number[bus]
	for _, c := range []struct {
		name string
		edit func(*indicators.Description[bus])
		want string
	}{
		{"no key", func(d *indicators.Description[bus]) { d.Key = "" }, `indicators: subject "": key, label, unit and row are wanted`},
		{"no Chinese label", func(d *indicators.Description[bus]) { d.Label.ZH = "" }, `indicators: subject "bus": key, label, unit and row are wanted`},
		{"no English label", func(d *indicators.Description[bus]) { d.Label.EN = "" }, `indicators: subject "bus": key, label, unit and row are wanted`},
		{"no unit", func(d *indicators.Description[bus]) { d.Unit = quantity.NoUnit }, `indicators: subject "bus": key, label, unit and row are wanted`},
		{"a unit beyond the list", func(d *indicators.Description[bus]) { d.Unit = 200 }, `indicators: subject "bus": key, label, unit and row are wanted`},
		{"no row", func(d *indicators.Description[bus]) { d.Row = nil }, `indicators: subject "bus": key, label, unit and row are wanted`},
		{"a field twice", func(d *indicators.Description[bus]) { d.Fields = append(d.Fields, seats.Field) },
			"indicators: subject bus: field seats stands twice"},
		{"two fields with one key", func(d *indicators.Description[bus]) {
			d.Fields = append(d.Fields, indicators.NewNumber("seats", label, quantity.Item, seatsOf).Field)
		}, "indicators: subject bus: field seats stands twice"},
		{"a field that is not described", func(d *indicators.Description[bus]) { d.Fields = append(d.Fields, nil) },
			"indicators: subject bus: a field is not described"},
		{"a field with a fault", func(d *indicators.Description[bus]) {
			d.Fields = append(d.Fields, indicators.NewNumber("distance", label, quantity.Hour, seatsOf).Field)
		}, "indicators: field distance: a value of type quantity.Count is not measured in hour"},
		{"a part that is not among the fields", func(d *indicators.Description[bus]) { d.Fields = d.Fields[:2] },
			"indicators: subject bus: part and whole must be among its fields"},
		{"a part that is not described", func(d *indicators.Description[bus]) { d.Parts = []indicators.Part[bus]{{Part: none, Whole: seats}} },
			"indicators: subject bus: part and whole must be among its fields"},
		{"a part with other steps than its whole", func(d *indicators.Description[bus]) {
			spare := indicators.NewNumber("hours", label, quantity.Hour, func(*bus) *quantity.Hours { return new(quantity.Hours) })
			d.Fields, d.Parts = append(d.Fields, spare.Field), []indicators.Part[bus]{{Part: spare, Whole: seats}}
		}, "indicators: subject bus: part hours is measured in hour, whole seats in place"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := busDescription
			d.Fields = append([]*indicators.Field[bus](nil), d.Fields...)
			d.Parts = []indicators.Part[bus]{{Part: riders, Whole: seats}}
			require.NoError(t, indicators.NewSubject(d).Err())
			c.edit(&d)
			s := indicators.NewSubject(d)
			assert.EqualError(t, s.Err(), c.want)
			assert.NotPanics(t, func() {
				s.Fields()
				s.Field("seats")
				s.Skipped(&bus{})
			})
		})
	}
}

func TestAllFaultsOfASubjectAreReported(t *testing.T) {
	s := indicators.NewSubject(indicators.Description[bus]{Key: "bus", Fields: []*indicators.Field[bus]{nil, seats.Field, seats.Field}})
	assert.EqualError(t, s.Err(), "indicators: subject \"bus\": key, label, unit and row are wanted\n"+
		"indicators: subject bus: a field is not described\n"+
		"indicators: subject bus: field seats stands twice")
	var missing *indicators.Subject[bus]
	assert.EqualError(t, missing.Err(), "indicators: no subject")
}

func TestASubjectMayHaveAnyNumberOfFields(t *testing.T) {
	d := busDescription
	d.Fields = nil
	for i := range 100 {
		d.Fields = append(d.Fields, indicators.NewNumber(fmt.Sprintf("seats_%d", i), label, quantity.Place, seatsOf).Field)
	}
	s := indicators.NewSubject(d)
	require.NoError(t, s.Err())
	assert.Len(t, s.Fields(), 100)
	for _, f := range d.Fields {
		assert.True(t, s.Has(f), f.Key())
	}
}

func TestASubjectDoesNotChangeWithTheSlicesItWasMadeFrom(t *testing.T) {
	d := busDescription
	d.Fields = append([]*indicators.Field[bus](nil), d.Fields...)
	d.Parts = []indicators.Part[bus]{{Part: riders, Whole: seats}}
	s := indicators.NewSubject(d)
	d.Fields[0], d.Parts[0].Part = nil, seats
	s.Fields()[1] = nil
	assert.Equal(t, busDescription.Fields, s.Fields())
	assert.Equal(t, []indicators.Part[bus]{{Part: riders, Whole: seats}}, s.Parts())
}

func TestFaultsOfAFieldAreReported(t *testing.T) {
	err := func(f *indicators.Field[bus]) error {
		d := busDescription
		d.Fields = []*indicators.Field[bus]{f}
		return indicators.NewSubject(d).Err()
	}
	number := func(key string, l bilingual.Text, u quantity.Unit) error {
		return err(indicators.NewNumber(key, l, u, seatsOf).Field)
	}
	wanted := func(key string) string {
		return fmt.Sprintf("indicators: field %q: key, label and place in the struct are wanted", key)
	}
	assert.NoError(t, number("seats", label, quantity.Place))
	assert.EqualError(t, number("", label, quantity.Place), wanted(""))
	assert.EqualError(t, number("seats", bilingual.Text{ZH: "座位数"}, quantity.Place), wanted("seats"))
	assert.EqualError(t, number("seats", bilingual.Text{EN: "seats"}, quantity.Place), wanted("seats"))
	assert.EqualError(t, number("seats", label, quantity.NoUnit), "indicators: field seats: a value of type quantity.Count is not measured in none")
	assert.EqualError(t, number("seats", label, 200), "indicators: field seats: a value of type quantity.Count is not measured in Unit(200)")
	for _, u := range quantity.Units() {
		assert.Equal(t, u.Scale() == 1, number("seats", label, u) == nil, "a count in %s", u)
		hours := indicators.NewNumber("hours", label, u, func(*bus) *quantity.Hours { return new(quantity.Hours) })
		assert.Equal(t, u.Scale() == 100, err(hours.Field) == nil, "hundredths in %s", u)
		date := indicators.NewNumber("date", label, u, func(*bus) *quantity.Date { return new(quantity.Date) })
		assert.Equal(t, u == quantity.Day, err(date.Field) == nil, "a date in %s", u)
	}
	assert.EqualError(t, err(indicators.NewCategory("", label, func(b *bus) *fuel { return &b.Fuel }).Field), wanted(""))
	assert.EqualError(t, err(indicators.NewCategory[bus, fuel]("fuel", label, nil).Field), wanted("fuel"))
	assert.EqualError(t, err(indicators.NewNumber[bus, quantity.Count]("seats", label, quantity.Place, nil).Field), wanted("seats"))
}

func TestAFieldWithAFaultReadsNothing(t *testing.T) {
	nowhere := indicators.NewNumber[bus, quantity.Count]("seats", label, quantity.Place, nil)
	var b bus
	assert.Error(t, nowhere.Parse(&b, "30"), "a value must not get lost in silence")
	assert.True(t, nowhere.Code(&b).Unknown())
	assert.Equal(t, "unknown", nowhere.Text(&b, bilingual.English))
	_, err := nowhere.AtLeast(literal(1, 1, quantity.Place)).Resolve(nil)
	assert.Error(t, err)

	var c bus
	lost := indicators.NewCategory[bus, fuel]("fuel", label, nil)
	assert.Error(t, lost.Parse(&c, "diesel"))
	assert.True(t, lost.Code(&c).Unknown())
}

// unlisted are words without a list.
type unlisted uint8

func (unlisted) Vocabulary() *indicators.Vocabulary { return nil }

func TestAFieldOfWordsWithoutAList(t *testing.T) {
	word := unlisted(1)
	f := indicators.NewCategory("word", label, func(*bus) *unlisted { return &word })
	d := busDescription
	d.Fields = []*indicators.Field[bus]{f.Field}
	assert.EqualError(t, indicators.NewSubject(d).Err(), "indicators: field word: indicators: no vocabulary")
	assert.NotPanics(t, func() {
		assert.True(t, f.Code(&bus{}).Invalid())
		assert.Equal(t, "invalid", f.Text(&bus{}, bilingual.English))
		assert.Error(t, f.Parse(&bus{}, "x"))
		_, err := f.Is(1).Resolve(nil)
		assert.Error(t, err)
		_, err = f.AtLeast(1).Resolve(nil)
		assert.Error(t, err)
	})
	assert.EqualValues(t, indicators.InvalidWord, indicators.ParseWord[unlisted]("x"))
}
