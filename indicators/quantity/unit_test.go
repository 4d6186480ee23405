package quantity_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestUnitsAreClosedAndWorded(t *testing.T) {
	units := quantity.Units()
	assert.Len(t, units, 54)
	assert.NotContains(t, units, quantity.NoUnit)
	keys := map[string]bool{}
	for _, u := range units {
		assert.NotEmpty(t, u.String())
		assert.False(t, keys[u.String()], "%s stands twice", u)
		keys[u.String()] = true
		if u == quantity.Coefficient { // a number without a word
			assert.Empty(t, u.Noun(bilingual.Chinese))
			continue
		}
		assert.NotEmpty(t, u.Noun(bilingual.Chinese), "%s in Chinese", u)
		if u != quantity.CalendarYear && u != quantity.GradeNumber && u != quantity.MonthOfYear { // numbers alone
			assert.NotEmpty(t, u.Noun(bilingual.English), "%s in English", u)
		}

		back, err := quantity.ParseUnit(u.String())
		require.NoError(t, err)
		assert.Equal(t, u, back)

		data, err := json.Marshal(u)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, u, back)
	}
	units[0] = quantity.NoUnit
	assert.Equal(t, quantity.Percent, quantity.Units()[0], "the caller's copy is the caller's")
}

func TestScaleAndDecimalsOfUnits(t *testing.T) {
	for _, c := range []struct {
		name       string
		unit       quantity.Unit
		scale      uint64
		fractional bool
	}{
		{"pupils are whole", quantity.Pupil, 1, false},
		{"hours have hundredths", quantity.Hour, 100, true},
		{"yuan have fen", quantity.Yuan, 100, true},
		{"years of schooling have hundredths", quantity.Year, 100, true},
		{"calendar years are whole", quantity.CalendarYear, 1, false},
		{"a percentage is a part of one but prints with decimals", quantity.Percent, 1, true},
		{"percentage points are parts of one too", quantity.Point, 1, true},
		{"a multiple is a plain fraction", quantity.Multiple, 1, true},
		{"no unit has one step", quantity.NoUnit, 1, false},
		{"a unit outside the list has one step", quantity.Unit(200), 1, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.scale, c.unit.Scale())
			assert.Equal(t, c.fractional, c.unit.Fractional())
		})
	}
}

func TestUnitNouns(t *testing.T) {
	assert.Equal(t, "教师", quantity.Teacher.Noun(bilingual.Chinese))
	assert.Equal(t, "teachers", quantity.Teacher.Noun(bilingual.English))
	assert.Equal(t, "学时", quantity.Hour.Noun(bilingual.Chinese), "a unit without a noun is its measure")
	assert.Equal(t, "Unit(200)", quantity.Unit(200).Noun(bilingual.English))
	assert.Equal(t, "Unit(200)", quantity.Unit(200).String())
}

func TestAnUnknownUnitIsRefused(t *testing.T) {
	for _, text := range []string{"", "hours", "Hour", "学时", "Unit(200)"} {
		_, err := quantity.ParseUnit(text)
		checkQuotes(t, err, text)
		u := quantity.Hour
		checkQuotes(t, u.UnmarshalText([]byte(text)), text)
		assert.Equal(t, quantity.Hour, u, "an error leaves the value alone")
	}
	_, err := quantity.ParseUnit("none")
	checkQuotes(t, err, "none")
	u := quantity.Hour
	require.NoError(t, u.UnmarshalText([]byte("none")), "a plain ratio is over no unit")
	assert.Equal(t, quantity.NoUnit, u)
}

func TestWhatUnitsCountAndWhatAddsUp(t *testing.T) {
	type kind struct{ counts, adds bool }
	for u, want := range map[quantity.Unit]kind{
		quantity.Person: {true, true}, quantity.Teacher: {true, true}, quantity.Place: {true, true}, quantity.Item: {true, true},
		quantity.Act: {true, true}, quantity.Cell: {true, true}, // the first and the last that count among them
		quantity.Hour: {false, true}, quantity.Minute: {false, true}, quantity.Age: {false, true}, quantity.PersonYear: {false, true},
		quantity.Yuan: {false, true}, quantity.YuanPerPupil: {false, true}, quantity.SquareMetre: {false, true}, quantity.Day: {false, true},
		quantity.NoUnit: {}, quantity.Percent: {}, quantity.Multiple: {}, quantity.CalendarYear: {}, quantity.Point: {},
		quantity.Thousandth: {}, quantity.GradeNumber: {}, quantity.MonthOfYear: {}, quantity.PupilsPerTeacher: {}, quantity.Unit(255): {},
		quantity.FullTimeEquivalent: {false, true}, quantity.PupilEquivalent: {false, true}, quantity.Room: {false, true},
		quantity.Coefficient: {}, quantity.PerHundredPupils: {}, quantity.SquareMetrePerPupil: {},
	} {
		assert.Equal(t, want, kind{u.Counts(), u.Adds()}, u)
	}
}

func TestWhatAUnitRelates(t *testing.T) {
	for _, c := range []struct {
		unit, of, per quantity.Unit
		want          bool
	}{
		{quantity.Percent, quantity.Teacher, quantity.Teacher, true},
		{quantity.Percent, quantity.Teacher, quantity.Pupil, false},
		{quantity.Multiple, quantity.Hour, quantity.Hour, true},
		{quantity.PerHundredPupils, quantity.Teacher, quantity.Pupil, true},
		{quantity.PerHundredPupils, quantity.Room, quantity.Pupil, true},
		{quantity.PerHundredPupils, quantity.Yuan, quantity.Pupil, false},
		{quantity.PerHundredPupils, quantity.Teacher, quantity.Class, false},
		{quantity.SquareMetrePerPupil, quantity.SquareMetre, quantity.Pupil, true},
		{quantity.SquareMetrePerPupil, quantity.SquareMetre, quantity.Class, false},
		{quantity.YuanPerPupil, quantity.Yuan, quantity.Pupil, true},
		{quantity.YuanPerPupil, quantity.SquareMetre, quantity.Pupil, false},
		{quantity.Hour, quantity.Hour, quantity.Hour, false},
	} {
		assert.Equal(t, c.want, c.unit.Relates(c.of, c.per), "%s of %s and %s", c.unit, c.of, c.per)
	}
}
