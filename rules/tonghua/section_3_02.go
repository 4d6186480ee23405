// Section 三（二） 教育改革.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/programme"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// PrivateReform (民办学校管理机制) is answered by evidence alone of: exploring how private
// schools are managed (三（二）第1段).
var PrivateReform = attested(plan.PrivateReform)

// PrivateApprovalService (民办学校审批服务) is answered by evidence alone of: good approval
// services for private schools (三（二）第1段).
var PrivateApprovalService = attested(plan.PrivateApprovalService)

// PrivateClassificationSupervision (民办学校分类改革与监管) is answered by evidence alone of:
// guiding private schools through the classification reform; supervision after
// rectification, so that its results last (三（二）第1段).
var PrivateClassificationSupervision = attested(plan.PrivateClassificationSupervision)

// PrivateLeadingBrands (民办教育龙头与品牌) is answered by evidence alone of: leading providers
// fostered; brands of influence formed; policy guidance; inspection and assessment
// (三（二）第1段).
var PrivateLeadingBrands = attested(plan.PrivateLeadingBrands)

// VocationalPrivateProviders (社会力量兴办职业教育) is answered by evidence alone of:
// encouragement and support of non-state vocational education (三（二）第2段).
var VocationalPrivateProviders = attested(plan.VocationalPrivateProviders)

// TalentReform (人才培养体制改革) is answered by evidence alone of: a better mix of specialities
// in vocational schools; school groups grown, and schools run in groups; technical
// support and training offered; a stronger capacity to train and to serve; vocational
// schools run on a large scale (三（二）第2段 and 专栏8第2项).
var TalentReform = attested(plan.TalentReform)

// StreamlinedOpenAdministration (简政放权与政务公开) is answered by evidence alone of: powers
// streamlined and delegated; more open administration; supervision of approved matters
// during and after the fact (三（二）第3段).
var StreamlinedOpenAdministration = attested(plan.StreamlinedOpenAdministration)

// PowerLists (教育权力清单和责任清单) is answered by evidence alone of: list of powers; list of
// responsibilities (三（二）第3段).
var PowerLists = attested(plan.PowerLists)

// LawfulEnforcementConduct (依法执法与依法办学) is answered by evidence alone of: lawful
// enforcement by the education authorities; lawful running of schools (三（二）第3段).
var LawfulEnforcementConduct = attested(plan.LawfulEnforcementConduct)

// SupervisionEvaluation (教育督导评价) is answered by evidence alone of: supervision and
// evaluation of preschool education; supervision and evaluation of compulsory education;
// supervision and evaluation of vocational education (三（二）第3段).
var SupervisionEvaluation = attested(plan.SupervisionEvaluation)

// DecisionAccountability (重大决策终身问责) is answered by evidence alone of: administrative
// oversight and accountability; lifelong accountability for major decisions; a way to
// trace major decisions back (三（二）第3段).
var DecisionAccountability = attested(plan.DecisionAccountability)

// NoTestAdmission asks of each county whether its compulsory schools admit
// pupils without a test (免试入学).
//
// Formula: compulsory schools without a test ÷ compulsory schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（二）第4段.
var NoTestAdmission = rules.MustDuty(plan.Tonghua(), plan.NoTestAdmission, indicators.Duty[school.Record]{
	Among: compulsoryStageSchool,
	Must:  school.AdmissionTest.Is(indicators.No),
})

// NearHomeAdmission binds compulsory schools: pupils are admitted near home;
// admission in the own district stands in for it (就近入学).
//
// Formula: pupils admitted in their own district ÷ pupils of the compulsory
// stage.
// Unit and range: per cent, 0 to 100.
// Source: 三（二）第4段.
var NearHomeAdmission = rules.MustDuty(plan.Tonghua(), plan.NearHomeAdmission, indicators.Duty[pupil.Record]{
	Among: compulsoryPupil,
	Must:  pupil.InDistrict.Is(indicators.Yes),
})

// AdmissionQualificationReview (入学资格审查) is answered by evidence alone of: review of
// entitlement to school entry carried out; review of entitlement done by rules
// (三（二）第4段).
var AdmissionQualificationReview = attested(plan.AdmissionQualificationReview)

// SpecialGroupEqualAccess asks of each child of a special group of compulsory
// age whether it is at school (特殊群体平等接受义务教育).
//
// Formula: such children at school ÷ such children.
// Unit and range: per cent, 0 to 100.
// Source: 三（二）第4段.
var SpecialGroupEqualAccess = rules.MustDuty(plan.Tonghua(), plan.SpecialGroupEqualAccess, indicators.Duty[specialchild.Record]{
	Among: specialchild.CompulsoryAge.Is(indicators.Yes),
	Must:  specialchild.AtSchool.Is(indicators.Yes),
})

// SeniorAdmissionReform (高中阶段招生录取改革) is answered by evidence alone of: improved senior
// secondary admission; admission by examination and quality evaluation together
// (三（二）第4段).
var SeniorAdmissionReform = attested(plan.SeniorAdmissionReform)

// QuotaAllocation asks of each junior-high school whether places of model senior
// schools were allotted to it (示范性普通高中名额分配).
//
// Formula: junior-high schools with places ÷ junior-high schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（二）第4段.
var QuotaAllocation = rules.MustDuty(plan.Tonghua(), plan.QuotaAllocation, indicators.Duty[school.Record]{
	Among: juniorSchool,
	Must:  school.QuotaPlaces.AtLeast(indicators.Each),
})

