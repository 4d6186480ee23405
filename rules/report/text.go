package report

import (
	"bufio"
	"io"
	"strings"
)

// WriteText writes the report as text with aligned columns.
func (r *Report) WriteText(w io.Writer, o Options) error {
	out := bufio.NewWriter(w)
	put := func(parts ...string) {
		for _, p := range parts {
			out.WriteString(p) // the writer keeps the first error for Flush
		}
		out.WriteByte('\n')
	}
	t := r.Table(o)
	put(t.Heading)
	for _, line := range t.Preface {
		put(line)
	}
	rows := [][]string{t.Columns}
	for _, section := range t.Sections {
		for _, ln := range section.Lines {
			rows = append(rows, ln.Cells)
		}
	}
	widths := columnWidths(rows)
	for _, section := range t.Sections {
		put()
		put("## ", section.Heading)
		if len(section.Lines) > 0 {
			put(aligned(t.Columns, widths))
		}
		for _, ln := range section.Lines {
			put(aligned(ln.Cells, widths))
			for _, remark := range ln.Remarks {
				put("    · ", remark)
			}
		}
		if section.Folded != "" {
			put("    … ", section.Folded)
		}
	}
	if t.Ahead != nil {
		put()
		put("## ", aheadHeading.In(o.Language))
		for _, line := range t.Ahead {
			put(line)
		}
	}
	if t.Totals != nil {
		put()
		put("## ", breakdownHeading.In(o.Language))
		widths := columnWidths(t.Totals)
		for _, row := range t.Totals {
			put(aligned(row, widths))
		}
	}
	return out.Flush()
}

func columnWidths(rows [][]string) []int {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], width(cell))
		}
	}
	return widths
}

func aligned(cells []string, widths []int) string {
	var b strings.Builder
	for i, cell := range cells {
		if i > 0 {
			b.WriteString("  ")
		}
		b.WriteString(cell)
		b.WriteString(strings.Repeat(" ", widths[i]-width(cell)))
	}
	return strings.TrimRight(b.String(), " ")
}

// width returns how many columns of a terminal a text takes: Chinese
// characters and full-width punctuation take two.
func width(s string) int {
	n := 0
	for _, r := range s {
		n++
		if wide(r) {
			n++
		}
	}
	return n
}

func wide(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x115F, // Hangul Jamo
		r >= 0x2E80 && r <= 0x303E,   // radicals, punctuation
		r >= 0x3041 && r <= 0x33FF,   // kana, compatibility
		r >= 0x3400 && r <= 0x4DBF,   // extension A
		r >= 0x4E00 && r <= 0x9FFF,   // unified ideographs
		r >= 0xAC00 && r <= 0xD7A3,   // Hangul
		r >= 0xF900 && r <= 0xFAFF,   // compatibility ideographs
		r >= 0xFE30 && r <= 0xFE4F,   // vertical forms
		r >= 0xFF01 && r <= 0xFF60,   // full-width forms
		r >= 0xFFE0 && r <= 0xFFE6,   // full-width signs
		r >= 0x20000 && r <= 0x3FFFD: // further ideographs
		return true
	}
	return false
}
