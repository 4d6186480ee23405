package quantity

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Amount is an exact, reduced fraction with a unit: a threshold, a baseline,
// a parameter. It is comparable with ==; the zero value is no amount. A
// percentage is stored as a part of one: 95 % is 19/20.
type Amount struct {
	num, den uint64
	unit     Unit
}

// largestAmount keeps the products of a comparison within their width.
const largestAmount = 1_000_000_000_000_000

// NewAmount returns num/den of a unit. Numerator and denominator go up to
// 10^15; a zero denominator or a missing unit is an error.
func NewAmount(num, den uint64, unit Unit) (Amount, error) {
	if den == 0 {
		return Amount{}, fmt.Errorf("quantity: amount %d/%d: the denominator is zero", num, den)
	}
	if unit == NoUnit || unit >= lastUnit {
		return Amount{}, fmt.Errorf("quantity: amount %d/%d: no unit", num, den)
	}
	g := gcd(num, den)
	num, den = num/g, den/g
	if num > largestAmount || den > largestAmount {
		return Amount{}, fmt.Errorf("quantity: amount %d/%d %s: %w", num, den, unit, TooLarge)
	}
	return Amount{num, den, unit}, nil
}

// MustAmount is NewAmount for constants; it panics instead of returning an error.
// 95 % is MustAmount(95, 100, Percent): a percentage is given as a part of one.
func MustAmount(num, den uint64, unit Unit) Amount {
	a, err := NewAmount(num, den, unit)
	if err != nil {
		panic(err)
	}
	return a
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	if a == 0 {
		return 1
	}
	return a
}

// ParseAmount reads a number with up to six decimals in a unit, written with the unit or
// without; a percentage is read in per cent: "95", "12.5 %". No text is no amount: what
// says that there is no value is an error.
func ParseAmount(s string, unit Unit) (Amount, error) {
	integer, fraction, dotted := strings.Cut(ungrouped(unit.Without(s)), ".")
	readable := digits(integer) && (!dotted || digits(fraction))
	fraction = strings.TrimRight(fraction, "0")
	if !readable {
		return Amount{}, fmt.Errorf("quantity: amount %q %s: %w", clipped(s), unit, Unreadable)
	}
	if len(fraction) > 6 {
		return Amount{}, fmt.Errorf("quantity: amount %q %s: %w: more than six decimals", clipped(s), unit, Unreadable)
	}
	num, err := strconv.ParseUint(integer+fraction, 10, 64)
	if err != nil {
		return Amount{}, fmt.Errorf("quantity: amount %q %s: %w", clipped(s), unit, TooLarge)
	}
	den := uint64(1)
	for range fraction {
		den *= 10
	}
	return NewAmount(num, den*unit.perCent(), unit)
}

// PerCent reads a percentage in per cent, as it is printed: "95", "95%" and "95.0 %" are
// 95 %, which is 19/20. A percentage above 1,000 % is refused as a slip ([Amount.Hundredfold]).
func PerCent(s string) (Amount, error) {
	a, err := ParseAmount(s, Percent)
	if err != nil {
		return Amount{}, err
	}
	if a.Hundredfold() {
		return Amount{}, fmt.Errorf("quantity: amount %q %s: %w", clipped(s), Percent, TooLarge)
	}
	return a, nil
}

// AmountOfDecimal converts a decimal exactly; a percentage is given as a part
// of one, 0.95.
func AmountOfDecimal(d decimal.Decimal, unit Unit) (Amount, error) {
	if d.Sign() < 0 {
		return Amount{}, fmt.Errorf("quantity: amount %s %s: %w", short(d), unit, Negative)
	}
	d = d.Normalize()
	if d.Exponent() < -30 || d.Exponent() > 15 {
		return Amount{}, fmt.Errorf("quantity: amount %s %s: %w", short(d), unit, TooLarge)
	}
	r := d.Rat()
	if !r.Num().IsUint64() || !r.Denom().IsUint64() {
		return Amount{}, fmt.Errorf("quantity: amount %s %s: %w", short(d), unit, TooLarge)
	}
	return NewAmount(r.Num().Uint64(), r.Denom().Uint64(), unit)
}

