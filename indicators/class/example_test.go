package class_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// An impossible number of pupils is kept as invalid, with the reason, and not as
// a class of none.
func ExampleRecord() {
	for _, c := range []class.Record{
		{Stage: indicators.Primary, Pupils: quantity.N(56)},
		{Stage: indicators.Primary, Pupils: quantity.N(-56)},
	} {
		fmt.Println(class.Pupils.Text(&c, bilingual.English))
	}
	// Output:
	// 56 pupils
	// invalid: negative
}
