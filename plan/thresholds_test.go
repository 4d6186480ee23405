package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

var none plan.Threshold

func threshold(c plan.Comparator, number string, unit quantity.Unit, basis plan.Basis) plan.Threshold {
	amount, err := quantity.ParseAmount(number, unit)
	if err != nil {
		panic(err)
	}
	return plan.Threshold{Comparator: c, Amount: amount, Origin: plan.Origin{Basis: basis}}
}

func atLeast(number string, unit quantity.Unit, basis plan.Basis) plan.Threshold {
	return threshold(plan.AtLeast, number, unit, basis)
}

// all is what a duty on each record demands of the population.
func all(basis plan.Basis) plan.Threshold { return atLeast("100", quantity.Percent, basis) }

func by(year int, basis plan.Basis) plan.Deadline {
	return plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(year, 12, 31), Origin: plan.Origin{Basis: basis}}
}

var (
	stated2025 = by(2025, plan.Stated)
	stated2022 = by(2022, plan.Stated)
	planEnd    = by(2025, plan.PlanEnd)
	standing   = plan.Deadline{Kind: plan.Standing}
	yearly     = plan.Deadline{Kind: plan.Yearly}
)

// demand is a sentence of the plan in our words, and what it makes of a
// statement: of each record, of the population, and by when.
type demand struct {
	id               plan.ID
	says             string
	each, population plan.Threshold
	deadline         plan.Deadline
}

// onBasis returns a threshold with the basis of its figure alone: what documents
// they come from is for TestFiguresOfOthersNameTheirDocument.
func onBasis(t plan.Threshold) plan.Threshold {
	t.Origin = plan.Origin{Basis: t.Basis}
	return t
}

func demanded(t *testing.T, demands []demand) {
	t.Helper()
	for _, d := range demands {
		t.Run(d.says, func(t *testing.T) {
			s := statement(t, d.id)
			assert.Equal(t, d.each, onBasis(s.Each), "of each record")
			assert.Equal(t, d.population, onBasis(s.Population), "of the population")
			due := s.Deadline
			due.Origin = plan.Origin{Basis: due.Origin.Basis}
			assert.Equal(t, d.deadline, due, "by when")
		})
	}
}

func TestTargetsOfParticipation(t *testing.T) {
	percent := func(n string) plan.Threshold { return atLeast(n, quantity.Percent, plan.Stated) }
	demanded(t, []demand{
		{plan.PreschoolGrossEnrolment, "preschool gross enrolment reaches at least 95 % by the end of 2025, as the text states", none, percent("95"), stated2025},
		{plan.PrimaryNetEnrolment, "primary net enrolment reaches at least 99 % by the end of 2025, as the text states", none, percent("99"), stated2025},
		{plan.JuniorNetEnrolment, "junior-high net enrolment reaches at least 99 % by the end of 2025, as the text states", none, percent("99"), stated2025},
		{plan.SeniorGrossEnrolment, "senior-high gross enrolment reaches at least 95 % by the end of 2025, as the text states", none, percent("95"), stated2025},
		{plan.MeanYearsSchooling, "the mean years of schooling of the working population reach about 10.8 by the end of 2025, as the text states",
			none, threshold(plan.About, "10.8", quantity.Year, plan.Stated), stated2025},
		{plan.AidFullCoverage, "aid reaches all pupils of families in difficulty by the end of 2025: that all are meant is convention", none, all(plan.Convention), stated2025},
		{plan.PublicPreschoolGrowth, "public preschool places grow: more than the year before is inferred, by the end of the plan",
			none, threshold(plan.MoreThan, "100", quantity.Percent, plan.Inferred), planEnd},
		{plan.WeakSchoolInvestment, "spending on weak schools is strengthened: more than the year before is inferred, by the end of 2025",
			threshold(plan.MoreThan, "1", quantity.Multiple, plan.Inferred), all(plan.Convention), stated2025},
	})
}

