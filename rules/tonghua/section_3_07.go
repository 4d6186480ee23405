// Section 三（七） 民族教育.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// EthnicInvestment asks of each area whether spending on ethnic education rose
// on the year before (民族教育投入).
//
// Formula: areas where it rose ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 三（七）第1段.
var EthnicInvestment = rules.MustDuty(plan.Tonghua(), plan.EthnicInvestment, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.EthnicSpending.MoreThanShareOf(countyyear.EthnicSpendingBefore, indicators.Each),
})

// EthnicDoubleFunds binds counties: ethnic schools of the compulsory stage get
// at least twice the public funds per pupil of ordinary ones
// (民族学校生均公用经费).
//
// Formula: counties that pay them ÷ counties.
// Unit and range: per cent, 0 to 100.
// Source: 三（七）第1段.
var EthnicDoubleFunds = rules.MustDuty(plan.Tonghua(), plan.EthnicDoubleFunds,
	indicators.Duty[countyyear.Record]{
		Among: ofTheYear,
		Must:  countyyear.EthnicFunds.AtLeastShareOf(countyyear.OrdinaryFunds, indicators.Each),
	},
	rules.Reading[countyyear.Record]{Key: "exactly", Indicator: indicators.Duty[countyyear.Record]{
		Among: ofTheYear,
		Must:  countyyear.EthnicFunds.EqualsShareOf(countyyear.OrdinaryFunds, indicators.Each),
	}},
	rules.Reading[countyyear.Record]{Key: "uniform-quota", Indicator: indicators.Duty[countyyear.Record]{
		Among: ofTheYear,
		Must:  countyyear.EthnicFunds.AtLeastShareOf(countyyear.TownQuota, indicators.Each),
	}})

// EthnicDifficulties: 民族教育困难与问题（三（七）第1段）, by evidence.
var EthnicDifficulties = attested(plan.EthnicDifficulties)

// EthnicTeachers asks of each teacher of an ethnic school whether the current
// round of training reached the person (民族学校教师培训).
//
// Formula: such teachers trained ÷ teachers of ethnic schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（七）第1段.
var EthnicTeachers = rules.MustDuty(plan.Tonghua(), plan.EthnicTeachers, indicators.Duty[teacher.Record]{
	Among: teacher.EthnicSchool.Is(indicators.Yes),
	Must:  teacher.CurrentRoundTrained.Is(indicators.Yes),
})

// EthnicResearch: 民族学校教研科研（三（七）第2段）, by evidence.
var EthnicResearch = attested(plan.EthnicResearch)

// EthnicSmallClasses binds ethnic schools: classes are small (小班化教学). The text
// has no number, so that the parameter has no default.
//
// Formula: classes within the limit ÷ classes of ethnic schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（七）第2段 and 专栏9第1项.
var EthnicSmallClasses = rules.MustDuty(plan.Tonghua(), plan.EthnicSmallClasses, indicators.Duty[class.Record]{
	Among: class.EthnicSchool.Is(indicators.Yes),
	Must:  class.Pupils.AtMost(indicators.Parameter("small-class")),
})

// EthnicQuality: 民族学校双语教学质量（三（七）第2段、专栏9第1项）, by evidence.
var EthnicQuality = attested(plan.EthnicQuality)
