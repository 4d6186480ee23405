package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestFaultsOfAConditionShowWhenItIsResolved(t *testing.T) {
	type condition = indicators.Condition[teacher.Record]
	var none indicators.Number[teacher.Record]
	var noWord indicators.Category[teacher.Record, indicators.Education]
	notDescribed := "indicators: a condition on a field that is not described"
	outside := "indicators: field education compared with a value outside its list"
	for _, c := range []struct {
		name      string
		condition condition
		want      string
	}{
		{"a figure in another unit", teacher.TrainingHours.AtLeast(literal(5, 1, quantity.Year)),
			"indicators: field training_hours is measured in hour, its figure in year"},
		{"a share where an amount is wanted", teacher.TrainingHours.AtLeast(half),
			"indicators: field training_hours is measured in hour, its figure in percent"},
		{"an amount where a share is wanted", teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, hours(25)),
			"indicators: field practice_hours: a share wanted, not 25 hours"},
		{"percentage points where a share is wanted", teacher.PracticeHours.EqualsShareOf(teacher.DigitalHours, literal(1, 2, quantity.Point)),
			"indicators: field practice_hours: a share wanted, not 50 percentage points"},
		{"a figure that is not set", teacher.TrainingHours.AtLeast(indicators.Figure{}),
			"field training_hours: indicators: a figure that is not set"},
		{"a number that is not described", none.AtLeast(hours(1)), notDescribed},
		{"a share of a number that is not described", teacher.PracticeHours.AtLeastShareOf(none, half), notDescribed},
		{"a quotient of numbers that are not described", none.Per(none).AtLeastShareOf(none.Per(none), half), notDescribed},
		{"a word that is not described", noWord.Is(indicators.Bachelor), notDescribed},
		{"at least a word that is not described", noWord.AtLeast(indicators.Bachelor), notDescribed},
		{"a record of what is not described", none.Recorded(), notDescribed},
		{"an unknown word", teacher.Education.Is(0), outside},
		{"a word beyond the list", teacher.Education.AtLeast(indicators.InvalidWord), outside},
		{"one word of several beyond the list", teacher.Education.In(indicators.Bachelor, 9), outside},
		{"no word at all", teacher.Education.In(), outside},
		{"a fault inside", indicators.Not(indicators.Or(teacher.Stage.Recorded(), teacher.Education.In())), outside},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := c.condition.Resolve(stated{})
			assert.EqualError(t, err, c.want)
			assert.NotPanics(t, func() {
				c.condition.Text(bilingual.Chinese)
				c.condition.Text(bilingual.English)
				c.condition.Reads()
			})
		})
	}
}

func TestFieldsThatAreComparedShareAUnit(t *testing.T) {
	_, err := countyyear.Spending.AtLeastShareOf(countyyear.Pupils, half).Resolve(nil)
	assert.EqualError(t, err, "indicators: field spending is measured in yuan, field pupils in pupil: 50 % does not relate them")
	_, err = countyyear.Spending.Per(countyyear.Pupils).AtLeastShareOf(countyyear.SpendingBefore.Per(countyyear.Year), half).Resolve(nil)
	assert.EqualError(t, err, "indicators: field pupils is measured in pupil, field year in calendar-year: 50 % does not relate them")
}

func TestAnOwnFunctionDeclaresWhatItIs(t *testing.T) {
	complete := indicators.Function[teacher.Record]{
		Name: bilingual.Text{ZH: "名", EN: "name"}, Version: "1", Reads: []*indicators.Field[teacher.Record]{teacher.Stage.Field},
		Holds: func(*teacher.Record) bool { return true },
	}
	_, err := indicators.Holds(complete).Resolve(nil)
	require.NoError(t, err)
	for name, edit := range map[string]func(*indicators.Function[teacher.Record]){
		"no function":          func(f *indicators.Function[teacher.Record]) { f.Holds = nil },
		"no version":           func(f *indicators.Function[teacher.Record]) { f.Version = "" },
		"no Chinese name":      func(f *indicators.Function[teacher.Record]) { f.Name.ZH = "" },
		"no English name":      func(f *indicators.Function[teacher.Record]) { f.Name.EN = "" },
		"no fields":            func(f *indicators.Function[teacher.Record]) { f.Reads = nil },
		"an undescribed field": func(f *indicators.Function[teacher.Record]) { f.Reads = []*indicators.Field[teacher.Record]{nil} },
	} {
		f := complete
		edit(&f)
		_, err := indicators.Holds(f).Resolve(nil)
		assert.Error(t, err, name)
	}
}
