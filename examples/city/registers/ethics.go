package registers

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/cell"
	"github.com/eduplan/tonghua/indicators/ethicscase"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Decision is a decision on a candidate for an honour, a selection or a promotion
// (评优选先审批表).
type Decision struct {
	County  string // 区县代码
	No      string // 审批号
	Kind    string // 类别: 评优, 选先, 职称评聘
	Problem string // 有无师德问题: 有, 无
	Passed  string // 师德考核是否合格
	Granted string // 是否通过: 1, 0
}

// Map fills the library's record.
func (s *Decision) Map(h *honours.Record) {
	h.Kind = indicators.ParseHonourKind(s.Kind)
	h.EthicsProblem, h.EthicsPassed = answers.Parse(s.Problem), answers.Parse(s.Passed)
	h.Granted = answers.Parse(s.Granted)
}

func makeDecisions(c Config) []Decision {
	m := newMaker(c, "decisions")
	const n = 1480
	county := m.texts(n, byPeople()...)
	kind := m.texts(n, part{"评优", 400}, part{"选先", 250}, part{"职称评聘", 350})
	problem := m.share(n, 14, nil)
	overlooked := m.some(n, m.toward(5, -3), func(i int) bool { return problem[i] })
	granted := m.share(n, 610, func(i int) bool { return !problem[i] })
	rows := make([]Decision, n)
	for i := range rows {
		rows[i] = Decision{county[i], fmt.Sprintf("PY%04d", i+1), m.text(kind[i]), m.has(problem[i]), m.yes(!problem[i]),
			m.flag(granted[i] || overlooked[i])}
	}
	return rows
}

// EthicsCase is a case of a teacher's ethics (师德案件台账).
type EthicsCase struct {
	County    string // 区县代码
	No        string // 案号
	Confirmed string // 是否查实
	Exposed   string // 是否曝光
	DealtWith string // 是否处理
}

// Map fills the library's record.
func (s *EthicsCase) Map(e *ethicscase.Record) {
	e.Confirmed, e.Exposed = answers.Parse(s.Confirmed), answers.Parse(s.Exposed)
	e.DealtWith = answers.Parse(s.DealtWith)
}

func makeEthicsCases(c Config) []EthicsCase {
	m := newMaker(c, "ethics cases")
	const n = 38
	county := m.texts(n, byPeople()...)
	confirmed := m.share(n, 600, nil)
	isConfirmed := func(i int) bool { return confirmed[i] }
	exposed, dealt := m.share(n, m.toward(640, 1200), isConfirmed), m.share(n, m.toward(910, 1100), isConfirmed)
	rows := make([]EthicsCase, n)
	for i := range rows {
		rows[i] = EthicsCase{county[i], fmt.Sprintf("SD%03d", i+1), m.yes(confirmed[i]), m.yes(exposed[i]), m.yes(dealt[i])}
	}
	return rows
}

// Cell is a county, a township, a stage or a subject, or a county, stage and subject
// together, with its backbone and master teachers (骨干教师、名师分布表).
type Cell struct {
	County    string // 区县代码; "" for stages and subjects of the whole city
	Name      string // 单元
	Dimension string // 维度: 县, 乡镇, 学段, 学科, 交叉
	Backbone  *int   // 骨干教师
	Masters   *int   // 名师
}

// Map fills the library's record.
func (s *Cell) Map(c *cell.Record) {
	c.Dimension = indicators.ParseDimension(s.Dimension)
	if s.Backbone != nil {
		c.Backbone = quantity.N(*s.Backbone)
	}
	if s.Masters != nil {
		c.Masters = quantity.N(*s.Masters)
	}
}

func makeCells(c Config) []Cell {
	m := newMaker(c, "cells")
	stages := []string{"小学", "初中", "高中"}
	subjects := []string{"语文", "数学", "英语", "物理", "化学", "生物", "历史", "地理", "道德与法治", "科学", "音乐", "美术", "体育", "信息技术", "劳动"}
	var rows []Cell
	add := func(county, name, dimension string) { rows = append(rows, Cell{county, name, dimension, nil, nil}) }
	for _, a := range areas {
		add(a.code, a.name, "县")
		for _, u := range a.units() {
			if u.kind == "镇" || u.kind == "乡" {
				add(a.code, u.code, "乡镇")
			}
		}
		for _, stage := range stages {
			for _, subject := range subjects {
				add(a.code, a.name+stage+subject, "交叉")
			}
		}
	}
	for _, stage := range stages {
		add("", stage, "学段")
	}
	for _, subject := range subjects {
		add("", subject, "学科")
	}
	backbone, masters := m.share(len(rows), m.toward(780, 985), nil), m.share(len(rows), m.toward(520, 960), nil)
	for i := range rows {
		wide := rows[i].Dimension == "县" || rows[i].Dimension == "学段"
		rows[i].Backbone = m.pointer(pick(backbone[i] || wide, m.between(1, 9), 0))
		rows[i].Masters = m.pointer(pick(masters[i] || wide, m.between(1, 3), 0))
		rows[i].Dimension = m.text(rows[i].Dimension)
	}
	return rows
}
