package verdict

import (
	"log/slog"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Text explains the result in one language: the verdict, what was measured from
// how many records, against which threshold, by which clause, and what is short.
// The zero result says that it is undetermined.
func (r Result) Text(l bilingual.Language) string {
	if r.Format == 0 {
		return r.Verdict(l)
	}
	w := sentence{l: l}
	w.add(r.Name.In(l) + w.colon() + r.Verdict(l))
	w.add(r.Measured(l))
	w.add(r.Requirement(l))
	w.add(r.Short(l))
	w.add(r.ByYear(l))
	w.add(r.Whole(l))
	w.add(r.OnPace(l))
	w.add(r.basis(l))
	w.add(r.Firmness(l))
	w.add(r.Covered(l))
	for _, more := range [][]string{r.Difference.Far(l)[:min(farInText, len(r.Difference.Furthest))], r.Shown(l), r.OtherReadings(l), r.Ordered(l)} {
		for _, line := range more {
			w.add(line)
		}
	}
	return w.String()
}

// String explains the result in Chinese.
func (r Result) String() string { return r.Text(bilingual.Chinese) }

// LogValue groups what decides about a result: the statement, how it stands, what was
// measured and what is short.
func (r Result) LogValue() slog.Value {
	return slog.GroupValue(slog.String("statement", string(r.Statement)), slog.String("outcome", r.Outcome.String()), slog.String("reason", r.Reason.String()),
		slog.String("due", r.Due.String()), slog.Bool("breach", r.Breach()), slog.String("as_of", r.AsOf.String()),
		slog.String("measured", r.Measured(bilingual.English)), slog.String("short", r.Short(bilingual.English)))
}

// sentence joins clauses with the punctuation of its language.
type sentence struct {
	strings.Builder
	l bilingual.Language
}

func (w *sentence) colon() string { return w.l.Pick("：", ": ") }

func (w *sentence) add(text string) {
	if text == "" {
		return
	}
	if w.Len() > 0 {
		w.WriteString(w.l.Pick("；", "; "))
	}
	w.WriteString(text)
}

// Verdict returns the outcome in words. Not met while the deadline is open
// reads 尚未达到, "not yet met"; a breach says so, and so does what was met late.
func (r Result) Verdict(l bilingual.Language) string {
	switch {
	case r.Breach():
		return Phrase(l, r.Outcome, r.Reason, r.Due) + l.Pick("，违反", ", breach")
	case r.Late():
		return l.Pick("逾期达到（"+r.MetOn.In(l)+"）", "met late ("+r.MetOn.In(l)+")")
	case r.Outcome == Met && r.Overruled:
		return l.Pick("凭佐证认定达到（计量值仅供参考）", "met by a report on the whole demand, against the measure")
	case r.Outcome == Met && r.Due == Past && !r.MetOn.Known() && r.Deadline.On.Known() && r.AsOf.After(r.Deadline.On):
		return l.Pick("达到（达到日期不详）", "met (the day is not known)")
	}
	return Phrase(l, r.Outcome, r.Reason, r.Due)
}

// Late reports whether the statement was met after its deadline.
func (r Result) Late() bool {
	return r.Outcome == Met && r.Deadline.On.Known() && r.MetOn.Known() && r.MetOn.After(r.Deadline.On)
}

// Phrase returns an outcome with its reason in words.
func Phrase(l bilingual.Language, o Outcome, reason Reason, due Due) string {
	switch {
	case o == NotMet && due == Ended:
		return l.Pick("未达到（规划期已满）", "not met (the plan has ended)")
	case o == NotMet && reason == AboveThreshold && due == Open:
		return l.Pick("超出", "too high so far")
	case o == NotMet && due == Open:
		return l.Pick("尚未达到", "not yet met")
	case reason == ForComparison:
		return reason.In(l)
	case (o == Undetermined || o == NotApplicable) && reason != NoReason:
		return o.In(l) + l.Pick("（"+reason.In(l)+"）", " ("+reason.In(l)+")")
	}
	return o.In(l)
}

// cited returns the name of a statement with its clause.
func cited(name, citation bilingual.Text, l bilingual.Language) string {
	return name.In(l) + l.Pick("（"+citation.ZH+"）", " ("+citation.EN+")")
}

// side is where printing must round a value to, so that it never flatters.
func side(t plan.Threshold, v quantity.Ratio) quantity.Rounding {
	if t.Comparator.Ceiling() || t.Comparator == plan.Between && v.Compare(t.To) > 0 {
		return faithful(t, v, quantity.Up)
	}
	return faithful(t, v, quantity.Down)
}

// faithful returns the side wanted, or the other one where the number printed
// would tell another verdict than the value: 50.001 % is more than 50 %, and
// 50.00 % is not.
func faithful(t plan.Threshold, v quantity.Ratio, wanted quantity.Rounding) quantity.Rounding {
	printed, err := quantity.ParseAmount(v.Number(wanted), v.Unit)
	if err != nil || t.Holds(printed.Ratio()) == t.Holds(v) {
		return wanted
	}
	if wanted == quantity.Up {
		return quantity.Down
	}
	return quantity.Up
}

// Measured returns the value with its calculation, or the bounds that the data
// leave, or the value of another reading where there is none for the deciding
// one; "" where there is nothing to show.
func (r Result) Measured(l bilingual.Language) string {
	switch {
	case !r.Printed.IsZero():
		return r.Printed.In(l) + l.Pick("（上报）", " (reported)")
	case r.Reported:
		return r.Value.In(l, side(r.Threshold, r.Value)) + l.Pick("（上报）", " (reported)")
	case r.Attested && (len(r.Components) == 1 && r.Value.Per.Unit() != quantity.Year || !r.Value.Defined()):
		return "" // it is shown or not, as the verdict says
	case r.Attested:
		return l.Pick("应证"+r.Value.Per.In(l)+"，已证"+r.Value.Of.Number()+"项", "shown: "+r.Value.Of.Number()+" of "+r.Value.Per.In(l))
	}
	if text := r.measuredAs(l, r.Value, r.Lowest, r.Highest, r.Threshold, r.Records.InScope); text != "" {
		return text
	}
	for _, o := range r.Readings {
		if o.Value.Defined() {
			return r.measuredAs(l, o.Value, o.Lowest, o.Highest, o.Threshold, o.InScope) + l.Pick("（另一口径）", " (another reading)")
		}
	}
	return ""
}

// measuredAs returns a value with its calculation, or the bounds that the data leave; ""
// where these say nothing. So many records are in scope for certain.
func (r Result) measuredAs(l bilingual.Language, value, lowest, highest quantity.Ratio, t plan.Threshold, inScope int64) string {
	noun := !r.Noun.IsZero() && lowest.Per.Unit() == quantity.NoUnit
	if lowest.Unit == quantity.Coefficient {
		return r.Difference.measured(t, value, lowest, highest, l)
	}
	switch {
	case value.Defined() && noun:
		return withNoun(value.Of.Number(), r.Noun, l)
	case value.Defined():
		return value.Calculation(l, side(t, value))
	case !lowest.Defined(), lowest.Of.IsZero() && highest.Of.Compare(highest.Per) == 0 && highest.Unit == quantity.Percent:
		return "" // nothing is known of a share between none and all
	case noun:
		return withNoun(lowest.Of.Number()+l.Pick("至", " to ")+highest.Of.Number(), r.Noun, l)
	}
	low, high := lowest.In(l, faithful(t, lowest, quantity.Down)), highest.In(l, faithful(t, highest, quantity.Up))
	switch {
	case low == high && inScope > 0:
		return low
	case low == high:
		return low + l.Pick("（如有适用对象）", " (if anything is in scope)")
	}
	return low + l.Pick("至", " to ") + high
}

// withNoun puts the noun of what is counted behind a number.
func withNoun(number string, noun bilingual.Text, l bilingual.Language) string {
	return number + l.Pick(noun.ZH, " "+noun.EN)
}

// OnPace says how an open target with a baseline is on its way; "" where there
// is no pace.
func (r Result) OnPace(l bilingual.Language) string {
	p := r.Pace
	if p.IsZero() {
		return ""
	}
	text, line := l.Pick("基期"+p.Baseline.In(l), "baseline "+p.Baseline.In(l)), quantity.Down
	if p.Behind {
		line = quantity.Up // or a value that is behind could seem to be level
	}
	switch {
	case p.Hold:
		text += l.Pick("，应予保持", ", to be held")
	case p.Expected != p.Baseline:
		text += l.Pick("，按匀速应为", ", a straight line would stand at ") + p.Expected.Rounded(l, line)
	}
	if r.Exact() && (p.Behind || !p.Hold && p.Expected != p.Baseline) {
		text += l.Pick(map[bool]string{true: "，进度落后", false: "，进度正常"}[p.Behind], map[bool]string{true: ", behind", false: ", on pace"}[p.Behind])
	}
	switch {
	case !p.Yearly.IsZero():
		text += l.Pick("，每年还需提高", ", still needed each year: ") + p.Yearly.Rounded(l, quantity.Up)
	case !p.Gap.IsZero():
		text += l.Pick("，还需提高", ", still needed: ") + p.Gap.Rounded(l, quantity.Up)
	}
	return text
}

// Lacking names the fields that stand in the way of a decision on the open records, each
// with how many of them lack it or have it invalid; "" where no record is open.
func (r Result) Lacking(l bilingual.Language) string {
	if r.Records.Open == 0 || len(r.Gaps) == 0 {
		return ""
	}
	return l.Pick("尚待补正：", "to be filled in or corrected: ") + strings.Join(r.gaps(l), l.Pick("、", ", "))
}

// gaps are the fields that open records lack.
func (r Result) gaps(l bilingual.Language) (list []string) {
	for _, g := range r.Gaps {
		lack := g.Label.In(l)
		if g.Unknown > 0 {
			lack += l.Pick("缺"+number(l, g.Unknown)+"条", " unknown in "+number(l, g.Unknown))
		}
		if g.Unknown > 0 && g.Invalid > 0 {
			lack += l.Pick("、", " and")
		}
		if g.Invalid > 0 {
			lack += l.Pick("无效"+number(l, g.Invalid)+"条", " invalid in "+number(l, g.Invalid))
		}
		list = append(list, lack)
	}
	return list
}

// basis says how many records the verdict rests on and what they lack.
func (r Result) basis(l bilingual.Language) string {
	n := r.Records
	if r.Reported || r.Attested {
		return l.Pick("数据截至"+r.AsOf.In(l), "data of "+r.AsOf.In(l))
	}
	parts := []string{
		l.Pick("数据截至"+r.AsOf.In(l), "data of "+r.AsOf.In(l)),
		l.Pick("记录"+number(l, n.Read)+"条", number(l, n.Read)+map[bool]string{true: " record", false: " records"}[n.Read == 1]+" read"),
		l.Pick("适用"+number(l, n.InScope)+"条", number(l, n.InScope)+" in scope"),
	}
	if n.Skipped > 0 {
		parts = append(parts, l.Pick("非对象"+number(l, n.Skipped)+"条", number(l, n.Skipped)+" skipped"))
	}
	if n.Doubled > 0 {
		parts = append(parts, l.Pick("重复"+number(l, n.Doubled)+"条", number(l, n.Doubled)+" doubled"))
	}
	if n.Surplus > 0 {
		parts = append(parts, l.Pick("多报"+number(l, n.Surplus)+"条", number(l, n.Surplus)+" more than expected"))
	}
	if n.Absent > 0 {
		parts = append(parts, l.Pick("缺报"+number(l, n.Absent)+"条", number(l, n.Absent)+" absent"))
	}
	if n.Open > 0 {
		parts = append(parts, l.Pick("待定"+number(l, n.Open)+"条", number(l, n.Open)+" left open"))
	}
	parts = append(parts, r.gaps(l)...)
	for _, u := range r.Unset {
		parts = append(parts, u.named(l)+l.Pick("未设定", " is not set"))
	}
	return strings.Join(parts, l.Pick("，", ", "))
}

// number groups the digits as the language does.
func number(l bilingual.Language, n int64) string {
	return quantity.Grouped(strconv.FormatInt(n, 10), l)
}
