package rules

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// word is one entry of a closed list: its key in JSON, and its text.
type word struct {
	key  string
	text bilingual.Text
}

func wordAt[V ~uint8](list []word, v V) word {
	if int(v) < len(list) {
		return list[v]
	}
	key := fmt.Sprintf("odd(%d)", uint8(v))
	return word{key, bilingual.Text{ZH: key, EN: key}}
}

func parseWord[V ~uint8](list []word, kind string, text []byte) (V, error) {
	for i, w := range list {
		if w.key == string(text) {
			return V(i), nil
		}
	}
	return 0, fmt.Errorf("rules: %s %q: not in the list", kind, text)
}

// Outcome is the verdict of a rule. The zero value is Undetermined, never a pass.
type Outcome uint8

// The outcomes.
const (
	Undetermined Outcome = iota
	Met
	NotMet
	NotApplicable
)

var outcomes = []word{{"undetermined", bilingual.Text{ZH: "无法判定", EN: "undetermined"}},
	{"met", bilingual.Text{ZH: "达到", EN: "met"}},
	{"not-met", bilingual.Text{ZH: "未达到", EN: "not met"}},
	{"not-applicable", bilingual.Text{ZH: "不适用", EN: "not applicable"}}}

// String returns the outcome's key.
func (o Outcome) String() string { return wordAt(outcomes, o).key }

// In returns the outcome in words.
func (o Outcome) In(l bilingual.Language) string { return wordAt(outcomes, o).text.In(l) }

// MarshalText writes the key.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads the key.
func (o *Outcome) UnmarshalText(text []byte) (err error) {
	*o, err = parseWord[Outcome](outcomes, "outcome", text)
	return err
}

// Reason says why an outcome is not Met. The zero value goes with Met alone.
type Reason uint8

// The reasons.
const (
	NoReason         Reason = iota
	BelowThreshold          // the value does not reach its floor
	AboveThreshold          // the value exceeds its ceiling
	OffThreshold            // the value, or what a record says, is not the one wanted
	MissingData             // records say too little for a certain verdict
	InvalidData             // so do they, and some of what they say cannot be
	AbsentRecords           // fewer records came than were expected
	NoRecords               // there are no records at all
	EmptyScope              // no record is in scope
	OtherPopulation         // there are figures, but of another population than the plan's
	ZeroDenominator         // nothing to divide by
	MissingParameter        // a word the plan leaves undefined has no number yet
	StaleData               // the data are older than the deadline that has passed
	NoEvidence              // no evidence that counts, or too little
	PartMeasured            // a measure of a part of the demand, which cannot give this verdict alone
)

var reasons = []word{{"", bilingual.Text{}},
	{"below-threshold", bilingual.Text{ZH: "低于要求", EN: "below the threshold"}},
	{"above-threshold", bilingual.Text{ZH: "高于上限", EN: "above the threshold"}},
	{"off-threshold", bilingual.Text{ZH: "与规定不符", EN: "not the value wanted"}},
	{"missing-data", bilingual.Text{ZH: "数据缺失", EN: "data are missing"}},
	{"invalid-data", bilingual.Text{ZH: "数据无效", EN: "data are invalid"}},
	{"absent-records", bilingual.Text{ZH: "记录不全", EN: "records are absent"}},
	{"no-records", bilingual.Text{ZH: "没有记录", EN: "no records"}},
	{"empty-scope", bilingual.Text{ZH: "无适用对象", EN: "nothing in scope"}},
	{"other-population", bilingual.Text{ZH: "只有其他口径的数据", EN: "figures of another population only"}},
	{"zero-denominator", bilingual.Text{ZH: "分母为零", EN: "the denominator is zero"}},
	{"missing-parameter", bilingual.Text{ZH: "缺少参数", EN: "a parameter is not set"}},
	{"stale-data", bilingual.Text{ZH: "数据早于期限", EN: "the data are older than the deadline"}},
	{"no-evidence", bilingual.Text{ZH: "缺少佐证", EN: "evidence is missing"}},
	{"part-measured", bilingual.Text{ZH: "只计量了要求的一部分，须另有佐证", EN: "only a part of the demand is measured, evidence is wanted"}}}

// String returns the reason's key.
func (r Reason) String() string { return wordAt(reasons, r).key }

// In returns the reason in words.
func (r Reason) In(l bilingual.Language) string { return wordAt(reasons, r).text.In(l) }

// MarshalText writes the key.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the key.
func (r *Reason) UnmarshalText(text []byte) (err error) {
	*r, err = parseWord[Reason](reasons, "reason", text)
	return err
}

// Due says where a date stands in relation to a deadline. A deadline's own day
// is still open. Before the first day of the plan everything is open. The zero
// value is Open, so that nothing is a breach by default.
type Due uint8

// The states.
const (
	Open Due = iota
	Past
	Standing
)

var dues = []word{{"open", bilingual.Text{ZH: "未到期", EN: "open"}},
	{"past", bilingual.Text{ZH: "已到期", EN: "past"}},
	{"standing", bilingual.Text{ZH: "长期", EN: "standing"}}}

// String returns the state's key.
func (d Due) String() string { return wordAt(dues, d).key }

// In returns the state in words.
func (d Due) In(l bilingual.Language) string { return wordAt(dues, d).text.In(l) }

// MarshalText writes the key.
func (d Due) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the key.
func (d *Due) UnmarshalText(text []byte) (err error) {
	*d, err = parseWord[Due](dues, "due", text)
	return err
}

// dueOn returns how a statement's deadline stands on a day, for data of a date.
func dueOn(day, data, first quantity.Date, d plan.Deadline) Due {
	if data.Before(first) || day.Before(first) {
		return Open
	}
	last := d.OnFor(data)
	switch {
	case !last.Known():
		return Standing
	case day.After(last):
		return Past
	}
	return Open
}

// breach is what a report must not miss: not met, no longer open, and a must.
func breach(o Outcome, d Due, m plan.Modality) bool {
	return o == NotMet && d != Open && m == plan.Must
}
