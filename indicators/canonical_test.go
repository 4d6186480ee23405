package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestTheCanonicalFormOfConditions(t *testing.T) {
	type condition = indicators.Condition[teacher.Record]
	primary, master := teacher.Stage.Is(indicators.Primary), teacher.Education.AtLeast(indicators.Master)
	own := func(version string) condition {
		return indicators.Holds(indicators.Function[teacher.Record]{Name: bilingual.Text{ZH: "整", EN: "whole"}, Version: version,
			Reads: []*indicators.Field[teacher.Record]{teacher.TrainingHours.Field}, Holds: func(*teacher.Record) bool { return true }})
	}
	seen := map[string]bool{}
	for _, c := range []struct {
		condition condition
		want      string
	}{
		{condition{}, "every"},
		{primary, `in("stage","primary")`},
		{master, `in("education","master"|"doctor")`},
		{teacher.Stage.Recorded(), `recorded("stage")`},
		{teacher.TrainingHours.AtLeast(hours(360)), `atleast("training_hours" hour,360/1 hour)`},
		{teacher.TrainingHours.MoreThan(hours(360)), `morethan("training_hours" hour,360/1 hour)`},
		{teacher.TrainingHours.AtMost(hours(360)), `atmost("training_hours" hour,360/1 hour)`},
		{teacher.TrainingHours.LessThan(hours(360)), `lessthan("training_hours" hour,360/1 hour)`},
		{teacher.TrainingHours.Is(hours(361)), `equal("training_hours" hour,361/1 hour)`},
		{teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half), `atleast("practice_hours" hour of "digital_hours" hour,1/2 percent)`},
		{teacher.DigitalHours.AtLeastShareOf(teacher.PracticeHours, half), `atleast("digital_hours" hour of "practice_hours" hour,1/2 percent)`},
		{indicators.Not(primary), `not(in("stage","primary"))`},
		{indicators.And(primary, master), `and(in("stage","primary"),in("education","master"|"doctor"))`},
		{indicators.Or(primary, master), `or(in("stage","primary"),in("education","master"|"doctor"))`},
		{indicators.Or[teacher.Record](), `or()`},
		{own("1"), `own("whole","1","training_hours" hour)`},
		{own("2"), `own("whole","2","training_hours" hour)`},
	} {
		resolved, err := c.condition.Resolve(nil)
		require.NoError(t, err)
		assert.Equal(t, c.want, resolved.Canonical())
		assert.False(t, seen[c.want], "conditions that differ are told apart")
		seen[c.want] = true
	}
	open := teacher.TrainingHours.AtLeast(indicators.Parameter("hours"))
	assert.Equal(t, `atleast("training_hours" hour,open "parameter hours")`, open.Canonical(), "not resolved")
	assert.NotPanics(t, func() {
		_ = indicators.Number[teacher.Record]{}.AtLeast(indicators.Literal(quantity.MustAmount(1, 1, quantity.Hour))).Canonical()
	})
}