// longest is how much of a number or a text an error quotes.
const longest = 100

// short prints a decimal for an error without writing out a million digits.
func short(d decimal.Decimal) string {
	if n := d.NumDigits(); n > longest {
		return fmt.Sprintf("of %d digits, e%d,", n, d.Exponent())
	}
	return fmt.Sprintf("%de%d", d.Coefficient(), d.Exponent())
}

// clipped quotes a text in an error without its end, if it is long.
func clipped(s string) string {
	if len(s) <= longest {
		return s
	}
	return strings.ToValidUTF8(s[:longest], "") + "…"
}

// IsZero reports whether there is no amount at all; an amount of nought is one.
func (a Amount) IsZero() bool { return a == Amount{} }

// Unit returns what is counted or measured.
func (a Amount) Unit() Unit { return a.unit }

// Fraction returns the reduced numerator and denominator.
func (a Amount) Fraction() (num, den uint64) { return a.num, a.den }

// Compare compares two amounts by cross-multiplication; their units must agree.
func (a Amount) Compare(b Amount) int {
	return Product(a.num, b.den).Compare(Product(b.num, a.den))
}

// Times returns the amount times a percentage or a multiple: 85 % of 4.2 per 100 pupils.
func (a Amount) Times(share Amount) (Amount, error) {
	if share.unit != Percent && share.unit != Multiple {
		return Amount{}, fmt.Errorf("quantity: amount %s times %s: a percentage or a multiple is wanted", a, share)
	}
	g, h := gcd(a.num, share.den), gcd(share.num, a.den)
	num, den := Product(a.num/g, share.num/h), Product(a.den/h, share.den/g)
	n, fits := num.Uint64()
	d, also := den.Uint64()
	if !fits || !also {
		return Amount{}, fmt.Errorf("quantity: amount %s times %s: %w", a, share, TooLarge)
	}
	return NewAmount(n, d, a.unit)
}

// Ceil returns the code of the lowest step of the unit that is not below the amount.
func (a Amount) Ceil() Code { return a.code(true) }

// Floor returns the code of the highest step of the unit that is not above the amount.
func (a Amount) Floor() Code { return a.code(false) }

func (a Amount) code(up bool) Code {
	if a.den == 0 {
		return 0
	}
	hi, lo := bits.Mul64(a.num, a.unit.Scale())
	if hi >= a.den {
		return CodeOfFault(TooLarge)
	}
	steps, rest := bits.Div64(hi, lo, a.den)
	if up && rest != 0 {
		steps++
	}
	return CodeOf(steps)
}

// Decimal returns the amount as a decimal, a percentage as a part of one, and
// whether it has a finite one; thirds have not.
func (a Amount) Decimal() (decimal.Decimal, bool) {
	if a.den == 0 {
		return decimal.Decimal{}, false
	}
	places, rest := int32(0), a.den
	for _, p := range []uint64{2, 5} {
		n := int32(0)
		for ; rest%p == 0; rest /= p {
			n++
		}
		places = max(places, n)
	}
	if rest != 1 {
		return decimal.Decimal{}, false
	}
	scaled := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	scaled.Mul(scaled, new(big.Int).SetUint64(a.num)).Quo(scaled, new(big.Int).SetUint64(a.den))
	return decimal.NewFromBigInt(scaled, -places), true
}

// perCent is the factor between a printed and a stored amount.
func (u Unit) perCent() uint64 {
	if u == Percent || u == Point || u == PerHundredPupils {
		return 100
	}
	return 1
}

// Number returns the amount without its unit, 95 for 95 %, exactly: as a
// decimal where there is a finite one of up to six places, else as a fraction.
func (a Amount) Number() string {
	if a.den == 0 {
		return ""
	}
	num, den := a.num*a.unit.perCent(), a.den
	g := gcd(num, den)
	num, den = num/g, den/g
	for places, scale := 0, uint64(1); places <= 6; places, scale = places+1, scale*10 {
		if scale%den != 0 {
			continue
		}
		hi, n := bits.Mul64(num, scale/den)
		if hi != 0 {
			break
		}
		return pointed(strconv.FormatUint(n, 10), places)
	}
	return fmt.Sprintf("%d/%d", num, den)
}

