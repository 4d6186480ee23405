package rules_test

import (
	"math/big"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

func dutyTwins() []slowRule {
	p := edition(
		says("hours", each(plan.AtLeast, hours(360)), readings("everyone", "full-time", "long-service"),
			reading("four-hundred", stated(plan.AtLeast, hours(400)), plan.Threshold{}),
			reading("at-most-five-percent", plan.Threshold{}, stated(plan.AtMost, percent(5)))),
		says("practice", each(plan.AtLeast, half), readings("of-digital-hours"),
			reading("of-fifty", stated(plan.AtLeast, hours(25)), plan.Threshold{})),
		says("recorded", population(plan.AtLeast, percent(90))),
		says("wide", population(plan.AtLeast, percent(60))),
	)
	atLeast := func(figure string) func(facts) truth {
		return func(f facts) truth { return f.number("training_hours", ">=", figure) }
	}
	return []slowRule{
		{rules.MustDuty(p, "hours", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)},
			another{Key: "full-time", Indicator: duty{Among: teacher.FullTime.Is(indicators.Yes), Must: teacher.TrainingHours.AtLeast(indicators.Each)}},
			another{Key: "at-most-five-percent", Indicator: share{Counted: teacher.TrainingHours.LessThan(indicators.Each)}}),
			[]*slowReading{
				{kind: "share", reads: []string{"training_hours"}, compare: ">=", limit: "1", counted: atLeast("360")},
				{kind: "share", reads: []string{"full_time", "training_hours"}, compare: ">=", limit: "1",
					among: func(f facts) truth { return f.is("full_time", 1) }, counted: atLeast("360")},
				nil,
				{kind: "share", reads: []string{"training_hours"}, compare: ">=", limit: "1", counted: atLeast("400")},
				{kind: "share", reads: []string{"training_hours"}, compare: "<=", limit: "1/20",
					counted: func(f facts) truth { return f.number("training_hours", "<", "360") }},
			}},
		{rules.MustDuty(p, "practice", duty{Among: inSchool, Must: teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, indicators.Each)},
			another{Key: "of-fifty", Indicator: duty{Among: inSchool, Must: teacher.PracticeHours.AtLeast(indicators.Each)}}),
			[]*slowReading{
				{kind: "share", reads: []string{"stage", "practice_hours", "digital_hours"}, compare: ">=", limit: "1", among: slowInSchool,
					counted: func(f facts) truth { return f.share("practice_hours", ">=", "1/2", "digital_hours") }},
				{kind: "share", reads: []string{"stage", "practice_hours"}, compare: ">=", limit: "1", among: slowInSchool,
					counted: func(f facts) truth { return f.number("practice_hours", ">=", "25") }},
			}},
		{rules.MustDuty(p, "recorded", duty{Among: teacher.Stage.Is(indicators.Primary), Must: teacher.TrainingHours.Recorded()}),
			[]*slowReading{{kind: "share", reads: []string{"stage", "training_hours"}, recorded: []string{"training_hours"}, compare: ">=", limit: "9/10",
				among: func(f facts) truth { return f.is("stage", 1) }, counted: func(f facts) truth { return f.recorded("training_hours") }}}},
		{rules.MustDuty(p, "wide", wideDuty()), []*slowReading{slowWideDuty()}},
	}
}

// wideDuty reads ten fields: it tells more profiles apart than are counted.
func wideDuty() duty {
	return duty{
		Among: indicators.Or(teacher.Stage.Is(indicators.Primary), teacher.Backbone.Is(indicators.NoTier), teacher.FullTime.Is(indicators.Yes)),
		Must: indicators.Or(
			indicators.And(teacher.Education.AtLeast(indicators.Bachelor), teacher.Specialist.Is(indicators.Yes)),
			indicators.And(teacher.DualQualified.Is(indicators.Yes), online),
			indicators.And(teacher.CurrentRoundTrained.Is(indicators.Yes), teacher.TrainingHours.AtLeast(number(hours(360)))),
			teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, number(half))),
	}
}

func slowWideDuty() *slowReading {
	return &slowReading{kind: "share", compare: ">=", limit: "3/5",
		reads: []string{"stage", "backbone", "full_time", "education", "specialist", "dual_qualified", "real_name_space",
			"current_round_trained", "training_hours", "practice_hours", "digital_hours"},
		among: func(f facts) truth { return some(f.is("stage", 1), f.is("backbone", 1), f.is("full_time", 1)) },
		counted: func(f facts) truth {
			return some(
				all(f.from("education", 3), f.is("specialist", 1)),
				all(f.is("dual_qualified", 1), f.is("real_name_space", 1)),
				all(f.is("current_round_trained", 1), f.number("training_hours", ">=", "360")),
				f.share("practice_hours", ">=", "1/2", "digital_hours"))
		}}
}

