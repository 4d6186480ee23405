package rows

import (
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// FaultKind says what a fault is about. The zero value is a cell.
type FaultKind uint8

// What faults are about.
const (
	Cell    FaultKind = iota // a text that cannot be read
	NoKey                    // a row that does not say who the record is
	Double                   // a row whose key an earlier one has
	Surplus                  // a text behind the last column of the header
)

var faultKinds = bilingual.List[FaultKind]{Of: "rows: fault", Terms: []bilingual.Term{
	{Key: "cell", Text: bilingual.Text{ZH: "单元格无法读取", EN: "a cell that cannot be read"}},
	{Key: "no-key", Text: bilingual.Text{ZH: "没有编号", EN: "no key"}},
	{Key: "double", Text: bilingual.Text{ZH: "编号重复", EN: "a key that stands twice"}},
	{Key: "surplus", Text: bilingual.Text{ZH: "多出的内容", EN: "a text behind the last column"}},
}}

// String returns the kind's key, such as "double".
func (k FaultKind) String() string { return faultKinds.Key(k) }

// In returns the kind in words.
func (k FaultKind) In(l bilingual.Language) string { return faultKinds.In(k, l) }

// MarshalText writes the key.
func (k FaultKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the key.
func (k *FaultKind) UnmarshalText(text []byte) error { return faultKinds.Read(k, text) }

// Fault is what is wrong with a row, so that a clerk can mend it.
type Fault struct {
	Kind   FaultKind      `json:"kind"`
	Row    int64          `json:"row"`              // in the table, whose header is row 1
	Key    string         `json:"key,omitempty"`    // who the record is
	Column string         `json:"column,omitempty"` // as the header calls it
	Field  string         `json:"field,omitempty"`
	Text   string         `json:"text,omitempty"`  // as it stood
	Reason quantity.Fault `json:"reason"`          // of a cell
	Wanted bilingual.Text `json:"wanted"`          // what is expected instead
	First  int64          `json:"first,omitempty"` // of a double: the row that has the key first
}

// fault is what is wrong with the cell that was read last.
func (c *reading[R]) fault(text string) Fault {
	return Fault{Kind: Cell, Column: c.header, Field: c.Field.Key(), Text: strings.Clone(text),
		Reason: c.was.reason, Wanted: c.wanted(c.was.err)}
}

// wanted is what a column expects in place of a text that was refused.
func (c *reading[R]) wanted(err error) bilingual.Text {
	var word *indicators.TextError
	switch {
	case !c.Wanted.IsZero():
		return c.Wanted
	case errors.As(err, &word) && word.MayMean != nil:
		return listed(word.MayMean)
	case c.Field.Vocabulary() != nil:
		return listed(c.Field.Vocabulary().Entries())
	case c.Field.Unit() == quantity.Day:
		return bilingual.Text{ZH: "日期，如2025-06-30", EN: "a date such as 2025-06-30"}
	}
	unit, whole := c.Field.Unit(), bilingual.Text{ZH: "整数", EN: "a whole number"}
	if unit.Scale() != 1 {
		whole = bilingual.Text{ZH: "数字，最多两位小数", EN: "a number with two decimals at most"}
	}
	return bilingual.Both(func(l bilingual.Language) string {
		if noun := unit.Noun(l); noun != "" {
			return whole.In(l) + l.Pick("，单位："+noun, " of "+noun)
		}
		return whole.In(l)
	})
}

func listed(entries []indicators.Entry) bilingual.Text {
	return bilingual.Both(func(l bilingual.Language) string {
		list := make([]string, len(entries))
		for i, e := range entries {
			list[i] = e.Name.In(l)
		}
		return strings.Join(list, l.Pick("、", ", "))
	})
}

// In says what is wrong, where, and what is expected.
func (f Fault) In(l bilingual.Language) string {
	where := l.Pick("第"+strconv.FormatInt(f.Row, 10)+"行", "row "+strconv.FormatInt(f.Row, 10))
	if f.Key != "" {
		where += l.Pick("（"+f.Key+"）", " ("+f.Key+")")
	}
	switch f.Kind {
	case NoKey:
		return where + l.Pick("：没有写明是谁的记录", ": nothing says whose record it is")
	case Double:
		return where + l.Pick(fmt.Sprintf("：编号与第%d行重复", f.First), fmt.Sprintf(": the key stands in row %d already", f.First))
	case Surplus:
		return where + l.Pick("：“"+f.Text+"”在最后一列之外", fmt.Sprintf(": %q stands behind the last column", f.Text))
	}
	return where + l.Pick("“"+f.Column+"”列：“"+f.Text+"”"+f.Reason.In(l)+"，应填："+f.Wanted.ZH,
		fmt.Sprintf(", column %q: %q: %s; expected: %s", f.Column, f.Text, f.Reason.In(l), f.Wanted.EN))
}

// String returns the fault in Chinese.
func (f Fault) String() string { return f.In(bilingual.Chinese) }

// LogValue groups the parts of a fault. A log is no place for what a cell says of a person:
// the text is left out.
func (f Fault) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", f.Kind.String()), slog.Int64("row", f.Row), slog.String("column", f.Column),
		slog.String("field", f.Field), slog.String("reason", f.Reason.String()))
}

