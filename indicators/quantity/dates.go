package quantity

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// ParseDate reads a day as tables hold it: 2025-06-30, 2025/6/30, 2025.06.30, 20250630,
// 2025年6月30日 or "30 June 2025", also with the midnight behind it that programs add (00:00:00). A cell
// without a value ([NoValue]) is unknown. A month, another time of day, a time zone and
// the serial number of a spreadsheet are refused; the error quotes the text.
func ParseDate(s string) (Date, error) {
	cell := Normal(s)
	if noValue(cell) {
		return Date{}, nil
	}
	d := readDate(withoutMidnight(cell))
	if d.Invalid() {
		return d, fmt.Errorf("quantity: date %q: %w", clipped(s), d.Fault())
	}
	return d, nil
}

func readDate(cell string) Date {
	year, month, day, read := dateParts(cell)
	if !read {
		return Date{invalidDate | uint32(Unreadable)}
	}
	if day != noDay {
		return DateOf(year, time.Month(month), day)
	}
	if m := MonthOf(year, time.Month(month)); m.Invalid() {
		return Date{invalidDate | uint32(m.Fault())}
	}
	return Date{invalidDate | uint32(NoDay)}
}

// noDay is the day of a text that names a month.
const noDay = -1

// dateParts takes a day or a month apart; whether the calendar has it is another question.
func dateParts(cell string) (year, month, day int, read bool) {
	if digits(cell) && (len(cell) == 8 || len(cell) == 6) {
		day = noDay
		if len(cell) == 8 {
			day = small(cell[6:])
		}
		return small(cell[:4]), small(cell[4:6]), day, true
	}
	if y, rest, found := strings.Cut(cell, "年"); found {
		m, d, found := strings.Cut(rest, "月")
		d = strings.TrimSpace(d)
		number, ended := strings.CutSuffix(d, "日")
		if !ended {
			number, ended = strings.CutSuffix(d, "号")
		}
		if !found || d != "" && !ended {
			return 0, 0, 0, false
		}
		return partsOf(strings.TrimSpace(y), strings.TrimSpace(m), strings.TrimSpace(number), d != "")
	}
	if words := strings.Fields(cell); len(words) == 2 || len(words) == 3 {
		day := strings.Join(words[:len(words)-2], "")
		return partsOf(words[len(words)-1], monthNamed(words[len(words)-2]), day, day != "")
	}
	for _, separator := range []string{"-", "/", "."} {
		parts := strings.Split(cell, separator)
		if len(parts) == 2 {
			// 2025.1 may be what a spreadsheet left of 2025.10
			if separator == "." && parts[1] == "1" {
				return 0, 0, 0, false
			}
			return partsOf(parts[0], parts[1], "", false)
		}
		if len(parts) == 3 {
			return partsOf(parts[0], parts[1], parts[2], true)
		}
	}
	return 0, 0, 0, false
}

func partsOf(y, m, d string, dated bool) (year, month, day int, read bool) {
	short := func(s string) bool { return digits(s) && len(s) <= 2 }
	if len(y) != 4 || !digits(y) || !short(m) || dated && !short(d) {
		return 0, 0, 0, false
	}
	if !dated {
		return small(y), small(m), noDay, true
	}
	return small(y), small(m), small(d), true
}

// monthNamed returns the number of a month that is written out in English, else "".
func monthNamed(name string) string {
	for m := time.January; m <= time.December; m++ {
		if strings.EqualFold(m.String(), name) {
			return strconv.Itoa(int(m))
		}
	}
	return ""
}

// small returns the number that up to four digits stand for.
func small(digits string) (n int) {
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

// withoutMidnight takes off the time of day that a program adds to a date. Any other time
// is left, for a date that has one is an instant, and of an instant the zone matters.
func withoutMidnight(cell string) string {
	at := strings.IndexAny(cell, " T")
	if at < 0 {
		return cell
	}
	clock, fraction, _ := strings.Cut(strings.TrimSpace(cell[at+1:]), ".")
	switch clock {
	case "00:00:00", "0:00:00", "00:00", "0:00":
		if strings.Trim(fraction, "0") == "" {
			return strings.TrimSpace(cell[:at])
		}
	}
	return cell
}
