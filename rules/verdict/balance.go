package verdict

import (
	"math"
	"math/big"
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// weighed reports whether the verdict rests on records of which each is one: not on
// evidence or a figure, on several bodies' verdicts, or on records that may be doubles.
func (r Result) weighed() bool {
	return !r.Attested && !r.Reported && r.Bound.IsZero() && r.Records.Surplus == 0
}

// balance weighs records against one limit in whole numbers: with so many counted out of
// so many in scope, a share reaches p/q where q·counted − p·scope is not negative, and a
// number reaches it where q·counted − p is not. Each record adds its own weight, so that
// what an answer changes can be added up.
type balance struct {
	counted, not *big.Int // what a record in scope adds
	low, high    *big.Int // the sum, with open records at their lowest and at their highest
	open         []openRecords
	certain      bool // something is in the scope, or need not be
}

// openRecords are open records of one class.
type openRecords struct {
	n       int64
	span    *big.Int // what an answer moves at most
	joins   bool     // the highest answer puts the record into the scope
	belongs bool     // so does the lowest
}

// balanceOf weighs a share or a number of records against an amount.
func balanceOf(c Classes, form string, amount quantity.Amount) *balance {
	num, den := amount.Fraction()
	p, q := new(big.Int).SetUint64(num), new(big.Int).SetUint64(den)
	b := &balance{counted: q, not: new(big.Int), low: new(big.Int), high: new(big.Int), certain: true}
	if form == "count" {
		b.low.Neg(p)
		b.high.Neg(p)
	} else {
		b.counted, b.not, b.certain = new(big.Int).Sub(q, p), new(big.Int).Neg(p), c.certain() > 0
	}
	b.add(c.Counted, false, b.counted)
	b.add(c.NotCounted, false, b.not)
	b.add(c.Unanswered, false, b.not, b.counted)
	b.add(c.PerhapsCounted, true, b.counted)
	b.add(c.PerhapsNot, true, b.not)
	b.add(c.Unknown, true, b.not, b.counted)
	return b
}

// add adds records of which each has one of some weights in the scope, or may be out of it.
func (b *balance) add(n int64, mayBeOut bool, weights ...*big.Int) {
	all := weights
	if mayBeOut {
		all = append(all, new(big.Int))
	}
	low, high := slices.MinFunc(all, (*big.Int).Cmp), slices.MaxFunc(all, (*big.Int).Cmp)
	records := big.NewInt(n)
	b.low.Add(b.low, new(big.Int).Mul(records, low))
	b.high.Add(b.high, new(big.Int).Mul(records, high))
	if n > 0 && len(all) > 1 {
		has := func(weight *big.Int) bool {
			return slices.ContainsFunc(weights, func(w *big.Int) bool { return w.Cmp(weight) == 0 })
		}
		b.open = append(b.open, openRecords{n, new(big.Int).Sub(high, low), has(high), has(low)})
	}
}

// weighing returns how many open records can move the sum.
func (b *balance) weighing() (n int64) {
	for _, o := range b.open {
		if o.span.Sign() > 0 || !b.certain {
			n += o.n
		}
	}
	return n
}

// raise returns the fewest answers after which the sum is at least a bound whatever the
// others are, and lower those after which it is at most one; not ok where none do that.
func (b *balance) raise(bound int64) (n int64, ok bool) {
	return b.fewest(new(big.Int).Sub(big.NewInt(bound), b.low), func(o openRecords) bool { return o.joins })
}

func (b *balance) lower(bound int64) (n int64, ok bool) {
	return b.fewest(new(big.Int).Sub(b.high, big.NewInt(bound)), func(o openRecords) bool { return o.belongs })
}

// fewest returns how many answers move the sum so far. Where nothing is certain to be in
// scope, one of them must put a record there.
func (b *balance) fewest(far *big.Int, enters func(openRecords) bool) (n int64, ok bool) {
	if b.certain {
		return answers(far, b.open, -1)
	}
	for i, o := range b.open {
		if !enters(o) {
			continue
		}
		if more, can := answers(new(big.Int).Sub(far, o.span), b.open, i); can && (!ok || more+1 < n) {
			n, ok = more+1, true
		}
	}
	return n, ok
}

// answers returns how many answers move the sum so far, the weightiest first, one record
// of a class put aside.
func answers(far *big.Int, open []openRecords, aside int) (n int64, ok bool) {
	list := slices.Clone(open)
	if aside >= 0 {
		list[aside].n--
	}
	slices.SortFunc(list, func(a, b openRecords) int { return b.span.Cmp(a.span) })
	left := new(big.Int).Set(far)
	for _, o := range list {
		if left.Sign() <= 0 || o.span.Sign() == 0 {
			break
		}
		take := min(o.n, ceil(left, o.span))
		left.Sub(left, new(big.Int).Mul(big.NewInt(take), o.span))
		n += take
	}
	return n, left.Sign() <= 0
}

// ceil divides positive numbers, rounded up; what does not fit is the largest number.
func ceil(a, b *big.Int) int64 {
	quotient, rest := new(big.Int).QuoRem(a, b, new(big.Int))
	if rest.Sign() > 0 {
		quotient.Add(quotient, big.NewInt(1))
	}
	if !quotient.IsInt64() {
		return math.MaxInt64
	}
	return quotient.Int64()
}

// limit is one side of what a threshold asks: the sum must be at least a bound or, as a
// ceiling, at most one.
type limit struct {
	*balance
	bound   int64
	ceiling bool
}

// limits returns what the threshold of a share, a duty or a number asks of the records.
func (r Result) limits() []limit {
	of := func(amount quantity.Amount, bound int64, ceiling bool) limit {
		return limit{balanceOf(r.Classes, r.Form, amount), bound, ceiling}
	}
	t := r.Threshold
	switch t.Comparator {
	case plan.AtLeast:
		return []limit{of(t.Amount, 0, false)}
	case plan.MoreThan:
		return []limit{of(t.Amount, 1, false)}
	case plan.AtMost:
		return []limit{of(t.Amount, 0, true)}
	case plan.LessThan:
		return []limit{of(t.Amount, -1, true)}
	case plan.Exactly:
		return []limit{of(t.Amount, 0, false), of(t.Amount, 0, true)}
	case plan.Between:
		return []limit{of(t.Amount, 0, false), of(t.To, 0, true)}
	}
	return nil
}

// keep returns the fewest answers after which the limit is certainly kept.
func (m limit) keep() (n int64, ok bool) {
	if m.ceiling {
		return m.lower(m.bound)
	}
	return m.raise(m.bound)
}

// breach returns the fewest answers after which it is certainly not kept.
func (m limit) breach() (n int64, ok bool) {
	if m.ceiling {
		return m.raise(m.bound + 1)
	}
	return m.lower(m.bound - 1)
}

// slack returns by how much the worst sum keeps the limit, negative where it does not;
// reach by how much the best one does.
func (m limit) slack() *big.Int {
	if m.ceiling {
		return new(big.Int).Sub(big.NewInt(m.bound), m.high)
	}
	return new(big.Int).Sub(m.low, big.NewInt(m.bound))
}

func (m limit) reach() *big.Int {
	if m.ceiling {
		return new(big.Int).Sub(big.NewInt(m.bound), m.low)
	}
	return new(big.Int).Sub(m.high, big.NewInt(m.bound))
}
