package rulestest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Boundaries returns the cases at which a rule changes its mind: a record one
// step before, at and after each figure of its conditions, with each word of
// the fields that it reads, with nought, unknown and invalid fields; registers
// of 10,000 records one record before, at and after the population's threshold,
// with nobody counted, nobody in scope, nobody at all, and one of whom nothing
// is known; and the days around deadline and first day of the plan. Where
// readings differ, there is a record that they differ about.
//
// What a case expects is worked out from the conditions and the statement,
// record by record in plain fractions, and not by the rule, so that the cases
// test the rule as well as the software that uses it.
func Boundaries[R indicators.Record[R]](rule rules.Rule[R]) ([]Case[R], error) {
	if rule == nil || rule.Statement() == nil {
		return nil, rules.ErrZero
	}
	_, last := rule.Plan().Period()
	asOf := last
	if on := rule.Statement().Deadline.On; on.Known() {
		asOf = on
	}
	b, err := newCaseBuilder(rule, asOf)
	if err != nil {
		return nil, err
	}
	b.onRecords()
	b.onPopulations()
	b.onReadings()
	cases := b.cases
	for _, day := range daysAround(rule, asOf) {
		d, err := newCaseBuilder(rule, day)
		if err != nil {
			return nil, err
		}
		d.onDay()
		cases = append(cases, d.cases...)
	}
	return cases, b.search.err
}

// daysAround returns the days at which a rule's due changes, and those beside.
func daysAround[R indicators.Record[R]](rule rules.Rule[R], asOf quantity.Date) []quantity.Date {
	first, _ := rule.Plan().Period()
	days := []quantity.Date{first.Previous(), first, asOf.Previous(), asOf, asOf.Next()}
	days = slices.DeleteFunc(days, func(d quantity.Date) bool { return !d.Known() })
	slices.SortFunc(days, func(a, b quantity.Date) int { return a.DaysSince(b) })
	return slices.Compact(days)
}

// caseBuilder makes the cases of a rule on one day.
type caseBuilder[R indicators.Record[R]] struct {
	rule     rules.Rule[R]
	asOf     quantity.Date
	readings []*oracle[R] // the deciding one first
	years    []*oracle[R] // of a yearly duty, what it asked of the years before
	fields   []*indicators.Field[R]
	search   search[R]
	cases    []Case[R]
	seen     map[string]bool // records that a case has alone
}

func newCaseBuilder[R indicators.Record[R]](rule rules.Rule[R], asOf quantity.Date) (*caseBuilder[R], error) {
	list, err := asks(rule, asOf)
	if err != nil {
		return nil, err
	}
	b := &caseBuilder[R]{rule: rule, asOf: asOf, seen: map[string]bool{}}
	for _, a := range list {
		q := newOracle(a)
		b.readings = append(b.readings, q)
		for _, f := range q.reads {
			if !slices.Contains(b.fields, f) {
				b.fields = append(b.fields, f)
			}
		}
	}
	b.search.values = valuesOf(b.readings)
	return b, b.askYears()
}

// askYears asks what a yearly duty asked of each year before that the plan binds.
func (b *caseBuilder[R]) askYears() error {
	var none R
	if _, ofYear := none.Subject().Field("year"); !ofYear || b.rule.Statement().Deadline.Kind != plan.Yearly || b.readings[0].Form == indicators.RatioForm {
		return nil
	}
	first, last := b.rule.Plan().YearsBound(b.asOf)
	for year := first; year <= last; year++ {
		list, err := asks(b.rule, quantity.DateOf(year, time.December, 31))
		if err != nil {
			return err
		}
		b.years = append(b.years, newOracle(list[0]))
	}
	if len(b.years) < 2 {
		b.years = nil
	}
	return nil
}

// expected is what the rule must say of a register.
func (b *caseBuilder[R]) expected(rows []Row[R]) Expectation {
	e := b.readings[0].expected(rows, b.years...)
	if e.Reason == verdict.NoFigure && slices.ContainsFunc(b.readings[1:], func(other *oracle[R]) bool { return other.concerns(rows) }) {
		e.Reason = verdict.OtherPopulation
	}
	e.Due = b.due().String()
	issued, _ := b.rule.Plan().Issued()
	for i, y := range b.years {
		if e.Outcome == verdict.NotMet && issued.Year()+i < b.asOf.Year() && y.expected(rows).Outcome == verdict.NotMet {
			e.Due = verdict.Past.String()
		}
	}
	return e
}

