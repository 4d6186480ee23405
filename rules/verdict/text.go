package verdict

import (
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
	w.add(r.Demand(l))
	w.add(r.Short(l))
	w.add(r.OnPace(l))
	w.add(r.basis(l))
	w.add(r.Covered(l))
	w.add(r.Shown(l))
	for _, d := range r.Disagreements(l) {
		w.add(d)
	}
	return w.String()
}

// String explains the result in Chinese.
func (r Result) String() string { return r.Text(bilingual.Chinese) }

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
// reads 尚未达到, "not yet met".
func (r Result) Verdict(l bilingual.Language) string {
	return Phrase(l, r.Outcome, r.Reason, r.Due)
}

func Phrase(l bilingual.Language, o Outcome, reason Reason, due Due) string {
	switch {
	case o == NotMet && due == Open:
		return l.Pick("尚未达到", "not yet met")
	case (o == Undetermined || o == NotApplicable) && reason != NoReason:
		return o.In(l) + l.Pick("（"+reason.In(l)+"）", " ("+reason.In(l)+")")
	}
	return o.In(l)
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
	case r.Reported:
		return r.Value.In(l, side(r.Threshold, r.Value)) + l.Pick("（上报）", " (reported)")
	case r.Attested && r.Value.Defined():
		return l.Pick("有效佐证", "evidence: ") + r.Value.Calculation(l, quantity.Down)
	}
	if text := measured(l, r.Value, r.Lowest, r.Highest, r.Threshold); text != "" {
		return text
	}
	for _, o := range r.Readings {
		if o.Value.Defined() {
			return measured(l, o.Value, o.Lowest, o.Highest, o.Threshold) + l.Pick("（另一口径）", " (another reading)")
		}
	}
	return ""
}

func measured(l bilingual.Language, value, lowest, highest quantity.Ratio, t plan.Threshold) string {
	switch {
	case value.Defined():
		return value.Calculation(l, side(t, value))
	case lowest.Defined():
		low, high := faithful(t, lowest, quantity.Down), faithful(t, highest, quantity.Up)
		return lowest.In(l, low) + l.Pick("至", " to ") + highest.In(l, high)
	}
	return ""
}

// Demand returns threshold, clause and deadline, each with what it rests on.
func (r Result) Demand(l bilingual.Language) string {
	parts := []string{r.Citation.In(l)}
	if !r.Stated.IsZero() {
		parts = append(parts, l.Pick("文中为"+r.Stated.In(l), "the text says "+r.Stated.In(l)))
	}
	parts = append(parts, l.Pick("指标"+r.Threshold.Basis.In(l), "threshold "+r.Threshold.Basis.In(l)), r.Deadline.In(l))
	return l.Pick("要求", "required: ") + r.Required(l) +
		l.Pick("（", " (") + strings.Join(parts, l.Pick("；", "; ")) + l.Pick("）", ")")
}

// Covered says what part of the demand was measured and how the measure may err;
// "" for a demand that is measured whole.
func (r Result) Covered(l bilingual.Language) string {
	if r.Partly.IsZero() {
		return ""
	}
	return l.Pick("计量范围：", "measured: ") + r.Partly.Covers.In(l) + l.Pick("（", " (") + r.Partly.Bias.In(l) + l.Pick("）", ")")
}

// Shown lists the evidence with what does not count and why, the years of a
// yearly duty that lack it, and what is accepted where none was given; "" for a
// result that no evidence belongs to.
func (r Result) Shown(l bilingual.Language) string {
	w := sentence{l: l}
	for i, y := range r.MissingYears {
		if i == 0 {
			w.WriteString(l.Pick("缺佐证的年度：", "years without evidence: "))
		} else {
			w.WriteString(l.Pick("、", ", "))
		}
		w.WriteString(strconv.Itoa(y))
	}
	for _, e := range r.Evidence {
		w.add(l.Pick("佐证：", "evidence: ") + e.Text(l))
	}
	if r.Attested && r.Outcome != Met {
		w.add(l.Pick("可用佐证：", "accepted: ") + r.Measure.In(l))
	}
	return w.String()
}

// Required returns what one record and what the population must reach.
func (r Result) Required(l bilingual.Language) string { return plan.Required(r.Each, r.Threshold, l) }

// Short returns what would meet the target: 还差12至19名教师, "12 to 19 teachers
// short"; "" where nothing is short.
func (r Result) Short(l bilingual.Language) string {
	if gap, ok := r.Value.StepTo(r.Threshold.Amount, 1, 1); ok && r.Reported && r.Outcome == NotMet {
		return l.Pick("还差"+gap.Rounded(l, quantity.Up), gap.Rounded(l, quantity.Up)+" short")
	}
	s := r.Shortfall
	if s.IsZero() || r.Outcome == NotApplicable {
		return ""
	}
	amount := s.High.In(l)
	if s.Low != s.High {
		amount = quantity.Grouped(s.Low.Number(), l) + l.Pick("至", " to ") + amount
	}
	if s.Over {
		return l.Pick("超出"+amount, amount+" too many")
	}
	return l.Pick("还差"+amount, amount+" short")
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
	if !p.Yearly.IsZero() {
		text += l.Pick("，每年还需提高", ", still needed each year: ") + p.Yearly.Rounded(l, quantity.Up)
	}
	return text
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
	if n.Absent > 0 {
		parts = append(parts, l.Pick("缺报"+number(l, n.Absent)+"条", number(l, n.Absent)+" absent"))
	}
	if n.Open > 0 {
		parts = append(parts, l.Pick("待定"+number(l, n.Open)+"条", number(l, n.Open)+" left open"))
	}
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
		parts = append(parts, lack)
	}
	for _, u := range r.Unset {
		parts = append(parts, l.Pick("未设参数"+u, "parameter "+u+" not set"))
	}
	return strings.Join(parts, l.Pick("，", ", "))
}

// number groups the digits as the language does.
func number(l bilingual.Language, n int64) string {
	return quantity.Grouped(strconv.FormatInt(n, 10), l)
}

// Disagreements returns a line for each computed reading whose outcome or value
// is not that of the deciding one. A reading that comes to the same outcome
// although it lacks data is no disagreement.
func (r Result) Disagreements(l bilingual.Language) []string {
	var lines []string
	for _, o := range r.Readings {
		same := o.Outcome == r.Outcome && (o.Value == r.Value && o.Lowest == r.Lowest && o.Highest == r.Highest || !o.Value.Defined() && r.Value.Defined())
		if o.Decides || !o.Computed || same || o.Outcome == NotApplicable {
			continue
		}
		text := l.Pick("另一理解（"+o.Name.ZH+"）：", "another reading ("+o.Name.EN+"): ") + Phrase(l, o.Outcome, o.Reason, r.Due)
		if m := measured(l, o.Value, o.Lowest, o.Highest, o.Threshold); m != "" {
			text += l.Pick("，", ", ") + m
		}
		lines = append(lines, text)
	}
	return lines
}
