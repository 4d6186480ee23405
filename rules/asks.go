package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
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
	Of, Per    Summed[R]                 // what a ratio divides by what
	Parts      []indicators.Condition[R] // of a ratio's scope, each of which must have a figure
	Total      indicators.Total[R]       // records that must not stand in the scope together; none where the scope tells them apart
	Unset      []string                  // parameters that nobody has set
	Bias       plan.Bias                 // in which direction a measure of a part may err
}

// Summed is a weighted sum of fields.
type Summed[R indicators.Record[R]] struct {
	Unit  quantity.Unit
	Terms []count.Term[R]
}

// Asks returns what the rule's readings ask on a date, the deciding one first;
// readings that the rule does not compute are left out.
func (m Measure[R]) Asks(asOf quantity.Date) ([]Asked[R], error) {
	r, err := m.on(asOf)
	if err != nil {
		return nil, err
	}
	var list []Asked[R]
	for i := range r.readings {
		b := &r.readings[i]
		var parts []indicators.Condition[R]
		for _, number := range b.parts {
			parts = append(parts, r.asked[number].Among)
		}
		var total indicators.Total[R]
		if len(b.totals) > 0 {
			total = m.of.subject.Total()
		}
		list = append(list, Asked[R]{Reading: b.reading.Key, Form: b.form, Question: indicators.Question[R]{Among: b.question.Among, Counted: b.question.Counted},
			Each: b.each, Population: b.population, Of: Summed[R]{b.ofUnit, slices.Clone(b.question.Of)}, Per: Summed[R]{b.perUnit, slices.Clone(b.question.Per)},
			Parts: parts, Total: total, Unset: slices.Clone(b.unset), Bias: b.bias})
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
