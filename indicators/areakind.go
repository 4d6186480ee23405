package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// AreaKind tells the rows of a table of areas apart (区划类别): those of counties, that
// of what the city runs itself, and a total of the whole city. A total among its own
// parts would count everything twice.
type AreaKind uint8

// The values of AreaKind; zero is unknown.
const (
	CountyArea AreaKind = iota + 1 // 县（市、区）
	CityItself                     // 市本级
	WholeCity                      // 全市
)

// In tables of finance 市级 is what the city spends itself, without its counties.
var areaKinds = NewVocabulary(bilingual.Text{ZH: "区划类别", EN: "kind of area"},
	Entry{Key: "county", Name: bilingual.Text{ZH: "县（市、区）", EN: "county"}, Also: []string{"县级", "区级", "县（市、区）级", "县", "县区级"}},
	Entry{Key: "city-itself", Name: bilingual.Text{ZH: "市本级", EN: "the city itself"}, Also: []string{"市级", "市直", "市州级"}},
	Entry{Key: "whole-city", Name: bilingual.Text{ZH: "全市", EN: "the whole city"}, Also: []string{"全市合计", "合计"}},
)

// ParseAreaKind reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseAreaKind(text string) AreaKind { return AreaKind(areaKinds.parse(text)) }

// Vocabulary returns the closed list.
func (AreaKind) Vocabulary() *Vocabulary { return areaKinds }

// String returns the key; unknown is "".
func (a AreaKind) String() string { return areaKinds.Key(uint8(a)) }

// In returns the value in words.
func (a AreaKind) In(l bilingual.Language) string { return areaKinds.in(uint8(a), l) }

// MarshalText writes the key.
func (a AreaKind) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what ParseAreaKind reads, but refuses a text outside the list.
func (a *AreaKind) UnmarshalText(text []byte) error { return unmarshalWord(a, string(text)) }
