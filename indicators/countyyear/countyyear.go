// Package countyyear describes what a county, or the city, spent and paid in one
// calendar year, beside the year before: one record an area and year.
//
// A duty "of each county" is a duty on these records. The year before stands in
// the same record, so that "only rises" is a comparison within it.
package countyyear

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a county in a year. Every field left out is unknown.
type Record struct {
	indicators.Row
	Year                     quantity.Count      `json:"year,omitzero"`                        // the calendar year
	Spending                 quantity.Money      `json:"spending,omitzero"`                    // general public budget spending on education (一般公共预算教育支出)
	SpendingBefore           quantity.Money      `json:"spending_before,omitzero"`             // the same of the year before
	Pupils                   quantity.Count      `json:"pupils,omitzero"`                      // pupils enrolled
	PupilsBefore             quantity.Count      `json:"pupils_before,omitzero"`               // the same of the year before
	TeacherPay               quantity.Money      `json:"teacher_pay,omitzero"`                 // average annual pay of compulsory-stage teachers
	CivilServantPay          quantity.Money      `json:"civil_servant_pay,omitzero"`           // average annual pay of local civil servants
	TownPrimaryQuota         quantity.Money      `json:"town_primary_quota,omitzero"`          // base quota of public funds per pupil of town primary schools
	RuralPrimaryQuota        quantity.Money      `json:"rural_primary_quota,omitzero"`         // the same of rural primary schools
	TownJuniorQuota          quantity.Money      `json:"town_junior_quota,omitzero"`           // base quota of public funds per pupil of town junior-high schools
	RuralJuniorQuota         quantity.Money      `json:"rural_junior_quota,omitzero"`          // the same of rural junior-high schools
	OrdinaryPrimaryFunds     quantity.Money      `json:"ordinary_primary_funds,omitzero"`      // public funds per pupil of ordinary primary schools
	EthnicPrimaryFunds       quantity.Money      `json:"ethnic_primary_funds,omitzero"`        // the same of ethnic primary schools and classes
	OrdinaryJuniorFunds      quantity.Money      `json:"ordinary_junior_funds,omitzero"`       // public funds per pupil of ordinary junior-high schools
	EthnicJuniorFunds        quantity.Money      `json:"ethnic_junior_funds,omitzero"`         // the same of ethnic junior-high schools and classes
	EthnicPrimary            indicators.Answer   `json:"ethnic_primary,omitzero"`              // whether the area has ethnic primary schools or classes
	EthnicJunior             indicators.Answer   `json:"ethnic_junior,omitzero"`               // whether the area has ethnic junior-high schools or classes
	PublicFunds              quantity.Money      `json:"public_funds,omitzero"`                // appropriation of public funds per pupil, all stages
	PublicFundsBefore        quantity.Money      `json:"public_funds_before,omitzero"`         // the same of the year before
	Area                     indicators.AreaKind `json:"area,omitzero"`                        // a county, what the city runs itself, or the total of both
	TotalSpending            quantity.Money      `json:"total_spending,omitzero"`              // general public budget spending on everything (一般公共预算支出)
	TotalSpendingBefore      quantity.Money      `json:"total_spending_before,omitzero"`       // the same of the year before
	WeakSchoolSpending       quantity.Money      `json:"weak_school_spending,omitzero"`        // spending on rural and weak schools
	WeakSchoolSpendingBefore quantity.Money      `json:"weak_school_spending_before,omitzero"` // the same of the year before
	EthnicSpending           quantity.Money      `json:"ethnic_spending,omitzero"`             // spending on ethnic education
	EthnicSpendingBefore     quantity.Money      `json:"ethnic_spending_before,omitzero"`      // the same of the year before
	SpecialSpending          quantity.Money      `json:"special_spending,omitzero"`            // public spending on special education
	SpecialSpendingBefore    quantity.Money      `json:"special_spending_before,omitzero"`     // the same of the year before
	PreschoolFundsDue        quantity.Money      `json:"preschool_funds_due,omitzero"`         // per-pupil public funds of public kindergartens that are due this year, in yuan
	PreschoolFundsPaid       quantity.Money      `json:"preschool_funds_paid,omitzero"`        // of these, those paid, in yuan
	InclusiveSubsidyDue      quantity.Money      `json:"inclusive_subsidy_due,omitzero"`       // subsidies of inclusive private kindergartens that are due this year, in yuan
	InclusiveSubsidyPaid     quantity.Money      `json:"inclusive_subsidy_paid,omitzero"`      // of these, those paid, in yuan
	VocationalFundsDue       quantity.Money      `json:"vocational_funds_due,omitzero"`        // per-pupil appropriations to secondary vocational schools that are due this year, in yuan
	VocationalFundsPaid      quantity.Money      `json:"vocational_funds_paid,omitzero"`       // of these, those paid, in yuan
	SeniorFundsDue           quantity.Money      `json:"senior_funds_due,omitzero"`            // per-pupil public funds of general senior schools that are due this year, in yuan
	SeniorFundsPaid          quantity.Money      `json:"senior_funds_paid,omitzero"`           // of these, those paid, in yuan
	BusSubsidyDue            quantity.Money      `json:"bus_subsidy_due,omitzero"`             // subsidies for school buses of compulsory schools that are due this year, in yuan
	BusSubsidyPaid           quantity.Money      `json:"bus_subsidy_paid,omitzero"`            // of these, those paid, in yuan
}

