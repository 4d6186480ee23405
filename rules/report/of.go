package report

import (
	"iter"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Row returns the row of a statement, nil where the report has none.
func (r *Report) Row(id plan.ID) *Row {
	if r == nil {
		return nil
	}
	for row := range r.All() {
		if row.Statement == id {
			return row
		}
	}
	return nil
}

// Groups names the verdicts of groups for [NewGrouped]: report.Groups(byCounty.All()).
func Groups(groups iter.Seq2[string, verdict.Results]) (named []Named) {
	for name, results := range groups {
		named = append(named, Named{Name: name, Results: results})
	}
	return named
}

// Of returns the result of a statement as the report shows it, and whether
// there are data on it.
func (r *Report) Of(id plan.ID) (verdict.Result, bool) {
	if row := r.Row(id); row != nil && row.Result != nil {
		return *row.Result, true
	}
	return verdict.Result{}, false
}
