package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// verdicts lists what the readings of a result give.
func verdicts(r verdict.Result) map[string]string {
	list := map[string]string{}
	for _, o := range r.Readings {
		list[o.Key] = "not computed"
		if o.Computed {
			list[o.Key] = o.Outcome.String() + " " + o.Value.In(bilingual.English, quantity.Down)
		}
	}
	return list
}

func TestReadingsAreEachEvaluatedAndTheFirstDecides(t *testing.T) {
	training := func(n int) teacher.Record { return teacher.Record{TrainingHours: quantity.WholeHours(n)} }
	fullTime := func(n int) teacher.Record {
		return teacher.Record{FullTime: indicators.Yes, TrainingHours: quantity.WholeHours(n)}
	}
	trained := duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)}
	none := plan.Threshold{}
	for _, c := range []struct {
		name     string
		changes  []amend
		others   []rules.Reading[teacher.Record]
		records  []teacher.Record
		decides  string
		want     map[string]string
		stated   plan.Threshold
		disagree []string
	}{
		{"a reading may change the scope",
			[]amend{readings("all", "full-time")},
			[]rules.Reading[teacher.Record]{{Key: "full-time", Indicator: duty{Among: teacher.FullTime.Is(indicators.Yes), Must: teacher.TrainingHours.AtLeast(indicators.Each)}}},
			[]teacher.Record{fullTime(360), fullTime(400), {FullTime: indicators.No, TrainingHours: quantity.WholeHours(0)}},
			"all", map[string]string{"all": "not-met 66.66 %", "full-time": "met 100.00 %"}, none,
			[]string{"another reading (reading full-time): met, 2 of 2 = 100.00 %"}},
		{"a reading may change the figure on each record, and needs no rule of its own for that",
			[]amend{readings("as-stated"), reading("four-hundred", stated(plan.AtLeast, hours(400)), none)},
			nil, []teacher.Record{training(360), training(400)},
			"as-stated", map[string]string{"as-stated": "met 100.00 %", "four-hundred": "not-met 50.00 %"}, none,
			[]string{"another reading (reading four-hundred): not yet met, 1 of 2 = 50.00 %, 1 teacher does not comply"}},
		{"a reading may change the form: most of them instead of each of them",
			[]amend{readings("each"), reading("nine-of-ten", none, stated(plan.AtLeast, percent(90)))},
			[]rules.Reading[teacher.Record]{{Key: "nine-of-ten", Indicator: share{Counted: teacher.TrainingHours.AtLeast(indicators.Each)}}},
			append(repeated(training(360), 9), training(0)),
			"each", map[string]string{"each": "not-met 90.00 %", "nine-of-ten": "met 90.00 %"}, none,
			[]string{"another reading (reading nine-of-ten): met"}},
		{"a reading that needs another subject is named and not computed",
			[]amend{readings("each", "by-school")}, nil, []teacher.Record{training(360)},
			"each", map[string]string{"each": "met 100.00 %", "by-school": "not computed"}, none,
			[]string{"another reading (reading by-school): not computed, the data do not allow it"}},
		{"the deciding reading's figure replaces that of the text, which is shown beside it",
			[]amend{population(plan.About, percent(50)), reading("literally", none, stated(plan.AtLeast, percent(50))), reading("within-ten", none, stated(plan.AtLeast, percent(45)))},
			nil, append(repeated(training(360), 9), repeated(training(0), 11)...),
			"literally", map[string]string{"literally": "not-met 45.00 %", "within-ten": "met 45.00 %"}, stated(plan.About, percent(50)),
			[]string{"another reading (reading within-ten): met"}},
		{"readings that agree are printed as well",
			[]amend{readings("one", "other")},
			[]rules.Reading[teacher.Record]{{Key: "other", Indicator: duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)}}},
			[]teacher.Record{training(360)}, "one", map[string]string{"one": "met 100.00 %", "other": "met 100.00 %"}, none,
			[]string{"another reading (reading other): met"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := edition(says("hours", append([]amend{each(plan.AtLeast, hours(360))}, c.changes...)...))
			rule := rules.MustDuty(p, "hours", trained, c.others...)
			r := evaluate(t, rule, asOf, c.records...)
			assert.Equal(t, c.decides, r.Reading)
			assert.Equal(t, c.want, verdicts(r))
			assert.Equal(t, c.stated, r.Stated)
			assert.True(t, r.Readings[0].Decides)
			assert.Equal(t, []any{r.Outcome, r.Value, r.Threshold}, []any{r.Readings[0].Outcome, r.Readings[0].Value, r.Readings[0].Threshold})
			assert.Equal(t, c.disagree, r.OtherReadings(bilingual.English))
			for _, o := range r.Readings {
				assert.True(t, o.Name.Complete() && o.Why.Complete())
			}
		})
	}
}

