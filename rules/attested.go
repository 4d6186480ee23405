package rules

import (
	"errors"
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
// A statement is met by one piece of evidence that counts, or by as many as it
// demands; a demand that pieces cannot reach one by one (a share, an amount, a
// ceiling) is shown by one of them. A yearly duty is met year by year. Where evidence is missing the
// outcome is undetermined while the deadline is open, and for a must not met
// once it has passed. A standing duty owes its evidence by the end of the plan.
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
	case len(s.Evidence) == 0:
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

// Err returns ErrZero for the zero rule.
func (a Attested) Err() error {
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

func acceptable(s *plan.Statement, l bilingual.Language) string {
	text := ""
	for i, k := range s.Evidence {
		if i > 0 {
			text += l.Pick("、", " or ")
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

func (a Attested) judge(asOf quantity.Date, evidence []verdict.Evidence) verdict.Result {
	s := a.statement
	r := newResult(a.plan, s, asOf)
	r.Attested = true
	r.Subject = bilingual.Text{ZH: "佐证", EN: "evidence"}
	r.Measure = bilingual.Text{ZH: acceptable(s, bilingual.Chinese), EN: acceptable(s, bilingual.English)}
	var years []int
	valid := uint64(0)
	for i, e := range evidence {
		e.Statement = s.ID
		one := verdict.EvidenceResult{Evidence: e, Refusal: refuse(a.plan, s, asOf, e)}
		if one.Refusal == verdict.NotRefused && slices.ContainsFunc(r.Evidence[:i], func(f verdict.EvidenceResult) bool { return same(one, f) }) {
			one.Refusal = verdict.SameAgain
		}
		if one.Refusal == verdict.NotRefused {
			valid++
			years = append(years, e.On.Year())
		}
		r.Evidence = append(r.Evidence, one)
	}
	if s.Deadline.Kind == plan.Yearly {
		a.settleYears(&r, asOf, years)
	} else {
		a.settle(&r, asOf, valid)
	}
	return r
}

// same tells a second copy of a piece by its number, or by title and day.
func same(e, f verdict.EvidenceResult) bool {
	if e.Refusal != verdict.NotRefused && f.Refusal != verdict.NotRefused || e.Kind != f.Kind {
		return false
	}
	if e.Number != "" || f.Number != "" {
		return e.Number == f.Number && e.Issuer == f.Issuer
	}
	return e.Title == f.Title && e.On == f.On
}

// settle judges how many pieces count. Where the plan has a number for what
// evidence shows (two lists, three groups) that many are wanted, else one.
func (a Attested) settle(r *verdict.Result, asOf quantity.Date, valid uint64) {
	s := a.statement
	wanted := s.Population
	if wanted.IsZero() || wanted.Comparator.Ceiling() || wanted.Comparator == plan.About || !wanted.Amount.Unit().Counts() {
		wanted = plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(1, 1, quantity.Item), Basis: plan.Convention}
	}
	r.Threshold = wanted
	unit := wanted.Amount.Unit()
	r.Value = quantity.Ratio{Of: quantity.TotalOf(valid, unit), Unit: unit}
	r.Lowest, r.Highest = r.Value, r.Value
	if wanted.Holds(r.Value) {
		r.Outcome, r.Reason = verdict.Met, verdict.NoReason
		return
	}
	missing := r.Value.Missing(wanted.Amount)
	r.Shortfall = verdict.Shortfall{Low: missing, High: missing}
	_, last := a.plan.Period()
	past := r.Due == verdict.Past || r.Due == verdict.Standing && asOf.After(last)
	a.lack(r, past)
}

// settleYears judges a yearly duty year by year. The current year is open to
// its last day.
func (a Attested) settleYears(r *verdict.Result, asOf quantity.Date, years []int) {
	first, last := a.plan.Period()
	due := 0
	for year := first.Year(); year <= min(asOf.Year(), last.Year()); year++ {
		due++
		if !slices.Contains(years, year) {
			r.MissingYears = append(r.MissingYears, year)
		}
	}
	r.Threshold = plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(1, 1, quantity.Percent), Basis: plan.Convention}
	r.Value = quantity.Ratio{Of: quantity.TotalOf(uint64(due-len(r.MissingYears)), quantity.Year),
		Per: quantity.TotalOf(uint64(due), quantity.Year), Unit: quantity.Percent}
	if due == 0 { // before the plan
		r.Value = quantity.Ratio{}
		r.Outcome, r.Reason = verdict.Undetermined, verdict.NoEvidence
		return
	}
	r.Lowest, r.Highest = r.Value, r.Value
	if len(r.MissingYears) == 0 {
		r.Outcome, r.Reason = verdict.Met, verdict.NoReason
		return
	}
	missing := quantity.TotalOf(uint64(len(r.MissingYears)), quantity.Year)
	r.Shortfall = verdict.Shortfall{Low: missing, High: missing}
	past := r.MissingYears[0] < asOf.Year()
	if past {
		r.Due = verdict.Past
	}
	a.lack(r, past)
}

// lack is the outcome where evidence is missing.
func (a Attested) lack(r *verdict.Result, past bool) {
	r.Outcome, r.Reason = verdict.Undetermined, verdict.NoEvidence
	if past && a.statement.Modality == plan.Must {
		r.Outcome = verdict.NotMet
	}
}

// complete adds evidence to a result whose measure covers a part of the demand
// only. What the measure can decide alone stands.
func (a Attested) complete(measured verdict.Result, evidence []verdict.Evidence) verdict.Result {
	shown := a.judge(measured.AsOf, evidence)
	measured.Evidence = shown.Evidence
	switch {
	case measured.Reason == verdict.PartMeasured && shown.Outcome == verdict.Met:
		measured.Outcome, measured.Reason, measured.Shortfall = verdict.Met, verdict.NoReason, verdict.Shortfall{}
	case measured.Reason == verdict.NoRecords:
		shown.Partly = measured.Partly
		return shown
	}
	return measured
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

// Attest judges what evidence shows on the as-of date: each rule of the book
// that evidence alone answers, and each result of a measure that covers a part
// of its demand only. A statement computed in part without a measured result is
// answered by its evidence, if there is any. The results come in the order of
// the book. Evidence on a statement that takes none is an error, and so are two
// measured results on one statement.
func Attest(asOf quantity.Date, book []View, evidence []verdict.Evidence, measured ...verdict.Results) (verdict.Results, error) {
	if err := checkDate(asOf); err != nil {
		return verdict.Results{}, err
	}
	pieces := map[plan.ID][]verdict.Evidence{}
	for _, e := range evidence {
		pieces[e.Statement] = append(pieces[e.Statement], e)
	}
	results := map[plan.ID]verdict.Result{}
	var errs []error
	for _, set := range measured {
		for _, one := range set.Rules {
			if _, twice := results[one.Statement]; twice {
				errs = append(errs, fmt.Errorf("rules: two measured results on %s", one.Statement))
			}
			results[one.Statement] = one
		}
	}
	out := verdict.Results{AsOf: asOf}
	for _, v := range book {
		if v == nil || v.Statement() == nil {
			errs = append(errs, ErrZero)
			continue
		}
		of := pieces[v.ID()]
		a, err := NewAttested(v.Plan(), v.ID())
		if err != nil { // it takes no evidence
			continue
		}
		delete(pieces, v.ID())
		one, there := results[v.ID()]
		switch {
		case there:
			out.Rules = append(out.Rules, a.complete(one, of))
		case v.Form() == indicators.EvidenceForm || len(of) > 0:
			out.Rules = append(out.Rules, a.judge(asOf, of))
		}
	}
	for i, e := range evidence {
		if _, left := pieces[e.Statement]; left {
			errs = append(errs, fmt.Errorf("rules: evidence %d: statement %q is not in the book or takes no evidence", i+1, e.Statement))
		}
	}
	if len(errs) > 0 {
		return verdict.Results{}, errors.Join(errs...)
	}
	return out, nil
}
