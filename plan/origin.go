package plan

import (
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Origin says where a figure, a date or a strength comes from. A figure that the
// text does not hold is never shown as the text's own: an official one names its
// source, one that an order has set names the order. It is comparable with ==.
type Origin struct {
	Basis  Basis          `json:"basis"`
	Source bilingual.Text `json:"source,omitzero"` // the document, as it is cited; of what was counted or inferred, how
	Number string         `json:"number,omitzero"` // of the document, such as 教师〔2016〕3号
	From   quantity.Date  `json:"from,omitzero"`   // the day from which the figure holds; unknown where it always has
	Order  bilingual.Text `json:"order,omitzero"`  // what amended it
}

// OfText reports whether the plan's own text holds the figure: printed, or counted
// up in what it lists.
func (o Origin) OfText() bool { return o.Basis == Stated || o.Basis == Counted }

// String returns the text in Chinese.
func (o Origin) String() string { return o.In(bilingual.Chinese) }

// In returns the origin in words: 文中明示; 按官方口径，《…》（教师〔2016〕3号），自2016年5月11日起.
func (o Origin) In(l bilingual.Language) string {
	text := o.Basis.In(l)
	cited := ""
	switch {
	case o.Basis == Ordered:
		cited = bilingual.Plain(o.Order.In(l))
	case o.Basis == Official:
		text = l.Pick("非规划原文，", "not in the plan's text, ") + text
		cited = bilingual.Plain(o.Source.In(l))
	}
	if o.Number != "" && o.Basis == Official {
		cited += l.Pick("（"+bilingual.Plain(o.Number)+"）", " ("+bilingual.Plain(o.Number)+")")
	}
	if cited != "" {
		text += l.Pick("，", ", ") + cited
	}
	if o.From.Known() {
		text += l.Pick("，自"+o.From.In(l)+"起", ", from "+o.From.In(l))
	}
	return text
}

// sourced reports whether a figure that others have set says who: a document, or an
// order.
func (o Origin) sourced() bool {
	switch o.Basis {
	case Official:
		return o.Source.Complete()
	case Ordered:
		return o.Order.Complete()
	}
	return true
}

// sound reports whether an origin is whole, or none.
func (o Origin) sound() bool { return o == Origin{} || bases.Has(o.Basis) && o.sourced() }

// DecidingFigure is a number that a demand rests on, with where it comes from.
type DecidingFigure struct {
	Key    string         `json:"key"` // "each", "population", or that of a parameter
	Name   bilingual.Text `json:"name"`
	Amount bilingual.Text `json:"amount"` // in words
	Origin
}

// named returns the amount, that of a parameter under its name.
func (f DecidingFigure) named(l bilingual.Language) string {
	if f.Key == eachKey || f.Key == populationKey || f.Name.IsZero() {
		return f.Amount.In(l)
	}
	return f.Name.In(l) + l.Pick("", " ") + f.Amount.In(l)
}

// Origins says where figures come from, one a line: 10小时、9小时：按官方口径，《…》.
// Figures of one origin stand together.
func Origins(figures []DecidingFigure, l bilingual.Language) (lines []string) {
	for i, f := range figures {
		if slices.ContainsFunc(figures[:i], func(o DecidingFigure) bool { return o.Origin == f.Origin }) {
			continue
		}
		var amounts []string
		for _, o := range figures[i:] {
			if amount := o.named(l); o.Origin == f.Origin && !slices.Contains(amounts, amount) {
				amounts = append(amounts, amount)
			}
		}
		lines = append(lines, strings.Join(amounts, l.Pick("、", ", "))+l.Pick("：", ": ")+f.Origin.In(l))
	}
	return lines
}
