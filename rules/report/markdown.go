package report

import (
	"bufio"
	"io"
	"strings"
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
	put("# ", escaped(r.heading(o.Language)))
	for _, line := range r.preface(o.Language) {
		put()
		put(escaped(line))
	}
	for _, b := range r.blocks(o) {
		if len(b.lines) == 0 && b.folded == "" {
			continue
		}
		put()
		put("## ", escaped(b.heading))
		if len(b.lines) > 0 {
			put()
			var head, rule []string
			for _, h := range headings {
				head = append(head, h.In(o.Language))
				rule = append(rule, "---")
			}
			put("| ", strings.Join(head, " | "), " |")
			put("| ", strings.Join(rule, " | "), " |")
			for _, ln := range b.lines {
				put("| ", ln.markdown(), " |")
			}
		}
		if b.folded != "" {
			put()
			put("… ", escaped(b.folded))
		}
	}
	if o.Only == Everything && len(r.Parts) > 1 {
		put()
		put("## ", escaped(breakdownHeading.In(o.Language)))
		put()
		for i, row := range r.breakdown(o.Language) {
			put("| ", strings.Join(row, " | "), " |")
			if i == 0 {
				put(strings.Repeat("| --- ", len(row)), "|")
			}
		}
	}
	return out.Flush()
}

// markdown joins the cells; remarks stand under the statement's name.
func (ln line) markdown() string {
	cells := make([]string, len(ln.cells))
	for i, c := range ln.cells {
		cells[i] = escaped(c)
	}
	for _, remark := range ln.remarks {
		cells[1] += "<br>" + escaped(remark)
	}
	return strings.Join(cells, " | ")
}

var markdownEscapes = strings.NewReplacer("\\", "\\\\", "|", "\\|", "<", "&lt;", "*", "\\*", "_", "\\_", "\n", " ")

func escaped(s string) string { return markdownEscapes.Replace(s) }
