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
	Stage                 indicators.Stage     `json:"stage,omitzero"`                  // the stage in which the person teaches
	FullTime              indicators.Answer    `json:"full_time,omitzero"`              // whether the person is full-time teaching staff (专任教师); part-time and substitute teachers are not
	Specialist            indicators.Answer    `json:"specialist,omitzero"`             // whether a vocational teacher teaches specialist subjects (专业课)
	Education             indicators.Education `json:"education,omitzero"`              // highest completed level of education
	Backbone              indicators.Tier      `json:"backbone,omitzero"`               // highest tier of backbone-teacher title held (骨干教师); NoTier for none
	SpecialityLeader      indicators.Tier      `json:"speciality_leader,omitzero"`      // highest tier of speciality-leader title held (专业带头人); NoTier for none
	DualQualified         indicators.Answer    `json:"dual_qualified,omitzero"`         // whether recognised as a dual-qualified teacher (双师型)
	RealNameSpace         indicators.Answer    `json:"real_name_space,omitzero"`        // whether the person has a real-name network learning space
	CurrentRoundTrained   indicators.Answer    `json:"current_round_trained,omitzero"`  // whether the new round of training has reached the person (全员培训)
	TrainingHours         quantity.Hours       `json:"training_hours,omitzero"`         // hours of training in the current five-year cycle
	DigitalHours          quantity.Hours       `json:"digital_hours,omitzero"`          // hours of digital-skills training taken
	PracticeHours         quantity.Hours       `json:"practice_hours,omitzero"`         // of the digital hours, those of applied practice
	HardPost              indicators.Answer    `json:"hard_post,omitzero"`              // whether the post is at the grassroots, in a rural or in a remote and difficult area
	RuralYears            quantity.Years       `json:"rural_years,omitzero"`            // years served in such posts
	RuralAllowance        quantity.Money       `json:"rural_allowance,omitzero"`        // allowance for the post actually paid, in yuan a month
	RuralAllowanceDue     quantity.Money       `json:"rural_allowance_due,omitzero"`    // allowance due by the local standard, in yuan a month
	ProvinceQualified     indicators.Answer    `json:"province_qualified,omitzero"`     // whether the person meets the terms of a provincial title (骨干教师、名师、学科带头人)
	ProvinceRecommended   indicators.Answer    `json:"province_recommended,omitzero"`   // whether the person was recommended for one
	EnterpriseMonths      quantity.Months      `json:"enterprise_months,omitzero"`      // months of practice in enterprises in the last five years
	VocationalCertificate indicators.Answer    `json:"vocational_certificate,omitzero"` // whether the person holds a vocational qualification or skill certificate
	Age                   quantity.Count       `json:"age,omitzero"`                    // age in full years on the as-of date
	Upgrading             indicators.Answer    `json:"upgrading,omitzero"`              // whether the person is studying for the next higher qualification or degree
	EthnicSchool          indicators.Answer    `json:"ethnic_school,omitzero"`          // whether the school is an ethnic school (民族学校)
	EthicsAssessed        indicators.Answer    `json:"ethics_assessed,omitzero"`        // whether the person was assessed for ethics this year (师德考核)
	NewlyAppointed        indicators.Answer    `json:"newly_appointed,omitzero"`        // whether the person was appointed in the plan period
	RuralServiceArranged  indicators.Answer    `json:"rural_service_arranged,omitzero"` // whether a service period in a rural school was arranged (农村学校任教服务期)
	TrainingTier          indicators.Tier      `json:"training_tier,omitzero"`          // highest tier of training attended; NoTier for none
	MasterDegree          indicators.Answer    `json:"master_degree,omitzero"`          // whether a degree of master or above is held, with or without graduation from a graduate school (学位)
	AppointedYear         quantity.Count       `json:"appointed_year,omitzero"`         // calendar year in which the person began to teach
	ServiceYears          quantity.Years       `json:"service_years,omitzero"`          // full years of teaching up to the as-of date
}

var subject = indicators.NewSubject[Record]("teacher", bilingual.Text{ZH: "教师", EN: "teachers"}, quantity.Teacher)

