package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestAStatementsResultIsFoundInTheReport(t *testing.T) {
	data := quantity.DateOf(2024, 12, 31)
	r := made(t, plan.Tonghua(), quantity.DateOf(2026, 1, 1), senior(t, data, 94))
	got, ok := r.Of(plan.SeniorGrossEnrolment)
	assert.True(t, ok)
	assert.Equal(t, verdict.StaleData, got.Reason, "as seen on the report's date")
	_, ok = r.Of(plan.SeniorMaster)
	assert.False(t, ok, "there are no data")
	_, ok = r.Of("no-such-statement")
	assert.False(t, ok)
	_, ok = (*report.Report)(nil).Of(plan.SeniorMaster)
	assert.False(t, ok)
}

func ExampleReport_Of() {
	_, ok := small().Of(plan.EthicsMonth)
	fmt.Println(ok)
	// Output: false
}
