package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// newResult returns what the rule says before any data.
func (c *boundRule[R]) newResult(asOf quantity.Date, on *resolvedRule[R]) verdict.Result {
	s, b := c.statement, &on.readings[0]
	r := newResult(c.plan, s, asOf)
	r.Subject, r.Measure, r.Form = c.subject.Label(), on.measure, b.form.String()
	r.Each, r.Threshold, r.Reading, r.Partly = b.each, b.population, b.reading.Key, s.Partly
	if !r.Threshold.Same(s.Population) && !s.Population.IsZero() {
		r.Stated = s.Population
	}
	for _, key := range b.unset {
		q, _ := s.Parameter(key)
		r.Unset = append(r.Unset, verdict.Unset{Key: key, Name: q.Name})
	}
	said := b.reading
	said.Each, said.Population = b.each, b.population
	r.Demand, r.Figures, r.Noun = s.DemandUnder(said), s.Deciding(said), s.Noun
	if !slices.ContainsFunc(c.others, func(o Reading[R]) bool { return o.Key == b.reading.Key }) {
		r.ShortPhrase = s.Short
	}
	if _, yearly := c.subject.Field("year"); yearly || sums(b.form) {
		r.Until = asOf.EndOfYear() // an aggregate stands for its year
	}
	r.Due = verdict.DueOn(asOf, r)
	r.Pace = line(s.Baseline, r.Deadline, r.Threshold, r.AsOf, r.Due)
	for _, one := range s.Readings {
		r.Readings = append(r.Readings, newReadingResult(s, one))
	}
	return r
}

// newResult returns what a statement says of itself on a date; what it demands, and
// by when, hangs on its reading.
func newResult(p *plan.Plan, s *plan.Statement, asOf quantity.Date) verdict.Result {
	issued, _ := p.Issued()
	_, last := p.Period()
	r := verdict.Result{
		Format: verdict.Format, Library: verdict.Version, Edition: p.Edition(), From: issued, To: last, AsOf: asOf, Until: asOf,
		Statement: s.ID, Name: s.Name, Modality: s.Modality, Gradually: s.Gradually, Deadline: s.Deadline, Bearer: s.Bearer,
		Citation: bilingual.Text{ZH: s.Citation(bilingual.Chinese), EN: s.Citation(bilingual.English)},
	}
	for a := range s.Amended() {
		if !slices.Contains(r.Orders, a.By) {
			r.Orders = append(r.Orders, a.By)
		}
	}
	return r
}
