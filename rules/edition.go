package rules

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// under binds the rule to another edition. Where the edition decides by
// another reading, the indicators change places, so that each reading keeps
// its own.
func (c *core[R]) under(p *plan.Plan) (*core[R], error) {
	id := c.statement.ID
	if p == nil {
		return nil, fmt.Errorf("rules: rule %s: no plan", id)
	}
	if a, gone := p.Repealed(id); gone {
		return nil, fmt.Errorf("rules: rule %s: plan %s has repealed its statement: %s", id, p.Edition(), a.In(bilingual.English))
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
	return newCore(p, id, main, others)
}

// decidedBy returns the rule's indicators with those of two readings in each
// other's place.
func (c *core[R]) decidedBy(decides, was string) (indicators.Indicator[R], []Reading[R], error) {
	main, others := c.main, slices.Clone(c.others)
	if i := slices.IndexFunc(others, func(o Reading[R]) bool { return o.Key == decides }); i >= 0 {
		main = others[i].Indicator
		others = slices.Delete(others, i, i+1)
	} else if !slices.ContainsFunc(c.readings, func(b bound[R]) bool { return b.reading.Key == decides }) {
		return nil, nil, fmt.Errorf("reading %q decides now, and the rule does not compute it", decides)
	}
	return main, append(others, Reading[R]{was, c.main}), nil
}
