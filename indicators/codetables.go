package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// TruthCodes are the 1 and 0 of a column that holds truth values. Whether a column does
// is for the caller to know: a form may number its answers from 是 as 0.
var TruthCodes = Codes[Answer]{
	name:   bilingual.Text{ZH: "是否代码", EN: "codes of yes and no"},
	source: bilingual.Text{ZH: "数据库和程序的惯例", EN: "a convention of databases and programs"},
	rows:   []CodeRow[Answer]{codeFor("1", "真", Yes), codeFor("0", "假", No)},
}

// DisabilityGradeCodes are the grades of GB/T 26341-2010 (残疾人残疾分类和分级), of which the
// first is the gravest. The kinds of disability have numbers too, in another table.
var DisabilityGradeCodes = Codes[Disability]{
	name:   bilingual.Text{ZH: "残疾等级", EN: "grades of disability"},
	source: bilingual.Text{ZH: "GB/T 26341-2010 残疾人残疾分类和分级", EN: "GB/T 26341-2010, Classification and grading criteria of disability"},
	rows: []CodeRow[Disability]{
		codeFor("1", "一级，极重度", ProfoundDisability), codeFor("2", "二级，重度", SevereDisability),
		codeFor("3", "三级，中度", ModerateDisability), codeFor("4", "四级，轻度", MildDisability),
	},
}

// LocalityCodes are those of GB/T 33782-2017, table 5, which follow the division of the
// national statistics (统计上划分城乡的规定, 国函〔2008〕60号), with its groups; 100 is the group
// of districts and towns together and stands for no term.
var LocalityCodes = Codes[Locality]{
	name:   bilingual.Text{ZH: "所在地城乡类型代码", EN: "codes of locality"},
	source: bilingual.Text{ZH: "GB/T 33782-2017 表5", EN: "GB/T 33782-2017, table 5"},
	rows: []CodeRow[Locality]{
		noTerm[Locality]("100", "城镇"), codeFor("11", "城区", Urban), codeFor("110", "城区", Urban), codeFor("111", "主城区", Urban), codeFor("112", "城乡结合区", Urban),
		codeFor("12", "镇区", Town), codeFor("120", "镇区", Town), codeFor("121", "镇中心区", Town), codeFor("122", "镇乡结合区", Town), codeFor("123", "特殊区域", Town),
		codeFor("2", "乡村", Rural), codeFor("200", "乡村", Rural), codeFor("210", "乡中心区", Rural), codeFor("220", "村庄", Rural),
	},
}

// AttainmentCodes2006 are those of GB/T 4658-2006 (学历代码), in force since 1 March 2007. A code
// stands for a level where it says which was completed: those of a stage as a whole (20),
// of 结业 and 肄业, of graduate classes (17), which are a reading, and of 普通班 (28) do not.
// 90, the rest, is [OtherWord]. The same digits mean other things in [AttainmentCodes1984].
var AttainmentCodes2006 = Codes[Education]{
	name:   bilingual.Text{ZH: "学历代码（2006）", EN: "codes of attainment (2006)"},
	source: bilingual.Text{ZH: "GB/T 4658-2006 学历代码", EN: "GB/T 4658-2006, Codes for record of formal schooling"},
	rows: []CodeRow[Education]{
		noTerm[Education]("10", "研究生教育"), codeFor("11", "博士研究生毕业", Doctor), noTerm[Education]("12", "博士研究生结业"), noTerm[Education]("13", "博士研究生肄业"),
		codeFor("14", "硕士研究生毕业", Master), noTerm[Education]("15", "硕士研究生结业"), noTerm[Education]("16", "硕士研究生肄业"),
		noTerm[Education]("17", "研究生班毕业"), noTerm[Education]("18", "研究生班结业"), noTerm[Education]("19", "研究生班肄业"),
		noTerm[Education]("20", "大学本科教育"), codeFor("21", "大学本科毕业", Bachelor), noTerm[Education]("22", "大学本科结业"), noTerm[Education]("23", "大学本科肄业"), noTerm[Education]("28", "大学普通班毕业"),
		noTerm[Education]("30", "大学专科教育"), codeFor("31", "大学专科毕业", College), noTerm[Education]("32", "大学专科结业"), noTerm[Education]("33", "大学专科肄业"),
		noTerm[Education]("40", "中等职业教育"), codeFor("41", "中等专科毕业", SeniorHighEducation), noTerm[Education]("42", "中等专科结业"), noTerm[Education]("43", "中等专科肄业"),
		codeFor("44", "职业高中毕业", SeniorHighEducation), noTerm[Education]("45", "职业高中结业"), noTerm[Education]("46", "职业高中肄业"),
		codeFor("47", "技工学校毕业", SeniorHighEducation), noTerm[Education]("48", "技工学校结业"), noTerm[Education]("49", "技工学校肄业"),
		noTerm[Education]("60", "普通高级中学教育"), codeFor("61", "普通高中毕业", SeniorHighEducation), noTerm[Education]("62", "普通高中结业"), noTerm[Education]("63", "普通高中肄业"),
		noTerm[Education]("70", "初级中学教育"), codeFor("71", "初中毕业", JuniorHighEducation), noTerm[Education]("73", "初中肄业"),
		noTerm[Education]("80", "小学教育"), codeFor("81", "小学毕业", PrimaryEducation), noTerm[Education]("83", "小学肄业"),
		codeFor[Education]("90", "其他", OtherWord),
	},
}

