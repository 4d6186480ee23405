package registers

import (
	"database/sql"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Finance is what a county, or the city itself, spends and pays in a year, in yuan
// (教育经费统计表). The city's row holds what the city itself spends.
type Finance struct {
	Code                              string        // 区划代码
	Year                              sql.Null[int] // 年度
	Tier                              string        // 级别: 县级, 市本级
	Pupils                            sql.Null[int] // 在校生
	PupilsBefore                      sql.Null[int]
	Spending                          sql.Null[float64] // 一般公共预算教育支出
	SpendingBefore                    sql.Null[float64]
	Total                             sql.Null[float64] // 一般公共预算支出
	TotalBefore                       sql.Null[float64]
	Weak                              sql.Null[float64] // 农村和薄弱学校支出
	WeakBefore                        sql.Null[float64]
	Ethnic                            sql.Null[float64] // 民族教育支出
	EthnicBefore                      sql.Null[float64]
	Special                           sql.Null[float64] // 特殊教育支出
	SpecialBefore                     sql.Null[float64]
	TeacherPay                        sql.Null[float64] // 义务教育教师年均工资
	ServantPay                        sql.Null[float64] // 公务员年均工资
	TownQuota                         sql.Null[float64] // 城镇小学生均定额
	RuralQuota                        sql.Null[float64] // 农村小学生均定额
	OrdinaryFunds                     sql.Null[float64] // 普通小学生均公用经费
	EthnicFunds                       sql.Null[float64] // 民族小学生均公用经费
	EthnicPrimary, EthnicJunior       string            // 有无民族小学（班）、民族初中（班）
	TownJunior, RuralJunior           sql.Null[float64] // 城镇、农村初中生均定额
	OrdinaryJunior, EthnicJuniorFunds sql.Null[float64] // 普通、民族初中生均公用经费
	PublicFunds                       sql.Null[float64] // 各级生均公用经费拨款
	PublicFundsBefore                 sql.Null[float64]
	PreschoolDue                      sql.Null[float64] // 公办园生均公用经费：应拨
	PreschoolPaid                     sql.Null[float64] // 实拨
	InclusiveDue                      sql.Null[float64] // 普惠性民办园补助：应拨
	InclusivePaid                     sql.Null[float64] // 实拨
	VocationalDue                     sql.Null[float64] // 中职生均拨款：应拨
	VocationalPaid                    sql.Null[float64] // 实拨
	SeniorDue                         sql.Null[float64] // 普通高中生均公用经费：应拨
	SeniorPaid                        sql.Null[float64] // 实拨
	BusDue                            sql.Null[float64] // 校车奖补：应拨
	BusPaid                           sql.Null[float64] // 实拨
}

// Map fills the library's record.
func (s *Finance) Map(r *countyyear.Record) {
	yuan := func(n sql.Null[float64]) quantity.Money { return quantity.YuanOf(n.V).If(n.Valid) }
	r.Year, r.Area = quantity.N(s.Year.V).If(s.Year.Valid), indicators.ParseAreaKind(s.Tier)
	r.Pupils, r.PupilsBefore = quantity.N(s.Pupils.V).If(s.Pupils.Valid), quantity.N(s.PupilsBefore.V).If(s.PupilsBefore.Valid)
	r.Spending, r.SpendingBefore = yuan(s.Spending), yuan(s.SpendingBefore)
	r.TotalSpending, r.TotalSpendingBefore = yuan(s.Total), yuan(s.TotalBefore)
	r.WeakSchoolSpending, r.WeakSchoolSpendingBefore = yuan(s.Weak), yuan(s.WeakBefore)
	r.EthnicSpending, r.EthnicSpendingBefore = yuan(s.Ethnic), yuan(s.EthnicBefore)
	r.SpecialSpending, r.SpecialSpendingBefore = yuan(s.Special), yuan(s.SpecialBefore)
	r.PublicFunds, r.PublicFundsBefore = yuan(s.PublicFunds), yuan(s.PublicFundsBefore)
	r.TeacherPay, r.CivilServantPay = yuan(s.TeacherPay), yuan(s.ServantPay)
	r.TownPrimaryQuota, r.RuralPrimaryQuota = yuan(s.TownQuota), yuan(s.RuralQuota)
	r.TownJuniorQuota, r.RuralJuniorQuota = yuan(s.TownJunior), yuan(s.RuralJunior)
	r.OrdinaryPrimaryFunds, r.EthnicPrimaryFunds = yuan(s.OrdinaryFunds), yuan(s.EthnicFunds)
	r.OrdinaryJuniorFunds, r.EthnicJuniorFunds = yuan(s.OrdinaryJunior), yuan(s.EthnicJuniorFunds)
	r.EthnicPrimary, r.EthnicJunior = answers.Parse(s.EthnicPrimary), answers.Parse(s.EthnicJunior)
	r.PreschoolFundsDue, r.PreschoolFundsPaid = yuan(s.PreschoolDue), yuan(s.PreschoolPaid)
	r.InclusiveSubsidyDue, r.InclusiveSubsidyPaid = yuan(s.InclusiveDue), yuan(s.InclusivePaid)
	r.VocationalFundsDue, r.VocationalFundsPaid = yuan(s.VocationalDue), yuan(s.VocationalPaid)
	r.SeniorFundsDue, r.SeniorFundsPaid = yuan(s.SeniorDue), yuan(s.SeniorPaid)
	r.BusSubsidyDue, r.BusSubsidyPaid = yuan(s.BusDue), yuan(s.BusPaid)
}

// makeFinances makes a row for each county, and one for the city itself, in each year
// from 2020 on.
func makeFinances(c Config) []Finance {
	var rows []Finance
	for year := FirstYear; year <= c.Year; year++ {
		m := newMaker(Config{year, c.Unknown, c.Invalid, c.Seed}, fmt.Sprint("finances of ", year))
		for i, a := range areas {
			rows = append(rows, m.finance(a.code, "县级", i, 60*a.weight))
		}
		rows = append(rows, m.finance(CityCode, "市本级", len(areas), 4100))
	}
	return rows
}

// finance makes the row of an area with so many pupils. Each area has a year of its
// own in which it spent less than the year before, all of them in the first half of
// the plan.
func (m *maker) finance(code, tier string, i, pupils int) Finance {
	k := m.Year - FirstYear
	percent := func(yuan, percent int) sql.Null[float64] {
		return m.money(int64(yuan) * int64(percent))
	}
	grown := func(yuan, k int) sql.Null[float64] { return percent(yuan, 100+4*k) } // a year 4 % of 2020
	spent := func(yuan, k int) sql.Null[float64] {
		if k == 1+i%3 && i < 4 {
			return percent(yuan, 98+4*(k-1))
		}
		return grown(yuan, k)
	}
	due := func(yuan int) (due, paid sql.Null[float64]) {
		return grown(yuan, k), percent(yuan, pick(k > i/2, 100+4*k, 90))
	}
	f := Finance{Code: code, Year: m.count(m.Year), Tier: m.text(tier),
		Pupils: m.count(pupils - pupils*k/100), PupilsBefore: m.count(pupils - pupils*(k-1)/100)}
	f.Spending, f.SpendingBefore = spent(14_000*pupils, k), spent(14_000*pupils, k-1)
	f.Total, f.TotalBefore = grown(81_000*pupils, k), grown(81_000*pupils, k-1)
	f.Weak, f.WeakBefore = spent(2_100*pupils, k), spent(2_100*pupils, k-1)
	f.Ethnic, f.EthnicBefore = grown(310*pupils, k), grown(310*pupils, k-1)
	f.Special, f.SpecialBefore = grown(160*pupils, k), grown(160*pupils, k-1)
	f.TeacherPay, f.ServantPay = grown(81_200+700*(k-i), k), grown(81_000, k)
	f.TownQuota, f.RuralQuota = grown(720, 0), grown(pick(k >= 2 || i > 1, 720, 650), 0)
	f.OrdinaryFunds, f.EthnicFunds = grown(720, 0), grown(pick(k > i, 1440, 1080), 0)
	f.PublicFunds, f.PublicFundsBefore = grown(870, k), grown(870, k-1)
	f.PreschoolDue, f.PreschoolPaid = due(90 * pupils)
	f.InclusiveDue, f.InclusivePaid = due(35 * pupils)
	f.VocationalDue, f.VocationalPaid = due(140 * pupils)
	f.SeniorDue, f.SeniorPaid = due(150 * pupils)
	f.BusDue, f.BusPaid = due(12 * pupils)
	f.TownJunior, f.RuralJunior = grown(940, 0), grown(940, 0)
	f.OrdinaryJunior, f.EthnicJuniorFunds = grown(940, 0), grown(1880, 0)
	f.EthnicPrimary, f.EthnicJunior = m.yes(true), m.yes(false)
	return f
}
