package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// 四（三） 投入机制

// SpendingOnlyRises binds counties and the city: general public budget
// spending on education is not below that of the year before
// (一般公共预算教育支出只增不减). It is asked of the year that the as-of date
// lies in, and falls due at that year's end.
//
// Formula: areas whose spending does not fall ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第1段.
var SpendingOnlyRises = rules.MustDuty(plan.Tonghua(), plan.SpendingOnlyRises,
	indicators.Duty[countyyear.Record]{
		Among: ofTheYear,
		Must:  countyyear.Spending.AtLeastShareOf(countyyear.SpendingBefore, indicators.Each),
	},
	rules.Reading[countyyear.Record]{Key: "strict-rise", Indicator: indicators.Duty[countyyear.Record]{
		Among: ofTheYear,
		Must:  countyyear.Spending.MoreThanShareOf(countyyear.SpendingBefore, indicators.Each),
	}})

// SpendingPerPupilOnlyRises binds counties and the city: general public budget
// spending on education per pupil is not below that of the year before
// (生均一般公共预算教育支出只增不减).
//
// Formula: areas whose spending per pupil does not fall ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第1段.
var SpendingPerPupilOnlyRises = rules.MustDuty(plan.Tonghua(), plan.SpendingPerPupilOnlyRises,
	indicators.Duty[countyyear.Record]{
		Among: ofTheYear,
		Must:  spendingPerPupil.AtLeastShareOf(spendingPerPupilBefore, indicators.Each),
	},
	rules.Reading[countyyear.Record]{Key: "strict-rise", Indicator: indicators.Duty[countyyear.Record]{
		Among: ofTheYear,
		Must:  spendingPerPupil.MoreThanShareOf(spendingPerPupilBefore, indicators.Each),
	}})

var (
	spendingPerPupil       = countyyear.Spending.Per(countyyear.Pupils)
	spendingPerPupilBefore = countyyear.SpendingBefore.Per(countyyear.PupilsBefore)
)

// UniformQuota binds counties: town and rural compulsory schools have one base
// quota of public funds per pupil (城乡统一的公用经费基准定额).
//
// Formula: counties with equal quotas ÷ counties.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第2段.
var UniformQuota = rules.MustDuty(plan.Tonghua(), plan.UniformQuota, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.RuralQuota.EqualsShareOf(countyyear.TownQuota, indicators.Each),
})
