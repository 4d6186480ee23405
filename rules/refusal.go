package rules

import (
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// refuse says whether a piece of evidence counts for a statement on a date.
func refuse(p *plan.Plan, s *plan.Statement, asOf quantity.Date, e verdict.Evidence) verdict.Refusal {
	first, last := p.Period()
	from := e.On
	if e.From.Known() {
		from = e.From
	}
	switch {
	case !accepts(s, e.Kind):
		return verdict.WrongKind
	case e.Title == "" && e.Number == "":
		return verdict.Untitled
	case !e.On.Known() || e.From.Invalid() || from.After(e.On):
		return verdict.Undated
	case from.Before(first):
		return verdict.BeforePlan
	case e.On.After(last):
		return verdict.AfterPlan
	case e.On.After(asOf):
		return verdict.InFuture
	case e.Kind == plan.Project && e.Stage != verdict.InUse:
		return verdict.NotCompleted
	}
	if month, ok := s.Figure("month"); ok {
		if _, held, _ := e.On.Civil(); uint64(held)*quantity.Month.Scale() != month.Amount.Ceil().Steps() {
			return verdict.OffMonth
		}
	}
	return verdict.NotRefused
}

func accepts(s *plan.Statement, kind plan.EvidenceKind) bool {
	for _, k := range s.Evidence {
		if k == kind {
			return true
		}
	}
	return false
}
