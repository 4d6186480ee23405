package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/grade"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// Scopes that the plan uses again and again, each in the words it has for them.
var (
	// compulsorySchool: 义务教育学校, teaching points included. Complete secondary and
	// twelve-year schools have a compulsory stage as well and are left out, as the
	// official statistics do: their records do not tell the stages apart.
	compulsorySchool = school.Kind.In(indicators.TeachingPoint, indicators.PrimarySchool,
		indicators.JuniorHighSchool, indicators.NineYearSchool)

	// compulsoryStageSchool: a school with a stage of compulsory education (义务教育阶段).
	compulsoryStageSchool = school.Kind.In(indicators.TeachingPoint, indicators.PrimarySchool,
		indicators.JuniorHighSchool, indicators.NineYearSchool, indicators.CompleteSecondarySchool,
		indicators.TwelveYearSchool)

	// generalSchool: 中小学, the primary and general secondary schools.
	generalSchool = school.Kind.In(indicators.TeachingPoint, indicators.PrimarySchool,
		indicators.JuniorHighSchool, indicators.NineYearSchool, indicators.CompleteSecondarySchool,
		indicators.SeniorHighSchool, indicators.TwelveYearSchool)

	// villagePrimaryUp: 村小以上学校, without the teaching points.
	villagePrimaryUp = school.Kind.In(indicators.PrimarySchool, indicators.JuniorHighSchool,
		indicators.NineYearSchool, indicators.CompleteSecondarySchool, indicators.SeniorHighSchool,
		indicators.TwelveYearSchool)

	// compulsoryVillagePrimaryUp: 村小以上学校 with a stage of compulsory education.
	compulsoryVillagePrimaryUp = school.Kind.In(indicators.PrimarySchool, indicators.JuniorHighSchool,
		indicators.NineYearSchool, indicators.CompleteSecondarySchool, indicators.TwelveYearSchool)

	// schoolOrKindergarten: 学校（含幼儿园）. The plan writes of 职业院校 apart from 学校, so
	// that vocational colleges are left out.
	schoolOrKindergarten = indicators.Not(school.Kind.Is(indicators.VocationalCollegeSchool))

	// kindergartens: 幼儿园.
	kindergartens = school.Kind.Is(indicators.KindergartenSchool)

	// villageSchool: 村小、教学点, primary schools and teaching points in the countryside.
	villageSchool = indicators.And(school.Kind.In(indicators.TeachingPoint, indicators.PrimarySchool),
		school.Locality.Is(indicators.Rural))

	// juniorSchool: a school with a junior-high stage.
	juniorSchool = school.Kind.In(indicators.JuniorHighSchool, indicators.NineYearSchool,
		indicators.CompleteSecondarySchool, indicators.TwelveYearSchool)

	// seniorSchool: a school with a general senior-high stage (普通高中).
	seniorSchool = school.Kind.In(indicators.CompleteSecondarySchool, indicators.SeniorHighSchool,
		indicators.TwelveYearSchool)

	// generalClass: a class of a primary or general secondary school.
	generalClass = class.Stage.In(indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh)

	// compulsoryClass: a class of the compulsory stage (义务教育阶段).
	compulsoryClass = class.Stage.In(indicators.Primary, indicators.JuniorHigh)

	// generalGrade: a grade of a primary or general secondary school.
	generalGrade = grade.Stage.In(indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh)

	// ruralGrade: a grade of a rural compulsory school (农村义务教育学校), towns left out.
	ruralGrade = indicators.And(grade.Locality.Is(indicators.Rural), grade.Stage.In(indicators.Primary, indicators.JuniorHigh))

	// ruralOrTownGrade: the same with the towns (镇区).
	ruralOrTownGrade = indicators.And(grade.Locality.In(indicators.Rural, indicators.Town), grade.Stage.In(indicators.Primary, indicators.JuniorHigh))

	// disabledChild: a disabled child, whatever group it is registered for.
	disabledChild = specialchild.Disability.AtLeast(indicators.MildDisability)

	// generalPupil: 中小学生.
	generalPupil = pupil.Stage.In(indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh)

	// leavers: 毕业年级的中小学生.
	leavers = indicators.And(generalPupil, pupil.FinalGrade.Is(indicators.Yes))

	// compulsoryPupil: a pupil of the compulsory stage.
	compulsoryPupil = pupil.Stage.In(indicators.Primary, indicators.JuniorHigh)

	// poorOrDisabled: 家庭经济困难学生和残疾学生.
	poorOrDisabled = indicators.Or(pupil.InDifficulty.Is(indicators.Yes), pupil.Disabled.Is(indicators.Yes))

	// generalTeacher: 中小学教师.
	generalTeacher = teacher.Stage.In(indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh)

	// basicTeacher: 中小学、幼儿园教师.
	basicTeacher = indicators.Or(generalTeacher, teacher.Stage.Is(indicators.Preschool))

	// vocationalTeacher: a teacher of a vocational institution (职业院校), colleges included.
	vocationalTeacher = teacher.Stage.In(indicators.Vocational, indicators.VocationalCollege)

	// ofTheYear: what each area did in the year that the as-of date lies in, counties
	// and what the city runs itself. A total of the whole city is no area beside its
	// parts; a row that does not say what it is counts as one. Who judges 2025 on a
	// day of 2026 gives 31 December 2025 as the as-of date and shows the result on the
	// later day with SeenOn.
	ofTheYear = areasOfTheYear(countyyear.Year, countyyear.Area)

	// ethnicArea: an area of the year with ethnic schools or classes of the compulsory stage.
	ethnicArea = indicators.And(ofTheYear,
		indicators.Or(countyyear.EthnicPrimary.Is(indicators.Yes), countyyear.EthnicJunior.Is(indicators.Yes)))

	// areaOfTheYear: counties and what the city runs itself, in the year of the as-of date.
	areaOfTheYear = areasOfTheYear(county.Year, county.Area)

	// countyOfTheYear: 各县（市、区）, without the city.
	countyOfTheYear = indicators.And(county.Year.Is(indicators.AsOfYear), county.Area.Is(indicators.CountyArea))

	// cityOfTheYear: what the city does, in a row of its own or in the total, without the counties.
	cityOfTheYear = indicators.And(county.Year.Is(indicators.AsOfYear),
		county.Area.In(indicators.CityItself, indicators.WholeCity))
)

// areasOfTheYear keeps the rows of counties and of what the city runs itself, in the
// year of the as-of date.
func areasOfTheYear[R any](year indicators.Number[R], area indicators.Category[R, indicators.AreaKind]) indicators.Condition[R] {
	return indicators.And(year.Is(indicators.AsOfYear),
		indicators.Or(indicators.Not(area.Recorded()), area.In(indicators.CountyArea, indicators.CityItself)))
}
