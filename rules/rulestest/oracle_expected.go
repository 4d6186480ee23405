package rulestest

import (
	"math/big"
	"slices"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// expected is what a reading must say of a register, worked out by completing
// what is unknown in every way that matters.
// Of a yearly duty the records of other years count as well.
func (q *oracle[R]) expected(rows []Row[R], years ...*oracle[R]) Expectation {
	var e Expectation
	members, open, faulty := int64(0), int64(0), int64(0)
	var n [8]int64
	for _, row := range rows {
		members += row.Records
		class := q.of(row.Record)
		for i, y := range years { // a record lies in one year
			if i == 0 {
				class = count.OutOfScope
			}
			of := y.of(row.Record)
			class = class&of&count.OutOfScope | (class|of)&^count.OutOfScope
		}
		n[class] += row.Records
		if q.isOpen(class) {
			open += row.Records
			if q.faulty(row.Record) {
				faulty += row.Records
			}
		}
	}
	switch {
	case q.Form == indicators.RatioForm:
		e = q.ratio(rows, n, members)
	case q.Form == indicators.CountForm && members == 0:
		e.Reason = verdict.NoRecords
	case members == 0:
		e.Outcome, e.Reason = verdict.NotApplicable, verdict.NoRecords
	default:
		e = q.completed(n)
	}
	if e.Outcome == verdict.Undetermined && e.Reason != verdict.NoRecords {
		switch {
		case len(q.Unset) > 0:
			e.Reason = verdict.MissingParameter
		case faulty > 0 && faulty >= open-faulty && e.Reason == verdict.MissingData:
			e.Reason = verdict.InvalidData
		}
	}
	if q.addsTotals(rows) {
		e = Expectation{Reason: verdict.TotalsAndParts}
	}
	either := q.Bias == plan.Indicates && (e.Outcome == verdict.Met || e.Outcome == verdict.NotMet)
	if either || q.Bias == plan.Flatters && e.Outcome == verdict.Met || q.Bias == plan.Accuses && e.Outcome == verdict.NotMet {
		e.Outcome, e.Reason = verdict.Undetermined, verdict.PartMeasured
	}
	return e
}

// addsTotals reports whether a total and a part of it are certainly in scope together.
func (q *oracle[R]) addsTotals(rows []Row[R]) bool {
	if q.Total.IsZero() {
		return false
	}
	certainly := func(is indicators.Condition[R]) bool {
		return slices.ContainsFunc(rows, func(row Row[R]) bool {
			at := 0
			return row.Records > 0 && !row.Record.Subject().Skipped(&row.Record) &&
				q.truth(indicators.And(q.Question.Among, is), partialRecord[R]{record: &row.Record, nth: -1}, &at) == indicators.True
		})
	}
	return certainly(q.Total.Whole) && certainly(q.Total.Parts)
}

// isOpen reports whether a record of the class leaves the reading open.
func (q *oracle[R]) isOpen(c count.Class) bool {
	if q.Form == indicators.RatioForm {
		return c != count.Counted && c != count.OutOfScope
	}
	return !c.Certain()
}

// completed judges a share, a duty or a count: the extreme completions make
// all records of one class the same thing.
func (q *oracle[R]) completed(n [8]int64) Expectation {
	var low, high *big.Rat
	empty, exact := false, ""
	certain := n[1]+n[2]+n[4] == n[1]+n[2]+n[3]+n[4]+n[5]+n[6]+n[7]
	each(n, 3, [8]int64{}, func(m [8]int64) {
		in, per := m[2]+m[4], new(big.Rat)
		if q.Form == indicators.CountForm {
			exact = number(m[4])
			per.SetInt64(m[4])
		} else if in == 0 {
			empty = true
			return
		} else {
			exact = number(m[4]) + "/" + number(in)
			per.SetFrac64(m[4], in)
		}
		if low == nil || per.Cmp(low) < 0 {
			low = per
		}
		if high == nil || per.Cmp(high) > 0 {
			high = per
		}
	})
	switch {
	case low == nil:
		return Expectation{Outcome: verdict.NotApplicable, Reason: verdict.EmptyScope}
	case empty:
		return Expectation{Reason: verdict.MissingData}
	}
	e := compared(q.Population, low, high)
	if certain {
		e.Value = exact
		e.Shortfall = q.short(low, n[2]+n[4], n[4])
	}
	return e
}

// short is what would meet the threshold: how many more, or fewer, of those in
// scope must be counted.
func (q *oracle[R]) short(value *big.Rat, in, counted int64) string {
	per := new(big.Rat).SetInt64(in)
	if q.Form == indicators.CountForm {
		per.SetInt64(1)
	}
	return q.gap(value, per, big.NewInt(counted), quantity.Item)
}

// gap is what the numerator, of, lacks or has too much for the threshold, in
// units; per says how much of it makes a value of one.
func (q *oracle[R]) gap(value, per *big.Rat, of *big.Int, u quantity.Unit) string {
	limit := rational(q.Population.Amount)
	c := q.Population.Comparator
	if c.Holds(value.Cmp(limit)) {
		return "0"
	}
	limit.Mul(limit, per)
	wanted, rest := new(big.Int).QuoRem(limit.Num(), limit.Denom(), new(big.Int))
	whole := rest.Sign() == 0
	one := big.NewInt(1)
	switch {
	case c == plan.AtLeast && !whole, c == plan.MoreThan:
		wanted.Add(wanted, one)
	case c == plan.LessThan && whole:
		wanted.Sub(wanted, one)
	}
	switch {
	case wanted.Sign() < 0 || c == plan.Exactly || c == plan.Between:
		return "" // no number is below nought; a figure or a range can be missed on either side
	case c.Ceiling():
		return "over " + units(wanted.Sub(of, wanted), u)
	}
	return units(wanted.Sub(wanted, of), u)
}

// each yields every extreme completion of the classes from one on.
func each(n [8]int64, class int, done [8]int64, yield func([8]int64)) {
	if class == len(n) {
		for _, c := range [...]int{1, 2, 4} {
			done[c] += n[c]
		}
		yield(done)
		return
	}
	if class == 4 || n[class] == 0 {
		each(n, class+1, done, yield)
		return
	}
	for _, member := range [...]int{1, 2, 4} {
		if class&member != 0 {
			next := done
			next[member] += n[class]
			each(n, class+1, next, yield)
		}
	}
}

// compared judges an interval of values.
func compared(t plan.Threshold, low, high *big.Rat) Expectation {
	limit := rational(t.Amount)
	l, h := low.Cmp(limit), high.Cmp(limit)
	holds := func(order int, value *big.Rat) bool {
		if t.Comparator == plan.Between {
			return order >= 0 && value.Cmp(rational(t.To)) <= 0
		}
		return t.Comparator.Holds(order)
	}
	met, possible := holds(l, low) && holds(h, high), holds(l, low) || holds(h, high) || l < 0 && h > 0
	switch {
	case met:
		return Expectation{Outcome: verdict.Met}
	case possible:
		return Expectation{Reason: verdict.MissingData}
	case t.Comparator == plan.Exactly:
		return Expectation{Outcome: verdict.NotMet, Reason: verdict.OffThreshold}
	case t.Comparator.Ceiling() || t.Comparator == plan.Between && l > 0:
		return Expectation{Outcome: verdict.NotMet, Reason: verdict.AboveThreshold}
	}
	return Expectation{Outcome: verdict.NotMet, Reason: verdict.BelowThreshold}
}

// ratio judges a ratio of reported sums. Where what is divided is a part of what it
// is divided by, a part that is missing lies between nought and its whole.
func (q *oracle[R]) ratio(rows []Row[R], n [8]int64, members int64) Expectation {
	open := n[2] + n[3] + n[5] + n[6] + n[7]
	of, per, most := new(big.Int), new(big.Int), new(big.Int)
	bounded := q.partOfWhole() && open == n[count.NotCounted]
	for _, row := range rows {
		switch class := q.of(row.Record); {
		case class == count.Counted:
			of.Add(of, total(q.Of, row))
			most.Add(most, total(q.Of, row))
			per.Add(per, total(q.Per, row))
		case class == count.NotCounted && row.Records > 0:
			if bounded = bounded && q.known(q.Per.Terms[0].Field, row.Record); bounded {
				most.Add(most, total(q.Per, row))
				per.Add(per, total(q.Per, row))
			}
		}
	}
	switch {
	case members == 0:
		return Expectation{Reason: verdict.NoRecords}
	case open > 0 && !bounded:
		return Expectation{Reason: verdict.MissingData}
	case open == 0 && n[4] == 0:
		return Expectation{Reason: verdict.NoFigure}
	case len(q.Unset) > 0:
		return Expectation{Reason: verdict.MissingParameter}
	case per.Sign() == 0:
		return Expectation{Reason: verdict.ZeroDenominator}
	}
	for _, part := range q.Parts {
		if reason := q.lacking(part, rows); reason != verdict.NoReason {
			return Expectation{Reason: reason}
		}
	}
	ratio := func(of *big.Int) *big.Rat {
		return new(big.Rat).SetFrac(new(big.Int).Mul(of, product(q.Per.Unit.Scale())), new(big.Int).Mul(per, product(q.Of.Unit.Scale())))
	}
	value := ratio(of)
	if q.Population.Amount.Unit() == quantity.Percent && ratio(most).Cmp(big.NewRat(10, 1)) > 0 {
		return Expectation{Reason: verdict.InvalidData}
	}
	e := compared(q.Population, value, ratio(most))
	if open > 0 {
		return e
	}
	e.Value = units(of, q.Of.Unit) + "/" + units(per, q.Per.Unit)
	e.Shortfall = q.gap(value, new(big.Rat).SetFrac(new(big.Int).Mul(per, product(q.Of.Unit.Scale())), product(q.Per.Unit.Scale())), of, q.Of.Unit)
	return e
}

// lacking says why a part of the scope has no figure, NoReason if it has one.
func (q *oracle[R]) lacking(part indicators.Condition[R], rows []Row[R]) verdict.Reason {
	one := newOracle(q.Asked)
	one.Question.Among = part
	one.reads = one.Question.Fields()
	reason := verdict.NoFigure
	for _, row := range rows {
		class := one.of(row.Record)
		whole := class == count.Counted || class == count.NotCounted && q.partOfWhole() && q.known(q.Per.Terms[0].Field, row.Record)
		switch {
		case row.Records == 0 || class == count.OutOfScope:
		case whole && total(q.Per, row).Sign() > 0:
			return verdict.NoReason
		case whole && reason == verdict.NoFigure:
			reason = verdict.ZeroDenominator
		case !whole:
			reason = verdict.MissingData
		}
	}
	return reason
}

// partOfWhole reports whether a sum of one field is divided by a sum of the field that
// it is a part of.
func (q *oracle[R]) partOfWhole() bool {
	var none R
	return len(q.Of.Terms) == 1 && len(q.Per.Terms) == 1 && slices.ContainsFunc(none.Subject().Parts(), func(p indicators.Part[R]) bool {
		return p.Part.Field == q.Of.Terms[0].Field && p.Whole.Field == q.Per.Terms[0].Field
	})
}

// known reports whether a number is known and not contradicted.
func (q *oracle[R]) known(f *indicators.Field[R], r R) bool {
	return f.Code(&r).Known() && !q.contradicted([]*indicators.Field[R]{f}, partialRecord[R]{record: &r, nth: -1})
}

func total[R indicators.Record[R]](s rules.Summed[R], row Row[R]) *big.Int {
	sum := new(big.Int)
	for _, t := range s.Terms {
		sum.Add(sum, product(t.Field.Code(&row.Record).Steps(), t.Weight, uint64(row.Records)))
	}
	return sum
}

// units writes steps as a number of units, without needless zeros.
func units(steps *big.Int, u quantity.Unit) string {
	text := new(big.Rat).SetFrac(steps, product(u.Scale())).FloatString(2)
	number, _ := canonicalNumber(text)
	return number
}

func number(n int64) string { return big.NewInt(n).String() }

// concerns reports whether any row may be in the reading's scope.
func (q *oracle[R]) concerns(rows []Row[R]) bool {
	return slices.ContainsFunc(rows, func(row Row[R]) bool { return row.Records > 0 && q.of(row.Record) != count.OutOfScope })
}

// due says where the builder's date stands, as the statement's deadline has it.
func (b *caseBuilder[R]) due() verdict.Due {
	p, s := b.rule.Plan(), b.rule.Statement()
	issued, _ := p.Issued()
	_, last := p.Period()
	until := b.asOf // an aggregate stands for its year
	var none R
	if _, ofYear := none.Subject().Field("year"); ofYear || b.readings[0].Form == indicators.RatioForm {
		until = quantity.DateOf(b.asOf.Year(), time.December, 31)
	}
	decides := plan.Reading{}
	if len(s.Readings) > 0 {
		decides = s.Readings[0]
	}
	for _, f := range s.Deciding(decides) {
		if f.From.Known() && until.Before(f.From) {
			return verdict.Open
		}
	}
	switch kind := s.Deadline.Kind; {
	case until.Before(issued) || b.asOf.Before(issued) || kind == plan.NotDue:
		return verdict.Open
	case (kind == plan.Standing || kind == plan.Yearly) && b.asOf.After(last):
		return verdict.Ended
	case kind == plan.Yearly:
		return verdict.Open // data of a year are never later than the year's end
	case kind == plan.Standing:
		return verdict.Standing
	case b.asOf.After(s.Deadline.On):
		return verdict.Past
	}
	return verdict.Open
}
