package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Tier is the level of government (级别) that awarded a title or designation. NoTier
// says that there is none; the tiers are ordered.
type Tier uint8

// The values of Tier; zero is unknown.
const (
	NoTier       Tier = iota + 1 // 无
	SchoolTier                   // 校级
	CountyTier                   // 县级
	CityTier                     // 市级
	ProvinceTier                 // 省级
	NationTier                   // 国家级
)

var tiers = NewVocabulary(bilingual.Text{ZH: "级别", EN: "tier"},
	Entry{Key: "none", Name: bilingual.Text{ZH: "无", EN: "none"}, Also: []string{"否", "0", "未认定"}},
	Entry{Key: "school", Name: bilingual.Text{ZH: "校级", EN: "school level"}, Also: []string{"校"}},
	Entry{Key: "county", Name: bilingual.Text{ZH: "县级", EN: "county level"}, Also: []string{"区级", "县（市、区）级", "县", "县区级", "县级骨干教师", "县级骨干", "县骨干", "县级专业带头人"}},
	Entry{Key: "city", Name: bilingual.Text{ZH: "市级", EN: "city level"}, Also: []string{"地市级", "市州级", "市", "市级骨干教师", "市级骨干", "市骨干", "市级专业带头人"}},
	Entry{Key: "province", Name: bilingual.Text{ZH: "省级", EN: "provincial level"}, Also: []string{"省", "省级骨干教师", "省级骨干", "省骨干", "省级专业带头人"}},
	Entry{Key: "nation", Name: bilingual.Text{ZH: "国家级", EN: "national level"}, Also: []string{"全国"}},
)

// ParseTier reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseTier(text string) Tier { return Tier(tiers.parse(text)) }

// Vocabulary returns the closed list.
func (Tier) Vocabulary() *Vocabulary { return tiers }

// String returns the key; unknown is "".
func (t Tier) String() string { return tiers.key(uint8(t)) }

// In returns the value in words.
func (t Tier) In(l bilingual.Language) string { return tiers.in(uint8(t), l) }

// MarshalText writes the key.
func (t Tier) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what ParseTier reads, but refuses a text outside the list.
func (t *Tier) UnmarshalText(text []byte) error { return unmarshalWord(t, string(text)) }
