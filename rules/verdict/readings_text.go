package verdict

import "github.com/eduplan/tonghua/indicators/bilingual"

// OtherReadings returns a line for each reading that does not decide: its verdict,
// value and what is short, or why it is not computed.
func (r Result) OtherReadings(l bilingual.Language) (lines []string) {
	for _, o := range r.Readings {
		if o.Decides {
			continue
		}
		lines = append(lines, l.Pick("另一理解（"+o.Name.ZH+"）：", "another reading ("+o.Name.EN+"): ")+o.text(l, r))
	}
	return lines
}

func (o ReadingResult) text(l bilingual.Language, r Result) string {
	if !o.Computed {
		return l.Pick("未计算，", "not computed, ") + o.NotComputed.In(l)
	}
	text := Phrase(l, o.Outcome, o.Reason, r.Due)
	value := r.measuredAs(l, o.Value, o.Lowest, o.Highest, o.Threshold, o.InScope)
	switch {
	case o.Value == r.Value && o.Value.Defined(): // one fraction is printed as one number
		value = ""
	case !r.Printed.IsZero():
		value = r.Printed.In(l)
	case r.Reported: // of how many nobody has said
		value = o.Value.In(l, side(o.Threshold, o.Value))
	}
	for _, more := range []string{value, r.shortUnder(l, o)} {
		if more != "" {
			text += l.Pick("，", ", ") + more
		}
	}
	return text
}

// shortUnder says what is short under another reading, which may ask of others than the
// statement's own words name. Of a yearly duty it says nothing: those of one year and of
// another are not added up.
func (r Result) shortUnder(l bilingual.Language, o ReadingResult) string {
	if len(r.Years) > 0 {
		return ""
	}
	return short(l, o.Shortfall, bilingual.Text{}, r.Noun, o.Threshold, r.Form)
}

// Disagrees reports whether a computed reading comes to another outcome or value
// than the deciding one. One that comes to the same outcome although it lacks data
// does not.
func (r Result) Disagrees(o ReadingResult) bool {
	same := o.Outcome == r.Outcome && (o.Value == r.Value && o.Lowest == r.Lowest && o.Highest == r.Highest || !o.Value.Defined() && r.Value.Defined())
	return !o.Decides && o.Computed && !same && o.Outcome != NotApplicable
}