func TestDemandsOnPupilsAndSchools(t *testing.T) {
	one := func(unit quantity.Unit) plan.Threshold { return atLeast("1", unit, plan.Stated) }
	demanded(t, []demand{
		{plan.NationalCurriculum, "all schools open all national courses, at all times: that all are meant is convention", all(plan.Convention), all(plan.Convention), standing},
		{plan.FitnessCertificate, "no certificate below the fitness pass: by convention all of them", none, all(plan.Convention), standing},
		{plan.SportsSkills, "each pupil masters at least 1 sports skill by the end of the plan: that all are meant is convention", one(quantity.Item), all(plan.Convention), planEnd},
		{plan.ArtSkills, "each pupil learns at least 1 art skill by the end of the plan: that all are meant is convention", one(quantity.Item), all(plan.Convention), planEnd},
		{plan.SportsMeet, "a sports meeting is held regularly: at least once is inferred", atLeast("1", quantity.Act, plan.Inferred), all(plan.Convention), standing},
		{plan.LabourHalf, "labour takes at least half of the hours, as the text states, in all grades by convention",
			atLeast("50", quantity.Percent, plan.Stated), all(plan.Convention), standing},
		{plan.CurrentAffairs, "current affairs are taught in all schools by the end of the plan: that all are meant is convention", none, all(plan.Convention), planEnd},
		{plan.FootballSchools, "at least 50 football schools by the end of the plan", none, atLeast("50", quantity.School, plan.Stated), planEnd},
		{plan.ArtSchools, "at least 50 arts schools by the end of the plan", none, atLeast("50", quantity.School, plan.Stated), planEnd},
		{plan.LawSchools, "at least 20 model law-governed schools by the end of the plan", none, atLeast("20", quantity.School, plan.Stated), planEnd},
		{plan.LawSchoolsProvince, "at least 10 of them at provincial standard by the end of the plan", none, atLeast("10", quantity.School, plan.Stated), planEnd},
		{plan.TownshipKindergarten, "each township runs at least 1 public kindergarten by the end of the plan: that all are meant is convention", one(quantity.Kindergarten), all(plan.Convention), planEnd},
		{plan.LargeDistrict, "large school districts cover all schools by the end of the plan: that all are meant is convention", none, all(plan.Convention), planEnd},
		{plan.OversizedClasses, "no class is oversized: at most 55 pupils is the official definition and not the plan's own figure",
			threshold(plan.AtMost, "55", quantity.Pupil, plan.Official), all(plan.Convention), planEnd},
		{plan.SchoolStandard, "all schools reach the running standard by the end of the plan: that all are meant is convention", none, all(plan.Convention), planEnd},
		{plan.BalancedEvaluation, "all counties strive to pass the evaluation by the end of the plan: that all are meant is convention", none, all(plan.Convention), planEnd},
		{plan.JiangnanSenior, "1 senior high school in Jiangnan by the end of the plan", none, one(quantity.School), planEnd},
		{plan.ZeroThreshold, "no ordinary school refuses a mildly disabled child: by the end of the plan: by convention all of them", none, all(plan.Convention), planEnd},
		{plan.SpecialAidAll, "aid covers all poor families and disabled pupils by the end of the plan", none, all(plan.Convention), planEnd},
		{plan.PrivateClassified, "private schools are classified by the end of the plan: that all are meant is convention", none, all(plan.Convention), planEnd},
	})
}

