package rulestest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// ReadScenarios reads the CSV files that stand in the directory itself, in the
// order of their names; folders below it are not looked into. It reports all
// that is wrong as joined [ScenarioError]s and returns the scenarios that it
// could read. A directory without scenarios is an error.
func ReadScenarios(dir fs.FS, list []rules.View) ([]Scenario, error) {
	b, err := newBook(list)
	if err != nil {
		return nil, err
	}
	if dir == nil {
		return nil, errors.New("rulestest: no directory")
	}
	files, err := fs.Glob(dir, "*.csv")
	if err != nil {
		return nil, fmt.Errorf("rulestest: %w", err)
	}
	var all []Scenario
	var errs []error
	for _, file := range files {
		data, err := fs.ReadFile(dir, file)
		if err != nil {
			errs = append(errs, &ScenarioError{File: file, Err: err})
			continue
		}
		r := reader{book: b, file: file}
		r.read(data)
		all = append(all, r.scenarios...)
		errs = append(errs, r.errs...)
	}
	if len(all) == 0 && len(errs) == 0 {
		errs = append(errs, errors.New("rulestest: no scenario in the directory: a *.csv file is wanted"))
	}
	return all, errors.Join(errs...)
}

// reader reads one file.
type reader struct {
	book      *book
	file      string
	columns   []column
	scenarios []Scenario
	names     map[string]int // the line of a name's first row
	broken    bool           // the first row of the register at hand could not be read
	errs      []error
}

func (r *reader) fail(line int, column string, format string, args ...any) {
	r.errs = append(r.errs, &ScenarioError{r.file, line, column, fmt.Errorf(format, args...)})
}

func (r *reader) read(data []byte) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if !utf8.Valid(data) {
		r.fail(0, "", "not in UTF-8: save it as CSV UTF-8")
		return
	}
	in := csv.NewReader(bytes.NewReader(data))
	in.FieldsPerRecord = -1
	in.ReuseRecord = true
	r.names = map[string]int{}
	before := len(r.scenarios)
	for first := true; ; first = false {
		cells, err := in.Read()
		if err == io.EOF {
			break
		}
		if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
			r.fail(wrong.Line, "", "%w", wrong.Err)
			return
		}
		if err != nil {
			r.fail(0, "", "%w", err)
			return
		}
		line, _ := in.FieldPos(0)
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if first {
			if !r.head(line, cells) {
				return
			}
			continue
		}
		if slices.ContainsFunc(cells, func(c string) bool { return c != "" }) {
			r.row(line, cells)
		}
	}
	if len(r.scenarios) == before && len(r.errs) == 0 {
		r.fail(0, "", "no scenario in it")
	}
}

// head reads the names of the columns; without them no row can be read.
func (r *reader) head(line int, cells []string) bool {
	errors := len(r.errs)
	for i, text := range cells {
		if text == "" {
			r.fail(line, fmt.Sprint(i+1), "it has no name")
			continue
		}
		c, err := r.book.columnOf(text)
		if err != nil {
			r.fail(line, text, "%w", err)
		}
		r.columns = append(r.columns, c)
	}
	if len(r.errs) > errors {
		return false
	}
	if wrong, err := checkColumns(r.columns); err != nil {
		name := ""
		if wrong != nil {
			name = wrong.header
		}
		r.fail(line, name, "%w", err)
		return false
	}
	return true
}

// row reads one line below the head: the first row of a register or a further one.
func (r *reader) row(line int, cells []string) {
	if len(cells) != len(r.columns) {
		r.fail(line, "", "%d cells, the first line names %d columns", len(cells), len(r.columns))
		return
	}
	w := &row{reader: r, line: line, cells: cells}
	name := w.text(nameColumn)
	if name == "" {
		w.wrong(nameColumn, "it is missing: say in a sentence what the case shows")
		return
	}
	first, known := r.names[name]
	last := len(r.scenarios) - 1
	switch {
	case !known:
		r.names[name] = line
		w.first(name)
	case last >= 0 && r.scenarios[last].Name == name:
		w.further(&r.scenarios[last], first)
	case r.broken:
		// its first row is reported already
	default:
		w.wrong(nameColumn, "%q stands already on line %d: the rows of a register stand together, and each register has a name of its own", name, first)
	}
}

