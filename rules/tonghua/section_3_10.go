// Section 三（十） 教师队伍.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/cell"
	"github.com/eduplan/tonghua/indicators/ethicscase"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// EthicsAssessment asks of each teacher whether ethics were assessed this year
// (师德考核).
//
// Formula: teachers assessed ÷ teachers of primary and general secondary
// schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第1段.
var EthicsAssessment = rules.MustDuty(plan.Tonghua(), plan.EthicsAssessment, indicators.Duty[teacher.Record]{
	Among: generalTeacher,
	Must:  teacher.EthicsAssessed.Is(indicators.Yes),
})

// EthicsHonoursBasis binds those who decide on honours: nobody is honoured or
// selected without a passed ethics assessment (师德为评优选先基本条件).
//
// Formula: honoured candidates with a passed assessment ÷ honoured candidates.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第1段.
var EthicsHonoursBasis = rules.MustDuty(plan.Tonghua(), plan.EthicsHonoursBasis, indicators.Duty[honours.Record]{
	Among: indicators.And(honours.Granted.Is(indicators.Yes), honours.Kind.In(indicators.Honour, indicators.Selection)),
	Must:  honours.EthicsPassed.Is(indicators.Yes),
})

// EthicsVeto binds those who decide on honours and promotions: a candidate with
// an ethics problem is not honoured, selected or promoted (师德问题一票否决).
//
// Formula: such candidates refused ÷ candidates with an ethics problem.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第1段.
var EthicsVeto = rules.MustDuty(plan.Tonghua(), plan.EthicsVeto,
	indicators.Duty[honours.Record]{
		Among: honours.EthicsProblem.Is(indicators.Yes),
		Must:  honours.Granted.Is(indicators.No),
	},
	rules.Reading[honours.Record]{Key: "honours", Indicator: indicators.Duty[honours.Record]{
		Among: indicators.And(honours.EthicsProblem.Is(indicators.Yes), honours.Kind.In(indicators.Honour, indicators.Selection)),
		Must:  honours.Granted.Is(indicators.No),
	}})

// EthicsMonth (师德教育宣传月) is answered by evidence alone of: commendation of teachers for
// ethics; publicity for exemplary cases (三（十）第1段).
var EthicsMonth = attested(plan.EthicsMonth)

// EthicsBreaches binds schools and bureaux: each confirmed breach of ethics is
// made public and dealt with (师德失范查处).
//
// Formula: confirmed cases made public and dealt with ÷ confirmed cases.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第1段.
var EthicsBreaches = rules.MustDuty(plan.Tonghua(), plan.EthicsBreaches, indicators.Duty[ethicscase.Record]{
	Among: ethicscase.Confirmed.Is(indicators.Yes),
	Must:  indicators.And(ethicscase.Exposed.Is(indicators.Yes), ethicscase.DealtWith.Is(indicators.Yes)),
})

// BackboneDevelopment counts the teachers who hold a backbone title of city or
// county (市、县级骨干教师). The text says a body of them, so one is the least.
//
// Formula: number of such teachers.
// Unit: teachers.
// Source: 三（十）第2段.
var BackboneDevelopment = rules.MustCount(plan.Tonghua(), plan.BackboneDevelopment, indicators.Count[teacher.Record]{
	Counted: teacher.Backbone.In(indicators.CountyTier, indicators.CityTier),
})

// ProvincialRecommendation asks of each teacher who qualifies for a provincial
// title whether the person was recommended (推荐省级骨干教师、名师).
//
// Formula: teachers recommended ÷ teachers who qualify.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第2段.
var ProvincialRecommendation = rules.MustDuty(plan.Tonghua(), plan.ProvincialRecommendation, indicators.Duty[teacher.Record]{
	Among: teacher.ProvinceQualified.Is(indicators.Yes),
	Must:  teacher.ProvinceRecommended.Is(indicators.Yes),
})

// BackboneProvince measures the share of provincial backbone teachers
// (省级骨干教师) among primary and secondary school teachers.
//
// Formula: provincial backbone teachers ÷ teachers of primary and general
// secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第2段.
var BackboneProvince = rules.MustShare(plan.Tonghua(), plan.BackboneProvince,
	indicators.Share[teacher.Record]{Among: generalTeacher, Counted: teacher.Backbone.AtLeast(indicators.ProvinceTier)},
	rules.Reading[teacher.Record]{Key: "all-teachers", Indicator: indicators.Share[teacher.Record]{
		Counted: teacher.Backbone.AtLeast(indicators.ProvinceTier),
	}})

