package balance

import (
	"math/big"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Printed writes what there is for each pupil, cut off so that what falls short of a figure is
// never printed as reaching it: yuan with two decimals, all others with three, as many as 85 %
// of what is required has. It is "" where nobody knows.
func (i *Indicator) Printed() string {
	if i.Has == nil {
		return ""
	}
	has, places, scale := new(big.Rat).Set(i.Has), 3, int64(1000)
	switch i.Required.Unit() {
	case quantity.PerHundredPupils:
		has.Mul(has, big.NewRat(100, 1))
	case quantity.YuanPerPupil:
		places, scale = 2, 100
	}
	steps := new(big.Int).Quo(new(big.Int).Mul(has.Num(), big.NewInt(scale)), has.Denom())
	return new(big.Rat).SetFrac(steps, big.NewInt(scale)).FloatString(places)
}

// Text returns a line on the indicator: what there is, what is required, and what is lacking.
func (i *Indicator) Text(l bilingual.Language) string {
	text := i.Name.In(l) + l.Pick("：", ": ")
	if i.Has == nil {
		return text + l.Pick("缺数据", "not known") + l.Pick("，要求", ", required ") + i.Required.In(l)
	}
	text += i.Printed() + l.Pick("，要求", ", required ") + i.Required.In(l)
	if i.Reaches == indicators.True {
		return text + l.Pick("，达到", ": reached")
	}
	text += l.Pick("，差", ", lacks ") + i.Lacks.In(l)
	if i.IsNear == indicators.True {
		return text + l.Pick("（已达到", " (has come to ") + i.Near.In(l) + l.Pick("）", ")")
	}
	return text + l.Pick("（至"+i.Near.In(l)+"差"+i.LacksFor.In(l)+"）", " ("+i.LacksFor.In(l)+" to come to "+i.Near.In(l)+")")
}

// String returns the line in Chinese.
func (i *Indicator) String() string { return i.Text(bilingual.Chinese) }

// Text returns the ways to mend the school in words, or what is not known where that leaves
// them open.
func (e *Examination) Text(l bilingual.Language) string {
	if e.Meets == indicators.True {
		return e.Stage.In(l) + l.Pick("：达到要求", ": as required")
	}
	var lines []string
	for needs := range e.Mends() {
		var parts []string
		for _, n := range needs {
			to := ""
			if n.ToNear {
				to = l.Pick("（达到"+n.Indicator.Near.In(l)+"）", " (to "+n.Indicator.Near.In(l)+")")
			}
			parts = append(parts, n.Indicator.Amount.In(l)+l.Pick("增加", " +")+n.Amount.In(l)+to)
		}
		lines = append(lines, strings.Join(parts, l.Pick("，", ", ")))
	}
	if len(lines) == 0 {
		return e.Stage.In(l) + e.open(l)
	}
	return e.Stage.In(l) + l.Pick("：未达到，可以：", ": falls short. Ways to mend it: ") + strings.Join(lines, l.Pick("；或者：", "; or "))
}

// open says which indicators are not known, and whether the school falls short all the same.
func (e *Examination) open(l bilingual.Language) string {
	var names []string
	for i := range e.Indicators {
		if e.Indicators[i].Reaches == indicators.Unknown {
			names = append(names, e.Indicators[i].Name.In(l))
		}
	}
	list := strings.Join(names, l.Pick("、", ", "))
	if e.Meets == indicators.False {
		return l.Pick("：未达到，缺少的数据不改变结论：", ": falls short whatever is still unknown: ") + list
	}
	return l.Pick("：不能判断，缺数据：", ": nobody can say; not known: ") + list
}

// String returns the text in Chinese.
func (e *Examination) String() string { return e.Text(bilingual.Chinese) }
