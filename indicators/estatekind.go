package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// EstateKind is whether a housing estate is new or an old one under renovation (小区类型).
type EstateKind uint8

// The values of EstateKind; zero is unknown.
const (
	NewEstate     EstateKind = iota + 1 // 新建小区
	RebuiltEstate                       // 旧小区改造
)

var estateKinds = NewVocabulary(bilingual.Text{ZH: "小区类型", EN: "kind of housing estate"},
	Entry{Key: "new", Name: bilingual.Text{ZH: "新建小区", EN: "new estate"}, Also: []string{"新建"}},
	Entry{Key: "rebuilt", Name: bilingual.Text{ZH: "旧小区改造", EN: "rebuilt old estate"}, Also: []string{"改造", "老旧小区改造", "旧小区"}},
)

// ParseEstateKind reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseEstateKind(text string) EstateKind { return EstateKind(estateKinds.parse(text)) }

// Vocabulary returns the closed list.
func (EstateKind) Vocabulary() *Vocabulary { return estateKinds }

// String returns the key; unknown is "".
func (k EstateKind) String() string { return estateKinds.Key(uint8(k)) }

// In returns the value in words.
func (k EstateKind) In(l bilingual.Language) string { return estateKinds.in(uint8(k), l) }

// MarshalText writes the key.
func (k EstateKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what ParseEstateKind reads, but refuses a text outside the list.
func (k *EstateKind) UnmarshalText(text []byte) error { return unmarshalWord(k, string(text)) }
