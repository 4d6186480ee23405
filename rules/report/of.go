package report

import (
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// Of returns the result of a statement as the report shows it, and whether
// there are data on it.
func (r *Report) Of(id plan.ID) (rules.Result, bool) {
	if r == nil {
		return rules.Result{}, false
	}
	for _, part := range r.Parts {
		for _, section := range part.Sections {
			for _, row := range section.Rows {
				if row.Statement == id && row.Result != nil {
					return *row.Result, true
				}
			}
		}
	}
	return rules.Result{}, false
}
