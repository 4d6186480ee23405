package registers

import (
	"database/sql"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/programme"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/student"
	"github.com/eduplan/tonghua/indicators/transition"
)

// Programme is a vocational programme with its training plan (专业设置表).
type Programme struct {
	County          string            // 区县代码, or that of the city itself
	Code            string            // 专业代码
	Level           string            // 办学层次: 中职, 高职
	Site            string            // 是否产教融合示范专业点
	Demonstration   string            // 是否示范专业、精品专业
	Practice        sql.Null[float64] // 实践教学学时（含实习）
	Total           sql.Null[float64] // 总学时（含实习）
	SchoolPractice  sql.Null[float64] // 校内实践学时
	SchoolTotal     sql.Null[float64] // 校内总学时
	PracticeBefore  sql.Null[float64] // 上年方案实践学时
	TotalBefore     sql.Null[float64] // 上年方案总学时
	PlacementMonths sql.Null[float64] // 岗位实习月数
	OnePlusX        string            // 是否申报1+X试点
	ThroughTraining string            // 是否学制贯通试点
}

// Map fills the library's record.
func (s *Programme) Map(p *programme.Record) {
	p.Level = indicators.ParseStage(s.Level)
	p.DemonstrationSite = answers.Parse(s.Site)
	p.Demonstration = answers.Parse(s.Demonstration)
	p.PracticeHours = quantity.HoursOf(s.Practice.V).If(s.Practice.Valid)
	p.TotalHours = quantity.HoursOf(s.Total.V).If(s.Total.Valid)
	p.SchoolPracticeHours = quantity.HoursOf(s.SchoolPractice.V).If(s.SchoolPractice.Valid)
	p.SchoolHours = quantity.HoursOf(s.SchoolTotal.V).If(s.SchoolTotal.Valid)
	p.PracticeHoursBefore = quantity.HoursOf(s.PracticeBefore.V).If(s.PracticeBefore.Valid)
	p.TotalHoursBefore = quantity.HoursOf(s.TotalBefore.V).If(s.TotalBefore.Valid)
	p.PlacementMonths = quantity.MonthsOf(s.PlacementMonths.V).If(s.PlacementMonths.Valid)
	p.OnePlusX = answers.Parse(s.OnePlusX)
	p.ThroughTraining = answers.Parse(s.ThroughTraining)
}

func makeProgrammes(c Config) []Programme {
	m := newMaker(c, "programmes")
	const n = 62
	level := m.texts(n, part{"中职", 44}, part{"高职", 18})
	county := m.texts(n, byPeople()...)
	site, title := m.some(n, m.toward(0, 6), nil), m.some(n, m.toward(2, 11), nil)
	half, rose := m.share(n, m.toward(640, 1100), nil), m.share(n, m.toward(300, 820), nil)
	months := m.share(n, m.toward(700, 1090), nil)
	pilot, linked := m.some(n, m.toward(3, 17), nil), m.some(n, m.toward(1, 12), nil)
	rows := make([]Programme, n)
	for i := range rows {
		placement := pick(months[i], m.between(6, 8), m.between(3, 5))
		total := 3000 + 36*m.below(10)
		practice := pick(half[i], total/2+18*m.below(12), total/2-18*m.between(1, 20))
		before := practice - pick(rose[i], 18*m.between(1, 6), 0)
		outside := 100 * placement // hours of the placement
		rows[i] = Programme{County: pick(level[i] == "高职", CityCode, county[i]), Code: fmt.Sprintf("7%05d", 101+i*7),
			Level: m.text(level[i]), Site: m.yes(site[i]), Demonstration: m.yes(title[i]),
			Practice: m.amount(100 * practice), Total: m.amount(100 * total),
			SchoolPractice: m.amount(100 * max(0, practice-outside)), SchoolTotal: m.amount(100 * (total - outside)),
			PracticeBefore: m.amount(100 * before), TotalBefore: m.amount(100 * total),
			PlacementMonths: m.amount(100 * placement), OnePlusX: m.yes(pilot[i]), ThroughTraining: m.yes(linked[i])}
	}
	return rows
}

// Student is a row of the table of vocational students (职业院校学生表).
type Student struct {
	County          string            // 区县代码, or that of the city itself
	No              string            // 学号
	Level           string            // 办学层次: 中职, 高职
	Year            sql.Null[int]     // 年级: 1, 2, 3
	Space           string            // 是否开通实名空间
	PlacementMonths sql.Null[float64] // 已实习月数
	Certificates    sql.Null[int]     // 职业技能等级证书（个）
}

