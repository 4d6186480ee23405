package main

import (
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/difference"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
)

type number = indicators.Number[resources.Record]

// ownTeachers is how many of the indicators are of teachers, who count in the stage that they
// teach. The others are of the whole school.
const ownTeachers = 3

// amountOf is the field that an indicator of a stage is worked out from.
func amountOf(is indicators.Stage, i int) number {
	if i < ownTeachers && is == indicators.JuniorHigh {
		return [...]number{resources.JuniorQualified, resources.JuniorBackbone, resources.JuniorPEArtCounted}[i]
	}
	return [...]number{resources.PrimaryQualified, resources.PrimaryBackbone, resources.PrimaryPEArtCounted,
		resources.TeachingArea, resources.SportsAreaCounted, resources.Equipment, resources.MultimediaRooms}[i]
}

// stageHeads are the weighted pupils of a stage, by which it has its share of the whole school.
func stageHeads(is indicators.Stage) number {
	if is == indicators.JuniorHigh {
		return resources.JuniorHeads
	}
	return resources.PrimaryHeads
}

// figureOf is what a record says in a field; "" where nobody knows.
func figureOf(n number, r *resources.Record) string {
	if !n.Code(r).Known() {
		return ""
	}
	return totalOf(n, r).Number()
}

func totalOf(n number, r *resources.Record) quantity.Total {
	return quantity.NewTotal(quantity.WideOf(n.Code(r).Steps()), n.Unit())
}

// raw are the numerator of an indicator and the heads that it is divided by: of what a school of
// several stages shares, its weighted pupils.
func (e *line) raw(i int) (numerator, heads string) {
	numerator = figureOf(amountOf(e.exam.Stage, i), &e.record)
	if i >= ownTeachers && e.part {
		return numerator, figureOf(resources.Heads, &e.record)
	}
	return numerator, quantity.TotalOf(e.pupils, quantity.Pupil).Number()
}

// keepsWith reports whether a coefficient keeps its limit where one school alone is given more.
func (s *stage) keepsWith(i int, to *line, more quantity.Total) bool {
	var units []difference.Unit
	for k := range s.lines {
		one := &s.lines[k]
		amount, heads := amountOf(s.is, i).Code(&one.record), resources.Heads.Code(&one.record)
		if !amount.Known() || !heads.Known() {
			return false
		}
		u := difference.Unit{Of: quantity.WideOf(amount.Steps()), Per: quantity.WideOf(one.pupils), Weight: quantity.WideOf(one.pupils)}
		if i >= ownTeachers {
			u.Per = quantity.WideOf(heads.Steps())
		}
		if one == to {
			u.Of, _ = u.Of.AddCarry(more.Steps())
		}
		units = append(units, u)
	}
	c, err := difference.Of(difference.Weighted, units)
	return err == nil && c.Compare(s.differences[i].Threshold.Amount) <= 0
}

// twoPlaces writes a limit or a requirement with two decimals at least, as the evaluation does.
func twoPlaces(a quantity.Amount) string {
	text := a.Number()
	if strings.Contains(text, "/") { // no decimal says it
		return text
	}
	_, decimals, broken := strings.Cut(text, ".")
	if !broken {
		text += "."
	}
	return text + strings.Repeat("0", max(0, 2-len(decimals)))
}

// noteOnDigits says on which side printed figures lie.
func noteOnDigits(l bilingual.Language) string {
	return l.Pick("数值截尾、系数进位，结论按未舍入的数值判定。",
		"Values are cut off and coefficients raised; verdicts come from the figures before that.")
}
