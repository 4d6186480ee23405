// Section 三（八） 特殊群体.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// SpecialGuarantee asks of each area whether public spending on special
// education is not below that of the year before (特殊教育财政投入).
//
// Formula: areas where it did not fall ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 三（八）第1段.
var SpecialGuarantee = rules.MustDuty(plan.Tonghua(), plan.SpecialGuarantee, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.SpecialSpending.AtLeastShareOf(countyyear.SpecialSpendingBefore, indicators.Each),
})

// SpecialAidAll binds schools and bureaux: aid covers every pupil in difficulty
// and every disabled pupil (困难家庭和残疾学生资助).
//
// Formula: such pupils who are aided ÷ such pupils.
// Unit and range: per cent, 0 to 100.
// Source: 三（八）第1段.
var SpecialAidAll = rules.MustDuty(plan.Tonghua(), plan.SpecialAidAll, indicators.Duty[pupil.Record]{
	Among: poorOrDisabled,
	Must:  pupil.Aided.Is(indicators.Yes),
},
	rules.Reading[pupil.Record]{Key: "in-difficulty-only", Indicator: indicators.Duty[pupil.Record]{
		Among: pupil.InDifficulty.Is(indicators.Yes),
		Must:  pupil.Aided.Is(indicators.Yes),
	}})

// RehabilitationFirst binds those who run publicly funded rehabilitation
// projects: disabled children who apply are aided (残疾儿童康复优先资助).
//
// Formula: children aided ÷ children who applied.
// Unit and range: per cent, 0 to 100.
// Source: 三（八）第1段.
var RehabilitationFirst = rules.MustDuty(plan.Tonghua(), plan.RehabilitationFirst, indicators.Duty[specialchild.Record]{
	Among: indicators.And(disabledChild, specialchild.RehabilitationApplied.Is(indicators.Yes)),
	Must:  specialchild.RehabilitationAided.Is(indicators.Yes),
})

// DonationsEncouraged (社会捐资助学) is answered by evidence alone of: encouragement of
// donations to student aid (三（八）第1段).
var DonationsEncouraged = attested(plan.DonationsEncouraged)

// SpecialStructure (特殊教育体系结构) is answered by evidence alone of: a sound layout of
// special education; stages of special education that link up; general and vocational
// special education together; ordinary and special education together (三（八）第2段).
var SpecialStructure = attested(plan.SpecialStructure)

// CountySpecialSchools asks of each county whether it has a special school
// (特殊教育学校).
//
// Formula: counties with one ÷ counties.
// Unit and range: per cent, 0 to 100.
// Source: 三（八）第2段.
var CountySpecialSchools = rules.MustDuty(plan.Tonghua(), plan.CountySpecialSchools, indicators.Duty[county.Record]{
	Among: countyOfTheYear,
	Must:  county.SpecialSchools.AtLeast(indicators.Each),
})

// SpecialSystem asks of each disabled child of compulsory age whether it is
// taught somewhere: in an ordinary class, a special one, a special school or at
// home (安置).
//
// Formula: such children placed ÷ such children.
// Unit and range: per cent, 0 to 100.
// Source: 三（八）第2段.
var SpecialSystem = rules.MustDuty(plan.Tonghua(), plan.SpecialSystem, indicators.Duty[specialchild.Record]{
	Among: indicators.And(disabledChild, specialchild.CompulsoryAge.Is(indicators.Yes)),
	Must:  specialchild.Placement.In(indicators.OrdinaryClass, indicators.SpecialClass, indicators.SpecialSchoolPlacement, indicators.HomeTeaching),
})

// RemoteSpecialService (残疾儿童远程教育) is answered by evidence alone of: distance education
// for disabled children (三（八）第2段).
var RemoteSpecialService = attested(plan.RemoteSpecialService)

// InclusionSupportPolicy (随班就读支持政策) is answered by evidence alone of: policies that
// support regular classes (三（八）第2段).
var InclusionSupportPolicy = attested(plan.InclusionSupportPolicy)

// ZeroThreshold binds ordinary schools: a mildly disabled child who applies is
// admitted (随班就读“零门槛”).
//
// Formula: such applications granted ÷ such applications.
// Unit and range: per cent, 0 to 100.
// Source: 三（八）第2段.
var ZeroThreshold = rules.MustDuty(plan.Tonghua(), plan.ZeroThreshold, indicators.Duty[specialchild.Record]{
	Among: indicators.And(specialchild.Disability.Is(indicators.MildDisability), specialchild.AppliedOrdinary.Is(indicators.Yes)),
	Must:  specialchild.AdmittedOrdinary.Is(indicators.Yes),
})

// ResourceRooms asks of each school with included disabled pupils whether it has
// a resource room (资源教室).
//
// Formula: such schools with a room ÷ such schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（八）第2段 and 专栏10第1项.
var ResourceRooms = rules.MustDuty(plan.Tonghua(), plan.ResourceRooms, indicators.Duty[school.Record]{
	Among: school.IncludedPupils.Is(indicators.Yes),
	Must:  school.ResourceRoom.Is(indicators.Yes),
})

// MedicalEducation (特殊教育医教结合) is answered by evidence alone of: part in
// medicine-and-education pilots; model uniting teaching and rehabilitation (专栏10第2项).
var MedicalEducation = attested(plan.MedicalEducation)
