package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// 三（十一） 教育信息化

// RealnamePupils binds schools: every primary and secondary pupil has a
// real-name network learning space (实名制网络学习空间).
//
// Formula: pupils with a space ÷ pupils of primary and general secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十一）第1段 and 专栏13第3项.
var RealnamePupils = rules.MustDuty(plan.Tonghua(), plan.RealnamePupils,
	pupilsOnline(indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh),
	rules.Reading[pupil.Record]{Key: "with-vocational", Indicator: pupilsOnline(
		indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh, indicators.Vocational)},
	rules.Reading[pupil.Record]{Key: "compulsory-only", Indicator: pupilsOnline(
		indicators.Primary, indicators.JuniorHigh)})

func pupilsOnline(stages ...indicators.Stage) indicators.Duty[pupil.Record] {
	return indicators.Duty[pupil.Record]{
		Among: pupil.Stage.In(stages...),
		Must:  pupil.RealNameSpace.Is(indicators.Yes),
	}
}

// MultimediaCoverage binds schools: every school from village primary up has
// interactive multimedia equipment (交互式多媒体教学设备).
//
// Formula: schools with the equipment ÷ primary and general secondary schools,
// teaching points left out.
// Unit and range: per cent, 0 to 100.
// Source: 三（十一）第1段.
var MultimediaCoverage = rules.MustDuty(plan.Tonghua(), plan.MultimediaCoverage,
	indicators.Duty[school.Record]{Among: villagePrimaryUp, Must: school.Multimedia.Is(indicators.Yes)},
	rules.Reading[school.Record]{Key: "with-vocational", Indicator: indicators.Duty[school.Record]{
		Among: indicators.Or(villagePrimaryUp, school.Kind.Is(indicators.VocationalSchool)),
		Must:  school.Multimedia.Is(indicators.Yes),
	}},
	rules.Reading[school.Record]{Key: "compulsory-only", Indicator: indicators.Duty[school.Record]{
		Among: indicators.And(villagePrimaryUp, compulsorySchool),
		Must:  school.Multimedia.Is(indicators.Yes),
	}})

// Broadband100m binds schools: every kindergarten, primary and secondary school
// has access at the bandwidth (百兆以上带宽).
//
// Formula: schools with the bandwidth ÷ kindergartens, primary and general
// secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 专栏13第1项.
var Broadband100m = rules.MustDuty(plan.Tonghua(), plan.Broadband100m,
	connected(indicators.Or(kindergarten, generalSchool)),
	rules.Reading[school.Record]{Key: "with-vocational", Indicator: connected(
		indicators.Or(kindergarten, generalSchool, school.Kind.Is(indicators.VocationalSchool)))},
	rules.Reading[school.Record]{Key: "compulsory-only", Indicator: connected(
		indicators.Or(kindergarten, compulsorySchool))})

var kindergarten = school.Kind.Is(indicators.KindergartenSchool)

func connected(among indicators.Condition[school.Record]) indicators.Duty[school.Record] {
	return indicators.Duty[school.Record]{Among: among, Must: school.Bandwidth.AtLeast(indicators.Each)}
}

// RealnameTeachers binds schools: every primary and secondary school teacher
// has a real-name network learning space (实名制网络学习空间).
//
// Formula: teachers with a space ÷ teachers of primary and general secondary
// schools.
// Unit and range: per cent, 0 to 100.
// Source: 专栏13第3项.
var RealnameTeachers = rules.MustDuty(plan.Tonghua(), plan.RealnameTeachers,
	teachersOnline(generalTeacher),
	rules.Reading[teacher.Record]{Key: "with-vocational", Indicator: teachersOnline(
		indicators.Or(generalTeacher, teacher.Stage.Is(indicators.Vocational)))},
	rules.Reading[teacher.Record]{Key: "compulsory-only", Indicator: teachersOnline(
		teacher.Stage.In(indicators.Primary, indicators.JuniorHigh))})

func teachersOnline(among indicators.Condition[teacher.Record]) indicators.Duty[teacher.Record] {
	return indicators.Duty[teacher.Record]{Among: among, Must: teacher.RealNameSpace.Is(indicators.Yes)}
}