// pointed puts a decimal point before the last places digits.
func pointed(s string, places int) string {
	if places == 0 {
		return s
	}
	if len(s) <= places {
		s = strings.Repeat("0", places-len(s)+1) + s
	}
	return s[:len(s)-places] + "." + s[len(s)-places:]
}

// In returns number and unit in words: 12%, "12 %", 50所学校, "50 schools".
func (a Amount) In(l bilingual.Language) string {
	number := a.Number()
	return a.unit.with(number, number == "1", l)
}

// Rounded returns number and unit in words with at most two decimals, for
// amounts that were computed and may have no end.
func (a Amount) Rounded(l bilingual.Language, side Rounding) string {
	if a.den == 0 {
		return ""
	}
	hi, lo := bits.Mul64(a.num, 100*a.unit.perCent())
	if hi >= a.den {
		return a.In(l)
	}
	n, rest := bits.Div64(hi, lo, a.den)
	if rest != 0 && side == Up {
		n++
	}
	return a.unit.with(trimmed(pointed(strconv.FormatUint(n, 10), 2)), n == 100, l)
}

// String returns number and unit in English.
func (a Amount) String() string { return a.In(bilingual.English) }

// Grouped puts separators between the thousands of a printed number where the
// language has them: 1,199 in English, 1199 in Chinese.
func Grouped(number string, l bilingual.Language) string {
	if l != bilingual.English {
		return number
	}
	integer, fraction, dotted := strings.Cut(number, ".")
	if !digits(integer) {
		return number
	}
	grouped := make([]byte, 0, len(number)+len(integer)/3)
	for i := range len(integer) {
		if i > 0 && (len(integer)-i)%3 == 0 {
			grouped = append(grouped, ',')
		}
		grouped = append(grouped, integer[i])
	}
	if dotted {
		grouped = append(append(grouped, '.'), fraction...)
	}
	return string(grouped)
}

type amountJSON struct {
	Number string `json:"number"`
	Unit   Unit   `json:"unit"`
}

// Hundredfold reports whether a percentage is above 1,000 %, which no rate or rise of a
// plan is: a slip by the factor of a hundred lies there, 95 given for 95 %.
func (a Amount) Hundredfold() bool { return a.unit == Percent && a.Compare(mostPercent) > 0 }

// Hundredfold reports whether a ratio in per cent is above 1,000 %, as [Amount.Hundredfold]
// does: one of its sums is in another unit then, such as thousands.
func (r Ratio) Hundredfold() bool { return r.Unit == Percent && r.Compare(mostPercent) > 0 }

var mostPercent = MustAmount(10, 1, Percent)

// MarshalJSON writes {"number": "12", "unit": "percent"}, or null for no amount.
func (a Amount) MarshalJSON() ([]byte, error) {
	if a.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(amountJSON{a.Number(), a.unit})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (a *Amount) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*a = Amount{}
		return nil
	}
	var read amountJSON
	if err := json.Unmarshal(data, &read); err != nil {
		return fmt.Errorf("quantity: amount %s: %w", clipped(string(data)), err)
	}
	number, den := read.Number, uint64(1)
	if n, d, ok := strings.Cut(number, "/"); ok {
		v, err := strconv.ParseUint(d, 10, 64)
		if err != nil || v == 0 || v > largestAmount {
			return fmt.Errorf("quantity: amount %q: %w", clipped(read.Number), Unreadable)
		}
		number, den = n, v
	}
	v, err := ParseAmount(number, read.Unit)
	if err != nil {
		return err
	}
	hi, product := bits.Mul64(v.den, den)
	if hi != 0 {
		return fmt.Errorf("quantity: amount %q: %w", clipped(read.Number), TooLarge)
	}
	if v, err = NewAmount(v.num, product, read.Unit); err != nil {
		return err
	}
	*a = v
	return nil
}
