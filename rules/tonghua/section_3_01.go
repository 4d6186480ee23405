// Section 三（一） 立德树人.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/grade"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// MoralWorkSystem (德育工作体系) is answered by evidence alone of: national and provincial moral
// education plans carried out; a complete system of moral education; civilised campuses
// (三（一）第1段).
var MoralWorkSystem = attested(plan.MoralWorkSystem)

// MoralThemes (五项主题教育) is answered by evidence alone of: education in ideals and convictions;
// education in core socialist values; education in fine traditional culture; ecological
// education; mental health education (三（一）第1段).
var MoralThemes = attested(plan.MoralThemes)

// PatrioticEducation (爱国主义、集体主义和社会主义教育) is answered by evidence alone of: stronger patriotic,
// collectivist and socialist education that guides children to heed and follow the Party
// (三（一）第1段).
var PatrioticEducation = attested(plan.PatrioticEducation)

// ConductLawHabits (品德修养与法治意识) is answered by evidence alone of: education in character and good
// habits; education in respect for the law (三（一）第1段).
var ConductLawHabits = attested(plan.ConductLawHabits)

// RoleModels (先进典型学习宣传) is answered by evidence alone of: activities on role models and heroes
// (三（一）第1段).
var RoleModels = attested(plan.RoleModels)

// LeaguePioneers (共青团与少先队育人) is answered by evidence alone of: early political education and
// forming of values; the Youth League and Young Pioneers in education (三（一）第1段).
var LeaguePioneers = attested(plan.LeaguePioneers)

// CognitiveAbility (认知与思维能力) is answered by evidence alone of: cognitive ability and thinking
// developed; creativity of pupils stirred (三（一）第2段).
var CognitiveAbility = attested(plan.CognitiveAbility)

// NationalCurriculum binds schools: all national courses are opened, in full
// hours (开齐开足国家课程).
//
// Formula: schools with all their national courses in full hours ÷ primary and
// general secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第2段 and 三（二）第5段.
var NationalCurriculum = rules.MustDuty(plan.Tonghua(), plan.NationalCurriculum, indicators.Duty[school.Record]{
	Among: generalSchool,
	Must:  school.NationalCoursesInFull.AtLeastShareOf(school.NationalCourses, indicators.Each),
})

// ZeroStart (按课程标准零起点教学) is answered by evidence alone of: teaching from zero by the curriculum
// standards (三（一）第2段 and 三（二）第5段).
var ZeroStart = attested(plan.ZeroStart)

// AcademicQualityStandard binds schools: every pupil reaches the national
// academic quality standard (学业质量标准).
//
// Formula: pupils who reached it when last assessed ÷ pupils of primary and
// general secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第2段.
var AcademicQualityStandard = rules.MustDuty(plan.Tonghua(), plan.AcademicQualityStandard, indicators.Duty[pupil.Record]{
	Among: generalPupil,
	Must:  pupil.QualityStandard.Is(indicators.Yes),
})

// TeacherLedLessons (教师主导与课堂质量) is answered by evidence alone of: guidance of teachers on
// subject and pupils; every lesson taught well (三（一）第2段).
var TeacherLedLessons = attested(plan.TeacherLedLessons)

// PupilCentredLearning (学生主体地位) is answered by evidence alone of: pupils at the centre; their
// curiosity, imagination and wish to learn protected, their interest roused, their ability to
// learn raised (三（一）第2段).
var PupilCentredLearning = attested(plan.PupilCentredLearning)

// ReadingScience (科学、实验教学与阅读) is answered by evidence alone of: stronger science education;
// stronger teaching by experiment; reading in many forms (三（一）第2段 and 三（二）第5段).
var ReadingScience = attested(plan.ReadingScience)

