package registers

import (
	"database/sql"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/grade"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Class is a row of the class table (班级表).
type Class struct {
	County       string        // 区县代码
	School       string        // 学校标识码
	No           string        // 班号
	Stage        string        // 学段
	Grade        *int          // 年级: 1 to 12
	Pupils       sql.Null[int] // 班额
	EthnicSchool string        // 是否民族学校
	PELessons    sql.Null[int] // 周体育课时
	PEDue        sql.Null[int] // 应开周体育课时
	Homework     sql.Null[int] // 书面作业时长（分钟）
}

// Map fills the library's record.
func (s *Class) Map(c *class.Record) {
	c.Stage = indicators.ParseStage(s.Stage)
	if s.Grade != nil {
		c.Grade = quantity.N(*s.Grade)
	}
	c.Pupils = quantity.N(s.Pupils.V).If(s.Pupils.Valid)
	c.EthnicSchool = answers.Parse(s.EthnicSchool)
	c.PELessons = quantity.N(s.PELessons.V).If(s.PELessons.Valid)
	c.PELessonsDue = quantity.N(s.PEDue.V).If(s.PEDue.Valid)
	c.HomeworkMinutes = quantity.N(s.Homework.V).If(s.Homework.Valid)
}

func makeClasses(c Config, groups []group) []Class {
	m := newMaker(c, "classes")
	rows := make([]Class, 0, len(groups))
	inFull := m.share(len(groups), m.toward(921, 1050), nil)
	light := m.share(len(groups), m.toward(720, 985), nil)
	for i, g := range groups {
		lessons := pick(g.grade <= 2, 4, pick(g.grade <= 9, 3, 2))
		rows = append(rows, Class{County: g.site.county, School: g.site.code, No: fmt.Sprintf("%02d%02d", g.grade, g.stream),
			Stage: m.text(stageOf(g.grade)), Grade: m.pointer(g.grade), Pupils: m.count(g.pupils), EthnicSchool: m.yes(g.site.ethnic),
			PELessons: m.count(pick(inFull[i], lessons, lessons-1)), PEDue: m.count(lessons), Homework: m.count(m.homework(g.grade, light[i]))})
	}
	return rows
}

// homework is minutes of written homework within the national limits, or over them.
func (m *maker) homework(grade int, light bool) int {
	limit := 90
	switch {
	case grade <= 2:
		limit = 0
	case grade <= 6:
		limit = 60
	case grade > 9:
		limit = 120 // no rule of the plan's
	}
	if light {
		return limit - 5*m.below(limit/10+1)
	}
	return limit + 5*m.between(1, 6)
}

// Grade is a row of the table of grades of each school (年级表).
type Grade struct {
	County        string            // 区县代码
	School        string            // 学校标识码
	Stage         string            // 学段
	Number        sql.Null[int]     // 年级: 1 to 12
	Locality      string            // 城乡分类: 主城区, 镇中心区, 村庄
	Combined      string            // 是否与低年级复式教学
	Multimedia    sql.Null[int]     // 交互式多媒体设备（套）
	Labour        sql.Null[float64] // 劳动教育课时（年）
	Practice      sql.Null[float64] // 综合实践活动课时（含劳动）
	Both          sql.Null[float64] // 劳动与综合实践合计
	OtherPractice sql.Null[float64] // 综合实践活动课时（不含劳动）
}

// Map fills the library's record.
func (s *Grade) Map(g *grade.Record) {
	g.Stage = indicators.ParseStage(s.Stage)
	g.Number = quantity.N(s.Number.V).If(s.Number.Valid)
	g.Locality = localities.Parse(s.Locality)
	g.CombinedWithLower = answers.Parse(s.Combined)
	g.MultimediaSets = quantity.N(s.Multimedia.V).If(s.Multimedia.Valid)
	g.LabourHours = quantity.HoursOf(s.Labour.V).If(s.Labour.Valid)
	g.PracticeHours = quantity.HoursOf(s.Practice.V).If(s.Practice.Valid)
	g.BothCoursesHours = quantity.HoursOf(s.Both.V).If(s.Both.Valid)
	g.OtherPracticeHours = quantity.HoursOf(s.OtherPractice.V).If(s.OtherPractice.Valid)
}

func makeGrades(c Config, groups []group) []Grade {
	m := newMaker(c, "grades")
	var grades []group
	for _, g := range groups {
		if g.stream == 1 {
			grades = append(grades, g)
		}
	}
	n := len(grades)
	equipped, half := m.share(n, m.toward(812, 1060), nil), m.share(n, m.toward(610, 962), nil)
	combined := m.share(n, 300, func(i int) bool { return grades[i].site.kind == "218" && grades[i].grade > 1 })
	rows := make([]Grade, 0, n)
	for i, g := range grades {
		other := m.between(30, 35) // hours of the year without labour
		labour := pick(half[i], m.between(other, other+6), m.between(18, 29))
		rows = append(rows, Grade{County: g.site.county, School: g.site.code,
			Stage: m.text(stageOf(g.grade)), Number: m.count(g.grade), Locality: m.text(g.site.locality), Combined: m.yes(combined[i]),
			Multimedia: m.count(pick(equipped[i], m.between(1, 3), 0)), Labour: m.amount(100 * labour),
			Practice: m.amount(100 * (labour + other)), Both: m.amount(100 * (labour + other)), OtherPractice: m.amount(100 * other)})
	}
	return rows
}
