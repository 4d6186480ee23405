package rulestest

import (
	"fmt"
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Claim is what a test claims of a result:
//
//	rulestest.ThatRule(t, tonghua.SeniorMaster, asOf, staff...).IsNotMet().IsShort("1")
//
// A claim that does not hold fails the test, which goes on, and prints the
// result's own explanation: value and calculation, threshold, clause, what is
// short. The zero Claim claims nothing.
type Claim struct {
	t       testing.TB
	result  verdict.Result
	reading string
}

// That starts a claim of a result.
func That(t testing.TB, r verdict.Result) Claim { return Claim{t: t, result: r} }

// ThatIn starts a claim of one statement's result among many: the results of
// a pass, or a report.
func ThatIn(t testing.TB, results interface {
	Of(plan.ID) (verdict.Result, bool)
}, id plan.ID) Claim {
	t.Helper()
	r, ok := results.Of(id)
	if !ok {
		t.Errorf("there is no result of %s", id)
		return Claim{}
	}
	return That(t, r)
}

// ThatRule starts a claim of what a rule says of a few records.
func ThatRule[R indicators.Record[R]](t testing.TB, rule rules.Rule[R], asOf quantity.Date, records ...R) Claim {
	t.Helper()
	if rule == nil {
		t.Errorf("no rule: %v", rules.ErrZero)
		return Claim{}
	}
	r, err := rule.Evaluate(asOf, records...)
	if err != nil {
		t.Errorf("rule %s gives no result: %v", rule.ID(), err)
		return Claim{}
	}
	return That(t, r)
}

// InReading turns to another reading of the statement: outcome, reason and
// value that are claimed from here on are its.
func (c Claim) InReading(key string) Claim {
	c.reading = key
	return c
}

// IsMet claims that the target is reached for certain.
func (c Claim) IsMet() Claim {
	if c.t != nil {
		c.t.Helper()
	}
	return c.is(verdict.Met, verdict.NoReason)
}

// IsNotMet claims that the target is missed for certain.
func (c Claim) IsNotMet() Claim {
	if c.t != nil {
		c.t.Helper()
	}
	return c.is(verdict.NotMet, verdict.NoReason)
}

// IsUndetermined claims that the data leave the verdict open, and why.
func (c Claim) IsUndetermined(because verdict.Reason) Claim {
	if c.t != nil {
		c.t.Helper()
	}
	return c.is(verdict.Undetermined, because)
}

// IsNotApplicable claims that nothing is in scope, or nothing there.
func (c Claim) IsNotApplicable() Claim {
	if c.t != nil {
		c.t.Helper()
	}
	return c.is(verdict.NotApplicable, verdict.NoReason)
}

// Because claims the reason of an outcome that is not met.
func (c Claim) Because(reason verdict.Reason) Claim {
	if c.t == nil {
		return c
	}
	c.t.Helper()
	e := Expectation{Reason: reason, Reading: c.reading}
	e.Outcome = c.found().Outcome
	return c.check(e)
}

func (c Claim) is(o verdict.Outcome, because verdict.Reason) Claim {
	if c.t == nil {
		return c
	}
	c.t.Helper()
	return c.check(Expectation{Outcome: o, Reason: because, Reading: c.reading})
}

// HasValue claims the value: "1199/10000" as counted, "11.99" in the unit of
// the threshold, or the bounds that missing data leave, "1199/10000..1201/10000".
func (c Claim) HasValue(value string) Claim {
	if c.t == nil {
		return c
	}
	c.t.Helper()
	text, err := canonicalValue(value)
	if err != nil || text == "" {
		c.t.Errorf("a value was claimed that is none: %q", value)
		return c
	}
	return c.check(Expectation{Outcome: c.found().Outcome, Value: text, Reading: c.reading})
}

// IsShort claims what would meet the target, in whole units of its subject:
// "12", "12..19", "over 3", or "0" for nothing.
func (c Claim) IsShort(shortfall string) Claim {
	if c.t == nil {
		return c
	}
	c.t.Helper()
	text, err := canonicalShortfall(shortfall)
	if err != nil || text == "" {
		c.t.Errorf("a shortfall was claimed that is none: %q", shortfall)
		return c
	}
	return c.check(Expectation{Outcome: c.result.Outcome, Shortfall: text})
}

// IsDue claims how the as-of date stands to the deadline.
func (c Claim) IsDue(due verdict.Due) Claim {
	if c.t == nil {
		return c
	}
	c.t.Helper()
	return c.check(Expectation{Outcome: c.result.Outcome, Due: due.String()})
}

// IsBreach claims that a must is not met and no longer open.
func (c Claim) IsBreach() Claim {
	if c.t != nil {
		c.t.Helper()
	}
	return c.breach(true)
}

// IsNoBreach claims that nobody is in breach, met or not.
func (c Claim) IsNoBreach() Claim {
	if c.t != nil {
		c.t.Helper()
	}
	return c.breach(false)
}

func (c Claim) breach(want bool) Claim {
	if c.t == nil || c.result.Breach() == want {
		return c
	}
	c.t.Helper()
	claimed := map[bool]string{true: "want a breach 违反, got none", false: "want no breach 违反, got one"}[want]
	r := c.result
	c.t.Errorf("%s: %s: modality %s, due %s\n\t%s\n\t%s", r.Statement, claimed, r.Modality, both(r.Due), r.Text(bilingual.Chinese), r.Text(bilingual.English))
	return c
}

// found is the reading that is spoken of.
func (c Claim) found() verdict.ReadingResult {
	for _, o := range c.result.Readings {
		if o.Key == c.reading {
			return o
		}
	}
	return verdict.ReadingResult{Outcome: c.result.Outcome}
}

func (c Claim) check(e Expectation) Claim {
	c.t.Helper()
	for _, line := range e.differences(c.result) {
		c.t.Errorf("%s: %s\n\t%s\n\t%s", c.result.Statement, line, c.result.Text(bilingual.Chinese), c.result.Text(bilingual.English))
	}
	return c
}

// RecordClaim is what a test claims of one record under a duty. The zero
// RecordClaim claims nothing.
type RecordClaim[R indicators.Record[R]] struct {
	t       testing.TB
	finding rules.Finding[R]
}

// ThatRecord starts a claim of what a duty says of one record.
func ThatRecord[R indicators.Record[R]](t testing.TB, duty rules.Duty[R], asOf quantity.Date, record R) RecordClaim[R] {
	return RecordClaim[R]{t, duty.Check(asOf, record)}
}

// ThatFinding starts a claim of a finding, such as a panel streams them.
func ThatFinding[R indicators.Record[R]](t testing.TB, f *rules.Finding[R]) RecordClaim[R] {
	t.Helper()
	if f == nil {
		t.Errorf("there is no finding")
		return RecordClaim[R]{}
	}
	return RecordClaim[R]{t, *f}
}

// IsMet claims that the record keeps the duty.
func (c RecordClaim[R]) IsMet() RecordClaim[R] {
	if c.t != nil {
		c.t.Helper()
	}
	return c.is(verdict.Met)
}

// IsNotMet claims that the record does not keep the duty: there is a finding on it.
func (c RecordClaim[R]) IsNotMet() RecordClaim[R] {
	if c.t != nil {
		c.t.Helper()
	}
	return c.is(verdict.NotMet)
}

// IsUndetermined claims that the record says too little, and why.
func (c RecordClaim[R]) IsUndetermined(because verdict.Reason) RecordClaim[R] {
	if c.t == nil {
		return c
	}
	c.t.Helper()
	c.is(verdict.Undetermined)
	if c.finding.Outcome == verdict.Undetermined && c.finding.Reason != because {
		c.fail("reason: want " + both(because) + ", got " + both(c.finding.Reason))
	}
	return c
}

// IsNotApplicable claims that the duty does not bind the record.
func (c RecordClaim[R]) IsNotApplicable() RecordClaim[R] {
	if c.t != nil {
		c.t.Helper()
	}
	return c.is(verdict.NotApplicable)
}

// IsBreach claims that the record breaks a must that is no longer open.
func (c RecordClaim[R]) IsBreach() RecordClaim[R] {
	if c.t != nil && !c.finding.Breach() {
		c.t.Helper()
		c.fail("want a breach 违反, got none: due " + both(c.finding.Due))
	}
	return c
}

func (c RecordClaim[R]) is(o verdict.Outcome) RecordClaim[R] {
	if c.t != nil && c.finding.Outcome != o {
		c.t.Helper()
		c.fail("outcome: want " + both(o) + ", got " + both(c.finding.Outcome))
	}
	return c
}

func (c RecordClaim[R]) fail(line string) {
	c.t.Helper()
	c.t.Errorf("%s", fmt.Sprintf("%s: %s\n\t%s\n\t%s", c.finding.Statement(), line, c.finding.Text(bilingual.Chinese), c.finding.Text(bilingual.English)))
}
