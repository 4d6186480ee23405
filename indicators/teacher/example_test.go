package teacher_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// A row of a staff table becomes a record; what the table does not say stays unknown.
func ExampleRecord() {
	t := teacher.Record{
		Stage:         indicators.SeniorHigh,
		Education:     indicators.ParseEducation("硕士研究生"),
		TrainingHours: quantity.HoursOf(72.5),
	}
	for _, f := range []*indicators.Field[teacher.Record]{
		teacher.Stage.Field, teacher.Education.Field, teacher.TrainingHours.Field, teacher.FullTime.Field,
	} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&t, bilingual.English))
	}
	// Output:
	// stage taught: senior high
	// level of education: master
	// training hours in the cycle: 72.5 hours
	// full-time teacher: unknown
}
