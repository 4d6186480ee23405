package privateschool_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/privateschool"
)

// A school that has not been classified yet.
func ExampleRecord() {
	r := privateschool.Record{Running: indicators.Yes, Registration: indicators.ParseRegistration("未登记")}
	for _, f := range []*indicators.Field[privateschool.Record]{privateschool.Running.Field, privateschool.Registration.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// running: yes
	// registration: not classified yet
}
