package report_test

import (
	"fmt"
	"html"
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// A writer of another form, here rows of an HTML table, begins with the table.
func ExampleReport_Table() {
	today := quantity.DateOf(2024, time.September, 1)
	masters, err := tonghua.SeniorMaster.Reported(today, quantity.MustAmount(13, 100, quantity.Percent))
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := report.New(plan.Tonghua(), today, verdict.Results{Rules: []verdict.Result{masters}})
	if err != nil {
		fmt.Println(err)
		return
	}
	table := page.Table(report.Options{Language: bilingual.English})
	for _, section := range table.Sections {
		for _, line := range section.Lines {
			fmt.Printf("<tr><td>%s</td><td>%s</td></tr>\n", html.EscapeString(line.Cells[1]), html.EscapeString(line.Cells[5]))
		}
	}
	// Output:
	// <tr><td>Senior secondary teachers with master&#39;s education or above</td><td>met</td></tr>
}
