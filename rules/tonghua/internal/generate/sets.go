package main

import "path"

const module = "github.com/eduplan/tonghua"

// set is all rules over one subject, as a function of the book returns it.
type set struct {
	subject string // the package of its records
	name    string // of the function
	records string // what its records are, for the comment
}

func over(subject, name, records string) set {
	return set{module + "/indicators/" + subject, name, records}
}

// record returns the type of the records.
func (s set) record() string { return path.Base(s.subject) + ".Record" }

// sets are the sets of the book in the order of the file. A new subject is
// added here.
var sets = []set{
	over("enrolment", "Enrolments", "enrolment figures"),
	over("attainment", "Attainments", "attainment tables"),
	over("pupil", "Pupils", "pupils"),
	over("school", "Schools", "schools, kindergartens and teaching points"),
	over("class", "Classes", "classes"),
	over("grade", "Grades", "grades of schools"),
	over("honours", "Honours", "decisions on honours"),
	over("teacher", "Teachers", "teachers"),
	over("ethicscase", "EthicsCases", "cases of teachers' ethics"),
	over("cell", "Cells", "the cells that backbone and master teachers are to cover"),
	over("researcher", "Researchers", "teaching researchers"),
	over("kindergarten", "Kindergartens", "kindergartens"),
	over("township", "Townships", "townships"),
	over("estate", "Estates", "housing estates"),
	over("programme", "Programmes", "vocational programmes"),
	over("student", "Students", "vocational students"),
	over("transition", "Transitions", "intakes and graduates of a year"),
	over("privateschool", "PrivateSchools", "private schools"),
	over("specialchild", "SpecialChildren", "children of special groups"),
	over("account", "Accounts", "network learning spaces"),
	over("reporting", "ReportingUnits", "units that report"),
	over("county", "Counties", "what counties have and do in a year"),
	over("countyyear", "CountyYears", "what counties spend and pay in a year"),
}
