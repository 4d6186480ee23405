// Section 四（二） 主体责任.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// Responsibility (教育纳入绩效考核) is answered by evidence alone of: education in performance
// reviews at city level; education in performance reviews of every county (四（二）第1段).
var Responsibility = attested(plan.Responsibility)

// AppointmentBasis (教育发展作为干部任用依据) is answered by evidence alone of: the reform and
// development of education as an important basis for appointing officials (四（二）第1段).
var AppointmentBasis = attested(plan.AppointmentBasis)

// DepartmentDuties (部门分工与协同) is answered by evidence alone of: funding measures carried
// out; measures on the siting of schools carried out; infrastructure measures carried
// out; measures on the teaching force carried out; cooperation of departments; duties of
// the education departments carried out (四（二）第1段).
var DepartmentDuties = attested(plan.DepartmentDuties)

// AnnualPlansLinked (部门年度计划与规划衔接) is answered by evidence alone of: the yearly plans of
// departments effectively linked with the plan (四（二）第1段).
var AnnualPlansLinked = attested(plan.AnnualPlansLinked)

// PlanPublished (规划任务分解与公开) is answered by evidence alone of: published implementation
// scheme; published timetable; published roadmap; published task book (四（二）第1段).
var PlanPublished = attested(plan.PlanPublished)

// Monitoring (规划实施全程监督) is answered by evidence alone of: key tasks monitored
// throughout; feedback on inspections (四（二）第2段).
var Monitoring = attested(plan.Monitoring)

// MidTermEvaluation (规划中期评估) is answered by evidence alone of: mid-term evaluation of
// the plan (四（二）第2段).
var MidTermEvaluation = attested(plan.MidTermEvaluation)

// InspectionRectification (督导结果通报与整改) is answered by evidence alone of: inspection
// results circulated; urging that faults be corrected in time; public oversight accepted
// (四（二）第2段).
var InspectionRectification = attested(plan.InspectionRectification)

// PublicSupport (社会支持和参与办学) is answered by evidence alone of: public support and
// participation encouraged (四（二）第3段).
var PublicSupport = attested(plan.PublicSupport)

// Publicity (教育经验总结与宣传) is answered by evidence alone of: experience and achievements
// summed up; good practice publicised; media led to the right direction (四（二）第3段).
var Publicity = attested(plan.Publicity)

// CampusSafety binds schools: each passed its latest safety inspection
// (校园安全综合防控).
//
// Formula: schools that passed ÷ schools and kindergartens, vocational colleges left out.
// Unit and range: per cent, 0 to 100.
// Source: 四（二）第3段.
var CampusSafety = rules.MustDuty(plan.Tonghua(), plan.CampusSafety,
	schoolsAndKindergartens(school.SafetyInspectionPassed.Is(indicators.Yes)),
	primarySecondaryOnly(school.SafetyInspectionPassed.Is(indicators.Yes)))

func schoolsAndKindergartens(must indicators.Condition[school.Record]) indicators.Duty[school.Record] {
	return indicators.Duty[school.Record]{Among: schoolOrKindergarten, Must: must}
}

func primarySecondaryOnly(must indicators.Condition[school.Record]) rules.Reading[school.Record] {
	return rules.Reading[school.Record]{Key: "primary-secondary-only", Indicator: indicators.Duty[school.Record]{Among: generalSchool, Must: must}}
}

// DisasterEmergency (防灾减灾与应急反应) is answered by evidence alone of: capacity of the
// education system against disasters; rapid response of schools to major emergencies
// (四（二）第3段).
var DisasterEmergency = attested(plan.DisasterEmergency)

// VideoSurveillance asks of each school whether its public-safety video is
// networked (公共安全视频监控).
//
// Formula: schools networked ÷ schools and kindergartens, vocational colleges left out.
// Unit and range: per cent, 0 to 100.
// Source: 四（二）第3段.
var VideoSurveillance = rules.MustDuty(plan.Tonghua(), plan.VideoSurveillance,
	schoolsAndKindergartens(school.VideoNetworked.Is(indicators.Yes)),
	primarySecondaryOnly(school.VideoNetworked.Is(indicators.Yes)))

