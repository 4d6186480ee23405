package verdict

import (
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Settling says how many of the open records have to be answered until a verdict that
// lacks data is certain. An answer is all that one record lacks, or an absent record that
// comes. The zero value says nothing: the verdict is certain, or no answers of records
// can make it so.
type Settling struct {
	ToMet    int64 `json:"to_met"`     // the fewest answers that can make it met; nought where none can
	ToNotMet int64 `json:"to_not_met"` // the fewest that can make it not met; nought where none can
	Most     int64 `json:"most"`       // after so many it is certain, whichever they are; records that cannot move it are not counted
}

// IsZero reports whether no answers are waited for.
func (s Settling) IsZero() bool { return s == Settling{} }

// Settling returns what answers settle the verdict. Of a ratio it says the most alone,
// since answers may be amounts of any size; of a share that must lie within a range it
// does not say what makes it met.
func (r Result) Settling() Settling {
	switch r.Reason {
	case MissingData, InvalidData, AbsentRecords:
	default:
		return Settling{}
	}
	if r.Outcome != Undetermined || !r.weighed() {
		return Settling{}
	}
	meets, misses := r.Partly.Bias.ShowsHit(), r.Partly.Bias.ShowsMiss()
	var s Settling
	if r.Form == "ratio" || r.Form == "difference" {
		if meets && misses {
			s.Most = r.Records.Open
		}
		return s
	}
	limits := r.limits()
	if meets {
		s.ToMet = r.toKeep(limits)
	}
	for _, m := range limits {
		if n, ok := m.breach(); misses && ok && (s.ToNotMet == 0 || n < s.ToNotMet) {
			s.ToNotMet = n
		}
		if meets && misses {
			s.Most = max(s.Most, m.weighing())
		}
	}
	return s
}

// toKeep returns the fewest answers after which all limits are kept. Those that raise a
// sum and those that lower one are different answers, so that their numbers add up; in a
// share both would want the weightiest.
func (r Result) toKeep(limits []limit) (all int64) {
	wanted := 0
	for _, m := range limits {
		n, ok := m.keep()
		if !ok {
			return 0
		}
		if n > 0 {
			wanted++
		}
		all += n
	}
	if wanted > 1 && r.Form != "count" {
		return 0
	}
	return all
}

// Text says what settles the verdict; "" where nothing is waited for.
func (s Settling) Text(l bilingual.Language) string {
	var parts []string
	if s.ToMet > 0 {
		parts = append(parts, l.Pick("最少查清"+number(l, s.ToMet)+"条可判达到", number(l, s.ToMet)+plural(s.ToMet, " answer", " answers")+" can settle it as met"))
	}
	if s.ToNotMet > 0 {
		parts = append(parts, l.Pick("最少查清"+number(l, s.ToNotMet)+"条可判未达到", number(l, s.ToNotMet)+plural(s.ToNotMet, " answer", " answers")+" can settle it as not met"))
	}
	if s.Most > 0 {
		parts = append(parts, l.Pick("至多查清"+number(l, s.Most)+"条即有定论", number(l, s.Most)+plural(s.Most, " settles it", " settle it")+" in any case"))
	}
	return strings.Join(parts, l.Pick("，", ", "))
}

// String returns the text in Chinese.
func (s Settling) String() string { return s.Text(bilingual.Chinese) }

func plural(n int64, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}
