package rules_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestAWordThatThePlanLeavesUndefinedIsAParameter(t *testing.T) {
	trained := func(n int) teacher.Record {
		return teacher.Record{Education: indicators.Bachelor, TrainingHours: quantity.WholeHours(n)}
	}
	uneducated := teacher.Record{Education: indicators.College, TrainingHours: quantity.WholeHours(500)}
	enough := indicators.And(teacher.Education.AtLeast(indicators.Bachelor), teacher.TrainingHours.AtLeast(indicators.Parameter("enough")))
	for _, c := range []struct {
		name    string
		amount  quantity.Amount
		records []teacher.Record
		outcome verdict.Outcome
		reason  verdict.Reason
		unset   []string
		low     string
		high    string
	}{
		{"a parameter that somebody has set is a figure like any other", hours(100), []teacher.Record{trained(100), trained(99)},
			verdict.Met, verdict.NoReason, nil, "50.00 %", "50.00 %"},
		{"a parameter that nobody has set leaves open who counts", quantity.Amount{}, []teacher.Record{trained(100), trained(99)},
			verdict.Undetermined, verdict.MissingParameter, []string{"enough"}, "0.00 %", "100.00 %"},
		{"it leaves a verdict that does not need it", quantity.Amount{}, []teacher.Record{uneducated, uneducated, trained(100)},
			verdict.NotMet, verdict.BelowThreshold, []string{"enough"}, "0.00 %", "33.33 %"},
		{"where there is nobody, nothing is missing", quantity.Amount{}, nil,
			verdict.NotApplicable, verdict.NoRecords, []string{"enough"}, "–", "–"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := edition(says("share", population(plan.AtLeast, half), parameter("enough", c.amount)))
			r := evaluate(t, rules.MustShare(p, "share", share{Counted: enough}), asOf, c.records...)
			assert.Equal(t, []any{c.outcome, c.reason}, []any{r.Outcome, r.Reason})
			var unset []string
			for _, u := range r.Unset {
				unset = append(unset, u.Key)
			}
			assert.Equal(t, c.unset, unset)
			assert.Equal(t, []string{c.low, c.high},
				[]string{r.Lowest.In(bilingual.English, quantity.Down), r.Highest.In(bilingual.English, quantity.Down)})
			if c.unset != nil {
				assert.Contains(t, r.Text(bilingual.English), "the parameter is not set")
				assert.Contains(t, r.Text(bilingual.Chinese), "“参数”未设定")
			}
		})
	}
	t.Run("a duty cannot accuse by a figure that nobody has set", func(t *testing.T) {
		p := edition(says("duty", parameter("enough", quantity.Amount{})))
		d := rules.MustDuty(p, "duty", duty{Must: enough})
		f := d.Check(asOf, trained(0))
		assert.Equal(t, []any{verdict.Undetermined, verdict.MissingParameter}, []any{f.Outcome, f.Reason})
		f = d.Check(asOf, uneducated)
		assert.Equal(t, verdict.NotMet, f.Outcome)
	})
	t.Run("a name stands once, however often the rule asks for it", func(t *testing.T) {
		p := edition(says("share", population(plan.AtLeast, half), parameter("enough", quantity.Amount{})))
		r := evaluate(t, rules.MustShare(p, "share", share{Among: enough, Counted: enough}), asOf, trained(1))
		assert.Equal(t, []verdict.Unset{{Key: "enough", Name: bilingual.Text{ZH: "参数", EN: "parameter"}}}, r.Unset)
	})
}

