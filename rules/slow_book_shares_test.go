package rules_test

import (
	"math/big"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// slowRule is a rule beside its slow twin: the readings in the order of the
// statement, nil for one that is not computed.
type slowRule struct {
	rule     rules.Rule[teacher.Record]
	readings []*slowReading
}

// thing is short for the kinds of a teacher rule.
type (
	share     = indicators.Share[teacher.Record]
	duty      = indicators.Duty[teacher.Record]
	ratio     = indicators.Ratio[teacher.Record]
	numberOf  = indicators.Count[teacher.Record]
	condition = indicators.Condition[teacher.Record]
	another   = rules.Reading[teacher.Record]
)

var (
	inSchool = teacher.Stage.In(indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh)
	online   = teacher.RealNameSpace.Is(indicators.Yes)
	half     = percent(50)
)

func slowInSchool(f facts) truth { return f.is("stage", 1, 2, 3) }

func number(a quantity.Amount) indicators.Figure { return indicators.Literal(a) }

// testBook has every kind of condition, form and comparator.
func testBook() []slowRule {
	return append(append(shareTwins(), dutyTwins()...), amountTwins()...)
}

func shareTwins() []slowRule {
	oddHours := quantity.MustAmount(49995, 1000, quantity.Hour)
	p := edition(
		says("master", population(plan.AtLeast, percent(40))),
		says("below-bachelor", population(plan.AtMost, percent(40))),
		says("dual", population(plan.MoreThan, half)),
		says("overtrained", population(plan.LessThan, quantity.MustAmount(1, 3, quantity.Percent))),
		says("half-online", population(plan.Exactly, half)),
		says("odd-figures", population(plan.AtMost, percent(20))),
		says("same-field", population(plan.AtLeast, half)),
		says("unset-share", population(plan.AtLeast, half), parameter("enough", quantity.Amount{})),
		says("even", population(plan.AtLeast, percent(60))),
		says("quotient", population(plan.AtLeast, percent(30))),
	)
	even := indicators.Holds(indicators.Function[teacher.Record]{
		Name: bilingual.Text{ZH: "学时为偶数", EN: "an even number of hours"}, Version: "1",
		Reads: []*indicators.Field[teacher.Record]{teacher.DigitalHours.Field},
		Holds: func(r *teacher.Record) bool { return r.DigitalHours.Code().Steps()%200 == 0 },
	})
	return []slowRule{
		{rules.MustShare(p, "master", share{Among: teacher.Stage.Is(indicators.SeniorHigh), Counted: teacher.Education.AtLeast(indicators.Master)}),
			[]*slowReading{{kind: "share", reads: []string{"stage", "education"}, compare: ">=", limit: "2/5",
				among: func(f facts) truth { return f.is("stage", 3) }, counted: func(f facts) truth { return f.from("education", 4) }}}},
		{rules.MustShare(p, "below-bachelor", share{
			Among:   indicators.Or(teacher.Stage.In(indicators.Primary, indicators.JuniorHigh), teacher.FullTime.Is(indicators.Yes)),
			Counted: indicators.Not(teacher.Education.AtLeast(indicators.Bachelor))}),
			[]*slowReading{{kind: "share", reads: []string{"stage", "full_time", "education"}, compare: "<=", limit: "2/5",
				among:   func(f facts) truth { return some(f.is("stage", 1, 2), f.is("full_time", 1)) },
				counted: func(f facts) truth { return not(f.from("education", 3)) }}}},
		{rules.MustShare(p, "dual", share{
			Among:   indicators.And(teacher.Stage.Is(indicators.Vocational), teacher.Specialist.Is(indicators.Yes)),
			Counted: teacher.DualQualified.Is(indicators.Yes)}),
			[]*slowReading{{kind: "share", reads: []string{"stage", "specialist", "dual_qualified"}, compare: ">", limit: "1/2",
				among:   func(f facts) truth { return all(f.is("stage", 4), f.is("specialist", 1)) },
				counted: func(f facts) truth { return f.is("dual_qualified", 1) }}}},
		{rules.MustShare(p, "overtrained", share{Among: inSchool, Counted: teacher.TrainingHours.MoreThan(number(hours(360)))}),
			[]*slowReading{{kind: "share", reads: []string{"stage", "training_hours"}, compare: "<", limit: "1/3",
				among: slowInSchool, counted: func(f facts) truth { return f.number("training_hours", ">", "360") }}}},
		{rules.MustShare(p, "half-online", share{Counted: online}),
			[]*slowReading{{kind: "share", reads: []string{"real_name_space"}, compare: "=", limit: "1/2",
				counted: func(f facts) truth { return f.is("real_name_space", 1) }}}},
		{rules.MustShare(p, "odd-figures", share{
			Among:   teacher.TrainingHours.LessThan(number(hours(400))),
			Counted: indicators.Or(teacher.TrainingHours.Is(number(hours(360))), teacher.DigitalHours.AtMost(number(oddHours)), teacher.PracticeHours.Is(number(oddHours)))}),
			[]*slowReading{{kind: "share", reads: []string{"training_hours", "digital_hours", "practice_hours"}, compare: "<=", limit: "1/5",
				among: func(f facts) truth { return f.number("training_hours", "<", "400") },
				counted: func(f facts) truth {
					return some(f.number("training_hours", "=", "360"), f.number("digital_hours", "<=", "49.995"), f.number("practice_hours", "=", "49.995"))
				}}}},
		{rules.MustShare(p, "same-field", share{Among: teacher.Education.AtLeast(indicators.College), Counted: teacher.Education.AtLeast(indicators.Master)}),
			[]*slowReading{{kind: "share", reads: []string{"education"}, compare: ">=", limit: "1/2",
				among: func(f facts) truth { return f.from("education", 2) }, counted: func(f facts) truth { return f.from("education", 4) }}}},
		{rules.MustShare(p, "unset-share", share{Counted: indicators.And(teacher.Education.AtLeast(indicators.Bachelor), teacher.TrainingHours.AtLeast(indicators.Parameter("enough")))}),
			[]*slowReading{{kind: "share", reads: []string{"education", "training_hours"}, compare: ">=", limit: "1/2", unset: true,
				counted: func(f facts) truth { return all(f.from("education", 3), maybe) }}}},
		{rules.MustShare(p, "even", share{Counted: even}),
			[]*slowReading{{kind: "share", reads: []string{"digital_hours"}, compare: ">=", limit: "3/5",
				counted: func(f facts) truth {
					if f["digital_hours"].state != known {
						return maybe
					}
					halved := new(big.Rat).Quo(f["digital_hours"].number, big.NewRat(2, 1))
					return truthOf(halved.IsInt())
				}}}},
		{rules.MustShare(p, "quotient", share{Counted: teacher.TrainingHours.Per(teacher.DigitalHours).MoreThanShareOf(teacher.DigitalHours.Per(teacher.PracticeHours), number(quantity.MustAmount(3, 1, quantity.Multiple)))}),
			[]*slowReading{{kind: "share", reads: []string{"training_hours", "digital_hours", "practice_hours"}, compare: ">=", limit: "3/10",
				counted: func(f facts) truth {
					return f.quotient("training_hours", "digital_hours", ">", "3", "digital_hours", "practice_hours")
				}}}},
	}
}
