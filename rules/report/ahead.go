package report

import (
	"slices"
	"strconv"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// FallingDue returns the rows whose deadline lies in so many days after the report's date,
// or on it, and which are not met, by day; none before the plan binds.
func (r *Report) FallingDue(days int) []*Row {
	var rows []*Row
	for row := range r.All() {
		last := row.Deadline.OnFor(r.Date)
		left := last.DaysSince(r.Date)
		if !r.Date.Before(r.From) && last.Known() && left >= 0 && left <= days && row.Modality != plan.NoDemand && (row.Result == nil || row.Result.Outcome != verdict.Met) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b *Row) int { return a.Deadline.OnFor(r.Date).DaysSince(b.Deadline.OnFor(r.Date)) })
	return rows
}

// Behind returns the rows that are not met, not due yet, and below the straight line from
// their baseline to their target.
func (r *Report) Behind() []*Row {
	var rows []*Row
	for row := range r.All() {
		if row.Result != nil && row.Result.Due == verdict.Open && row.Result.Outcome != verdict.Met && row.Result.Pace.Behind {
			rows = append(rows, row)
		}
	}
	return rows
}

// Ahead lists what falls due in so many days, and what is behind its pace.
func (r *Report) Ahead(days int, l bilingual.Language) (lines []string) {
	if days <= 0 {
		return nil
	}
	n := strconv.Itoa(days)
	count := func(rows []*Row) string { return strconv.Itoa(len(rows)) }
	all := r.FallingDue(days)
	known := slices.DeleteFunc(slices.Clone(all), func(row *Row) bool { return row.Result == nil })
	unknown := len(all) - len(known)
	lines = append(lines, bilingual.Text{ZH: n + "天内到期、结论不是“达到”的" + count(known) + "项，另有无数据的" + strconv.Itoa(unknown) + "项",
		EN: "fall due in " + n + " days and are not met: " + count(known) + ", without data: " + strconv.Itoa(unknown)}.In(l))
	for _, row := range known {
		lines = append(lines, "  "+row.Deadline.OnFor(r.Date).String()+" "+row.named(l))
	}
	behind := r.Behind()
	lines = append(lines, bilingual.Text{ZH: "进度落后的" + count(behind) + "项", EN: "behind their pace: " + count(behind)}.In(l))
	for _, row := range behind {
		lines = append(lines, "  "+row.named(l)+l.Pick("；", "; ")+row.Result.OnPace(l))
	}
	return lines
}

// named names a row with its clause and verdict.
func (row *Row) named(l bilingual.Language) string {
	said := row.Result.Verdict(l)
	if short := row.Result.Short(l); short != "" {
		said += l.Pick("，", ", ") + short
	}
	return row.Name.In(l) + l.Pick("（"+row.Citation.ZH+"）：", " ("+row.Citation.EN+"): ") + said
}

var aheadHeading = bilingual.Text{ZH: "近期到期和进度", EN: "Falling due, and behind"}
