package whatif

import (
	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/mappings"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func teachers(asOf quantity.Date) rows.Table[teacher.Record] { return mappings.Teachers() }

// subjects are the registers that a session can hold, teachers first.
var subjects = []subject{
	of[teacher.Record]{tonghua.Teachers, teachers, func(c registers.Config) ([]kept[teacher.Record], error) {
		list, err := registers.NewTeachers(c)
		return from(list, err, registers.TeachersAsOf(c.AsOf()), func(s *registers.Teacher) string { return s.No }, func(s *registers.Teacher) string { return s.County })
	}},
	of[enrolment.Record]{tonghua.Enrolments, usual[enrolment.Record], func(c registers.Config) ([]kept[enrolment.Record], error) {
		list, err := registers.NewEnrolments(c)
		return from(list, err, (*registers.Enrolment).Map, nameless, func(s *registers.Enrolment) string { return s.County })
	}},
}
