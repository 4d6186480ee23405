// Package researcher describes a teaching researcher (教研员): one record a person.
package researcher

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a teaching researcher. Every field left out is unknown.
type Record struct {
	indicators.Row
	RealNameSpace indicators.Answer // whether the person has a real-name network learning space
}

// The fields, each described once.
var (
	RealNameSpace = indicators.NewCategory("real_name_space", bilingual.Text{ZH: "实名制网络学习空间", EN: "real-name learning space"},
		func(r *Record) *indicators.Answer { return &r.RealNameSpace })
)

var subject = indicators.NewSubject(indicators.Description[Record]{
	Key: "researcher", Label: bilingual.Text{ZH: "教研员", EN: "teaching researchers"}, Unit: quantity.Researcher,
	Fields: []*indicators.Field[Record]{
		RealNameSpace.Field,
	},
	Row: func(r *Record) *indicators.Row { return &r.Row },
})

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
