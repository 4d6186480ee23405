package rules

import (
	"cmp"
	"slices"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// judge says what evidence shows on a date. The order of a list decides nothing.
func (a Attested) judge(asOf quantity.Date, evidence []verdict.Evidence) verdict.Result {
	s := a.statement
	r := newResult(a.plan, s, asOf)
	r.Attested, r.Form = true, indicators.EvidenceForm.String()
	r.Subject = bilingual.Text{ZH: "佐证", EN: "evidence"}
	r.Measure = bilingual.Both(func(l bilingual.Language) string { return acceptable(s, l) })
	r.Demand, r.Figures = s.Wanted(), s.Deciding(plan.Reading{})
	if !s.Demand.IsZero() {
		r.Demand = s.DemandUnder(plan.Reading{})
	}
	r.Due = verdict.DueOn(asOf, r)
	for _, e := range sorted(evidence) {
		e.Statement = s.ID
		one := verdict.EvidenceResult{Evidence: e, Refusal: a.refuse(asOf, e)}
		if one.Refusal == verdict.NotRefused && slices.ContainsFunc(r.Evidence, func(f verdict.EvidenceResult) bool { return same(one, f) }) {
			one.Refusal = verdict.SameAgain
		}
		r.Evidence = append(r.Evidence, one)
	}
	for i := range s.Components {
		r.Components = append(r.Components, a.component(&s.Components[i], asOf, r.Evidence))
	}
	a.settle(&r)
	if len(s.Readings) > 0 {
		r.Readings = a.readings(&r)
	}
	return r
}

// sorted returns evidence by day, issuer, number and title.
func sorted(evidence []verdict.Evidence) []verdict.Evidence {
	list := slices.Clone(evidence)
	slices.SortStableFunc(list, func(a, b verdict.Evidence) int {
		if a.On != b.On {
			return map[bool]int{true: -1, false: 1}[a.On.Before(b.On)]
		}
		return cmp.Or(cmp.Compare(a.Issuer, b.Issuer), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Title, b.Title),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Stage, b.Stage), cmp.Compare(a.AboutYear(), b.AboutYear()), slices.Compare(a.Components, b.Components))
	})
	return list
}

// same tells a second copy of a piece that counts, on the same things: by issuer and
// number in a year, or by issuer, title and day. One that does not count stands in nobody's way.
func same(e, f verdict.EvidenceResult) bool {
	if f.Refusal != verdict.NotRefused || e.Kind != f.Kind || e.Issuer != f.Issuer {
		return false
	}
	if e.Number != "" || f.Number != "" {
		return e.Number == f.Number && e.On.Year() == f.On.Year() && e.AboutYear() == f.AboutYear() && slices.Equal(e.Components, f.Components)
	}
	return e.Title == f.Title && e.On == f.On && slices.Equal(e.Components, f.Components)
}

// component says what evidence shows of one of the things demanded.
func (a Attested) component(c *plan.Component, asOf quantity.Date, evidence []verdict.EvidenceResult) verdict.ComponentResult {
	r := verdict.ComponentResult{Key: c.Key, Name: c.Name, Accepted: bilingual.Both(c.Accepted)}
	var pieces []verdict.Evidence // in the order of their days
	for _, e := range evidence {
		if e.Refusal == verdict.NotRefused && a.isAbout(e.Evidence, c) {
			pieces = append(pieces, e.Evidence)
		}
	}
	first, last := a.plan.Period()
	since, until := a.plan.YearsBound(asOf)
	pieces = slices.DeleteFunc(pieces, func(e verdict.Evidence) bool {
		switch {
		case e.AboutYear() > asOf.Year():
			return true
		case c.Needs == plan.InForce:
			return expired(e, asOf)
		}
		return began(e).Before(first) || e.AboutYear() < first.Year() // what does not last has to be of the plan's own time
	})
	if len(pieces) > 0 {
		r.Latest = pieces[len(pieces)-1].On
	}
	switch c.Needs {
	case plan.EachYear:
		for year := since; year <= until; year++ {
			switch {
			case slices.ContainsFunc(pieces, func(e verdict.Evidence) bool { return e.AboutYear() == year }):
			case asOf.Before(a.owed(year)):
				r.OpenYear = year
			default:
				r.MissingYears = append(r.MissingYears, year)
			}
		}
		issued, _ := a.plan.Issued()
		r.Shown = len(r.MissingYears) == 0 && r.OpenYear == 0 && !asOf.Before(issued)
	case plan.Current:
		pieces = slices.DeleteFunc(pieces, func(e verdict.Evidence) bool { return e.AboutYear() < min(asOf.Year(), last.Year())-1 })
		r.Shown = len(pieces) >= c.Least
	default:
		r.Shown = len(pieces) >= c.Least
	}
	if r.Shown && len(pieces) >= c.Least {
		r.On = pieces[c.Least-1].On
	}
	return r
}

// owed returns the day on which evidence of a year is missed for the first time: the
// year's last, or that of the month which the statement names.
func (a Attested) owed(year int) quantity.Date {
	end := quantity.DateOf(year, time.December, 31)
	if held := a.month(); held > 0 && held < time.December {
		return quantity.DateOf(year, held+1, 1)
	}
	return end
}

// month returns the month of the year that the statement names for its acts, 0 if it
// names none.
func (a Attested) month() time.Month {
	month, _ := a.statement.Figure("month")
	return time.Month(month.Amount.Ceil().Steps())
}

// isAbout reports whether a piece is about a component and of a kind that shows it.
func (a Attested) isAbout(e verdict.Evidence, c *plan.Component) bool {
	return c.Accepts(e.Kind) && (len(a.statement.Components) == 1 || e.Whole || slices.Contains(e.Components, c.Key))
}

