package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Options say how a report is printed. The zero value prints Chinese and folds
// statements without data.
type Options struct {
	Language bilingual.Language
	All      bool // print statements without data as well
	Only     Filter
	Ahead    int  // list what falls due in so many days, and what is behind its pace
	NoGroups bool // print no line for a group; remarks still name those that a verdict comes from
	Width    int  // of a text in columns; 0 is [DefaultWidth], and less than 40 is 40
}

// words of the tables.
var (
	headings = []bilingual.Text{
		{ZH: "条款", EN: "Clause"}, {ZH: "事项", EN: "Statement"}, {ZH: "数值", EN: "Value"},
		{ZH: "要求", EN: "Required"}, {ZH: "约束力", EN: "Strength"}, {ZH: "结论", EN: "Verdict"}, {ZH: "期限", EN: "Due"},
		{ZH: "差距", EN: "Shortfall"}, {ZH: "数据日期", EN: "Data of"},
	}
	noData   = bilingual.Text{ZH: "无数据", EN: "no data"}
	noDemand = bilingual.Text{ZH: "不作要求", EN: "no demand"}
)

// The columns of [Table.Columns] and [Line.Cells].
const (
	CitationCell = 0
	NameCell     = 1
	ValueCell    = 2
	RequiredCell = 3
	StrengthCell = 4
	VerdictCell  = 5
	DueCell      = 6
	ShortCell    = 7
	DataCell     = 8
)

