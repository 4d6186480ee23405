package plan

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// modality changes the strength alone: who is to do what stays.
func (a *Amended) modality(s *Statement, c Change) error {
	to := c.Modality
	switch {
	case s.Modality == to:
		return errSame
	case !modalities.Has(to) || (to == NoDemand) != (s.Modality == NoDemand):
		return fmt.Errorf("to %s: want another strength; what demands nothing any more is repealed", to)
	}
	a.Before, a.After = bilingual.Both(s.Modality.In), bilingual.Both(to.In)
	s.Modality, s.ModalityOrigin = to, a.origin(c.Basis)
	return nil
}

func (a *Amended) component(s *Statement, to Component) error {
	i := slices.IndexFunc(s.Components, func(c Component) bool { return c.Key == to.Key })
	if i < 0 {
		return errNone
	}
	old := s.Components[i]
	if reflect.DeepEqual(old, to) {
		return errSame
	}
	a.Name, a.Before, a.After = to.Name, bilingual.Both(old.proof), bilingual.Both(to.proof)
	s.Components[i] = to
	return nil
}

// proof says in words what proves a component.
func (c *Component) proof(l bilingual.Language) string {
	return fmt.Sprintf(l.Pick("%s（%s，不少于%d件）", "%s (%s, at least %d)"), c.Accepted(l), c.Needs.In(l), c.Least)
}

func (a *Amended) demand(s *Statement, c Change) error {
	if s.Demand == c.Words && slices.Equal(s.SaidBy, c.SaidBy) {
		return errSame
	}
	a.Before, a.After = s.Demand, c.Words
	s.Demand, s.SaidBy = c.Words, slices.Clone(c.SaidBy)
	return nil
}

// words changes a text that decides nothing.
func (a *Amended) words(s *Statement, c Change) error {
	var text *bilingual.Text
	switch c.Key {
	case "name":
		text, a.Name = &s.Name, bilingual.Text{ZH: "名称", EN: "name"}
	case "summary":
		text, a.Name = &s.Summary, bilingual.Text{ZH: "内容", EN: "summary"}
	case "note":
		text, a.Name = &s.Note, bilingual.Text{ZH: "说明", EN: "note"}
	case "short":
		text, a.Name = &s.Short, bilingual.Text{ZH: "差距表述", EN: "words for what is short"}
	case "noun":
		text, a.Name = &s.Noun, bilingual.Text{ZH: "计数名词", EN: "noun of what is counted"}
	case "covers":
		text, a.Name = &s.Partly.Covers, bilingual.Text{ZH: "计量范围", EN: "what the measure covers"}
	default:
		return errors.New("want name, summary, note, short, noun or covers")
	}
	if *text == c.Words {
		return errSame
	}
	a.Before, a.After = *text, c.Words
	*text = c.Words
	return nil
}

func (a *Amended) add(d *draft, c Change) error {
	switch {
	case c.Added == nil || c.Added.ID != c.Statement:
		return errors.New("the statement is wanted, under its ID")
	case d.statement(c.Statement) != nil:
		return errors.New("the plan has it already")
	}
	added := c.Added.clone()
	a.Name = added.Name
	for _, o := range added.origins() {
		if o.Basis != 0 {
			*o = a.origin(o.Basis)
		}
	}
	d.at[c.Statement] = len(d.Statements)
	d.Statements = append(d.Statements, added)
	return nil
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
	text := f.amount(l)
	if f.On.Known() {
		text += bilingual.Text{ZH: "（" + f.On.In(l) + "）", EN: " on " + f.On.In(l)}.In(l)
	}
	return text
}

// says is in with the origin. Of a figure of a day the plan prints the value, and what is
// inferred is the day.
func (f Figure) says(l bilingual.Language) string {
	notes := []string{f.Origin.In(l)}
	if f.On.Known() {
		notes = append([]string{f.On.In(l)}, notes...)
		if f.Basis == Inferred {
			notes[1] = l.Pick("日期系推定", "the date is inferred")
		}
	}
	return f.amount(l) + l.Pick("（"+strings.Join(notes, "，")+"）", " ("+strings.Join(notes, ", ")+")")
}

func (f Figure) amount(l bilingual.Language) string {
	if f.Comparator == Exactly {
		return f.Amount.In(l)
	}
	return Threshold{Comparator: f.Comparator, Amount: f.Amount}.In(l)
}

// in returns what a reading demands, or its name where it has no demand of its own.
func (r Reading) in(l bilingual.Language) string {
	if text := generic(r.Each, r.Population, l); text != "" {
		return text
	}
	return r.Name.In(l)
}
