package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Disability is how severe a disability is (残疾程度). The grades are ordered from
// none up; by GB/T 26341 the fourth grade (四级) is the mildest, and [DisabilityGradeCodes]
// reads the numbers.
type Disability uint8

// The values of Disability; zero is unknown.
const (
	NoDisability       Disability = iota + 1 // 无残疾
	MildDisability                           // 轻度
	ModerateDisability                       // 中度
	SevereDisability                         // 重度
	ProfoundDisability                       // 极重度
)

var disabilities = NewVocabulary(bilingual.Text{ZH: "残疾程度", EN: "severity of disability"},
	Entry{Key: "no-disability", Name: bilingual.Text{ZH: "无残疾", EN: "no disability"}, Also: []string{"无", "否"}},
	Entry{Key: "mild", Name: bilingual.Text{ZH: "轻度", EN: "mild"}, Also: []string{"四级", "4级"}},
	Entry{Key: "moderate", Name: bilingual.Text{ZH: "中度", EN: "moderate"}, Also: []string{"三级", "3级"}},
	Entry{Key: "severe", Name: bilingual.Text{ZH: "重度", EN: "severe"}, Also: []string{"二级", "2级"}},
	Entry{Key: "profound", Name: bilingual.Text{ZH: "极重度", EN: "profound"}, Also: []string{"一级", "1级"}},
).worded(wording{
	whole:  []phrase{{someDisability, []string{"有", "是", "有残疾", "残疾"}}},
	before: []phrase{{someDisability, append([]string{"残疾"}, kindsOfDisability...)}},
	after:  []phrase{{someDisability, append([]string{"残疾", "残", "障碍"}, kindsOfDisability...)}},
	notes:  []phrase{{someDisability, kindsOfDisability}},
})

// someDisability is a disability of whatever grade.
var someDisability = terms(MildDisability, ModerateDisability, SevereDisability, ProfoundDisability)

// kindsOfDisability are those of GB/T 26341 with the words of daily use. Which kind a child
// has says nothing of the grade.
var kindsOfDisability = []string{"视力残疾", "听力残疾", "言语残疾", "语言残疾", "肢体残疾", "智力残疾", "精神残疾", "多重残疾", "听力言语残疾",
	"视力", "听力", "言语", "语言", "肢体", "智力", "精神", "多重", "视力障碍", "听力障碍", "言语障碍", "肢体障碍", "智力障碍", "精神障碍", "多重障碍", "孤独症", "自闭症", "脑瘫"}

// ParseDisability reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseDisability(text string) Disability { return Disability(disabilities.parse(text)) }

// Vocabulary returns the closed list.
func (Disability) Vocabulary() *Vocabulary { return disabilities }

// String returns the key; unknown is "".
func (d Disability) String() string { return disabilities.Key(uint8(d)) }

// In returns the value in words.
func (d Disability) In(l bilingual.Language) string { return disabilities.in(uint8(d), l) }

// MarshalText writes the key.
func (d Disability) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDisability reads, but refuses a text outside the list.
func (d *Disability) UnmarshalText(text []byte) error { return unmarshalWord(d, string(text)) }
