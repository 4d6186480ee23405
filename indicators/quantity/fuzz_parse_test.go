package quantity_test

import (
	"errors"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/eduplan/tonghua/indicators/quantity"
)

var plainNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// stepsOf is the slow witness of the Parse functions: a text's value in steps,
// and whether it is a fact's.
func stepsOf(text string, scale int64) (uint64, bool) {
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

func checkParsed(t *testing.T, text string, got fact, err error, scale int64) {
	t.Helper()
	if strings.TrimSpace(text) == "" {
		if err != nil || !got.Code().Unknown() {
			t.Fatalf("%q read as %s (%v), want unknown", text, got, err)
		}
		return
	}
	steps, ok := stepsOf(strings.TrimSpace(text), scale)
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
	if !strings.Contains(err.Error(), strconv.Quote(text)) {
		t.Fatalf("%q is not quoted in %v", text, err)
	}
}

func addNumbers(f *testing.F) {
	for _, text := range []string{
		"", "0", "-0", "--0", "--5", "-", "+1", "7", "007", "1.50", "1.5000", "0.07", "0.29", "0.005", "-0.01", "5.", ".5", " 5 ", "1e3",
		"1,000", "９", "9223372036854775807", "9223372036854775808", "92233720368547758.07", "92233720368547758.08", "18446744073709551616",
		"0.1.2", "1.-5", "NaN", "invalid: negative",
	} {
		f.Add(text)
	}
}

func FuzzParseCount(f *testing.F) {
	addNumbers(f)
	f.Fuzz(func(t *testing.T, text string) {
		c, err := quantity.ParseCount(text)
		checkParsed(t, text, c, err, 1)
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
		checkParsed(t, text, h, err, 100)
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
		day, timeErr := time.Parse(time.DateOnly, strings.TrimSpace(text))
		if want := timeErr == nil && day.Year() >= 1; want != (err == nil) {
			t.Fatalf("%q: %v, package time: %v", text, err, timeErr)
		}
		if err != nil {
			if !d.Invalid() || !errors.Is(err, d.Fault()) || !strings.Contains(err.Error(), strconv.Quote(text)) {
				t.Fatalf("%q: error %v of date %s", text, err, d)
			}
			return
		}
		if d != quantity.DateOf(day.Date()) || d.String() != strings.TrimSpace(text) {
			t.Fatalf("%q read as %s", text, d)
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
	integer, fraction, _ := strings.Cut(text, ".")
	digits, _ := new(big.Int).SetString("0"+integer+strings.TrimRight(fraction, "0"), 10)
	if !amountText.MatchString(text) || !digits.IsUint64() || unit.String() == "none" || unit >= quantity.Unit(len(quantity.Units())+1) {
		return nil, false
	}
	v, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil, false
	}
	if unit == quantity.Percent || unit == quantity.Point {
		v.Quo(v, big.NewRat(100, 1))
	}
	limit := big.NewInt(tenTo15)
	return v, v.Num().Cmp(limit) <= 0 && v.Denom().Cmp(limit) <= 0
}