var subject = indicators.NewSubject[Record]("county-year", bilingual.Text{ZH: "县（市、区）年度数据", EN: "county-years"}, quantity.County)

// The fields, each described once.
var (
	Year = indicators.NewNumber(subject, "year", bilingual.Text{ZH: "年度", EN: "year"}, quantity.CalendarYear,
		func(r *Record) *quantity.Count { return &r.Year })
	Spending = indicators.NewNumber(subject, "spending", bilingual.Text{ZH: "一般公共预算教育支出", EN: "general public budget spending on education"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.Spending })
	SpendingBefore = indicators.NewNumber(subject, "spending_before", bilingual.Text{ZH: "上年一般公共预算教育支出", EN: "general public budget spending on education of the year before"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.SpendingBefore })
	Pupils = indicators.NewNumber(subject, "pupils", bilingual.Text{ZH: "在校学生数", EN: "pupils enrolled"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.Pupils })
	PupilsBefore = indicators.NewNumber(subject, "pupils_before", bilingual.Text{ZH: "上年在校学生数", EN: "pupils enrolled of the year before"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.PupilsBefore })
	TeacherPay = indicators.NewNumber(subject, "teacher_pay", bilingual.Text{ZH: "义务教育教师平均工资", EN: "average pay of compulsory-stage teachers"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.TeacherPay })
	CivilServantPay = indicators.NewNumber(subject, "civil_servant_pay", bilingual.Text{ZH: "当地公务员平均工资", EN: "average pay of local civil servants"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.CivilServantPay })
	TownPrimaryQuota = indicators.NewNumber(subject, "town_primary_quota", bilingual.Text{ZH: "城镇小学公用经费基准定额", EN: "base quota of town primary schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.TownPrimaryQuota })
	RuralPrimaryQuota = indicators.NewNumber(subject, "rural_primary_quota", bilingual.Text{ZH: "农村小学公用经费基准定额", EN: "base quota of rural primary schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.RuralPrimaryQuota })
	TownJuniorQuota = indicators.NewNumber(subject, "town_junior_quota", bilingual.Text{ZH: "城镇初中公用经费基准定额", EN: "base quota of town junior-high schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.TownJuniorQuota })
	RuralJuniorQuota = indicators.NewNumber(subject, "rural_junior_quota", bilingual.Text{ZH: "农村初中公用经费基准定额", EN: "base quota of rural junior-high schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.RuralJuniorQuota })
	OrdinaryPrimaryFunds = indicators.NewNumber(subject, "ordinary_primary_funds", bilingual.Text{ZH: "普通小学生均公用经费", EN: "public funds per pupil of ordinary primary schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.OrdinaryPrimaryFunds })
	EthnicPrimaryFunds = indicators.NewNumber(subject, "ethnic_primary_funds", bilingual.Text{ZH: "民族小学生均公用经费", EN: "public funds per pupil of ethnic primary schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.EthnicPrimaryFunds })
	OrdinaryJuniorFunds = indicators.NewNumber(subject, "ordinary_junior_funds", bilingual.Text{ZH: "普通初中生均公用经费", EN: "public funds per pupil of ordinary junior-high schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.OrdinaryJuniorFunds })
	EthnicJuniorFunds = indicators.NewNumber(subject, "ethnic_junior_funds", bilingual.Text{ZH: "民族初中生均公用经费", EN: "public funds per pupil of ethnic junior-high schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.EthnicJuniorFunds })
	EthnicPrimary = indicators.NewCategory(subject, "ethnic_primary", bilingual.Text{ZH: "有民族小学（班）", EN: "ethnic primary schools or classes"},
		func(r *Record) *indicators.Answer { return &r.EthnicPrimary })
	EthnicJunior = indicators.NewCategory(subject, "ethnic_junior", bilingual.Text{ZH: "有民族初中（班）", EN: "ethnic junior-high schools or classes"},
		func(r *Record) *indicators.Answer { return &r.EthnicJunior })
	PublicFunds = indicators.NewNumber(subject, "public_funds", bilingual.Text{ZH: "生均公用经费拨款", EN: "appropriation of public funds per pupil"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.PublicFunds })
	PublicFundsBefore = indicators.NewNumber(subject, "public_funds_before", bilingual.Text{ZH: "上年生均公用经费拨款", EN: "appropriation of public funds per pupil of the year before"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.PublicFundsBefore })
	Area = indicators.NewCategory(subject, "area", bilingual.Text{ZH: "区划级别", EN: "kind of area"},
		func(r *Record) *indicators.AreaKind { return &r.Area }).
		Totals(indicators.WholeCity, indicators.CountyArea, indicators.CityItself)
	TotalSpending = indicators.NewNumber(subject, "total_spending", bilingual.Text{ZH: "一般公共预算支出", EN: "general public budget spending"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.TotalSpending })
	TotalSpendingBefore = indicators.NewNumber(subject, "total_spending_before", bilingual.Text{ZH: "上年一般公共预算支出", EN: "general public budget spending of the year before"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.TotalSpendingBefore })
	WeakSchoolSpending = indicators.NewNumber(subject, "weak_school_spending", bilingual.Text{ZH: "农村和薄弱学校投入", EN: "spending on rural and weak schools"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.WeakSchoolSpending })
	WeakSchoolSpendingBefore = indicators.NewNumber(subject, "weak_school_spending_before", bilingual.Text{ZH: "上年农村和薄弱学校投入", EN: "spending on rural and weak schools of the year before"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.WeakSchoolSpendingBefore })
	EthnicSpending = indicators.NewNumber(subject, "ethnic_spending", bilingual.Text{ZH: "民族教育投入", EN: "spending on ethnic education"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.EthnicSpending })
	EthnicSpendingBefore = indicators.NewNumber(subject, "ethnic_spending_before", bilingual.Text{ZH: "上年民族教育投入", EN: "spending on ethnic education of the year before"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.EthnicSpendingBefore })
	SpecialSpending = indicators.NewNumber(subject, "special_spending", bilingual.Text{ZH: "特殊教育财政投入", EN: "public spending on special education"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.SpecialSpending })
	SpecialSpendingBefore = indicators.NewNumber(subject, "special_spending_before", bilingual.Text{ZH: "上年特殊教育财政投入", EN: "public spending on special education of the year before"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.SpecialSpendingBefore })
	PreschoolFundsDue = indicators.NewNumber(subject, "preschool_funds_due", bilingual.Text{ZH: "应付公办园生均公用经费", EN: "funds of public kindergartens due"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.PreschoolFundsDue })
	PreschoolFundsPaid = indicators.NewNumber(subject, "preschool_funds_paid", bilingual.Text{ZH: "实付公办园生均公用经费", EN: "funds of public kindergartens paid"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.PreschoolFundsPaid })
	InclusiveSubsidyDue = indicators.NewNumber(subject, "inclusive_subsidy_due", bilingual.Text{ZH: "应付普惠性民办园补助", EN: "subsidies of inclusive private kindergartens due"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.InclusiveSubsidyDue })
	InclusiveSubsidyPaid = indicators.NewNumber(subject, "inclusive_subsidy_paid", bilingual.Text{ZH: "实付普惠性民办园补助", EN: "subsidies of inclusive private kindergartens paid"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.InclusiveSubsidyPaid })
	VocationalFundsDue = indicators.NewNumber(subject, "vocational_funds_due", bilingual.Text{ZH: "应付中职生均拨款", EN: "appropriations to vocational schools due"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.VocationalFundsDue })
	VocationalFundsPaid = indicators.NewNumber(subject, "vocational_funds_paid", bilingual.Text{ZH: "实付中职生均拨款", EN: "appropriations to vocational schools paid"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.VocationalFundsPaid })
	SeniorFundsDue = indicators.NewNumber(subject, "senior_funds_due", bilingual.Text{ZH: "应付普通高中生均公用经费补助", EN: "funds of general senior schools due"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.SeniorFundsDue })
	SeniorFundsPaid = indicators.NewNumber(subject, "senior_funds_paid", bilingual.Text{ZH: "实付普通高中生均公用经费补助", EN: "funds of general senior schools paid"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.SeniorFundsPaid })
	BusSubsidyDue = indicators.NewNumber(subject, "bus_subsidy_due", bilingual.Text{ZH: "应付义务教育校车奖补", EN: "school bus subsidies due"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.BusSubsidyDue })
	BusSubsidyPaid = indicators.NewNumber(subject, "bus_subsidy_paid", bilingual.Text{ZH: "实付义务教育校车奖补", EN: "school bus subsidies paid"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.BusSubsidyPaid })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
