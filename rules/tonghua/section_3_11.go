// Section 三（十一） 教育信息化.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/account"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/grade"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/reporting"
	"github.com/eduplan/tonghua/indicators/researcher"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// ThreeLinksTwoPlatforms (三通两平台建设与应用) is answered by evidence alone of: building of the
// three links and two platforms; use of the three links and two platforms (三（十一）第1段).
var ThreeLinksTwoPlatforms = attested(plan.ThreeLinksTwoPlatforms)

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

// SpaceCertification asks of each network learning space whether its holder is
// certified by real name (空间认证).
//
// Formula: spaces certified ÷ spaces.
// Unit and range: per cent, 0 to 100.
// Source: 三（十一）第1段.
var SpaceCertification = rules.MustDuty(plan.Tonghua(), plan.SpaceCertification, indicators.Duty[account.Record]{
	Must: account.Certified.Is(indicators.Yes),
})

// SpaceActivity measures whether network learning spaces were used more often
// than in the term before (空间活跃度).
//
// Formula: uses this term ÷ uses the term before.
// Unit and range: per cent of the term before; above 100 is a rise.
// Source: 三（十一）第1段.
var SpaceActivity = rules.MustRatio(plan.Tonghua(), plan.SpaceActivity, indicators.Ratio[account.Record]{
	Of:  indicators.SumOf(account.Uses),
	Per: indicators.SumOf(account.UsesBefore),
})

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
		Among: compulsoryVillagePrimaryUp,
		Must:  school.Multimedia.Is(indicators.Yes),
	}})

// VillageLink asks of each village primary school whether it is linked for
// network support (直通村小).
//
// Formula: village primary schools linked ÷ village primary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十一）第1段 and 三（十一）第3段.
var VillageLink = rules.MustDuty(plan.Tonghua(), plan.VillageLink, indicators.Duty[school.Record]{
	Among: indicators.And(villageSchool, school.Kind.Is(indicators.PrimarySchool)),
	Must:  school.VillageLinked.Is(indicators.Yes),
},
	rules.Reading[school.Record]{Key: "with-points", Indicator: indicators.Duty[school.Record]{
		Among: villageSchool,
		Must:  school.VillageLinked.Is(indicators.Yes),
	}})

// OnDemandSystem (教研培训点播系统) is answered by evidence alone of: on-demand system built;
// system used for teaching research and teaching (三（十一）第2段).
var OnDemandSystem = attested(plan.OnDemandSystem)

// PlatformResources (资源平台与三个课堂应用) is answered by evidence alone of: good resources
// spread and used; work of the smart education platform pilot; use of the three online
// classrooms (三（十一）第2段).
var PlatformResources = attested(plan.PlatformResources)

// QuarterlyReporting binds schools, counties and the city: data are reported in
// each quarter (季度报送).
//
// Formula: units that reported in each of the last four quarters ÷ units.
// Unit and range: per cent, 0 to 100.
// Source: 三（十一）第2段.
var QuarterlyReporting = rules.MustDuty(plan.Tonghua(), plan.QuarterlyReporting, indicators.Duty[reporting.Record]{
	Must: reporting.QuartersReported.AtLeast(indicators.Each),
})

// NetworkSecurity (教育网络信息安全机制) is answered by evidence alone of: rules on network and
// information security; protection mechanism for network and information security
// (三（十一）第4段).
var NetworkSecurity = attested(plan.NetworkSecurity)

// DigitalSystemBuilding (教育信息化体系建设) is answered by evidence alone of: building of the
// digital education system; information technology joined with teaching (三（十一）第5段).
var DigitalSystemBuilding = attested(plan.DigitalSystemBuilding)

// SpaceBasedLearning (基于空间的新型学习模式) is answered by evidence alone of: learning model
// based on online spaces (三（十一）第5段).
var SpaceBasedLearning = attested(plan.SpaceBasedLearning)

// OneTeacherOneLesson asks whether the city held the yearly activity of excellent
// lessons in the year of the as-of date (一师一优课、一课一名师).
//
// Formula: whether it was held, as a share of one city.
// Unit and range: per cent, 0 or 100.
// Source: 三（十一）第5段.
var OneTeacherOneLesson = rules.MustDuty(plan.Tonghua(), plan.OneTeacherOneLesson, indicators.Duty[county.Record]{
	Among: cityOfTheYear,
	Must:  county.LessonActivities.AtLeast(indicators.Each),
})

