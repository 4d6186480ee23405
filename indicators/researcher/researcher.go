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
	RealNameSpace indicators.Answer `json:"real_name_space,omitzero"` // whether the person has a real-name network learning space
}

var subject = indicators.NewSubject[Record]("researcher", bilingual.Text{ZH: "教研员", EN: "teaching researchers"}, quantity.Researcher)

// The fields, each described once.
var (
	RealNameSpace = indicators.NewCategory(subject, "real_name_space", bilingual.Text{ZH: "实名制网络学习空间", EN: "real-name learning space"},
		func(r *Record) *indicators.Answer { return &r.RealNameSpace })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
