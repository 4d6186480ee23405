package rules

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/plan"
)

// Set is all rules over one subject: NewPanel(mapping, set...).
type Set[R indicators.Record[R]] []Rule[R]

// Under returns the same rules bound to another edition of the plan. A rule
// whose statement the edition has repealed is left out: the plan says nothing
// any more that it could answer. A statement that the edition never had is an
// error.
func (s Set[R]) Under(p *plan.Plan) (Set[R], error) {
	return underAll(s, p, Rule[R].Under)
}

// Without returns the set without some rules.
func (s Set[R]) Without(ids ...plan.ID) Set[R] {
	return slices.DeleteFunc(slices.Clone(s), func(r Rule[R]) bool { return r != nil && slices.Contains(ids, r.ID()) })
}

// Only returns the rules of the set on some statements, such as those that a
// [Coverage] says can be answered. Statements whose rules are on other subjects are left
// out; a statement that the plan of the set does not have, or that demands nothing, has no
// rule at all and is an [ErrNoRule], so that a slip of the pen loses no rule in silence.
func (s Set[R]) Only(ids ...plan.ID) (Set[R], error) {
	for _, id := range ids {
		if !slices.ContainsFunc(s, func(r Rule[R]) bool { return r != nil && demands(r.Plan(), id) }) {
			return nil, fmt.Errorf("%w: %s", ErrNoRule, id)
		}
	}
	return slices.DeleteFunc(slices.Clone(s), func(r Rule[R]) bool { return r == nil || !slices.Contains(ids, r.ID()) }), nil
}

// demands reports whether a plan has a statement that a rule can answer.
func demands(p *plan.Plan, id plan.ID) bool {
	if p == nil {
		return false
	}
	s, has := p.Statement(id)
	return has && s.Evaluable != plan.NoEvaluation
}

// Views returns the rules without their subject.
func (s Set[R]) Views() []View {
	out := make([]View, 0, len(s))
	for _, r := range s {
		if r != nil {
			out = append(out, r)
		}
	}
	return out
}

// Views returns the rules of several sets in the clause order of their plans.
func Views(sets ...interface{ Views() []View }) []View {
	var all []View
	for _, s := range sets {
		if s != nil {
			all = append(all, s.Views()...)
		}
	}
	order := map[*plan.Plan]map[plan.ID]int{}
	place := func(v View) int {
		p := v.Plan()
		if p == nil {
			return 0
		}
		if order[p] == nil {
			order[p] = map[plan.ID]int{}
			for s := range p.All() {
				order[p][s.ID] = len(order[p])
			}
		}
		return order[p][v.ID()]
	}
	slices.SortStableFunc(all, func(a, b View) int { return place(a) - place(b) })
	return all
}
