package tonghua_test

import (
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// 三（十） 教师队伍: what its statements may mean otherwise.

func TestReadingsOfEthicsVeto(t *testing.T) {
	differ(t, tonghua.EthicsVeto, everyDecision(), "honours-and-promotion", nil, ambiguity[honours.Record]{
		reading: "honours", says: "a candidate with an ethics problem is promoted",
		records: register(times(99, decided(indicators.Honour, yes, no, no)), times(1, decided(indicators.Promotion, yes, no, yes))),
		decides: missed(99, 100, 1), otherwise: met(99, 99)})
}

func TestReadingsOfBackboneTeachers(t *testing.T) {
	of := func(n int, stage indicators.Stage, tier indicators.Tier) []teacher.Record {
		return times(n, teacher.Record{Stage: stage, Backbone: tier})
	}
	const primary, preschool, none = indicators.Primary, indicators.Preschool, indicators.NoTier
	const county, city, province = indicators.CountyTier, indicators.CityTier, indicators.ProvinceTier

	// 2 % of 101 is 2.02: the third one is missing.
	differ(t, tonghua.BackboneProvince, teachersShare("2", "2"), "school-teachers", nil, ambiguity[teacher.Record]{
		reading: "all-teachers", says: "a kindergarten teacher without title joins the hundred",
		records: register(of(2, primary, province), of(98, primary, none), of(1, preschool, none)),
		decides: met(2, 100), otherwise: missed(2, 101, 1)})

	differ(t, tonghua.BackboneCity, teachersShare("2", "5"), "disjoint", nil, []ambiguity[teacher.Record]{
		{"nested", "one of five is a provincial backbone teacher", register(of(4, primary, city), of(1, primary, province), of(95, primary, none)),
			missed(4, 100, 1), met(5, 100), plan.Threshold{}},
		{"all-teachers", "a kindergarten teacher without title joins the hundred",
			register(of(5, primary, city), of(95, primary, none), of(1, preschool, none)), met(5, 100), missed(5, 101, 1), plan.Threshold{}},
	}...)

	differ(t, tonghua.BackboneCounty, teachersShare("2", "10"), "disjoint", nil, []ambiguity[teacher.Record]{
		{"nested", "two of ten hold higher titles",
			register(of(8, primary, county), of(1, primary, city), of(1, primary, province), of(90, primary, none)),
			missed(8, 100, 2), met(10, 100), plan.Threshold{}},
		{"all-teachers", "a vocational teacher without title joins the hundred",
			register(of(10, primary, county), of(90, primary, none), of(1, indicators.Vocational, none)),
			met(10, 100), missed(10, 101, 1), plan.Threshold{}},
	}...)
}

// The plan says 65 % twice, over specialist teachers in the section and over
// full-time teachers in box 12. 65 % of 101 is 65.65: the 66th one is missing.
func TestReadingsOfDualQualifiedTeachers(t *testing.T) {
	of := func(n int, stage indicators.Stage, specialist, fullTime, dual indicators.Answer) []teacher.Record {
		return times(n, teacher.Record{Stage: stage, Specialist: specialist, FullTime: fullTime, DualQualified: dual})
	}
	const vocational, college = indicators.Vocational, indicators.VocationalCollege
	hundred := register(of(65, vocational, yes, yes, yes), of(35, vocational, yes, yes, no))
	collegeTeacher := register(hundred, of(1, college, yes, yes, no))
	mathematician := register(hundred, of(1, vocational, no, yes, no))
	visitor := register(hundred, of(1, vocational, yes, no, no))

	section := teachersShare("2", "65")
	differ(t, tonghua.DualQualifiedSpecialist, section, "specialist", nil, []ambiguity[teacher.Record]{
		{"secondary-specialist", "a college has a specialist who is not dual-qualified", collegeTeacher,
			missed(65, 101, 1), met(65, 100), plan.Threshold{}},
		{"full-time", "a full-time teacher of mathematics is not dual-qualified", mathematician,
			met(65, 100), missed(65, 101, 1), plan.Threshold{}},
		{"full-time", "a part-time specialist is not dual-qualified", visitor,
			missed(65, 101, 1), met(65, 100), plan.Threshold{}},
	}...)

	box := teachersShare("2", "65")
	box.zh, box.en = "专栏12第2项", "Box 12, item 2"
	differ(t, tonghua.DualQualifiedFulltime, box, "full-time", nil, []ambiguity[teacher.Record]{
		{"secondary-full-time", "a college has a full-time teacher who is not dual-qualified", collegeTeacher,
			missed(65, 101, 1), met(65, 100), plan.Threshold{}},
		{"specialist", "a full-time teacher of mathematics is not dual-qualified", mathematician,
			missed(65, 101, 1), met(65, 100), plan.Threshold{}},
		{"specialist", "a part-time specialist is not dual-qualified", visitor,
			met(65, 100), missed(65, 101, 1), plan.Threshold{}},
	}...)
}

func TestReadingsOfTrainingHours(t *testing.T) {
	says := teachersShare("3", "100")
	says.each, says.population.Basis = atLeast("360", quantity.Hour, plan.Stated), plan.Convention
	differ(t, tonghua.TeacherTrainingHours, says, "each", []string{"average", "own-cycle"})

	differ(t, tonghua.DigitalTrainingPractice, halfPractice(), "of-taken", nil, []ambiguity[teacher.Record]{
		{"of-fifty", "30 hours of practice in 80 are 37.5 %, but more than 25",
			register(times(99, practised(25, 50)), times(1, practised(30, 80))), missed(99, 100, 1), met(100, 100), plan.Threshold{}},
		{"of-fifty", "24 hours of practice in 40 are 60 %, but less than 25",
			register(times(99, practised(25, 50)), times(1, practised(24, 40))), met(100, 100), missed(99, 100, 1), plan.Threshold{}},
		{"of-fifty", "24.99 hours of practice in 49 are half, but less than 25",
			times(1, practised(24.99, 49)), met(1, 1), missed(0, 1, 1), plan.Threshold{}},
	}...)
}

func TestReadingsOfTeachersEducation(t *testing.T) {
	of := func(n int, stage indicators.Stage, level indicators.Education, fullTime indicators.Answer) []teacher.Record {
		return times(n, teacher.Record{Stage: stage, Education: level, FullTime: fullTime})
	}
	differ(t, tonghua.PrimaryCollege, teachersShare("3", "100"), "all-teachers", nil, ambiguity[teacher.Record]{
		reading: "full-time", says: "a substitute teacher has a senior-high education",
		records: register(of(99, indicators.Primary, indicators.College, yes), of(1, indicators.Primary, indicators.SeniorHighEducation, no)),
		decides: missed(99, 100, 1), otherwise: met(99, 99)})
	differ(t, tonghua.JuniorBachelor, teachersShare("3", "100"), "all-teachers", nil, ambiguity[teacher.Record]{
		reading: "full-time", says: "a part-time teacher has a college education",
		records: register(of(99, indicators.JuniorHigh, indicators.Bachelor, yes), of(1, indicators.JuniorHigh, indicators.College, no)),
		decides: missed(99, 100, 1), otherwise: met(99, 99)})
	// 12 % of 101 is 12.12: the thirteenth one is missing.
	differ(t, tonghua.SeniorMaster, teachersShare("3", "12"), "all-teachers", nil, []ambiguity[teacher.Record]{
		{"degree-counts", "one of a hundred holds a master's degree and is no graduate", register(
			times(11, teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master, MasterDegree: yes}),
			times(1, teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor, MasterDegree: yes}),
			times(88, teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor, MasterDegree: no})),
			missed(11, 100, 1), met(12, 100), plan.Threshold{}},
		{"full-time", "a part-time bachelor joins the hundred", register(of(12, indicators.SeniorHigh, indicators.Master, yes),
			of(88, indicators.SeniorHigh, indicators.Bachelor, yes), of(1, indicators.SeniorHigh, indicators.Bachelor, no)),
			missed(12, 101, 1), met(12, 100), plan.Threshold{}},
		{"full-time", "one of twelve masters teaches part-time", register(of(11, indicators.SeniorHigh, indicators.Master, yes),
			of(88, indicators.SeniorHigh, indicators.Bachelor, yes), of(1, indicators.SeniorHigh, indicators.Master, no)),
			met(12, 100), missed(11, 99, 1), plan.Threshold{}},
		{"full-time", "nobody says who is full-time", register(of(12, indicators.SeniorHigh, indicators.Master, 0),
			of(88, indicators.SeniorHigh, indicators.Bachelor, 0)), met(12, 100), open(verdict.MissingData, 0, 12), plan.Threshold{}},
	}...)
}
