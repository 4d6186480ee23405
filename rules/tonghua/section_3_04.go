// Section 三（四） 义务教育.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// SchoolAlliances (校际联盟与贯通培养) is answered by evidence alone of: school alliances that
// run as one; schooling linked from kindergarten to senior high school (三（四）第1段).
var SchoolAlliances = attested(plan.SchoolAlliances)

// BalancedEvaluation asks of each county whether it passed the national
// evaluation of quality balance (义务教育优质均衡). Passing is an act of the State; what
// a county's own evaluation says (package rules/balance) is another reading.
//
// Formula: counties that passed ÷ counties.
// Unit and range: per cent, 0 to 100.
// Source: 三（四）第1段.
var BalancedEvaluation = rules.MustDuty(plan.Tonghua(), plan.BalancedEvaluation, indicators.Duty[county.Record]{
	Among: countyOfTheYear,
	Must:  county.BalancePassed.Is(indicators.Yes),
},
	rules.Reading[county.Record]{Key: "own-evaluation", Indicator: indicators.Duty[county.Record]{
		Among: countyOfTheYear,
		Must:  county.BalanceReady.Is(indicators.Yes),
	}})

// DoubleReduction binds schools: homework design is part of teaching research
// and homework is monitored (作业减量提质).
//
// Formula: compulsory schools that do so ÷ compulsory schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（四）第2段 and 专栏6第3项 and 三（二）第5段.
var DoubleReduction = rules.MustDuty(plan.Tonghua(), plan.DoubleReduction, indicators.Duty[school.Record]{
	Among: compulsoryStageSchool,
	Must:  school.HomeworkMonitored.Is(indicators.Yes),
})

// FeedbackTutoring (作业面批与答疑) is answered by evidence alone of: homework marked and
// explained face to face; questions answered and help given (三（四）第2段).
var FeedbackTutoring = attested(plan.FeedbackTutoring)

// AfterSchoolLife (学生家务、锻炼、阅读和文艺活动) is answered by evidence alone of: pupils guided to
// do housework; pupils guided to take suitable exercise; pupils guided to reading and
// the arts (三（四）第2段).
var AfterSchoolLife = attested(plan.AfterSchoolLife)

// AfterClassService binds compulsory schools: they offer after-class service
// (课后服务).
//
// Formula: compulsory schools that do ÷ compulsory schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（四）第2段 and 专栏6第3项.
var AfterClassService = rules.MustDuty(plan.Tonghua(), plan.AfterClassService, indicators.Duty[school.Record]{
	Among: compulsoryStageSchool,
	Must:  school.AfterClassService.Is(indicators.Yes),
})

// LargeDistrict measures how many urban compulsory schools belong to a large
// school district (大学区).
//
// Formula: urban compulsory schools in a large district ÷ urban compulsory schools.
// Unit and range: per cent, 0 to 100.
// Source: 专栏6第1项.
var LargeDistrict = rules.MustDuty(plan.Tonghua(), plan.LargeDistrict,
	indicators.Duty[school.Record]{
		Among: indicators.And(school.Locality.Is(indicators.Urban), compulsoryStageSchool),
		Must:  school.LargeDistrict.Is(indicators.Yes),
	},
	rules.Reading[school.Record]{Key: "all-urban-schools", Indicator: indicators.Duty[school.Record]{
		Among: indicators.And(school.Locality.Is(indicators.Urban), indicators.Not(school.Kind.Is(indicators.KindergartenSchool))),
		Must:  school.LargeDistrict.Is(indicators.Yes),
	}})

// ConditionsImproved measures how many of the planned building and equipment
// projects of compulsory schools are completed (校舍建设与设备购置).
//
// Formula: projects completed ÷ projects planned.
// Unit and range: per cent, 0 to 100.
// Source: 专栏6第2项.
var ConditionsImproved = rules.MustRatio(plan.Tonghua(), plan.ConditionsImproved, indicators.Ratio[county.Record]{
	Among: countyOfTheYear,
	Of:    indicators.SumOf(county.ProjectsCompleted),
	Per:   indicators.SumOf(county.ProjectsPlanned),
})

// SteelSecondPrimary (通钢第二小学教学楼新建) is answered by evidence alone of: new teaching
// building of Tonghua Steel No. 2 Primary School (专栏6第2项).
var SteelSecondPrimary = attested(plan.SteelSecondPrimary)

// TwentiethSchool (通化市二十中学异地新建) is answered by evidence alone of: Tonghua No. 20 Middle
// School on its new site (专栏6第2项).
var TwentiethSchool = attested(plan.TwentiethSchool)

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
	}},
	rules.Reading[class.Record]{Key: "evaluation-sizes", Indicator: indicators.Duty[class.Record]{
		Among: compulsoryClass,
		Must: indicators.Or(
			class.Pupils.AtMost(indicators.Parameter("primary-class")),
			indicators.And(class.Stage.Is(indicators.JuniorHigh), class.Pupils.AtMost(indicators.Parameter("junior-class")))),
	}})

// SchoolStandard binds compulsory schools: each meets the standard for running
// schools (办学标准).
//
// Formula: schools that meet it ÷ compulsory schools.
// Unit and range: per cent, 0 to 100.
// Source: 专栏6第3项.
var SchoolStandard = rules.MustDuty(plan.Tonghua(), plan.SchoolStandard, indicators.Duty[school.Record]{
	Among: compulsoryStageSchool,
	Must:  school.StandardMet.Is(indicators.Yes),
})

// BalanceRequirement binds compulsory schools: each reaches six of the seven
// resource indicators of quality balance and comes near the seventh (优质均衡资源配置).
// Teaching points are left out, most of them by the official rules as well. Package
// rules/balance counts the indicators of a school (Figures.Reached).
//
// Formula: schools that do ÷ compulsory schools without teaching points.
// Unit and range: per cent, 0 to 100.
// Source: 专栏6第3项.
var BalanceRequirement = rules.MustDuty(plan.Tonghua(), plan.BalanceRequirement, indicators.Duty[school.Record]{
	Among: indicators.And(compulsorySchool, villagePrimaryUp),
	Must: indicators.And(
		school.IndicatorsReached.AtLeast(indicators.Parameter("indicators-reached")),
		school.IndicatorsNear.AtLeast(indicators.Parameter("indicators-near"))),
},
	rules.Reading[school.Record]{Key: "basic-balance", Indicator: indicators.Duty[school.Record]{
		Among: indicators.And(compulsorySchool, villagePrimaryUp),
		Must:  school.CountyBasicBalance.Is(indicators.Yes),
	}})

// QualityMonitoring asks of each compulsory school whether it is part of the
// quality monitoring network (义务教育质量监测).
//
// Formula: schools in the network ÷ compulsory schools.
// Unit and range: per cent, 0 to 100.
// Source: 专栏6第4项.
var QualityMonitoring = rules.MustDuty(plan.Tonghua(), plan.QualityMonitoring, indicators.Duty[school.Record]{
	Among: compulsoryStageSchool,
	Must:  school.QualityMonitored.Is(indicators.Yes),
})
