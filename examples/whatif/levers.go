package whatif

import (
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// Lever is something of a statement that a scenario can move.
type Lever struct {
	Kind    plan.ChangeKind `json:"kind"`
	Key     string          `json:"key"`  // of a parameter; "to" for the upper end of a range
	Name    bilingual.Text  `json:"name"` // of what is moved
	Before  string          `json:"before"`
	Now     string          `json:"now"`
	Today   bilingual.Text  `json:"today"`          // Before in words
	Unit    bilingual.Text  `json:"unit,omitzero"`  // of a number
	Choices []Choice        `json:"choices"`        // of the reading that decides
	Moved   bool            `json:"moved,omitzero"` // Now is another than Before
}

// Choice is one of the readings of a statement.
type Choice struct {
	Key         string         `json:"key"`
	Name        bilingual.Text `json:"name"`
	Why         bilingual.Text `json:"why"`
	NotComputed bilingual.Text `json:"not_computed,omitzero"` // why it cannot be chosen
}

func (h *register[R]) levers(s Scenario, p *plan.Plan) ([]Lever, error) {
	list := []Lever{}
	today, _ := plan.Tonghua().Statement(s.Statement)
	now, there := p.Statement(s.Statement)
	if !there {
		return list, nil
	}
	threshold := func(kind plan.ChangeKind, before, after plan.Threshold) {
		if before.IsZero() || before.Amount.IsZero() || tied(today, kind) {
			return
		}
		list = append(list, Lever{Kind: kind, Name: bilingual.Both(kind.In), Before: before.Amount.Number(), Now: after.Amount.Number(),
			Today: bilingual.Both(before.In), Unit: unitOf(before.Amount)})
		if !before.To.IsZero() {
			list = append(list, Lever{Kind: kind, Key: "to", Name: bilingual.Text{ZH: kind.In(bilingual.Chinese) + "（上限）", EN: kind.In(bilingual.English) + " (upper end)"},
				Before: before.To.Number(), Now: after.To.Number(), Today: bilingual.Both(before.In), Unit: unitOf(before.To)})
		}
	}
	threshold(plan.ChangedPopulation, population(today), population(now))
	threshold(plan.ChangedEach, each(today), each(now))
	list = append(list, Lever{Kind: plan.ChangedDeadline, Name: bilingual.Both(plan.ChangedDeadline.In), Before: dateText(today.Deadline.On),
		Now: dateText(now.Deadline.On), Today: bilingual.Both(today.Deadline.In)})
	if len(today.Readings) > 1 {
		rule, err := h.rule(p, s.Statement)
		if err != nil {
			return nil, err
		}
		asked, err := measure(rule).Asks(h.asOf)
		if err != nil {
			return nil, err
		}
		was, _ := today.Decides()
		is, _ := now.Decides()
		one := Lever{Kind: plan.ChangedDecides, Name: bilingual.Both(plan.ChangedDecides.In), Before: was.Key, Now: is.Key, Today: was.Name}
		for _, r := range today.Readings {
			c := Choice{Key: r.Key, Name: r.Name, Why: r.Why}
			if !slices.ContainsFunc(asked, func(a rules.Asked[R]) bool { return a.Reading == r.Key }) {
				c.NotComputed = r.NotComputed
			}
			one.Choices = append(one.Choices, c)
		}
		list = append(list, one)
	}
	for _, q := range today.Parameters {
		after, _ := now.Parameter(q.Key)
		one := Lever{Kind: plan.ChangedParameter, Key: q.Key, Name: q.Name, Unit: bilingual.Text{}}
		if !q.Amount.IsZero() {
			one.Before, one.Today, one.Unit = q.Amount.Number(), bilingual.Both(q.Amount.In), unitOf(q.Amount)
		} else {
			one.Today = bilingual.Text{ZH: "未定", EN: "not set"}
		}
		if !after.Amount.IsZero() {
			one.Now = after.Amount.Number()
		}
		list = append(list, one)
	}
	for i := range list {
		list[i].Moved = list[i].Before != list[i].Now
	}
	return list, nil
}

// population is what the population must reach under the reading that decides.
func population(s *plan.Statement) plan.Threshold {
	if r, _ := s.Decides(); !r.Population.IsZero() {
		return r.Population
	}
	return s.Population
}

// each is what one record must reach under the reading that decides.
func each(s *plan.Statement) plan.Threshold {
	if r, _ := s.Decides(); !r.Each.IsZero() {
		return r.Each
	}
	return s.Each
}

// tied reports whether another reading has a demand of its own beside the statement's: 25 hours
// beside half of fifty. One does not follow from the other, so that nobody can move it by one
// number.
func tied(s *plan.Statement, kind plan.ChangeKind) bool {
	decides, _ := s.Decides()
	own := func(r plan.Reading) bool {
		return kind == plan.ChangedEach && !r.Each.IsZero() || kind == plan.ChangedPopulation && !r.Population.IsZero()
	}
	return !own(decides) && slices.ContainsFunc(s.Readings, own)
}

func unitOf(a quantity.Amount) bilingual.Text {
	return bilingual.Both(func(l bilingual.Language) string {
		return strings.TrimSpace(strings.TrimPrefix(a.In(l), a.Number()))
	})
}

func dateText(d quantity.Date) string {
	if !d.Known() {
		return ""
	}
	return d.String()
}
