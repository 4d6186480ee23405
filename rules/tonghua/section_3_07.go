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

// EthnicInvestment asks of each area that has ethnic schools whether spending on
// ethnic education rose on the year before (民族教育投入).
//
// Formula: areas where it rose ÷ areas with ethnic schools or classes.
// Unit and range: per cent, 0 to 100.
// Source: 三（七）第1段.
var EthnicInvestment = rules.MustDuty(plan.Tonghua(), plan.EthnicInvestment, indicators.Duty[countyyear.Record]{
	Among: ethnicArea,
	Must:  countyyear.EthnicSpending.MoreThanShareOf(countyyear.EthnicSpendingBefore, indicators.Each),
})

// EthnicDoubleFunds binds areas: ethnic schools get at least twice the public
// funds per pupil of ordinary schools of the same stage (民族学校生均公用经费).
// Quotas differ by stage, so that each stage is compared with itself.
//
// Formula: areas that pay them at both stages ÷ areas with ethnic schools or
// classes.
// Unit and range: per cent, 0 to 100.
// Source: 三（七）第1段.
var EthnicDoubleFunds = rules.MustDuty(plan.Tonghua(), plan.EthnicDoubleFunds,
	indicators.Duty[countyyear.Record]{
		Among: ethnicArea,
		Must: atBothStages(
			countyyear.EthnicPrimaryFunds.AtLeastShareOf(countyyear.OrdinaryPrimaryFunds, indicators.Each),
			countyyear.EthnicJuniorFunds.AtLeastShareOf(countyyear.OrdinaryJuniorFunds, indicators.Each)),
	},
	rules.Reading[countyyear.Record]{Key: "exactly", Indicator: indicators.Duty[countyyear.Record]{
		Among: ethnicArea,
		Must: atBothStages(
			countyyear.EthnicPrimaryFunds.EqualsShareOf(countyyear.OrdinaryPrimaryFunds, indicators.Each),
			countyyear.EthnicJuniorFunds.EqualsShareOf(countyyear.OrdinaryJuniorFunds, indicators.Each)),
	}},
	rules.Reading[countyyear.Record]{Key: "uniform-quota", Indicator: indicators.Duty[countyyear.Record]{
		Among: ethnicArea,
		Must: atBothStages(
			countyyear.EthnicPrimaryFunds.AtLeastShareOf(countyyear.TownPrimaryQuota, indicators.Each),
			countyyear.EthnicJuniorFunds.AtLeastShareOf(countyyear.TownJuniorQuota, indicators.Each)),
	}})

// atBothStages asks a stage of those areas alone that have ethnic schools there.
func atBothStages(primary, junior indicators.Condition[countyyear.Record]) indicators.Condition[countyyear.Record] {
	return indicators.And(
		indicators.Or(countyyear.EthnicPrimary.Is(indicators.No), primary),
		indicators.Or(countyyear.EthnicJunior.Is(indicators.No), junior))
}

// EthnicDifficulties (民族教育困难与问题) is answered by evidence alone of: difficulties of
// ethnic education resolved (三（七）第1段).
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

// EthnicResearch (民族学校教研科研) is answered by evidence alone of: teaching research in
// ethnic schools; core competencies and deep learning (三（七）第2段).
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

// EthnicQuality (民族学校双语教学质量) is answered by evidence alone of: bilingual story contests
// of kindergartens; contests in trilingual basic skills; Chinese proficiency test for
// ethnic minorities; local and school-based ethnic courses; activities to hand on ethnic
// culture; bilingual teaching reform and quality; system of local ethnic courses
// (三（七）第2段 and 专栏9第1项).
var EthnicQuality = attested(plan.EthnicQuality)
