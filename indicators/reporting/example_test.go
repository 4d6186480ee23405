package reporting_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/reporting"
)

// A county bureau that missed one of the last four quarters.
func ExampleRecord() {
	r := reporting.Record{Tier: indicators.CountyTier, QuartersReported: quantity.N(3)}
	for _, f := range []*indicators.Field[reporting.Record]{reporting.Tier.Field, reporting.QuartersReported.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// tier: county level
	// quarters reported: 3 reports
}
