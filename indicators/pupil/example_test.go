package pupil_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// A pupil who failed the fitness standard and got a certificate is on record as
// such: whether that was allowed is for a rule to say.
func ExampleRecord() {
	p := pupil.Record{
		Stage:        indicators.JuniorHigh,
		Fitness:      indicators.ParseFitness("不及格"),
		Certificate:  indicators.Yes,
		SportsSkills: quantity.N(2),
	}
	for _, f := range []*indicators.Field[pupil.Record]{
		pupil.Fitness.Field, pupil.Certificate.Field, pupil.SportsSkills.Field, pupil.PEExempt.Field,
	} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&p, bilingual.English))
	}
	// Output:
	// fitness grade: fail
	// graduation certificate issued: yes
	// sports skills mastered: 2 items
	// exempt from physical education: unknown
}
