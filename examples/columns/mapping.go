package main

import (
	"slices"

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

// isNoTeacher reports whether a kind of staff is none of the register's.
func isNoTeacher(kind string) bool {
	return slices.Contains([]string{"行政人员", "教辅人员", "工勤人员"}, kind)
}

// staff is the columns of a staff table that fill a field. What stands in this file is what
// to change for a table of one's own.
type staff struct {
	noTeacher             words[bool]
	fullTime              yesNo
	stage                 words[indicators.Stage]
	specialist            yesNo
	education             words[indicators.Education]
	masterDegree          yesNo
	backbone              words[indicators.Tier]
	specialityLeader      words[indicators.Tier]
	dualQualified         yesNo
	realNameSpace         yesNo
	currentRoundTrained   yesNo
	trainingHours         numbers
	digitalHours          numbers
	practiceHours         numbers
	hardPost              yesNo
	ruralYears            numbers
	ruralAllowance        numbers
	ruralAllowanceDue     numbers
	provinceQualified     yesNo
	provinceRecommended   yesNo
	enterpriseMonths      numbers
	vocationalCertificate yesNo
	born                  dates
	upgrading             yesNo
	ethnicSchool          yesNo
	ethicsAssessed        yesNo
	newlyAppointed        yesNo
	ruralServiceArranged  yesNo
	trainingTier          words[indicators.Tier]
	hired                 dates
}

// columns says by which name each column is found, and what texts stand for.
func (s *staff) columns() []column {
	s.noTeacher.read = isNoTeacher
	s.fullTime.read = fullTime
	s.stage.read = indicators.ParseStage
	s.specialist.read = answers
	s.education.read = educations
	s.masterDegree.read = masters
	s.backbone.read = indicators.ParseTier
	s.specialityLeader.read = indicators.ParseTier
	s.dualQualified.read = answers
	s.realNameSpace.read = answers
	s.currentRoundTrained.read = answers
	s.hardPost.read = answers
	s.ruralAllowanceDue.hundredths = true
	s.provinceQualified.read = answers
	s.provinceRecommended.read = answers
	s.vocationalCertificate.read = answers
	s.upgrading.read = answers
	s.ethnicSchool.read = answers
	s.ethicsAssessed.read = answers
	s.newlyAppointed.read = answers
	s.ruralServiceArranged.read = answers
	s.trainingTier.read = indicators.ParseTier
	return []column{
		{"staff_kind", "who is no teacher", &s.noTeacher},
		{"staff_kind", teacher.FullTime.Key(), &s.fullTime},
		{"stage", teacher.Stage.Key(), &s.stage},
		{"specialist", teacher.Specialist.Key(), &s.specialist},
		{"education", teacher.Education.Key(), &s.education},
		{"academic_degree", teacher.MasterDegree.Key(), &s.masterDegree},
		{"backbone", teacher.Backbone.Key(), &s.backbone},
		{"speciality_leader", teacher.SpecialityLeader.Key(), &s.specialityLeader},
		{"dual_qualified", teacher.DualQualified.Key(), &s.dualQualified},
		{"real_name_space", teacher.RealNameSpace.Key(), &s.realNameSpace},
		{"current_round_trained", teacher.CurrentRoundTrained.Key(), &s.currentRoundTrained},
		{"training_hours", teacher.TrainingHours.Key(), &s.trainingHours},
		{"digital_hours", teacher.DigitalHours.Key(), &s.digitalHours},
		{"practice_hours", teacher.PracticeHours.Key(), &s.practiceHours},
		{"hard_post", teacher.HardPost.Key(), &s.hardPost},
		{"rural_years", teacher.RuralYears.Key(), &s.ruralYears},
		{"rural_allowance", teacher.RuralAllowance.Key(), &s.ruralAllowance},
		{"rural_allowance_due_fen", teacher.RuralAllowanceDue.Key(), &s.ruralAllowanceDue},
		{"province_qualified", teacher.ProvinceQualified.Key(), &s.provinceQualified},
		{"province_recommended", teacher.ProvinceRecommended.Key(), &s.provinceRecommended},
		{"enterprise_months", teacher.EnterpriseMonths.Key(), &s.enterpriseMonths},
		{"vocational_certificate", teacher.VocationalCertificate.Key(), &s.vocationalCertificate},
		{"born", teacher.Age.Key(), &s.born},
		{"upgrading", teacher.Upgrading.Key(), &s.upgrading},
		{"ethnic_school", teacher.EthnicSchool.Key(), &s.ethnicSchool},
		{"ethics_assessed", teacher.EthicsAssessed.Key(), &s.ethicsAssessed},
		{"newly_appointed", teacher.NewlyAppointed.Key(), &s.newlyAppointed},
		{"rural_service_arranged", teacher.RuralServiceArranged.Key(), &s.ruralServiceArranged},
		{"training_tier", teacher.TrainingTier.Key(), &s.trainingTier},
		{"hired", teacher.AppointedYear.Key(), &s.hired},
		{"hired", teacher.ServiceYears.Key(), &s.hired},
	}
}

// mappingOn returns the mapping of a table that describes a day. It is written out: a table
// of functions, one a field, took 1.6 times as long.
func mappingOn(day quantity.Date) func(*row, *teacher.Record) {
	full := anniversariesOn(day)
	return func(from *row, to *teacher.Record) {
		s, i := &from.staff, from.at
		if s.noTeacher.at(i) {
			to.Skip()
			return
		}
		to.FullTime = s.fullTime.at(i)
		to.Stage = s.stage.at(i)
		to.Specialist = s.specialist.at(i)
		to.Education = s.education.at(i)
		to.MasterDegree = s.masterDegree.at(i)
		to.Backbone = s.backbone.at(i)
		to.SpecialityLeader = s.specialityLeader.at(i)
		to.DualQualified = s.dualQualified.at(i)
		to.RealNameSpace = s.realNameSpace.at(i)
		to.CurrentRoundTrained = s.currentRoundTrained.at(i)
		s.trainingHours.put(i, &to.TrainingHours)
		s.digitalHours.put(i, &to.DigitalHours)
		s.practiceHours.put(i, &to.PracticeHours)
		to.HardPost = s.hardPost.at(i)
		s.ruralYears.put(i, &to.RuralYears)
		s.ruralAllowance.put(i, &to.RuralAllowance)
		s.ruralAllowanceDue.put(i, &to.RuralAllowanceDue)
		to.ProvinceQualified = s.provinceQualified.at(i)
		to.ProvinceRecommended = s.provinceRecommended.at(i)
		s.enterpriseMonths.put(i, &to.EnterpriseMonths)
		to.VocationalCertificate = s.vocationalCertificate.at(i)
		s.born.put(i, &to.Age, full.since)
		to.Upgrading = s.upgrading.at(i)
		to.EthnicSchool = s.ethnicSchool.at(i)
		to.EthicsAssessed = s.ethicsAssessed.at(i)
		to.NewlyAppointed = s.newlyAppointed.at(i)
		to.RuralServiceArranged = s.ruralServiceArranged.at(i)
		to.TrainingTier = s.trainingTier.at(i)
		s.hired.put(i, &to.AppointedYear, yearOf)
		s.hired.put(i, &to.ServiceYears, full.since)
	}
}
