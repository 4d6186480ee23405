// Package publish makes tables of a statement by group that may be published: a group
// that is too small for its persons not to be recognised prints no number, and so many
// more groups are hidden that it cannot be worked out from the total and the rest.
//
//	table, err := publish.New(page.Row(plan.SeniorMaster), publish.Options{})
//
// A group that is large enough prints all its numbers, small ones among them: the size of
// the group alone is looked at.
package publish

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
)

// Least is how many records a group has at least to be printed, where nobody says otherwise.
const Least = 10

// Options say what is hidden.
type Options struct {
	// Least is how many records a group must have to be printed, and how wide the interval
	// must be at least that a reader can work out for any hidden number. 0 is [Least];
	// less than 3 is an error.
	Least int64
	// Earlier is the table of an earlier date: what it hides stays hidden, or else the
	// difference of two tables would tell.
	Earlier *Table
}

// Table is what may be printed of a statement.
type Table struct {
	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Citation  bilingual.Text `json:"citation"`
	AsOf      quantity.Date  `json:"as_of"`
	Least     int64          `json:"least"`
	Rows      []Row          `json:"rows"`
	Total     Row            `json:"total"` // of the groups together; its parts are hidden where they alone would tell
	Rule      bilingual.Text `json:"rule"`  // by which numbers are hidden
}

// Row is a group. Numbers that are hidden are nil.
type Row struct {
	Name       string `json:"name"`
	InScope    *int64 `json:"in_scope"`
	Counted    *int64 `json:"counted"`
	NotCounted *int64 `json:"not_counted"`
}

// Hidden reports whether the row has no number.
func (r Row) Hidden() bool { return r.InScope == nil }

// group is a group with its numbers.
type group struct {
	name                  string
	inScope, counted, not int64
	hidden                bool
}

// New makes the table of a statement from the groups of a report's row. It is an error if
// the row has no groups, or if records of a group are left open, which would tell others.
func New(row *report.Row, o Options) (Table, error) {
	if row == nil || row.Result == nil || len(row.Groups) == 0 {
		return Table{}, errors.New("publish: a statement with results by group is wanted")
	}
	if o.Least == 0 {
		o.Least = Least
	}
	if o.Least < 3 {
		return Table{}, fmt.Errorf("publish: least %d: want 3 at least", o.Least)
	}
	n := strconv.FormatInt(o.Least, 10)
	t := Table{Statement: row.Statement, Name: row.Name, Citation: row.Citation, AsOf: row.Result.AsOf, Least: o.Least,
		Rule: bilingual.Text{ZH: "在范围内少于" + n + "条的组不列任何数；另隐去若干组（从最小的起），使每个隐去的数按表内其他数推算的区间宽度不小于" + n + "；仍不足时合计也不分列",
			EN: "a group of fewer than " + n + " records in scope has no number; more groups are hidden, the smallest first, so that the interval which the other numbers leave for a hidden one is " + n + " wide at least; where that does not do, the total is not broken down either"}}
	groups := make([]group, len(row.Groups))
	for i, g := range row.Groups {
		c := g.Result.Classes
		if open := g.Result.Records.Open; open > 0 {
			return Table{}, fmt.Errorf("publish: %s: %d records of %s are left open", row.Statement, open, g.Name)
		}
		groups[i] = group{name: bilingual.Plain(g.Name), inScope: c.Counted + c.NotCounted, counted: c.Counted, not: c.NotCounted}
	}
	t.fill(groups, o)
	return t, nil
}

// fill hides what has to be hidden and prints the rest.
func (t *Table) fill(groups []group, o Options) {
	for i := range groups {
		g := &groups[i]
		g.hidden = g.inScope > 0 && g.inScope < o.Least || o.Earlier.hides(g.name)
	}
	for protected := hiddenSums(groups).protected(o.Least); !protected && hideNext(groups); {
		protected = hiddenSums(groups).protected(o.Least)
	}
	all := group{}
	for _, g := range groups {
		all.inScope, all.counted, all.not = all.inScope+g.inScope, all.counted+g.counted, all.not+g.not
		row := Row{Name: g.name}
		if !g.hidden {
			row.InScope, row.Counted, row.NotCounted = &g.inScope, &g.counted, &g.not
		}
		t.Rows = append(t.Rows, row)
	}
	hidden := hiddenSums(groups)
	if hidden.groups == 0 || hidden.wholes(o.Least) {
		t.Total.InScope = &all.inScope
	}
	if hidden.groups == 0 || hidden.protected(o.Least) {
		t.Total.Counted, t.Total.NotCounted = &all.counted, &all.not
	}
}

// sums are what a reader can work out of the hidden groups together.
type sums struct{ groups, inScope, counted, not int64 }

func hiddenSums(groups []group) (s sums) {
	for _, g := range groups {
		if g.hidden {
			s.groups, s.inScope, s.counted, s.not = s.groups+1, s.inScope+g.inScope, s.counted+g.counted, s.not+g.not
		}
	}
	return s
}

// wholes reports whether no hidden number of records in scope is told more closely than an
// interval so wide: a reader knows that each hidden group may have none, and all of them
// together have the sum.
func (s sums) wholes(wide int64) bool { return s.groups > 1 && s.inScope >= wide }

// protected reports the same of all hidden numbers.
func (s sums) protected(wide int64) bool {
	return s.groups == 0 || s.wholes(wide) && s.counted >= wide && s.not >= wide
}

// hideNext hides the smallest group that is printed; of several as small the first by
// name. Groups without records are hidden last.
func hideNext(groups []group) bool {
	at := -1
	less := func(a, b group) bool {
		if (a.inScope == 0) != (b.inScope == 0) {
			return b.inScope == 0
		}
		return a.inScope < b.inScope || a.inScope == b.inScope && a.name < b.name
	}
	for i, g := range groups {
		if !g.hidden && (at < 0 || less(g, groups[at])) {
			at = i
		}
	}
	if at < 0 {
		return false
	}
	groups[at].hidden = true
	return true
}

// hides reports whether a table hides a group.
func (t *Table) hides(name string) bool {
	return t != nil && slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Name == name && r.Hidden() })
}

var columns = []bilingual.Text{{ZH: "组别", EN: "group"}, {ZH: "在范围内", EN: "in scope"}, {ZH: "符合", EN: "counted"}, {ZH: "不符合", EN: "not counted"}}

var (
	hiddenMark = bilingual.Text{ZH: "（隐去）", EN: "(hidden)"}
	total      = bilingual.Text{ZH: "合计", EN: "total"}
)

// WriteCSV writes the table with its rule in the last line.
func (t Table) WriteCSV(w io.Writer, l bilingual.Language) error {
	out := bilingual.NewSpreadsheet(w, l, columns...)
	line := func(name string, numbers ...*int64) {
		cells := []string{name}
		for _, n := range numbers {
			cell := hiddenMark.In(l)
			if n != nil {
				cell = strconv.FormatInt(*n, 10)
			}
			cells = append(cells, cell)
		}
		_ = out.Row(cells...) // Flush returns the error
	}
	for _, r := range t.Rows {
		line(r.Name, r.InScope, r.Counted, r.NotCounted)
	}
	line(total.In(l), t.Total.InScope, t.Total.Counted, t.Total.NotCounted)
	_ = out.Row(t.Rule.In(l), "", "", "")
	return out.Flush()
}
