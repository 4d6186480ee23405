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
	Holder     indicators.AccountHolder // whose space it is
	Certified  indicators.Answer        // whether the holder is certified by real name
	Uses       quantity.Count           // how often it was used this term
	UsesBefore quantity.Count           // how often it was used the term before
}

// The fields, each described once.
var (
	Holder = indicators.NewCategory("holder", bilingual.Text{ZH: "空间用户类别", EN: "holder"},
		func(r *Record) *indicators.AccountHolder { return &r.Holder })
	Certified = indicators.NewCategory("certified", bilingual.Text{ZH: "实名认证", EN: "certified"},
		func(r *Record) *indicators.Answer { return &r.Certified })
	Uses = indicators.NewNumber("uses", bilingual.Text{ZH: "本学期使用次数", EN: "uses this term"}, quantity.Act,
		func(r *Record) *quantity.Count { return &r.Uses })
	UsesBefore = indicators.NewNumber("uses_before", bilingual.Text{ZH: "上学期使用次数", EN: "uses the term before"}, quantity.Act,
		func(r *Record) *quantity.Count { return &r.UsesBefore })
)

var subject = indicators.NewSubject(indicators.Description[Record]{
	Key: "account", Label: bilingual.Text{ZH: "网络学习空间", EN: "network spaces"}, Unit: quantity.Account,
	Fields: []*indicators.Field[Record]{
		Holder.Field, Certified.Field, Uses.Field, UsesBefore.Field,
	},
	Row: func(r *Record) *indicators.Row { return &r.Row },
})

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
