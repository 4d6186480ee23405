package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Stage is the stage of education (学段) that a person, class or figure belongs to. SeniorHigh is
// the general senior high school (普通高中); SeniorSecondary is the whole stage (高中阶段),
// vocational and adult schools included, as enrolment ratios count it.
type Stage uint8

// The values of Stage; zero is unknown.
const (
	Preschool         Stage = iota + 1 // 学前教育
	Primary                            // 小学
	JuniorHigh                         // 初中
	SeniorHigh                         // 普通高中
	Vocational                         // 中等职业教育
	VocationalCollege                  // 高等职业教育
	Special                            // 特殊教育
	SeniorSecondary                    // 高中阶段
)

var stages = NewVocabulary(bilingual.Text{ZH: "学段", EN: "stage of education"},
	Entry{Key: "preschool", Name: bilingual.Text{ZH: "学前教育", EN: "preschool"}, Also: []string{"幼儿园", "学前", "幼儿", "幼教", "幼儿教育"}},
	Entry{Key: "primary", Name: bilingual.Text{ZH: "小学", EN: "primary"}, Also: []string{"普通小学", "小学教学点"}},
	Entry{Key: "junior-high", Name: bilingual.Text{ZH: "初中", EN: "junior high"}, Also: []string{"初级中学", "普通初中"}},
	Entry{Key: "senior-high", Name: bilingual.Text{ZH: "普通高中", EN: "senior high"}, Also: []string{"高中", "高级中学", "普高"}},
	Entry{Key: "vocational", Name: bilingual.Text{ZH: "中等职业教育", EN: "secondary vocational"}, Also: []string{"中职", "中等职业", "中等职业学校", "职业高中", "中专", "技工学校", "职高", "技校", "职中", "职专",
		"职业中专", "职教中心", "中等专业学校", "普通中专", "成人中专", "中等技术学校"}},
	Entry{Key: "vocational-college", Name: bilingual.Text{ZH: "高等职业教育", EN: "vocational college"}, Also: []string{"高职", "高职院校", "高职高专", "高等职业学校"}},
	Entry{Key: "special", Name: bilingual.Text{ZH: "特殊教育", EN: "special education"}, Also: []string{"特教", "特殊教育学校", "特殊学校", "特教学校"}},
	Entry{Key: "senior-secondary", Name: bilingual.Text{ZH: "高中阶段", EN: "senior secondary"}, Also: []string{"高中阶段教育"}},
).worded(wording{
	whole: []phrase{
		{otherTerm, []string{"职业初中", "成人中学", "成人小学", "成人初中", "成人高中", "本科", "本科教育", "大学本科", "研究生教育", "成人高等教育", "成人教育", "社会教育", "继续教育",
			"工读学校", "工读教育", "专门教育", "教学支撑单位", "教研机构", "教师培训机构", "校外教育", "非教学", "不任教", "未任教"}},
		{terms(Primary, JuniorHigh), []string{"义务教育", "义务教育阶段", "九年义务教育", "九年一贯制", "九年一贯制学校"}},
		{terms(JuniorHigh, SeniorHigh), []string{"中学", "普通中学", "完全中学", "完中"}},
		{terms(Primary, JuniorHigh, SeniorHigh), []string{"中小学", "十二年一贯制", "十二年一贯制学校", "基础教育"}},
		{terms(JuniorHigh, SeniorHigh, Vocational, SeniorSecondary), []string{"中等教育"}},
		{terms(Vocational, VocationalCollege), []string{"职业教育", "职业院校", "职业学校"}},
		{terms(VocationalCollege) | otherTerm, []string{"高等教育", "大学", "大专", "专科", "高校", "高等学校"}},
		{terms(Vocational) | otherTerm, []string{"职业中学"}},
		{terms(SeniorHigh, SeniorSecondary), []string{"高中段", "高中学段", "高中教育"}},
	},
	after: []phrase{
		{terms(Primary, JuniorHigh, SeniorHigh), []string{"阶段", "学段", "教育", "段", "部", "教师"}},
		{terms(Preschool, Vocational, VocationalCollege, Special), []string{"阶段", "学段", "教师"}},
	},
})

// ParseStage reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseStage(text string) Stage { return Stage(stages.parse(text)) }

// Vocabulary returns the closed list.
func (Stage) Vocabulary() *Vocabulary { return stages }

// String returns the key; unknown is "".
func (s Stage) String() string { return stages.Key(uint8(s)) }

// In returns the value in words.
func (s Stage) In(l bilingual.Language) string { return stages.in(uint8(s), l) }

// MarshalText writes the key.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what ParseStage reads, but refuses a text outside the list.
func (s *Stage) UnmarshalText(text []byte) error { return unmarshalWord(s, string(text)) }