// Report is what was read of a table. Lines are those that are blank and those that were
// read; each of the latter is a record, and each fault is in one of them.
type Report struct {
	Subject string   `json:"subject"`
	Unknown []string `json:"unknown,omitempty"` // headers that nobody knows, in their order
	Missing []Name   `json:"missing,omitempty"` // fields without a column
	Lines   int64    `json:"lines"`             // below the header
	Blank   int64    `json:"blank"`
	Read    int64    `json:"read"`
	Records int64    `json:"records"` // that these rows stand for
	Refused int64    `json:"refused"` // rows of those with a cell that cannot be read
	Skipped int64    `json:"skipped"` // rows that say that they are no members
	Doubled int64    `json:"doubled"` // rows whose key an earlier one has
	Unnamed int64    `json:"unnamed"` // rows without a key
	Faults  int64    `json:"faults"`
}

// Name is how a field is called.
type Name struct {
	Key   string         `json:"key"`
	Label bilingual.Text `json:"label"`
}

func (r Report) clone() Report {
	r.Unknown, r.Missing = slices.Clone(r.Unknown), slices.Clone(r.Missing)
	return r
}

// In says in words what was read.
func (r Report) In(l bilingual.Language) string {
	text := l.Pick(fmt.Sprintf("共%d行，其中空行%d行，读取%d行", r.Lines, r.Blank, r.Read), fmt.Sprintf("%d rows: %d blank, %d read", r.Lines, r.Blank, r.Read))
	for _, part := range []struct {
		n      int64
		zh, en string
	}{
		{r.Refused, "%d行有无法读取的单元格", "%d with cells that cannot be read"}, {r.Skipped, "%d行不属统计对象", "%d of no members"},
		{r.Doubled, "%d行编号重复", "%d with a key that stands twice"}, {r.Unnamed, "%d行没有编号", "%d without a key"},
	} {
		if part.n > 0 {
			text += l.Pick("，"+fmt.Sprintf(part.zh, part.n), ", "+fmt.Sprintf(part.en, part.n))
		}
	}
	if len(r.Unknown) > 0 {
		text += l.Pick("；不认识的列："+strings.Join(r.Unknown, "、"), "; unknown columns: "+strings.Join(r.Unknown, ", "))
	}
	if len(r.Missing) > 0 {
		labels := make([]string, len(r.Missing))
		for i, name := range r.Missing {
			labels[i] = name.Label.In(l)
		}
		text += l.Pick("；表中没有的字段：", "; fields without a column: ") + strings.Join(labels, l.Pick("、", ", "))
	}
	return text
}

// String returns the report in Chinese.
func (r Report) String() string { return r.In(bilingual.Chinese) }
