package tonghua_test

import (
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// 三（十） 教师队伍: what each rule demands. Its readings are in
// section_3_10_readings_test.go.

// everyDecision is a duty on each decision on honours.
func everyDecision() clause {
	return clause{zh: "三（十）第1段", en: "Part 3, section 10, paragraph 1",
		population: atLeast("100", quantity.Percent, plan.Convention), of: quantity.Decision, per: quantity.Decision}
}

// teachersShare is a share of teachers that a paragraph of the section demands.
func teachersShare(paragraph, percent string) clause {
	return clause{zh: "三（十）第" + paragraph + "段", en: "Part 3, section 10, paragraph " + paragraph,
		population: atLeast(percent, quantity.Percent, plan.Stated), of: quantity.Teacher, per: quantity.Teacher}
}

// decided is a decision on a candidate.
func decided(kind indicators.HonourKind, problem, passed, granted indicators.Answer) honours.Record {
	return honours.Record{Kind: kind, EthicsProblem: problem, EthicsPassed: passed, Granted: granted}
}

const yes, no = indicators.Yes, indicators.No

func TestEthicsVeto(t *testing.T) {
	const honour, selection, promotion = indicators.Honour, indicators.Selection, indicators.Promotion
	refused := times(99, decided(honour, yes, no, no))
	one := func(kind indicators.HonourKind, problem, granted indicators.Answer) []honours.Record {
		return register(refused, times(1, decided(kind, problem, no, granted)))
	}
	hold(t, tonghua.Honours(), tonghua.EthicsVeto, everyDecision(), []policy[honours.Record]{
		{"all candidates with an ethics problem are refused: kept", one(selection, yes, no), met(100, 100)},
		{"one honour to a candidate with a problem breaks it", one(honour, yes, yes), missed(99, 100, 1)},
		{"one selection of a candidate with a problem breaks it", one(selection, yes, yes), missed(99, 100, 1)},
		{"a candidate without a problem may be honoured", one(honour, no, yes), met(99, 99)},
		{"one promotion of a candidate with a problem breaks it", one(promotion, yes, yes), missed(99, 100, 1)},
		{"no candidate has a problem: not applicable", times(99, decided(honour, no, yes, yes)), notApplicable(verdict.EmptyScope)},
		{"whether a problem is on record matters where the honour was granted", one(honour, 0, yes), open(verdict.MissingData, 0, 1)},
		{"whether a problem is on record does not matter where it was not", one(honour, 0, no), certain()},
		{"what was decided on need not be known", one(0, yes, yes), missed(99, 100, 1)},
		{"whether it was granted has to be known", one(honour, yes, 0), open(verdict.MissingData, 0, 1)},
		{"an unreadable decision is unknown", one(honour, yes, indicators.InvalidWord), open(verdict.InvalidData, 0, 1)},
		{"no decisions at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}...)
}

func TestEthicsHonoursBasis(t *testing.T) {
	const honour, selection, promotion = indicators.Honour, indicators.Selection, indicators.Promotion
	honoured := times(99, decided(honour, no, yes, yes))
	one := func(kind indicators.HonourKind, passed, granted indicators.Answer) []honours.Record {
		return register(honoured, times(1, decided(kind, no, passed, granted)))
	}
	hold(t, tonghua.Honours(), tonghua.EthicsHonoursBasis, everyDecision(), []policy[honours.Record]{
		{"all who are honoured or selected passed the assessment: kept", one(selection, yes, yes), met(100, 100)},
		{"one honoured without having passed breaks it", one(honour, no, yes), missed(99, 100, 1)},
		{"one selected without having passed breaks it", one(selection, no, yes), missed(99, 100, 1)},
		{"a candidate refused need not have passed", one(honour, no, no), met(99, 99)},
		{"a promotion is no honour", one(promotion, no, yes), met(99, 99)},
		{"nobody is honoured: not applicable", times(9, decided(honour, no, no, no)), notApplicable(verdict.EmptyScope)},
		{"whether one honoured passed has to be known", one(honour, 0, yes), open(verdict.MissingData, 0, 1)},
		{"whether one who did not pass is honoured has to be known", one(honour, no, 0), open(verdict.MissingData, 0, 1)},
		{"whether one who passed is honoured does not matter", one(honour, yes, 0), certain()},
		{"no decisions at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}...)
	unambiguous(t, tonghua.EthicsHonoursBasis)
}

// kinds are teachers for a share: those that count, those in scope that do not,
// those that the target does not ask about, and those that do not say.
type kinds struct{ counted, not, outside, unknown teacher.Record }

// sharePolicies are those of a share of teachers of whom n in a thousand are wanted.
func sharePolicies(n int, k kinds) []policy[teacher.Record] {
	of := func(counted, not int, more ...teacher.Record) []teacher.Record {
		return register(times(counted, k.counted), times(not, k.not), more)
	}
	at := uint64(n)
	list := []policy[teacher.Record]{
		{"so many of a thousand teachers meet the target", of(n, 1000-n), met(at, 1000)},
		{"one teacher fewer does not", of(n-1, 1001-n), missed(at-1, 1000, 1)},
		{"none of a thousand leaves them all short", of(0, 1000), missed(0, 1000, at)},
		{"other teachers are not asked", of(n, 1000-n, times(500, k.outside)...), met(at, 1000)},
		{"other teachers alone: not applicable", times(500, k.outside), notApplicable(verdict.EmptyScope)},
		{"one who does not say may be the last one", of(n-1, 1000-n, k.unknown), open(verdict.MissingData, 0, 1)},
		{"one who does not say cannot make up for two", of(n-2, 1001-n, k.unknown), hopeless(1, 2)},
		{"no teachers at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}
	if n < 1000 {
		list = append(list,
			policy[teacher.Record]{"one teacher more does", of(n+1, 999-n), met(at+1, 1000)},
			policy[teacher.Record]{"one who does not say changes nothing at the target", of(n, 999-n, k.unknown), certain()})
	}
	return list
}

func TestBackboneTeachers(t *testing.T) {
	holding := func(tier indicators.Tier) teacher.Record {
		return teacher.Record{Stage: indicators.JuniorHigh, Backbone: tier}
	}
	elsewhere := teacher.Record{Stage: indicators.Vocational, Backbone: indicators.NationTier}
	none, unknown := holding(indicators.NoTier), holding(0)

	says := teachersShare("2", "2")
	hold(t, tonghua.Teachers(), tonghua.BackboneProvince, says,
		sharePolicies(20, kinds{holding(indicators.ProvinceTier), holding(indicators.CityTier), elsewhere, unknown})...)
	hold(t, tonghua.Teachers(), tonghua.BackboneProvince, says, policy[teacher.Record]{
		"a national title is a provincial one and more", register(times(20, holding(indicators.NationTier)), times(980, none)), met(20, 1000)})

	says = teachersShare("2", "5")
	hold(t, tonghua.Teachers(), tonghua.BackboneCity, says,
		sharePolicies(50, kinds{holding(indicators.CityTier), holding(indicators.CountyTier), elsewhere, unknown})...)
	hold(t, tonghua.Teachers(), tonghua.BackboneCity, says, policy[teacher.Record]{"a provincial title counts at its own level alone",
		register(times(49, holding(indicators.CityTier)), times(1, holding(indicators.ProvinceTier)), times(950, none)), missed(49, 1000, 1)})

	says = teachersShare("2", "10")
	hold(t, tonghua.Teachers(), tonghua.BackboneCounty, says,
		sharePolicies(100, kinds{holding(indicators.CountyTier), holding(indicators.SchoolTier), elsewhere, unknown})...)
	hold(t, tonghua.Teachers(), tonghua.BackboneCounty, says, policy[teacher.Record]{"a city title counts at its own level alone",
		register(times(99, holding(indicators.CountyTier)), times(1, holding(indicators.CityTier)), times(900, none)), missed(99, 1000, 1)})
}

func TestBackboneTeachersOfAllGeneralStages(t *testing.T) {
	for _, stage := range []indicators.Stage{indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh} {
		r := times(98, teacher.Record{Stage: stage, Backbone: indicators.NoTier})
		r = register(r, times(2, teacher.Record{Stage: stage, Backbone: indicators.ProvinceTier}))
		hold(t, tonghua.Teachers(), tonghua.BackboneProvince, teachersShare("2", "2"),
			policy[teacher.Record]{"2 % of the teachers of stage " + stage.String(), r, met(2, 100)})
	}
}

func TestDualQualifiedSpecialist(t *testing.T) {
	of := func(stage indicators.Stage, specialist, dual indicators.Answer) teacher.Record {
		return teacher.Record{Stage: stage, Specialist: specialist, DualQualified: dual}
	}
	const vocational, college = indicators.Vocational, indicators.VocationalCollege
	says := teachersShare("2", "65")
	hold(t, tonghua.Teachers(), tonghua.DualQualifiedSpecialist, says,
		sharePolicies(650, kinds{of(vocational, yes, yes), of(college, yes, no), of(vocational, no, no), of(vocational, yes, 0)})...)
	hold(t, tonghua.Teachers(), tonghua.DualQualifiedSpecialist, says, []policy[teacher.Record]{
		{"a teacher of a senior high school is not asked", times(9, of(indicators.SeniorHigh, yes, no)), notApplicable(verdict.EmptyScope)},
		{"64.996 % is not rounded up to 65 %",
			register(times(16_249, of(vocational, yes, yes)), times(8_751, of(vocational, yes, no))), missed(16_249, 25_000, 1)},
	}...)
}

func TestDualQualifiedFulltime(t *testing.T) {
	of := func(stage indicators.Stage, fullTime, dual indicators.Answer) teacher.Record {
		return teacher.Record{Stage: stage, FullTime: fullTime, DualQualified: dual}
	}
	const vocational, college = indicators.Vocational, indicators.VocationalCollege
	says := teachersShare("2", "65")
	says.zh, says.en = "专栏12第2项", "Box 12, item 2"
	hold(t, tonghua.Teachers(), tonghua.DualQualifiedFulltime, says,
		sharePolicies(650, kinds{of(vocational, yes, yes), of(college, yes, no), of(vocational, no, no), of(vocational, yes, 0)})...)
	hold(t, tonghua.Teachers(), tonghua.DualQualifiedFulltime, says, policy[teacher.Record]{
		"a teacher of a senior high school is not asked", times(9, of(indicators.SeniorHigh, yes, no)), notApplicable(verdict.EmptyScope)})
}

// hoursPolicies are those of a duty of so many hours on each teacher.
func hoursPolicies(hours int, with func(quantity.Hours) teacher.Record) []policy[teacher.Record] {
	of := func(n int, hours float64) []teacher.Record { return times(n, with(quantity.HoursOf(hours))) }
	h := float64(hours)
	return []policy[teacher.Record]{
		{"a hundredth of an hour below falls short", of(1, h-0.01), missed(0, 1, 1)},
		{"exactly the hours do not", of(1, h), met(1, 1)},
		{"a hundredth of an hour above does not", of(1, h+0.01), met(1, 1)},
		{"a thousand teachers, all of them", of(1000, h), met(1000, 1000)},
		{"one of a thousand below is one teacher short", register(of(999, h), of(1, h-0.01)), missed(999, 1000, 1)},
		{"the hours of one do not make up for another", register(of(1, 2*h), of(1, 0)), missed(1, 2, 1)},
		{"a teacher whose hours nobody knows: undetermined", register(of(999, h), times(1, with(quantity.Hours{}))), open(verdict.MissingData, 0, 1)},
		{"negative hours are none", register(of(999, h), of(1, -1)), open(verdict.InvalidData, 0, 1)},
		{"no teachers at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}
}

func TestTeacherTrainingHours(t *testing.T) {
	says := teachersShare("3", "100")
	says.each, says.population.Basis = atLeast("360", quantity.Hour, plan.Stated), plan.Convention
	hold(t, tonghua.Teachers(), tonghua.TeacherTrainingHours, says, hoursPolicies(360, func(h quantity.Hours) teacher.Record {
		return teacher.Record{TrainingHours: h}
	})...)
	cook := teacher.Record{TrainingHours: quantity.WholeHours(0)}
	cook.Skip()
	trained := func(stage indicators.Stage) teacher.Record {
		return teacher.Record{Stage: stage, TrainingHours: quantity.WholeHours(360)}
	}
	hold(t, tonghua.Teachers(), tonghua.TeacherTrainingHours, says, []policy[teacher.Record]{
		{"it binds teachers of every stage", []teacher.Record{trained(indicators.Preschool), trained(indicators.Primary),
			trained(indicators.Vocational), trained(indicators.Special), {Stage: indicators.VocationalCollege, TrainingHours: quantity.WholeHours(359)}},
			missed(4, 5, 1)},
		{"who came within the cycle does not owe the whole of it", []teacher.Record{trained(indicators.Primary), {AppointedYear: quantity.N(2021), TrainingHours: quantity.WholeHours(300)}}, met(1, 1)},
		{"who came the year before it began does", []teacher.Record{trained(indicators.Primary), {AppointedYear: quantity.N(2020), TrainingHours: quantity.WholeHours(300)}}, missed(1, 2, 1)},
		{"the text speaks of every teacher: who has no year entered is one", []teacher.Record{trained(indicators.Primary), {TrainingHours: quantity.WholeHours(300)}}, missed(1, 2, 1)},
		{"newcomers alone: not applicable", []teacher.Record{{AppointedYear: quantity.N(2024), TrainingHours: quantity.WholeHours(100)}}, notApplicable(verdict.EmptyScope)},
		{"a cook in the staff table is no teacher", []teacher.Record{trained(indicators.Primary), cook}, met(1, 1)},
		{"a kitchen alone has no teachers", []teacher.Record{cook}, notApplicable(verdict.NoRecords)},
	}...)
}

func TestDigitalTrainingHours(t *testing.T) {
	says := teachersShare("3", "100")
	says.each, says.population.Basis = atLeast("50", quantity.Hour, plan.Stated), plan.Convention
	with := func(h quantity.Hours) teacher.Record {
		return teacher.Record{Stage: indicators.SeniorHigh, AppointedYear: quantity.N(2022), DigitalHours: h}
	}
	others := []teacher.Record{{Stage: indicators.Preschool, DigitalHours: quantity.WholeHours(0)},
		{Stage: indicators.Vocational, DigitalHours: quantity.WholeHours(0)}}
	late, undated := with(quantity.WholeHours(0)), with(quantity.WholeHours(0))
	late.AppointedYear, undated.AppointedYear = quantity.N(2023), quantity.Count{}
	hold(t, tonghua.Teachers(), tonghua.DigitalTrainingHours, says, hoursPolicies(50, with)...)
	hold(t, tonghua.Teachers(), tonghua.DigitalTrainingHours, says, []policy[teacher.Record]{
		{"kindergarten and vocational teachers are not asked", register(times(1, with(quantity.WholeHours(50))), others), met(1, 1)},
		{"kindergarten and vocational teachers alone: not applicable", others, notApplicable(verdict.EmptyScope)},
		{"who came after 2022 is not asked", register(times(1, with(quantity.WholeHours(50))), times(1, late)), met(1, 1)},
		{"when a teacher without training came has to be known", register(times(1, with(quantity.WholeHours(50))), times(1, undated)), open(verdict.MissingData, 0, 1)},
	}...)
	unambiguous(t, tonghua.DigitalTrainingHours)
}

// practised is a primary teacher of old with digital hours, so many of them practice.
func practised(practice, digital float64) teacher.Record {
	return teacher.Record{Stage: indicators.Primary, AppointedYear: quantity.N(2015), DigitalHours: quantity.HoursOf(digital), PracticeHours: quantity.HoursOf(practice)}
}

// halfPractice is the demand that half of each teacher's digital hours are practice.
func halfPractice() clause {
	says := teachersShare("3", "100")
	says.each, says.population.Basis = atLeast("50", quantity.Percent, plan.Stated), plan.Convention
	return says
}

func TestDigitalTrainingPractice(t *testing.T) {
	half := times(99, practised(25, 50))
	one := func(r teacher.Record) []teacher.Record { return register(half, times(1, r)) }
	unknown := practised(25, 50)
	unknown.PracticeHours = quantity.Hours{}
	vocational := practised(0, 50)
	vocational.Stage = indicators.Vocational
	hold(t, tonghua.Teachers(), tonghua.DigitalTrainingPractice, halfPractice(), []policy[teacher.Record]{
		{"24.99 of 50 hours are less than half", one(practised(24.99, 50)), missed(99, 100, 1)},
		{"25 of 50 hours are half", one(practised(25, 50)), met(100, 100)},
		{"25.01 of 50 hours are more than half", one(practised(25.01, 50)), met(100, 100)},
		{"30 of 80 hours are less than half of those taken", one(practised(30, 80)), missed(99, 100, 1)},
		{"all hours may be practice", one(practised(60, 60)), met(100, 100)},
		{"more practice than hours is a contradiction", one(practised(51, 50)), open(verdict.InvalidData, 0, 1)},
		{"practice that nobody knows: undetermined", one(unknown), open(verdict.MissingData, 0, 1)},
		{"a teacher without any training has no share of it", one(practised(0, 0)), met(99, 99)},
		{"vocational teachers are not asked", one(vocational), met(99, 99)},
		{"vocational teachers alone: not applicable", times(9, vocational), notApplicable(verdict.EmptyScope)},
		{"no teachers at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}...)
}

func TestFullStaffTraining(t *testing.T) {
	of := func(stage indicators.Stage, trained indicators.Answer) teacher.Record {
		return teacher.Record{Stage: stage, CurrentRoundTrained: trained}
	}
	says := teachersShare("3", "100")
	says.population.Basis = plan.Convention
	hold(t, tonghua.Teachers(), tonghua.FullStaffTraining, says, sharePolicies(1000,
		kinds{of(indicators.Primary, yes), of(indicators.Preschool, no), of(indicators.Vocational, no), of(indicators.SeniorHigh, 0)})...)
	hold(t, tonghua.Teachers(), tonghua.FullStaffTraining, says, policy[teacher.Record]{"kindergartens, primary and secondary schools are asked",
		[]teacher.Record{of(indicators.Preschool, no), of(indicators.Primary, no), of(indicators.JuniorHigh, no), of(indicators.SeniorHigh, no)},
		missed(0, 4, 4)})
	unambiguous(t, tonghua.FullStaffTraining)
}

func TestTeachersEducation(t *testing.T) {
	of := func(stage indicators.Stage, level indicators.Education) teacher.Record {
		return teacher.Record{Stage: stage, Education: level}
	}
	const primary, junior, senior = indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh

	hold(t, tonghua.Teachers(), tonghua.PrimaryCollege, teachersShare("3", "100"), sharePolicies(1000,
		kinds{of(primary, indicators.College), of(primary, indicators.SeniorHighEducation), of(junior, indicators.SeniorHighEducation), of(primary, 0)})...)
	hold(t, tonghua.Teachers(), tonghua.PrimaryCollege, teachersShare("3", "100"), policy[teacher.Record]{"a bachelor has more than college",
		[]teacher.Record{of(primary, indicators.Bachelor), of(primary, indicators.Doctor)}, met(2, 2)})

	hold(t, tonghua.Teachers(), tonghua.JuniorBachelor, teachersShare("3", "100"), sharePolicies(1000,
		kinds{of(junior, indicators.Bachelor), of(junior, indicators.College), of(primary, indicators.College), of(junior, 0)})...)
	hold(t, tonghua.Teachers(), tonghua.JuniorBachelor, teachersShare("3", "100"), policy[teacher.Record]{"a master has more than a bachelor",
		[]teacher.Record{of(junior, indicators.Master)}, met(1, 1)})

	hold(t, tonghua.Teachers(), tonghua.SeniorMaster, teachersShare("3", "12"), sharePolicies(120,
		kinds{of(senior, indicators.Master), of(senior, indicators.Bachelor), of(indicators.Vocational, indicators.Doctor), of(senior, 0)})...)
	hold(t, tonghua.Teachers(), tonghua.SeniorMaster, teachersShare("3", "12"), []policy[teacher.Record]{
		{"11.996 % is not rounded up to 12 %",
			register(times(2_999, of(senior, indicators.Master)), times(22_001, of(senior, indicators.Bachelor))), missed(2_999, 25_000, 1)},
		{"doctors have more than a master", register(times(12, of(senior, indicators.Doctor)), times(88, of(senior, indicators.Bachelor))), met(12, 100)},
		{"an unreadable level may be a master's", register(times(11, of(senior, indicators.Master)), times(88, of(senior, indicators.Bachelor)),
			times(1, of(senior, indicators.InvalidWord))), open(verdict.InvalidData, 0, 1)},
	}...)
}

func TestTeacherPay(t *testing.T) {
	says := everyCounty("三（十）第4段", "Part 3, section 10, paragraph 4", atLeast("1", quantity.Multiple, plan.Stated))
	pay := func(teachers float64) countyyear.Record {
		return countyyear.Record{Year: quantity.N(2022), TeacherPay: quantity.YuanOf(teachers), CivilServantPay: quantity.WholeYuan(81_000)}
	}
	hold(t, tonghua.CountyYears(), tonghua.TeacherPay, says, countyPolicies(pay(81_000), pay(80_000))...)
	hold(t, tonghua.CountyYears(), tonghua.TeacherPay, says, []policy[countyyear.Record]{
		{"a fen below the civil servants falls short", times(1, pay(80_999.99)), missed(0, 1, 1)},
		{"the same pay does not", times(1, pay(81_000)), met(1, 1)},
		{"a fen above does not", times(1, pay(81_000.01)), met(1, 1)},
	}...)
	unambiguous(t, tonghua.TeacherPay)
}
