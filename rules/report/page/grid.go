package page

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// grid sets counties beside statements.
type grid struct {
	Counties []county
	Worst    string
	Duties   template.HTML // rows, with a verdict in each county
	Parts    template.HTML // rows of what binds the city
}

// county is a column: how many statements it does not meet.
type county struct {
	Name     string
	Href     string // of a page of its own, if it has one
	Missed   int    // breaches too
	Breaches int
}

type gridRow struct {
	name, href  string
	city        gridCell
	cells       []gridCell
	short       int64
	lowestShare float64
}

type gridCell struct{ class, word, number string }

// gridOf has the statements of which groups say anything.
func gridOf(r *report.Report, o Options) grid {
	l := o.Language
	var g grid
	var duties, parts []gridRow
	place := map[string]int{}
	for row := range r.All() {
		for i := range row.Groups {
			name := row.Groups[i].Name
			if _, there := place[name]; !there {
				place[name] = len(g.Counties)
				g.Counties = append(g.Counties, county{Name: bilingual.Plain(name), Href: o.hrefOfGroup(name)})
			}
		}
	}
	for row := range r.All() {
		if len(row.Groups) == 0 || row.Result == nil {
			continue
		}
		one := gridRow{name: row.Name.In(l), href: o.href(row.Statement), city: gridCell{classOf(row), briefly(row.Result, l), ""}, cells: make([]gridCell, len(g.Counties)), lowestShare: 2}
		judged, asked := false, false
		for i := range row.Groups {
			at, res := place[row.Groups[i].Name], &row.Groups[i].Result
			one.short += res.Classes.NotCounted
			if res.Reason == verdict.EmptyScope {
				one.cells[at] = gridCell{classNone, briefly(res, l), ""}
				continue
			}
			asked = true
			if res.Reason == verdict.ForComparison {
				one.cells[at] = gridCell{classNone, res.Measured(l), ""}
				continue
			}
			judged = true
			one.cells[at] = verdictCellOf(res, l)
			if v := res.Value; v.Defined() {
				one.lowestShare = min(one.lowestShare, drawn(v))
			}
			switch Class(res) {
			case classBreach:
				g.Counties[at].Breaches++
				g.Counties[at].Missed++
			case classOpen, classMissed:
				g.Counties[at].Missed++
			}
		}
		switch {
		case judged:
			duties = append(duties, one)
		case asked && one.short > 0:
			parts = append(parts, one)
		}
	}
	slices.SortStableFunc(duties, func(a, b gridRow) int { return cmp.Compare(a.lowestShare, b.lowestShare) })
	slices.SortStableFunc(parts, func(a, b gridRow) int { return cmp.Compare(b.short, a.short) })
	g.Duties, g.Parts, g.Worst = rowsOf(duties), rowsOf(parts), worst(g.Counties, l)
	return g
}

func rowsOf(rows []gridRow) template.HTML {
	var c cells
	for _, row := range rows {
		c.row(row.name, row.href, "")
		for _, one := range append([]gridCell{row.city}, row.cells...) {
			c.cell(one.class, one.word, one.number)
		}
		c.end()
	}
	return c.html()
}

// briefly is the verdict without its reason.
func briefly(r *verdict.Result, l bilingual.Language) string {
	text, _, _ := strings.Cut(r.Verdict(l), l.Pick("（", " ("))
	return text
}

// verdictCellOf is the verdict of a group, and how many of its records do not comply.
func verdictCellOf(r *verdict.Result, l bilingual.Language) gridCell {
	c := gridCell{Class(r), briefly(r, l), ""}
	if n := r.Classes.NotCounted; n > 0 && r.Outcome != verdict.Met {
		unit := cmp.Or(r.Lowest.Of.Unit(), quantity.Item)
		if len(r.Years) > 0 {
			unit = quantity.Year
		}
		c.number = l.Pick("不符合", "not: ") + quantity.TotalOf(uint64(n), unit).In(l)
	}
	return c
}

// worst names the three counties that miss most statements, and those that miss as many.
func worst(all []county, l bilingual.Language) string {
	list := slices.Clone(all)
	slices.SortStableFunc(list, func(a, b county) int {
		return cmp.Or(cmp.Compare(b.Missed, a.Missed), cmp.Compare(b.Breaches, a.Breaches))
	})
	var names []string
	for i, c := range list {
		if as := list[min(2, len(list)-1)]; c.Missed > 0 && (i < 3 || c.Missed == as.Missed && c.Breaches == as.Breaches) { // who are equal are named together
			names = append(names, c.Name+l.Pick("（"+itoa(int64(c.Missed))+"项，其中违反"+itoa(int64(c.Breaches))+"项）", " ("+itoa(int64(c.Missed))+", of which in breach "+itoa(int64(c.Breaches))+")"))
		}
	}
	if len(names) == 0 {
		return ""
	}
	text := wordsIn(l).Worst
	for i, n := range names {
		if i > 0 {
			text += l.Pick("、", ", ")
		}
		text += n
	}
	return text
}
