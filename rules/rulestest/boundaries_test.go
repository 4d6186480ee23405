package rulestest_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// hoursAlone asks the hours of every teacher, whenever appointed: a rule over one field.
var hoursAlone = rules.MustDuty(plan.Tonghua(), plan.TeacherTrainingHours, indicators.Duty[teacher.Record]{Must: teacher.TrainingHours.AtLeast(indicators.Each)})

func TestBoundariesOfTrainingHoursReadAsSentences(t *testing.T) {
	cases, err := rulestest.Boundaries(hoursAlone)
	require.NoError(t, err)
	var names []string
	for _, c := range cases {
		names = append(names, c.Name.EN)
		if c.Name.EN == "training hours in the cycle 359.99 hours, one step below 360 hours: not met" {
			assert.Equal(t, "本周期培训学时359.99学时，比360学时少一步：未达到", c.Name.ZH)
			assert.Equal(t, rulestest.Expectation{Outcome: verdict.NotMet, Reason: verdict.BelowThreshold, Value: "0/1", Shortfall: "1", Due: "open"}, c.Expect)
			assert.Equal(t, []rulestest.Row[teacher.Record]{{Record: teacher.Record{TrainingHours: quantity.HoursOf(359.99)}, Records: 1}}, c.Rows)
		}
	}
	assert.Equal(t, []string{
		"training hours in the cycle 0 hours: not met",
		"training hours in the cycle 359.99 hours, one step below 360 hours: not met",
		"training hours in the cycle 360 hours, exactly the figure: met",
		"training hours in the cycle 360.01 hours, one step above 360 hours: met",
		"training hours in the cycle unknown: undetermined",
		"training hours in the cycle invalid: unreadable: undetermined",
		"no record at all: not applicable",
		"a record of which nothing is known: undetermined",
		"9999 of 10000 counted: not met",
		"9999 of 10000 counted, one unknown: undetermined",
		"10000 of 10000 counted: met",
		"0 of 10000 counted: not met",
		"0 of 10000 counted, one unknown: not met",
		"data of 31 December 2020: not met",
		"data of 1 January 2021: not met",
		"data of 30 December 2025: not met",
		"data of 31 December 2025: not met",
		"data of 1 January 2026: not met",
	}, names)
}

func TestACaseIsJudgedAsItsRecordsAre(t *testing.T) {
	t.Parallel()
	var records []teacher.Record
	for _, rule := range tonghua.Teachers() {
		cases, err := rulestest.Boundaries(rule)
		require.NoError(t, err)
		for _, c := range cases {
			records = slices.AppendSeq(records[:0], c.Records())
			got, err := rule.Evaluate(c.AsOf, records...)
			require.NoError(t, err)
			require.Equal(t, c.Expect.Outcome, got.Outcome, c.Name.EN)
			require.Equal(t, c.Expect.Due, got.Due.String(), c.Name.EN)
		}
	}
}

func TestACaseThatDoesNotHoldSaysSo(t *testing.T) {
	cases, err := rulestest.Boundaries(tonghua.SeniorMaster)
	require.NoError(t, err)
	failed := 0
	for _, c := range cases {
		if err := c.Check(tonghua.JuniorBachelor); err != nil {
			failed++
			assert.ErrorContains(t, err, "senior-master: "+c.Name.ZH+" / "+c.Name.EN)
		}
	}
	assert.Greater(t, failed, len(cases)/2, "another rule's cases")
}

func TestTheZeroRuleHasNoBoundaries(t *testing.T) {
	_, err := rulestest.Boundaries[teacher.Record](nil)
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = rulestest.Boundaries(rules.Measure[teacher.Record]{})
	assert.ErrorIs(t, err, rules.ErrZero)
}
