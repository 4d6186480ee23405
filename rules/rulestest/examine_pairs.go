package rulestest

import (
	"math/big"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
)

// proof tries every kind of record that some readings tell apart.
type proof[R indicators.Record[R]] struct {
	list   []*oracle[R]
	fields []*indicators.Field[R]
	search search[R]
}

// newProof is not ok where the readings' values do not tell all.
func newProof[R indicators.Record[R]](list ...*oracle[R]) (*proof[R], bool) {
	p := &proof[R]{list: list}
	ok := false
	p.fields, p.search.values, ok = profiles(list...)
	for _, q := range list { // a parameter that nobody has set is never answered
		elements(q.Question, func(e indicators.Element[R]) { ok = ok && !e.Unset })
	}
	return p, ok
}

// never reports whether no record has what is looked for, given the classes that a record
// may have for each reading; false where that was not proved.
func (p *proof[R]) never(may func([]count.Class) bool) bool {
	var none R
	p.search.left = 4 * maxProfiles
	classes := make([]count.Class, len(p.list))
	_, found := p.search.from(none, p.fields, func(v partialRecord[R]) bool {
		for i, q := range p.list {
			if classes[i] = q.class(v); len(v.open) == 0 && !classes[i].Certain() {
				return false // its fields contradict each other
			}
		}
		return may(classes)
	})
	return !found && p.search.left >= 0 && p.search.err == nil
}

// relate looks for what two rules are to each other.
func (x *Examination[R]) relate(a, b *demand[R]) {
	if len(a.sides) == 0 || len(b.sides) == 0 || !meetsIn(a.oracle, b.oracle) {
		return
	}
	p, ok := newProof(a.oracle, b.oracle)
	if !ok {
		x.Open++
		return
	}
	name := func(kind RelationKind, first, second *demand[R]) {
		r := Relation{Kind: kind, First: first.rule.ID(), Second: second.rule.ID()}
		r.Names[0], r.Names[1] = first.rule.Statement().Name, second.rule.Statement().Name
		x.Pairs = append(x.Pairs, r)
	}
	both := func(c []count.Class) bool { return c[0]&count.InScope != 0 && c[1]&count.InScope != 0 }
	if p.never(both) {
		return // they speak of nobody in common
	}
	within := pairOf(p)
	for _, s := range a.sides {
		for _, t := range b.sides {
			if within.excludes(s, t) {
				name(Excludes, a, b)
				return
			}
		}
	}
	turned := turn(within)
	if within.impliesAll(a.sides, b.sides) {
		name(Implies, a, b)
	}
	if turned.impliesAll(b.sides, a.sides) {
		name(Implies, b, a)
	}
}

// meetsIn reports whether two readings decide by some field in common: else neither can
// say anything of the other.
func meetsIn[R indicators.Record[R]](a, b *oracle[R]) bool {
	reads := b.Question.Counted.Reads()
	return slices.ContainsFunc(a.Question.Counted.Reads(), func(f *indicators.Field[R]) bool { return slices.Contains(reads, f) })
}

// pair asks about the records of two rules, in which order they may be turned.
type pair struct {
	never func(may func(first, second count.Class) bool) bool
}

func pairOf[R indicators.Record[R]](p *proof[R]) pair {
	return pair{func(may func(first, second count.Class) bool) bool {
		return p.never(func(c []count.Class) bool { return may(c[0], c[1]) })
	}}
}

func turn(p pair) pair {
	return pair{func(may func(first, second count.Class) bool) bool {
		return p.never(func(first, second count.Class) bool { return may(second, first) })
	}}
}

// excludes reports whether no register with a record in both scopes meets both bounds.
func (p pair) excludes(s, t side) bool {
	if !p.never(func(a, b count.Class) bool { return a&s.good != 0 && b&t.good != 0 }) {
		return false // a record can serve both
	}
	switch {
	case s.whole() && t.whole():
		return true
	case s.whole():
		return p.inScopeOf(true)
	case t.whole():
		return p.inScopeOf(false)
	}
	order := new(big.Rat).Add(s.share(), t.share()).Cmp(big.NewRat(1, 1))
	return p.inScopeOf(true) && p.inScopeOf(false) && (order > 0 || order == 0 && (s.strict || t.strict))
}

func (s side) share() *big.Rat {
	return new(big.Rat).SetFrac(new(big.Int).SetUint64(s.num), new(big.Int).SetUint64(s.den))
}

// inScopeOf reports whether the scope of the second lies in that of the first, or the
// other way round.
func (p pair) inScopeOf(secondInFirst bool) bool {
	return p.never(func(a, b count.Class) bool {
		if !secondInFirst {
			a, b = b, a
		}
		return a&count.OutOfScope != 0 && b&count.InScope != 0
	})
}

// impliesAll reports whether the bounds of the first give all of the second.
func (p pair) impliesAll(first, second []side) bool {
	return !slices.ContainsFunc(second, func(t side) bool {
		return !slices.ContainsFunc(first, func(s side) bool { return p.implies(s, t) })
	})
}

// implies reports whether a register that meets the first bound meets the second, where
// that speaks of any record.
func (p pair) implies(s, t side) bool {
	if t.whole() || s.whole() {
		// whoever the second calls short, the first does
		return s.whole() && p.never(func(a, b count.Class) bool {
			return b&(count.InScope&^t.good) != 0 && a&(s.good|count.OutOfScope) != 0
		})
	}
	order := s.share().Cmp(t.share())
	return p.inScopeOf(true) && p.inScopeOf(false) && (order > 0 || order == 0 && (s.strict || !t.strict)) &&
		p.never(func(a, b count.Class) bool { return a&s.good != 0 && b&(count.InScope&^t.good) != 0 })
}
