package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// EvidenceTurns lists the days after one day up to and including another on which the
// verdict of a statement that evidence alone answers changes although no new paper comes:
// a deadline has passed, a paper has grown too old or is in force no longer, a year has
// ended without the act of that year. By day, and on a day in the order of the book. It
// is an error where [Attest] answers with one.
func EvidenceTurns(after, until quantity.Date, book []View, evidence []verdict.Evidence) ([]verdict.Turn, error) {
	book = slices.DeleteFunc(slices.Clone(book), func(v View) bool { return v != nil && v.Form() != indicators.EvidenceForm })
	ids := map[plan.ID]bool{}
	for _, v := range book {
		if v != nil {
			ids[v.ID()] = true
		}
	}
	evidence = slices.DeleteFunc(slices.Clone(evidence), func(e verdict.Evidence) bool { return !ids[e.Statement] })
	before, err := Attest(after, book, evidence)
	if err != nil {
		return nil, err
	}
	var turns []verdict.Turn
	for _, day := range turningDays(after, until, book, evidence) {
		seen, err := Attest(day, book, evidence)
		if err != nil {
			return nil, err
		}
		for i := range seen.Rules {
			if turn, turned := verdict.TurnOn(day, before.Rules[i], seen.Rules[i]); turned {
				turns = append(turns, turn)
			}
		}
		before = seen
	}
	return turns, nil
}

// turningDays returns the days within a period on which what evidence shows can change:
// the first of each year, the day of a paper, and the day after one on which a paper, a
// deadline or the plan ends.
func turningDays(after, until quantity.Date, book []View, evidence []verdict.Evidence) []quantity.Date {
	var days []quantity.Date
	add := func(day quantity.Date) {
		if day.Known() && day.After(after) && !day.After(until) {
			days = append(days, day)
		}
	}
	next := func(day quantity.Date) {
		if day.Known() {
			add(day.Next())
		}
	}
	for end := after.EndOfYear(); end.Known() && end.Before(until); end = end.Next().EndOfYear() {
		next(end)
	}
	for _, e := range evidence {
		add(e.On)
		next(e.Until)
	}
	for _, v := range book {
		if v == nil || v.Statement() == nil {
			continue
		}
		first, last := v.Plan().Period()
		issued, _ := v.Plan().Issued()
		add(first)
		add(issued)
		next(last)
		next(v.Statement().Deadline.On)
	}
	slices.SortFunc(days, func(a, b quantity.Date) int { return a.DaysSince(b) })
	return slices.Compact(days)
}
