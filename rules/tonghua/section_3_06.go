// Section 三（六） 职业教育.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/programme"
	"github.com/eduplan/tonghua/indicators/student"
	"github.com/eduplan/tonghua/indicators/transition"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// VocationalStructure (职业教育专业结构) is answered by evidence alone of: city-wide plan of
// vocational specialities; teaching content matched to occupational standards (三（六）第1段).
var VocationalStructure = attested(plan.VocationalStructure)

// BasicSpecialCourses (基础课与专业课融通) is answered by evidence alone of: basic and
// specialised courses linked; reform of courses, content and methods (三（六）第2段).
var BasicSpecialCourses = attested(plan.BasicSpecialCourses)

// TheoryPracticeIntegration asks of each programme whether the share of practice
// hours rose on the year before (实训比重).
//
// Formula: programmes where it rose ÷ programmes.
// Unit and range: per cent, 0 to 100.
// Source: 三（六）第2段.
var TheoryPracticeIntegration = rules.MustDuty(plan.Tonghua(), plan.TheoryPracticeIntegration, indicators.Duty[programme.Record]{
	Must: programme.PracticeHours.Per(programme.TotalHours).MoreThanShareOf(
		programme.PracticeHoursBefore.Per(programme.TotalHoursBefore), indicators.Each),
})

// PracticeHours binds vocational institutions: practical teaching has at least
// half of the hours of each programme (实践性教学课时).
//
// Formula: programmes with the share ÷ programmes.
// Unit and range: per cent, 0 to 100.
// Source: 三（六）第2段.
var PracticeHours = rules.MustDuty(plan.Tonghua(), plan.PracticeHours, indicators.Duty[programme.Record]{
	Must: programme.PracticeHours.AtLeastShareOf(programme.TotalHours, indicators.Each),
},
	rules.Reading[programme.Record]{Key: "city", Indicator: indicators.Ratio[programme.Record]{
		Of:  indicators.SumOf(programme.PracticeHours),
		Per: indicators.SumOf(programme.TotalHours),
	}},
	rules.Reading[programme.Record]{Key: "without-placement", Indicator: indicators.Duty[programme.Record]{
		Must: programme.SchoolPracticeHours.AtLeastShareOf(programme.SchoolHours, indicators.Each),
	}},
	rules.Reading[programme.Record]{Key: "secondary-only", Indicator: indicators.Duty[programme.Record]{
		Among: programme.Level.Is(indicators.Vocational),
		Must:  programme.PracticeHours.AtLeastShareOf(programme.TotalHours, indicators.Each),
	}})

// PlacementMonths binds vocational institutions: the placement in the workplace
// lasts at least the months set (顶岗实习).
//
// Formula: programmes with the months ÷ programmes.
// Unit and range: per cent, 0 to 100.
// Source: 三（六）第2段.
var PlacementMonths = rules.MustDuty(plan.Tonghua(), plan.PlacementMonths, indicators.Duty[programme.Record]{
	Must: programme.PlacementMonths.AtLeast(indicators.Each),
})

// PlacementCompleted binds vocational institutions: each student has done the
// months of placement by the end of the final year (顶岗实习).
//
// Formula: students of the final year with the months ÷ students of the final
// year.
// Unit and range: per cent, 0 to 100.
// Source: 三（六）第2段.
var PlacementCompleted = rules.MustDuty(plan.Tonghua(), plan.PlacementCompleted, indicators.Duty[student.Record]{
	Among: student.FinalYear.Is(indicators.Yes),
	Must:  student.PlacementMonths.AtLeast(indicators.Each),
})

// SkillsContests binds the city: a vocational skills contest is held regularly,
// read as once a year (职业技能大赛).
//
// Formula: whether the city held one in the last twelve months, as a share of
// one city.
// Unit and range: per cent, 0 to 100.
// Source: 三（六）第2段.
var SkillsContests = rules.MustDuty(plan.Tonghua(), plan.SkillsContests, indicators.Duty[county.Record]{
	Among: cityOfTheYear,
	Must:  county.SkillsContests.AtLeast(indicators.Each),
})

