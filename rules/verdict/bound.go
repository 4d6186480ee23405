package verdict

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Part is what a group adds to the whole on which a statement falls: of a share
// the records that comply and those in scope, of a ratio its two sums, of a count
// the things counted.
type Part struct {
	Of      quantity.Total `json:"of"`
	Per     quantity.Total `json:"per"`     // without unit for a count
	Open    int64          `json:"open"`    // records that may or may not count
	Without quantity.Ratio `json:"without"` // the value of the whole without the group; zero where data leave it open
}

// IsZero reports whether the result is no group's.
func (p Part) IsZero() bool { return p == Part{} }

// Bound says how many of those on whom a statement falls meet it.
type Bound struct {
	Met          int64 `json:"met"`
	NotMet       int64 `json:"not_met"`
	Undetermined int64 `json:"undetermined"`
}

// IsZero reports whether nobody was judged by himself.
func (b Bound) IsZero() bool { return b.Met+b.NotMet+b.Undetermined == 0 }

// Withheld returns the result without a verdict, on itself and under its readings:
// value, bounds and records stay, nothing is short and nothing is due.
func (r Result) Withheld(o Outcome, reason Reason) Result {
	r.Outcome, r.Reason, r.Due = o, reason, Open
	r.Shortfall, r.Pace = Shortfall{}, Pace{}
	r.Readings = slices.Clone(r.Readings)
	for i := range r.Readings {
		if one := &r.Readings[i]; one.Computed {
			one.Outcome, one.Reason, one.Shortfall = o, reason, Shortfall{}
		}
	}
	return r
}

// ByYear says which years of a yearly duty were missed, of which there are no data, and
// of which fewer than of others; "" for any other result.
func (r Result) ByYear(l bilingual.Language) string {
	var missed, without, fewer []string
	most := int64(0)
	for _, y := range r.Years {
		most = max(most, y.InScope)
	}
	for _, y := range r.Years {
		if y.InScope > 0 && y.InScope < most {
			fewer = append(fewer, l.Pick(strconv.Itoa(y.Year)+"年"+number(l, y.InScope)+"条", number(l, y.InScope)+" in "+strconv.Itoa(y.Year)))
		}
		switch {
		case y.Outcome == NotMet:
			missed = append(missed, strconv.Itoa(y.Year))
		case y.Outcome == NotApplicable:
			without = append(without, strconv.Itoa(y.Year))
		}
	}
	w := sentence{l: l}
	if len(missed) > 0 {
		w.add(l.Pick("未达到的年度：", "years missed: ") + strings.Join(missed, l.Pick("、", ", ")))
	}
	if len(without) > 0 {
		w.add(l.Pick("没有数据的年度：", "years without data: ") + strings.Join(without, l.Pick("、", ", ")))
	}
	if len(fewer) > 0 {
		w.add(l.Pick("适用记录少于其他年度（最多"+number(l, most)+"条）：", "fewer records in scope than in another year, which has "+number(l, most)+": ") + strings.Join(fewer, l.Pick("、", ", ")))
	}
	return w.String()
}

// Whole says what a group adds to the whole, or of a total how many of those on
// whom the statement falls meet it; "" for any other result.
func (r Result) Whole(l bilingual.Language) string {
	switch {
	case !r.Bound.IsZero():
		met, all := strconv.FormatInt(r.Bound.Met, 10), strconv.FormatInt(r.Bound.Met+r.Bound.NotMet+r.Bound.Undetermined, 10)
		return l.Pick(r.Bearer.In(l)+"共"+all+"个，"+met+"个达到", met+" of "+all+" meet it ("+r.Bearer.In(l)+")")
	case r.Part.Without.Defined():
		return l.Pick("除该组外合计为", "the whole without this group: ") + r.Part.Without.In(l, side(r.Threshold, r.Part.Without))
	}
	return ""
}
