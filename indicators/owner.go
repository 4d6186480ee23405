package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Owner is who runs a school or kindergarten (办别). No table of codes is built in: of the
// owner codes of JY/T 1001 public transcriptions contradict each other, in which 10 and 20
// are terms in one and headings in another. Whoever has the table names it with [NewCodes].
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
	Entry{Key: "education-department", Name: bilingual.Text{ZH: "教育部门办", EN: "education department"}, Also: []string{"教育部门", "教育行政部门", "教育局", "教办"}},
	Entry{Key: "other-department", Name: bilingual.Text{ZH: "其他部门办", EN: "another department"}, Also: []string{"其他部门", "其它部门", "其他部门办学"}},
	Entry{Key: "enterprise", Name: bilingual.Text{ZH: "企业办", EN: "enterprise"}, Also: []string{"地方企业", "国有企业", "国企", "企业", "中央企业", "央企"}},
	Entry{Key: "institution", Name: bilingual.Text{ZH: "事业单位办", EN: "public institution"}, Also: []string{"事业单位"}},
	Entry{Key: "army", Name: bilingual.Text{ZH: "部队办", EN: "army"}, Also: []string{"部队", "军队"}},
	Entry{Key: "collective", Name: bilingual.Text{ZH: "集体办", EN: "collective"}, Also: []string{"集体", "村集体", "村办", "村委会", "村民委员会"}},
	Entry{Key: "private", Name: bilingual.Text{ZH: "民办", EN: "private"}, Also: []string{"社会力量", "社会力量办学", "私立", "私人", "个人"}},
	Entry{Key: "foreign-cooperation", Name: bilingual.Text{ZH: "中外合作办", EN: "Sino-foreign cooperation"}, Also: []string{"中外合作"}},
).worded(wording{
	whole: []phrase{
		{terms(EducationDepartment, OtherDepartment, EnterpriseOwner, InstitutionOwner, ArmyOwner, CollectiveOwner), []string{"公办", "公立", "国办", "公有", "公办性质", "public"}},
		{terms(EducationDepartment, OtherDepartment), []string{"政府", "政府部门", "部门", "国家机关", "党政机关", "机关"}},
		{terms(EnterpriseOwner, PrivateOwner), []string{"民营企业", "私营企业"}},
		{terms(OtherDepartment, EnterpriseOwner, InstitutionOwner, ArmyOwner, CollectiveOwner) | otherTerm, []string{"其他公办"}},
	},
	before: []phrase{
		{terms(EducationDepartment, OtherDepartment), []string{"中央", "省", "省级", "地", "地级", "地市级", "市", "市级", "市州级", "县", "县级", "县区级", "区县级", "区", "区级"}},
		{terms(PrivateOwner), []string{"普惠", "普惠性", "非普惠", "非普惠性", "营利性", "非营利性", "独立设置的", "具有法人资格的"}},
		{terms(ForeignCooperation), []string{"具有法人资格的", "独立设置的"}},
		{terms(EnterpriseOwner), []string{"地方国有", "地方", "国有"}},
		{terms(CollectiveOwner), []string{"乡镇", "街道", "城镇", "农村"}},
	},
	after: []phrase{
		{listedTerms, []string{"办", "办学", "办园", "办校", "园", "幼儿园", "学校", "办幼儿园", "办学校", "举办"}},
	},
	notes: []phrase{
		{terms(PrivateOwner), []string{"普惠性民办园", "普惠性幼儿园", "普惠园"}},
		{terms(EducationDepartment, OtherDepartment, EnterpriseOwner, InstitutionOwner, ArmyOwner, CollectiveOwner), []string{"普惠", "普惠性"}},
	},
})

// ParseOwner reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseOwner(text string) Owner { return Owner(owners.parse(text)) }

// Vocabulary returns the closed list.
func (Owner) Vocabulary() *Vocabulary { return owners }

// String returns the key; unknown is "".
func (o Owner) String() string { return owners.Key(uint8(o)) }

// In returns the value in words.
func (o Owner) In(l bilingual.Language) string { return owners.in(uint8(o), l) }

// MarshalText writes the key.
func (o Owner) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what ParseOwner reads, but refuses a text outside the list.
func (o *Owner) UnmarshalText(text []byte) error { return unmarshalWord(o, string(text)) }
