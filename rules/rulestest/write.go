package rulestest

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// WriteCases writes cases as a scenario file, such as those of [Boundaries] for software
// that is no Go: [ReadScenarios] reads each back as it is here. The names are the Chinese
// ones, and where a name stands there already it gets a number; the English ones are the
// notes. The file is one that a spreadsheet opens.
func WriteCases[R indicators.Record[R]](w io.Writer, cases ...Case[R]) error {
	if len(cases) == 0 {
		return errors.New("rulestest: no case to write")
	}
	s := newSheet[R]()
	seen := map[string]int{}
	for i, c := range cases {
		if c.Name.ZH == "" || !c.AsOf.Known() {
			return fmt.Errorf("rulestest: case %d of %s: a name and a date are wanted", i+1, c.Rule)
		}
		name := c.Name.ZH
		if seen[name]++; seen[name] > 1 {
			name += "（" + strconv.Itoa(seen[name]) + "）"
		}
		records := make([]alike, len(c.Rows))
		for k, row := range c.Rows {
			records[k] = alike{s.cells(&row.Record, nil), row.Records}
		}
		first := said(c.Rule, c.AsOf, c.Expect)
		first[noteColumn] = c.Name.EN
		s.add(name, first, records)
	}
	return s.write(w)
}

// said are the cells of a register's first row that say what a rule makes of it.
func said(rule plan.ID, asOf quantity.Date, e Expectation) map[string]string {
	due := e.Due
	for _, d := range verdict.Dues() {
		if d.String() == due {
			due = d.In(bilingual.Chinese)
		}
	}
	return map[string]string{asOfColumn: asOf.String(), ruleColumn: string(rule), expectColumn: e.Outcome.In(bilingual.Chinese),
		reasonColumn: e.Reason.In(bilingual.Chinese), valueColumn: e.Value, shortfallColumn: e.Shortfall, dueColumn: due, readingColumn: e.Reading}
}

// sheet is a scenario file of rules on one subject that is being written.
type sheet[R indicators.Record[R]] struct {
	fields []*indicators.Field[R]
	lines  [][]string
}

// alike are records that say the same.
type alike struct {
	cells  []string // one a field
	number int64
}

func newSheet[R indicators.Record[R]]() *sheet[R] {
	var none R
	s := &sheet[R]{fields: none.Subject().Fields()}
	var names []string
	for _, r := range reserved {
		names = append(names, r.chinese)
	}
	for _, f := range s.fields {
		names = append(names, f.Key())
	}
	s.lines = [][]string{names}
	return s
}

// cells are the texts of a record, of those fields alone that are read where they are named.
func (s *sheet[R]) cells(r *R, read map[*indicators.Field[R]]bool) []string {
	cells := make([]string, len(s.fields))
	for k, f := range s.fields {
		if read == nil || read[f] {
			cells[k] = textOf(f, f.Code(r))
		}
	}
	return cells
}

// add lays out a register: what is said of it on the first row, on the others the name,
// the number and the records alone. One without records is a row that stands for none.
func (s *sheet[R]) add(name string, first map[string]string, records []alike) {
	if len(records) == 0 {
		records = []alike{{cells: make([]string, len(s.fields))}}
	}
	for i, r := range records {
		row := map[string]string{}
		if i == 0 {
			row = first
		}
		row[nameColumn], row[recordsColumn] = name, strconv.FormatInt(r.number, 10)
		line := make([]string, 0, len(reserved)+len(r.cells))
		for _, column := range reserved {
			line = append(line, row[column.english])
		}
		s.lines = append(s.lines, append(line, r.cells...))
	}
}

func (s *sheet[R]) write(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil { // spreadsheets take it for UTF-8
		return err
	}
	return csv.NewWriter(w).WriteAll(withoutEmpty(s.lines))
}

// withoutEmpty leaves the columns out that have nothing below their heading.
func withoutEmpty(lines [][]string) [][]string {
	var keep []int
	for k := range lines[0] {
		if slices.ContainsFunc(lines[1:], func(line []string) bool { return line[k] != "" }) {
			keep = append(keep, k)
		}
	}
	out := make([][]string, len(lines))
	for i, line := range lines {
		for _, k := range keep {
			out[i] = append(out[i], line[k])
		}
	}
	return out
}
