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
	Year              quantity.Count // the calendar year
	Spending          quantity.Money // general public budget spending on education (一般公共预算教育支出)
	SpendingBefore    quantity.Money // the same of the year before
	Pupils            quantity.Count // pupils enrolled
	PupilsBefore      quantity.Count // the same of the year before
	TeacherPay        quantity.Money // average annual pay of compulsory-stage teachers
	CivilServantPay   quantity.Money // average annual pay of local civil servants
	TownQuota         quantity.Money // base quota of public funds per pupil of town compulsory schools
	RuralQuota        quantity.Money // the same of rural schools
	OrdinaryFunds     quantity.Money // public funds per pupil of ordinary compulsory schools
	EthnicFunds       quantity.Money // public funds per pupil of ethnic compulsory schools
	PublicFunds       quantity.Money // appropriation of public funds per pupil, all stages
	PublicFundsBefore quantity.Money // the same of the year before
}

// The fields, each described once.
var (
	Year = indicators.NewNumber("year", bilingual.Text{ZH: "年度", EN: "year"}, quantity.CalendarYear,
		func(r *Record) *quantity.Count { return &r.Year })
	Spending = indicators.NewNumber("spending", bilingual.Text{ZH: "一般公共预算教育支出", EN: "general public budget spending on education"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.Spending })
	SpendingBefore = indicators.NewNumber("spending_before", bilingual.Text{ZH: "上年一般公共预算教育支出", EN: "general public budget spending on education of the year before"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.SpendingBefore })
	Pupils = indicators.NewNumber("pupils", bilingual.Text{ZH: "在校学生数", EN: "pupils enrolled"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.Pupils })
	PupilsBefore = indicators.NewNumber("pupils_before", bilingual.Text{ZH: "上年在校学生数", EN: "pupils enrolled of the year before"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.PupilsBefore })
	TeacherPay = indicators.NewNumber("teacher_pay", bilingual.Text{ZH: "义务教育教师平均工资", EN: "average pay of compulsory-stage teachers"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.TeacherPay })
	CivilServantPay = indicators.NewNumber("civil_servant_pay", bilingual.Text{ZH: "当地公务员平均工资", EN: "average pay of local civil servants"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.CivilServantPay })
	TownQuota = indicators.NewNumber("town_quota", bilingual.Text{ZH: "城镇义务教育公用经费基准定额", EN: "base quota of town schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.TownQuota })
	RuralQuota = indicators.NewNumber("rural_quota", bilingual.Text{ZH: "农村义务教育公用经费基准定额", EN: "base quota of rural schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.RuralQuota })
	OrdinaryFunds = indicators.NewNumber("ordinary_funds", bilingual.Text{ZH: "普通学校生均公用经费", EN: "public funds per pupil of ordinary schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.OrdinaryFunds })
	EthnicFunds = indicators.NewNumber("ethnic_funds", bilingual.Text{ZH: "民族学校生均公用经费", EN: "public funds per pupil of ethnic schools"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.EthnicFunds })
	PublicFunds = indicators.NewNumber("public_funds", bilingual.Text{ZH: "生均公用经费拨款", EN: "appropriation of public funds per pupil"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.PublicFunds })
	PublicFundsBefore = indicators.NewNumber("public_funds_before", bilingual.Text{ZH: "上年生均公用经费拨款", EN: "appropriation of public funds per pupil of the year before"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.PublicFundsBefore })
)

var subject = indicators.NewSubject(indicators.Description[Record]{
	Key: "county-year", Label: bilingual.Text{ZH: "县（市、区）年度数据", EN: "county-years"}, Unit: quantity.County,
	Fields: []*indicators.Field[Record]{
		Year.Field, Spending.Field, SpendingBefore.Field, Pupils.Field, PupilsBefore.Field,
		TeacherPay.Field, CivilServantPay.Field, TownQuota.Field, RuralQuota.Field, OrdinaryFunds.Field,
		EthnicFunds.Field, PublicFunds.Field, PublicFundsBefore.Field,
	},
	Row:  func(r *Record) *indicators.Row { return &r.Row },
	Pack: pack,
})

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }

// pack hands over the fields in the order of the description.
func pack(r *Record, p *indicators.Packer) uint64 {
	p.Start(&r.Row)
	return p.Number(0, r.Year.Code()) +
		p.Number(1, r.Spending.Code()) +
		p.Number(2, r.SpendingBefore.Code()) +
		p.Number(3, r.Pupils.Code()) +
		p.Number(4, r.PupilsBefore.Code()) +
		p.Number(5, r.TeacherPay.Code()) +
		p.Number(6, r.CivilServantPay.Code()) +
		p.Number(7, r.TownQuota.Code()) +
		p.Number(8, r.RuralQuota.Code()) +
		p.Number(9, r.OrdinaryFunds.Code()) +
		p.Number(10, r.EthnicFunds.Code()) +
		p.Number(11, r.PublicFunds.Code()) +
		p.Number(12, r.PublicFundsBefore.Code())
}
