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
	put(r.heading(o.Language))
	for _, line := range r.preface(o.Language) {
		put(line)
	}
	blocks := r.blocks(o)
	widths := columnWidths(blocks, o)
	for _, b := range blocks {
		if len(b.lines) == 0 && b.folded == "" {
			continue
		}
		put()
		put("## ", b.heading)
		if len(b.lines) > 0 {
			var head []string
			for _, h := range headings {
				head = append(head, h.In(o.Language))
			}
			put(aligned(head, widths))
		}
		for _, ln := range b.lines {
			put(aligned(ln.cells, widths))
			for _, remark := range ln.remarks {
				put("    · ", remark)
			}
		}
		if b.folded != "" {
			put("    … ", b.folded)
		}
	}
	if o.Only == Everything && len(r.Parts) > 1 {
		put()
		put("## ", breakdownHeading.In(o.Language))
		table := r.breakdown(o.Language)
		widths := make([]int, len(table[0]))
		for _, row := range table {
			for i, cell := range row {
				widths[i] = max(widths[i], width(cell))
			}
		}
		for _, row := range table {
			put(aligned(row, widths))
		}
	}
	return out.Flush()
}

func columnWidths(blocks []block, o Options) []int {
	widths := make([]int, len(headings))
	for i, h := range headings {
		widths[i] = width(h.In(o.Language))
	}
	for _, b := range blocks {
		for _, ln := range b.lines {
			for i, cell := range ln.cells {
				widths[i] = max(widths[i], width(cell))
			}
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
