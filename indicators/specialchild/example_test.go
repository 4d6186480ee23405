package specialchild_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/specialchild"
)

// A mildly disabled child whose application is not decided yet.
func ExampleRecord() {
	r := specialchild.Record{Group: indicators.DisabledGroup, CompulsoryAge: indicators.Yes, Disability: indicators.ParseDisability("四级"), AppliedOrdinary: indicators.Yes}
	for _, f := range []*indicators.Field[specialchild.Record]{specialchild.Group.Field, specialchild.Disability.Field, specialchild.AppliedOrdinary.Field, specialchild.AdmittedOrdinary.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// special group: disabled children
	// severity of disability: mild
	// applied to an ordinary school: yes
	// admitted to an ordinary school: unknown
}
