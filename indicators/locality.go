package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Locality is where a school lies (城乡分类): urban district, town or countryside.
// Its codes have a table of their own: [LocalityCodes].
type Locality uint8

// The values of Locality; zero is unknown.
const (
	Urban Locality = iota + 1 // 城区
	Town                      // 镇区
	Rural                     // 乡村
)

var localities = NewVocabulary(bilingual.Text{ZH: "城乡类型", EN: "locality"},
	Entry{Key: "urban", Name: bilingual.Text{ZH: "城区", EN: "urban"}, Also: []string{"城市", "主城区", "城乡结合区", "城乡结合部", "市区"}},
	Entry{Key: "town", Name: bilingual.Text{ZH: "镇区", EN: "town"}, Also: []string{"镇", "镇中心区", "镇乡结合区", "镇乡结合部", "特殊区域", "县城", "乡镇中心区"}},
	Entry{Key: "rural", Name: bilingual.Text{ZH: "乡村", EN: "rural"}, Also: []string{"农村", "村", "乡", "乡中心区", "乡中心", "村庄", "村屯"}},
).worded(wording{
	whole: []phrase{
		{terms(Urban, Town), []string{"城镇", "城关", "城镇地区"}},
		{terms(Town, Rural), []string{"乡镇", "县域", "县镇"}},
	},
	after: []phrase{{listedTerms, []string{"地区", "区域", "学校"}}},
})

// ParseLocality reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseLocality(text string) Locality { return Locality(localities.parse(text)) }

// Vocabulary returns the closed list.
func (Locality) Vocabulary() *Vocabulary { return localities }

// String returns the key; unknown is "".
func (p Locality) String() string { return localities.Key(uint8(p)) }

// In returns the value in words.
func (p Locality) In(l bilingual.Language) string { return localities.in(uint8(p), l) }

// MarshalText writes the key.
func (p Locality) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what ParseLocality reads, but refuses a text outside the list.
func (p *Locality) UnmarshalText(text []byte) error { return unmarshalWord(p, string(text)) }
