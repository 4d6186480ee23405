package page

import (
	"html/template"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// view is a page in words.
type view struct {
	W        *words
	Style    template.CSS
	Heading  string
	Preface  []string
	Tiles    []tile
	Bearers  []bearer
	Board    []target
	Grid     grid
	Parts    []part
	Ahead    []string
	Notes    []note
	Articles []article // of a statement's own page
	Back     string
}

// tile is how many statements have a verdict.
type tile struct {
	Class, Word string
	Number      int
}

// bearer is on whom statements fall, with how many of them have what verdict.
type bearer struct {
	Word    string
	Numbers []int // in the order of the tiles
	All     int
}

type part struct {
	Heading  string
	Sections []section
}

type section struct {
	Heading  string
	Articles []article // with data
	Without  []article // that nothing is known of
}

// article is a statement.
type article struct {
	W              *words
	ID, Href       string
	Name, Citation string
	Class, Verdict string
	Rows           []labelled
	Remarks        []string
	Groups         template.HTML // rows of a table
	Picture        template.HTML
	Projected      string
	HasPicture     bool
	History        []labelled
	OnPage         bool
}

type labelled struct{ Label, Text string }

// note is an anomaly of the text.
type note struct{ Kind, Text, Name, Href string }

// newView puts a report into words.
func newView(r *report.Report, o Options) view {
	v := newParts(r, o)
	l := o.Language
	for _, p := range r.Parts {
		one := part{Heading: p.Citation.In(l) + l.Pick(" ", ": ") + p.Title.In(l)}
		for _, s := range p.Sections {
			in := section{Heading: s.Citation.In(l) + l.Pick(" ", ": ") + s.Title.In(l)}
			for i := range s.Rows {
				row := &s.Rows[i]
				a := articleOf(row, o)
				if row.Result != nil || len(row.Groups) > 0 {
					in.Articles = append(in.Articles, a)
				} else {
					in.Without = append(in.Without, a)
				}
			}
			one.Sections = append(one.Sections, in)
		}
		v.Parts = append(v.Parts, one)
	}
	return v
}

// newParts puts into words what a report says of many statements at once.
func newParts(r *report.Report, o Options) view {
	l := o.Language
	v := view{W: wordsOf(o), Style: template.CSS(style), Heading: r.Heading(l), Preface: r.Preface(l), Ahead: r.Ahead(90, l)}
	if o.Source != "" {
		v.Preface = append([]string{bilingual.Plain(o.Source)}, v.Preface...)
	}
	v.Tiles, v.Bearers = counted(r, l)
	v.Board = board(r, o)
	v.Grid = gridOf(r, o)
	seen := map[string]bool{}
	for row := range r.All() {
		for _, a := range row.Anomalies {
			if text := a.Text.In(l); !seen[text] {
				seen[text] = true
				v.Notes = append(v.Notes, note{a.Kind.In(l), text, row.Name.In(l), o.href(row.Statement)})
			}
		}
	}
	return v
}

// newStatementView puts one statement into words.
func newStatementView(r *report.Report, row *report.Row, o Options) view {
	l := o.Language
	v := view{W: wordsOf(o), Style: template.CSS(style), Heading: row.Name.In(l), Back: o.Back}
	v.Preface = []string{r.Name.In(l) + l.Pick("：截至", ": as of ") + r.Date.In(l)}
	v.Articles = []article{wholeArticleOf(row, o)}
	return v
}

// wholeArticleOf is a statement with its calculation, its way and its history.
func wholeArticleOf(row *report.Row, o Options) article {
	l := o.Language
	a := articleOf(row, o)
	a.OnPage = true
	if row.Result != nil {
		a.Remarks = append([]string{row.Result.Text(l)}, a.Remarks...)
		if picture, projected, ok := pictureOf(row, o); ok {
			a.Picture, a.Projected, a.HasPicture = picture, projected, true
		}
	}
	if history := o.History[row.Statement].All(); len(history) > 0 {
		if row.Result != nil && row.Result.AsOf.After(history[len(history)-1].AsOf) {
			history = append(history, *row.Result)
		}
		for _, one := range history {
			a.History = append(a.History, labelled{one.AsOf.In(l), joined(l, one.Measured(l), one.Verdict(l))})
		}
	}
	return a
}

// articleOf is a statement in the words of the report's own lines.
func articleOf(row *report.Row, o Options) article {
	l := o.Language
	lines := row.Lines(l)
	c := lines[0].Cells
	a := article{W: wordsOf(o), ID: string(row.Statement), Href: o.href(row.Statement), Name: c[report.NameCell], Citation: c[report.CitationCell],
		Verdict: c[report.VerdictCell], Class: classOf(row), Remarks: lines[0].Remarks}
	w := a.W
	for _, one := range []labelled{{w.Required, c[report.RequiredCell]}, {w.Strength, c[report.StrengthCell]}, {w.On, row.Bearer.In(l)}, {w.Due, c[report.DueCell]}, {w.Value, c[report.ValueCell]}, {w.Short, c[report.ShortCell]}, {w.DataOf, c[report.DataCell]}} {
		if one.Text != "" && (row.Modality != plan.NoDemand || one.Label == w.Required) {
			a.Rows = append(a.Rows, one)
		}
	}
	var groups cells
	at := 0
	for _, ln := range lines[1:] {
		for strings.TrimSpace(ln.Cells[report.NameCell]) != bilingual.Plain(row.Groups[at].Name) {
			at++
		}
		groups.row(strings.TrimSpace(ln.Cells[report.NameCell]), o.hrefOfGroup(row.Groups[at].Name), "zh-CN")
		groups.cell("figure", ln.Cells[report.ValueCell], "")
		groups.cell(Class(&row.Groups[at].Result), ln.Cells[report.VerdictCell], "")
		groups.cell("", ln.Cells[report.ShortCell], "")
		groups.end()
	}
	a.Groups = groups.html()
	return a
}

func (o Options) href(id plan.ID) string {
	if o.Link != nil {
		return o.Link(id)
	}
	return "#" + string(id)
}

func (o Options) hrefOfGroup(name string) string {
	if o.LinkGroup != nil {
		return o.LinkGroup(name)
	}
	return ""
}

// The classes of verdicts, each with a colour and a word.
const (
	classMet     = "met"
	classOpen    = "open"
	classBreach  = "breach"
	classMissed  = "missed"
	classUnclear = "unclear"
	classNone    = "none"
)

func classOf(row *report.Row) string { return Class(row.Result) }

// Class is the class that the style has for a verdict: met, open, breach, missed, unclear, or
// none, which that of no result is too.
func Class(r *verdict.Result) string {
	switch {
	case r == nil:
		return classNone
	case r.Outcome == verdict.Met:
		return classMet
	case r.Breach():
		return classBreach
	case r.Outcome == verdict.NotMet && r.Due == verdict.Open:
		return classOpen
	case r.Outcome == verdict.NotMet:
		return classMissed
	case r.Outcome == verdict.Undetermined:
		return classUnclear
	}
	return classNone
}

// counted counts statements by verdict, in all and by on whom they fall.
func counted(r *report.Report, l bilingual.Language) (tiles []tile, bearers []bearer) {
	s, w := r.Summary, wordsIn(l)
	tiles = []tile{{classMet, w.Met, s.Met + s.MetLate}, {classOpen, w.NotYet, s.NotYet}, {classBreach, w.Breach, s.Breach},
		{classMissed, w.Missed, s.Missed}, {classUnclear, w.Undetermined, s.Undetermined}, {classNone, w.NoData, s.NoData + s.NotApplicable}}
	for _, b := range plan.Bearers() {
		one := bearer{Word: b.In(l), Numbers: make([]int, len(tiles))}
		for row := range r.All() {
			if row.Bearer != b || row.Modality == plan.NoDemand {
				continue
			}
			one.All++
			for i, t := range tiles {
				if t.Class == classOf(row) {
					one.Numbers[i]++
				}
			}
		}
		if one.All > 0 {
			bearers = append(bearers, one)
		}
	}
	return tiles, bearers
}

// joined joins texts of which some may be empty.
func joined(l bilingual.Language, texts ...string) string {
	var parts []string
	for _, t := range texts {
		if t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, l.Pick("，", ", "))
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
