package whatif

import (
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// KeptKeys is how many records an answer names of those that a change touches.
const KeptKeys = 200

// Touched says whom the changes of a scenario touch: which records are something else to a
// statement than they are under the plan as it is. A move of a population's threshold or of
// a deadline touches nobody so, and neither does "so many more", which names nobody.
type Touched struct {
	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Moves     []Shift        `json:"moves"`
	Records   []Record       `json:"records"` // the first of them by key; they stay on this machine
}

// Shift is how many records are one thing now and another under the scenario.
type Shift struct {
	Was     bilingual.Text `json:"was"`
	Is      bilingual.Text `json:"is"`
	Records int64          `json:"records"`
}

// Record is a record that a change touches, by its key or its row.
type Record struct {
	Key string         `json:"key"`
	Was bilingual.Text `json:"was"`
	Is  bilingual.Text `json:"is"`
}

// touched says whom the changes touch, of the statements that are changed or were counted
// anew and whose deciding question is another one now.
func (h *register[R]) touched(p *plan.Plan, s Scenario, recounted []plan.ID) ([]Touched, error) {
	list := []Touched{}
	ids := slices.Clone(recounted)
	for _, c := range s.Changes {
		if !slices.Contains(ids, c.Statement) {
			ids = append(ids, c.Statement)
		}
	}
	var before, after rules.Set[R]
	for _, id := range ids {
		if h.today.of(id) < 0 { // another register answers it
			continue
		}
		was, err := h.rule(plan.Tonghua(), id)
		if err != nil {
			return nil, err
		}
		is, err := h.rule(p, id)
		if err != nil { // it is repealed
			continue
		}
		first, err := h.questions(was)
		if err != nil {
			return nil, err
		}
		last, err := h.questions(is)
		if err != nil {
			return nil, err
		}
		if first[0] != last[0] {
			before, after = append(before, was), append(after, is)
		}
	}
	if len(before) == 0 {
		return list, nil
	}
	then, err := h.byRecord(before)
	if err != nil {
		return nil, err
	}
	now, err := h.byRecord(after)
	if err != nil {
		return nil, err
	}
	records := map[plan.ID][]Record{}
	changes, err := now.Changes(then, func(key string, id plan.ID, was, is verdict.State) {
		if len(records[id]) < KeptKeys {
			records[id] = append(records[id], Record{key, bilingual.Both(was.In), bilingual.Both(is.In)})
		}
	})
	if err != nil {
		return nil, err
	}
	for _, c := range changes {
		one := Touched{Statement: c.Statement, Name: c.Name, Moves: []Shift{}, Records: records[c.Statement]}
		for _, was := range verdict.States() {
			for _, is := range verdict.States() {
				if n := c.Records[was][is]; n > 0 && was != is {
					one.Moves = append(one.Moves, Shift{bilingual.Both(was.In), bilingual.Both(is.In), n})
				}
			}
		}
		list = append(list, one)
	}
	return list, nil
}

// byRecord evaluates the records one by one, by their keys.
func (h *register[R]) byRecord(set rules.Set[R]) (*rules.Evaluator[kept[R], R], error) {
	p, err := h.panel(set)
	if err != nil {
		return nil, err
	}
	e, err := p.Keyed((*kept[R]).who).Start(h.asOf)
	if err != nil {
		return nil, err
	}
	for i := range h.rows {
		if err := e.Add(&h.rows[i]); err != nil {
			return nil, err
		}
	}
	return e, nil
}
