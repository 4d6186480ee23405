package plan_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

func TestComparators(t *testing.T) {
	for _, c := range []struct {
		says                string
		comparator          plan.Comparator
		below, equal, above bool
		ceiling             bool
	}{
		{"at least includes the number itself", plan.AtLeast, false, true, true, false},
		{"at most includes the number itself", plan.AtMost, true, true, false, true},
		{"more than leaves the number out", plan.MoreThan, false, false, true, false},
		{"less than leaves the number out", plan.LessThan, true, false, false, true},
		{"exactly is the number alone", plan.Exactly, false, true, false, false},
		{"about is decided by a reading and never holds", plan.About, false, false, false, false},
		{"a comparator that is not set never holds", 0, false, false, false, false},
		{"an odd comparator never holds", 99, false, false, false, false},
	} {
		t.Run(c.says, func(t *testing.T) {
			assert.Equal(t, c.below, c.comparator.Holds(-1))
			assert.Equal(t, c.equal, c.comparator.Holds(0))
			assert.Equal(t, c.above, c.comparator.Holds(1))
			assert.Equal(t, c.ceiling, c.comparator.Ceiling())
		})
	}
}

func TestThresholdsInWords(t *testing.T) {
	for _, c := range []struct {
		threshold plan.Threshold
		zh, en    string
	}{
		{plan.Threshold{}, "", ""},
		{atLeast("12", quantity.Percent, plan.Stated), "不低于12%", "at least 12 %"},
		{atLeast("77.14", quantity.Percent, plan.Stated), "不低于77.14%", "at least 77.14 %"},
		{threshold(plan.AtMost, "55", quantity.Pupil, plan.Official), "不高于55名学生", "at most 55 pupils"},
		{atLeast("1", quantity.Kindergarten, plan.Stated), "不低于1所幼儿园", "at least 1 kindergarten"},
		{threshold(plan.About, "10.8", quantity.Year, plan.Stated), "10.8年左右", "about 10.8 years"},
		{threshold(plan.Exactly, "1", quantity.Multiple, plan.Stated), "等于1倍", "exactly 1 time"},
		{threshold(plan.MoreThan, "5", quantity.Site, plan.Stated), "超过5个专业点", "more than 5 speciality sites"},
		{threshold(plan.LessThan, "45", quantity.Age, plan.Stated), "低于45岁", "less than 45 years of age"},
	} {
		assert.Equal(t, c.zh, c.threshold.In(bilingual.Chinese))
		assert.Equal(t, c.en, c.threshold.In(bilingual.English))
		assert.Equal(t, c.en, c.threshold.String())
		assert.Equal(t, c.en == "", c.threshold.IsZero())
	}
}

func TestThresholdsAreComparable(t *testing.T) {
	assert.True(t, atLeast("50", quantity.Percent, plan.Stated) == atLeast("50.00", quantity.Percent, plan.Stated))
	assert.False(t, atLeast("50", quantity.Percent, plan.Stated) == atLeast("50", quantity.Percent, plan.Official),
		"what a figure rests on is part of it")
}

func TestAThresholdAsJSON(t *testing.T) {
	want := threshold(plan.AtMost, "55", quantity.Pupil, plan.Official)
	data, err := json.Marshal(want)
	require.NoError(t, err)
	assert.JSONEq(t, `{"comparator":"at-most","amount":{"number":"55","unit":"pupil"},"basis":"official"}`, string(data))
	var back plan.Threshold
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, want, back)
	assert.Error(t, json.Unmarshal([]byte(`{"comparator":">="}`), &back))
	assert.Error(t, json.Unmarshal([]byte(`{"basis":"hearsay"}`), &back))
}
