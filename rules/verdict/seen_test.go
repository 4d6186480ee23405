package verdict_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

func day(y int, m time.Month, d int) quantity.Date { return quantity.DateOf(y, m, d) }

var (
	issued   = day(2022, time.May, 26)
	midPlan  = day(2024, time.September, 1)
	lastDay  = day(2025, time.December, 31)
	dayAfter = day(2026, time.January, 1)

	byLastDay = plan.Deadline{Kind: plan.ByDate, On: lastDay, Origin: plan.Origin{Basis: plan.Stated}}
	standing  = plan.Deadline{Kind: plan.Standing}
	yearly    = plan.Deadline{Kind: plan.Yearly}
	never     = plan.Deadline{Kind: plan.NotDue}
)

// on is what a rule says on a date of data that stand for that day alone.
func on(asOf quantity.Date, d plan.Deadline, o verdict.Outcome, reason verdict.Reason) verdict.Result {
	r := verdict.Result{Format: verdict.Format, From: issued, To: lastDay, AsOf: asOf, Until: asOf, Deadline: d, Modality: plan.Must, Outcome: o, Reason: reason}
	r.Due = verdict.DueOn(asOf, r)
	return r
}

func missed(asOf quantity.Date, d plan.Deadline) verdict.Result {
	return on(asOf, d, verdict.NotMet, verdict.BelowThreshold)
}

func met(asOf quantity.Date, d plan.Deadline) verdict.Result {
	return on(asOf, d, verdict.Met, verdict.NoReason)
}

// until says of which day the period of the data is the last.
func until(r verdict.Result, last quantity.Date) verdict.Result {
	r.Until = last
	return r
}

// attested is a result that evidence alone gave.
func attested(r verdict.Result) verdict.Result {
	r.Attested = true
	return r
}

func TestHowADeadlineStandsOnADay(t *testing.T) {
	later := plan.DecidingFigure{Key: "population", Origin: plan.Origin{Basis: plan.Ordered, From: day(2025, time.March, 1)}}
	ordered := missed(midPlan, standing)
	ordered.Figures = []plan.DecidingFigure{later}
	orderedSince := until(ordered, lastDay)
	for _, c := range []struct {
		says string
		r    verdict.Result
		day  quantity.Date
		want verdict.Due
	}{
		{"the deadline's own day is still open", missed(lastDay, byLastDay), lastDay, verdict.Open},
		{"the day after it is past", missed(lastDay, byLastDay), dayAfter, verdict.Past},
		{"a year before it is open", missed(midPlan, byLastDay), midPlan, verdict.Open},
		{"a standing duty is never due and never open", missed(midPlan, standing), midPlan, verdict.Standing},
		{"it stands in a report of a day after the plan", missed(lastDay, standing), dayAfter, verdict.Standing},
		{"but not of data later than the plan", missed(dayAfter, standing), dayAfter, verdict.Ended},
		{"a yearly duty is due at the end of the data's year", missed(midPlan, yearly), day(2024, time.December, 31), verdict.Open},
		{"and past in the next year", missed(midPlan, yearly), day(2025, time.January, 1), verdict.Past},
		{"what is never due stays open", missed(midPlan, never), day(2099, time.January, 1), verdict.Open},
		{"before the plan binds everything is open", missed(issued.Previous(), standing), issued.Previous(), verdict.Open},
		{"on the day on which it binds a duty stands", missed(issued, standing), issued, verdict.Standing},
		{"data of a time before the plan binds stay open", missed(issued.Previous(), standing), midPlan, verdict.Open},
		{"so do data of the year in which it was issued, before it was", until(missed(issued.Previous(), standing), day(2022, time.December, 31)), issued.Previous(), verdict.Open},
		{"data of a year that ends after the plan was issued do not", until(missed(issued.Previous(), standing), day(2022, time.December, 31)), midPlan, verdict.Standing},
		{"a figure that holds from a later day binds nobody before", ordered, lastDay, verdict.Open},
		{"and binds from its day on", orderedSince, lastDay, verdict.Standing},
	} {
		t.Run(c.says, func(t *testing.T) { assert.Equal(t, c.want, verdict.DueOn(c.day, c.r)) })
	}
}

