package quantity

import (
	"fmt"
	"strings"
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// YearMonth is a month of a year whose day nobody has said: 2025年6月, as staff files write
// when somebody was born or began to work. It is no [Date], since no day may be made up:
// what is certain of it are its first and its last day. Unknown as zero; a month that the
// calendar does not have is invalid.
type YearMonth struct{ code uint32 }

// MonthOf returns a month of the calendar, or an invalid one.
func MonthOf(year int, month time.Month) YearMonth {
	if year < 1 || year > 9999 || month < 1 || month > 12 {
		return YearMonth{invalidDate | uint32(NotADate)}
	}
	return YearMonth{uint32(year*12 + int(month) - 1)}
}

// ParseYearMonth reads a month as tables hold it: 2025-06, 2025/6, 2025.06, 202506,
// 2025年6月 or "June 2025". A cell without a value ([NoValue]) is unknown. A day is refused, as is 2025.1,
// which may be what a spreadsheet left of 2025.10; the error quotes the text.
func ParseYearMonth(s string) (YearMonth, error) {
	cell := Normal(s)
	if noValue(cell) {
		return YearMonth{}, nil
	}
	m := YearMonth{invalidDate | uint32(Unreadable)}
	if year, month, day, read := dateParts(cell); read && day == noDay {
		m = MonthOf(year, time.Month(month))
	}
	if m.Invalid() {
		return m, fmt.Errorf("quantity: month %q: %w", clipped(s), m.Fault())
	}
	return m, nil
}

// Known reports whether there is a month.
func (m YearMonth) Known() bool { return m.code != 0 && m.code < invalidDate }

// Invalid reports whether the month was refused.
func (m YearMonth) Invalid() bool { return m.code >= invalidDate }

// Fault says why the month is invalid.
func (m YearMonth) Fault() Fault {
	if !m.Invalid() {
		return NoFault
	}
	return Fault(m.code &^ invalidDate)
}

// First returns the first day of the month; it is unknown or invalid where the month is.
func (m YearMonth) First() Date {
	if !m.Known() {
		return Date(m)
	}
	return DateOf(int(m.code/12), time.Month(m.code%12+1), 1)
}

// Last returns the last day of the month; it is unknown or invalid where the month is.
func (m YearMonth) Last() Date {
	if !m.Known() {
		return Date(m)
	}
	year, month := int(m.code/12), time.Month(m.code%12+1)
	return DateOf(year, month, daysIn(year, month))
}

// Contains reports whether a known day lies in a known month.
func (m YearMonth) Contains(d Date) bool {
	return m.Known() && d.Known() && !d.Before(m.First()) && !d.After(m.Last())
}

// If returns the month if ok, and an unknown one if not.
func (m YearMonth) If(ok bool) YearMonth {
	if ok {
		return m
	}
	return YearMonth{}
}

// String returns 2025-06; unknown is "", invalid "invalid: " and the reason.
func (m YearMonth) String() string {
	if !m.Known() {
		return m.First().String()
	}
	return m.First().String()[:len("2025-06")]
}

// In returns the month in words: 2025年6月, "June 2025".
func (m YearMonth) In(l bilingual.Language) string {
	if !m.Known() {
		return m.String()
	}
	if l == bilingual.English {
		return fmt.Sprintf("%s %d", time.Month(m.code%12+1), m.code/12)
	}
	return fmt.Sprintf("%d年%d月", m.code/12, m.code%12+1)
}

// MarshalText writes what String returns.
func (m YearMonth) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what ParseYearMonth reads, or "invalid: " and a reason.
func (m *YearMonth) UnmarshalText(text []byte) error {
	if strings.HasPrefix(string(text), invalidPrefix) {
		var d Date
		if err := d.UnmarshalText(text); err != nil {
			return err
		}
		*m = YearMonth(d)
		return nil
	}
	read, err := ParseYearMonth(string(text))
	if err != nil {
		return err
	}
	*m = read
	return nil
}

// MarshalJSON writes a string, or null for an unknown month.
func (m YearMonth) MarshalJSON() ([]byte, error) {
	return jsonOfText(m.String())
}

// UnmarshalJSON reads a string, or null as unknown.
func (m *YearMonth) UnmarshalJSON(data []byte) error {
	s, err := textOfJSON("month", data)
	if err != nil {
		return err
	}
	return m.UnmarshalText([]byte(s))
}
