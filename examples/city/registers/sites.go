package registers

import "fmt"

// site is a school of the general stages, a teaching point, or a special or
// vocational school.
type site struct {
	county, code, name string
	kind               string // the code of GB/T 33782
	locality           string // 主城区, 镇中心区, 村庄
	first, last        int    // its grades; 0 where it has none of the general stages
	streams            int    // classes a grade
	ethnic             bool
}

func (s *site) general() bool    { return s.first > 0 }
func (s *site) compulsory() bool { return s.first > 0 && s.kind <= "312" }

// layout says how many schools of a kind there are in a place. From 211 to 345 they
// are the plan's 257; teaching points and schools of other kinds stand beside.
var layout = []struct {
	kind, locality string
	number         int
	first, last    int
	streams        int
}{
	{"211", "主城区", 32, 1, 6, 3}, {"211", "镇中心区", 28, 1, 6, 1}, {"211", "村庄", 60, 1, 6, 1},
	{"311", "主城区", 20, 7, 9, 3}, {"311", "镇中心区", 32, 7, 9, 1},
	{"312", "镇中心区", 20, 1, 9, 1}, {"312", "村庄", 40, 1, 9, 1},
	{"341", "主城区", 6, 7, 12, 2}, {"342", "主城区", 15, 10, 12, 4}, {"345", "镇中心区", 4, 1, 12, 1},
	{"218", "村庄", 64, 1, 3, 1},
	{"361", "主城区", 12, 0, 0, 0}, {"高等职业学校", "主城区", 2, 0, 0, 0}, {"514", "主城区", 6, 0, 0, 0},
}

// makeSites lays out the schools. The six special schools stand one in a county.
func makeSites(c Config) []site {
	m := newMaker(c, "sites")
	var sites []site
	for _, l := range layout {
		counties := m.texts(l.number, byPeople()...)
		for i, county := range counties {
			if l.kind == "514" {
				county = areas[i].code
			}
			n := len(sites) + 1
			sites = append(sites, site{county: county, code: fmt.Sprintf("22%08d", n), name: fmt.Sprintf("第%d学校", n),
				kind: l.kind, locality: l.locality, first: l.first, last: l.last, streams: l.streams, ethnic: l.first > 0 && n%31 == 0})
		}
	}
	return sites
}

// group is a class: a group of pupils of one grade.
type group struct {
	site   *site
	grade  int
	stream int
	pupils int
}

// makeGroups fills the classes, so that they hold all pupils of the pupil table.
// Some are oversized in 2020 and none in 2025.
func makeGroups(c Config, sites []site) []group {
	m := newMaker(c, "groups")
	sizes := map[string][2]int{"主城区": {38, 50}, "镇中心区": {24, 42}, "村庄": {6, 18}}
	var groups []group
	for i := range sites {
		s := &sites[i]
		if !s.general() {
			continue
		}
		for grade := s.first; grade <= s.last; grade++ {
			for stream := range s.streams {
				size := sizes[s.locality]
				groups = append(groups, group{s, grade, stream + 1, m.between(size[0], size[1])})
			}
		}
	}
	urban := func(i int) bool { return groups[i].site.locality == "主城区" }
	large := m.some(len(groups), m.toward(25, 0), urban)
	rest := pupilNumber
	for i := range groups {
		if large[i] {
			groups[i].pupils = m.between(56, 60)
		}
		rest -= groups[i].pupils
	}
	for i := 0; rest != 0; i = (i + 1) % len(groups) {
		switch step := pick(rest > 0, 1, -1); {
		case large[i], rest > 0 && groups[i].pupils >= 52, rest < 0 && groups[i].pupils <= 4:
		default:
			groups[i].pupils += step
			rest -= step
		}
	}
	return groups
}
