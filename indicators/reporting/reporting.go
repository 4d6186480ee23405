// Package reporting describes a unit that reports to the national education
// management system (全国教育管理信息系统): a school, a county, the city. One record a
// unit.
package reporting

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a reporting unit. Every field left out is unknown.
type Record struct {
	indicators.Row
	Tier             indicators.Tier `json:"tier,omitzero"`              // SchoolTier, CountyTier or CityTier
	QuartersReported quantity.Count  `json:"quarters_reported,omitzero"` // of the last four quarters that have ended, those reported
}

var subject = indicators.NewSubject[Record]("reporting", bilingual.Text{ZH: "报送单位", EN: "reporting units"}, quantity.Report)

// The fields, each described once.
var (
	Tier = indicators.NewCategory(subject, "tier", bilingual.Text{ZH: "单位级别", EN: "tier"},
		func(r *Record) *indicators.Tier { return &r.Tier })
	QuartersReported = indicators.NewNumber(subject, "quarters_reported", bilingual.Text{ZH: "近四个季度已报送", EN: "quarters reported"}, quantity.Report,
		func(r *Record) *quantity.Count { return &r.QuartersReported })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
