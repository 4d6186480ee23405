package plan_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// The audit needs a copy of the plan's text; any other text is refused.
func ExampleAudit() {
	report, err := plan.Audit(strings.NewReader("一、现状\n（一）学校。\n今有学校12所。\n"))
	if err != nil {
		fmt.Println(err)
		fmt.Println(errors.Is(err, plan.ErrOtherText), report == nil)
		return
	}
	_ = report.WriteText(os.Stdout, bilingual.Chinese)
	// Output:
	// plan: audit: the text is not that of the plan: of the terms of 324 statements it has 0 at their place
	// true true
}

// What accounts for the numerals of a clause: three figures, and two that are
// none.
func ExampleNumerals() {
	for n := range plan.Numerals() {
		if n.Place == "一（一）第6段" {
			fmt.Println(n.In(bilingual.English))
		}
	}
	// Output:
	// 一: part of a word
	// 1241: base-special-post, figure teachers
	// 一: indefinite number
	// 47%: base-dual-qualified, figure share-before
	// 56%: base-dual-qualified, figure share
}
