package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"sync"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/verdict"
)

//go:embed page.html
var pageText string

//go:embed page.css
var pageStyle string

var pageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageText)) })

// pageView is what the page is made from, in its language.
type pageView struct {
	Lang, Heading, Source string
	Style                 template.CSS
	W                     map[string]string
	Key                   []keyEntry
	Notes                 []string
	Counties              []countyView
}

// keyEntry says what a shape means.
type keyEntry struct{ Class, Path, Text string }

type countyView struct {
	ID, Name, Class, Verdict string
	Reasons                  []string
	Stages                   []stageView
	LeftOut                  []named
}

type stageView struct {
	ID, Title, Demand, Class, Verdict string
	Figures                           []figureView
	Table                             tableView
	Mends                             []named
	Far                               []named
	Below                             []string // how to read the table
}

// figureView is an indicator with its plot.
type figureView struct {
	Name, Caption, Class, Verdict string
	Plot                          plot
}

type tableView struct {
	Caption string
	Heads   []string
	Last    string // the head of the verdict
	Rows    []rowView
	Below   []rowView
}

type rowView struct {
	Head  string
	Cells []cellView
}

type cellView struct{ Class, Text, Small string }

// named is a name with lines under it.
type named struct {
	Name  string
	Lines []string
}

// writePage writes the form as a page for a browser.
func writePage(w io.Writer, f form) error {
	l := f.language
	v := pageView{Lang: l.Pick("zh-CN", "en"), Heading: f.heading(), Source: f.source(), Style: template.CSS(page.Style() + pageStyle), Notes: shownNotes(f.notes, l)}
	v.W = map[string]string{
		"skip": l.Pick("跳到正文", "Skip to the content"), "contents": l.Pick("目录", "Contents"), "notes": l.Pick("数据问题", "What to look at in the file"),
		"key": l.Pick("图例", "Key"), "mends": l.Pick("不达标学校整改建议", "What would mend the schools that fall short"),
		"far": l.Pick("不达标的差异系数", "Coefficients above their limit"), "left": l.Pick("未纳入评估的学校", "Schools that are not assessed"),
		"top": l.Pick("回到页首", "to the top"), "plots": l.Pick("各项指标分布", "The indicators, school by school"),
	}
	for _, m := range []mark{reachedMark, nearMark, missedMark} {
		v.Key = append(v.Key, keyEntry{m.class, shape(m, 7, 7, 5), m.text.In(l)})
	}
	for i := range f.counties {
		v.Counties = append(v.Counties, f.counties[i].view(i, l))
	}
	out := bufio.NewWriterSize(w, 1<<16)
	if err := pageTemplate().Execute(out, v); err != nil {
		return err
	}
	return out.Flush()
}

func (c *county) view(number int, l bilingual.Language) countyView {
	lines := c.verdict(l)
	class := page.Class(&verdict.Result{Outcome: c.recognition.Outcome})
	if c.recognition.Outcome == verdict.NotMet {
		class = missedMark.class
	}
	v := countyView{ID: "county-" + strconv.Itoa(number+1), Name: bilingual.Plain(c.name), Class: class, Verdict: lines[0], Reasons: lines[1:]}
	for i := range c.stages {
		v.Stages = append(v.Stages, c.stages[i].view(v.ID, v.Name, l))
	}
	for _, o := range c.leftOut {
		v.LeftOut = append(v.LeftOut, named{bilingual.Plain(o.school.School), []string{o.why.In(l)}})
	}
	return v
}

func (s *stage) view(county, name string, l bilingual.Language) stageView {
	v := stageView{ID: county + "-" + s.is.String(), Title: s.title(l), Demand: s.demand(l), Below: s.belowTable(l)[1:], Class: page.Class(&s.resources)}
	v.Verdict = map[verdict.Outcome]string{verdict.Met: l.Pick("学校均达标", "all schools do"), verdict.NotMet: l.Pick("有学校不达标", "some schools fall short")}[s.resources.Outcome]
	if v.Verdict == "" {
		v.Verdict = l.Pick("缺数据", "not known")
	}
	for i := range s.differences {
		v.Figures = append(v.Figures, s.figure(i, l))
		if lines := s.far(i, l); len(lines) > 0 {
			v.Far = append(v.Far, named{s.farTitle(i, l), lines})
		}
	}
	v.Table = s.tableView(name, l)
	for _, one := range s.short() {
		v.Mends = append(v.Mends, named{one.nameToMend(l), one.waysText(mostWays, l)})
	}
	return v
}

func (s *stage) figure(i int, l bilingual.Language) figureView {
	d := &s.differences[i]
	v := figureView{Name: strconv.Itoa(i+1) + " " + fullNames[i].In(l), Plot: s.plotOf(i, l), Class: page.Class(d), Verdict: differenceWord(d, l)}
	v.Caption = l.Pick("差异系数", "coefficient ") + coefficientAndLimit(d, l)
	if missing := len(s.lines) - len(v.Plot.Dots); missing > 0 {
		v.Caption += fmt.Sprintf(l.Pick("；%d所缺数据，未画出", "; %d not known, and not drawn"), missing)
	}
	return v
}

func (s *stage) tableView(county string, l bilingual.Language) tableView {
	head, schools, below := s.rows(l)
	v := tableView{Caption: county + l.Pick("　", ", ") + s.title(l), Heads: []string{head[0], l.Pick("在校生", "pupils")}, Last: head[len(head)-1]}
	for i, name := range fullNames {
		v.Heads = append(v.Heads, strconv.Itoa(i+1)+" "+name.In(l))
	}
	v.Heads = append(v.Heads, l.Pick("达到项数", "reached, of seven"))
	for k, row := range schools {
		one := &s.lines[k]
		r := rowView{Head: row[0], Cells: []cellView{{"figure", row[1], ""}}}
		for i := range one.exam.Indicators {
			in := &one.exam.Indicators[i]
			m := markOf(in)
			r.Cells = append(r.Cells, cellView{"figure " + m.class, orDash(in.Printed()), m.text.In(l)})
		}
		m := verdictMark(one.exam.Meets)
		v.Rows = append(v.Rows, rowView{r.Head, append(r.Cells, cellView{"figure", row[len(row)-2], ""}, cellView{m.class, m.text.In(l), ""})})
	}
	for k, row := range below {
		r := rowView{Head: row[0]}
		for i, text := range row[1:] {
			class := "figure"
			if k == len(below)-1 && i > 0 && i <= len(s.differences) {
				class += " " + page.Class(&s.differences[i-1])
			}
			r.Cells = append(r.Cells, cellView{class, text, ""})
		}
		v.Below = append(v.Below, r)
	}
	return v
}
