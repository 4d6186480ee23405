package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestWhatARuleAsksHasItsFiguresResolved(t *testing.T) {
	list, err := tonghua.DigitalTrainingPractice.Asks(asOf)
	require.NoError(t, err)
	require.Len(t, list, 2)
	main, other := list[0], list[1]
	assert.Equal(t, indicators.DutyForm, main.Form)
	assert.Equal(t, "of-fifty", other.Reading)
	assert.Equal(t, quantity.MustAmount(1, 2, quantity.Percent), main.Question.Counted.Element().Amount)
	assert.Equal(t, quantity.MustAmount(25, 1, quantity.Hour), other.Question.Counted.Element().Amount)
	assert.Equal(t, quantity.MustAmount(1, 1, quantity.Percent), main.Population.Amount)
	const bound = "stage taught: primary or junior high or senior high and year of appointment at most 2022"
	assert.Equal(t, "("+bound+") and digital-skills training hours more than 0 hours", main.Question.Among.Text(bilingual.English))
	assert.Equal(t, bound, other.Question.Among.Text(bilingual.English))
}

func TestWhatARatioAddsUpHasItsWeights(t *testing.T) {
	list, err := tonghua.MeanYearsSchooling.Asks(asOf)
	require.NoError(t, err)
	of, per := list[0].Of, list[0].Per
	assert.Equal(t, quantity.PersonYear, of.Unit)
	require.Len(t, of.Terms, 5)
	assert.Equal(t, count.Term[attainment.Record]{Field: attainment.Primary.Field, Weight: 600}, of.Terms[0], "six years in hundredths")
	require.Len(t, per.Terms, 7)
	assert.Equal(t, count.Term[attainment.Record]{Field: attainment.NoSchooling.Field, Weight: 1}, per.Terms[0])
}

func TestADatedRuleAsksForTheYearOfTheDate(t *testing.T) {
	for _, year := range []uint64{2022, 2024} {
		list, err := tonghua.SeniorIntakeRatio.Asks(quantity.DateOf(int(year), 6, 30))
		require.NoError(t, err)
		assert.Equal(t, quantity.MustAmount(year, 1, quantity.CalendarYear), list[0].Question.Among.Element().Amount)
	}
}

func TestTheIndicatorOfARuleMakesTheRuleAgain(t *testing.T) {
	main, others := tonghua.DigitalTrainingPractice.Indicator()
	again, err := rules.NewDuty(tonghua.DigitalTrainingPractice.Plan(), tonghua.DigitalTrainingPractice.ID(), main.(indicators.Duty[teacher.Record]), others...)
	require.NoError(t, err)
	record := teacher.Record{Stage: indicators.Primary, AppointedYear: quantity.N(2015), DigitalHours: quantity.WholeHours(60), PracticeHours: quantity.WholeHours(29)}
	want, err := tonghua.DigitalTrainingPractice.Evaluate(asOf, record)
	require.NoError(t, err)
	require.Equal(t, verdict.NotMet, want.Outcome, "29 hours are less than half of 60")
	got, err := again.Evaluate(asOf, record)
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

func TestTheZeroRuleAsksNothing(t *testing.T) {
	var zero rules.Measure[teacher.Record]
	_, err := zero.Asks(asOf)
	assert.ErrorIs(t, err, rules.ErrZero)
	main, others := zero.Indicator()
	assert.Nil(t, main)
	assert.Nil(t, others)
	_, err = tonghua.SeniorMaster.Asks(quantity.Date{})
	assert.ErrorContains(t, err, "as-of date")
}

// Whoever makes a rule, or asks what it was made of, keeps no hand in it.
func TestChangingTheIndicatorThatARuleWasMadeOfChangesNoRule(t *testing.T) {
	p := edition(says("ratio", population(plan.AtLeast, percent(50))))
	made := indicators.Ratio[enrolment.Record]{Of: indicators.SumOf(enrolment.EnrolledOfAge), Per: indicators.SumOf(enrolment.OfficialAge)}
	rule := rules.MustRatio(p, "ratio", made)
	got, _ := rule.Indicator()
	made.Of.Terms[0] = indicators.Weighted[enrolment.Record]{}
	got.(indicators.Ratio[enrolment.Record]).Per.Terms[0] = indicators.Weighted[enrolment.Record]{}
	again, err := rule.Under(p)
	require.NoError(t, err)
	r, err := again.Evaluate(asOf, enrolment.Record{EnrolledOfAge: quantity.N(7), OfficialAge: quantity.N(10)})
	require.NoError(t, err)
	assert.Equal(t, "7 / 10 = 70.00 %", r.Measured(bilingual.English))
}
