package importer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/rows"
)

// What a report shows of a long list.
const (
	Shown      = 12  // refusals
	shownLines = 100 // lines that are left out
)

// Report says what was read. Lines are blank, left out, replaced by a corrected row, or rows.
type Report struct {
	Lines     int64 // below the headers
	Blank     int64
	Left      int64 // lines that are no records
	Corrected int64 // lines whose corrected row was read in their place
	Rows      int64
	Skipped   int64     // rows that say that they are no members of the subject
	Refused   int64     // rows with anything wrong
	Faults    int64     // what is wrong with them
	Doubled   int64     // rows whose key an earlier one has
	Examples  []Refusal // the first [Shown]
	LeftOut   []LeftOut // the first hundred
}

// Refusal is a fault with its place.
type Refusal struct {
	Place Place
	Fault Fault
}

func (r *Report) leave(l LeftOut) {
	r.Left++
	if len(r.LeftOut) < shownLines {
		r.LeftOut = append(r.LeftOut, l)
	}
}

func (r *Report) count(p Place, faults []Fault) {
	r.Rows++
	r.Faults += int64(len(faults))
	if len(faults) > 0 {
		r.Refused++
	}
	for _, f := range faults {
		if f.Kind == rows.Double {
			r.Doubled++
		}
	}
	for _, f := range faults[:min(len(faults), Shown-len(r.Examples))] {
		r.Examples = append(r.Examples, Refusal{p, f})
	}
}

// Report returns what was read so far.
func (i *Import[R]) Report() Report {
	r := i.report
	for _, s := range i.sheets {
		r.Skipped += s.reader.Report().Skipped
	}
	r.Examples, r.LeftOut = slices.Clone(r.Examples), slices.Clone(r.LeftOut)
	return r
}

// In says it in some lines.
func (r Report) In(l bilingual.Language) string {
	var b strings.Builder
	fmt.Fprintf(&b, l.Pick("读取%d条记录", "%d records were read"), r.Rows)
	for _, part := range []struct {
		n      int64
		zh, en string
	}{
		{r.Blank, "空行%d行", "%d blank lines"}, {r.Left, "不是记录的行%d行", "%d lines are no records"},
		{r.Skipped, "不属统计对象%d条", "%d are no members"},
		{r.Corrected, "已由退回表更正%d行", "%d lines were corrected"}, {r.Refused, "有问题的记录%d条", "%d records have something wrong"},
	} {
		if part.n > 0 {
			fmt.Fprintf(&b, l.Pick("，"+part.zh, ", "+part.en), part.n)
		}
	}
	b.WriteString(l.Pick("。\n", ".\n"))
	for k, out := range r.LeftOut {
		if k == Shown {
			fmt.Fprintf(&b, l.Pick("  ……另有%d行\n", "  … and %d more\n"), r.Left-Shown)
			break
		}
		fmt.Fprintf(&b, l.Pick("  不是记录：%s，%s：“%s”\n", "  no record: %s, %s: %q\n"), out.Place.In(l), out.Why.In(l), bilingual.Plain(clipped(out.Text)))
	}
	for _, x := range r.Examples {
		fmt.Fprintf(&b, "  %s%s\n", x.Place.where(l), bilingual.Plain(x.Fault.In(l)))
	}
	if more := r.Faults - int64(len(r.Examples)); more > 0 {
		fmt.Fprintf(&b, l.Pick("  ……另有%d处\n", "  … and %d more\n"), more)
	}
	return b.String()
}

// String returns the text in Chinese.
func (r Report) String() string { return r.In(bilingual.Chinese) }

// clipped is the beginning of a text.
func clipped(text string) string {
	if list := []rune(text); len(list) > 40 {
		return string(list[:40]) + "…"
	}
	return text
}

// Left is why a sheet is not read.
type Left uint8

// The reasons; the zero value is none.
const (
	NotNamed Left = iota + 1 // another sheet was asked for
	Hidden
	Empty
	NoHeader
)

