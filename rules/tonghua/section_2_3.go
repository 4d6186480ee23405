package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// 二（三） 发展目标

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

func netEnrolment(levels ...indicators.Stage) indicators.Ratio[enrolment.Record] {
	return indicators.Ratio[enrolment.Record]{
		Among: enrolment.Level.In(levels...),
		Of:    indicators.SumOf(enrolment.EnrolledOfAge),
		Per:   indicators.SumOf(enrolment.OfficialAge),
	}
}

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
