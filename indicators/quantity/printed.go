package quantity

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Printed is a figure as somebody has printed it, with its digits: 99.1 and 99.10
// are not the same, since the second is known ten times as closely. What was
// rounded may be half a unit of the last digit more or less. The zero value is no
// figure.
type Printed struct {
	amount    Amount
	places    uint8
	truncated bool
}

// ParsePrinted reads a printed number in a unit; a percentage is read in per cent:
// "99.1". It takes what [ParseAmount] takes.
func ParsePrinted(s string, unit Unit) (Printed, error) {
	amount, err := ParseAmount(s, unit)
	if err != nil {
		return Printed{}, err
	}
	_, fraction, _ := strings.Cut(unit.Without(s), ".")
	if len(fraction) > 6 {
		return Printed{}, fmt.Errorf("quantity: printed %q %s: %w", clipped(s), unit, Unreadable)
	}
	return Printed{amount: amount, places: uint8(len(fraction))}, nil
}

// Truncated returns the figure as one whose further digits were dropped and not
// rounded: it may be up to a unit of the last digit more, and no less.
func (p Printed) Truncated() Printed {
	p.truncated = true
	return p
}

// IsZero reports whether there is no figure.
func (p Printed) IsZero() bool { return p == Printed{} }

// Unit returns the figure's unit.
func (p Printed) Unit() Unit { return p.amount.unit }

// Amount returns the number as it is printed.
func (p Printed) Amount() Amount { return p.amount }

// Places returns how many decimals are printed.
func (p Printed) Places() int { return int(p.places) }

// Bounds returns the least and the greatest number that is printed so. None is below
// nought.
func (p Printed) Bounds() (low, high Amount) {
	if p.IsZero() {
		return Amount{}, Amount{}
	}
	half := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Mul(big.NewInt(2), p.scale()))
	value := new(big.Rat).SetFrac(new(big.Int).SetUint64(p.amount.num), new(big.Int).SetUint64(p.amount.den))
	from, to := new(big.Rat).Sub(value, half), new(big.Rat).Add(value, half)
	if p.truncated {
		from, to = value, new(big.Rat).Add(to, half)
	}
	if from.Sign() < 0 {
		from = new(big.Rat)
	}
	return p.of(from), p.of(to)
}

// scale is how many units of the last digit make one: 1,000 for 99.1 %.
func (p Printed) scale() *big.Int {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(p.places)), nil)
	return scale.Mul(scale, new(big.Int).SetUint64(p.amount.unit.perCent()))
}

// of returns a bound; one that outgrows an amount is the number itself.
func (p Printed) of(r *big.Rat) Amount {
	if !r.Num().IsUint64() || !r.Denom().IsUint64() {
		return p.amount
	}
	a, err := NewAmount(r.Num().Uint64(), r.Denom().Uint64(), p.amount.unit)
	if err != nil {
		return p.amount
	}
	return a
}

// In returns the figure with the digits that were printed, and its unit.
func (p Printed) In(l bilingual.Language) string {
	if p.IsZero() {
		return ""
	}
	return p.amount.unit.with(p.digits(), false, l)
}

// digits returns the number with the digits that were printed.
func (p Printed) digits() string {
	number := p.amount.Number()
	if p.places == 0 {
		return number
	}
	whole, fraction, _ := strings.Cut(number, ".")
	return whole + "." + fraction + strings.Repeat("0", max(0, int(p.places)-len(fraction)))
}

// String returns the figure in English.
func (p Printed) String() string { return p.In(bilingual.English) }

type printedJSON struct {
	Number    string `json:"number"`
	Unit      Unit   `json:"unit"`
	Truncated bool   `json:"truncated,omitzero"`
}

// MarshalJSON writes {"number": "99.10", "unit": "percent"} with the digits that were
// printed, and whether further ones were dropped; null for no figure.
func (p Printed) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(printedJSON{p.digits(), p.amount.unit, p.truncated})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (p *Printed) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*p = Printed{}
		return nil
	}
	var read printedJSON
	if err := json.Unmarshal(data, &read); err != nil {
		return fmt.Errorf("quantity: printed %s: %w", clipped(string(data)), err)
	}
	parsed, err := ParsePrinted(read.Number, read.Unit)
	if err != nil {
		return err
	}
	parsed.truncated = read.Truncated
	*p = parsed
	return nil
}
