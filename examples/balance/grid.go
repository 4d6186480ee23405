package main

import (
	"strings"

	"github.com/eduplan/tonghua/rules/report"
)

// leastName is the room for a name, so that some characters of it stand in a line.
const leastName = 16

// table writes rows in columns. A cell that is too wide goes on in the next line, so that no
// line is longer than a report's.
func (t *text) table(head []string, schools, below [][]string) {
	widths := widthsOf(append(append([][]string{head}, schools...), below...))
	total := len(widths) - 1
	for _, w := range widths {
		total += w
	}
	rule := strings.Repeat("-", total) + "\n"
	t.row(head, widths)
	t.WriteString(rule)
	for _, row := range schools {
		t.row(row, widths)
	}
	t.WriteString(rule)
	for _, row := range below {
		t.row(row, widths)
	}
	t.WriteString(rule)
}

// widthsOf gives each column the width of its widest cell. Names give way first, then the
// column that is widest.
func widthsOf(all [][]string) []int {
	widths := make([]int, len(all[0]))
	for _, row := range all {
		for i, cell := range row {
			for part := range strings.SplitSeq(cell, "\n") {
				widths[i] = max(widths[i], report.Width(part))
			}
		}
	}
	over := len(widths) - 1 - report.DefaultWidth
	for _, w := range widths {
		over += w
	}
	names := min(over, widths[0]-min(widths[0], leastName))
	for widths[0] -= max(0, names); over > max(0, names); over-- {
		widest := 0
		for i, w := range widths {
			if w > widths[widest] {
				widest = i
			}
		}
		widths[widest]--
	}
	return widths
}

// row writes a row: the first cell to the left, numbers to the right, the verdict to the left.
func (t *text) row(cells []string, widths []int) {
	parts, height := make([][]string, len(cells)), 1
	for i, cell := range cells {
		for part := range strings.SplitSeq(cell, "\n") {
			parts[i] = append(parts[i], report.Wrapped(part, widths[i])...)
		}
		height = max(height, len(parts[i]))
	}
	for at := range height {
		var line strings.Builder
		for i := range cells {
			part := ""
			if at < len(parts[i]) {
				part = parts[i][at]
			}
			space := strings.Repeat(" ", max(0, widths[i]-report.Width(part)))
			if i > 0 {
				line.WriteByte(' ')
			}
			if i == 0 || i == len(cells)-1 {
				line.WriteString(part + space)
			} else {
				line.WriteString(space + part)
			}
		}
		t.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}
