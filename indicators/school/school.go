// Package school describes a school (学校), kindergarten or teaching point as a
// school register keeps one: one record an institution.
//
// A periodic duty of each school, such as holding a sports meeting, is a field
// of the school: a register of events does not list the schools that held none.
package school

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a school, kindergarten or teaching point. Every field left out is unknown.
type Record struct {
	indicators.Row
	Kind                   indicators.SchoolKind `json:"kind,omitzero"`                     // kind of institution
	Locality               indicators.Locality   `json:"locality,omitzero"`                 // urban district, town or countryside
	LargeDistrict          indicators.Answer     `json:"large_district,omitzero"`           // whether the school belongs to a large school district (大学区)
	Football               indicators.Tier       `json:"football,omitzero"`                 // highest tier of the title football school; NoTier for none
	Arts                   indicators.Tier       `json:"arts,omitzero"`                     // highest tier of the title arts school; NoTier for none
	LawModel               indicators.Tier       `json:"law_model,omitzero"`                // highest tier of the title model law-governed school; NoTier for none
	CurrentAffairs         indicators.Answer     `json:"current_affairs,omitzero"`          // whether current-affairs lessons are taught
	Multimedia             indicators.Answer     `json:"multimedia,omitzero"`               // whether interactive multimedia teaching equipment is in place
	Bandwidth              quantity.Count        `json:"bandwidth,omitzero"`                // contracted access bandwidth
	NationalCourses        quantity.Count        `json:"national_courses,omitzero"`         // national courses that the school has to open
	NationalCoursesInFull  quantity.Count        `json:"national_courses_in_full,omitzero"` // of these, those opened in full hours
	SportsMeets            quantity.Count        `json:"sports_meets,omitzero"`             // sports meetings or festivals held in the last twelve months
	MusicInFull            indicators.Answer     `json:"music_in_full,omitzero"`            // whether music is taught in full hours
	FineArtInFull          indicators.Answer     `json:"fine_art_in_full,omitzero"`         // whether fine art is taught in full hours
	CalligraphyInFull      indicators.Answer     `json:"calligraphy_in_full,omitzero"`      // whether calligraphy is taught in full hours
	AdmissionTest          indicators.Answer     `json:"admission_test,omitzero"`           // whether applicants for the compulsory stage were tested or examined in any form
	QuotaPlaces            quantity.Count        `json:"quota_places,omitzero"`             // places of model senior high schools allotted to the school (指标到校)
	LawProvincialStandard  indicators.Answer     `json:"law_provincial_standard,omitzero"`  // whether the school was assessed to meet the provincial standard of law-governed schools
	StandardMet            indicators.Answer     `json:"standard_met,omitzero"`             // whether the latest assessment found the standard for running schools met (办学标准)
	IndicatorsReached      quantity.Count        `json:"indicators_reached,omitzero"`       // how many of the seven resource indicators of balanced development the school reaches
	IndicatorsNear         quantity.Count        `json:"indicators_near,omitzero"`          // how many of the seven come to at least 85 % of the requirement, those reached included
	CountyBasicBalance     indicators.Answer     `json:"county_basic_balance,omitzero"`     // whether the coefficients of basic balance of the school's stage are within their limits in its county
	NewCurriculum          indicators.Answer     `json:"new_curriculum,omitzero"`           // whether every grade follows the new curriculum
	NewTextbooks           indicators.Answer     `json:"new_textbooks,omitzero"`            // whether every grade uses the new textbooks
	SafetyTextbooks        indicators.Answer     `json:"safety_textbooks,omitzero"`         // whether the school was given safety textbooks free of charge
	IncludedPupils         indicators.Answer     `json:"included_pupils,omitzero"`          // whether disabled pupils learn in its ordinary classes (随班就读)
	SpecialFundsSeparate   indicators.Answer     `json:"special_funds_separate,omitzero"`   // whether public funds for disabled pupils are fixed separately
	SpecialFundsFixed      quantity.Money        `json:"special_funds_fixed,omitzero"`      // public funds fixed for disabled pupils this year, in yuan
	SpecialFundsPaid       quantity.Money        `json:"special_funds_paid,omitzero"`       // of these, those that reached the school, in yuan
	EyesightScreened       indicators.Answer     `json:"eyesight_screened,omitzero"`        // whether the pupils' eyesight was screened this term
	ArtTroupe              indicators.Answer     `json:"art_troupe,omitzero"`               // whether the school has an art troupe of its own
	ArtProfessionals       indicators.Answer     `json:"art_professionals,omitzero"`        // whether art professionals teach there part-time
	LocalArtCourse         indicators.Answer     `json:"local_art_course,omitzero"`         // whether an art course drawn from local culture is taught
	ParentCommittee        indicators.Answer     `json:"parent_committee,omitzero"`         // whether the school has a parents' committee (家长委员会)
	LawModelReviewed       indicators.Answer     `json:"law_model_reviewed,omitzero"`       // whether the title model law-governed school was reviewed in the cycle
	IdleRoomsKindergarten  indicators.Answer     `json:"idle_rooms_kindergarten,omitzero"`  // whether idle rooms serve a separate kindergarten
	HomeworkMonitored      indicators.Answer     `json:"homework_monitored,omitzero"`       // whether homework design is part of teaching research and homework is monitored
	AfterClassService      indicators.Answer     `json:"after_class_service,omitzero"`      // whether the school offers after-class service (课后服务)
	QualityMonitored       indicators.Answer     `json:"quality_monitored,omitzero"`        // whether the school is part of the quality monitoring network
	FeaturedSenior         indicators.Answer     `json:"featured_senior,omitzero"`          // whether the school is recognised as featured or comprehensive
	ResourceRoom           indicators.Answer     `json:"resource_room,omitzero"`            // whether the school has a resource room for inclusion (资源教室)
	VillageLinked          indicators.Answer     `json:"village_linked,omitzero"`           // whether the school is linked by point-to-point or one-to-many lessons
	SmartCampus            indicators.Answer     `json:"smart_campus,omitzero"`             // whether the digital smart campus is built (智慧校园)
	PartyBrand             indicators.Answer     `json:"party_brand,omitzero"`              // whether the school works on a Party-building brand of its own
	SafetyInspectionPassed indicators.Answer     `json:"safety_inspection_passed,omitzero"` // whether the latest safety inspection was passed
	VideoNetworked         indicators.Answer     `json:"video_networked,omitzero"`          // whether the public-safety video surveillance is networked
	PoliceRoom             indicators.Answer     `json:"police_room,omitzero"`              // whether the campus has a police room (校园警务室)
	SafetyTrainings        quantity.Count        `json:"safety_trainings,omitzero"`         // safety trainings of staff and pupils in the last twelve months
}

