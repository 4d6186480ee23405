package plan

import "github.com/eduplan/tonghua/indicators/bilingual"

// Bearer says on whom a statement falls: the city as a whole, or each of
// something. The zero value is that of a statement that demands nothing.
type Bearer uint8

// The bearers, from the widest to the narrowest.
const (
	Nobody Bearer = iota
	City          // a total, a rate or a promise of the city
	County        // each county, county-level city and district
	Township
	School // each school; of what falls on each kindergarten, Kindergarten
	Kindergarten
	Programme // each vocational programme
	Grade
	Class
	Teacher
	Pupil // each pupil or student
	Family
)

var bearers = bilingual.List[Bearer]{Of: "plan: bearer", Terms: []bilingual.Term{{Key: "none", Text: bilingual.Text{ZH: "无", EN: "nobody"}},
	{Key: "city", Text: bilingual.Text{ZH: "全市", EN: "the city as a whole"}},
	{Key: "county", Text: bilingual.Text{ZH: "各县（市、区）", EN: "each county"}},
	{Key: "township", Text: bilingual.Text{ZH: "各乡镇", EN: "each township"}},
	{Key: "school", Text: bilingual.Text{ZH: "各学校", EN: "each school"}},
	{Key: "kindergarten", Text: bilingual.Text{ZH: "各幼儿园", EN: "each kindergarten"}},
	{Key: "programme", Text: bilingual.Text{ZH: "各专业", EN: "each programme"}},
	{Key: "grade", Text: bilingual.Text{ZH: "各年级", EN: "each grade"}},
	{Key: "class", Text: bilingual.Text{ZH: "各班级", EN: "each class"}},
	{Key: "teacher", Text: bilingual.Text{ZH: "每名教师", EN: "each teacher"}},
	{Key: "pupil", Text: bilingual.Text{ZH: "每名学生", EN: "each pupil"}},
	{Key: "family", Text: bilingual.Text{ZH: "各家庭", EN: "each family"}}}}

// Bearers returns the bearers, Nobody first.
func Bearers() []Bearer { return bearers.All() }

// ParseBearer reads a key, such as "county".
func ParseBearer(key string) (Bearer, error) { return bearers.Parse(key) }

// String returns the key.
func (b Bearer) String() string { return bearers.Key(b) }

// In returns the bearer in words.
func (b Bearer) In(l bilingual.Language) string { return bearers.In(b, l) }

// MarshalText writes the key.
func (b Bearer) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads the key.
func (b *Bearer) UnmarshalText(text []byte) error { return bearers.Read(b, text) }