// add makes a case of a register; what is said of it is completed by the outcome.
func (b *caseBuilder[R]) add(zh, en string, rows ...Row[R]) {
	e := b.expected(rows)
	b.cases = append(b.cases, Case[R]{
		Name: bilingual.Text{ZH: zh + "：" + e.Outcome.In(bilingual.Chinese), EN: en + ": " + e.Outcome.In(bilingual.English)},
		Rule: b.rule.ID(), AsOf: b.asOf, Rows: slices.Clone(rows), Expect: e})
}

// alone makes a case of one record, once. A count gets so many counted records
// beside it that this one decides.
func (b *caseBuilder[R]) alone(zh, en string, r R) {
	key := fmt.Sprint(texts(r))
	if b.seen[key] {
		return
	}
	b.seen[key] = true
	rows := []Row[R]{{r, 1}}
	if q := b.readings[0]; q.Form == indicators.CountForm {
		num, den := q.Population.Amount.Fraction()
		beside := num / den
		if c := q.Population.Comparator; beside > 0 && c != plan.MoreThan && c != plan.AtMost {
			beside--
		}
		if good, ok := b.of(count.Counted); ok && beside > 0 {
			rows = append(rows, Row[R]{good, int64(beside)})
			zh, en = fmt.Sprintf("%s，另有符合的%d", zh, beside), fmt.Sprintf("%s, beside %d counted", en, beside)
		}
	}
	b.add(zh, en, rows...)
}

// beside puts a record of which the scope is unknown beside a register that
// reaches the threshold exactly, so that it matters what the record would be if
// it were in scope.
func (b *caseBuilder[R]) beside(zh, en string, r R) {
	q := b.readings[0]
	class := q.of(r)
	if q.Form == indicators.RatioForm || q.Form == indicators.CountForm || class.Certain() || class&count.OutOfScope == 0 {
		return
	}
	good, some := b.of(count.Counted)
	bad, others := b.of(count.NotCounted)
	num, den := q.Population.Amount.Fraction()
	if key := "beside" + fmt.Sprint(texts(r)); some && others && !b.seen[key] && num <= den {
		b.seen[key] = true
		k := num * population / den
		b.add(zh+fmt.Sprintf("，另有%d条中符合的%d条", population, k), en+fmt.Sprintf(", beside %d of %d counted", k, population),
			Row[R]{r, 1}, Row[R]{good, int64(k)}, Row[R]{bad, int64(population - k)})
	}
}

// without returns the rule's fields without some.
func (b *caseBuilder[R]) without(given []*indicators.Field[R]) []*indicators.Field[R] {
	return slices.DeleteFunc(slices.Clone(b.fields), func(f *indicators.Field[R]) bool { return slices.Contains(given, f) })
}

// onRecords tries each elementary condition where it decides: with every value
// that its fields tell apart, the other fields such that the answer matters.
func (b *caseBuilder[R]) onRecords() {
	q := b.readings[0]
	nth := 0
	elements(q.Question, func(e indicators.Element[R]) {
		at := nth
		nth++
		for _, r := range b.variants(e) {
			given := slices.Concat(e.Of, e.Than)
			full, ok := b.context(q, r, given, at)
			if ok {
				zh, en := describe(e, full, bilingual.Chinese), describe(e, full, bilingual.English)
				b.alone(zh, en, full)
				b.beside(zh, en, full)
			}
		}
	})
}