func TestFiguresInAConditionAreThoseOfTheStatement(t *testing.T) {
	figure := func(s *plan.Statement) {
		s.Figures = append(s.Figures, plan.Figure{Key: "upper", Comparator: plan.Exactly, Amount: hours(500), Origin: plan.Origin{Basis: plan.Stated},
			Name: bilingual.Text{ZH: "上限", EN: "upper end"}})
	}
	p := edition(says("share", population(plan.AtLeast, half), each(plan.AtLeast, hours(360)), figure))
	training := func(n, digital, practice int) teacher.Record {
		return teacher.Record{TrainingHours: quantity.WholeHours(n), DigitalHours: quantity.WholeHours(digital), PracticeHours: quantity.WholeHours(practice)}
	}
	for _, c := range []struct {
		name    string
		counted condition
		in, out teacher.Record
	}{
		{"the threshold on each record", teacher.TrainingHours.AtLeast(indicators.Each), training(360, 0, 0), training(359, 0, 0)},
		{"another figure that the text states", teacher.TrainingHours.AtMost(indicators.Stated("upper")), training(500, 0, 0), training(501, 0, 0)},
		{"the threshold on the population", teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, indicators.Population), training(0, 50, 25), training(0, 50, 24)},
	} {
		t.Run(c.name, func(t *testing.T) {
			rule := rules.MustShare(p, "share", share{Counted: c.counted})
			assert.Equal(t, "100.00 %", evaluate(t, rule, asOf, c.in).Value.In(bilingual.English, quantity.Down))
			assert.Equal(t, "0.00 %", evaluate(t, rule, asOf, c.out).Value.In(bilingual.English, quantity.Down))
		})
	}
	_, err := rules.NewDuty(edition(says("duty")), "duty", duty{Must: teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, indicators.Population)})
	assert.ErrorContains(t, err, "no threshold on the population")
}

func TestAWeightThatNobodyHasSetMakesNoSum(t *testing.T) {
	p := edition(says("ratio", population(plan.AtLeast, half), parameter("weight", quantity.Amount{})))
	rule := rules.MustRatio(p, "ratio", ratio{
		Of:  indicators.WeightedSum(quantity.Hour, teacher.TrainingHours.Times(indicators.Parameter("weight")), teacher.DigitalHours.Times(indicators.Figure{})),
		Per: indicators.SumOf(teacher.DigitalHours)})
	full := teacher.Record{TrainingHours: quantity.WholeHours(10), DigitalHours: quantity.WholeHours(10)}
	r := evaluate(t, rule, asOf, full)
	assert.Equal(t, []any{verdict.Undetermined, verdict.MissingParameter}, []any{r.Outcome, r.Reason},
		"10 of 10 hours are a part of the sum, and a known part is never shown as the whole")
	assert.False(t, r.Exact())
	assert.Zero(t, r.Lowest)
	assert.Equal(t, []verdict.Unset{{Key: "weight", Name: bilingual.Text{ZH: "参数", EN: "parameter"}}}, r.Unset)
	assert.Equal(t, verdict.NoRecords, evaluate(t, rule, asOf).Reason)
}

// A rule that is asked of the year of the as-of date.
var thisYear = indicators.Duty[countyyear.Record]{
	Among: countyyear.Year.Is(indicators.AsOfYear),
	Must:  countyyear.Spending.AtLeastShareOf(countyyear.SpendingBefore, indicators.Each),
}

func countyIn(year, spending, before int) countyyear.Record {
	return countyyear.Record{Year: quantity.N(year), Spending: quantity.WholeYuan(spending), SpendingBefore: quantity.WholeYuan(before)}
}

