package county_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// What a county has in 2024; what nobody says stays unknown.
func ExampleRecord() {
	r := county.Record{Year: quantity.N(2024), Area: indicators.CountyArea, BalancePassed: indicators.No, SafetyCentres: quantity.N(1), PublicPlaces: quantity.N(1850)}
	for _, f := range []*indicators.Field[county.Record]{county.Year.Field, county.Area.Field, county.BalancePassed.Field, county.SafetyCentres.Field, county.PublicPlaces.Field, county.SpecialSchools.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// year: 2024
	// kind of area: county
	// passed the evaluation of quality balance: no
	// safety experience rooms: 1 body
	// places in public kindergartens: 1,850 places
	// special schools: unknown
}
