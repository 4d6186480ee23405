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
		yes("staff_kind", teacher.FullTime, fullTime, func(t *teacher.Record) *indicators.Answer { return &t.FullTime }),
		words("stage", teacher.Stage, indicators.ParseStage, func(t *teacher.Record) *indicators.Stage { return &t.Stage }),
		yes("specialist", teacher.Specialist, answers, func(t *teacher.Record) *indicators.Answer { return &t.Specialist }),
		words("education", teacher.Education, educations, func(t *teacher.Record) *indicators.Education { return &t.Education }),
		yes("academic_degree", teacher.MasterDegree, masters, func(t *teacher.Record) *indicators.Answer { return &t.MasterDegree }),
		words("backbone", teacher.Backbone, indicators.ParseTier, func(t *teacher.Record) *indicators.Tier { return &t.Backbone }),
		words("speciality_leader", teacher.SpecialityLeader, indicators.ParseTier, func(t *teacher.Record) *indicators.Tier { return &t.SpecialityLeader }),
		yes("dual_qualified", teacher.DualQualified, answers, func(t *teacher.Record) *indicators.Answer { return &t.DualQualified }),
		yes("real_name_space", teacher.RealNameSpace, answers, func(t *teacher.Record) *indicators.Answer { return &t.RealNameSpace }),
		yes("current_round_trained", teacher.CurrentRoundTrained, answers, func(t *teacher.Record) *indicators.Answer { return &t.CurrentRoundTrained }),
		numbers("training_hours", teacher.TrainingHours, func(t *teacher.Record) *quantity.Hours { return &t.TrainingHours }),
		numbers("digital_hours", teacher.DigitalHours, func(t *teacher.Record) *quantity.Hours { return &t.DigitalHours }),
		numbers("practice_hours", teacher.PracticeHours, func(t *teacher.Record) *quantity.Hours { return &t.PracticeHours }),
		yes("hard_post", teacher.HardPost, answers, func(t *teacher.Record) *indicators.Answer { return &t.HardPost }),
		numbers("rural_years", teacher.RuralYears, func(t *teacher.Record) *quantity.Years { return &t.RuralYears }),
		numbers("rural_allowance", teacher.RuralAllowance, func(t *teacher.Record) *quantity.Money { return &t.RuralAllowance }),
		hundredths("rural_allowance_due_fen", teacher.RuralAllowanceDue, func(t *teacher.Record) *quantity.Money { return &t.RuralAllowanceDue }),
		yes("province_qualified", teacher.ProvinceQualified, answers, func(t *teacher.Record) *indicators.Answer { return &t.ProvinceQualified }),
		yes("province_recommended", teacher.ProvinceRecommended, answers, func(t *teacher.Record) *indicators.Answer { return &t.ProvinceRecommended }),
		numbers("enterprise_months", teacher.EnterpriseMonths, func(t *teacher.Record) *quantity.Months { return &t.EnterpriseMonths }),
		yes("vocational_certificate", teacher.VocationalCertificate, answers, func(t *teacher.Record) *indicators.Answer { return &t.VocationalCertificate }),
		dates("born", teacher.Age, full.since, func(t *teacher.Record) *quantity.Count { return &t.Age }),
		yes("upgrading", teacher.Upgrading, answers, func(t *teacher.Record) *indicators.Answer { return &t.Upgrading }),
		yes("ethnic_school", teacher.EthnicSchool, answers, func(t *teacher.Record) *indicators.Answer { return &t.EthnicSchool }),
		yes("ethics_assessed", teacher.EthicsAssessed, answers, func(t *teacher.Record) *indicators.Answer { return &t.EthicsAssessed }),
		yes("newly_appointed", teacher.NewlyAppointed, answers, func(t *teacher.Record) *indicators.Answer { return &t.NewlyAppointed }),
		yes("rural_service_arranged", teacher.RuralServiceArranged, answers, func(t *teacher.Record) *indicators.Answer { return &t.RuralServiceArranged }),
		words("training_tier", teacher.TrainingTier, indicators.ParseTier, func(t *teacher.Record) *indicators.Tier { return &t.TrainingTier }),
		dates("hired", teacher.AppointedYear, yearOf, func(t *teacher.Record) *quantity.Count { return &t.AppointedYear }),
		dates("hired", teacher.ServiceYears, full.since, func(t *teacher.Record) *quantity.Years { return &t.ServiceYears }),
	}
}
