package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// 三（二） 教育改革

// LawSchools counts the model law-governed schools at city level
// (依法治校示范校).
//
// Formula: number of schools with the title at city level or above. Unit: schools.
// Source: 专栏4第2项.
var LawSchools = rules.MustCount(plan.Tonghua(), plan.LawSchools, indicators.Count[school.Record]{
	Counted: school.LawModel.AtLeast(indicators.CityTier),
})
