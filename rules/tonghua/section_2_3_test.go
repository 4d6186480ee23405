package tonghua_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// 二（三） 发展目标

// enrolmentTarget is a target of 二（三）第2段: so many per cent of the age group.
func enrolmentTarget(percent string) clause {
	return clause{zh: "二（三）第2段", en: "Part 2, section 3, paragraph 2",
		population: atLeast(percent, quantity.Percent, plan.Stated), of: quantity.Pupil, per: quantity.Person}
}

// gross is a figure of pupils of any age beside the age group.
func gross(level indicators.Stage, enrolled, ageGroup int) enrolment.Record {
	return enrolment.Record{Level: level, Enrolled: quantity.N(enrolled), OfficialAge: quantity.N(ageGroup)}
}

// net is a figure of pupils of the official age beside the age group.
func net(level indicators.Stage, ofAge, ageGroup int) enrolment.Record {
	return enrolment.Record{Level: level, EnrolledOfAge: quantity.N(ofAge), OfficialAge: quantity.N(ageGroup)}
}

// of says what area a figure is of.
func of(area indicators.AreaKind, r enrolment.Record) enrolment.Record {
	r.Area = area
	return r
}

func figures(records ...enrolment.Record) []enrolment.Record { return records }

// grossPolicies are those of both gross ratios, whose target is 95 %.
func grossPolicies(level, other indicators.Stage) []policy[enrolment.Record] {
	return []policy[enrolment.Record]{
		{"95 % of the age group enrolled meets the target", figures(gross(level, 950, 1000)), met(950, 1000)},
		{"one enrolled fewer does not", figures(gross(level, 949, 1000)), missed(949, 1000, 1)},
		{"one more does", figures(gross(level, 951, 1000)), met(951, 1000)},
		{"94.996 % is not rounded up to 95 %", figures(gross(level, 94_996, 100_000)), missed(94_996, 100_000, 4)},
		{"95 % of 1,001 is 950.95, so 950 are one short", figures(gross(level, 950, 1001)), missed(950, 1001, 1)},
		{"more enrolled than the age group has is possible", figures(gross(level, 1030, 1000)), met(1030, 1000)},
		{"a county below the figure is no breach if the city as a whole reaches it",
			figures(gross(level, 900, 1000), gross(level, 1000, 1000)), met(1900, 2000)},
		{"a county above the figure does not hide that the city as a whole falls short",
			figures(gross(level, 900, 1000), gross(level, 999, 1000)), missed(1899, 2000, 1)},
		{"the city's total beside its counties would count everybody twice",
			figures(of(indicators.WholeCity, gross(level, 1900, 2000)), of(indicators.CountyArea, gross(level, 950, 1000)), of(indicators.CountyArea, gross(level, 950, 1000))), open(verdict.TotalsAndParts, 0, 0)},
		{"nor does it stand beside what the city runs itself",
			figures(of(indicators.WholeCity, gross(level, 950, 1000)), of(indicators.CityItself, gross(level, 950, 1000))), open(verdict.TotalsAndParts, 0, 0)},
		{"the city's total alone is its figure", figures(of(indicators.WholeCity, gross(level, 950, 1000))), met(950, 1000)},
		{"counties and what the city runs itself make the whole",
			figures(of(indicators.CountyArea, gross(level, 900, 1000)), of(indicators.CityItself, gross(level, 1000, 1000))), met(1900, 2000)},
		{"a row that does not say what area it is blocks nothing",
			figures(of(indicators.WholeCity, gross(level, 950, 1000)), gross(level, 950, 1000)), met(1900, 2000)},
		{"a total of another level is no total of this one",
			figures(of(indicators.WholeCity, gross(other, 950, 1000)), of(indicators.CountyArea, gross(level, 950, 1000))), met(950, 1000)},
		{"figures of another level are left out",
			figures(gross(level, 950, 1000), gross(other, 1, 1000)), met(950, 1000)},
		{"ten times the population of the age is still a figure", figures(gross(level, 10_000, 1000)), met(10_000, 1000)},
		{"a population that is given in thousands makes none", figures(gross(level, 960, 1)), open(verdict.InvalidData, 0, 0)},
		{"figures of another level alone are no figure of this one", figures(gross(other, 950, 1000)), open(verdict.NoFigure, 0, 0)},
		{"one county without its age group leaves the city undetermined",
			figures(gross(level, 990, 1000), enrolment.Record{Level: level, Enrolled: quantity.N(990)}), open(verdict.MissingData, 0, 0)},
		{"a figure without its level leaves it undetermined",
			figures(gross(level, 990, 1000), gross(0, 990, 1000)), open(verdict.MissingData, 0, 0)},
		{"a negative enrolment is no enrolment", figures(gross(level, -1, 1000)), open(verdict.InvalidData, 0, 0)},
		{"an age group of nobody has no ratio", figures(gross(level, 0, 0)), open(verdict.ZeroDenominator, 0, 0)},
		{"no figure at all: undetermined", nil, open(verdict.NoRecords, 0, 0)},
	}
}

