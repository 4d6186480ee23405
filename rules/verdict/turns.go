package verdict

import (
	"bufio"
	"cmp"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Turn is a day on which a verdict changes although no new data come: a deadline has
// passed, the plan binds, or data have become too old.
type Turn struct {
	On        quantity.Date  `json:"on"`
	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Citation  bilingual.Text `json:"citation"`
	Before    bilingual.Text `json:"before"` // the verdict in words on the day before
	After     bilingual.Text `json:"after"`
}

// Turns lists the changes after one day up to and including another, by day: where
// [Result.SeenOn] comes to another outcome, reason or due than on the day before.
// Evidence grows old where it is judged anew: see rules.EvidenceTurns.
func Turns(after, until quantity.Date, results ...Results) []Turn {
	var turns []Turn
	for _, set := range results {
		for i := range set.Rules {
			turns = set.Rules[i].appendTurns(turns, after, until)
		}
	}
	slices.SortStableFunc(turns, func(a, b Turn) int { return a.On.DaysSince(b.On) })
	return turns
}

func (r *Result) appendTurns(turns []Turn, after, until quantity.Date) []Turn {
	days := []quantity.Date{r.From}
	for _, last := range []quantity.Date{r.AsOf, r.To, r.Deadline.OnFor(r.AsOf)} {
		if last.Known() {
			days = append(days, last.Next())
		}
	}
	slices.SortFunc(days, func(a, b quantity.Date) int { return a.DaysSince(b) })
	before := r.SeenOn(after)
	for _, day := range days {
		if !day.After(after) || day.After(until) {
			continue
		}
		seen := r.SeenOn(day)
		if turn, turned := TurnOn(day, before, seen); turned {
			turns = append(turns, turn)
		}
		before = seen
	}
	return turns
}

// TurnOn returns the change of a day on which a result is another in outcome, reason or
// due than it was before.
func TurnOn(day quantity.Date, before, after Result) (Turn, bool) {
	return Turn{day, after.Statement, after.Name, after.Citation, bilingual.Both(before.standing), bilingual.Both(after.standing)},
		after.Outcome != before.Outcome || after.Reason != before.Reason || after.Due != before.Due
}

// standing says how the verdict and its deadline stand.
func (r Result) standing(l bilingual.Language) string {
	return r.Verdict(l) + l.Pick("，", ", ") + r.Due.In(l)
}

// String returns the text in Chinese.
func (t Turn) String() string { return t.Text(bilingual.Chinese) }

// Text says on which day which verdict changes, from what to what.
func (t Turn) Text(l bilingual.Language) string {
	return t.On.In(l) + l.Pick("：", ": ") + t.summary(l)
}

func (t Turn) summary(l bilingual.Language) string {
	return cited(t.Name, t.Citation, l) + l.Pick("：", ": ") + t.Before.In(l) + l.Pick("→", " -> ") + t.After.In(l)
}

// WriteCalendar writes turns as an iCalendar (RFC 5545) with one whole-day event each, for
// the calendars of offices. The same turns give the same bytes.
func WriteCalendar(w io.Writer, l bilingual.Language, turns []Turn) error {
	out := bufio.NewWriter(w)
	put := func(name, value string) {
		folded(out, name+":"+value) // the writer keeps the first error for Flush
	}
	put("BEGIN", "VCALENDAR")
	put("VERSION", "2.0")
	put("PRODID", "-//github.com/eduplan/tonghua//"+Version+"//"+strings.ToUpper(cmp.Or(l.String(), "zh")))
	for _, t := range turns {
		put("BEGIN", "VEVENT")
		put("UID", string(t.Statement)+"-"+basic(t.On)+"@tonghua")
		put("DTSTAMP", basic(t.On)+"T000000Z")
		put("DTSTART;VALUE=DATE", basic(t.On))
		put("DTEND;VALUE=DATE", basic(t.On.Next()))
		put("SUMMARY", calendarText.Replace(t.summary(l)))
		put("END", "VEVENT")
	}
	put("END", "VCALENDAR")
	return out.Flush()
}

// basic writes a day as calendars do: 20251231.
func basic(day quantity.Date) string { return strings.ReplaceAll(day.String(), "-", "") }

var calendarText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// folded writes a line in pieces of at most 75 bytes, none of which cuts a character.
func folded(out *bufio.Writer, line string) {
	room := 75
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		out.WriteString(line[:cut])
		out.WriteString("\r\n ")
		line, room = line[cut:], 74
	}
	out.WriteString(line)
	out.WriteString("\r\n")
}
