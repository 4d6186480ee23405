package mis

import (
	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// Registers that are saved record by record as well.
var (
	staffRegister = &register[Staff, teacher.Record]{
		name: "staff", rows: allStaff, mapping: StaffAsOf, book: tonghua.Teachers(),
		county: func(s *Staff) string { return s.County }, key: func(s *Staff) string { return s.No },
		fill: func(f *filling, c *registers.City) error {
			if err := insert(f, staff, c.Teachers); err != nil {
				return err
			}
			return insert(f, trainings, trainingsOf(c))
		},
		persons: true, named: "staff_no", find: findStaff, put: putStaff, take: takeStaff, show: func(s *Staff) []column { return staff.columns(&s.Teacher) },
	}
	pupilRegister = of(pupils, func(c *registers.City) []registers.Pupil { return c.Pupils }, (*registers.Pupil).Map, tonghua.Pupils(),
		func(s *registers.Pupil) string { return s.County }, func(s *registers.Pupil) string { return s.No }).ofPersons().
		in("school", func(s *registers.Pupil) string { return s.School }).counted(pushedPupils)
	schoolRegister = of(schools, func(c *registers.City) []registers.School { return c.Schools }, (*registers.School).Map, tonghua.Schools(),
		func(s *registers.School) string { return s.County }, func(s *registers.School) string { return s.Code }).
		in("school_code", func(s *registers.School) string { return s.Code })
	townshipRegister = of(townships, func(c *registers.City) []registers.Township { return c.Townships }, (*registers.Township).Map, tonghua.Townships(),
		func(s *registers.Township) string { return s.County }, func(s *registers.Township) string { return s.Code })
)

// none is who a row is of a table without names of its own.
func none[T any](*T) string { return "" }

// book lists the registers of all subjects. Those that others refer to come first.
var book = []judging{
	schoolRegister, townshipRegister, staffRegister, pupilRegister,
	of(classes, func(c *registers.City) []registers.Class { return c.Classes }, (*registers.Class).Map, tonghua.Classes(),
		func(s *registers.Class) string { return s.County }, func(s *registers.Class) string { return s.School + "-" + s.No }).
		in("school", func(s *registers.Class) string { return s.School }),
	of(grades, func(c *registers.City) []registers.Grade { return c.Grades }, (*registers.Grade).Map, tonghua.Grades(),
		func(s *registers.Grade) string { return s.County }, none[registers.Grade]).
		in("school", func(s *registers.Grade) string { return s.School }),
	of(decisions, func(c *registers.City) []registers.Decision { return c.Decisions }, (*registers.Decision).Map, tonghua.Honours(),
		func(s *registers.Decision) string { return s.County }, func(s *registers.Decision) string { return s.No }).ofPersons(),
	of(enrolments, func(c *registers.City) []registers.Enrolment { return c.Enrolments }, (*registers.Enrolment).Map, tonghua.Enrolments(),
		func(s *registers.Enrolment) string { return s.County }, none[registers.Enrolment]),
	of(attainments, func(c *registers.City) []registers.Attainment { return c.Attainments }, (*registers.Attainment).Map, tonghua.Attainments(),
		func(s *registers.Attainment) string { return s.County }, none[registers.Attainment]),
	of(countyYears, func(c *registers.City) []registers.County { return c.Counties }, (*registers.County).Map, tonghua.Counties(),
		func(s *registers.County) string { return s.Code }, none[registers.County]),
	of(finances, func(c *registers.City) []registers.Finance { return c.Finances }, (*registers.Finance).Map, tonghua.CountyYears(),
		func(s *registers.Finance) string { return s.Code }, none[registers.Finance]),
	of(kindergartens, func(c *registers.City) []registers.Kindergarten { return c.Kindergartens }, (*registers.Kindergarten).Map, tonghua.Kindergartens(),
		func(s *registers.Kindergarten) string { return s.County }, func(s *registers.Kindergarten) string { return s.Code }),
	of(estates, func(c *registers.City) []registers.Estate { return c.Estates }, (*registers.Estate).Map, tonghua.Estates(),
		func(s *registers.Estate) string { return s.County }, none[registers.Estate]),
	of(programmes, func(c *registers.City) []registers.Programme { return c.Programmes }, (*registers.Programme).Map, tonghua.Programmes(),
		func(s *registers.Programme) string { return s.County }, func(s *registers.Programme) string { return s.Code }),
	of(students, func(c *registers.City) []registers.Student { return c.Students }, (*registers.Student).Map, tonghua.Students(),
		func(s *registers.Student) string { return s.County }, func(s *registers.Student) string { return s.No }).ofPersons(),
	of(transitions, func(c *registers.City) []registers.Transition { return c.Transitions }, (*registers.Transition).Map, tonghua.Transitions(),
		func(s *registers.Transition) string { return s.County }, none[registers.Transition]),
	of(privateSchools, func(c *registers.City) []registers.PrivateSchool { return c.PrivateSchools }, (*registers.PrivateSchool).Map, tonghua.PrivateSchools(),
		func(s *registers.PrivateSchool) string { return s.County }, func(s *registers.PrivateSchool) string { return s.No }),
	of(specialChildren, func(c *registers.City) []registers.SpecialChild { return c.SpecialChildren }, (*registers.SpecialChild).Map, tonghua.SpecialChildren(),
		func(s *registers.SpecialChild) string { return s.County }, func(s *registers.SpecialChild) string { return s.No }).ofPersons(),
	of(researchers, func(c *registers.City) []registers.Researcher { return c.Researchers }, (*registers.Researcher).Map, tonghua.Researchers(),
		func(s *registers.Researcher) string { return s.County }, func(s *registers.Researcher) string { return s.No }).ofPersons(),
	of(accounts, func(c *registers.City) []registers.Account { return c.Accounts }, (*registers.Account).Map, tonghua.Accounts(),
		func(s *registers.Account) string { return s.County }, func(s *registers.Account) string { return s.No }).ofPersons().counted(pushedAccounts),
	of(ethicsCases, func(c *registers.City) []registers.EthicsCase { return c.EthicsCases }, (*registers.EthicsCase).Map, tonghua.EthicsCases(),
		func(s *registers.EthicsCase) string { return s.County }, func(s *registers.EthicsCase) string { return s.No }).ofPersons(),
	of(cells, func(c *registers.City) []registers.Cell { return c.Cells }, (*registers.Cell).Map, tonghua.Cells(),
		func(s *registers.Cell) string { return s.County }, func(s *registers.Cell) string { return s.Name }),
	of(reportingUnits, func(c *registers.City) []registers.ReportingUnit { return c.ReportingUnits }, (*registers.ReportingUnit).Map, tonghua.ReportingUnits(),
		func(s *registers.ReportingUnit) string { return s.County }, func(s *registers.ReportingUnit) string { return s.Code }),
}
