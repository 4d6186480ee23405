// Package attainment describes how far a population has gone to school: one
// record an area, with an age band and the persons at each level attended.
//
// Mean years of schooling multiply each level by its years. The 2020 census
// counts 6, 9, 12 and 16 years for primary, junior, senior and anything above,
// and none for preschool; every person of the table is in the denominator,
// pupils still at school at the level they attend.
//
// Census tables start at age 3 (yearbook) or 15 (bulletin); the plan speaks of
// the working population, 16 to 59. AgeTo stays unknown for a band without
// upper end, which is therefore never taken for the working age.
package attainment

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is the attainment of a population. Every field left out is unknown.
type Record struct {
	indicators.Row
	Area        indicators.AreaKind `json:"area,omitzero"`         // a county, what the city runs itself, or the total of both
	AgeFrom     quantity.Count      `json:"age_from,omitzero"`     // first age of the band
	AgeTo       quantity.Count      `json:"age_to,omitzero"`       // last age of the band; unknown for a band without upper end
	NoSchooling quantity.Count      `json:"no_schooling,omitzero"` // persons who never went to school
	Preschool   quantity.Count      `json:"preschool,omitzero"`    // persons with preschool only
	Primary     quantity.Count      `json:"primary,omitzero"`      // persons at primary level
	JuniorHigh  quantity.Count      `json:"junior_high,omitzero"`  // persons at junior high level
	SeniorHigh  quantity.Count      `json:"senior_high,omitzero"`  // persons at senior high level, vocational included
	College     quantity.Count      `json:"college,omitzero"`      // persons at junior college level
	BachelorUp  quantity.Count      `json:"bachelor_up,omitzero"`  // persons at bachelor level and above
}

var subject = indicators.NewSubject[Record]("attainment", bilingual.Text{ZH: "人口受教育程度", EN: "attainment tables"}, quantity.Report)

// The fields, each described once.
var (
	Area = indicators.NewCategory(subject, "area", bilingual.Text{ZH: "区划类别", EN: "kind of area"},
		func(r *Record) *indicators.AreaKind { return &r.Area }).
		Totals(indicators.WholeCity, indicators.CountyArea, indicators.CityItself)
	AgeFrom = indicators.NewNumber(subject, "age_from", bilingual.Text{ZH: "年龄下限", EN: "lower age"}, quantity.Age,
		func(r *Record) *quantity.Count { return &r.AgeFrom })
	AgeTo = indicators.NewNumber(subject, "age_to", bilingual.Text{ZH: "年龄上限", EN: "upper age"}, quantity.Age,
		func(r *Record) *quantity.Count { return &r.AgeTo })
	NoSchooling = indicators.NewNumber(subject, "no_schooling", bilingual.Text{ZH: "未上过学", EN: "no schooling"}, quantity.Person,
		func(r *Record) *quantity.Count { return &r.NoSchooling })
	Preschool = indicators.NewNumber(subject, "preschool", bilingual.Text{ZH: "学前教育", EN: "preschool"}, quantity.Person,
		func(r *Record) *quantity.Count { return &r.Preschool })
	Primary = indicators.NewNumber(subject, "primary", bilingual.Text{ZH: "小学", EN: "primary"}, quantity.Person,
		func(r *Record) *quantity.Count { return &r.Primary })
	JuniorHigh = indicators.NewNumber(subject, "junior_high", bilingual.Text{ZH: "初中", EN: "junior high"}, quantity.Person,
		func(r *Record) *quantity.Count { return &r.JuniorHigh })
	SeniorHigh = indicators.NewNumber(subject, "senior_high", bilingual.Text{ZH: "高中（含中专）", EN: "senior high"}, quantity.Person,
		func(r *Record) *quantity.Count { return &r.SeniorHigh })
	College = indicators.NewNumber(subject, "college", bilingual.Text{ZH: "大学专科", EN: "junior college"}, quantity.Person,
		func(r *Record) *quantity.Count { return &r.College })
	BachelorUp = indicators.NewNumber(subject, "bachelor_up", bilingual.Text{ZH: "大学本科及以上", EN: "bachelor and above"}, quantity.Person,
		func(r *Record) *quantity.Count { return &r.BachelorUp })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
