package dashboard

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/verdict"
)

// item is a statement in a list, of the city, a county or a school.
type item struct {
	ID                                              plan.ID
	Citation, Name, Value, Required, Due, Short, On string
	Verdict, Class                                  string
	Findings                                        bool // whether there are records that do not keep it, to be listed
	Deadline                                        quantity.Date
	bearer                                          plan.Bearer
	sought                                          string
}

// itemsOf are the statements of a report that demand something, in clause order.
func itemsOf(r *report.Report, l bilingual.Language) (list []item) {
	for row := range r.All() {
		if row.Modality != plan.NoDemand {
			list = append(list, itemOfRow(row, r, l))
		}
	}
	return list
}

// itemOfRow is a statement with its own result.
func itemOfRow(row *report.Row, r *report.Report, l bilingual.Language) item {
	first := row.Lines(l)[0].Cells
	return itemOf(row, row.Result, first, first, l, r.Date)
}

// itemOf is a statement with a result in the words of the report: first is the statement's
// own line, and cells that of the result.
func itemOf(row *report.Row, result *verdict.Result, first, cells []string, l bilingual.Language, day quantity.Date) item {
	one := item{ID: row.Statement, Citation: first[report.CitationCell], Name: first[report.NameCell], Required: first[report.RequiredCell], Due: first[report.DueCell],
		Value: cells[report.ValueCell], Verdict: cells[report.VerdictCell], Short: cells[report.ShortCell], On: row.Bearer.In(l),
		Class: page.Class(result), Deadline: row.Deadline.OnFor(day), bearer: row.Bearer}
	one.Findings = listed(result) && result.Classes.NotCounted > 0
	one.sought = strings.ToLower(strings.Join([]string{string(row.Statement), row.Citation.ZH, row.Citation.EN, row.Name.ZH, row.Name.EN, row.Demand.ZH, row.Demand.EN}, "\x00"))
	return one
}

// listed reports whether the library lists the records that do not keep what a result is of:
// only a duty has such, and only where its measure accuses nobody who may have kept it.
func listed(r *verdict.Result) bool {
	return r != nil && r.Form == "duty" && r.Partly.Bias.ShowsMiss()
}

// itemsByGroup are the statements of which something is said in a county, by its name.
func itemsByGroup(r *report.Report, l bilingual.Language) map[string][]item {
	all := map[string][]item{}
	for row := range r.All() {
		if len(row.Groups) == 0 {
			continue
		}
		lines := row.Lines(l)
		first, lines := lines[0].Cells, lines[1:]
		for i := range row.Groups {
			group := &row.Groups[i]
			if group.Result.Reason == verdict.EmptyScope { // has no line
				continue
			}
			all[group.Name] = append(all[group.Name], itemOf(row, &group.Result, first, lines[0].Cells, l, r.Date))
			lines = lines[1:]
		}
	}
	return all
}

// choice is what a list of statements is narrowed to and sorted by, as an address says it.
type choice struct{ Query, Verdict, On, Sort string }

func choiceOf(q url.Values) choice {
	return choice{strings.TrimSpace(q.Get("q")), q.Get("verdict"), q.Get("on"), q.Get("sort")}
}

// severity is the order of verdicts with the gravest first.
var severity = []string{"breach", "missed", "open", "unclear", "met", "none"}

// from narrows a list and sorts it. Words that are sought must all be there.
func (c choice) from(all []item) (list []item) {
	words := strings.Fields(strings.ToLower(c.Query))
	for _, one := range all {
		if c.Verdict != "" && one.Class != c.Verdict || c.On != "" && keyOf(one.bearer) != c.On {
			continue
		}
		if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(one.sought, w) }) {
			continue
		}
		list = append(list, one)
	}
	switch c.Sort {
	case "verdict":
		slices.SortStableFunc(list, func(a, b item) int {
			return cmp.Compare(slices.Index(severity, a.Class), slices.Index(severity, b.Class))
		})
	case "due":
		slices.SortStableFunc(list, func(a, b item) int {
			switch {
			case a.Deadline.Known() != b.Deadline.Known():
				return cmp.Compare(b2i(b.Deadline.Known()), b2i(a.Deadline.Known())) // those without a day come last
			case !a.Deadline.Known():
				return 0
			}
			return a.Deadline.DaysSince(b.Deadline)
		})
	case "name":
		slices.SortStableFunc(list, func(a, b item) int { return cmp.Compare(a.Name, b.Name) })
	}
	return list
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// keyOf is how an address names on whom a statement falls.
func keyOf(b plan.Bearer) string {
	text, _ := b.MarshalText() // a bearer of a report has a key
	return string(text)
}

// known writes a day, nothing for none.
func known(d quantity.Date) string {
	if !d.Known() {
		return ""
	}
	return d.String()
}
