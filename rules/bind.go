package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// boundRule is an indicator, with its readings, bound to a statement. Its figures
// are resolved at first use: a program that imports a book of rules pays for those
// that it asks.
type boundRule[R indicators.Record[R]] struct {
	plan      *plan.Plan
	statement *plan.Statement
	subject   *indicators.Subject[R]
	main      indicators.Indicator[R]
	others    []Reading[R]
	once      sync.Once
	always    *resolvedRule[R] // of no date
	err       error
	dated     bool                            // it depends on the as-of date
	last      atomic.Pointer[resolvedRule[R]] // for the date that was asked last
	blank     atomic.Pointer[verdict.Result]  // what a result says before any data, on that date
}

// resolvedRule is a rule with every figure resolved, ready to look at records. One
// that depends on the as-of date is resolved anew for each date.
type resolvedRule[R indicators.Record[R]] struct {
	asOf     quantity.Date
	readings []boundReading[R]   // the deciding one first; those not computed are left out
	asked    []count.Question[R] // that of each reading, and then those of years
	counter  *count.Counter[R]   // of these questions alone
	measure  bilingual.Text      // what the deciding one measures, in words
	tallies  sync.Pool           // of the counter, for figures that come one by one
}

// boundReading is one reading of a rule.
type boundReading[R indicators.Record[R]] struct {
	reading    plan.Reading // zero for a statement without readings
	form       indicators.Form
	question   count.Question[R]
	fields     []*indicators.Field[R] // that the question reads
	population plan.Threshold
	each       plan.Threshold
	bias       plan.Bias
	ofUnit     quantity.Unit // of a ratio: of what is divided
	perUnit    quantity.Unit // and of what it is divided by
	exceeds    bool          // the value may be above 100 %
	unset      []string      // parameters that nobody has set
	indicator  indicators.Indicator[R]
	decisive   int            // number of the question that decides it among the rule's
	years      []boundYear[R] // of a yearly duty, the years that it binds
	weight     int            // the number of the question about the weights of units, 0 where they weigh by their heads
	parts      []int          // the numbers of the questions about parts of a ratio's scope, each of which must have a figure
	totals     []int          // the numbers of the questions about totals and their parts, which must not stand together in the scope
}

// Reading gives the indicator of one of the statement's readings where it
// differs from the rule's own. Readings that differ in a figure alone need
// none: their figures stand in the plan.
type Reading[R indicators.Record[R]] struct {
	Key       string
	Indicator indicators.Indicator[R]
}

// newRule finds the statement of a rule.
func newRule[R indicators.Record[R]](p *plan.Plan, id plan.ID, main indicators.Indicator[R], others []Reading[R]) (*boundRule[R], error) {
	if p == nil {
		return nil, fmt.Errorf("rules: rule %s: no plan", id)
	}
	s, ok := p.Statement(id)
	if !ok {
		return nil, fmt.Errorf("rules: plan %s has no statement %q", p.Edition(), id)
	}
	var none R
	return &boundRule[R]{plan: p, statement: s, subject: none.Subject(), main: copied(main), others: slices.Clone(others)}, nil
}

// newBound is newRule for rules whose faults are to show at once.
func newBound[R indicators.Record[R]](p *plan.Plan, id plan.ID, main indicators.Indicator[R], others []Reading[R]) (*boundRule[R], error) {
	c, err := newRule(p, id, main, others)
	if err == nil {
		_, err = c.resolved()
	}
	if err != nil {
		return nil, err
	}
	return c, nil
}

// resolved returns the rule as it is whatever the date.
func (c *boundRule[R]) resolved() (*resolvedRule[R], error) {
	c.once.Do(func() {
		if c.err = c.check(); c.err != nil {
			c.err = fmt.Errorf("rules: rule %s: %w", c.statement.ID, c.err)
			return
		}
		first, _ := c.plan.Period()
		if c.always, c.err = c.resolve(first); c.err == nil && c.dated {
			c.always, c.err = c.resolve(quantity.Date{}) // its texts speak of no date
		}
	})
	return c.always, c.err
}

// on returns the rule as it is on a date.
func (c *boundRule[R]) on(asOf quantity.Date) (*resolvedRule[R], error) {
	r, err := c.resolved()
	if err != nil || !c.dated {
		return r, err
	}
	if last := c.last.Load(); last != nil && last.asOf == asOf {
		return last, nil
	}
	if r, err = c.resolve(asOf); err == nil {
		c.last.Store(r)
	}
	return r, err
}

