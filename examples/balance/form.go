package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/rules/report"
)

// text is the form that is being written, wrapped to the columns of a report.
type text struct {
	strings.Builder
	l bilingual.Language
}

// say writes a paragraph; lines after its first are indented further.
func (t *text) say(indent int, said string) {
	for i, line := range report.Wrapped(said, report.DefaultWidth-indent-4) {
		t.WriteString(strings.Repeat(" ", indent+map[bool]int{false: 4}[i == 0]) + line + "\n")
	}
}

func (t *text) blank() { t.WriteByte('\n') }

// writeText writes the form as text.
func writeText(w io.Writer, f form) error {
	t := &text{l: f.language}
	t.say(0, f.heading())
	t.say(0, f.source())
	t.legend()
	if len(f.notes) > 0 {
		t.blank()
		t.say(0, t.l.Pick("数据问题", "What to look at in the file"))
		for _, note := range shownNotes(f.notes, t.l) {
			t.say(2, note)
		}
	}
	for i := range f.counties {
		t.county(&f.counties[i])
	}
	_, err := io.WriteString(w, t.String())
	return err
}

// legend says what marks and heads of columns mean.
func (t *text) legend() {
	var marks []string
	for _, m := range []mark{reachedMark, nearMark, missedMark, unknownMark} {
		marks = append(marks, m.sign+" "+m.text.In(t.l))
	}
	t.say(0, t.l.Pick("数值后的标记：", "Marks: ")+strings.Join(marks, t.l.Pick("，", ", ")))
	t.say(0, t.l.Pick("七项指标：", "The seven indicators:"))
	for i := range fullNames {
		t.say(2, strconv.Itoa(i+1)+" "+fullNames[i].In(t.l))
	}
}

func (t *text) county(c *county) {
	t.blank()
	name := bilingual.Plain(c.name)
	t.say(0, name)
	t.WriteString(strings.Repeat("=", min(report.Width(name), report.DefaultWidth)) + "\n")
	for i, line := range c.verdict(t.l) {
		t.say(map[bool]int{false: 2}[i == 0], line)
	}
	for i := range c.stages {
		t.stage(&c.stages[i])
	}
	if len(c.leftOut) > 0 {
		t.blank()
		t.say(0, t.l.Pick("未纳入评估的学校", "Schools that are not assessed"))
		for _, o := range c.leftOut {
			t.say(2, bilingual.Plain(o.school.School)+t.l.Pick("：", ": ")+o.why.In(t.l))
		}
	}
}

func (t *text) stage(s *stage) {
	t.blank()
	t.say(0, s.title(t.l))
	t.table(s.rows(t.l))
	for _, line := range s.belowTable(t.l) {
		t.say(0, line)
	}
	if short := s.short(); len(short) > 0 {
		t.blank()
		t.say(0, t.l.Pick("不达标学校整改建议", "What would mend the schools that fall short"))
		for _, one := range short {
			t.say(2, one.nameToMend(t.l))
			for _, way := range one.waysText(mostWays, t.l) {
				t.say(4, way)
			}
		}
	}
	for i := range s.differences {
		if lines := s.far(i, t.l); len(lines) > 0 {
			t.blank()
			t.say(0, s.farTitle(i, t.l))
			for _, line := range lines {
				t.say(2, line)
			}
		}
	}
}

// belowTable says what is required of each school, and how to read the figures and marks.
func (s *stage) belowTable(l bilingual.Language) []string {
	return append([]string{s.demand(l), noteOnDigits(l)}, s.relaxedLines(l)...)
}

// short are the schools that do not do what is required, or of which nobody knows.
func (s *stage) short() (list []*line) {
	for i := range s.lines {
		if s.lines[i].exam.Meets != indicators.True {
			list = append(list, &s.lines[i])
		}
	}
	return list
}

// rows are the table of a stage: its head, a row a school, and below them what is required, the
// mean and the coefficients.
func (s *stage) rows(l bilingual.Language) (head []string, schools, below [][]string) {
	head = []string{l.Pick("学校", "school"), l.Pick("在校\n生数", "pupils")}
	for i, h := range columnHeads {
		head = append(head, strconv.Itoa(i+1)+"\n"+h.In(l))
	}
	head = append(head, l.Pick("达到\n项数", "of 7"), l.Pick("结论", "verdict"))
	for i := range s.lines {
		one := &s.lines[i]
		name := one.name.In(l)
		if len(one.relaxed) > 0 {
			name += relaxedSign
		}
		row := []string{name, strconv.FormatUint(one.pupils, 10)}
		for k := range one.exam.Indicators {
			in := &one.exam.Indicators[k]
			row = append(row, in.Printed()+markOf(in).sign)
		}
		schools = append(schools, append(row, one.reachedText(), verdictMark(one.exam.Meets).text.In(l)))
	}
	for _, r := range []struct {
		name string
		cell func(i int) string
	}{
		{l.Pick("要求", "required"), func(i int) string { return twoPlaces(s.means[i].Required) }},
		{l.Pick("要求的"+nearShare.In(l), nearShare.In(l)+" of it"), func(i int) string { return twoPlaces(s.means[i].Near) }},
		{l.Pick("县域均值", "county mean"), func(i int) string { return orDash(s.means[i].Printed()) }},
		{l.Pick("差异系数", "coefficient"), func(i int) string { return inTwoLines(coefficientOf(&s.differences[i])) }},
		{l.Pick("差异系数上限", "at most"), func(i int) string { return twoPlaces(s.differences[i].Threshold.Amount) }},
		{l.Pick("系数结论", "verdict"), func(i int) string {
			return strings.Replace(differenceWord(&s.differences[i], l), "does not ", "does not\n", 1)
		}},
	} {
		row := []string{r.name, ""}
		for i := range s.means {
			row = append(row, r.cell(i))
		}
		below = append(below, append(row, "", ""))
	}
	return head, schools, below
}

// inTwoLines breaks bounds between the lower and the upper.
func inTwoLines(coefficient string) string {
	if low, high, is := strings.Cut(coefficient, "–"); is && low != "" {
		return low + "–\n" + high
	}
	return coefficient
}

func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// reachedText is how many indicators a school reaches, at least where some are not known.
func (e *line) reachedText() string {
	if e.unknown > 0 {
		return "≥" + strconv.Itoa(e.reached)
	}
	return strconv.Itoa(e.reached)
}
