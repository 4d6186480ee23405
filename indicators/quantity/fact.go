package quantity

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Integer is any whole-number type of Go.
type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

// Fact is what every fact can say of itself.
type Fact interface {
	comparable
	// Code returns the ordered form of the fact.
	Code() Code
	// Scale returns how many steps of the fact make one unit: 1 or 100.
	Scale() uint64
	// String returns the value without its unit; unknown is "".
	String() string
}

// whole is the core of facts that are counted: steps of one.
type whole struct{ code Code }

// hundredths is the core of facts that are measured: steps of a hundredth.
type hundredths struct{ code Code }

// Known reports whether the fact has a value.
func (w whole) Known() bool { return w.code.Known() }

// Known reports whether the fact has a value.
func (h hundredths) Known() bool { return h.code.Known() }

// Invalid reports whether the value was refused.
func (w whole) Invalid() bool { return w.code.Invalid() }

// Invalid reports whether the value was refused.
func (h hundredths) Invalid() bool { return h.code.Invalid() }

// Fault says why the fact is invalid.
func (w whole) Fault() Fault { return w.code.Fault() }

// Fault says why the fact is invalid.
func (h hundredths) Fault() Fault { return h.code.Fault() }

// SetInt sets the fact to a whole number of its unit, as [N] and its like take it.
func (w *whole) SetInt(n int64) { w.code = ofInteger(n, 1) }

// SetInt sets the fact to a whole number of its unit.
func (h *hundredths) SetInt(n int64) { h.code = ofInteger(n, 100) }

// SetFloat sets the fact to a number of its unit; one that is not whole is invalid.
func (w *whole) SetFloat(v float64) { w.code = wholeOfFloat(v) }

// SetFloat sets the fact to a number of its unit, as [HoursOf] takes it.
func (h *hundredths) SetFloat(v float64) { h.code = hundredthsOfFloat(v) }

// Code returns the ordered form of the fact.
func (w whole) Code() Code { return w.code }

// Code returns the ordered form of the fact.
func (h hundredths) Code() Code { return h.code }

// Scale returns 1: the fact is counted whole.
func (w whole) Scale() uint64 { return 1 }

// Scale returns 100: the fact is measured in hundredths.
func (h hundredths) Scale() uint64 { return 100 }

// String returns the number; an unknown fact is "", an invalid one "invalid: " and the reason.
func (w whole) String() string { return textOf(w.code, 1) }

// String returns the number without needless zeros; an unknown fact is "", an invalid one "invalid: " and the reason.
func (h hundredths) String() string { return textOf(h.code, 100) }

// MarshalText writes what String returns.
func (w whole) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// MarshalText writes what String returns.
func (h hundredths) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads a whole number as [ParseCount] does, without a unit, or "invalid: " and a reason.
func (w *whole) UnmarshalText(text []byte) error { return readText(&w.code, text, 1) }

// UnmarshalText reads a number as [ParseHours] does, without a unit, or "invalid: " and a reason.
func (h *hundredths) UnmarshalText(text []byte) error { return readText(&h.code, text, 100) }

// MarshalJSON writes a number, null for an unknown fact, or a string for an invalid one.
func (w whole) MarshalJSON() ([]byte, error) { return jsonOf(w.code, 1) }

// MarshalJSON writes a number, null for an unknown fact, or a string for an invalid one.
func (h hundredths) MarshalJSON() ([]byte, error) { return jsonOf(h.code, 100) }

// UnmarshalJSON reads a number, null as unknown, or a string as UnmarshalText does.
func (w *whole) UnmarshalJSON(data []byte) error { return readJSON(&w.code, data, 1) }

// UnmarshalJSON reads a number, null as unknown, or a string as UnmarshalText does.
func (h *hundredths) UnmarshalJSON(data []byte) error { return readJSON(&h.code, data, 100) }

// Decimal returns the value and whether there is one.
func (w whole) Decimal() (decimal.Decimal, bool) { return decimalOf(w.code, 0) }

