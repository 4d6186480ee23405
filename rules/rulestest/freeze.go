package rulestest

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Freeze writes what rules say of records on a date as a scenario file, one case a rule,
// for [RunScenarios]: whatever changes later, the rules or what fills the records, then
// has to explain itself. Records that are the same to a rule are one row with their
// number, in an order of their own, and no field is written that the rule does not read,
// so that the file names nobody. The file is one that a spreadsheet opens.
func Freeze[R indicators.Record[R]](w io.Writer, name string, asOf quantity.Date, records []R, list ...rules.Rule[R]) error {
	panel, err := rules.NewPanel(rules.AsIs[R], list...)
	if err != nil {
		return err
	}
	results, err := panel.Evaluate(asOf, records)
	if err != nil {
		return err
	}
	var none R
	f := frozen[R]{none.Subject(), none.Subject().Fields()}
	out := csv.NewWriter(w)
	if _, err := io.WriteString(w, "\ufeff"); err != nil { // spreadsheets take it for UTF-8
		return err
	}
	lines := [][]string{f.header()}
	for i, rule := range list {
		lines = append(lines, f.rows(name, rule, results.Rules[i], records)...)
	}
	return out.WriteAll(withoutEmpty(lines))
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

// frozen writes the rows of a scenario file.
type frozen[R indicators.Record[R]] struct {
	subject *indicators.Subject[R]
	columns []*indicators.Field[R]
}

func (f *frozen[R]) header() []string {
	var names []string
	for _, r := range reserved[:len(reserved)-2] { // what no case here has: another reading, a note
		names = append(names, r.chinese)
	}
	for _, c := range f.columns {
		names = append(names, c.Key())
	}
	return names
}

// rows are the rows of a case: the distinct records with their number, the expectation on
// the first.
func (f *frozen[R]) rows(name string, rule rules.View, r verdict.Result, records []R) [][]string {
	reads := map[string]bool{}
	for _, field := range rule.Fields() {
		reads[field.Key] = true
	}
	numbers := map[string]int64{}
	for i := range records {
		one := &records[i]
		if f.subject.Skipped(one) {
			continue
		}
		cells := make([]string, len(f.columns))
		for k, c := range f.columns {
			if reads[c.Key()] {
				cells[k] = textOf(c, c.Code(one))
			}
		}
		numbers[strings.Join(cells, "\x00")] += f.subject.Stands(one)
	}
	kinds := make([]string, 0, len(numbers))
	for cells := range numbers {
		kinds = append(kinds, cells)
	}
	slices.SortFunc(kinds, func(a, b string) int { return cmp.Or(cmp.Compare(numbers[b], numbers[a]), strings.Compare(a, b)) })
	if len(kinds) == 0 {
		kinds = []string{strings.Repeat("\x00", max(0, len(f.columns)-1))}
	}
	said := verdict.ReadingResult{Value: r.Value, Lowest: r.Lowest, Highest: r.Highest}
	var rows [][]string
	for i, cells := range kinds {
		row := map[string]string{nameColumn: fmt.Sprint(name, "：", r.Name.ZH), recordsColumn: strconv.FormatInt(numbers[cells], 10)}
		if i == 0 {
			row[asOfColumn], row[ruleColumn] = r.AsOf.String(), string(r.Statement)
			row[expectColumn], row[reasonColumn] = r.Outcome.In(bilingual.Chinese), r.Reason.In(bilingual.Chinese)
			if said.Lowest.Defined() || said.Value.Defined() {
				row[valueColumn] = foundValue(said, "")
			}
			row[shortfallColumn] = shortfallText(r.Shortfall.Low.Number(), r.Shortfall.High.Number(), r.Shortfall.Over)
			row[dueColumn] = r.Due.In(bilingual.Chinese)
		}
		line := make([]string, 0, len(reserved)+len(f.columns))
		for _, column := range reserved[:len(reserved)-2] {
			line = append(line, row[column.english])
		}
		rows = append(rows, append(line, strings.Split(cells, "\x00")...))
	}
	return rows
}
