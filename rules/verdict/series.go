package verdict

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Series is the history of one statement: its results on several dates, in their
// order. It says when a measured statement was first met, and when a target will be
// reached at the present pace. A series may go on under another plan: see
// [Series.Continue].
type Series struct {
	results []Result
	present int // where the results of the latest plan and threshold begin
}

// NewSeries puts results of one statement into the order of their dates. They must be
// of one edition and threshold; two of one date that differ are an error.
func NewSeries(results ...Result) (Series, error) {
	s := Series{results: slices.Clone(results)}
	slices.SortStableFunc(s.results, func(a, b Result) int { return a.AsOf.DaysSince(b.AsOf) })
	for i, r := range s.results {
		first := s.results[0]
		switch {
		case !r.AsOf.Known():
			return Series{}, fmt.Errorf("verdict: series of %s: a result without date", first.Statement)
		case r.Statement != first.Statement || r.Edition != first.Edition:
			return Series{}, fmt.Errorf("verdict: series of %s, edition %s: a result of %s, edition %s", first.Statement, first.Edition, r.Statement, r.Edition)
		case !r.Threshold.Same(first.Threshold):
			return Series{}, fmt.Errorf("verdict: series of %s: on %s the threshold is %s, on %s %s", r.Statement, first.AsOf, first.Threshold, r.AsOf, r.Threshold)
		case i > 0 && r.AsOf == s.results[i-1].AsOf && !r.Equal(s.results[i-1]):
			return Series{}, fmt.Errorf("verdict: series of %s: two results of %s differ", r.Statement, r.AsOf)
		}
	}
	s.results = slices.CompactFunc(s.results, func(a, b Result) bool { return a.AsOf == b.AsOf })
	return s, nil
}

// Continue returns the series as it goes on under another edition, threshold or plan,
// whose statement may have another ID: the history is one, what is wanted is what the
// later one wants, and the pace counts the values of both. Both must be measured in one
// unit, and the later one must begin after the earlier has ended. That they measure the
// same is for the caller to say.
func (s Series) Continue(next Series) (Series, error) {
	if len(s.results) == 0 || len(next.results) == 0 {
		return Series{append(s.All(), next.results...), next.present}, nil
	}
	last, first := s.results[len(s.results)-1], next.results[0]
	if a, b := last.Threshold.Amount.Unit(), first.Threshold.Amount.Unit(); a != b {
		return Series{}, fmt.Errorf("verdict: series of %s is measured in %s, that of %s in %s", last.Statement, a, first.Statement, b)
	}
	if !first.AsOf.After(last.AsOf) {
		return Series{}, fmt.Errorf("verdict: series of %s ends on %s, that of %s begins on %s", last.Statement, last.AsOf, first.Statement, first.AsOf)
	}
	return Series{append(s.All(), next.results...), len(s.results) + next.present}, nil
}

// All returns the results in the order of their dates.
func (s Series) All() []Result { return slices.Clone(s.results) }

// Latest returns the latest result. If it is met, it has the day since when all
// results of the series are: what was met after its deadline is met late then.
func (s Series) Latest() (Result, bool) {
	if len(s.results) == 0 {
		return Result{}, false
	}
	r := s.results[len(s.results)-1]
	if r.Outcome != Met || r.MetOn.Known() {
		return r, true
	}
	for i := len(s.results) - 1; i >= s.present && s.results[i].Outcome == Met; i-- {
		if i > s.present { // before the first result nobody knows
			r.MetOn = s.results[i].AsOf
		}
	}
	return r, true
}

// ReachedOn returns the day on which a target will be reached at the present pace:
// that of a straight line through the first and the last value. There is none for
// fewer than two values, for a value that does not rise, or where the target is
// reached already; nor after the year 9999.
func (s Series) ReachedOn() (quantity.Date, bool) {
	exact := slices.DeleteFunc(s.All(), func(r Result) bool { return !r.Value.Defined() })
	if len(exact) < 2 {
		return quantity.Date{}, false
	}
	first, last := exact[0], exact[len(exact)-1]
	t := last.Threshold
	if t.Comparator != plan.AtLeast || last.Value.Compare(t.Amount) >= 0 {
		return quantity.Date{}, false
	}
	num, den := t.Amount.Fraction()
	risen := new(big.Rat).Sub(last.Value.Rational(), first.Value.Rational())
	if risen.Sign() <= 0 {
		return quantity.Date{}, false
	}
	left := new(big.Rat).SetFrac(new(big.Int).SetUint64(num), new(big.Int).SetUint64(den))
	left.Sub(left, last.Value.Rational())
	left.Mul(left, new(big.Rat).SetInt64(int64(last.AsOf.DaysSince(first.AsOf))))
	left.Quo(left, risen)
	days, rest := new(big.Int).QuoRem(left.Num(), left.Denom(), new(big.Int))
	if rest.Sign() > 0 {
		days.Add(days, big.NewInt(1))
	}
	const mostDays = 8000 * 366
	if !days.IsInt64() || days.Int64() > mostDays {
		return quantity.Date{}, false
	}
	year, month, day := last.AsOf.Civil()
	on := quantity.DateOfTime(time.Date(year, month, day+int(days.Int64()), 0, 0, 0, 0, time.UTC))
	return on, on.Known()
}

// String returns the text in Chinese.
func (s Series) String() string { return s.Text(bilingual.Chinese) }

// mostYears is how far ahead a text names a day; what is later is said to be so.
const mostYears = 10

// Text says when the target will be reached at the present pace, and whether that is
// in time; "" where nothing can be said.
func (s Series) Text(l bilingual.Language) string {
	on, ok := s.ReachedOn()
	if !ok {
		return ""
	}
	first, last := s.results[0].AsOf, s.results[len(s.results)-1].AsOf
	if on.After(last.AddYears(mostYears)) {
		return l.Pick("按"+first.In(l)+"以来的进度，"+strconv.Itoa(mostYears)+"年内不能达到", "at the pace since "+first.In(l)+" it will not be reached within "+strconv.Itoa(mostYears)+" years")
	}
	text := l.Pick("按"+first.In(l)+"以来的进度，预计"+on.In(l)+"达到", "at the pace since "+first.In(l)+" it will be reached on "+on.In(l))
	if d := s.results[s.present].Deadline; d.On.Known() {
		late := on.After(d.On)
		text += l.Pick(map[bool]string{true: "，晚于期限", false: "，在期限之内"}[late], map[bool]string{true: ", after the deadline", false: ", in time"}[late])
	}
	return text
}
