package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// 三（一） 立德树人

// FitnessCertificate binds schools: a pupil below the pass of the fitness
// standard gets no graduation certificate, pupils exempt from physical
// education excepted (体质健康合格与毕业证书).
//
// Formula: pupils below the pass, not exempt, without certificate ÷ such pupils.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第3段.
var FitnessCertificate = rules.MustDuty(plan.Tonghua(), plan.FitnessCertificate, indicators.Duty[pupil.Record]{
	Among: indicators.And(pupil.Fitness.Is(indicators.FitnessFailed), pupil.PEExempt.Is(indicators.No)),
	Must:  pupil.Certificate.Is(indicators.No),
})

// SportsSkills binds schools: each pupil masters at least one sports skill
// (运动技能).
//
// Formula: pupils with the skills ÷ pupils.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第3段.
var SportsSkills = rules.MustDuty(plan.Tonghua(), plan.SportsSkills,
	indicators.Duty[pupil.Record]{Must: pupil.SportsSkills.AtLeast(indicators.Each)},
	rules.Reading[pupil.Record]{Key: "leavers", Indicator: indicators.Duty[pupil.Record]{
		Among: pupil.FinalGrade.Is(indicators.Yes),
		Must:  pupil.SportsSkills.AtLeast(indicators.Each),
	}})

// ArtSkills binds schools: each pupil learns at least one art skill (艺术技能).
//
// Formula: pupils with the skills ÷ pupils.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第4段.
var ArtSkills = rules.MustDuty(plan.Tonghua(), plan.ArtSkills,
	indicators.Duty[pupil.Record]{Must: pupil.ArtSkills.AtLeast(indicators.Each)},
	rules.Reading[pupil.Record]{Key: "leavers", Indicator: indicators.Duty[pupil.Record]{
		Among: pupil.FinalGrade.Is(indicators.Yes),
		Must:  pupil.ArtSkills.AtLeast(indicators.Each),
	}})

// CurrentAffairs binds schools: primary and secondary schools come to teach
// current affairs, all of them in the end (时事新闻课).
//
// Formula: schools that teach it ÷ primary and general secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 专栏3第1项.
var CurrentAffairs = rules.MustDuty(plan.Tonghua(), plan.CurrentAffairs,
	indicators.Duty[school.Record]{Among: generalSchool, Must: school.CurrentAffairs.Is(indicators.Yes)},
	rules.Reading[school.Record]{Key: "with-vocational", Indicator: indicators.Duty[school.Record]{
		Among: indicators.Or(generalSchool, school.Kind.Is(indicators.VocationalSchool)),
		Must:  school.CurrentAffairs.Is(indicators.Yes),
	}},
	rules.Reading[school.Record]{Key: "compulsory-only", Indicator: indicators.Duty[school.Record]{
		Among: compulsorySchool, Must: school.CurrentAffairs.Is(indicators.Yes),
	}})

// FootballSchools counts the schools with the title football school at city
// level or above (校园足球特色学校).
//
// Formula: number of schools with the title. Unit: schools.
// Source: 专栏3第2项.
var FootballSchools = rules.MustCount(plan.Tonghua(), plan.FootballSchools, indicators.Count[school.Record]{
	Counted: school.Football.AtLeast(indicators.CityTier),
})

// ArtSchools counts the schools with the title arts school at city level or
// above (艺术教育特色学校).
//
// Formula: number of schools with the title. Unit: schools.
// Source: 专栏3第2项.
var ArtSchools = rules.MustCount(plan.Tonghua(), plan.ArtSchools,
	indicators.Count[school.Record]{Counted: school.Arts.AtLeast(indicators.CityTier)},
	rules.Reading[school.Record]{Key: "any-level", Indicator: indicators.Count[school.Record]{
		Counted: school.Arts.AtLeast(indicators.SchoolTier),
	}})
