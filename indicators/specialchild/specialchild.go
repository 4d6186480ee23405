// Package specialchild describes a child of a special group (特殊群体儿童): disabled,
// of migrant workers, left behind, in need. One record a child, with what was asked
// for and what came of it.
//
// Facts are of those at risk: every application is a record, whether it was granted
// or not, so that a lost file is an unknown and never a pass.
package specialchild

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a child of a special group. Every field left out is unknown.
type Record struct {
	indicators.Row
	Group                 indicators.SpecialGroup `json:"group,omitzero"`                  // the group for whose sake the child is on the register
	CompulsoryAge         indicators.Answer       `json:"compulsory_age,omitzero"`         // whether the child is of compulsory school age
	AtSchool              indicators.Answer       `json:"at_school,omitzero"`              // whether the child is enrolled
	Disability            indicators.Disability   `json:"disability,omitzero"`             // how severe the disability is
	AppliedOrdinary       indicators.Answer       `json:"applied_ordinary,omitzero"`       // whether a place in an ordinary school was applied for
	AdmittedOrdinary      indicators.Answer       `json:"admitted_ordinary,omitzero"`      // whether the ordinary school admitted the child
	Placement             indicators.Placement    `json:"placement,omitzero"`              // where the child is taught
	RehabilitationApplied indicators.Answer       `json:"rehabilitation_applied,omitzero"` // whether aid from a publicly funded rehabilitation project was applied for
	RehabilitationAided   indicators.Answer       `json:"rehabilitation_aided,omitzero"`   // whether it was given
}

var subject = indicators.NewSubject[Record]("special-child", bilingual.Text{ZH: "特殊群体儿童", EN: "children of special groups"}, quantity.Person)

// The fields, each described once.
var (
	Group = indicators.NewCategory(subject, "group", bilingual.Text{ZH: "特殊群体类别", EN: "special group"},
		func(r *Record) *indicators.SpecialGroup { return &r.Group })
	CompulsoryAge = indicators.NewCategory(subject, "compulsory_age", bilingual.Text{ZH: "义务教育适龄", EN: "of compulsory age"},
		func(r *Record) *indicators.Answer { return &r.CompulsoryAge })
	AtSchool = indicators.NewCategory(subject, "at_school", bilingual.Text{ZH: "在学", EN: "at school"},
		func(r *Record) *indicators.Answer { return &r.AtSchool })
	Disability = indicators.NewCategory(subject, "disability", bilingual.Text{ZH: "残疾程度", EN: "severity of disability"},
		func(r *Record) *indicators.Disability { return &r.Disability })
	AppliedOrdinary = indicators.NewCategory(subject, "applied_ordinary", bilingual.Text{ZH: "申请普通学校随班就读", EN: "applied to an ordinary school"},
		func(r *Record) *indicators.Answer { return &r.AppliedOrdinary })
	AdmittedOrdinary = indicators.NewCategory(subject, "admitted_ordinary", bilingual.Text{ZH: "获普通学校接收", EN: "admitted to an ordinary school"},
		func(r *Record) *indicators.Answer { return &r.AdmittedOrdinary })
	Placement = indicators.NewCategory(subject, "placement", bilingual.Text{ZH: "安置方式", EN: "placement"},
		func(r *Record) *indicators.Placement { return &r.Placement })
	RehabilitationApplied = indicators.NewCategory(subject, "rehabilitation_applied", bilingual.Text{ZH: "申请康复资助", EN: "applied for rehabilitation"},
		func(r *Record) *indicators.Answer { return &r.RehabilitationApplied })
	RehabilitationAided = indicators.NewCategory(subject, "rehabilitation_aided", bilingual.Text{ZH: "获得康复资助", EN: "rehabilitation aided"},
		func(r *Record) *indicators.Answer { return &r.RehabilitationAided })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
