package main

import (
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/difference"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// figureOf is a figure without its unit; "" where nobody knows it.
func figureOf(t quantity.Total) string {
	if t.Unit() == quantity.NoUnit {
		return ""
	}
	return t.Number()
}

// raw are the numerator of an indicator and the heads that it is divided by: of what a school of
// several stages shares, its weighted pupils.
func (e *line) raw(i int) (numerator, heads string) {
	one := &e.exam.Indicators[i]
	if e.part {
		return figureOf(one.Of), figureOf(one.Per)
	}
	return figureOf(one.Of), quantity.TotalOf(e.pupils, quantity.Pupil).Number()
}

// keepsWith reports whether a coefficient keeps its limit where one school alone is given more.
func (s *stage) keepsWith(i int, to *line, more quantity.Total) bool {
	var units []difference.Unit
	for k := range s.lines {
		one := &s.lines[k]
		in := &one.exam.Indicators[i]
		if in.Has == nil {
			return false
		}
		u := difference.Unit{Of: in.Of.Steps(), Per: in.Per.Steps(), Weight: quantity.WideOf(one.pupils)}
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