// BackboneCity measures the share of city backbone teachers (市级骨干教师).
// Each teacher counts at the highest level held; that provincial ones count
// here as well is a reading.
//
// Formula: city backbone teachers ÷ teachers of primary and general secondary
// schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第2段.
var BackboneCity = rules.MustShare(plan.Tonghua(), plan.BackboneCity,
	indicators.Share[teacher.Record]{Among: generalTeacher, Counted: teacher.Backbone.Is(indicators.CityTier)},
	rules.Reading[teacher.Record]{Key: "nested", Indicator: indicators.Share[teacher.Record]{
		Among: generalTeacher, Counted: teacher.Backbone.AtLeast(indicators.CityTier),
	}},
	rules.Reading[teacher.Record]{Key: "all-teachers", Indicator: indicators.Share[teacher.Record]{
		Counted: teacher.Backbone.Is(indicators.CityTier),
	}})

// BackboneCounty measures the share of county backbone teachers (县级骨干教师).
// Each teacher counts at the highest level held; that higher ones count here
// as well is a reading.
//
// Formula: county backbone teachers ÷ teachers of primary and general secondary
// schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第2段.
var BackboneCounty = rules.MustShare(plan.Tonghua(), plan.BackboneCounty,
	indicators.Share[teacher.Record]{Among: generalTeacher, Counted: teacher.Backbone.Is(indicators.CountyTier)},
	rules.Reading[teacher.Record]{Key: "nested", Indicator: indicators.Share[teacher.Record]{
		Among: generalTeacher, Counted: teacher.Backbone.AtLeast(indicators.CountyTier),
	}},
	rules.Reading[teacher.Record]{Key: "all-teachers", Indicator: indicators.Share[teacher.Record]{
		Counted: teacher.Backbone.Is(indicators.CountyTier),
	}})

// BackboneEverywhere asks of each county, each stage and each subject, taken
// singly, whether it has a backbone teacher and a master teacher (骨干教师和名师覆盖).
//
// Formula: such cells with both ÷ such cells.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第2段.
var BackboneEverywhere = rules.MustDuty(plan.Tonghua(), plan.BackboneEverywhere, indicators.Duty[cell.Record]{
	Among: cell.Dimension.In(indicators.CountyDimension, indicators.StageDimension, indicators.SubjectDimension),
	Must:  backboneAndMaster,
},
	rules.Reading[cell.Record]{Key: "either-margins", Indicator: indicators.Duty[cell.Record]{
		Among: cell.Dimension.In(indicators.CountyDimension, indicators.StageDimension, indicators.SubjectDimension),
		Must:  indicators.Or(cell.Backbone.AtLeast(indicators.Each), cell.Masters.AtLeast(indicators.Each)),
	}},
	rules.Reading[cell.Record]{Key: "both-cross", Indicator: indicators.Duty[cell.Record]{
		Among: cell.Dimension.Is(indicators.CrossDimension),
		Must:  backboneAndMaster,
	}},
	rules.Reading[cell.Record]{Key: "both-townships", Indicator: indicators.Duty[cell.Record]{
		Among: cell.Dimension.In(indicators.TownshipDimension, indicators.StageDimension, indicators.SubjectDimension),
		Must:  backboneAndMaster,
	}})

var backboneAndMaster = indicators.And(cell.Backbone.AtLeast(indicators.Each), cell.Masters.AtLeast(indicators.Each))

// DualQualifiedDevelopment counts the specialist teachers of vocational
// institutions who hold a vocational certificate (职业资格与技能证书).
//
// Formula: number of such teachers.
// Unit: teachers.
// Source: 三（十）第2段.
var DualQualifiedDevelopment = rules.MustCount(plan.Tonghua(), plan.DualQualifiedDevelopment, indicators.Count[teacher.Record]{
	Among:   indicators.And(vocationalTeacher, teacher.Specialist.Is(indicators.Yes)),
	Counted: teacher.VocationalCertificate.Is(indicators.Yes),
})

// DualQualifiedSystem (双师型教师激励考评制度) is answered by evidence alone of: rules rewarding
// dual-qualified teachers; rules assessing dual-qualified teachers; rules reviewing
// dual-qualified teachers; guidance of specialist teachers (三（十）第2段).
var DualQualifiedSystem = attested(plan.DualQualifiedSystem)

