package enrolment_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// The gross ratio of this record is 41,230 of 43,100; nothing says what the net
// ratio is.
func ExampleRecord() {
	e := enrolment.Record{
		Area:        indicators.WholeCity,
		Level:       indicators.SeniorSecondary,
		Enrolled:    quantity.N(41230),
		OfficialAge: quantity.N(43100),
	}
	for _, f := range e.Subject().Fields() {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&e, bilingual.English))
	}
	// Output:
	// kind of area: the whole city
	// level: senior secondary
	// enrolled at any age: 41,230 pupils
	// enrolled of official age: unknown
	// official-age population: 43,100 persons
}
