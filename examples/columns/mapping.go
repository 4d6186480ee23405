package main

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// What texts stand for where a field's own vocabulary does not say it all: the codes 1 and
// 0, the codes of levels of education, kinds of staff, degrees.
var (
	answers    = indicators.ParserOf[indicators.Answer]().Codes(indicators.TruthCodes).Parse
	educations = indicators.ParserOf[indicators.Education]().Codes(indicators.AttainmentCodes2006).Parse
	fullTime   = answersOf(map[string]indicators.Answer{"专任教师": indicators.Yes, "代课教师": indicators.No})
	masters    = answersOf(map[string]indicators.Answer{"硕士": indicators.Yes, "博士": indicators.Yes, "学士": indicators.No})
)

// answersOf reads texts that mean yes or no in one column alone.
func answersOf(own map[string]indicators.Answer) func(string) indicators.Answer {
	parser, err := indicators.ParserOf[indicators.Answer]().With(own)
	if err != nil {
		panic(err) // the texts stand above
	}
	return parser.Parse
}

// staff says what each column of a staff table fills, in a table that describes a day. It
// is what to change for a table of one's own: the names, and here and there what texts
// stand for. A column may fill several fields.
func staff(day quantity.Date) []column {
	full := anniversariesOn(day)
	return []column{
		skips("staff_kind", "行政人员", "教辅人员", "工勤人员"),
		yes("staff_kind", teacher.FullTime, fullTime),
		words("stage", teacher.Stage, indicators.ParseStage),
		yes("specialist", teacher.Specialist, answers),
		words("education", teacher.Education, educations),
		yes("academic_degree", teacher.MasterDegree, masters),
		words("backbone", teacher.Backbone, indicators.ParseTier),
		words("speciality_leader", teacher.SpecialityLeader, indicators.ParseTier),
		yes("dual_qualified", teacher.DualQualified, answers),
		yes("real_name_space", teacher.RealNameSpace, answers),
		yes("current_round_trained", teacher.CurrentRoundTrained, answers),
		numbers[quantity.Hours]("training_hours", teacher.TrainingHours),
		numbers[quantity.Hours]("digital_hours", teacher.DigitalHours),
		numbers[quantity.Hours]("practice_hours", teacher.PracticeHours),
		yes("hard_post", teacher.HardPost, answers),
		numbers[quantity.Years]("rural_years", teacher.RuralYears),
		numbers[quantity.Money]("rural_allowance", teacher.RuralAllowance),
		numbers[quantity.Money]("rural_allowance_due", teacher.RuralAllowanceDue),
		yes("province_qualified", teacher.ProvinceQualified, answers),
		yes("province_recommended", teacher.ProvinceRecommended, answers),
		numbers[quantity.Months]("enterprise_months", teacher.EnterpriseMonths),
		yes("vocational_certificate", teacher.VocationalCertificate, answers),
		dates[quantity.Count]("born", teacher.Age, full.since),
		yes("upgrading", teacher.Upgrading, answers),
		yes("ethnic_school", teacher.EthnicSchool, answers),
		yes("ethics_assessed", teacher.EthicsAssessed, answers),
		yes("newly_appointed", teacher.NewlyAppointed, answers),
		yes("rural_service_arranged", teacher.RuralServiceArranged, answers),
		words("training_tier", teacher.TrainingTier, indicators.ParseTier),
		dates[quantity.Count]("hired", teacher.AppointedYear, yearOf),
		dates[quantity.Years]("hired", teacher.ServiceYears, full.since),
	}
}
