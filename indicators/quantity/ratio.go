package quantity

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Total is an exact sum of facts in a unit, 128 bits wide and comparable with ==.
type Total struct {
	steps Wide
	unit  Unit
}

// NewTotal returns a sum counted in the steps of its unit: persons, but fen of yuan.
func NewTotal(steps Wide, unit Unit) Total { return Total{steps, unit} }

// TotalOf returns n whole things.
func TotalOf(n uint64, unit Unit) Total { return Total{Product(n, unit.Scale()), unit} }

// Unit returns what is counted.
func (t Total) Unit() Unit { return t.unit }

// Steps returns the sum in the steps of its unit.
func (t Total) Steps() Wide { return t.steps }

// IsZero reports whether the sum is nought.
func (t Total) IsZero() bool { return t.steps.IsZero() }

// Compare compares two sums of one unit.
func (t Total) Compare(u Total) int { return t.steps.Compare(u.steps) }

// Decimal returns the sum.
func (t Total) Decimal() decimal.Decimal {
	return decimal.NewFromBigInt(t.steps.big(), -int32(t.places()))
}

func (t Total) places() int {
	if t.unit.Scale() == 100 {
		return 2
	}
	return 0
}

// Number returns the exact number without its unit.
func (t Total) Number() string {
	if n, ok := t.steps.Uint64(); ok && t.places() == 0 {
		return strconv.FormatUint(n, 10)
	}
	return trimmed(pointed(t.steps.String(), t.places()))
}