func repeated(r teacher.Record, n int) []teacher.Record {
	list := make([]teacher.Record, n)
	for i := range list {
		list[i] = r
	}
	return list
}

func TestARatioOfAnotherPopulationIsNoAnswer(t *testing.T) {
	of := func(levels ...indicators.Stage) indicators.Ratio[enrolment.Record] {
		r := enrolmentRatio
		r.Among = enrolment.Level.In(levels...)
		return r
	}
	p := edition(says("net", population(plan.AtLeast, percent(99)), readings("primary", "joint", "by-county")))
	rule := rules.MustRatio(p, "net", of(indicators.Primary),
		rules.Reading[enrolment.Record]{Key: "joint", Indicator: of(indicators.Primary, indicators.JuniorHigh)})
	figures := func(level indicators.Stage, n int) enrolment.Record {
		return enrolment.Record{Level: level, Enrolled: quantity.N(n), OfficialAge: quantity.N(100)}
	}
	for _, c := range []struct {
		name    string
		records []enrolment.Record
		outcome verdict.Outcome
		reason  verdict.Reason
		text    string
	}{
		{"figures of the plan's own population decide", []enrolment.Record{figures(indicators.Primary, 99), figures(indicators.JuniorHigh, 90)},
			verdict.Met, verdict.NoReason, "99 / 100 = 99.00 %"},
		{"figures of another reading alone leave it undetermined, though they reach the target", []enrolment.Record{figures(indicators.JuniorHigh, 100)},
			verdict.Undetermined, verdict.OtherPopulation, "100 / 100 = 100.00 % (another reading)"},
		{"figures of no reading leave the one that is wanted undetermined", []enrolment.Record{figures(indicators.Preschool, 100)},
			verdict.Undetermined, verdict.NoFigure, ""},
		{"one figure that cannot be does not make it inapplicable", []enrolment.Record{{Level: indicators.JuniorHigh, Enrolled: quantity.N(-1), OfficialAge: quantity.N(100)}},
			verdict.Undetermined, verdict.OtherPopulation, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := evaluate(t, rule, asOf, c.records...)
			assert.Equal(t, []any{c.outcome, c.reason}, []any{r.Outcome, r.Reason})
			assert.Equal(t, c.text, r.Measured(bilingual.English))
			assert.Equal(t, []any{r.Outcome, r.Reason}, []any{r.Readings[0].Outcome, r.Readings[0].Reason})
			assert.False(t, r.Readings[2].Computed)
		})
	}
}

