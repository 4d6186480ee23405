package rules

import (
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
)

// describe says in words what is measured.
func (b *boundReading[R]) describe(l bilingual.Language, s *indicators.Subject[R]) string {
	en := l == bilingual.English
	among := s.Label().In(l)
	if t := b.question.Among.Text(l); t != "" {
		among = map[bool]string{true: among + " (" + t + ")", false: among + "（" + t + "）"}[en]
	}
	if ratio, ok := ratioOf(b.indicator); ok {
		of, per := sumText(ratio.Of, b.question.Of, l), sumText(ratio.Per, b.question.Per, l)
		if b.form == indicators.DifferenceForm {
			return b.describeDifference(among, of, per, l)
		}
		if en {
			return "sum of " + of + " divided by sum of " + per + ", over " + among
		}
		return among + "：" + of + "之和÷" + per + "之和"
	}
	counted := b.question.Counted.Text(l)
	switch {
	case en && b.form == indicators.CountForm:
		return "number of " + among + " with " + counted
	case b.form == indicators.CountForm:
		return among + "中" + counted + "的数量"
	case en:
		return "share of " + among + " with " + counted
	}
	return among + "中" + counted + "的占比"
}

// describeDifference says in which form units are compared.
func (b *boundReading[R]) describeDifference(among, of, per string, l bilingual.Language) string {
	d, _ := b.indicator.(indicators.Difference[R])
	weight := l.Pick("按"+per+"加权", "weighted by "+per)
	switch {
	case d.Alike:
		weight = l.Pick("不加权", "unweighted")
	case len(d.Weight.Terms) > 0:
		by := sumText(d.Weight, nil, l)
		weight = l.Pick("按"+by+"加权", "weighted by "+by)
	}
	return l.Pick(among+"：各单位"+of+"÷"+per+"的差异系数（"+weight+"）", "coefficient of difference between units of "+of+" divided by "+per+" ("+weight+"), over "+among)
}

// sumText names the fields of a sum with their weights, in brackets where there are several.
func sumText[R indicators.Record[R]](s indicators.Sum[R], resolved []count.Term[R], l bilingual.Language) string {
	text := ""
	for i, t := range s.Terms {
		if i > 0 {
			text += l.Pick("＋", " + ")
		}
		text += t.Field.Label().In(l)
		if i < len(resolved) && !t.Weight.IsZero() && resolved[i].Weight > 0 {
			text += l.Pick("×", " x ") + strconv.FormatUint(resolved[i].Weight*t.Field.Unit().Scale()/s.Unit.Scale(), 10)
		}
	}
	if len(s.Terms) > 1 {
		return l.Pick("（", "(") + text + l.Pick("）", ")")
	}
	return text
}

// naming calls parameters that nobody has set by their names, where a condition, which
// knows no plan, has their keys.
func (c *boundRule[R]) naming(text string, l bilingual.Language) string {
	for _, p := range c.statement.Parameters {
		text = strings.ReplaceAll(text, indicators.Parameter(p.Key).In(l), l.Pick("“"+p.Name.ZH+"”", "the "+p.Name.EN))
	}
	return text
}
