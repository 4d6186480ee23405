package rulestest

import (
	"fmt"
	"iter"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// Case is a register at a boundary of a rule, with what the rule must say of it.
type Case[R indicators.Record[R]] struct {
	Name   bilingual.Text // a sentence
	Rule   plan.ID
	AsOf   quantity.Date
	Rows   []Row[R]
	Expect Expectation
}

// Row is a record, and how many such records the case has.
type Row[R indicators.Record[R]] struct {
	Record  R
	Records int64
}

// Records yields the records of the case, one by one.
func (c Case[R]) Records() iter.Seq[R] {
	return func(yield func(R) bool) {
		for _, row := range c.Rows {
			for range row.Records {
				if !yield(row.Record) {
					return
				}
			}
		}
	}
}

// Scenario returns the case as a scenario file would have it.
func (c Case[R]) Scenario() Scenario {
	s := Scenario{Name: c.Name.ZH, AsOf: c.AsOf, Rule: c.Rule, Expect: c.Expect}
	for _, row := range c.Rows {
		s.Rows = append(s.Rows, rules.TextRow{Fields: texts(row.Record), Records: row.Records})
	}
	return s
}

// Check judges the case with a rule and returns an error where the result is
// not what the case expects.
func (c Case[R]) Check(rule rules.View) error {
	if err := c.Scenario().judge(rule); err != nil {
		return fmt.Errorf("%s: %s / %s%w", c.Rule, c.Name.ZH, c.Name.EN, err)
	}
	return nil
}
