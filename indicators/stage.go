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
	Entry{Key: "preschool", Name: bilingual.Text{ZH: "学前教育", EN: "preschool"}, Also: []string{"幼儿园", "学前"}},
	Entry{Key: "primary", Name: bilingual.Text{ZH: "小学", EN: "primary"}, Also: []string{"小学阶段"}},
	Entry{Key: "junior-high", Name: bilingual.Text{ZH: "初中", EN: "junior high"}, Also: []string{"初级中学", "普通初中"}},
	Entry{Key: "senior-high", Name: bilingual.Text{ZH: "普通高中", EN: "senior high"}, Also: []string{"高中", "高级中学", "普高"}},
	Entry{Key: "vocational", Name: bilingual.Text{ZH: "中等职业教育", EN: "secondary vocational"}, Also: []string{"中职", "中等职业学校", "职业高中", "中专", "技工学校", "职高", "技校", "普通中专"}},
	Entry{Key: "vocational-college", Name: bilingual.Text{ZH: "高等职业教育", EN: "vocational college"}, Also: []string{"高职", "高职院校"}},
	Entry{Key: "special", Name: bilingual.Text{ZH: "特殊教育", EN: "special education"}, Also: []string{"特教", "特殊教育学校"}},
	Entry{Key: "senior-secondary", Name: bilingual.Text{ZH: "高中阶段", EN: "senior secondary"}, Also: []string{"高中阶段教育"}},
)

// ParseStage reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseStage(text string) Stage { return Stage(stages.parse(text)) }

// Vocabulary returns the closed list.
func (Stage) Vocabulary() *Vocabulary { return stages }

// String returns the key; unknown is "".
func (s Stage) String() string { return stages.key(uint8(s)) }

// In returns the value in words.
func (s Stage) In(l bilingual.Language) string { return stages.in(uint8(s), l) }

// MarshalText writes the key.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what ParseStage reads, but refuses a text outside the list.
func (s *Stage) UnmarshalText(text []byte) error { return unmarshalWord(s, string(text)) }
