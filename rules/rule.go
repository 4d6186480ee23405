package rules

import (
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// ErrZero is what the zero rule, panel or evaluator answers.
var ErrZero = errors.New("rules: not made by its constructor")

// View is what can be said of a rule without knowing its subject: for listing
// all rules of a book, whatever they are about.
type View interface {
	// ID returns the statement's ID.
	ID() plan.ID
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
	Fields() []FieldView
	// EvaluateTexts judges a register that is given as texts.
	EvaluateTexts(asOf quantity.Date, rows []TextRow) (verdict.Result, error)
	// Reported judges a figure that somebody else has worked out, such as a
	// ratio that a bulletin prints without its numerator and denominator.
	Reported(asOf quantity.Date, value quantity.Amount) (verdict.Result, error)
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

	rule() *core[R]
}

// Measure is a rule that speaks of the population alone: a share, a ratio or a
// count. The zero value answers with an error.
type Measure[R indicators.Record[R]] struct{ of *core[R] }

// Duty is a rule on each record. It has all that a [Measure] has, and alone
// can check one record and stream findings: a 12 % target cannot accuse a
// teacher. The zero value answers with an error.
type Duty[R indicators.Record[R]] struct{ Measure[R] }

// NewShare binds a share to a statement, whose threshold is in per cent and not
// above 100 %; any other is an error that wraps [plan.ErrThreshold]. Alternatives are the indicators of
// the statement's readings where they differ.
func NewShare[R indicators.Record[R]](p *plan.Plan, id plan.ID, s indicators.Share[R], alternatives ...Reading[R]) (Measure[R], error) {
	c, err := newCore(p, id, s, alternatives)
	return Measure[R]{c}, err
}

// NewRatio binds a reported ratio to a statement. Its threshold is in per cent or
// a multiple where like is divided by like or one number of things by another,
// else in the unit of what is divided: pupils by classes are so many pupils.
// Person-years by persons are years, yuan by pupils may be yuan per pupil. Any
// other unit is an error that wraps [plan.ErrThreshold].
func NewRatio[R indicators.Record[R]](p *plan.Plan, id plan.ID, r indicators.Ratio[R], alternatives ...Reading[R]) (Measure[R], error) {
	c, err := newCore(p, id, copied(r), alternatives)
	return Measure[R]{c}, err
}

// NewCount binds a count to a statement. Its threshold is in the unit of the
// subject or in one that can count the same things; any other is an error that
// wraps [plan.ErrThreshold].
func NewCount[R indicators.Record[R]](p *plan.Plan, id plan.ID, n indicators.Count[R], alternatives ...Reading[R]) (Measure[R], error) {
	c, err := newCore(p, id, n, alternatives)
	return Measure[R]{c}, err
}

// NewDuty binds a duty on each record to a statement.
func NewDuty[R indicators.Record[R]](p *plan.Plan, id plan.ID, d indicators.Duty[R], alternatives ...Reading[R]) (Duty[R], error) {
	c, err := newCore(p, id, d, alternatives)
	return Duty[R]{Measure[R]{c}}, err
}

// MustShare is NewShare for rules written as constants; it panics instead of returning an error.
func MustShare[R indicators.Record[R]](p *plan.Plan, id plan.ID, s indicators.Share[R], alternatives ...Reading[R]) Measure[R] {
	return must(NewShare(p, id, s, alternatives...))
}

// MustRatio is NewRatio for rules written as constants; it panics instead of returning an error.
func MustRatio[R indicators.Record[R]](p *plan.Plan, id plan.ID, r indicators.Ratio[R], alternatives ...Reading[R]) Measure[R] {
	return must(NewRatio(p, id, r, alternatives...))
}

// MustCount is NewCount for rules written as constants; it panics instead of returning an error.
func MustCount[R indicators.Record[R]](p *plan.Plan, id plan.ID, n indicators.Count[R], alternatives ...Reading[R]) Measure[R] {
	return must(NewCount(p, id, n, alternatives...))
}

// MustDuty is NewDuty for rules written as constants; it panics instead of returning an error.
func MustDuty[R indicators.Record[R]](p *plan.Plan, id plan.ID, d indicators.Duty[R], alternatives ...Reading[R]) Duty[R] {
	return must(NewDuty(p, id, d, alternatives...))
}

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

func (m Measure[R]) rule() *core[R] { return m.of }

// ID returns the statement's ID; that of the zero rule is empty.
func (m Measure[R]) ID() plan.ID {
	if m.of == nil {
		return ""
	}
	return m.of.statement.ID
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
	return m.of.readings[0].measure.In(l)
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

// Evaluate judges a few records, such as one aggregate figure. The as-of date
// is the date that the data describe.
func (m Measure[R]) Evaluate(asOf quantity.Date, records ...R) (result verdict.Result, err error) {
	if m.of == nil {
		return verdict.Result{}, ErrZero
	}
	if err := checkDate(asOf); err != nil {
		return verdict.Result{}, err
	}
	b, err := m.of.on(asOf)
	if err != nil {
		return verdict.Result{}, err
	}
	t := b.layout.tally()
	defer func() {
		if v := recover(); v != nil {
			result, err = verdict.Result{}, &MappingError{t.read - 1, v} // an own function panicked
		}
	}()
	for i := range records {
		b.addMany(m.of.subject, &records[i], 1, t)
	}
	result = m.of.blank(asOf, b.asked[0].bound)
	m.of.judge(&result, b.asked, t, 0)
	return result, nil
}

// Reported judges a figure that somebody else has worked out, such as a ratio
// that a bulletin prints without its numerator and denominator. It is taken as
// printed, and the result says that it was reported.
func (m Measure[R]) Reported(asOf quantity.Date, value quantity.Amount) (verdict.Result, error) {
	if m.of == nil {
		return verdict.Result{}, ErrZero
	}
	if err := checkDate(asOf); err != nil {
		return verdict.Result{}, err
	}
	b, err := m.of.on(asOf)
	if err != nil {
		return verdict.Result{}, err
	}
	if want := b.readings[0].population.Amount.Unit(); value.Unit() != want {
		return verdict.Result{}, fmt.Errorf("rules: rule %s: a reported figure in %s, want %s", m.ID(), value.Unit(), want)
	}
	if whole := quantity.MustAmount(1, 1, quantity.Percent); value.Unit() == quantity.Percent && value.Compare(whole) > 0 && !b.readings[0].exceeds() {
		return verdict.Result{}, fmt.Errorf("rules: rule %s: a reported figure of %s: the part cannot be larger than its whole", m.ID(), value)
	}
	return m.of.judgeReported(asOf, b, value.Ratio()), nil
}

// exceeds reports whether the value may be above 100 %: a gross ratio or a rise
// may, a share and a ratio of a part to its whole may not.
func (b *bound[R]) exceeds() bool {
	if b.form != indicators.RatioForm || len(b.of.terms) != 1 || len(b.per.terms) != 1 {
		return b.form == indicators.RatioForm
	}
	var none R
	fields := none.Subject().Fields()
	of, per := fields[b.of.terms[0].field], fields[b.per.terms[0].field]
	for _, p := range none.Subject().Parts() {
		if p.Part.Field == of && p.Whole.Field == per {
			return false
		}
	}
	return true
}

func checkDate(asOf quantity.Date) error {
	if !asOf.Known() {
		return fmt.Errorf("rules: as-of date %q: want a day of the calendar", asOf)
	}
	return nil
}
