package quantity_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestDateOf(t *testing.T) {
	for _, c := range []struct {
		name       string
		year       int
		month      time.Month
		day        int
		isoOrEmpty string
	}{
		{"the last day of the plan", 2025, time.December, 31, "2025-12-31"},
		{"the first day of the calendar", 1, time.January, 1, "0001-01-01"},
		{"the last day of the calendar", 9999, time.December, 31, "9999-12-31"},
		{"2024 is a leap year", 2024, time.February, 29, "2024-02-29"},
		{"2000 is a leap year", 2000, time.February, 29, "2000-02-29"},
		{"1900 is none", 1900, time.February, 29, ""},
		{"2100 is none", 2100, time.February, 29, ""},
		{"2025 is none", 2025, time.February, 29, ""},
		{"30 February is never rolled over", 2024, time.February, 30, ""},
		{"31 April is never rolled over", 2025, time.April, 31, ""},
		{"31 June is never rolled over", 2025, time.June, 31, ""},
		{"31 September is never rolled over", 2025, time.September, 31, ""},
		{"31 November is never rolled over", 2025, time.November, 31, ""},
		{"32 January is never rolled over", 2025, time.January, 32, ""},
		{"day nought is refused", 2025, time.January, 0, ""},
		{"a negative day is refused", 2025, time.January, -1, ""},
		{"month nought is refused", 2025, 0, 1, ""},
		{"a negative month is refused", 2025, -1, 1, ""},
		{"a thirteenth month is refused", 2025, 13, 1, ""},
		{"year nought is refused", 0, time.January, 1, ""},
		{"a negative year is refused", -1, time.January, 1, ""},
		{"year 10000 is refused", 10000, time.January, 1, ""},
		{"the largest integers are refused", math.MaxInt, time.Month(math.MaxInt), math.MaxInt, ""},
		{"the smallest integers are refused", math.MinInt, time.Month(math.MinInt), math.MinInt, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := quantity.DateOf(c.year, c.month, c.day)
			if c.isoOrEmpty == "" {
				assert.True(t, d.Invalid())
				assert.Equal(t, quantity.NotADate, d.Fault())
				assert.Equal(t, "invalid: not-a-date", d.String())
				return
			}
			assert.True(t, d.Known())
			assert.Equal(t, c.isoOrEmpty, d.String())
			year, month, day := d.Civil()
			assert.Equal(t, c.year, year)
			assert.Equal(t, c.month, month)
			assert.Equal(t, c.day, day)
			assert.Equal(t, c.year, d.Year())
		})
	}
}

func TestDateOfTime(t *testing.T) {
	beijing := time.FixedZone("UTC+8", 8*60*60)
	for _, c := range []struct {
		name string
		at   time.Time
		want quantity.Date
	}{
		{"the zero time is unknown", time.Time{}, quantity.Date{}},
		{"the zero time is unknown in any zone", time.Time{}.In(beijing), quantity.Date{}},
		{"the Unix epoch is a day like any other", time.Unix(0, 0).UTC(), quantity.DateOf(1970, time.January, 1)},
		{"a time belongs to the day of its own zone", time.Date(2025, time.December, 31, 23, 30, 0, 0, time.UTC), quantity.DateOf(2025, time.December, 31)},
		{"the same time is the next day in Beijing", time.Date(2025, time.December, 31, 23, 30, 0, 0, time.UTC).In(beijing), quantity.DateOf(2026, time.January, 1)},
		{"year 1 begins with a day when it is not the zero time", time.Date(1, time.January, 1, 0, 0, 0, 1, time.UTC), quantity.DateOf(1, time.January, 1)},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, quantity.DateOfTime(c.at)) })
	}
	for _, year := range []int{-1, 0, 10000} {
		d := quantity.DateOfTime(time.Date(year, time.June, 1, 0, 0, 0, 0, time.UTC))
		assert.Equal(t, quantity.NotADate, d.Fault(), "year %d", year)
	}
}

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		name, text string
		fault      quantity.Fault
	}{
		{"a day is read", "2025-12-31", quantity.NoFault},
		{"spaces around are dropped", " 2025-12-31\n", quantity.NoFault},
		{"the first day of the calendar is read", "0001-01-01", quantity.NoFault},
		{"the last day of the calendar is read", "9999-12-31", quantity.NoFault},
		{"30 February is no day", "2025-02-30", quantity.NotADate},
		{"29 February 2100 is no day", "2100-02-29", quantity.NotADate},
		{"month 13 is no month", "2025-13-01", quantity.NotADate},
		{"day nought is no day", "2025-01-00", quantity.NotADate},
		{"year nought is no year", "0000-01-01", quantity.NotADate},
		{"years have four digits", "25-12-31", quantity.Unreadable},
		{"years have no more than four digits", "12025-12-31", quantity.Unreadable},
		{"a point in the year is not read", "1.00-01-01", quantity.Unreadable},
		{"another point in the year is not read", "12.0-01-01", quantity.Unreadable},
		{"a sign is not read", "-001-01-01", quantity.Unreadable},
		{"a sign before nought is not read", "2025--0-01", quantity.Unreadable},
		{"a plus is not read", "+025-01-01", quantity.Unreadable},
		{"letters are not read", "2025-1O-01", quantity.Unreadable},
		{"a time of day is not read", "2025-12-31T00:00:00Z", quantity.Unreadable},
		{"full-width digits are not read", "２０-12-31", quantity.Unreadable},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := quantity.ParseDate(c.text)
			if c.fault == quantity.NoFault {
				require.NoError(t, err)
				assert.True(t, d.Known())
				return
			}
			assert.ErrorIs(t, err, c.fault)
			checkQuotes(t, err, c.text)
			assert.Equal(t, c.fault, d.Fault())
		})
	}
}

func TestDateInWords(t *testing.T) {
	d := quantity.DateOf(2025, time.December, 31)
	assert.Equal(t, "2025年12月31日", d.In(bilingual.Chinese))
	assert.Equal(t, "31 December 2025", d.In(bilingual.English))
	assert.Equal(t, "1年1月1日", quantity.DateOf(1, time.January, 1).In(bilingual.Chinese))
	assert.Empty(t, quantity.Date{}.In(bilingual.English))
	assert.Equal(t, "invalid: not-a-date", quantity.DateOf(2025, 13, 1).In(bilingual.English))
}

func TestAnUnknownDateHasNoYear(t *testing.T) {
	for _, d := range []quantity.Date{{}, quantity.DateOf(2025, 13, 1)} {
		year, month, day := d.Civil()
		assert.Zero(t, year)
		assert.Zero(t, month)
		assert.Zero(t, day)
		assert.Zero(t, d.Year())
	}
}

func TestDateCodes(t *testing.T) {
	assert.Equal(t, quantity.Code(0), quantity.Date{}.Code())
	assert.Equal(t, quantity.Code(1), quantity.DateOf(1, time.January, 1).Code())
	assert.Equal(t, quantity.Code(366), quantity.DateOf(2, time.January, 1).Code())
	// 400 years of the calendar have 146,097 days.
	assert.Equal(t, quantity.Code(146098), quantity.DateOf(401, time.January, 1).Code())
	assert.Equal(t, quantity.Code(3652059), quantity.DateOf(9999, time.December, 31).Code())
	assert.Equal(t, quantity.NotADate, quantity.DateOf(0, 0, 0).Code().Fault())
}
