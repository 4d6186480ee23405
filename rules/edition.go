package rules

import (
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// stillThere says that there is no plan, or by what a statement was repealed.
func stillThere(p *plan.Plan, id plan.ID) error {
	if p == nil {
		return fmt.Errorf("rules: rule %s: no plan", id)
	}
	if a, gone := p.Repealed(id); gone {
		return fmt.Errorf("rules: rule %s: plan %s has repealed its statement: %s", id, p.Edition(), a.In(bilingual.English))
	}
	return nil
}

// Under returns the same rules bound to another edition of the plan, as
// [Set.Under] does.
func (s AttestedSet) Under(p *plan.Plan) (AttestedSet, error) {
	return underAll(s, p, Attested.Under)
}

func (a Attested) viewUnder(p *plan.Plan) (View, error) { return a.Under(p) }

// ViewsUnder returns the same rules, on whatever subjects, bound to another edition
// of the plan, as [Set.Under] does.
func ViewsUnder(p *plan.Plan, book []View) ([]View, error) {
	return underAll(book, p, View.viewUnder)
}

// underAll binds rules to another edition, without those whose statement it has
// repealed, and reports all that it cannot bind.
func underAll[E View](list []E, p *plan.Plan, under func(E, *plan.Plan) (E, error)) ([]E, error) {
	out := make([]E, 0, len(list))
	var errs []error
	for i, r := range list {
		if any(r) == nil {
			errs = append(errs, fmt.Errorf("rule %d of the set: %w", i+1, ErrZero))
			continue
		}
		if p != nil {
			if _, gone := p.Repealed(r.ID()); gone {
				continue
			}
		}
		moved, err := under(r, p)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		out = append(out, moved)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return out, nil
}

// under binds the rule to another edition. Where the edition decides by
// another reading, the indicators change places, so that each reading keeps
// its own.
func (c *boundRule[R]) under(p *plan.Plan) (*boundRule[R], error) {
	id := c.statement.ID
	if err := stillThere(p, id); err != nil {
		return nil, err
	}
	main, others := c.main, c.others
	if s, ok := p.Statement(id); ok && len(s.Readings) > 0 && len(c.statement.Readings) > 0 {
		was, decides := c.statement.Readings[0].Key, s.Readings[0].Key
		if _, kept := s.Reading(was); kept && was != decides {
			var err error
			if main, others, err = c.decidedBy(decides, was); err != nil {
				return nil, fmt.Errorf("rules: rule %s: %w", id, err)
			}
		}
	}
	return newBound(p, id, main, others)
}

// decidedBy returns the rule's indicators with those of two readings in each
// other's place.
func (c *boundRule[R]) decidedBy(decides, was string) (indicators.Indicator[R], []Reading[R], error) {
	main, others := c.main, slices.Clone(c.others)
	if i := slices.IndexFunc(others, func(o Reading[R]) bool { return o.Key == decides }); i >= 0 {
		main = others[i].Indicator
		others = slices.Delete(others, i, i+1)
	} else if !c.computes(decides) {
		return nil, nil, fmt.Errorf("reading %q decides now, and the rule does not compute it", decides)
	}
	return main, append(others, Reading[R]{was, c.main}), nil
}

// computes reports whether the rule computes a reading of its statement.
func (c *boundRule[R]) computes(key string) bool {
	r, err := c.resolved()
	return err == nil && slices.ContainsFunc(r.readings, func(b boundReading[R]) bool { return b.reading.Key == key })
}
