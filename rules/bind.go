package rules

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// maxAxes is how many things one rule may ask about a record.
const maxAxes = 64

// maxPlaces is in how many places one reading can count a record: in its class,
// as one with something invalid, and for each field that it reads.
const maxPlaces = 2 + maxAxes

// core is a rule: an indicator, with its readings, bound to a statement.
type core[R indicators.Record[R]] struct {
	plan      *plan.Plan
	statement *plan.Statement
	subject   *indicators.Subject[R]
	main      indicators.Indicator[R]
	others    []Reading[R]
	dated     bool
	binding[R]
	scratches *sync.Pool
}

// scratch is where Check looks at a record: handing a caller's value to the
// fields' descriptions would otherwise allocate it anew each time.
type scratch[R any] struct {
	record  R
	classes [maxAxes]uint8
	places  [maxPlaces]uint32
}

func (c *core[R]) scratch() *scratch[R] { return c.scratches.Get().(*scratch[R]) }

func (c *core[R]) release(s *scratch[R]) { c.scratches.Put(s) }

// binding is a rule with every figure resolved, ready to look at records. A
// rule that depends on the as-of date is bound anew for each date.
type binding[R indicators.Record[R]] struct {
	readings []bound[R] // the deciding one first; those not computed are left out
	axes     *indicators.Axes[R]
	asked    []asked[R] // the readings over the rule's own axes
	layout   layout
}

// bound is one reading of a rule.
type bound[R indicators.Record[R]] struct {
	reading    plan.Reading // zero for a statement without readings
	form       indicators.Form
	question   indicators.Question[R]
	fields     []*indicators.Field[R] // that the question reads
	population plan.Threshold
	each       plan.Threshold
	bias       plan.Bias
	finds      bool // a record that is not counted is a finding
	of, per    sum
	unset      []string
	measure    bilingual.Text
}

// sum is a weighted sum of fields, in steps of its unit.
type sum struct {
	unit  quantity.Unit
	terms []term
}

type term struct {
	field  int
	weight uint64 // steps of the weight for one step of the field
}

// Reading gives the indicator of one of the statement's readings where it
// differs from the rule's own. Readings that differ in a figure alone need
// none: their figures stand in the plan.
type Reading[R indicators.Record[R]] struct {
	Key       string
	Indicator indicators.Indicator[R]
}

func newCore[R indicators.Record[R]](p *plan.Plan, id plan.ID, main indicators.Indicator[R], others []Reading[R]) (*core[R], error) {
	if p == nil {
		return nil, fmt.Errorf("rules: rule %s: no plan", id)
	}
	s, ok := p.Statement(id)
	if !ok {
		return nil, fmt.Errorf("rules: plan %s has no statement %q", p.Edition(), id)
	}
	var none R
	c := &core[R]{plan: p, statement: s, subject: none.Subject(), main: main, others: slices.Clone(others),
		scratches: &sync.Pool{New: func() any { return new(scratch[R]) }}}
	fail := func(err error) (*core[R], error) { return nil, fmt.Errorf("rules: rule %s: %w", id, err) }
	if err := c.subject.Err(); err != nil {
		return fail(err)
	}
	if s.Evaluable == plan.InPart && s.Partly.IsZero() {
		return fail(fmt.Errorf("the plan does not say what part of the demand is measured"))
	}
	for i, o := range others {
		said, ok := s.Reading(o.Key)
		switch {
		case !ok:
			return fail(fmt.Errorf("the plan has no reading %q", o.Key))
		case said.Decides:
			return fail(fmt.Errorf("reading %q decides: its indicator is the rule's own", o.Key))
		case slices.ContainsFunc(others[:i], func(p Reading[R]) bool { return p.Key == o.Key }):
			return fail(fmt.Errorf("reading %q stands twice", o.Key))
		case o.Indicator == nil:
			return fail(fmt.Errorf("reading %q has no indicator", o.Key))
		}
	}
	for _, i := range c.indicators() {
		switch i.(type) {
		case indicators.Share[R], indicators.Duty[R], indicators.Ratio[R], indicators.Count[R]:
		default:
			return fail(fmt.Errorf("a %T is no share, duty, ratio or count", i))
		}
		q := i.Question()
		if i.Form() != indicators.RatioForm && q.Counted.IsZero() {
			return fail(fmt.Errorf("a %s without its condition", i.Form().In(bilingual.English)))
		}
		c.dated = c.dated || q.Among.Dated() || q.Counted.Dated()
	}
	// A dated rule is bound here as well, so that its faults show at once.
	first, _ := p.Period()
	b, err := c.bind(first)
	if err == nil && c.dated {
		b, err = c.bind(quantity.Date{}) // its texts speak of no date
	}
	if err != nil {
		return fail(err)
	}
	c.binding = b
	return c, nil
}

