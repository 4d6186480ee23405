package verdict

import (
	"math/big"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Margin says how much of what records say would have to be wrong until a verdict is
// not certain any more. The zero value says nothing: the verdict is not certain, or it
// does not rest on records in scope.
type Margin struct {
	Wrong int64          `json:"wrong"`        // so many records in scope that say the opposite of what is so
	Of    int64          `json:"of"`           // records in scope that say something
	Sum   quantity.Total `json:"sum,omitzero"` // of a ratio that is met: by so much its sum would have to be wrong
}

// IsZero reports whether nothing is said.
func (s Margin) IsZero() bool { return s == Margin{} }

// Margin returns how firmly a verdict stands, with open records at their worst.
func (r Result) Margin() Margin {
	if r.Outcome != Met && r.Outcome != NotMet || r.Overruled || !r.weighed() {
		return Margin{}
	}
	if r.Form == "difference" {
		return Margin{}
	}
	if r.Form == "ratio" {
		return Margin{Sum: r.spare()}
	}
	c := r.Classes
	s := Margin{Of: c.Counted + c.NotCounted}
	limits := r.limits()
	for i := range limits {
		turned := limits[i].missed
		if r.Outcome == Met {
			turned = limits[i].kept
		}
		if n, ok := turned(c, limits); ok && (s.Wrong == 0 || n < s.Wrong) {
			s.Wrong = n
		}
	}
	if s.Wrong == 0 {
		return Margin{}
	}
	return s
}

// spare returns by how much the sum of a ratio would have to be wrong for the threshold to
// be missed.
func (r Result) spare() quantity.Total {
	t := r.Threshold
	if r.Outcome != Met || t.Comparator == plan.Between || t.Comparator == plan.Exactly {
		return quantity.Total{}
	}
	over, worst := !t.Comparator.Ceiling(), r.Lowest
	if !over {
		worst = r.Highest
	}
	spare := worst.Missing(t.Amount)
	if over {
		spare = worst.Surplus(t.Amount)
	}
	if inclusive := t.Comparator == plan.AtLeast || t.Comparator == plan.AtMost; inclusive && worst.Reaches(t.Amount, spare, over) {
		spare = quantity.NewTotal(spare.Steps().Plus(1), spare.Unit())
	}
	return spare
}

// Text says how firmly the verdict stands; "" where nothing is said.
func (s Margin) Text(l bilingual.Language) string {
	switch {
	case !s.Sum.IsZero():
		return l.Pick("合计数与实际至少相差"+s.Sum.In(l)+"，结论才会改变", "stands unless the sum is wrong by "+s.Sum.In(l))
	case s.Wrong > 0:
		return l.Pick(number(l, s.Of)+"条中至少有"+number(l, s.Wrong)+"条与实际相反，结论才会改变", "stands unless "+number(l, s.Wrong)+" of "+number(l, s.Of)+plural(s.Of, " record", " records")+plural(s.Wrong, " is", " are")+" wrong")
	}
	return ""
}

// Firmness says what answers would settle a verdict that lacks data, or how much would have
// to be wrong to turn a certain one; "" where neither can be said, and of what binds all
// and is met, which any one record turns.
func (r Result) Firmness(l bilingual.Language) string {
	if r.Outcome == Undetermined {
		return r.Settling().Text(l)
	}
	if r.Outcome == Met && r.Threshold.All() {
		return ""
	}
	return r.Margin().Text(l)
}

// String returns the text in Chinese.
func (s Margin) String() string { return s.Text(bilingual.Chinese) }

// kept returns how many records in scope must say the opposite of what is so for a limit
// that is kept to be kept no more.
func (m limit) kept(c Classes, _ []limit) (n int64, ok bool) {
	if m.slack().Sign() < 0 {
		return 0, false
	}
	n = ceil(new(big.Int).Add(m.slack(), big.NewInt(1)), m.turn())
	if m.ceiling {
		return n, n <= c.NotCounted
	}
	return n, n <= c.Counted
}

// missed returns how many must for one that is missed to be within reach, of which the
// other limits must still be.
func (m limit) missed(c Classes, all []limit) (n int64, ok bool) {
	if m.reach().Sign() >= 0 {
		return 0, false
	}
	n = ceil(new(big.Int).Neg(m.reach()), m.turn())
	moved := new(big.Int).Mul(big.NewInt(n), m.turn())
	for _, other := range all {
		if other.ceiling != m.ceiling && other.reach().Cmp(moved) < 0 {
			return 0, false
		}
	}
	if m.ceiling {
		return n, n <= c.Counted
	}
	return n, n <= c.NotCounted
}

// turn returns what a record in scope moves that says the opposite of what is so.
func (m limit) turn() *big.Int { return new(big.Int).Sub(m.counted, m.not) }