// NoOverload binds schools: written homework of a class of the compulsory stage
// keeps within the minutes of the national rules, and there is none in the
// lowest grades of primary school (书面作业时长).
//
// Formula: classes within the limits ÷ classes of the compulsory stage.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第2段 and 三（二）第5段.
var NoOverload = rules.MustDuty(plan.Tonghua(), plan.NoOverload, indicators.Duty[class.Record]{
	Among: compulsoryClass,
	Must: indicators.And(
		indicators.Or(class.Stage.Is(indicators.JuniorHigh), indicators.Not(lowestGrades),
			class.HomeworkMinutes.AtMost(indicators.Parameter("minutes-lower"))),
		indicators.Or(class.Stage.Is(indicators.JuniorHigh), class.HomeworkMinutes.AtMost(indicators.Parameter("minutes-primary"))),
		class.HomeworkMinutes.AtMost(indicators.Parameter("minutes-junior"))),
})

var lowestGrades = class.Grade.AtMost(indicators.Parameter("lower-grades"))

// SportsFoundationAction (学校体育固本行动) is answered by evidence alone of: the action to strengthen
// school sport carried out (三（一）第3段).
var SportsFoundationAction = attested(plan.SportsFoundationAction)

// FitnessStandard (学生体质健康标准) is answered by evidence alone of: the fitness pass standard
// strictly applied (三（一）第3段).
var FitnessStandard = attested(plan.FitnessStandard)

// FitnessCertificate binds schools: a pupil of the last grade below the pass of
// the fitness standard gets no graduation certificate, pupils exempt from
// physical education excepted (体质健康合格与毕业证书).
//
// Formula: pupils of the last grade below the pass, not exempt, without
// certificate ÷ such pupils.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第3段.
var FitnessCertificate = rules.MustDuty(plan.Tonghua(), plan.FitnessCertificate, indicators.Duty[pupil.Record]{
	Among: indicators.And(pupil.FinalGrade.Is(indicators.Yes), pupil.Fitness.Is(indicators.FitnessFailed),
		pupil.PEExempt.Is(indicators.No)),
	Must: pupil.Certificate.Is(indicators.No),
})

// PeHours binds schools: every class has physical education in full hours
// (开齐开足体育课).
//
// Formula: classes with the lessons due ÷ classes of primary and general
// secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第3段.
var PeHours = rules.MustDuty(plan.Tonghua(), plan.PeHours, indicators.Duty[class.Record]{
	Among: generalClass,
	Must:  class.PELessons.AtLeastShareOf(class.PELessonsDue, indicators.Each),
})

// PeLoad (体育课运动负荷) is answered by evidence alone of: exercise load planned on a sound basis
// (三（一）第3段).
var PeLoad = attested(plan.PeLoad)

// SportsFeaturesFootball (特色体育与校园足球) is answered by evidence alone of: special sports of
// schools; development of campus football (三（一）第3段).
var SportsFeaturesFootball = attested(plan.SportsFeaturesFootball)

// SportsSkills binds schools: each pupil masters at least one sports skill
// (运动技能).
//
// Formula: pupils with the skills ÷ pupils of primary and general secondary
// schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第3段.
var SportsSkills = rules.MustDuty(plan.Tonghua(), plan.SportsSkills,
	indicators.Duty[pupil.Record]{Among: generalPupil, Must: pupil.SportsSkills.AtLeast(indicators.Each)},
	rules.Reading[pupil.Record]{Key: "leavers", Indicator: indicators.Duty[pupil.Record]{
		Among: leavers,
		Must:  pupil.SportsSkills.AtLeast(indicators.Each),
	}})

// MassSport (校园普及性体育) is answered by evidence alone of: sport for all on campus (三（一）第3段).
var MassSport = attested(plan.MassSport)

