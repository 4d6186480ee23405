package tonghua_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// trespass is a rule with a register that misses it, as it is judged on a day.
type trespass struct {
	id    plan.ID
	judge func(t *testing.T, asOf quantity.Date) verdict.Result
}

// broken gives a rule records that miss it. A duty is asked about each of
// them as well, and must say the same of the deadline.
func broken[R indicators.Record[R]](rule rules.Rule[R], records func(year int) []R) trespass {
	return trespass{rule.ID(), func(t *testing.T, asOf quantity.Date) verdict.Result {
		t.Helper()
		list := records(asOf.Year())
		r, err := rule.Evaluate(asOf, list...)
		require.NoError(t, err)
		require.Equal(t, verdict.NotMet, r.Outcome, "%s", r)
		if duty, ok := rule.(rules.Duty[R]); ok {
			for _, record := range list {
				f := duty.Check(asOf, record)
				assert.Equal(t, verdict.NotMet, f.Outcome)
				assert.Equal(t, r.Due, f.Due)
				assert.Equal(t, r.Breach(), f.Breach())
			}
		}
		return r
	}}
}

func always[R any](records ...R) func(int) []R { return func(int) []R { return records } }

func enrolled(level indicators.Stage) func(int) []enrolment.Record {
	return always(enrolment.Record{Level: level, Enrolled: quantity.N(1), EnrolledOfAge: quantity.N(1), OfficialAge: quantity.N(2)})
}

func noTitle() func(int) []school.Record {
	return always(school.Record{Football: indicators.NoTier, Arts: indicators.NoTier, LawModel: indicators.NoTier})
}

func bareSchool() func(int) []school.Record {
	return always(school.Record{Kind: indicators.PrimarySchool, Locality: indicators.Urban, LargeDistrict: no,
		CurrentAffairs: no, Multimedia: no, Bandwidth: quantity.N(0)})
}

func untrained(stage indicators.Stage) func(int) []teacher.Record {
	return always(teacher.Record{Stage: stage, FullTime: yes, Specialist: yes, DualQualified: no, RealNameSpace: no,
		CurrentRoundTrained: no, Education: indicators.PrimaryEducation, Backbone: indicators.NoTier,
		AppointedYear: quantity.N(2015), TrainingHours: quantity.WholeHours(0), DigitalHours: quantity.WholeHours(50), PracticeHours: quantity.WholeHours(0)})
}

func fewHours() func(int) []teacher.Record {
	return always(teacher.Record{Stage: indicators.Primary, AppointedYear: quantity.N(2015), DigitalHours: quantity.WholeHours(49)})
}

func poorPupil() func(int) []pupil.Record {
	return always(pupil.Record{Stage: indicators.Primary, FinalGrade: yes, Fitness: indicators.FitnessFailed, PEExempt: no, Certificate: yes,
		RealNameSpace: no, SportsSkills: quantity.N(0), ArtSkills: quantity.N(0)})
}

func poorCounty(year int) []countyyear.Record {
	return []countyyear.Record{{Year: quantity.N(year), Spending: quantity.WholeYuan(1), SpendingBefore: quantity.WholeYuan(2),
		Pupils: quantity.N(1), PupilsBefore: quantity.N(1), TeacherPay: quantity.WholeYuan(1), CivilServantPay: quantity.WholeYuan(2),
		TownPrimaryQuota: quantity.WholeYuan(2), RuralPrimaryQuota: quantity.WholeYuan(1), EthnicPrimary: yes, EthnicJunior: no,
		OrdinaryPrimaryFunds: quantity.WholeYuan(1), EthnicPrimaryFunds: quantity.WholeYuan(1)}}
}

