package verdict_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// A city prints 99.5 %, its two counties 99.1 % and 99.3 %.
func ExampleCheckWhole() {
	figure := func(text string) verdict.Result {
		printed, err := quantity.ParsePrinted(text, quantity.Percent)
		if err != nil {
			panic(err)
		}
		r, err := tonghua.PrimaryNetEnrolment.Printed(quantity.DateOf(2024, 9, 1), printed)
		if err != nil {
			panic(err)
		}
		return r
	}
	w, err := verdict.CheckWhole(figure("99.5"), verdict.PartFigure{Name: "甲县", Result: figure("99.1")}, verdict.PartFigure{Name: "乙县", Result: figure("99.3")})
	fmt.Println(w, err)
	// Output:
	// 小学净入学率（二（三）第2段）：全市99.45%至99.55%，由2个部分推得99.05%至99.35%（各部分的分母不全，只能取最低与最高），不相符：全市至少高0.10% <nil>
}
