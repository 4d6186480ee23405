package plan

import (
	"errors"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Comparator relates a value to a threshold. The zero value is not set.
type Comparator uint8

// The comparators. AtLeast and AtMost include the number itself, as 以上,
// 不少于 and 达到 do.
const (
	_        Comparator = iota
	AtLeast             // not below
	AtMost              // not above
	MoreThan            // above
	LessThan            // below
	Exactly             // equal
	About               // 左右: decided by a reading
	Between             // within a range, both ends included
)

var comparators = bilingual.List[Comparator]{Of: "plan: comparator", First: 1, Terms: []bilingual.Term{{Key: "at-least", Text: bilingual.Text{ZH: "不低于", EN: "at least"}},
	{Key: "at-most", Text: bilingual.Text{ZH: "不高于", EN: "at most"}},
	{Key: "more-than", Text: bilingual.Text{ZH: "超过", EN: "more than"}},
	{Key: "less-than", Text: bilingual.Text{ZH: "低于", EN: "less than"}},
	{Key: "exactly", Text: bilingual.Text{ZH: "等于", EN: "exactly"}},
	{Key: "about", Text: bilingual.Text{ZH: "左右", EN: "about"}},
	{Key: "between", Text: bilingual.Text{ZH: "介于", EN: "between"}}}}

// ParseComparator reads a comparator's key, such as "at-least".
func ParseComparator(key string) (Comparator, error) {
	return comparators.Parse(key)
}

// String returns the comparator's key.
func (c Comparator) String() string { return comparators.Key(c) }

// In returns the comparator in words.
func (c Comparator) In(l bilingual.Language) string { return comparators.In(c, l) }

// MarshalText writes the key; a comparator that is not set, as in no threshold, is "".
func (c Comparator) MarshalText() ([]byte, error) { return comparators.WriteOptional(c) }

// UnmarshalText reads the key, "" as not set.
func (c *Comparator) UnmarshalText(text []byte) error { return comparators.ReadOptional(c, text) }

// Holds reports whether a comparison of value with threshold (-1, 0, +1)
// satisfies the comparator. About is decided by a reading and never holds, and
// neither does Between, which compares with two numbers: see [Threshold.Holds].
func (c Comparator) Holds(comparison int) bool {
	switch c {
	case AtLeast:
		return comparison >= 0
	case AtMost:
		return comparison <= 0
	case MoreThan:
		return comparison > 0
	case LessThan:
		return comparison < 0
	case Exactly:
		return comparison == 0
	}
	return false
}

// Ceiling reports whether the comparator bounds from above, so that printing
// rounds up.
func (c Comparator) Ceiling() bool { return c == AtMost || c == LessThan }

// ErrThreshold is wrapped by the errors on thresholds that say nothing: a unit
// that is not that of what is measured, a figure that no value can reach.
var ErrThreshold = errors.New("a threshold that means nothing")

// Threshold is what a value must reach. The zero value is no threshold.
type Threshold struct {
	Comparator Comparator      `json:"comparator"`
	Amount     quantity.Amount `json:"amount"`
	To         quantity.Amount `json:"to,omitzero"` // the upper end of Between
	Origin
}

// Same reports whether two thresholds ask the same, wherever their figures come from.
func (t Threshold) Same(o Threshold) bool {
	return t.Comparator == o.Comparator && t.Amount == o.Amount && t.To == o.To
}

// Holds reports whether a defined value satisfies the threshold.
func (t Threshold) Holds(v quantity.Ratio) bool {
	if t.Comparator == Between {
		return v.Compare(t.Amount) >= 0 && v.Compare(t.To) <= 0
	}
	return t.Comparator.Holds(v.Compare(t.Amount))
}

// IsZero reports whether there is no threshold.
func (t Threshold) IsZero() bool { return t == Threshold{} }

// All reports whether all are asked for: at least 100 %.
func (t Threshold) All() bool {
	return t.Comparator == AtLeast && t.Amount == quantity.MustAmount(1, 1, quantity.Percent)
}

// In returns the threshold in words: 不低于12%, "at least 12 %".
func (t Threshold) In(l bilingual.Language) string {
	switch {
	case t.IsZero():
		return ""
	case t.Comparator == Between && l == bilingual.English:
		return t.Comparator.In(l) + " " + t.Amount.Number() + " and " + t.To.In(l)
	case t.Comparator == Between:
		return t.Comparator.In(l) + t.Amount.Number() + "至" + t.To.In(l)
	case l == bilingual.English:
		return t.Comparator.In(l) + " " + t.Amount.In(l)
	case t.Comparator == About:
		return t.Amount.In(l) + t.Comparator.In(l)
	}
	return t.Comparator.In(l) + t.Amount.In(l)
}

// String returns the threshold in English.
func (t Threshold) String() string { return t.In(bilingual.English) }

// DueKind says how a statement's deadline works. The zero value is not set.
type DueKind uint8

// The kinds of deadlines.
const (
	_        DueKind = iota
	ByDate           // due on one date
	Standing         // holds all the time
	Yearly           // due at each year's end
	Cycle            // due at the end of a cycle
	NotDue           // at no time, so that nothing is ever missed
)

var dueKinds = bilingual.List[DueKind]{Of: "plan: due", First: 1, Terms: []bilingual.Term{{Key: "by-date", Text: bilingual.Text{ZH: "限期", EN: "by date"}},
	{Key: "standing", Text: bilingual.Text{ZH: "持续", EN: "standing"}},
	{Key: "yearly", Text: bilingual.Text{ZH: "每年", EN: "yearly"}},
	{Key: "cycle", Text: bilingual.Text{ZH: "每周期", EN: "per cycle"}},
	{Key: "none", Text: bilingual.Text{ZH: "无期限", EN: "not due"}}}}

// ParseDueKind reads a key, such as "standing".
func ParseDueKind(key string) (DueKind, error) { return dueKinds.Parse(key) }

// String returns the key.
func (k DueKind) String() string { return dueKinds.Key(k) }

// In returns the kind in words.
func (k DueKind) In(l bilingual.Language) string { return dueKinds.In(k, l) }

// MarshalText writes the key.
func (k DueKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the key.
func (k *DueKind) UnmarshalText(text []byte) error { return dueKinds.Read(k, text) }

// Deadline says when a statement falls due. On is known for ByDate and Cycle.
type Deadline struct {
	Kind DueKind       `json:"kind"`
	On   quantity.Date `json:"on"`
	Origin
}

// OnFor returns the last day, inclusive, that data of the given date still has
// to fall due: the date itself, the end of the data's year for a yearly duty,
// unknown for a standing one.
func (d Deadline) OnFor(data quantity.Date) quantity.Date {
	switch d.Kind {
	case ByDate, Cycle:
		return d.On
	case Yearly:
		return data.EndOfYear()
	}
	return quantity.Date{}
}

// when returns the deadline without its origin.
func (d Deadline) when(l bilingual.Language) string {
	if d.On.Known() {
		return l.Pick(d.On.In(l)+"前", "by "+d.On.In(l))
	}
	return d.Kind.In(l)
}

// String returns the text in Chinese.
func (d Deadline) String() string { return d.In(bilingual.Chinese) }

// In returns the deadline in words.
func (d Deadline) In(l bilingual.Language) string {
	switch d.Kind {
	case ByDate, Cycle:
		if l == bilingual.English {
			return "by " + d.On.In(l) + ", " + d.Origin.In(l)
		}
		return d.On.In(l) + "前，" + d.Origin.In(l)
	}
	return d.Kind.In(l)
}
