package rules_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func TestAReportedShareIsNoMoreThanItsWhole(t *testing.T) {
	for _, c := range []struct {
		says  string
		rule  rules.View
		value string
		fine  bool
	}{
		{"a share of 101 % is an error", tonghua.SeniorMaster, "101", false},
		{"a share of 100 % is not", tonghua.SeniorMaster, "100", true},
		{"a net rate of 100.01 % is an error", tonghua.PrimaryNetEnrolment, "100.01", false},
		{"a gross ratio may exceed 100 %", tonghua.SeniorGrossEnrolment, "102", true},
		{"so may a rise on the year before", tonghua.GraduatesToColleges, "130", true},
		{"posts filled are a part of posts planned", tonghua.SpecialPosts, "101", false},
		{"a duty on each is kept by no more than all", tonghua.TeacherTrainingHours, "100.5", false},
	} {
		value, err := quantity.ParseAmount(c.value, quantity.Percent)
		require.NoError(t, err)
		_, err = c.rule.Reported(lastDay, value)
		if c.fine {
			assert.NoError(t, err, c.says)
		} else {
			assert.ErrorContains(t, err, "larger than its whole", c.says)
			assert.ErrorContains(t, err, value.String())
		}
	}
}

func TestASetKeepsTheRulesAskedFor(t *testing.T) {
	set, err := tonghua.Teachers().Only(plan.SeniorMaster, plan.BackboneCity, plan.SportsSkills)
	require.NoError(t, err)
	var ids []plan.ID
	for _, r := range set {
		ids = append(ids, r.ID())
	}
	assert.Equal(t, []plan.ID{plan.BackboneCity, plan.SeniorMaster}, ids, "in the order of the set; no pupil is a teacher")
	none, err := tonghua.Teachers().Only()
	require.NoError(t, err)
	assert.Empty(t, none)
	for what, id := range map[string]plan.ID{"a slip of the pen": "senior-masters", "a statement that demands nothing": plan.Principles} {
		_, err := tonghua.Teachers().Only(plan.SeniorMaster, id)
		assert.ErrorIs(t, err, rules.ErrNoRule, what)
		assert.ErrorContains(t, err, string(id))
	}
}

func TestFaultsBeyondTheFirstAreCounted(t *testing.T) {
	panel := rules.MustPanel(func(n *int, r *teacher.Record) {
		r.Stage, r.Education = indicators.SeniorHigh, indicators.ParseEducation("硕士研究身")
		if *n == 0 {
			r.TrainingHours = quantity.HoursOf(-1)
		}
	}, tonghua.SeniorMaster, tonghua.TeacherTrainingHours)
	results, err := panel.Evaluate(lastDay, make([]int, 1200))
	require.NoError(t, err)
	assert.Len(t, results.Faults, rules.KeptFaults)
	assert.Contains(t, results.Text(bilingual.English), "2,400 faults in all: ")
	assert.Contains(t, results.Text(bilingual.English), "level of education 1,200")
	assert.Contains(t, results.Text(bilingual.Chinese), "数据问题共2400处：")
	few, err := panel.Evaluate(lastDay, []int{1})
	require.NoError(t, err)
	assert.NotContains(t, few.Text(bilingual.English), "in all")
}

// A system that holds few columns asks only what they can answer.
func ExampleSet_Only() {
	c, err := rules.Cover(tonghua.Teachers().Views(), rules.FieldName{Subject: "teacher", Field: "stage"},
		rules.FieldName{Subject: "teacher", Field: "education"})
	if err != nil {
		fmt.Println(err)
		return
	}
	set, err := tonghua.Teachers().Only(c.Answered...)
	for _, r := range set {
		fmt.Println(r.ID())
	}
	fmt.Println(err)
	// Output:
	// primary-college
	// junior-bachelor
	// senior-master
	// <nil>
}
