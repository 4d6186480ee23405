package plan

import (
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Amendment is a document that changes a plan: an order of the bureau, a
// mid-term adjustment, or the name of a what-if.
type Amendment struct {
	By        bilingual.Text // the document, as it is cited
	Effective quantity.Date
	Changes   []Change
}

// Change is one thing that an amendment changes in a statement. It is made by
// [SetEach], [SetPopulation], [SetDeadline], [SetParameter], [SetFigure],
// [SetReading], [Decide], [Repeal] or [Add].
type Change struct {
	kind  ChangeKind
	id    ID
	key   string
	apply func(d *draft, c *Change, a *Amended) error
}

// draft is a document while it is amended.
type draft struct {
	Document
	at map[ID]int
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
// reading that does not exist, a change that changes nothing, a statement that
// is no longer sound. A statement whose readings have demands of their own
// cannot have its demand moved alone, since those readings would go on as
// before: they are changed in the same amendments by [SetReading].
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
	d := &draft{Document: p.Document(), at: map[ID]int{}}
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
		checkSource(m.By, m.Effective, func(format string, args ...any) {
			fail("amendment %d: "+format, append([]any{i + 1}, args...)...)
			sound = false
		})
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

// change applies a change and writes it down.
func (d *draft) change(c Change, a Amended, fail func(string, ...any)) {
	if c.apply == nil {
		fail("a change that no function made")
		return
	}
	a.Statement, a.Change, a.Key = c.id, c.kind, c.key
	if s := d.statement(c.id); s != nil {
		a.Name = s.Name
	} else if c.kind != Added {
		fail("statement %q: %s: the plan has no such statement", c.id, c.kind.of(c.key))
		return
	}
	if err := c.apply(d, &c, &a); err != nil {
		fail("statement %q: %s: %w", c.id, c.kind.of(c.key), err)
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

var errSame = errors.New("it is so already")

// SetEach changes what one record must reach. The zero threshold takes the
// demand away. A phrase that would go on to say the old demand is dropped.
func SetEach(id ID, to Threshold) Change {
	return Change{ChangedEach, id, "", func(d *draft, c *Change, a *Amended) error {
		s := d.statement(c.id)
		return a.threshold(s, eachKey, &s.Each, to)
	}}
}

// SetPopulation changes what the population must reach. The zero threshold
// takes the demand away. A phrase that would go on to say the old demand is dropped.
func SetPopulation(id ID, to Threshold) Change {
	return Change{ChangedPopulation, id, "", func(d *draft, c *Change, a *Amended) error {
		s := d.statement(c.id)
		return a.threshold(s, populationKey, &s.Population, to)
	}}
}

func (a *Amended) threshold(s *Statement, key string, t *Threshold, to Threshold) error {
	if t.Same(to) {
		return errSame
	}
	if t.Comparator != to.Comparator || slices.Contains(s.SaidBy, key) { // the words no longer hold
		s.Demand, s.SaidBy = bilingual.Text{}, nil
	}
	a.Before, a.After = bilingual.Both(t.In), bilingual.Both(to.In)
	if !to.IsZero() {
		to.Origin = a.origin(to.Basis)
	}
	*t = to
	return nil
}

// origin returns that of a figure which the amendment sets. Nobody but a what-if,
// which assumes, can say that it rests on anything but the order.
func (a *Amended) origin(basis Basis) Origin {
	if basis == Assumed {
		return Origin{Basis: Assumed, Source: a.By}
	}
	return Origin{Basis: Ordered, Order: a.By, From: a.Effective}
}

// SetDeadline changes when a statement falls due.
func SetDeadline(id ID, to Deadline) Change {
	return Change{ChangedDeadline, id, "", func(d *draft, c *Change, a *Amended) error {
		s := d.statement(c.id)
		if s.Deadline.Kind == to.Kind && s.Deadline.On == to.On {
			return errSame
		}
		if to.On.Known() {
			to.Origin = a.origin(to.Basis)
		}
		a.Before, a.After = bilingual.Both(s.Deadline.when), bilingual.Both(to.when)
		s.Deadline = to
		return nil
	}}
}

// SetParameter gives a parameter a number, or another one. Its source becomes
// the document that amends.
func SetParameter(id ID, key string, to quantity.Amount, basis Basis) Change {
	return Change{ChangedParameter, id, key, func(d *draft, c *Change, a *Amended) error {
		s := d.statement(c.id)
		i := slices.IndexFunc(s.Parameters, func(q Parameter) bool { return q.Key == c.key })
		if i < 0 {
			return errors.New("the statement has none")
		}
		q := &s.Parameters[i]
		if q.Amount == to {
			return errSame
		}
		if old := q.Amount.Unit(); old != quantity.NoUnit && old != to.Unit() {
			return fmt.Errorf("it is measured in %s, not in %s", old, to.Unit())
		}
		a.Name = q.Name
		if !q.Amount.IsZero() {
			a.Before = bilingual.Both(q.Amount.In)
		}
		if !to.IsZero() {
			a.After = bilingual.Both(to.In)
		}
		q.Amount, q.Origin = to, Origin{}
		if !to.IsZero() {
			q.Origin = a.origin(basis)
		}
		return nil
	}}
}

// SetFigure changes a figure, found by its key: the number of a baseline, how
// many fields an inspection has. A statement that has the figure for its
// baseline has the new one from then on.
func SetFigure(id ID, to Figure) Change {
	return Change{ChangedFigure, id, to.Key, func(d *draft, c *Change, a *Amended) error {
		s := d.statement(c.id)
		i := slices.IndexFunc(s.Figures, func(f Figure) bool { return f.Key == c.key })
		if i < 0 {
			return errors.New("the statement has none")
		}
		old, same := s.Figures[i], to
		same.Origin = old.Origin
		if same == old {
			return errSame
		}
		a.Name = to.Name
		to.Origin = a.origin(to.Basis)
		a.Before, a.After = bilingual.Both(old.in), bilingual.Both(to.in)
		s.Figures[i] = to
		for j := range d.Statements {
			if d.Statements[j].Baseline == old {
				d.Statements[j].Baseline = to
			}
		}
		return nil
	}}
}

// SetReading changes what a reading demands, found by its key. Which reading
// decides is not changed by it, but by [Decide].
func SetReading(id ID, to Reading) Change {
	return Change{ChangedReading, id, to.Key, func(d *draft, c *Change, a *Amended) error {
		s := d.statement(c.id)
		i := slices.IndexFunc(s.Readings, func(r Reading) bool { return r.Key == c.key })
		if i < 0 {
			return errors.New("the statement has none")
		}
		old := s.Readings[i]
		to.Decides = old.Decides
		same := to
		same.Each.Origin, same.Population.Origin = old.Each.Origin, old.Population.Origin
		if same == old {
			return errSame
		}
		a.Name = to.Name
		a.Before, a.After = bilingual.Both(old.in), bilingual.Both(to.in)
		for _, t := range []*Threshold{&to.Each, &to.Population} {
			if !t.IsZero() {
				t.Origin = a.origin(t.Basis)
			}
		}
		s.Readings[i] = to
		return nil
	}}
}

// Decide makes a reading, found by its key, the one that decides.
func Decide(id ID, key string) Change {
	return Change{ChangedDecides, id, key, func(d *draft, c *Change, a *Amended) error {
		s := d.statement(c.id)
		i := slices.IndexFunc(s.Readings, func(r Reading) bool { return r.Key == c.key })
		if i < 0 {
			return errors.New("the statement has none")
		}
		if i == 0 {
			return errSame
		}
		chosen := s.Readings[i]
		chosen.Decides, s.Readings[0].Decides = true, false
		a.Name, a.Before, a.After = chosen.Name, s.Readings[0].Name, chosen.Name
		s.Readings = slices.Insert(slices.Delete(s.Readings, i, i+1), 0, chosen)
		return nil
	}}
}

// Repeal takes a statement out of the plan. Its ID is not used again.
func Repeal(id ID) Change {
	return Change{Repealed, id, "", func(d *draft, c *Change, a *Amended) error {
		i := d.at[c.id]
		d.Statements = slices.Delete(d.Statements, i, i+1)
		delete(d.at, c.id)
		for j := i; j < len(d.Statements); j++ {
			d.at[d.Statements[j].ID] = j
		}
		return nil
	}}
}

// Add puts a new statement into the plan, at a clause that the plan has. Its
// figures are those of the document that adds it, whatever origin they name.
func Add(s Statement) Change {
	s = s.clone()
	return Change{Added, s.ID, "", func(d *draft, c *Change, a *Amended) error {
		if d.statement(c.id) != nil {
			return errors.New("the plan has it already")
		}
		a.Name = s.Name
		d.at[c.id] = len(d.Statements)
		added := s.clone()
		for _, o := range added.origins() {
			if o.Basis != 0 {
				*o = a.origin(o.Basis)
			}
		}
		d.Statements = append(d.Statements, added)
		return nil
	}}
}

// origins returns where the figures and the date of a statement come from.
func (s *Statement) origins() []*Origin {
	all := []*Origin{&s.Each.Origin, &s.Population.Origin, &s.Deadline.Origin}
	for i := range s.Figures {
		all = append(all, &s.Figures[i].Origin)
	}
	for i := range s.Parameters {
		all = append(all, &s.Parameters[i].Origin)
	}
	for i := range s.Readings {
		all = append(all, &s.Readings[i].Each.Origin, &s.Readings[i].Population.Origin)
	}
	return all
}

// in returns a figure in words, with its date.
func (f Figure) in(l bilingual.Language) string {
	text := Threshold{Comparator: f.Comparator, Amount: f.Amount}.In(l)
	if f.On.Known() {
		text += bilingual.Text{ZH: "（" + f.On.In(l) + "）", EN: " on " + f.On.In(l)}.In(l)
	}
	return text
}

// in returns what a reading demands, or its name where it has no demand of its own.
func (r Reading) in(l bilingual.Language) string {
	if text := generic(r.Each, r.Population, l); text != "" {
		return text
	}
	return r.Name.In(l)
}
