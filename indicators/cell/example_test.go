package cell_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/cell"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// The biology teachers of the city: one of them is a backbone teacher.
func ExampleRecord() {
	r := cell.Record{Dimension: indicators.SubjectDimension, Backbone: quantity.N(1), Masters: quantity.N(0)}
	for _, f := range []*indicators.Field[cell.Record]{cell.Dimension.Field, cell.Backbone.Field, cell.Masters.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// dimension: subject
	// backbone teachers: 1 teacher
	// master teachers: 0 teachers
}