// trimmed drops the zeros at the end of a number with two decimals.
func trimmed(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// String prints the total with its unit in Chinese.
func (t Total) String() string { return t.In(bilingual.Chinese) }

// In returns number and unit in words: 12名教师, "12 teachers".
func (t Total) In(l bilingual.Language) string {
	return t.unit.with(t.Number(), t.steps == WideOf(t.unit.Scale()), l)
}

type totalJSON struct {
	Steps json.Number `json:"steps"`
	Unit  Unit        `json:"unit"`
	Text  string      `json:"number"`
}

// MarshalJSON writes the sum as a whole number of steps, its unit and the printed number.
func (t Total) MarshalJSON() ([]byte, error) {
	return json.Marshal(totalJSON{json.Number(t.steps.String()), t.unit, t.Number()})
}

// UnmarshalJSON reads steps and unit.
func (t *Total) UnmarshalJSON(data []byte) error {
	var read totalJSON
	if err := json.Unmarshal(data, &read); err != nil {
		return fmt.Errorf("quantity: total %s: %w", clipped(string(data)), err)
	}
	steps, fault := parseWide(read.Steps.String())
	if fault != NoFault {
		return fmt.Errorf("quantity: total %s: %w", clipped(string(data)), fault)
	}
	*t = Total{steps, read.Unit}
	return nil
}

// parseWide looks at the length first: reading digits takes the square of it.
func parseWide(s string) (Wide, Fault) {
	unsigned, signed := strings.CutPrefix(s, "-")
	if !digits(unsigned) {
		return Wide{}, Unreadable
	}
	unsigned = strings.TrimLeft(unsigned, "0")
	switch {
	case unsigned == "":
		return Wide{}, NoFault
	case signed:
		return Wide{}, Negative
	case len(unsigned) > len(largestWide.String()):
		return Wide{}, TooLarge
	}
	n, _ := new(big.Int).SetString(unsigned, 10)
	steps, ok := wideOfBig(n)
	if !ok {
		return Wide{}, TooLarge
	}
	return steps, NoFault
}

// Ratio is one total over another, unreduced. A plain number of things is a
// ratio over nothing: its Per has no unit. The zero value is no ratio.
type Ratio struct {
	Of   Total `json:"of"`
	Per  Total `json:"per"`
	Unit Unit  `json:"unit"`
}

// Ratio returns the amount as a ratio, for comparing a figure that was worked
// out elsewhere; an amount that is counted whole stays a plain number.
func (a Amount) Ratio() Ratio {
	switch {
	case a.IsZero():
		return Ratio{}
	case a.den == 1 && !a.unit.Fractional():
		return Ratio{Of: TotalOf(a.num, a.unit), Unit: a.unit}
	}
	return Ratio{Of: TotalOf(a.num, Item), Per: TotalOf(a.den, Item), Unit: a.unit}
}

// MarshalJSON writes both totals, the unit, and the value as tables print it, a quotient
// rounded half up to two decimals, so that none works it out anew. Nothing is decided
// by it.
func (r Ratio) MarshalJSON() ([]byte, error) {
	type exact Ratio
	printed := ""
	switch {
	case r.Defined() && r.plain():
		printed = r.Of.Number()
	case r.Defined():
		printed = r.Rounded(2)
	}
	return json.Marshal(struct {
		exact
		Printed string `json:"printed"`
	}{exact(r), printed})
}

// IsZero reports whether there is no ratio at all.
func (r Ratio) IsZero() bool { return r == Ratio{} }

// Defined reports whether the ratio has a value: there is one, and its
// denominator is not zero.
func (r Ratio) Defined() bool { return r.Unit != NoUnit && (r.plain() || !r.Per.IsZero()) }

func (r Ratio) plain() bool { return r.Per.unit == NoUnit }

// terms returns numerator and denominator of the value, ready to multiply.
func (r Ratio) terms() (num, den wider) {
	if r.plain() {
		return r.Of.steps.wider(), WideOf(r.Of.unit.Scale()).wider()
	}
	return r.Of.steps.wider().times(r.Per.unit.Scale()), r.Per.steps.wider().times(r.Of.unit.Scale())
}

// small returns the terms of the value where they are no larger than what
// cities count, so that comparing them needs 128 bits and not 256.
func (r Ratio) small() (num, den uint64, ok bool) {
	num, ok = r.Of.steps.Uint64()
	if !ok || num >= 1<<56 {
		return 0, 0, false
	}
	if r.plain() {
		return num, r.Of.unit.Scale(), true
	}
	den, ok = r.Per.steps.Uint64()
	return num * r.Per.unit.Scale(), den * r.Of.unit.Scale(), ok && den < 1<<56
}

// Compare compares a defined ratio with an amount by cross-multiplication.
func (r Ratio) Compare(a Amount) int {
	if n, d, ok := r.small(); ok {
		return Product(n, a.den).Compare(Product(d, a.num))
	}
	num, den := r.terms()
	return num.times(a.den).compare(den.times(a.num))
}

// Missing returns how much the numerator lacks to reach an amount, the
// denominator held, rounded up to a whole step; nought if it lacks nothing.
func (r Ratio) Missing(a Amount) Total {
	return Total{r.gap(a, false), r.Of.unit}
}

// Surplus returns by how much the numerator exceeds an amount, the denominator
// held, rounded up to a whole step; nought if it does not.
func (r Ratio) Surplus(a Amount) Total {
	return Total{r.gap(a, true), r.Of.unit}
}

// gap is nought against no amount.
func (r Ratio) gap(a Amount, surplus bool) Wide {
	if a.den == 0 {
		return Wide{}
	}
	den := WideOf(1).wider()
	divisor := a.den
	if !r.plain() {
		den = r.Per.steps.wider()
		divisor *= r.Per.unit.Scale()
	}
	wanted, rest := den.times(a.num).times(r.Of.unit.Scale()).over(divisor)
	limit, ok := wanted.wide()
	switch {
	case !ok:
		limit = largestWide // or what is far out of reach would lack nothing
	case rest && !surplus:
		limit = limit.Plus(1)
	}
	gap, ok := limit.Sub(r.Of.steps)
	if surplus {
		gap, ok = r.Of.steps.Sub(limit)
	}
	if !ok {
		return Wide{}
	}
	return gap
}

// Reaches reports whether the ratio with so much added to its numerator, or
// taken away from it, is exactly an amount.
func (r Ratio) Reaches(a Amount, change Total, takenAway bool) bool {
	changed := r
	steps, carry := r.Of.steps.AddCarry(change.steps)
	fits := carry == 0
	if takenAway {
		steps, fits = r.Of.steps.Sub(change.steps)
	}
	changed.Of.steps = steps
	return fits && changed.Compare(a) == 0
}

// StepTo returns how much the ratio must grow in every period of so many days
// to reach an amount in the days left, and whether it can be said exactly. A
// percentage grows by percentage points.
func (r Ratio) StepTo(a Amount, period, left uint64) (Amount, bool) {
	if !r.Defined() || left == 0 || r.Compare(a) >= 0 {
		return Amount{}, false
	}
	num, den := r.terms()
	way, of := den.times(a.num).minus(num.times(a.den)), den.times(a.den)
	n, fits := way.timesWord(period)
	d, fit := of.timesWord(left)
	if !fits || !fit { // perhaps they do without the factors that they share
		step := new(big.Rat).SetFrac(new(big.Int).Mul(way.big(), WideOf(period).big()), new(big.Int).Mul(of.big(), WideOf(left).big()))
		if !step.Num().IsUint64() || !step.Denom().IsUint64() {
			return Amount{}, false
		}
		n, d = step.Num().Uint64(), step.Denom().Uint64()
	}
	unit := a.unit
	if unit == Percent {
		unit = Point
	}
	amount, err := NewAmount(n, d, unit)
	return amount, err == nil
}

// Rounding says to which side printing drops digits.
type Rounding uint8

// The two sides. Against a floor a value is printed down, against a ceiling up,
// so that a printed value never passes where the exact one fails.
const (
	Down Rounding = iota
	Up
)

// String returns "down" or "up".
func (r Rounding) String() string {
	if r == Up {
		return "up"
	}
	return "down"
}

// Number returns the value without its unit: whole for things, with two
// decimals for what is measured, with four for a coefficient; "–" where it is undefined.
func (r Ratio) Number(side Rounding) string {
	if !r.Defined() {
		return "–"
	}
	if r.plain() {
		return r.Of.Number()
	}
	places := 0
	factor := r.Unit.perCent()
	switch {
	case r.Unit == Coefficient:
		places, factor = 4, 10000
	case r.Unit.Fractional():
		places, factor = 2, factor*100
	}
	num := new(big.Int).Mul(r.Of.steps.big(), new(big.Int).SetUint64(factor*r.Per.unit.Scale()))
	den := new(big.Int).Mul(r.Per.steps.big(), new(big.Int).SetUint64(r.Of.unit.Scale()))
	quotient, rest := num.QuoRem(num, den, new(big.Int))
	if side == Up && rest.Sign() != 0 {
		quotient.Add(quotient, big.NewInt(1))
	}
	return pointed(quotient.String(), places)
}

// Rational returns the value exactly, nil where there is none.
func (r Ratio) Rational() *big.Rat {
	if !r.Defined() {
		return nil
	}
	num, den := r.Of.steps.big(), new(big.Int).SetUint64(r.Of.unit.Scale())
	if !r.plain() {
		num.Mul(num, new(big.Int).SetUint64(r.Per.unit.Scale()))
		den.Mul(den, r.Per.steps.big())
	}
	return new(big.Rat).SetFrac(num, den)
}

// Rounded returns the value rounded half up to so many decimals, for tables that
// stand beside published ones: 9.50, 95.0. It decides nothing, since 94.996 % becomes
// 95.00. "–" stands for no value.
func (r Ratio) Rounded(places int) string {
	if !r.Defined() {
		return "–"
	}
	printed := r.Rational()
	if !r.plain() {
		printed.Mul(printed, new(big.Rat).SetInt64(int64(r.Unit.perCent())))
	}
	return printed.FloatString(max(0, places)) // half away from nought, and there is nothing below it
}

// String prints the ratio in Chinese, rounded down.
func (r Ratio) String() string { return r.In(bilingual.Chinese, Down) }

// In returns the value with its unit: 11.99%, "11.99 %".
func (r Ratio) In(l bilingual.Language, side Rounding) string {
	if r.plain() && r.Defined() {
		return r.Of.In(l)
	}
	return r.Unit.with(r.Number(side), false, l)
}

// Calculation returns the value with what it was made from:
// "1,199 of 10,000 = 11.99 %".
func (r Ratio) Calculation(l bilingual.Language, side Rounding) string {
	if r.plain() || !r.Defined() {
		return r.In(l, side)
	}
	of, per, is := Grouped(r.Of.Number(), l), Grouped(r.Per.Number(), l), l.Pick("=", " = ")
	switch {
	case r.Of.unit != r.Per.unit && r.Unit != Percent: // what is divided by what
		return r.Of.In(l) + l.Pick("/", " / ") + r.Per.In(l) + is + r.In(l, side)
	case l != bilingual.English:
		return of + "/" + per + is + r.In(l, side)
	case r.Of.unit != r.Per.unit || r.Of.Compare(r.Per) > 0: // nothing is more than what it is of
		return of + " / " + per + is + r.In(l, side)
	}
	return of + " of " + per + is + r.In(l, side)
}

// Decimal returns the value cut to so many places, a percentage as a part of
// one, and whether it is defined.
func (r Ratio) Decimal(places int32, side Rounding) (decimal.Decimal, bool) {
	if !r.Defined() {
		return decimal.Decimal{}, false
	}
	if r.plain() {
		return r.Of.Decimal(), true
	}
	places = min(max(places, 0), 30)
	quotient, rest := r.Of.Decimal().QuoRem(r.Per.Decimal(), places)
	if side == Up && !rest.IsZero() {
		quotient = quotient.Add(decimal.New(1, -places))
	}
	return quotient, true
}
