// Section 四（三） 投入机制.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// EducationFirstBudget asks of each area whether the share of education in
// public spending is not below that of the year before (教育支出占比).
//
// Formula: areas where it did not fall ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第1段.
var EducationFirstBudget = rules.MustDuty(plan.Tonghua(), plan.EducationFirstBudget, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must: countyyear.Spending.Per(countyyear.TotalSpending).AtLeastShareOf(
		countyyear.SpendingBefore.Per(countyyear.TotalSpendingBefore), indicators.Each),
})

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

// CompulsoryFirst (义务教育投入重中之重) is answered by evidence alone of: compulsory education
// first in spending; funding guarantee of compulsory education (四（三）第2段).
var CompulsoryFirst = attested(plan.CompulsoryFirst)

// UniformQuota binds areas: town and rural schools of each compulsory stage have
// one base quota of public funds per pupil (城乡统一的公用经费基准定额).
//
// Formula: areas with equal quotas at both stages ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第2段.
var UniformQuota = rules.MustDuty(plan.Tonghua(), plan.UniformQuota, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must: indicators.And(
		countyyear.RuralPrimaryQuota.EqualsShareOf(countyyear.TownPrimaryQuota, indicators.Each),
		countyyear.RuralJuniorQuota.EqualsShareOf(countyyear.TownJuniorQuota, indicators.Each)),
})

// SpecialFundsSeparate binds counties: public funds for special schools and for
// included disabled pupils are fixed separately and reach the school
// (特教公用经费单独核定).
//
// Formula: schools whose funds are fixed separately and received in full ÷
// special schools, and schools with a compulsory stage and included pupils.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第2段.
var SpecialFundsSeparate = rules.MustDuty(plan.Tonghua(), plan.SpecialFundsSeparate, indicators.Duty[school.Record]{
	Among: indicators.Or(school.Kind.Is(indicators.SpecialSchool),
		indicators.And(compulsoryStageSchool, school.IncludedPupils.Is(indicators.Yes))),
	Must: indicators.And(school.SpecialFundsSeparate.Is(indicators.Yes),
		school.SpecialFundsFixed.MoreThan(indicators.Parameter("none")),
		school.SpecialFundsPaid.AtLeastShareOf(school.SpecialFundsFixed, indicators.Each)),
})

// TwoExemptions binds counties: pupils of the compulsory stage have their fees
// waived and get free textbooks, those to whom it is due a living subsidy as well
// (两免一补).
//
// Formula: pupils who have what they are due ÷ pupils of the compulsory stage.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第2段.
var TwoExemptions = rules.MustDuty(plan.Tonghua(), plan.TwoExemptions, indicators.Duty[pupil.Record]{
	Among: compulsoryPupil,
	Must: indicators.And(pupil.FeeExempt.Is(indicators.Yes), pupil.FreeTextbooks.Is(indicators.Yes),
		indicators.Or(pupil.LivingSubsidyDue.Is(indicators.No), pupil.LivingSubsidy.Is(indicators.Yes))),
})

// SupportOtherStages (支持非义务教育阶段发展) is answered by evidence alone of: support for
// inclusive preschool education; support for universal senior secondary education;
// support for modern vocational education (四（三）第2段).
var SupportOtherStages = attested(plan.SupportOtherStages)

// PreschoolFunds binds areas: per-pupil funds of public kindergartens are paid
// in full (公办园生均公用经费).
//
// Formula: areas that paid in full ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第2段.
var PreschoolFunds = rules.MustDuty(plan.Tonghua(), plan.PreschoolFunds, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.PreschoolFundsPaid.AtLeastShareOf(countyyear.PreschoolFundsDue, indicators.Each),
})

// InclusivePrivateSubsidy binds areas: subsidies of inclusive private
// kindergartens are paid in full (普惠性民办园经费补助).
//
// Formula: areas that paid in full ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第2段.
var InclusivePrivateSubsidy = rules.MustDuty(plan.Tonghua(), plan.InclusivePrivateSubsidy, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.InclusiveSubsidyPaid.AtLeastShareOf(countyyear.InclusiveSubsidyDue, indicators.Each),
})

// VocationalPerPupilFunds binds areas: per-pupil appropriations to secondary
// vocational schools are paid in full (中职生均拨款).
//
// Formula: areas that paid in full ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第2段.
var VocationalPerPupilFunds = rules.MustDuty(plan.Tonghua(), plan.VocationalPerPupilFunds, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.VocationalFundsPaid.AtLeastShareOf(countyyear.VocationalFundsDue, indicators.Each),
})

// SeniorPerPupilFunds binds areas: per-pupil funds of general senior schools are
// paid in full (普通高中生均公用经费补助).
//
// Formula: areas that paid in full ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第2段.
var SeniorPerPupilFunds = rules.MustDuty(plan.Tonghua(), plan.SeniorPerPupilFunds, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.SeniorFundsPaid.AtLeastShareOf(countyyear.SeniorFundsDue, indicators.Each),
})

// PerPupilFundsRise asks of each area whether the appropriation of public funds
// per pupil rose on the year before (生均公用经费拨款水平).
//
// Formula: areas where it rose ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 四（三）第2段.
var PerPupilFundsRise = rules.MustDuty(plan.Tonghua(), plan.PerPupilFundsRise, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.PublicFunds.MoreThanShareOf(countyyear.PublicFundsBefore, indicators.Each),
})

// FinanceResponsibility (教育经费使用管理责任) is answered by evidence alone of: system of
// responsibility for funds; financial information disclosed; performance evaluation of
// funds; rules for audit throughout; management and inspection of funds; rules on the
// disclosure of fiscal information (四（三）第3段).
var FinanceResponsibility = attested(plan.FinanceResponsibility)