// Map fills the library's record. Both levels take three years.
func (s *Student) Map(r *student.Record) {
	r.Level = indicators.ParseStage(s.Level)
	if s.Year.Valid {
		r.FinalYear = indicators.AnswerOf(s.Year.V == 3)
		if s.Year.V < 1 || s.Year.V > 3 {
			r.FinalYear = indicators.InvalidWord
		}
	}
	r.RealNameSpace = answers.Parse(s.Space)
	r.PlacementMonths = quantity.MonthsOf(s.PlacementMonths.V).If(s.PlacementMonths.Valid)
	r.Certificates = quantity.N(s.Certificates.V).If(s.Certificates.Valid)
}

// studentsOf returns the vocational students of each area in a year, and how many of
// them have a real-name space: those of the six counties at secondary schools, and
// last those of the city's colleges.
func studentsOf(year int) (students, spaces []int) {
	weights := make([]int, len(areas))
	for i, a := range areas {
		weights[i] = a.weight
	}
	students = append(apportion(5600, weights), 4100)
	spaces = make([]int, len(students))
	for i, n := range students {
		spaces[i] = n * (300 + 130*(year-FirstYear)) / 1000
	}
	return students, spaces
}

func makeStudents(c Config) []Student {
	m := newMaker(c, "students")
	var rows []Student
	students, spaces := studentsOf(m.Year)
	for k, n := range students {
		county, level := CityCode, "高职"
		if k < len(areas) {
			county, level = areas[k].code, "中职"
		}
		space, several := m.some(n, spaces[k], nil), m.share(n, m.toward(20, 190), nil)
		for i := range n {
			year := 1 + i%3
			rows = append(rows, Student{County: county, No: fmt.Sprintf("ZX%06d", len(rows)+1), Level: m.text(level),
				Year: m.count(year), Space: m.yes(space[i]),
				PlacementMonths: m.amount(pick(year == 3, 50*m.between(4, 14), 0)), Certificates: m.count(pick(several[i], 2, m.below(2)))})
		}
	}
	return rows
}

// Transition is the intake of senior schools and the graduates of vocational schools
// of a county in a year (升学情况统计表).
type Transition struct {
	County           string        // 区县代码
	Year             sql.Null[int] // 年度
	General          sql.Null[int] // 普通高中招生
	Vocational       sql.Null[int] // 中职招生
	Graduates        sql.Null[int] // 中职毕业生
	ToColleges       sql.Null[int] // 升入高职专科、本科的毕业生
	ToCollegesBefore sql.Null[int] // 上年升入人数
	ToCollegesStart  sql.Null[int] // 规划期前一年升入人数
}

// Map fills the library's record.
func (s *Transition) Map(t *transition.Record) {
	t.Area = indicators.CountyArea
	t.Year = quantity.N(s.Year.V).If(s.Year.Valid)
	t.GeneralIntake = quantity.N(s.General.V).If(s.General.Valid)
	t.VocationalIntake = quantity.N(s.Vocational.V).If(s.Vocational.Valid)
	t.VocationalGraduates = quantity.N(s.Graduates.V).If(s.Graduates.Valid)
	t.GraduatesToColleges = quantity.N(s.ToColleges.V).If(s.ToColleges.Valid)
	t.GraduatesToCollegesBefore = quantity.N(s.ToCollegesBefore.V).If(s.ToCollegesBefore.Valid)
	t.GraduatesToCollegesAtStart = quantity.N(s.ToCollegesStart.V).If(s.ToCollegesStart.Valid)
}

// graduates of secondary vocational schools from 2015 on; those of 2016 to 2020 are the
// plan's 9,224.
var graduates = []int{1771, 1790, 1812, 1841, 1872, 1909, 1934, 1968, 1990, 2013, 2041}

// makeTransitions makes a row for each county and year from 2016 on.
func makeTransitions(c Config) []Transition {
	m := newMaker(c, "transitions")
	weights := make([]int, len(areas))
	for i, a := range areas {
		weights[i] = a.weight
	}
	start := apportion(graduates[FirstYear-2015], weights)
	var rows []Transition
	for year := 2016; year <= m.Year; year++ {
		k := year - 2015
		leavers, before := apportion(graduates[k], weights), apportion(graduates[k-1], weights)
		for i, a := range areas {
			all := 100 * a.senior * 95 / 100 / 3
			vocational := all * (360 + 6*k) / 1000
			rows = append(rows, Transition{a.code, m.count(year), m.count(all - vocational), m.count(vocational), m.count(leavers[i]),
				m.count(leavers[i] * (280 + 35*k) / 1000), m.count(before[i] * (245 + 35*k) / 1000),
				m.count(start[i] * (280 + 35*(FirstYear-2015)) / 1000)})
		}
	}
	return rows
}
