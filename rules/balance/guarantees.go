// Parts 申报条件 and 政府保障程度: conditions for applying, and guarantees of government.

package balance

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/countyreport"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/evaluation"
	"github.com/eduplan/tonghua/rules"
)

// ofTheYear are the reports of counties of the year of the as-of date.
var ofTheYear = countyreport.Year.Is(indicators.AsOfYear)

// county binds what a report of a county must say.
func county(id plan.ID, must indicators.Condition[countyreport.Record]) rules.Duty[countyreport.Record] {
	return rules.MustDuty(evaluation.Measures(), id, indicators.Duty[countyreport.Record]{Among: ofTheYear, Must: must})
}

// attested binds a statement that evidence alone answers.
func attested(id plan.ID) rules.Attested { return rules.MustAttested(evaluation.Measures(), id) }

// BasicBalanceYears asks of each county that applies whether it was recognised for basic
// balance long enough ago (申报条件).
//
// Formula: counties that were ÷ counties. Unit and range: per cent, 0 to 100.
var BasicBalanceYears = county(evaluation.BasicBalanceYears, countyreport.BasicBalanceYears.AtLeast(indicators.Each))

// BasicBalanceKept (年度监测) is answered by evidence alone (申报条件).
var BasicBalanceKept = attested(evaluation.BasicBalanceKept)

// NoMajorViolation asks of each county whether there was no grave violation and no major
// accident in the last three years (申报条件).
//
// Formula: counties without any ÷ counties. Unit and range: per cent, 0 to 100.
var NoMajorViolation = county(evaluation.NoMajorViolation, countyreport.MajorViolations.AtMost(indicators.Each))

// SchoolNetwork (学校规划布局) is answered by evidence alone (政府保障程度第1项).
var SchoolNetwork = attested(evaluation.SchoolNetwork)

// UnifiedStandards (城乡统一标准) is answered by evidence alone (政府保障程度第2项).
var UnifiedStandards = attested(evaluation.UnifiedStandards)

// MusicArtRooms binds schools: they have the rooms for music and for art that are due, one of
// each for every twelve classes or part of them (音乐、美术专用教室).
//
// Formula: schools that have them ÷ compulsory schools. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第3项. Only rooms of the required area count; teaching points are left out.
var MusicArtRooms = rules.MustDuty(evaluation.Measures(), evaluation.MusicArtRooms, indicators.Duty[resources.Record]{
	Among: indicators.Or(singleStage, allThrough, complete),
	Must: indicators.And(
		resources.MusicRooms.AtLeastShareOf(resources.RoomsDue, indicators.Each),
		resources.ArtRooms.AtLeastShareOf(resources.RoomsDue, indicators.Each)),
})

// singleStage are the schools of one stage; teaching points are none.
var singleStage = resources.Kind.In(indicators.PrimarySchool, indicators.JuniorHighSchool)

// allThrough are those of several that begin with grade one.
var allThrough = resources.Kind.In(indicators.NineYearSchool, indicators.TwelveYearSchool)

// complete are complete secondary schools, of which the junior part is compulsory.
var complete = resources.Kind.Is(indicators.CompleteSecondarySchool)

// SchoolSize binds schools: they keep within the size laid down, counting the pupils of the
// compulsory stages (学校规模).
//
// Formula: schools that do ÷ compulsory schools without teaching points. Unit and range: per
// cent, 0 to 100.
// Source: 政府保障程度第4项.
var SchoolSize = rules.MustDuty(evaluation.Measures(), evaluation.SchoolSize, indicators.Duty[resources.Record]{
	Among: indicators.Or(singleStage, allThrough, complete),
	Must: indicators.Or(
		resources.CompulsoryPupils.AtMost(indicators.Parameter("single")),
		indicators.And(allThrough, resources.CompulsoryPupils.AtMost(indicators.Parameter("through"))),
		indicators.And(resources.LargerAllowed.Is(indicators.Yes), resources.CompulsoryPupils.AtMost(indicators.Parameter("single-older"))),
		indicators.And(resources.LargerAllowed.Is(indicators.Yes), allThrough, resources.CompulsoryPupils.AtMost(indicators.Parameter("through-older")))),
})

// PrimaryClassSize binds primary classes: none is above the number laid down (班级学生数).
//
// Formula: classes within it ÷ primary classes. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第5项.
var PrimaryClassSize = rules.MustDuty(evaluation.Measures(), evaluation.PrimaryClassSize, indicators.Duty[class.Record]{
	Among: class.Stage.Is(indicators.Primary),
	Must:  class.Pupils.AtMost(indicators.Each),
})

