// Section 三（十） 教师队伍.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// 三（十）第4段, 专栏12 配置与待遇

// RuralTeacherPlan (乡村教师支持计划) is answered by evidence alone of: support plan for rural
// teachers (三（十）第4段).
var RuralTeacherPlan = attested(plan.RuralTeacherPlan)

// RuralAllowance binds counties: teachers with long service in rural and remote
// posts to whom an allowance is due are paid it (乡村教师津贴补贴). What is long is not
// said, so that its parameter has no default.
//
// Formula: such teachers paid in full ÷ such teachers.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第4段.
var RuralAllowance = rules.MustDuty(plan.Tonghua(), plan.RuralAllowance, indicators.Duty[teacher.Record]{
	Among: indicators.And(teacher.HardPost.Is(indicators.Yes), teacher.RuralYears.AtLeast(indicators.Parameter("long-service")),
		teacher.RuralAllowanceDue.MoreThan(indicators.Parameter("none"))),
	Must: teacher.RuralAllowance.AtLeastShareOf(teacher.RuralAllowanceDue, indicators.Each),
})

// SpecialPosts measures how many of the special posts and of the posts for
// graduates of free teacher education were filled (特岗教师、免费师范生).
//
// Formula: posts filled ÷ posts planned.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第4段.
var SpecialPosts = rules.MustRatio(plan.Tonghua(), plan.SpecialPosts, indicators.Ratio[county.Record]{
	Among: countyOfTheYear,
	Of:    indicators.SumOf(county.SpecialPostsFilled),
	Per:   indicators.SumOf(county.SpecialPostsPlanned),
})

// ShortageSubjectTeachers measures how many of the posts for shortage subjects
// in poor areas and rural schools were filled (紧缺学科教师补充).
//
// Formula: posts filled ÷ posts planned.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第4段.
var ShortageSubjectTeachers = rules.MustRatio(plan.Tonghua(), plan.ShortageSubjectTeachers, indicators.Ratio[county.Record]{
	Among: countyOfTheYear,
	Of:    indicators.SumOf(county.ShortagePostsFilled),
	Per:   indicators.SumOf(county.ShortagePostsPlanned),
})

// RuralService asks of each newly appointed teacher whether a service period in
// a rural school was arranged (农村学校任教服务期).
//
// Formula: such teachers with a period ÷ newly appointed teachers.
// Unit and range: per cent, 0 to 100.
// Source: 三（十）第4段.
var RuralService = rules.MustDuty(plan.Tonghua(), plan.RuralService, indicators.Duty[teacher.Record]{
	Among: teacher.NewlyAppointed.Is(indicators.Yes),
	Must:  teacher.RuralServiceArranged.Is(indicators.Yes),
})

// SeniorTitles (中小学正高级教师评价标准) is answered by evidence alone of: standards for the
// highest senior title (三（十）第4段).
var SeniorTitles = attested(plan.SeniorTitles)

// VocationalSeniorPosts (中职正高级岗位设置) is answered by evidence alone of: highest senior
// posts in vocational schools (三（十）第4段).
var VocationalSeniorPosts = attested(plan.VocationalSeniorPosts)

// TeacherTreatmentMechanism (教师待遇保障机制) is answered by evidence alone of: guarantee of
// teachers' pay and benefits (三（十）第4段).
var TeacherTreatmentMechanism = attested(plan.TeacherTreatmentMechanism)

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

// TrainingAllLevels counts the teachers of kindergartens, primary and secondary
// schools who attended training at city level or above (国家、省、市级培训).
//
// Formula: number of such teachers.
// Unit: teachers.
// Source: 专栏12第1项.
var TrainingAllLevels = rules.MustCount(plan.Tonghua(), plan.TrainingAllLevels, indicators.Count[teacher.Record]{
	Among:   basicTeacher,
	Counted: teacher.TrainingTier.AtLeast(indicators.CityTier),
})

