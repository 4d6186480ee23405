package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// HonourKind is what a decision on a person is about (评选类别).
type HonourKind uint8

// The values of HonourKind; zero is unknown.
const (
	Honour    HonourKind = iota + 1 // 评优
	Selection                       // 选先
	Promotion                       // 晋升
)

var honourKinds = NewVocabulary(bilingual.Text{ZH: "评选类别", EN: "kind of decision"},
	Entry{Key: "honour", Name: bilingual.Text{ZH: "评优", EN: "honour"}, Also: []string{"表彰", "评优评先", "评先评优"}},
	Entry{Key: "selection", Name: bilingual.Text{ZH: "选先", EN: "selection"}, Also: []string{"选拔"}},
	Entry{Key: "promotion", Name: bilingual.Text{ZH: "晋升", EN: "promotion"}, Also: []string{"职称评聘", "职称晋升", "职称", "职称评审"}},
)

// ParseHonourKind reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseHonourKind(text string) HonourKind { return HonourKind(honourKinds.parse(text)) }

// Vocabulary returns the closed list.
func (HonourKind) Vocabulary() *Vocabulary { return honourKinds }

// String returns the key; unknown is "".
func (k HonourKind) String() string { return honourKinds.Key(uint8(k)) }

// In returns the value in words.
func (k HonourKind) In(l bilingual.Language) string { return honourKinds.in(uint8(k), l) }

// MarshalText writes the key.
func (k HonourKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what ParseHonourKind reads, but refuses a text outside the list.
func (k *HonourKind) UnmarshalText(text []byte) error { return unmarshalWord(k, string(text)) }
