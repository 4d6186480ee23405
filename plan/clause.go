package plan

import "github.com/eduplan/tonghua/indicators/bilingual"

// Place is a clause as the document numbers it: 三（十）第3段 is the third body
// line of section 三（十）, 专栏12第2项 the second item of box 12.
type Place string

// ClauseKind says what level of the document a clause is. The zero value is not set.
type ClauseKind uint8

// The levels.
const (
	_         ClauseKind = iota
	Preface              // 引言
	Part                 // 一、
	Section              // （一）
	Paragraph            // a body line of a section
	Box                  // 专栏
	BoxItem              // a numbered item of a box
)

var clauseKinds = bilingual.List[ClauseKind]{Of: "plan: clause kind", First: 1, Terms: []bilingual.Term{{Key: "preface", Text: bilingual.Text{ZH: "引言", EN: "preface"}},
	{Key: "part", Text: bilingual.Text{ZH: "部分", EN: "part"}},
	{Key: "section", Text: bilingual.Text{ZH: "节", EN: "section"}},
	{Key: "paragraph", Text: bilingual.Text{ZH: "段", EN: "paragraph"}},
	{Key: "box", Text: bilingual.Text{ZH: "专栏", EN: "box"}},
	{Key: "item", Text: bilingual.Text{ZH: "项", EN: "item"}}}}

// ParseClauseKind reads a key, such as "section".
func ParseClauseKind(key string) (ClauseKind, error) {
	return clauseKinds.Parse(key)
}

// String returns the key.
func (k ClauseKind) String() string { return clauseKinds.Key(k) }

// In returns the kind in words.
func (k ClauseKind) In(l bilingual.Language) string { return clauseKinds.In(k, l) }

// MarshalText writes the key.
func (k ClauseKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the key.
func (k *ClauseKind) UnmarshalText(text []byte) error { return clauseKinds.Read(k, text) }

// Clause is a node of the document's tree.
type Clause struct {
	Place      Place          `json:"place"`
	Parent     Place          `json:"parent"` // "" for a part and the preface
	Kind       ClauseKind     `json:"kind"`
	Citation   string         `json:"citation"`   // the place in English
	Title      bilingual.Text `json:"title"`      // in our own words
	Statements int            `json:"statements"` // how many statements have their first place here; [New] counts them
}
