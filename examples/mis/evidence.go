package mis

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

var evidence = table[verdict.Evidence]{name: "evidence", key: []string{"line"}, columns: func(e *verdict.Evidence) []column {
	return []column{{"statement", (*string)(&e.Statement)}, {"kind", spelled(&e.Kind)}, {"title", &e.Title}, {"number", &e.Number},
		{"issuer", &e.Issuer}, {"from_day", spelled(&e.From)}, {"on_day", spelled(&e.On)}, {"until_day", spelled(&e.Until)},
		{"stage", spelled(&e.Stage)}, {"components", (*list)(&e.Components)}, {"whole", &e.Whole}, {"year", &e.Year}, {"reference", &e.Reference}}
}}

var exceptions = table[verdict.Exception]{name: "exceptions", key: []string{"line"}, columns: func(e *verdict.Exception) []column {
	return []column{{"statement", (*string)(&e.Statement)}, {"record_key", &e.Key}, {"scope", &e.Scope}, {"document", &e.Document},
		{"reason", &e.Reason}, {"last_day", spelled(&e.Last)}}
}}

var remedies = table[verdict.Remedy]{name: "remedies", key: []string{"statement", "record_key", "opened"}, columns: func(r *verdict.Remedy) []column {
	return []column{{"statement", (*string)(&r.Statement)}, {"record_key", &r.Key}, {"opened", spelled(&r.Opened)},
		{"name_zh", &r.Name.ZH}, {"name_en", &r.Name.EN}, {"citation_zh", &r.Citation.ZH}, {"citation_en", &r.Citation.EN},
		{"answers", &r.Answers}, {"due", spelled(&r.Due)}, {"seen", spelled(&r.Seen)}, {"state", spelled(&r.State)}, {"closed", spelled(&r.Closed)}}
}}

// whole reads all rows of a small table.
func whole[T any](ctx context.Context, db querier, t table[T]) (list []T, err error) {
	for row, err := range t.all(ctx, db, engine{}, some{}) {
		if err != nil {
			return nil, err
		}
		list = append(list, row)
	}
	return list, nil
}

// evidenceOf makes up evidence for two thirds of the statements that evidence alone
// answers: for each thing that is demanded a piece of a kind that shows it, dated between
// the day from which the plan binds and the end of the year.
func evidenceOf(city *registers.City) (pieces []verdict.Evidence) {
	from, _ := plan.Tonghua().Period()
	for i, rule := range tonghua.ByEvidence() {
		year := max(from.Year()+1, city.Year-i%3)
		if i%3 == 2 || year > city.Year {
			continue
		}
		s := rule.Statement()
		for k, c := range s.Components {
			pieces = append(pieces, verdict.Evidence{Statement: s.ID, Kind: kindFor(c), Stage: verdict.InUse, Components: []string{c.Key},
				Title: c.Name.ZH, Number: fmt.Sprintf("通市教发〔%d〕%d号", year, 10*i+k+1), Issuer: "通化市教育局",
				On: quantity.DateOf(year, time.Month(1+i%12), 1+(i+k)%28), Reference: fmt.Sprintf("档案%04d", len(pieces)+1)})
		}
	}
	for i := range pieces {
		if pieces[i].Kind != plan.Project {
			pieces[i].Stage = 0
		}
	}
	return pieces
}

// kindFor is a kind of evidence that shows a thing.
func kindFor(c plan.Component) plan.EvidenceKind {
	if len(c.Is) > 0 {
		return c.Is[0]
	}
	return c.Reports[0]
}

// exceptionsOf makes up leave for those who have the fewest hours of training; that of
// every other one ends before the end of the year.
func exceptionsOf(city *registers.City) (list []verdict.Exception) {
	const number = 40
	by := slices.Clone(city.Teachers)
	slices.SortStableFunc(by, func(a, b registers.Teacher) int { return cmp.Compare(a.TrainingHours.V, b.TrainingHours.V) })
	for i := range min(number, len(by)) {
		list = append(list, verdict.Exception{Statement: plan.TeacherTrainingHours, Key: by[i].No,
			Document: fmt.Sprintf("通市教发〔%d〕%d号", city.Year, 1+i), Reason: "援派在外，培训顺延",
			Last: city.AsOf().AddYears(i % 2).Previous()})
	}
	return list
}
