package main

import (
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/rules/balance"
	"github.com/eduplan/tonghua/rules/verdict"
)

// relaxedSign marks a school for which a relaxation of the rules was used.
const relaxedSign = "*"

// relaxations are the relaxations that were used for a stage of a school, with what has to be
// checked for each. One that changes nothing is not used.
func relaxations(asOf quantity.Date, is indicators.Stage, r *resources.Record) (list []bilingual.Text) {
	if n := resources.SportsAreaNearby.Code(r); r.DenseDistrict == indicators.Yes && n.Known() && n.Steps() > 0 {
		list = append(list, bilingual.Both(func(l bilingual.Language) string {
			area := quantity.NewTotal(quantity.WideOf(n.Steps()), quantity.SquareMetre).In(l)
			return l.Pick("含就近租用或屋顶、地下运动场地"+area+"（租赁合同和步行距离须核实）",
				"with "+area+" of sports grounds rented close by, on roofs or below ground (the lease and the walking distance must be checked)")
		}))
	}
	own, counted := resources.PrimaryPEArt.Code(r), resources.PrimaryPEArtCounted.Code(r)
	if is == indicators.JuniorHigh {
		own, counted = resources.JuniorPEArt.Code(r), resources.JuniorPEArtCounted.Code(r)
	}
	if own.Known() && counted.Known() && counted > own {
		list = append(list, bilingual.Both(func(l bilingual.Language) string {
			n := quantity.TotalOf(counted.Steps()-own.Steps(), quantity.Teacher)
			return l.Pick("含走教、兼职"+n.Number()+"人", "with "+n.In(l)+" who visit or work part of the time")
		}))
	}
	if r.LargerAllowed == indicators.Yes {
		strict := *r
		strict.LargerAllowed = indicators.No
		if balance.SchoolSize.Check(asOf, *r).Outcome == verdict.Met && balance.SchoolSize.Check(asOf, strict).Outcome == verdict.NotMet {
			list = append(list, bilingual.Text{ZH: "规模放宽（建校年份或随迁子女比例须核实）",
				EN: "larger than schools may be otherwise (the year of building or the share of migrant workers' children must be checked)"})
		}
	}
	return list
}

// relaxedText is what was relaxed for a school, in a sentence; "" where nothing was.
func (e *line) relaxedText(l bilingual.Language) string {
	var parts []string
	for _, one := range e.relaxed {
		parts = append(parts, one.In(l))
	}
	return strings.Join(parts, l.Pick("；", "; "))
}

// relaxedLines explain the mark of each school for which a relaxation was used.
func (s *stage) relaxedLines(l bilingual.Language) (lines []string) {
	for i := range s.lines {
		if one := &s.lines[i]; len(one.relaxed) > 0 {
			lines = append(lines, relaxedSign+" "+one.name.In(l)+l.Pick("：", ": ")+one.relaxedText(l)+l.Pick("。", "."))
		}
	}
	return lines
}