// DualQualifiedSpecialist measures the share of dual-qualified teachers
// (双师型教师) among the specialist teachers of vocational institutions.
//
// Formula: dual-qualified specialist teachers ÷ specialist teachers.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第2段.
var DualQualifiedSpecialist = rules.MustShare(plan.Tonghua(), plan.DualQualifiedSpecialist,
	indicators.Share[teacher.Record]{Among: indicators.And(vocationalTeacher, teacher.Specialist.Is(indicators.Yes)), Counted: dualQualified},
	rules.Reading[teacher.Record]{Key: "secondary-specialist", Indicator: indicators.Share[teacher.Record]{
		Among:   indicators.And(teacher.Stage.Is(indicators.Vocational), teacher.Specialist.Is(indicators.Yes)),
		Counted: dualQualified,
	}},
	rules.Reading[teacher.Record]{Key: "full-time", Indicator: indicators.Share[teacher.Record]{
		Among:   indicators.And(vocationalTeacher, teacher.FullTime.Is(indicators.Yes)),
		Counted: dualQualified,
	}})

var dualQualified = teacher.DualQualified.Is(indicators.Yes)

// TeacherTrainingHours binds schools and bureaux: each teacher is trained for
// so many hours in each five-year cycle (五年一周期培训学时). Who is known to have been
// appointed within the cycle does not owe the whole of it.
//
// Formula: teachers with the hours ÷ teachers, but for those appointed within the cycle.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var TeacherTrainingHours = rules.MustDuty(plan.Tonghua(), plan.TeacherTrainingHours, indicators.Duty[teacher.Record]{
	Among: indicators.Or(indicators.Not(teacher.AppointedYear.Recorded()), teacher.AppointedYear.AtMost(indicators.Parameter("whole-cycle"))),
	Must:  teacher.TrainingHours.AtLeast(indicators.Each),
})

// TrainingLongTerm (教师培训长效机制) is answered by evidence alone of: professional training
// plan carried out; teacher training system; a lasting mechanism for training formed
// step by step (三（十）第3段).
var TrainingLongTerm = attested(plan.TrainingLongTerm)

// TrainingEthicsContent (师德教育融入教师培养) is answered by evidence alone of: ideals and ethics
// throughout training; appraisal of ethics (三（十）第3段).
var TrainingEthicsContent = attested(plan.TrainingEthicsContent)

// FullStaffTraining binds schools and bureaux: the new round of training
// reaches every teacher of kindergartens, primary and secondary schools
// (新一轮全员培训).
//
// Formula: teachers reached ÷ teachers of those schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var FullStaffTraining = rules.MustDuty(plan.Tonghua(), plan.FullStaffTraining, indicators.Duty[teacher.Record]{
	Among: basicTeacher,
	Must:  teacher.CurrentRoundTrained.Is(indicators.Yes),
})

// TrainingProgrammes (教师培训计划与工程落实) is answered by evidence alone of: national and
// provincial training plans; professional development plan; project on the use of
// information technology (三（十）第3段).
var TrainingProgrammes = attested(plan.TrainingProgrammes)

// DigitalLiteracyMechanism (教师信息素养发展机制) is answered by evidence alone of: new mechanism
// for teachers' digital literacy (三（十）第3段).
var DigitalLiteracyMechanism = attested(plan.DigitalLiteracyMechanism)

// DigitalTrainingHours binds schools and bureaux: each primary and secondary
// school teacher who was in service by the year that the text sets takes so many
// hours of digital-skills training (信息技术应用能力培训).
//
// Formula: teachers with the hours ÷ such teachers of primary and general
// secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var DigitalTrainingHours = rules.MustDuty(plan.Tonghua(), plan.DigitalTrainingHours, indicators.Duty[teacher.Record]{
	Among: digitallyTrained,
	Must:  teacher.DigitalHours.AtLeast(indicators.Each),
})

// digitallyTrained: 中小学教师 in service by the year that the text sets for the training.
var digitallyTrained = indicators.And(generalTeacher, teacher.AppointedYear.AtMost(indicators.Parameter("in-service")))