// Table is a report in words, ready to be printed: what [Report.WriteText] and
// [Report.WriteMarkdown] print, and what a writer of another form begins with.
type Table struct {
	Heading  string         // plan, date and edition
	Preface  []string       // the summary, and the statements that were repealed
	Columns  []string       // the headings of the cells
	Sections []TableSection // those with anything to print
	Ahead    []string       // what falls due soon and what is behind, where it was asked for
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
	t := Table{Heading: r.Heading(o.Language), Preface: r.Preface(o.Language), Ahead: r.Ahead(o.Ahead, o.Language)}
	for _, h := range headings {
		t.Columns = append(t.Columns, h.In(o.Language))
	}
	for _, part := range r.Parts {
		for _, section := range part.Sections {
			one := TableSection{Heading: section.named(o.Language)}
			if section.Place != part.Place {
				one.Heading = part.Title.In(o.Language) + " · " + one.Heading
			}
			for _, row := range section.Rows {
				if !o.shows(row) {
					continue
				}
				lines := row.Lines(o.Language)
				if o.NoGroups {
					lines = lines[:1]
				}
				one.Lines = append(one.Lines, lines...)
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

// named is the section's citation and title.
func (s Section) named(l bilingual.Language) string {
	return s.Citation.In(l) + l.Pick(" ", ": ") + s.Title.In(l)
}

func folded(s Summary, l bilingual.Language) string {
	text := ""
	if s.NoData > 0 {
		n := strconv.Itoa(s.NoData)
		text = bilingual.Text{ZH: "另有" + n + "项尚未报送数据或佐证，未列出", EN: n + " more have no data or proof yet and are not listed"}.In(l)
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

// Lines returns the statement in words, and below it each group of which anything is asked.
func (row Row) Lines(l bilingual.Language) []Line {
	first := Line{Cells: []string{row.Citation.In(l), row.Name.In(l), "", row.Demand.In(l), row.Modality.Strength(row.Gradually, l), noData.In(l), due(row.Deadline, l), "", ""}}
	switch {
	case row.Result != nil:
		first.fill(*row.Result, l)
		if row.open() {
			first.wanted(row.Wanted, l)
		}
	case row.Modality == plan.NoDemand:
		first.Cells[VerdictCell], first.Cells[DueCell] = noDemand.In(l), ""
	default:
		first.origins(row.Figures, l)
		first.wanted(row.Wanted, l)
	}
	first.Remarks = append(first.Remarks, row.where(l)...)
	if r := row.Reported; r != nil {
		first.Remarks = append(first.Remarks, reported(*row.Result, *r, l))
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
		if g.Result.Reason == verdict.EmptyScope {
			continue // nothing of it is asked there
		}
		sub := Line{Group: true, Cells: []string{"", "  " + bilingual.Plain(g.Name), "", "", "", "", "", "", ""}}
		sub.figures(&g.Result, l)
		if whole := g.Result.Whole(l); whole != "" {
			sub.Remarks = append(sub.Remarks, whole)
		}
		out = append(out, sub)
	}
	return out
}

// open reports whether evidence is wanted that nobody has handed in: of the whole, or of
// a group.
func (row Row) open() bool {
	wanted := func(r verdict.Result) bool {
		return r.Outcome == verdict.Undetermined && len(r.Components) == 0
	}
	return wanted(*row.Result) || slices.ContainsFunc(row.Groups, func(g Group) bool {
		return wanted(g.Result) && g.Result.Reason == verdict.PartMeasured
	})
}

// reported sets a reported figure beside the computed one, and says where it does
// not follow from the records.
func reported(computed, r verdict.Result, l bilingual.Language) string {
	text := l.Pick("另有上报数据：", "reported as well: ") + figureAndVerdict(r, l)
	if computed.Value.Defined() && r.Lowest.Defined() && (less(computed.Value, r.Lowest) || less(r.Highest, computed.Value)) {
		text += l.Pick("，与按记录计算的"+computed.Measured(l)+"不符", ", which does not follow from the records: "+computed.Measured(l))
	}
	return text
}

// figureAndVerdict says of a reported figure what it is and what it comes to.
func figureAndVerdict(r verdict.Result, l bilingual.Language) string {
	return r.Measured(l) + l.Pick("，", ", ") + r.Verdict(l)
}

func less(a, b quantity.Ratio) bool { return a.Rational().Cmp(b.Rational()) < 0 }

// origins says where the figures come from that decide.
func (ln *Line) origins(figures []plan.DecidingFigure, l bilingual.Language) {
	if parts := plan.Origins(figures, l); len(parts) > 0 {
		ln.Remarks = append(ln.Remarks, l.Pick("指标来源：", "figures: ")+strings.Join(parts, l.Pick("；", "; ")))
	}
}

// wanted names what evidence has to show, with what is accepted for it.
func (ln *Line) wanted(list []verdict.ComponentResult, l bilingual.Language) {
	for _, w := range list {
		ln.Remarks = append(ln.Remarks, w.Proof(l))
	}
}

func (ln *Line) fill(r verdict.Result, l bilingual.Language) {
	ln.figures(&r, l)
	ln.Cells[RequiredCell] = r.Demand.In(l)
	if taken := r.Taken(l); taken != "" {
		ln.Remarks = append(ln.Remarks, taken)
	}
	ln.origins(r.Figures, l)
	for _, remark := range []string{r.ByYear(l), r.OnPace(l), r.Lacking(l), r.Firmness(l), r.Covered(l), r.Whole(l)} {
		if remark != "" {
			ln.Remarks = append(ln.Remarks, remark)
		}
	}
	ln.Remarks = append(ln.Remarks, r.Shown(l)...)
	ln.Remarks = append(ln.Remarks, r.OtherReadings(l)...)
}

// figures fills in what was measured of a statement or a group.
func (ln *Line) figures(r *verdict.Result, l bilingual.Language) {
	ln.Cells[ValueCell], ln.Cells[VerdictCell], ln.Cells[ShortCell], ln.Cells[DataCell] = r.Measured(l), r.Verdict(l), r.Short(l), r.AsOf.String()
}

// due returns the deadline, with where its date comes from if that is not the text.
func due(d plan.Deadline, l bilingual.Language) string {
	switch {
	case !d.On.Known():
		return d.Kind.In(l)
	case d.Basis == plan.Stated || d.Basis == plan.Counted:
		return d.On.String()
	case d.Basis == plan.PlanEnd:
		return d.On.String() + l.Pick("（原文未定期限，按规划期末）", " (no date in the text; end of the plan)")
	case d.Basis == plan.Inferred:
		return d.On.String() + l.Pick("（推定）", " (inferred)")
	}
	return d.On.String() + l.Pick("（", " (") + d.Basis.In(l) + l.Pick("）", ")")
}

// Heading names the plan and the date, and the edition of a plan that was amended.
func (r *Report) Heading(l bilingual.Language) string {
	text := r.Name.In(l) + bilingual.Text{ZH: "：截至" + r.Date.In(l), EN: ": as of " + r.Date.In(l)}.In(l)
	if r.amended() {
		text += l.Pick("，版本", ", edition ") + bilingual.Plain(r.Edition)
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

// Preface is the summary and, one a line, the statements that were repealed.
func (r *Report) Preface(l bilingual.Language) []string {
	lines := []string{r.Summary.In(l)}
	if grounds := r.Grounds.In(l); grounds != "" {
		lines = append(lines, grounds)
	}
	if n := strconv.Itoa(r.Unused); r.Unused > 0 {
		results := n + " results have data later than this report and are not used"
		if r.Unused == 1 {
			results = n + " result has data later than this report and is not used"
		}
		lines = append(lines, l.Pick("另有"+n+"项结果的数据晚于本报告日期，未采用", results))
	}
	for _, a := range r.Repealed {
		lines = append(lines, a.Name.In(l)+l.Pick("：", ": ")+a.In(l))
	}
	return lines
}

// String returns the text in Chinese.
func (s Summary) String() string { return s.In(bilingual.Chinese) }

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
		{s.MetLate, bilingual.Text{ZH: "逾期达到", EN: "met late"}},
		{s.NotYet, bilingual.Text{ZH: "尚未达到", EN: "not yet met"}},
		{s.Breach, bilingual.Text{ZH: "违反", EN: "in breach"}},
		{s.Missed, bilingual.Text{ZH: "未达到（不属违反）", EN: "missed without breach"}},
		{s.Undetermined, bilingual.Text{ZH: "无法判定", EN: "undetermined"}},
		{s.NotApplicable, bilingual.Text{ZH: "不适用", EN: "not applicable"}},
		{s.NoData, bilingual.Text{ZH: "无数据", EN: "without data"}},
		{s.NoDemand, bilingual.Text{ZH: "不作要求", EN: "without demand"}},
	}
}