// The rules of the book by when the text wants them done.
var (
	// 到2022年
	by2022 = []trespass{broken(tonghua.DigitalTrainingHours, fewHours()), broken(tonghua.DigitalTrainingPractice, untrained(indicators.Primary))}

	// 到2025年
	by2025 = []trespass{
		broken(tonghua.PreschoolGrossEnrolment, enrolled(indicators.Preschool)),
		broken(tonghua.PrimaryNetEnrolment, enrolled(indicators.Primary)),
		broken(tonghua.JuniorNetEnrolment, enrolled(indicators.JuniorHigh)),
		broken(tonghua.SeniorGrossEnrolment, enrolled(indicators.SeniorSecondary)),
		broken(tonghua.MeanYearsSchooling, always(at10799(age(16), age(59))[0])),
		broken(tonghua.DualQualifiedSpecialist, untrained(indicators.Vocational)),
		broken(tonghua.PrimaryCollege, untrained(indicators.Primary)),
		broken(tonghua.JuniorBachelor, untrained(indicators.JuniorHigh)),
		broken(tonghua.SeniorMaster, untrained(indicators.SeniorHigh)),
		broken(tonghua.DualQualifiedFulltime, untrained(indicators.Vocational)),
	}

	// no date in the text: the end of the plan is a reading
	byPlanEnd = []trespass{
		broken(tonghua.CurrentAffairs, bareSchool()),
		broken(tonghua.FootballSchools, noTitle()),
		broken(tonghua.ArtSchools, noTitle()),
		broken(tonghua.LawSchools, noTitle()),
		broken(tonghua.LargeDistrict, bareSchool()),
		broken(tonghua.OversizedClasses, always(class.Record{Stage: indicators.Primary, Pupils: quantity.N(56)})),
		broken(tonghua.BackboneProvince, untrained(indicators.Primary)),
		broken(tonghua.BackboneCity, untrained(indicators.Primary)),
		broken(tonghua.BackboneCounty, untrained(indicators.Primary)),
		broken(tonghua.FullStaffTraining, untrained(indicators.Primary)),
		broken(tonghua.RealnamePupils, poorPupil()),
		broken(tonghua.MultimediaCoverage, bareSchool()),
		broken(tonghua.Broadband100m, bareSchool()),
		broken(tonghua.RealnameTeachers, untrained(indicators.Primary)),
		broken(tonghua.SportsSkills, poorPupil()),
		broken(tonghua.ArtSkills, poorPupil()),
	}

	// 5年一个周期
	byCycle = []trespass{broken(tonghua.TeacherTrainingHours, untrained(indicators.Primary))}

	// holds all the time
	standing = []trespass{
		broken(tonghua.FitnessCertificate, poorPupil()),
		broken(tonghua.EthicsVeto, always(honours.Record{Kind: indicators.Honour, EthicsProblem: yes, Granted: yes})),
		broken(tonghua.EthicsHonoursBasis, always(honours.Record{Kind: indicators.Honour, EthicsPassed: no, Granted: yes})),
		broken(tonghua.UniformQuota, poorCounty),
	}

	// 只增不减
	yearly = []trespass{broken(tonghua.SpendingOnlyRises, poorCounty), broken(tonghua.SpendingPerPupilOnlyRises, poorCounty),
		broken(tonghua.EthnicDoubleFunds, poorCounty), broken(tonghua.TeacherPay, poorCounty)}
)

func TestEachRuleStandsOnceUnderItsDeadline(t *testing.T) {
	seen := map[plan.ID]bool{}
	for _, list := range [][]trespass{by2022, by2025, byPlanEnd, byCycle, standing, yearly} {
		for _, one := range list {
			assert.False(t, seen[one.id], one.id)
			seen[one.id] = true
		}
	}
}

// fallsDue judges rules around the last day that they have.
func fallsDue(t *testing.T, list []trespass, want plan.Deadline) {
	for _, one := range list {
		t.Run(string(one.id), func(t *testing.T) {
			for _, before := range []quantity.Date{quantity.DateOf(2020, time.December, 31), want.On.Previous(), want.On} {
				r := one.judge(t, before)
				assert.Equal(t, [...]any{want.On, want.Kind, want.Basis}, [...]any{r.Deadline.On, r.Deadline.Kind, r.Deadline.Basis})
				assert.Equal(t, verdict.Open, r.Due, "on %s", before)
				assert.False(t, r.Breach(), "on %s", before)
				assert.Equal(t, "尚未达到", r.Verdict(bilingual.Chinese))
			}
			after := one.judge(t, want.On.Next())
			assert.Equal(t, verdict.Past, after.Due)
			assert.True(t, after.Breach())
			assert.Equal(t, "未达到，违反", after.Verdict(bilingual.Chinese))

			last := one.judge(t, want.On)
			assert.False(t, last.SeenOn(want.On).Breach(), "data of the last day, seen on it")
			assert.True(t, last.SeenOn(want.On.Next()).Breach(), "data of the last day, seen a day later")
			stale := one.judge(t, want.On.AddYears(-1)).SeenOn(want.On.Next())
			assert.False(t, stale.Breach(), "data of the year before do not show what was reached on the last day")
			assert.Equal(t, verdict.Undetermined, stale.Outcome)
			assert.Equal(t, verdict.StaleData, stale.Reason)
		})
	}
}

func TestDueBy31December2022(t *testing.T) {
	fallsDue(t, by2022, plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2022, time.December, 31), Origin: plan.Origin{Basis: plan.Stated}})
}

func TestDueBy31December2025(t *testing.T) {
	last := quantity.DateOf(2025, time.December, 31)
	fallsDue(t, by2025, plan.Deadline{Kind: plan.ByDate, On: last, Origin: plan.Origin{Basis: plan.Stated}})
	fallsDue(t, byPlanEnd, plan.Deadline{Kind: plan.ByDate, On: last, Origin: plan.Origin{Basis: plan.PlanEnd}})
}

func TestDueAtTheEndOfTheCycle(t *testing.T) {
	fallsDue(t, byCycle, plan.Deadline{Kind: plan.Cycle, On: quantity.DateOf(2025, time.December, 31), Origin: plan.Origin{Basis: plan.Inferred}})
}

