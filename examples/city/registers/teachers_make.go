package registers

import "fmt"

// staff is a part of the staff table: those who work in one stage. Shares are per
// thousand.
type staff struct {
	stage      string
	kind       string // of those who are no substitutes
	number     int
	substitute int
	specialist int // a number: those of specialist subjects
	space      int
	hard       int // in rural and remote posts
	degrees    []part
	backbone   []part
	leaders    []part
}

// staffs lists the parts of the staff table. 6,480, 5,270 and 3,174 teachers of
// primary and general secondary schools are the plan's 14,924.
func (m *maker) staffs() []staff {
	tiers := func(province, city, county, none int) []part {
		return []part{{"省级", province}, {"市级", city}, {"县级", county}, {"无", none}}
	}
	general := tiers(m.toward(12, 21), m.toward(31, 51), m.toward(70, 97), m.toward(887, 831))
	none := tiers(0, 0, 0, 1)
	low := m.toward(38, 0)
	primary := []part{{"中师", low}, {"大专", 180}, {"31", 60}, {"本科", 540 - low}, {"21", 170}, {"硕士", 10 + m.toward(0, 40)}}
	low = m.toward(112, 14)
	junior := []part{{"大学专科", low}, {"本科", 600 - low}, {"大学本科", 180}, {"21", 150}, {"硕士研究生", m.toward(30, 70)}}
	master := m.toward(71, 124)
	senior := []part{{"大专", 8}, {"本科", 692 - master}, {"21", 300}, {"硕士", master - 20}, {"14", 18}, {"博士", 2}}
	college := []part{{"大专", 60}, {"本科", 660}, {"21", 200}, {"硕士", 80}}
	vocational := tiers(m.toward(8, 14), m.toward(24, 33), m.toward(46, 70), 640-m.toward(78, 117))
	return []staff{
		{"小学", "专任教师", 6480, 34, 0, 1000, 610, primary, general, none},
		{"初中", "专任教师", 5270, 21, 0, 1000, 430, junior, general, none},
		{"高中", "专任教师", 3174, 6, 0, 1000, 90, senior, general, none},
		{"中职", "专任教师", 640, 50, 400, m.toward(870, 990), 0, college, vocational, tiers(m.toward(4, 7), m.toward(9, 13), m.toward(21, 28), 640-m.toward(34, 48))},
		{"高职", "专任教师", 300, 40, 200, m.toward(910, 1000), 0, college, tiers(m.toward(3, 7), m.toward(10, 15), m.toward(19, 32), 300-m.toward(32, 54)), tiers(m.toward(2, 3), m.toward(4, 6), m.toward(8, 13), 300-m.toward(14, 22))},
		{"幼儿园", "专任教师", 2310, 60, 0, m.toward(640, 960), 350, []part{{"中专", 300}, {"大专", 520}, {"本科", 180}}, none, none},
		{"特教", "专任教师", 214, 10, 0, m.toward(900, 1000), 120, college, none, none},
		{"小学", "工勤人员", 980, 0, 0, 0, 0, []part{{"初中", 500}, {"高中", 500}}, none, none},
		{"初中", "行政人员", 510, 0, 0, 0, 0, college, none, none},
		{"高中", "教辅人员", 300, 0, 0, 0, 0, college, none, none},
	}
}

func makeTeachers(c Config) []Teacher {
	m := newMaker(c, "teachers")
	var rows []Teacher
	for _, s := range m.staffs() {
		rows = m.addStaff(rows, s)
	}
	return rows
}

