// Package enrolment describes the enrolment of one level in one area on one
// reference date: the figures that gross and net enrolment ratios are made of.
//
// The gross ratio divides all pupils of a level, whatever their age, by the
// population of the official age; it may exceed 100 %. The net ratio counts
// pupils of the official age alone; more of them than the population of that
// age is an invalid record.
//
// Official ages: preschool 3–5; senior secondary 15–17; primary by local entry
// age and length of schooling; junior high 12–14 where schooling is 6-3. The
// reference date is 1 September.
package enrolment

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is the enrolment of a level in an area. Every field left out is unknown.
type Record struct {
	indicators.Row
	Area          indicators.AreaKind `json:"area,omitzero"`            // a county, what the city runs itself, or the total of both
	Level         indicators.Stage    `json:"level,omitzero"`           // the level enrolled at; SeniorSecondary for all of 高中阶段
	Enrolled      quantity.Count      `json:"enrolled,omitzero"`        // pupils enrolled at the level, of any age
	EnrolledOfAge quantity.Count      `json:"enrolled_of_age,omitzero"` // pupils of the official age enrolled at the level
	OfficialAge   quantity.Count      `json:"official_age,omitzero"`    // population of the official age
}

var subject = indicators.NewSubject[Record]("enrolment", bilingual.Text{ZH: "入学情况", EN: "enrolment figures"}, quantity.Report)

// The fields, each described once.
var (
	Area = indicators.NewCategory(subject, "area", bilingual.Text{ZH: "区划类别", EN: "kind of area"},
		func(r *Record) *indicators.AreaKind { return &r.Area }).
		Totals(indicators.WholeCity, indicators.CountyArea, indicators.CityItself)
	Level = indicators.NewCategory(subject, "level", bilingual.Text{ZH: "学段", EN: "level"},
		func(r *Record) *indicators.Stage { return &r.Level })
	Enrolled = indicators.NewNumber(subject, "enrolled", bilingual.Text{ZH: "在校（园）学生数", EN: "enrolled at any age"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.Enrolled })
	EnrolledOfAge = indicators.NewNumber(subject, "enrolled_of_age", bilingual.Text{ZH: "适龄在校学生数", EN: "enrolled of official age"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.EnrolledOfAge }).
		PartOf(Enrolled, OfficialAge)
	OfficialAge = indicators.NewNumber(subject, "official_age", bilingual.Text{ZH: "适龄人口数", EN: "official-age population"}, quantity.Person,
		func(r *Record) *quantity.Count { return &r.OfficialAge })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
