package rules

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// View is what can be said of a rule without knowing its subject: for listing
// all rules of a book, whatever they are about.
type View interface {
	// ID returns the statement's ID.
	ID() plan.ID
	// BindError returns what is wrong with the rule, nil if it can be asked.
	BindError() error
	// Statement returns the statement that the rule answers.
	Statement() *plan.Statement
	// Plan returns the edition that the rule is bound to.
	Plan() *plan.Plan
	// Form returns what kind of indicator the rule measures.
	Form() indicators.Form
	// SubjectKey names the subject, such as "teacher".
	SubjectKey() string
	// Measures says in words what is measured.
	Measures(bilingual.Language) string
	// Needs returns the fields that the rule reads.
	Needs() []Need
	// Fields returns all fields of the rule's subject.
	Fields() []indicators.FieldView
	// Parse reads a register that is given as texts, for this rule and all
	// others on its subject.
	Parse(rows []TextRow) (ParsedRows, error)
	// EvaluateParsed judges a register that was read from texts.
	EvaluateParsed(asOf quantity.Date, rows ParsedRows) (verdict.Result, error)
	// EvaluateTexts judges a register that is given as texts: it is Parse and
	// EvaluateParsed.
	EvaluateTexts(asOf quantity.Date, rows []TextRow) (verdict.Result, error)
	// JudgeRegister judges what a register has counted, by group and in all.
	JudgeRegister(Register) (Judged, error)
	// Reported judges an exact figure that somebody else has worked out.
	Reported(asOf quantity.Date, value quantity.Amount) (verdict.Result, error)
	// Printed judges a figure with the digits that a bulletin prints.
	Printed(asOf quantity.Date, value quantity.Printed) (verdict.Result, error)

	viewUnder(*plan.Plan) (View, error)
}

// Rule is a rule over records R. It is a [Measure] or a [Duty].
type Rule[R indicators.Record[R]] interface {
	View
	// Evaluate judges a few records, such as one aggregate figure. Registers
	// are what panels are for.
	Evaluate(asOf quantity.Date, records ...R) (verdict.Result, error)
	// Under returns the same rule bound to another edition of the plan. Where
	// the edition has repealed the rule's statement, that is an error.
	Under(*plan.Plan) (Rule[R], error)
	// Indicator returns what the rule was made of.
	Indicator() (indicators.Indicator[R], []Reading[R])
	// Asks returns what the rule's readings ask on a date.
	Asks(asOf quantity.Date) ([]Asked[R], error)

	rule() *boundRule[R]
}

// Measure is a rule that speaks of the population alone: a share, a ratio, a count or
// a difference between units. The zero value answers with an error.
type Measure[R indicators.Record[R]] struct{ of *boundRule[R] }

// Duty is a rule on each record. It has all that a [Measure] has, and alone
// can check one record and stream findings: a 12 % target cannot accuse a
// teacher. The zero value answers with an error.
type Duty[R indicators.Record[R]] struct{ Measure[R] }

// NewShare binds a share to a statement, whose threshold is in per cent and not
// above 100 %; any other is an error that wraps [plan.ErrThreshold]. Alternatives
// are the indicators of the statement's readings where they differ.
func NewShare[R indicators.Record[R]](p *plan.Plan, id plan.ID, s indicators.Share[R], alternatives ...Reading[R]) (Measure[R], error) {
	c, err := newBound(p, id, s, alternatives)
	return Measure[R]{c}, err
}

// NewRatio binds a reported ratio to a statement. Its threshold is in per cent or
// a multiple where like is divided by like or one number of things by another,
// else in the unit of what is divided: pupils by classes are so many pupils.
// Person-years by persons are years, yuan by pupils may be yuan per pupil. Any
// other unit is an error that wraps [plan.ErrThreshold].
func NewRatio[R indicators.Record[R]](p *plan.Plan, id plan.ID, r indicators.Ratio[R], alternatives ...Reading[R]) (Measure[R], error) {
	c, err := newBound(p, id, r, alternatives)
	return Measure[R]{c}, err
}

