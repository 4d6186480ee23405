package estate_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/estate"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// A new estate that needs a kindergarten and has none.
func ExampleRecord() {
	r := estate.Record{Kind: indicators.ParseEstateKind("新建"), Locality: indicators.Urban, KindergartenNeeded: indicators.Yes, Kindergartens: quantity.N(0)}
	for _, f := range []*indicators.Field[estate.Record]{estate.Kind.Field, estate.Locality.Field, estate.KindergartenNeeded.Field, estate.Kindergartens.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// kind of estate: new estate
	// locality: urban
	// kindergarten needed: yes
	// kindergartens built: 0 kindergartens
}
