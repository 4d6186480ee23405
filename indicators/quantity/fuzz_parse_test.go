package quantity_test

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/eduplan/tonghua/indicators/quantity"
)

var (
	plainNumber   = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	groupedNumber = regexp.MustCompile(`^-?[1-9][0-9]{0,2}((,[0-9]{3})+|( [0-9]{3})+)(\.[0-9]+)?$`)
)

// stepsOf is the slow witness of the Parse functions: a text's value in steps,
// and whether it is a fact's.
func stepsOf(text string, scale int64) (uint64, bool) {
	if groupedNumber.MatchString(text) {
		text = strings.NewReplacer(",", "", " ", "").Replace(text)
	}
	if !plainNumber.MatchString(text) {
		return 0, false
	}
	v, ok := new(big.Rat).SetString(text)
	if !ok {
		return 0, false
	}
	v.Mul(v, big.NewRat(scale, 1))
	if !v.IsInt() || v.Sign() < 0 || !v.Num().IsInt64() {
		return 0, false
	}
	return v.Num().Uint64(), true
}

// quoted reports whether an error shows the text that it is about, or its beginning.
func quoted(err error, text string) bool {
	return len(text) > 100 || strings.Contains(err.Error(), strconv.Quote(text))
}

// checkParsed holds what was read against the witness. Units are those that may follow.
func checkParsed(t *testing.T, text string, got fact, err error, scale int64, units *regexp.Regexp) {
	t.Helper()
	cell := quantity.Normal(text)
	if quantity.NoValue(text) {
		if err != nil || !got.Code().Unknown() {
			t.Fatalf("%q read as %s (%v), want unknown", text, got, err)
		}
		return
	}
	steps, ok := stepsOf(units.ReplaceAllString(cell, ""), scale)
	if ok != (err == nil) {
		t.Fatalf("%q: %v, but the value is a fact: %t", text, err, ok)
	}
	if ok {
		if got.Code() != quantity.CodeOf(steps) {
			t.Fatalf("%q read as %s, want %d steps", text, got, steps)
		}
		return
	}
	var fault quantity.Fault
	if !errors.As(err, &fault) || fault != got.Fault() || !got.Invalid() {
		t.Fatalf("%q: error %v and fact %s differ", text, err, got)
	}
	if !quoted(err, text) {
		t.Fatalf("%q is not quoted in %v", text, err)
	}
}

func addNumbers(f *testing.F) {
	for _, text := range []string{
		"", "0", "-0", "--0", "--5", "-", "+1", "7", "007", "1.50", "1.5000", "0.07", "0.29", "0.005", "-0.01", "5.", ".5", " 5 ", "1e3",
		"1,000", "９", "9223372036854775807", "9223372036854775808", "92233720368547758.07", "92233720368547758.08", "18446744073709551616",
		"0.1.2", "1.-5", "NaN", "invalid: negative", "None", "N/A", "--", "——", "*", "c", "58人", "360学时", "360 hours", "360小时", "１，２００", "57,891", "1 234",
		"12,34", "4.5万", "7\r学时", "7\u0085 人", "360\u200b", "1,2345", "0,123",
	} {
		f.Add(text)
	}
}

// blanks may stand before a unit: a cell that is wrapped has a line break there.
const blanks = `[\s\v\pZ\x{85}]*`

var (
	countedUnits = regexp.MustCompile(blanks + `(人|名|所|个|项|套|类|份|次|起|节)$`)
	hourUnits    = regexp.MustCompile(blanks + `(学时|hours?)$`)
)

func FuzzParseCount(f *testing.F) {
	addNumbers(f)
	f.Fuzz(func(t *testing.T, text string) {
		c, err := quantity.ParseCount(text)
		checkParsed(t, text, c, err, 1, countedUnits)
		if err != nil {
			return
		}
		if back, err := quantity.ParseCount(c.String()); err != nil || back != c {
			t.Fatalf("%q printed as %s and read back as %s", text, c, back)
		}
	})
}

