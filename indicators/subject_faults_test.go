package indicators_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
)

var label = bilingual.Text{ZH: "标签", EN: "label"}

func seatsOf(b *bus) *quantity.Count { return &b.Seats }

func newBuses() *indicators.Subject[bus] {
	return indicators.NewSubject[bus]("bus", label, quantity.Item)
}

func seatsIn(s *indicators.Subject[bus]) indicators.Number[bus] {
	return indicators.NewNumber(s, "seats", label, quantity.Place, seatsOf)
}

// rowless is no row of a table.
type rowless struct{ Seats quantity.Count }

func (rowless) Subject() *indicators.Subject[rowless] { return nil }

func TestFaultsOfASubjectAreReported(t *testing.T) {
	var none indicators.Number[bus]
	ridersIn := func(s *indicators.Subject[bus]) indicators.Number[bus] {
		return indicators.NewNumber(s, "riders", label, quantity.Place, func(b *bus) *quantity.Count { return &b.Riders })
	}
	for _, c := range []struct {
		name    string
		subject *indicators.Subject[bus]
		edit    func(*indicators.Subject[bus])
		want    string
	}{
		{"no key", indicators.NewSubject[bus]("", label, quantity.Item), nil, `indicators: subject "": key, label and unit are wanted`},
		{"no Chinese label", indicators.NewSubject[bus]("bus", bilingual.Text{EN: "buses"}, quantity.Item), nil, `indicators: subject "bus": key, label and unit are wanted`},
		{"no English label", indicators.NewSubject[bus]("bus", bilingual.Text{ZH: "校车"}, quantity.Item), nil, `indicators: subject "bus": key, label and unit are wanted`},
		{"no unit", indicators.NewSubject[bus]("bus", label, quantity.NoUnit), nil, `indicators: subject "bus": key, label and unit are wanted`},
		{"a unit beyond the list", indicators.NewSubject[bus]("bus", label, 200), nil, `indicators: subject "bus": key, label and unit are wanted`},
		{"two fields with one key", newBuses(), func(s *indicators.Subject[bus]) {
			indicators.NewNumber(s, "seats", label, quantity.Item, seatsOf)
		}, "indicators: subject bus: field seats stands twice"},
		{"a field with a fault", newBuses(), func(s *indicators.Subject[bus]) {
			indicators.NewNumber(s, "distance", label, quantity.Hour, seatsOf)
		}, "indicators: field distance: a value of type quantity.Count is not measured in hour"},
		{"a part of another subject's field", newBuses(), func(s *indicators.Subject[bus]) {
			ridersIn(s).PartOf(seats)
		}, "indicators: subject bus: the whole of riders must be among its fields"},
		{"a part of a field that is not described", newBuses(), func(s *indicators.Subject[bus]) {
			ridersIn(s).PartOf(none)
		}, "indicators: subject bus: the whole of riders must be among its fields"},
		{"a part with other steps than its whole", newBuses(), func(s *indicators.Subject[bus]) {
			hours := indicators.NewNumber(s, "hours", label, quantity.Hour, func(*bus) *quantity.Hours { return new(quantity.Hours) })
			hours.PartOf(ridersIn(s))
		}, "indicators: subject bus: part hours is measured in hour, whole riders in place"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.subject
			seatsIn(s)
			if c.edit != nil {
				c.edit(s)
			}
			assert.EqualError(t, s.Err(), c.want)
			assert.NotPanics(t, func() {
				s.Fields()
				s.Field("seats")
				s.Skipped(&bus{})
			})
		})
	}
	s := newBuses()
	ridersIn(s).PartOf(seatsIn(s))
	assert.NoError(t, s.Err(), "what is spoiled above is fine by itself")
}

func TestARecordThatEmbedsNoRowIsReported(t *testing.T) {
	s := indicators.NewSubject[rowless]("rowless", label, quantity.Item)
	assert.EqualError(t, s.Err(), "indicators: subject rowless: its record does not embed indicators.Row")
	assert.False(t, s.Skipped(&rowless{}))
}

func TestAllFaultsOfASubjectAreReported(t *testing.T) {
	s := indicators.NewSubject[bus]("bus", bilingual.Text{}, quantity.NoUnit)
	seatsIn(s)
	seatsIn(s)
	indicators.NewNumber(s, "distance", label, quantity.Hour, seatsOf)
	assert.EqualError(t, s.Err(), "indicators: subject \"bus\": key, label and unit are wanted\n"+
		"indicators: subject bus: field seats stands twice\n"+
		"indicators: field distance: a value of type quantity.Count is not measured in hour")
	var missing *indicators.Subject[bus]
	assert.EqualError(t, missing.Err(), "indicators: no subject")
}

// Whoever has used a subject has done so without what is described afterwards.
func TestAFieldThatIsDescribedTooLateIsReported(t *testing.T) {
	s := newBuses()
	whole := seatsIn(s)
	require.NoError(t, s.Err())
	late := indicators.NewNumber(s, "riders", label, quantity.Place, func(b *bus) *quantity.Count { return &b.Riders })
	want := "indicators: field riders: described after the first use of subject bus"
	_, err := late.Recorded().Resolve(nil)
	assert.EqualError(t, err, want)
	assert.EqualError(t, late.Parse(&bus{}, "30"), want)
	assert.Equal(t, []*indicators.Field[bus]{whole.Field}, s.Fields())

	whole.PartOf(whole)
	_, err = whole.Recorded().Resolve(nil)
	assert.EqualError(t, err, "indicators: field seats: described after the first use of subject bus")
	assert.Empty(t, s.Parts())
}

