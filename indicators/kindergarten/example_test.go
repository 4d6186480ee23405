package kindergarten_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/kindergarten"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// A collective kindergarten with two branches, as a register of kindergartens codes it.
func ExampleRecord() {
	r := kindergarten.Record{Owner: indicators.ParseOwner("集体办园"), Inclusive: indicators.ParseAnswer("是"), Children: quantity.N(180), Branches: quantity.N(2)}
	for _, f := range []*indicators.Field[kindergarten.Record]{kindergarten.Owner.Field, kindergarten.Inclusive.Field, kindergarten.Children.Field, kindergarten.Branches.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// owner: collective
	// inclusive: yes
	// children enrolled: 180 pupils
	// branches: 2 kindergartens
}
