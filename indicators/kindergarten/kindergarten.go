// Package kindergarten describes a kindergarten (幼儿园) as the register of
// kindergartens keeps it: who runs it, whether it is inclusive, its branches. What
// a kindergarten shares with schools, such as its network access, is in package
// school.
package kindergarten

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a kindergarten. Every field left out is unknown.
type Record struct {
	indicators.Row
	Owner     indicators.Owner  `json:"owner,omitzero"`     // who runs it
	Inclusive indicators.Answer `json:"inclusive,omitzero"` // whether it is public or recognised as inclusive (普惠性)
	Children  quantity.Count    `json:"children,omitzero"`  // children enrolled
	Branches  quantity.Count    `json:"branches,omitzero"`  // branches that it has opened
}

var subject = indicators.NewSubject[Record]("kindergarten", bilingual.Text{ZH: "幼儿园", EN: "kindergartens"}, quantity.Kindergarten)

// The fields, each described once.
var (
	Owner = indicators.NewCategory(subject, "owner", bilingual.Text{ZH: "办别", EN: "owner"},
		func(r *Record) *indicators.Owner { return &r.Owner })
	Inclusive = indicators.NewCategory(subject, "inclusive", bilingual.Text{ZH: "普惠性幼儿园", EN: "inclusive"},
		func(r *Record) *indicators.Answer { return &r.Inclusive })
	Children = indicators.NewNumber(subject, "children", bilingual.Text{ZH: "在园幼儿数", EN: "children enrolled"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.Children })
	Branches = indicators.NewNumber(subject, "branches", bilingual.Text{ZH: "连锁分园", EN: "branches"}, quantity.Kindergarten,
		func(r *Record) *quantity.Count { return &r.Branches })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
