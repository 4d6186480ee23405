package plan

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// WriteMarkdown writes the whole catalogue as a page for readers, in both
// languages: clause by clause a table of its statements, and under it what
// belongs to them: figures, parameters, readings, notes, amendments, and what is
// odd in the text. The same plan always gives the same page; that of Tonghua's
// plan is CATALOGUE.md.
func (p *Plan) WriteMarkdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	m := page{out}
	m.put("# %s\n\n%s\n", cell(p.name.ZH), cell(p.name.EN))
	m.put("%s · %s 至 %s · %d项内容，%d条\n\n%s · %s to %s · statements: %d, clauses: %d\n", p.edition, p.first, p.last, len(p.statements), len(p.clauses),
		p.edition, p.first, p.last, len(p.statements), len(p.clauses))
	p.writeTotals(m)
	for _, c := range p.clauses {
		switch c.Kind {
		case Preface, Part:
			m.put("\n## %s %s · %s", c.Place, cell(c.Title.ZH), cell(c.Title.EN))
		case Section, Box:
			m.put("\n### %s %s · %s", c.Place, cell(c.Title.ZH), cell(c.Title.EN))
		default:
			m.put("\n**%s** %s · %s", c.Place, cell(c.Title.ZH), cell(c.Title.EN))
		}
		p.writeClause(m, c)
	}
	if len(p.amended) > 0 {
		m.put("\n## 修订 · Amendments\n")
		for _, a := range p.amended {
			m.put("- `%s` %s：%s<br>%s: %s", a.Statement, cell(a.Edition), cell(a.In(bilingual.Chinese)), cell(a.Edition), cell(a.In(bilingual.English)))
		}
	}
	return out.Flush()
}

// page is a page of Markdown while it is written; the writer keeps the first
// error for Flush.
type page struct{ *bufio.Writer }

func (m page) put(format string, args ...any) { fmt.Fprintf(m, format+"\n", args...) }

var cellEscapes = strings.NewReplacer("\\", "\\\\", "|", "\\|", "<", "&lt;", "*", "\\*", "_", "\\_", "`", "\\`", "\n", " ")

func cell(s string) string { return cellEscapes.Replace(s) }

// both writes a text in both languages, one under the other.
func both(t bilingual.Text) string {
	if t.ZH == t.EN {
		return cell(t.ZH)
	}
	return cell(t.ZH) + "<br>" + cell(t.EN)
}

// writeTotals counts statements by kind, by modality and by how they are answered.
func (p *Plan) writeTotals(m page) {
	writeTotal(p, m, "形式", "Kinds", &kinds, func(s *Statement) Kind { return s.Kind })
	writeTotal(p, m, "力度", "Modality", &modalities, func(s *Statement) Modality { return s.Modality })
	writeTotal(p, m, "评价", "Answered", &evaluables, func(s *Statement) Evaluable { return s.Evaluable })
}

func writeTotal[V ~uint8](p *Plan, m page, zh, en string, list *bilingual.List[V], of func(*Statement) V) {
	counts := map[V]int{}
	for i := range p.statements {
		counts[of(&p.statements[i])]++
	}
	var parts []string
	for _, v := range list.All() {
		if n := counts[v]; n > 0 {
			parts = append(parts, list.In(v, bilingual.Chinese)+" "+list.In(v, bilingual.English)+" "+strconv.Itoa(n))
		}
	}
	m.put("- %s %s: %s", zh, en, strings.Join(parts, " · "))
}

// writeClause writes the statements that have their first place in a clause,
// and the anomalies that show there first.
func (p *Plan) writeClause(m page, c Clause) {
	var here []*Statement
	for i := range p.statements {
		if s := &p.statements[i]; s.Places[0] == c.Place {
			here = append(here, s)
		}
	}
	if also := p.also(c.Place); len(also) > 0 {
		m.put("\n另见 See also: %s", named(also))
	}
	if len(here) > 0 {
		m.put("\n| 编号 ID | 事项 Statement | 内容 Summary | 要求 Required | 期限 Due | 性质 Nature |\n| --- | --- | --- | --- | --- | --- |")
	}
	for _, s := range here {
		m.put("| `%s`<br>“%s” | %s | %s | %s | %s | %s |", s.ID, cell(s.Term), both(s.Name), both(s.Describe()), both(bilingual.Both(s.required)), both(bilingual.Both(s.Deadline.In)), both(bilingual.Both(s.nature)))
	}
	var remarks []string
	for _, s := range here {
		remarks = append(remarks, s.remarks()...)
	}
	for _, a := range p.anomalies {
		if a.Places[0] == c.Place {
			remarks = append(remarks, strings.TrimSuffix("⚠ "+both(bilingual.Both(a.In))+"<br>"+named(a.Statements), "<br>"))
		}
	}
	if len(remarks) > 0 {
		m.put("\n- %s", strings.Join(remarks, "\n- "))
	}
}

