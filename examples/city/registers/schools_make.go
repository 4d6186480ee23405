package registers

// makeSchools makes the school table of all sites, kindergartens included.
func makeSchools(c Config, all []site) []School {
	m := newMaker(c, "schools")
	n := len(all)
	kind := func(kinds ...string) scope {
		return func(i int) bool {
			for _, k := range kinds {
				if all[i].kind == k {
					return true
				}
			}
			return false
		}
	}
	general := func(i int) bool { return all[i].general() }
	compulsory := func(i int) bool { return all[i].compulsory() }
	village := func(i int) bool { return kind("211", "218")(i) && all[i].locality == "村庄" }
	point := kind("218")
	urban := func(i int) bool { return all[i].locality == "主城区" && all[i].kind != "111" }
	senior, junior := kind("341", "342", "345"), kind("311", "312", "341", "345")
	small := func(i int) bool { return all[i].kind == "111" || all[i].kind == "218" } // the ones that had no 100 Mbps in 2020
	yes := func(from, to int, in scope) []bool { return m.share(n, m.toward(from, to), in) }
	titles := func(province, city, county int) []string { return m.titles(n, general, province, city, county) }

	football, arts := titles(m.toward(4, 11), m.toward(27, 41), 40), titles(m.toward(3, 8), m.toward(25, 39), 35)
	law := titles(m.toward(2, 8), m.toward(9, 14), 12)
	isModel := func(i int) bool { return law[i] == "省级" || law[i] == "市级" }
	lawStandard, lawReviewed := m.some(n, m.toward(4, 11), isModel), yes(700, 1000, isModel)
	district := yes(280, 1000, urban)
	affairs, media := yes(310, 1000, general), yes(912, 1050, func(i int) bool { return general(i) && !point(i) })
	slow := m.share(n, m.toward(540, 8), small)
	courses, meets := yes(930, 1080, general), yes(951, 1060, general)
	music, art, calligraphy := yes(950, 1000, general), yes(942, 996, general), yes(705, 958, general)
	tested := m.some(n, m.toward(5, 0), compulsory)
	quota, standard := yes(880, 1120, junior), yes(710, 1000, compulsory)
	reached := yes(340, 947, compulsory)
	curriculum, textbooks := yes(0, 1700, senior), yes(0, 1700, senior)
	safetyBooks := yes(900, 1200, nil)
	included := m.share(n, 420, compulsory)
	special := func(i int) bool { return included[i] || all[i].kind == "514" }
	separate, fundsPaid := yes(720, 1000, special), yes(810, 990, special)
	room := yes(240, 910, func(i int) bool { return included[i] })
	eyes, committee := yes(970, 1100, general), yes(840, 1150, general)
	troupe, artists, local := yes(150, 400, general), yes(60, 210, general), yes(190, 760, general)
	idle, linked := m.share(n, m.toward(30, 160), village), yes(460, 985, village)
	homework, after := yes(610, 1250, compulsory), yes(350, 1200, compulsory)
	monitored, featured := yes(520, 1000, compulsory), m.some(n, m.toward(0, 5), senior)
	smart := yes(90, 640, func(i int) bool { return general(i) || all[i].kind == "111" })
	brand := yes(560, 1200, general)
	passed, video, police := yes(968, 1030, nil), yes(830, 1100, nil), yes(410, 912, nil)
	trained := yes(960, 1080, nil)

	rows := make([]School, n)
	for i, s := range all {
		due := pick(s.general(), 10, 0)
		near := pick(reached[i], 7, m.between(5, 7))
		fixed := pick(special(i), 100_000*m.between(60, 700), 0)
		rows[i] = School{County: s.county, Code: s.code, Name: s.name,
			Kind: m.text(pick(s.kind == "312" && i%2 == 0, "九年一贯制", s.kind)), Locality: m.text(s.locality), LargeDistrict: m.yes(district[i]),
			Football: m.text(football[i]), Arts: m.text(arts[i]), LawModel: m.text(law[i]),
			CurrentAffairs: m.yes(affairs[i]), Multimedia: m.has(media[i]),
			Bandwidth:  m.count(pick(slow[i], 50, 100*m.between(1, 5))),
			CoursesDue: m.count(due), CoursesInFull: m.count(pick(courses[i] || due == 0, due, due-1)),
			SportsMeets: m.count(pick(meets[i], m.between(1, 2), 0)),
			Music:       m.yes(music[i]), FineArt: m.yes(art[i]), Calligraphy: m.yes(calligraphy[i]),
			AdmissionTest: m.yes(tested[i]), QuotaPlaces: m.count(pick(quota[i], m.between(3, 40), 0)),
			LawProvincial: m.yes(lawStandard[i]), StandardMet: m.yes(standard[i]),
			IndicatorsReached: m.count(pick(reached[i], m.between(6, 7), m.between(3, 5))), IndicatorsNear: m.count(near),
			NewCurriculum: m.flag(curriculum[i]), NewTextbooks: m.flag(textbooks[i]), SafetyTextbooks: m.flag(safetyBooks[i]),
			IncludedPupils: m.has(included[i]), FundsSeparate: m.flag(separate[i]),
			FundsFixed: m.amount(fixed), FundsPaid: m.amount(pick(fundsPaid[i], fixed, fixed/2)),
			EyesightScreened: m.flag(eyes[i]), ArtTroupe: m.has(troupe[i]), ArtProfessionals: m.has(artists[i]),
			LocalArtCourse: m.yes(local[i]), ParentCommittee: m.has(committee[i]), LawReviewed: m.yes(lawReviewed[i]),
			IdleRooms: m.yes(idle[i]), HomeworkMonitored: m.flag(homework[i]), AfterClass: m.flag(after[i]),
			QualityMonitored: m.flag(monitored[i]), FeaturedSenior: m.yes(featured[i]), ResourceRoom: m.has(room[i]),
			VillageLinked: m.flag(linked[i]), SmartCampus: m.flag(smart[i]), PartyBrand: m.has(brand[i]),
			SafetyPassed: m.flag(passed[i]), VideoNetworked: m.flag(video[i]), PoliceRoom: m.has(police[i]),
			SafetyTrainings: m.count(pick(trained[i], m.between(1, 4), 0))}
	}
	balance := newMaker(m.Config, "balance of counties")
	for i := range rows {
		rows[i].BasicBalance = balance.yes(true)
	}
	return rows
}

// titles deals exactly so many titles of each level among the rows in scope; the
// others have none.
func (m *maker) titles(n int, in scope, province, city, county int) []string {
	titled := m.some(n, province+city+county, in)
	levels := m.texts(province+city+county, part{"省级", province}, part{"市级", city}, part{"县级", county})
	column, next := make([]string, n), 0
	for i := range column {
		column[i] = "无"
		if titled[i] {
			column[i] = levels[next]
			next++
		}
	}
	return column
}
