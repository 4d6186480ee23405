package whatif

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/verdict"
)

// cases writes the register as one case of the rule that is looked at, with what the rule
// says of it under the scenario's edition.
func (h *register[R]) cases(s Scenario) ([]byte, error) {
	if s.Statement == "" {
		s.Statement = h.first()
	}
	p, err := s.amended(h.asOf)
	if err != nil {
		return nil, err
	}
	then, _, err := h.judge(p)
	if err != nil {
		return nil, err
	}
	at := then.of(s.Statement)
	if at < 0 {
		return nil, refuse("假设中已废止这一条", "the scenario repeals the statement")
	}
	rule, err := h.rule(p, s.Statement)
	if err != nil {
		return nil, err
	}
	fields, err := h.fieldsRead(rule)
	if err != nil {
		return nil, err
	}
	one := rulestest.Case[R]{Rule: s.Statement, AsOf: h.asOf, Rows: h.alike(fields), Expect: expected(then.total[at])}
	one.Name = bilingual.Text{ZH: "假设测算：" + then.total[at].Name.ZH, EN: "what-if: " + then.total[at].Name.EN}
	var out bytes.Buffer
	if err := rulestest.WriteCases(&out, one); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// fieldsRead are the fields that any reading of a rule looks at.
func (h *register[R]) fieldsRead(rule rules.Rule[R]) ([]*indicators.Field[R], error) {
	asked, err := measure(rule).Asks(h.asOf)
	if err != nil {
		return nil, err
	}
	var list []*indicators.Field[R]
	add := func(fields ...*indicators.Field[R]) {
		for _, f := range fields {
			if !slices.Contains(list, f) {
				list = append(list, f)
			}
		}
	}
	for _, a := range asked {
		add(a.Question.Fields()...)
		for _, c := range append(slices.Clone(a.Parts), a.Total.Whole, a.Total.Parts) {
			add(c.Reads()...)
		}
		for _, term := range append(slices.Clone(a.Of.Terms), a.Per.Terms...) {
			add(term.Field)
		}
	}
	return list, nil
}

// alike returns the register's records as far as some fields tell them apart, with their
// numbers, the most frequent first. Nothing else of a record is in them.
func (h *register[R]) alike(fields []*indicators.Field[R]) []rulestest.Row[R] {
	var none R
	subject, number := none.Subject(), map[string]int{}
	var list []rulestest.Row[R]
	var key []byte
	for i := range h.rows {
		from := &h.rows[i].Record
		if subject.Skipped(from) {
			continue
		}
		key = key[:0]
		for _, f := range fields {
			key = fmt.Appendf(key, "%d ", f.Code(from))
		}
		at, there := number[string(key)]
		if !there {
			at = len(list)
			number[string(key)] = at
			var to R
			for _, f := range fields {
				f.Copy(&to, from)
			}
			list = append(list, rulestest.Row[R]{Record: to})
		}
		list[at].Records += subject.Stands(from)
	}
	slices.SortStableFunc(list, func(a, b rulestest.Row[R]) int { return int(min(max(b.Records-a.Records, -1), 1)) })
	return list
}

// expected expects what a result says.
func expected(r verdict.Result) rulestest.Expectation {
	e := rulestest.Expectation{Outcome: r.Outcome, Reason: r.Reason, Due: r.Due.String(), Shortfall: r.Shortfall.Low.Number()}
	if high := r.Shortfall.High.Number(); high != e.Shortfall {
		e.Shortfall += ".." + high
	}
	if r.Shortfall.Over {
		e.Shortfall = "over " + e.Shortfall
	}
	counted := func(v quantity.Ratio) string {
		if v.Per.Unit() == quantity.NoUnit {
			return v.Of.Number()
		}
		return v.Of.Number() + "/" + v.Per.Number()
	}
	switch {
	case r.Value.Defined():
		e.Value = counted(r.Value)
	case r.Lowest.Defined():
		e.Value = counted(r.Lowest) + ".." + counted(r.Highest)
	}
	return e
}
