package registers

import (
	"database/sql"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// Teacher is a row of the staff table (教职工表). It holds cooks and clerks too.
type Teacher struct {
	County            string            // 区县代码
	No                string            // 教职工号
	StaffKind         string            // 教职工类别: 专任教师, 代课教师, 行政人员, 教辅人员, 工勤人员
	Stage             string            // 任教学段: 小学, 初中, 高中, 中职, 高职, 幼儿园, 特教
	Specialist        string            // 是否专业课教师: 是, 否
	Degree            string            // 学历: 本科, 大专, 硕士 …, or the code of GB/T 4658: 21
	AcademicDegree    string            // 学位: 学士, 硕士, 博士, 无
	BackboneTitle     string            // 骨干教师级别: 省级, 市级, 县级, 无
	LeaderTitle       string            // 专业带头人级别
	DualQualified     string            // 是否双师型: 1, 0
	Space             string            // 是否开通实名空间: 1, 0
	RoundTrained      string            // 是否完成新一轮全员培训
	TrainingHours     sql.Null[float64] // 本周期培训学时
	DigitalHours      sql.Null[float64] // 信息技术培训学时
	PracticeHours     sql.Null[float64] // 信息技术实践应用学时
	HardPost          string            // 是否农村或艰苦边远岗位
	RuralYears        sql.Null[float64] // 上述岗位任教年限
	AllowancePaid     sql.Null[float64] // 实发津贴（元/月）
	AllowanceDue      sql.Null[float64] // 应发津贴（元/月）
	ProvinceQualified string            // 是否符合省级骨干、名师条件
	ProvinceSuggested string            // 是否已推荐
	EnterpriseMonths  sql.Null[float64] // 五年内企业实践月数
	SkillCertificate  string            // 有无职业资格或技能证书: 有, 无
	Born              string            // 出生日期: 1985-03-12
	Upgrading         string            // 是否在读高一层次学历
	EthnicSchool      string            // 是否民族学校
	EthicsAssessed    string            // 是否参加年度师德考核
	NewlyAppointed    string            // 是否规划期内新聘
	RuralServiceFixed string            // 是否已安排农村服务期
	HighestTraining   string            // 参加培训最高级别
	Hired             string            // 入职日期: 2009-08-15
}

// TeachersAsOf returns the mapping of the staff table. A table that keeps dates of
// birth needs the day on which ages are told.
func TeachersAsOf(day quantity.Date) func(*Teacher, *teacher.Record) {
	return func(s *Teacher, t *teacher.Record) {
		switch s.StaffKind {
		case "行政人员", "教辅人员", "工勤人员":
			t.Skip() // no teacher
			return
		case "专任教师":
			t.FullTime = indicators.Yes
		case "代课教师":
			t.FullTime = indicators.No
		case "":
		default:
			t.FullTime = indicators.InvalidWord
		}
		t.Stage = indicators.ParseStage(s.Stage)
		t.Specialist = answers.Parse(s.Specialist)
		t.Education = educations.Parse(s.Degree)
		switch s.AcademicDegree {
		case "硕士", "博士":
			t.MasterDegree = indicators.Yes
		case "学士", "无":
			t.MasterDegree = indicators.No
		case "":
		default:
			t.MasterDegree = indicators.InvalidWord
		}
		t.Backbone = indicators.ParseTier(s.BackboneTitle)
		t.SpecialityLeader = indicators.ParseTier(s.LeaderTitle)
		t.DualQualified = answers.Parse(s.DualQualified)
		t.RealNameSpace = answers.Parse(s.Space)
		t.CurrentRoundTrained = answers.Parse(s.RoundTrained)
		t.TrainingHours = quantity.HoursOf(s.TrainingHours.V).If(s.TrainingHours.Valid)
		t.DigitalHours = quantity.HoursOf(s.DigitalHours.V).If(s.DigitalHours.Valid)
		t.PracticeHours = quantity.HoursOf(s.PracticeHours.V).If(s.PracticeHours.Valid)
		t.HardPost = answers.Parse(s.HardPost)
		t.RuralYears = quantity.YearsOf(s.RuralYears.V).If(s.RuralYears.Valid)
		t.RuralAllowance = quantity.YuanOf(s.AllowancePaid.V).If(s.AllowancePaid.Valid)
		t.RuralAllowanceDue = quantity.YuanOf(s.AllowanceDue.V).If(s.AllowanceDue.Valid)
		t.ProvinceQualified = answers.Parse(s.ProvinceQualified)
		t.ProvinceRecommended = answers.Parse(s.ProvinceSuggested)
		t.EnterpriseMonths = quantity.MonthsOf(s.EnterpriseMonths.V).If(s.EnterpriseMonths.Valid)
		t.VocationalCertificate = answers.Parse(s.SkillCertificate)
		t.Age = ageOn(day, s.Born)
		t.Upgrading = answers.Parse(s.Upgrading)
		t.EthnicSchool = answers.Parse(s.EthnicSchool)
		t.EthicsAssessed = answers.Parse(s.EthicsAssessed)
		t.NewlyAppointed = answers.Parse(s.NewlyAppointed)
		t.RuralServiceArranged = answers.Parse(s.RuralServiceFixed)
		t.TrainingTier = indicators.ParseTier(s.HighestTraining)
		t.AppointedYear = yearOf(s.Hired)
		t.ServiceYears = quantity.YearsOf(float64(fullYears(day, s.Hired))).If(s.Hired != "")
	}
}

// yearOf returns the year of a date; one that cannot be read is invalid.
func yearOf(date string) quantity.Count {
	if date == "" {
		return quantity.Count{}
	}
	d, err := quantity.ParseDate(date)
	if err != nil {
		return quantity.N(-1)
	}
	return quantity.N(d.Year())
}

// ageOn returns the age in full years (周岁) on a day. A date that cannot be read,
// or lies after that day, gives an invalid age.
func ageOn(day quantity.Date, born string) quantity.Count {
	return quantity.N(fullYears(day, born)).If(born != "")
}

// fullYears returns the full years from a date to a day, -1 where the date cannot
// be read.
func fullYears(day quantity.Date, from string) int {
	date, err := quantity.ParseDate(from)
	if err != nil {
		return -1
	}
	years := day.Year() - date.Year()
	if date.AddYears(years).After(day) {
		years--
	}
	return years
}
