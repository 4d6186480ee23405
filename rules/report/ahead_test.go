package report_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
)

func TestWhatFallsDueSoonAndIsNotMetIsListed(t *testing.T) {
	for _, c := range []struct {
		says string
		on   quantity.Date
		days int
		want bool
	}{
		{"on the last day it still falls due", quantity.DateOf(2025, time.December, 31), 90, true},
		{"ninety days before", quantity.DateOf(2025, time.October, 2), 90, true},
		{"ninety-one days before it does not yet", quantity.DateOf(2025, time.October, 1), 90, false},
		{"the day after it is past", quantity.DateOf(2026, time.January, 1), 90, false},
	} {
		t.Run(c.says, func(t *testing.T) {
			r := made(t, plan.Tonghua(), c.on)
			var ids []plan.ID
			for _, row := range r.FallingDue(c.days) {
				ids = append(ids, row.Statement)
			}
			if c.want {
				assert.Contains(t, ids, plan.SeniorMaster)
			} else {
				assert.NotContains(t, ids, plan.SeniorMaster)
			}
		})
	}
}

func TestAStatementThatIsMetDoesNotFallDue(t *testing.T) {
	on := quantity.DateOf(2025, time.December, 31)
	_, total := byCounty(t, on, masters(map[string]int{"东昌区": 24}, 360), plan.City)
	r, err := report.New(plan.Tonghua(), on, total)
	require.NoError(t, err)
	for _, row := range r.FallingDue(90) {
		assert.NotEqual(t, plan.SeniorMaster, row.Statement)
	}
	lines := r.Table(report.Options{Ahead: 90}).Ahead
	assert.True(t, strings.HasPrefix(lines[0], "90天内到期、结论不是“达到”的"), lines[0])
	assert.Equal(t, "进度落后的0项", lines[len(lines)-1])
	assert.Nil(t, r.Table(report.Options{}).Ahead)
}
