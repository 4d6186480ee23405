package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
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
	t.WriteString(strings.Repeat("=", min(columnsOf(name), report.DefaultWidth)) + "\n")
	for i, line := range c.verdict(t.l) {
		t.say(map[bool]int{false: 2}[i == 0], line)
	}
	for i := range c.stages {
		t.stage(&c.stages[i])
	}
	if len(c.leftOut) > 0 {
		t.blank()
		t.say(0, t.l.Pick("未列入表的学校", "Schools that are in no table"))
		for _, o := range c.leftOut {
			t.say(2, bilingual.Plain(o.school.School)+t.l.Pick("：", ": ")+o.why.In(t.l))
		}
	}
}

// verdict is whether a county would be recognised, and what stands in the way.
func (c *county) verdict(l bilingual.Language) (lines []string) {
	rec := &c.recognition
	lines = append(lines, c.outcome(l))
	for i := range rec.Missed {
		r := &rec.Missed[i]
		line := l.Pick("未达到　", "not met: ") + r.Name.In(l)
		if !r.Difference.IsZero() {
			line += l.Pick("：", ": ") + coefficientOf(r) + l.Pick("，不高于", ", at most ") + r.Threshold.Amount.Number()
		} else if short := r.Short(l); short != "" {
			line += l.Pick("：", ": ") + short
		}
		for _, u := range c.unfit {
			if u.rule == r.Statement {
				names := strings.Join(u.names[:min(len(u.names), mostNamed)], l.Pick("、", ", "))
				if len(u.names) > mostNamed {
					names += l.Pick("等", " and others")
				}
				line += l.Pick("（"+names+"）", " ("+names+")")
			}
		}
		lines = append(lines, line)
	}
	var open []string
	for i := range rec.Open {
		open = append(open, rec.Open[i].Name.In(l))
	}
	if len(open) > 0 {
		lines = append(lines, fmt.Sprintf(l.Pick("缺少数据，不能判断的%d项　", "open, since data are missing (%d): "), len(open))+strings.Join(open, l.Pick("；", "; ")))
	}
	if n := len(rec.NotApplicable); n > 0 {
		lines = append(lines, fmt.Sprintf(l.Pick("没有或只有一所学校参评，不适用的有%d项", "compare nothing, since no or one school is assessed: %d"), n))
	}
	if n := len(rec.Unanswered); n > 0 {
		lines = append(lines, fmt.Sprintf(l.Pick("另有%d项（班级学生数、县级数据和佐证材料）不在本表，尚未评估", "%d more requirements, on classes, the county and evidence, are not in this form and stay open"), n))
	}
	return lines
}

// outcome is the verdict on the county in a sentence.
func (c *county) outcome(l bilingual.Language) string {
	rec := &c.recognition
	if n := len(rec.Missed); n > 0 {
		is := map[bool]string{true: "is", false: "are"}[n == 1]
		return fmt.Sprintf(l.Pick("本表%d项要求未达到，不能认定。", "Of the requirements in this form, %d "+is+" not met: the county cannot be recognised."), n)
	}
	if open := len(rec.Open); open > 0 {
		return fmt.Sprintf(l.Pick("本表没有未达到的要求，%d项缺少数据，暂不能认定。", "Nothing in this form is missed; %d open, since data are missing: nobody can say yet."), open)
	}
	return l.Pick("本表各项要求均已达到；其他要求评估后才能认定。", "All requirements in this form are met; whether the county is recognised hangs on the others.")
}

func (t *text) stage(s *stage) {
	t.blank()
	t.say(0, s.title(t.l))
	t.table(s.rows(t.l))
	t.say(0, s.demand(t.l))
	if short := s.short(); len(short) > 0 {
		t.blank()
		t.say(0, t.l.Pick("未达到要求的学校怎样改进", "What would mend the schools that fall short"))
		for _, one := range short {
			t.say(2, one.nameToMend(t.l))
			for _, way := range one.waysText(t.l) {
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
	head = []string{l.Pick("学校", "school"), l.Pick("在校生", "pupils")}
	for i, h := range columnHeads {
		head = append(head, strconv.Itoa(i+1)+"\n"+h.In(l))
	}
	head = append(head, l.Pick("达到\n项数", "of 7"), l.Pick("结论", "verdict"))
	for i := range s.lines {
		one := &s.lines[i]
		row := []string{one.name.In(l), strconv.FormatUint(one.pupils, 10)}
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
		{l.Pick("要求", "required"), func(i int) string { return s.means[i].Required.Number() }},
		{l.Pick("要求的"+s.near.In(l), s.near.In(l)+" of it"), func(i int) string { return s.means[i].Near.Number() }},
		{l.Pick("县域平均", "county mean"), func(i int) string { return orDash(s.means[i].Printed()) }},
		{l.Pick("差异系数", "coefficient"), func(i int) string { return inTwoLines(coefficientOf(&s.differences[i])) }},
		{l.Pick("系数不高于", "at most"), func(i int) string { return s.differences[i].Threshold.Amount.Number() }},
		{l.Pick("系数结论", "verdict"), func(i int) string { return differenceWord(&s.differences[i], l) }},
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

func (s *stage) farTitle(i int, l bilingual.Language) string {
	r := &s.differences[i]
	return fullNames[i].In(l) + l.Pick("：差异系数", ": coefficient ") + coefficientOf(r) + l.Pick("，不高于", ", at most ") + r.Threshold.Amount.Number() +
		l.Pick("。差异最大的学校", ". The schools that weigh most")
}

// farNamed is how many schools are named that weigh most in a coefficient.
const farNamed = 3

// far says which schools weigh most in a coefficient that exceeds its limit, and what each would
// need. Schools above the mean need nothing, so those below it follow where all the first are above.
func (s *stage) far(i int, l bilingual.Language) (lines []string) {
	if s.differences[i].Outcome != verdict.NotMet {
		return nil
	}
	needs := false
	for at, u := range s.differences[i].Difference.Furthest {
		if at >= farNamed && (needs || u.Needs.IsZero()) {
			continue
		}
		line := bilingual.Plain(u.Name) + l.Pick("：", ": ") + u.Of.In(l) + l.Pick("，", ", ") + u.Per.In(l) + l.Pick("，占差异的", ", weighs ") + u.Weighs
		switch {
		case !u.Needs.IsZero():
			needs = true
			line += l.Pick("；低于平均，其他学校不变，再增加"+u.Needs.In(l)+"即可不超出", "; below the mean: with "+u.Needs.In(l)+" more the limit is kept, all others unchanged")
		case s.above(u.Name, i):
			line += l.Pick("；高于平均，不需增加", "; above the mean: it needs nothing more")
		default:
			line += l.Pick("；低于平均，但只增加这一所还不够", "; below the mean, but more for it alone is not enough")
		}
		lines = append(lines, line)
	}
	return lines
}

// above reports whether a school has more of an indicator than the mean.
func (s *stage) above(name string, i int) bool {
	for _, one := range s.lines {
		if has, mean := one.exam.Indicators[i].Has, s.means[i].Has; one.school.School == name && has != nil && mean != nil {
			return has.Cmp(mean) > 0
		}
	}
	return false
}