// amountTwins count and add up.
func amountTwins() []slowRule {
	p := edition(
		says("backbones", population(plan.AtLeast, teachers(6))),
		says("idle", population(plan.AtMost, teachers(3))),
		says("practice-share", population(plan.AtLeast, half)),
		says("weighted", population(plan.AtLeast, quantity.MustAmount(12, 10, quantity.Multiple)),
			parameter("weight", quantity.MustAmount(2, 1, quantity.Multiple)), readings("vocational", "everyone")),
		says("joint", population(plan.AtLeast, half), readings("stages", "ranks")),
		says("unset-ratio", population(plan.AtLeast, half), parameter("weight", quantity.Amount{})),
	)
	allHours := indicators.SumOf(teacher.TrainingHours, teacher.DigitalHours, teacher.PracticeHours)
	weighted := func(among condition) ratio {
		return ratio{Among: among, Per: allHours,
			Of: indicators.WeightedSum(quantity.Hour, teacher.TrainingHours.Times(indicators.Parameter("weight")), teacher.DigitalHours.Times(indicators.Figure{}))}
	}
	three := []string{"training_hours", "digital_hours", "practice_hours"}
	slowWeighted := func(f facts) *big.Rat {
		return new(big.Rat).Add(f.sum("training_hours", "training_hours"), f["digital_hours"].number)
	}
	slowAllHours := func(f facts) *big.Rat { return f.sum(three...) }
	return []slowRule{
		{rules.MustCount(p, "backbones", numberOf{Counted: teacher.Backbone.AtLeast(indicators.CityTier)}),
			[]*slowReading{{kind: "count", reads: []string{"backbone"}, compare: ">=", limit: "6",
				counted: func(f facts) truth { return f.from("backbone", 3) }}}},
		{rules.MustCount(p, "idle", numberOf{Among: inSchool, Counted: teacher.TrainingHours.LessThan(number(hours(100)))}),
			[]*slowReading{{kind: "count", reads: []string{"stage", "training_hours"}, compare: "<=", limit: "3",
				among: slowInSchool, counted: func(f facts) truth { return f.number("training_hours", "<", "100") }}}},
		{rules.MustRatio(p, "practice-share", ratio{Among: inSchool, Of: indicators.SumOf(teacher.PracticeHours), Per: indicators.SumOf(teacher.DigitalHours)}),
			[]*slowReading{practiceShare(slowInSchool, "stage", "practice_hours", "digital_hours")}},
		{rules.MustRatio(p, "weighted", weighted(teacher.Stage.Is(indicators.Vocational)), another{Key: "everyone", Indicator: weighted(condition{})}),
			[]*slowReading{
				{kind: "ratio", reads: append([]string{"stage"}, three...), compare: ">=", limit: "6/5",
					among: func(f facts) truth { return f.is("stage", 4) }, amounts: three, of: slowWeighted, per: slowAllHours},
				{kind: "ratio", reads: three, compare: ">=", limit: "6/5", amounts: three, of: slowWeighted, per: slowAllHours},
			}},
		{rules.MustRatio(p, "joint", ratio{Of: indicators.SumOf(teacher.PracticeHours), Per: indicators.SumOf(teacher.DigitalHours),
			Among: teacher.Stage.In(indicators.Primary, indicators.JuniorHigh), Parts: []condition{teacher.Stage.Is(indicators.Primary), teacher.Stage.Is(indicators.JuniorHigh)}},
			another{Key: "ranks", Indicator: ratio{Of: indicators.SumOf(teacher.PracticeHours), Per: indicators.SumOf(teacher.DigitalHours),
				Parts: []condition{teacher.Backbone.AtLeast(indicators.CityTier)}}}),
			[]*slowReading{
				joint(practiceShare(func(f facts) truth { return some(f.is("stage", 1), f.is("stage", 2)) }, "stage", "practice_hours", "digital_hours"),
					func(f facts) truth { return f.is("stage", 1) }, func(f facts) truth { return f.is("stage", 2) }),
				joint(practiceShare(nil, "practice_hours", "digital_hours"), func(f facts) truth { return f.from("backbone", 3) }),
			}},
		{rules.MustRatio(p, "unset-ratio", weighted(inSchool)),
			[]*slowReading{{kind: "ratio", reads: append([]string{"stage"}, three...), compare: ">=", limit: "1/2", unset: true,
				among: slowInSchool, amounts: three, of: slowWeighted, per: slowAllHours}}},
	}
}

// practiceShare divides practice hours by the digital hours that they are part of.
func practiceShare(among func(facts) truth, reads ...string) *slowReading {
	return &slowReading{kind: "ratio", reads: reads, compare: ">=", limit: "1/2",
		among: among, amounts: []string{"practice_hours", "digital_hours"}, partOfWhole: true,
		of:  func(f facts) *big.Rat { return f["practice_hours"].number },
		per: func(f facts) *big.Rat { return f["digital_hours"].number }}
}

// joint returns a ratio each part of whose scope must have a figure.
func joint(q *slowReading, parts ...func(facts) truth) *slowReading {
	q.parts = parts
	return q
}
