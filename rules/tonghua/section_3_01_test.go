package tonghua_test

import (
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// 三（一） 立德树人

// everyPupil is a duty on each pupil, all of them.
func everyPupil(zh, en string, basis plan.Basis) clause {
	return clause{zh: zh, en: en, population: atLeast("100", quantity.Percent, basis), of: quantity.Pupil, per: quantity.Pupil}
}

// everySchool is a duty on each school, all of them.
func everySchool(zh, en string) clause {
	return clause{zh: zh, en: en, population: atLeast("100", quantity.Percent, plan.Stated), of: quantity.School, per: quantity.School}
}

// someSchools is a number of schools to be reached.
func someSchools(zh, en, number string) clause {
	return clause{zh: zh, en: en, population: atLeast(number, quantity.School, plan.Stated), of: quantity.School}
}

func TestFitnessCertificate(t *testing.T) {
	graduate := func(grade indicators.Fitness, exempt, certificate indicators.Answer) []pupil.Record {
		return []pupil.Record{{FinalGrade: indicators.Yes, Fitness: grade, PEExempt: exempt, Certificate: certificate}}
	}
	const failed, passed, yes, no = indicators.FitnessFailed, indicators.FitnessPassed, indicators.Yes, indicators.No
	refused := times(99, graduate(failed, no, no)[0])
	visitor := graduate(failed, no, yes)
	visitor[0].Skip()

	hold(t, tonghua.Pupils(), tonghua.FitnessCertificate,
		everyPupil("三（一）第3段", "Part 3, section 1, paragraph 3", plan.Convention), []policy[pupil.Record]{
			{"no pupil below the pass has a certificate: kept", refused, met(99, 99)},
			{"one certificate to a pupil below the pass breaks it", register(refused, graduate(failed, no, yes)), missed(99, 100, 1)},
			{"two certificates are two pupils short", register(refused, graduate(failed, no, yes), graduate(failed, no, yes)), missed(99, 101, 2)},
			{"a pupil exempt from physical education may have one", register(refused, graduate(failed, yes, yes)), met(99, 99)},
			{"a pupil who just passed may have one", graduate(passed, no, yes), notApplicable(verdict.EmptyScope)},
			{"a good or excellent pupil may have one", register(graduate(indicators.FitnessGood, no, yes),
				graduate(indicators.FitnessExcellent, no, yes)), notApplicable(verdict.EmptyScope)},
			{"whether a failed pupil is exempt matters where a certificate was issued",
				register(refused, graduate(failed, 0, yes)), open(verdict.MissingData, 0, 1)},
			{"whether a failed pupil is exempt does not matter where none was", register(refused, graduate(failed, 0, no)), certain()},
			{"a pupil without a grade matters where a certificate was issued",
				register(refused, graduate(0, no, yes)), open(verdict.MissingData, 0, 1)},
			{"a pupil without a grade and without certificate breaks nothing", register(refused, graduate(0, no, no)), certain()},
			{"whether a failed pupil has a certificate has to be known", register(refused, graduate(failed, no, 0)), open(verdict.MissingData, 0, 1)},
			{"an unknown certificate does not hide an issued one",
				register(refused, graduate(failed, no, yes), graduate(failed, no, 0)), hopeless(1, 2)},
			{"an unreadable grade never helps a pass", register(refused, graduate(indicators.InvalidWord, no, yes)), open(verdict.InvalidData, 0, 1)},
			{"a pupil who may be exempt is perhaps nobody in scope", graduate(failed, 0, no), open(verdict.MissingData, 0, 0)},
			{"a row that is no pupil counts nowhere", register(refused, visitor), met(99, 99)},
			{"no pupils at all: not applicable", nil, notApplicable(verdict.NoRecords)},
		}...)
	differ(t, tonghua.FitnessCertificate, everyPupil("三（一）第3段", "Part 3, section 1, paragraph 3", plan.Convention),
		"pass", []string{"below-fifty"})
}

// skillPolicies are those of sports and art skills: one is enough for each pupil.
func skillPolicies(with func(skills quantity.Count, leaver indicators.Answer) pupil.Record) []policy[pupil.Record] {
	pupils := func(n, skills int) []pupil.Record { return times(n, with(quantity.N(skills), indicators.No)) }
	var unknown quantity.Count
	return []policy[pupil.Record]{
		{"a pupil with no skill falls short", pupils(1, 0), missed(0, 1, 1)},
		{"a pupil with one skill does not", pupils(1, 1), met(1, 1)},
		{"a pupil with two skills does not", pupils(1, 2), met(1, 1)},
		{"the upper end of the range is no ceiling: three skills are no breach", pupils(1, 3), met(1, 1)},
		{"a thousand pupils with a skill: all of them", pupils(1000, 1), met(1000, 1000)},
		{"one of a thousand without is one pupil short", register(pupils(999, 1), pupils(1, 0)), missed(999, 1000, 1)},
		{"more skills of one do not make up for another", register(pupils(999, 2), pupils(1, 0)), missed(999, 1000, 1)},
		{"one of a thousand unknown: undetermined",
			register(pupils(999, 1), times(1, with(unknown, indicators.No))), open(verdict.MissingData, 0, 1)},
		{"one unknown does not hide one without",
			register(pupils(998, 1), pupils(1, 0), times(1, with(unknown, indicators.No))), hopeless(1, 2)},
		{"a negative number of skills is no number",
			register(pupils(999, 1), pupils(1, -1)), open(verdict.InvalidData, 0, 1)},
		{"no pupils at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}
}

// leavers shows that a first-grader without a skill falls short as the text
// says it, and does not where pupils have until graduation.
func leavers(with func(skills quantity.Count, leaver indicators.Answer) pupil.Record) ambiguity[pupil.Record] {
	return ambiguity[pupil.Record]{
		reading: "leavers", says: "a first-grader has no skill, all 99 leavers have one",
		records: register(times(99, with(quantity.N(1), indicators.Yes)), times(1, with(quantity.N(0), indicators.No))),
		decides: missed(99, 100, 1), otherwise: met(99, 99)}
}

func TestSportsSkills(t *testing.T) {
	says := everyPupil("三（一）第3段", "Part 3, section 1, paragraph 3", plan.Convention)
	says.each = atLeast("1", quantity.Item, plan.Stated)
	with := func(skills quantity.Count, leaver indicators.Answer) pupil.Record {
		return pupil.Record{Stage: indicators.Primary, SportsSkills: skills, FinalGrade: leaver}
	}
	hold(t, tonghua.Pupils(), tonghua.SportsSkills, says, skillPolicies(with)...)
	differ(t, tonghua.SportsSkills, says, "every-pupil", nil, leavers(with))
}

func TestArtSkills(t *testing.T) {
	says := everyPupil("三（一）第4段", "Part 3, section 1, paragraph 4", plan.Convention)
	says.each = atLeast("1", quantity.Item, plan.Stated)
	with := func(skills quantity.Count, leaver indicators.Answer) pupil.Record {
		return pupil.Record{Stage: indicators.JuniorHigh, ArtSkills: skills, FinalGrade: leaver}
	}
	hold(t, tonghua.Pupils(), tonghua.ArtSkills, says, skillPolicies(with)...)
	differ(t, tonghua.ArtSkills, says, "every-pupil", nil, leavers(with))
}

// Kinds of schools, as the plan's words group them.
var (
	compulsory = []indicators.SchoolKind{indicators.TeachingPoint, indicators.PrimarySchool,
		indicators.JuniorHighSchool, indicators.NineYearSchool}
	withSenior = []indicators.SchoolKind{indicators.CompleteSecondarySchool, indicators.SeniorHighSchool, indicators.TwelveYearSchool}
	neither    = []indicators.SchoolKind{indicators.KindergartenSchool, indicators.VocationalSchool,
		indicators.VocationalCollegeSchool, indicators.SpecialSchool}
)

// schools returns one school of each kind.
func schools(of func(indicators.SchoolKind) school.Record, kinds ...[]indicators.SchoolKind) []school.Record {
	var list []school.Record
	for _, kind := range register(kinds...) {
		list = append(list, of(kind))
	}
	return list
}

func TestCurrentAffairs(t *testing.T) {
	teaching := func(answer indicators.Answer) func(indicators.SchoolKind) school.Record {
		return func(kind indicators.SchoolKind) school.Record {
			return school.Record{Kind: kind, CurrentAffairs: answer}
		}
	}
	yes, no, unknown := teaching(indicators.Yes), teaching(indicators.No), teaching(0)
	says := everySchool("专栏3第1项", "Box 3, item 1")
	says.population.Basis = plan.Convention
	primary := times(99, yes(indicators.PrimarySchool))

	hold(t, tonghua.Schools(), tonghua.CurrentAffairs, says, []policy[school.Record]{
		{"every kind of primary and general secondary school teaches it", schools(yes, compulsory, withSenior), met(6, 6)},
		{"every one of those kinds counts if it does not", schools(no, compulsory, withSenior), missed(0, 6, 6)},
		{"a hundred schools, all of them", register(primary, schools(yes, compulsory[1:2])), met(100, 100)},
		{"one of a hundred without is one school short", register(primary, schools(no, compulsory[1:2])), missed(99, 100, 1)},
		{"kindergartens, vocational and special schools are not asked", register(primary, schools(no, neither)), met(99, 99)},
		{"kindergartens, vocational and special schools alone: not applicable", schools(yes, neither), notApplicable(verdict.EmptyScope)},
		{"one school that does not say: undetermined", register(primary, schools(unknown, compulsory[1:2])), open(verdict.MissingData, 0, 1)},
		{"a school of unknown kind without lessons may count", register(primary, times(1, no(0))), open(verdict.MissingData, 0, 1)},
		{"a school of unknown kind with lessons does no harm", register(primary, times(1, yes(0))), certain()},
		{"an unreadable kind is unknown", register(primary, times(1, no(indicators.InvalidWord))), open(verdict.InvalidData, 0, 1)},
		{"no schools at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}...)
	differ(t, tonghua.CurrentAffairs, says, "general-schools", nil, []ambiguity[school.Record]{
		{"with-vocational", "a secondary vocational school teaches none", register(primary, times(1, no(indicators.VocationalSchool))),
			met(99, 99), missed(99, 100, 1), plan.Threshold{}},
		{"compulsory-only", "a senior high school teaches none", register(primary, times(1, no(indicators.SeniorHighSchool))),
			missed(99, 100, 1), met(99, 99), plan.Threshold{}},
		{"with-teaching-points", "a teaching point teaches none", register(primary, times(1, no(indicators.TeachingPoint))),
			met(99, 99), missed(99, 100, 1), plan.Threshold{}},
	}...)
}

// titlePolicies are those of a number of schools that hold a title at city
// level or above.
func titlePolicies(want int, with func(indicators.Tier) school.Record) []policy[school.Record] {
	holding := func(n int, tier indicators.Tier) []school.Record { return times(n, with(tier)) }
	others := holding(200, indicators.NoTier)
	n := uint64(want)
	return []policy[school.Record]{
		{"so many schools at city level meet the target", register(others, holding(want, indicators.CityTier)), met(n, 0)},
		{"one school fewer does not", register(others, holding(want-1, indicators.CityTier)), missed(n-1, 0, 1)},
		{"one school more does", register(others, holding(want+1, indicators.CityTier)), met(n+1, 0)},
		{"provincial and national titles are above city level",
			register(holding(want-2, indicators.CityTier), holding(1, indicators.ProvinceTier), holding(1, indicators.NationTier)), met(n, 0)},
		{"a county title is below city level",
			register(holding(want-1, indicators.CityTier), holding(1, indicators.CountyTier), holding(1, indicators.SchoolTier)), missed(n-1, 0, 1)},
		{"none at all", others, missed(0, 0, n)},
		{"one school that does not say may be the last one", register(holding(want-1, indicators.CityTier), holding(1, 0)), open(verdict.MissingData, 0, 1)},
		{"one school that does not say changes nothing at the target", register(holding(want, indicators.CityTier), holding(1, 0)), certain()},
		{"one school that does not say cannot make up for two", register(holding(want-2, indicators.CityTier), holding(1, 0)), hopeless(1, 2)},
		{"an unreadable level may be the last one",
			register(holding(want-1, indicators.CityTier), holding(1, indicators.InvalidWord)), open(verdict.InvalidData, 0, 1)},
		{"an empty register says nothing", nil, open(verdict.NoRecords, 0, 0)},
	}
}

func TestFootballSchools(t *testing.T) {
	says := someSchools("专栏3第2项", "Box 3, item 2", "50")
	with := func(tier indicators.Tier) school.Record { return school.Record{Football: tier} }
	hold(t, tonghua.Schools(), tonghua.FootballSchools, says, titlePolicies(50, with)...)
	differ(t, tonghua.FootballSchools, says, "stock", []string{"newly-built", "one-kind-only"})
}

func TestArtSchools(t *testing.T) {
	says := someSchools("专栏3第2项", "Box 3, item 2", "50")
	with := func(tier indicators.Tier) school.Record { return school.Record{Arts: tier} }
	hold(t, tonghua.Schools(), tonghua.ArtSchools, says, titlePolicies(50, with)...)
	differ(t, tonghua.ArtSchools, says, "city-level", []string{"newly-built", "one-kind-only"}, []ambiguity[school.Record]{
		{"any-level", "one of fifty titles is the county's", register(times(49, with(indicators.CityTier)), times(1, with(indicators.CountyTier))),
			missed(49, 0, 1), met(50, 0), plan.Threshold{}},
		{"any-level", "one of fifty titles is the school's own", register(times(49, with(indicators.CityTier)), times(1, with(indicators.SchoolTier))),
			missed(49, 0, 1), met(50, 0), plan.Threshold{}},
	}...)
}

func TestAFootballSchoolMayBeAnArtsSchoolToo(t *testing.T) {
	both := times(50, school.Record{Football: indicators.CityTier, Arts: indicators.CityTier})
	results := passOver(t, tonghua.Schools(), both)
	for _, id := range []plan.ID{plan.FootballSchools, plan.ArtSchools} {
		r, _ := results.Of(id)
		checkVerdict(t, r, someSchools("专栏3第2项", "Box 3, item 2", "50"), met(50, 0))
	}
}