// DigitalTrainingPractice binds schools and bureaux: of the digital-skills
// training a share is applied practice (实践应用学时).
//
// Formula: teachers whose practice hours are the share of their digital hours ÷
// teachers of primary and general secondary schools who were in service by the
// year that the text sets and took such training.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var DigitalTrainingPractice = rules.MustDuty(plan.Tonghua(), plan.DigitalTrainingPractice,
	indicators.Duty[teacher.Record]{
		Among: indicators.And(digitallyTrained, teacher.DigitalHours.MoreThan(indicators.Parameter("none"))),
		Must:  teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, indicators.Each),
	},
	rules.Reading[teacher.Record]{Key: "of-fifty", Indicator: indicators.Duty[teacher.Record]{
		Among: digitallyTrained,
		Must:  teacher.PracticeHours.AtLeast(indicators.Each),
	}})

// DigitalLeadership (信息化领导、教学与指导能力) is answered by evidence alone of: better digital
// leadership of principals; better digital teaching; better digital guidance by training
// teams; information technology joined with teaching (三（十）第3段).
var DigitalLeadership = attested(plan.DigitalLeadership)

// UpgradeUnder45 counts the backbone teachers up to the age set who study for a
// higher degree (中青年骨干教师学历提升).
//
// Formula: number of such teachers.
// Unit: teachers.
// Source: 三（十）第3段.
var UpgradeUnder45 = rules.MustCount(plan.Tonghua(), plan.UpgradeUnder45, indicators.Count[teacher.Record]{
	Among:   indicators.And(teacher.Age.AtMost(indicators.Each), teacher.Backbone.AtLeast(indicators.CountyTier)),
	Counted: teacher.Upgrading.Is(indicators.Yes),
})

// PrimaryCollege measures the share of primary teachers with junior college or
// above (专科以上学历).
//
// Formula: primary teachers with the level ÷ primary teachers.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var PrimaryCollege = rules.MustShare(plan.Tonghua(), plan.PrimaryCollege, teachersWith(indicators.College, indicators.Primary), fullTimeWith(indicators.College, indicators.Primary))

// JuniorBachelor measures the share of junior-high teachers with a bachelor's
// degree course completed or above (本科以上学历).
//
// Formula: junior-high teachers with the level ÷ junior-high teachers.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var JuniorBachelor = rules.MustShare(plan.Tonghua(), plan.JuniorBachelor, teachersWith(indicators.Bachelor, indicators.JuniorHigh), fullTimeWith(indicators.Bachelor, indicators.JuniorHigh))

// SeniorMaster measures the share of senior-high teachers with a master's
// course completed or above (硕士研究生以上学历).
//
// Formula: senior-high teachers with the level ÷ senior-high teachers.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var SeniorMaster = rules.MustShare(plan.Tonghua(), plan.SeniorMaster, teachersWith(indicators.Master, indicators.SeniorHigh), fullTimeWith(indicators.Master, indicators.SeniorHigh),
	rules.Reading[teacher.Record]{Key: "degree-counts", Indicator: indicators.Share[teacher.Record]{
		Among:   teacher.Stage.Is(indicators.SeniorHigh),
		Counted: indicators.Or(teacher.Education.AtLeast(indicators.Master), teacher.MasterDegree.Is(indicators.Yes)),
	}})

func teachersWith(level indicators.Education, stage indicators.Stage) indicators.Share[teacher.Record] {
	return indicators.Share[teacher.Record]{
		Among:   teacher.Stage.Is(stage),
		Counted: teacher.Education.AtLeast(level),
	}
}

func fullTimeWith(level indicators.Education, stage indicators.Stage) rules.Reading[teacher.Record] {
	return rules.Reading[teacher.Record]{Key: "full-time", Indicator: indicators.Share[teacher.Record]{
		Among:   indicators.And(teacher.Stage.Is(stage), teacher.FullTime.Is(indicators.Yes)),
		Counted: teacher.Education.AtLeast(level),
	}}
}

// EnterprisePractice binds vocational institutions: specialist teachers who have
// taught for a whole cycle practise in enterprises for the months of the national
// rules (教师企业实践).
//
// Formula: such specialist teachers with the months ÷ such specialist teachers.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var EnterprisePractice = rules.MustDuty(plan.Tonghua(), plan.EnterprisePractice, indicators.Duty[teacher.Record]{
	Among: indicators.And(vocationalTeacher, teacher.Specialist.Is(indicators.Yes),
		teacher.ServiceYears.AtLeast(indicators.Parameter("cycle"))),
	Must: teacher.EnterpriseMonths.AtLeast(indicators.Parameter("months")),
})
