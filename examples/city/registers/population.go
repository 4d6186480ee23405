package registers

import (
	"database/sql"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Enrolment is the enrolment of a level in a county (入学情况统计表). It is of all
// who live there, and so is larger than the pupil table.
type Enrolment struct {
	County      string        // 区县代码
	Level       string        // 学段: 学前教育, 小学, 初中, 高中阶段
	Enrolled    sql.Null[int] // 在校（园）人数
	OfAge       sql.Null[int] // 其中适龄
	OfficialAge sql.Null[int] // 适龄人口
}

// Map fills the library's record.
func (s *Enrolment) Map(e *enrolment.Record) {
	e.Area = indicators.CountyArea
	e.Level = indicators.ParseStage(s.Level)
	e.Enrolled = quantity.N(s.Enrolled.V).If(s.Enrolled.Valid)
	e.EnrolledOfAge = quantity.N(s.OfAge.V).If(s.OfAge.Valid)
	e.OfficialAge = quantity.N(s.OfficialAge.V).If(s.OfficialAge.Valid)
}

var levels = []string{"学前教育", "小学", "初中", "高中阶段"}

// enrolled returns the pupils of a level in an area, of any age for the gross ratios
// and of official age for the net ones, and the population of that age. Populations
// are hundreds, so that the ratios of 2020 come out as the plan prints them.
func (m *maker) enrolled(a area, level string) (pupils, population int) {
	switch level {
	case "学前教育":
		population = 100 * m.toward(a.preschool, a.preschool*72/100)
		return population*m.toward(900, 950)/1000 + 10*a.lean, population
	case "小学":
		return 100*a.primary*m.toward(990, 995)/1000 + 2*a.lean, 100 * a.primary
	case "初中":
		return 100*a.junior*m.toward(990, 996)/1000 + 2*a.lean, 100 * a.junior
	}
	return 100*a.senior*m.toward(950, 956)/1000 + 10*a.lean, 100 * a.senior
}

func makeEnrolments(c Config) []Enrolment {
	m := newMaker(c, "enrolments")
	var rows []Enrolment
	for _, a := range areas {
		for _, level := range levels {
			pupils, population := m.enrolled(a, level)
			ofAge := pupils * 97 / 100 // the others are older or younger
			if level == "小学" || level == "初中" {
				pupils, ofAge = pupils*102/100, pupils
			}
			rows = append(rows, Enrolment{a.code, m.text(level), m.count(pupils), m.count(ofAge), m.count(population)})
		}
	}
	return rows
}

// Attainment is an attainment table of a county (人口受教育程度表).
type Attainment struct {
	County   string        // 区县代码
	AgeFrom  sql.Null[int] // 年龄下限
	AgeTo    *int          // 年龄上限, NULL for 以上
	None     sql.Null[int] // 未上过学
	Kinder   sql.Null[int] // 学前教育
	Primary  sql.Null[int] // 小学
	Junior   sql.Null[int] // 初中
	Senior   sql.Null[int] // 高中（含中专）
	College  sql.Null[int] // 大学专科
	Bachelor sql.Null[int] // 大学本科及以上
}

// Map fills the library's record. An unknown upper age says that the band has none.
func (s *Attainment) Map(a *attainment.Record) {
	a.Area = indicators.CountyArea
	a.AgeFrom = quantity.N(s.AgeFrom.V).If(s.AgeFrom.Valid)
	if s.AgeTo != nil {
		a.AgeTo = quantity.N(*s.AgeTo)
	}
	a.NoSchooling = quantity.N(s.None.V).If(s.None.Valid)
	a.Preschool = quantity.N(s.Kinder.V).If(s.Kinder.Valid)
	a.Primary = quantity.N(s.Primary.V).If(s.Primary.Valid)
	a.JuniorHigh = quantity.N(s.Junior.V).If(s.Junior.Valid)
	a.SeniorHigh = quantity.N(s.Senior.V).If(s.Senior.Valid)
	a.College = quantity.N(s.College.V).If(s.College.Valid)
	a.BachelorUp = quantity.N(s.Bachelor.V).If(s.Bachelor.Valid)
}

// census is the table of the 2020 census, persons aged 3 and over of each area by
// attainment, in the order of areas. The source stands in ../attainment.csv.
var census = [][7]int{
	{2279, 1254, 50192, 109888, 94082, 37356, 44694},
	{1767, 239, 16625, 33671, 23864, 7340, 5853},
	{4772, 667, 52967, 69988, 21995, 9020, 8528},
	{5370, 1027, 69758, 99575, 31743, 11830, 9981},
	{3845, 1352, 89634, 115666, 31504, 12654, 8310},
	{2873, 626, 43923, 68103, 26997, 11044, 9249},
}

// makeAttainments makes two tables a county: the census, which is real, and a survey
// of the working age, 16 to 59, which is not. Of the latter the plan has a target.
func makeAttainments(c Config) []Attainment {
	m := newMaker(c, "attainments")
	var rows []Attainment
	row := func(a area, from int, to *int, n [7]int) {
		rows = append(rows, Attainment{a.code, m.count(from), to,
			m.count(n[0]), m.count(n[1]), m.count(n[2]), m.count(n[3]), m.count(n[4]), m.count(n[5]), m.count(n[6])})
	}
	for i, a := range areas {
		row(a, 3, nil, census[i])
		row(a, 16, m.pointer(59), m.workingAge(census[i]))
	}
	return rows
}

// workingAge keeps nearly all who went beyond junior high and few of the others, as
// the young and the old are left out; each year more have gone further.
func (m *maker) workingAge(all [7]int) [7]int {
	var of [7]int
	for i, perMille := range [7]int{120, 0, m.toward(430, 330), m.toward(760, 700), m.toward(820, 850), m.toward(900, 960), m.toward(900, 990)} {
		of[i] = all[i] * perMille / 1000
	}
	return of
}