// AcademicLevelExam (高中学业水平考试与评价) is answered by evidence alone of: academic proficiency
// examination held as required; quality evaluation of pupils carried out by the rules
// (三（二）第4段 and 专栏7第3项).
var AcademicLevelExam = attested(plan.AcademicLevelExam)

// CurriculumReform (课程与教学方式改革) is answered by evidence alone of: heuristic, interactive
// and inquiry teaching; blended technical means and situational teaching; research,
// project and cooperative learning; better help with homework and examinations; the
// classroom strengthened and teaching improved (三（二）第5段).
var CurriculumReform = attested(plan.CurriculumReform)

// IntegratedTeaching (课程综合化教学) is answered by evidence alone of: exploring integrated
// teaching based on the subjects (三（二）第5段).
var IntegratedTeaching = attested(plan.IntegratedTeaching)

// KindergartenPrimaryTransition (幼小衔接) is answered by evidence alone of: transition from
// kindergarten to primary school (三（二）第5段).
var KindergartenPrimaryTransition = attested(plan.KindergartenPrimaryTransition)

// HomeworkNotParents (作业不得变成家长任务) is answered by evidence alone of: no homework that
// falls to parents (三（二）第5段).
var HomeworkNotParents = attested(plan.HomeworkNotParents)

// ModernSchoolSystem (现代学校制度与校长负责制) is answered by evidence alone of: a modern school
// system; the Party organisation at the core of school management; principal responsible
// under the Party organisation; new relations between government, schools and society
// (三（二）第6段).
var ModernSchoolSystem = attested(plan.ModernSchoolSystem)

// ParentCommitteeRules asks of each school whether it has a parents' committee
// (家长委员会); that the rules were issued is a matter of evidence.
//
// Formula: schools with a committee ÷ primary and general secondary schools.
// Unit and range: per cent, 0 to 100.
// Source: 三（二）第6段.
var ParentCommitteeRules = rules.MustDuty(plan.Tonghua(), plan.ParentCommitteeRules, indicators.Duty[school.Record]{
	Among: generalSchool,
	Must:  school.ParentCommittee.Is(indicators.Yes),
})

// FamilyCommunityParticipation (家长和社区参与监督) is answered by evidence alone of: family and
// community participation and oversight (三（二）第6段).
var FamilyCommunityParticipation = attested(plan.FamilyCommunityParticipation)

// SpecialitySites counts the demonstration speciality sites of
// industry-education integration (产教融合示范专业点).
//
// Formula: number of sites.
// Unit: speciality sites.
// Source: 专栏4第1项.
var SpecialitySites = rules.MustCount(plan.Tonghua(), plan.SpecialitySites, indicators.Count[programme.Record]{
	Counted: programme.DemonstrationSite.Is(indicators.Yes),
})

// GroupResourceSharing (职教集团资源共享机制) is answered by evidence alone of: exploring resource
// sharing in vocational groups (专栏4第1项).
var GroupResourceSharing = attested(plan.GroupResourceSharing)

// LawSchools counts the model law-governed schools at city level
// (依法治校示范校).
//
// Formula: number of schools with the title at city level or above. Unit: schools.
// Source: 专栏4第2项.
var LawSchools = rules.MustCount(plan.Tonghua(), plan.LawSchools, indicators.Count[school.Record]{
	Counted: school.LawModel.AtLeast(indicators.CityTier),
})

// LawSchoolsProvince counts the model law-governed schools that meet the
// provincial standard, those with the province's own title included
// (依法治校省级标准).
//
// Formula: number of schools with the city's title that were assessed to meet
// it.
// Unit: schools.
// Source: 专栏4第2项.
var LawSchoolsProvince = rules.MustCount(plan.Tonghua(), plan.LawSchoolsProvince, indicators.Count[school.Record]{
	Among:   school.LawModel.AtLeast(indicators.CityTier),
	Counted: indicators.Or(school.LawProvincialStandard.Is(indicators.Yes), school.LawModel.AtLeast(indicators.ProvinceTier)),
},
	rules.Reading[school.Record]{Key: "recognised", Indicator: indicators.Count[school.Record]{
		Counted: school.LawModel.AtLeast(indicators.ProvinceTier),
	}})

// LawSchoolsReview binds those who award the title: each model law-governed
// school is reviewed in the cycle (动态管理).
//
// Formula: model schools reviewed ÷ model schools.
// Unit and range: per cent, 0 to 100.
// Source: 专栏4第2项.
var LawSchoolsReview = rules.MustDuty(plan.Tonghua(), plan.LawSchoolsReview, indicators.Duty[school.Record]{
	Among: school.LawModel.AtLeast(indicators.CityTier),
	Must:  school.LawModelReviewed.Is(indicators.Yes),
})

// LawSchoolsLead (依法治校示范校辐射带动) is answered by evidence alone of: model schools set an
// example and bring others along (专栏4第2项).
var LawSchoolsLead = attested(plan.LawSchoolsLead)

// SeparateRunEvaluate (教育管办评分离) is answered by evidence alone of: reform to separate
// administration, running and evaluation; new pattern of public governance basically
// formed (专栏4第3项).
var SeparateRunEvaluate = attested(plan.SeparateRunEvaluate)