// Decimal returns the value and whether there is one.
func (h hundredths) Decimal() (decimal.Decimal, bool) { return decimalOf(h.code, -2) }

func decimalOf(c Code, exponent int32) (decimal.Decimal, bool) {
	if !c.Known() {
		return decimal.Decimal{}, false
	}
	return decimal.New(int64(c.Steps()), exponent), true
}

const invalidPrefix = "invalid: "

func textOf(c Code, scale uint64) string {
	switch {
	case c.Unknown():
		return ""
	case c.Invalid():
		return invalidPrefix + c.Fault().String()
	case scale == 1:
		return strconv.FormatUint(c.Steps(), 10)
	}
	s := strconv.FormatUint(c.Steps()/100, 10)
	if rest := c.Steps() % 100; rest != 0 {
		s += strings.TrimRight(fmt.Sprintf(".%02d", rest), "0")
	}
	return s
}

func readText(c *Code, text []byte, scale uint64) error {
	s := Normal(string(text))
	if noValue(s) {
		*c = 0
		return nil
	}
	if key, ok := strings.CutPrefix(s, invalidPrefix); ok {
		var f Fault
		if err := f.UnmarshalText([]byte(key)); err != nil || f == NoFault {
			return fmt.Errorf("quantity: reading %q: unknown reason", s)
		}
		*c = CodeOfFault(f)
		return nil
	}
	read := parse(s, scale)
	if read.Invalid() {
		return fmt.Errorf("quantity: reading %q: %w", clipped(string(text)), read.Fault())
	}
	*c = read
	return nil
}

func jsonOf(c Code, scale uint64) ([]byte, error) {
	switch {
	case c.Unknown():
		return []byte("null"), nil
	case c.Invalid():
		return json.Marshal(textOf(c, scale))
	}
	return []byte(textOf(c, scale)), nil
}

func readJSON(c *Code, data []byte, scale uint64) error {
	s := string(data)
	if s == "null" {
		*c = 0
		return nil
	}
	if strings.HasPrefix(s, `"`) {
		if err := json.Unmarshal(data, &s); err != nil {
			return fmt.Errorf("quantity: reading %s: %w", data, err)
		}
	}
	return readText(c, []byte(s), scale)
}

// parse reads a decimal number of at most two decimals, trailing zeros aside, with
// separators of thousands where they part groups of three.
func parse(s string, scale uint64) Code {
	unsigned, signed := strings.CutPrefix(s, "-")
	c := parseUnsigned(ungrouped(unsigned), scale)
	if signed && c.Steps() != 0 {
		return CodeOfFault(Negative)
	}
	return c
}

func parseUnsigned(s string, scale uint64) Code {
	integer, fraction, dotted := strings.Cut(s, ".")
	if !digits(integer) || dotted && !digits(fraction) {
		return CodeOfFault(Unreadable)
	}
	fraction = strings.TrimRight(fraction, "0")
	n, err := strconv.ParseUint(integer, 10, 64)
	if err != nil || n > (1<<63-1)/scale {
		return CodeOfFault(TooLarge)
	}
	if scale == 1 {
		if fraction != "" {
			return CodeOfFault(NotWhole)
		}
		return CodeOf(n)
	}
	if len(fraction) > 2 {
		return CodeOfFault(TooPrecise)
	}
	f, _ := strconv.ParseUint((fraction + "00")[:2], 10, 64)
	return CodeOf(n*scale + f)
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// parsed serves the Parse functions: how a clerk or a program writes a number is habit,
// not information, and a cell without a value says nothing.
func parsed(kind, s string, scale uint64, without func(string) string) (Code, error) {
	cell := Normal(s)
	if noValue(cell) {
		return 0, nil
	}
	c := parse(without(cell), scale)
	if c.Invalid() {
		return c, fmt.Errorf("quantity: %s %q: %w", kind, clipped(s), c.Fault())
	}
	return c, nil
}
