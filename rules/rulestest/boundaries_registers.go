package rulestest

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// population is how many records, persons or years a register at a threshold
// has: one of them is a hundredth of a per cent.
const population = 10_000

// of returns a record that the deciding reading takes for one thing.
func (b *caseBuilder[R]) of(class count.Class) (R, bool) {
	q := b.readings[0]
	var none R
	return b.search.find(none, b.fields, func(v partialRecord[R]) bool {
		c := q.class(v)
		return c&class != 0 && (len(v.open) > 0 || c == class)
	})
}

// around returns the whole numbers one before, at and after a share of a
// whole, for the threshold of each reading that is measured alike.
func (b *caseBuilder[R]) around(whole uint64) []uint64 {
	var list []uint64
	for _, q := range b.readings {
		if q.Population.Amount.Unit() != b.readings[0].Population.Amount.Unit() {
			continue
		}
		for _, limit := range []quantity.Amount{q.Population.Amount, q.Population.To} {
			num, den := limit.Fraction()
			if den == 0 {
				continue // only a range has two ends
			}
			at := num * whole / den
			list = append(list, at, at+1)
			if at > 0 {
				list = append(list, at-1)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// onPopulations tries registers around the threshold of the population.
func (b *caseBuilder[R]) onPopulations() {
	var nobody R
	good, some := b.of(count.Counted)
	bad, others := b.of(count.NotCounted)
	out, outside := b.of(count.OutOfScope)
	b.add("没有任何记录", "no record at all")
	b.add("一条什么都不知道的记录", "a record of which nothing is known", Row[R]{nobody, 1})
	if outside {
		b.add("只有不适用的记录", "nobody in scope", Row[R]{out, 3})
	}
	switch q := b.readings[0]; {
	case q.Form == indicators.RatioForm:
		if some {
			b.onRatio(good, nobody)
		}
	case q.Form == indicators.CountForm && some:
		for _, k := range b.around(1) {
			rows := []Row[R]{{good, int64(k)}}
			if others {
				rows = append(rows, Row[R]{bad, 1})
			}
			b.add(fmt.Sprintf("符合的有%d", k), fmt.Sprintf("%d counted", k), rows...)
			b.add(fmt.Sprintf("符合的有%d，另有1条不明", k), fmt.Sprintf("%d counted and one unknown", k), append(slices.Clone(rows), Row[R]{nobody, 1})...)
		}
	case some && others:
		whole := uint64(population)
		if num, den := q.Population.Amount.Fraction(); num*whole%den != 0 && den <= 100 {
			whole *= den // so that the threshold is a whole number of records
		}
		for _, k := range append(b.around(whole), 0) {
			if k <= whole {
				b.share(good, bad, out, k, whole, outside)
			}
		}
	}
}

// share makes registers of which so many of the whole are counted.
func (b *caseBuilder[R]) share(good, bad, out R, k, whole uint64, outside bool) {
	var nobody R
	zh, en := fmt.Sprintf("%d条中符合的有%d条", whole, k), fmt.Sprintf("%d of %d counted", k, whole)
	rows := []Row[R]{{good, int64(k)}, {bad, int64(whole - k)}}
	b.add(zh, en, rows...)
	if outside {
		b.add(zh+"，另有5000条不适用", en+", 5000 more out of scope", append(slices.Clone(rows), Row[R]{out, 5000})...)
	}
	if k < whole {
		rows[1].Records--
		b.add(zh+"，1条不明", en+", one unknown", append(slices.Clone(rows), Row[R]{nobody, 1})...)
	}
}

// onRatio tries records whose sums stand around the threshold, with each field
// a number of its own, with nought below the line and with an amount unknown.
func (b *caseBuilder[R]) onRatio(good, nobody R) {
	q := b.readings[0]
	b.add("各项数值互不相同", "every amount is different", Row[R]{good, 1})
	b.add("另有1条不明", "and one unknown", Row[R]{good, 1}, Row[R]{nobody, 1})
	empty := good
	for _, t := range slices.Concat(q.Of.Terms, q.Per.Terms) {
		_ = set(&empty, t.Field, quantity.CodeOf(0))
	}
	b.add("各项数值均为零", "every amount is nought", Row[R]{empty, 1})
	if len(q.Of.Terms) == 0 || len(q.Per.Terms) == 0 {
		return
	}
	low, high := q.mix()
	num, den := q.Population.Amount.Fraction()
	// of the unit of the sum below the line, so much stands at the lower
	// weight, and what is moved to the higher one reaches the threshold
	perUnit, ofUnit := q.Per.Unit.Scale(), q.Of.Unit.Scale()
	whole := uint64(population)
	if low.f != nil {
		whole = population * (high.weight - low.weight)
	}
	wanted := num * whole * ofUnit
	base := low.weight * whole * perUnit * den
	if wanted < base {
		return // no mixture reaches it
	}
	at := (wanted - base) / ((high.weight - low.weight) * den)
	for _, k := range []uint64{at - 1, at, at + 1} {
		if k > 1<<40 {
			continue // one below nought
		}
		r := empty
		if low.f != nil {
			_ = set(&r, low.f, quantity.CodeOf(whole*perUnit-k))
		} else {
			_ = set(&r, q.Per.Terms[0].Field, quantity.CodeOf(whole*perUnit/q.Per.Terms[0].Weight))
		}
		_ = set(&r, high.f, quantity.CodeOf(k))
		limit := q.Population.Amount
		side := bilingual.Text{ZH: "恰为", EN: "exactly at "}
		if k < at {
			side = bilingual.Text{ZH: "略低于", EN: "just below "}
		} else if k > at {
			side = bilingual.Text{ZH: "略高于", EN: "just above "}
		}
		b.add("比率"+side.ZH+limit.In(bilingual.Chinese), "a ratio "+side.EN+limit.In(bilingual.English), Row[R]{r, 1})
	}
}

// weighed is a field of a ratio's upper sum, with its weight; the zero value is none.
type weighed[R any] struct {
	f      *indicators.Field[R]
	weight uint64
}

// mix returns the fields that a register at the threshold is mixed of. Where
// the sums share their fields, as in a mean, those are the ones with the next
// lower and the next higher weight; else one field of the upper sum will do.
func (q *oracle[R]) mix() (low, high weighed[R]) {
	limit, ofUnit := q.Population.Amount, q.Of.Unit.Scale()
	num, den := limit.Fraction()
	for _, p := range q.Per.Terms {
		for _, t := range q.Of.Terms {
			if t.Field != p.Field || p.Weight != 1 {
				continue
			}
			switch below := t.Weight*den <= num*ofUnit; {
			case below && (low.f == nil || t.Weight > low.weight):
				low = weighed[R]{t.Field, t.Weight}
			case !below && (high.f == nil || t.Weight < high.weight):
				high = weighed[R]{t.Field, t.Weight}
			}
		}
	}
	if low.f == nil || high.f == nil {
		return weighed[R]{}, weighed[R]{q.Of.Terms[0].Field, q.Of.Terms[0].Weight}
	}
	return low, high
}

// onReadings tries records about which another reading differs from the
// deciding one.
func (b *caseBuilder[R]) onReadings() {
	main := b.readings[0]
	for _, other := range b.readings[1:] {
		var none R
		r, ok := b.search.find(none, b.fields, func(v partialRecord[R]) bool {
			return len(v.open) > 0 || main.relevantClass(v) != other.relevantClass(v)
		})
		if ok {
			b.add("与口径"+other.Reading+"不同的一条记录", "a record that the reading "+other.Reading+" sees otherwise", Row[R]{r, 1})
		}
	}
}

// onDay tries a missed target, or whatever record there is, on one day.
func (b *caseBuilder[R]) onDay() {
	class := count.NotCounted
	if b.readings[0].Form == indicators.RatioForm || b.readings[0].Population.Comparator.Ceiling() {
		class = count.Counted
	}
	r, ok := b.of(class)
	if !ok {
		var nobody R
		r = nobody // of whom nothing is known
	}
	zh, en := "数据截至"+b.asOf.In(bilingual.Chinese), "data of "+b.asOf.In(bilingual.English)
	b.add(zh, en, Row[R]{r, 1})
}
