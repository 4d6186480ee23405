package archive

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Answer is what a verification finds. The zero value is not set.
type Answer uint8

// The answers.
const (
	_          Answer = iota
	Same              // the report says the same today
	OtherWords        // the same verdicts and figures, in other words
	OtherRules        // some statements are counted or judged by other rules now
	Altered           // the archive is not what it was
)

var answers = bilingual.List[Answer]{Of: "archive: answer", First: Same, Terms: []bilingual.Term{
	{Key: "same", Text: bilingual.Text{ZH: "结果与存档一致", EN: "the same"}},
	{Key: "other-words", Text: bilingual.Text{ZH: "结论和数值与存档一致，文字表述不同", EN: "the same figures in other words"}},
	{Key: "other-rules", Text: bilingual.Text{ZH: "部分条目现行统计或判定规则已变化", EN: "counted or judged by other rules"}},
	{Key: "altered", Text: bilingual.Text{ZH: "存档内容被改动", EN: "altered"}},
}}

// String returns the key, such as "other-words".
func (a Answer) String() string { return answers.Key(a) }

// In returns the answer in words.
func (a Answer) In(l bilingual.Language) string { return answers.In(a, l) }

// MarshalText writes the key.
func (a Answer) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads the key.
func (a *Answer) UnmarshalText(text []byte) error { return answers.Read(a, text) }

// Verification is what verifying an archive has found.
type Verification struct {
	Answer     Answer         `json:"answer"`
	Library    string         `json:"library"`             // the version that made the report
	Statements []plan.ID      `json:"statements,omitzero"` // that other rules count or judge, or whose verdicts do not follow from the data
	Why        bilingual.Text `json:"why,omitzero"`        // of an altered archive
}

// String returns the text in Chinese.
func (v Verification) String() string { return v.Text(bilingual.Chinese) }

// Text says in one line what was found.
func (v Verification) Text(l bilingual.Language) string {
	text := v.Answer.In(l)
	if !v.Why.IsZero() {
		text += l.Pick("：", ": ") + v.Why.In(l)
	}
	if len(v.Statements) > 0 {
		text += l.Pick("（", " (") + join(v.Statements) + l.Pick("）", ")")
	}
	return text + l.Pick("；存档时程序版本", "; archived by version ") + v.Library
}

func join(ids []plan.ID) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return strings.Join(list, ", ")
}

// Verify works the report out again from the archived data, by the rules of a book on
// the plan that the archive started from, and compares. An archive of another plan is
// an error, and so is one that was made by another version of the library whose data
// this one cannot judge at all.
func (a *Archive) Verify(p *plan.Plan, book []rules.View) (Verification, error) {
	switch {
	case a == nil || a.written.Format == 0:
		return Verification{}, errZero
	case p == nil || p.Edition() != a.written.Plan:
		return Verification{}, fmt.Errorf("archive: an archive of plan %q", a.written.Plan)
	}
	v := Verification{Library: a.written.Library}
	if a.written.digest() != a.written.Digest {
		v.Answer, v.Why = Altered, bilingual.Text{ZH: "内容与摘要值不符", EN: "its content has another digest"}
		return v, nil
	}
	today := v.Library == verdict.Version
	again, others, err := a.data.judge(p, book)
	switch {
	case errors.Is(err, rules.ErrImpossible):
		v.Answer, v.Why = Altered, bilingual.Text{ZH: "统计数据不可能出现", EN: "no register has its counts"}
		return v, nil
	case err != nil && today:
		v.Answer, v.Why = Altered, bilingual.Text{ZH: "同一版本程序无法由存档数据得出报告", EN: "the version that made it cannot judge its data"}
		return v, nil
	case err != nil:
		return Verification{}, fmt.Errorf("archive: made by version %s: %w", v.Library, err)
	}
	was, err := read(a.written.Report)
	if err != nil {
		return Verification{}, err
	}
	for id := range was.judged {
		if !slices.ContainsFunc(book, func(r rules.View) bool { return r != nil && r.ID() == id }) {
			others = append(others, id)
		}
	}
	c, err := compare(was, again, others, today)
	if err != nil {
		return Verification{}, err
	}
	v.Statements = append(others, c.statements...)
	slices.Sort(v.Statements)
	v.Statements = slices.Compact(v.Statements)
	switch {
	case today && len(c.statements) > 0:
		v.Answer, v.Why = Altered, bilingual.Text{ZH: "结论无法由存档数据得出", EN: "verdicts do not follow from its data"}
	case c.summary:
		v.Answer, v.Why = Altered, bilingual.Text{ZH: "汇总数与各条结论不符", EN: "its summary does not follow from its verdicts"}
	case len(v.Statements) > 0:
		v.Answer = OtherRules
	case c.words:
		v.Answer = OtherWords
	default:
		v.Answer = Same
	}
	return v, nil
}
