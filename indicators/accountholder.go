package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// AccountHolder is whose network learning space an account is (空间用户类别).
type AccountHolder uint8

// The values of AccountHolder; zero is unknown.
const (
	TeacherHolder    AccountHolder = iota + 1 // 教师
	PupilHolder                               // 中小学生
	ResearcherHolder                          // 教研员
	StudentHolder                             // 职业院校学生
)

var accountHolders = NewVocabulary(bilingual.Text{ZH: "空间用户类别", EN: "holder of a space"},
	Entry{Key: "teacher", Name: bilingual.Text{ZH: "教师", EN: "teacher"}, Also: []string{"教职工"}},
	Entry{Key: "pupil", Name: bilingual.Text{ZH: "中小学生", EN: "pupil"}, Also: []string{"小学生", "初中生", "高中生"}},
	Entry{Key: "researcher", Name: bilingual.Text{ZH: "教研员", EN: "teaching researcher"}},
	Entry{Key: "student", Name: bilingual.Text{ZH: "职业院校学生", EN: "vocational student"}, Also: []string{"中职学生", "高职学生"}},
).worded(wording{whole: []phrase{
	{terms(PupilHolder, StudentHolder), []string{"学生"}},
	{otherTerm, []string{"家长", "管理者", "机构", "学校"}},
}})

// ParseAccountHolder reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseAccountHolder(text string) AccountHolder { return AccountHolder(accountHolders.parse(text)) }

// Vocabulary returns the closed list.
func (AccountHolder) Vocabulary() *Vocabulary { return accountHolders }

// String returns the key; unknown is "".
func (h AccountHolder) String() string { return accountHolders.Key(uint8(h)) }

// In returns the value in words.
func (h AccountHolder) In(l bilingual.Language) string { return accountHolders.in(uint8(h), l) }

// MarshalText writes the key.
func (h AccountHolder) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what ParseAccountHolder reads, but refuses a text outside the list.
func (h *AccountHolder) UnmarshalText(text []byte) error { return unmarshalWord(h, string(text)) }