// check finds what is wrong with a rule, figures aside.
func (c *boundRule[R]) check() error {
	if err := c.subject.Err(); err != nil {
		return err
	}
	if c.statement.Evaluable == plan.InPart && c.statement.Partly.IsZero() {
		return fmt.Errorf("the plan does not say what part of the demand is measured")
	}
	for i, o := range c.others {
		said, ok := c.statement.Reading(o.Key)
		switch {
		case !ok:
			return fmt.Errorf("the plan has no reading %q", o.Key)
		case said.Decides:
			return fmt.Errorf("reading %q decides: its indicator is the rule's own", o.Key)
		case slices.ContainsFunc(c.others[:i], func(p Reading[R]) bool { return p.Key == o.Key }):
			return fmt.Errorf("reading %q stands twice", o.Key)
		case o.Indicator == nil:
			return fmt.Errorf("reading %q has no indicator", o.Key)
		}
	}
	for _, i := range c.indicators() {
		switch i.(type) {
		case indicators.Share[R], indicators.Duty[R], indicators.Ratio[R], indicators.Count[R], indicators.Difference[R]:
		default:
			return fmt.Errorf("a %T is no share, duty, ratio, count or difference", i)
		}
		q := i.Question()
		if !sums(i.Form()) && q.Counted.IsZero() {
			return fmt.Errorf("a %s without its condition", i.Form().In(bilingual.English))
		}
		c.dated = c.dated || q.Among.Dated() || q.Counted.Dated()
	}
	return nil
}

func (c *boundRule[R]) indicators() []indicators.Indicator[R] {
	list := []indicators.Indicator[R]{c.main}
	for _, o := range c.others {
		list = append(list, o.Indicator)
	}
	return list
}

func (c *boundRule[R]) resolve(asOf quantity.Date) (*resolvedRule[R], error) {
	fail := func(err error) (*resolvedRule[R], error) {
		return nil, fmt.Errorf("rules: rule %s: %w", c.statement.ID, err)
	}
	r := &resolvedRule[R]{asOf: asOf}
	readings := c.statement.Readings
	if len(readings) == 0 {
		readings = []plan.Reading{{}}
	}
	for _, said := range readings {
		indicator := c.main
		own := slices.IndexFunc(c.others, func(o Reading[R]) bool { return o.Key == said.Key })
		if own >= 0 {
			indicator = c.others[own].Indicator
		} else if len(r.readings) > 0 && said.Each.IsZero() && said.Population.IsZero() {
			continue // named by the plan, not computed by this rule
		}
		one, err := c.bindReading(said, indicator, asOf)
		if err != nil {
			return fail(err)
		}
		one.question.Flag = one.question.Flag && len(r.readings) == 0
		one.decisive = len(r.readings)
		r.readings = append(r.readings, one)
		r.asked = append(r.asked, one.question)
	}
	for i := range r.readings {
		if err := c.bindParts(r, &r.readings[i]); err != nil {
			return fail(err)
		}
		if err := c.bindWeight(r, &r.readings[i]); err != nil {
			return fail(err)
		}
		if err := c.bindYears(r, &r.readings[i]); err != nil {
			return fail(err)
		}
		c.bindTotals(r, &r.readings[i])
	}
	counter, err := count.New(cmp.Or(asOf, someDay), r.asked...)
	if err != nil {
		return fail(err)
	}
	r.counter = counter
	r.tallies.New = func() any { return counter.Tally() }
	r.measure = bilingual.Both(func(l bilingual.Language) string { return c.naming(r.readings[0].describe(l, c.subject), l) })
	return r, nil
}

// someDay stands for the date of rules that depend on none.
var someDay = quantity.DateOf(2000, 1, 1)

func (c *boundRule[R]) bindReading(r plan.Reading, indicator indicators.Indicator[R], asOf quantity.Date) (boundReading[R], error) {
	b := boundReading[R]{reading: r, form: indicator.Form(), each: c.statement.Each, population: c.statement.Population,
		bias: c.statement.Partly.Bias, indicator: indicator}
	if !r.Each.IsZero() {
		b.each = r.Each
	}
	if !r.Population.IsZero() {
		b.population = r.Population
	}
	figures := figures{c.statement, b.each, b.population, asOf}
	asks := indicator.Question()
	q := &b.question
	q.Key = string(c.statement.ID) + "/" + cmp.Or(r.Key, "default")
	q.Flag = b.form == indicators.DutyForm && b.bias.ShowsMiss()
	var err error
	if q.Among, err = asks.Among.Resolve(figures); err != nil {
		return b, err
	}
	if q.Counted, err = asks.Counted.Resolve(figures); err != nil {
		return b, err
	}
	b.fields = q.Fields()
	for _, name := range append(q.Among.Unset(), q.Counted.Unset()...) {
		b.lacks(name)
	}
	if ratio, ok := ratioOf(indicator); ok {
		b.ofUnit, b.perUnit = ratio.Of.Unit, ratio.Per.Unit
		if q.Of, err = c.bindSum(ratio.Of, figures, &b); err != nil {
			return b, err
		}
		if q.Per, err = c.bindSum(ratio.Per, figures, &b); err != nil {
			return b, err
		}
	}
	b.exceeds = b.mayExceed()
	return b, b.checkPopulation(c.subject.Unit())
}

