package quantity

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Date is a civil date without zone, from 1 January of year 1 to the end of
// year 9999; unknown as zero. A day that the calendar does not have is
// invalid and is never rolled over.
type Date struct{ code uint32 }

const invalidDate = 1 << 31

// DateOf returns a day of the calendar, or an invalid date.
func DateOf(year int, month time.Month, day int) Date {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{invalidDate | uint32(NotADate)}
	}
	return Date{uint32(ordinal(year, month, day))}
}

// DateOfTime returns the civil date of a time in the time's own zone. The zero time is
// unknown. Database drivers hand out instants in UTC, in which midnight of Beijing is a
// day earlier: where a column holds instants, [DateIn] says in which zone they are dates.
func DateOfTime(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	y, m, d := t.Date()
	return DateOf(y, m, d)
}

// DateIn returns the civil date of an instant in a zone. The zero time is unknown; without
// a zone the date is invalid, since none is assumed.
func DateIn(t time.Time, zone *time.Location) Date {
	if zone == nil {
		return Date{invalidDate | uint32(Unreadable)}
	}
	if t.IsZero() {
		return Date{}
	}
	return DateOfTime(t.In(zone))
}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if leap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// ordinal counts days from 1 January of year 1, which is day 1.
func ordinal(year int, month time.Month, day int) int {
	y := year - 1
	n := y*365 + y/4 - y/100 + y/400
	for m := time.January; m < month; m++ {
		n += daysIn(year, m)
	}
	return n + day
}

// Known reports whether the date is a day.
func (d Date) Known() bool { return d.code != 0 && d.code < invalidDate }

// Invalid reports whether the date was refused.
func (d Date) Invalid() bool { return d.code >= invalidDate }

// Fault says why the date is invalid.
func (d Date) Fault() Fault { return d.Code().Fault() }

// Code returns the ordered form: the day's ordinal.
func (d Date) Code() Code {
	if d.Invalid() {
		return CodeOfFault(Fault(d.code &^ invalidDate))
	}
	return Code(d.code)
}

// Scale returns 1: dates are counted in days.
func (d Date) Scale() uint64 { return 1 }

// If returns the date if ok, and an unknown one if not.
func (d Date) If(ok bool) Date {
	if ok {
		return d
	}
	return Date{}
}

// Civil returns year, month and day of a known date, else zeros.
func (d Date) Civil() (year int, month time.Month, day int) {
	if !d.Known() {
		return 0, 0, 0
	}
	n := int(d.code)
	year = n/366 + 1
	for ordinal(year+1, time.January, 1) <= n {
		year++
	}
	n -= ordinal(year, time.January, 1) - 1
	for month = time.January; n > daysIn(year, month); month++ {
		n -= daysIn(year, month)
	}
	return year, month, n
}

// Year returns the calendar year of a known date, else 0.
func (d Date) Year() int { y, _, _ := d.Civil(); return y }

// EndOfYear returns 31 December of the date's year.
func (d Date) EndOfYear() Date {
	if !d.Known() {
		return d
	}
	return DateOf(d.Year(), time.December, 31)
}

// Next returns the following day.
func (d Date) Next() Date { return d.step(1) }

// Previous returns the day before.
func (d Date) Previous() Date { return d.step(-1) }

func (d Date) step(days int) Date {
	if !d.Known() {
		return d
	}
	n := int(d.code) + days
	if n < 1 || n > ordinal(9999, time.December, 31) {
		return Date{invalidDate | uint32(NotADate)}
	}
	return Date{uint32(n)}
}

// AddYears returns the same day so many years later; 29 February becomes 28 February.
func (d Date) AddYears(years int) Date {
	if !d.Known() {
		return d
	}
	y, m, day := d.Civil()
	y += years
	if y >= 1 && y <= 9999 {
		day = min(day, daysIn(y, m))
	}
	return DateOf(y, m, day)
}

// YearsTo returns how many whole years have passed from d to e: the age on a day of who
// was born on d. A birthday that is not yet reached counts one less; that of 29 February
// is reached on 28 February where the year has no other, as [Date.AddYears] has it. The
// count is unknown where either date is, and invalid where e is before d.
func (d Date) YearsTo(e Date) Count {
	switch {
	case d.Invalid():
		return Count{whole{d.Code()}}
	case e.Invalid():
		return Count{whole{e.Code()}}
	case !d.Known() || !e.Known():
		return Count{}
	case e.Before(d):
		return Count{whole{CodeOfFault(Negative)}}
	}
	years := e.Year() - d.Year()
	if d.AddYears(years).After(e) {
		years--
	}
	return N(years)
}

// DaysSince returns the number of days from e to d, both known.
func (d Date) DaysSince(e Date) int { return int(d.code) - int(e.code) }

// Before reports whether both dates are known and d is the earlier one.
func (d Date) Before(e Date) bool { return d.Known() && e.Known() && d.code < e.code }

// After reports whether both dates are known and d is the later one.
func (d Date) After(e Date) bool { return e.Before(d) }

// String returns 2025-12-31; unknown is "", invalid "invalid: " and the reason.
func (d Date) String() string {
	if !d.Known() {
		return textOf(d.Code(), 1)
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, int(m), day)
}

// In returns the date in words: 2025年12月31日, "31 December 2025".
func (d Date) In(l bilingual.Language) string {
	if !d.Known() {
		return d.String()
	}
	y, m, day := d.Civil()
	if l == bilingual.English {
		return fmt.Sprintf("%d %s %d", day, m, y)
	}
	return fmt.Sprintf("%d年%d月%d日", y, int(m), day)
}

// MarshalText writes what String returns.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDate reads, or "invalid: " and a reason.
func (d *Date) UnmarshalText(text []byte) error {
	s := string(text)
	if strings.HasPrefix(s, invalidPrefix) {
		var c Code
		if err := readText(&c, text, 1); err != nil {
			return err
		}
		*d = Date{invalidDate | uint32(c.Fault())}
		return nil
	}
	read, err := ParseDate(s)
	if err != nil {
		return err
	}
	*d = read
	return nil
}

// MarshalJSON writes a string, or null for an unknown date.
func (d Date) MarshalJSON() ([]byte, error) {
	return jsonOfText(d.String())
}

// UnmarshalJSON reads a string, or null as unknown.
func (d *Date) UnmarshalJSON(data []byte) error {
	s, err := textOfJSON("date", data)
	if err != nil {
		return err
	}
	return d.UnmarshalText([]byte(s))
}

// jsonOfText writes the text of a value as a string, that of an unknown one as null.
func jsonOfText(text string) ([]byte, error) {
	if text == "" {
		return []byte("null"), nil
	}
	return json.Marshal(text)
}

// textOfJSON reads a string, or null as the text of an unknown value.
func textOfJSON(what string, data []byte) (text string, err error) {
	if string(data) == "null" {
		return "", nil
	}
	if err := json.Unmarshal(data, &text); err != nil {
		return "", fmt.Errorf("quantity: %s %s: %w", what, clipped(string(data)), err)
	}
	return text, nil
}
