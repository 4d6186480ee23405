package mappings

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
)

var answers = indicators.ParserOf[indicators.Answer]().Codes(indicators.TruthCodes)

// named is a field under other names.
func named[R indicators.Record[R]](f *indicators.Field[R], names ...string) rows.Column[R] {
	return rows.Column[R]{Field: f, Names: names}
}

// yes is a field of yes or no under other names, also written 1 and 0.
func yes[R indicators.Record[R]](f indicators.Category[R, indicators.Answer], names ...string) rows.Column[R] {
	return rows.Words(f, answers, names...)
}

// leaves is a column that says who is no member.
func leaves[R indicators.Record[R]](texts []string, names ...string) rows.Column[R] {
	return rows.Column[R]{Names: names, Skips: func(text string) bool { return slices.Contains(texts, text) }}
}

// Teachers is the table of teachers (教师名册, 教职工表). Its key is the number of a member
// of staff. Who is no teacher (行政人员, 教辅人员, 工勤人员), or none any more (退休, 调出),
// is left out by 教职工类别 and 在岗状态.
func Teachers() rows.Table[teacher.Record] {
	return rows.For(
		named(teacher.Stage.Field, "学段", "任教学段", "RKXD"),
		yes(teacher.FullTime, "专任教师", "是否专任教师"),
		yes(teacher.Specialist, "是否专业课教师"),
		rows.Words(teacher.Education, indicators.ParserOf[indicators.Education]().Codes(indicators.AttainmentCodes2006), "XLM", "学历", "最高学历", "学历代码"),
		named(teacher.Backbone.Field, "骨干教师级别", "骨干教师", "GGJSLX"),
		named(teacher.SpecialityLeader.Field, "专业带头人级别", "专业带头人"),
		yes(teacher.DualQualified, "SFSSXJS", "是否双师型", "双师型教师", "是否双师型教师"),
		yes(teacher.RealNameSpace, "是否开通实名空间", "是否开通网络学习空间", "实名空间"),
		yes(teacher.CurrentRoundTrained, "是否完成新一轮全员培训"),
		named(teacher.TrainingHours.Field, "培训学时", "本周期培训学时", "继续教育学时"),
		named(teacher.DigitalHours.Field, "信息技术培训学时", "信息技术应用能力培训学时"),
		named(teacher.PracticeHours.Field, "信息技术实践应用学时", "实践应用学时"),
		yes(teacher.HardPost, "是否农村或艰苦边远岗位", "是否乡村教师"),
		named(teacher.RuralYears.Field, "上述岗位任教年限", "乡村任教年限"),
		named(teacher.RuralAllowance.Field, "实发津贴（元/月）", "实发津贴"),
		named(teacher.RuralAllowanceDue.Field, "应发津贴（元/月）", "应发津贴"),
		yes(teacher.ProvinceQualified, "是否符合省级骨干、名师条件"),
		yes(teacher.ProvinceRecommended, "是否已推荐"),
		named(teacher.EnterpriseMonths.Field, "五年内企业实践月数", "企业实践时间（月）"),
		yes(teacher.VocationalCertificate, "有无职业资格或技能证书", "职业资格证书"),
		named(teacher.Age.Field, "年龄", "周岁"),
		yes(teacher.Upgrading, "是否在读高一层次学历"),
		yes(teacher.EthnicSchool, "是否民族学校"),
		yes(teacher.EthicsAssessed, "是否参加年度师德考核"),
		yes(teacher.NewlyAppointed, "是否规划期内新聘"),
		yes(teacher.RuralServiceArranged, "是否已安排农村服务期"),
		named(teacher.TrainingTier.Field, "参加培训最高级别", "培训级别"),
		yes(teacher.MasterDegree, "是否有硕士以上学位"),
		named(teacher.AppointedYear.Field, "入职年份", "任教起始年"),
		named(teacher.ServiceYears.Field, "任教年限", "教龄"),
		leaves[teacher.Record]([]string{"行政人员", "教辅人员", "工勤人员"}, "教职工类别", "JZGLBM"),
		leaves[teacher.Record]([]string{"退休", "离休", "死亡", "调出", "辞职", "离职"}, "在岗状态", "当前状态", "DQZTM"),
		rows.Ignored[teacher.Record]("姓名", "XM", "性别", "XBM", "民族", "MZM", "出生日期", "CSRQ", "身份证号", "身份证件号", "SFZJH", "所属学校", "学校名称", "XXMC", "任教学科", "职称", "备注"),
	).Key("教职工号", "教工号", "工号", "教师编号", "JZGH", "teacher_no")
}

