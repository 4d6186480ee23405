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

// Scenario returns the case as a scenario file would have it. A record with a
// field that does not read what it writes is an error.
func (c Case[R]) Scenario() (Scenario, error) {
	rows := make([]rules.TextRow, len(c.Rows))
	for i, row := range c.Rows {
		rows[i] = rules.TextRow{Fields: texts(row.Record), Records: row.Records}
	}
	parsed, err := rules.ParseRows[R](rows)
	return Scenario{Name: c.Name.ZH, AsOf: c.AsOf, Rule: c.Rule, Rows: parsed, Expect: c.Expect}, err
}

// Check judges the case with a rule and returns an error where the result is
// not what the case expects.
func (c Case[R]) Check(rule rules.View) error {
	s, err := c.Scenario()
	if err != nil {
		err = fmt.Errorf(": %w", err)
	} else {
		err = s.judge(rule)
	}
	if err != nil {
		return fmt.Errorf("%s: %s / %s%w", c.Rule, c.Name.ZH, c.Name.EN, err)
	}
	return nil
}
