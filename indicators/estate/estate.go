// Package estate describes a new housing estate or an old one under renovation
// (住宅小区) as planning keeps it: one record an estate.
package estate

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a housing estate. Every field left out is unknown.
type Record struct {
	indicators.Row
	Kind               indicators.EstateKind `json:"kind,omitzero"`                // new, or old and under renovation
	Locality           indicators.Locality   `json:"locality,omitzero"`            // urban district, town or countryside
	Completed          indicators.Answer     `json:"completed,omitzero"`           // whether the estate is finished and handed over
	KindergartenNeeded indicators.Answer     `json:"kindergarten_needed,omitzero"` // whether planning holds that a kindergarten is needed
	Kindergartens      quantity.Count        `json:"kindergartens,omitzero"`       // kindergartens built with the estate
}

var subject = indicators.NewSubject[Record]("estate", bilingual.Text{ZH: "住宅小区", EN: "housing estates"}, quantity.Estate)

// The fields, each described once.
var (
	Kind = indicators.NewCategory(subject, "kind", bilingual.Text{ZH: "小区类型", EN: "kind of estate"},
		func(r *Record) *indicators.EstateKind { return &r.Kind })
	Locality = indicators.NewCategory(subject, "locality", bilingual.Text{ZH: "城乡类型", EN: "locality"},
		func(r *Record) *indicators.Locality { return &r.Locality })
	Completed = indicators.NewCategory(subject, "completed", bilingual.Text{ZH: "小区已竣工交付", EN: "estate finished"},
		func(r *Record) *indicators.Answer { return &r.Completed })
	KindergartenNeeded = indicators.NewCategory(subject, "kindergarten_needed", bilingual.Text{ZH: "需配建幼儿园", EN: "kindergarten needed"},
		func(r *Record) *indicators.Answer { return &r.KindergartenNeeded })
	Kindergartens = indicators.NewNumber(subject, "kindergartens", bilingual.Text{ZH: "已配建幼儿园", EN: "kindergartens built"}, quantity.Kindergarten,
		func(r *Record) *quantity.Count { return &r.Kindergartens })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
