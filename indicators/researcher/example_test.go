package researcher_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/researcher"
)

// A researcher whose space nobody has looked up.
func ExampleRecord() {
	r := researcher.Record{}
	for _, f := range []*indicators.Field[researcher.Record]{researcher.RealNameSpace.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// real-name learning space: unknown
}
