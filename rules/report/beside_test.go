package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
)

func TestTwoPlansStandSideBySide(t *testing.T) {
	next := second(t, plan.SetPopulation(plan.SeniorGrossEnrolment, above(97)), plan.Repeal(plan.SportsMeet))
	left, err := report.New(plan.Tonghua(), in2024, seniorUnder(t, plan.Tonghua()))
	require.NoError(t, err)
	right, err := report.New(next, in2024, seniorUnder(t, next))
	require.NoError(t, err)
	pairs := report.Beside(left, right, nil)
	of := func(id plan.ID) report.Pair {
		for _, p := range pairs {
			if p.Left != nil && p.Left.Statement == id {
				return p
			}
		}
		return report.Pair{}
	}
	assert.Equal(t, "高中阶段毛入学率（二（三）第2段）：全市高中阶段毛入学率不低于95%；960/1000=96.00%；达到 ∥ 高中阶段毛入学率（二（三）第2段）：全市高中阶段毛入学率不低于97%；960/1000=96.00%；尚未达到", of(plan.SeniorGrossEnrolment).String())
	assert.Nil(t, of(plan.SportsMeet).Right)
	assert.Contains(t, of(plan.SportsMeet).Text(bilingual.English), "| no such statement")

	named := report.Beside(left, right, map[plan.ID]plan.ID{plan.SportsMeet: plan.SeniorGrossEnrolment})
	require.Len(t, named, len(pairs), "what was one pair is a statement of the left alone, and the other way round")
	for _, p := range named {
		if p.Left != nil && p.Left.Statement == plan.SportsMeet {
			assert.Equal(t, plan.SeniorGrossEnrolment, p.Right.Statement)
		}
		if p.Left != nil && p.Left.Statement == plan.SeniorGrossEnrolment {
			assert.Nil(t, p.Right)
		}
	}
	assert.Nil(t, report.Beside(nil, right, nil))
}
