package balance

import (
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/difference"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
)

// unit returns what a coefficient compares of a school, and whether the school is compared at
// all and everything is known of it.
func (s *stage) unit(amount number, shared bool, r *resources.Record) (u difference.Unit, known bool) {
	heads, pupils := s.per(shared).Code(r), s.pupils.Code(r)
	if !heads.Known() || !amount.Code(r).Known() {
		return difference.Unit{}, false
	}
	return difference.Unit{Of: quantity.WideOf(amount.Code(r).Steps()), Per: quantity.WideOf(heads.Steps()), Weight: quantity.WideOf(pupils.Steps())}, true
}

// coefficient compares the schools of a county in an amount. What is not known of a school
// makes it no coefficient.
func (s *stage) coefficient(amount number, shared bool, least uint64, schools []resources.Record) difference.Coefficient {
	var units []difference.Unit
	for i := range schools {
		r := &schools[i]
		if !s.takes(r, least) {
			if !s.leavesOut(r) {
				return difference.Coefficient{}
			}
			continue
		}
		u, known := s.unit(amount, shared, r)
		if !known {
			return difference.Coefficient{}
		}
		units = append(units, u)
	}
	c, err := difference.Of(difference.Weighted, units)
	if err != nil {
		return difference.Coefficient{}
	}
	return c
}

// leavesOut reports whether a school that is not taken is certainly not assessed.
func (s *stage) leavesOut(r *resources.Record) bool {
	return r.Kind != 0 && uint8(r.Kind) != indicators.InvalidWord && s.pupils.Code(r).Known()
}

// Spread returns the mean of the seven coefficients of difference of the schools of a county,
// by stage. It is no mean where a stage has fewer than two schools, or an amount is not known.
func (f Figures) Spread(schools iter.Seq[resources.Record]) (ofPrimary, ofJunior difference.Mean) {
	list := slices.Collect(schools)
	mean := func(s *stage, least uint64) difference.Mean {
		var all []difference.Coefficient
		for _, m := range s.measured {
			all = append(all, s.coefficient(m.amount, m.shared, least, list))
		}
		return difference.MeanOf(all...)
	}
	return mean(&primary, f.primary.least), mean(&junior, 0)
}

// Narrowed says whether schools came closer to each other: whether a mean of coefficients is
// below that of the year before. It is unknown where there is no mean. The plan of Tonghua asks
// for it of a county (county.PrimaryNarrowed and JuniorNarrowed).
func Narrowed(before, now difference.Mean) indicators.Answer {
	switch {
	case before.Of() == 0 || now.Of() == 0:
		return 0
	case now.CompareTo(before) < 0:
		return indicators.Yes
	}
	return indicators.No
}

// BasicBalance is what the older measures look at: the mean of eight coefficients.
type BasicBalance struct {
	Stage indicators.Stage
	Mean  difference.Mean // no mean where a stage has fewer than two schools, or an amount is not known
	Limit quantity.Amount
}

// Keeps says whether the mean is within its limit.
func (b BasicBalance) Keeps() indicators.Truth {
	if b.Mean.Of() == 0 {
		return indicators.Unknown
	}
	return indicators.TruthOf(b.Mean.Compare(b.Limit) <= 0)
}

// Basic works out the mean of the eight coefficients of basic balance (教督〔2012〕3号) for the
// primary and the junior secondary schools of a county: teaching rooms, sports grounds,
// equipment, books, computers, teachers, teachers above the required qualification and those of
// middle grade or above, each per pupil.
func (f Figures) Basic(schools iter.Seq[resources.Record]) [2]BasicBalance {
	list := slices.Collect(schools)
	mean := func(s *stage, least uint64, ofStage ...number) difference.Mean {
		var all []difference.Coefficient
		for _, n := range []number{resources.TeachingArea, resources.SportsArea, resources.Equipment, resources.Books, resources.Computers} {
			all = append(all, s.coefficient(n, true, least, list))
		}
		for _, n := range ofStage {
			all = append(all, s.coefficient(n, false, least, list))
		}
		return difference.MeanOf(all...)
	}
	return [2]BasicBalance{
		{indicators.Primary, mean(&primary, f.primary.least, resources.PrimaryTeachers, resources.PrimaryQualified, resources.PrimaryMiddleTitle), f.basic[0]},
		{indicators.JuniorHigh, mean(&junior, 0, resources.JuniorTeachers, resources.JuniorQualified, resources.JuniorMiddleTitle), f.basic[1]},
	}
}
