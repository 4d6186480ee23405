// Package township describes a unit of township level (乡镇、街道): one record a
// unit, with the public kindergartens in it.
package township

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a unit of township level. Every field left out is unknown.
type Record struct {
	indicators.Row
	Kind                indicators.TownshipKind `json:"kind,omitzero"`                 // town, township, subdistrict or zone
	PublicKindergartens quantity.Count          `json:"public_kindergartens,omitzero"` // public kindergartens in the unit
}

var subject = indicators.NewSubject[Record]("township", bilingual.Text{ZH: "乡镇（街道）", EN: "townships"}, quantity.Township)

// The fields, each described once.
var (
	Kind = indicators.NewCategory(subject, "kind", bilingual.Text{ZH: "乡级区划类型", EN: "kind of unit"},
		func(r *Record) *indicators.TownshipKind { return &r.Kind })
	PublicKindergartens = indicators.NewNumber(subject, "public_kindergartens", bilingual.Text{ZH: "公办幼儿园", EN: "public kindergartens"}, quantity.Kindergarten,
		func(r *Record) *quantity.Count { return &r.PublicKindergartens })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
