package plan

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Change is one thing that an amendment changes in a statement. It is data: a kind,
// the statement, and what the kind sets. It is made by [SetEach], [SetPopulation],
// [SetDeadline], [SetParameter], [SetFigure], [SetReading], [Decide], [SetModality],
// [SetComponent], [SetDemand], [SetWords], [Repeal] or [Add], or read from JSON.
type Change struct {
	Kind      ChangeKind      `json:"change"`
	Statement ID              `json:"statement"`
	Key       string          `json:"key,omitzero"`       // of the parameter, of the reading that decides, of the words
	Threshold Threshold       `json:"threshold,omitzero"` // none takes the demand away
	Deadline  Deadline        `json:"deadline,omitzero"`
	Amount    quantity.Amount `json:"amount,omitzero"` // of a parameter; none leaves it open
	Basis     Basis           `json:"basis,omitzero"`  // of a parameter and of a strength: assumed, or whatever else
	Figure    Figure          `json:"figure,omitzero"`
	Reading   Reading         `json:"reading,omitzero"`
	Modality  Modality        `json:"modality,omitzero"`
	Component Component       `json:"component,omitzero"`
	Words     bilingual.Text  `json:"words,omitzero"`
	SaidBy    []string        `json:"said_by,omitempty"` // figures that the new demand says by a word
	Added     *Statement      `json:"added,omitzero"`
}

// SetEach changes what one record must reach. The zero threshold takes the
// demand away.
func SetEach(id ID, to Threshold) Change {
	return Change{Kind: ChangedEach, Statement: id, Threshold: to}
}

// SetPopulation changes what the population must reach. The zero threshold
// takes the demand away.
func SetPopulation(id ID, to Threshold) Change {
	return Change{Kind: ChangedPopulation, Statement: id, Threshold: to}
}

// SetDeadline changes when a statement falls due. Where the summary names the year of a
// date that is taken away, a new one is set as well, by [SetWords].
func SetDeadline(id ID, to Deadline) Change {
	return Change{Kind: ChangedDeadline, Statement: id, Deadline: to}
}

// SetParameter gives a parameter a number, or another one. Its source becomes
// the document that amends.
func SetParameter(id ID, key string, to quantity.Amount, basis Basis) Change {
	return Change{Kind: ChangedParameter, Statement: id, Key: key, Amount: to, Basis: basis}
}

// SetFigure changes a figure, found by its key: the number of a baseline, how
// many fields an inspection has. A statement that has the figure for its
// baseline has the new one from then on.
func SetFigure(id ID, to Figure) Change {
	return Change{Kind: ChangedFigure, Statement: id, Figure: to}
}

// SetReading changes what a reading demands, found by its key. Which reading
// decides is not changed by it, but by [Decide].
func SetReading(id ID, to Reading) Change {
	return Change{Kind: ChangedReading, Statement: id, Reading: to}
}

// Decide makes a reading, found by its key, the one that decides.
func Decide(id ID, key string) Change {
	return Change{Kind: ChangedDecides, Statement: id, Key: key}
}

// SetModality changes how strongly a statement binds: a must that becomes what is
// strived for is no breach any more.
func SetModality(id ID, to Modality, basis Basis) Change {
	return Change{Kind: ChangedModality, Statement: id, Modality: to, Basis: basis}
}

// SetComponent changes what proves one of the things that a statement demands, found
// by its key: the kinds of evidence, how many and of when, and what it is called.
func SetComponent(id ID, to Component) Change {
	return Change{Kind: ChangedComponent, Statement: id, Component: to}
}

// SetDemand changes the phrase of the demand, with its figures as placeholders, and
// which figures the phrase says by a word.
func SetDemand(id ID, to bilingual.Text, saidBy ...string) Change {
	return Change{Kind: ChangedDemand, Statement: id, Words: to, SaidBy: saidBy}
}

// SetWords changes other words of a statement: its "name", "summary", "note", "short"
// or "noun", or "covers", which says what part of the demand a measure covers.
func SetWords(id ID, key string, to bilingual.Text) Change {
	return Change{Kind: ChangedWords, Statement: id, Key: key, Words: to}
}

// Repeal takes a statement out of the plan. Its ID is not used again.
func Repeal(id ID) Change { return Change{Kind: Repealed, Statement: id} }

// Add puts a new statement into the plan, at a clause that the plan has. Its
// figures are those of the document that adds it, whatever origin they name.
func Add(s Statement) Change {
	s = s.clone()
	return Change{Kind: Added, Statement: s.ID, Added: &s}
}

// key returns that of what is changed.
func (c Change) key() string {
	switch c.Kind {
	case ChangedFigure:
		return c.Figure.Key
	case ChangedReading:
		return c.Reading.Key
	case ChangedComponent:
		return c.Component.Key
	}
	return c.Key
}

