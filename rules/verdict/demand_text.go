package verdict

import (
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Requirement returns the demand as a sentence, with its clause, on whom it falls,
// where each figure that decides comes from, and the deadline.
func (r Result) Requirement(l bilingual.Language) string {
	parts := []string{r.Citation.In(l)}
	if taken := r.Taken(l); taken != "" {
		parts = append(parts, taken)
	}
	parts = append(parts, plan.Origins(r.Figures, l)...)
	if r.Modality != 0 && (r.Modality != plan.Must || r.Gradually) {
		parts = append(parts, r.Modality.Strength(r.Gradually, l))
	}
	parts = append(parts, r.Deadline.In(l))
	return l.Pick("要求：", "required: ") + r.Demand.In(l) + l.Pick("（", " (") + strings.Join(parts, l.Pick("；", "; ")) + l.Pick("）", ")")
}

// Taken says how a threshold is taken that the text gives otherwise, such as about 50;
// "" where it is the text's own.
func (r Result) Taken(l bilingual.Language) string {
	if r.Stated.IsZero() {
		return ""
	}
	return l.Pick("原文为“"+r.Stated.In(l)+"”，按“"+r.Threshold.In(l)+"”判定", "the text says "+r.Stated.In(l)+", taken as "+r.Threshold.In(l))
}

// Short returns what would meet the target, in the statement's own words:
// 还需再招收12至19名幼儿, "12 to 19 more children to enrol"; "" where nothing is
// short.
func (r Result) Short(l bilingual.Language) string {
	if r.Attested {
		return r.open(l)
	}
	if r.Reason == MissingParameter && len(r.Unset) > 0 {
		var names []string
		for _, u := range r.Unset {
			names = append(names, u.named(l))
		}
		return l.Pick("须先确定", "to be set first: ") + strings.Join(names, l.Pick("、", ", "))
	}
	if r.Reason == Rounded {
		decimals := strconv.Itoa(r.Decimals)
		return l.Pick("须报到小数点后"+decimals+"位以上，或报分子、分母", "wanted with "+decimals+" decimals or more, or with numerator and denominator")
	}
	if gap, ok := r.Value.StepTo(r.Threshold.Amount, 1, 1); ok && r.Reported && r.Outcome == NotMet {
		return l.Pick("还差"+gap.Rounded(l, quantity.Up), gap.Rounded(l, quantity.Up)+" short")
	}
	if r.Outcome == NotApplicable {
		return ""
	}
	if len(r.Years) > 0 {
		return r.shortByYear(l)
	}
	return short(l, r.Shortfall, r.ShortPhrase, r.Noun, r.Threshold, r.Form)
}

// shortByYear says what is short in each year: those of one year and of another are
// not added up.
func (r Result) shortByYear(l bilingual.Language) string {
	w := sentence{l: l}
	for _, y := range r.Years {
		if text := short(l, y.Shortfall, r.ShortPhrase, r.Noun, r.Threshold, r.Form); text != "" {
			year := strconv.Itoa(y.Year)
			w.add(l.Pick(year+"年"+text, "in "+year+" "+text))
		}
	}
	return w.String()
}

func short(l bilingual.Language, s Shortfall, phrase, noun bilingual.Text, t plan.Threshold, form string) string {
	if s.IsZero() {
		return ""
	}
	if s.Low.IsZero() { // at most so many: Chinese says so first
		s.Low = s.High
		return l.Pick("至多", "up to ") + short(l, s, phrase, noun, t, form)
	}
	from := ""
	if s.Low != s.High {
		from = quantity.Grouped(s.Low.Number(), l) + l.Pick("至", " to ")
	}
	n := from + quantity.Grouped(s.High.Number(), l)
	amount := from + s.High.In(l)
	if !noun.IsZero() {
		amount = withNoun(n, noun, l)
	}
	switch {
	case !phrase.IsZero() && s.Over == t.Comparator.Ceiling():
		return counted(strings.Replace(phrase.In(l), "{n}", n, 1), s.Low == s.High && s.High == quantity.TotalOf(1, s.High.Unit()))
	case s.Over:
		return l.Pick("超出"+amount, amount+" too many")
	case form == "share" && !t.All():
		return l.Pick("还需"+amount+"达标", n+" more"+strings.TrimPrefix(s.High.In(l), quantity.Grouped(s.High.Number(), l))+" to comply")
	case form == "share" || form == "duty":
		verb := " do not comply"
		if s.Low == s.High && s.High == quantity.TotalOf(1, s.High.Unit()) {
			verb = " does not comply"
		}
		return l.Pick("有"+amount+"未达标", amount+verb)
	}
	return l.Pick("还差"+amount, amount+" short")
}

// counted chooses between the two forms of each word that has one for a single thing
// and one for several: [teacher|teachers].
func counted(phrase string, single bool) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(phrase, "[")
		forms, after, closed := strings.Cut(rest, "]")
		b.WriteString(before)
		if !found || !closed {
			return b.String()
		}
		one, several, _ := strings.Cut(forms, "|")
		if single {
			b.WriteString(one)
		} else {
			b.WriteString(several)
		}
		phrase = after
	}
}