// NewCount binds a count to a statement. Its threshold is in the unit of the
// subject or in one that can count the same things; any other is an error that
// wraps [plan.ErrThreshold].
func NewCount[R indicators.Record[R]](p *plan.Plan, id plan.ID, n indicators.Count[R], alternatives ...Reading[R]) (Measure[R], error) {
	c, err := newBound(p, id, n, alternatives)
	return Measure[R]{c}, err
}

// NewDifference binds the difference between units to a statement, whose threshold is a
// ceiling and a coefficient; any other is an error that wraps [plan.ErrThreshold]. Its units
// are the groups of a pass: only [Groups.Total] has a verdict, in which a group without heads
// is no unit.
func NewDifference[R indicators.Record[R]](p *plan.Plan, id plan.ID, d indicators.Difference[R], alternatives ...Reading[R]) (Measure[R], error) {
	c, err := newBound(p, id, d, alternatives)
	return Measure[R]{c}, err
}

// NewDuty binds a duty on each record to a statement.
func NewDuty[R indicators.Record[R]](p *plan.Plan, id plan.ID, d indicators.Duty[R], alternatives ...Reading[R]) (Duty[R], error) {
	c, err := newBound(p, id, d, alternatives)
	return Duty[R]{Measure[R]{c}}, err
}

// MustShare is NewShare for rules written as constants. It panics if the plan has no
// such statement; what else is wrong is the error of whatever asks the rule, and
// of [Measure.BindError].
func MustShare[R indicators.Record[R]](p *plan.Plan, id plan.ID, s indicators.Share[R], alternatives ...Reading[R]) Measure[R] {
	return Measure[R]{must(newRule(p, id, s, alternatives))}
}

// MustRatio is NewRatio for rules written as constants. It panics if the plan has no
// such statement; what else is wrong is the error of whatever asks the rule, and
// of [Measure.BindError].
func MustRatio[R indicators.Record[R]](p *plan.Plan, id plan.ID, r indicators.Ratio[R], alternatives ...Reading[R]) Measure[R] {
	return Measure[R]{must(newRule(p, id, r, alternatives))}
}

// MustCount is NewCount for rules written as constants. It panics if the plan has no
// such statement; what else is wrong is the error of whatever asks the rule, and
// of [Measure.BindError].
func MustCount[R indicators.Record[R]](p *plan.Plan, id plan.ID, n indicators.Count[R], alternatives ...Reading[R]) Measure[R] {
	return Measure[R]{must(newRule(p, id, n, alternatives))}
}

// MustDifference is NewDifference for rules written as constants. It panics if the plan has
// no such statement; what else is wrong is the error of whatever asks the rule, and of
// [Measure.BindError].
func MustDifference[R indicators.Record[R]](p *plan.Plan, id plan.ID, d indicators.Difference[R], alternatives ...Reading[R]) Measure[R] {
	return Measure[R]{must(newRule(p, id, d, alternatives))}
}

// MustDuty is NewDuty for rules written as constants. It panics if the plan has no
// such statement; what else is wrong is the error of whatever asks the rule, and
// of [Measure.BindError].
func MustDuty[R indicators.Record[R]](p *plan.Plan, id plan.ID, d indicators.Duty[R], alternatives ...Reading[R]) Duty[R] {
	return Duty[R]{Measure[R]{must(newRule(p, id, d, alternatives))}}
}

func (m Measure[R]) rule() *boundRule[R] { return m.of }

// ID returns the statement's ID; that of the zero rule is empty.
func (m Measure[R]) ID() plan.ID {
	if m.of == nil {
		return ""
	}
	return m.of.statement.ID
}

// BindError returns what is wrong with the rule: a figure that its statement lacks, units
// that do not fit. A rule looks at its figures when it is first asked.
func (m Measure[R]) BindError() error {
	if m.of == nil {
		return ErrZero
	}
	_, err := m.of.resolved()
	return err
}

