// Package bilingual holds texts in the two languages the library speaks:
// Chinese, which most of its readers read first, and English.
package bilingual

import "fmt"

// Language selects the language of a printed text. The zero value is Chinese.
type Language uint8

// The languages.
const (
	Chinese Language = iota
	English
)

// ParseLanguage reads "zh" or "en".
func ParseLanguage(s string) (Language, error) {
	switch s {
	case "zh":
		return Chinese, nil
	case "en":
		return English, nil
	}
	return Chinese, fmt.Errorf("bilingual: language %q: want zh or en", s)
}

// String returns the language's code, "zh" or "en".
func (l Language) String() string {
	switch l {
	case Chinese:
		return "zh"
	case English:
		return "en"
	}
	return fmt.Sprintf("Language(%d)", uint8(l))
}

// Text is one text in both languages.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// String returns the text in Chinese.
func (t Text) String() string { return t.ZH }

// In returns the text in a language; an unknown language reads Chinese.
func (t Text) In(l Language) string {
	if l == English {
		return t.EN
	}
	return t.ZH
}

// IsZero reports whether the text is empty in both languages.
func (t Text) IsZero() bool { return t == Text{} }

// Complete reports whether the text is there in both languages.
func (t Text) Complete() bool { return t.ZH != "" && t.EN != "" }