func (c *core[R]) indicators() []indicators.Indicator[R] {
	list := []indicators.Indicator[R]{c.main}
	for _, o := range c.others {
		list = append(list, o.Indicator)
	}
	return list
}

// on returns the rule bound for a date.
func (c *core[R]) on(asOf quantity.Date) (*binding[R], error) {
	if !c.dated {
		return &c.binding, nil
	}
	b, err := c.bind(asOf)
	return &b, err
}

func (c *core[R]) bind(asOf quantity.Date) (binding[R], error) {
	var b binding[R]
	readings := c.statement.Readings
	if len(readings) == 0 {
		readings = []plan.Reading{{}}
	}
	for _, r := range readings {
		indicator := c.main
		own := slices.IndexFunc(c.others, func(o Reading[R]) bool { return o.Key == r.Key })
		if own >= 0 {
			indicator = c.others[own].Indicator
		} else if len(b.readings) > 0 && r.Each.IsZero() && r.Population.IsZero() {
			continue // named by the plan, not computed by this rule
		}
		one, err := c.bindReading(r, indicator, asOf)
		if err != nil {
			return b, err
		}
		b.readings = append(b.readings, one)
	}
	questions := make([]indicators.Question[R], len(b.readings))
	for i := range b.readings {
		questions[i] = b.readings[i].question
	}
	axes, err := indicators.NewAxes(c.subject, questions...)
	if err != nil {
		return b, err
	}
	if axes.Len() > maxAxes {
		return b, fmt.Errorf("it asks %d things about a record, at most %d are possible", axes.Len(), maxAxes)
	}
	b.axes = axes
	for i := range b.readings {
		r := &b.readings[i]
		b.asked = append(b.asked, asked[R]{r, axes.Decide(questions[i]), b.layout.slot(r.form, len(r.fields))})
	}
	return b, nil
}

func (c *core[R]) bindReading(r plan.Reading, indicator indicators.Indicator[R], asOf quantity.Date) (bound[R], error) {
	b := bound[R]{reading: r, form: indicator.Form(), each: c.statement.Each, population: c.statement.Population, bias: c.statement.Partly.Bias}
	b.finds = b.form == indicators.DutyForm && b.bias != plan.Accuses && b.bias != plan.Indicates
	if !r.Each.IsZero() {
		b.each = r.Each
	}
	if !r.Population.IsZero() {
		b.population = r.Population
	}
	figures := figures{c.statement, b.each, b.population, asOf}
	q := indicator.Question()
	var err error
	if b.question.Among, err = q.Among.Resolve(figures); err != nil {
		return b, err
	}
	if b.question.Counted, err = q.Counted.Resolve(figures); err != nil {
		return b, err
	}
	b.fields = b.question.Fields()
	for _, f := range b.fields {
		if c.subject.Index(f) < 0 {
			return b, fmt.Errorf("field %s is none of the subject's", f.Key())
		}
	}
	for _, name := range append(b.question.Among.Unset(), b.question.Counted.Unset()...) {
		b.lacks(name)
	}
	if ratio, ok := indicator.(indicators.Ratio[R]); ok {
		if b.of, err = c.bindSum(ratio.Of, figures, &b); err != nil {
			return b, err
		}
		if b.per, err = c.bindSum(ratio.Per, figures, &b); err != nil {
			return b, err
		}
	}
	if err := b.checkPopulation(c.subject.Unit()); err != nil {
		return b, err
	}
	b.measure = b.describe(c.subject, indicator)
	return b, nil
}

// lacks notes a parameter that nobody has set.
func (b *bound[R]) lacks(name string) {
	if !slices.Contains(b.unset, name) {
		b.unset = append(b.unset, name)
	}
}

