package registers

import (
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Verdicts are what the rules of the book say of a city.
type Verdicts struct {
	Whole []verdict.Results // of the whole city, one a register
	Areas []report.Named    // of each county, and last of what the city runs itself
}

// Evaluate judges every register by all rules of the book about its subject: one
// panel and one pass a register. That is all that a program with such tables has to
// write, beside the mappings.
func (c *City) Evaluate() (*Verdicts, error) {
	v := &Verdicts{}
	for _, a := range areas {
		v.Areas = append(v.Areas, report.Named{Name: a.name})
	}
	v.Areas = append(v.Areas, report.Named{Name: AreaName(CityCode)})
	err := errors.Join(
		judge(v, c, c.Teachers, TeachersAsOf(c.AsOf()), tonghua.Teachers(), func(s *Teacher) string { return s.County }),
		judge(v, c, c.Pupils, (*Pupil).Map, tonghua.Pupils(), func(s *Pupil) string { return s.County }),
		judge(v, c, c.Schools, (*School).Map, tonghua.Schools(), func(s *School) string { return s.County }),
		judge(v, c, c.Classes, (*Class).Map, tonghua.Classes(), func(s *Class) string { return s.County }),
		judge(v, c, c.Grades, (*Grade).Map, tonghua.Grades(), func(s *Grade) string { return s.County }),
		judge(v, c, c.Decisions, (*Decision).Map, tonghua.Honours(), func(s *Decision) string { return s.County }),
		judge(v, c, c.Enrolments, (*Enrolment).Map, tonghua.Enrolments(), func(s *Enrolment) string { return s.County }),
		judge(v, c, c.Attainments, (*Attainment).Map, tonghua.Attainments(), func(s *Attainment) string { return s.County }),
		judge(v, c, c.Counties, (*County).Map, tonghua.Counties(), func(s *County) string { return s.Code }),
		judge(v, c, c.Finances, (*Finance).Map, tonghua.CountyYears(), func(s *Finance) string { return s.Code }),
		judge(v, c, c.Kindergartens, (*Kindergarten).Map, tonghua.Kindergartens(), func(s *Kindergarten) string { return s.County }),
		judge(v, c, c.Townships, (*Township).Map, tonghua.Townships(), func(s *Township) string { return s.County }),
		judge(v, c, c.Estates, (*Estate).Map, tonghua.Estates(), func(s *Estate) string { return s.County }),
		judge(v, c, c.Programmes, (*Programme).Map, tonghua.Programmes(), func(s *Programme) string { return s.County }),
		judge(v, c, c.Students, (*Student).Map, tonghua.Students(), func(s *Student) string { return s.County }),
		judge(v, c, c.Transitions, (*Transition).Map, tonghua.Transitions(), func(s *Transition) string { return s.County }),
		judge(v, c, c.PrivateSchools, (*PrivateSchool).Map, tonghua.PrivateSchools(), func(s *PrivateSchool) string { return s.County }),
		judge(v, c, c.SpecialChildren, (*SpecialChild).Map, tonghua.SpecialChildren(), func(s *SpecialChild) string { return s.County }),
		judge(v, c, c.Researchers, (*Researcher).Map, tonghua.Researchers(), func(s *Researcher) string { return s.County }),
		judge(v, c, c.Accounts, (*Account).Map, tonghua.Accounts(), func(s *Account) string { return s.County }),
		judge(v, c, c.EthicsCases, (*EthicsCase).Map, tonghua.EthicsCases(), func(s *EthicsCase) string { return s.County }),
		judge(v, c, c.Cells, (*Cell).Map, tonghua.Cells(), func(s *Cell) string { return s.County }),
		judge(v, c, c.ReportingUnits, (*ReportingUnit).Map, tonghua.ReportingUnits(), func(s *ReportingUnit) string { return s.County }),
	)
	return v, err
}

// judge adds what a set of rules says of a register.
func judge[T any, R indicators.Record[R]](v *Verdicts, c *City, rows []T, mapping func(*T, *R), book rules.Set[R], area func(*T) string) error {
	panel, err := rules.NewPanel(mapping, book...)
	if err != nil {
		return err
	}
	groups, err := rules.EvaluateBy(panel, c.AsOf(), rows, area)
	if err != nil {
		return fmt.Errorf("registers: %w", err)
	}
	v.Whole = append(v.Whole, groups.Total())
	for i := range v.Areas {
		code := CityCode
		if i < len(areas) {
			code = areas[i].code
		}
		if one, there := groups.Of(code); there {
			v.Areas[i].Results.Rules = append(v.Areas[i].Results.Rules, one.Rules...)
		}
	}
	return nil
}
