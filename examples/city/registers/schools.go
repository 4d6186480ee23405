package registers

import (
	"database/sql"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
)

// School is a row of the school table (学校表), kindergartens and teaching points
// included.
type School struct {
	County            string            // 区县代码
	Code              string            // 学校标识码
	Name              string            // 学校名称
	Kind              string            // 办学类型: 211, 312, or 九年一贯制
	Locality          string            // 城乡分类
	LargeDistrict     string            // 是否纳入大学区
	Football          string            // 足球特色学校级别: 市级, 无
	Arts              string            // 艺术特色学校级别
	LawModel          string            // 依法治校示范校级别
	CurrentAffairs    string            // 是否开设时事新闻课
	Multimedia        string            // 有无交互式多媒体设备: 有, 无
	Bandwidth         sql.Null[int]     // 接入带宽（Mbps）
	CoursesDue        sql.Null[int]     // 应开国家课程
	CoursesInFull     sql.Null[int]     // 其中开齐开足
	SportsMeets       sql.Null[int]     // 近一年运动会
	Music             string            // 音乐是否开足
	FineArt           string            // 美术是否开足
	Calligraphy       string            // 书法是否开足
	AdmissionTest     string            // 入学是否测试
	QuotaPlaces       sql.Null[int]     // 指标到校名额
	LawProvincial     string            // 是否达到依法治校省级标准
	StandardMet       string            // 是否达到办学标准
	IndicatorsReached sql.Null[int]     // 七项资源指标达到数
	IndicatorsNear    sql.Null[int]     // 达到85%以上数
	NewCurriculum     string            // 是否实施新课程
	NewTextbooks      string            // 是否使用新教材
	SafetyTextbooks   string            // 是否免费提供安全教材
	IncludedPupils    string            // 有无随班就读学生: 有, 无
	FundsSeparate     string            // 特教公用经费是否单独核定
	FundsFixed        sql.Null[float64] // 核定特教公用经费（元）
	FundsPaid         sql.Null[float64] // 到校特教公用经费（元）
	EyesightScreened  string            // 本学期是否视力筛查
	ArtTroupe         string            // 有无艺术团队
	ArtProfessionals  string            // 有无专业人才兼职
	LocalArtCourse    string            // 是否开设地方艺术课程
	ParentCommittee   string            // 有无家长委员会
	LawReviewed       string            // 示范校是否复核
	IdleRooms         string            // 闲置校舍是否办园
	HomeworkMonitored string            // 是否作业监测
	AfterClass        string            // 是否课后服务
	QualityMonitored  string            // 是否纳入质量监测
	FeaturedSenior    string            // 是否特色或综合高中
	ResourceRoom      string            // 有无资源教室
	VillageLinked     string            // 是否开通专递课堂
	SmartCampus       string            // 是否建成智慧校园
	PartyBrand        string            // 有无党建品牌
	SafetyPassed      string            // 安全检查是否通过
	VideoNetworked    string            // 视频监控是否联网
	PoliceRoom        string            // 有无警务室
	SafetyTrainings   sql.Null[int]     // 近一年安全培训
	BasicBalance      string            // 所在县（市、区）是否达到基本均衡
}

// Map fills the library's record.
func (s *School) Map(r *school.Record) {
	r.Kind, r.Locality = schoolKinds.Parse(s.Kind), localities.Parse(s.Locality)
	r.LargeDistrict = answers.Parse(s.LargeDistrict)
	r.Football, r.Arts = indicators.ParseTier(s.Football), indicators.ParseTier(s.Arts)
	r.LawModel = indicators.ParseTier(s.LawModel)
	r.CurrentAffairs, r.Multimedia = answers.Parse(s.CurrentAffairs), answers.Parse(s.Multimedia)
	r.Bandwidth = quantity.N(s.Bandwidth.V).If(s.Bandwidth.Valid)
	r.NationalCourses = quantity.N(s.CoursesDue.V).If(s.CoursesDue.Valid)
	r.NationalCoursesInFull = quantity.N(s.CoursesInFull.V).If(s.CoursesInFull.Valid)
	r.SportsMeets = quantity.N(s.SportsMeets.V).If(s.SportsMeets.Valid)
	r.MusicInFull, r.FineArtInFull = answers.Parse(s.Music), answers.Parse(s.FineArt)
	r.CalligraphyInFull = answers.Parse(s.Calligraphy)
	r.AdmissionTest = answers.Parse(s.AdmissionTest)
	r.QuotaPlaces = quantity.N(s.QuotaPlaces.V).If(s.QuotaPlaces.Valid)
	r.LawProvincialStandard, r.StandardMet = answers.Parse(s.LawProvincial), answers.Parse(s.StandardMet)
	r.IndicatorsReached = quantity.N(s.IndicatorsReached.V).If(s.IndicatorsReached.Valid)
	r.IndicatorsNear = quantity.N(s.IndicatorsNear.V).If(s.IndicatorsNear.Valid)
	r.NewCurriculum, r.NewTextbooks = answers.Parse(s.NewCurriculum), answers.Parse(s.NewTextbooks)
	r.SafetyTextbooks = answers.Parse(s.SafetyTextbooks)
	r.IncludedPupils = answers.Parse(s.IncludedPupils)
	r.SpecialFundsSeparate = answers.Parse(s.FundsSeparate)
	r.SpecialFundsFixed = quantity.YuanOf(s.FundsFixed.V).If(s.FundsFixed.Valid)
	r.SpecialFundsPaid = quantity.YuanOf(s.FundsPaid.V).If(s.FundsPaid.Valid)
	r.EyesightScreened = answers.Parse(s.EyesightScreened)
	r.ArtTroupe, r.ArtProfessionals = answers.Parse(s.ArtTroupe), answers.Parse(s.ArtProfessionals)
	r.LocalArtCourse, r.ParentCommittee = answers.Parse(s.LocalArtCourse), answers.Parse(s.ParentCommittee)
	r.LawModelReviewed = answers.Parse(s.LawReviewed)
	r.IdleRoomsKindergarten = answers.Parse(s.IdleRooms)
	r.HomeworkMonitored, r.AfterClassService = answers.Parse(s.HomeworkMonitored), answers.Parse(s.AfterClass)
	r.QualityMonitored, r.FeaturedSenior = answers.Parse(s.QualityMonitored), answers.Parse(s.FeaturedSenior)
	r.ResourceRoom, r.VillageLinked = answers.Parse(s.ResourceRoom), answers.Parse(s.VillageLinked)
	r.SmartCampus, r.PartyBrand = answers.Parse(s.SmartCampus), answers.Parse(s.PartyBrand)
	r.SafetyInspectionPassed = answers.Parse(s.SafetyPassed)
	r.VideoNetworked, r.PoliceRoom = answers.Parse(s.VideoNetworked), answers.Parse(s.PoliceRoom)
	r.CountyBasicBalance = answers.Parse(s.BasicBalance)
	r.SafetyTrainings = quantity.N(s.SafetyTrainings.V).If(s.SafetyTrainings.Valid)
}
