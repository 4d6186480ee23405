// Section 三（五） 普通高中.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/transition"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// SeniorLayout (普通高中布局) is answered by evidence alone of: a sound layout plan of general
// senior high schools (三（五）第1段).
var SeniorLayout = attested(plan.SeniorLayout)

// SeniorIntakeRatio binds areas: vocational schools admit at least the set
// number for each place in general senior schools (职普招生比). The ratio is set by
// state and province and not quoted, so that its parameter has no default.
//
// Formula: areas that keep the ratio ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 三（五）第1段.
var SeniorIntakeRatio = rules.MustDuty(plan.Tonghua(), plan.SeniorIntakeRatio, indicators.Duty[transition.Record]{
	Among: transition.Year.Is(indicators.AsOfYear),
	Must:  transition.VocationalIntake.AtLeastShareOf(transition.GeneralIntake, indicators.Parameter("vocational-to-general")),
})

// SeniorSizeLimits binds general senior schools: no class is larger than the
// limit of the national goal (普通高中班额).
//
// Formula: classes within the limit ÷ classes of general senior schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（五）第1段.
var SeniorSizeLimits = rules.MustDuty(plan.Tonghua(), plan.SeniorSizeLimits, indicators.Duty[class.Record]{
	Among: class.Stage.Is(indicators.SeniorHigh),
	Must:  class.Pupils.AtMost(indicators.Parameter("class-limit")),
})

// EthnicSeniorFirst (民族普通高中优先建设) is answered by evidence alone of: priority for building
// ethnic senior high schools (三（五）第1段).
var EthnicSeniorFirst = attested(plan.EthnicSeniorFirst)

// SeniorModes (普通高中办学与培养多样化) is answered by evidence alone of: diverse ways of running
// schools; support for training talent jointly with universities; diverse courses;
// diverse ways of training; diverse evaluation (三（五）第2段).
var SeniorModes = attested(plan.SeniorModes)

// FeaturedSeniorSchools counts the featured and comprehensive senior schools
// (特色高中、综合高中). The text says a batch, so one is the least.
//
// Formula: number of such schools.
// Unit: schools.
// Source: 三（五）第2段 and 专栏7第2项.
var FeaturedSeniorSchools = rules.MustCount(plan.Tonghua(), plan.FeaturedSeniorSchools, indicators.Count[school.Record]{
	Among:   seniorSchool,
	Counted: school.FeaturedSenior.Is(indicators.Yes),
})

// GeneralVocationalLinks (职普融通) is answered by evidence alone of: integration of general
// and vocational education (三（五）第2段).
var GeneralVocationalLinks = attested(plan.GeneralVocationalLinks)

// GeneralVocationalIntegration (职普立交培养机制) is answered by evidence alone of: exploring
// multiple pathways; trying out comprehensive high schools; general and vocational
// education brought together (三（五）第2段).
var GeneralVocationalIntegration = attested(plan.GeneralVocationalIntegration)

// SeniorTrainingSystem (普通高中全面培养体系) is answered by evidence alone of: an all-round
// system with moral education of its time; training and appraisal of overall quality;
// more channels for practice; better course structure; classroom reform and better
// teaching management; better organisation and management of teaching (三（五）第3段).
var SeniorTrainingSystem = attested(plan.SeniorTrainingSystem)

// NewCurriculumBooks binds general senior schools: every grade follows the new
// curriculum and uses the new textbooks (新课程、新教材).
//
// Formula: schools that do ÷ general senior schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（五）第3段.
var NewCurriculumBooks = rules.MustDuty(plan.Tonghua(), plan.NewCurriculumBooks, indicators.Duty[school.Record]{
	Among: seniorSchool,
	Must:  indicators.And(school.NewCurriculum.Is(indicators.Yes), school.NewTextbooks.Is(indicators.Yes)),
})

// SeniorQuality (普通高中选课走班) is answered by evidence alone of: course choice with rotating
// classes in good order; renewed organisation of teaching (三（五）第3段).
var SeniorQuality = attested(plan.SeniorQuality)

// StudentGuidanceSystem (普通高中学生发展指导) is answered by evidence alone of: rules for student
// development guidance; a sound way of giving guidance; training of the teachers who
// give guidance (三（五）第3段 and 三（二）第4段).
var StudentGuidanceSystem = attested(plan.StudentGuidanceSystem)

// WeakSeniorConditions (薄弱普通高中办学条件) is answered by evidence alone of: better conditions
// in weak senior high schools (专栏7第1项 and 三（五）第1段).
var WeakSeniorConditions = attested(plan.WeakSeniorConditions)

// JiangnanSenior (江南区域高级中学) is answered by evidence alone of: new senior high school in
// the Jiangnan area (专栏7第1项).
var JiangnanSenior = attested(plan.JiangnanSenior)

// SeniorDiversity (普通高中多样化发展) is answered by evidence alone of: general schools
// encouraged to run comprehensive high schools; vocational content added; models of
// diversity explored (专栏7第2项).
var SeniorDiversity = attested(plan.SeniorDiversity)

// ExamReformAlignment (对接省招生考试改革) is answered by evidence alone of: in step with the
// provincial reform of admission examinations; adapted to the reform of university
// admission (专栏7第3项 and 三（二）第4段).
var ExamReformAlignment = attested(plan.ExamReformAlignment)
