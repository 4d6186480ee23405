package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Of a thousand senior teachers 12 % are 120; 110 are masters, and 100 are blank.
func TestTheAnswersThatSettleAVerdictSettleIt(t *testing.T) {
	outcome := func(masters, bachelors int) verdict.Result {
		staff := make([]teacher.Record, 1000)
		for i := range staff {
			staff[i].Stage, staff[i].FullTime = indicators.SeniorHigh, indicators.Yes
			switch {
			case i < 110, i < 110+masters:
				staff[i].Education = indicators.Master
			case i < 110+masters+bachelors, i >= 210:
				staff[i].Education = indicators.Bachelor
			}
		}
		r, err := tonghua.SeniorMaster.Evaluate(asOf, staff...)
		require.NoError(t, err)
		return r
	}
	open := outcome(0, 0)
	assert.Equal(t, verdict.Settling{ToMet: 10, ToNotMet: 91, Most: 100}, open.Settling())
	assert.Equal(t, verdict.Classes{Counted: 110, NotCounted: 790, Unanswered: 100}, open.Classes)
	assert.Equal(t, verdict.Undetermined, outcome(9, 0).Outcome)
	assert.Equal(t, verdict.Met, outcome(10, 0).Outcome)
	assert.Equal(t, verdict.Undetermined, outcome(0, 90).Outcome)
	assert.Equal(t, verdict.NotMet, outcome(0, 91).Outcome)
	assert.Equal(t, verdict.Undetermined, outcome(9, 90).Outcome, "99 answers need not settle it")
	assert.Equal(t, verdict.Margin{Wrong: 1, Of: 1000}, outcome(10, 90).Margin(), "120 of 1,000 are just enough")
}