func TestAResultIsSeenOnALaterDay(t *testing.T) {
	comparison := on(lastDay, byLastDay, verdict.NotApplicable, verdict.ForComparison)
	groups := on(lastDay, byLastDay, verdict.Undetermined, verdict.NeedsGroups)
	overdue := attested(missed(midPlan, yearly)) // an earlier year was missed
	overdue.Due = verdict.Past
	open := on(midPlan, byLastDay, verdict.Undetermined, verdict.MissingData)
	for _, c := range []struct {
		says    string
		r       verdict.Result
		day     quantity.Date
		outcome verdict.Outcome
		reason  verdict.Reason
		due     verdict.Due
		breach  bool
	}{
		{"on its own day a miss is open", missed(lastDay, byLastDay), lastDay, verdict.NotMet, verdict.BelowThreshold, verdict.Open, false},
		{"the day after the deadline a miss of the deadline's day is a breach", missed(lastDay, byLastDay), dayAfter, verdict.NotMet, verdict.BelowThreshold, verdict.Past, true},
		{"what was met on the deadline's day stays met", met(lastDay, byLastDay), dayAfter, verdict.Met, verdict.NoReason, verdict.Past, false},
		{"older data decide nothing once the deadline has passed", missed(midPlan, byLastDay), dayAfter, verdict.Undetermined, verdict.StaleData, verdict.Past, false},
		{"nor do they once met", met(midPlan, byLastDay), dayAfter, verdict.Undetermined, verdict.StaleData, verdict.Past, false},
		{"data of a year that reaches the deadline are not older", until(missed(day(2025, time.September, 1), byLastDay), lastDay), dayAfter, verdict.NotMet, verdict.BelowThreshold, verdict.Past, true},
		{"data up to the deadline's eve are", until(met(midPlan, byLastDay), lastDay.Previous()), dayAfter, verdict.Undetermined, verdict.StaleData, verdict.Past, false},
		{"before the deadline older data count", missed(midPlan, byLastDay), lastDay, verdict.NotMet, verdict.BelowThreshold, verdict.Open, false},
		{"what evidence has met once does not cease to be", attested(met(midPlan, byLastDay)), dayAfter, verdict.Met, verdict.NoReason, verdict.Past, false},
		{"what evidence meets each year does", attested(until(met(midPlan, yearly), midPlan)), dayAfter, verdict.Undetermined, verdict.StaleData, verdict.Past, false},
		{"what data left open stays open for its own reason", open, dayAfter, verdict.Undetermined, verdict.MissingData, verdict.Past, false},
		{"a standing duty stays as it is", missed(midPlan, standing), dayAfter, verdict.NotMet, verdict.BelowThreshold, verdict.Standing, true},
		{"a yearly duty is a breach in the next year", until(missed(midPlan, yearly), day(2024, time.December, 31)), lastDay, verdict.NotMet, verdict.BelowThreshold, verdict.Past, true},
		{"a past result stays past on its own day", overdue, midPlan, verdict.NotMet, verdict.BelowThreshold, verdict.Past, true},
		{"and later", overdue, lastDay, verdict.NotMet, verdict.BelowThreshold, verdict.Past, true},
		{"what is never due is never missed", missed(midPlan, never), dayAfter, verdict.NotMet, verdict.BelowThreshold, verdict.Open, false},
		{"what is shown for comparison is never missed", comparison, dayAfter, verdict.NotApplicable, verdict.ForComparison, verdict.Open, false},
		{"nor is what groups have to show", groups, dayAfter, verdict.Undetermined, verdict.NeedsGroups, verdict.Open, false},
		{"an earlier day shows the result itself", missed(lastDay, byLastDay), midPlan, verdict.NotMet, verdict.BelowThreshold, verdict.Open, false},
		{"a day that is none shows the result itself", overdue, quantity.DateOf(2026, time.February, 30), verdict.NotMet, verdict.BelowThreshold, verdict.Past, true},
		{"so does no day", overdue, quantity.Date{}, verdict.NotMet, verdict.BelowThreshold, verdict.Past, true},
	} {
		t.Run(c.says, func(t *testing.T) {
			before := c.r
			got := c.r.SeenOn(c.day)
			assert.Equal(t, []any{c.outcome, c.reason, c.due, c.breach}, []any{got.Outcome, got.Reason, got.Due, got.Breach()})
			assert.Equal(t, before, c.r, "the result itself is as it was")
			assert.Equal(t, got, got.SeenOn(c.day), "seen again it is the same")
			assert.Equal(t, c.r.Value, got.Value, "what was measured is still shown")
		})
	}
}

