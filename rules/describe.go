package rules

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

// describe says in words what is measured.
func (b *boundReading[R]) describe(l bilingual.Language, s *indicators.Subject[R]) string {
	en := l == bilingual.English
	among := s.Label().In(l)
	if t := b.question.Among.Text(l); t != "" {
		among = map[bool]string{true: among + " (" + t + ")", false: among + "（" + t + "）"}[en]
	}
	if ratio, ok := b.indicator.(indicators.Ratio[R]); ok {
		of, per := sumText(ratio.Of, l), sumText(ratio.Per, l)
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

func sumText[R any](s indicators.Sum[R], l bilingual.Language) string {
	plus := map[bool]string{true: " + ", false: "＋"}[l == bilingual.English]
	text := ""
	for i, t := range s.Terms {
		if i > 0 {
			text += plus
		}
		text += t.Field.Label().In(l)
	}
	return text
}