// The fields, each described once.
var (
	Stage = indicators.NewCategory(subject, "stage", bilingual.Text{ZH: "任教学段", EN: "stage taught"},
		func(r *Record) *indicators.Stage { return &r.Stage })
	FullTime = indicators.NewCategory(subject, "full_time", bilingual.Text{ZH: "专任教师", EN: "full-time teacher"},
		func(r *Record) *indicators.Answer { return &r.FullTime })
	Specialist = indicators.NewCategory(subject, "specialist", bilingual.Text{ZH: "专业课教师", EN: "specialist teacher"},
		func(r *Record) *indicators.Answer { return &r.Specialist })
	Education = indicators.NewCategory(subject, "education", bilingual.Text{ZH: "学历", EN: "level of education"},
		func(r *Record) *indicators.Education { return &r.Education })
	Backbone = indicators.NewCategory(subject, "backbone", bilingual.Text{ZH: "骨干教师级别", EN: "backbone tier"},
		func(r *Record) *indicators.Tier { return &r.Backbone })
	SpecialityLeader = indicators.NewCategory(subject, "speciality_leader", bilingual.Text{ZH: "专业带头人级别", EN: "speciality-leader tier"},
		func(r *Record) *indicators.Tier { return &r.SpecialityLeader })
	DualQualified = indicators.NewCategory(subject, "dual_qualified", bilingual.Text{ZH: "“双师型”教师", EN: "dual-qualified"},
		func(r *Record) *indicators.Answer { return &r.DualQualified })
	RealNameSpace = indicators.NewCategory(subject, "real_name_space", bilingual.Text{ZH: "实名制网络学习空间", EN: "real-name learning space"},
		func(r *Record) *indicators.Answer { return &r.RealNameSpace })
	CurrentRoundTrained = indicators.NewCategory(subject, "current_round_trained", bilingual.Text{ZH: "参加新一轮全员培训", EN: "trained in the current round"},
		func(r *Record) *indicators.Answer { return &r.CurrentRoundTrained })
	TrainingHours = indicators.NewNumber(subject, "training_hours", bilingual.Text{ZH: "本周期培训学时", EN: "training hours in the cycle"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.TrainingHours })
	DigitalHours = indicators.NewNumber(subject, "digital_hours", bilingual.Text{ZH: "信息技术培训学时", EN: "digital-skills training hours"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.DigitalHours })
	PracticeHours = indicators.NewNumber(subject, "practice_hours", bilingual.Text{ZH: "信息技术实践应用学时", EN: "applied practice hours"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.PracticeHours }).
		PartOf(DigitalHours)
	HardPost = indicators.NewCategory(subject, "hard_post", bilingual.Text{ZH: "在基层、农村或艰苦边远地区任教", EN: "post in a rural or remote area"},
		func(r *Record) *indicators.Answer { return &r.HardPost })
	RuralYears = indicators.NewNumber(subject, "rural_years", bilingual.Text{ZH: "在上述地区任教年限", EN: "years in such posts"}, quantity.Year,
		func(r *Record) *quantity.Years { return &r.RuralYears })
	RuralAllowance = indicators.NewNumber(subject, "rural_allowance", bilingual.Text{ZH: "实发津贴补贴", EN: "allowance paid"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.RuralAllowance })
	RuralAllowanceDue = indicators.NewNumber(subject, "rural_allowance_due", bilingual.Text{ZH: "应发津贴补贴", EN: "allowance due"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.RuralAllowanceDue })
	ProvinceQualified = indicators.NewCategory(subject, "province_qualified", bilingual.Text{ZH: "符合省级骨干教师、名师条件", EN: "qualifies for a provincial title"},
		func(r *Record) *indicators.Answer { return &r.ProvinceQualified })
	ProvinceRecommended = indicators.NewCategory(subject, "province_recommended", bilingual.Text{ZH: "已推荐为省级骨干教师、名师", EN: "recommended for a provincial title"},
		func(r *Record) *indicators.Answer { return &r.ProvinceRecommended })
	EnterpriseMonths = indicators.NewNumber(subject, "enterprise_months", bilingual.Text{ZH: "五年内企业实践时长", EN: "enterprise practice in five years"}, quantity.Month,
		func(r *Record) *quantity.Months { return &r.EnterpriseMonths })
	VocationalCertificate = indicators.NewCategory(subject, "vocational_certificate", bilingual.Text{ZH: "取得职业资格或技能证书", EN: "holds a vocational certificate"},
		func(r *Record) *indicators.Answer { return &r.VocationalCertificate })
	Age = indicators.NewNumber(subject, "age", bilingual.Text{ZH: "年龄", EN: "age"}, quantity.Age,
		func(r *Record) *quantity.Count { return &r.Age })
	Upgrading = indicators.NewCategory(subject, "upgrading", bilingual.Text{ZH: "在读高一层次学历或学位", EN: "studying for a higher degree"},
		func(r *Record) *indicators.Answer { return &r.Upgrading })
	EthnicSchool = indicators.NewCategory(subject, "ethnic_school", bilingual.Text{ZH: "任教于民族学校", EN: "teaches at an ethnic school"},
		func(r *Record) *indicators.Answer { return &r.EthnicSchool })
	EthicsAssessed = indicators.NewCategory(subject, "ethics_assessed", bilingual.Text{ZH: "参加年度师德考核", EN: "ethics assessed this year"},
		func(r *Record) *indicators.Answer { return &r.EthicsAssessed })
	NewlyAppointed = indicators.NewCategory(subject, "newly_appointed", bilingual.Text{ZH: "新聘教师", EN: "newly appointed"},
		func(r *Record) *indicators.Answer { return &r.NewlyAppointed })
	RuralServiceArranged = indicators.NewCategory(subject, "rural_service_arranged", bilingual.Text{ZH: "已安排农村服务期", EN: "rural service arranged"},
		func(r *Record) *indicators.Answer { return &r.RuralServiceArranged })
	TrainingTier = indicators.NewCategory(subject, "training_tier", bilingual.Text{ZH: "参加培训的最高级别", EN: "highest tier of training"},
		func(r *Record) *indicators.Tier { return &r.TrainingTier })
	MasterDegree = indicators.NewCategory(subject, "master_degree", bilingual.Text{ZH: "有硕士以上学位", EN: "master degree or above"},
		func(r *Record) *indicators.Answer { return &r.MasterDegree })
	AppointedYear = indicators.NewNumber(subject, "appointed_year", bilingual.Text{ZH: "入职年份", EN: "year of appointment"}, quantity.CalendarYear,
		func(r *Record) *quantity.Count { return &r.AppointedYear })
	ServiceYears = indicators.NewNumber(subject, "service_years", bilingual.Text{ZH: "任教年限", EN: "years of teaching"}, quantity.Year,
		func(r *Record) *quantity.Years { return &r.ServiceYears })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