func TestRulesThatCannotBeBoundSayWhy(t *testing.T) {
	p := edition(
		says("share", population(plan.AtLeast, half), readings("first", "second")), says("bare"),
		says("about", population(plan.About, half)), says("count", population(plan.AtLeast, teachers(3))),
		says("each-in-teachers", each(plan.AtLeast, teachers(3))),
		says("weighted", population(plan.AtLeast, half), parameter("fine", quantity.MustAmount(5, 2, quantity.Teacher)), parameter("hours", hours(2))))
	ok := share{Counted: online}
	foreign := indicators.NewNumber(indicators.NewSubject[teacher.Record]("other", bilingual.Text{ZH: "外", EN: "other"}, quantity.Teacher), "foreign", bilingual.Text{ZH: "外", EN: "foreign"}, quantity.Hour, func(r *teacher.Record) *quantity.Hours { return &r.TrainingHours })
	second := func(i indicators.Indicator[teacher.Record]) rules.Reading[teacher.Record] {
		return rules.Reading[teacher.Record]{Key: "second", Indicator: i}
	}
	newShare := func(id plan.ID, s share, others ...rules.Reading[teacher.Record]) error {
		_, err := rules.NewShare(p, id, s, others...)
		return err
	}
	newRatio := func(r ratio) error { _, err := rules.NewRatio(p, "weighted", r); return err }
	weighted := func(unit quantity.Unit, f indicators.Figure) indicators.Sum[teacher.Record] {
		return indicators.WeightedSum(unit, teacher.TrainingHours.Times(f))
	}
	sum := indicators.SumOf(teacher.TrainingHours)
	_, noPlan := rules.NewShare(nil, "share", ok)
	_, noThreshold := rules.NewCount(p, "bare", numberOf{Counted: online})
	_, wrongUnit := rules.NewCount(p, "share", numberOf{Counted: online})
	_, noEach := rules.NewDuty(p, "share", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)})
	_, eachUnit := rules.NewDuty(p, "each-in-teachers", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)})
	for _, c := range []struct {
		err  error
		want string
	}{
		{noPlan, "no plan"},
		{newShare("missing", ok), `has no statement "missing"`},
		{newShare("bare", ok), "needs a threshold of the population"},
		{noThreshold, "needs a threshold of the population"},
		{newShare("count", ok), "measured in per cent, its threshold in teacher"},
		{wrongUnit, "a count of teachers is not measured in percent"},
		{newShare("about", ok), "needs a reading that decides what about means"},
		{newShare("share", share{}), "a share without its condition"},
		{noEach, "no threshold on each record"},
		{eachUnit, "field training_hours is measured in hour, its figure in teacher"},
		{newShare("share", share{Counted: teacher.TrainingHours.AtLeast(indicators.Parameter("gone"))}), `no parameter "gone"`},
		{newShare("share", share{Counted: teacher.TrainingHours.AtLeast(indicators.Stated("gone"))}), `no figure "gone"`},
		{newShare("share", share{Counted: foreign.AtLeast(number(hours(1)))}), "field foreign is none of the subject's"},
		{newRatio(ratio{Of: indicators.SumOf(foreign), Per: sum}), "field foreign is none of the subject's"},
		{newRatio(ratio{Of: sum}), "a sum without fields or unit"},
		{newRatio(ratio{Of: indicators.SumOf(indicators.Number[teacher.Record]{}), Per: sum}), "a sum without fields or unit"},
		{newRatio(ratio{Of: indicators.WeightedSum(quantity.Hour, indicators.Number[teacher.Record]{}.Times(indicators.Figure{})), Per: sum}), "a field that is not described"},
		{newRatio(ratio{Of: weighted(quantity.Person, indicators.Figure{}), Per: sum}), "field training_hours is measured in hour, its sum in person"},
		{newRatio(ratio{Of: weighted(quantity.Hour, indicators.Parameter("hours")), Per: sum}), "hour times hour is not hour"},
		{newRatio(ratio{Of: weighted(quantity.Hour, indicators.Parameter("fine")), Per: sum}), "more decimals than its unit"},
		{newRatio(ratio{Of: weighted(quantity.Hour, indicators.Parameter("gone")), Per: sum}), `no parameter "gone"`},
		{newShare("share", ok, rules.Reading[teacher.Record]{Key: "third", Indicator: ok}), `no reading "third"`},
		{newShare("share", ok, rules.Reading[teacher.Record]{Key: "first", Indicator: ok}), `reading "first" decides`},
		{newShare("share", ok, second(ok), second(ok)), `reading "second" stands twice`},
		{newShare("share", ok, second(nil)), `reading "second" has no indicator`},
		{newShare("share", ok, second(&ok)), "is no share, duty, ratio, count or difference"},
		{newShare("share", ok, second((*share)(nil))), "is no share, duty, ratio, count or difference"},
		{newShare("share", ok, second(share{})), "a share without its condition"},
	} {
		if assert.Error(t, c.err, c.want) {
			assert.Contains(t, c.err.Error(), c.want)
		}
	}
	require.NoError(t, newShare("share", ok, second(ok)))
	assert.Panics(t, func() { rules.MustShare(p, "missing", ok) }, "Must… alone may panic")
}
