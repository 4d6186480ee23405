package main

import (
	"io"
	"maps"
	"slices"

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

// programs read the tables of each subject, by its key.
var programs = map[string]func(c call, out, messages io.Writer) (bool, error){
	key[account.Record]():       imports[account.Record],
	key[attainment.Record]():    imports[attainment.Record],
	key[cell.Record]():          imports[cell.Record],
	key[class.Record]():         imports[class.Record],
	key[county.Record]():        imports[county.Record],
	key[countyreport.Record]():  imports[countyreport.Record],
	key[countyyear.Record]():    imports[countyyear.Record],
	key[enrolment.Record]():     imports[enrolment.Record],
	key[estate.Record]():        imports[estate.Record],
	key[ethicscase.Record]():    imports[ethicscase.Record],
	key[grade.Record]():         imports[grade.Record],
	key[honours.Record]():       imports[honours.Record],
	key[kindergarten.Record]():  imports[kindergarten.Record],
	key[privateschool.Record](): imports[privateschool.Record],
	key[programme.Record]():     imports[programme.Record],
	key[pupil.Record]():         imports[pupil.Record],
	key[reporting.Record]():     imports[reporting.Record],
	key[researcher.Record]():    imports[researcher.Record],
	key[resources.Record]():     imports[resources.Record],
	key[school.Record]():        imports[school.Record],
	key[specialchild.Record]():  imports[specialchild.Record],
	key[student.Record]():       imports[student.Record],
	key[teacher.Record]():       imports[teacher.Record],
	key[township.Record]():      imports[township.Record],
	key[transition.Record]():    imports[transition.Record],
}

func key[R indicators.Record[R]]() string {
	var none R
	return none.Subject().Key()
}

func subjectKeys() []string { return slices.Sorted(maps.Keys(programs)) }