func TestPreschoolGrossEnrolment(t *testing.T) {
	hold(t, tonghua.Enrolments(), tonghua.PreschoolGrossEnrolment, enrolmentTarget("95"),
		grossPolicies(indicators.Preschool, indicators.Primary)...)
	unambiguous(t, tonghua.PreschoolGrossEnrolment)
}

func TestSeniorGrossEnrolment(t *testing.T) {
	hold(t, tonghua.Enrolments(), tonghua.SeniorGrossEnrolment, enrolmentTarget("95"),
		grossPolicies(indicators.SeniorSecondary, indicators.JuniorHigh)...)
	hold(t, tonghua.Enrolments(), tonghua.SeniorGrossEnrolment, enrolmentTarget("95"),
		policy[enrolment.Record]{"the general schools alone are not the whole stage",
			figures(gross(indicators.SeniorHigh, 950, 1000)), open(verdict.NoFigure, 0, 0)})
	unambiguous(t, tonghua.SeniorGrossEnrolment)
}

// netPolicies are those of both net ratios, whose target is 99 %.
func netPolicies(level indicators.Stage) []policy[enrolment.Record] {
	return []policy[enrolment.Record]{
		{"99 % of the age group enrolled meets the target", figures(net(level, 990, 1000)), met(990, 1000)},
		{"one pupil fewer does not", figures(net(level, 989, 1000)), missed(989, 1000, 1)},
		{"one pupil more does", figures(net(level, 991, 1000)), met(991, 1000)},
		{"the whole age group is possible", figures(net(level, 1000, 1000)), met(1000, 1000)},
		{"a net ratio above 100 % cannot be", figures(net(level, 1001, 1000)), open(verdict.InvalidData, 0, 0)},
		{"nor does such a figure help others to a pass", figures(net(level, 980, 1000), net(level, 1001, 1000)), open(verdict.InvalidData, 0, 0)},
		{"98.996 % is not rounded up to 99 %", figures(net(level, 98_996, 100_000)), missed(98_996, 100_000, 4)},
		{"two counties count together", figures(net(level, 980, 1000), net(level, 1000, 1000)), met(1980, 2000)},
		{"pupils of any age do not stand in for those of the age", figures(gross(level, 1000, 1000)), open(verdict.MissingData, 0, 990)},
		{"figures of the preschool level alone are no figure of this one",
			figures(net(indicators.Preschool, 990, 1000)), open(verdict.NoFigure, 0, 0)},
		{"no figure at all: undetermined", nil, open(verdict.NoRecords, 0, 0)},
	}
}

func TestPrimaryNetEnrolment(t *testing.T) {
	rule := tonghua.PrimaryNetEnrolment
	hold(t, tonghua.Enrolments(), rule, enrolmentTarget("99"), netPolicies(indicators.Primary)...)
	hold(t, tonghua.Enrolments(), rule, enrolmentTarget("99"),
		policy[enrolment.Record]{"junior-high figures alone are figures of others",
			figures(net(indicators.JuniorHigh, 990, 1000)), open(verdict.OtherPopulation, 0, 0)})
	differ(t, rule, enrolmentTarget("99"), "each", nil, ambiguity[enrolment.Record]{
		reading: "joint", says: "primary is one pupil short and junior high has one more than it needs",
		records: figures(net(indicators.Primary, 989, 1000), net(indicators.JuniorHigh, 991, 1000)),
		decides: missed(989, 1000, 1), otherwise: met(1980, 2000)})
}

func TestJuniorNetEnrolment(t *testing.T) {
	rule := tonghua.JuniorNetEnrolment
	hold(t, tonghua.Enrolments(), rule, enrolmentTarget("99"), netPolicies(indicators.JuniorHigh)...)
	differ(t, rule, enrolmentTarget("99"), "each", nil,
		ambiguity[enrolment.Record]{
			reading: "joint", says: "junior high is one pupil short and primary has one more than it needs",
			records: figures(net(indicators.Primary, 991, 1000), net(indicators.JuniorHigh, 989, 1000)),
			decides: missed(989, 1000, 1), otherwise: met(1980, 2000)},
		ambiguity[enrolment.Record]{
			reading: "joint", says: "junior high reaches its share and primary drags both below it",
			records: figures(net(indicators.Primary, 989, 1000), net(indicators.JuniorHigh, 990, 1000)),
			decides: met(990, 1000), otherwise: missed(1979, 2000, 1)})
}

