package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Tier is the level of government (级别) that awarded a title or designation. NoTier
// says that there is none; the tiers are ordered.
type Tier uint8

// The values of Tier; zero is unknown.
const (
	NoTier       Tier = iota + 1 // 无
	SchoolTier                   // 校级
	CountyTier                   // 县级
	CityTier                     // 市级
	ProvinceTier                 // 省级
	NationTier                   // 国家级
)

var tiers = NewVocabulary(bilingual.Text{ZH: "级别", EN: "tier"},
	Entry{Key: "no-title", Name: bilingual.Text{ZH: "无", EN: "no title"}, Also: []string{"否", "未认定", "无称号"}},
	Entry{Key: "school", Name: bilingual.Text{ZH: "校级", EN: "school level"}, Also: []string{"校"}},
	Entry{Key: "county", Name: bilingual.Text{ZH: "县级", EN: "county level"}, Also: []string{"县（市、区）级", "县", "县区", "区县", "区或县", "县或区", "旗"}},
	Entry{Key: "city", Name: bilingual.Text{ZH: "市级", EN: "city level"}, Also: []string{"市", "地市", "市州", "地", "地区", "州", "盟", "设区市", "设区的市"}},
	Entry{Key: "province", Name: bilingual.Text{ZH: "省级", EN: "provincial level"}, Also: []string{"省", "自治区", "直辖市"}},
	Entry{Key: "nation", Name: bilingual.Text{ZH: "国家级", EN: "national level"}, Also: []string{"全国", "国家", "中央", "国家部委", "部", "部委"}},
).worded(tierWording)

// A title is named by the level that awarded it, by the place instead of the level (吉林省骨干教师)
// or by both. 区级 is that of a district, and in an autonomous region that of a province.
var tierWording = wording{
	whole: append([]phrase{
		{otherTerm, []string{"乡", "镇", "乡镇"}},
		{terms(CountyTier, ProvinceTier), []string{"区"}},
		{terms(CountyTier, CityTier), []string{"市县区", "县市", "县市区", "市区"}},
		{terms(ProvinceTier, NationTier), []string{"省部", "部省"}},
	}, placesOfTiers...),
	// a place before a level says where somebody teaches, and the level decides
	before: []phrase{{terms(SchoolTier, CountyTier, CityTier, ProvinceTier, NationTier), placeNames()}},
	after: []phrase{{anyTerm, []string{
		"级", "骨干教师", "级骨干教师", "骨干", "级骨干", "学科骨干", "级学科骨干", "学科带头人", "级学科带头人", "专业带头人", "级专业带头人", "带头人", "级带头人", "教学能手", "级教学能手", "名师", "级名师", "教学名师", "级教学名师",
		"名校长", "级名校长", "示范校", "级示范校", "示范学校", "级示范学校", "特色学校", "级特色学校", "特色校", "级特色校", "重点", "级重点", "足球特色学校", "级足球特色学校", "艺术特色学校", "级艺术特色学校"}}},
}

// ParseTier reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseTier(text string) Tier { return Tier(tiers.parse(text)) }

// Vocabulary returns the closed list.
func (Tier) Vocabulary() *Vocabulary { return tiers }

// String returns the key; unknown is "".
func (t Tier) String() string { return tiers.Key(uint8(t)) }

// In returns the value in words.
func (t Tier) In(l bilingual.Language) string { return tiers.in(uint8(t), l) }

// MarshalText writes the key.
func (t Tier) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what ParseTier reads, but refuses a text outside the list.
func (t *Tier) UnmarshalText(text []byte) error { return unmarshalWord(t, string(text)) }
