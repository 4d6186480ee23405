package tables

import (
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/seeds"
)

// Tables are the facts of the plan as the tables state them. Words of closed
// lists (kinds, modalities, bases) are their keys; package plan knows them.
type Tables struct {
	Clauses    []Clause
	Statements []Statement
	Anomalies  []Anomaly
	Numerals   []Numeral
	Plan       Plan
}

// Clause is a row of clauses.csv.
type Clause struct {
	Place, Parent, Kind, Citation string
	Title                         bilingual.Text
	Statements                    int
}

// Threshold is a figure with its comparator and where it comes from.
type Threshold struct {
	Comparator string
	Amount     quantity.Amount
	To         quantity.Amount // upper end of a range; zero where there is none
	Origin
}

// Statement is a row of statements.csv with the rows of the other tables that
// belong to it.
type Statement struct {
	ID               string
	Places           []string
	Kind, Modality   string
	ModalityOrigin   Origin
	Gradually        bool
	Bearer           string
	Each, Population Threshold
	Due              string
	DueOn            quantity.Date
	DueOrigin        Origin
	Evaluable        string
	Bias             string
	Covers           bilingual.Text
	Components       []Component
	Baseline         Figure // zero where there is none
	Term             string
	Name, Summary    bilingual.Text
	Demand           bilingual.Text
	SaidBy           []string
	Short, Noun      bilingual.Text
	Note             bilingual.Text

	Figures    []Figure
	Parameters []Parameter
	Readings   []Reading
}

// Figure is a row of figures.csv.
type Figure struct {
	Key string
	Threshold
	On   quantity.Date
	Name bilingual.Text
}

// Parameter is a row of parameters.csv; its amount is zero where there is no default.
type Parameter struct {
	Key    string
	Amount quantity.Amount
	Origin
	Name bilingual.Text
}

// Reading is a row of readings.csv.
type Reading struct {
	Key              string
	Decides          bool
	Each, Population Threshold
	Name, Why        bilingual.Text
	Demand           bilingual.Text
	NotComputed      bilingual.Text
}

// Read reads the embedded tables of the plan.
func Read() (*Tables, error) { return ReadFrom(seeds.Files()) }

// ReadFolder reads the embedded tables of another document, by its folder.
func ReadFolder(name string) (*Tables, error) {
	from, err := fs.Sub(seeds.Files(), name)
	if err != nil {
		return nil, err
	}
	return ReadFrom(from)
}

