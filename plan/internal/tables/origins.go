package tables

import (
	"io/fs"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Origin says where a figure comes from.
type Origin struct {
	Basis  string
	Source bilingual.Text
	Number string
	From   quantity.Date
}

// origin reads basis, source, number and the day from which a figure holds.
func origin(r row) Origin {
	o := Origin{Basis: r.want("basis"), Source: optionalText(r, "source"), Number: r.get("number")}
	if r.get("from") != "" {
		o.From = parsed(r, "from", quantity.ParseDate)
	}
	return o
}

// readOrigins gives figures that others have set, or that were counted up, their
// source. Where some readings could not be read, what refers to them is not at fault.
func readOrigins(from fs.FS, byID map[string]*Statement, wholeReadings bool, errs *[]error) {
	seen := map[string]bool{}
	columns := []string{"statement", "reading", "figure", "basis", "number", "from", "order", "source_zh", "source_en"}
	rows, _ := readTable(from, "origins.csv", columns, errs)
	for _, r := range rows {
		o := origin(r)
		s, ok := owner(r, byID)
		if !ok {
			continue
		}
		name := s.ID + "," + r.get("reading") + "," + r.get("figure")
		if seen[name] {
			r.fail("figure", ErrDuplicate, "%s", name)
		}
		seen[name] = true
		var of *Threshold
		each, population := &s.Each, &s.Population
		if key := r.get("reading"); key != "" {
			i := slices.IndexFunc(s.Readings, func(g Reading) bool { return g.Key == key })
			if i < 0 {
				if wholeReadings {
					r.fail("reading", ErrReference, "%s has no reading %q", s.ID, key)
				}
				continue
			}
			each, population = &s.Readings[i].Each, &s.Readings[i].Population
		}
		switch figure := r.want("figure"); figure {
		case "each":
			of = each
		case "population":
			of = population
		case "due":
			s.DueOrigin = o
			continue
		case "modality":
			s.ModalityOrigin = o
			continue
		default:
			r.fail("figure", ErrValue, "%q: want each, population, due or modality", figure)
			continue
		}
		if of.Comparator == "" {
			r.fail("figure", ErrReference, "%s has no such threshold", s.ID)
		}
		of.Origin = o
	}
}

// Plan is what plan.csv says of the document as a whole.
type Plan struct {
	Edition             string
	Name                bilingual.Text
	First, Last, Issued quantity.Date
	IssuedOrigin        Origin
}

func (t *Tables) readPlan(from fs.FS, errs *[]error) {
	seen := map[string]bool{}
	rows, whole := readTable(from, "plan.csv", []string{"key", "value", "basis", "source_zh", "source_en"}, errs)
	for _, r := range rows {
		key := r.want("key")
		if seen[key] {
			r.fail("key", ErrDuplicate, "%s", key)
		}
		seen[key] = true
		switch key {
		case "edition":
			t.Plan.Edition = r.want("value")
		case "name_zh":
			t.Plan.Name.ZH = r.want("value")
		case "name_en":
			t.Plan.Name.EN = r.want("value")
		case "first":
			t.Plan.First = parsed(r, "value", quantity.ParseDate)
		case "last":
			t.Plan.Last = parsed(r, "value", quantity.ParseDate)
		case "issued":
			t.Plan.Issued = parsed(r, "value", quantity.ParseDate)
			t.Plan.IssuedOrigin = Origin{Basis: r.want("basis"), Source: text(r, "source")}
		default:
			r.fail("key", ErrValue, "%q is no key of the plan", key)
		}
	}
	for _, key := range []string{"edition", "name_zh", "name_en", "first", "last", "issued"} {
		if whole && !seen[key] {
			row{file: "plan.csv", line: 1, errs: errs}.fail("key", ErrMissing, "no line %s", key)
		}
	}
}