func TestADatedRuleAsksOfTheYearOfItsData(t *testing.T) {
	p := edition(says("rises", due(plan.Yearly), each(plan.AtLeast, percent(100)), bearer(plan.County)))
	rule := rules.MustDuty(p, "rises", thisYear)
	register := []countyyear.Record{countyIn(2023, 90, 100), countyIn(2024, 100, 90), countyIn(2024, 99, 100), countyIn(2025, 100, 100)}
	for year, want := range map[int]string{2023: "0 of 1 = 0.00 %", 2024: "1 of 3 = 33.33 %", 2025: "2 of 4 = 50.00 %", 2022: ""} {
		on := day(year, time.December, 31)
		r := evaluate(t, rule, on, register...)
		assert.Equal(t, want, r.Measured(bilingual.English), year)
		assert.Equal(t, int64(4), r.Records.Read)
		results, err := rules.MustPanel(func(row, r *countyyear.Record) { *r = *row }, rule).Evaluate(on, register)
		require.NoError(t, err)
		assert.True(t, r.Equal(results.Rules[0]), "a panel binds it to the same year")
	}
	t.Run("a year is past when it is over", func(t *testing.T) {
		missed := countyIn(2023, 90, 100)
		assert.Equal(t, verdict.Open, evaluate(t, rule, day(2023, time.November, 30), missed).Due)
		assert.Equal(t, verdict.Past, evaluate(t, rule, day(2024, time.November, 30), missed).Due)
	})
	t.Run("records that are absent are absent from all years together and from none by itself", func(t *testing.T) {
		panel := rules.MustPanel(func(row, r *countyyear.Record) { *r = *row }, rule).Expecting(3)
		results, err := panel.Evaluate(day(2024, time.December, 31), []countyyear.Record{countyIn(2023, 100, 90), countyIn(2024, 100, 90)})
		require.NoError(t, err)
		r := results.Rules[0]
		assert.Equal(t, []any{verdict.Undetermined, verdict.AbsentRecords}, []any{r.Outcome, r.Reason})
		for _, y := range r.Years[len(r.Years)-2:] {
			assert.Equal(t, verdict.Met, y.Outcome, y.Year)
		}
	})
	t.Run("its texts name the year that they speak of", func(t *testing.T) {
		r := evaluate(t, rule, day(2024, time.December, 31), register...)
		assert.Contains(t, r.Measure.EN, "year equal to 2024")
		assert.Contains(t, r.Measure.ZH, "年度等于2024")
	})
	t.Run("listed without data it speaks of no year in particular", func(t *testing.T) {
		assert.Contains(t, rule.Measures(bilingual.English), "year equal to year of the as-of date")
		assert.Contains(t, rule.Measures(bilingual.Chinese), "年度等于数据截止日期所在年度")
	})
	t.Run("it checks one record", func(t *testing.T) {
		assert.Equal(t, verdict.NotMet, rule.Check(day(2023, time.May, 1), register[0]).Outcome)
		f := rule.Check(day(2024, time.May, 1), register[0])
		assert.Equal(t, []any{verdict.NotMet, verdict.Past, true}, []any{f.Outcome, f.Due, f.Breach()}, "2023 is over")
		assert.Equal(t, verdict.Open, rule.Check(day(2023, time.May, 1), register[0]).Due)
		assert.Equal(t, verdict.NotApplicable, rule.Check(day(2024, time.May, 1), countyIn(2020, 90, 100)).Outcome, "before the plan")
	})
	t.Run("its finding names the year as well", func(t *testing.T) {
		of := rules.MustDuty(p, "rises", indicators.Duty[countyyear.Record]{Must: indicators.Not(thisYear.Among)})
		f := of.Check(day(2024, time.May, 1), register[1])
		assert.Equal(t, "year: 2024", f.Found(bilingual.English))
		assert.Contains(t, f.Text(bilingual.English), "required: each record at least 100 % (Part 1; 100 %: stated; yearly)")
	})
	t.Run("a year in another unit is refused when the rule is made", func(t *testing.T) {
		_, err := rules.NewDuty(p, "rises", indicators.Duty[countyyear.Record]{Must: countyyear.Pupils.Is(indicators.AsOfYear)})
		assert.ErrorContains(t, err, "field pupils is measured in pupil, its figure in calendar-year")
	})
}

func TestADivisionByZeroLeavesOneCountyUndetermined(t *testing.T) {
	p := edition(says("per-pupil", each(plan.AtLeast, percent(100))))
	d := rules.MustDuty(p, "per-pupil", indicators.Duty[countyyear.Record]{
		Must: countyyear.Spending.Per(countyyear.Pupils).AtLeastShareOf(countyyear.SpendingBefore.Per(countyyear.PupilsBefore), indicators.Each)})
	county := countyIn(2025, 100, 90)
	county.Pupils, county.PupilsBefore = quantity.N(0), quantity.N(10)
	f := d.Check(asOf, county)
	assert.Equal(t, []any{verdict.Undetermined, verdict.MissingData}, []any{f.Outcome, f.Reason})
	county.Pupils = quantity.N(11)
	f = d.Check(asOf, county)
	assert.Equal(t, verdict.Met, f.Outcome, "100/11 yuan a pupil are more than 90/10")
	county.Pupils = quantity.N(12)
	f = d.Check(asOf, county)
	assert.Equal(t, verdict.NotMet, f.Outcome, "100/12 are less")
}
