package rules

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Attested is a rule that evidence answers: most of a plan is promises, and
// nothing in it is left out because it is hard to count. The zero value answers
// with an error.
//
// A statement is met once evidence shows each of its components: see
// [plan.Component]. Evidence that is the thing shows it, or evidence that reports on
// it, as far as the component accepts them. What is wanted each year is shown year by
// year; what has to be current by a piece of the year of the data or the one before;
// what has to be in force by a piece of any time that is not at an end. Where
// something is not shown the outcome is undetermined while the deadline is open,
// and for a must not met once it has passed. A standing duty owes its evidence by
// the end of the plan.
type Attested struct {
	plan      *plan.Plan
	statement *plan.Statement
}

// NewAttested binds a statement that accepts evidence.
func NewAttested(p *plan.Plan, id plan.ID) (Attested, error) {
	if p == nil {
		return Attested{}, fmt.Errorf("rules: rule %s: no plan", id)
	}
	s, ok := p.Statement(id)
	switch {
	case !ok:
		return Attested{}, fmt.Errorf("rules: plan %s has no statement %q", p.Edition(), id)
	case len(s.Components) == 0:
		return Attested{}, fmt.Errorf("rules: rule %s: the statement takes no evidence", id)
	}
	return Attested{p, s}, nil
}

// MustAttested is NewAttested for rules written as constants; it panics instead of returning an error.
func MustAttested(p *plan.Plan, id plan.ID) Attested { return must(NewAttested(p, id)) }

// ID returns the statement's ID; that of the zero rule is empty.
func (a Attested) ID() plan.ID {
	if a.statement == nil {
		return ""
	}
	return a.statement.ID
}

// BindError returns ErrZero for the zero rule.
func (a Attested) BindError() error {
	if a.statement == nil {
		return ErrZero
	}
	return nil
}

// Statement returns the statement that the rule answers, nil for the zero rule.
func (a Attested) Statement() *plan.Statement { return a.statement }

// Plan returns the edition that the rule is bound to, nil for the zero rule.
func (a Attested) Plan() *plan.Plan { return a.plan }

// Form returns EvidenceForm.
func (a Attested) Form() indicators.Form { return indicators.EvidenceForm }

// SubjectKey returns "evidence".
func (a Attested) SubjectKey() string { return "evidence" }

// Measures names the kinds of evidence that the statement accepts.
func (a Attested) Measures(l bilingual.Language) string {
	if a.statement == nil {
		return ""
	}
	return acceptable(a.statement, l)
}

// acceptable names the kinds that some component accepts.
func acceptable(s *plan.Statement, l bilingual.Language) string {
	text := ""
	for _, k := range plan.EvidenceKinds() {
		if !slices.ContainsFunc(s.Components, func(c plan.Component) bool { return c.Accepts(k) }) {
			continue
		}
		if text != "" {
			text += l.Pick("；", " or ")
		}
		text += k.In(l)
	}
	return text
}

// Needs returns nothing: evidence is no field of a register.
func (a Attested) Needs() []Need { return nil }

// Reported answers with an error: no figure shows that a promise was kept.
func (a Attested) Reported(quantity.Date, quantity.Amount) (verdict.Result, error) {
	if a.statement == nil {
		return verdict.Result{}, ErrZero
	}
	return verdict.Result{}, fmt.Errorf("rules: rule %s: answered by evidence, not by a figure", a.ID())
}

// Printed answers with an error, as Reported does.
func (a Attested) Printed(asOf quantity.Date, value quantity.Printed) (verdict.Result, error) {
	return a.Reported(asOf, value.Amount())
}

// Under returns the same rule bound to another edition of the plan. Where the
// edition has repealed the rule's statement, that is an error.
func (a Attested) Under(p *plan.Plan) (Attested, error) {
	if a.statement == nil {
		return a, ErrZero
	}
	if err := stillThere(p, a.ID()); err != nil {
		return Attested{}, err
	}
	return NewAttested(p, a.ID())
}

// Evaluate judges what is known on the as-of date. Evidence of another
// statement is an error; evidence without a statement is taken for this one's.
func (a Attested) Evaluate(asOf quantity.Date, evidence ...verdict.Evidence) (verdict.Result, error) {
	if a.statement == nil {
		return verdict.Result{}, ErrZero
	}
	if err := checkDate(asOf); err != nil {
		return verdict.Result{}, err
	}
	for i, e := range evidence {
		if e.Statement != "" && e.Statement != a.ID() {
			return verdict.Result{}, fmt.Errorf("rules: rule %s: evidence %d is of %q", a.ID(), i+1, e.Statement)
		}
	}
	return a.judge(asOf, evidence), nil
}

// AttestedSet is a list of rules that evidence answers.
type AttestedSet []Attested

// Views returns the rules without more.
func (s AttestedSet) Views() []View {
	out := make([]View, len(s))
	for i, a := range s {
		out[i] = a
	}
	return out
}
