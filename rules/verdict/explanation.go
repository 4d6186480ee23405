package verdict

import (
	"log/slog"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// Role is what one record is for a rule. The zero value is not set.
type Role uint8

// What a record may be.
const (
	_             Role = iota
	NoMember           // marked as no member of the subject
	OutsideScope       // certainly not what the rule speaks of
	Fulfilling         // in scope, and as the rule wants it
	Failing            // in scope, and not as the rule wants it
	ConditionOpen      // in scope; what is known does not say whether it is as wanted
	ScopeOpen          // what is known does not say whether it is in scope
)

var roles = bilingual.List[Role]{Of: "verdict: role", First: 1, Terms: []bilingual.Term{
	{Key: "no-member", Text: bilingual.Text{ZH: "不属统计对象", EN: "no member"}},
	{Key: "outside-scope", Text: bilingual.Text{ZH: "不在范围内", EN: "out of scope"}},
	{Key: "fulfilling", Text: bilingual.Text{ZH: "在范围内，符合", EN: "in scope, as wanted"}},
	{Key: "failing", Text: bilingual.Text{ZH: "在范围内，不符合", EN: "in scope, not as wanted"}},
	{Key: "condition-open", Text: bilingual.Text{ZH: "在范围内，是否符合无法判定", EN: "in scope, cannot be told whether as wanted"}},
	{Key: "scope-open", Text: bilingual.Text{ZH: "是否在范围内无法判定", EN: "cannot be told whether in scope"}},
}}

// String returns the role's key, such as "failing".
func (r Role) String() string { return roles.Key(r) }

// In returns the role in words.
func (r Role) In(l bilingual.Language) string { return roles.In(r, l) }

// MarshalText writes the key.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the key.
func (r *Role) UnmarshalText(text []byte) error { return roles.Read(r, text) }

// Explanation says why a record is what it is for one rule: the cells that were read, whom
// the rule speaks of and what it wants of them.
type Explanation struct {
	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Citation  bilingual.Text `json:"citation"`
	Role      Role           `json:"role"`
	Scope     bilingual.Text `json:"scope"`  // empty: every record
	Wanted    bilingual.Text `json:"wanted"` // of those in scope; empty: they are counted
	Cells     []CellRead     `json:"cells"`
	Unset     []string       `json:"unset,omitempty"` // parameters that nobody has set, without which the rule cannot tell
}

// CellRead is a field of a record as a rule read it.
type CellRead struct {
	Field   string         `json:"field"`
	Label   bilingual.Text `json:"label"`
	Found   bilingual.Text `json:"found"`
	Unknown bool           `json:"unknown,omitempty"`
	Invalid bool           `json:"invalid,omitempty"`
}

// In says it in words.
func (e Explanation) In(l bilingual.Language) string {
	colon := l.Pick("：", ": ")
	parts := []string{cited(e.Name, e.Citation, l) + colon + e.Role.In(l)}
	cells := make([]string, len(e.Cells))
	for i, c := range e.Cells {
		cells[i] = c.Label.In(l) + colon + c.Found.In(l)
	}
	if len(cells) > 0 {
		parts = append(parts, strings.Join(cells, l.Pick("，", ", ")))
	}
	if !e.Scope.IsZero() {
		parts = append(parts, l.Pick("范围", "scope")+colon+e.Scope.In(l))
	}
	if !e.Wanted.IsZero() {
		parts = append(parts, l.Pick("要求", "wanted")+colon+e.Wanted.In(l))
	}
	if len(e.Unset) > 0 {
		parts = append(parts, l.Pick("未设参数", "parameters not set")+colon+strings.Join(e.Unset, l.Pick("、", ", ")))
	}
	return strings.Join(parts, l.Pick("；", "; "))
}

// String returns the explanation in Chinese.
func (e Explanation) String() string { return e.In(bilingual.Chinese) }

// LogValue says which rule and what the record is for it, and nothing that the record says.
func (e Explanation) LogValue() slog.Value {
	return slog.GroupValue(slog.String("statement", string(e.Statement)), slog.String("role", e.Role.String()))
}