func TestAFieldOfNoSubjectIsNoRecords(t *testing.T) {
	stray := seatsIn(nil)
	var none indicators.Number[bus]
	assert.NotPanics(t, func() { none.PartOf(stray) })
	_, err := count.New(quantity.DateOf(2025, 12, 31), count.Question[bus]{Key: "q", Counted: stray.Recorded()})
	assert.EqualError(t, err, "count: question q: field seats is none of the subject's")
}

func TestASubjectMayHaveAnyNumberOfFields(t *testing.T) {
	s := newBuses()
	var last indicators.Number[bus]
	for i := range 100 {
		last = indicators.NewNumber(s, fmt.Sprintf("seats_%d", i), label, quantity.Place, seatsOf)
	}
	require.NoError(t, s.Err())
	assert.Len(t, s.Fields(), 100)
	assert.Same(t, last.Field, s.Fields()[99], "fields in one place stand as they were described")
}

func TestFieldsStandInTheOrderOfTheStruct(t *testing.T) {
	s := newBuses()
	outside := indicators.NewNumber(s, "outside", label, quantity.Place, func(*bus) *quantity.Count { return &elsewhere })
	date := indicators.NewNumber(s, "inspected", label, quantity.Day, func(b *bus) *quantity.Date { return &b.Inspected })
	part := indicators.NewNumber(s, "riders", label, quantity.Place, func(b *bus) *quantity.Count { return &b.Riders })
	whole := seatsIn(s)
	part.PartOf(whole)
	word := indicators.NewCategory(s, "fuel", label, func(b *bus) *fuel { return &b.Fuel })
	want := []*indicators.Field[bus]{word.Field, whole.Field, part.Field, date.Field, outside.Field}
	assert.Equal(t, want, s.Fields(), "whatever order they were described in; those outside the record come last")
	assert.Equal(t, []indicators.Part[bus]{{Part: part, Whole: whole}}, s.Parts())

	s.Fields()[1], s.Parts()[0].Part = nil, whole
	assert.Equal(t, want, s.Fields(), "the slices are the caller's")
	assert.Equal(t, []indicators.Part[bus]{{Part: part, Whole: whole}}, s.Parts())
}

func TestFaultsOfAFieldAreReported(t *testing.T) {
	err := func(describe func(*indicators.Subject[bus])) error {
		s := newBuses()
		describe(s)
		return s.Err()
	}
	number := func(key string, l bilingual.Text, u quantity.Unit) error {
		return err(func(s *indicators.Subject[bus]) { indicators.NewNumber(s, key, l, u, seatsOf) })
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
		assert.Equal(t, u.Scale() == 100, err(func(s *indicators.Subject[bus]) {
			indicators.NewNumber(s, "hours", label, u, func(*bus) *quantity.Hours { return new(quantity.Hours) })
		}) == nil, "hundredths in %s", u)
		assert.Equal(t, u == quantity.Day, err(func(s *indicators.Subject[bus]) {
			indicators.NewNumber(s, "date", label, u, func(*bus) *quantity.Date { return new(quantity.Date) })
		}) == nil, "a date in %s", u)
	}
	assert.EqualError(t, err(func(s *indicators.Subject[bus]) {
		indicators.NewCategory(s, "", label, func(b *bus) *fuel { return &b.Fuel })
	}), wanted(""))
	assert.EqualError(t, err(func(s *indicators.Subject[bus]) { indicators.NewCategory[bus, fuel](s, "fuel", label, nil) }), wanted("fuel"))
	assert.EqualError(t, err(func(s *indicators.Subject[bus]) {
		indicators.NewNumber[bus, quantity.Count](s, "seats", label, quantity.Place, nil)
	}), wanted("seats"))
}

func TestAFieldWithAFaultReadsNothing(t *testing.T) {
	nowhere := indicators.NewNumber[bus, quantity.Count](newBuses(), "seats", label, quantity.Place, nil)
	var b bus
	assert.Error(t, nowhere.Parse(&b, "30"), "a value must not get lost in silence")
	assert.True(t, nowhere.Code(&b).Unknown())
	assert.Equal(t, "unknown", nowhere.Text(&b, bilingual.English))
	_, err := nowhere.AtLeast(literal(1, 1, quantity.Place)).Resolve(nil)
	assert.Error(t, err)

	var c bus
	lost := indicators.NewCategory[bus, fuel](newBuses(), "fuel", label, nil)
	assert.Error(t, lost.Parse(&c, "diesel"))
	assert.True(t, lost.Code(&c).Unknown())
}

// unlisted are words without a list.
type unlisted uint8

func (unlisted) Vocabulary() *indicators.Vocabulary { return nil }

func TestAFieldOfWordsWithoutAList(t *testing.T) {
	word := unlisted(1)
	s := newBuses()
	f := indicators.NewCategory(s, "word", label, func(*bus) *unlisted { return &word })
	assert.EqualError(t, s.Err(), "indicators: field word: indicators: no vocabulary")
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