var lefts = bilingual.List[Left]{Of: "importer: why a sheet is not read", First: NotNamed, Terms: []bilingual.Term{
	{Key: "not-named", Text: bilingual.Text{ZH: "没有指定读取", EN: "was not asked for"}},
	{Key: "hidden", Text: bilingual.Text{ZH: "是隐藏的工作表", EN: "is hidden"}},
	{Key: "empty", Text: bilingual.Text{ZH: "没有内容", EN: "is empty"}},
	{Key: "no-header", Text: bilingual.Text{ZH: "没有找到表头", EN: "no header was found"}},
}}

// String returns the reason's key.
func (w Left) String() string { return lefts.Key(w) }

// In returns the reason in words.
func (w Left) In(l bilingual.Language) string { return lefts.In(w, l) }

// Files returns what was understood of each file, before its rows are read.
func (i *Import[R]) Files() []File { return slices.Clone(i.files) }

// Understood says in some lines which column is which field, by which table of codes it is
// read, and what is not known: what a clerk looks at before anything is judged.
func (i *Import[R]) Understood(l bilingual.Language) string {
	var b strings.Builder
	for _, f := range i.files {
		fmt.Fprintf(&b, l.Pick("%s（%s）\n", "%s (%s)\n"), bilingual.Plain(f.Name), f.Format.In(l))
		if f.SameAs != "" {
			fmt.Fprintf(&b, l.Pick("  内容与“%s”相同，没有重复读取\n", "  has the content of %q and is not read again\n"), bilingual.Plain(f.SameAs))
		}
		for _, s := range f.Sheets {
			s.write(&b, l)
		}
	}
	return b.String()
}

func (s Sheet) write(b *strings.Builder, l bilingual.Language) {
	name := l.Pick("表", "the table")
	if s.Name != "" {
		name = l.Pick("工作表“"+bilingual.Plain(s.Name)+"”", fmt.Sprintf("sheet %q", s.Name))
	}
	if s.Left != 0 {
		fmt.Fprintf(b, l.Pick("  %s没有读取：%s\n", "  %s is not read: it %s\n"), name, s.Left.In(l))
		return
	}
	lines := fmt.Sprint(s.From)
	if s.To > s.From {
		lines = fmt.Sprintf("%d—%d", s.From, s.To)
	}
	fmt.Fprintf(b, l.Pick("  %s，表头在第%s行", "  %s, header in row %s"), name, lines)
	if s.Corrected {
		b.WriteString(l.Pick("，是更正后的退回表", ", refused rows that were corrected"))
	}
	b.WriteString(l.Pick("：\n", ":\n"))
	var same, unknown, passed []string
	for _, c := range s.Columns {
		header := bilingual.Plain(c.Header)
		switch c.Role {
		case rows.FillsField:
			text := c.Field.Label.In(l)
			if text == header && c.Codes.IsZero() {
				same = append(same, header)
				continue
			}
			if !c.Codes.IsZero() {
				text += l.Pick("（数字代码按“"+c.Codes.ZH+"”）", " (digits by "+c.Codes.EN+")")
			}
			fmt.Fprintf(b, "    %s → %s\n", header, text)
		case rows.NamesRecord, rows.CountsRecords, rows.LeavesOut:
			fmt.Fprintf(b, "    %s → %s\n", header, c.Role.In(l))
		case rows.PassedOver:
			passed = append(passed, header)
		default:
			if header != "" {
				unknown = append(unknown, header)
			}
		}
	}
	var missing []string
	for k, m := range s.Missing {
		if k == Shown {
			missing = append(missing, fmt.Sprintf(l.Pick("……共%d个字段", "… %d fields in all"), len(s.Missing)))
			break
		}
		missing = append(missing, m.Label.In(l))
	}
	for _, list := range []struct {
		zh, en string
		names  []string
	}{{"与字段同名的列", "columns called as their fields are", same}, {"不需要的列", "columns not needed", passed}, {"不认识的列", "unknown columns", unknown}, {"表中没有的字段", "fields without a column", missing}} {
		if len(list.names) > 0 {
			fmt.Fprintf(b, l.Pick("    %s：%s\n", "    %s: %s\n"), l.Pick(list.zh, list.en), strings.Join(list.names, l.Pick("、", ", ")))
		}
	}
}