// JuniorClassSize binds junior secondary classes in the same way.
//
// Formula: classes within it ÷ junior secondary classes. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第5项.
var JuniorClassSize = rules.MustDuty(evaluation.Measures(), evaluation.JuniorClassSize, indicators.Duty[class.Record]{
	Among: class.Stage.Is(indicators.JuniorHigh),
	Must:  class.Pupils.AtMost(indicators.Each),
})

// SmallSchoolsFunded asks of each county whether all small schools are funded as if they had a
// hundred pupils (不足百人学校公用经费).
//
// Formula: counties where they are ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第6项.
var SmallSchoolsFunded = county(evaluation.SmallSchoolsFunded, countyreport.SmallSchoolsFunded.AtLeastShareOf(countyreport.SmallSchools, indicators.Each))

// SpecialSchoolFunds asks of each county whether special schools have the public funds per
// pupil laid down (特殊教育学校生均公用经费).
//
// Formula: counties where they have ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第7项.
var SpecialSchoolFunds = rules.MustDuty(evaluation.Measures(), evaluation.SpecialSchoolFunds, indicators.Duty[countyreport.Record]{
	Among: indicators.And(ofTheYear, countyreport.SpecialSchools.MoreThan(noSchool)),
	Must:  countyreport.SpecialPupilFunds.AtLeast(indicators.Each),
})

// noSchool is no figure of the document: what there is none of is not judged.
var noSchool = indicators.Literal(quantity.MustAmount(0, 1, quantity.School))

// PayOfTeachers asks of each county whether teachers are paid on average no less than civil
// servants (教师工资收入).
//
// Formula: counties where they are ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第8项.
var PayOfTeachers = county(evaluation.PayOfTeachers, countyreport.TeacherPay.AtLeastShareOf(countyreport.CivilServantPay, indicators.Each))

// PerformancePay (绩效工资总量) is answered by evidence alone (政府保障程度第8项).
var PerformancePay = attested(evaluation.PerformancePay)

// TrainingHours asks of each county whether every teacher has the training hours of the cycle
// (教师培训学时).
//
// Formula: counties where all have ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第9项.
var TrainingHours = county(evaluation.TrainingHours, countyreport.TeachersTrained.AtLeastShareOf(countyreport.Teachers, indicators.Each))

// PostsAllotted (教职工编制与岗位) is answered by evidence alone (政府保障程度第10项).
var PostsAllotted = attested(evaluation.PostsAllotted)

// Rotation asks of each county whether enough teachers rotate, and enough backbone teachers
// among them (教师交流轮岗).
//
// Formula: counties where they do ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第11项.
var Rotation = county(evaluation.Rotation, indicators.And(
	countyreport.Rotated.AtLeastShareOf(countyreport.RotationEligible, indicators.Each),
	countyreport.BackboneRotated.AtLeastShareOf(countyreport.Rotated, indicators.Parameter("backbone"))))

// LicensedTeachers asks of each county whether every teacher holds a certificate (教师资格).
//
// Formula: counties where all do ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第12项.
var LicensedTeachers = county(evaluation.LicensedTeachers, countyreport.TeachersLicensed.AtLeastShareOf(countyreport.Teachers, indicators.Each))

// NeighbourhoodIntake asks of each county whether enough pupils are taken in by neighbourhood
// (就近划片入学).
//
// Formula: counties where they are ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第13项.
var NeighbourhoodIntake = county(evaluation.NeighbourhoodIntake, indicators.And(
	countyreport.PrimaryNearby.AtLeastShareOf(countyreport.PrimaryIntake, indicators.Parameter("primary")),
	countyreport.JuniorNearby.AtLeastShareOf(countyreport.JuniorIntake, indicators.Parameter("junior"))))

// QuotaPlaces asks of each county whether enough places of good senior schools are shared out
// to junior secondary schools (优质高中招生名额).
//
// Formula: counties where they are ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第14项.
var QuotaPlaces = county(evaluation.QuotaPlaces, countyreport.QuotaPlaces.AtLeastShareOf(countyreport.SeniorPlaces, indicators.Each))

// QuotaRural (名额向农村初中倾斜) is answered by evidence alone (政府保障程度第14项).
var QuotaRural = attested(evaluation.QuotaRural)

// MigrantChildren asks of each county whether enough children of migrant workers are at public
// schools or in places that the government buys (随迁子女就读).
//
// Formula: counties where they are ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 政府保障程度第15项.
var MigrantChildren = county(evaluation.MigrantChildren, countyreport.MigrantPlaced.AtLeastShareOf(countyreport.MigrantChildren, indicators.Each))

// LeftBehindChildren (留守儿童关爱体系) is answered by evidence alone (政府保障程度第15项).
var LeftBehindChildren = attested(evaluation.LeftBehindChildren)