// SportsMeet binds schools: a sports meeting or festival is held regularly, read
// as once a year (运动会、体育节).
//
// Formula: schools that held one in the last twelve months ÷ primary and general
// secondary schools. Official statistics count teaching points apart from
// schools, so that they stand in a reading of their own.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第3段.
var SportsMeet = rules.MustDuty(plan.Tonghua(), plan.SportsMeet,
	indicators.Duty[school.Record]{Among: villagePrimaryUp, Must: school.SportsMeets.AtLeast(indicators.Each)},
	rules.Reading[school.Record]{Key: "with-teaching-points", Indicator: indicators.Duty[school.Record]{
		Among: generalSchool,
		Must:  school.SportsMeets.AtLeast(indicators.Each),
	}})

// EyesightSleep binds schools: pupils' eyesight is screened (视力健康综合干预).
//
// Formula: schools that screened this term ÷ primary and general secondary
// schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第3段.
var EyesightSleep = rules.MustDuty(plan.Tonghua(), plan.EyesightSleep, indicators.Duty[school.Record]{
	Among: generalSchool,
	Must:  school.EyesightScreened.Is(indicators.Yes),
})

// SleepTime binds schools and families: pupils sleep long enough (学生睡眠时间). The
// hours are those of the Ministry's notice, by stage.
//
// Formula: pupils with the hours of their stage ÷ pupils of primary and general
// secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第3段.
var SleepTime = rules.MustDuty(plan.Tonghua(), plan.SleepTime, indicators.Duty[pupil.Record]{
	Among: generalPupil,
	Must: indicators.Or(
		indicators.And(pupil.Stage.Is(indicators.Primary), pupil.SleepHours.AtLeast(indicators.Parameter("hours-primary"))),
		indicators.And(pupil.Stage.Is(indicators.JuniorHigh), pupil.SleepHours.AtLeast(indicators.Parameter("hours-junior"))),
		indicators.And(pupil.Stage.Is(indicators.SeniorHigh), pupil.SleepHours.AtLeast(indicators.Parameter("hours-senior")))),
})

// ArtPromotionAction (学校美育提升行动) is answered by evidence alone of: the action to improve
// aesthetic education carried out (三（一）第4段).
var ArtPromotionAction = attested(plan.ArtPromotionAction)

// ArtCourses binds schools: music, fine art and calligraphy are taught in full
// hours (音乐、美术、书法课程). Senior high schools have no separate course of
// calligraphy and are not asked for it.
//
// Formula: schools with all three in full hours ÷ primary and general secondary
// schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第4段.
var ArtCourses = rules.MustDuty(plan.Tonghua(), plan.ArtCourses, indicators.Duty[school.Record]{
	Among: generalSchool,
	Must: indicators.And(
		school.MusicInFull.Is(indicators.Yes),
		school.FineArtInFull.Is(indicators.Yes),
		indicators.Or(school.Kind.Is(indicators.SeniorHighSchool), school.CalligraphyInFull.Is(indicators.Yes))),
})

// ArtLocalCourses asks of each school whether it teaches an art course drawn
// from local culture (地方文化艺术特色课程).
//
// Formula: schools with such a course ÷ primary and general secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第4段.
var ArtLocalCourses = rules.MustDuty(plan.Tonghua(), plan.ArtLocalCourses, indicators.Duty[school.Record]{
	Among: generalSchool,
	Must:  school.LocalArtCourse.Is(indicators.Yes),
})

// CampusArtActivities (校园艺术活动) is answered by evidence alone of: art activities on campus
// (三（一）第4段).
var CampusArtActivities = attested(plan.CampusArtActivities)

// ArtSkills binds schools: each pupil learns at least one art skill (艺术技能).
//
// Formula: pupils with the skills ÷ pupils of primary and general secondary
// schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第4段.
var ArtSkills = rules.MustDuty(plan.Tonghua(), plan.ArtSkills,
	indicators.Duty[pupil.Record]{Among: generalPupil, Must: pupil.ArtSkills.AtLeast(indicators.Each)},
	rules.Reading[pupil.Record]{Key: "leavers", Indicator: indicators.Duty[pupil.Record]{
		Among: leavers,
		Must:  pupil.ArtSkills.AtLeast(indicators.Each),
	}})

