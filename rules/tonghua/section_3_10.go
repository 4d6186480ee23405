package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// 三（十） 教师队伍

// EthicsVeto binds those who decide on honours: a candidate with an ethics
// problem is not honoured or selected (师德问题一票否决).
//
// Formula: such candidates refused ÷ candidates with an ethics problem.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第1段.
var EthicsVeto = rules.MustDuty(plan.Tonghua(), plan.EthicsVeto,
	indicators.Duty[honours.Record]{
		Among: indicators.And(honours.EthicsProblem.Is(indicators.Yes), honours.Kind.In(indicators.Honour, indicators.Selection)),
		Must:  honours.Granted.Is(indicators.No),
	},
	rules.Reading[honours.Record]{Key: "honours-and-promotion", Indicator: indicators.Duty[honours.Record]{
		Among: honours.EthicsProblem.Is(indicators.Yes),
		Must:  honours.Granted.Is(indicators.No),
	}})

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
// so many hours in each five-year cycle (五年一周期培训学时).
//
// Formula: teachers with the hours ÷ teachers.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var TeacherTrainingHours = rules.MustDuty(plan.Tonghua(), plan.TeacherTrainingHours, indicators.Duty[teacher.Record]{
	Must: teacher.TrainingHours.AtLeast(indicators.Each),
})

// FullStaffTraining binds schools and bureaux: the new round of training
// reaches every teacher of kindergartens, primary and secondary schools
// (新一轮全员培训).
//
// Formula: teachers reached ÷ teachers of those schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var FullStaffTraining = rules.MustDuty(plan.Tonghua(), plan.FullStaffTraining, indicators.Duty[teacher.Record]{
	Among: indicators.Or(generalTeacher, teacher.Stage.Is(indicators.Preschool)),
	Must:  teacher.CurrentRoundTrained.Is(indicators.Yes),
})

// DigitalTrainingHours binds schools and bureaux: each primary and secondary
// school teacher takes so many hours of digital-skills training
// (信息技术应用能力培训).
//
// Formula: teachers with the hours ÷ teachers of primary and general secondary
// schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var DigitalTrainingHours = rules.MustDuty(plan.Tonghua(), plan.DigitalTrainingHours, indicators.Duty[teacher.Record]{
	Among: generalTeacher,
	Must:  teacher.DigitalHours.AtLeast(indicators.Each),
})

// DigitalTrainingPractice binds schools and bureaux: of the digital-skills
// training a share is applied practice (实践应用学时).
//
// Formula: teachers whose practice hours are the share of their digital hours ÷
// teachers of primary and general secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第3段.
var DigitalTrainingPractice = rules.MustDuty(plan.Tonghua(), plan.DigitalTrainingPractice,
	indicators.Duty[teacher.Record]{
		Among: generalTeacher,
		Must:  teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, indicators.Each),
	},
	rules.Reading[teacher.Record]{Key: "of-fifty", Indicator: indicators.Duty[teacher.Record]{
		Among: generalTeacher,
		Must:  teacher.PracticeHours.AtLeast(indicators.Each),
	}})

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
var SeniorMaster = rules.MustShare(plan.Tonghua(), plan.SeniorMaster, teachersWith(indicators.Master, indicators.SeniorHigh), fullTimeWith(indicators.Master, indicators.SeniorHigh))

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

// TeacherPay binds counties: the average pay of compulsory-stage teachers is
// not below that of local civil servants (教师平均工资不低于公务员).
//
// Formula: counties that pay so ÷ counties.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第4段; compared by county and calendar year.
var TeacherPay = rules.MustDuty(plan.Tonghua(), plan.TeacherPay, indicators.Duty[countyyear.Record]{
	Among: ofTheYear,
	Must:  countyyear.TeacherPay.AtLeastShareOf(countyyear.CivilServantPay, indicators.Each),
})

// DualQualifiedFulltime measures the share of dual-qualified teachers
// (双师型教师) among the full-time teachers of vocational institutions.
//
// Formula: dual-qualified full-time teachers ÷ full-time teachers.
// Unit and range: per cent, 0 to 100.
// Source: 专栏12第2项.
var DualQualifiedFulltime = rules.MustShare(plan.Tonghua(), plan.DualQualifiedFulltime,
	indicators.Share[teacher.Record]{Among: indicators.And(vocationalTeacher, teacher.FullTime.Is(indicators.Yes)), Counted: dualQualified},
	rules.Reading[teacher.Record]{Key: "secondary-full-time", Indicator: indicators.Share[teacher.Record]{
		Among:   indicators.And(teacher.Stage.Is(indicators.Vocational), teacher.FullTime.Is(indicators.Yes)),
		Counted: dualQualified,
	}},
	rules.Reading[teacher.Record]{Key: "specialist", Indicator: indicators.Share[teacher.Record]{
		Among:   indicators.And(vocationalTeacher, teacher.Specialist.Is(indicators.Yes)),
		Counted: dualQualified,
	}})