func TestDemandsOnVocationalEducation(t *testing.T) {
	demanded(t, []demand{
		{plan.PracticeHours, "practice takes at least 50 % of the hours of each programme by the end of the plan",
			atLeast("50", quantity.Percent, plan.Stated), all(plan.Convention), planEnd},
		{plan.PlacementMonths, "a placement lasts at least 6 months by the end of the plan",
			atLeast("6", quantity.Month, plan.Stated), all(plan.Convention), planEnd},
		{plan.SpecialitySites, "at least 5 speciality sites, the lower end of 5 to 10, by the end of the plan",
			none, atLeast("5", quantity.Site, plan.Stated), planEnd},
		{plan.OnePlusX, "at least 1 certificate pilot, the lower end of 1 to 2, by the end of the plan",
			none, atLeast("1", quantity.Item, plan.Stated), planEnd},
		{plan.VocationalGroups, "3 vocational groups by the end of the plan, counted up in the text", none, atLeast("3", quantity.Body, plan.Counted), planEnd},
		{plan.TwoSpecialitiesCooperation, "2 specialities by the end of the plan, counted up in the text", none, atLeast("2", quantity.Programme, plan.Counted), planEnd},
		{plan.DualQualifiedSpecialist, "65 % of specialist teachers are dual-qualified by the end of 2025, as the text states",
			none, atLeast("65", quantity.Percent, plan.Stated), stated2025},
		{plan.DualQualifiedFulltime, "65 % of full-time teachers are dual-qualified by the end of 2025, as box 12 states",
			none, atLeast("65", quantity.Percent, plan.Stated), stated2025},
	})
}

func TestDemandsOnTeachers(t *testing.T) {
	percent := func(n string) plan.Threshold { return atLeast(n, quantity.Percent, plan.Stated) }
	demanded(t, []demand{
		{plan.EthicsVeto, "an ethics problem vetoes honours: by convention all of them", none, all(plan.Convention), standing},
		{plan.EthicsMonth, "an ethics month is held at least once a year, counted up in the text", none, atLeast("1", quantity.Act, plan.Counted), yearly},
		{plan.BackboneProvince, "2 % of teachers are provincial backbone teachers by the end of the plan", none, percent("2"), planEnd},
		{plan.BackboneCity, "5 % of teachers are city backbone teachers by the end of the plan", none, percent("5"), planEnd},
		{plan.BackboneCounty, "10 % of teachers are county backbone teachers by the end of the plan", none, percent("10"), planEnd},
		{plan.TeacherTrainingHours, "each teacher trains at least 360 hours in a cycle, whose end in 2025 is inferred",
			atLeast("360", quantity.Hour, plan.Stated), all(plan.Convention),
			plan.Deadline{Kind: plan.Cycle, On: quantity.DateOf(2025, 12, 31), Origin: plan.Origin{Basis: plan.Inferred}}},
		{plan.DigitalTrainingHours, "each teacher takes at least 50 hours of digital training by the end of 2022, as the text states",
			atLeast("50", quantity.Hour, plan.Stated), all(plan.Convention), stated2022},
		{plan.DigitalTrainingPractice, "at least 50 % of them are applied practice by the end of 2022, as the text states",
			percent("50"), all(plan.Convention), stated2022},
		{plan.UpgradeUnder45, "teachers of at most 45 years are encouraged: that one at least studies is inferred",
			threshold(plan.AtMost, "45", quantity.Age, plan.Stated), atLeast("1", quantity.Teacher, plan.Inferred), standing},
		{plan.PrimaryCollege, "100 % of primary teachers hold a college degree by the end of 2025, as the text states", none, percent("100"), stated2025},
		{plan.JuniorBachelor, "100 % of junior-high teachers hold a bachelor's degree by the end of 2025, as the text states", none, percent("100"), stated2025},
		{plan.SeniorMaster, "12 % of senior-high teachers hold a master's degree by the end of 2025, as the text states", none, percent("12"), stated2025},
		{plan.FullStaffTraining, "all teachers take part in the new round of training by the end of the plan: that all are meant is convention", none, all(plan.Convention), planEnd},
		{plan.TeacherPay, "teachers' pay is at least that of civil servants each year, in all counties by convention",
			atLeast("1", quantity.Multiple, plan.Stated), all(plan.Convention), yearly},
	})
}