func TestStandingDutiesBindFromTheDayOnWhichThePlanWasIssued(t *testing.T) {
	first := quantity.DateOf(2022, time.May, 26)
	for _, one := range standing {
		t.Run(string(one.id), func(t *testing.T) {
			before := one.judge(t, first.AddYears(-1))
			assert.Equal(t, plan.Deadline{Kind: plan.Standing}, before.Deadline)
			assert.Equal(t, verdict.Open, before.Due)
			assert.False(t, before.Breach(), "nothing is a breach before the plan was issued")
			assert.False(t, before.SeenOn(first).Breach(), "nor is it afterwards")
			for _, day := range []quantity.Date{first, first.Next(), quantity.DateOf(2025, time.December, 31)} {
				r := one.judge(t, day)
				assert.Equal(t, verdict.Standing, r.Due, "on %s", day)
				assert.True(t, r.Breach(), "on %s", day)
				assert.Equal(t, "未达到，违反", r.Verdict(bilingual.Chinese))
			}
		})
	}
}

// A yearly duty is asked of the year that its data describe, and that year is
// open until its last day. So it takes a look back from the next year to see a
// breach.
func TestYearlyDutiesFallDueAtEachYearsEnd(t *testing.T) {
	for _, one := range yearly {
		for _, year := range []int{2022, 2023, 2025} {
			last := quantity.DateOf(year, time.December, 31)
			r := one.judge(t, last)
			assert.Equal(t, plan.Deadline{Kind: plan.Yearly}, r.Deadline)
			assert.Equal(t, verdict.Open, r.Due)
			assert.False(t, r.Breach())
			assert.False(t, r.SeenOn(last).Breach(), "the last day is still open")
			seen := r.SeenOn(last.Next())
			assert.Equal(t, verdict.Past, seen.Due)
			assert.True(t, seen.Breach(), "the year %d is over", year)
		}
		r := one.judge(t, quantity.DateOf(2020, time.December, 31))
		assert.False(t, r.SeenOn(quantity.DateOf(2021, time.January, 1)).Breach(), "2020 was before the plan")
		r = one.judge(t, quantity.DateOf(2021, time.December, 31))
		assert.False(t, r.SeenOn(quantity.DateOf(2022, time.June, 1)).Breach(), "2021 was over before it was issued")
	}
}

func TestANewYearAsksForNewFigures(t *testing.T) {
	r, err := tonghua.SpendingOnlyRises.Evaluate(quantity.DateOf(2024, time.January, 1), poorCounty(2023)...)
	require.NoError(t, err)
	assert.Equal(t, []any{verdict.NotMet, verdict.Past}, []any{r.Outcome, r.Due}, "2023 was missed")
	assert.Equal(t, []int{2022, 2023, 2024}, []int{r.Years[0].Year, r.Years[1].Year, r.Years[2].Year})
	assert.Equal(t, "未达到的年度：2023；没有数据的年度：2022、2024", r.ByYear(bilingual.Chinese))
	assert.Equal(t, "years missed: 2023; years without data: 2022, 2024", r.ByYear(bilingual.English))

	r, err = tonghua.SpendingOnlyRises.Evaluate(quantity.DateOf(2025, time.December, 31), append(fallingSpending(), risen(2025)...)...)
	require.NoError(t, err)
	assert.Equal(t, verdict.NotMet, r.Outcome, "a rise in the last year does not make up for three cuts")
	assert.True(t, r.Breach())
	assert.Equal(t, "未达到的年度：2022、2023、2024", r.ByYear(bilingual.Chinese))
}

// fallingSpending is a county whose spending fell in each of three years.
func fallingSpending() (list []countyyear.Record) {
	for year := 2022; year < 2025; year++ {
		list = append(list, poorCounty(year)...)
	}
	return list
}

func risen(year int) []countyyear.Record {
	r := poorCounty(year)
	r[0].SpendingBefore = quantity.WholeYuan(1)
	return r
}

func TestOnlyWhatIsNotMetIsABreach(t *testing.T) {
	late := quantity.DateOf(2026, time.January, 1)
	for _, c := range []struct {
		says    string
		records []teacher.Record
		breach  bool
	}{
		{"49 hours after the deadline", fewHours()(2026), true},
		{"50 hours after the deadline", []teacher.Record{{Stage: indicators.Primary, DigitalHours: quantity.WholeHours(50)}}, false},
		{"hours that nobody knows after the deadline", []teacher.Record{{Stage: indicators.Primary}}, false},
		{"no such teachers after the deadline", nil, false},
	} {
		r, err := tonghua.DigitalTrainingHours.Evaluate(late, c.records...)
		require.NoError(t, err)
		assert.Equal(t, verdict.Past, r.Due)
		assert.Equal(t, c.breach, r.Breach(), c.says)
	}
}

func TestAnInvalidDayJudgesNothing(t *testing.T) {
	for _, day := range []quantity.Date{{}, quantity.DateOf(2025, time.February, 29)} {
		_, err := tonghua.MeanYearsSchooling.Evaluate(day)
		assert.Error(t, err)
		f := tonghua.EthicsVeto.Check(day, honours.Record{Kind: indicators.Honour, EthicsProblem: yes, Granted: yes})
		assert.Equal(t, verdict.Undetermined, f.Outcome)
		assert.False(t, f.Breach())
	}
}
