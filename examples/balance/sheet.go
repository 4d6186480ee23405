package main

import (
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

// writeSheet writes the form for a spreadsheet: a row a school and stage, and one for each
// school that is in no table.
func writeSheet(w io.Writer, f form) error {
	l := f.language
	heads := []bilingual.Text{{ZH: "县（市、区）", EN: "county"}, {ZH: "学校", EN: "school"}, {ZH: "办学类型", EN: "kind of school"}, {ZH: "学段", EN: "stage"}, {ZH: "在校生", EN: "pupils"},
		{ZH: "本学段折算学生", EN: "weighted pupils of the stage"}, {ZH: "全校折算学生", EN: "weighted pupils of the school"}}
	for _, name := range fullNames {
		heads = append(heads, name, bilingual.Text{ZH: name.ZH + "：达标情况", EN: name.EN + ": mark"},
			bilingual.Text{ZH: name.ZH + "：分子", EN: name.EN + ": numerator"}, bilingual.Text{ZH: name.ZH + "：分母（人）", EN: name.EN + ": heads"})
	}
	heads = append(heads, bilingual.Text{ZH: "达到项数", EN: "reached of seven"}, bilingual.Text{ZH: "达到" + nearShare.In(bilingual.Chinese) + "项数", EN: "near"},
		bilingual.Text{ZH: "放宽情况", EN: "what was relaxed"}, bilingual.Text{ZH: "结论", EN: "verdict"}, bilingual.Text{ZH: "整改建议", EN: "what would mend it"})
	sheet := bilingual.NewSpreadsheet(w, l, heads...)
	for _, c := range f.counties {
		for _, s := range c.stages {
			for i := range s.lines {
				sheet.Row(s.lines[i].cells(c.name, l)...)
			}
		}
		for _, o := range c.leftOut {
			row := make([]string, len(heads))
			row[0], row[1], row[2] = bilingual.Plain(c.name), bilingual.Plain(o.school.School), o.school.record.Kind.In(l)
			row[len(row)-2] = o.why.In(l)
			sheet.Row(row...)
		}
	}
	return sheet.Flush()
}

func (e *line) cells(county string, l bilingual.Language) []string {
	heads := e.record.PrimaryHeads
	if e.exam.Stage == indicators.JuniorHigh {
		heads = e.record.JuniorHeads
	}
	row := []string{bilingual.Plain(county), bilingual.Plain(e.school.School), e.school.record.Kind.In(l), e.exam.Stage.In(l), strconv.FormatUint(e.pupils, 10),
		heads.String(), e.record.Heads.String()}
	near := 0
	for i := range e.exam.Indicators {
		one := &e.exam.Indicators[i]
		m := markOf(one)
		numerator, heads := e.raw(i)
		row = append(row, one.Printed(), m.text.In(l), numerator, heads)
		if m == nearMark {
			near++
		}
	}
	mend := ""
	if e.exam.Meets != indicators.True {
		mend = strings.Join(e.waysText(math.MaxInt, l), " ")
	}
	return append(row, e.reachedText(), strconv.Itoa(near), e.relaxedText(l), verdictMark(e.exam.Meets).text.In(l), mend)
}
