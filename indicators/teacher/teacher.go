// Package teacher describes a teacher (教师) as a school's staff table keeps
// one: one record a person.
//
// Education is the highest completed level, so that "bachelor or above" is an
// ordered comparison. Backbone is the highest tier of the title held; whether a
// provincial backbone teacher also counts as a city one is a reading of the
// rule, not of the record. Training hours are those of the current five-year
// cycle. Rows that are no teachers are marked with Skip.
package teacher

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a teacher. Every field left out is unknown.
type Record struct {
	indicators.Row
	Stage               indicators.Stage     // the stage in which the person teaches
	FullTime            indicators.Answer    // whether the person is full-time teaching staff (专任教师); part-time and substitute teachers are not
	Specialist          indicators.Answer    // whether a vocational teacher teaches specialist subjects (专业课)
	Education           indicators.Education // highest completed level of education
	Backbone            indicators.Tier      // highest tier of backbone-teacher title held (骨干教师); NoTier for none
	SpecialityLeader    indicators.Tier      // highest tier of speciality-leader title held (专业带头人); NoTier for none
	DualQualified       indicators.Answer    // whether recognised as a dual-qualified teacher (双师型)
	RealNameSpace       indicators.Answer    // whether the person has a real-name network learning space
	CurrentRoundTrained indicators.Answer    // whether the new round of training has reached the person (全员培训)
	TrainingHours       quantity.Hours       // hours of training in the current five-year cycle
	DigitalHours        quantity.Hours       // hours of digital-skills training taken
	PracticeHours       quantity.Hours       // of the digital hours, those of applied practice
}

// The fields, each described once.
var (
	Stage = indicators.NewCategory("stage", bilingual.Text{ZH: "任教学段", EN: "stage taught"},
		func(r *Record) *indicators.Stage { return &r.Stage })
	FullTime = indicators.NewCategory("full_time", bilingual.Text{ZH: "专任教师", EN: "full-time teacher"},
		func(r *Record) *indicators.Answer { return &r.FullTime })
	Specialist = indicators.NewCategory("specialist", bilingual.Text{ZH: "专业课教师", EN: "specialist teacher"},
		func(r *Record) *indicators.Answer { return &r.Specialist })
	Education = indicators.NewCategory("education", bilingual.Text{ZH: "学历", EN: "level of education"},
		func(r *Record) *indicators.Education { return &r.Education })
	Backbone = indicators.NewCategory("backbone", bilingual.Text{ZH: "骨干教师级别", EN: "backbone tier"},
		func(r *Record) *indicators.Tier { return &r.Backbone })
	SpecialityLeader = indicators.NewCategory("speciality_leader", bilingual.Text{ZH: "专业带头人级别", EN: "speciality-leader tier"},
		func(r *Record) *indicators.Tier { return &r.SpecialityLeader })
	DualQualified = indicators.NewCategory("dual_qualified", bilingual.Text{ZH: "“双师型”教师", EN: "dual-qualified"},
		func(r *Record) *indicators.Answer { return &r.DualQualified })
	RealNameSpace = indicators.NewCategory("real_name_space", bilingual.Text{ZH: "实名制网络学习空间", EN: "real-name learning space"},
		func(r *Record) *indicators.Answer { return &r.RealNameSpace })
	CurrentRoundTrained = indicators.NewCategory("current_round_trained", bilingual.Text{ZH: "参加新一轮全员培训", EN: "trained in the current round"},
		func(r *Record) *indicators.Answer { return &r.CurrentRoundTrained })
	TrainingHours = indicators.NewNumber("training_hours", bilingual.Text{ZH: "本周期培训学时", EN: "training hours in the cycle"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.TrainingHours })
	DigitalHours = indicators.NewNumber("digital_hours", bilingual.Text{ZH: "信息技术培训学时", EN: "digital-skills training hours"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.DigitalHours })
	PracticeHours = indicators.NewNumber("practice_hours", bilingual.Text{ZH: "其中实践应用学时", EN: "applied practice hours"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.PracticeHours })
)

var subject = indicators.NewSubject(indicators.Description[Record]{
	Key: "teacher", Label: bilingual.Text{ZH: "教师", EN: "teachers"}, Unit: quantity.Teacher,
	Fields: []*indicators.Field[Record]{
		Stage.Field, FullTime.Field, Specialist.Field, Education.Field, Backbone.Field,
		SpecialityLeader.Field, DualQualified.Field, RealNameSpace.Field, CurrentRoundTrained.Field,
		TrainingHours.Field, DigitalHours.Field, PracticeHours.Field,
	},
	Parts: []indicators.Part[Record]{{Part: PracticeHours, Whole: DigitalHours}},
	Row:   func(r *Record) *indicators.Row { return &r.Row },
	Pack:  pack,
})

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }

// pack hands over the fields in the order of the description.
func pack(r *Record, p *indicators.Packer) uint64 {
	p.Start(&r.Row)
	return p.Word(0, uint8(r.Stage)) +
		p.Word(1, uint8(r.FullTime)) +
		p.Word(2, uint8(r.Specialist)) +
		p.Word(3, uint8(r.Education)) +
		p.Word(4, uint8(r.Backbone)) +
		p.Word(5, uint8(r.SpecialityLeader)) +
		p.Word(6, uint8(r.DualQualified)) +
		p.Word(7, uint8(r.RealNameSpace)) +
		p.Word(8, uint8(r.CurrentRoundTrained)) +
		p.Number(9, r.TrainingHours.Code()) +
		p.Number(10, r.DigitalHours.Code()) +
		p.Number(11, r.PracticeHours.Code())
}
