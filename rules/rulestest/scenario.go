package rulestest

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Scenario is one case of a scenario file: a register, and what a rule must
// say of it.
type Scenario struct {
	File   string // as the file system names it
	Line   int    // of its first row, from 1
	Name   string
	AsOf   quantity.Date
	Rule   plan.ID
	Rows   rules.ParsedRows // as the rule, or another on its subject, has parsed them
	Expect Expectation
}

// Place returns file:line.
func (s Scenario) Place() string { return fmt.Sprintf("%s:%d", s.File, s.Line) }

// Expectation is what a scenario expects of a result. Only the outcome is
// always expected; the zero value of anything else says nothing.
type Expectation struct {
	Outcome   verdict.Outcome
	Reason    verdict.Reason
	Value     string // canonical: "1199/10000", "11.99", or two of them joined by ".."
	Shortfall string // canonical: "12", "12..19", "over 3"; "0" for nothing
	Due       string // a key, such as "past"
	Reading   string // the key of the reading that all this is expected of; "" for the deciding one
}

// ScenarioError says what is wrong with a scenario file, and where.
type ScenarioError struct {
	File   string
	Line   int    // from 1; 0 where the whole file is meant
	Column string // as the file's first line names it; "" where the whole line is meant
	Err    error
}

// Error names file, line and column.
func (e *ScenarioError) Error() string {
	place := e.File
	if e.Line > 0 {
		place = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	if e.Column != "" {
		place += ": column " + e.Column
	}
	return place + ": " + e.Err.Error()
}

// Unwrap returns what is wrong.
func (e *ScenarioError) Unwrap() error { return e.Err }
