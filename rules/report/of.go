package report

import (
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Of returns the result of a statement as the report shows it, and whether
// there are data on it.
func (r *Report) Of(id plan.ID) (verdict.Result, bool) {
	if r == nil {
		return verdict.Result{}, false
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
	return verdict.Result{}, false
}
