package verdict

import (
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// State is what one record is to a statement on a date.
type State uint8

// The states. A record is absent where no row has its key.
const (
	Absent State = iota
	OutOfScope
	Unclear // it lacks what would tell
	Short   // in scope, and not as it should be
	Right   // in scope, and as it should be
)

var states = bilingual.List[State]{Of: "verdict: state", Terms: []bilingual.Term{{Key: "absent", Text: bilingual.Text{ZH: "没有记录", EN: "no record"}},
	{Key: "out-of-scope", Text: bilingual.Text{ZH: "不在范围内", EN: "out of scope"}},
	{Key: "unclear", Text: bilingual.Text{ZH: "不明", EN: "open"}},
	{Key: "short", Text: bilingual.Text{ZH: "未达标", EN: "short"}},
	{Key: "right", Text: bilingual.Text{ZH: "达标", EN: "met"}}}}

// States returns the states, Absent first.
func States() []State { return states.All() }

// String returns the key.
func (s State) String() string { return states.Key(s) }

// In returns the state in words.
func (s State) In(l bilingual.Language) string { return states.In(s, l) }

// MarshalText writes the key.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the key.
func (s *State) UnmarshalText(text []byte) error { return states.Read(s, text) }

// Change is what became of a record from one evaluation to another.
type Change uint8

// The changes. Each pair of states is one of them, and no record is in both of two.
const (
	NeverInScope Change = iota // neither time in scope
	StillMet
	Mended // short before, met now
	StillShort
	NewlyShort
	StillOpen
	NewlyOpen
	Answered // open before, met or short now
	Joined   // in scope now alone
	Left     // in scope before alone: gone, or out of scope
)

var changes = bilingual.List[Change]{Of: "verdict: change", Terms: []bilingual.Term{{Key: "never-in-scope", Text: bilingual.Text{ZH: "始终不在范围内", EN: "never in scope"}},
	{Key: "still-met", Text: bilingual.Text{ZH: "持续达标", EN: "still met"}},
	{Key: "mended", Text: bilingual.Text{ZH: "已整改", EN: "mended"}},
	{Key: "still-short", Text: bilingual.Text{ZH: "仍未达标", EN: "still short"}},
	{Key: "newly-short", Text: bilingual.Text{ZH: "新出现未达标", EN: "newly short"}},
	{Key: "still-open", Text: bilingual.Text{ZH: "仍不明", EN: "still open"}},
	{Key: "newly-open", Text: bilingual.Text{ZH: "新出现不明", EN: "newly open"}},
	{Key: "answered", Text: bilingual.Text{ZH: "已查清", EN: "answered"}},
	{Key: "joined", Text: bilingual.Text{ZH: "新进入范围", EN: "joined"}},
	{Key: "left", Text: bilingual.Text{ZH: "离开范围", EN: "left"}}}}

// String returns the key.
func (c Change) String() string { return changes.Key(c) }

// In returns the change in words.
func (c Change) In(l bilingual.Language) string { return changes.In(c, l) }

// MarshalText writes the key.
func (c Change) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the key.
func (c *Change) UnmarshalText(text []byte) error { return changes.Read(c, text) }

// ChangeOf names what became of a record.
func ChangeOf(before, after State) Change {
	was, is := before > OutOfScope, after > OutOfScope
	switch {
	case !was && !is:
		return NeverInScope
	case !was:
		return Joined
	case !is:
		return Left
	case after == Unclear && before == Unclear:
		return StillOpen
	case after == Unclear:
		return NewlyOpen
	case before == Unclear:
		return Answered
	case before == after && after == Right:
		return StillMet
	case before == after:
		return StillShort
	case after == Right:
		return Mended
	}
	return NewlyShort
}

// FieldChange says what became of a field in the records that both evaluations have.
type FieldChange struct {
	Field        string         `json:"field"`
	Label        bilingual.Text `json:"label"`
	StillUnknown int64          `json:"still_unknown"`
	Lost         int64          `json:"lost"`   // known before alone
	Filled       int64          `json:"filled"` // known now alone
	Changed      int64          `json:"changed"`
}

// Changes says what became of the records of a statement from one evaluation to another.
// No key and no record is in it.
type Changes struct {
	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Citation  bilingual.Text `json:"citation"`
	Before    Result         `json:"before"`
	After     Result         `json:"after"`
	Stayed    Result         `json:"stayed"`  // what After would be had those who are absent now stayed as they were
	Records   [5][5]int64    `json:"records"` // by [State] before and after
	Fields    []FieldChange  `json:"fields"`  // that the rule reads now
}

// Of returns how many records changed so. The changes together are the records that
// either evaluation has.
func (c Changes) Of(change Change) (n int64) {
	for before, row := range c.Records {
		for after, records := range row {
			if ChangeOf(State(before), State(after)) == change {
				n += records
			}
		}
	}
	return n
}

// String returns the text in Chinese.
func (c Changes) String() string { return c.Text(bilingual.Chinese) }

// Text says how the verdict changed and what became of the records. Where those who are
// gone would have made another verdict, it says which.
func (c Changes) Text(l bilingual.Language) string {
	text := cited(c.Name, c.Citation, l) + l.Pick("：", ": ") + c.Before.Verdict(l) + l.Pick("→", " -> ") + c.After.Verdict(l)
	var parts []string
	for change := StillMet; change <= Left; change++ {
		if n := c.Of(change); n > 0 {
			text := change.In(l) + l.Pick("", " ") + number(l, n) + l.Pick("条", "")
			if short := c.Records[Absent][Short] + c.Records[OutOfScope][Short]; change == Joined && short > 0 {
				text += l.Pick("（其中未达标"+number(l, short)+"条）", " (of which "+number(l, short)+" short)")
			}
			parts = append(parts, text)
		}
	}
	if len(parts) > 0 {
		text += l.Pick("；", "; ") + strings.Join(parts, l.Pick("，", ", "))
	}
	if c.Stayed.Outcome != c.After.Outcome {
		text += l.Pick("；若已无记录者维持原状，则为", "; had those without a record stayed as they were: ") + c.Stayed.Verdict(l)
	}
	if warning := c.After.Narrowed(c.Before, l); warning != "" {
		text += l.Pick("；", "; ") + warning
	}
	return text
}