// settle judges what is shown.
func (a Attested) settle(r *verdict.Result) {
	all, shown := len(r.Components), 0
	late, overdue := quantity.Date{}, false
	for _, c := range r.Components {
		if c.Shown {
			shown++
			if !late.Known() || c.On.After(late) {
				late = c.On
			}
		}
		overdue = overdue || len(c.MissingYears) > 0 && c.MissingYears[0] < r.AsOf.Year()
	}
	r.Threshold = plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(1, 1, quantity.Percent), Origin: plan.Origin{Basis: plan.Convention}}
	of, per, unit := uint64(shown), uint64(all), quantity.Item
	if years := a.years(r.AsOf); years > 0 && all == 1 {
		lacking := len(r.Components[0].MissingYears)
		if r.Components[0].OpenYear != 0 {
			lacking++
		}
		of, per, unit = uint64(years-lacking), uint64(years), quantity.Year
	}
	r.Value = quantity.Ratio{Of: quantity.TotalOf(of, unit), Per: quantity.TotalOf(per, unit), Unit: quantity.Percent}
	r.Lowest, r.Highest = r.Value, r.Value
	if shown == all {
		r.Outcome, r.Reason = verdict.Met, verdict.NoReason
		if r.Deadline.On.Known() {
			r.MetOn = late
		}
		return
	}
	missing := quantity.TotalOf(per-of, unit)
	r.Shortfall = verdict.Shortfall{Low: missing, High: missing}
	past := r.Due == verdict.Past || r.Deadline.Kind == plan.Standing && r.AsOf.After(r.To) || overdue && !r.AsOf.Before(r.From)
	r.Outcome, r.Reason = verdict.Undetermined, verdict.NoEvidence
	if past {
		r.Due = verdict.Past
		if r.Modality == plan.Must {
			r.Outcome = verdict.NotMet
		}
	}
}

// years returns how many years owe evidence of what is wanted each year, 0 where
// nothing is.
func (a Attested) years(asOf quantity.Date) int {
	if c := a.statement.Components; len(c) != 1 || c[0].Needs != plan.EachYear {
		return 0
	}
	first, last := a.plan.YearsBound(asOf)
	return max(0, last-first+1)
}

// readings says of each reading that evidence answers it with the statement, or why
// it does not.
func (a Attested) readings(r *verdict.Result) []verdict.ReadingResult {
	list := make([]verdict.ReadingResult, len(a.statement.Readings))
	for i, said := range a.statement.Readings {
		list[i] = newReadingResult(a.statement, said)
		if said.Decides {
			list[i].Computed, list[i].Outcome, list[i].Reason = true, r.Outcome, r.Reason
			list[i].Threshold, list[i].Value, list[i].Lowest, list[i].Highest = r.Threshold, r.Value, r.Lowest, r.Highest
			list[i].Shortfall, list[i].NotComputed = r.Shortfall, bilingual.Text{}
		}
	}
	return list
}

// newReadingResult returns what a reading says of itself.
func newReadingResult(s *plan.Statement, said plan.Reading) verdict.ReadingResult {
	r := verdict.ReadingResult{Key: said.Key, Name: said.Name, Why: said.Why, Decides: said.Decides, Demand: s.DemandUnder(said), NotComputed: said.NotComputed}
	if r.NotComputed.IsZero() {
		r.NotComputed = bilingual.Text{ZH: "现有数据不能按此计算", EN: "the data do not allow it"}
	}
	return r
}

// refuse says whether a piece of evidence counts on a date.
func (a Attested) refuse(asOf quantity.Date, e verdict.Evidence) verdict.Refusal {
	first, _ := a.plan.Period()
	from := began(e)
	shows := slices.DeleteFunc(slices.Clone(a.statement.Components), func(c plan.Component) bool { return !a.isAbout(e, &c) })
	accepted := slices.ContainsFunc(a.statement.Components, func(c plan.Component) bool { return c.Accepts(e.Kind) })
	lasts := slices.ContainsFunc(shows, func(c plan.Component) bool { return c.Needs == plan.InForce })
	switch {
	case !accepted:
		return verdict.WrongKind
	case len(shows) == 0 && len(e.Components) == 0:
		return verdict.Unassigned
	case len(shows) == 0:
		return verdict.WrongKind
	case e.Title == "" && e.Number == "":
		return verdict.Untitled
	case !e.On.Known() || e.From.Invalid() || e.Until.Invalid() || from.After(e.On):
		return verdict.Undated
	case from.Before(first) && !lasts:
		return verdict.BeforePlan
	case e.On.After(asOf):
		return verdict.InFuture
	case expired(e, asOf) && !slices.ContainsFunc(shows, func(c plan.Component) bool { return c.Needs != plan.InForce }):
		return verdict.NotInForce
	case e.Kind == plan.Project && e.Stage != verdict.InUse:
		return verdict.NotCompleted
	}
	if month := a.month(); month > 0 && !isReport(shows, e.Kind) {
		if _, held, _ := e.On.Civil(); held != month {
			return verdict.OffMonth
		}
	}
	return verdict.NotRefused
}

// began returns the first day of what a piece is about.
func began(e verdict.Evidence) quantity.Date {
	if e.From.Known() {
		return e.From
	}
	return e.On
}

// expired reports whether a rule or a body is in force no longer.
func expired(e verdict.Evidence, asOf quantity.Date) bool {
	return e.Until.Known() && e.Until.Before(asOf)
}

// isReport reports whether a kind reports on the components and is none of them.
func isReport(components []plan.Component, kind plan.EvidenceKind) bool {
	return !slices.ContainsFunc(components, func(c plan.Component) bool { return slices.Contains(c.Is, kind) })
}
