package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Placement is where a disabled child is taught (安置方式).
type Placement uint8

// The values of Placement; zero is unknown.
const (
	OrdinaryClass          Placement = iota + 1 // 随班就读
	SpecialClass                                // 特教班
	SpecialSchoolPlacement                      // 特殊教育学校就读
	HomeTeaching                                // 送教上门
	NotPlaced                                   // 未安置
)

var placements = NewVocabulary(bilingual.Text{ZH: "安置方式", EN: "placement"},
	Entry{Key: "ordinary-class", Name: bilingual.Text{ZH: "随班就读", EN: "ordinary class"}, Also: []string{"普通班", "随班", "普校就读", "普通学校随班就读"}},
	Entry{Key: "special-class", Name: bilingual.Text{ZH: "特教班", EN: "special class of an ordinary school"}, Also: []string{"附设特教班", "普通学校特教班", "普通学校附设特教班", "小学附设特教班", "初中附设特教班"}},
	Entry{Key: "special-school", Name: bilingual.Text{ZH: "特殊教育学校就读", EN: "special school"}, Also: []string{"特殊教育学校", "特教学校", "特校", "特殊学校", "特教学校就读", "特校就读", "特殊学校就读"}},
	Entry{Key: "home-teaching", Name: bilingual.Text{ZH: "送教上门", EN: "teaching at home"}, Also: []string{"送教", "送教服务", "送教上门服务"}},
	Entry{Key: "not-placed", Name: bilingual.Text{ZH: "未安置", EN: "not placed"}, Also: []string{"未入学", "无", "待安置", "未就学", "失学"}},
).worded(wording{
	whole: []phrase{
		{otherTerm, []string{"儿童福利机构就读", "康复机构就读", "医疗机构就读", "缓学", "延缓入学", "休学", "免学"}},
		{terms(OrdinaryClass, SpecialClass), []string{"普通学校", "普校", "普通学校就读"}},
	},
	before: []phrase{
		{listedTerms, append([]string{"残疾", "残疾学生", "残疾儿童", "在"}, kindsOfDisability...)},
	},
	after: []phrase{{listedTerms, []string{"学生", "儿童", "生"}}},
	notes: []phrase{{listedTerms, kindsOfDisability}},
})

// ParsePlacement reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParsePlacement(text string) Placement { return Placement(placements.parse(text)) }

// Vocabulary returns the closed list.
func (Placement) Vocabulary() *Vocabulary { return placements }

// String returns the key; unknown is "".
func (p Placement) String() string { return placements.Key(uint8(p)) }

// In returns the value in words.
func (p Placement) In(l bilingual.Language) string { return placements.in(uint8(p), l) }

// MarshalText writes the key.
func (p Placement) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what ParsePlacement reads, but refuses a text outside the list.
func (p *Placement) UnmarshalText(text []byte) error { return unmarshalWord(p, string(text)) }
