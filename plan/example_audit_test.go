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
	// plan: audit: the text is not that of the plan: of the terms of 312 statements it has 0 at their place
	// true true
}

// What accounts for the numerals of a clause: two figures, and a word that is
// none.
func ExampleNumerals() {
	for n := range plan.Numerals() {
		if n.Place == "一（一）第6段" {
			fmt.Println(n.Token, n.Statement, n.Of.In(bilingual.English), n.Key, n.Reason)
		}
	}
	// Output:
	// 一  unset(0)  plain-word
	// 1241 base-special-post figure teachers unset(0)
	// 一  unset(0)  indefinite
	// 47% base-dual-qualified figure share-before unset(0)
	// 56% base-dual-qualified figure share unset(0)
}
