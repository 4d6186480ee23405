package township_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/township"
)

// A township with one public kindergarten.
func ExampleRecord() {
	r := township.Record{Kind: indicators.ParseTownshipKind("民族乡"), PublicKindergartens: quantity.N(1)}
	for _, f := range []*indicators.Field[township.Record]{township.Kind.Field, township.PublicKindergartens.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// kind of unit: township
	// public kindergartens: 1 kindergarten
}