// AttainmentCodes1984 are those of GB 4658-1984 (文化程度代码), replaced in 2007. A code that
// ends in 8 is of equal ability, one in 9 of who left early, one in 0 of a whole stage:
// none says that the level was completed.
var AttainmentCodes1984 = Codes[Education]{
	name:   bilingual.Text{ZH: "文化程度代码（1984）", EN: "codes of attainment (1984)"},
	source: bilingual.Text{ZH: "GB 4658-1984 文化程度代码", EN: "GB 4658-1984, Codes for levels of education"},
	rows: []CodeRow[Education]{
		noTerm[Education]("10", "研究生"), codeFor("11", "研究生毕业", Master), noTerm[Education]("19", "研究生肄业"),
		noTerm[Education]("20", "大学本科"), codeFor("21", "大学毕业", Bachelor), noTerm[Education]("28", "相当大学毕业"), noTerm[Education]("29", "大学肄业"),
		noTerm[Education]("30", "大学专科和专科学校"), codeFor("31", "专科毕业", College), noTerm[Education]("38", "相当专科毕业"), noTerm[Education]("39", "专科肄业"),
		noTerm[Education]("40", "中等专业学校或中等技术学校"), codeFor("41", "中专毕业", SeniorHighEducation), codeFor("42", "中技毕业", SeniorHighEducation),
		noTerm[Education]("48", "相当中专或中技毕业"), noTerm[Education]("49", "中专或中技肄业"),
		noTerm[Education]("50", "技工学校"), codeFor("51", "技工学校毕业", SeniorHighEducation), noTerm[Education]("59", "技工学校肄业"),
		noTerm[Education]("60", "高中"), codeFor("61", "高中毕业", SeniorHighEducation), codeFor("62", "职业高中毕业", SeniorHighEducation), codeFor("63", "农业高中毕业", SeniorHighEducation),
		noTerm[Education]("68", "相当高中毕业"), noTerm[Education]("69", "高中肄业"),
		noTerm[Education]("70", "初中"), codeFor("71", "初中毕业", JuniorHighEducation), codeFor("72", "职业初中毕业", JuniorHighEducation), codeFor("73", "农业初中毕业", JuniorHighEducation),
		noTerm[Education]("78", "相当初中毕业"), noTerm[Education]("79", "初中肄业"),
		noTerm[Education]("80", "小学"), codeFor("81", "小学毕业", PrimaryEducation), noTerm[Education]("88", "相当小学毕业"), noTerm[Education]("89", "小学肄业"),
		codeFor("90", "文盲或半文盲", NoSchooling),
	},
}

