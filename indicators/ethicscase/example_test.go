package ethicscase_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/ethicscase"
)

// A confirmed case that was dealt with and not made public.
func ExampleRecord() {
	r := ethicscase.Record{Confirmed: indicators.Yes, DealtWith: indicators.Yes, Exposed: indicators.No}
	for _, f := range []*indicators.Field[ethicscase.Record]{ethicscase.Confirmed.Field, ethicscase.Exposed.Field, ethicscase.DealtWith.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// confirmed: yes
	// made public: no
	// dealt with: yes
}
