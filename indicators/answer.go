package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Answer is yes or no (是否); unlike a bool it may be unknown.
type Answer uint8

// The values of Answer; zero is unknown.
const (
	Yes Answer = iota + 1 // 是
	No                    // 否
)

// A table program writes a truth value as 1.0 in a column of numbers that has gaps. A bare
// 1 may be the first of any list: [TruthCodes] reads it.
var answers = NewVocabulary(bilingual.Text{ZH: "是否", EN: "answer"},
	Entry{Key: "yes", Name: bilingual.Text{ZH: "是", EN: "yes"}, Also: []string{"true", "t", "y", "有", "√", "✓", "✔", "✅", "☑", "🗹", "1.0", "已", "已开通", "达标", "合格", "是的", "真"}},
	Entry{Key: "no", Name: bilingual.Text{ZH: "否", EN: "no"}, Also: []string{"false", "f", "n", "无", "没有", "×", "✗", "✘", "✕", "✖", "❌", "☒", "0.0", "未", "未开通", "未达标", "不达标", "不合格", "不是", "假"}},
).worded(wording{closed: true})

// ParseAnswer reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseAnswer(text string) Answer { return Answer(answers.parse(text)) }

// Vocabulary returns the closed list.
func (Answer) Vocabulary() *Vocabulary { return answers }

// String returns the key; unknown is "".
func (a Answer) String() string { return answers.Key(uint8(a)) }

// In returns the value in words.
func (a Answer) In(l bilingual.Language) string { return answers.in(uint8(a), l) }

// MarshalText writes the key.
func (a Answer) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what ParseAnswer reads, but refuses a text outside the list.
func (a *Answer) UnmarshalText(text []byte) error { return unmarshalWord(a, string(text)) }

// AnswerOf turns a bool into Yes or No; .If(ok) makes it unknown.
func AnswerOf(b bool) Answer {
	if b {
		return Yes
	}
	return No
}

// If returns the answer if ok, and an unknown one if not.
func (a Answer) If(ok bool) Answer {
	if ok {
		return a
	}
	return 0
}
