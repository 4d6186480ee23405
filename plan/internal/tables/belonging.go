package tables

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Component is a row of components.csv.
type Component struct {
	Key         string
	Name        bilingual.Text
	Is, Reports []string
	Needs       string
	Least       int
}

// list splits a cell that holds several words.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ";")
}

func readComponents(from fs.FS, byID map[string]*Statement, errs *[]error) {
	columns := []string{"statement", "key", "is", "reports", "needs", "least", "name_zh", "name_en"}
	rows, _ := readTable(from, "components.csv", columns, errs)
	for _, r := range rows {
		c := Component{Key: r.want("key"), Name: text(r, "name"), Is: list(r.get("is")), Reports: list(r.get("reports")),
			Needs: r.want("needs"), Least: parsed(r, "least", strconv.Atoi)}
		if len(c.Is)+len(c.Reports) == 0 {
			r.fail("is", ErrMissing, "no kind of evidence")
		}
		s, ok := owner(r, byID)
		if !ok {
			continue
		}
		if slices.ContainsFunc(s.Components, func(d Component) bool { return d.Key == c.Key }) {
			r.fail("key", ErrDuplicate, "%s of %s", c.Key, s.ID)
		}
		s.Components = append(s.Components, c)
	}
}

func readParameters(from fs.FS, byID map[string]*Statement, errs *[]error) {
	columns := []string{"statement", "key", "value", "unit", "basis", "number", "from", "name_zh", "name_en", "source_zh", "source_en"}
	rows, _ := readTable(from, "parameters.csv", columns, errs)
	for _, r := range rows {
		p := Parameter{Key: r.want("key"), Name: text(r, "name")}
		if r.get("value") != "" {
			p.Amount, p.Origin = amount(r, "value", "unit"), origin(r)
			if r.get("basis") != "stated" && r.get("source_zh")+r.get("source_en") == "" { // a number of the document needs no other source
				text(r, "source") // half a source was reported already
			}
		} else {
			for _, c := range []string{"unit", "basis", "number", "from", "source_zh", "source_en"} {
				if r.get(c) != "" {
					r.fail(c, ErrUnwanted, "%q without a value", r.get(c))
				}
			}
		}
		s, ok := owner(r, byID)
		if !ok {
			continue
		}
		if slices.ContainsFunc(s.Parameters, func(q Parameter) bool { return q.Key == p.Key }) {
			r.fail("key", ErrDuplicate, "%s of %s", p.Key, s.ID)
		}
		s.Parameters = append(s.Parameters, p)
	}
}

// readReadings reports whether all rows could be read.
func readReadings(from fs.FS, byID map[string]*Statement, errs *[]error) (whole bool) {
	columns := []string{"statement", "key", "decides", "each_comparator", "each_value", "each_unit", "each_basis",
		"population_comparator", "population_value", "population_to", "population_unit", "population_basis", "name_zh", "name_en",
		"demand_zh", "demand_en", "why_zh", "why_en", "not_computed_zh", "not_computed_en"}
	rows, whole := readTable(from, "readings.csv", columns, errs)
	for _, r := range rows {
		g := Reading{Key: r.want("key"), Decides: parsed(r, "decides", yesNo), Each: threshold(r, "each"),
			Population: threshold(r, "population"), Name: text(r, "name"), Why: text(r, "why"),
			Demand: optionalText(r, "demand"), NotComputed: optionalText(r, "not_computed")}
		if r.get("population_to") != "" {
			g.Population.To = amount(r, "population_to", "population_unit")
		}
		s, ok := owner(r, byID)
		if !ok {
			continue
		}
		if slices.ContainsFunc(s.Readings, func(h Reading) bool { return h.Key == g.Key }) {
			r.fail("key", ErrDuplicate, "%s of %s", g.Key, s.ID)
		}
		if _, err := yesNo(r.get("decides")); err == nil && g.Decides != (len(s.Readings) == 0) {
			r.fail("decides", ErrValue, "exactly the first reading of %s decides", s.ID)
		}
		s.Readings = append(s.Readings, g)
	}
	return whole
}
