package registers

import (
	"database/sql"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/estate"
	"github.com/eduplan/tonghua/indicators/kindergarten"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/township"
)

// Kindergarten is a row of the register of kindergartens (幼儿园名录).
type Kindergarten struct {
	County    string        // 区县代码
	Town      string        // 乡镇代码
	Code      string        // 学校标识码
	Owner     string        // 办别: 教育部门办, 村集体, 国有企业, 事业单位, 民办
	Inclusive string        // 是否普惠性, 公办园在内
	Children  sql.Null[int] // 在园幼儿
	Branches  sql.Null[int] // 连锁分园
}

// Map fills the library's record.
func (s *Kindergarten) Map(k *kindergarten.Record) {
	k.Owner = indicators.ParseOwner(s.Owner)
	k.Inclusive = answers.Parse(s.Inclusive)
	k.Children = quantity.N(s.Children.V).If(s.Children.Valid)
	k.Branches = quantity.N(s.Branches.V).If(s.Branches.Valid)
}

// Township is a unit of township level (乡镇、街道), with its public kindergartens.
type Township struct {
	County string        // 区县代码
	Code   string        // 乡镇代码, 9 digits
	Kind   string        // 类型: 镇, 乡, 街道, 开发区
	Public sql.Null[int] // 公办幼儿园
}

// Map fills the library's record.
func (s *Township) Map(t *township.Record) {
	t.Kind = indicators.ParseTownshipKind(s.Kind)
	t.PublicKindergartens = quantity.N(s.Public.V).If(s.Public.Valid)
}

// makePreschool makes the townships with their kindergartens, whose children add up to
// the county's enrolment. The kindergartens are sites of the school table as well.
func makePreschool(c Config) ([]Township, []Kindergarten, []site) {
	m := newMaker(c, "preschool")
	var units []unit
	for _, a := range areas {
		units = append(units, a.units()...)
	}
	rural := func(i int) bool { return units[i].kind == "镇" || units[i].kind == "乡" }
	covered := m.some(len(units), m.toward(44, 59), rural)
	var towns []Township
	var rows []Kindergarten
	var sites []site
	for i, u := range units {
		public, private := m.between(1, 3), m.between(2, 6)
		if rural(i) {
			public, private = pick(covered[i], m.between(1, 2), 0), m.between(0, 3)
		}
		towns = append(towns, Township{County: u.county, Code: u.code, Kind: m.text(u.kind), Public: m.count(public)})
		for k := range public + private {
			s := site{county: u.county, code: fmt.Sprintf("22%08d", 1000+len(sites)), kind: "111",
				name: fmt.Sprintf("第%d幼儿园", len(sites)+1), locality: pick(rural(i), "镇中心区", "主城区")}
			sites = append(sites, s)
			rows = append(rows, m.kindergarten(s, u.code, k < public))
		}
	}
	m.fill(rows)
	return towns, rows, sites
}

func (m *maker) kindergarten(s site, town string, public bool) Kindergarten {
	owner, inclusive := "民办", m.below(1000) < m.toward(520, 830)
	if public {
		owner, inclusive = []string{"教育部门办", "教育部门办", "教育部门办", "村集体", "国有企业", "事业单位"}[m.below(6)], true
	}
	return Kindergarten{County: s.county, Town: town, Code: s.code, Owner: m.text(owner), Inclusive: m.yes(inclusive),
		Branches: m.count(pick(m.below(40) == 0, m.between(1, 3), 0))}
}

// fill spreads the children of each county over its kindergartens.
func (m *maker) fill(rows []Kindergarten) {
	for _, a := range areas {
		var weights, places []int
		for i := range rows {
			if rows[i].County == a.code {
				weights, places = append(weights, m.between(20, 90)), append(places, i)
			}
		}
		children, _ := m.enrolled(a, "学前教育")
		for k, n := range apportion(children, weights) {
			rows[places[k]].Children = m.count(n)
		}
	}
}

// Estate is a new housing estate or an old one under renovation (住宅小区).
type Estate struct {
	County        string // 区县代码
	Kind          string // 小区类型: 新建小区, 旧小区改造
	Locality      string // 城乡分类: 111, 121, 220
	Needed        string // 规划是否需要配建幼儿园
	Completed     string // 是否竣工交付
	Kindergartens *int   // 配建幼儿园
}

// Map fills the library's record.
func (s *Estate) Map(e *estate.Record) {
	e.Kind, e.Locality = indicators.ParseEstateKind(s.Kind), localities.Parse(s.Locality)
	e.KindergartenNeeded, e.Completed = answers.Parse(s.Needed), answers.Parse(s.Completed)
	if s.Kindergartens != nil {
		e.Kindergartens = quantity.N(*s.Kindergartens)
	}
}

func makeEstates(c Config) []Estate {
	m := newMaker(c, "estates")
	const n = 96
	county := m.texts(n, byPeople()...)
	kind := m.texts(n, part{"新建小区", 55}, part{"旧小区改造", 45})
	locality := m.texts(n, part{"111", 60}, part{"121", 30}, part{"220", 10})
	needed := m.share(n, 480, nil)
	built := m.share(n, m.toward(690, 980), func(i int) bool { return needed[i] })
	rows := make([]Estate, n)
	for i := range rows {
		rows[i] = Estate{county[i], m.text(kind[i]), m.text(locality[i]), m.yes(needed[i]), m.yes(i%8 > 0), m.pointer(pick(built[i], 1, 0))}
	}
	return rows
}