// MainMelodySongs binds schools: every pupil is able to sing songs of the main
// melody (主旋律歌曲).
//
// Formula: pupils able to ÷ pupils of primary and general secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第4段.
var MainMelodySongs = rules.MustDuty(plan.Tonghua(), plan.MainMelodySongs,
	indicators.Duty[pupil.Record]{Among: generalPupil, Must: pupil.MainMelodySongs.Is(indicators.Yes)},
	rules.Reading[pupil.Record]{Key: "leavers", Indicator: indicators.Duty[pupil.Record]{
		Among: leavers,
		Must:  pupil.MainMelodySongs.Is(indicators.Yes),
	}})

// WorldArt (世界优秀艺术) is answered by evidence alone of: pupils introduced to fine art of the
// world, and their understanding of culture deepened (三（一）第4段).
var WorldArt = attested(plan.WorldArt)

// ArtTroupes counts the schools that have formed an art troupe (特色艺术团队). One
// shows that the encouragement bore fruit.
//
// Formula: number of schools with a troupe.
// Unit: schools.
// Source: 三（一）第4段.
var ArtTroupes = rules.MustCount(plan.Tonghua(), plan.ArtTroupes, indicators.Count[school.Record]{
	Counted: school.ArtTroupe.Is(indicators.Yes),
})

// ArtExhibitionsHeritage (艺术展演与传承学校) is answered by evidence alone of: pupils' art shows;
// schools that pass on traditional arts (三（一）第4段).
var ArtExhibitionsHeritage = attested(plan.ArtExhibitionsHeritage)

// ArtProfessionals counts the schools where art professionals teach part-time
// (艺术专业人才兼职任教).
//
// Formula: number of such primary and general secondary schools.
// Unit: schools.
// Source: 三（一）第4段.
var ArtProfessionals = rules.MustCount(plan.Tonghua(), plan.ArtProfessionals, indicators.Count[school.Record]{
	Among:   generalSchool,
	Counted: school.ArtProfessionals.Is(indicators.Yes),
})

// LabourGuideline (劳动教育指导纲要) is answered by evidence alone of: guideline on labour education
// (三（一）第5段).
var LabourGuideline = attested(plan.LabourGuideline)

// LabourForms (生活、劳动技术与职业体验) is answered by evidence alone of: practice in daily life; teaching
// of work skills; experience of occupations; the full educational value of labour brought out
// (三（一）第5段 and 三（二）第5段).
var LabourForms = attested(plan.LabourForms)

// LabourHalf binds schools: in each grade labour education has at least half of
// the hours (劳动教育课时).
//
// Formula: grades whose labour hours are half of the hours of integrated
// practice, labour included ÷ grades of primary and general secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（一）第5段.
var LabourHalf = rules.MustDuty(plan.Tonghua(), plan.LabourHalf, indicators.Duty[grade.Record]{
	Among: generalGrade,
	Must:  grade.LabourHours.AtLeastShareOf(grade.PracticeHours, indicators.Each),
},
	rules.Reading[grade.Record]{Key: "of-both-courses", Indicator: indicators.Duty[grade.Record]{
		Among: generalGrade,
		Must:  grade.LabourHours.AtLeastShareOf(grade.BothCoursesHours, indicators.Each),
	}},
	rules.Reading[grade.Record]{Key: "beside-practice", Indicator: indicators.Duty[grade.Record]{
		Among: generalGrade,
		Must:  grade.LabourHours.AtLeastShareOf(grade.OtherPracticeHours, indicators.Each),
	}})

// FamilyHousework (家长安排家务劳动) is answered by evidence alone of: housework given by parents
// (三（一）第5段).
var FamilyHousework = attested(plan.FamilyHousework)

// SchoolDutyHousework (值日、校外劳动与志愿服务) is answered by evidence alone of: duty rota of pupils; work
// of pupils on campus; work outside school; volunteering in the community (三（一）第5段).
var SchoolDutyHousework = attested(plan.SchoolDutyHousework)

