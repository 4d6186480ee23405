package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Asked is what one reading of a rule asks, with every figure resolved: for
// those who make test cases of a rule, or explain it.
type Asked[R indicators.Record[R]] struct {
	Reading    string // its key; "" for a statement without readings
	Form       indicators.Form
	Question   indicators.Question[R]
	Each       plan.Threshold
	Population plan.Threshold
	Of, Per    Summed[R] // what a ratio divides by what
	Unset      []string  // parameters that nobody has set
	Bias       plan.Bias // in which direction a measure of a part may err
}

// Summed is a weighted sum of fields.
type Summed[R indicators.Record[R]] struct {
	Unit  quantity.Unit
	Terms []Term[R]
}

// Term is a field that a ratio adds up, times a weight in steps.
type Term[R indicators.Record[R]] struct {
	Field  *indicators.Field[R]
	Weight uint64 // steps of the sum for one step of the field
}

// Asks returns what the rule's readings ask on a date, the deciding one first;
// readings that the rule does not compute are left out.
func (m Measure[R]) Asks(asOf quantity.Date) ([]Asked[R], error) {
	if m.of == nil {
		return nil, ErrZero
	}
	if err := checkDate(asOf); err != nil {
		return nil, err
	}
	b, err := m.of.on(asOf)
	if err != nil {
		return nil, err
	}
	fields := m.of.subject.Fields()
	summed := func(s sum) Summed[R] {
		out := Summed[R]{Unit: s.unit}
		for _, t := range s.terms {
			out.Terms = append(out.Terms, Term[R]{fields[t.field], t.weight})
		}
		return out
	}
	var list []Asked[R]
	for i := range b.readings {
		r := &b.readings[i]
		list = append(list, Asked[R]{Reading: r.reading.Key, Form: r.form, Question: r.question, Each: r.each,
			Population: r.population, Of: summed(r.of), Per: summed(r.per), Unset: slices.Clone(r.unset), Bias: r.bias})
	}
	return list, nil
}

// Indicator returns what the rule was made of: its indicator, with figures by
// name, and those of its readings that differ.
func (m Measure[R]) Indicator() (indicators.Indicator[R], []Reading[R]) {
	if m.of == nil {
		return nil, nil
	}
	others := slices.Clone(m.of.others)
	for i := range others {
		others[i].Indicator = copied(others[i].Indicator)
	}
	return copied(m.of.main), others
}

// copied returns an indicator whose lists are its own, so that nobody changes a
// rule by what it was made of.
func copied[R indicators.Record[R]](i indicators.Indicator[R]) indicators.Indicator[R] {
	if r, ok := i.(indicators.Ratio[R]); ok {
		r.Of.Terms, r.Per.Terms = slices.Clone(r.Of.Terms), slices.Clone(r.Per.Terms)
		return r
	}
	return i
}