// row is a line of a file.
type row struct {
	*reader
	line  int
	cells []string
}

// at returns a reserved column's place, -1 where the file has none.
func (w *row) at(reserved string) int {
	return slices.IndexFunc(w.columns, func(c column) bool { return c.reserved == reserved })
}

func (w *row) text(reserved string) string {
	if i := w.at(reserved); i >= 0 {
		return w.cells[i]
	}
	return ""
}

// wrong reports what is wrong with a reserved column's cell, which must be there.
func (w *row) wrong(reserved, format string, args ...any) {
	w.fail(w.line, w.columns[w.at(reserved)].header, format, args...)
}

// first reads the first row of a register.
func (w *row) first(name string) {
	errors := len(w.errs)
	s := Scenario{File: w.file, Line: w.line, Name: name}
	asOf, err := readDay(w.text(asOfColumn))
	if err != nil {
		w.wrong(asOfColumn, "%w: a day such as 2025-12-31 is wanted", err)
	}
	s.AsOf = asOf
	rule, known := w.rule(w.text(ruleColumn))
	if known {
		s.Rule = rule.ID()
		s.Rows = append(s.Rows, w.facts(rule))
	}
	s.Expect = w.expectation(rule)
	if w.broken = len(w.errs) > errors; !w.broken {
		w.scenarios = append(w.scenarios, s)
	}
}

// further reads one more row of a register.
func (w *row) further(s *Scenario, first int) {
	for _, c := range [...]string{expectColumn, reasonColumn, valueColumn, shortfallColumn, dueColumn, readingColumn} {
		if w.text(c) != "" {
			w.wrong(c, "what is expected stands on the register's first row, line %d; a further row leaves it empty", first)
		}
	}
	if t := w.text(asOfColumn); t != "" && t != s.AsOf.String() {
		w.wrong(asOfColumn, "%q: the register has the date %s on line %d", t, s.AsOf, first)
	}
	if t := w.text(ruleColumn); t != "" && plan.ID(t) != s.Rule {
		w.wrong(ruleColumn, "%q: the register has the rule %s on line %d", t, s.Rule, first)
	}
	s.Rows = append(s.Rows, w.facts(w.book.rules[string(s.Rule)]))
}

func (w *row) rule(id string) (rules.View, bool) {
	r, known := w.book.rules[id]
	if id == "" {
		w.wrong(ruleColumn, "it is missing: the ID of a statement is wanted")
	} else if !known {
		w.wrong(ruleColumn, "no rule %q%s", id, w.book.suggestRule(id))
	}
	return r, known
}

// suggestRule looks for the rule that was meant among IDs and names.
func (b *book) suggestRule(text string) string {
	if s := suggest(text, b.ids); s != "" {
		return s
	}
	var names []string
	for _, id := range b.ids {
		name := b.rules[id].Statement().Name
		names = append(names, name.ZH, name.EN)
	}
	near, ok := nearest(text, names)
	if !ok {
		return ""
	}
	id := b.ids[slices.Index(names, near)/2]
	return fmt.Sprintf("; perhaps %q (%s) is meant", id, b.rules[id].Statement().Name.ZH)
}

// readDay reads a day as the format has it, 2025-12-31, and as spreadsheets save
// it, 2025/12/31 or 2025/1/5.
func readDay(text string) (quantity.Date, error) {
	parts := strings.Split(text, "/")
	if len(parts) != 3 {
		return quantity.ParseDate(text)
	}
	for i, p := range parts {
		if len(p) == 1 {
			parts[i] = "0" + p
		}
	}
	return quantity.ParseDate(strings.Join(parts, "-"))
}
