// Package transition describes how pupils move from stage to stage in one year: the
// intake of senior schools and what became of vocational graduates. One record an
// area and year.
package transition

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is the intake and the graduates of a year. Every field left out is unknown.
type Record struct {
	indicators.Row
	Area                       indicators.AreaKind `json:"area,omitzero"`                           // a county, what the city runs itself, or the total of both
	Year                       quantity.Count      `json:"year,omitzero"`                           // the calendar year
	GeneralIntake              quantity.Count      `json:"general_intake,omitzero"`                 // pupils admitted to general senior high schools
	VocationalIntake           quantity.Count      `json:"vocational_intake,omitzero"`              // pupils admitted to secondary vocational schools
	VocationalGraduates        quantity.Count      `json:"vocational_graduates,omitzero"`           // graduates of secondary vocational schools
	GraduatesToColleges        quantity.Count      `json:"graduates_to_colleges,omitzero"`          // of these, those who entered vocational colleges at associate or bachelor level
	GraduatesToCollegesBefore  quantity.Count      `json:"graduates_to_colleges_before,omitzero"`   // the same of the year before
	GraduatesToCollegesAtStart quantity.Count      `json:"graduates_to_colleges_at_start,omitzero"` // the same of the year before the plan, 2020
}

var subject = indicators.NewSubject[Record]("transition", bilingual.Text{ZH: "升学情况", EN: "transition figures"}, quantity.Report)

// The fields, each described once.
var (
	Area = indicators.NewCategory(subject, "area", bilingual.Text{ZH: "区划类别", EN: "kind of area"},
		func(r *Record) *indicators.AreaKind { return &r.Area }).
		Totals(indicators.WholeCity, indicators.CountyArea, indicators.CityItself)
	Year = indicators.NewNumber(subject, "year", bilingual.Text{ZH: "年度", EN: "year"}, quantity.CalendarYear,
		func(r *Record) *quantity.Count { return &r.Year })
	GeneralIntake = indicators.NewNumber(subject, "general_intake", bilingual.Text{ZH: "普通高中招生数", EN: "intake of general senior schools"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.GeneralIntake })
	VocationalIntake = indicators.NewNumber(subject, "vocational_intake", bilingual.Text{ZH: "中职招生数", EN: "intake of vocational schools"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.VocationalIntake })
	VocationalGraduates = indicators.NewNumber(subject, "vocational_graduates", bilingual.Text{ZH: "中职毕业生数", EN: "vocational graduates"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.VocationalGraduates })
	GraduatesToColleges = indicators.NewNumber(subject, "graduates_to_colleges", bilingual.Text{ZH: "升入高职专科、本科的毕业生", EN: "graduates who entered colleges"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.GraduatesToColleges }).
		PartOf(VocationalGraduates)
	GraduatesToCollegesBefore = indicators.NewNumber(subject, "graduates_to_colleges_before", bilingual.Text{ZH: "上年升入高职专科、本科", EN: "graduates who entered colleges the year before"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.GraduatesToCollegesBefore })
	GraduatesToCollegesAtStart = indicators.NewNumber(subject, "graduates_to_colleges_at_start", bilingual.Text{ZH: "规划期前一年升入高职专科、本科", EN: "graduates who entered colleges the year before the plan"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.GraduatesToCollegesAtStart })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
