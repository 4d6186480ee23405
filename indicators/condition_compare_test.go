package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// comparing is a condition with its answers for the value one step below the
// figure, the figure itself and one step above.
type comparing[R any] struct {
	name              string
	condition         indicators.Condition[R]
	before, at, after indicators.Truth
}

func comparisons[R any](f indicators.Number[R], figure indicators.Figure) []comparing[R] {
	return []comparing[R]{
		{"at least includes the figure", f.AtLeast(figure), no, yes, yes},
		{"at most includes the figure", f.AtMost(figure), yes, yes, no},
		{"more than excludes the figure", f.MoreThan(figure), no, no, yes},
		{"less than excludes the figure", f.LessThan(figure), yes, no, no},
		{"is holds at the figure alone", f.Is(figure), no, yes, no},
	}
}

func TestComparisonsWithAFigure(t *testing.T) {
	for _, c := range comparisons(teacher.TrainingHours, hours(360)) {
		t.Run(c.name+", hours in hundredths", func(t *testing.T) {
			for _, v := range []struct {
				hours quantity.Hours
				want  indicators.Truth
			}{
				{quantity.HoursOf(359.99), c.before}, {quantity.WholeHours(360), c.at}, {quantity.HoursOf(360.01), c.after},
				{quantity.WholeHours(0), c.before}, {quantity.WholeHours(int64(92233720368547758)), c.after},
				{quantity.Hours{}, unknown}, {quantity.WholeHours(-360), unknown}, {quantity.HoursOf(360.001), unknown},
			} {
				assert.Equal(t, v.want, truthOf(t, c.condition, teacher.Record{TrainingHours: v.hours}), "%q", v.hours)
			}
		})
	}
	for _, c := range comparisons(school.Bandwidth, literal(100, 1, quantity.Mbps)) {
		t.Run(c.name+", a whole number", func(t *testing.T) {
			for _, v := range []struct {
				bandwidth quantity.Count
				want      indicators.Truth
			}{
				{quantity.N(99), c.before}, {quantity.N(100), c.at}, {quantity.N(101), c.after},
				{quantity.N(0), c.before}, {quantity.N(int64(1<<63 - 1)), c.after},
				{quantity.Count{}, unknown}, {quantity.N(-1), unknown}, {quantity.CountOf(100.5), unknown},
			} {
				assert.Equal(t, v.want, truthOf(t, c.condition, school.Record{Bandwidth: v.bandwidth}), "%q", v.bandwidth)
			}
		})
	}
}

func TestComparisonsWithADay(t *testing.T) {
	// A figure in days counts from 1 January of year 1. The 2,024 years before
	// 2025 have 2,024×365 + 506 - 20 + 5 = 739,251 days, and 243 days of 2025
	// go before 1 September: 739,494 days.
	for _, c := range comparisons(inspected, literal(739_494, 1, quantity.Day)) {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.before, truthOf(t, c.condition, bus{Inspected: quantity.DateOf(2025, 8, 31)}))
			assert.Equal(t, c.at, truthOf(t, c.condition, bus{Inspected: quantity.DateOf(2025, 9, 1)}))
			assert.Equal(t, c.after, truthOf(t, c.condition, bus{Inspected: quantity.DateOf(2025, 9, 2)}))
			assert.Equal(t, unknown, truthOf(t, c.condition, bus{}))
			assert.Equal(t, unknown, truthOf(t, c.condition, bus{Inspected: quantity.DateOf(2025, 2, 30)}))
		})
	}
}

// No step of the unit lies at a third of an hour: 0.33 is below, 0.34 above.
func TestAFigureBetweenTwoSteps(t *testing.T) {
	third := literal(1, 3, quantity.Hour)
	for _, c := range comparisons(teacher.TrainingHours, third) {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.before, truthOf(t, c.condition, teacher.Record{TrainingHours: quantity.HoursOf(0.33)}))
			assert.Equal(t, c.after, truthOf(t, c.condition, teacher.Record{TrainingHours: quantity.HoursOf(0.34)}))
			assert.Equal(t, unknown, truthOf(t, c.condition, teacher.Record{}))
		})
	}
}

func TestAFigureOfNought(t *testing.T) {
	zero, one := teacher.Record{TrainingHours: quantity.WholeHours(0)}, teacher.Record{TrainingHours: quantity.HoursOf(0.01)}
	for _, c := range comparisons(teacher.TrainingHours, hours(0)) {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.at, truthOf(t, c.condition, zero))
			assert.Equal(t, c.after, truthOf(t, c.condition, one))
			assert.Equal(t, unknown, truthOf(t, c.condition, teacher.Record{}), "missing is not zero, even where every number would do")
		})
	}
}

func TestTheLargestFigure(t *testing.T) {
	// 10^15 hours are 10^17 hundredths.
	const steps = uint64(100_000_000_000_000_000)
	for _, c := range comparisons(teacher.TrainingHours, hours(1_000_000_000_000_000)) {
		for _, v := range []struct {
			text string
			want indicators.Truth
		}{
			{"999999999999999.99", c.before}, {"1000000000000000", c.at}, {"1000000000000000.01", c.after},
		} {
			h, err := quantity.ParseHours(v.text)
			assert.NoError(t, err)
			assert.Equal(t, v.want, truthOf(t, c.condition, teacher.Record{TrainingHours: h}), "%s %s", c.name, v.text)
		}
	}
	assert.Equal(t, steps, amount(1_000_000_000_000_000, 1, quantity.Hour).Ceil().Steps())
}

func TestWordsOfAList(t *testing.T) {
	primary, college := teacher.Record{Education: indicators.PrimaryEducation}, teacher.Record{Education: indicators.College}
	bachelor, doctor := teacher.Record{Education: indicators.Bachelor}, teacher.Record{Education: indicators.Doctor}
	none, odd := teacher.Record{}, teacher.Record{Education: indicators.InvalidWord}
	for _, c := range []struct {
		name      string
		condition indicators.Condition[teacher.Record]
		want      [6]indicators.Truth // primary, college, bachelor, doctor, unknown, invalid
	}{
		{"is holds for the value alone", teacher.Education.Is(indicators.Bachelor), [6]indicators.Truth{no, no, yes, no, unknown, unknown}},
		{"in holds for each of the values", teacher.Education.In(indicators.Doctor, indicators.College), [6]indicators.Truth{no, yes, no, yes, unknown, unknown}},
		{"at least includes the value and all after it", teacher.Education.AtLeast(indicators.Bachelor), [6]indicators.Truth{no, no, yes, yes, unknown, unknown}},
		{"at least the last value is that value", teacher.Education.AtLeast(indicators.Doctor), [6]indicators.Truth{no, no, no, yes, unknown, unknown}},
		{"at least the first value is still unknown where nobody has said", teacher.Education.AtLeast(indicators.NoSchooling), [6]indicators.Truth{yes, yes, yes, yes, unknown, unknown}},
		{"a value named twice counts once", teacher.Education.In(indicators.Doctor, indicators.Doctor), [6]indicators.Truth{no, no, no, yes, unknown, unknown}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i, r := range []teacher.Record{primary, college, bachelor, doctor, none, odd} {
				assert.Equal(t, c.want[i], truthOf(t, c.condition, r), "%s", r.Education.In(1))
			}
		})
	}
}
