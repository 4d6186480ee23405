package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan/evaluation"
	"github.com/eduplan/tonghua/rules/balance"
	"github.com/eduplan/tonghua/rules/verdict"
)

// columnHeads are the indicators as heads of narrow columns, fullNames with what they are counted
// in, and things what a school would be given.
var (
	columnHeads = [7]bilingual.Text{
		{ZH: "高学历\n教师", EN: "quali-\nfied"}, {ZH: "骨干\n教师", EN: "back-\nbone"}, {ZH: "体育艺\n术教师", EN: "PE,\nart"}, {ZH: "教学\n用房", EN: "rooms"},
		{ZH: "体育\n场馆", EN: "sports"}, {ZH: "仪器\n设备", EN: "equip-\nment"}, {ZH: "多媒体\n教室", EN: "multi-\nmedia"},
	}
	fullNames = [7]bilingual.Text{
		{ZH: "每百名学生拥有高于规定学历教师数", EN: "Teachers above the required qualification per 100 pupils"},
		{ZH: "每百名学生拥有县级以上骨干教师数", EN: "Backbone teachers per 100 pupils"},
		{ZH: "每百名学生拥有体育、艺术专任教师数", EN: "Teachers of physical education and art per 100 pupils"},
		{ZH: "生均教学及辅助用房面积（平方米）", EN: "Teaching and auxiliary rooms, m² per pupil"},
		{ZH: "生均体育运动场馆面积（平方米）", EN: "Sports grounds and halls, m² per pupil"},
		{ZH: "生均教学仪器设备值（元）", EN: "Teaching equipment, yuan per pupil"},
		{ZH: "每百名学生拥有网络多媒体教室数", EN: "Networked multimedia classrooms per 100 pupils"},
	}
	things = map[string]bilingual.Text{
		"qualified": {ZH: "高于规定学历教师", EN: "teachers above the required qualification"}, "backbone": {ZH: "县级以上骨干教师", EN: "backbone teachers"},
		"pe-art": {ZH: "体育、艺术专任教师", EN: "teachers of physical education and art"}, "teaching-area": {ZH: "教学及辅助用房", EN: "teaching and auxiliary rooms"},
		"sports-area": {ZH: "体育运动场馆", EN: "sports grounds and halls"}, "equipment": {ZH: "教学仪器设备", EN: "teaching equipment"},
		"multimedia": {ZH: "网络多媒体教室", EN: "networked multimedia classrooms"},
	}
)

// nearShare is the share of what is required that is near it.
var nearShare = figure(evaluation.PrimaryResources, "near")

// mark is how an indicator of a school stands.
type mark struct {
	sign  string // in the text
	class string // of the page's style
	text  bilingual.Text
}

var (
	reachedMark = mark{"+", "met", bilingual.Text{ZH: "达到", EN: "reached"}}
	nearMark    = mark{"~", "open", bilingual.Text{ZH: "达到" + nearShare.In(bilingual.Chinese), EN: "near"}}
	missedMark  = mark{"!", "breach", bilingual.Text{ZH: "不足" + nearShare.In(bilingual.Chinese), EN: "missed"}}
	unknownMark = mark{"?", "unclear", bilingual.Text{ZH: "缺数据", EN: "not known"}}
)

func markOf(one *balance.Indicator) mark {
	switch {
	case one.Reaches == indicators.Unknown:
		return unknownMark
	case one.Reaches == indicators.True:
		return reachedMark
	case one.IsNear == indicators.True:
		return nearMark
	}
	return missedMark
}

// verdictMark is whether a school does what is required of it.
func verdictMark(meets indicators.Truth) mark {
	switch meets {
	case indicators.True:
		return mark{"+", "met", bilingual.Text{ZH: "达标", EN: "met"}}
	case indicators.False:
		return mark{"!", "breach", bilingual.Text{ZH: "不达标", EN: "not met"}}
	}
	return unknownMark
}

// heading is the title of the form.
func (f *form) heading() string {
	return f.language.Pick("县域义务教育优质均衡发展　资源配置情况表", "Quality-balanced compulsory education: resources of schools")
}

// source says what the form rests on.
func (f *form) source() string {
	l := f.language
	from := l.Pick("样例数据（学校均为虚构）", "a sample, whose schools are made up")
	if f.schools != "" {
		from = l.Pick("数据文件：", "file: ") + bilingual.Plain(f.schools)
	}
	return l.Pick("数据截至", "Data of ") + f.asOf.String() + l.Pick("；", "; ") + from + l.Pick("。依据：教督〔2017〕6号。", ". By: 教督〔2017〕6号.")
}

// demand says what is required of each school.
func (s *stage) demand(l bilingual.Language) string {
	return l.Pick("七项指标中不少于"+s.enough.Number()+"项达到要求，其余不低于要求的"+nearShare.In(l)+"。",
		"At least "+s.enough.Number()+" of the seven reach what is required, and the rest come to "+nearShare.In(l)+" of it (near).")
}