// bindParts asks of a ratio, beside its scope, each part that must have a figure.
func (c *boundRule[R]) bindParts(r *resolvedRule[R], b *boundReading[R]) error {
	ratio, ok := b.indicator.(indicators.Ratio[R])
	if !ok {
		return nil
	}
	for i, part := range ratio.Parts {
		among, err := part.Resolve(figures{c.statement, b.each, b.population, r.asOf})
		if err != nil {
			return err
		}
		q := b.question
		q.Key = fmt.Sprintf("%s#%d", q.Key, i+1)
		q.Among = indicators.And(q.Among, among)
		b.parts = append(b.parts, len(r.asked))
		r.asked = append(r.asked, q)
	}
	return nil
}

// bindWeight asks of a difference, beside its ratio, how much each unit weighs.
func (c *boundRule[R]) bindWeight(r *resolvedRule[R], b *boundReading[R]) (err error) {
	d, ok := b.indicator.(indicators.Difference[R])
	if !ok || len(d.Weight.Terms) == 0 {
		return nil
	}
	q := b.question
	q.Key += "#weight"
	if q.Of, err = c.bindSum(d.Weight, figures{c.statement, b.each, b.population, r.asOf}, b); err != nil {
		return err
	}
	b.weight = len(r.asked)
	r.asked = append(r.asked, q)
	return nil
}

// sums reports whether a form adds up amounts of records.
func sums(f indicators.Form) bool {
	return f == indicators.RatioForm || f == indicators.DifferenceForm
}

// ratioOf is the ratio that an indicator adds up, if it does.
func ratioOf[R any](i indicators.Indicator[R]) (indicators.Ratio[R], bool) {
	switch i := i.(type) {
	case indicators.Ratio[R]:
		return i, true
	case indicators.Difference[R]:
		return i.Ratio(), true
	}
	return indicators.Ratio[R]{}, false
}

// bindTotals asks, beside the scope, whether totals are in it and whether parts of them
// are: added up they would count everything twice. A rule that tells areas apart itself
// has seen to it.
func (c *boundRule[R]) bindTotals(r *resolvedRule[R], b *boundReading[R]) {
	total := c.subject.Total()
	if total.IsZero() || slices.Contains(b.fields, total.Whole.Reads()[0]) {
		return
	}
	for _, of := range []struct {
		key string
		is  indicators.Condition[R]
	}{{"whole", total.Whole}, {"parts", total.Parts}} {
		b.totals = append(b.totals, len(r.asked))
		r.asked = append(r.asked, count.Question[R]{Key: b.question.Key + "#" + of.key, Among: indicators.And(b.question.Among, of.is), Counted: of.is})
	}
}

// lacks notes a parameter that nobody has set.
func (b *boundReading[R]) lacks(name string) {
	if !slices.Contains(b.unset, name) {
		b.unset = append(b.unset, name)
	}
}

func (c *boundRule[R]) bindSum(s indicators.Sum[R], f figures, b *boundReading[R]) (terms []count.Term[R], err error) {
	if len(s.Terms) == 0 || s.Unit == quantity.NoUnit {
		return nil, fmt.Errorf("a sum without fields or unit")
	}
	for _, t := range s.Terms {
		if t.Field.Field == nil {
			return nil, fmt.Errorf("a sum of a field that is not described")
		}
		weight := uint64(1)
		if !t.Weight.IsZero() {
			amount, err := t.Weight.Amount(f)
			if err != nil {
				return nil, fmt.Errorf("weight of %s: %w", t.Field.Key(), err)
			}
			if amount.IsZero() {
				b.lacks(strings.TrimPrefix(t.Weight.String(), "parameter "))
				terms = append(terms, count.Term[R]{Field: t.Field.Field}) // it adds nought until somebody sets the weight
				continue
			}
			if amount.Ceil() != amount.Floor() {
				return nil, fmt.Errorf("weight of %s: %s has more decimals than its unit", t.Field.Key(), amount)
			}
			weight = amount.Ceil().Steps()
			if amount.Unit().Scale()*t.Field.Unit().Scale() != s.Unit.Scale() {
				return nil, fmt.Errorf("weight of %s: %s times %s is not %s", t.Field.Key(), amount.Unit(), t.Field.Unit(), s.Unit)
			}
		} else if t.Field.Unit().Scale() != s.Unit.Scale() {
			return nil, fmt.Errorf("field %s is measured in %s, its sum in %s", t.Field.Key(), t.Field.Unit(), s.Unit)
		}
		terms = append(terms, count.Term[R]{Field: t.Field.Field, Weight: weight})
	}
	return terms, nil
}

// copied returns an indicator whose lists are its own, so that nobody changes a
// rule by what it was made of.
func copied[R indicators.Record[R]](i indicators.Indicator[R]) indicators.Indicator[R] {
	switch r := i.(type) {
	case indicators.Ratio[R]:
		r.Of.Terms, r.Per.Terms, r.Parts = slices.Clone(r.Of.Terms), slices.Clone(r.Per.Terms), slices.Clone(r.Parts)
		return r
	case indicators.Difference[R]:
		r.Of.Terms, r.Per.Terms, r.Weight.Terms = slices.Clone(r.Of.Terms), slices.Clone(r.Per.Terms), slices.Clone(r.Weight.Terms)
		return r
	}
	return i
}
