package rules

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Explain says rule by rule, in the order of the list, why a record counts as it does on the
// as-of date, by the reading that decides: also for rules that do not speak of it. It is for
// a look at single records, such as the first twenty of a new mapping; [Panel.Explain] takes
// a row.
func Explain[R indicators.Record[R]](asOf quantity.Date, record R, list ...Rule[R]) ([]verdict.Explanation, error) {
	bound := make([]*boundRule[R], len(list))
	for i, r := range list {
		if r == nil || r.rule() == nil {
			return nil, fmt.Errorf("rules: rule %d: %w", i+1, ErrZero)
		}
		bound[i] = r.rule()
	}
	return explain(asOf, record, bound)
}

// Explain maps a row and says of each rule of the panel why the row counts as it does; see
// [Explain].
func (p *Panel[T, R]) Explain(asOf quantity.Date, row T) (list []verdict.Explanation, err error) {
	if p == nil || p.mapping == nil {
		return nil, ErrZero
	}
	defer func() {
		if v := recover(); v != nil {
			list, err = nil, &MappingError{Value: v}
		}
	}()
	var record R
	p.mapping(&row, &record)
	return explain(asOf, record, p.rules)
}

func explain[R indicators.Record[R]](asOf quantity.Date, record R, list []*boundRule[R]) ([]verdict.Explanation, error) {
	if err := checkDate(asOf); err != nil {
		return nil, err
	}
	out := make([]verdict.Explanation, 0, len(list))
	for _, rule := range list {
		r, err := rule.on(asOf)
		if err != nil {
			return nil, err
		}
		e, err := rule.explain(r, record)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

func (b *boundRule[R]) explain(r *resolvedRule[R], record R) (e verdict.Explanation, err error) {
	main := &r.readings[0]
	e = b.cells(main, &record)
	if record.Subject().Skipped(&record) {
		e.Role = verdict.NoMember
		return e, nil
	}
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("rules: rule %s: a function of its own panicked: %v", b.statement.ID, v)
		}
	}()
	class, _ := r.counter.Class(main.decisive, record)
	e.Role = roleOf(class)
	return e, nil
}

// cells is an explanation without what the record is.
func (b *boundRule[R]) cells(main *boundReading[R], record *R) verdict.Explanation {
	e := verdict.Explanation{Statement: b.statement.ID, Name: b.statement.Name, Citation: bilingual.Both(b.statement.Citation),
		Scope: bilingual.Both(main.question.Among.Text), Unset: main.unset}
	if !sums(main.form) { // of a ratio the condition is only that its amounts are there
		e.Wanted = bilingual.Both(main.question.Counted.Text)
	}
	for _, f := range main.fields {
		code := f.Code(record)
		e.Cells = append(e.Cells, verdict.CellRead{Field: f.Key(), Label: f.Label(), Unknown: code.Unknown(), Invalid: code.Invalid(),
			Found: bilingual.Both(func(l bilingual.Language) string { return f.Text(record, l) })})
	}
	return e
}

func roleOf(class count.Class) verdict.Role {
	switch class {
	case count.OutOfScope:
		return verdict.OutsideScope
	case count.Counted:
		return verdict.Fulfilling
	case count.NotCounted:
		return verdict.Failing
	case count.InScope:
		return verdict.ConditionOpen
	}
	return verdict.ScopeOpen
}