// A part is never shown as the whole: of both levels together there is no figure while
// one of them is missing.
func TestBothLevelsTogetherNeedAFigureOfEach(t *testing.T) {
	primary, junior := net(indicators.Primary, 995, 1000), net(indicators.JuniorHigh, 995, 1000)
	for _, c := range []struct {
		because string
		records []enrolment.Record
		outcome verdict.Outcome
		reason  verdict.Reason
	}{
		{"both have one", []enrolment.Record{primary, junior}, verdict.Met, verdict.NoReason},
		{"junior high has none", []enrolment.Record{primary}, verdict.Undetermined, verdict.NoFigure},
		{"primary has none", []enrolment.Record{junior}, verdict.Undetermined, verdict.NoFigure},
		{"nobody is of the age of junior high", []enrolment.Record{primary, net(indicators.JuniorHigh, 0, 0)}, verdict.Undetermined, verdict.ZeroDenominator},
		{"the population of the other is not known", []enrolment.Record{primary, {Level: indicators.JuniorHigh, EnrolledOfAge: quantity.N(995)}}, verdict.Undetermined, verdict.MissingData},
		{"senior secondary stands for no junior high", []enrolment.Record{primary, net(indicators.SeniorSecondary, 995, 1000)}, verdict.Undetermined, verdict.NoFigure},
	} {
		r, err := tonghua.PrimaryNetEnrolment.Evaluate(quantity.DateOf(2025, time.December, 31), c.records...)
		require.NoError(t, err)
		joint := r.Readings[1]
		assert.Equal(t, []any{"joint", true, c.outcome, c.reason}, []any{joint.Key, joint.Computed, joint.Outcome, joint.Reason}, c.because)
		assert.Equal(t, c.outcome == verdict.Met, joint.Value.Defined(), c.because)
	}
}

// The preschool ratio stood at 90 % on 31 December 2020; 95 % is due 1,826 days
// later. The senior-high ratio stood at its target already.
func TestPaceOfTheEnrolmentTargets(t *testing.T) {
	on := quantity.DateOf(2022, time.December, 31) // 730 days on: 90 + 5 × 730/1826 per cent
	line := quantity.MustAmount(90*1826+5*730, 100*1826, quantity.Percent)

	r, err := tonghua.PreschoolGrossEnrolment.Evaluate(on, gross(indicators.Preschool, 92, 100))
	require.NoError(t, err)
	assert.Equal(t, line, r.Pace.Expected)
	assert.False(t, r.Pace.Behind, "92 per cent where 91.998… are expected")
	r, err = tonghua.PreschoolGrossEnrolment.Evaluate(on, gross(indicators.Preschool, 9199, 10_000))
	require.NoError(t, err)
	assert.True(t, r.Pace.Behind)

	r, err = tonghua.SeniorGrossEnrolment.Evaluate(on, gross(indicators.SeniorSecondary, 94, 100))
	require.NoError(t, err)
	assert.True(t, r.Pace.Hold)
	assert.Equal(t, enrolmentTarget("95").population.Amount, r.Pace.Expected)
	assert.True(t, r.Pace.Behind)
}

// schooling is the demand of 二（三）第5段 as its deciding reading understands it.
func schooling() clause {
	return clause{zh: "二（三）第5段", en: "Part 2, section 3, paragraph 5",
		population: atLeast("10.8", quantity.Year, plan.Inferred), of: quantity.PersonYear, per: quantity.Person}
}

// band is a table of a thousand persons of an age band without preschool.
func band(from, to quantity.Count, none, primary, junior, senior, college, bachelor int) []attainment.Record {
	return []attainment.Record{{AgeFrom: from, AgeTo: to, NoSchooling: quantity.N(none), Preschool: quantity.N(0),
		Primary: quantity.N(primary), JuniorHigh: quantity.N(junior), SeniorHigh: quantity.N(senior),
		College: quantity.N(college), BachelorUp: quantity.N(bachelor)}}
}

// The four tables of a thousand persons: 6 × primary + 9 × junior + 12 × senior
// + 16 × (college + bachelor) gives the person-years.
func at10800(from, to quantity.Count) []attainment.Record { // 600+2,700+5,100+1,600+800
	return band(from, to, 25, 100, 300, 425, 100, 50)
}

func at10799(from, to quantity.Count) []attainment.Record { // 594+2,709+5,112+1,600+784
	return band(from, to, 25, 99, 301, 426, 100, 49)
}

func at10750(from, to quantity.Count) []attainment.Record { // 600+2,718+5,064+1,600+768
	return band(from, to, 28, 100, 302, 422, 100, 48)
}

func at10749(from, to quantity.Count) []attainment.Record { // 594+2,727+5,076+1,600+752
	return band(from, to, 28, 99, 303, 423, 100, 47)
}

var age = quantity.N[int]