// SchoolEnterprise (校企合作新模式) is answered by evidence alone of: new forms of
// school-enterprise cooperation (三（六）第3段).
var SchoolEnterprise = attested(plan.SchoolEnterprise)

// OrderTraining (“订单式”培养) is answered by evidence alone of: more ways of training to
// order; part played by vocational groups; firms on campus, teaching in firms and work
// combined with study (三（六）第3段).
var OrderTraining = attested(plan.OrderTraining)

// TechnicalIncubation (技术指导孵化与开门办学) is answered by evidence alone of: technical guidance
// and incubation; open running with industry; better service to the regional economy
// (三（六）第3段).
var TechnicalIncubation = attested(plan.TechnicalIncubation)

// JointTeachingPlans (校企共定教学计划) is answered by evidence alone of: encouragement of
// jointly set teaching plans (三（六）第3段).
var JointTeachingPlans = attested(plan.JointTeachingPlans)

// CompoundTalent (复合型技术技能人才培养) is answered by evidence alone of: reform of education and
// training for several skills (三（六）第4段).
var CompoundTalent = attested(plan.CompoundTalent)

// MultipleCertificates counts the students with several vocational skill
// certificates (多类职业技能等级证书). Several is read as two.
//
// Formula: number of such students.
// Unit: students.
// Source: 三（六）第4段.
var MultipleCertificates = rules.MustCount(plan.Tonghua(), plan.MultipleCertificates, indicators.Count[student.Record]{
	Counted: student.Certificates.AtLeast(indicators.Each),
})

// ThroughTraining counts the programmes in pilots of linked programmes
// (“3+2”“3+3”学制贯通试点).
//
// Formula: number of programmes.
// Unit: programmes.
// Source: 三（六）第5段.
var ThroughTraining = rules.MustCount(plan.Tonghua(), plan.ThroughTraining, indicators.Count[programme.Record]{
	Counted: programme.ThroughTraining.Is(indicators.Yes),
})

// TwoSpecialitiesCooperation (两个专业与省内高职合作) is answered by evidence alone of: cooperation
// in automobile use and maintenance; cooperation in hotel and service management
// (三（六）第5段).
var TwoSpecialitiesCooperation = attested(plan.TwoSpecialitiesCooperation)

// GraduatesToColleges measures whether more vocational graduates entered
// colleges than before the plan (中职毕业生升入高职院校). The text says step by
// step, which one year against the one before it cannot show.
//
// Formula: graduates who entered colleges ÷ those of the year before the plan.
// Unit and range: per cent of that year; above 100 is a rise.
// Source: 三（六）第5段.
var GraduatesToColleges = rules.MustRatio(plan.Tonghua(), plan.GraduatesToColleges, indicators.Ratio[transition.Record]{
	Among: transition.Year.Is(indicators.AsOfYear),
	Of:    indicators.SumOf(transition.GraduatesToColleges),
	Per:   indicators.SumOf(transition.GraduatesToCollegesAtStart),
},
	rules.Reading[transition.Record]{Key: "year-on-year", Indicator: indicators.Ratio[transition.Record]{
		Among: transition.Year.Is(indicators.AsOfYear),
		Of:    indicators.SumOf(transition.GraduatesToColleges),
		Per:   indicators.SumOf(transition.GraduatesToCollegesBefore),
	}})

// VocationalConditions (职业院校基本办学条件) is answered by evidence alone of: better conditions
// of vocational institutions; a better level of vocational education (专栏8第1项).
var VocationalConditions = attested(plan.VocationalConditions)

// VocationalGroups (三个职业教育集团) is answered by evidence alone of: Yalu River Tourism group
// run well; Tonghua Automobile Use and Maintenance group run well; Tonghua Changbai
// Mountain Ice and Snow group run well (专栏8第2项).
var VocationalGroups = attested(plan.VocationalGroups)

// OnePlusX counts the pilots of the 1+X certificates that were applied for
// (“1+X”证书制度试点).
//
// Formula: number of programmes that applied.
// Unit: pilots.
// Source: 专栏8第2项 and 三（六）第4段.
var OnePlusX = rules.MustCount(plan.Tonghua(), plan.OnePlusX, indicators.Count[programme.Record]{
	Counted: programme.OnePlusX.Is(indicators.Yes),
})
