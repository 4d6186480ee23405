package report

import (
	"bufio"
	"io"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// WriteText writes the report for a terminal or a plain file: one statement a block, in
// lines of at most [Options.Width] columns, of which a Chinese character takes two.
func (r *Report) WriteText(w io.Writer, o Options) error {
	t := r.Table(o)
	p := &printer{out: bufio.NewWriter(w), l: o.Language, width: o.Width}
	if p.width == 0 {
		p.width = DefaultWidth
	}
	p.width = max(p.width, smallestWidth)
	p.put("", "", t.Heading)
	for _, line := range t.Preface {
		p.put("", "  ", line)
	}
	for _, section := range t.Sections {
		if len(section.Lines) == 0 {
			continue // the summary counts what has no data
		}
		p.heading(section.Heading)
		for i, ln := range section.Lines {
			if ln.Group {
				continue
			}
			end := i + 1
			for end < len(section.Lines) && section.Lines[end].Group {
				end++
			}
			p.statement(ln, section.Lines[i+1:end])
		}
		if section.Folded != "" {
			p.put("… ", "  ", section.Folded)
		}
	}
	if t.Ahead != nil {
		p.heading(aheadHeading.In(o.Language))
		for _, line := range t.Ahead {
			item, inner := strings.CutPrefix(line, "  ")
			p.put(map[bool]string{true: "  "}[inner], "    ", item)
		}
	}
	if t.Totals != nil {
		p.heading(breakdownHeading.In(o.Language))
		p.totals(t.Totals)
	}
	return p.out.Flush()
}

// printer prints lines that fit.
type printer struct {
	out   *bufio.Writer // it keeps the first error for Flush
	l     bilingual.Language
	width int
}

// put prints a text behind its first indent; further lines have the other one.
func (p *printer) put(first, then, text string) {
	lines := Wrapped(first+text, p.width)
	p.out.WriteString(lines[0])
	p.out.WriteByte('\n')
	rest := strings.TrimLeft(strings.TrimPrefix(first+text, lines[0]), " ")
	if rest == "" {
		return
	}
	for _, line := range Wrapped(rest, p.width-Width(then)) {
		p.out.WriteString(then + line + "\n")
	}
}

func (p *printer) heading(text string) {
	p.out.WriteByte('\n')
	p.put("## ", "   ", text)
}

var blockLabels = []struct {
	column int
	label  bilingual.Text
}{
	{RequiredCell, bilingual.Text{ZH: "要求", EN: "required"}},
	{ValueCell, bilingual.Text{ZH: "数值", EN: "value"}},
	{ShortCell, bilingual.Text{ZH: "差距", EN: "shortfall"}},
}

// The indents of a block, in columns.
const (
	labelIndent = 4
	labelWidth  = 11 // of the longest, and two more
)

// statement prints a block: the statement and its verdict, what is required with strength
// and deadline, the value with its date, what is short, the remarks, and the groups.
func (p *printer) statement(ln Line, groups []Line) {
	c := ln.Cells
	p.put("", "    ", c[NameCell]+bilingual.Text{ZH: "（" + c[CitationCell] + "）：", EN: " (" + c[CitationCell] + "): "}.In(p.l)+c[VerdictCell])
	for _, b := range blockLabels {
		text := c[b.column]
		if text == "" {
			continue
		}
		beside := map[int][]int{RequiredCell: {StrengthCell, DueCell}, ValueCell: {DataCell}}
		for _, column := range beside[b.column] {
			if c[column] != "" {
				text += p.l.Pick("；", "; ") + headings[column].In(p.l) + p.l.Pick("：", ": ") + c[column]
			}
		}
		label := strings.Repeat(" ", labelIndent) + b.label.In(p.l)
		p.put(label+strings.Repeat(" ", labelIndent+p.labelWidth()-Width(label)), strings.Repeat(" ", labelIndent+p.labelWidth()), text)
	}
	for _, remark := range ln.Remarks {
		p.put("    · ", "      ", remark)
	}
	p.groups(groups)
}

func (p *printer) labelWidth() int {
	if p.l == bilingual.English {
		return labelWidth
	}
	return 6
}

// groups prints a line a group, with its figures below one another.
func (p *printer) groups(groups []Line) {
	shown := []int{NameCell, ValueCell, VerdictCell, ShortCell}
	widths := make([]int, len(shown))
	for _, g := range groups {
		for i, column := range shown {
			widths[i] = max(widths[i], Width(strings.TrimSpace(g.Cells[column])))
		}
	}
	for _, g := range groups {
		var b strings.Builder
		for i, column := range shown {
			cell := strings.TrimSpace(g.Cells[column])
			pad := strings.Repeat(" ", widths[i]-Width(cell))
			if column == ValueCell {
				cell, pad = pad+cell, "" // figures end in one column
			}
			b.WriteString(cell + pad + "  ")
		}
		p.put("    ", "        ", strings.TrimRight(b.String(), " "))
		for _, remark := range g.Remarks {
			p.put("        · ", "          ", remark)
		}
	}
}

// totals prints a line a part, kind or strength, with what there is any of.
func (p *printer) totals(table [][]string) {
	for _, row := range table[1:] {
		text := row[0] + p.l.Pick("：共"+row[1]+"项", ": "+row[1]+" in all")
		for i, n := range row[2:] {
			if n != "0" {
				word := table[0][i+2]
				text += p.l.Pick("，"+word+n+"项", ", "+n+" "+word)
			}
		}
		p.put("", "  ", text)
	}
}