// CareerStart (劳动与职业启蒙教育) is answered by evidence alone of: introduction to work and careers
// given; sense of enterprise fostered with the help of museums and bases (三（一）第6段).
var CareerStart = attested(plan.CareerStart)

// CareerSchoolEnterprise (校企合作与实训基地) is answered by evidence alone of: practical training bases;
// cooperation with enterprises; greater practical ability of pupils (三（一）第6段).
var CareerSchoolEnterprise = attested(plan.CareerSchoolEnterprise)

// CareerGroupRunning (产教融合新模式) is answered by evidence alone of: new models of
// industry-education integration (三（一）第6段).
var CareerGroupRunning = attested(plan.CareerGroupRunning)

// CareerGroupScale (规模化、集团化办学与创业培训) is answered by evidence alone of: schools run in groups;
// training of pupils for innovation and enterprise; schools of larger scale; greater ability of
// students for innovation and enterprise (三（一）第6段).
var CareerGroupScale = attested(plan.CareerGroupScale)

// EpidemicHealth (疫情防控与健康教育) is answered by evidence alone of: routine epidemic prevention;
// health education at every stage; people and goods, home and school guarded together (三（一）第7段).
var EpidemicHealth = attested(plan.EpidemicHealth)

// PolicyEducation (形势政策教育) is answered by evidence alone of: stronger education in current
// affairs and policy; pupils led to care for family and country (专栏3第1项).
var PolicyEducation = attested(plan.PolicyEducation)

// CurrentAffairs binds schools: primary and secondary schools come to teach
// current affairs, all of them in the end (时事新闻课).
//
// Formula: schools that teach it ÷ primary and general secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 专栏3第1项.
var CurrentAffairs = rules.MustDuty(plan.Tonghua(), plan.CurrentAffairs,
	indicators.Duty[school.Record]{Among: villagePrimaryUp, Must: school.CurrentAffairs.Is(indicators.Yes)},
	rules.Reading[school.Record]{Key: "with-vocational", Indicator: indicators.Duty[school.Record]{
		Among: indicators.Or(villagePrimaryUp, school.Kind.Is(indicators.VocationalSchool)),
		Must:  school.CurrentAffairs.Is(indicators.Yes),
	}},
	rules.Reading[school.Record]{Key: "compulsory-only", Indicator: indicators.Duty[school.Record]{
		Among: compulsoryVillagePrimaryUp, Must: school.CurrentAffairs.Is(indicators.Yes),
	}},
	rules.Reading[school.Record]{Key: "with-teaching-points", Indicator: indicators.Duty[school.Record]{
		Among: generalSchool, Must: school.CurrentAffairs.Is(indicators.Yes),
	}})

// FootballSchools counts the schools with the title football school at city
// level or above (校园足球特色学校).
//
// Formula: number of schools with the title. Unit: schools.
// Source: 专栏3第2项.
var FootballSchools = rules.MustCount(plan.Tonghua(), plan.FootballSchools, indicators.Count[school.Record]{
	Counted: school.Football.AtLeast(indicators.CityTier),
})

// ArtSchools counts the schools with the title arts school at city level or
// above (艺术教育特色学校).
//
// Formula: number of schools with the title. Unit: schools.
// Source: 专栏3第2项.
var ArtSchools = rules.MustCount(plan.Tonghua(), plan.ArtSchools,
	indicators.Count[school.Record]{Counted: school.Arts.AtLeast(indicators.CityTier)},
	rules.Reading[school.Record]{Key: "any-level", Indicator: indicators.Count[school.Record]{
		Counted: school.Arts.AtLeast(indicators.SchoolTier),
	}})

// FeatureSchoolsLead (特色学校示范引领) is answered by evidence alone of: featured schools set an
// example and bring others along (专栏3第2项).
var FeatureSchoolsLead = attested(plan.FeatureSchoolsLead)
