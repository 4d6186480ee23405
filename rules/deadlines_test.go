package rules_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// missed judges four teachers of five against all of them.
func missed(t *testing.T, on quantity.Date, changes ...amend) verdict.Result {
	t.Helper()
	p := edition(says("target", append([]amend{population(plan.AtLeast, percent(100))}, changes...)...))
	return evaluate(t, rules.MustShare(p, "target", share{Counted: online}), on, group(4, 1, 0)...)
}

func TestDeadlinesIncludeTheirDay(t *testing.T) {
	june := day(2024, time.June, 30)
	for _, c := range []struct {
		name    string
		change  amend
		on      quantity.Date
		due     verdict.Due
		verdict string
		english string
		breach  bool
	}{
		{"the day before its deadline a target is not yet met", dueBy(june), june.Previous(), verdict.Open, "尚未达到", "not yet met", false},
		{"on the day of its deadline a target is still open", dueBy(june), june, verdict.Open, "尚未达到", "not yet met", false},
		{"the day after its deadline a missed target is a breach", dueBy(june), june.Next(), verdict.Past, "未达到，违反", "not met, breach", true},
		{"a cycle is open on its last day", dueAsCycle(lastDay), lastDay, verdict.Open, "尚未达到", "not yet met", false},
		{"a cycle is past the day after", dueAsCycle(lastDay), lastDay.Next(), verdict.Past, "未达到，违反", "not met, breach", true},
		{"a standing duty holds all the time", due(plan.Standing), day(2022, time.March, 1), verdict.Standing, "未达到，违反", "not met, breach", true},
		{"a standing duty holds on the plan's first day", due(plan.Standing), firstDay, verdict.Standing, "未达到，违反", "not met, breach", true},
		{"before the plan's first day nothing is a breach", due(plan.Standing), firstDay.Previous(), verdict.Open, "尚未达到", "not yet met", false},
		{"before the plan's first day a deadline is open even if it has passed", dueBy(day(2019, time.May, 1)), day(2020, time.May, 1), verdict.Open, "尚未达到", "not yet met", false},
		{"on the plan's last day a standing duty holds", due(plan.Standing), lastDay, verdict.Standing, "未达到，违反", "not met, breach", true},
		{"on the day after it binds no more", due(plan.Standing), lastDay.Next(), verdict.Ended, "未达到（规划期已满）", "not met (the plan has ended)", false},
		{"a yearly duty is open within its year", due(plan.Yearly), day(2024, time.June, 1), verdict.Open, "尚未达到", "not yet met", false},
		{"a must whose deadline an amendment takes away is never due", due(plan.NotDue), lastDay, verdict.Open, "尚未达到", "not yet met", false},
		{"nor is it after the plan's last day", due(plan.NotDue), lastDay.Next(), verdict.Open, "尚未达到", "not yet met", false},
		{"a yearly duty is open on 31 December", due(plan.Yearly), day(2024, time.December, 31), verdict.Open, "尚未达到", "not yet met", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := missed(t, c.on, c.change)
			assert.Equal(t, verdict.NotMet, r.Outcome)
			assert.Equal(t, c.due, r.Due)
			assert.Equal(t, c.verdict, r.Verdict(bilingual.Chinese))
			assert.Equal(t, c.english, r.Verdict(bilingual.English))
			assert.Equal(t, c.breach, r.Breach())
		})
	}
}

func TestOnlyAMustCanBeBreached(t *testing.T) {
	for m, breach := range map[plan.Modality]bool{
		plan.Must: true, plan.Strive: false, plan.Should: false, plan.Encourage: false, plan.Explore: false, plan.NoDemand: false,
	} {
		t.Run(m.In(bilingual.English), func(t *testing.T) {
			r := missed(t, lastDay.Next(), modality(m))
			assert.Equal(t, verdict.NotMet, r.Outcome)
			assert.Equal(t, m, r.Modality)
			assert.Equal(t, breach, r.Breach())
			assert.False(t, missed(t, lastDay, modality(m)).Breach(), "not while it is open")
		})
	}
	t.Run("must, step by step, is a must once past", func(t *testing.T) {
		assert.True(t, missed(t, lastDay.Next(), func(s *plan.Statement) { s.Gradually = true }).Breach())
	})
	t.Run("what is met, undetermined or not applicable is no breach", func(t *testing.T) {
		p := edition(says("target", population(plan.AtLeast, percent(100)), due(plan.Standing)))
		r := rules.MustShare(p, "target", share{Counted: online})
		for _, group := range [][3]int{{3, 0, 0}, {3, 0, 1}, {0, 0, 0}} {
			got := evaluate(t, r, asOf, groupOf(group)...)
			assert.NotEqual(t, verdict.NotMet, got.Outcome)
			assert.False(t, got.Breach(), got.Outcome)
		}
	})
}