func TestOfItsOwnDateOrAnEarlierDayAResultIsItself(t *testing.T) {
	for _, d := range []plan.Deadline{byLastDay, standing, yearly, never} {
		for _, asOf := range []quantity.Date{issued.Previous(), issued, midPlan, lastDay, dayAfter} {
			for _, r := range []verdict.Result{missed(asOf, d), met(asOf, d), attested(missed(asOf, d))} {
				r.Due = verdict.Past // as evidence of missed earlier years makes it
				for _, seen := range []quantity.Date{asOf, asOf.Previous(), {}} {
					assert.True(t, r.Equal(r.SeenOn(seen)))
				}
			}
		}
	}
}

func TestOldDataTakeBackReadingsAndShortfallToo(t *testing.T) {
	r := missed(midPlan, byLastDay)
	r.Shortfall = verdict.Shortfall{Low: quantity.TotalOf(1, quantity.Pupil), High: quantity.TotalOf(2, quantity.Pupil)}
	r.Readings = []verdict.ReadingResult{{Key: "one", Decides: true, Outcome: verdict.NotMet, Reason: verdict.BelowThreshold}, {Key: "other", Outcome: verdict.Met}, {Key: "third"}}
	got := r.SeenOn(dayAfter)
	assert.True(t, got.Shortfall.IsZero())
	for i, want := range []verdict.Reason{verdict.StaleData, verdict.StaleData, verdict.NoReason} {
		assert.Equal(t, verdict.Undetermined, got.Readings[i].Outcome)
		assert.Equal(t, want, got.Readings[i].Reason)
	}
	assert.Equal(t, verdict.NotMet, r.Readings[0].Outcome, "those of the result itself stay")
	assert.False(t, r.Shortfall.IsZero())
}

func TestWaitingNeverTurnsAMissIntoAPass(t *testing.T) {
	for _, d := range []plan.Deadline{byLastDay, standing, yearly, never} {
		for _, asOf := range []quantity.Date{issued.Previous(), midPlan, lastDay, dayAfter} {
			for seen := asOf; seen.Before(day(2027, time.January, 1)); seen = seen.AddYears(1).Next() {
				assert.NotEqual(t, verdict.Met, missed(asOf, d).SeenOn(seen).Outcome)
				assert.False(t, met(asOf, d).SeenOn(seen).Breach())
			}
		}
	}
}

func TestDataOfATimeBeforeThePlanAreOldOnceTheDeadlineHasPassed(t *testing.T) {
	before := day(2020, time.December, 31)
	for _, r := range []verdict.Result{missed(before, byLastDay), met(before, byLastDay)} {
		open := r.SeenOn(lastDay)
		assert.Equal(t, []any{verdict.Undetermined, verdict.BeforeIssue, verdict.Open}, []any{open.Outcome, open.Reason, open.Due}, "a baseline shows neither that the target is reached nor that it is missed")
		assert.Equal(t, r.Outcome, r.SeenOn(r.From.Previous()).Outcome, "before the plan was issued it is what is known")
		got := r.SeenOn(dayAfter)
		assert.Equal(t, []any{verdict.Undetermined, verdict.StaleData, false}, []any{got.Outcome, got.Reason, got.Breach()})
	}
}