func (c *core[R]) bindSum(s indicators.Sum[R], f figures, b *bound[R]) (sum, error) {
	bound := sum{unit: s.Unit}
	if len(s.Terms) == 0 || s.Unit == quantity.NoUnit {
		return bound, fmt.Errorf("a sum without fields or unit")
	}
	for _, t := range s.Terms {
		if t.Field.Field == nil {
			return bound, fmt.Errorf("a sum of a field that is not described")
		}
		weight := uint64(1)
		if !t.Weight.IsZero() {
			amount, err := t.Weight.Amount(f)
			if err != nil {
				return bound, fmt.Errorf("weight of %s: %w", t.Field.Key(), err)
			}
			if amount.IsZero() {
				b.lacks(strings.TrimPrefix(t.Weight.String(), "parameter "))
				continue
			}
			if amount.Ceil() != amount.Floor() {
				return bound, fmt.Errorf("weight of %s: %s has more decimals than its unit", t.Field.Key(), amount)
			}
			weight = amount.Ceil().Steps()
			if amount.Unit().Scale()*t.Field.Unit().Scale() != s.Unit.Scale() {
				return bound, fmt.Errorf("weight of %s: %s times %s is not %s", t.Field.Key(), amount.Unit(), t.Field.Unit(), s.Unit)
			}
		} else if t.Field.Unit().Scale() != s.Unit.Scale() {
			return bound, fmt.Errorf("field %s is measured in %s, its sum in %s", t.Field.Key(), t.Field.Unit(), s.Unit)
		}
		bound.terms = append(bound.terms, term{c.subject.Index(t.Field.Field), weight})
	}
	return bound, nil
}

// describe says in words what is measured.
func (b *bound[R]) describe(s *indicators.Subject[R], indicator indicators.Indicator[R]) bilingual.Text {
	return bilingual.Text{ZH: b.describeIn(bilingual.Chinese, s, indicator), EN: b.describeIn(bilingual.English, s, indicator)}
}

func (b *bound[R]) describeIn(l bilingual.Language, s *indicators.Subject[R], indicator indicators.Indicator[R]) string {
	en := l == bilingual.English
	among := s.Label().In(l)
	if t := b.question.Among.Text(l); t != "" {
		among = map[bool]string{true: among + " (" + t + ")", false: among + "（" + t + "）"}[en]
	}
	if ratio, ok := indicator.(indicators.Ratio[R]); ok {
		of, per := sumText(ratio.Of, l), sumText(ratio.Per, l)
		if en {
			return "sum of " + of + " divided by sum of " + per + ", over " + among
		}
		return among + "：" + of + "之和÷" + per + "之和"
	}
	counted := b.question.Counted.Text(l)
	switch {
	case en && b.form == indicators.CountForm:
		return "number of " + among + " with " + counted
	case b.form == indicators.CountForm:
		return among + "中" + counted + "的数量"
	case en:
		return "share of " + among + " with " + counted
	}
	return among + "中" + counted + "的占比"
}

func sumText[R any](s indicators.Sum[R], l bilingual.Language) string {
	plus := map[bool]string{true: " + ", false: "＋"}[l == bilingual.English]
	text := ""
	for i, t := range s.Terms {
		if i > 0 {
			text += plus
		}
		text += t.Field.Label().In(l)
	}
	return text
}

// figures resolves the names in a rule's conditions.
type figures struct {
	statement        *plan.Statement
	each, population plan.Threshold
	asOf             quantity.Date
}

func (f figures) Each() (quantity.Amount, error) {
	if f.each.IsZero() {
		return quantity.Amount{}, fmt.Errorf("the statement has no threshold on each record")
	}
	return f.each.Amount, nil
}

func (f figures) Population() (quantity.Amount, error) {
	if f.population.IsZero() {
		return quantity.Amount{}, fmt.Errorf("the statement has no threshold on the population")
	}
	return f.population.Amount, nil
}

func (f figures) Parameter(key string) (quantity.Amount, error) {
	p, ok := f.statement.Parameter(key)
	if !ok {
		return quantity.Amount{}, fmt.Errorf("the statement has no parameter %q", key)
	}
	return p.Amount, nil
}

func (f figures) Stated(key string) (quantity.Amount, error) {
	g, ok := f.statement.Figure(key)
	if !ok {
		return quantity.Amount{}, fmt.Errorf("the statement has no figure %q", key)
	}
	return g.Amount, nil
}

func (f figures) AsOfYear() (quantity.Amount, error) {
	if !f.asOf.Known() {
		return quantity.Amount{}, nil
	}
	return quantity.NewAmount(uint64(f.asOf.Year()), 1, quantity.CalendarYear)
}
