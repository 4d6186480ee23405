// Section 二（三） 目标.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/programme"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// OverallGoal (2025年总体目标) is answered by evidence alone of: a more complete education
// system; markedly greater overall strength; levels and types of education in step;
// steadily better school conditions; steadily better quality; markedly more modern
// education (二（三）第1段).
var OverallGoal = attested(plan.OverallGoal)

// PreschoolGrossEnrolment measures the preschool gross enrolment ratio
// (学前教育毛入园率).
//
// Formula: children in kindergarten, whatever their age ÷ population aged 3 to 5.
// Unit and range: per cent; above 100 is possible.
// Source: 二（三）第2段.
var PreschoolGrossEnrolment = rules.MustRatio(plan.Tonghua(), plan.PreschoolGrossEnrolment, grossEnrolment(indicators.Preschool))

// PrimaryNetEnrolment measures the primary net enrolment ratio (小学净入学率).
//
// Formula: pupils of official primary age enrolled at primary level ÷ population
// of that age.
// Unit and range: per cent, 0 to 100.
// Source: 二（三）第2段.
var PrimaryNetEnrolment = rules.MustRatio(plan.Tonghua(), plan.PrimaryNetEnrolment, netEnrolment(indicators.Primary),
	rules.Reading[enrolment.Record]{Key: "joint", Indicator: netEnrolment(indicators.Primary, indicators.JuniorHigh)})

// JuniorNetEnrolment measures the junior-high net enrolment ratio (初中净入学率).
//
// Formula: pupils of official junior-high age enrolled at that level ÷ population
// of that age.
// Unit and range: per cent, 0 to 100.
// Source: 二（三）第2段.
var JuniorNetEnrolment = rules.MustRatio(plan.Tonghua(), plan.JuniorNetEnrolment, netEnrolment(indicators.JuniorHigh),
	rules.Reading[enrolment.Record]{Key: "joint", Indicator: netEnrolment(indicators.Primary, indicators.JuniorHigh)})

// SeniorGrossEnrolment measures the gross enrolment ratio of the senior
// secondary stage (高中阶段毛入学率), vocational and adult schools included.
//
// Formula: pupils at the stage, whatever their age ÷ population aged 15 to 17.
// Unit and range: per cent; above 100 is possible.
// Source: 二（三）第2段.
var SeniorGrossEnrolment = rules.MustRatio(plan.Tonghua(), plan.SeniorGrossEnrolment, grossEnrolment(indicators.SeniorSecondary))

func grossEnrolment(level indicators.Stage) indicators.Ratio[enrolment.Record] {
	return indicators.Ratio[enrolment.Record]{
		Among: enrolment.Level.Is(level),
		Of:    indicators.SumOf(enrolment.Enrolled),
		Per:   indicators.SumOf(enrolment.OfficialAge),
	}
}

// netEnrolment is that of some levels together, each of which must have its figure.
func netEnrolment(levels ...indicators.Stage) indicators.Ratio[enrolment.Record] {
	var each []indicators.Condition[enrolment.Record]
	if len(levels) > 1 {
		for _, level := range levels {
			each = append(each, enrolment.Level.Is(level))
		}
	}
	return indicators.Ratio[enrolment.Record]{
		Parts: each,
		Among: enrolment.Level.In(levels...),
		Of:    indicators.SumOf(enrolment.EnrolledOfAge),
		Per:   indicators.SumOf(enrolment.OfficialAge),
	}
}

// VocationalTrainingService (职业技能培训) is answered by evidence alone of: vocational skills
// training held; well-planned training of better quality (二（三）第2段).
var VocationalTrainingService = attested(plan.VocationalTrainingService)

// DemonstrationSpecialities counts the programmes that hold the title of
// demonstration or quality speciality (示范专业、精品专业). The text says a batch, so one
// is the least.
//
// Formula: number of programmes with the title.
// Unit: programmes.
// Source: 二（三）第2段 and 三（六）第1段.
var DemonstrationSpecialities = rules.MustCount(plan.Tonghua(), plan.DemonstrationSpecialities, indicators.Count[programme.Record]{
	Counted: programme.Demonstration.Is(indicators.Yes),
})

// QualityGoals (教育质量目标) is answered by evidence alone of: teaching reformed and of
// better quality; examination reform carried out; abler teachers; clearly better school
// conditions; technology joined with teaching, and new ground broken in digitalisation;
// pupils developed in all fields, more capable and better in their studies (二（三）第3段).
var QualityGoals = attested(plan.QualityGoals)

// WeakSchoolInvestment asks of each area whether spending on rural and weak
// schools rose on the year before (农村和薄弱学校投入).
//
// Formula: areas where it rose ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 二（三）第4段.
var WeakSchoolInvestment = rules.MustDuty(plan.Tonghua(), plan.WeakSchoolInvestment, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.WeakSchoolSpending.MoreThanShareOf(countyyear.WeakSchoolSpendingBefore, indicators.Each),
})