// MasterStudios asks of the city and of each county whether it has a
// master-teacher studio (名师工作室).
//
// Formula: areas with a studio ÷ areas.
// Unit and range: per cent, 0 to 100.
// Source: 专栏12第1项.
var MasterStudios = rules.MustDuty(plan.Tonghua(), plan.MasterStudios, indicators.Duty[county.Record]{
	Among: areaOfTheYear,
	Must:  county.MasterStudios.AtLeast(indicators.Each),
},
	rules.Reading[county.Record]{Key: "one-of-each", Indicator: indicators.Count[county.Record]{
		Among:   countyOfTheYear,
		Counted: county.MasterStudios.AtLeast(indicators.Each),
	}})

// VocationalTeacherPlans (国家和省职教师资计划落实) is answered by evidence alone of: national and
// provincial plans for vocational teachers carried out (专栏12第2项).
var VocationalTeacherPlans = attested(plan.VocationalTeacherPlans)

// TeamProvinceLeaders counts the provincial speciality leaders of vocational
// institutions (省级专业带头人), each at the highest level held.
//
// Formula: number of such teachers.
// Unit: teachers.
// Source: 专栏12第2项.
var TeamProvinceLeaders = rules.MustCount(plan.Tonghua(), plan.TeamProvinceLeaders, vocationalTitle(teacher.SpecialityLeader, indicators.ProvinceTier, indicators.NationTier))

// TeamProvinceBackbone counts the provincial backbone teachers of vocational
// institutions (省级骨干教师), each at the highest level held.
//
// Formula: number of such teachers.
// Unit: teachers.
// Source: 专栏12第2项.
var TeamProvinceBackbone = rules.MustCount(plan.Tonghua(), plan.TeamProvinceBackbone, vocationalTitle(teacher.Backbone, indicators.ProvinceTier, indicators.NationTier))

// TeamCityLeaders counts the city speciality leaders of vocational institutions
// (市级专业带头人), each at the highest level held.
//
// Formula: number of such teachers.
// Unit: teachers.
// Source: 专栏12第2项.
var TeamCityLeaders = rules.MustCount(plan.Tonghua(), plan.TeamCityLeaders, vocationalTitle(teacher.SpecialityLeader, indicators.CityTier))

// TeamCityBackbone counts the city backbone teachers of vocational institutions
// (市级骨干教师), each at the highest level held.
//
// Formula: number of such teachers.
// Unit: teachers.
// Source: 专栏12第2项.
var TeamCityBackbone = rules.MustCount(plan.Tonghua(), plan.TeamCityBackbone, vocationalTitle(teacher.Backbone, indicators.CityTier))

// TeamCountyLeaders counts the county speciality leaders of vocational
// institutions (县级专业带头人), each at the highest level held.
//
// Formula: number of such teachers.
// Unit: teachers.
// Source: 专栏12第2项.
var TeamCountyLeaders = rules.MustCount(plan.Tonghua(), plan.TeamCountyLeaders, vocationalTitle(teacher.SpecialityLeader, indicators.CountyTier))

// TeamCountySecond counts the county backbone teachers of vocational
// institutions (县级骨干教师). The text prints speciality leaders a second time; that
// reading is computed too.
//
// Formula: number of such teachers.
// Unit: teachers.
// Source: 专栏12第2项.
var TeamCountySecond = rules.MustCount(plan.Tonghua(), plan.TeamCountySecond, vocationalTitle(teacher.Backbone, indicators.CountyTier),
	rules.Reading[teacher.Record]{Key: "leaders-as-printed", Indicator: vocationalTitle(teacher.SpecialityLeader, indicators.CountyTier)})

func vocationalTitle(title indicators.Category[teacher.Record, indicators.Tier], tiers ...indicators.Tier) indicators.Count[teacher.Record] {
	return indicators.Count[teacher.Record]{Among: vocationalTeacher, Counted: title.In(tiers...)}
}

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
