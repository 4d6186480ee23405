package verdict

import (
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Difference says between which units a coefficient of difference was worked out. The value
// and the bounds of its result are cut off or raised to six digits behind the point, for
// printing; the verdict is worked out from the fractions behind them.
type Difference struct {
	Units        int64     `json:"units"`             // that are compared
	Missing      int64     `json:"missing"`           // of these, so many whose amount is not known
	WithoutHeads int64     `json:"without_heads"`     // that were left out since they have no heads
	Furthest     []FarUnit `json:"furthest,omitzero"` // the ten that weigh most, the heaviest first
}

// IsZero reports whether nothing was compared.
func (d Difference) IsZero() bool { return d.Units == 0 && d.WithoutHeads == 0 }

// FarUnit is a unit that differs from the mean.
type FarUnit struct {
	Name   string         `json:"name"`
	Of     quantity.Total `json:"of"`
	Per    quantity.Total `json:"per"`
	Weighs string         `json:"weighs"`         // its part of the squared differences, such as 43.12%
	Above  bool           `json:"above"`          // whether it has more for each head than the mean
	Needs  quantity.Total `json:"needs,omitzero"` // so much more, given to it alone, would keep the threshold; none where nothing would
}

// between says how many units a coefficient is of.
func (d Difference) between(l bilingual.Language) string {
	n := number(l, d.Units)
	text := l.Pick(n+"个单位", n+" units")
	if d.Missing > 0 {
		m := number(l, d.Missing)
		text += l.Pick("，其中"+m+"个缺少数据", ", of which "+m+" without data")
	}
	if d.WithoutHeads > 0 {
		m := number(l, d.WithoutHeads)
		text += l.Pick("，另有"+m+"个没有人数", "; "+m+" without heads left out")
	}
	return text
}

// measured is a coefficient, or the bounds that missing amounts leave, and of how many units.
func (d Difference) measured(t plan.Threshold, value, lowest, highest quantity.Ratio, l bilingual.Language) string {
	text := l.Pick("差异系数", "coefficient of difference ")
	if value.Defined() {
		text += value.In(l, side(t, value))
	} else {
		text += lowest.In(l, faithful(t, lowest, quantity.Down)) + l.Pick("至", " to ") + highest.In(l, faithful(t, highest, quantity.Up))
	}
	return text + l.Pick("（"+d.between(l)+"）", " ("+d.between(l)+")")
}

// farInText is how many of the furthest units a text names.
const farInText = 3

// Far says which units differ most from the mean and what each would need; "" where none
// does.
func (d Difference) Far(l bilingual.Language) (lines []string) {
	for _, u := range d.Furthest {
		side := l.Pick("，低于平均", ", below the mean")
		if u.Above {
			side = l.Pick("，高于平均", ", above the mean")
		}
		line := bilingual.Plain(u.Name) + l.Pick("：", ": ") + u.Of.In(l) + l.Pick("，", ", ") + u.Per.In(l) + side + l.Pick("，占差异的", ", weighs ") + u.Weighs
		if !u.Needs.IsZero() {
			line += l.Pick("；其他单位不变，再增"+u.Needs.In(l)+"即可达到", "; "+u.Needs.In(l)+" more would do, all others unchanged")
		}
		lines = append(lines, line)
	}
	return lines
}
