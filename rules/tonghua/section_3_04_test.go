package tonghua_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// 三（四） 义务教育优质均衡

func TestLargeDistrict(t *testing.T) {
	lying := func(where indicators.Locality, district indicators.Answer) func(indicators.SchoolKind) school.Record {
		return func(kind indicators.SchoolKind) school.Record {
			return school.Record{Kind: kind, Locality: where, LargeDistrict: district}
		}
	}
	const urban, town, rural, yes, no = indicators.Urban, indicators.Town, indicators.Rural, indicators.Yes, indicators.No
	says := everySchool("专栏6第1项", "Box 6, item 1")
	says.population.Basis = plan.Convention
	throughStages := withSenior[:1:1]
	throughStages = append(throughStages, indicators.TwelveYearSchool)
	inside := times(99, lying(urban, yes)(indicators.PrimarySchool))
	primary := []indicators.SchoolKind{indicators.PrimarySchool}

	hold(t, tonghua.Schools(), tonghua.LargeDistrict, says, []policy[school.Record]{
		{"every kind of urban compulsory school belongs to a district", schools(lying(urban, yes), compulsory, throughStages), met(6, 6)},
		{"every one of those kinds counts if it does not", schools(lying(urban, no), compulsory, throughStages), missed(0, 6, 6)},
		{"a hundred urban schools, all of them", register(inside, schools(lying(urban, yes), primary)), met(100, 100)},
		{"one of a hundred outside is one school short", register(inside, schools(lying(urban, no), primary)), missed(99, 100, 1)},
		{"schools of towns and villages are not asked",
			register(inside, schools(lying(town, no), compulsory), schools(lying(rural, no), compulsory)), met(99, 99)},
		{"urban senior high schools and kindergartens are not asked",
			register(inside, schools(lying(urban, no), []indicators.SchoolKind{indicators.SeniorHighSchool, indicators.KindergartenSchool})), met(99, 99)},
		{"rural schools alone: not applicable", schools(lying(rural, no), compulsory), notApplicable(verdict.EmptyScope)},
		{"one urban school that does not say: undetermined", register(inside, schools(lying(urban, 0), primary)), open(verdict.MissingData, 0, 1)},
		{"a school outside a district may lie in the city", register(inside, schools(lying(0, no), primary)), open(verdict.MissingData, 0, 1)},
		{"an unreadable answer is unknown", register(inside, schools(lying(urban, indicators.InvalidWord), primary)), open(verdict.InvalidData, 0, 1)},
		{"no schools at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}...)
	differ(t, tonghua.LargeDistrict, says, "compulsory-schools", nil, ambiguity[school.Record]{
		reading: "all-urban-schools", says: "an urban senior high school stays outside, so does an urban kindergarten",
		records: register(inside, schools(lying(urban, no), []indicators.SchoolKind{indicators.SeniorHighSchool, indicators.KindergartenSchool})),
		decides: met(99, 99), otherwise: missed(99, 100, 1)})
}

func TestOversizedClasses(t *testing.T) {
	says := clause{zh: "专栏6第3项", en: "Box 6, item 3", each: threshold(plan.AtMost, "55", quantity.Pupil, plan.Official),
		population: atLeast("100", quantity.Percent, plan.Convention), of: quantity.Class, per: quantity.Class}
	classes := func(n int, stage indicators.Stage, pupils int) []class.Record {
		return times(n, class.Record{Stage: stage, Pupils: quantity.N(pupils)})
	}
	const primary, junior = indicators.Primary, indicators.JuniorHigh

	hold(t, tonghua.Classes(), tonghua.OversizedClasses, says, []policy[class.Record]{
		{"a class of 54 pupils is not oversized", classes(1, primary, 54), met(1, 1)},
		{"a class of 55 pupils is not oversized", classes(1, primary, 55), met(1, 1)},
		{"a class of 56 pupils is", classes(1, primary, 56), missed(0, 1, 1)},
		{"so it is in junior high", register(classes(1, junior, 55), classes(1, junior, 56)), missed(1, 2, 1)},
		{"a thousand classes, none oversized", classes(1000, primary, 45), met(1000, 1000)},
		{"one of a thousand oversized is one class short", register(classes(999, primary, 45), classes(1, junior, 56)), missed(999, 1000, 1)},
		{"an oversized class of a senior high school or kindergarten is another matter",
			register(classes(99, primary, 45), classes(1, indicators.SeniorHigh, 60), classes(1, indicators.Preschool, 60)), met(99, 99)},
		{"senior high classes alone: not applicable", classes(9, indicators.SeniorHigh, 40), notApplicable(verdict.EmptyScope)},
		{"a class that nobody counted: undetermined",
			register(classes(99, primary, 45), times(1, class.Record{Stage: primary})), open(verdict.MissingData, 0, 1)},
		{"a class of 56 of an unknown stage may be of the compulsory one",
			register(classes(99, primary, 45), classes(1, 0, 56)), open(verdict.MissingData, 0, 1)},
		{"a class of 55 of an unknown stage does no harm", register(classes(99, primary, 45), classes(1, 0, 55)), certain()},
		{"a negative class is none", register(classes(99, primary, 45), classes(1, primary, -1)), open(verdict.InvalidData, 0, 1)},
		{"no classes at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}...)

	five := threshold(plan.AtMost, "5", quantity.Percent, plan.Official)
	differ(t, tonghua.OversizedClasses, says, "none", nil, []ambiguity[class.Record]{
		{"at-most-five-percent", "one class of a hundred is oversized", register(classes(99, primary, 45), classes(1, primary, 56)),
			missed(99, 100, 1), met(1, 100), five},
		{"at-most-five-percent", "five classes of a hundred are oversized", register(classes(95, primary, 45), classes(5, primary, 56)),
			missed(95, 100, 5), met(5, 100), five},
		{"evaluation-sizes", "a primary class of 46 does not", register(classes(1, primary, 46), classes(1, junior, 46)),
			met(2, 2), missed(1, 2, 1), says.population},
		{"evaluation-sizes", "nor does a junior one of 51", classes(1, junior, 51), met(1, 1), missed(0, 1, 1), says.population},
	}...)
	t.Run("six oversized classes of a hundred are too many under either reading", func(t *testing.T) {
		r, err := tonghua.OversizedClasses.Evaluate(midTerm, register(classes(94, primary, 45), classes(6, primary, 56))...)
		require.NoError(t, err)
		checkVerdict(t, r, says, missed(94, 100, 6))
		assert.Equal(t, verdict.NotMet, r.Readings[1].Outcome)
		assert.Equal(t, verdict.AboveThreshold, r.Readings[1].Reason)
	})
}
