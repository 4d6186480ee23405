package tonghua_test

import (
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// 三（十一） 教育信息化

// spacePolicies are those of a real-name space for everybody in primary and
// general secondary schools.
func spacePolicies[R any](with func(indicators.Stage, indicators.Answer) R) []policy[R] {
	general := []indicators.Stage{indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh}
	others := []indicators.Stage{indicators.Preschool, indicators.Vocational, indicators.VocationalCollege, indicators.Special}
	each := func(stages []indicators.Stage, space indicators.Answer) []R {
		var list []R
		for _, stage := range stages {
			list = append(list, with(stage, space))
		}
		return list
	}
	primary := times(997, with(indicators.Primary, yes))
	return []policy[R]{
		{"everybody of primary, junior and senior high has one", register(primary, each(general, yes)), met(1000, 1000)},
		{"each of those stages counts if somebody has none", register(primary, each(general, no)), missed(997, 1000, 3)},
		{"one of a thousand without is one short",
			register(primary, each(general[:2], yes), each(general[2:], no)), missed(999, 1000, 1)},
		{"kindergartens, vocational institutions and special schools are not asked", register(primary, each(others, no)), met(997, 997)},
		{"they alone: not applicable", each(others, yes), notApplicable(verdict.EmptyScope)},
		{"one who does not say: undetermined", register(primary, each(general[:1], 0)), open(verdict.MissingData, 0, 1)},
		{"one of an unknown stage without may count", append(primary, with(0, no)), open(verdict.MissingData, 0, 1)},
		{"one of an unknown stage with a space does no harm", append(primary, with(0, yes)), certain()},
		{"an unreadable answer is unknown", append(primary, with(indicators.Primary, indicators.InvalidWord)), open(verdict.InvalidData, 0, 1)},
		{"nobody at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}
}

// spaceReadings let one vocational, or one senior-high, person go without.
func spaceReadings[R any](with func(indicators.Stage, indicators.Answer) R) []ambiguity[R] {
	primary := times(99, with(indicators.Primary, yes))
	return []ambiguity[R]{
		{"with-vocational", "somebody of a secondary vocational school has none", append(primary, with(indicators.Vocational, no)),
			met(99, 99), missed(99, 100, 1), plan.Threshold{}},
		{"compulsory-only", "somebody of a senior high school has none", append(primary, with(indicators.SeniorHigh, no)),
			missed(99, 100, 1), met(99, 99), plan.Threshold{}},
	}
}

func TestRealnamePupils(t *testing.T) {
	says := everyPupil("三（十一）第1段、专栏13第3项", "Part 3, section 11, paragraph 1; Box 13, item 3", plan.Convention)
	with := func(stage indicators.Stage, space indicators.Answer) pupil.Record {
		return pupil.Record{Stage: stage, RealNameSpace: space}
	}
	hold(t, tonghua.Pupils(), tonghua.RealnamePupils, says, spacePolicies(with)...)
	differ(t, tonghua.RealnamePupils, says, "general-schools", nil, spaceReadings(with)...)
}

func TestRealnameTeachers(t *testing.T) {
	says := clause{zh: "专栏13第3项", en: "Box 13, item 3", population: atLeast("100", quantity.Percent, plan.Convention),
		of: quantity.Teacher, per: quantity.Teacher}
	with := func(stage indicators.Stage, space indicators.Answer) teacher.Record {
		return teacher.Record{Stage: stage, RealNameSpace: space}
	}
	hold(t, tonghua.Teachers(), tonghua.RealnameTeachers, says, spacePolicies(with)...)
	differ(t, tonghua.RealnameTeachers, says, "general-schools", nil, spaceReadings(with)...)
}

func TestMultimediaCoverage(t *testing.T) {
	equipped := func(answer indicators.Answer) func(indicators.SchoolKind) school.Record {
		return func(kind indicators.SchoolKind) school.Record { return school.Record{Kind: kind, Multimedia: answer} }
	}
	has, lacks, unknown := equipped(yes), equipped(no), equipped(0)
	says := everySchool("三（十一）第1段", "Part 3, section 11, paragraph 1")
	says.population.Basis = plan.Convention
	primary := times(99, has(indicators.PrimarySchool))
	points, villagePrimaryUp := compulsory[:1], compulsory[1:]

	hold(t, tonghua.Schools(), tonghua.MultimediaCoverage, says, []policy[school.Record]{
		{"every kind of school from village primary up has it", schools(has, villagePrimaryUp, withSenior), met(6, 6)},
		{"every one of those kinds counts if it does not", schools(lacks, villagePrimaryUp, withSenior), missed(0, 6, 6)},
		{"a hundred schools, all of them", register(primary, schools(has, withSenior[:1])), met(100, 100)},
		{"one of a hundred without is one school short", register(primary, schools(lacks, withSenior[:1])), missed(99, 100, 1)},
		{"a teaching point is below a village primary school", register(primary, schools(lacks, points)), met(99, 99)},
		{"kindergartens, vocational and special schools are not asked", register(primary, schools(lacks, neither)), met(99, 99)},
		{"teaching points alone: not applicable", schools(has, points), notApplicable(verdict.EmptyScope)},
		{"one school that does not say: undetermined", register(primary, schools(unknown, withSenior[:1])), open(verdict.MissingData, 0, 1)},
		{"no schools at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}...)
	differ(t, tonghua.MultimediaCoverage, says, "general-schools", nil, []ambiguity[school.Record]{
		{"with-vocational", "a secondary vocational school has none", append(primary, lacks(indicators.VocationalSchool)),
			met(99, 99), missed(99, 100, 1), plan.Threshold{}},
		{"compulsory-only", "a senior high school has none", append(primary, lacks(indicators.SeniorHighSchool)),
			missed(99, 100, 1), met(99, 99), plan.Threshold{}},
	}...)
}

func TestBroadband100m(t *testing.T) {
	connected := func(mbps int) func(indicators.SchoolKind) school.Record {
		return func(kind indicators.SchoolKind) school.Record {
			return school.Record{Kind: kind, Bandwidth: quantity.N(mbps)}
		}
	}
	at, below := connected(100), connected(99)
	says := everySchool("专栏13第1项", "Box 13, item 1")
	says.each = atLeast("100", quantity.Mbps, plan.Stated)
	primary := times(99, at(indicators.PrimarySchool))
	kindergarten, others := neither[:1], neither[1:]

	hold(t, tonghua.Schools(), tonghua.Broadband100m, says, []policy[school.Record]{
		{"99 Mbps are too few", schools(below, kindergarten), missed(0, 1, 1)},
		{"100 Mbps are enough", schools(at, kindergarten), met(1, 1)},
		{"101 Mbps are enough", schools(connected(101), kindergarten), met(1, 1)},
		{"no line at all is too few", schools(connected(0), kindergarten), missed(0, 1, 1)},
		{"kindergartens and every kind of school from village primary up", schools(at, kindergarten, compulsory[1:], withSenior), met(7, 7)},
		{"every one of those kinds counts if it has less", schools(below, kindergarten, compulsory[1:], withSenior), missed(0, 7, 7)},
		{"a teaching point belongs to its central school", register(primary, schools(below, compulsory[:1])), met(99, 99)},
		{"a hundred schools, all of them", register(primary, schools(at, kindergarten)), met(100, 100)},
		{"one of a hundred below is one school short", register(primary, schools(below, kindergarten)), missed(99, 100, 1)},
		{"a gigabit for one does not make up for another",
			register(primary, schools(connected(1000), kindergarten), schools(below, kindergarten)), missed(100, 101, 1)},
		{"vocational and special schools are not asked", register(primary, schools(below, others)), met(99, 99)},
		{"vocational and special schools alone: not applicable", schools(at, others), notApplicable(verdict.EmptyScope)},
		{"a line that nobody knows: undetermined",
			append(primary, school.Record{Kind: indicators.KindergartenSchool}), open(verdict.MissingData, 0, 1)},
		{"a negative bandwidth is none", register(primary, schools(connected(-100), kindergarten)), open(verdict.InvalidData, 0, 1)},
		{"no schools at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}...)
	differ(t, tonghua.Broadband100m, says, "general-schools", nil, []ambiguity[school.Record]{
		{"with-vocational", "a secondary vocational school has 99 Mbps", append(primary, below(indicators.VocationalSchool)),
			met(99, 99), missed(99, 100, 1), plan.Threshold{}},
		{"compulsory-only", "a senior high school has 99 Mbps", append(primary, below(indicators.SeniorHighSchool)),
			missed(99, 100, 1), met(99, 99), plan.Threshold{}},
		{"with-teaching-points", "a teaching point has 99 Mbps", append(primary, below(indicators.TeachingPoint)),
			met(99, 99), missed(99, 100, 1), plan.Threshold{}},
	}...)
}

func TestKindergartensAreConnectedUnderEveryReadingOfBroadband(t *testing.T) {
	rule := tonghua.Broadband100m
	r, err := rule.Evaluate(midTerm, school.Record{Kind: indicators.KindergartenSchool, Bandwidth: quantity.N(99)})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range r.Readings {
		if o.Outcome != verdict.NotMet {
			t.Errorf("reading %s: %s", o.Key, o.Outcome)
		}
	}
}
