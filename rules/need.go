package rules

import (
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Need is a field that a rule reads: what a caller's software must hold for
// the rule to be answered.
type Need struct {
	Subject string         `json:"subject"`
	Field   string         `json:"field"`
	Label   bilingual.Text `json:"label"`
	Unit    quantity.Unit  `json:"unit"`  // none for a field of words
	Words   []string       `json:"words"` // the keys of a field of words
	Use     Use            `json:"use"`
}

// Use says why a rule reads a field.
type Use uint8

// The uses.
const (
	ForScope Use = iota // it puts a record in scope
	ForCondition
	ForAmount // it is added up
)

var uses = bilingual.List[Use]{Of: "rules: use", Terms: []bilingual.Term{{Key: "scope", Text: bilingual.Text{ZH: "确定范围", EN: "scope"}},
	{Key: "condition", Text: bilingual.Text{ZH: "判定条件", EN: "condition"}},
	{Key: "amount", Text: bilingual.Text{ZH: "数值", EN: "amount"}}}}

// String returns the use's key.
func (u Use) String() string { return uses.Key(u) }

// In returns the use in words.
func (u Use) In(l bilingual.Language) string { return uses.In(u, l) }

// MarshalText writes the key.
func (u Use) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads the key.
func (u *Use) UnmarshalText(text []byte) error { return uses.Read(u, text) }

// Needs returns the fields that the deciding reading reads, scope first.
func (m Measure[R]) Needs() []Need {
	if m.of == nil {
		return nil
	}
	r, err := m.of.resolved()
	if err != nil {
		return nil
	}
	b := &r.readings[0]
	scope := b.question.Among.Reads()
	var needs []Need
	for i, f := range b.fields {
		use := ForCondition
		switch {
		case i < len(scope):
			use = ForScope
		case sums(b.form):
			use = ForAmount
		}
		n := Need{Subject: m.SubjectKey(), Field: f.Key(), Label: f.Label(), Unit: f.Unit(), Use: use}
		if v := f.Vocabulary(); v != nil {
			for _, e := range v.Entries() {
				n.Words = append(n.Words, e.Key)
			}
		}
		needs = append(needs, n)
	}
	return needs
}
