// Package student describes a student of a vocational institution (职业院校学生): one
// record a person. Pupils of general schools are in package pupil.
package student

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a vocational student. Every field left out is unknown.
type Record struct {
	indicators.Row
	Level           indicators.Stage  `json:"level,omitzero"`            // Vocational for secondary schools, VocationalCollege for colleges
	FinalYear       indicators.Answer `json:"final_year,omitzero"`       // whether the student is in the final year
	RealNameSpace   indicators.Answer `json:"real_name_space,omitzero"`  // whether the student has a real-name network learning space
	PlacementMonths quantity.Months   `json:"placement_months,omitzero"` // months of placement done
	Certificates    quantity.Count    `json:"certificates,omitzero"`     // vocational skill level certificates gained
}

var subject = indicators.NewSubject[Record]("student", bilingual.Text{ZH: "职业院校学生", EN: "vocational students"}, quantity.Pupil)

// The fields, each described once.
var (
	Level = indicators.NewCategory(subject, "level", bilingual.Text{ZH: "教育层次", EN: "level"},
		func(r *Record) *indicators.Stage { return &r.Level })
	FinalYear = indicators.NewCategory(subject, "final_year", bilingual.Text{ZH: "毕业年级", EN: "in the final year"},
		func(r *Record) *indicators.Answer { return &r.FinalYear })
	RealNameSpace = indicators.NewCategory(subject, "real_name_space", bilingual.Text{ZH: "实名制网络学习空间", EN: "real-name learning space"},
		func(r *Record) *indicators.Answer { return &r.RealNameSpace })
	PlacementMonths = indicators.NewNumber(subject, "placement_months", bilingual.Text{ZH: "顶岗实习时长", EN: "placement"}, quantity.Month,
		func(r *Record) *quantity.Months { return &r.PlacementMonths })
	Certificates = indicators.NewNumber(subject, "certificates", bilingual.Text{ZH: "职业技能等级证书", EN: "skill certificates"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.Certificates })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
