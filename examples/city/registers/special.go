package registers

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/privateschool"
	"github.com/eduplan/tonghua/indicators/specialchild"
)

// SpecialChild is a row of the register of special groups (特殊群体儿童台账).
type SpecialChild struct {
	County        string // 区县代码
	No            string // 编号
	Group         string // 类别: 残疾儿童, 随迁子女, 留守儿童, 家庭经济困难, 孤儿
	CompulsoryAge string // 是否义务教育适龄
	AtSchool      string // 是否在学
	Severity      string // 残疾等级: 一级 to 四级, 无
	Applied       string // 是否申请随班就读
	Admitted      string // 是否接收
	Placement     string // 安置方式: 随班就读, 特教学校, 送教上门, 普通班, 未安置
	RehabApplied  string // 是否申请康复资助
	RehabAided    string // 是否获得康复资助
}

// Map fills the library's record.
func (s *SpecialChild) Map(c *specialchild.Record) {
	c.Group = indicators.ParseSpecialGroup(s.Group)
	c.CompulsoryAge, c.AtSchool = answers.Parse(s.CompulsoryAge), answers.Parse(s.AtSchool)
	c.Disability = indicators.ParseDisability(s.Severity)
	c.AppliedOrdinary, c.AdmittedOrdinary = answers.Parse(s.Applied), answers.Parse(s.Admitted)
	c.Placement = indicators.ParsePlacement(s.Placement)
	c.RehabilitationApplied = answers.Parse(s.RehabApplied)
	c.RehabilitationAided = answers.Parse(s.RehabAided)
}

func makeSpecialChildren(c Config) []SpecialChild {
	m := newMaker(c, "special children")
	const n = 4200
	county := m.texts(n, byPeople()...)
	group := m.texts(n, part{"残疾儿童", 110}, part{"随迁子女", 310}, part{"留守儿童", 340}, part{"家庭经济困难", 220}, part{"孤儿", 20})
	disabled := func(i int) bool { return group[i] == "残疾儿童" }
	ofAge := m.share(n, 820, nil)
	away := m.share(n, m.toward(9, -6), func(i int) bool { return ofAge[i] })
	severity := m.texts(n, part{"一级", 150}, part{"二级", 210}, part{"三级", 260}, part{"四级", 380})
	mild := func(i int) bool { return disabled(i) && severity[i] == "四级" }
	applied := m.share(n, 640, mild)
	admitted := m.share(n, m.toward(910, 1060), func(i int) bool { return applied[i] })
	rehab := m.share(n, 350, disabled)
	aided := m.share(n, m.toward(800, 985), func(i int) bool { return rehab[i] })
	rows := make([]SpecialChild, n)
	for i := range rows {
		placement := "普通班"
		switch {
		case away[i]:
			placement = "未安置"
		case disabled(i):
			placement = map[string]string{"一级": "送教上门", "二级": "特教学校", "三级": "特教学校", "四级": "随班就读"}[severity[i]]
		}
		rows[i] = SpecialChild{County: county[i], No: fmt.Sprintf("TS%05d", i+1), Group: m.text(group[i]),
			CompulsoryAge: m.yes(ofAge[i]), AtSchool: m.yes(!away[i]), Severity: m.text(pick(disabled(i), severity[i], "无")),
			Applied: m.yes(applied[i]), Admitted: m.yes(admitted[i]), Placement: m.text(placement),
			RehabApplied: m.flag(rehab[i]), RehabAided: m.flag(aided[i])}
	}
	return rows
}

// PrivateSchool is a row of the register of private schools (民办学校登记表).
type PrivateSchool struct {
	County       string // 区县代码
	No           string // 办学许可证号
	State        string // 办学状态: 正常, 停办
	Registration string // 分类登记: 非营利性, 营利性, 未分类
}

// Map fills the library's record.
func (s *PrivateSchool) Map(p *privateschool.Record) {
	switch s.State {
	case "正常":
		p.Running = indicators.Yes
	case "停办":
		p.Running = indicators.No
	case "":
	default:
		p.Running = indicators.InvalidWord
	}
	p.Registration = indicators.ParseRegistration(s.Registration)
}

func makePrivateSchools(c Config) []PrivateSchool {
	m := newMaker(c, "private schools")
	const n = 164
	county := m.texts(n, byPeople()...)
	open := m.share(n, 939, nil)
	unclassified := m.share(n, m.toward(460, 0), nil)
	kind := m.texts(n, part{"非营利性", 710}, part{"营利性", 290})
	rows := make([]PrivateSchool, n)
	for i := range rows {
		rows[i] = PrivateSchool{county[i], fmt.Sprintf("MB%04d", i+1), m.text(pick(open[i], "正常", "停办")),
			m.text(pick(unclassified[i], "未分类", kind[i]))}
	}
	return rows
}
