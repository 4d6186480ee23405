package countyyear_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// The year before stands in the same record, so that "only rises" is a
// comparison within it.
func ExampleRecord() {
	c := countyyear.Record{
		Year:     quantity.N(2024),
		Spending: quantity.WholeYuan(812_400_000), SpendingBefore: quantity.WholeYuan(798_000_000),
		TeacherPay: quantity.YuanOf(91250.75),
	}
	fmt.Println(countyyear.Year.Text(&c, bilingual.English))
	fmt.Println(countyyear.Spending.Text(&c, bilingual.English), "after", countyyear.SpendingBefore.Text(&c, bilingual.English))
	fmt.Println(countyyear.TeacherPay.Text(&c, bilingual.English), "against", countyyear.CivilServantPay.Text(&c, bilingual.English))
	// Output:
	// 2024
	// 812,400,000 yuan after 798,000,000 yuan
	// 91,250.75 yuan against unknown
}
