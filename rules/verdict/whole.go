package verdict

import (
	"fmt"
	"math/big"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// PartFigure is the result of one part of a whole, such as a county's.
type PartFigure struct {
	Name   string
	Result Result
	Weight int64 // of a reported figure what it is a share of, such as a number of teachers; 0 where nobody knows
}

// WholeCheck sets the figure of a whole beside those of all its parts, as intervals: a
// printed 95.2 % stands for all numbers that are printed so. A sum of counts is the
// counts together. A share or a ratio of the whole is the mean of its parts by their
// weights; where a weight is not known it is between the least and the greatest of them.
type WholeCheck struct {
	Name         bilingual.Text `json:"name"`
	Citation     bilingual.Text `json:"citation"`
	Unit         quantity.Unit  `json:"unit"`
	Parts        int            `json:"parts"`
	Weighted     bool           `json:"weighted"`      // the weights of all parts are known
	Lowest       *big.Rat       `json:"lowest"`        // of the whole, as it was given
	Highest      *big.Rat       `json:"highest"`       //
	PartsLowest  *big.Rat       `json:"parts_lowest"`  // as the parts have it
	PartsHighest *big.Rat       `json:"parts_highest"` //
	Gap          *big.Rat       `json:"gap"`           // the least by which the whole is above what the parts have, below nought where it is below; nought where both can be true
}

// Agrees reports whether the figure of the whole and those of the parts can all be true.
func (w WholeCheck) Agrees() bool { return w.Gap != nil && w.Gap.Sign() == 0 }

// interval returns what the value may be, nil where nothing is known.
func (r Result) interval() (low, high *big.Rat) {
	if r.Lowest.Defined() && r.Highest.Defined() {
		return r.Lowest.Rational(), r.Highest.Rational()
	}
	return r.Value.Rational(), r.Value.Rational()
}

// weight returns what the value is a share of, nil where that is not certain.
func (p PartFigure) weight() *big.Rat {
	of := func(t quantity.Total) *big.Rat {
		return quantity.Ratio{Of: t, Unit: t.Unit()}.Rational()
	}
	r := p.Result
	switch {
	case r.Reported && p.Weight > 0:
		return new(big.Rat).SetInt64(p.Weight)
	case r.Reported:
		return nil
	case r.Value.Defined() && r.Value.Per.Unit() != quantity.NoUnit:
		return of(r.Value.Per)
	case r.Lowest.Defined() && r.Lowest.Per.Unit() != quantity.NoUnit && r.Lowest.Per == r.Highest.Per:
		return of(r.Lowest.Per)
	}
	return nil
}

// CheckWhole sets a result on a whole beside those on all its parts. They must be on one
// statement, in one unit and of one date, and each must have a value or bounds.
func CheckWhole(whole Result, parts ...PartFigure) (WholeCheck, error) {
	w := WholeCheck{Name: whole.Name, Citation: whole.Citation, Unit: whole.Threshold.Amount.Unit(), Parts: len(parts), Weighted: true}
	if w.Lowest, w.Highest = whole.interval(); w.Lowest == nil {
		return w, fmt.Errorf("verdict: %s: the whole has no value", whole.Statement)
	}
	if len(parts) == 0 {
		return w, fmt.Errorf("verdict: %s: a whole without parts", whole.Statement)
	}
	adds := whole.Form == "count"
	lowest, highest, weights := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, p := range parts {
		low, high := p.Result.interval()
		switch {
		case p.Result.Statement != whole.Statement || p.Result.Threshold.Amount.Unit() != w.Unit:
			return w, fmt.Errorf("verdict: %s: part %s is on %s in %s", whole.Statement, p.Name, p.Result.Statement, p.Result.Threshold.Amount.Unit())
		case p.Result.AsOf != whole.AsOf:
			return w, fmt.Errorf("verdict: %s: part %s is of %s, the whole of %s", whole.Statement, p.Name, p.Result.AsOf, whole.AsOf)
		case low == nil:
			return w, fmt.Errorf("verdict: %s: part %s has no value", whole.Statement, p.Name)
		}
		if w.PartsLowest == nil || low.Cmp(w.PartsLowest) < 0 {
			w.PartsLowest = low
		}
		if w.PartsHighest == nil || high.Cmp(w.PartsHighest) > 0 {
			w.PartsHighest = high
		}
		weight := p.weight()
		if adds {
			weight = big.NewRat(1, 1)
		}
		if weight == nil {
			w.Weighted = false
			continue
		}
		weights.Add(weights, weight)
		lowest.Add(lowest, new(big.Rat).Mul(low, weight))
		highest.Add(highest, new(big.Rat).Mul(high, weight))
	}
	switch {
	case adds:
		w.PartsLowest, w.PartsHighest = lowest, highest
	case w.Weighted && weights.Sign() > 0:
		w.PartsLowest, w.PartsHighest = lowest.Quo(lowest, weights), highest.Quo(highest, weights)
	}
	w.Gap = new(big.Rat)
	if above := new(big.Rat).Sub(w.Lowest, w.PartsHighest); above.Sign() > 0 {
		w.Gap = above
	} else if below := new(big.Rat).Sub(w.Highest, w.PartsLowest); below.Sign() < 0 {
		w.Gap = below
	}
	return w, nil
}

// String returns the text in Chinese.
func (w WholeCheck) String() string { return w.Text(bilingual.Chinese) }

// Text says what whole and parts have, and by how much they are apart at least.
func (w WholeCheck) Text(l bilingual.Language) string {
	text := cited(w.Name, w.Citation, l) + l.Pick("：全市", ": the whole ") + w.between(w.Lowest, w.Highest, l) +
		l.Pick("，由"+number(l, int64(w.Parts))+"个部分推得", ", by "+number(l, int64(w.Parts))+" parts ") + w.between(w.PartsLowest, w.PartsHighest, l)
	if !w.Weighted {
		text += l.Pick("（各部分的分母不全，只能取最低与最高）", " (not all weights are known: the least and the greatest)")
	}
	gap := new(big.Rat)
	if w.Gap != nil {
		gap.Abs(w.Gap)
	}
	switch {
	case w.Agrees():
		return text + l.Pick("，两者可以同时成立", ": both can be true")
	case w.Gap != nil && w.Gap.Sign() > 0:
		return text + l.Pick("，不相符：全市至少高", ", which cannot both be true: the whole is higher by at least ") + w.amount(gap, quantity.Down, l)
	}
	return text + l.Pick("，不相符：全市至少低", ", which cannot both be true: the whole is lower by at least ") + w.amount(gap, quantity.Down, l)
}

func (w WholeCheck) between(low, high *big.Rat, l bilingual.Language) string {
	a, b := w.amount(low, quantity.Down, l), w.amount(high, quantity.Up, l)
	if a == b || low != nil && high != nil && low.Cmp(high) == 0 {
		return a
	}
	return a + l.Pick("至", " to ") + b
}

// amount prints a number in the unit.
func (w WholeCheck) amount(n *big.Rat, side quantity.Rounding, l bilingual.Language) string {
	if n == nil {
		return ""
	}
	if !n.Num().IsUint64() || !n.Denom().IsUint64() {
		return n.FloatString(4)
	}
	return quantity.Ratio{Of: quantity.TotalOf(n.Num().Uint64(), quantity.Item), Per: quantity.TotalOf(n.Denom().Uint64(), quantity.Item), Unit: w.Unit}.In(l, side)
}
