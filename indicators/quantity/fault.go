package quantity

import (
	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Fault says why a value is invalid. The zero value means that there is no fault.
type Fault uint8

// The faults.
const (
	NoFault      Fault = iota
	Negative           // below zero
	NotANumber         // NaN
	Infinite           // an infinity
	NotWhole           // a fraction where a whole number is wanted
	TooPrecise         // more than two decimals
	TooLarge           // beyond the type's range
	Unreadable         // a text that is no value of the field
	NotADate           // a day that the calendar does not have
	UnknownWord        // a word or code outside the field's list
	ExceedsWhole       // a part larger than its whole
	NoDay              // a month where a day is wanted
	SumDiffers         // parts that do not add up to their whole
	Doubled            // a record that stands twice
	NoKey              // a record that cannot be told from others
)

var faults = bilingual.List[Fault]{Of: "quantity: fault", Terms: []bilingual.Term{
	{Key: "none", Text: bilingual.Text{ZH: "无误", EN: "no fault"}},
	{Key: "negative", Text: bilingual.Text{ZH: "为负数", EN: "negative"}},
	{Key: "not-a-number", Text: bilingual.Text{ZH: "不是数字", EN: "not a number"}},
	{Key: "infinite", Text: bilingual.Text{ZH: "为无穷大", EN: "infinite"}},
	{Key: "not-whole", Text: bilingual.Text{ZH: "应为整数", EN: "not a whole number"}},
	{Key: "too-precise", Text: bilingual.Text{ZH: "小数超过两位", EN: "more than two decimals"}},
	{Key: "too-large", Text: bilingual.Text{ZH: "超出范围", EN: "too large"}},
	{Key: "unreadable", Text: bilingual.Text{ZH: "无法识别", EN: "unreadable"}},
	{Key: "not-a-date", Text: bilingual.Text{ZH: "日期不存在", EN: "no day of the calendar"}},
	{Key: "unknown-word", Text: bilingual.Text{ZH: "不在代码表内", EN: "not in the field's list"}},
	{Key: "exceeds-whole", Text: bilingual.Text{ZH: "部分大于整体", EN: "part larger than its whole"}},
	{Key: "no-day", Text: bilingual.Text{ZH: "只有年月，缺少日", EN: "a month, the day is missing"}},
	{Key: "sum-differs", Text: bilingual.Text{ZH: "各部分之和与总数不符", EN: "parts that do not add up to their whole"}},
	{Key: "doubled", Text: bilingual.Text{ZH: "重复登记", EN: "stands twice"}},
	{Key: "no-key", Text: bilingual.Text{ZH: "没有编号，无法查重", EN: "without a key"}},
}}

// In returns the reason in words.
func (f Fault) In(l bilingual.Language) string { return faults.In(f, l) }

// String returns the fault's key, such as "negative".
func (f Fault) String() string { return faults.Key(f) }

// MarshalText writes the fault's key.
func (f Fault) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads the fault's key.
func (f *Fault) UnmarshalText(text []byte) error { return faults.Read(f, text) }

// Error makes a fault usable as an error: errors of the Parse functions wrap it.
func (f Fault) Error() string { return f.In(bilingual.English) }
