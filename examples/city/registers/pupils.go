package registers

import (
	"database/sql"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Pupil is a row of the pupil table (学籍表) of primary and general secondary schools.
type Pupil struct {
	County          string            // 区县代码
	School          string            // 学校标识码
	No              string            // 学号
	Stage           string            // 学段: 小学, 初中, 高中
	Grade           string            // 年级代码: 01 to 12
	Fitness         string            // 体测等级: 优秀, 良好, 及格, 不及格
	PEExempt        string            // 是否免修体育
	Certificate     string            // 是否已发毕业证书
	Space           string            // 空间是否实名认证: 1, 0
	SportsSkills    sql.Null[int]     // 运动技能（项）
	ArtSkills       sql.Null[int]     // 艺术技能（项）
	Poor            string            // 是否家庭经济困难
	Disabled        string            // 是否残疾
	Aided           string            // 是否享受资助
	QualityStandard string            // 是否达到学业质量标准
	Sleep           sql.Null[float64] // 睡眠时长（小时）
	Songs           string            // 是否会唱主旋律歌曲
	InDistrict      string            // 是否学区内入学
	FeeExempt       string            // 是否免学杂费
	FreeTextbooks   string            // 是否免费教科书
	LivingSubsidy   string            // 是否享受生活补助
	SubsidyDue      string            // 是否应享生活补助
}

// Map fills the library's record. The final grades are those of a 6-3-3 system.
func (s *Pupil) Map(p *pupil.Record) {
	p.Stage = indicators.ParseStage(s.Stage)
	switch s.Grade {
	case "06", "09", "12":
		p.FinalGrade = indicators.Yes
	case "01", "02", "03", "04", "05", "07", "08", "10", "11":
		p.FinalGrade = indicators.No
	case "":
	default:
		p.FinalGrade = indicators.InvalidWord
	}
	p.Fitness = indicators.ParseFitness(s.Fitness)
	p.PEExempt = answers.Parse(s.PEExempt)
	p.Certificate = answers.Parse(s.Certificate)
	p.RealNameSpace = answers.Parse(s.Space)
	p.SportsSkills = quantity.N(s.SportsSkills.V).If(s.SportsSkills.Valid)
	p.ArtSkills = quantity.N(s.ArtSkills.V).If(s.ArtSkills.Valid)
	p.InDifficulty = answers.Parse(s.Poor)
	p.Disabled = answers.Parse(s.Disabled)
	p.Aided = answers.Parse(s.Aided)
	p.QualityStandard = answers.Parse(s.QualityStandard)
	p.SleepHours = quantity.HoursOf(s.Sleep.V).If(s.Sleep.Valid)
	p.MainMelodySongs = answers.Parse(s.Songs)
	p.InDistrict = answers.Parse(s.InDistrict)
	p.FeeExempt = answers.Parse(s.FeeExempt)
	p.FreeTextbooks = answers.Parse(s.FreeTextbooks)
	p.LivingSubsidy = answers.Parse(s.LivingSubsidy)
	p.LivingSubsidyDue = answers.Parse(s.SubsidyDue)
}

// certifiedPupils of pupilNumber had a real-name space in 2020. The plan prints the
// former and the share, which leave 59,733 to 59,740 pupils. 59,736 are the most of
// whom the share is still 77.14 % where a report cuts decimals and does not round.
const (
	pupilNumber     = 59736
	certifiedPupils = 46081
)

// certified is how many pupils have one in the year: all of them in 2025.
func (m *maker) certified() int { return m.toward(certifiedPupils, pupilNumber) }

func makePupils(c Config, groups []group) []Pupil {
	m := newMaker(c, "pupils")
	rows := make([]Pupil, 0, pupilNumber)
	of := make([]*group, 0, pupilNumber)
	for i := range groups {
		for range groups[i].pupils {
			of = append(of, &groups[i])
		}
	}
	n := len(of)
	final := func(i int) bool { return of[i].grade == 6 || of[i].grade == 9 || of[i].grade == 12 }
	compulsory := func(i int) bool { return of[i].grade <= 9 }
	exempt, poor, disabled := m.share(n, 12, nil), m.share(n, 82, nil), m.share(n, 6, nil)
	isPoor := func(i int) bool { return poor[i] }
	aided := m.share(n, m.toward(962, 1015), func(i int) bool { return poor[i] || disabled[i] })
	subsidy := m.share(n, m.toward(950, 1030), isPoor)
	failing := m.toward(81, 42)
	fitness := m.texts(n, part{"不及格", failing}, part{"及格", 520 - failing}, part{"良好", 360}, part{"优秀", 120})
	wronglyCertified := m.share(n, m.toward(60, 0), func(i int) bool { return final(i) && fitness[i] == "不及格" && !exempt[i] })
	space := m.some(n, m.certified(), nil)
	sport, art := m.share(n, m.toward(760, 993), nil), m.share(n, m.toward(720, 985), nil)
	standard, songs := m.share(n, m.toward(905, 978), nil), m.share(n, m.toward(870, 1040), nil)
	asleep := m.share(n, m.toward(640, 910), nil)
	district := m.share(n, m.toward(941, 987), compulsory)
	fees, books := m.share(n, m.toward(996, 1010), compulsory), m.share(n, m.toward(985, 1030), compulsory)
	for i, g := range of {
		due := 20 - 2*((g.grade-1)/6+(g.grade-1)/9) // half hours: 10, 9 and 8 hours
		passed := fitness[i] != "不及格" || exempt[i]
		rows = append(rows, Pupil{
			County: g.site.county, School: g.site.code, No: fmt.Sprintf("XS%08d", i+1),
			Stage: m.text(stageOf(g.grade)), Grade: m.text(fmt.Sprintf("%02d", g.grade)),
			Fitness: m.text(fitness[i]), PEExempt: m.yes(exempt[i]),
			Certificate: m.yes(final(i) && (passed || wronglyCertified[i])), Space: m.flag(space[i]),
			SportsSkills: m.count(pick(sport[i], m.between(1, 3), 0)), ArtSkills: m.count(pick(art[i], m.between(1, 2), 0)),
			Poor: m.yes(poor[i]), Disabled: m.yes(disabled[i]), Aided: m.yes(aided[i]),
			QualityStandard: m.yes(standard[i]), Sleep: m.amount(50 * pick(asleep[i], m.between(due, due+1), m.between(due-4, due-1))),
			Songs: m.yes(songs[i]), InDistrict: m.yes(district[i]),
			FeeExempt: m.flag(fees[i]), FreeTextbooks: m.flag(books[i]), LivingSubsidy: m.flag(subsidy[i]),
			SubsidyDue: m.yes(poor[i]),
		})
	}
	return rows
}

// stageOf returns the stage of a grade of a 6-3-3 system.
func stageOf(grade int) string {
	switch {
	case grade <= 6:
		return "小学"
	case grade <= 9:
		return "初中"
	}
	return "高中"
}
