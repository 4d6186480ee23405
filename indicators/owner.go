package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Owner is who runs a school or kindergarten (办别). Codes are those of JY/T 1001.
type Owner uint8

// The values of Owner; zero is unknown.
const (
	EducationDepartment Owner = iota + 1 // 教育部门办
	OtherDepartment                      // 其他部门办
	EnterpriseOwner                      // 企业办
	InstitutionOwner                     // 事业单位办
	ArmyOwner                            // 部队办
	CollectiveOwner                      // 集体办
	PrivateOwner                         // 民办
	ForeignCooperation                   // 中外合作办
)

var owners = NewVocabulary(bilingual.Text{ZH: "办别", EN: "owner"},
	Entry{Key: "education-department", Name: bilingual.Text{ZH: "教育部门办", EN: "education department"}, Also: []string{"教育部门", "公办", "10", "公办园"}},
	Entry{Key: "other-department", Name: bilingual.Text{ZH: "其他部门办", EN: "another department"}, Also: []string{"其他部门", "20"}},
	Entry{Key: "enterprise", Name: bilingual.Text{ZH: "企业办", EN: "enterprise"}, Also: []string{"地方企业", "国有企业", "企业", "30", "国企"}},
	Entry{Key: "institution", Name: bilingual.Text{ZH: "事业单位办", EN: "public institution"}, Also: []string{"事业单位", "40"}},
	Entry{Key: "army", Name: bilingual.Text{ZH: "部队办", EN: "army"}, Also: []string{"部队", "50"}},
	Entry{Key: "collective", Name: bilingual.Text{ZH: "集体办", EN: "collective"}, Also: []string{"集体", "村集体", "60", "村办"}},
	Entry{Key: "private", Name: bilingual.Text{ZH: "民办", EN: "private"}, Also: []string{"社会力量办", "70", "民办园"}},
	Entry{Key: "foreign-cooperation", Name: bilingual.Text{ZH: "中外合作办", EN: "Sino-foreign cooperation"}, Also: []string{"中外合作", "80"}},
)

// ParseOwner reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseOwner(text string) Owner { return Owner(owners.parse(text)) }

// Vocabulary returns the closed list.
func (Owner) Vocabulary() *Vocabulary { return owners }

// String returns the key; unknown is "".
func (o Owner) String() string { return owners.key(uint8(o)) }

// In returns the value in words.
func (o Owner) In(l bilingual.Language) string { return owners.in(uint8(o), l) }

// MarshalText writes the key.
func (o Owner) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what ParseOwner reads, but refuses a text outside the list.
func (o *Owner) UnmarshalText(text []byte) error { return unmarshalWord(o, string(text)) }
