package report_test

import (
	"fmt"

	"github.com/eduplan/tonghua/rules/report"
)

func ExampleWidth() {
	fmt.Println(report.Width("12所学校"), report.Width("12 schools"))
	// Output: 8 10
}