// count is a number of things in words.
func count(n uint64, unit quantity.Unit, l bilingual.Language) string {
	return quantity.TotalOf(n, unit).In(l)
}

// title names the stage with its schools and pupils. Parts of schools of several stages count
// as schools, and are named.
func (s *stage) title(l bilingual.Language) string {
	var kinds []string
	parts := 0
	for _, kind := range []struct {
		name bilingual.Text
		of   []indicators.SchoolKind
	}{
		{bilingual.Text{ZH: "一贯制学校", EN: "all-through schools"}, []indicators.SchoolKind{indicators.NineYearSchool, indicators.TwelveYearSchool}},
		{bilingual.Text{ZH: "完全中学", EN: "complete secondary schools"}, []indicators.SchoolKind{indicators.CompleteSecondarySchool}},
	} {
		n := 0
		for i := range s.lines {
			if slices.Contains(kind.of, s.lines[i].record.Kind) {
				n++
			}
		}
		if parts += n; n > 0 {
			kinds = append(kinds, kind.name.In(l))
		}
	}
	among := ""
	if parts > 0 {
		among = fmt.Sprintf(l.Pick("（含%s%s部%d所）", " (with parts of %[1]s: %[3]d)"), strings.Join(kinds, l.Pick("、", " and ")), s.is.In(l), parts)
	}
	return fmt.Sprintf(l.Pick("%s：参评%d所%s，%s", "%s: %d assessed%s, %s"), upper(s.is.In(l)), len(s.lines), among, count(s.pupils, quantity.Pupil, l))
}

// upper begins a heading with a capital letter.
func upper(text string) string {
	if text != "" && text[0] >= 'a' && text[0] <= 'z' {
		return string(text[0]-'a'+'A') + text[1:]
	}
	return text
}

// coefficientOf is a coefficient of difference, raised so that what exceeds its limit is never
// printed as keeping it; where data are missing, the bounds that they leave.
func coefficientOf(r *verdict.Result) string {
	switch {
	case r.Value.Defined():
		return r.Value.Number(quantity.Up)
	case r.Lowest.Defined() && r.Highest.Defined():
		return r.Lowest.Number(quantity.Down) + "–" + r.Highest.Number(quantity.Up)
	}
	return "–"
}

// differenceWord is the verdict on a coefficient.
func differenceWord(r *verdict.Result, l bilingual.Language) string {
	switch r.Outcome {
	case verdict.Met:
		return l.Pick("达标", "met")
	case verdict.NotMet:
		return l.Pick("不达标", "not met")
	case verdict.NotApplicable:
		return l.Pick("不适用", "does not apply")
	}
	return l.Pick("缺数据", "not known")
}

// mostWays is how many ways to mend a school a text names; a sheet names all.
const mostWays = 3

// ways are how a school can be mended, and how many more ways there are than are asked for.
func (e *line) ways(most int, l bilingual.Language) (lines []string, more int) {
	n := 0
	for needs := range e.exam.Mends() {
		if n++; n > most {
			continue
		}
		text := ""
		for i, need := range needs {
			if i > 0 {
				text += l.Pick("，", ", ")
			}
			text += things[need.Indicator.Key].In(l) + l.Pick("增加", ": ") + need.Amount.In(l)
			if need.ToNear {
				text += l.Pick("（达到"+nearShare.In(l)+"）", " (to come near)")
			}
		}
		lines = append(lines, text)
	}
	return lines, max(0, n-most)
}

// waysText are the ways as sentences, one a line.
func (e *line) waysText(most int, l bilingual.Language) []string {
	ways, more := e.ways(most, l)
	switch {
	case len(ways) == 0:
		return []string{fmt.Sprintf(l.Pick("缺少%d项指标的数据，补齐后才能给出整改建议。", "%d of the indicators not known: what would mend the school can be said when they are."), e.unknown)}
	case len(ways) == 1:
		return []string{ways[0] + l.Pick("。", ".")}
	}
	for i := range ways {
		ways[i] = fmt.Sprintf(l.Pick("方案%d：%s。", "Way %d: %s."), i+1, ways[i])
	}
	switch {
	case more == 1:
		ways = append(ways, l.Pick("另有1种方案，先后不分优劣。", "One more way; the first is not better than the others."))
	case more > 0:
		ways = append(ways, fmt.Sprintf(l.Pick("另有%d种方案，先后不分优劣。", "%d more ways; the first is not better than the others."), more))
	}
	return ways
}

// nameToMend is the name of a school that is to be mended; of one of several stages, what it
// shares is given to all of it.
func (e *line) nameToMend(l bilingual.Language) string {
	if !e.part {
		return e.name.In(l)
	}
	return e.name.In(l) + l.Pick("：用房、场馆、设备和多媒体教室为全校增加数", ": rooms, grounds and equipment are for the whole school")
}
