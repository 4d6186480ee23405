package registers

import (
	"database/sql"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// County is what a county, or the city itself, has and does in a year (县区工作台账). The
// city's row holds what the city runs itself, so that sums are the whole city's.
type County struct {
	Code                         string        // 区划代码
	Year                         sql.Null[int] // 年度
	Tier                         string        // 级别: 县级, 市本级
	BalancePassed                string        // 是否通过优质均衡国家评估
	SafetyCentres                sql.Null[int] // 安全教育体验室
	SpecialSchools               sql.Null[int] // 特殊教育学校
	MasterStudios                sql.Null[int] // 名师工作室
	SkillsContests               sql.Null[int] // 近一年技能大赛
	LessonActivities             sql.Null[int] // 当年优课活动次数
	PublicPlaces                 sql.Null[int] // 公办园学位
	PublicPlacesBefore           sql.Null[int]
	InclusivePlaces              sql.Null[int] // 普惠性学位
	InclusivePlacesBefore        sql.Null[int]
	InclusiveKindergartens       sql.Null[int] // 普惠性民办园
	InclusiveKindergartensBefore sql.Null[int]
	PrimaryDifference            *int // 小学校际差异系数（千分之）
	PrimaryDifferenceBefore      *int
	JuniorDifference             *int // 初中校际差异系数（千分之）
	JuniorDifferenceBefore       *int
	BalanceReady                 string        // 优质均衡自评是否达到
	PrimaryNarrowed              string        // 据学校数据小学差异系数是否低于上年
	JuniorNarrowed               string        // 据学校数据初中差异系数是否低于上年
	ProjectsPlanned              sql.Null[int] // 规划项目
	ProjectsCompleted            sql.Null[int]
	SpecialPosts                 sql.Null[int] // 特岗、免费师范生岗位
	SpecialPostsFilled           sql.Null[int]
	ShortagePosts                sql.Null[int] // 紧缺学科岗位
	ShortagePostsFilled          sql.Null[int]
	VocationalStudents           sql.Null[int] // 职业院校学生
	VocationalStudentsBefore     sql.Null[int]
	VocationalSpaces             sql.Null[int] // 其中开通实名空间
	VocationalSpacesBefore       sql.Null[int]
}

// Map fills the library's record.
func (s *County) Map(r *county.Record) {
	number := func(n sql.Null[int]) quantity.Count { return quantity.N(n.V).If(n.Valid) }
	pointed := func(n *int) quantity.Count {
		if n == nil {
			return quantity.Count{}
		}
		return quantity.N(*n)
	}
	r.Year, r.Area = number(s.Year), indicators.ParseAreaKind(s.Tier)
	r.BalancePassed, r.LessonActivities = answers.Parse(s.BalancePassed), number(s.LessonActivities)
	r.SafetyCentres, r.SpecialSchools = number(s.SafetyCentres), number(s.SpecialSchools)
	r.MasterStudios, r.SkillsContests = number(s.MasterStudios), number(s.SkillsContests)
	r.PublicPlaces, r.PublicPlacesBefore = number(s.PublicPlaces), number(s.PublicPlacesBefore)
	r.InclusivePlaces, r.InclusivePlacesBefore = number(s.InclusivePlaces), number(s.InclusivePlacesBefore)
	r.InclusiveKindergartens = number(s.InclusiveKindergartens)
	r.InclusiveKindergartensBefore = number(s.InclusiveKindergartensBefore)
	r.PrimaryDifference, r.PrimaryDifferenceBefore = pointed(s.PrimaryDifference), pointed(s.PrimaryDifferenceBefore)
	r.JuniorDifference, r.JuniorDifferenceBefore = pointed(s.JuniorDifference), pointed(s.JuniorDifferenceBefore)
	r.BalanceReady = answers.Parse(s.BalanceReady)
	r.PrimaryNarrowed, r.JuniorNarrowed = answers.Parse(s.PrimaryNarrowed), answers.Parse(s.JuniorNarrowed)
	r.ProjectsPlanned, r.ProjectsCompleted = number(s.ProjectsPlanned), number(s.ProjectsCompleted)
	r.SpecialPostsPlanned, r.SpecialPostsFilled = number(s.SpecialPosts), number(s.SpecialPostsFilled)
	r.ShortagePostsPlanned, r.ShortagePostsFilled = number(s.ShortagePosts), number(s.ShortagePostsFilled)
	r.VocationalStudents, r.VocationalStudentsBefore = number(s.VocationalStudents), number(s.VocationalStudentsBefore)
	r.VocationalSpaces, r.VocationalSpacesBefore = number(s.VocationalSpaces), number(s.VocationalSpacesBefore)
}

// makeCounties makes a row for each county, and one for the city itself, in each year
// from 2020 on. What a row says of the year before is what that year's row says.
func makeCounties(c Config) []County {
	var rows []County
	for year := FirstYear; year <= c.Year; year++ {
		m := newMaker(Config{year, c.Unknown, c.Invalid, c.Seed}, fmt.Sprint("counties of ", year))
		b := newMaker(Config{year, c.Unknown, c.Invalid, c.Seed}, fmt.Sprint("balance of counties of ", year))
		for i := range areas {
			rows = append(rows, b.balanced(m.countyRow(i), i < b.toward(1, 3), true))
		}
		rows = append(rows, b.balanced(m.cityRow(), false, false))
	}
	return rows
}

// balanced says what a county's own evaluation of its schools found.
func (m *maker) balanced(row County, ready, narrowed bool) County {
	row.BalanceReady, row.PrimaryNarrowed, row.JuniorNarrowed = m.yes(ready), m.yes(narrowed), m.yes(narrowed)
	return row
}

func (m *maker) countyRow(i int) County {
	a := areas[i]
	k := m.Year - FirstYear
	planned := 30 + a.weight/5
	posts, short := 6+a.weight/20, 4+a.weight/30
	public := func(k int) int { return a.weight * (110 + 4*k) / 10 }
	inclusive := func(k int) int { return a.weight * (160 + 6*k) / 10 }
	private := func(k int) int { return a.weight/9 + k }
	difference := func(from, k int) *int { return m.pointer(from + 7*i - (12+i)*k) }
	students, spaces := studentsOf(m.Year)
	studentsBefore, spacesBefore := studentsOf(m.Year - 1)
	return County{Code: a.code, Year: m.count(m.Year), Tier: m.text("县级"),
		BalancePassed: m.yes(i < m.toward(0, 2)), SafetyCentres: m.count(pick(i < m.toward(2, 6), 1, 0)),
		SpecialSchools: m.count(1), MasterStudios: m.count(m.toward(0, 2+i%3)), SkillsContests: m.count(i % 2),
		LessonActivities: m.count(1), PublicPlaces: m.count(public(k)), PublicPlacesBefore: m.count(public(k - 1)),
		InclusivePlaces: m.count(inclusive(k)), InclusivePlacesBefore: m.count(inclusive(k - 1)),
		InclusiveKindergartens: m.count(private(k)), InclusiveKindergartensBefore: m.count(private(k - 1)),
		PrimaryDifference: difference(512, k), PrimaryDifferenceBefore: difference(512, k-1),
		JuniorDifference: difference(471, k), JuniorDifferenceBefore: difference(471, k-1),
		ProjectsPlanned: m.count(planned), ProjectsCompleted: m.count(planned * m.toward(0, 960) / 1000),
		SpecialPosts: m.count(posts), SpecialPostsFilled: m.count(posts - m.below(7-k)),
		ShortagePosts: m.count(short), ShortagePostsFilled: m.count(short * m.toward(700, 1000) / 1000),
		VocationalStudents: m.count(students[i]), VocationalStudentsBefore: m.count(studentsBefore[i]),
		VocationalSpaces: m.count(spaces[i]), VocationalSpacesBefore: m.count(spacesBefore[i])}
}

func (m *maker) cityRow() County {
	k := m.Year - FirstYear
	none := func() sql.Null[int] { return m.count(0) }
	students, spaces := studentsOf(m.Year)
	studentsBefore, spacesBefore := studentsOf(m.Year - 1)
	last := len(areas)
	return County{Code: CityCode, Year: m.count(m.Year), Tier: m.text("市本级"),
		BalancePassed: m.yes(false), SafetyCentres: none(), SpecialSchools: none(), MasterStudios: m.count(1 + k),
		SkillsContests: m.count(1), LessonActivities: m.count(1),
		PublicPlaces: m.count(900 + 30*k), PublicPlacesBefore: m.count(870 + 30*k),
		InclusivePlaces: m.count(900 + 30*k), InclusivePlacesBefore: m.count(870 + 30*k),
		InclusiveKindergartens: none(), InclusiveKindergartensBefore: none(),
		PrimaryDifference: m.pointer(0), PrimaryDifferenceBefore: m.pointer(0),
		JuniorDifference: m.pointer(0), JuniorDifferenceBefore: m.pointer(0),
		ProjectsPlanned: m.count(12), ProjectsCompleted: m.count(m.toward(0, 12)),
		SpecialPosts: m.count(8), SpecialPostsFilled: m.count(m.toward(6, 8)),
		ShortagePosts: m.count(5), ShortagePostsFilled: m.count(m.toward(3, 5)),
		VocationalStudents: m.count(students[last]), VocationalStudentsBefore: m.count(studentsBefore[last]),
		VocationalSpaces: m.count(spaces[last]), VocationalSpacesBefore: m.count(spacesBefore[last])}
}
