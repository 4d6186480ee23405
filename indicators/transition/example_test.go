package transition_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/transition"
)

// The intake of a year, and what became of the graduates.
func ExampleRecord() {
	r := transition.Record{Year: quantity.N(2024), GeneralIntake: quantity.N(6200), VocationalIntake: quantity.N(4100), GraduatesToColleges: quantity.N(1350), GraduatesToCollegesBefore: quantity.N(1290), GraduatesToCollegesAtStart: quantity.N(1180)}
	for _, f := range []*indicators.Field[transition.Record]{transition.Year.Field, transition.GeneralIntake.Field, transition.VocationalIntake.Field, transition.GraduatesToColleges.Field, transition.GraduatesToCollegesBefore.Field, transition.GraduatesToCollegesAtStart.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// year: 2024
	// intake of general senior schools: 6,200 pupils
	// intake of vocational schools: 4,100 pupils
	// graduates who entered colleges: 1,350 pupils
	// graduates who entered colleges the year before: 1,290 pupils
	// graduates who entered colleges the year before the plan: 1,180 pupils
}