// alone refuses a change that sets more than its kind does: what would be passed over
// may be what was meant.
func (c Change) alone() error {
	only := Change{Kind: c.Kind, Statement: c.Statement}
	switch c.Kind {
	case ChangedEach, ChangedPopulation:
		only.Threshold = c.Threshold
	case ChangedDeadline:
		only.Deadline = c.Deadline
	case ChangedParameter:
		only.Key, only.Amount, only.Basis = c.Key, c.Amount, c.Basis
	case ChangedFigure:
		only.Figure = c.Figure
	case ChangedReading:
		only.Reading = c.Reading
	case ChangedDecides:
		only.Key = c.Key
	case ChangedModality:
		only.Modality, only.Basis = c.Modality, c.Basis
	case ChangedComponent:
		only.Component = c.Component
	case ChangedDemand:
		only.Words, only.SaidBy = c.Words, c.SaidBy
	case ChangedWords:
		only.Key, only.Words = c.Key, c.Words
	case Added:
		only.Added = c.Added
	}
	if !reflect.DeepEqual(c, only) {
		return errors.New("it sets what its kind does not")
	}
	return nil
}

var (
	errSame = errors.New("it is so already")
	errNone = errors.New("the statement has none")
)

// apply changes the draft, and writes down what was and what is.
func (c Change) apply(d *draft, a *Amended) error {
	s := d.statement(c.Statement) // nil of what is added
	switch c.Kind {
	case ChangedEach:
		return a.threshold(d, s, eachKey, &s.Each, c.Threshold)
	case ChangedPopulation:
		return a.threshold(d, s, populationKey, &s.Population, c.Threshold)
	case ChangedDeadline:
		return a.deadline(s, c.Deadline)
	case ChangedParameter:
		return a.parameter(s, c)
	case ChangedFigure:
		return a.figure(d, s, c.Figure)
	case ChangedReading:
		return a.reading(s, c.Reading)
	case ChangedDecides:
		return a.decides(s, c.Key)
	case ChangedModality:
		return a.modality(s, c)
	case ChangedComponent:
		return a.component(s, c.Component)
	case ChangedDemand:
		return a.demand(s, c)
	case ChangedWords:
		return a.words(s, c)
	case Repealed:
		d.repeal(c.Statement)
		return nil
	}
	return a.add(d, c)
}

// origin returns that of a figure which the amendment sets. Nobody but a what-if,
// which assumes, can say that it rests on anything but the order.
func (a *Amended) origin(basis Basis) Origin {
	if basis == Assumed {
		return Origin{Basis: Assumed, Source: a.By}
	}
	return Origin{Basis: Ordered, Order: a.By, From: a.Effective}
}

func (a *Amended) threshold(d *draft, s *Statement, key string, t *Threshold, to Threshold) error {
	if t.Same(to) {
		return errSame
	}
	if !s.Demand.IsZero() && (t.Comparator != to.Comparator || t.Amount.Unit() != to.Amount.Unit() || slices.Contains(s.SaidBy, key)) {
		d.stale[s.ID] = a.Change
	}
	a.Before, a.After = bilingual.Both(t.In), bilingual.Both(to.In)
	if !to.IsZero() {
		to.Origin = a.origin(to.Basis)
	}
	*t = to
	return nil
}

func (a *Amended) deadline(s *Statement, to Deadline) error {
	if s.Deadline.Kind == to.Kind && s.Deadline.On == to.On {
		return errSame
	}
	if to.On.Known() {
		to.Origin = a.origin(to.Basis)
	}
	a.Before, a.After = bilingual.Both(s.Deadline.when), bilingual.Both(to.when)
	s.Deadline = to
	return nil
}

func (a *Amended) parameter(s *Statement, c Change) error {
	i := slices.IndexFunc(s.Parameters, func(q Parameter) bool { return q.Key == c.Key })
	if i < 0 {
		return errNone
	}
	q := &s.Parameters[i]
	if q.Amount == c.Amount {
		return errSame
	}
	if old := q.Amount.Unit(); old != quantity.NoUnit && !c.Amount.IsZero() && old != c.Amount.Unit() {
		return fmt.Errorf("it is measured in %s, not in %s", old, c.Amount.Unit())
	}
	a.Name = q.Name
	if !q.Amount.IsZero() {
		a.Before = bilingual.Both(q.Amount.In)
	}
	q.Amount, q.Origin = c.Amount, Origin{}
	if !c.Amount.IsZero() {
		a.After = bilingual.Both(c.Amount.In)
		q.Origin = a.origin(c.Basis)
	}
	return nil
}

func (a *Amended) figure(d *draft, s *Statement, to Figure) error {
	i := slices.IndexFunc(s.Figures, func(f Figure) bool { return f.Key == to.Key })
	if i < 0 {
		return errNone
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
}

func (a *Amended) reading(s *Statement, to Reading) error {
	i := slices.IndexFunc(s.Readings, func(r Reading) bool { return r.Key == to.Key })
	if i < 0 {
		return errNone
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
}

func (a *Amended) decides(s *Statement, key string) error {
	i := slices.IndexFunc(s.Readings, func(r Reading) bool { return r.Key == key })
	switch i {
	case -1:
		return errNone
	case 0:
		return errSame
	}
	chosen := s.Readings[i]
	chosen.Decides, s.Readings[0].Decides = true, false
	a.Name, a.Before, a.After = chosen.Name, s.Readings[0].Name, chosen.Name
	s.Readings = slices.Insert(slices.Delete(s.Readings, i, i+1), 0, chosen)
	return nil
}

func (d *draft) repeal(id ID) {
	i := d.at[id]
	d.Statements = slices.Delete(d.Statements, i, i+1)
	delete(d.at, id)
	for j := i; j < len(d.Statements); j++ {
		d.at[d.Statements[j].ID] = j
	}
}
