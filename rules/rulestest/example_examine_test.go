package rulestest_test

import (
	"fmt"

	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// What the rules on pupils are to one another, and pupils who meet them all.
func ExampleExamine() {
	x, err := rulestest.Examine(planEnd, tonghua.Pupils())
	fmt.Println(x, err)
	fmt.Println(len(x.Register) > 0)
	// Output:
	// 困难家庭和残疾学生资助、困难学生资助全覆盖：达到前项即达到后项
	// 有一份登记表能达到全部规则 <nil>
	// true
}