func FuzzParseHours(f *testing.F) {
	addNumbers(f)
	f.Fuzz(func(t *testing.T, text string) {
		h, err := quantity.ParseHours(text)
		checkParsed(t, text, h, err, 100, hourUnits)
		if err != nil {
			return
		}
		if back, err := quantity.ParseHours(h.String()); err != nil || back != h {
			t.Fatalf("%q printed as %s and read back as %s", text, h, back)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{
		"", "2025-12-31", " 2025-12-31 ", "2024-02-29", "2100-02-29", "1900-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "2025-1-1",
		"1.00-01-01", "12.0-01-01", "-001-01-01", "2025--0-01", "2025-12-31T00:00:00Z", "20251231",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := quantity.ParseDate(text)
		if quantity.NoValue(text) {
			if err != nil || d != (quantity.Date{}) {
				t.Fatalf("%q read as %s (%v), want unknown", text, d, err)
			}
			return
		}
		// whatever it looks like, the numbers of a day stand in it in order
		if err == nil {
			back, err := quantity.ParseDate(d.String())
			if err != nil || back != d || !d.Known() {
				t.Fatalf("%q read as %s, which reads as %s: %v", text, d, back, err)
			}
			if numbers := dayNumbers.FindStringSubmatch(quantity.Normal(text)); numbers != nil && text[0] < 0x80 {
				want := fmt.Sprintf("%s-%02s-%02s", numbers[1], numbers[2], numbers[3])
				if d.String() != want {
					t.Fatalf("%q read as %s, want %s", text, d, want)
				}
			}
			return
		}
		if !d.Invalid() || !errors.Is(err, d.Fault()) || !quoted(err, text) {
			t.Fatalf("%q: error %v of date %s", text, err, d)
		}
		if day, timeErr := time.Parse(time.DateOnly, strings.TrimSpace(text)); timeErr == nil && day.Year() >= 1 {
			t.Fatalf("%q is refused (%v) and is a day", text, err)
		}
		if m, monthErr := quantity.ParseYearMonth(text); (d.Fault() == quantity.NoDay) != (monthErr == nil) {
			t.Fatalf("%q: %v as a day and %s as a month", text, err, m)
		}
	})
}

// dayNumbers are the numbers of a day that is written with one kind of separators.
var dayNumbers = regexp.MustCompile(`^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$`)

func FuzzParseYearMonth(f *testing.F) {
	for _, text := range []string{"", "2025-06", "2025/6", "2025.06", "2025.1", "2025.10", "202506", "2025年6月", "June 2025", "2025-13", "2025-06-30", "0000-01", "None"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := quantity.ParseYearMonth(text)
		if (err != nil) != m.Invalid() || (err == nil && !m.Known()) != quantity.NoValue(text) {
			t.Fatalf("%q read as %s: %v", text, m, err)
		}
		if err != nil {
			if !errors.Is(err, m.Fault()) || !quoted(err, text) {
				t.Fatalf("%q: error %v of month %s", text, err, m)
			}
			return
		}
		if back, err := quantity.ParseYearMonth(m.String()); err != nil || back != m {
			t.Fatalf("%q printed as %s and read back as %s", text, m, back)
		}
		if m.Known() && !(m.Contains(m.First()) && m.Contains(m.Last()) && !m.Contains(m.First().Previous()) && !m.Contains(m.Last().Next())) {
			t.Fatalf("%s reaches from %s to %s", m, m.First(), m.Last())
		}
	})
}

func FuzzDateOf(f *testing.F) {
	f.Add(2025, 12, 31)
	f.Add(2024, 2, 29)
	f.Add(2100, 2, 29)
	f.Add(0, 0, 0)
	f.Add(9999, 12, 32)
	f.Add(math.MaxInt, -1, math.MinInt)
	f.Fuzz(func(t *testing.T, year, month, day int) {
		d := quantity.DateOf(year, time.Month(month), day)
		if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
			if d.Fault() != quantity.NotADate {
				t.Fatalf("%d-%d-%d is %s", year, month, day, d)
			}
			return
		}
		y, m, n := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Date()
		rolledOver := y != year || int(m) != month || n != day
		if d.Invalid() != rolledOver {
			t.Fatalf("%d-%d-%d is %s", year, month, day, d)
		}
		if y, m, n = d.Civil(); d.Known() && (y != year || int(m) != month || n != day) {
			t.Fatalf("%d-%d-%d is civil as %d-%d-%d", year, month, day, y, m, n)
		}
	})
}

var amountText = regexp.MustCompile(`^[0-9]+(\.[0-9]{1,6}0*)?$`)

func FuzzParseAmount(f *testing.F) {
	for _, text := range []string{
		"", "0", "95", "12.5", "0.000001", "0.0000001", "1.5000000000", "5.", ".5", "-5", "95%", "1/3", "1e3", "1000000000000000",
		"1000000000000001", "100000000000000.000000", "100000000000000000", "18446744073709551616",
	} {
		f.Add(text, uint8(quantity.Percent))
		f.Add(text, uint8(quantity.Hour))
		f.Add(text, uint8(quantity.NoUnit))
	}
	f.Fuzz(func(t *testing.T, text string, u uint8) {
		unit := quantity.Unit(u)
		a, err := quantity.ParseAmount(text, unit)
		want, ok := amountOf(text, unit)
		if ok != (err == nil) {
			t.Fatalf("%q %s: %v, but the value is an amount: %t", text, unit, err, ok)
		}
		if err != nil {
			if !a.IsZero() {
				t.Fatalf("%q is an error and %s", text, a)
			}
			return
		}
		if a.Unit() != unit || ratOf(a).Cmp(want) != 0 {
			t.Fatalf("%q read as %s", text, a)
		}
		if back, err := quantity.ParseAmount(a.Number(), unit); !strings.Contains(a.Number(), "/") && (err != nil || back != a) {
			t.Fatalf("%q printed as %s and read back as %s", text, a.Number(), back)
		}
	})
}

// amountOf is the slow witness of ParseAmount.
func amountOf(text string, unit quantity.Unit) (*big.Rat, bool) {
	text = unit.Without(text)
	if groupedNumber.MatchString(text) {
		text = strings.NewReplacer(",", "", " ", "").Replace(text)
	}
	integer, fraction, _ := strings.Cut(text, ".")
	digits, _ := new(big.Int).SetString("0"+integer+strings.TrimRight(fraction, "0"), 10)
	if !amountText.MatchString(text) || !digits.IsUint64() || unit.String() == "none" || unit >= quantity.Unit(len(quantity.Units())+1) {
		return nil, false
	}
	v, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil, false
	}
	if unit == quantity.Percent || unit == quantity.Point || unit == quantity.PerHundredPupils {
		v.Quo(v, big.NewRat(100, 1))
	}
	limit := big.NewInt(tenTo15)
	return v, v.Num().Cmp(limit) <= 0 && v.Denom().Cmp(limit) <= 0
}
