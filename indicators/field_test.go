package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestWhatAFieldSaysOfItself(t *testing.T) {
	assert.Equal(t, "training_hours", teacher.TrainingHours.Key())
	assert.Equal(t, bilingual.Text{ZH: "本周期培训学时", EN: "training hours in the cycle"}, teacher.TrainingHours.Label())
	assert.Equal(t, quantity.Hour, teacher.TrainingHours.Unit())
	assert.Nil(t, teacher.TrainingHours.Vocabulary())
	assert.Equal(t, quantity.NoUnit, teacher.Education.Unit(), "words have no unit")
	assert.Equal(t, indicators.Education(0).Vocabulary(), teacher.Education.Vocabulary())
}

func TestFieldsInWords(t *testing.T) {
	staff := teacher.Record{Education: indicators.Bachelor, Stage: 99, TrainingHours: quantity.HoursOf(72.5), DigitalHours: quantity.WholeHours(-1)}
	county := countyyear.Record{Year: quantity.N(2024), Spending: quantity.WholeYuan(1_234_567_890)}
	coach := bus{Inspected: quantity.DateOf(2025, 9, 1)}
	for _, c := range []struct {
		text   func(bilingual.Language) string
		zh, en string
	}{
		{of(teacher.Education.Field, staff), "本科", "bachelor"},
		{of(teacher.Stage.Field, staff), "无效", "invalid"},
		{of(teacher.Backbone.Field, staff), "未知", "unknown"},
		{of(teacher.TrainingHours.Field, staff), "72.5学时", "72.5 hours"},
		{of(teacher.DigitalHours.Field, staff), "无效：为负数", "invalid: negative"},
		{of(teacher.PracticeHours.Field, staff), "未知", "unknown"},
		{of(countyyear.Year.Field, county), "2024年", "2024"},
		{of(countyyear.Spending.Field, county), "1234567890元", "1,234,567,890 yuan"},
		{of(school.Bandwidth.Field, school.Record{Bandwidth: quantity.N(100)}), "100Mbps", "100 Mbps"},
		{of(inspected.Field, coach), "2025年9月1日", "1 September 2025"},
		{of(inspected.Field, bus{}), "未知", "unknown"},
		{of(inspected.Field, bus{Inspected: quantity.DateOf(2025, 2, 29)}), "无效：日期不存在", "invalid: no day of the calendar"},
	} {
		assert.Equal(t, c.zh, c.text(bilingual.Chinese))
		assert.Equal(t, c.en, c.text(bilingual.English))
	}
	days := indicators.NewNumber(newBuses(), "days", label, quantity.Day, seatsOf)
	assert.Equal(t, "12 days", days.Text(&bus{Seats: quantity.N(12)}, bilingual.English), "a number of days is no date")
}

func of[R any](f *indicators.Field[R], r R) func(bilingual.Language) string {
	return func(l bilingual.Language) string { return f.Text(&r, l) }
}

