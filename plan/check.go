package plan

import (
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// check reports all that is wrong with a document, given the plan that was made
// of it: the clauses, the statements in the order of the document, the history
// and the anomalies.
func (p *Plan) check(statements []Statement) error {
	var errs []error
	fail := func(format string, args ...any) { errs = append(errs, fmt.Errorf("plan: "+format, args...)) }
	if p.edition == "" || !p.name.Complete() {
		fail("edition and name are wanted")
	}
	if !p.first.Known() || !p.last.Known() || p.last.Before(p.first) {
		fail("period %q to %q: want two dates in order", p.first, p.last)
	}
	if !p.issuedBy.sound() {
		fail("issued: basis and source of the day are wanted, or none")
	}
	if p.issued.Invalid() {
		fail("issued on %s: want a day of the calendar, or none", p.issued)
	}
	for i := range p.clauses {
		p.checkClause(i, fail)
	}
	for i := range statements {
		s := &statements[i]
		s.check(fail)
		for _, place := range s.Places {
			if _, ok := p.byPlace[place]; !ok {
				fail("statement %q: place %q is no clause", s.ID, place)
			}
		}
	}
	for i := range p.statements {
		if id := p.statements[i].ID; p.byID[id] != i {
			fail("statement %q stands twice", id)
		}
	}
	p.checkAmended(fail)
	p.checkAnomalies(fail)
	return errors.Join(errs...)
}

// checkClause reports what is wrong with a clause, given those that stand before it.
func (p *Plan) checkClause(at int, fail func(string, ...any)) {
	c := p.clauses[at]
	if p.byPlace[c.Place] != at {
		fail("clause %q stands twice", c.Place)
	}
	if parent, ok := p.byPlace[c.Parent]; c.Parent != "" && (!ok || parent >= at) {
		fail("clause %q: parent %q does not stand before it", c.Place, c.Parent)
	}
	if c.Place == "" || !clauseKinds.Has(c.Kind) {
		fail("clause %q: place and kind are wanted", c.Place)
	}
	if c.Citation == "" || !c.Title.Complete() {
		fail("clause %q: citation, and title in both languages, are wanted", c.Place)
	}
}

// clone copies a statement with its lists, so that nobody else holds a part of it.
func (s Statement) clone() Statement {
	s.Places = slices.Clone(s.Places)
	s.Figures = slices.Clone(s.Figures)
	s.Parameters = slices.Clone(s.Parameters)
	s.Readings = slices.Clone(s.Readings)
	s.SaidBy = slices.Clone(s.SaidBy)
	s.Components = slices.Clone(s.Components)
	for i := range s.Components {
		c := &s.Components[i]
		c.Is, c.Reports = slices.Clone(c.Is), slices.Clone(c.Reports)
	}
	s.amended = nil // a plan hands them out anew
	return s
}

// check reports what is wrong with a statement by itself.
func (s *Statement) check(fail func(string, ...any)) {
	bad := func(format string, args ...any) {
		fail("statement %q: "+format, append([]any{s.ID}, args...)...)
	}
	if _, err := ParseID(string(s.ID)); err != nil {
		bad("at %q: want an ID of lower-case words joined by hyphens", s.Places)
	}
	if len(s.Places) == 0 {
		bad("no place")
	}
	for i, place := range s.Places {
		if slices.Contains(s.Places[:i], place) {
			bad("place %q stands twice", place)
		}
	}
	if !kinds.Has(s.Kind) || !modalities.Has(s.Modality) || !evaluables.Has(s.Evaluable) {
		bad("kind, modality and evaluable must be set")
	}
	if !bearers.Has(s.Bearer) || s.Modality != NoDemand && s.Bearer == Nobody {
		bad("bearer: a statement that demands something falls on somebody")
	}
	if !s.ModalityOrigin.sound() {
		bad("modality: basis and source are wanted, or none")
	}
	if !s.Name.Complete() || !s.Summary.Complete() {
		bad("name and summary are wanted in both languages")
	}
	if !s.Note.IsZero() && !s.Note.Complete() {
		bad("the note is wanted in both languages or not at all")
	}
	s.Deadline.check(bad)
	s.Each.check("each", bad)
	s.Population.check("population", bad)
	s.Population.checkUnit("population", bad)
	if !s.Baseline.IsZero() {
		s.Baseline.check("baseline", bad)
		if !s.Baseline.On.Known() {
			bad("baseline %q: a date is wanted", s.Baseline.Key)
		}
	}
	s.checkMeans(bad)
	s.checkLists(bad)
}

// checkMeans reports what is wrong with how the statement is answered.
func (s *Statement) checkMeans(bad func(string, ...any)) {
	if m := s.Partly; !m.IsZero() && (s.Evaluable != InPart || !biases.Has(m.Bias) || !m.Covers.Complete()) {
		bad("partly: bias, and what is covered in both languages, are wanted for a statement computed in part and for no other")
	}
	if byEvidence := s.Evaluable == Attested || s.Evaluable == InPart; byEvidence != (len(s.Components) > 0) {
		bad("components: what is demanded, with its proof, is wanted for a statement attested or computed in part, and for no other")
	}
	s.checkComponents(bad)
	s.checkDemand(bad)
}

// checkLists reports what is wrong with figures, parameters and readings.
func (s *Statement) checkLists(bad func(string, ...any)) {
	type entry struct{ list, key string }
	seen := map[entry]bool{}
	once := func(list, key string) {
		if seen[entry{list, key}] {
			bad("%s %q stands twice", list, key)
		}
		seen[entry{list, key}] = true
	}
	for _, f := range s.Figures {
		once("figure", f.Key)
		f.check("figure", bad)
	}
	for _, q := range s.Parameters {
		once("parameter", q.Key)
		q.check(bad)
	}
	for i, r := range s.Readings {
		once("reading", r.Key)
		r.check(i == 0, bad)
	}
}

func checkNamed(what, key string, name bilingual.Text, bad func(string, ...any)) {
	if key == "" || !name.Complete() {
		bad("%s %q: key, and name in both languages, are wanted", what, key)
	}
}

func (f Figure) check(what string, bad func(string, ...any)) {
	checkNamed(what, f.Key, f.Name, bad)
	if t := (Threshold{Comparator: f.Comparator, Amount: f.Amount, Origin: f.Origin}); !t.complete() {
		bad("%s %q: comparator, amount and basis must all be set", what, f.Key)
	} else if !f.sourced() {
		bad("%s %q: whose figure it is, is wanted in both languages", what, f.Key)
	}
	if f.On.Invalid() {
		bad("%s %q: date %s", what, f.Key, f.On)
	}
}

// check asks for an amount with its origin, or for neither.
func (q Parameter) check(bad func(string, ...any)) {
	checkNamed("parameter", q.Key, q.Name, bad)
	unset := q.Amount.IsZero() && q.Origin == Origin{}
	if set := !q.Amount.IsZero() && bases.Has(q.Basis) && q.sourced(); !set && !unset {
		bad("parameter %q: amount, basis and source must all be set, or none", q.Key)
	}
}

func (r Reading) check(first bool, bad func(string, ...any)) {
	checkNamed("reading", r.Key, r.Name, bad)
	if !r.Why.Complete() {
		bad("reading %q: the reason is wanted in both languages", r.Key)
	}
	if r.Decides != first {
		bad("reading %q: exactly the first reading decides", r.Key)
	}
	r.Each.check(fmt.Sprintf("reading %q, each", r.Key), bad)
	r.Population.check(fmt.Sprintf("reading %q, population", r.Key), bad)
	r.Population.checkUnit(fmt.Sprintf("reading %q, population", r.Key), bad)
}

func (t Threshold) check(what string, bad func(string, ...any)) {
	num, _ := t.Amount.Fraction()
	switch {
	case t.IsZero():
	case !t.complete():
		bad("%s: comparator, amount and basis must all be set", what)
	case !t.sourced():
		bad("%s: whose figure it is, is wanted in both languages", what)
	case !t.ranges():
		bad("%s: a range, and nothing else, has an upper end, in the same unit and above its lower one", what)
	case t.Amount.Hundredfold() || t.To.Hundredfold():
		bad("%s: %w: %s cannot be meant; a percentage is a part of one, 15/100 for 15 %%", what, ErrThreshold, t)
	case t.Comparator == LessThan && num == 0:
		bad("%s: %w: nothing is %s", what, ErrThreshold, t)
	}
}

// checkUnit asks that the threshold is one of what a population is measured in:
// shares and ratios are, and whatever adds up.
func (t Threshold) checkUnit(what string, bad func(string, ...any)) {
	if u := t.Amount.Unit(); !t.IsZero() && !u.Adds() && u != quantity.Percent && u != quantity.Multiple && u != quantity.Coefficient {
		bad("%s: %w: no population is measured in %s", what, ErrThreshold, u)
	}
}

func (t Threshold) complete() bool {
	return comparators.Has(t.Comparator) && !t.Amount.IsZero() && bases.Has(t.Basis)
}

// ranges reports whether there is an upper end where one is wanted, and only there.
func (t Threshold) ranges() bool {
	if t.Comparator != Between {
		return t.To.IsZero()
	}
	return t.To.Unit() == t.Amount.Unit() && t.Amount.Compare(t.To) < 0
}

func (d Deadline) check(bad func(string, ...any)) {
	switch d.Kind {
	case ByDate, Cycle:
		if !d.On.Known() || !bases.Has(d.Basis) {
			bad("deadline %s without date or basis", d.Kind)
		} else if !d.sourced() {
			bad("deadline: whose date it is, is wanted in both languages")
		}
	case Standing, Yearly, NotDue:
		if d.On != (quantity.Date{}) || d.Origin != (Origin{}) {
			bad("deadline %s with date or basis", d.Kind)
		}
	default:
		bad("no deadline kind")
	}
}