func TestMeanYearsSchooling(t *testing.T) {
	noBachelors := at10800(age(16), age(59))
	noBachelors[0].BachelorUp = quantity.Count{}
	negative := at10800(age(16), age(59))
	negative[0].Primary = quantity.N(-1)
	var noUpperEnd quantity.Count
	hold(t, tonghua.Attainments(), tonghua.MeanYearsSchooling, schooling(), []policy[attainment.Record]{
		{"10.8 years for ages 16 to 59 meet the target", at10800(age(16), age(59)), met(10_800, 1000)},
		{"one person-year fewer does not", at10799(age(16), age(59)), missed(10_799, 1000, 1)},
		{"10.75 years are 50 person-years short for a thousand persons", at10750(age(16), age(59)), missed(10_750, 1000, 50)},
		{"the working age decides though a table of others is there as well",
			register(at10800(age(16), age(59)), at10749(age(3), noUpperEnd)), met(10_800, 1000)},
		{"two counties count by their persons, not by their means",
			register(at10800(age(16), age(59)), at10799(age(16), age(59))), missed(21_599, 2000, 1)},
		{"ages 15 to 64 are another population", at10800(age(15), age(64)), open(verdict.OtherPopulation, 0, 0)},
		{"ages 15 and over are another population", at10800(age(15), noUpperEnd), open(verdict.OtherPopulation, 0, 0)},
		{"ages 3 and over are another population", at10800(age(3), noUpperEnd), open(verdict.OtherPopulation, 0, 0)},
		{"ages 16 to 60 are nobody's band", at10800(age(16), age(60)), open(verdict.NoFigure, 0, 0)},
		{"a band without known ends may be the working age or not", at10800(noUpperEnd, noUpperEnd), open(verdict.MissingData, 0, 0)},
		{"a table without its bachelors has no mean", noBachelors, open(verdict.MissingData, 0, 0)},
		{"a negative number of persons is none", negative, open(verdict.InvalidData, 0, 0)},
		{"a table of nobody has no mean", band(age(16), age(59), 0, 0, 0, 0, 0, 0), open(verdict.ZeroDenominator, 0, 0)},
		{"no table at all: undetermined", nil, open(verdict.NoRecords, 0, 0)},
	}...)
}

func TestMeanYearsSchoolingSaysThatThePlanSaysAbout(t *testing.T) {
	r, err := tonghua.MeanYearsSchooling.Evaluate(midTerm, at10800(age(16), age(59))...)
	require.NoError(t, err)
	assert.Equal(t, threshold(plan.About, "10.8", quantity.Year, plan.Stated), r.Stated)
}

func TestReadingsOfMeanYearsSchooling(t *testing.T) {
	var noUpperEnd quantity.Count
	elsewhere := open(verdict.OtherPopulation, 0, 0)
	differ(t, tonghua.MeanYearsSchooling, schooling(), "at-least", nil, []ambiguity[attainment.Record]{
		{"rounded", "10.75 years round to 10.8", at10750(age(16), age(59)), missed(10_750, 1000, 50), met(10_750, 1000),
			atLeast("10.75", quantity.Year, plan.Inferred)},
		{"band-one-percent", "10.75 years lie within one per cent of 10.8", at10750(age(16), age(59)), missed(10_750, 1000, 50), met(10_750, 1000),
			plan.Threshold{Comparator: plan.Between, Amount: quantity.MustAmount(10_692, 1000, quantity.Year),
				To: quantity.MustAmount(10_908, 1000, quantity.Year), Origin: plan.Origin{Basis: plan.Inferred}}},
		{"ages-15-to-64", "10.8 years for ages 15 to 64", at10800(age(15), age(64)), elsewhere, met(10_800, 1000), plan.Threshold{}},
		{"ages-15-to-64", "one person-year fewer for ages 15 to 64", at10799(age(15), age(64)), elsewhere,
			missed(10_799, 1000, 1), plan.Threshold{}},
		{"aged-15-and-over", "10.8 years for ages 15 and over", at10800(age(15), noUpperEnd), elsewhere, met(10_800, 1000), plan.Threshold{}},
		{"aged-3-and-over", "10.8 years for ages 3 and over", at10800(age(3), noUpperEnd), elsewhere, met(10_800, 1000), plan.Threshold{}},
		{"aged-3-and-over", "the working age is short, all from 3 years on are not",
			register(at10799(age(16), age(59)), at10800(age(3), noUpperEnd)), missed(10_799, 1000, 1), met(10_800, 1000), plan.Threshold{}},
	}...)
	t.Run("10.749 years do not round to 10.8", func(t *testing.T) {
		r, err := tonghua.MeanYearsSchooling.Evaluate(midTerm, at10749(age(16), age(59))...)
		require.NoError(t, err)
		assert.Equal(t, "rounded", r.Readings[1].Key)
		assert.Equal(t, verdict.NotMet, r.Readings[1].Outcome)
	})
}
