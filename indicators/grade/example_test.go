package grade_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/grade"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// The third grade of a rural primary school.
func ExampleRecord() {
	r := grade.Record{Stage: indicators.Primary, Number: quantity.N(3), Locality: indicators.ParseLocality("村庄"), MultimediaSets: quantity.N(1), LabourHours: quantity.WholeHours(36), PracticeHours: quantity.WholeHours(70)}
	for _, f := range []*indicators.Field[grade.Record]{grade.Stage.Field, grade.Number.Field, grade.Locality.Field, grade.MultimediaSets.Field, grade.LabourHours.Field, grade.PracticeHours.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// stage: primary
	// grade: grade 3
	// locality: rural
	// multimedia sets: 1 set
	// hours of labour education: 36 hours
	// hours of integrated practice: 70 hours
}
