// Package class describes a class (班级): one record a class, with its pupils on
// the reference date.
package class

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a class. Every field left out is unknown.
type Record struct {
	indicators.Row
	Stage  indicators.Stage // the stage of the class
	Pupils quantity.Count   // number of pupils in the class
}

// The fields, each described once.
var (
	Stage = indicators.NewCategory("stage", bilingual.Text{ZH: "学段", EN: "stage"},
		func(r *Record) *indicators.Stage { return &r.Stage })
	Pupils = indicators.NewNumber("pupils", bilingual.Text{ZH: "班额", EN: "class size"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.Pupils })
)

var subject = indicators.NewSubject(indicators.Description[Record]{
	Key: "class", Label: bilingual.Text{ZH: "班级", EN: "classes"}, Unit: quantity.Class,
	Fields: []*indicators.Field[Record]{
		Stage.Field, Pupils.Field,
	},
	Row:  func(r *Record) *indicators.Row { return &r.Row },
	Pack: pack,
})

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }

// pack hands over the fields in the order of the description.
func pack(r *Record, p *indicators.Packer) uint64 {
	p.Start(&r.Row)
	return p.Word(0, uint8(r.Stage)) +
		p.Number(1, r.Pupils.Code())
}
