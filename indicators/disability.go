package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Disability is how severe a disability is (残疾程度). The grades are ordered from
// none up; the numbers are those of GB/T 26341, where grade 4 is the mildest.
type Disability uint8

// The values of Disability; zero is unknown.
const (
	NoDisability       Disability = iota + 1 // 无残疾
	MildDisability                           // 轻度
	ModerateDisability                       // 中度
	SevereDisability                         // 重度
	ProfoundDisability                       // 极重度
)

var disabilities = NewVocabulary(bilingual.Text{ZH: "残疾程度", EN: "severity of disability"},
	Entry{Key: "none", Name: bilingual.Text{ZH: "无残疾", EN: "none"}, Also: []string{"无", "否", "0"}},
	Entry{Key: "mild", Name: bilingual.Text{ZH: "轻度", EN: "mild"}, Also: []string{"轻度残疾", "四级", "4", "四级残疾"}},
	Entry{Key: "moderate", Name: bilingual.Text{ZH: "中度", EN: "moderate"}, Also: []string{"中度残疾", "三级", "3", "三级残疾"}},
	Entry{Key: "severe", Name: bilingual.Text{ZH: "重度", EN: "severe"}, Also: []string{"重度残疾", "二级", "2", "二级残疾"}},
	Entry{Key: "profound", Name: bilingual.Text{ZH: "极重度", EN: "profound"}, Also: []string{"极重度残疾", "一级", "1", "一级残疾"}},
)

// ParseDisability reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseDisability(text string) Disability { return Disability(disabilities.parse(text)) }

// Vocabulary returns the closed list.
func (Disability) Vocabulary() *Vocabulary { return disabilities }

// String returns the key; unknown is "".
func (d Disability) String() string { return disabilities.key(uint8(d)) }

// In returns the value in words.
func (d Disability) In(l bilingual.Language) string { return disabilities.in(uint8(d), l) }

// MarshalText writes the key.
func (d Disability) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDisability reads, but refuses a text outside the list.
func (d *Disability) UnmarshalText(text []byte) error { return unmarshalWord(d, string(text)) }
