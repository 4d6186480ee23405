package report

import (
	"bufio"
	"io"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// WriteMarkdown writes the report as Markdown, one table a section.
func (r *Report) WriteMarkdown(w io.Writer, o Options) error {
	out := bufio.NewWriter(w)
	put := func(parts ...string) {
		for _, p := range parts {
			out.WriteString(p) // the writer keeps the first error for Flush
		}
		out.WriteByte('\n')
	}
	t := r.Table(o)
	put("# ", escaped(t.Heading))
	for _, line := range t.Preface {
		put()
		put(escaped(line))
	}
	for _, section := range t.Sections {
		put()
		put("## ", escaped(section.Heading))
		if len(section.Lines) > 0 {
			put()
			put("| ", strings.Join(t.Columns, " | "), " |")
			put(strings.Repeat("| --- ", len(t.Columns)), "|")
			for _, ln := range section.Lines {
				put("| ", ln.markdown(), " |")
			}
		}
		if section.Folded != "" {
			put()
			put("… ", escaped(section.Folded))
		}
	}
	if t.Ahead != nil {
		put()
		put("## ", escaped(aheadHeading.In(o.Language)))
		put()
		for _, line := range t.Ahead {
			item, inner := strings.CutPrefix(line, "  ")
			put(map[bool]string{true: "  "}[inner], "- ", escaped(item))
		}
	}
	if t.Totals != nil {
		put()
		put("## ", escaped(breakdownHeading.In(o.Language)))
		put()
		for i, row := range t.Totals {
			put("| ", strings.Join(row, " | "), " |")
			if i == 0 {
				put(strings.Repeat("| --- ", len(row)), "|")
			}
		}
	}
	return out.Flush()
}

// markdown joins the cells; remarks stand under the statement's name.
func (ln Line) markdown() string {
	cells := make([]string, len(ln.Cells))
	for i, c := range ln.Cells {
		cells[i] = escaped(c)
	}
	for _, remark := range ln.Remarks {
		cells[1] += "<br>" + escaped(remark)
	}
	return strings.Join(cells, " | ")
}

var markdownEscapes = strings.NewReplacer("\\", "\\\\", "|", "\\|", "&", "&amp;", "<", "&lt;", "*", "\\*", "_", "\\_",
	"[", "\\[", "]", "\\]", "!", "\\!", "`", "\\`", "#", "\\#")

func escaped(s string) string { return markdownEscapes.Replace(bilingual.Plain(s)) }
