package checks_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/checks"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// The teachers of a register and those of the school's form.
func ExampleNew() {
	set, err := checks.New(
		[]checks.Cell{
			{Key: "staff", Label: bilingual.Text{ZH: "教师登记表专任教师数", EN: "full-time teachers, register"}, Unit: quantity.Teacher},
			{Key: "form", Label: bilingual.Text{ZH: "学校报表专任教师数", EN: "full-time teachers, form"}, Unit: quantity.Teacher},
		},
		checks.Check{Key: "teachers", Left: checks.Sum("staff"), Right: checks.Sum("form")},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	report := set.Report()
	report.Add(set.Row("一中", checks.Values{"staff": quantity.N(118).Code(), "form": quantity.N(120).Code()}))
	report.Add(set.Row("二中", checks.Values{"staff": quantity.N(80).Code(), "form": quantity.N(80).Code()}))
	fmt.Print(report)
	// Output:
	// 教师登记表专任教师数应等于学校报表专任教师数：相符1，不符1
	// 一中：教师登记表专任教师数应等于学校报表专任教师数：不符，少2名教师（教师登记表专任教师数118名教师，学校报表专任教师数120名教师）；最少改动即可相符的疑点：教师登记表专任教师数；或学校报表专任教师数
}
