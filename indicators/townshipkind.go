package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// TownshipKind is the kind of a unit of township level (乡级行政区划).
type TownshipKind uint8

// The values of TownshipKind; zero is unknown.
const (
	TownUnit        TownshipKind = iota + 1 // 镇
	TownshipUnit                            // 乡
	SubdistrictUnit                         // 街道
	ZoneUnit                                // 开发区等其他单位
)

var townshipKinds = NewVocabulary(bilingual.Text{ZH: "乡级区划类型", EN: "kind of township-level unit"},
	Entry{Key: "town", Name: bilingual.Text{ZH: "镇", EN: "town"}, Also: []string{"建制镇"}},
	Entry{Key: "township", Name: bilingual.Text{ZH: "乡", EN: "township"}, Also: []string{"民族乡"}},
	Entry{Key: "subdistrict", Name: bilingual.Text{ZH: "街道", EN: "subdistrict"}, Also: []string{"街道办事处", "街道办"}},
	Entry{Key: "zone", Name: bilingual.Text{ZH: "开发区等其他单位", EN: "development zone or other unit"}, Also: []string{"开发区", "其他", "农场", "经济开发区"}},
)

// ParseTownshipKind reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseTownshipKind(text string) TownshipKind { return TownshipKind(townshipKinds.parse(text)) }

// Vocabulary returns the closed list.
func (TownshipKind) Vocabulary() *Vocabulary { return townshipKinds }

// String returns the key; unknown is "".
func (k TownshipKind) String() string { return townshipKinds.Key(uint8(k)) }

// In returns the value in words.
func (k TownshipKind) In(l bilingual.Language) string { return townshipKinds.in(uint8(k), l) }

// MarshalText writes the key.
func (k TownshipKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what ParseTownshipKind reads, but refuses a text outside the list.
func (k *TownshipKind) UnmarshalText(text []byte) error { return unmarshalWord(k, string(text)) }
