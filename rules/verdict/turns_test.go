package verdict_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// anyResult is a result with any dates that a result can have.
func anyResult(random *rand.Rand) verdict.Result {
	anyDay := func() quantity.Date {
		return quantity.DateOf(2020+random.IntN(7), time.Month(1+random.IntN(12)), 1+random.IntN(28))
	}
	asOf := anyDay()
	r := verdict.Result{Format: 1, Statement: "any", Name: bilingual.Text{ZH: "事项", EN: "statement"}, Citation: bilingual.Text{ZH: "三", EN: "Part 3"},
		From: quantity.DateOf(2022, time.May, 26), To: quantity.DateOf(2025, time.December, 31), AsOf: asOf, Until: asOf,
		Modality: plan.Must, Outcome: verdict.Outcome(random.IntN(4)), Attested: random.IntN(2) == 0,
		Deadline: plan.Deadline{Kind: []plan.DueKind{plan.ByDate, plan.Standing, plan.Yearly, plan.NotDue}[random.IntN(4)]}}
	if r.Deadline.Kind == plan.ByDate {
		r.Deadline.On = anyDay()
	}
	if random.IntN(3) == 0 {
		r.Until = asOf.EndOfYear()
	}
	if r.Outcome == verdict.Undetermined && r.Attested {
		r.Reason = verdict.NoEvidence
	}
	r.Due = verdict.DueOn(asOf, r)
	return r
}

func TestTheTurnsOfFiveYearsAreThoseThatEachDayShows(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 4))
	turned := 0
	for range 400 {
		r := anyResult(random)
		from, until := r.AsOf, r.AsOf.AddYears(5)
		var want []quantity.Date
		before := r.SeenOn(from)
		for day := from.Next(); !day.After(until); day = day.Next() {
			seen := r.SeenOn(day)
			if seen.Outcome != before.Outcome || seen.Reason != before.Reason || seen.Due != before.Due {
				want = append(want, day)
			}
			before = seen
		}
		var got []quantity.Date
		for _, turn := range verdict.Turns(from, until, verdict.Results{Rules: []verdict.Result{r}}) {
			got = append(got, turn.On)
		}
		require.Equal(t, want, got, "%v", r)
		turned += len(got)
	}
	assert.Greater(t, turned, 50)
}

func TestATurnIsAnEventOfTheCalendar(t *testing.T) {
	end := quantity.DateOf(2025, time.December, 31)
	r := verdict.Result{Format: 1, Statement: "senior-master", Name: bilingual.Text{ZH: "高中硕士以上学历教师占比", EN: "Senior masters; share, and more"}, Citation: bilingual.Text{ZH: "三（十）第3段", EN: "Part 3, section 10"},
		From: quantity.DateOf(2022, time.May, 26), To: end, AsOf: end, Until: end, Modality: plan.Must, Outcome: verdict.NotMet, Reason: verdict.BelowThreshold, Due: verdict.Open,
		Deadline: plan.Deadline{Kind: plan.ByDate, On: end}}
	turns := verdict.Turns(end, end.AddYears(1), verdict.Results{Rules: []verdict.Result{r}})
	require.Len(t, turns, 1)
	assert.Equal(t, "2026年1月1日：高中硕士以上学历教师占比（三（十）第3段）：尚未达到，未到期→未达到，违反，已到期", turns[0].String())

	var out bytes.Buffer
	require.NoError(t, verdict.WriteCalendar(&out, bilingual.English, turns))
	lines := strings.Split(out.String(), "\r\n")
	for _, line := range lines {
		assert.LessOrEqual(t, len(line), 75, "RFC 5545, 3.1")
	}
	unfolded := strings.ReplaceAll(out.String(), "\r\n ", "")
	assert.Contains(t, unfolded, "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260102\r\n")
	assert.Contains(t, unfolded, `SUMMARY:Senior masters\; share\, and more (Part 3\, section 10): not yet met\, open -> not met\, breach\, past`)
	assert.True(t, strings.HasPrefix(unfolded, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && strings.HasSuffix(unfolded, "END:VEVENT\r\nEND:VCALENDAR\r\n"))
	assert.NoError(t, verdict.WriteCalendar(&bytes.Buffer{}, bilingual.Chinese, nil))
}