// AccidentAidSystem (学生意外伤害援助制度) is answered by evidence alone of: system of aid for
// accidental injury (四（二）第3段).
var AccidentAidSystem = attested(plan.AccidentAidSystem)

// CampusSurroundings (校园周边综合治理) is answered by evidence alone of: joint management of
// school surroundings (四（二）第3段).
var CampusSurroundings = attested(plan.CampusSurroundings)

// BusSubsidy binds areas: subsidies for school buses of compulsory schools are
// paid in full (校车奖补).
//
// Formula: areas that paid in full ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 专栏14第1项.
var BusSubsidy = rules.MustDuty(plan.Tonghua(), plan.BusSubsidy, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.BusSubsidyPaid.AtLeastShareOf(countyyear.BusSubsidyDue, indicators.Each),
})

// PoliceRooms asks of each school whether its campus has a police room (校园警务室).
//
// Formula: schools with a room ÷ schools and kindergartens, vocational colleges left out.
// Unit and range: per cent, 0 to 100.
// Source: 专栏14第2项.
var PoliceRooms = rules.MustDuty(plan.Tonghua(), plan.PoliceRooms,
	schoolsAndKindergartens(school.PoliceRoom.Is(indicators.Yes)),
	primarySecondaryOnly(school.PoliceRoom.Is(indicators.Yes)))

// WarningPlatform (校园安全预警平台) is answered by evidence alone of: early-warning platform
// for campus safety (专栏14第2项).
var WarningPlatform = attested(plan.WarningPlatform)

// SafetyExperience binds counties: each has a room or centre where pupils
// experience safety (安全教育体验室).
//
// Formula: counties with one ÷ counties.
// Unit and range: per cent, 0 to 100.
// Source: 专栏14第3项.
var SafetyExperience = rules.MustDuty(plan.Tonghua(), plan.SafetyExperience, indicators.Duty[county.Record]{
	Among: countyOfTheYear,
	Must:  county.SafetyCentres.AtLeast(indicators.Each),
},
	rules.Reading[county.Record]{Key: "at-least-one", Indicator: indicators.Count[county.Record]{
		Among:   countyOfTheYear,
		Counted: county.SafetyCentres.AtLeast(indicators.Each),
	}})

// SafetyManagementStaff (安全管理队伍建设) is answered by evidence alone of: safety management
// staff strengthened (专栏14第4项).
var SafetyManagementStaff = attested(plan.SafetyManagementStaff)

// FreeSafetyTextbooks binds bureaux: schools are given safety textbooks free of
// charge (免费安全教育教材).
//
// Formula: schools given them ÷ schools and kindergartens, vocational colleges left out.
// Unit and range: per cent, 0 to 100.
// Source: 专栏14第4项.
var FreeSafetyTextbooks = rules.MustDuty(plan.Tonghua(), plan.FreeSafetyTextbooks,
	schoolsAndKindergartens(school.SafetyTextbooks.Is(indicators.Yes)),
	primarySecondaryOnly(school.SafetyTextbooks.Is(indicators.Yes)))

// SafetyTraining binds schools: safety training is held, at least once a year
// (安全教育培训).
//
// Formula: schools that held one in the last twelve months ÷ schools and
// kindergartens, vocational colleges left out.
// Unit and range: per cent, 0 to 100.
// Source: 专栏14第4项.
var SafetyTraining = rules.MustDuty(plan.Tonghua(), plan.SafetyTraining,
	schoolsAndKindergartens(school.SafetyTrainings.AtLeast(indicators.Each)),
	primarySecondaryOnly(school.SafetyTrainings.AtLeast(indicators.Each)))
