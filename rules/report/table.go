package report

import (
	"strconv"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Options say how a report is printed. The zero value prints Chinese and folds
// statements without data.
type Options struct {
	Language bilingual.Language
	All      bool // print statements without data as well
	Only     Filter
}

// words of the tables.
var (
	headings = []bilingual.Text{
		{ZH: "条款", EN: "Clause"}, {ZH: "事项", EN: "Statement"}, {ZH: "数值", EN: "Value"},
		{ZH: "要求", EN: "Required"}, {ZH: "结论", EN: "Verdict"}, {ZH: "期限", EN: "Due"},
		{ZH: "差距", EN: "Shortfall"}, {ZH: "数据日期", EN: "Data of"},
	}
	noData   = bilingual.Text{ZH: "无数据", EN: "no data"}
	noDemand = bilingual.Text{ZH: "不作要求", EN: "no demand"}
	breach   = bilingual.Text{ZH: "，违反", EN: ", breach"}
)

// The columns that two reports are compared by.
const (
	valueCell    = 2
	requiredCell = 3
	verdictCell  = 4
	dataCell     = 7
)

// Table is a report in words, ready to be printed: what [Report.WriteText] and
// [Report.WriteMarkdown] print, and what a writer of another form begins with.
type Table struct {
	Heading  string         // plan, date and edition
	Preface  []string       // the summary, and the statements that were repealed
	Columns  []string       // the headings of the cells
	Sections []TableSection // those with anything to print
	Totals   [][]string     // the summary by part, kind and modality; the first row has the headings
}

// TableSection is a section of the plan.
type TableSection struct {
	Heading string
	Lines   []Line
	Folded  string // how many statements are left out, and why; empty if none
}

// Line is a statement, or a group under it.
type Line struct {
	Cells   []string // one a column
	Remarks []string // pace, evidence, other readings, anomalies
	Group   bool
}

// Table returns the report in words.
func (r *Report) Table(o Options) Table {
	t := Table{Heading: r.heading(o.Language), Preface: r.preface(o.Language)}
	for _, h := range headings {
		t.Columns = append(t.Columns, h.In(o.Language))
	}
	for _, part := range r.Parts {
		for _, section := range part.Sections {
			one := TableSection{Heading: string(section.Place) + " " + section.Title.In(o.Language)}
			if section.Place != part.Place {
				one.Heading = part.Title.In(o.Language) + " · " + one.Heading
			}
			for _, row := range section.Rows {
				if o.shows(row) {
					one.Lines = append(one.Lines, row.lines(o.Language)...)
				}
			}
			if !o.All && o.Only == Everything {
				one.Folded = folded(section.Summary, o.Language)
			}
			if len(one.Lines) > 0 || one.Folded != "" {
				t.Sections = append(t.Sections, one)
			}
		}
	}
	if o.Only == Everything && len(r.Parts) > 1 {
		t.Totals = r.breakdown(o.Language)
	}
	return t
}

func folded(s Summary, l bilingual.Language) string {
	text := ""
	if s.NoData > 0 {
		n := strconv.Itoa(s.NoData)
		text = bilingual.Text{ZH: "另有" + n + "项无数据", EN: n + " more without data"}.In(l)
	}
	if s.NoDemand > 0 {
		n := strconv.Itoa(s.NoDemand)
		if text != "" {
			text += l.Pick("，", ", ")
		}
		text += bilingual.Text{ZH: n + "项为背景或基期", EN: n + " of context or baseline"}.In(l)
	}
	return text
}

// lines are the statement's own row and those of its groups.
func (row Row) lines(l bilingual.Language) []Line {
	first := Line{Cells: []string{row.Citation.In(l), row.Name.In(l), "", required(row.Each, row.Threshold, l), noData.In(l),
		due(row.Deadline, l), "", ""}}
	switch {
	case row.Result != nil:
		first.fill(*row.Result, l)
	case row.Modality == plan.NoDemand:
		first.Cells[4], first.Cells[5] = noDemand.In(l), ""
	}
	for _, a := range row.Amended {
		first.Remarks = append(first.Remarks, l.Pick("修订：", "amended: ")+a.In(l))
	}
	for _, a := range row.Anomalies {
		first.Remarks = append(first.Remarks, bilingual.Text{
			ZH: "原文存疑（" + a.Kind.In(l) + "）：" + a.Text.ZH, EN: "note on the text (" + a.Kind.In(l) + "): " + a.Text.EN}.In(l))
	}
	out := []Line{first}
	for _, g := range row.Groups {
		sub := Line{Group: true, Cells: []string{"", "  " + g.Name, "", "", "", "", "", ""}}
		sub.fill(g.Result, l)
		sub.Cells[3], sub.Cells[5], sub.Remarks = "", "", nil
		out = append(out, sub)
	}
	return out
}

func (ln *Line) fill(r verdict.Result, l bilingual.Language) {
	ln.Cells[2], ln.Cells[3], ln.Cells[4] = r.Measured(l), required(r.Each, r.Threshold, l), r.Verdict(l)
	if r.Breach() {
		ln.Cells[4] += breach.In(l)
	}
	ln.Cells[6], ln.Cells[7] = r.Short(l), r.AsOf.String()
	if pace := r.OnPace(l); pace != "" {
		ln.Remarks = append(ln.Remarks, pace)
	}
	for _, remark := range []string{r.Covered(l), r.Shown(l)} {
		if remark != "" {
			ln.Remarks = append(ln.Remarks, remark)
		}
	}
	ln.Remarks = append(ln.Remarks, r.Disagreements(l)...)
}

// required marks what the text does not print, so that a figure that rests on a
// reading is never taken for the plan's own.
func required(each, population plan.Threshold, l bilingual.Language) string {
	text := plan.Required(each, population, l)
	basis := population.Basis
	if basis == plan.Stated || population.IsZero() || !each.IsZero() && each.Basis != plan.Stated {
		basis = each.Basis
	}
	if text == "" || basis == plan.Stated || basis == 0 {
		return text
	}
	return text + bilingual.Text{ZH: "（" + basis.In(l) + "）", EN: " (" + basis.In(l) + ")"}.In(l)
}

func due(d plan.Deadline, l bilingual.Language) string {
	switch d.Kind {
	case plan.ByDate, plan.Cycle:
		if d.Basis == plan.Stated {
			return d.On.String()
		}
		return d.On.String() + l.Pick("（推定）", " (inferred)")
	}
	return d.Kind.In(l)
}

// heading names the plan and the date, and the edition of a plan that was amended.
func (r *Report) heading(l bilingual.Language) string {
	text := r.Name.In(l) + bilingual.Text{ZH: "：截至" + r.Date.In(l), EN: ": as of " + r.Date.In(l)}.In(l)
	if r.amended() {
		text += bilingual.Text{ZH: "，版本" + r.Edition, EN: ", edition " + r.Edition}.In(l)
	}
	return text
}

func (r *Report) amended() bool {
	for row := range r.All() {
		if len(row.Amended) > 0 {
			return true
		}
	}
	return len(r.Repealed) > 0
}

// preface is the summary and, one a line, the statements that were repealed.
func (r *Report) preface(l bilingual.Language) []string {
	lines := []string{r.Summary.In(l)}
	for _, a := range r.Repealed {
		lines = append(lines, a.Name.In(l)+l.Pick("：", ": ")+a.In(l))
	}
	return lines
}

// In returns the summary in one line.
func (s Summary) In(l bilingual.Language) string {
	counts := s.counts()
	statements := " statements: "
	if s.Statements == 1 {
		statements = " statement: "
	}
	out := bilingual.Text{ZH: "共" + strconv.Itoa(s.Statements) + "项：", EN: strconv.Itoa(s.Statements) + statements}.In(l)
	for i, c := range counts {
		if i > 0 {
			out += l.Pick("，", ", ")
		}
		out += bilingual.Text{ZH: c.text.ZH + strconv.Itoa(c.n) + "项", EN: strconv.Itoa(c.n) + " " + c.text.EN}.In(l)
	}
	return out
}

// counted is how many statements a report says one thing of.
type counted struct {
	n    int
	text bilingual.Text
}

func (s Summary) counts() []counted {
	return []counted{
		{s.Met, bilingual.Text{ZH: "达到", EN: "met"}},
		{s.NotYet, bilingual.Text{ZH: "尚未达到", EN: "not yet met"}},
		{s.Breach, bilingual.Text{ZH: "违反", EN: "in breach"}},
		{s.Undetermined, bilingual.Text{ZH: "无法判定", EN: "undetermined"}},
		{s.NotApplicable, bilingual.Text{ZH: "不适用", EN: "not applicable"}},
		{s.NoData, bilingual.Text{ZH: "无数据", EN: "without data"}},
		{s.NoDemand, bilingual.Text{ZH: "不作要求", EN: "without demand"}},
	}
}