// Pupils is the table of pupils (学籍表). Its key is the number of a pupil (学籍号).
func Pupils() rows.Table[pupil.Record] {
	return rows.For(
		named(pupil.Stage.Field, "学段", "就读学段", "XDM"),
		yes(pupil.FinalGrade, "是否毕业年级"),
		named(pupil.Fitness.Field, "体质健康等级", "体测等级", "体质健康标准等级"),
		yes(pupil.PEExempt, "是否免予体育"),
		yes(pupil.Certificate, "是否发放毕业证书", "毕业证书"),
		yes(pupil.RealNameSpace, "是否开通实名空间", "是否开通网络学习空间"),
		named(pupil.SportsSkills.Field, "掌握体育技能数", "运动技能数"),
		named(pupil.ArtSkills.Field, "掌握艺术技能数", "艺术特长数"),
		yes(pupil.InDifficulty, "是否家庭经济困难", "家庭经济困难"),
		yes(pupil.Disabled, "是否残疾", "是否残疾学生"),
		yes(pupil.Aided, "是否受资助", "是否资助"),
		named(pupil.SleepHours.Field, "睡眠时间", "睡眠时间（小时）"),
		yes(pupil.InDistrict, "是否划片入学"),
		yes(pupil.FeeExempt, "是否免学杂费"),
		yes(pupil.FreeTextbooks, "是否免费教科书"),
		yes(pupil.LivingSubsidy, "是否享受生活补助"),
		yes(pupil.LivingSubsidyDue, "是否应享受生活补助"),
		leaves[pupil.Record]([]string{"毕业", "退学", "转出", "死亡", "休学"}, "学籍状态", "XSDQZTM"),
		rows.Ignored[pupil.Record]("姓名", "XM", "性别", "XBM", "民族", "MZM", "出生日期", "CSRQ", "身份证号", "身份证件号", "SFZJH", "班级", "年级", "学校名称", "XXMC", "监护人", "联系电话", "备注"),
	).Key("学籍号", "全国学籍号", "XJH", "学号", "pupil_no")
}

// Schools is the table of schools (学校表). Its key is the school's code (学校标识码).
func Schools() rows.Table[school.Record] {
	return rows.For(
		rows.Words(school.Kind, indicators.ParserOf[indicators.SchoolKind]().Codes(indicators.SchoolKindCodes), "XXBXLXM", "办学类型", "学校办学类型", "学校类型"),
		rows.Words(school.Locality, indicators.ParserOf[indicators.Locality]().Codes(indicators.LocalityCodes), "SZDCXLXM", "城乡分类", "城乡类型", "所在地城乡类型"),
		named(school.Football.Field, "足球特色学校级别", "足球特色学校"),
		named(school.Arts.Field, "艺术特色学校级别", "艺术特色学校"),
		named(school.LawModel.Field, "依法治校示范校级别", "依法治校示范校"),
		yes(school.CurrentAffairs, "是否开设时事新闻课"),
		yes(school.Multimedia, "有无交互式多媒体设备"),
		named(school.Bandwidth.Field, "接入带宽（Mbps）", "接入带宽", "网络带宽"),
		named(school.SportsMeets.Field, "近一年运动会", "运动会次数"),
		yes(school.MusicInFull, "音乐是否开足"),
		yes(school.FineArtInFull, "美术是否开足"),
		yes(school.CalligraphyInFull, "书法是否开足"),
		yes(school.AdmissionTest, "入学是否测试"),
		named(school.QuotaPlaces.Field, "指标到校名额"),
		yes(school.StandardMet, "是否达到办学标准"),
		yes(school.AfterClassService, "是否课后服务", "是否开展课后服务"),
		yes(school.ResourceRoom, "有无资源教室", "资源教室"),
		yes(school.SmartCampus, "是否建成智慧校园", "智慧校园"),
		yes(school.VideoNetworked, "视频监控是否联网"),
		yes(school.PoliceRoom, "有无警务室", "校园警务室"),
		leaves[school.Record]([]string{"撤销", "合并", "停办"}, "学校状态", "办学状态"),
		rows.Ignored[school.Record]("学校名称", "XXMC", "XZQHM", "行政区划", "区县代码", "区县", "举办者", "XXBBM", "地址", "校长", "联系电话", "备注"),
	).Key("学校标识码", "XXDM", "学校代码", "school_code")
}
