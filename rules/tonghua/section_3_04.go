package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// 三（四） 义务教育优质均衡

// LargeDistrict measures how many urban compulsory schools belong to a large
// school district (大学区).
//
// Formula: urban compulsory schools in a large district ÷ urban compulsory schools.
// Unit and range: per cent, 0 to 100.
// Source: 专栏6第1项.
var LargeDistrict = rules.MustDuty(plan.Tonghua(), plan.LargeDistrict,
	indicators.Duty[school.Record]{
		Among: indicators.And(school.Locality.Is(indicators.Urban), compulsorySchool),
		Must:  school.LargeDistrict.Is(indicators.Yes),
	},
	rules.Reading[school.Record]{Key: "all-urban-schools", Indicator: indicators.Duty[school.Record]{
		Among: indicators.And(school.Locality.Is(indicators.Urban), indicators.Not(school.Kind.Is(indicators.KindergartenSchool))),
		Must:  school.LargeDistrict.Is(indicators.Yes),
	}})

// OversizedClasses binds schools: no class of the compulsory stage is oversized
// (大班额).
//
// Formula: classes not oversized ÷ classes of the compulsory stage.
// Unit and range: per cent, 0 to 100.
// Source: 专栏6第3项; the size from which a class is oversized is that of the
// Ministry's statistics.
var OversizedClasses = rules.MustDuty(plan.Tonghua(), plan.OversizedClasses,
	indicators.Duty[class.Record]{
		Among: compulsoryClass,
		Must:  class.Pupils.AtMost(indicators.Each),
	},
	rules.Reading[class.Record]{Key: "at-most-five-percent", Indicator: indicators.Share[class.Record]{
		Among:   compulsoryClass,
		Counted: class.Pupils.MoreThan(indicators.Each),
	}})
