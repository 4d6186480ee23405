package main

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/report"
)

// The measures of a plot, in the units of its drawing. It is as wide as a phone, so that its
// letters are as large there as on a desk.
const (
	plotWidth = 360
	margin    = 14
	topOfDots = 38 // below the two rows in which the lines are labelled
	leastHigh = 40
	lowEnough = 150
	belowAxis = 40 // for the ticks and the label of the mean
	letter    = 6.6
)

// plot is the drawing of an indicator: a dot a school at its value.
type plot struct {
	Width, Height int
	Axis          string // how far down it is
	Left, Right   string
	Label         string
	Ticks         []label
	Required      label
	Near          label
	Mean          *label // nil where a school lacks the figure
	Dots          []dot
}

// label is a text at a place; the line that it belongs to is at X, and ends above it at End.
type label struct{ X, At, Y, End, Anchor, Text string }

// dot is a school: its shape says how it stands, and so does its colour.
type dot struct{ Class, Path, Title string }

func at(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

func floatOf(r *big.Rat) float64 {
	f, _ := r.Float64()
	return f
}

// plotOf draws an indicator of a stage.
func (s *stage) plotOf(i int, l bilingual.Language) plot {
	hundredfold := 1.0 // per hundred pupils
	n, d := s.means[i].Required.Fraction()
	required := float64(n) / float64(d)
	if s.means[i].Required.Unit() == quantity.PerHundredPupils {
		hundredfold = 100
	}
	n, d = s.means[i].Near.Fraction()
	required, near := required*hundredfold, float64(n)/float64(d)*hundredfold
	least, most := near, required
	var shown []*line
	for k := range s.lines {
		if has := s.lines[k].exam.Indicators[i].Has; has != nil {
			shown = append(shown, &s.lines[k])
			least, most = min(least, floatOf(has)*hundredfold), max(most, floatOf(has)*hundredfold)
		}
	}
	// dots say by their place how much there is, not by their height: the axis need not begin at nought
	spare := (most - least) / 8
	least, most = max(0, least-3*spare), most+spare
	x := func(v float64) float64 { return margin + (v-least)/(most-least)*(plotWidth-2*margin) }
	p := plot{Width: plotWidth, Left: at(margin), Right: at(plotWidth - margin)}
	slices.SortStableFunc(shown, func(a, b *line) int {
		return a.exam.Indicators[i].Has.Cmp(b.exam.Indicators[i].Has)
	})
	places := make([]float64, len(shown))
	for k, one := range shown {
		places[k] = x(floatOf(one.exam.Indicators[i].Has) * hundredfold)
	}
	radius, levels, high := stackedLow(places)
	axis := topOfDots + max(leastHigh, float64(high)*(2*radius+1)+4)
	for k, one := range shown {
		in := &one.exam.Indicators[i]
		m := markOf(in)
		p.Dots = append(p.Dots, dot{m.class, shape(m, places[k], axis-radius-2-float64(levels[k])*(2*radius+1), radius),
			fmt.Sprintf(l.Pick("%s：%s（%s），在校生%d人", "%s: %s (%s), %d pupils"), one.name.In(l), in.Printed(), m.text.In(l), one.pupils)})
	}
	p.Axis, p.Height = at(axis), int(math.Ceil(axis))+belowAxis
	for _, v := range ticks(least, most) {
		p.Ticks = append(p.Ticks, label{X: at(x(v)), At: at(x(v)), Y: at(axis + 15), Anchor: "middle", Text: strconv.FormatFloat(v, 'f', -1, 64)})
	}
	p.Required = beside(x(required), 12, l.Pick("要求", "required ")+twoPlaces(s.means[i].Required), true)
	p.Near = beside(x(near), 28, nearShare.In(l)+l.Pick("：", ": ")+twoPlaces(s.means[i].Near), false)
	if mean := s.means[i]; mean.Has != nil {
		text := l.Pick("均值", "mean ") + mean.Printed()
		to := x(floatOf(mean.Has) * hundredfold)
		half := widthOf(text) / 2
		p.Mean = &label{X: at(to), At: at(min(max(to, half+2), plotWidth-half-2)), Y: at(axis + 32), End: at(axis + 20), Anchor: "middle", Text: text}
	}
	p.Label = s.plotLabel(i, len(s.lines)-len(shown), l)
	return p
}

// stackedLow makes the dots as large as leaves the drawing low; those of very many schools are
// small, and it grows.
func stackedLow(places []float64) (radius float64, levels []int, high int) {
	for radius = 5; ; radius-- {
		levels, high = stacked(places, 2*radius+1)
		if radius == 2 || float64(high)*(2*radius+1) <= lowEnough {
			return radius, levels, high
		}
	}
}

// stacked gives each place the lowest level on which it overlaps no other, and how many levels
// there are. The places are in order.
func stacked(places []float64, apart float64) (levels []int, high int) {
	var last []float64 // the place that was put on each level last
	for _, x := range places {
		level := slices.IndexFunc(last, func(before float64) bool { return x-before >= apart })
		if level < 0 {
			level = len(last)
			last = append(last, x)
		}
		last[level] = x
		levels = append(levels, level)
	}
	return levels, len(last)
}

// shape is a circle for what reaches, a diamond for what is near, a cross for what is missed.
func shape(m mark, x, y, r float64) string {
	switch m {
	case reachedMark:
		return fmt.Sprintf("M%s %sa%[3]s %[3]s 0 1 0 %[4]s 0a%[3]s %[3]s 0 1 0 -%[4]s 0z", at(x-r), at(y), at(r), at(2*r))
	case nearMark:
		return fmt.Sprintf("M%s %sl%[3]s %[3]sl-%[3]s %[3]sl-%[3]s -%[3]sz", at(x), at(y-r), at(r))
	}
	arm, half := r, r*0.4
	return fmt.Sprintf("M%s %sl%[3]s %[3]sl%[3]s -%[3]sl%[4]s %[4]sl-%[3]s %[3]sl%[3]s %[3]sl-%[4]s %[4]sl-%[3]s -%[3]sl-%[3]s %[3]sl-%[4]s -%[4]sl%[3]s -%[3]sl-%[3]s -%[3]sz",
		at(x-arm+half), at(y-arm), at(arm-half), at(half))
}

// widthOf is about how wide a label is.
func widthOf(text string) float64 { return float64(report.Width(text)) * letter }

// beside puts a label to the right or to the left of its line, and to the other side where it
// would leave the drawing.
func beside(x, y float64, text string, right bool) label {
	w := widthOf(text) + 4
	if right && x+w > plotWidth {
		right = false
	} else if !right && x-w < 0 {
		right = true
	}
	one := label{X: at(x), At: at(x - 3), Y: at(y), Anchor: "end", Text: text}
	if right {
		one.At, one.Anchor = at(x+3), "start"
	}
	return one
}

// ticks are round numbers within an axis, six at most.
func ticks(least, most float64) (list []float64) {
	span := most - least
	if !(span > 0) || math.IsInf(span, 0) {
		return nil
	}
	step := math.Pow(10, math.Floor(math.Log10(span/5)))
	for _, times := range []float64{1, 2, 5, 10} {
		if span/(step*times) <= 5 {
			step *= times
			break
		}
	}
	for k := math.Ceil(least / step); k*step <= most; k++ {
		v, _ := strconv.ParseFloat(strconv.FormatFloat(k*step, 'g', 6, 64), 64)
		list = append(list, v)
	}
	return list
}

// plotLabel says in words what a plot shows, for those who do not see it.
func (s *stage) plotLabel(i, missing int, l bilingual.Language) string {
	counts := map[mark]int{}
	for k := range s.lines {
		counts[markOf(&s.lines[k].exam.Indicators[i])]++
	}
	text := fullNames[i].In(l) + l.Pick("：", ": ")
	for _, m := range []mark{reachedMark, nearMark, missedMark} {
		text += fmt.Sprintf(l.Pick("%d所%s，", "%[2]s %[1]d, "), counts[m], m.text.In(l))
	}
	if missing > 0 {
		text += fmt.Sprintf(l.Pick("%d所缺数据，", "not known %d, "), missing)
	}
	return text + l.Pick("要求", "required ") + twoPlaces(s.means[i].Required)
}