func (m *maker) addStaff(rows []Teacher, s staff) []Teacher {
	n := s.number
	county := m.texts(n, byPeople()...)
	substitute := m.share(n, s.substitute, nil)
	degree := m.texts(n, s.degrees...)
	backbone, leader := m.texts(n, s.backbone...), m.texts(n, s.leaders...)
	parttime := m.share(n, 25, func(i int) bool { return academicDegree(degree[i]) == "学士" }) // a degree without a graduate school
	specialist := m.some(n, s.specialist, nil)
	isSpecialist := func(i int) bool { return specialist[i] }
	dual := m.share(n, m.toward(560, 650), isSpecialist)
	certificate := m.share(n, m.toward(610, 820), isSpecialist)
	practised := m.share(n, m.toward(700, 940), isSpecialist)
	space := m.share(n, s.space, nil)
	ethnic := m.share(n, 32, nil)
	round := m.share(n, m.toward(350, 1150), nil)
	cycleDone := m.share(n, m.toward(930, 988), nil)
	digital := m.share(n, []int{480, 760, 996, 1000, 1000, 1000}[m.Year-FirstYear], nil)
	half := m.share(n, []int{700, 850, 990, 1000, 1000, 1000}[m.Year-FirstYear], nil)
	hard := m.share(n, s.hard, nil)
	isHard := func(i int) bool { return hard[i] }
	paid := m.share(n, m.toward(880, 1000), isHard)
	qualified := m.share(n, 45, nil)
	suggested := m.share(n, m.toward(620, 970), func(i int) bool { return qualified[i] })
	upgrading := m.share(n, 31, nil)
	assessed := m.share(n, m.toward(965, 1030), nil)
	fresh := m.share(n, m.toward(0, 60), nil)
	service := m.share(n, m.toward(700, 960), func(i int) bool { return fresh[i] })
	trained := m.texts(n, part{"国家级", 12}, part{"省级", 45}, part{"市级", 160}, part{"县级", 383}, part{"校级", 250}, part{"无", 150})
	for i := range n {
		due := 300 + 100*m.below(4)
		digitalHours := pick(digital[i], m.between(50, 80), m.between(8, 49))
		practice := pick(half[i], m.between((digitalHours+1)/2, digitalHours), digitalHours/3)
		rows = append(rows, Teacher{
			County: county[i], No: fmt.Sprintf("JZG%06d", len(rows)+1),
			StaffKind: m.text(pick(substitute[i], "代课教师", s.kind)), Stage: m.text(s.stage),
			Specialist: m.yes(specialist[i]), Degree: m.text(degree[i]),
			AcademicDegree: m.text(pick(parttime[i], "硕士", academicDegree(degree[i]))),
			BackboneTitle:  m.text(backbone[i]), LeaderTitle: m.text(leader[i]),
			DualQualified: m.flag(dual[i]), Space: m.flag(space[i]), RoundTrained: m.yes(round[i]),
			TrainingHours: m.amount(m.trainingHours(cycleDone[i])),
			DigitalHours:  m.amount(100 * digitalHours), PracticeHours: m.amount(100 * practice),
			HardPost: m.yes(hard[i]), RuralYears: m.amount(pick(hard[i], 50*m.between(1, 60), 0)),
			AllowancePaid:     m.amount(pick(hard[i], 100*pick(paid[i], due, due-100), 0)),
			AllowanceDue:      m.amount(pick(hard[i], 100*due, 0)),
			ProvinceQualified: m.yes(qualified[i]), ProvinceSuggested: m.yes(suggested[i]),
			EnterpriseMonths: m.amount(pick(specialist[i], 50*pick(practised[i], m.between(12, 20), m.between(0, 11)), 0)),
			SkillCertificate: m.has(certificate[i]),
			Born:             m.text(fmt.Sprintf("%d-%02d-%02d", m.Year-m.between(24, 59), m.between(1, 12), m.between(1, 28))),
			Upgrading:        m.yes(upgrading[i]), EthnicSchool: m.yes(ethnic[i]), EthicsAssessed: m.yes(assessed[i]),
			NewlyAppointed: m.yes(fresh[i]), RuralServiceFixed: m.yes(service[i]), HighestTraining: m.text(trained[i]),
			Hired: m.text(fmt.Sprintf("%d-08-15", pick(fresh[i], m.Year, FirstYear-i%35))),
		})
	}
	return rows
}

// trainingHours are hundredths of hours in the cycle so far. 2020 is the last year of
// the former cycle, 2025 that of the plan's; in between the hours grow by the year.
func (m *maker) trainingHours(done bool) int {
	years := m.Year - FirstYear
	if years == 0 {
		years = LastYear - FirstYear
	}
	return 50 * years * pick(done, m.between(144, 190), m.between(90, 143))
}

// academicDegree is the degree that usually goes with a level of education.
func academicDegree(education string) string {
	switch education {
	case "本科", "大学本科", "21":
		return "学士"
	case "硕士", "硕士研究生", "14":
		return "硕士"
	case "博士":
		return "博士"
	}
	return "无"
}
