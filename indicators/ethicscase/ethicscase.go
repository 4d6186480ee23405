// Package ethicscase describes a case of a teacher's ethics (师德案件): one record a
// case on file.
package ethicscase

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a case of a teacher's ethics. Every field left out is unknown.
type Record struct {
	indicators.Row
	Confirmed indicators.Answer `json:"confirmed,omitzero"`  // whether the breach was confirmed
	Exposed   indicators.Answer `json:"exposed,omitzero"`    // whether the case was made public
	DealtWith indicators.Answer `json:"dealt_with,omitzero"` // whether the person was dealt with by the rules
}

var subject = indicators.NewSubject[Record]("ethics-case", bilingual.Text{ZH: "师德案件", EN: "ethics cases"}, quantity.Case)

// The fields, each described once.
var (
	Confirmed = indicators.NewCategory(subject, "confirmed", bilingual.Text{ZH: "查实", EN: "confirmed"},
		func(r *Record) *indicators.Answer { return &r.Confirmed })
	Exposed = indicators.NewCategory(subject, "exposed", bilingual.Text{ZH: "已曝光", EN: "made public"},
		func(r *Record) *indicators.Answer { return &r.Exposed })
	DealtWith = indicators.NewCategory(subject, "dealt_with", bilingual.Text{ZH: "已处理", EN: "dealt with"},
		func(r *Record) *indicators.Answer { return &r.DealtWith })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
