// Package cell describes where backbone and master teachers (骨干教师、名师) are found:
// one record a county, a township, a stage, a subject, or a county, stage and
// subject together, with the number of such teachers in it.
//
// Each cell that there ought to be is a record, those without any such teacher
// included.
package cell

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a cell. Every field left out is unknown.
type Record struct {
	indicators.Row
	Dimension indicators.Dimension `json:"dimension,omitzero"` // what the teachers of the cell have in common
	Backbone  quantity.Count       `json:"backbone,omitzero"`  // backbone teachers in the cell
	Masters   quantity.Count       `json:"masters,omitzero"`   // master teachers in the cell
}

var subject = indicators.NewSubject[Record]("cell", bilingual.Text{ZH: "骨干教师和名师分布单元", EN: "cells"}, quantity.Cell)

// The fields, each described once.
var (
	Dimension = indicators.NewCategory(subject, "dimension", bilingual.Text{ZH: "单元维度", EN: "dimension"},
		func(r *Record) *indicators.Dimension { return &r.Dimension })
	Backbone = indicators.NewNumber(subject, "backbone", bilingual.Text{ZH: "骨干教师", EN: "backbone teachers"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.Backbone })
	Masters = indicators.NewNumber(subject, "masters", bilingual.Text{ZH: "名师", EN: "master teachers"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.Masters })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
