package rules

import (
	"math/big"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// line returns where the straight line from a baseline to its target stands.
func line(baseline plan.Figure, d plan.Deadline, t plan.Threshold, asOf quantity.Date, due verdict.Due) verdict.Pace {
	if baseline.IsZero() || due != verdict.Open || t.Comparator != plan.AtLeast || baseline.Amount.Unit() != t.Amount.Unit() {
		return verdict.Pace{}
	}
	total, gone := d.On.DaysSince(baseline.On), asOf.DaysSince(baseline.On)
	if total <= 0 || gone < 0 {
		return verdict.Pace{}
	}
	p := verdict.Pace{Baseline: baseline.Amount, On: baseline.On}
	if t.Amount.Compare(baseline.Amount) <= 0 {
		p.Hold, p.Expected = true, t.Amount
	} else if e, ok := between(baseline.Amount, t.Amount, gone, total); ok {
		p.Expected = e
	} else {
		return verdict.Pace{}
	}
	return p
}

// between returns the point of a straight line after gone of total days, and
// whether it can be said exactly: products of two fractions outgrow 64 bits.
func between(from, to quantity.Amount, gone, total int) (quantity.Amount, bool) {
	start := fraction(from)
	way := new(big.Rat).Sub(fraction(to), start)
	at := start.Add(start, way.Mul(way, big.NewRat(int64(gone), int64(total))))
	if !at.Num().IsUint64() || !at.Denom().IsUint64() {
		return quantity.Amount{}, false
	}
	amount, err := quantity.NewAmount(at.Num().Uint64(), at.Denom().Uint64(), from.Unit())
	return amount, err == nil
}

func fraction(a quantity.Amount) *big.Rat {
	num, den := a.Fraction()
	return new(big.Rat).SetFrac(new(big.Int).SetUint64(num), new(big.Int).SetUint64(den))
}
