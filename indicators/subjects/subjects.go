// Package subjects lists the subjects of the library.
package subjects

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/account"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/cell"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyreport"
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
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/indicators/student"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/indicators/township"
	"github.com/eduplan/tonghua/indicators/transition"
)

// All returns every subject that the library describes, each in a package of its
// own, by the names of the packages.
func All() []indicators.SubjectView {
	return []indicators.SubjectView{
		account.Record{}.Subject(),
		attainment.Record{}.Subject(),
		cell.Record{}.Subject(),
		class.Record{}.Subject(),
		county.Record{}.Subject(),
		countyreport.Record{}.Subject(),
		countyyear.Record{}.Subject(),
		enrolment.Record{}.Subject(),
		estate.Record{}.Subject(),
		ethicscase.Record{}.Subject(),
		grade.Record{}.Subject(),
		honours.Record{}.Subject(),
		kindergarten.Record{}.Subject(),
		privateschool.Record{}.Subject(),
		programme.Record{}.Subject(),
		pupil.Record{}.Subject(),
		reporting.Record{}.Subject(),
		researcher.Record{}.Subject(),
		resources.Record{}.Subject(),
		school.Record{}.Subject(),
		specialchild.Record{}.Subject(),
		student.Record{}.Subject(),
		teacher.Record{}.Subject(),
		township.Record{}.Subject(),
		transition.Record{}.Subject(),
	}
}
