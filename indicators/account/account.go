// Package account describes a network learning space (网络学习空间): one record a
// space, with how often it was used.
package account

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a network learning space. Every field left out is unknown.
type Record struct {
	indicators.Row
	Holder     indicators.AccountHolder `json:"holder,omitzero"`      // whose space it is
	Certified  indicators.Answer        `json:"certified,omitzero"`   // whether the holder is certified by real name
	Uses       quantity.Count           `json:"uses,omitzero"`        // how often it was used this term
	UsesBefore quantity.Count           `json:"uses_before,omitzero"` // how often it was used the term before
}

var subject = indicators.NewSubject[Record]("account", bilingual.Text{ZH: "网络学习空间", EN: "network spaces"}, quantity.Account)

// The fields, each described once.
var (
	Holder = indicators.NewCategory(subject, "holder", bilingual.Text{ZH: "空间用户类别", EN: "holder"},
		func(r *Record) *indicators.AccountHolder { return &r.Holder })
	Certified = indicators.NewCategory(subject, "certified", bilingual.Text{ZH: "实名认证", EN: "certified"},
		func(r *Record) *indicators.Answer { return &r.Certified })
	Uses = indicators.NewNumber(subject, "uses", bilingual.Text{ZH: "本学期使用次数", EN: "uses this term"}, quantity.Act,
		func(r *Record) *quantity.Count { return &r.Uses })
	UsesBefore = indicators.NewNumber(subject, "uses_before", bilingual.Text{ZH: "上学期使用次数", EN: "uses the term before"}, quantity.Act,
		func(r *Record) *quantity.Count { return &r.UsesBefore })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
