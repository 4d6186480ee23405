package quantity

import (
	"fmt"

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
	lastFault
)

var faultTexts = [lastFault]struct {
	key  string
	text bilingual.Text
}{
	NoFault:      {"none", bilingual.Text{ZH: "无误", EN: "no fault"}},
	Negative:     {"negative", bilingual.Text{ZH: "为负数", EN: "negative"}},
	NotANumber:   {"not-a-number", bilingual.Text{ZH: "不是数字", EN: "not a number"}},
	Infinite:     {"infinite", bilingual.Text{ZH: "为无穷大", EN: "infinite"}},
	NotWhole:     {"not-whole", bilingual.Text{ZH: "应为整数", EN: "not a whole number"}},
	TooPrecise:   {"too-precise", bilingual.Text{ZH: "小数超过两位", EN: "more than two decimals"}},
	TooLarge:     {"too-large", bilingual.Text{ZH: "超出范围", EN: "too large"}},
	Unreadable:   {"unreadable", bilingual.Text{ZH: "无法识别", EN: "unreadable"}},
	NotADate:     {"not-a-date", bilingual.Text{ZH: "日期不存在", EN: "no day of the calendar"}},
	UnknownWord:  {"unknown-word", bilingual.Text{ZH: "不在代码表内", EN: "not in the field's list"}},
	ExceedsWhole: {"exceeds-whole", bilingual.Text{ZH: "部分大于整体", EN: "part larger than its whole"}},
}

// In returns the reason in words.
func (f Fault) In(l bilingual.Language) string {
	if f < lastFault {
		return faultTexts[f].text.In(l)
	}
	return f.String()
}

// String returns the fault's key, such as "negative".
func (f Fault) String() string {
	if f < lastFault {
		return faultTexts[f].key
	}
	return fmt.Sprintf("Fault(%d)", uint8(f))
}

// MarshalText writes the fault's key.
func (f Fault) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads the fault's key.
func (f *Fault) UnmarshalText(text []byte) error {
	for i := range faultTexts {
		if faultTexts[i].key == string(text) {
			*f = Fault(i)
			return nil
		}
	}
	return fmt.Errorf("quantity: fault %q: not in the list", text)
}

// Error makes a fault usable as an error: errors of the Parse functions wrap it.
func (f Fault) Error() string { return f.In(bilingual.English) }