func TestTheVocationalTeamOfBox12(t *testing.T) {
	about := func(n string) plan.Threshold { return threshold(plan.About, n, quantity.Teacher, plan.Stated) }
	demanded(t, []demand{
		{plan.TeamProvinceLeaders, "about 10 provincial speciality leaders by the end of the plan", none, about("10"), planEnd},
		{plan.TeamProvinceBackbone, "about 20 provincial backbone teachers by the end of the plan", none, about("20"), planEnd},
		{plan.TeamCityLeaders, "about 20 city speciality leaders by the end of the plan", none, about("20"), planEnd},
		{plan.TeamCityBackbone, "about 50 city backbone teachers by the end of the plan", none, about("50"), planEnd},
		{plan.TeamCountyLeaders, "about 40 county speciality leaders by the end of the plan", none, about("40"), planEnd},
		{plan.TeamCountySecond, "about 100 more at county level by the end of the plan", none, about("100"), planEnd},
	})
}

func TestDemandsOnInformatisation(t *testing.T) {
	demanded(t, []demand{
		{plan.RealnamePupils, "all pupils have a real-name space by the end of the plan", none, all(plan.Convention), planEnd},
		{plan.RealnameTeachers, "all teachers have a real-name space by the end of the plan", none, all(plan.Convention), planEnd},
		{plan.RealnameResearchers, "all teaching researchers have a real-name space by the end of the plan", none, all(plan.Convention), planEnd},
		{plan.RealnameVocational, "vocational students get theirs step by step: a larger share than the year before is inferred",
			threshold(plan.MoreThan, "1", quantity.Multiple, plan.Inferred), all(plan.Convention), planEnd},
		{plan.MultimediaCoverage, "all schools from village primary up have multimedia equipment by the end of the plan", none, all(plan.Convention), planEnd},
		{plan.Broadband100m, "all schools have at least 100 Mbps by the end of the plan", atLeast("100", quantity.Mbps, plan.Stated), all(plan.Stated), planEnd},
		{plan.RuralGradeSets, "each rural grade has at least 1 set, the lower end of 1 to 2, by the end of the plan",
			atLeast("1", quantity.Set, plan.Stated), all(plan.Convention), planEnd},
	})
}

func TestDemandsOnGovernmentAndMoney(t *testing.T) {
	times := func(c plan.Comparator, n string, basis plan.Basis) plan.Threshold {
		return threshold(c, n, quantity.Multiple, basis)
	}
	demanded(t, []demand{
		{plan.PlanPublished, "scheme, timetable, roadmap and task book are 4 documents by the end of the plan, counted up in the text",
			none, atLeast("4", quantity.Document, plan.Counted), planEnd},
		{plan.MidTermEvaluation, "a mid-term evaluation, whose year 2023 is inferred", none, atLeast("1", quantity.Act, plan.Convention), by(2023, plan.Inferred)},
		{plan.CadreTraining, "three years of cadre training, whose end in 2023 is inferred", none, none, by(2023, plan.Inferred)},
		{plan.SpendingOnlyRises, "spending is at least that of the year before, each year, by an official document", times(plan.AtLeast, "1", plan.Official), all(plan.Convention), yearly},
		{plan.SpendingPerPupilOnlyRises, "spending a pupil is at least that of the year before, each year, by an official document", times(plan.AtLeast, "1", plan.Official), all(plan.Convention), yearly},
		{plan.UniformQuota, "the quota of town and country is exactly the same", times(plan.Exactly, "1", plan.Counted), all(plan.Convention), standing},
		{plan.EthnicDoubleFunds, "ethnic schools get at least twice the ordinary funds, each year", times(plan.AtLeast, "2", plan.Stated), all(plan.Convention), yearly},
	})
}

// A duty on each record binds all of them: whoever reads its population
// threshold finds 100 %, and whether the text prints it.
func TestADutyOnEachBindsAll(t *testing.T) {
	for s := range plan.Tonghua().All() {
		if s.Each.IsZero() || s.Modality != plan.Must {
			continue
		}
		assert.Equal(t, all(s.Population.Basis), s.Population, s.ID)
		assert.Contains(t, []plan.Basis{plan.Stated, plan.Convention}, s.Population.Basis, s.ID)
	}
}

