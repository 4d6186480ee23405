package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// SchoolKind is the kind of a school (学校办学类型). Classes attached to a school of another
// kind (附设班) are no school, and a vocational junior high school is none of the kinds
// here. Its codes have a table of their own: [SchoolKindCodes].
type SchoolKind uint8

// The values of SchoolKind; zero is unknown.
const (
	KindergartenSchool      SchoolKind = iota + 1 // 幼儿园
	TeachingPoint                                 // 教学点
	PrimarySchool                                 // 小学
	JuniorHighSchool                              // 初级中学
	NineYearSchool                                // 九年一贯制学校
	CompleteSecondarySchool                       // 完全中学
	SeniorHighSchool                              // 高级中学
	TwelveYearSchool                              // 十二年一贯制学校
	VocationalSchool                              // 中等职业学校
	VocationalCollegeSchool                       // 高等职业学校
	SpecialSchool                                 // 特殊教育学校
)

var schoolKinds = NewVocabulary(bilingual.Text{ZH: "办学类型", EN: "kind of school"},
	Entry{Key: "kindergarten", Name: bilingual.Text{ZH: "幼儿园", EN: "kindergarten"}, Also: []string{"中心幼儿园"}},
	Entry{Key: "teaching-point", Name: bilingual.Text{ZH: "教学点", EN: "teaching point"}, Also: []string{"小学教学点"}},
	Entry{Key: "primary-school", Name: bilingual.Text{ZH: "小学", EN: "primary school"}, Also: []string{"完全小学", "完小", "村小", "村小学", "中心小学", "普通小学"}},
	Entry{Key: "junior-high-school", Name: bilingual.Text{ZH: "初级中学", EN: "junior high school"}, Also: []string{"初中", "独立初中", "普通初中"}},
	Entry{Key: "nine-year-school", Name: bilingual.Text{ZH: "九年一贯制学校", EN: "nine-year school"}, Also: []string{"九年一贯制", "九年制学校", "九年制"}},
	Entry{Key: "complete-secondary-school", Name: bilingual.Text{ZH: "完全中学", EN: "complete secondary school"}, Also: []string{"完中"}},
	Entry{Key: "senior-high-school", Name: bilingual.Text{ZH: "高级中学", EN: "senior high school"}, Also: []string{"普通高中", "高中", "独立高中", "普高"}},
	Entry{Key: "twelve-year-school", Name: bilingual.Text{ZH: "十二年一贯制学校", EN: "twelve-year school"}, Also: []string{"十二年一贯制", "十二年制学校"}},
	Entry{Key: "vocational-school", Name: bilingual.Text{ZH: "中等职业学校", EN: "secondary vocational school"}, Also: []string{"中职", "中职学校", "调整后中等职业学校", "中等技术学校", "中等师范学校", "成人中等专业学校", "中等专业学校",
		"职业高中", "职业高中学校", "职高", "职中", "职专", "中专", "中专学校", "职业中专", "成人中专", "普通中专", "中师", "技工学校", "技校", "职教中心", "职业教育中心"}},
	Entry{Key: "vocational-college", Name: bilingual.Text{ZH: "高等职业学校", EN: "vocational college"}, Also: []string{"高职", "高职院校", "高职高专", "职业学院", "职业技术学院", "高等专科学校", "高专", "专科院校"}},
	Entry{Key: "special-school", Name: bilingual.Text{ZH: "特殊教育学校", EN: "special school"}, Also: []string{"特殊教育", "特殊学校", "特教学校", "特校", "盲人学校", "盲校", "聋人学校", "聋校", "聋哑学校", "盲聋哑学校", "盲聋学校",
		"培智学校", "弱智学校", "启智学校", "辅读学校", "其他特殊教育学校", "其他特教学校"}},
).worded(schoolKindWording)

// Who runs a school, for whom and where says nothing of its kind. Classes attached to a
// school of another kind (附设小学班) are no school and are not read.
var schoolKindWording = wording{
	whole: []phrase{
		{otherTerm, []string{"职业初中", "成人小学", "职工小学", "农民小学", "成人初中", "成人职工初中", "成人农民初中", "成人中学", "成人高中", "成人职工高中", "成人农民高中",
			"工读学校", "专门学校", "大学", "本科院校", "独立学院", "职工高校", "农民高校", "成人高校", "管理干部学院", "教育学院", "独立函授学院", "广播电视大学", "开放大学",
			"教学支撑单位", "教师进修学校", "教师进修学院", "教研室", "教研机构", "电教馆", "少年宫", "青少年宫", "校外教育机构", "培训机构", "校外培训机构", "职工技术培训学校", "农村成人文化技术培训学校",
			"成人文化技术学校", "老年大学", "托育机构", "托儿所", "早教机构"}},
		{terms(JuniorHighSchool, CompleteSecondarySchool, SeniorHighSchool), []string{"中学", "普通中学"}},
		{terms(NineYearSchool, TwelveYearSchool), []string{"一贯制学校", "一贯制"}},
		{terms(VocationalSchool, VocationalCollegeSchool), []string{"职业学校", "职业院校"}},
		{terms(VocationalSchool) | otherTerm, []string{"职业中学"}},
		{terms(VocationalCollegeSchool) | otherTerm, []string{"学院", "高校", "高等学校", "高等院校"}},
		{terms(KindergartenSchool) | otherTerm, []string{"幼儿班", "学前班"}},
	},
	before: []phrase{
		{anyTerm, []string{"民办", "公办", "私立", "公立", "国办", "企业办", "部队办", "集体办", "教育部门办", "普惠性民办", "普惠性", "普惠", "非普惠性", "省属", "市属", "县属", "区属", "直属", "市直", "区直", "县直",
			"独立设置的少数民族", "独立设置的", "少数民族", "民族", "朝鲜族", "满族", "蒙古族", "回族", "农村", "城市", "城镇", "乡镇", "县", "市", "区", "乡", "镇", "村", "乡村", "寄宿制", "全日制"}},
	},
	notes: []phrase{{anyTerm, []string{"非普惠", "营利性", "非营利性", "教育部门", "寄宿", "指对两类以上残疾人进行教育的学校"}}},
}

// ParseSchoolKind reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseSchoolKind(text string) SchoolKind { return SchoolKind(schoolKinds.parse(text)) }

// Vocabulary returns the closed list.
func (SchoolKind) Vocabulary() *Vocabulary { return schoolKinds }

// String returns the key; unknown is "".
func (s SchoolKind) String() string { return schoolKinds.Key(uint8(s)) }

// In returns the value in words.
func (s SchoolKind) In(l bilingual.Language) string { return schoolKinds.in(uint8(s), l) }

// MarshalText writes the key.
func (s SchoolKind) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what ParseSchoolKind reads, but refuses a text outside the list.
func (s *SchoolKind) UnmarshalText(text []byte) error { return unmarshalWord(s, string(text)) }
