package verdict

import (
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// Outcome is the verdict of a rule. The zero value is Undetermined, never a pass.
type Outcome uint8

// The outcomes.
const (
	Undetermined Outcome = iota
	Met
	NotMet
	NotApplicable
)

var outcomes = bilingual.List[Outcome]{Of: "verdict: outcome", Terms: []bilingual.Term{{Key: "undetermined", Text: bilingual.Text{ZH: "无法判定", EN: "undetermined"}},
	{Key: "met", Text: bilingual.Text{ZH: "达到", EN: "met"}},
	{Key: "not-met", Text: bilingual.Text{ZH: "未达到", EN: "not met"}},
	{Key: "not-applicable", Text: bilingual.Text{ZH: "不适用", EN: "not applicable"}}}}

// Outcomes returns the outcomes.
func Outcomes() []Outcome { return outcomes.All() }

// String returns the outcome's key.
func (o Outcome) String() string { return outcomes.Key(o) }

// In returns the outcome in words.
func (o Outcome) In(l bilingual.Language) string { return outcomes.In(o, l) }

// MarshalText writes the key.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads the key.
func (o *Outcome) UnmarshalText(text []byte) error { return outcomes.Read(o, text) }

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
	ForComparison           // the statement falls on another than whose register this is: a value and no verdict
	NeedsGroups             // it falls on each of several, which the total does not tell apart
	NoFigure                // there are records, and none of them is the figure that is wanted
	Rounded                 // a printed figure whose digits leave both sides of the threshold possible
	SurplusRecords          // more records came than were expected, so that any may be a double
	TotalsAndParts          // a total and parts of it are added up together
	BeforeIssue             // the data are of a time before the plan was issued: a baseline
)

var reasons = bilingual.List[Reason]{Of: "verdict: reason", Terms: []bilingual.Term{{Key: "", Text: bilingual.Text{}},
	{Key: "below-threshold", Text: bilingual.Text{ZH: "低于要求", EN: "below the threshold"}},
	{Key: "above-threshold", Text: bilingual.Text{ZH: "高于上限", EN: "above the threshold"}},
	{Key: "off-threshold", Text: bilingual.Text{ZH: "与规定不符", EN: "not the value wanted"}},
	{Key: "missing-data", Text: bilingual.Text{ZH: "数据缺失", EN: "data are missing"}},
	{Key: "invalid-data", Text: bilingual.Text{ZH: "数据无效", EN: "data are invalid"}},
	{Key: "absent-records", Text: bilingual.Text{ZH: "记录不全", EN: "records are absent"}},
	{Key: "no-records", Text: bilingual.Text{ZH: "没有记录", EN: "no records"}},
	{Key: "empty-scope", Text: bilingual.Text{ZH: "无适用对象", EN: "nothing in scope"}},
	{Key: "other-population", Text: bilingual.Text{ZH: "只有其他口径的数据", EN: "figures of another population only"}},
	{Key: "zero-denominator", Text: bilingual.Text{ZH: "分母为零", EN: "the denominator is zero"}},
	{Key: "missing-parameter", Text: bilingual.Text{ZH: "规定的数值未定", EN: "a number has not been set"}},
	{Key: "stale-data", Text: bilingual.Text{ZH: "数据早于期限", EN: "the data are older than the deadline"}},
	{Key: "no-evidence", Text: bilingual.Text{ZH: "缺少佐证", EN: "evidence is missing"}},
	{Key: "part-measured", Text: bilingual.Text{ZH: "只计量了要求的一部分，须另有佐证", EN: "only a part of the demand is measured, evidence is wanted"}},
	{Key: "for-comparison", Text: bilingual.Text{ZH: "仅供比较", EN: "for comparison only"}},
	{Key: "needs-groups", Text: bilingual.Text{ZH: "须按责任单位分别报送数据", EN: "separate figures are wanted from each body responsible"}},
	{Key: "no-figure", Text: bilingual.Text{ZH: "没有所需数据", EN: "the figure wanted is not there"}},
	{Key: "rounded", Text: bilingual.Text{ZH: "上报数值的位数不足以判定", EN: "the digits of the reported figure do not settle it"}},
	{Key: "surplus-records", Text: bilingual.Text{ZH: "记录多于应有数", EN: "more records than expected"}},
	{Key: "totals-and-parts", Text: bilingual.Text{ZH: "总计与其所含各项并列，会重复计算", EN: "a total stands beside its parts, which would count twice"}},
	{Key: "before-issue", Text: bilingual.Text{ZH: "规划印发前的数据，只作基期", EN: "data of before the plan was issued, a baseline only"}}}}

// Reasons returns the reasons, that of Met first.
func Reasons() []Reason { return reasons.All() }

// String returns the reason's key.
func (r Reason) String() string { return reasons.Key(r) }

// In returns the reason in words.
func (r Reason) In(l bilingual.Language) string { return reasons.In(r, l) }

// MarshalText writes the key.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the key.
func (r *Reason) UnmarshalText(text []byte) error { return reasons.Read(r, text) }

// Due says where a date stands in relation to a deadline. A deadline's own day
// is still open. Before the first day of the plan everything is open. The zero
// value is Open, so that nothing is a breach by default.
type Due uint8

// The states.
const (
	Open Due = iota
	Past
	Standing
	Ended // a standing duty on data later than the plan, which binds no more
)

var dues = bilingual.List[Due]{Of: "verdict: due", Terms: []bilingual.Term{{Key: "open", Text: bilingual.Text{ZH: "未到期", EN: "open"}},
	{Key: "past", Text: bilingual.Text{ZH: "已到期", EN: "past"}},
	{Key: "standing", Text: bilingual.Text{ZH: "持续", EN: "standing"}},
	{Key: "ended", Text: bilingual.Text{ZH: "规划期已满", EN: "the plan has ended"}}}}

// Dues returns the states.
func Dues() []Due { return dues.All() }

// String returns the state's key.
func (d Due) String() string { return dues.Key(d) }

// In returns the state in words.
func (d Due) In(l bilingual.Language) string { return dues.In(d, l) }

// MarshalText writes the key.
func (d Due) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the key.
func (d *Due) UnmarshalText(text []byte) error { return dues.Read(d, text) }

// IsBreach reports what a report must not miss: not met, no longer open, and a must.
func IsBreach(o Outcome, d Due, m plan.Modality) bool {
	return o == NotMet && (d == Past || d == Standing) && m == plan.Must
}