// Statement returns the statement that the rule answers, nil for the zero rule.
func (m Measure[R]) Statement() *plan.Statement {
	if m.of == nil {
		return nil
	}
	return m.of.statement
}

// Plan returns the edition that the rule is bound to, nil for the zero rule.
func (m Measure[R]) Plan() *plan.Plan {
	if m.of == nil {
		return nil
	}
	return m.of.plan
}

// Form returns what kind of indicator the rule measures.
func (m Measure[R]) Form() indicators.Form {
	if m.of == nil {
		return 0
	}
	return m.of.main.Form()
}

// SubjectKey names the subject, such as "teacher".
func (m Measure[R]) SubjectKey() string {
	var none R
	return none.Subject().Key()
}

// Measures says in words what is measured.
func (m Measure[R]) Measures(l bilingual.Language) string {
	if m.of == nil {
		return ""
	}
	r, err := m.of.resolved()
	if err != nil {
		return ""
	}
	return r.measure.In(l)
}

// Under returns the same rule bound to another edition of the plan. Where the
// edition has repealed the rule's statement, that is an error.
func (m Measure[R]) Under(p *plan.Plan) (Rule[R], error) {
	if m.of == nil {
		return nil, ErrZero
	}
	c, err := m.of.under(p)
	if err != nil {
		return nil, err
	}
	return Measure[R]{c}, nil
}

// Under returns the same duty bound to another edition of the plan.
func (d Duty[R]) Under(p *plan.Plan) (Rule[R], error) {
	m, err := d.Measure.Under(p)
	if err != nil {
		return nil, err
	}
	return Duty[R]{Measure[R]{m.rule()}}, nil
}

func (m Measure[R]) viewUnder(p *plan.Plan) (View, error) { return m.Under(p) }

func (d Duty[R]) viewUnder(p *plan.Plan) (View, error) { return d.Under(p) }

// Evaluate judges a few records, such as one aggregate figure. The as-of date
// is the date that the data describe.
func (m Measure[R]) Evaluate(asOf quantity.Date, records ...R) (result verdict.Result, err error) {
	r, err := m.on(asOf)
	if err != nil {
		return result, err
	}
	t := r.tallies.Get().(*count.Tally)
	defer r.tallies.Put(t)
	t.Reset()
	for i := range records {
		if err := add(r.counter, t, int64(i), &records[i], 1); err != nil {
			return result, err
		}
	}
	m.of.judgeTally(&result, asOf, r, t)
	return result, nil
}

// on returns the rule as it is on a date, or why there is none.
func (m Measure[R]) on(asOf quantity.Date) (*resolvedRule[R], error) {
	if m.of == nil {
		return nil, ErrZero
	}
	if err := checkDate(asOf); err != nil {
		return nil, err
	}
	return m.of.on(asOf)
}

// add counts a record that stands for n. An own function that panics is an error
// that names the row.
func add[R indicators.Record[R]](c *count.Counter[R], t *count.Tally, row int64, record *R, n int64) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &MappingError{Row: row, Value: v}
		}
	}()
	return c.Add(t, record, n)
}

// judgeTally judges what was counted for one rule.
func (c *boundRule[R]) judgeTally(result *verdict.Result, asOf quantity.Date, r *resolvedRule[R], t *count.Tally) {
	var few [4]count.Answer
	answers := few[:0]
	for i := range r.asked {
		answers = append(answers, t.Answer(i))
	}
	*result = *c.before(asOf, r)
	judge(c, result, r, answers, recordsOf(t, expectation{}), unitsOfRule{})
}

// before returns a result that says all but what the data say, to be copied.
func (c *boundRule[R]) before(asOf quantity.Date, r *resolvedRule[R]) *verdict.Result {
	if last := c.blank.Load(); last != nil && last.AsOf == asOf {
		return last
	}
	blank := c.newResult(asOf, r)
	c.blank.Store(&blank)
	return &blank
}
