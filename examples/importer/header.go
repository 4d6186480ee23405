package importer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
)

// Where the header of a sheet is looked for.
const (
	firstLines  = 20 // below titles and explanations
	headerDepth = 3  // lines of a header
)

// header is the header that was found.
type header struct {
	from, to int // its lines, among those that were looked at
	names    []string
	fields   int // that it fills, and one for the column that says who a record is
	joined   int // columns that are called by several lines together
}

// better reports whether a header is a better guess than another one. Of equal ones the
// first stays.
func (h header) better(than header) bool {
	return cmp.Or(cmp.Compare(h.fields, than.fields), cmp.Compare(h.joined, than.joined), cmp.Compare(than.to-than.from, h.to-h.from)) > 0
}

// findHeader looks for the lines whose names fill the most fields. Of equal ones those count
// that call columns together, as 信息技术 above 培训学时 does, and then the shortest, so that
// no title is taken for a part of it. The zero header is none.
func findHeader[R indicators.Record[R]](table rows.Table[R], looked []line, merged bool) (best header, err error) {
	type trial struct {
		header
		parts [][]string
	}
	var trials []trial
	var names []string
	for from := range looked {
		for to := from; to < min(from+headerDepth, len(looked)) && (to == from || !hasNumber(looked[to])); to++ {
			t := trial{header{from: from, to: to}, partsOfNames(looked[from:to+1], merged)}
			for _, parts := range t.parts {
				names = append(names, candidates(parts)...)
			}
			trials = append(trials, t)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	understood, err := table.Columns(names)
	if err != nil {
		return header{}, err
	}
	known := map[string]rows.Understood{}
	for _, u := range understood {
		known[u.Header] = u
	}
	for _, t := range trials {
		filled, data := map[string]bool{}, false
		for _, parts := range t.parts {
			name := ""
			for k, candidate := range candidates(parts) {
				if u := known[candidate]; k == 0 || u.Role != rows.Unknown {
					name = candidate
					if u.Role == rows.FillsField || u.Role == rows.NamesRecord {
						filled[u.Field.Key] = true
					}
					if u.Role == rows.Unknown {
						continue
					}
					// What stands below the name of this column is who somebody is: the line is
					// a row, one of whose cells, such as 专任教师, is the name of a field as well.
					data = data || k > 1 && u.Role == rows.NamesRecord
					if k == 0 && len(parts) > 1 {
						t.joined++
					}
					break
				}
			}
			t.names = append(t.names, name)
		}
		if t.fields = len(filled); data || t.fields == 0 || t.fields == 1 && filled[""] {
			continue
		}
		if t.better(best) {
			best = t.header
		}
	}
	return best, nil
}

// hasNumber reports whether a line has a number, which is no name: it is a row of data.
func hasNumber(l line) bool {
	return slices.ContainsFunc(l.cells, func(cell string) bool {
		_, err := strconv.ParseFloat(quantity.Normal(cell), 64)
		return err == nil
	})
}

// candidates are what a column may be called whose header has several lines: all that
// stands above it together, what stands lowest, what stands highest.
func candidates(parts []string) []string {
	switch len(parts) {
	case 0, 1:
		return parts
	}
	return []string{strings.Join(parts, ""), parts[len(parts)-1], parts[0]}
}

// partsOfNames returns what stands above each column.
func partsOfNames(lines []line, merged bool) [][]string {
	width := 0
	for _, l := range lines {
		width = max(width, len(l.cells))
		for _, s := range l.wide {
			width = max(width, s.to+1)
		}
	}
	parts := make([][]string, width)
	for i, l := range lines {
		for c, cell := range spread(l, width, merged, lines[i+1:]) {
			name := nameOf(cell)
			if name != "" && !slices.Contains(parts[c], name) {
				parts[c] = append(parts[c], name)
			}
		}
	}
	return parts
}

// nameOf is a name without what only fills the cell: spaces and breaks within Chinese ones.
func nameOf(cell string) string {
	name := quantity.Normal(cell)
	if isLatin(name) {
		return name
	}
	return strings.Join(strings.Fields(name), "")
}

// isLatin reports whether a name is in Latin letters, whose spaces mean something.
func isLatin(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool { return r > 0x2000 }) < 0
}

// spread gives a line of a header to all columns that it stands above: where cells are
// merged, or, in a text, which knows of no merging, to empty cells on its right below which
// there is a name.
func spread(l line, width int, merged bool, below []line) []string {
	cells := make([]string, width)
	copy(cells, l.cells)
	if merged {
		for _, s := range l.wide {
			for c := s.from + 1; c <= s.to; c++ {
				cells[c] = cells[s.from]
			}
		}
		return cells
	}
	for c := 1; c < width; c++ {
		if cells[c] == "" && slices.ContainsFunc(below, func(b line) bool {
			return c < len(b.cells) && b.cells[c] != "" && c-1 < len(b.cells) && b.cells[c-1] != ""
		}) {
			cells[c] = cells[c-1]
		}
	}
	return cells
}
