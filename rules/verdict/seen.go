package verdict

import (
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// SeenOn returns the result as a report of a later day shows it: a deadline that
// has passed since is past, and data of a period before that deadline decide
// nothing any more. Figures of a time before the plan was issued are its baselines:
// they decide nothing of what it demands, and show how far off it was. Of the result's
// own date, or of an earlier day, it is the result itself.
func (r Result) SeenOn(day quantity.Date) Result {
	if !day.After(r.AsOf) || r.Reason == ForComparison || r.Reason == NeedsGroups {
		return r
	}
	if r.Attested && r.Due == Standing && day.After(r.To) && !r.AsOf.Before(r.To) {
		return r.owed() // by the end of the plan
	}
	if r.Due != Open {
		return r
	}
	last := r.Deadline.OnFor(r.AsOf)
	stale := last.Known() && day.After(last) && r.Until.Before(last) && !r.shown()
	if baseline := !r.Attested && r.Until.Before(r.From) && !day.Before(r.From); baseline && !stale {
		r = r.outdated(BeforeIssue)
		r.Pace.Yearly = quantity.Amount{} // it starts from figures of long ago
	}
	r.Due = DueOn(day, r)
	if stale {
		r.Due = Past
	}
	if r.Due == Open {
		return r
	}
	r.Pace = Pace{}
	if !stale {
		if r.Attested && r.Due == Past {
			return r.owed()
		}
		return r
	}
	return r.outdated(StaleData)
}

// owed returns the result once evidence that was owed has not come.
func (r Result) owed() Result {
	if r.Outcome == Undetermined && r.Reason == NoEvidence {
		r.Due = Past
		if r.Modality == plan.Must {
			r.Outcome = NotMet
		}
	}
	return r
}

// shown reports whether evidence has met the statement once and for all: what
// exists does not cease to for want of newer papers.
func (r Result) shown() bool {
	return r.Attested && r.Outcome == Met && r.Deadline.Kind == plan.ByDate
}

// outdated takes the verdicts back that rest on old data.
func (r Result) outdated(why Reason) Result {
	r.Shortfall = Shortfall{}
	r.Readings = slices.Clone(r.Readings)
	outdate := func(o *Outcome, reason *Reason) {
		if *o == Met || *o == NotMet {
			*o, *reason = Undetermined, why
		}
	}
	outdate(&r.Outcome, &r.Reason)
	for i := range r.Readings {
		outdate(&r.Readings[i].Outcome, &r.Readings[i].Reason)
	}
	return r
}

// DueOn returns how a result's deadline stands on a day. What is never due, such as
// a must whose deadline an amendment took away, stays open, and so does what the
// data say of a time before the plan binds or before a figure that decides holds.
func DueOn(day quantity.Date, r Result) Due {
	last := r.Deadline.OnFor(r.AsOf)
	switch {
	case r.Deadline.Kind == plan.NotDue, r.Until.Before(r.From), day.Before(r.From), r.beforeFigures():
		return Open
	case r.Deadline.Kind != plan.ByDate && r.Deadline.Kind != plan.Cycle && r.To.Known() && r.AsOf.After(r.To):
		return Ended
	case !last.Known():
		return Standing
	case day.After(last):
		return Past
	}
	return Open
}

// beforeFigures reports whether a figure that decides did not hold yet at the end of
// the data's period.
func (r Result) beforeFigures() bool {
	return slices.ContainsFunc(r.Figures, func(f plan.DecidingFigure) bool { return f.From.Known() && r.Until.Before(f.From) })
}