func TestParsingAFieldOfAForm(t *testing.T) {
	for _, c := range []struct {
		name, text string
		field      *indicators.Field[teacher.Record]
		want       teacher.Record
		err        string
	}{
		{name: "a word by its key", text: "bachelor", field: teacher.Education.Field, want: teacher.Record{Education: indicators.Bachelor}},
		{name: "something else that is known", text: "其他", field: teacher.Stage.Field, want: teacher.Record{Stage: indicators.OtherWord}},
		{name: "a word that was invalid when it was written", text: "invalid", field: teacher.Education.Field, want: teacher.Record{Education: indicators.InvalidWord}},
		{name: "a number with decimals", text: "72.50", field: teacher.TrainingHours.Field, want: teacher.Record{TrainingHours: quantity.HoursOf(72.5)}},
		{name: "a number with spaces around it", text: " 72.5\n", field: teacher.TrainingHours.Field, want: teacher.Record{TrainingHours: quantity.HoursOf(72.5)}},
		{name: "a number that was refused when it was written", text: "invalid: negative", field: teacher.TrainingHours.Field, want: teacher.Record{TrainingHours: quantity.WholeHours(-1)}},
		{name: "spaces alone are unknown", text: "  ", field: teacher.TrainingHours.Field},
		{name: "a code of a table that nobody has named", text: "22", field: teacher.Education.Field,
			err: `field education: indicators: level of education "22": bare digits are read where their table of codes is named`},
		{name: "a word that is too broad", text: "区级", field: teacher.Backbone.Field,
			err: `field backbone: indicators: tier "区级": too broad: it may mean county (县级) or province (省级)`},
		{name: "a number below zero", text: "-3", field: teacher.TrainingHours.Field, err: `field training_hours: quantity: reading "-3": negative`},
		{name: "a number with three decimals", text: "1.234", field: teacher.TrainingHours.Field, err: `field training_hours: quantity: reading "1.234": more than two decimals`},
		{name: "a number with its unit", text: "72学时", field: teacher.TrainingHours.Field, want: teacher.Record{TrainingHours: quantity.WholeHours(72)}},
		{name: "a number with a thousands separator", text: "1,200", field: teacher.TrainingHours.Field, want: teacher.Record{TrainingHours: quantity.WholeHours(1200)}},
		{name: "a number with another unit", text: "72小时", field: teacher.TrainingHours.Field, err: `field training_hours: quantity: reading "72小时": unreadable`},
		{name: "years and no months", text: "6个月", field: teacher.RuralYears.Field, err: `field rural_years: quantity: reading "6个月": unreadable`},
		{name: "months with their unit", text: "6个月", field: teacher.EnterpriseMonths.Field, want: teacher.Record{EnterpriseMonths: quantity.WholeMonths(6)}},
		{name: "money with its sign", text: "¥2,500.50", field: teacher.RuralAllowance.Field, want: teacher.Record{RuralAllowance: quantity.YuanOf(2500.5)}},
		{name: "a unit and no number", text: "x学时", field: teacher.TrainingHours.Field, err: `field training_hours: "x学时": quantity: reading "x": unreadable`},
		{name: "what a program writes for no value", text: "NaN", field: teacher.TrainingHours.Field},
	} {
		t.Run(c.name, func(t *testing.T) {
			var r teacher.Record
			err := c.field.Parse(&r, c.text)
			if c.err == "" {
				require.NoError(t, err)
			} else {
				assert.EqualError(t, err, c.err)
			}
			assert.Equal(t, c.want, r)
		})
	}
}

func TestParseErrorsSayWhatIsWrong(t *testing.T) {
	var r teacher.Record
	assert.ErrorIs(t, teacher.Education.Parse(&r, "22"), quantity.UnknownWord)
	assert.ErrorIs(t, teacher.TrainingHours.Parse(&r, "-3"), quantity.Negative)
	assert.ErrorIs(t, teacher.TrainingHours.Parse(&r, "1e3"), quantity.Unreadable)
	assert.ErrorIs(t, inspected.Parse(&bus{}, "2025-02-29"), quantity.NotADate)
}

// mute is a fact that cannot be read from a text.
type mute struct{ quantity.Count }

func (m *mute) UnmarshalText() {}

func TestAFactThatReadsNoTextSaysSo(t *testing.T) {
	f := indicators.NewNumber(newBuses(), "mute", label, quantity.Item, func(*bus) *mute { return new(mute) })
	assert.EqualError(t, f.Parse(&bus{}, "1"), "field mute: no value that can be read from a text")
}

func TestAFieldThatWasNeverDescribedAnswersSafely(t *testing.T) {
	var number indicators.Number[teacher.Record]
	var category indicators.Category[teacher.Record, indicators.Stage]
	for name, f := range map[string]*indicators.Field[teacher.Record]{
		"of a zero number": number.Field, "of a zero category": category.Field, "that is zero itself": {},
	} {
		t.Run(name, func(t *testing.T) {
			r := teacher.Record{Stage: indicators.SeniorHigh, TrainingHours: quantity.WholeHours(360)}
			before := r
			assert.Empty(t, f.Key())
			assert.Zero(t, f.Label())
			assert.Equal(t, quantity.NoUnit, f.Unit())
			assert.Nil(t, f.Vocabulary())
			assert.True(t, f.Code(&r).Unknown())
			assert.Equal(t, "unknown", f.Text(&r, bilingual.English))
			assert.Equal(t, "未知", f.Text(&r, bilingual.Chinese))
			assert.ErrorContains(t, f.Parse(&r, "1"), "not described")
			assert.Equal(t, before, r)
		})
	}
	assert.Empty(t, number.Key())
	assert.Empty(t, category.Key())
}
