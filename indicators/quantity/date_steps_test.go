package quantity_test

import (
	"cmp"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

func date(t *testing.T, iso string) quantity.Date {
	t.Helper()
	d, err := quantity.ParseDate(iso)
	require.NoError(t, err)
	return d
}

var notADate = quantity.DateOf(2025, time.February, 30)

func TestNextAndPrevious(t *testing.T) {
	for _, c := range []struct{ name, day, next string }{
		{"within a month", "2025-12-30", "2025-12-31"},
		{"over the end of a year", "2025-12-31", "2026-01-01"},
		{"over the end of a short month", "2025-04-30", "2025-05-01"},
		{"into a leap day", "2024-02-28", "2024-02-29"},
		{"out of a leap day", "2024-02-29", "2024-03-01"},
		{"over the end of February 2025", "2025-02-28", "2025-03-01"},
		{"over the end of February 2000", "2000-02-28", "2000-02-29"},
		{"over the end of February 2100", "2100-02-28", "2100-03-01"},
		{"at the beginning of the calendar", "0001-01-01", "0001-01-02"},
		{"at the end of the calendar", "9999-12-30", "9999-12-31"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.next, date(t, c.day).Next().String())
			assert.Equal(t, c.day, date(t, c.next).Previous().String())
		})
	}
	assert.Equal(t, notADate, date(t, "9999-12-31").Next(), "the calendar ends")
	assert.Equal(t, notADate, date(t, "0001-01-01").Previous(), "the day before the first one is refused, not unknown")
	for _, d := range []quantity.Date{{}, notADate} {
		assert.Equal(t, d, d.Next())
		assert.Equal(t, d, d.Previous())
		assert.Equal(t, d, d.EndOfYear())
		assert.Equal(t, d, d.AddYears(1))
	}
}

func TestAddYears(t *testing.T) {
	for _, c := range []struct {
		name, day string
		years     int
		want      string
	}{
		{"no years change nothing", "2024-02-29", 0, "2024-02-29"},
		{"three years of a title", "2022-09-01", 3, "2025-09-01"},
		{"a leap day becomes 28 February in a common year", "2024-02-29", 1, "2025-02-28"},
		{"and stays in a leap year", "2024-02-29", 4, "2028-02-29"},
		{"and becomes 28 February in 2100", "2024-02-29", 76, "2100-02-28"},
		{"and stays in 2000, backwards", "2024-02-29", -24, "2000-02-29"},
		{"and becomes 28 February in 1900, backwards", "2024-02-29", -124, "1900-02-28"},
		{"28 February stays in a leap year", "2023-02-28", 1, "2024-02-28"},
		{"the last year is reached", "2025-12-31", 7974, "9999-12-31"},
		{"the first year is reached", "2025-01-01", -2024, "0001-01-01"},
		{"year 10000 is not", "2025-12-31", 7975, "invalid: not-a-date"},
		{"year nought is not", "2025-01-01", -2025, "invalid: not-a-date"},
		{"a leap day does not reach year 10000 either", "2024-02-29", 7976, "invalid: not-a-date"},
		{"the largest number of years does not wrap around", "2025-01-01", math.MaxInt, "invalid: not-a-date"},
		{"nor does the smallest", "2025-01-01", math.MinInt, "invalid: not-a-date"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, date(t, c.day).AddYears(c.years).String())
		})
	}
}

func TestEndOfYear(t *testing.T) {
	assert.Equal(t, "2025-12-31", date(t, "2025-01-01").EndOfYear().String())
	assert.Equal(t, "2025-12-31", date(t, "2025-12-31").EndOfYear().String())
	assert.Equal(t, "9999-12-31", date(t, "9999-02-01").EndOfYear().String())
}

func TestDaysSince(t *testing.T) {
	// 2021 to 2025 are four common years and the leap year 2024.
	assert.Equal(t, 1826, date(t, "2025-12-31").DaysSince(date(t, "2020-12-31")))
	assert.Equal(t, -1826, date(t, "2020-12-31").DaysSince(date(t, "2025-12-31")))
	assert.Equal(t, 0, date(t, "2025-12-31").DaysSince(date(t, "2025-12-31")))
	assert.Equal(t, 2, date(t, "2024-03-01").DaysSince(date(t, "2024-02-28")))
	assert.Equal(t, 1, date(t, "2100-03-01").DaysSince(date(t, "2100-02-28")))
}

func TestBeforeAndAfter(t *testing.T) {
	early, late := date(t, "2025-12-30"), date(t, "2025-12-31")
	assert.True(t, early.Before(late))
	assert.False(t, late.Before(early))
	assert.True(t, late.After(early))
	assert.False(t, late.Before(late), "a deadline includes its day")
	assert.False(t, late.After(late))
	for _, d := range []quantity.Date{{}, notADate} {
		for _, e := range []quantity.Date{{}, notADate, early} {
			assert.False(t, d.Before(e), "%v and %v have no order", d, e)
			assert.False(t, e.Before(d))
			assert.False(t, d.After(e))
			assert.False(t, e.After(d))
		}
	}
}

// checkAgainstTime compares a day with what package time says of it.
func checkAgainstTime(t *testing.T, day time.Time) quantity.Date {
	t.Helper()
	iso := day.Format(time.DateOnly)
	d := quantity.DateOf(day.Year(), day.Month(), day.Day())
	require.Equal(t, iso, d.String())
	require.Equal(t, d, date(t, iso))
	if !day.IsZero() {
		require.Equal(t, d, quantity.DateOfTime(day.Add(23*time.Hour+59*time.Minute)))
	}
	year, month, dayOfMonth := d.Civil()
	require.True(t, day.Equal(time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC)), "%s is civil", iso)
	return d
}

func TestEveryDayFrom1999To2030IsTheSameInPackageTime(t *testing.T) {
	previous := date(t, "1998-12-31")
	days := 0
	for day := time.Date(1999, time.January, 1, 0, 0, 0, 0, time.UTC); day.Year() <= 2030; day = day.AddDate(0, 0, 1) {
		d := checkAgainstTime(t, day)
		require.Equal(t, d, previous.Next())
		require.Equal(t, previous, d.Previous())
		require.Equal(t, 1, d.DaysSince(previous))
		require.True(t, previous.Before(d))
		previous = d
		days++
	}
	assert.Equal(t, 32*365+8, days, "2000, 2004, 2008, 2012, 2016, 2020, 2024 and 2028 are leap years")
}

func TestRandomDaysAreTheSameInPackageTime(t *testing.T) {
	r := seeded(3)
	first := time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC)
	for range 3_000 {
		n, m := r.IntN(3652059), r.IntN(3652059)
		day, other := first.AddDate(0, 0, n), first.AddDate(0, 0, m)
		d, e := checkAgainstTime(t, day), checkAgainstTime(t, other)
		require.Equal(t, n-m, d.DaysSince(e))
		require.Equal(t, cmp.Compare(n, m), cmp.Compare(d.Code(), e.Code()))
		require.Equal(t, day.Before(other), d.Before(e))

		years := r.IntN(200) - 100
		later := day.AddDate(years, 0, 0)
		switch {
		case later.Year() < 1 || later.Year() > 9999:
			require.Equal(t, notADate, d.AddYears(years))
		case day.Month() == time.February && later.Month() == time.March:
			require.Equal(t, quantity.DateOf(later.Year(), time.February, 28), d.AddYears(years), "a leap day")
		default:
			require.Equal(t, quantity.DateOfTime(later.Add(time.Hour)), d.AddYears(years))
		}
	}
}
