package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Registration is how a private school is registered (民办学校分类登记).
type Registration uint8

// The values of Registration; zero is unknown.
const (
	NonProfit     Registration = iota + 1 // 非营利性
	ForProfit                             // 营利性
	NotClassified                         // 未分类登记
)

var registrations = NewVocabulary(bilingual.Text{ZH: "分类登记", EN: "registration of a private school"},
	Entry{Key: "non-profit", Name: bilingual.Text{ZH: "非营利性", EN: "non-profit"}, Also: []string{"非营利性民办学校", "非营利"}},
	Entry{Key: "for-profit", Name: bilingual.Text{ZH: "营利性", EN: "for-profit"}, Also: []string{"营利性民办学校", "营利"}},
	Entry{Key: "not-classified", Name: bilingual.Text{ZH: "未分类登记", EN: "not classified yet"}, Also: []string{"未分类", "未登记"}},
)

// ParseRegistration reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseRegistration(text string) Registration { return Registration(registrations.parse(text)) }

// Vocabulary returns the closed list.
func (Registration) Vocabulary() *Vocabulary { return registrations }

// String returns the key; unknown is "".
func (r Registration) String() string { return registrations.Key(uint8(r)) }

// In returns the value in words.
func (r Registration) In(l bilingual.Language) string { return registrations.in(uint8(r), l) }

// MarshalText writes the key.
func (r Registration) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what ParseRegistration reads, but refuses a text outside the list.
func (r *Registration) UnmarshalText(text []byte) error { return unmarshalWord(r, string(text)) }
