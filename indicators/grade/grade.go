// Package grade describes a grade of a school (年级): one record a school and grade,
// with its equipment and the hours of labour education in a school year.
//
// Labour was a part of integrated practice and has been a course of its own since
// autumn 2022. The hours stand apart, so that each reading of "half" finds its own
// whole.
package grade

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a grade of a school. Every field left out is unknown.
type Record struct {
	indicators.Row
	Stage              indicators.Stage    `json:"stage,omitzero"`                // the stage of the grade
	Number             quantity.Count      `json:"number,omitzero"`               // the grade, counted from 1 in primary to 12
	Locality           indicators.Locality `json:"locality,omitzero"`             // where the school lies
	CombinedWithLower  indicators.Answer   `json:"combined_with_lower,omitzero"`  // whether the grade is taught in one class with a lower one (复式教学)
	MultimediaSets     quantity.Count      `json:"multimedia_sets,omitzero"`      // sets of interactive multimedia equipment (班班通)
	LabourHours        quantity.Hours      `json:"labour_hours,omitzero"`         // hours of labour education in the year
	PracticeHours      quantity.Hours      `json:"practice_hours,omitzero"`       // hours of integrated practice, labour included
	BothCoursesHours   quantity.Hours      `json:"both_courses_hours,omitzero"`   // hours of the two courses labour and integrated practice together
	OtherPracticeHours quantity.Hours      `json:"other_practice_hours,omitzero"` // hours of integrated practice without labour
}

var subject = indicators.NewSubject[Record]("grade", bilingual.Text{ZH: "年级", EN: "grades"}, quantity.Grade)

// The fields, each described once.
var (
	Stage = indicators.NewCategory(subject, "stage", bilingual.Text{ZH: "学段", EN: "stage"},
		func(r *Record) *indicators.Stage { return &r.Stage })
	Number = indicators.NewNumber(subject, "number", bilingual.Text{ZH: "年级", EN: "grade"}, quantity.GradeNumber,
		func(r *Record) *quantity.Count { return &r.Number })
	Locality = indicators.NewCategory(subject, "locality", bilingual.Text{ZH: "城乡类型", EN: "locality"},
		func(r *Record) *indicators.Locality { return &r.Locality })
	CombinedWithLower = indicators.NewCategory(subject, "combined_with_lower", bilingual.Text{ZH: "与低年级复式教学", EN: "taught with a lower grade"},
		func(r *Record) *indicators.Answer { return &r.CombinedWithLower })
	MultimediaSets = indicators.NewNumber(subject, "multimedia_sets", bilingual.Text{ZH: "交互式多媒体设备", EN: "multimedia sets"}, quantity.Set,
		func(r *Record) *quantity.Count { return &r.MultimediaSets })
	LabourHours = indicators.NewNumber(subject, "labour_hours", bilingual.Text{ZH: "劳动教育课时", EN: "hours of labour education"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.LabourHours }).
		PartOf(PracticeHours, BothCoursesHours)
	PracticeHours = indicators.NewNumber(subject, "practice_hours", bilingual.Text{ZH: "综合实践活动课时（含劳动）", EN: "hours of integrated practice"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.PracticeHours })
	BothCoursesHours = indicators.NewNumber(subject, "both_courses_hours", bilingual.Text{ZH: "劳动与综合实践活动课时合计", EN: "hours of both courses"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.BothCoursesHours })
	OtherPracticeHours = indicators.NewNumber(subject, "other_practice_hours", bilingual.Text{ZH: "综合实践活动课时（不含劳动）", EN: "hours of integrated practice without labour"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.OtherPracticeHours })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
