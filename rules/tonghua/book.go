package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/account"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/cell"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/estate"
	"github.com/eduplan/tonghua/indicators/ethicscase"
	"github.com/eduplan/tonghua/indicators/grade"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/kindergarten"
	"github.com/eduplan/tonghua/indicators/privateschool"
	"github.com/eduplan/tonghua/indicators/programme"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/reporting"
	"github.com/eduplan/tonghua/indicators/researcher"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/indicators/student"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/indicators/township"
	"github.com/eduplan/tonghua/indicators/transition"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// section is what a section of the plan adds to the book: rules by the subject
// they are about, and those that evidence alone answers.
type section struct {
	enrolments      rules.Set[enrolment.Record]
	attainments     rules.Set[attainment.Record]
	pupils          rules.Set[pupil.Record]
	schools         rules.Set[school.Record]
	classes         rules.Set[class.Record]
	grades          rules.Set[grade.Record]
	honours         rules.Set[honours.Record]
	teachers        rules.Set[teacher.Record]
	ethicsCases     rules.Set[ethicscase.Record]
	cells           rules.Set[cell.Record]
	researchers     rules.Set[researcher.Record]
	kindergartens   rules.Set[kindergarten.Record]
	townships       rules.Set[township.Record]
	estates         rules.Set[estate.Record]
	programmes      rules.Set[programme.Record]
	students        rules.Set[student.Record]
	transitions     rules.Set[transition.Record]
	privateSchools  rules.Set[privateschool.Record]
	specialChildren rules.Set[specialchild.Record]
	accounts        rules.Set[account.Record]
	reportingUnits  rules.Set[reporting.Record]
	counties        rules.Set[county.Record]
	countyYears     rules.Set[countyyear.Record]
	attested        []rules.Attested
}

// sections are the sections that demand something, in the order of the plan.
func sections() []section {
	return []section{problems(), principles(), goals(), moralEducation(), educationReform(), preschoolEducation(),
		compulsoryEducation(), seniorHighSchools(), vocationalEducation(), ethnicEducation(), specialGroups(),
		privateEducation(), teachingForce(), digitalEducation(), partyBuilding(), responsibilities(), funding()}
}

func attested(id plan.ID) rules.Attested { return rules.MustAttested(plan.Tonghua(), id) }

func gather[R indicators.Record[R]](of func(*section) rules.Set[R]) rules.Set[R] {
	var all rules.Set[R]
	for _, s := range sections() {
		all = append(all, of(&s)...)
	}
	return all
}

// Enrolments returns all rules over enrolment figures.
func Enrolments() rules.Set[enrolment.Record] {
	return gather(func(s *section) rules.Set[enrolment.Record] { return s.enrolments })
}

// Attainments returns all rules over attainment tables.
func Attainments() rules.Set[attainment.Record] {
	return gather(func(s *section) rules.Set[attainment.Record] { return s.attainments })
}

// Pupils returns all rules over pupils.
func Pupils() rules.Set[pupil.Record] {
	return gather(func(s *section) rules.Set[pupil.Record] { return s.pupils })
}

// Schools returns all rules over schools, kindergartens and teaching points.
func Schools() rules.Set[school.Record] {
	return gather(func(s *section) rules.Set[school.Record] { return s.schools })
}

// Classes returns all rules over classes.
func Classes() rules.Set[class.Record] {
	return gather(func(s *section) rules.Set[class.Record] { return s.classes })
}

// Grades returns all rules over grades of schools.
func Grades() rules.Set[grade.Record] {
	return gather(func(s *section) rules.Set[grade.Record] { return s.grades })
}

// Honours returns all rules over decisions on honours.
func Honours() rules.Set[honours.Record] {
	return gather(func(s *section) rules.Set[honours.Record] { return s.honours })
}

// Teachers returns all rules over teachers.
func Teachers() rules.Set[teacher.Record] {
	return gather(func(s *section) rules.Set[teacher.Record] { return s.teachers })
}

// EthicsCases returns all rules over cases of teachers' ethics.
func EthicsCases() rules.Set[ethicscase.Record] {
	return gather(func(s *section) rules.Set[ethicscase.Record] { return s.ethicsCases })
}

// Cells returns all rules over the cells that backbone and master teachers are to cover.
func Cells() rules.Set[cell.Record] {
	return gather(func(s *section) rules.Set[cell.Record] { return s.cells })
}

// Researchers returns all rules over teaching researchers.
func Researchers() rules.Set[researcher.Record] {
	return gather(func(s *section) rules.Set[researcher.Record] { return s.researchers })
}

// Kindergartens returns all rules over kindergartens.
func Kindergartens() rules.Set[kindergarten.Record] {
	return gather(func(s *section) rules.Set[kindergarten.Record] { return s.kindergartens })
}

// Townships returns all rules over townships.
func Townships() rules.Set[township.Record] {
	return gather(func(s *section) rules.Set[township.Record] { return s.townships })
}

// Estates returns all rules over housing estates.
func Estates() rules.Set[estate.Record] {
	return gather(func(s *section) rules.Set[estate.Record] { return s.estates })
}

// Programmes returns all rules over vocational programmes.
func Programmes() rules.Set[programme.Record] {
	return gather(func(s *section) rules.Set[programme.Record] { return s.programmes })
}

// Students returns all rules over vocational students.
func Students() rules.Set[student.Record] {
	return gather(func(s *section) rules.Set[student.Record] { return s.students })
}

// Transitions returns all rules over intakes and graduates of a year.
func Transitions() rules.Set[transition.Record] {
	return gather(func(s *section) rules.Set[transition.Record] { return s.transitions })
}

// PrivateSchools returns all rules over private schools.
func PrivateSchools() rules.Set[privateschool.Record] {
	return gather(func(s *section) rules.Set[privateschool.Record] { return s.privateSchools })
}

// SpecialChildren returns all rules over children of special groups.
func SpecialChildren() rules.Set[specialchild.Record] {
	return gather(func(s *section) rules.Set[specialchild.Record] { return s.specialChildren })
}

// Accounts returns all rules over network learning spaces.
func Accounts() rules.Set[account.Record] {
	return gather(func(s *section) rules.Set[account.Record] { return s.accounts })
}

// ReportingUnits returns all rules over units that report.
func ReportingUnits() rules.Set[reporting.Record] {
	return gather(func(s *section) rules.Set[reporting.Record] { return s.reportingUnits })
}

// Counties returns all rules over what counties have and do in a year.
func Counties() rules.Set[county.Record] {
	return gather(func(s *section) rules.Set[county.Record] { return s.counties })
}

// CountyYears returns all rules over what counties spend and pay in a year.
func CountyYears() rules.Set[countyyear.Record] {
	return gather(func(s *section) rules.Set[countyyear.Record] { return s.countyYears })
}

// ByEvidence returns all rules that evidence alone answers.
func ByEvidence() []rules.Attested {
	var all []rules.Attested
	for _, s := range sections() {
		all = append(all, s.attested...)
	}
	return all
}

// All returns every rule of the book, whatever it is about, in clause order.
func All() []rules.View {
	return rules.Views(Enrolments(), Attainments(), Pupils(), Schools(), Classes(), Grades(), Honours(), Teachers(), EthicsCases(), Cells(), Researchers(), Kindergartens(), Townships(), Estates(), Programmes(), Students(), Transitions(), PrivateSchools(), SpecialChildren(), Accounts(), ReportingUnits(), Counties(), CountyYears(),
		rules.AttestedSet(ByEvidence()))
}