// open names what evidence does not show yet, with what is accepted for it.
func (r Result) open(l bilingual.Language) string {
	var parts []string
	for _, c := range r.Components {
		if c.Shown {
			continue
		}
		text := c.Name.In(l)
		if len(c.MissingYears) > 0 {
			var years []string
			for _, y := range c.MissingYears {
				years = append(years, strconv.Itoa(y))
			}
			text += l.Pick("（"+strings.Join(years, "、")+"年）", " in "+strings.Join(years, ", "))
		}
		if c.OpenYear != 0 {
			year := strconv.Itoa(c.OpenYear)
			text += l.Pick("（"+year+"年度尚未结束）", " ("+year+" is not over)")
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return ""
	}
	return l.Pick("尚缺：", "not shown: ") + strings.Join(parts, l.Pick("；", "; "))
}

// Covered says what part of the demand was measured and how the measure may err;
// "" for a demand that is measured whole.
func (r Result) Covered(l bilingual.Language) string {
	if r.Partly.IsZero() {
		return ""
	}
	return l.Pick("计量范围：", "measured: ") + r.Partly.Covers.In(l) + l.Pick("（", " (") + r.Partly.Bias.In(l) + l.Pick("）", ")")
}

// Shown lists the evidence, with what does not count and why, how old the newest is
// of a standing duty, and what is accepted for what is not shown; nothing for a
// result that no evidence belongs to.
func (r Result) Shown(l bilingual.Language) (lines []string) {
	for _, e := range r.Evidence {
		lines = append(lines, l.Pick("佐证：", "evidence: ")+e.Text(l))
	}
	latest := quantity.Date{}
	for _, c := range r.Components {
		if c.Latest.Known() && (!latest.Known() || c.Latest.After(latest)) {
			latest = c.Latest
		}
	}
	if r.Deadline.Kind == plan.Standing && latest.Known() {
		days := strconv.Itoa(r.AsOf.DaysSince(latest))
		lines = append(lines, l.Pick("最新佐证为"+latest.In(l)+"，距数据日期"+days+"天", "the newest evidence is of "+latest.In(l)+", "+days+" days before the data"))
	}
	if r.Outcome == Met {
		return lines
	}
	for _, c := range r.Components {
		if !c.Shown {
			lines = append(lines, c.Proof(l))
		}
	}
	return lines
}

// Ordered names the amendments that changed the statement.
func (r Result) Ordered(l bilingual.Language) (lines []string) {
	for _, order := range r.Orders {
		lines = append(lines, l.Pick("依据修订：", "as amended by ")+bilingual.Plain(order.In(l))+l.Pick("（版本", " (edition ")+bilingual.Plain(r.Edition)+l.Pick("）", ")"))
	}
	return lines
}
