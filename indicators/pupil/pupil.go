// Package pupil describes a pupil (学生) as a school roll keeps one: one record a
// person.
//
// Whether a certificate was issued is what the school did; whether it was
// allowed to is what the rule says. A pupil exempt from physical education
// needs no fitness grade.
package pupil

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a pupil. Every field left out is unknown.
type Record struct {
	indicators.Row
	Stage         indicators.Stage   // the stage that the pupil attends
	FinalGrade    indicators.Answer  // whether the pupil is in the final grade of the stage
	Fitness       indicators.Fitness // grade by the national fitness standard (体质健康标准)
	PEExempt      indicators.Answer  // whether the pupil is exempt from physical education, by approved application
	Certificate   indicators.Answer  // whether the graduation certificate (毕业证书) was issued
	RealNameSpace indicators.Answer  // whether the pupil has a real-name network learning space
	SportsSkills  quantity.Count     // number of sports skills mastered
	ArtSkills     quantity.Count     // number of art skills learned
}

// The fields, each described once.
var (
	Stage = indicators.NewCategory("stage", bilingual.Text{ZH: "就读学段", EN: "stage attended"},
		func(r *Record) *indicators.Stage { return &r.Stage })
	FinalGrade = indicators.NewCategory("final_grade", bilingual.Text{ZH: "毕业年级", EN: "in the final grade"},
		func(r *Record) *indicators.Answer { return &r.FinalGrade })
	Fitness = indicators.NewCategory("fitness", bilingual.Text{ZH: "体质健康等级", EN: "fitness grade"},
		func(r *Record) *indicators.Fitness { return &r.Fitness })
	PEExempt = indicators.NewCategory("pe_exempt", bilingual.Text{ZH: "体育免修", EN: "exempt from physical education"},
		func(r *Record) *indicators.Answer { return &r.PEExempt })
	Certificate = indicators.NewCategory("certificate", bilingual.Text{ZH: "已发毕业证书", EN: "graduation certificate issued"},
		func(r *Record) *indicators.Answer { return &r.Certificate })
	RealNameSpace = indicators.NewCategory("real_name_space", bilingual.Text{ZH: "实名制网络学习空间", EN: "real-name learning space"},
		func(r *Record) *indicators.Answer { return &r.RealNameSpace })
	SportsSkills = indicators.NewNumber("sports_skills", bilingual.Text{ZH: "掌握的运动技能", EN: "sports skills mastered"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.SportsSkills })
	ArtSkills = indicators.NewNumber("art_skills", bilingual.Text{ZH: "掌握的艺术技能", EN: "art skills mastered"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.ArtSkills })
)

var subject = indicators.NewSubject(indicators.Description[Record]{
	Key: "pupil", Label: bilingual.Text{ZH: "学生", EN: "pupils"}, Unit: quantity.Pupil,
	Fields: []*indicators.Field[Record]{
		Stage.Field, FinalGrade.Field, Fitness.Field, PEExempt.Field, Certificate.Field,
		RealNameSpace.Field, SportsSkills.Field, ArtSkills.Field,
	},
	Row:  func(r *Record) *indicators.Row { return &r.Row },
	Pack: pack,
})

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }

// pack hands over the fields in the order of the description.
func pack(r *Record, p *indicators.Packer) uint64 {
	p.Start(&r.Row)
	return p.Word(0, uint8(r.Stage)) +
		p.Word(1, uint8(r.FinalGrade)) +
		p.Word(2, uint8(r.Fitness)) +
		p.Word(3, uint8(r.PEExempt)) +
		p.Word(4, uint8(r.Certificate)) +
		p.Word(5, uint8(r.RealNameSpace)) +
		p.Number(6, r.SportsSkills.Code()) +
		p.Number(7, r.ArtSkills.Code())
}
