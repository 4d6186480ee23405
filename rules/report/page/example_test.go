package page_test

import (
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func ExampleWrite() {
	today := quantity.DateOf(2024, 9, 1)
	masters, err := tonghua.SeniorMaster.Reported(today, quantity.MustAmount(13, 100, quantity.Percent))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := report.New(plan.Tonghua(), today, verdict.Results{Rules: []verdict.Result{masters}})
	if err != nil {
		fmt.Println(err)
		return
	}
	var out strings.Builder // or a file, or an answer of net/http
	err = page.Write(&out, r, page.Options{})
	fmt.Println(err, strings.Contains(out.String(), `<span class="badge met">达到</span>`))
	// Output:
	// <nil> true
}

// A program with pages of its own sets the parts into them.
func ExampleNewParts() {
	today := quantity.DateOf(2024, 9, 1)
	masters, err := tonghua.SeniorMaster.Reported(today, quantity.MustAmount(13, 100, quantity.Percent))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := report.New(plan.Tonghua(), today, verdict.Results{Rules: []verdict.Result{masters}})
	if err != nil {
		fmt.Println(err)
		return
	}
	o := page.Options{Link: func(id plan.ID) string { return "/statement/" + string(id) }}
	parts, err := page.NewParts(r, o)
	fmt.Println(err, strings.Contains(string(parts.Overview), `<strong>1</strong> 达到`))
	one, err := page.Statement(r, plan.SeniorMaster, o)
	fmt.Println(err, strings.Contains(string(one), `<span class="badge met">达到</span>`))
	fmt.Println(page.Class(&masters), strings.Contains(page.Style(), ".met{"))
	// Output:
	// <nil> true
	// <nil> true
	// met true
}
