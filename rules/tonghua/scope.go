package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// Scopes that the plan uses again and again, each in the words it has for them.
var (
	// compulsorySchool: 义务教育学校, teaching points included.
	compulsorySchool = school.Kind.In(indicators.TeachingPoint, indicators.PrimarySchool,
		indicators.JuniorHighSchool, indicators.NineYearSchool)

	// generalSchool: 中小学, the primary and general secondary schools.
	generalSchool = school.Kind.In(indicators.TeachingPoint, indicators.PrimarySchool,
		indicators.JuniorHighSchool, indicators.NineYearSchool, indicators.CompleteSecondarySchool,
		indicators.SeniorHighSchool, indicators.TwelveYearSchool)

	// villagePrimaryUp: 村小以上学校, without the teaching points.
	villagePrimaryUp = school.Kind.In(indicators.PrimarySchool, indicators.JuniorHighSchool,
		indicators.NineYearSchool, indicators.CompleteSecondarySchool, indicators.SeniorHighSchool,
		indicators.TwelveYearSchool)

	// compulsoryClass: a class of the compulsory stage (义务教育阶段).
	compulsoryClass = class.Stage.In(indicators.Primary, indicators.JuniorHigh)

	// generalTeacher: 中小学教师.
	generalTeacher = teacher.Stage.In(indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh)

	// vocationalTeacher: a teacher of a vocational institution (职业院校), colleges included.
	vocationalTeacher = teacher.Stage.In(indicators.Vocational, indicators.VocationalCollege)
)
