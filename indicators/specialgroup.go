package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// SpecialGroup is the group for whose sake a child is on a register (特殊群体类别).
type SpecialGroup uint8

// The values of SpecialGroup; zero is unknown.
const (
	DisabledGroup   SpecialGroup = iota + 1 // 残疾儿童少年
	MigrantGroup                            // 随迁子女
	LeftBehindGroup                         // 留守儿童
	PoorGroup                               // 家庭经济困难儿童
	OrphanGroup                             // 孤儿和事实无人抚养儿童
)

var specialGroups = NewVocabulary(bilingual.Text{ZH: "特殊群体类别", EN: "special group"},
	Entry{Key: "disabled", Name: bilingual.Text{ZH: "残疾儿童少年", EN: "disabled children"}, Also: []string{"残疾", "残障", "残疾人"}},
	Entry{Key: "migrant", Name: bilingual.Text{ZH: "随迁子女", EN: "children of migrant workers"}, Also: []string{"随迁", "进城务工人员随迁子女", "进城务工人员子女", "外来务工人员子女", "农民工子女", "流动儿童"}},
	Entry{Key: "left-behind", Name: bilingual.Text{ZH: "留守儿童", EN: "left-behind children"}, Also: []string{"留守"}},
	Entry{Key: "poor", Name: bilingual.Text{ZH: "家庭经济困难儿童", EN: "children of families in difficulty"}, Also: []string{"困难", "家庭经济困难", "经济困难", "建档立卡", "低保", "特困", "贫困", "家庭困难",
		"特困供养", "特困救助供养", "贫困生", "困难生", "建档立卡贫困户", "脱贫", "脱贫户"}},
	Entry{Key: "orphan", Name: bilingual.Text{ZH: "孤儿和事实无人抚养儿童", EN: "orphans and children without care"}, Also: []string{"孤儿", "事实无人抚养儿童", "事实无人抚养", "事实孤儿"}},
).worded(wording{
	whole: []phrase{
		{otherTerm, []string{"单亲", "离异", "烈士", "单亲家庭", "离异家庭", "军人子女", "烈士子女", "优抚对象"}},
		{terms(DisabledGroup, LeftBehindGroup, PoorGroup, OrphanGroup) | otherTerm, []string{"困境儿童", "困境"}},
	},
	before: []phrase{
		{terms(LeftBehindGroup), []string{"农村", "城市", "城镇", "单亲", "双亲", "父母双方外出", "父母一方外出"}},
		{terms(MigrantGroup), []string{"进城务工", "进城务工人员", "外来务工", "外来务工人员", "外来", "农民工"}},
		{listedTerms, []string{"义务教育阶段", "适龄", "学龄"}},
		{terms(PoorGroup), []string{"农村", "城市", "城镇"}},
	},
	after: []phrase{
		{anyTerm, []string{"儿童", "学生", "儿童少年", "子女", "家庭", "家庭学生", "家庭儿童", "家庭子女", "户", "户学生", "户子女", "人员", "少年儿童"}},
	},
})

// ParseSpecialGroup reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseSpecialGroup(text string) SpecialGroup { return SpecialGroup(specialGroups.parse(text)) }

// Vocabulary returns the closed list.
func (SpecialGroup) Vocabulary() *Vocabulary { return specialGroups }

// String returns the key; unknown is "".
func (g SpecialGroup) String() string { return specialGroups.Key(uint8(g)) }

// In returns the value in words.
func (g SpecialGroup) In(l bilingual.Language) string { return specialGroups.in(uint8(g), l) }

// MarshalText writes the key.
func (g SpecialGroup) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what ParseSpecialGroup reads, but refuses a text outside the list.
func (g *SpecialGroup) UnmarshalText(text []byte) error { return unmarshalWord(g, string(text)) }
