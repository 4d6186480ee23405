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
	Stage            indicators.Stage   `json:"stage,omitzero"`              // the stage that the pupil attends
	FinalGrade       indicators.Answer  `json:"final_grade,omitzero"`        // whether the pupil is in the final grade of the stage
	Fitness          indicators.Fitness `json:"fitness,omitzero"`            // grade by the national fitness standard (体质健康标准)
	PEExempt         indicators.Answer  `json:"pe_exempt,omitzero"`          // whether the pupil is exempt from physical education, by approved application
	Certificate      indicators.Answer  `json:"certificate,omitzero"`        // whether the graduation certificate (毕业证书) was issued
	RealNameSpace    indicators.Answer  `json:"real_name_space,omitzero"`    // whether the pupil has a real-name network learning space
	SportsSkills     quantity.Count     `json:"sports_skills,omitzero"`      // number of sports skills mastered
	ArtSkills        quantity.Count     `json:"art_skills,omitzero"`         // number of art skills learned
	InDifficulty     indicators.Answer  `json:"in_difficulty,omitzero"`      // whether the family is recognised as in economic difficulty (家庭经济困难)
	Disabled         indicators.Answer  `json:"disabled,omitzero"`           // whether the pupil holds a disability certificate
	Aided            indicators.Answer  `json:"aided,omitzero"`              // whether the pupil receives aid (资助) this year
	QualityStandard  indicators.Answer  `json:"quality_standard,omitzero"`   // whether the pupil reached the academic quality standard when last assessed (学业质量标准)
	SleepHours       quantity.Hours     `json:"sleep_hours,omitzero"`        // hours of sleep on a school day
	MainMelodySongs  indicators.Answer  `json:"main_melody_songs,omitzero"`  // whether the pupil is able to sing such songs
	InDistrict       indicators.Answer  `json:"in_district,omitzero"`        // whether the pupil was admitted to the school of the own district (划片就近)
	FeeExempt        indicators.Answer  `json:"fee_exempt,omitzero"`         // whether fees are waived as the standard provides; of private pupils, up to the public quota
	FreeTextbooks    indicators.Answer  `json:"free_textbooks,omitzero"`     // whether textbooks are given free of charge
	LivingSubsidy    indicators.Answer  `json:"living_subsidy,omitzero"`     // whether the pupil receives a living subsidy
	LivingSubsidyDue indicators.Answer  `json:"living_subsidy_due,omitzero"` // whether a living subsidy is due by the standard (boarders in difficulty; day pupils of the groups that it names)
}

var subject = indicators.NewSubject[Record]("pupil", bilingual.Text{ZH: "学生", EN: "pupils"}, quantity.Pupil)

// The fields, each described once.
var (
	Stage = indicators.NewCategory(subject, "stage", bilingual.Text{ZH: "就读学段", EN: "stage attended"},
		func(r *Record) *indicators.Stage { return &r.Stage })
	FinalGrade = indicators.NewCategory(subject, "final_grade", bilingual.Text{ZH: "毕业年级", EN: "in the final grade"},
		func(r *Record) *indicators.Answer { return &r.FinalGrade })
	Fitness = indicators.NewCategory(subject, "fitness", bilingual.Text{ZH: "体质健康等级", EN: "fitness grade"},
		func(r *Record) *indicators.Fitness { return &r.Fitness })
	PEExempt = indicators.NewCategory(subject, "pe_exempt", bilingual.Text{ZH: "体育免修", EN: "exempt from physical education"},
		func(r *Record) *indicators.Answer { return &r.PEExempt })
	Certificate = indicators.NewCategory(subject, "certificate", bilingual.Text{ZH: "已发毕业证书", EN: "graduation certificate issued"},
		func(r *Record) *indicators.Answer { return &r.Certificate })
	RealNameSpace = indicators.NewCategory(subject, "real_name_space", bilingual.Text{ZH: "实名制网络学习空间", EN: "real-name learning space"},
		func(r *Record) *indicators.Answer { return &r.RealNameSpace })
	SportsSkills = indicators.NewNumber(subject, "sports_skills", bilingual.Text{ZH: "掌握的运动技能", EN: "sports skills mastered"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.SportsSkills })
	ArtSkills = indicators.NewNumber(subject, "art_skills", bilingual.Text{ZH: "掌握的艺术技能", EN: "art skills mastered"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.ArtSkills })
	InDifficulty = indicators.NewCategory(subject, "in_difficulty", bilingual.Text{ZH: "家庭经济困难", EN: "family in economic difficulty"},
		func(r *Record) *indicators.Answer { return &r.InDifficulty })
	Disabled = indicators.NewCategory(subject, "disabled", bilingual.Text{ZH: "残疾", EN: "disabled"},
		func(r *Record) *indicators.Answer { return &r.Disabled })
	Aided = indicators.NewCategory(subject, "aided", bilingual.Text{ZH: "享受资助", EN: "aided"},
		func(r *Record) *indicators.Answer { return &r.Aided })
	QualityStandard = indicators.NewCategory(subject, "quality_standard", bilingual.Text{ZH: "达到学业质量标准", EN: "reaches the quality standard"},
		func(r *Record) *indicators.Answer { return &r.QualityStandard })
	SleepHours = indicators.NewNumber(subject, "sleep_hours", bilingual.Text{ZH: "上学日睡眠时长", EN: "sleep on school days"}, quantity.ClockHour,
		func(r *Record) *quantity.Hours { return &r.SleepHours })
	MainMelodySongs = indicators.NewCategory(subject, "main_melody_songs", bilingual.Text{ZH: "会唱主旋律歌曲", EN: "sings main-melody songs"},
		func(r *Record) *indicators.Answer { return &r.MainMelodySongs })
	InDistrict = indicators.NewCategory(subject, "in_district", bilingual.Text{ZH: "在划定学区内入学", EN: "admitted in own district"},
		func(r *Record) *indicators.Answer { return &r.InDistrict })
	FeeExempt = indicators.NewCategory(subject, "fee_exempt", bilingual.Text{ZH: "按标准免学杂费", EN: "fees waived as due"},
		func(r *Record) *indicators.Answer { return &r.FeeExempt })
	FreeTextbooks = indicators.NewCategory(subject, "free_textbooks", bilingual.Text{ZH: "免费教科书", EN: "free textbooks"},
		func(r *Record) *indicators.Answer { return &r.FreeTextbooks })
	LivingSubsidy = indicators.NewCategory(subject, "living_subsidy", bilingual.Text{ZH: "享受生活补助", EN: "living subsidy"},
		func(r *Record) *indicators.Answer { return &r.LivingSubsidy })
	LivingSubsidyDue = indicators.NewCategory(subject, "living_subsidy_due", bilingual.Text{ZH: "应享受生活补助", EN: "living subsidy due"},
		func(r *Record) *indicators.Answer { return &r.LivingSubsidyDue })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
