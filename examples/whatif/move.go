package whatif

import (
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Move is one lever with the text to which it is moved, as somebody types it.
type Move struct {
	Statement plan.ID         `json:"statement"`
	Kind      plan.ChangeKind `json:"kind"`
	Key       string          `json:"key,omitzero"` // of a parameter; "to" for the upper end of a range
	To        string          `json:"to"`           // a number, a day, the key of a reading; "" takes the plan's own again
}

// Moved returns the scenario with a lever moved, or back where it was. An error, which
// [Explain] says in both languages, is a text that is none or a change that cannot be.
func (s *Session) Moved(of Scenario, m Move) (Scenario, error) {
	if s.held == nil {
		return of, refuse("还没有数据", "there are no data yet")
	}
	statement, known := plan.Tonghua().Statement(m.Statement)
	if !known {
		return of, refuse("规划中没有条款“"+string(m.Statement)+"”", "the plan has no statement “"+string(m.Statement)+"”")
	}
	before, err := of.amended(s.opened.AsOf)
	if err != nil {
		return of, err
	}
	now, there := before.Statement(m.Statement)
	if !there {
		return of, refuse("这一条在假设中已废止", "the scenario repeals the statement")
	}
	changes, err := s.changes(statement, now, m)
	if err != nil {
		return of, err
	}
	for _, c := range changes {
		of = of.without(func(o plan.Change) bool {
			return o.Statement == c.Statement && o.Kind == c.Kind && keyOf(o) == keyOf(c)
		})
		if !changesNothing(statement, c) {
			of.Changes = append(of.Changes, c)
		}
	}
	_, err = of.amended(s.opened.AsOf)
	return of, err
}

// changes are what the move of a lever changes in a statement.
func (s *Session) changes(before, now *plan.Statement, m Move) ([]plan.Change, error) {
	text := strings.TrimSpace(m.To)
	switch m.Kind {
	case plan.ChangedPopulation, plan.ChangedEach:
		return moveThreshold(before, now, m.Kind, m.Key == "to", text)
	case plan.ChangedDeadline:
		to := before.Deadline
		if text != "" {
			day, err := quantity.ParseDate(text)
			if err != nil || !day.Known() {
				return nil, refuse("“"+text+"”不是日期，应写成2026-12-31", "“"+text+"” is no day: write it as 2026-12-31")
			}
			if day != to.On {
				to = plan.Deadline{Kind: plan.ByDate, On: day, Origin: plan.Origin{Basis: plan.Assumed}}
			}
		}
		return []plan.Change{plan.SetDeadline(before.ID, to)}, nil
	case plan.ChangedDecides:
		if decides, _ := before.Decides(); text == "" {
			text = decides.Key
		}
		if _, known := before.Reading(text); !known {
			return nil, refuse("这一条没有“"+text+"”这种理解", "the statement has no reading “"+text+"”")
		}
		return []plan.Change{plan.Decide(before.ID, text)}, nil
	case plan.ChangedParameter:
		parameter, known := before.Parameter(m.Key)
		if !known {
			return nil, refuse("这一条没有参数“"+m.Key+"”", "the statement has no parameter “"+m.Key+"”")
		}
		to := parameter.Amount
		if text != "" {
			var err error
			if to, err = s.held.amount(before, parameter, text); err != nil {
				return nil, err
			}
		}
		return []plan.Change{plan.SetParameter(before.ID, m.Key, to, plan.Assumed)}, nil
	}
	return nil, refuse("这一项不能改动", "that cannot be moved")
}

// moveThreshold moves a threshold where it stands: at the reading that decides, if that has
// one of its own, else at the statement.
func moveThreshold(before, now *plan.Statement, kind plan.ChangeKind, upper bool, text string) ([]plan.Change, error) {
	of := func(s *plan.Statement) plan.Threshold {
		if kind == plan.ChangedEach {
			return each(s)
		}
		return population(s)
	}
	was, to := of(before), of(now)
	if was.IsZero() {
		return nil, refuse("这一条没有这项要求", "the statement makes no such demand")
	}
	if tied(before, kind) {
		return nil, refuse("这一条的另一种理解自有要求，须一并改动，这里不能只改一个数", "another reading of the statement has a demand of its own, which would have to be moved as well")
	}
	amount, own := &to.Amount, was.Amount
	if upper {
		amount, own = &to.To, was.To
	}
	*amount = own
	if text != "" {
		var err error
		if *amount, err = quantity.ParseAmount(text, own.Unit()); err != nil {
			return nil, refuse(fmt.Sprintf("“%s”不是%s的数值", text, own.Unit().Noun(bilingual.Chinese)), "“"+text+"” is no number of "+own.Unit().String())
		}
	}
	to.Origin = plan.Origin{Basis: plan.Assumed}
	if to.Same(was) {
		to = was
	}
	reading, _ := now.Decides()
	if kind == plan.ChangedEach && !reading.Each.IsZero() {
		reading.Each = to
		return []plan.Change{plan.SetReading(before.ID, reading)}, nil
	}
	if kind == plan.ChangedPopulation && !reading.Population.IsZero() {
		reading.Population = to
		return []plan.Change{plan.SetReading(before.ID, reading)}, nil
	}
	if kind == plan.ChangedEach {
		return []plan.Change{plan.SetEach(before.ID, to)}, nil
	}
	return []plan.Change{plan.SetPopulation(before.ID, to)}, nil
}

// keyOf is the key by which a change finds what it changes.
func keyOf(c plan.Change) string {
	switch c.Kind {
	case plan.ChangedReading:
		return c.Reading.Key
	case plan.ChangedDecides:
		return "" // one decides
	}
	return c.Key
}

// changesNothing reports whether a change leaves the statement as the plan has it.
func changesNothing(s *plan.Statement, c plan.Change) bool {
	switch c.Kind {
	case plan.ChangedPopulation:
		return c.Threshold == s.Population
	case plan.ChangedEach:
		return c.Threshold == s.Each
	case plan.ChangedDeadline:
		return c.Deadline == s.Deadline
	case plan.ChangedDecides:
		decides, _ := s.Decides()
		return c.Key == decides.Key
	case plan.ChangedParameter:
		parameter, _ := s.Parameter(c.Key)
		return c.Amount == parameter.Amount
	case plan.ChangedReading:
		reading, _ := s.Reading(c.Reading.Key)
		return c.Reading == reading
	}
	return false
}

// amount reads the number of a parameter, in its own unit or, where nobody has set it yet,
// in the first unit of the rule's fields that the rule takes.
func (h *register[R]) amount(s *plan.Statement, p plan.Parameter, text string) (quantity.Amount, error) {
	var units []quantity.Unit
	if !p.Amount.IsZero() {
		units = []quantity.Unit{p.Amount.Unit()}
	} else {
		rule, err := h.rule(plan.Tonghua(), s.ID)
		if err != nil {
			return quantity.Amount{}, err
		}
		for _, need := range measure(rule).Needs() {
			if need.Unit != quantity.NoUnit {
				units = append(units, need.Unit)
			}
		}
		units = append(units, quantity.Multiple, quantity.Percent)
	}
	for _, unit := range units {
		amount, err := quantity.ParseAmount(text, unit)
		if err != nil {
			continue
		}
		changed := Scenario{Changes: []plan.Change{plan.SetParameter(s.ID, p.Key, amount, plan.Assumed)}}
		edition, err := changed.amended(h.asOf)
		if err != nil && !p.Amount.IsZero() {
			return amount, nil // Moved says what is wrong
		}
		if err != nil {
			continue
		}
		if rule, err := h.rule(edition, s.ID); err == nil && measure(rule).BindError() == nil {
			return amount, nil
		}
	}
	return quantity.Amount{}, refuse("“"+text+"”不是“"+p.Name.ZH+"”的数值", "“"+text+"” is no number for “"+p.Name.EN+"”")
}
