package indicators

import (
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
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
	scale  string // the parameter that it is multiplied by
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

// Times is the figure multiplied by a parameter of the statement that is a percentage or a
// multiple: 85 % of what a school must have.
func (f Figure) Times(parameter string) Figure {
	f.scale = parameter
	return f
}

// Literal is a number of the rule's own. A rule of a plan needs none: its
// numbers stand in the plan.
func Literal(a quantity.Amount) Figure { return Figure{kind: literalFigure, amount: a} }

var figureTexts = [...]bilingual.Text{
	{ZH: "无数值", EN: "no figure"},
	eachFigure:       {ZH: "每条记录的标准", EN: "threshold on each record"},
	populationFigure: {ZH: "总体标准", EN: "threshold on the population"},
	parameterFigure:  {ZH: "参数", EN: "parameter "},
	statedFigure:     {ZH: "数值", EN: "figure "},
	yearFigure:       {ZH: "数据截止日期所在年度", EN: "year of the as-of date"},
}

// String returns the figure's name in English, or the literal amount.
func (f Figure) String() string { return f.In(bilingual.English) }

// In returns the figure's name, or the literal amount, in words.
func (f Figure) In(l bilingual.Language) string {
	if f.scale != "" {
		scale := Parameter(f.scale).In(l)
		f.scale = ""
		return f.In(l) + l.Pick("×", " x ") + scale
	}
	if f.kind == literalFigure && !f.amount.IsZero() {
		return f.amount.In(l)
	}
	if int(f.kind) < len(figureTexts) {
		return figureTexts[f.kind].In(l) + f.name
	}
	return figureTexts[0].In(l)
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
	if f.scale != "" {
		return f.scaled(figures)
	}
	switch {
	case f.kind == literalFigure && !f.amount.IsZero():
		return f.amount, nil
	case f.kind == 0 || f.kind == literalFigure:
		return quantity.Amount{}, errors.New("indicators: a figure that is not set")
	case figures == nil:
		return quantity.Amount{}, fmt.Errorf("indicators: nothing says what %s is", f)
	}
	switch f.kind {
	case eachFigure:
		return figures.Each()
	case populationFigure:
		return figures.Population()
	case parameterFigure:
		return figures.Parameter(f.name)
	case statedFigure:
		return figures.Stated(f.name)
	}
	return figures.AsOfYear()
}

// Dated reports whether the figure depends on the as-of date.
func (f Figure) Dated() bool { return f.kind == yearFigure }

// scaled returns the figure times its parameter, no amount where either is not set.
func (f Figure) scaled(figures Figures) (quantity.Amount, error) {
	scale := Parameter(f.scale)
	f.scale = ""
	of, err := f.Amount(figures)
	if err != nil {
		return quantity.Amount{}, err
	}
	by, err := scale.Amount(figures)
	if err != nil || of.IsZero() || by.IsZero() {
		return quantity.Amount{}, err
	}
	return of.Times(by)
}
