package student_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/student"
)

// A student in the final year with two certificates.
func ExampleRecord() {
	r := student.Record{Level: indicators.ParseStage("中职"), FinalYear: indicators.Yes, PlacementMonths: quantity.MonthsOf(5.5), Certificates: quantity.N(2)}
	for _, f := range []*indicators.Field[student.Record]{student.Level.Field, student.FinalYear.Field, student.PlacementMonths.Field, student.Certificates.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// level: secondary vocational
	// in the final year: yes
	// placement: 5.5 months
	// skill certificates: 2 items
}