// Borrowed from outside are the size of a class, and that spending only rises.
func TestFiguresThatAreNotThePlansOwn(t *testing.T) {
	borrowed := map[plan.ID]plan.Basis{}
	for s := range plan.Tonghua().All() {
		if b := s.Each.Basis; b != 0 && b != plan.Stated {
			borrowed[s.ID] = b
		}
	}
	assert.Equal(t, map[plan.ID]plan.Basis{
		plan.WeakSchoolInvestment:      plan.Inferred,   // more than the year before
		plan.EquityGapNarrowed:         plan.Inferred,   // smaller than the year before
		plan.SportsMeet:                plan.Inferred,   // how often "regularly" is
		plan.QuotaAllocation:           plan.Convention, // one place is a share
		plan.EstateKindergarten:        plan.Convention, // one to an estate
		plan.ChainKindergartens:        plan.Inferred,   // one branch makes a chain
		plan.OversizedClasses:          plan.Official,   // what an oversized class is
		plan.TheoryPracticeIntegration: plan.Inferred,   // more than the year before
		plan.SkillsContests:            plan.Inferred,   // the same
		plan.MultipleCertificates:      plan.Inferred,   // several are two
		plan.EthnicInvestment:          plan.Inferred,   // more than the year before
		plan.SpecialGuarantee:          plan.Inferred,   // not below the year before
		plan.CountySpecialSchools:      plan.Inferred,   // one to a county
		plan.BackboneEverywhere:        plan.Convention, // one in each cell
		plan.RuralAllowance:            plan.Convention, // paid in full
		plan.MasterStudios:             plan.Convention, // one to an area
		plan.QuarterlyReporting:        plan.Inferred,   // a year has four quarters
		plan.RealnameVocational:        plan.Inferred,   // more than the year before
		plan.BusSubsidy:                plan.Convention, // paid in full
		plan.SafetyExperience:          plan.Convention, // one to a county
		plan.SafetyTraining:            plan.Convention, // once a year
		plan.EducationFirstBudget:      plan.Inferred,   // not below the year before
		plan.SpecialFundsSeparate:      plan.Convention, // paid in full
		plan.PreschoolFunds:            plan.Convention, // paid in full
		plan.InclusivePrivateSubsidy:   plan.Convention, // paid in full
		plan.VocationalPerPupilFunds:   plan.Convention, // paid in full
		plan.SeniorPerPupilFunds:       plan.Convention, // paid in full
		plan.PerPupilFundsRise:         plan.Inferred,   // more than the year before
		plan.NationalCurriculum:        plan.Convention, // all courses
		plan.PeHours:                   plan.Convention, // all hours
		plan.OneTeacherOneLesson:       plan.Counted,    // a yearly activity is one a year
		plan.SpendingOnlyRises:         plan.Official,   // not below the year before
		plan.SpendingPerPupilOnlyRises: plan.Official,   // the same
		plan.UniformQuota:              plan.Counted,    // uniform is once the other
	}, borrowed)
}

func TestWhatDemandsNothingHasNoThreshold(t *testing.T) {
	for s := range plan.Tonghua().All() {
		nothing := s.Kind == plan.Baseline || s.Kind == plan.Context
		assert.Equal(t, nothing, s.Modality == plan.NoDemand, s.ID)
		assert.Equal(t, nothing, s.Deadline.Kind == plan.NotDue, s.ID)
		if nothing {
			assert.Zero(t, s.Each, s.ID)
			assert.Zero(t, s.Population, s.ID)
		}
	}
}

func TestAllDatesAreYearsEndsOfThePlanPeriod(t *testing.T) {
	first, last := plan.Tonghua().Period()
	for s := range plan.Tonghua().All() {
		if s.Deadline.Kind != plan.ByDate && s.Deadline.Kind != plan.Cycle {
			continue
		}
		require.True(t, s.Deadline.On.Known(), s.ID)
		assert.Equal(t, s.Deadline.On.EndOfYear(), s.Deadline.On, s.ID)
		assert.False(t, s.Deadline.On.Before(first) || s.Deadline.On.After(last), s.ID)
		if s.Deadline.Basis == plan.PlanEnd {
			assert.Equal(t, last, s.Deadline.On, s.ID)
		}
	}
}
