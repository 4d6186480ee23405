package tonghua

import (
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
)

// Enrolments returns all rules over enrolment figures.
func Enrolments() rules.Set[enrolment.Record] {
	return rules.Set[enrolment.Record]{PreschoolGrossEnrolment, PrimaryNetEnrolment, JuniorNetEnrolment, SeniorGrossEnrolment}
}

// Attainments returns all rules over attainment tables.
func Attainments() rules.Set[attainment.Record] {
	return rules.Set[attainment.Record]{MeanYearsSchooling}
}

// Pupils returns all rules over pupils.
func Pupils() rules.Set[pupil.Record] {
	return rules.Set[pupil.Record]{FitnessCertificate, SportsSkills, ArtSkills, RealnamePupils}
}

// Schools returns all rules over schools.
func Schools() rules.Set[school.Record] {
	return rules.Set[school.Record]{CurrentAffairs, FootballSchools, ArtSchools, LawSchools, LargeDistrict,
		MultimediaCoverage, Broadband100m}
}

// Classes returns all rules over classes.
func Classes() rules.Set[class.Record] {
	return rules.Set[class.Record]{OversizedClasses}
}

// Honours returns all rules over decisions on honours.
func Honours() rules.Set[honours.Record] {
	return rules.Set[honours.Record]{EthicsVeto, EthicsHonoursBasis}
}

// Teachers returns all rules over teachers.
func Teachers() rules.Set[teacher.Record] {
	return rules.Set[teacher.Record]{BackboneProvince, BackboneCity, BackboneCounty, DualQualifiedSpecialist,
		TeacherTrainingHours, FullStaffTraining, DigitalTrainingHours, DigitalTrainingPractice,
		PrimaryCollege, JuniorBachelor, SeniorMaster, DualQualifiedFulltime, RealnameTeachers}
}

// CountyYears returns all rules over county-years.
func CountyYears() rules.Set[countyyear.Record] {
	return rules.Set[countyyear.Record]{EthnicDoubleFunds, TeacherPay, SpendingOnlyRises, SpendingPerPupilOnlyRises, UniformQuota}
}

// All returns every rule of the book, whatever it is about, in clause order.
func All() []rules.View {
	return rules.Views(
		Enrolments(), Attainments(), Pupils(), Schools(), Classes(), Honours(), Teachers(), CountyYears())
}