// ReadFrom reads tables of the same form from a file system and returns all
// that is wrong with them, joined.
func ReadFrom(from fs.FS) (*Tables, error) {
	var errs []error
	t := &Tables{}
	places := t.readClauses(from, &errs)
	baselines, whole := t.readStatements(from, places, &errs)
	var byID map[string]*Statement
	if whole {
		byID = make(map[string]*Statement, len(t.Statements))
		for i := range t.Statements {
			byID[t.Statements[i].ID] = &t.Statements[i]
		}
	}
	t.readPlan(from, &errs)
	readParameters(from, byID, &errs)
	wholeReadings := readReadings(from, byID, &errs)
	readComponents(from, byID, &errs)
	readOrigins(from, byID, wholeReadings, &errs)
	t.readAnomalies(from, places, byID, &errs)
	t.readNumerals(from, places, byID, &errs)
	if readFigures(from, byID, &errs) && whole {
		for _, r := range baselines {
			linkBaseline(r, byID)
		}
	}
	if whole && places != nil {
		t.countStatements(places)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return t, nil
}

func text(r row, column string) bilingual.Text {
	return bilingual.Text{ZH: r.want(column + "_zh"), EN: r.want(column + "_en")}
}

func optionalText(r row, column string) bilingual.Text {
	if r.get(column+"_zh") == "" && r.get(column+"_en") == "" {
		return bilingual.Text{}
	}
	return text(r, column)
}

// readClauses returns the rows by place, or nil if some could not be read.
func (t *Tables) readClauses(from fs.FS, errs *[]error) map[string]row {
	columns := []string{"place", "parent", "kind", "citation_en", "title_zh", "title_en", "statements"}
	places := map[string]row{}
	rows, whole := readTable(from, "clauses.csv", columns, errs)
	for _, r := range rows {
		c := Clause{Place: r.want("place"), Parent: r.get("parent"), Kind: r.want("kind"),
			Citation: r.want("citation_en"), Title: text(r, "title"), Statements: parsed(r, "statements", strconv.Atoi)}
		if _, twice := places[c.Place]; twice {
			r.fail("place", ErrDuplicate, "%s", c.Place)
		}
		if _, ok := places[c.Parent]; c.Parent != "" && !ok && whole {
			r.fail("parent", ErrReference, "%s does not stand above", c.Parent)
		}
		places[c.Place] = r
		t.Clauses = append(t.Clauses, c)
	}
	if !whole {
		return nil
	}
	return places
}

// countStatements checks the column that says how many statements a clause yields.
func (t *Tables) countStatements(places map[string]row) {
	found := map[string]int{}
	for _, s := range t.Statements {
		if len(s.Places) > 0 {
			found[s.Places[0]]++
		}
	}
	for _, c := range t.Clauses {
		if found[c.Place] != c.Statements {
			places[c.Place].fail("statements", ErrValue, "%d, but %d statements have %s as their first place",
				c.Statements, found[c.Place], c.Place)
		}
	}
}

// readStatements returns the rows that name a baseline, to be linked once the
// figures are read, and whether all rows could be read.
func (t *Tables) readStatements(from fs.FS, places map[string]row, errs *[]error) (baselines []row, whole bool) {
	columns := []string{"id", "places", "kind", "modality", "modality_basis", "gradually", "bearer",
		"each_comparator", "each_value", "each_unit", "each_basis",
		"population_comparator", "population_value", "population_unit", "population_basis",
		"due", "due_on", "due_basis", "evaluable", "bias", "covers_zh", "covers_en", "baseline", "term",
		"name_zh", "name_en", "demand_zh", "demand_en", "said_by", "short_zh", "short_en", "noun_zh", "noun_en",
		"summary_zh", "summary_en", "note_zh", "note_en"}
	seen := map[string]bool{}
	last := 0
	rows, whole := readTable(from, "statements.csv", columns, errs)
	for _, r := range rows {
		s := Statement{ID: r.want("id"), Places: strings.Split(r.want("places"), ";"),
			Kind: r.want("kind"), Modality: r.want("modality"), Gradually: parsed(r, "gradually", yesNo),
			Bearer: r.want("bearer"), Each: threshold(r, "each"), Population: threshold(r, "population"),
			ModalityOrigin: Origin{Basis: r.get("modality_basis")},
			Due:            r.want("due"), DueOrigin: Origin{Basis: r.get("due_basis")}, Evaluable: r.want("evaluable"), Term: r.want("term"),
			Bias: r.get("bias"), Covers: optionalText(r, "covers"),
			Name: text(r, "name"), Summary: text(r, "summary"), Note: optionalText(r, "note"),
			Demand: optionalText(r, "demand"), Short: optionalText(r, "short"), Noun: optionalText(r, "noun"), SaidBy: list(r.get("said_by"))}
		if (s.Bias == "") != s.Covers.IsZero() {
			r.fail("bias", ErrMissing, "bias and what is covered come together")
		}
		if r.get("due_on") != "" {
			s.DueOn = parsed(r, "due_on", quantity.ParseDate)
			r.want("due_basis")
		} else if s.DueOrigin.Basis != "" {
			r.fail("due_basis", ErrUnwanted, "%s without a date", s.DueOrigin.Basis)
		}
		if seen[s.ID] {
			r.fail("id", ErrDuplicate, "%s", s.ID)
		}
		seen[s.ID] = true
		if n := len([]rune(s.Term)); n > 8 {
			r.fail("term", ErrValue, "%q has %d characters, at most 8 are wanted", s.Term, n)
		}
		if places != nil && r.get("places") != "" {
			last = checkPlaces(r, s.Places, places, last)
		}
		if r.get("baseline") != "" {
			baselines = append(baselines, r)
		}
		t.Statements = append(t.Statements, s)
	}
	return baselines, whole
}

// checkPlaces finds each place among the clauses. The first one must not stand
// above that of the row before it, whose line is last; its own is returned.
func checkPlaces(r row, cited []string, places map[string]row, last int) int {
	for i, p := range cited {
		if _, ok := places[p]; !ok {
			r.fail("places", ErrReference, "%q is no clause", p)
		}
		if slices.Contains(cited[:i], p) {
			r.fail("places", ErrDuplicate, "%s", p)
		}
	}
	first, ok := places[cited[0]]
	if !ok {
		return last
	}
	if first.line < last {
		r.fail("places", ErrRow, "%s stands above the row before it in the text", cited[0])
		return last
	}
	return first.line
}

// threshold reads comparator, value, unit and basis, which come together or not at all.
func threshold(r row, of string) Threshold {
	parts := []string{of + "_comparator", of + "_value", of + "_unit", of + "_basis"}
	if !slices.ContainsFunc(parts, func(c string) bool { return r.get(c) != "" }) {
		return Threshold{}
	}
	return Threshold{Comparator: r.want(parts[0]), Amount: amount(r, of+"_value", of+"_unit"), Origin: Origin{Basis: r.want(parts[3])}}
}

func amount(r row, value, unit string) quantity.Amount {
	u := parsed(r, unit, quantity.ParseUnit)
	if u == quantity.NoUnit {
		r.want(value) // a number cannot be read without its unit, but it can be missing too
		return quantity.Amount{}
	}
	return parsed(r, value, func(s string) (quantity.Amount, error) { return quantity.ParseAmount(s, u) })
}

// owner returns the statement that a row of another table belongs to. Without
// byID the statements are not known, and none is looked for.
func owner(r row, byID map[string]*Statement) (*Statement, bool) {
	id := r.want("statement")
	s, ok := byID[id]
	if !ok && id != "" && byID != nil {
		r.fail("statement", ErrReference, "%q is no statement", id)
	}
	return s, ok
}

// readFigures reports whether all rows could be read.
func readFigures(from fs.FS, byID map[string]*Statement, errs *[]error) bool {
	columns := []string{"statement", "key", "comparator", "value", "unit", "on", "basis", "name_zh", "name_en"}
	rows, whole := readTable(from, "figures.csv", columns, errs)
	for _, r := range rows {
		f := Figure{Key: r.want("key"), Name: text(r, "name"),
			Threshold: Threshold{Comparator: r.want("comparator"), Amount: amount(r, "value", "unit"), Origin: Origin{Basis: r.want("basis")}}}
		if r.get("on") != "" {
			f.On = parsed(r, "on", quantity.ParseDate)
		}
		s, ok := owner(r, byID)
		if !ok {
			continue
		}
		if slices.ContainsFunc(s.Figures, func(g Figure) bool { return g.Key == f.Key }) {
			r.fail("key", ErrDuplicate, "%s of %s", f.Key, s.ID)
		}
		s.Figures = append(s.Figures, f)
	}
	return whole
}

// linkBaseline resolves "statement/figure".
func linkBaseline(r row, byID map[string]*Statement) {
	id, key, _ := strings.Cut(r.get("baseline"), "/")
	if of, ok := byID[id]; ok {
		for _, f := range of.Figures {
			if f.Key == key && f.On.Known() {
				byID[r.get("id")].Baseline = f
				return
			}
		}
	}
	r.fail("baseline", ErrReference, "%q is no dated figure", r.get("baseline"))
}
