package policytest

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Candidate is a row of the personnel office's table of proposals.
type Candidate struct {
	Name    string
	Award   string // 评优, 选先 or 晋升, as the office types it
	Problem *bool  // whether the ethics file has a case; nil until the file is read
	Passed  *bool  // whether the ethics assessment was passed; nil before it is held
	Granted *bool  // nil until it is decided
}

// Decision is what becomes of a proposal.
type Decision string

// The decisions.
const (
	Grant  Decision = "grant"
	Refuse Decision = "refuse"
	Hold   Decision = "hold" // until somebody completes the file
)

// Awards decides on proposals by the rules it is given.
type Awards struct{ Rules rules.Set[honours.Record] }

// Decide asks every rule what it would say if the proposal were granted.
func (a Awards) Decide(on quantity.Date, c Candidate) (Decision, error) {
	yes := true
	c.Granted = &yes
	var record honours.Record
	FromCandidate(&c, &record)
	decision := Grant
	for _, rule := range a.Rules {
		r, err := rule.Evaluate(on, record)
		switch {
		case err != nil:
			return Hold, fmt.Errorf("deciding on %s: %w", c.Name, err)
		case r.Outcome == verdict.NotMet:
			return Refuse, nil
		case r.Outcome == verdict.Undetermined:
			decision = Hold
		}
	}
	return decision, nil
}

// FromCandidate fills a record from the office's row.
func FromCandidate(c *Candidate, r *honours.Record) {
	r.Kind = indicators.ParseHonourKind(c.Award)
	r.EthicsProblem, r.EthicsPassed, r.Granted = answer(c.Problem), answer(c.Passed), answer(c.Granted)
}

func answer(b *bool) indicators.Answer {
	if b == nil {
		return 0
	}
	return indicators.AnswerOf(*b)
}