// EquityGapNarrowed asks of each county whether schools came closer to each
// other: the coefficients of difference of primary and of junior-high schools
// (校际差异系数) are both below those of the year before.
//
// Formula: counties where both fell ÷ counties. The coefficients are those of the
// national evaluation, weighted by enrolment; package rules/balance works out from the
// schools of two years whether they fell. Coefficients that a county reports without
// them are another reading.
// Unit and range: per cent, 0 to 100.
// Source: 二（三）第4段.
var EquityGapNarrowed = rules.MustDuty(plan.Tonghua(), plan.EquityGapNarrowed, indicators.Duty[county.Record]{
	Among: countyOfTheYear,
	Must:  indicators.And(county.PrimaryNarrowed.Is(indicators.Yes), county.JuniorNarrowed.Is(indicators.Yes)),
},
	rules.Reading[county.Record]{Key: "reported", Indicator: indicators.Duty[county.Record]{
		Among: countyOfTheYear,
		Must: indicators.And(
			county.PrimaryDifferenceBefore.MoreThanShareOf(county.PrimaryDifference, indicators.Each),
			county.JuniorDifferenceBefore.MoreThanShareOf(county.JuniorDifference, indicators.Each)),
	}})

// BasicPublicService (基本公共教育服务体系) is answered by evidence alone of: basic public
// education services that cover town and country and are more balanced (二（三）第4段).
var BasicPublicService = attested(plan.BasicPublicService)

// AidFullCoverage binds schools and bureaux: aid reaches every pupil of a family
// in economic difficulty (家庭经济困难学生资助).
//
// Formula: pupils in difficulty who are aided ÷ pupils in difficulty.
// Unit and range: per cent, 0 to 100.
// Source: 二（三）第4段.
var AidFullCoverage = rules.MustDuty(plan.Tonghua(), plan.AidFullCoverage, indicators.Duty[pupil.Record]{
	Among: pupil.InDifficulty.Is(indicators.Yes),
	Must:  pupil.Aided.Is(indicators.Yes),
},
	rules.Reading[pupil.Record]{Key: "poor-or-disabled", Indicator: indicators.Duty[pupil.Record]{
		Among: poorOrDisabled,
		Must:  pupil.Aided.Is(indicators.Yes),
	}})

// DisadvantagedEqualAccess (困难群体平等受教育权利) is answered by evidence alone of: equal right
// of disadvantaged groups to education secured (二（三）第4段).
var DisadvantagedEqualAccess = attested(plan.DisadvantagedEqualAccess)

// MeanYearsSchooling measures the mean years of schooling of the working
// population (劳动人口平均受教育年限). The plan means the working age; figures
// of other bands, such as the census tables', are shown as readings and never
// decide.
//
// Formula: sum of persons at each level × years of the level ÷ persons.
// Unit and range: years of schooling, 0 to 16 by the census weights.
// Source: 二（三）第5段; weights of the 2020 census yearbook.
var MeanYearsSchooling = rules.MustRatio(plan.Tonghua(), plan.MeanYearsSchooling,
	meanYears(closedBand("age-from", "age-to")),
	rules.Reading[attainment.Record]{Key: "ages-15-to-64", Indicator: meanYears(closedBand("international-age-from", "international-age-to"))},
	rules.Reading[attainment.Record]{Key: "aged-15-and-over", Indicator: meanYears(openBand("adult-age-from"))},
	rules.Reading[attainment.Record]{Key: "aged-3-and-over", Indicator: meanYears(openBand("census-age-from"))})

// closedBand is a band of ages between two parameters, both included.
func closedBand(from, to string) indicators.Condition[attainment.Record] {
	return indicators.And(
		attainment.AgeFrom.Is(indicators.Parameter(from)),
		attainment.AgeTo.Is(indicators.Parameter(to)))
}

// openBand is a band of ages that starts at a parameter and has no upper end.
func openBand(from string) indicators.Condition[attainment.Record] {
	return indicators.And(
		attainment.AgeFrom.Is(indicators.Parameter(from)),
		indicators.Not(attainment.AgeTo.Recorded()))
}

func meanYears(band indicators.Condition[attainment.Record]) indicators.Ratio[attainment.Record] {
	return indicators.Ratio[attainment.Record]{
		Among: band,
		Of: indicators.WeightedSum(quantity.PersonYear,
			attainment.Primary.Times(indicators.Parameter("years-primary")),
			attainment.JuniorHigh.Times(indicators.Parameter("years-junior")),
			attainment.SeniorHigh.Times(indicators.Parameter("years-senior")),
			attainment.College.Times(indicators.Parameter("years-college")),
			attainment.BachelorUp.Times(indicators.Parameter("years-bachelor"))),
		Per: indicators.SumOf(attainment.NoSchooling, attainment.Preschool, attainment.Primary,
			attainment.JuniorHigh, attainment.SeniorHigh, attainment.College, attainment.BachelorUp),
	}
}

// ModernSystem (产教融合的现代教育体系) is answered by evidence alone of: education joined with
// industry; secondary and higher vocational education connected; vocational and general
// education complementing each other; a greater part in the economy and in people's
// lives (二（三）第5段).
var ModernSystem = attested(plan.ModernSystem)

// RuleOfLawSystem (教育法治体系) is answered by evidence alone of: more complete rules and
// institutions; mechanisms and oversight largely in place; officials, principals and
// teachers better at acting by law; an example of keeping to the law (二（三）第6段).
var RuleOfLawSystem = attested(plan.RuleOfLawSystem)

// YouthLawEducation (青少年法治教育体系) is answered by evidence alone of: a more complete system
// of legal education for the young (二（三）第6段).
var YouthLawEducation = attested(plan.YouthLawEducation)
