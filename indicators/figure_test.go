package indicators_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestFiguresAreResolvedByName(t *testing.T) {
	statement := stated{
		"each": amount(10, 1, quantity.Hour), "population": amount(20, 1, quantity.Hour), "parameter cycle": amount(30, 1, quantity.Hour),
		"figure upper": amount(40, 1, quantity.Hour), "year": amount(2025, 1, quantity.CalendarYear),
	}
	for _, c := range []struct {
		figure     indicators.Figure
		want       quantity.Amount
		zh, en     string
		dated, nil bool
	}{
		{indicators.Each, amount(10, 1, quantity.Hour), "每条记录的标准", "threshold on each record", false, true},
		{indicators.Population, amount(20, 1, quantity.Hour), "总体标准", "threshold on the population", false, true},
		{indicators.Parameter("cycle"), amount(30, 1, quantity.Hour), "参数cycle", "parameter cycle", false, true},
		{indicators.Stated("upper"), amount(40, 1, quantity.Hour), "数值upper", "figure upper", false, true},
		{indicators.AsOfYear, amount(2025, 1, quantity.CalendarYear), "数据截止日期所在年度", "year of the as-of date", true, true},
		{hours(50), amount(50, 1, quantity.Hour), "50学时", "50 hours", false, false},
	} {
		t.Run(c.en, func(t *testing.T) {
			got, err := c.figure.Amount(statement)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.en, c.figure.String())
			assert.Equal(t, c.zh, c.figure.In(bilingual.Chinese))
			assert.Equal(t, c.en, c.figure.In(bilingual.English))
			assert.Equal(t, c.dated, c.figure.Dated())
			assert.False(t, c.figure.IsZero())

			_, err = c.figure.Amount(stated{})
			assert.Equal(t, c.nil, err != nil, "a literal asks nobody")
			_, err = c.figure.Amount(nil)
			assert.Equal(t, c.nil, err != nil)
		})
	}
}

func TestAFigureThatIsNotSetIsAnError(t *testing.T) {
	for _, f := range []indicators.Figure{{}, indicators.Literal(quantity.Amount{})} {
		_, err := f.Amount(stated{"each": amount(1, 1, quantity.Hour)})
		assert.EqualError(t, err, "indicators: a figure that is not set")
		assert.Equal(t, "no figure", f.String())
		assert.Equal(t, "无数值", f.In(bilingual.Chinese))
	}
	assert.True(t, indicators.Figure{}.IsZero())
}

func TestConditionsTakeTheirFiguresFromTheStatement(t *testing.T) {
	r := teacher.Record{TrainingHours: quantity.WholeHours(25)}
	statement := stated{
		"each": amount(10, 1, quantity.Hour), "population": amount(20, 1, quantity.Hour),
		"parameter cycle": amount(30, 1, quantity.Hour), "figure upper": amount(25, 1, quantity.Hour),
	}
	for _, c := range []struct {
		figure indicators.Figure
		want   indicators.Truth
	}{
		{indicators.Each, yes}, {indicators.Population, yes}, {indicators.Stated("upper"), yes},
		{indicators.Parameter("cycle"), no}, {hours(25), yes}, {hours(26), no},
	} {
		assert.Equal(t, c.want, truthOf(t, teacher.TrainingHours.AtLeast(c.figure), r, statement), "at least %s", c.figure)
	}
	year := countyyear.Record{Year: quantity.N(2024)}
	for asOf, want := range map[uint64]indicators.Truth{2023: no, 2024: yes, 2025: no} {
		assert.Equal(t, want, truthOf(t, countyyear.Year.Is(indicators.AsOfYear), year, stated{"year": amount(asOf, 1, quantity.CalendarYear)}))
	}
}

func TestAConditionIsDatedIfAnyFigureIs(t *testing.T) {
	thisYear := countyyear.Year.Is(indicators.AsOfYear)
	paid := countyyear.TeacherPay.AtLeastShareOf(countyyear.CivilServantPay, literal(1, 1, quantity.Percent))
	assert.True(t, thisYear.Dated())
	assert.False(t, paid.Dated())
	assert.True(t, indicators.Or(paid, indicators.Not(indicators.And(paid, thisYear))).Dated())
	assert.False(t, indicators.Condition[countyyear.Record]{}.Dated())
}

func TestAParameterThatNobodyHasSetLeavesTheConditionUnknown(t *testing.T) {
	statement := stated{"parameter cycle": {}, "parameter share": {}, "each": amount(360, 1, quantity.Hour)}
	cycle := teacher.TrainingHours.AtLeast(indicators.Parameter("cycle"))
	share := teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, indicators.Parameter("share"))
	each := teacher.TrainingHours.AtLeast(indicators.Each)
	r := teacher.Record{TrainingHours: quantity.WholeHours(100), DigitalHours: quantity.WholeHours(50), PracticeHours: quantity.WholeHours(50)}
	for _, c := range []struct {
		name      string
		condition indicators.Condition[teacher.Record]
		want      indicators.Truth
	}{
		{"a comparison with it", cycle, unknown},
		{"its opposite", indicators.Not(cycle), unknown},
		{"a share of it", share, unknown},
		{"beside a condition that is not met", indicators.And(cycle, each), no},
		{"beside a condition that is met", indicators.Or(share, indicators.Not(each)), yes},
	} {
		assert.Equal(t, c.want, truthOf(t, c.condition, r, statement), c.name)
	}
	resolved, err := indicators.And(cycle, each, share).Resolve(statement)
	require.NoError(t, err)
	assert.Equal(t, []string{"cycle", "share"}, resolved.Unset())
	assert.Empty(t, each.Unset())
}

func TestErrorsOfTheStatementNameTheField(t *testing.T) {
	_, err := indicators.And(teacher.Stage.Recorded(), indicators.Not(teacher.TrainingHours.AtLeast(indicators.Parameter("cycle")))).Resolve(stated{})
	assert.EqualError(t, err, "field training_hours: the statement has no parameter cycle")

	failed := errors.New("the statement cannot be read")
	_, err = teacher.TrainingHours.AtLeast(indicators.Each).Resolve(failing{failed})
	assert.ErrorIs(t, err, failed)
}

// failing is a statement whose figures cannot be had.
type failing struct{ err error }

func (f failing) Each() (quantity.Amount, error)            { return quantity.Amount{}, f.err }
func (f failing) Population() (quantity.Amount, error)      { return quantity.Amount{}, f.err }
func (f failing) Parameter(string) (quantity.Amount, error) { return quantity.Amount{}, f.err }
func (f failing) Stated(string) (quantity.Amount, error)    { return quantity.Amount{}, f.err }
func (f failing) AsOfYear() (quantity.Amount, error)        { return quantity.Amount{}, f.err }
