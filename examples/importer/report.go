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
	Skipped   int64 // rows that say that they are no members of the subject
	Refused   int64 // rows with anything wrong
	Faults    int64 // what is wrong with them
	Doubled   int64 // rows whose key an earlier one has
	Columns   []ColumnFaults
	Examples  []Refusal // the first [Shown] that say different things
	LeftOut   []LeftOut // the first hundred
}

// ColumnFaults is how much is wrong with the cells of the columns of a name.
type ColumnFaults struct {
	Column string
	Faults int64
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
		if f.Kind == rows.Cell {
			r.inColumn(f.Column)
		}
		if len(r.Examples) < Shown && !slices.ContainsFunc(r.Examples, func(x Refusal) bool {
			return f.Kind == rows.Cell && x.Fault.Kind == rows.Cell && x.Fault.Column == f.Column && x.Fault.Text == f.Text
		}) {
			r.Examples = append(r.Examples, Refusal{p, f})
		}
	}
}

func (r *Report) inColumn(name string) {
	at := slices.IndexFunc(r.Columns, func(c ColumnFaults) bool { return c.Column == name })
	if at < 0 {
		at, r.Columns = len(r.Columns), append(r.Columns, ColumnFaults{Column: name})
	}
	r.Columns[at].Faults++
}

// Report returns what was read so far.
func (i *Import[R]) Report() Report {
	r := i.report
	for _, s := range i.sheets {
		r.Skipped += s.reader.Report().Skipped
	}
	r.Examples, r.LeftOut, r.Columns = slices.Clone(r.Examples), slices.Clone(r.LeftOut), slices.Clone(r.Columns)
	return r
}

// In says it in some lines.
func (r Report) In(l bilingual.Language) string {
	var b strings.Builder
	fmt.Fprintf(&b, l.Pick("读取%d条记录", "records read: %d"), r.Rows)
	for _, part := range []struct {
		n      int64
		zh, en string
	}{
		{r.Blank, "空行%d行", "blank lines: %d"}, {r.Left, "不是记录的行%d行", "lines that are no records: %d"},
		{r.Skipped, "不属统计对象%d条", "no members of the subject: %d"},
		{r.Corrected, "已由退回表更正%d行", "lines corrected: %d"}, {r.Refused, "有问题的记录%d条", "records with something wrong: %d"},
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
		var columns []string
		for _, c := range r.Columns {
			columns = append(columns, fmt.Sprintf(l.Pick("“%s”%d处", "%q %d"), bilingual.Plain(c.Column), c.Faults))
		}
		fmt.Fprintf(&b, l.Pick("  另有%d处；全部问题按列：%s\n", "  and %d more; all by column: %s\n"), more, strings.Join(columns, l.Pick("、", ", ")))
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
	{Key: "not-named", Text: bilingual.Text{ZH: "没有指定读取", EN: "it was not asked for"}},
	{Key: "hidden", Text: bilingual.Text{ZH: "是隐藏的工作表", EN: "it is hidden"}},
	{Key: "empty", Text: bilingual.Text{ZH: "没有内容", EN: "it is empty"}},
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
		for k, s := range f.Sheets {
			like := slices.IndexFunc(f.Sheets[:k], s.sameColumns)
			if like < 0 {
				s.write(&b, l)
				continue
			}
			s.writeHead(&b, l)
			fmt.Fprintf(&b, l.Pick("，各列与“%s”相同\n", ", with the columns of %q\n"), bilingual.Plain(f.Sheets[like].Name))
		}
	}
	return b.String()
}

// sameColumns reports whether another sheet is read and has the same columns.
func (s Sheet) sameColumns(o Sheet) bool {
	return s.Left == 0 && o.Left == 0 && !s.Corrected && slices.Equal(s.Columns, o.Columns)
}

// writeHead begins what is said of a sheet that is read.
func (s Sheet) writeHead(b *strings.Builder, l bilingual.Language) {
	lines := fmt.Sprint(s.From)
	if s.To > s.From {
		lines = fmt.Sprintf("%d—%d", s.From, s.To)
	}
	fmt.Fprintf(b, l.Pick("  %s，表头在第%s行", "  %s, header in row %s"), s.called(l), lines)
	if s.Corrected {
		b.WriteString(l.Pick("，是更正后的退回表", ", refused rows that were corrected"))
	}
}

func (s Sheet) called(l bilingual.Language) string {
	if s.Name == "" {
		return l.Pick("表", "the table")
	}
	return l.Pick("工作表“"+bilingual.Plain(s.Name)+"”", fmt.Sprintf("sheet %q", s.Name))
}

func (s Sheet) write(b *strings.Builder, l bilingual.Language) {
	if s.Left != 0 {
		fmt.Fprintf(b, l.Pick("  %s没有读取：%s\n", "  %s is not read: %s\n"), s.called(l), s.Left.In(l))
		return
	}
	s.writeHead(b, l)
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
				text += l.Pick("（数字按“"+c.Codes.ZH+"”）", " (digits by "+c.Codes.EN+")")
			}
			fmt.Fprintf(b, "    %s → %s\n", header, text)
		case rows.NamesRecord, rows.CountsRecords, rows.LeavesOut:
			fmt.Fprintf(b, "    %s → %s\n", header, c.Role.In(l))
		case rows.PassedOver:
			if !slices.Contains(s.Carried, c.Header) {
				passed = append(passed, header)
			}
		default:
			if header == "" {
				continue
			}
			if field, found := perhaps(c.Header, s.Missing); found {
				header += l.Pick("（可能是“"+field.Label.ZH+"”，可用“"+header+"="+field.Label.ZH+"”指明）", " (perhaps "+field.Label.EN+": say so by "+header+"="+field.Key+")")
			}
			unknown = append(unknown, header)
		}
	}
	missing := make([]string, len(s.Missing))
	for k, m := range s.Missing {
		missing[k] = m.Label.In(l)
	}
	for _, list := range []struct {
		zh, en string
		names  []string
	}{{"直接识别的列", "columns called as their fields are", same}, {"保留的列", "columns kept", s.Carried}, {"不需要的列", "columns not needed", passed},
		{"不认识的列", "unknown columns", unknown}, {"表中没有的字段", "fields without a column", missing}} {
		if len(list.names) > 0 {
			fmt.Fprintf(b, l.Pick("    %s：%s\n", "    %s: %s\n"), l.Pick(list.zh, list.en), strings.Join(list.names, l.Pick("、", ", ")))
		}
	}
}
