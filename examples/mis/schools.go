package mis

import (
	"context"
	"database/sql"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// SchoolSummary is a school with how many statements have which verdict in its own records.
type SchoolSummary struct {
	registers.School
	Summary report.Summary
}

// Schools returns the schools of a county, by their codes, each judged by its own records:
// its row in the table of schools, its pupils, classes and grades.
func (s *Store) Schools(ctx context.Context, asOf quantity.Date, county string) (list []SchoolSummary, err error) {
	err = s.read(ctx, func(tx *sql.Tx) error {
		said := map[string][]verdict.Results{}
		for _, r := range book {
			if err := r.bySchool(ctx, tx, s.engine, asOf, county, func(school string, results verdict.Results) {
				said[school] = append(said[school], results)
			}); err != nil {
				return inTable(r, err)
			}
		}
		for row, err := range schools.all(ctx, tx, s.engine, some{"county", county}) {
			if err != nil {
				return err
			}
			r, err := report.New(plan.Tonghua(), asOf, said[row.Code]...)
			if err != nil {
				return err
			}
			list = append(list, SchoolSummary{row, r.Summary})
		}
		return nil
	})
	return list, err
}

// SchoolReport judges a school by its own records, as if they were the whole register: what
// falls on schools, and on each record, has a verdict, all else a value for comparison. It
// says whether there is a school of that code.
func (s *Store) SchoolReport(ctx context.Context, asOf quantity.Date, code string) (school registers.School, r *report.Report, there bool, err error) {
	err = s.read(ctx, func(tx *sql.Tx) error {
		if school, there, err = schools.one(ctx, tx, s.engine, code); err != nil || !there {
			return err
		}
		var said []verdict.Results
		for _, register := range book {
			results, err := register.ofSchool(ctx, tx, s.engine, asOf, code)
			if err != nil {
				return inTable(register, err)
			}
			if len(results.Rules) > 0 {
				said = append(said, results)
			}
		}
		r, err = report.New(plan.Tonghua(), asOf, said...)
		return err
	})
	return school, r, there, err
}

// bySchool judges the rows of a county by school, where rows have schools.
func (r *register[T, R]) bySchool(ctx context.Context, db querier, e engine, asOf quantity.Date, county string, add func(string, verdict.Results)) error {
	if r.school == nil {
		return nil
	}
	panel, err := r.panel(asOf)
	if err != nil {
		return err
	}
	groups, err := rules.EvaluateSeqBy(panel.WithContext(ctx).GroupsAre(plan.School), asOf, r.rows(ctx, db, e, some{"county", county}), r.school)
	if err != nil {
		return err
	}
	for school, results := range groups.All() {
		add(school, results)
	}
	return nil
}

// ofSchool judges the rows of a school; there are no results where rows have no schools, or none has this one.
func (r *register[T, R]) ofSchool(ctx context.Context, db querier, e engine, asOf quantity.Date, school string) (verdict.Results, error) {
	if r.school == nil {
		return verdict.Results{}, nil
	}
	panel, err := r.panel(asOf)
	if err != nil {
		return verdict.Results{}, err
	}
	results, err := panel.WithContext(ctx).For(plan.School).EvaluateSeq2(asOf, r.rows(ctx, db, e, some{r.within, school}))
	if err != nil || results.Read == 0 { // a school without a row in the register is not in it
		return verdict.Results{}, err
	}
	return results, nil
}