// SchoolKindCodes are those of GB/T 33782-2017, table 4 (办学类型代码), with the codes of an older
// edition for schools of an ethnic minority, which are kinds like any other. Classes that
// are attached to a school of another kind (119, 219, 319, 349 …) are no school.
var SchoolKindCodes = Codes[SchoolKind]{
	name:   bilingual.Text{ZH: "办学类型代码", EN: "codes of kinds of schools"},
	source: bilingual.Text{ZH: "GB/T 33782-2017 表4", EN: "GB/T 33782-2017, table 4"},
	rows: []CodeRow[SchoolKind]{
		codeFor("111", "幼儿园", KindergartenSchool), codeFor("112", "独立设置的少数民族幼儿园", KindergartenSchool), noTerm[SchoolKind]("119", "附设幼儿班"),
		codeFor("211", "小学", PrimarySchool), codeFor("212", "独立设置的少数民族小学", PrimarySchool), noTerm[SchoolKind]("213", "一贯制学校小学部"),
		codeFor("218", "小学教学点", TeachingPoint), noTerm[SchoolKind]("219", "附设小学班"),
		codeFor[SchoolKind]("221", "职工小学", OtherWord), codeFor[SchoolKind]("222", "农民小学", OtherWord), noTerm[SchoolKind]("228", "小学班"), noTerm[SchoolKind]("229", "扫盲班"),
		codeFor("311", "初级中学", JuniorHighSchool), codeFor("312", "九年一贯制学校", NineYearSchool), codeFor("313", "独立设置的少数民族初级中学", JuniorHighSchool),
		codeFor("314", "独立设置的少数民族九年一贯制学校", NineYearSchool), noTerm[SchoolKind]("319", "附设普通初中班"),
		codeFor[SchoolKind]("321", "职业初中", OtherWord), codeFor[SchoolKind]("322", "独立设置的少数民族职业初中", OtherWord), noTerm[SchoolKind]("328", "普通中学附设职教班"), noTerm[SchoolKind]("329", "附设职业初中班"),
		codeFor[SchoolKind]("331", "成人职工初中", OtherWord), codeFor[SchoolKind]("332", "成人农民初中", OtherWord),
		codeFor("341", "完全中学", CompleteSecondarySchool), codeFor("342", "高级中学", SeniorHighSchool), codeFor("343", "独立设置的少数民族完全中学", CompleteSecondarySchool),
		codeFor("344", "独立设置的少数民族高级中学", SeniorHighSchool), codeFor("345", "十二年一贯制学校", TwelveYearSchool), noTerm[SchoolKind]("349", "附设普通高中班"),
		codeFor[SchoolKind]("351", "成人职工高中", OtherWord), codeFor[SchoolKind]("352", "成人农民高中", OtherWord),
		codeFor("361", "调整后中等职业学校", VocationalSchool), codeFor("362", "中等技术学校", VocationalSchool), codeFor("363", "中等师范学校", VocationalSchool),
		codeFor("364", "成人中等专业学校", VocationalSchool), codeFor("365", "职业高中学校", VocationalSchool), codeFor("366", "技工学校", VocationalSchool),
		noTerm[SchoolKind]("368", "附设中职班"), codeFor[SchoolKind]("369", "其他中职机构", OtherWord), codeFor[SchoolKind]("371", "工读学校", OtherWord),
		codeFor[SchoolKind]("411", "大学", OtherWord), codeFor[SchoolKind]("412", "学院", OtherWord), codeFor[SchoolKind]("413", "独立学院", OtherWord),
		codeFor("414", "高等专科学校", VocationalCollegeSchool), codeFor("415", "高等职业学校", VocationalCollegeSchool), codeFor[SchoolKind]("419", "其他普通高等教育机构", OtherWord),
		codeFor[SchoolKind]("421", "职工高校", OtherWord), codeFor[SchoolKind]("422", "农民高校", OtherWord), codeFor[SchoolKind]("423", "管理干部学院", OtherWord), codeFor[SchoolKind]("424", "教育学院", OtherWord),
		codeFor[SchoolKind]("425", "独立函授学院", OtherWord), codeFor[SchoolKind]("426", "广播电视大学", OtherWord), codeFor[SchoolKind]("429", "其他成人高等教育机构", OtherWord),
		codeFor("511", "盲人学校", SpecialSchool), codeFor("512", "聋人学校", SpecialSchool), codeFor("513", "培智学校", SpecialSchool), codeFor("514", "其他特殊教育学校", SpecialSchool),
		noTerm[SchoolKind]("518", "小学附设特教班"), noTerm[SchoolKind]("519", "附设特教班"),
		codeFor[SchoolKind]("911", "培养研究生的科研机构", OtherWord), codeFor[SchoolKind]("921", "民办的其他高等教育机构", OtherWord), codeFor[SchoolKind]("931", "职工技术培训学校", OtherWord),
		codeFor[SchoolKind]("932", "农村成人文化技术培训学校", OtherWord), codeFor[SchoolKind]("933", "其他培训机构", OtherWord),
	},
}
