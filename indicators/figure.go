package indicators

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Figure is the number in a condition: a literal, or a name that stands for a
// number of the plan and is resolved when a rule is bound to a statement. So
// "at least 360 hours" is written
//
//	teacher.TrainingHours.AtLeast(indicators.Each)
//
// and 360 stands in the plan alone.
type Figure struct {
	kind   figureKind
	name   string
	amount quantity.Amount
}

type figureKind uint8

const (
	_ figureKind = iota
	eachFigure
	populationFigure
	parameterFigure
	statedFigure
	yearFigure
	literalFigure
)

// Figures of the statement that a rule is bound to.
var (
	// Each is the threshold on one record.
	Each = Figure{kind: eachFigure}
	// Population is the threshold on the population.
	Population = Figure{kind: populationFigure}
	// AsOfYear is the calendar year of the as-of date.
	AsOfYear = Figure{kind: yearFigure}
)

// Parameter is a parameter of the statement, such as a weight or an age. A
// parameter without an amount leaves the condition unknown.
func Parameter(key string) Figure { return Figure{kind: parameterFigure, name: key} }

// Stated is another figure of the statement, such as the upper end of a range.
func Stated(key string) Figure { return Figure{kind: statedFigure, name: key} }

// Literal is a number of the rule's own. A rule of a plan needs none: its
// numbers stand in the plan.
func Literal(a quantity.Amount) Figure { return Figure{kind: literalFigure, amount: a} }

// String returns the figure's name, or the literal amount.
func (f Figure) String() string {
	switch f.kind {
	case eachFigure:
		return "threshold on each record"
	case populationFigure:
		return "threshold on the population"
	case parameterFigure:
		return "parameter " + f.name
	case statedFigure:
		return "figure " + f.name
	case yearFigure:
		return "year of the as-of date"
	case literalFigure:
		return f.amount.String()
	}
	return "no figure"
}

// Figures resolves the names that figures stand for. An amount that is zero
// (no amount) is a parameter that nobody has set.
type Figures interface {
	Each() (quantity.Amount, error)
	Population() (quantity.Amount, error)
	Parameter(key string) (quantity.Amount, error)
	Stated(key string) (quantity.Amount, error)
	AsOfYear() (quantity.Amount, error)
}

// Amount returns what the figure stands for.
func (f Figure) Amount(figures Figures) (quantity.Amount, error) {
	switch f.kind {
	case eachFigure:
		return figures.Each()
	case populationFigure:
		return figures.Population()
	case parameterFigure:
		return figures.Parameter(f.name)
	case statedFigure:
		return figures.Stated(f.name)
	case yearFigure:
		return figures.AsOfYear()
	case literalFigure:
		return f.amount, nil
	}
	return quantity.Amount{}, fmt.Errorf("indicators: a figure that is not set")
}

// Dated reports whether the figure depends on the as-of date.
func (f Figure) Dated() bool { return f.kind == yearFigure }