func TestDataAreSeenFromALaterDay(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  amend
		on      quantity.Date // the data's
		seen    quantity.Date // the report's
		outcome verdict.Outcome
		reason  verdict.Reason
		due     verdict.Due
		breach  bool
	}{
		{"data of the deadline's day decide for ever", dueBy(lastDay), lastDay, day(2026, time.March, 1), verdict.NotMet, verdict.BelowThreshold, verdict.Past, true},
		{"data of the day after decide as well", dueBy(lastDay), lastDay.Next(), day(2026, time.March, 1), verdict.NotMet, verdict.BelowThreshold, verdict.Past, true},
		{"data of the day before a deadline that has passed decide nothing", dueBy(lastDay), lastDay.Previous(), day(2026, time.March, 1), verdict.Undetermined, verdict.StaleData, verdict.Past, false},
		{"they still decide on the deadline's day", dueBy(lastDay), lastDay.Previous(), lastDay, verdict.NotMet, verdict.BelowThreshold, verdict.Open, false},
		{"old data decide while the deadline is open", dueBy(lastDay), day(2023, time.May, 1), day(2024, time.May, 1), verdict.NotMet, verdict.BelowThreshold, verdict.Open, false},
		{"a cycle goes the same way", dueAsCycle(lastDay), day(2025, time.May, 1), lastDay.Next(), verdict.Undetermined, verdict.StaleData, verdict.Past, false},
		{"a year's end figures are a breach when the year is over", due(plan.Yearly), day(2024, time.December, 31), day(2025, time.January, 1), verdict.NotMet, verdict.BelowThreshold, verdict.Past, true},
		{"figures of June decide nothing when the year is over", due(plan.Yearly), day(2024, time.June, 30), day(2025, time.January, 1), verdict.Undetermined, verdict.StaleData, verdict.Past, false},
		{"figures of June are open within the year", due(plan.Yearly), day(2024, time.June, 30), day(2024, time.December, 31), verdict.NotMet, verdict.BelowThreshold, verdict.Open, false},
		{"a standing duty has no deadline that could pass", due(plan.Standing), day(2022, time.May, 1), day(2025, time.May, 1), verdict.NotMet, verdict.BelowThreshold, verdict.Standing, true},
		{"what is never due is not due on a later day", due(plan.NotDue), day(2022, time.May, 1), day(2027, time.May, 1), verdict.NotMet, verdict.BelowThreshold, verdict.Open, false},
		{"data from before the plan are baselines and no breach of it", due(plan.Standing), day(2020, time.May, 1), day(2025, time.May, 1), verdict.Undetermined, verdict.BeforeIssue, verdict.Open, false},
		{"a report of no day leaves a deadline open", dueBy(lastDay), lastDay, quantity.Date{}, verdict.NotMet, verdict.BelowThreshold, verdict.Open, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := missed(t, c.on, c.change, baseline(percent(50), day(2020, time.December, 31)), readings("first", "second"))
			r := before.SeenOn(c.seen)
			assert.Equal(t, []any{c.outcome, c.reason, c.due}, []any{r.Outcome, r.Reason, r.Due})
			assert.Equal(t, c.breach, r.Breach())
			assert.Equal(t, c.on, r.AsOf, "data are shown with their date")
			assert.Equal(t, before.Value, r.Value)
			if c.due != verdict.Open {
				assert.Zero(t, r.Pace, "what is no longer open has no pace")
			}
			if c.reason == verdict.StaleData {
				assert.Zero(t, r.Shortfall)
				assert.Equal(t, verdict.StaleData, r.Readings[0].Reason)
				assert.Equal(t, verdict.BelowThreshold, before.Readings[0].Reason, "the result itself does not change")
				assert.Equal(t, "无法判定（数据早于期限）", r.Verdict(bilingual.Chinese))
				assert.Equal(t, "undetermined (the data are older than the deadline)", r.Verdict(bilingual.English))
			}
			assert.True(t, r.Equal(before.SeenOn(c.seen)))
		})
	}
	t.Run("old data that met the target decide nothing either", func(t *testing.T) {
		p := edition(says("target", population(plan.AtLeast, percent(80))))
		r := evaluate(t, rules.MustShare(p, "target", share{Counted: online}), day(2025, time.May, 1), group(4, 1, 0)...)
		assert.Equal(t, verdict.Met, r.Outcome)
		assert.Equal(t, verdict.StaleData, r.SeenOn(lastDay.Next()).Reason)
	})
	t.Run("what was not applicable stays so", func(t *testing.T) {
		p := edition(says("target", population(plan.AtLeast, percent(80))))
		r := evaluate(t, rules.MustShare(p, "target", share{Counted: online}), day(2025, time.May, 1))
		assert.Equal(t, []any{verdict.NotApplicable, verdict.NoRecords}, []any{r.SeenOn(lastDay.Next()).Outcome, r.SeenOn(lastDay.Next()).Reason})
	})
}