// also returns the statements that stand in a clause, but in another one first.
func (p *Plan) also(place Place) (ids []ID) {
	for i := range p.statements {
		if s := &p.statements[i]; slices.Contains(s.Places[1:], place) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

func named(ids []ID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = "`" + string(id) + "`"
	}
	return strings.Join(names, " ")
}

// required returns the demand, with where each figure that decides comes from.
func (s *Statement) required(l bilingual.Language) string {
	text := s.DemandUnder(Reading{}).In(l)
	if text == "" {
		return ""
	}
	return text + l.Pick("（", " (") + strings.Join(Origins(s.Deciding(Reading{}), l), l.Pick("；", "; ")) + l.Pick("）", ")")
}

// nature returns kind, modality and how the statement is answered.
func (s *Statement) nature(l bilingual.Language) string {
	text := s.Kind.In(l) + " · " + s.strength(l) + " · " + s.Evaluable.In(l)
	if s.Bearer != Nobody {
		text += " · " + s.Bearer.In(l)
	}
	return text
}

// strength returns how strongly a statement binds, with where that comes from.
func (s *Statement) strength(l bilingual.Language) string {
	text := s.Modality.Strength(s.Gradually, l)
	if o := s.ModalityOrigin; o.Basis != 0 {
		text += l.Pick("（", " (") + o.In(l) + l.Pick("）", ")")
	}
	return text
}

// remarks returns what belongs to a statement beside its row, one line each, in
// both languages.
func (s *Statement) remarks() []string {
	zh, en := s.remarksIn(bilingual.Chinese), s.remarksIn(bilingual.English)
	lines := make([]string, len(zh))
	for i := range zh {
		lines[i] = "`" + string(s.ID) + "` " + both(bilingual.Text{ZH: zh[i], EN: en[i]})
	}
	return lines
}

func (s *Statement) remarksIn(l bilingual.Language) (lines []string) {
	in := func(zh, en string) string { return bilingual.Text{ZH: zh, EN: en}.In(l) }
	add := func(what string, parts ...string) {
		parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
		for i := range len(parts) - 1 { // a sentence that another part follows
			parts[i] = strings.TrimRight(parts[i], "。.")
		}
		lines = append(lines, what+in("：", ": ")+strings.Join(parts, in("，", ", ")))
	}
	restsOn := func(text string, o Origin) string { return text + in("（"+o.In(l)+"）", " ("+o.In(l)+")") }
	if len(s.Places) > 1 {
		add(in("见于", "stands in"), s.Citation(l))
	}
	if !s.Note.IsZero() {
		add(in("说明", "note"), s.Note.In(l))
	}
	if m := s.Partly; !m.IsZero() {
		add(in("部分计算", "measured in part"), m.Covers.In(l), m.Bias.In(l))
	}
	for i := range s.Components {
		c := &s.Components[i]
		add(in("须证事项", "to be shown"), c.Name.In(l), c.Accepted(l), c.Needs.In(l))
	}
	if f := s.Baseline; !f.IsZero() {
		add(in("基期", "baseline"), f.Name.In(l), f.says(l))
	}
	for _, f := range s.Figures {
		add(in("数据", "figure"), f.Name.In(l), f.says(l))
	}
	for _, q := range s.Parameters {
		if q.Amount.IsZero() {
			add(in("参数", "parameter"), q.Name.In(l), in("未设", "not set"))
			continue
		}
		add(in("参数", "parameter"), q.Name.In(l), restsOn(q.Amount.In(l), q.Origin))
	}
	for _, r := range s.Readings {
		what := in("另一理解", "another reading")
		if r.Decides {
			what = in("为准的理解", "reading that decides")
		}
		add(what, r.Name.In(l), s.readingDemand(r, l), r.Why.In(l), r.NotComputed.In(l))
	}
	for _, a := range s.amended {
		add(in("修订", "amended"), a.In(l))
	}
	return lines
}

// readingDemand returns what a reading demands, "" where that is what the statement
// demands anyway.
func (s *Statement) readingDemand(r Reading, l bilingual.Language) string {
	if r.Demand.IsZero() && r.Each.IsZero() && r.Population.IsZero() {
		return ""
	}
	return s.DemandUnder(r).In(l)
}
