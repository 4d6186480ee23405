// Package privateschool describes a private school (民办学校) as the registry keeps
// it: one record a school.
package privateschool

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a private school. Every field left out is unknown.
type Record struct {
	indicators.Row
	Running      indicators.Answer       `json:"running,omitzero"`      // whether the school is running, not closed
	Registration indicators.Registration `json:"registration,omitzero"` // how it is registered
}

var subject = indicators.NewSubject[Record]("private-school", bilingual.Text{ZH: "民办学校", EN: "private schools"}, quantity.School)

// The fields, each described once.
var (
	Running = indicators.NewCategory(subject, "running", bilingual.Text{ZH: "正在办学", EN: "running"},
		func(r *Record) *indicators.Answer { return &r.Running })
	Registration = indicators.NewCategory(subject, "registration", bilingual.Text{ZH: "分类登记", EN: "registration"},
		func(r *Record) *indicators.Registration { return &r.Registration })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