// SmartCampus asks of each kindergarten, primary and secondary school whether
// its digital campus is built (智慧校园).
//
// Formula: schools with one ÷ kindergartens, primary and general secondary
// schools, teaching points left out.
// Unit and range: per cent, 0 to 100.
// Source: 专栏13第1项.
var SmartCampus = rules.MustDuty(plan.Tonghua(), plan.SmartCampus,
	smart(indicators.Or(kindergartens, villagePrimaryUp)),
	rules.Reading[school.Record]{Key: "with-vocational", Indicator: smart(
		indicators.Or(kindergartens, villagePrimaryUp, school.Kind.Is(indicators.VocationalSchool)))},
	rules.Reading[school.Record]{Key: "compulsory-only", Indicator: smart(
		indicators.Or(kindergartens, compulsoryVillagePrimaryUp))},
	rules.Reading[school.Record]{Key: "with-teaching-points", Indicator: smart(
		indicators.Or(kindergartens, generalSchool))})

func smart(among indicators.Condition[school.Record]) indicators.Duty[school.Record] {
	return indicators.Duty[school.Record]{Among: among, Must: school.SmartCampus.Is(indicators.Yes)}
}

// Broadband100m binds schools: every kindergarten, primary and secondary school
// has access at the bandwidth (百兆以上带宽).
//
// Formula: schools with the bandwidth ÷ kindergartens, primary and general
// secondary schools, teaching points left out.
// Unit and range: per cent, 0 to 100.
// Source: 专栏13第1项.
var Broadband100m = rules.MustDuty(plan.Tonghua(), plan.Broadband100m,
	connected(indicators.Or(kindergartens, villagePrimaryUp)),
	rules.Reading[school.Record]{Key: "with-vocational", Indicator: connected(
		indicators.Or(kindergartens, villagePrimaryUp, school.Kind.Is(indicators.VocationalSchool)))},
	rules.Reading[school.Record]{Key: "compulsory-only", Indicator: connected(
		indicators.Or(kindergartens, compulsoryVillagePrimaryUp))},
	rules.Reading[school.Record]{Key: "with-teaching-points", Indicator: connected(
		indicators.Or(kindergartens, generalSchool))})

func connected(among indicators.Condition[school.Record]) indicators.Duty[school.Record] {
	return indicators.Duty[school.Record]{Among: among, Must: school.Bandwidth.AtLeast(indicators.Each)}
}

// VocationalDigitalCampus (职业院校数字校园雏形) is answered by evidence alone of: first shape of
// the digital campuses; initial ability to build digital teaching environments
// (专栏13第1项).
var VocationalDigitalCampus = attested(plan.VocationalDigitalCampus)

// RuralGradeSets binds rural compulsory schools: each grade has at least one set
// of interactive multimedia equipment (“班班通”设备).
//
// Formula: grades with a set ÷ grades of rural compulsory schools.
// Unit and range: per cent, 0 to 100.
// Source: 专栏13第2项.
var RuralGradeSets = rules.MustDuty(plan.Tonghua(), plan.RuralGradeSets, indicators.Duty[grade.Record]{
	Among: ruralGrade,
	Must:  grade.MultimediaSets.AtLeast(indicators.Each),
},
	rules.Reading[grade.Record]{Key: "range", Indicator: indicators.Duty[grade.Record]{
		Among: ruralGrade,
		Must:  indicators.And(grade.MultimediaSets.AtLeast(indicators.Each), grade.MultimediaSets.AtMost(indicators.Stated("upper"))),
	}},
	rules.Reading[grade.Record]{Key: "combined-grade", Indicator: indicators.Duty[grade.Record]{
		Among: indicators.And(ruralGrade, grade.CombinedWithLower.Is(indicators.No)),
		Must:  grade.MultimediaSets.AtLeast(indicators.Each),
	}},
	rules.Reading[grade.Record]{Key: "with-towns", Indicator: indicators.Duty[grade.Record]{
		Among: ruralOrTownGrade,
		Must:  grade.MultimediaSets.AtLeast(indicators.Each),
	}})

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

// RealnameResearchers binds bureaux: every teaching researcher has a real-name
// network learning space (实名制网络学习空间).
//
// Formula: researchers with a space ÷ researchers.
// Unit and range: per cent, 0 to 100.
// Source: 专栏13第3项.
var RealnameResearchers = rules.MustDuty(plan.Tonghua(), plan.RealnameResearchers, indicators.Duty[researcher.Record]{
	Must: researcher.RealNameSpace.Is(indicators.Yes),
})

// RealnameVocational asks of each area whether the share of vocational students
// with a real-name space rose on the year before, or is whole (职业院校学生实名空间).
//
// Formula: areas where it rose or all students have one ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 专栏13第3项.
var RealnameVocational = rules.MustDuty(plan.Tonghua(), plan.RealnameVocational, indicators.Duty[county.Record]{
	Among: areaOfTheYear,
	Must: indicators.Or(
		county.VocationalSpaces.Per(county.VocationalStudents).MoreThanShareOf(
			county.VocationalSpacesBefore.Per(county.VocationalStudentsBefore), indicators.Each),
		county.VocationalSpaces.AtLeastShareOf(county.VocationalStudents, indicators.Parameter("whole"))),
})
