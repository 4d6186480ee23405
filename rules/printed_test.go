package rules_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestAPrintedFigureDecidesWhereItsDigitsDo(t *testing.T) {
	net := netOf99()
	gross := rules.MustRatio(edition(says("ratio", population(plan.AtLeast, percent(95)))), "ratio", enrolmentRatio)
	for _, c := range []struct {
		says    string
		of      rules.Measure[enrolment.Record]
		printed string
		cut     bool
		outcome verdict.Outcome
		reason  verdict.Reason
		text    string
	}{
		{"95.1 % is 95 % however it was rounded", gross, "95.1", false, verdict.Met, verdict.NoReason, "95.1 % (reported)"},
		{"95.0 % may be 94.95", gross, "95.0", false, verdict.Undetermined, verdict.Rounded, "95.0 % (reported)"},
		{"94.9 % is below 95", gross, "94.9", false, verdict.NotMet, verdict.BelowThreshold, "94.9 % (reported)"},
		{"95 % without decimals may be 94.5", gross, "95", false, verdict.Undetermined, verdict.Rounded, "95 % (reported)"},
		{"95.0 % whose further digits were dropped is no less", gross, "95.0", true, verdict.Met, verdict.NoReason, "95.0 % (reported)"},
		{"94.9 % so may not be 95", gross, "94.9", true, verdict.Undetermined, verdict.Rounded, "94.9 % (reported)"},
		{"99.00 % of a net ratio may be 98.995", net, "99.00", false, verdict.Undetermined, verdict.Rounded, "99.00 % (reported)"},
		{"a gross ratio may be above 100 %", gross, "104.3", false, verdict.Met, verdict.NoReason, "104.3 % (reported)"},
	} {
		t.Run(c.says, func(t *testing.T) {
			figure, err := quantity.ParsePrinted(c.printed, quantity.Percent)
			require.NoError(t, err)
			if c.cut {
				figure = figure.Truncated()
			}
			r, err := c.of.Printed(asOf, figure)
			require.NoError(t, err)
			assert.Equal(t, []any{c.outcome, c.reason}, []any{r.Outcome, r.Reason})
			assert.Equal(t, c.text, r.Measured(bilingual.English), "its digits are kept")
			assert.True(t, r.Reported)
		})
	}
	t.Run("what binds all is not settled by a printed 100 %", func(t *testing.T) {
		all := rules.MustRatio(edition(says("ratio", population(plan.AtLeast, percent(100)))), "ratio", netRatio)
		figure, err := quantity.ParsePrinted("100.00", quantity.Percent)
		require.NoError(t, err)
		r, err := all.Printed(asOf, figure)
		require.NoError(t, err)
		assert.Equal(t, verdict.Rounded, r.Reason)
		assert.Equal(t, "100.00 %", r.Highest.In(bilingual.English, quantity.Down), "a part is no more than its whole")
	})
	t.Run("a figure that the rule cannot have is an error", func(t *testing.T) {
		figure, err := quantity.ParsePrinted("100.1", quantity.Percent)
		require.NoError(t, err)
		_, err = netOf99().Printed(asOf, figure)
		assert.ErrorContains(t, err, "the part cannot be larger than its whole")
		_, err = attested(shownBy(plan.Component{Key: "whole", Is: []plan.EvidenceKind{plan.Act}, Needs: plan.Once})).Printed(asOf, figure)
		assert.ErrorContains(t, err, "answered by evidence")
	})
}

func TestAReportedFigureIsJudgedUnderEveryReadingThatMovesAThreshold(t *testing.T) {
	about := says("years", population(plan.About, percent(95)), reading("literally", plan.Threshold{}, stated(plan.AtLeast, percent(95))),
		reading("within-one", plan.Threshold{}, stated(plan.AtLeast, percent(94))), reading("of-others", plan.Threshold{}, plan.Threshold{}))
	rule := rules.MustRatio(edition(about), "years", enrolmentRatio)
	r, err := rule.Reported(asOf, quantity.MustAmount(945, 1000, quantity.Percent))
	require.NoError(t, err)
	assert.Equal(t, verdict.NotMet, r.Outcome)
	assert.Equal(t, []verdict.Outcome{verdict.NotMet, verdict.Met}, []verdict.Outcome{r.Readings[0].Outcome, r.Readings[1].Outcome})
	assert.False(t, r.Readings[2].Computed)
	assert.Contains(t, r.Text(bilingual.Chinese), "另一理解（理解）：达到")
}

// netRatio divides a part by its whole.
var netRatio = indicators.Ratio[enrolment.Record]{Of: indicators.SumOf(enrolment.EnrolledOfAge), Per: indicators.SumOf(enrolment.OfficialAge)}

func netOf99() rules.Measure[enrolment.Record] {
	return rules.MustRatio(edition(says("net", population(plan.AtLeast, percent(99)))), "net", netRatio)
}

func TestAFigureThatItsDigitsLeaveOpenSaysHowManyWouldDo(t *testing.T) {
	rule := rules.MustRatio(edition(says("net", population(plan.AtLeast, percent(99)))), "net", netRatio)
	for printed, want := range map[string]int{"99": 1, "99.0": 2, "98.99": 0, "99.01": 0, "99.00": 3} {
		figure, err := quantity.ParsePrinted(printed, quantity.Percent)
		require.NoError(t, err)
		r, err := rule.Printed(asOf, figure)
		require.NoError(t, err)
		assert.Equal(t, want, r.Decimals, printed)
		if want > 0 {
			assert.Equal(t, verdict.Rounded, r.Reason, printed)
			assert.Contains(t, r.Text(bilingual.Chinese), fmt.Sprintf("须报到小数点后%d位以上，或报分子、分母", want))
			assert.Contains(t, r.Text(bilingual.English), fmt.Sprintf("wanted with %d decimals or more, or with numerator and denominator", want))
		}
	}
}

func TestARateThatIsAHundredfoldCannotBeMeant(t *testing.T) {
	for percent, sound := range map[uint64]bool{95: true, 999: true, 1000: true, 1001: false, 9500: false} {
		_, err := tonghua.SeniorGrossEnrolment.Reported(asOf, quantity.MustAmount(percent, 100, quantity.Percent))
		if sound {
			assert.NoError(t, err, percent)
			continue
		}
		assert.ErrorContains(t, err, "cannot be meant; a percentage is a part of one, 95/100 for 95 %", percent)
	}
}
