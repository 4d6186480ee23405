package main

import (
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/evaluation"
	"github.com/eduplan/tonghua/rules/verdict"
)

// outcome is the verdict on the county in a sentence. A form recognises nobody.
func (c *county) outcome(l bilingual.Language) string {
	rec := &c.recognition
	if n := len(rec.Missed); n > 0 {
		are := map[bool]string{true: "requirement in this form is", false: "requirements in this form are"}[n == 1]
		return fmt.Sprintf(l.Pick("本表有%d项不达标，不符合认定条件（以督导核查结果为准）",
			"%d "+are+" not met: the county does not meet the conditions for recognition; the inspection decides"), n)
	}
	said := l.Pick("本表所列指标均已达标", "All that this form lists is met")
	switch open := len(rec.Open); {
	case open > 0:
		said = fmt.Sprintf(l.Pick("本表没有不达标的指标，%d项缺少数据", "Nothing that this form lists is missed, and data are missing for %d"), open)
	case rec.Met == 0:
		said = l.Pick("本表没有可以判定的指标", "This form has nothing to judge")
	}
	if n := len(rec.Unanswered); n > 0 {
		said += fmt.Sprintf(l.Pick("；其余%d项尚未评估", "; the other requirements (%d) must still be checked"), n)
	}
	return said + l.Pick("，不作认定结论", ": there is no verdict on recognition")
}

// verdict is whether a county meets the conditions for recognition, and what stands in the way.
func (c *county) verdict(l bilingual.Language) (lines []string) {
	rec := &c.recognition
	lines = append(lines, c.outcome(l))
	for i := range rec.Missed {
		r := &rec.Missed[i]
		line := l.Pick("不达标　", "not met: ") + itemOf(r, l)
		if !r.Difference.IsZero() {
			line += l.Pick("：", ": ") + coefficientAndLimit(r, l)
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
		open = append(open, itemOf(&rec.Open[i], l))
	}
	if len(open) > 0 {
		lines = append(lines, fmt.Sprintf(l.Pick("缺少数据，不能判断的%d项　", "open, since data are missing (%d): "), len(open))+strings.Join(open, l.Pick("；", "; ")))
	}
	if n := len(rec.NotApplicable); n > 0 {
		lines = append(lines, fmt.Sprintf(l.Pick("没有或只有一所学校参评，不适用的有%d项", "compare nothing, since no or one school is assessed: %d"), n))
	}
	if n := len(rec.Unanswered); n > 0 {
		lines = append(lines, fmt.Sprintf(l.Pick("不在本表、尚未评估的%d项（班级学生数、县级数据和佐证材料）　", "not in this form, to be checked still (%d, on classes, the county and evidence): "), n)+
			strings.Join(byPart(rec.Unanswered, l), l.Pick("，", ", ")))
	}
	return lines
}

// itemOf names a requirement with its place in the document.
func itemOf(r *verdict.Result, l bilingual.Language) string {
	return r.Citation.In(l) + l.Pick("　", ": ") + r.Name.In(l)
}

// byPart says how many of some statements each part of the document has, in its order.
func byPart(ids []plan.ID, l bilingual.Language) (list []string) {
	document := evaluation.Measures()
	counts := map[plan.Place]int{}
	for _, id := range ids {
		if s, ok := document.Statement(id); ok && len(s.Places) > 0 {
			counts[partOf(document, s.Places[0])]++
		}
	}
	for clause := range document.Clauses() {
		if n := counts[clause.Place]; n > 0 {
			list = append(list, fmt.Sprintf(l.Pick("%s%d项", "%s: %d"), clause.Title.In(l), n))
		}
	}
	return list
}

// partOf is the part of a document in which a place lies.
func partOf(document *plan.Plan, place plan.Place) plan.Place {
	for {
		clause, ok := document.Clause(place)
		if !ok || clause.Parent == "" {
			return place
		}
		place = clause.Parent
	}
}
