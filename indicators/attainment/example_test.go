package attainment_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Women of Erdaojiang District (二道江区), aged 3 and over, in the census of
// 2020. The band has no upper end, so the upper age stays unknown.
func ExampleRecord() {
	a := attainment.Record{
		AgeFrom:     quantity.N(3),
		NoSchooling: quantity.N(1294), Preschool: quantity.N(112),
		Primary: quantity.N(9268), JuniorHigh: quantity.N(16633), SeniorHigh: quantity.N(11399),
		College: quantity.N(3536), BachelorUp: quantity.N(2940),
	}
	fmt.Println(attainment.AgeFrom.Text(&a, bilingual.English), "to", attainment.AgeTo.Text(&a, bilingual.English))
	fmt.Println(attainment.JuniorHigh.Text(&a, bilingual.Chinese))
	// Output:
	// 3 years of age to unknown
	// 16633人
}