// context completes a record so that an elementary condition's answer makes a
// difference to it, and if it can be the whole difference; or else somehow.
func (b *caseBuilder[R]) context(q *oracle[R], r R, given []*indicators.Field[R], nth int) (full R, ok bool) {
	sound := func(v partialRecord[R]) bool { return !q.contradicted(q.reads, v) }
	for _, g := range []goal[R]{
		func(v partialRecord[R]) bool {
			yes, no := q.forced(v, nth)
			return yes != no && yes.Certain() && no.Certain() && sound(v)
		},
		func(v partialRecord[R]) bool { // certain but for the scope
			yes, no := q.forced(v, nth)
			return yes != no && (yes &^ count.OutOfScope).Certain() && (no &^ count.OutOfScope).Certain() && sound(v)
		},
		func(v partialRecord[R]) bool { yes, no := q.forced(v, nth); return yes != no && sound(v) },
		func(v partialRecord[R]) bool { yes, no := q.forced(v, nth); return yes != no },
	} {
		full, ok = b.search.find(r, b.without(given), func(v partialRecord[R]) bool {
			yes, no := q.forced(v, nth)
			return len(v.open) == 0 && g(v) || len(v.open) > 0 && !(yes == no && yes.Certain())
		})
		if ok {
			return full, true
		}
	}
	return b.search.find(r, b.without(given), func(partialRecord[R]) bool { return true })
}

// forced returns what a record would be for either answer of an elementary condition.
func (q *oracle[R]) forced(v partialRecord[R], nth int) (yes, no count.Class) {
	v.nth, v.forced = nth, indicators.True
	yes = q.relevantClass(v)
	v.forced = indicators.False
	return yes, q.relevantClass(v)
}

// variants returns records that have the fields of an elementary condition
// alone: each value that tells answers apart, unknown and invalid.
func (b *caseBuilder[R]) variants(e indicators.Element[R]) []R {
	var list []R
	put := func(r R, f *indicators.Field[R], c quantity.Code) {
		if err := set(&r, f, c); err != nil {
			b.search.err = fmt.Errorf("rulestest: %w", err)
			return
		}
		list = append(list, r)
	}
	fault := quantity.CodeOfFault(quantity.Unreadable)
	if len(e.Than) > 0 {
		num, den := e.Share()
		if den == 0 { // a parameter that nobody has set: only what is unknown can matter
			var none R
			return append(list, none)
		}
		base, top := b.pair(e, num, den)
		for _, c := range []quantity.Code{top - 1, top, top + 1, 1, 0, fault} {
			put(base, e.Of[0], c)
		}
		for _, f := range slices.Concat(e.Than, e.Of[1:]) {
			put(base, f, 0)
			put(base, f, 1)
		}
		return list
	}
	for _, f := range e.Of {
		var base R
		for _, other := range e.Of {
			if other != f {
				_ = set(&base, other, b.search.values[other][0])
			}
		}
		for _, c := range append(slices.Clone(b.search.values[f]), 0, fault) {
			put(base, f, c)
		}
	}
	return list
}

// pair returns a record in which a number is exactly the share of another one,
// and the number.
func (b *caseBuilder[R]) pair(e indicators.Element[R], num, den uint64) (base R, top quantity.Code) {
	times := (wholeSteps + den - 1) / den
	top = quantity.CodeOf(num * times)
	_ = set(&base, e.Than[0], quantity.CodeOf(den*times))
	if len(e.Of) == 2 {
		top = quantity.CodeOf(2 * num * times)
		_ = set(&base, e.Than[1], quantity.CodeOf(otherPer))
		_ = set(&base, e.Of[1], quantity.CodeOf(ownPer))
	}
	_ = set(&base, e.Of[0], top)
	return base, top
}

// describe says which values an elementary condition sees, and how far they are
// from its figure.
func describe[R indicators.Record[R]](e indicators.Element[R], r R, l bilingual.Language) string {
	var said []string
	for _, f := range slices.Concat(e.Of, e.Than) {
		said = append(said, f.Label().In(l)+map[bool]string{true: " ", false: ""}[l == bilingual.English]+f.Text(&r, l))
	}
	text := strings.Join(said, l.Pick("，", ", "))
	code := e.Of[0].Code(&r)
	if e.Compare == indicators.NoComparison || e.Amount.IsZero() || len(e.Than) > 0 || !code.Known() {
		return text
	}
	figure := e.Amount.In(l)
	switch {
	case code+1 == e.Amount.Ceil():
		return text + bilingual.Text{ZH: "，比" + figure + "少一步", EN: ", one step below " + figure}.In(l)
	case code == e.Amount.Ceil() && code == e.Amount.Floor():
		return text + l.Pick("，恰好", ", exactly the figure")
	case code == e.Amount.Floor()+1:
		return text + bilingual.Text{ZH: "，比" + figure + "多一步", EN: ", one step above " + figure}.In(l)
	}
	return text
}
