package plan

import (
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Amendment is a document that changes a plan: an order of the bureau, a
// mid-term adjustment, or the name of a what-if. It is data, with a JSON form that
// comes back as it was.
type Amendment struct {
	By        bilingual.Text `json:"by"`              // the document, as it is cited
	Issued    quantity.Date  `json:"issued,omitzero"` // the day on which it was ordered, where that is known
	Effective quantity.Date  `json:"effective"`       // the day from which it holds
	Changes   []Change       `json:"changes"`
}

// draft is a document while it is amended.
type draft struct {
	Document
	at    map[ID]int
	stale map[ID]ChangeKind // statements whose phrase goes on to say what was before, with the last change that made it so
}

func (d *draft) statement(id ID) *Statement {
	if i, ok := d.at[id]; ok {
		return &d.Statements[i]
	}
	return nil
}

// Amend derives a new edition: the amendments are applied in their order, the
// plan itself stays as it is. The new edition has a name that no edition
// before it had, and keeps what was amended and by what.
//
// Everything that is wrong is reported at once: a statement, parameter or
// reading that does not exist, a change that changes nothing, one that takes effect
// before the plan begins or before it was ordered, a statement that is no longer
// sound. Words may not go on to say what was before: where a demand says a figure by
// a word (全部, 高于上年), or its comparison, a document that moves it gives new words
// by [SetDemand] as well; a what-if, whose figures are assumed, need not, and its
// figures are printed in place of the words. A statement whose readings have demands
// of their own cannot have its demand moved alone, since those readings would go on
// as before: they are changed in the same amendments by [SetReading].
//
// What if the 12 % of masters were 15 %:
//
//	p, err := plan.Tonghua().Amend("what-if-15", plan.Amendment{
//		By:        bilingual.Text{ZH: "测算", EN: "what-if"},
//		Effective: quantity.DateOf(2024, time.January, 1),
//		Changes: []plan.Change{plan.SetPopulation(plan.SeniorMaster, plan.Threshold{
//			Comparator: plan.AtLeast, Amount: quantity.MustAmount(15, 100, quantity.Percent), Origin: plan.Origin{Basis: plan.Assumed}})},
//	})
//
// An edition does not choose itself by a date. Whoever judges says under which
// edition; the effective dates are there to be shown.
func (p *Plan) Amend(edition string, amendments ...Amendment) (*Plan, error) {
	d := &draft{Document: p.Document(), at: map[ID]int{}, stale: map[ID]ChangeKind{}}
	for i := range d.Statements {
		d.at[d.Statements[i].ID] = i
	}
	var errs []error
	fail := func(format string, args ...any) { errs = append(errs, fmt.Errorf("plan: "+format, args...)) }
	if p.editions()[edition] {
		fail("edition %q: want a name of its own", edition)
	}
	d.Edition = edition
	changed := 0
	for i, m := range amendments {
		sound := true
		bad := func(format string, args ...any) {
			fail("amendment %d: "+format, append([]any{i + 1}, args...)...)
			sound = false
		}
		checkSource(m.By, m.Effective, bad)
		p.checkDays(m, bad)
		if !sound { // New is not to say the same again for every change
			m.By, m.Effective = p.name, p.first
		}
		for _, c := range m.Changes {
			changed++
			d.change(c, Amended{Edition: edition, By: m.By, Effective: m.Effective}, fail)
		}
	}
	if changed == 0 {
		fail("edition %q: nothing is amended", edition)
	}
	p.checkReadings(d, fail)
	p.settleWords(d, fail)
	next, err := New(d.Document)
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		errs = append(errs, joined.Unwrap()...)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return next, nil
}

// MustAmend is Amend for editions written as constants; it panics instead of returning an error.
func (p *Plan) MustAmend(edition string, amendments ...Amendment) *Plan {
	next, err := p.Amend(edition, amendments...)
	if err != nil {
		panic(err)
	}
	return next
}

// checkDays asks for days in their order: an order binds nobody before the plan does,
// nor before it is there.
func (p *Plan) checkDays(m Amendment, bad func(string, ...any)) {
	switch {
	case m.Issued.Invalid():
		bad("issued on %q: want a day of the calendar, or none", m.Issued)
	case m.Effective.Known() && m.Effective.Before(p.first):
		bad("effective on %s: the plan begins on %s", m.Effective, p.first)
	case m.Effective.Known() && m.Issued.Known() && m.Effective.Before(m.Issued):
		bad("effective on %s: it was ordered on %s only", m.Effective, m.Issued)
	}
}

// change applies a change and writes it down.
func (d *draft) change(c Change, a Amended, fail func(string, ...any)) {
	if !changeKinds.Has(c.Kind) {
		fail("statement %q: a change of no kind", c.Statement)
		return
	}
	a.Statement, a.Change, a.Key = c.Statement, c.Kind, c.key()
	what := c.Kind.of(a.Key)
	if s := d.statement(c.Statement); s != nil {
		a.Name = s.Name
	} else if c.Kind != Added {
		fail("statement %q: %s: the plan has no such statement", c.Statement, what)
		return
	}
	err := c.alone()
	if err == nil {
		err = c.apply(d, &a)
	}
	if err != nil {
		fail("statement %q: %s: %w", c.Statement, what, err)
		return
	}
	d.Amended = append(d.Amended, a)
}

// checkReadings asks, where a demand was moved, that every reading with a
// demand of its own was set in the same edition.
func (p *Plan) checkReadings(d *draft, fail func(string, ...any)) {
	type entry struct {
		kind ChangeKind
		id   ID
		key  string
	}
	done := map[entry]bool{}
	var moved []entry
	for _, a := range d.Amended[len(p.amended):] {
		e := entry{a.Change, a.Statement, a.Key}
		if (a.Change == ChangedEach || a.Change == ChangedPopulation) && !done[e] {
			moved = append(moved, e)
		}
		done[e] = true
	}
	for _, m := range moved {
		s := d.statement(m.id)
		if s == nil {
			continue // repealed as well
		}
		for _, r := range s.Readings {
			own := r.Population
			if m.kind == ChangedEach {
				own = r.Each
			}
			if !own.IsZero() && !done[entry{ChangedReading, m.id, r.Key}] {
				fail("statement %q: %s: reading %q demands %s of its own and has to be set as well", m.id, m.kind.of(""), r.Key, own)
			}
		}
	}
}

// settleWords asks, where a document moved what a phrase says by a word, for new
// words; of what is assumed the figures are printed in their place.
func (p *Plan) settleWords(d *draft, fail func(string, ...any)) {
	for _, a := range d.Amended[len(p.amended):] {
		if a.Change == ChangedDemand {
			delete(d.stale, a.Statement)
		}
	}
	for i := range d.Statements {
		s := &d.Statements[i]
		moved, stale := d.stale[s.ID]
		if !stale {
			continue
		}
		if !s.assumed(moved) {
			fail("statement %q: %s: its words say the old demand, and new ones have to be set as well: %q", s.ID, moved.of(""), s.Demand.EN)
		}
		s.Demand, s.SaidBy = bilingual.Text{}, nil
	}
}

// assumed reports whether a what-if has set the figure.
func (s *Statement) assumed(k ChangeKind) bool {
	if k == ChangedEach {
		return s.Each.Basis == Assumed
	}
	return s.Population.Basis == Assumed
}
