package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestConditionsInWords(t *testing.T) {
	type condition = indicators.Condition[teacher.Record]
	var every condition
	primary, full, master := teacher.Stage.Is(indicators.Primary), teacher.FullTime.Is(indicators.Yes), teacher.Education.AtLeast(indicators.Master)
	for _, c := range []struct {
		condition condition
		zh, en    string
	}{
		{every, "", ""},
		{indicators.And(every), "", ""},
		{primary, "任教学段为小学", "stage taught: primary"},
		{master, "学历为硕士研究生或博士研究生", "level of education: master or doctor"},
		{teacher.Stage.Recorded(), "任教学段有记录", "stage taught recorded"},
		{teacher.TrainingHours.AtLeast(hours(360)), "本周期培训学时不低于360学时", "training hours in the cycle at least 360 hours"},
		{teacher.TrainingHours.AtMost(hours(1)), "本周期培训学时不高于1学时", "training hours in the cycle at most 1 hour"},
		{teacher.TrainingHours.MoreThan(hours(50)), "本周期培训学时超过50学时", "training hours in the cycle more than 50 hours"},
		{teacher.TrainingHours.LessThan(hours(50)), "本周期培训学时低于50学时", "training hours in the cycle less than 50 hours"},
		{teacher.TrainingHours.Is(hours(50)), "本周期培训学时等于50学时", "training hours in the cycle equal to 50 hours"},
		{teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half),
			"信息技术实践应用学时不低于信息技术培训学时的50%", "applied practice hours at least 50 % of digital-skills training hours"},
		{teacher.PracticeHours.MoreThanShareOf(teacher.DigitalHours, literal(2, 1, quantity.Multiple)),
			"信息技术实践应用学时超过信息技术培训学时的2倍", "applied practice hours more than 2 times digital-skills training hours"},
		{teacher.PracticeHours.EqualsShareOf(teacher.DigitalHours, indicators.Parameter("share")),
			"信息技术实践应用学时等于信息技术培训学时的参数share", "applied practice hours equal to parameter share of digital-skills training hours"},
		{indicators.Not(primary), "非（任教学段为小学）", "not (stage taught: primary)"},
		{indicators.Not(indicators.And(primary, full)), "非（任教学段为小学且专任教师为是）", "not (stage taught: primary and full-time teacher: yes)"},
		{indicators.And(primary, full), "任教学段为小学且专任教师为是", "stage taught: primary and full-time teacher: yes"},
		{indicators.Or(primary, full), "任教学段为小学或专任教师为是", "stage taught: primary or full-time teacher: yes"},
		{indicators.And(indicators.Or(primary, full), master), "（任教学段为小学或专任教师为是）且学历为硕士研究生或博士研究生",
			"(stage taught: primary or full-time teacher: yes) and level of education: master or doctor"},
		{indicators.And(indicators.And(indicators.Or(primary, full)), master), "（任教学段为小学或专任教师为是）且学历为硕士研究生或博士研究生",
			"(stage taught: primary or full-time teacher: yes) and level of education: master or doctor"},
		{indicators.And(indicators.Or(primary), full), "任教学段为小学且专任教师为是", "stage taught: primary and full-time teacher: yes"},
		{indicators.And(primary, every), "任教学段为小学", "stage taught: primary"},
		{indicators.Or(primary, every), "任教学段为小学或任何记录", "stage taught: primary or any record"},
		{indicators.Not(every), "非（任何记录）", "not (any record)"},
		{indicators.Or[teacher.Record](), "非（任何记录）", "not (any record)"},
		{indicators.Holds(indicators.Function[teacher.Record]{Name: bilingual.Text{ZH: "学时为整数", EN: "whole hours"}}), "学时为整数", "whole hours"},
		{teacher.TrainingHours.AtLeast(indicators.Each), "本周期培训学时不低于每条记录的标准", "training hours in the cycle at least threshold on each record"},
		{teacher.TrainingHours.AtLeast(indicators.Population), "本周期培训学时不低于总体标准", "training hours in the cycle at least threshold on the population"},
		{teacher.TrainingHours.AtLeast(indicators.Parameter("hours")), "本周期培训学时不低于参数hours", "training hours in the cycle at least parameter hours"},
		{teacher.TrainingHours.AtLeast(indicators.Stated("upper")), "本周期培训学时不低于数值upper", "training hours in the cycle at least figure upper"},
		{teacher.TrainingHours.AtLeast(indicators.AsOfYear), "本周期培训学时不低于数据截止日期所在年度", "training hours in the cycle at least year of the as-of date"},
		{teacher.TrainingHours.AtLeast(indicators.Figure{}), "本周期培训学时不低于无数值", "training hours in the cycle at least no figure"},
		{indicators.Number[teacher.Record]{}.AtLeast(hours(1)), "未描述的字段", "a field that is not described"},
	} {
		assert.Equal(t, c.zh, c.condition.Text(bilingual.Chinese))
		assert.Equal(t, c.en, c.condition.Text(bilingual.English))
	}
}

func TestQuotientsInWords(t *testing.T) {
	c := countyyear.Spending.Per(countyyear.Pupils).MoreThanShareOf(
		countyyear.SpendingBefore.Per(countyyear.PupilsBefore), literal(1, 1, quantity.Percent))
	assert.Equal(t, "一般公共预算教育支出÷在校学生数超过上年一般公共预算教育支出÷上年在校学生数的100%", c.Text(bilingual.Chinese))
	assert.Equal(t, "general public budget spending on education per pupils enrolled more than 100 % of "+
		"general public budget spending on education of the year before per pupils enrolled of the year before", c.Text(bilingual.English))
}

func TestAResolvedConditionPrintsItsAmount(t *testing.T) {
	c := teacher.TrainingHours.AtLeast(indicators.Each)
	resolved, err := c.Resolve(stated{"each": amount(360, 1, quantity.Hour)})
	require.NoError(t, err)
	assert.Equal(t, "本周期培训学时不低于360学时", resolved.Text(bilingual.Chinese))
	assert.Equal(t, "本周期培训学时不低于每条记录的标准", c.Text(bilingual.Chinese), "the condition itself is as it was")

	unset, err := teacher.TrainingHours.AtLeast(indicators.Parameter("hours")).Resolve(stated{"parameter hours": {}})
	require.NoError(t, err)
	assert.Equal(t, "本周期培训学时不低于参数hours", unset.Text(bilingual.Chinese), "a parameter that nobody has set keeps its name")
}
