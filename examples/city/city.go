package main

import (
	"bytes"
	"embed"
	"encoding/csv"
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

//go:embed *.csv
var files embed.FS

// area is a row of attainment.csv. The plan speaks of six counties: 梅河口市 is
// run apart and is left out of the city's total.
type area struct {
	name   string
	inPlan bool
	on     quantity.Date
	table  attainment.Record
}

// city makes the report from all figures that are not later than the date, and
// from the generated registers where they are asked for.
func city(s settings) (*report.Report, error) {
	reported, err := reportedFigures(s.date)
	if err != nil {
		return nil, err
	}
	areas, err := readAreas()
	if err != nil {
		return nil, err
	}
	census, counties, err := schooling(areas)
	if err != nil {
		return nil, err
	}
	results := []verdict.Results{reported, census}
	if s.year != 0 {
		v, err := generated(s.year)
		if err != nil {
			return nil, err
		}
		counties, results = v.Areas, append(results, v.Whole...)
	}
	page, err := report.NewGrouped(plan.Tonghua(), s.date, counties, results...)
	if err != nil {
		return nil, err
	}
	if s.year != 0 {
		page.Name = label(page.Name, s.year)
	}
	return page, nil
}

// schooling judges the census tables: the six counties together, and each by itself.
func schooling(areas []area) (total verdict.Results, counties []report.Named, err error) {
	panel, err := rules.NewPanel(func(a *area, r *attainment.Record) { *r = a.table }, tonghua.Attainments()...)
	if err != nil {
		return total, nil, err
	}
	var inPlan []area
	for _, a := range areas {
		if a.inPlan {
			inPlan = append(inPlan, a)
		}
	}
	groups, err := rules.EvaluateBy(panel, inPlan[0].on, inPlan, func(a *area) string { return a.name })
	if err != nil {
		return total, nil, err
	}
	return groups.Total(), report.Groups(groups.All()), nil
}

func readAreas() ([]area, error) {
	var areas []area
	err := eachRow("attainment.csv", func(cell func(string) string) error {
		a := area{name: cell("county"), inPlan: cell("in_plan") == "yes"}
		var err error
		if a.on, err = dateIn(cell("on")); err != nil {
			return err
		}
		for _, f := range a.table.Subject().Fields() {
			if err := f.Parse(&a.table, cell(f.Key())); err != nil {
				return err
			}
		}
		areas = append(areas, a)
		return nil
	})
	return areas, err
}

// reportedFigures judges the latest figure of each statement that is not later
// than the date.
func reportedFigures(date quantity.Date) (verdict.Results, error) {
	byID := map[plan.ID]rules.View{}
	for _, r := range tonghua.All() {
		byID[r.ID()] = r
	}
	out := verdict.Results{AsOf: date}
	err := eachRow("figures.csv", func(cell func(string) string) error {
		on, err := dateIn(cell("on"))
		if err != nil || on.After(date) {
			return err
		}
		unit, err := quantity.ParseUnit(cell("unit"))
		if err != nil {
			return err
		}
		value, err := quantity.ParseAmount(cell("value"), unit)
		if err != nil {
			return err
		}
		rule, ok := byID[plan.ID(cell("statement"))]
		if !ok {
			return fmt.Errorf("no rule %q", cell("statement"))
		}
		result, err := rule.Reported(on, value)
		out.Rules = append(out.Rules, result)
		return err
	})
	return out, err
}

// dateIn reads a date that must be there.
func dateIn(cell string) (quantity.Date, error) {
	d, err := quantity.ParseDate(cell)
	if err == nil && !d.Known() {
		err = errors.New("column on: a date is wanted")
	}
	return d, err
}

// eachRow reads a table whose first row names the columns. A column that is
// not there reads as empty.
func eachRow(name string, do func(cell func(string) string) error) error {
	data, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // for spreadsheets
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	columns := map[string]int{}
	for i, c := range rows[0] {
		columns[c] = i
	}
	for i, row := range rows[1:] {
		cell := func(column string) string {
			if at, ok := columns[column]; ok {
				return row[at]
			}
			return ""
		}
		if err := do(cell); err != nil {
			return fmt.Errorf("%s:%d: %w", name, i+2, err)
		}
	}
	return nil
}
