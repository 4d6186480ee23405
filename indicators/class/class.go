// Package class describes a class (班级): one record a class, with its pupils on
// the reference date.
package class

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a class. Every field left out is unknown.
type Record struct {
	indicators.Row
	Stage           indicators.Stage  `json:"stage,omitzero"`            // the stage of the class
	Pupils          quantity.Count    `json:"pupils,omitzero"`           // number of pupils in the class
	Grade           quantity.Count    `json:"grade,omitzero"`            // the grade, counted from 1 in primary to 12
	EthnicSchool    indicators.Answer `json:"ethnic_school,omitzero"`    // whether the class is one of an ethnic school (民族学校)
	PELessons       quantity.Count    `json:"pe_lessons,omitzero"`       // lessons of physical education in the week's timetable
	PELessonsDue    quantity.Count    `json:"pe_lessons_due,omitzero"`   // lessons that the national curriculum asks for in that grade
	HomeworkMinutes quantity.Count    `json:"homework_minutes,omitzero"` // minutes of written homework on a school day, on average
}

var subject = indicators.NewSubject[Record]("class", bilingual.Text{ZH: "班级", EN: "classes"}, quantity.Class)

// The fields, each described once.
var (
	Stage = indicators.NewCategory(subject, "stage", bilingual.Text{ZH: "学段", EN: "stage"},
		func(r *Record) *indicators.Stage { return &r.Stage })
	Pupils = indicators.NewNumber(subject, "pupils", bilingual.Text{ZH: "班额", EN: "class size"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.Pupils })
	Grade = indicators.NewNumber(subject, "grade", bilingual.Text{ZH: "年级", EN: "grade"}, quantity.GradeNumber,
		func(r *Record) *quantity.Count { return &r.Grade })
	EthnicSchool = indicators.NewCategory(subject, "ethnic_school", bilingual.Text{ZH: "民族学校", EN: "of an ethnic school"},
		func(r *Record) *indicators.Answer { return &r.EthnicSchool })
	PELessons = indicators.NewNumber(subject, "pe_lessons", bilingual.Text{ZH: "体育与健康周课时", EN: "PE lessons a week"}, quantity.Lesson,
		func(r *Record) *quantity.Count { return &r.PELessons })
	PELessonsDue = indicators.NewNumber(subject, "pe_lessons_due", bilingual.Text{ZH: "应开体育与健康周课时", EN: "PE lessons due a week"}, quantity.Lesson,
		func(r *Record) *quantity.Count { return &r.PELessonsDue })
	HomeworkMinutes = indicators.NewNumber(subject, "homework_minutes", bilingual.Text{ZH: "书面作业时长", EN: "written homework"}, quantity.Minute,
		func(r *Record) *quantity.Count { return &r.HomeworkMinutes })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
