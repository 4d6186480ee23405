package page

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// target is a row of the board.
type target struct {
	Name, Href, Value, Target, Short, Verdict, Class, Note string
	Picture                                                template.HTML
}

// board has the targets with a baseline or a history, in clause order.
func board(r *report.Report, o Options) (list []target) {
	l := o.Language
	for row := range r.All() {
		if row.Result == nil || row.Kind != plan.Target {
			continue
		}
		picture, projected, ok := pictureOf(row, o)
		if !ok {
			continue
		}
		one := target{Name: row.Name.In(l), Href: o.href(row.Statement), Value: row.Result.Measured(l), Target: row.Result.Threshold.Amount.In(l),
			Short: row.Result.Short(l), Verdict: row.Result.Verdict(l), Class: classOf(row), Picture: picture}
		one.Note = joined(l, row.Result.OnPace(l), projected)
		list = append(list, one)
	}
	return list
}

// point is a place on the picture: a day and a value, for drawing alone.
type point struct {
	day   int
	value float64
}

// pictureOf draws the way from the baseline to the target, and what was measured. It is
// not ok for a statement without baseline and history.
func pictureOf(row *report.Row, o Options) (picture template.HTML, projected string, ok bool) {
	l, r := o.Language, row.Result
	series := o.History[row.Statement]
	if r.Threshold.IsZero() || r.Pace.IsZero() && len(series.All()) == 0 || !r.Deadline.On.Known() {
		return "", "", false
	}
	if through, err := verdict.NewSeries(append(series.All(), *r)...); err == nil { // of one threshold
		projected = through.Text(l)
	}
	goal := point{r.Deadline.On.DaysSince(first), drawn(r.Threshold.Amount.Ratio())}
	var line, measured []point
	known := 0 // before anything is measured
	if !r.Pace.IsZero() {
		base := point{r.Pace.On.DaysSince(first), drawn(r.Pace.Baseline.Ratio())}
		line, measured, known = []point{base, goal}, []point{base}, 1
	} else {
		line = []point{{goal.day, goal.value}}
	}
	for _, one := range series.All() {
		measured = appendMeasured(measured, one)
	}
	measured = appendMeasured(measured, *r)
	open := openOf(*r)
	if known+len(open) == 0 && len(measured) < 2 {
		return "", "", false
	}
	said := joined(l, r.Measured(l), r.OnPace(l), projected)
	if said == "" { // all is open: a picture without a name says nothing to those who hear it
		said = r.Verdict(l)
	}
	return draw(said, way{line, measured, open, goal, len(measured) > known}), projected, true
}

// first is a day before all others; only differences are drawn.
var first = quantity.DateOf(2000, 1, 1)

// appendMeasured adds what was measured for certain. What the data leave open is no point:
// its lowest value would draw what is missing as nought.
func appendMeasured(list []point, r verdict.Result) []point {
	v := r.Value
	if !v.Defined() {
		return list
	}
	p := point{r.AsOf.DaysSince(first), drawn(v)}
	if n := len(list); n > 0 && list[n-1].day >= p.day {
		return list
	}
	return append(list, p)
}

// openOf is the range of values that the data leave open, nothing where they leave none.
func openOf(r verdict.Result) []point {
	if r.Value.Defined() || !r.Lowest.Defined() {
		return nil
	}
	day := r.AsOf.DaysSince(first)
	return []point{{day, drawn(r.Lowest)}, {day, drawn(r.Highest)}}
}

// drawn is a value as a picture needs it. It decides nothing.
func drawn(r quantity.Ratio) float64 {
	v := r.Rational()
	if v == nil {
		return 0
	}
	f, _ := v.Float64()
	return f
}

// The size of a picture, and the room at its edge.
const (
	wide = 220
	high = 48
	edge = 6
)

// way is what a picture shows.
type way struct {
	line     []point // from the baseline to the target
	measured []point // the baseline, and what was measured since
	open     []point // the range that the data of the day leave open
	goal     point
	now      bool // something was measured since the baseline
}

func draw(said string, w way) template.HTML {
	all := slices.Concat([]point{w.goal}, w.line, w.measured, w.open)
	low, top, from, to := all[0].value, all[0].value, all[0].day, all[0].day
	for _, p := range all {
		low, top, from, to = min(low, p.value), max(top, p.value), min(from, p.day), max(to, p.day)
	}
	if top == low {
		top, low = top+1, low-1
	}
	at := func(p point) string {
		x := float64(edge)
		if to > from {
			x += float64(p.day-from) / float64(to-from) * (wide - 2*edge)
		}
		y := high - edge - (p.value-low)/(top-low)*(high-2*edge)
		return fmt.Sprintf("%.1f,%.1f", x, y)
	}
	path := func(points []point) string {
		var places []string
		for _, p := range points {
			places = append(places, at(p))
		}
		return strings.Join(places, " ")
	}
	circle := func(class string, p point) string {
		x, y, _ := strings.Cut(at(p), ",")
		return `<circle class="` + class + `" cx="` + x + `" cy="` + y + `" r="4"/>`
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="way" viewBox="0 0 %d %d" width="%d" height="%d" role="img"><title>%s</title>`, wide, high, wide, high, template.HTMLEscapeString(said))
	for _, one := range []struct {
		class  string
		points []point
	}{{"line", w.line}, {"measured", w.measured}, {"open", w.open}} {
		if len(one.points) > 1 {
			b.WriteString(`<polyline class="` + one.class + `" points="` + path(one.points) + `"/>`)
		}
	}
	b.WriteString(circle("goal", w.goal))
	if w.now {
		b.WriteString(circle("now", w.measured[len(w.measured)-1]))
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}