var subject = indicators.NewSubject[Record]("school", bilingual.Text{ZH: "学校", EN: "schools"}, quantity.School)

// The fields, each described once.
var (
	Kind = indicators.NewCategory(subject, "kind", bilingual.Text{ZH: "办学类型", EN: "kind of school"},
		func(r *Record) *indicators.SchoolKind { return &r.Kind })
	Locality = indicators.NewCategory(subject, "locality", bilingual.Text{ZH: "城乡类型", EN: "locality"},
		func(r *Record) *indicators.Locality { return &r.Locality })
	LargeDistrict = indicators.NewCategory(subject, "large_district", bilingual.Text{ZH: "纳入大学区", EN: "in a large school district"},
		func(r *Record) *indicators.Answer { return &r.LargeDistrict })
	Football = indicators.NewCategory(subject, "football", bilingual.Text{ZH: "校园足球特色学校级别", EN: "football-school tier"},
		func(r *Record) *indicators.Tier { return &r.Football })
	Arts = indicators.NewCategory(subject, "arts", bilingual.Text{ZH: "艺术教育特色学校级别", EN: "arts-school tier"},
		func(r *Record) *indicators.Tier { return &r.Arts })
	LawModel = indicators.NewCategory(subject, "law_model", bilingual.Text{ZH: "依法治校示范校级别", EN: "law-governed model tier"},
		func(r *Record) *indicators.Tier { return &r.LawModel })
	CurrentAffairs = indicators.NewCategory(subject, "current_affairs", bilingual.Text{ZH: "开设时事新闻课", EN: "current-affairs lessons"},
		func(r *Record) *indicators.Answer { return &r.CurrentAffairs })
	Multimedia = indicators.NewCategory(subject, "multimedia", bilingual.Text{ZH: "配备交互式多媒体设备", EN: "interactive multimedia"},
		func(r *Record) *indicators.Answer { return &r.Multimedia })
	Bandwidth = indicators.NewNumber(subject, "bandwidth", bilingual.Text{ZH: "接入带宽", EN: "access bandwidth"}, quantity.Mbps,
		func(r *Record) *quantity.Count { return &r.Bandwidth })
	NationalCourses = indicators.NewNumber(subject, "national_courses", bilingual.Text{ZH: "应开国家课程", EN: "national courses due"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.NationalCourses })
	NationalCoursesInFull = indicators.NewNumber(subject, "national_courses_in_full", bilingual.Text{ZH: "开齐开足的国家课程", EN: "national courses in full hours"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.NationalCoursesInFull }).
		PartOf(NationalCourses)
	SportsMeets = indicators.NewNumber(subject, "sports_meets", bilingual.Text{ZH: "近一年举办运动会或体育节", EN: "sports meetings in the last year"}, quantity.Act,
		func(r *Record) *quantity.Count { return &r.SportsMeets })
	MusicInFull = indicators.NewCategory(subject, "music_in_full", bilingual.Text{ZH: "音乐课开足", EN: "music in full"},
		func(r *Record) *indicators.Answer { return &r.MusicInFull })
	FineArtInFull = indicators.NewCategory(subject, "fine_art_in_full", bilingual.Text{ZH: "美术课开足", EN: "fine art in full"},
		func(r *Record) *indicators.Answer { return &r.FineArtInFull })
	CalligraphyInFull = indicators.NewCategory(subject, "calligraphy_in_full", bilingual.Text{ZH: "书法课开足", EN: "calligraphy in full"},
		func(r *Record) *indicators.Answer { return &r.CalligraphyInFull })
	AdmissionTest = indicators.NewCategory(subject, "admission_test", bilingual.Text{ZH: "入学测试", EN: "test at admission"},
		func(r *Record) *indicators.Answer { return &r.AdmissionTest })
	QuotaPlaces = indicators.NewNumber(subject, "quota_places", bilingual.Text{ZH: "分到的示范性高中指标", EN: "quota places allotted"}, quantity.Place,
		func(r *Record) *quantity.Count { return &r.QuotaPlaces })
	LawProvincialStandard = indicators.NewCategory(subject, "law_provincial_standard", bilingual.Text{ZH: "依法治校达到省级标准", EN: "law-governed at provincial standard"},
		func(r *Record) *indicators.Answer { return &r.LawProvincialStandard })
	StandardMet = indicators.NewCategory(subject, "standard_met", bilingual.Text{ZH: "达到办学标准", EN: "meets the running standard"},
		func(r *Record) *indicators.Answer { return &r.StandardMet })
	IndicatorsReached = indicators.NewNumber(subject, "indicators_reached", bilingual.Text{ZH: "达到要求的资源配置指标", EN: "resource indicators reached"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.IndicatorsReached }).
		PartOf(IndicatorsNear)
	IndicatorsNear = indicators.NewNumber(subject, "indicators_near", bilingual.Text{ZH: "达到要求85%以上的资源配置指标", EN: "resource indicators at 85% or more"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.IndicatorsNear })
	CountyBasicBalance = indicators.NewCategory(subject, "county_basic_balance", bilingual.Text{ZH: "所在县（市、区）达到基本均衡", EN: "basic balance in its county"},
		func(r *Record) *indicators.Answer { return &r.CountyBasicBalance })
	NewCurriculum = indicators.NewCategory(subject, "new_curriculum", bilingual.Text{ZH: "全面实施新课程", EN: "new curriculum throughout"},
		func(r *Record) *indicators.Answer { return &r.NewCurriculum })
	NewTextbooks = indicators.NewCategory(subject, "new_textbooks", bilingual.Text{ZH: "全面使用新教材", EN: "new textbooks throughout"},
		func(r *Record) *indicators.Answer { return &r.NewTextbooks })
	SafetyTextbooks = indicators.NewCategory(subject, "safety_textbooks", bilingual.Text{ZH: "免费配发安全教材", EN: "free safety textbooks"},
		func(r *Record) *indicators.Answer { return &r.SafetyTextbooks })
	IncludedPupils = indicators.NewCategory(subject, "included_pupils", bilingual.Text{ZH: "有随班就读残疾学生", EN: "has included disabled pupils"},
		func(r *Record) *indicators.Answer { return &r.IncludedPupils })
	SpecialFundsSeparate = indicators.NewCategory(subject, "special_funds_separate", bilingual.Text{ZH: "特教公用经费单独核定", EN: "special funds fixed separately"},
		func(r *Record) *indicators.Answer { return &r.SpecialFundsSeparate })
	SpecialFundsFixed = indicators.NewNumber(subject, "special_funds_fixed", bilingual.Text{ZH: "核定的特教公用经费", EN: "special funds fixed"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.SpecialFundsFixed })
	SpecialFundsPaid = indicators.NewNumber(subject, "special_funds_paid", bilingual.Text{ZH: "到校的特教公用经费", EN: "special funds received"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.SpecialFundsPaid })
	EyesightScreened = indicators.NewCategory(subject, "eyesight_screened", bilingual.Text{ZH: "开展视力筛查", EN: "eyesight screened"},
		func(r *Record) *indicators.Answer { return &r.EyesightScreened })
	ArtTroupe = indicators.NewCategory(subject, "art_troupe", bilingual.Text{ZH: "有特色艺术团队", EN: "has an art troupe"},
		func(r *Record) *indicators.Answer { return &r.ArtTroupe })
	ArtProfessionals = indicators.NewCategory(subject, "art_professionals", bilingual.Text{ZH: "有艺术专业人才兼职任教", EN: "art professionals teach"},
		func(r *Record) *indicators.Answer { return &r.ArtProfessionals })
	LocalArtCourse = indicators.NewCategory(subject, "local_art_course", bilingual.Text{ZH: "开设地方文化艺术课程", EN: "local art course"},
		func(r *Record) *indicators.Answer { return &r.LocalArtCourse })
	ParentCommittee = indicators.NewCategory(subject, "parent_committee", bilingual.Text{ZH: "设有家长委员会", EN: "has a parents' committee"},
		func(r *Record) *indicators.Answer { return &r.ParentCommittee })
	LawModelReviewed = indicators.NewCategory(subject, "law_model_reviewed", bilingual.Text{ZH: "示范校称号已复核", EN: "title reviewed"},
		func(r *Record) *indicators.Answer { return &r.LawModelReviewed })
	IdleRoomsKindergarten = indicators.NewCategory(subject, "idle_rooms_kindergarten", bilingual.Text{ZH: "利用闲置校舍独立办园", EN: "idle rooms used as kindergarten"},
		func(r *Record) *indicators.Answer { return &r.IdleRoomsKindergarten })
	HomeworkMonitored = indicators.NewCategory(subject, "homework_monitored", bilingual.Text{ZH: "作业纳入教研并监测", EN: "homework monitored"},
		func(r *Record) *indicators.Answer { return &r.HomeworkMonitored })
	AfterClassService = indicators.NewCategory(subject, "after_class_service", bilingual.Text{ZH: "提供课后服务", EN: "after-class service"},
		func(r *Record) *indicators.Answer { return &r.AfterClassService })
	QualityMonitored = indicators.NewCategory(subject, "quality_monitored", bilingual.Text{ZH: "纳入质量监测网络", EN: "in the monitoring network"},
		func(r *Record) *indicators.Answer { return &r.QualityMonitored })
	FeaturedSenior = indicators.NewCategory(subject, "featured_senior", bilingual.Text{ZH: "特色高中或综合高中", EN: "featured or comprehensive senior school"},
		func(r *Record) *indicators.Answer { return &r.FeaturedSenior })
	ResourceRoom = indicators.NewCategory(subject, "resource_room", bilingual.Text{ZH: "有资源教室", EN: "has a resource room"},
		func(r *Record) *indicators.Answer { return &r.ResourceRoom })
	VillageLinked = indicators.NewCategory(subject, "village_linked", bilingual.Text{ZH: "接通网络扶智课堂", EN: "linked for network support"},
		func(r *Record) *indicators.Answer { return &r.VillageLinked })
	SmartCampus = indicators.NewCategory(subject, "smart_campus", bilingual.Text{ZH: "建成智慧校园", EN: "smart campus built"},
		func(r *Record) *indicators.Answer { return &r.SmartCampus })
	PartyBrand = indicators.NewCategory(subject, "party_brand", bilingual.Text{ZH: "有党建品牌", EN: "Party-building brand"},
		func(r *Record) *indicators.Answer { return &r.PartyBrand })
	SafetyInspectionPassed = indicators.NewCategory(subject, "safety_inspection_passed", bilingual.Text{ZH: "安全检查合格", EN: "safety inspection passed"},
		func(r *Record) *indicators.Answer { return &r.SafetyInspectionPassed })
	VideoNetworked = indicators.NewCategory(subject, "video_networked", bilingual.Text{ZH: "视频监控已联网", EN: "video surveillance networked"},
		func(r *Record) *indicators.Answer { return &r.VideoNetworked })
	PoliceRoom = indicators.NewCategory(subject, "police_room", bilingual.Text{ZH: "设有警务室", EN: "has a police room"},
		func(r *Record) *indicators.Answer { return &r.PoliceRoom })
	SafetyTrainings = indicators.NewNumber(subject, "safety_trainings", bilingual.Text{ZH: "近一年安全教育培训", EN: "safety trainings in the last year"}, quantity.Act,
		func(r *Record) *quantity.Count { return &r.SafetyTrainings })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
