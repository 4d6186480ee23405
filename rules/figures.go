package rules

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// figures resolves the names in a rule's conditions.
type figures struct {
	statement        *plan.Statement
	each, population plan.Threshold
	asOf             quantity.Date
}

func (f figures) Each() (quantity.Amount, error) {
	if f.each.IsZero() {
		return quantity.Amount{}, fmt.Errorf("the statement has no threshold on each record")
	}
	return f.each.Amount, nil
}

func (f figures) Population() (quantity.Amount, error) {
	if f.population.IsZero() {
		return quantity.Amount{}, fmt.Errorf("the statement has no threshold on the population")
	}
	return f.population.Amount, nil
}

func (f figures) Parameter(key string) (quantity.Amount, error) {
	p, ok := f.statement.Parameter(key)
	if !ok {
		return quantity.Amount{}, fmt.Errorf("the statement has no parameter %q", key)
	}
	return p.Amount, nil
}

func (f figures) Stated(key string) (quantity.Amount, error) {
	g, ok := f.statement.Figure(key)
	if !ok {
		return quantity.Amount{}, fmt.Errorf("the statement has no figure %q", key)
	}
	return g.Amount, nil
}

func (f figures) AsOfYear() (quantity.Amount, error) {
	if !f.asOf.Known() {
		return quantity.Amount{}, nil
	}
	return quantity.NewAmount(uint64(f.asOf.Year()), 1, quantity.CalendarYear)
}
