package registers

import (
	"database/sql"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/account"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/reporting"
	"github.com/eduplan/tonghua/indicators/researcher"
)

// Researcher is a teaching researcher (教研员).
type Researcher struct {
	County string // 区县代码, or that of the city itself
	No     string // 编号
	Space  string // 是否开通实名空间
}

// Map fills the library's record.
func (s *Researcher) Map(r *researcher.Record) { r.RealNameSpace = answers.Parse(s.Space) }

const researcherNumber = 232

func makeResearchers(c Config) []Researcher {
	m := newMaker(c, "researchers")
	county := m.texts(researcherNumber, append(byPeople(), part{CityCode, 160})...)
	space := m.share(researcherNumber, m.toward(888, 1040), nil)
	rows := make([]Researcher, researcherNumber)
	for i := range rows {
		rows[i] = Researcher{county[i], fmt.Sprintf("JY%03d", i+1), m.yes(space[i])}
	}
	return rows
}

// Account is a network learning space of the platform (网络学习空间).
type Account struct {
	County     string        // 区县代码
	No         string        // 空间号
	Holder     string        // 用户类别: 教师, 中小学生, 教研员, 中职学生
	Certified  string        // 是否实名认证
	Uses       sql.Null[int] // 本学期使用次数
	UsesBefore sql.Null[int] // 上学期使用次数
}

// Map fills the library's record.
func (s *Account) Map(a *account.Record) {
	a.Holder = indicators.ParseAccountHolder(s.Holder)
	a.Certified = answers.Parse(s.Certified)
	a.Uses = quantity.N(s.Uses.V).If(s.Uses.Valid)
	a.UsesBefore = quantity.N(s.UsesBefore.V).If(s.UsesBefore.Valid)
}

// teacherNumber is the plan's number of teachers.
const teacherNumber = 14924

// makeAccounts makes a space for each teacher and pupil, certified as far as the plan
// says, and for each researcher; and those of vocational students.
func makeAccounts(c Config) []Account {
	m := newMaker(c, "accounts")
	students, spaces := studentsOf(m.Year)
	vocational, open := 0, 0
	for i := range areas {
		vocational, open = vocational+students[i], open+spaces[i]
	}
	var rows []Account
	for _, h := range []struct {
		holder            string
		number, certified int
	}{
		{"教师", teacherNumber, teacherNumber}, {"中小学生", pupilNumber, m.certified()},
		{"教研员", researcherNumber, min(researcherNumber, researcherNumber*m.toward(888, 1040)/1000)}, {"中职学生", vocational, open},
	} {
		county, certified := m.texts(h.number, byPeople()...), m.some(h.number, h.certified, nil)
		for i := range h.number {
			before := m.between(0, 60)
			rows = append(rows, Account{county[i], fmt.Sprintf("KJ%06d", len(rows)+1), m.text(h.holder), m.yes(certified[i]),
				m.count(before + m.between(-min(before, 3), 6)), m.count(before)})
		}
	}
	return rows
}

// ReportingUnit is a school, county or the city that reports each quarter (季度报送).
type ReportingUnit struct {
	County   string        // 区划代码
	Code     string        // 单位代码
	Tier     string        // 级别: 校级, 县级, 市级
	Quarters sql.Null[int] // 近四个季度已报送
}

// Map fills the library's record.
func (s *ReportingUnit) Map(r *reporting.Record) {
	r.Tier = indicators.ParseTier(s.Tier)
	r.QuartersReported = quantity.N(s.Quarters.V).If(s.Quarters.Valid)
}

func makeReportingUnits(c Config, sites []site) []ReportingUnit {
	m := newMaker(c, "reporting units")
	units := []ReportingUnit{{County: CityCode, Code: CityCode, Tier: "市级"}}
	for _, a := range areas {
		units = append(units, ReportingUnit{County: a.code, Code: a.code, Tier: "县级"})
	}
	for _, s := range sites {
		units = append(units, ReportingUnit{County: s.county, Code: s.code, Tier: "校级"})
	}
	late := m.share(len(units), m.toward(240, 15), func(i int) bool { return units[i].Tier == "校级" })
	for i := range units {
		units[i].Tier, units[i].Quarters = m.text(units[i].Tier), m.count(pick(late[i], m.between(0, 3), 4))
	}
	return units
}
