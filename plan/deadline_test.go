package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

func TestTheDayOnWhichDataFallDue(t *testing.T) {
	cycle := plan.Deadline{Kind: plan.Cycle, On: quantity.DateOf(2025, 12, 31), Origin: plan.Origin{Basis: plan.Inferred}}
	unknown := quantity.Date{}
	for _, c := range []struct {
		says       string
		deadline   plan.Deadline
		data, want quantity.Date
	}{
		{"data of 2022 have until the end of 2025", stated2025, quantity.DateOf(2022, 6, 30), quantity.DateOf(2025, 12, 31)},
		{"data of the last day still have that day", stated2025, quantity.DateOf(2025, 12, 31), quantity.DateOf(2025, 12, 31)},
		{"data after the last day keep the deadline that has passed", stated2022, quantity.DateOf(2023, 1, 1), quantity.DateOf(2022, 12, 31)},
		{"a date does not depend on the data", stated2025, unknown, quantity.DateOf(2025, 12, 31)},
		{"a cycle falls due at its end", cycle, quantity.DateOf(2021, 1, 1), quantity.DateOf(2025, 12, 31)},
		{"a yearly duty falls due at the end of the data's year", yearly, quantity.DateOf(2023, 3, 1), quantity.DateOf(2023, 12, 31)},
		{"a yearly duty of New Year's Day has the whole year", yearly, quantity.DateOf(2024, 1, 1), quantity.DateOf(2024, 12, 31)},
		{"a yearly duty of New Year's Eve has that day", yearly, quantity.DateOf(2024, 12, 31), quantity.DateOf(2024, 12, 31)},
		{"a yearly duty of data without date has no day", yearly, unknown, unknown},
		{"a standing duty has no day", standing, quantity.DateOf(2023, 3, 1), unknown},
		{"what demands nothing has no day", plan.Deadline{Kind: plan.NotDue}, quantity.DateOf(2023, 3, 1), unknown},
		{"a deadline that is not set has no day", plan.Deadline{}, quantity.DateOf(2023, 3, 1), unknown},
	} {
		t.Run(c.says, func(t *testing.T) { assert.Equal(t, c.want, c.deadline.OnFor(c.data)) })
	}
}

func TestDeadlinesInWords(t *testing.T) {
	for _, c := range []struct {
		deadline plan.Deadline
		zh, en   string
	}{
		{stated2025, "2025年12月31日前，文中明示", "by 31 December 2025, stated"},
		{planEnd, "2025年12月31日前，文中未定期限，按规划期末", "by 31 December 2025, no date in the text, end of the plan"},
		{by(2023, plan.Inferred), "2023年12月31日前，系推定", "by 31 December 2023, inferred"},
		{statement(t, plan.TeacherTrainingHours).Deadline, "2025年12月31日前，系推定", "by 31 December 2025, inferred"},
		{standing, "持续", "standing"},
		{yearly, "每年", "yearly"},
		{plan.Deadline{Kind: plan.NotDue}, "无期限", "not due"},
	} {
		assert.Equal(t, c.zh, c.deadline.In(bilingual.Chinese))
		assert.Equal(t, c.en, c.deadline.In(bilingual.English))
	}
}
