package programme_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/programme"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// A programme of a secondary vocational school.
func ExampleRecord() {
	r := programme.Record{Level: indicators.Vocational, PracticeHours: quantity.WholeHours(1650), TotalHours: quantity.WholeHours(3200), PlacementMonths: quantity.WholeMonths(6)}
	for _, f := range []*indicators.Field[programme.Record]{programme.Level.Field, programme.PracticeHours.Field, programme.TotalHours.Field, programme.PlacementMonths.Field, programme.OnePlusX.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// level: secondary vocational
	// practice hours: 1,650 hours
	// total hours: 3,200 hours
	// placement: 6 months
	// 1+X pilot applied for: unknown
}
