package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Dimension is what the teachers of a cell have in common: a county, a stage, a subject, or all three (单元维度).
type Dimension uint8

// The values of Dimension; zero is unknown.
const (
	CountyDimension   Dimension = iota + 1 // 县（市、区）
	TownshipDimension                      // 乡镇
	StageDimension                         // 学段
	SubjectDimension                       // 学科
	CrossDimension                         // 县区、学段和学科交叉
)

var dimensions = NewVocabulary(bilingual.Text{ZH: "单元维度", EN: "dimension of a cell"},
	Entry{Key: "county", Name: bilingual.Text{ZH: "县（市、区）", EN: "county"}, Also: []string{"县", "区", "市", "县区"}},
	Entry{Key: "township", Name: bilingual.Text{ZH: "乡镇", EN: "township"}, Also: []string{"乡", "镇"}},
	Entry{Key: "stage", Name: bilingual.Text{ZH: "学段", EN: "stage"}},
	Entry{Key: "subject", Name: bilingual.Text{ZH: "学科", EN: "subject"}},
	Entry{Key: "cross", Name: bilingual.Text{ZH: "县区、学段和学科交叉", EN: "county, stage and subject together"}, Also: []string{"交叉"}},
)

// ParseDimension reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseDimension(text string) Dimension { return Dimension(dimensions.parse(text)) }

// Vocabulary returns the closed list.
func (Dimension) Vocabulary() *Vocabulary { return dimensions }

// String returns the key; unknown is "".
func (d Dimension) String() string { return dimensions.Key(uint8(d)) }

// In returns the value in words.
func (d Dimension) In(l bilingual.Language) string { return dimensions.in(uint8(d), l) }

// MarshalText writes the key.
func (d Dimension) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDimension reads, but refuses a text outside the list.
func (d *Dimension) UnmarshalText(text []byte) error { return unmarshalWord(d, string(text)) }
