package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Education is the highest completed level of education (学历). A level left
// without completing it (结业, 肄业) does not count, nor does a degree without graduation.
// The levels are ordered.
//
// Codes are those of GB/T 4658-2006 for completed levels, such as 21. Codes that
// do not say which level was completed are not in the list: those of a whole
// stage (20), of graduate classes (17), of 普通班 (28) and of the rest (90).
type Education uint8

// The values of Education; zero is unknown.
const (
	NoSchooling         Education = iota + 1 // 未上过学
	PrimaryEducation                         // 小学毕业
	JuniorHighEducation                      // 初中毕业
	SeniorHighEducation                      // 高中阶段毕业
	College                                  // 大专
	Bachelor                                 // 本科
	Master                                   // 硕士研究生
	Doctor                                   // 博士研究生
)

var educations = NewVocabulary(bilingual.Text{ZH: "学历", EN: "level of education"},
	Entry{Key: "none", Name: bilingual.Text{ZH: "未上过学", EN: "no schooling"}, Also: []string{"无", "文盲"}},
	Entry{Key: "primary", Name: bilingual.Text{ZH: "小学毕业", EN: "primary"}, Also: []string{"小学", "81"}},
	Entry{Key: "junior-high", Name: bilingual.Text{ZH: "初中毕业", EN: "junior high"}, Also: []string{"初中", "初级中学毕业", "71"}},
	Entry{Key: "senior-high", Name: bilingual.Text{ZH: "高中阶段毕业", EN: "senior high"}, Also: []string{"高中", "普通高中", "中专", "中师", "职高", "职业高中", "技校",
		"高中毕业", "普通高中毕业", "中专毕业", "中等专科毕业", "职业高中毕业", "技工学校毕业", "61", "41", "44", "47", "中等师范", "中技"}},
	Entry{Key: "college", Name: bilingual.Text{ZH: "大专", EN: "junior college"}, Also: []string{"专科", "大学专科", "高职", "大专毕业", "专科毕业", "大学专科毕业", "31", "全日制专科"}},
	Entry{Key: "bachelor", Name: bilingual.Text{ZH: "本科", EN: "bachelor"}, Also: []string{"大学本科", "大学", "本科毕业", "大学本科毕业", "21", "大本", "全日制本科"}},
	Entry{Key: "master", Name: bilingual.Text{ZH: "硕士研究生", EN: "master"}, Also: []string{"硕士", "研究生", "硕士研究生毕业", "14", "研究生毕业"}},
	Entry{Key: "doctor", Name: bilingual.Text{ZH: "博士研究生", EN: "doctor"}, Also: []string{"博士", "博士研究生毕业", "11"}},
)

// ParseEducation reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseEducation(text string) Education { return Education(educations.parse(text)) }

// Vocabulary returns the closed list.
func (Education) Vocabulary() *Vocabulary { return educations }

// String returns the key; unknown is "".
func (e Education) String() string { return educations.key(uint8(e)) }

// In returns the value in words.
func (e Education) In(l bilingual.Language) string { return educations.in(uint8(e), l) }

// MarshalText writes the key.
func (e Education) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what ParseEducation reads, but refuses a text outside the list.
func (e *Education) UnmarshalText(text []byte) error { return unmarshalWord(e, string(text)) }
