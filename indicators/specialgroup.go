package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// SpecialGroup is the group for whose sake a child is on a register (特殊群体类别).
type SpecialGroup uint8

// The values of SpecialGroup; zero is unknown.
const (
	DisabledGroup   SpecialGroup = iota + 1 // 残疾儿童少年
	MigrantGroup                            // 随迁子女
	LeftBehindGroup                         // 留守儿童
	PoorGroup                               // 家庭经济困难儿童
	OrphanGroup                             // 孤儿和事实无人抚养儿童
)

var specialGroups = NewVocabulary(bilingual.Text{ZH: "特殊群体类别", EN: "special group"},
	Entry{Key: "disabled", Name: bilingual.Text{ZH: "残疾儿童少年", EN: "disabled children"}, Also: []string{"残疾", "残疾儿童"}},
	Entry{Key: "migrant", Name: bilingual.Text{ZH: "随迁子女", EN: "children of migrant workers"}, Also: []string{"进城务工人员随迁子女", "随迁"}},
	Entry{Key: "left-behind", Name: bilingual.Text{ZH: "留守儿童", EN: "left-behind children"}, Also: []string{"农村留守儿童", "留守"}},
	Entry{Key: "poor", Name: bilingual.Text{ZH: "家庭经济困难儿童", EN: "children of families in difficulty"}, Also: []string{"困难", "家庭经济困难", "建档立卡", "低保"}},
	Entry{Key: "orphan", Name: bilingual.Text{ZH: "孤儿和事实无人抚养儿童", EN: "orphans and children without care"}, Also: []string{"孤儿", "事实无人抚养儿童"}},
)

// ParseSpecialGroup reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseSpecialGroup(text string) SpecialGroup { return SpecialGroup(specialGroups.parse(text)) }

// Vocabulary returns the closed list.
func (SpecialGroup) Vocabulary() *Vocabulary { return specialGroups }

// String returns the key; unknown is "".
func (g SpecialGroup) String() string { return specialGroups.key(uint8(g)) }

// In returns the value in words.
func (g SpecialGroup) In(l bilingual.Language) string { return specialGroups.in(uint8(g), l) }

// MarshalText writes the key.
func (g SpecialGroup) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what ParseSpecialGroup reads, but refuses a text outside the list.
func (g *SpecialGroup) UnmarshalText(text []byte) error { return unmarshalWord(g, string(text)) }
