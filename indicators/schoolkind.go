package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// SchoolKind is the kind of a school (学校办学类型). Codes are those of GB/T 33782;
// classes attached to a school of another kind (附设班: 119, 219, 319, 349) are no
// school, and a vocational junior high school (321) is none of the kinds here.
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
	Entry{Key: "kindergarten", Name: bilingual.Text{ZH: "幼儿园", EN: "kindergarten"}, Also: []string{"111", "公办幼儿园", "民办幼儿园"}},
	Entry{Key: "teaching-point", Name: bilingual.Text{ZH: "教学点", EN: "teaching point"}, Also: []string{"小学教学点", "218"}},
	Entry{Key: "primary-school", Name: bilingual.Text{ZH: "小学", EN: "primary school"}, Also: []string{"211", "完全小学", "村小", "中心小学"}},
	Entry{Key: "junior-high-school", Name: bilingual.Text{ZH: "初级中学", EN: "junior high school"}, Also: []string{"初中", "311", "独立初中"}},
	Entry{Key: "nine-year-school", Name: bilingual.Text{ZH: "九年一贯制学校", EN: "nine-year school"}, Also: []string{"九年一贯制", "312"}},
	Entry{Key: "complete-secondary-school", Name: bilingual.Text{ZH: "完全中学", EN: "complete secondary school"}, Also: []string{"341", "完中"}},
	Entry{Key: "senior-high-school", Name: bilingual.Text{ZH: "高级中学", EN: "senior high school"}, Also: []string{"普通高中", "高中", "342", "独立高中"}},
	Entry{Key: "twelve-year-school", Name: bilingual.Text{ZH: "十二年一贯制学校", EN: "twelve-year school"}, Also: []string{"十二年一贯制", "345"}},
	Entry{Key: "vocational-school", Name: bilingual.Text{ZH: "中等职业学校", EN: "secondary vocational school"}, Also: []string{"中职", "调整后中等职业学校", "中等技术学校", "中等师范学校", "成人中等专业学校",
		"职业高中", "职业高中学校", "技工学校", "361", "362", "363", "364", "365", "366", "职教中心"}},
	Entry{Key: "vocational-college", Name: bilingual.Text{ZH: "高等职业学校", EN: "vocational college"}, Also: []string{"高职", "职业学院"}},
	Entry{Key: "special-school", Name: bilingual.Text{ZH: "特殊教育学校", EN: "special school"}, Also: []string{"特教学校", "盲人学校", "聋人学校", "培智学校", "511", "512", "513", "514", "特殊教育"}},
)

// ParseSchoolKind reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseSchoolKind(text string) SchoolKind { return SchoolKind(schoolKinds.parse(text)) }

// Vocabulary returns the closed list.
func (SchoolKind) Vocabulary() *Vocabulary { return schoolKinds }

// String returns the key; unknown is "".
func (s SchoolKind) String() string { return schoolKinds.key(uint8(s)) }

// In returns the value in words.
func (s SchoolKind) In(l bilingual.Language) string { return schoolKinds.in(uint8(s), l) }

// MarshalText writes the key.
func (s SchoolKind) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what ParseSchoolKind reads, but refuses a text outside the list.
func (s *SchoolKind) UnmarshalText(text []byte) error { return unmarshalWord(s, string(text)) }
