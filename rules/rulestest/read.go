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
		r := reader{book: b, file: file, suggestions: maxSuggestions}
		r.read(data)
		all = append(all, r.scenarios...)
		slices.SortStableFunc(r.errs, func(a, b *ScenarioError) int { return a.Line - b.Line })
		for _, err := range r.errs {
			errs = append(errs, err)
		}
	}
	if len(all) == 0 && len(errs) == 0 {
		errs = append(errs, errors.New("rulestest: no scenario in the directory: a *.csv file is wanted"))
	}
	return all, errors.Join(errs...)
}

// maxSuggestions is for how many faults of a file it is looked up what was
// perhaps meant, so that a file of nothing but faults takes no time to refuse.
const maxSuggestions = 100

// reader reads one file.
type reader struct {
	book        *book
	file        string
	columns     []column
	reserved    map[string]int // the places of the reserved columns, by English name
	names       map[string]int // the line of a name's first row
	register    *register      // whose rows are being read
	scenarios   []Scenario
	errs        []*ScenarioError
	suggestions int // that may still be looked up
}

// register is a scenario whose rows are not all there yet.
type register struct {
	Scenario
	rule   rules.View // nil if it is not known
	rows   []rules.TextRow
	lines  []int // of the rows
	broken bool  // the first row could not be read: the further ones are not looked at
	errors int   // that the file had before
}

func (r *reader) fail(line int, column string, format string, args ...any) {
	r.errs = append(r.errs, &ScenarioError{r.file, line, column, fmt.Errorf(format, args...)})
}

// suggest is suggest for the first faults of a file.
func (r *reader) suggest(text string, candidates []string) string {
	if r.suggestions--; r.suggestions < 0 {
		return ""
	}
	return suggest(text, candidates)
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
	r.finish()
	if len(r.scenarios) == 0 && len(r.errs) == 0 {
		r.fail(0, "", "no scenario in it")
	}
}

// head reads the names of the columns; without them no row can be read.
func (r *reader) head(line int, cells []string) bool {
	errors := len(r.errs)
	for i, text := range withoutEmptyEnd(cells, 0) {
		if text == "" {
			r.fail(line, fmt.Sprint(i+1), "it has no name")
			continue
		}
		c, err := r.book.columnOf(text)
		if err != nil {
			r.fail(line, text, "%w%s", err, r.suggest(text, r.book.names))
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
	r.reserved = map[string]int{}
	for i, c := range r.columns {
		if c.reserved != "" {
			r.reserved[c.reserved] = i
		}
	}
	return true
}

// withoutEmptyEnd drops the empty cells at the end, which spreadsheets save
// where a column was once in use, but keeps the first ones.
func withoutEmptyEnd(cells []string, keep int) []string {
	for len(cells) > keep && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// row reads one line below the head: the first row of a register or a further one.
func (r *reader) row(line int, cells []string) {
	cells = withoutEmptyEnd(cells, len(r.columns))
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
	switch {
	case !known:
		r.finish()
		r.names[name] = line
		w.first(name)
	case r.register == nil || r.register.Name != name:
		w.wrong(nameColumn, "%q stands already on line %d: the rows of a register stand together, and each register has a name of its own", name, first)
	case !r.register.broken:
		w.further(first)
	}
}

// finish reads the rows of the register, now that all are there.
func (r *reader) finish() {
	g := r.register
	r.register = nil
	if g == nil || g.rule == nil {
		return
	}
	parsed, err := g.rule.Parse(g.rows)
	if err != nil {
		r.unreadable(g, err)
	}
	if len(r.errs) == g.errors {
		g.Rows = parsed
		r.scenarios = append(r.scenarios, g.Scenario)
	}
}

// unreadable reports the cells for which a register could not be read.
func (r *reader) unreadable(g *register, err error) {
	before, subject := len(r.errs), g.rule.SubjectKey()
	for i, row := range g.rows {
		for _, c := range r.columns {
			f, has := c.fields[subject]
			if !has {
				continue
			}
			if err := f.Check(row.Fields[f.Key]); err != nil {
				r.fail(g.lines[i], c.header, "%w%s", err, r.suggest(row.Fields[f.Key], wordsOf(f)))
			}
		}
	}
	if len(r.errs) == before { // no cell by itself: there are too many records
		r.fail(g.Line, "", "%w", err)
	}
}

// row is a line of a file.
type row struct {
	*reader
	line  int
	cells []string
}

func (w *row) text(reserved string) string {
	if i, there := w.reserved[reserved]; there {
		return w.cells[i]
	}
	return ""
}

// wrong reports what is wrong with a reserved column's cell, which must be there.
func (w *row) wrong(reserved, format string, args ...any) {
	w.fail(w.line, w.columns[w.reserved[reserved]].header, format, args...)
}

// first reads the first row of a register.
func (w *row) first(name string) {
	g := &register{Scenario: Scenario{File: w.file, Line: w.line, Name: name}, errors: len(w.errs)}
	asOf, err := readDay(w.text(asOfColumn))
	if err != nil {
		w.wrong(asOfColumn, "%w: a day such as 2025-12-31 is wanted", err)
	}
	g.AsOf = asOf
	if rule, known := w.rule(w.text(ruleColumn)); known {
		g.rule, g.Rule = rule, rule.ID()
		w.facts(g)
	}
	g.Expect = w.expectation(g.rule)
	g.broken = len(w.errs) > g.errors
	w.register = g
}

// further reads one more row of a register.
func (w *row) further(first int) {
	g := w.register
	for _, c := range [...]string{expectColumn, reasonColumn, valueColumn, shortfallColumn, dueColumn, readingColumn} {
		if w.text(c) != "" {
			w.wrong(c, "what is expected stands on the register's first row, line %d; a further row leaves it empty", first)
		}
	}
	if t := w.text(asOfColumn); t != "" {
		if day, err := readDay(t); err != nil || day != g.AsOf {
			w.wrong(asOfColumn, "%q: the register has the date %s on line %d", t, g.AsOf, first)
		}
	}
	if t := w.text(ruleColumn); t != "" && plan.ID(t) != g.Rule {
		w.wrong(ruleColumn, "%q: the register has the rule %s on line %d", t, g.Rule, first)
	}
	w.facts(g)
}

func (w *row) rule(id string) (rules.View, bool) {
	r, known := w.book.rules[id]
	if id == "" {
		w.wrong(ruleColumn, "it is missing: the ID of a statement is wanted")
	} else if !known {
		w.wrong(ruleColumn, "no rule %q%s", id, w.suggestRule(id))
	}
	return r, known
}

// suggestRule looks for the rule that was meant among IDs and names.
func (r *reader) suggestRule(text string) string {
	b := r.book
	if s := r.suggest(text, b.ids); s != "" || r.suggestions < 0 {
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

// readDay reads a day, which must be there.
func readDay(text string) (quantity.Date, error) {
	day, err := quantity.ParseDate(text)
	if err == nil && !day.Known() {
		err = fmt.Errorf("date %q: a day is wanted", text)
	}
	return day, err
}
