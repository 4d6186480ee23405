package quantity

import (
	"math/bits"

	"github.com/shopspring/decimal"
)

// Count is a whole number of persons, schools, classes or other things.
type Count struct{ whole }

// N converts a whole number: quantity.N(41230).
func N[I Integer](n I) Count { return Count{whole{ofInteger(n, 1)}} }

// CountOf converts a float64; a fraction is refused.
func CountOf(v float64) Count { return Count{whole{wholeOfFloat(v)}} }

// CountOfDecimal converts a decimal exactly or refuses it.
func CountOfDecimal(d decimal.Decimal) Count { return Count{whole{ofDecimal(d, 1)}} }

// ParseCount reads a number as people and programs write it: with full-width digits, with
// separators in groups of three (57,891 or 57 891), with the measure word of what is
// counted (58人, 3所). A cell without a value ([NoValue]) is unknown; an error quotes the
// text. 4.5万, 1e3 and signs of suppression are refused.
func ParseCount(s string) (Count, error) {
	c, err := parsed("count", s, 1, withoutCounted)
	return Count{whole{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Count) If(ok bool) Count {
	if ok {
		return q
	}
	return Count{}
}

// Plus returns the sum of the two: unknown where either is unknown, invalid where either
// is invalid or the sum is too large.
func (q Count) Plus(other Count) Count { return Count{whole{sum(q.code, other.code)}} }

// Hours is class hours (学时), in hundredths.
type Hours struct{ hundredths }

// WholeHours converts a whole number of class hours (学时).
func WholeHours[I Integer](n I) Hours { return Hours{hundredths{ofInteger(n, 100)}} }

// HoursOf converts a float64. The sum of numbers with two decimals, or one that was a float32,
// is the hundredth that it differs from by no more than a millionth of itself, and by less
// than a thousandth; what really lies between two hundredths is refused.
func HoursOf(v float64) Hours { return Hours{hundredths{hundredthsOfFloat(v)}} }

// HoursOfMinutes converts minutes of lessons, of which so many make one class hour (学时):
// no national rule says how many, and schools count 40 or 45 to a lesson, so the caller
// does. It is rounded down to the hundredth, which no minimum in hundredths can tell from
// the exact value; add up minutes first and convert their sum.
func HoursOfMinutes(minutes Count, each uint64) Hours {
	if !minutes.Known() {
		return Hours{hundredths(minutes.whole)}
	}
	if each == 0 {
		return Hours{hundredths{CodeOfFault(Infinite)}}
	}
	high, low := bits.Mul64(minutes.code.Steps(), 100)
	if high >= each {
		return Hours{hundredths{CodeOfFault(TooLarge)}}
	}
	steps, _ := bits.Div64(high, low, each)
	return Hours{hundredths{CodeOf(steps)}}
}

// HoursOfDecimal converts a decimal exactly or refuses it.
func HoursOfDecimal(d decimal.Decimal) Hours { return Hours{hundredths{ofDecimal(d, 100)}} }

// ParseHours reads a number as [ParseCount] does, with up to two decimals, and with its
// unit: 360学时; other units, 小时 among them, are refused.
func ParseHours(s string) (Hours, error) {
	c, err := parsed("hours", s, 100, Hour.Without)
	return Hours{hundredths{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Hours) If(ok bool) Hours {
	if ok {
		return q
	}
	return Hours{}
}

// Plus returns the sum of the two: unknown where either is unknown, invalid where either
// is invalid or the sum is too large.
func (q Hours) Plus(other Hours) Hours { return Hours{hundredths{sum(q.code, other.code)}} }

// Money is an amount of yuan, in fen.
type Money struct{ hundredths }

// WholeYuan converts a whole number of yuan.
func WholeYuan[I Integer](n I) Money { return Money{hundredths{ofInteger(n, 100)}} }

// Fen converts a whole number of fen, as accounting software holds money.
func Fen[I Integer](n I) Money { return Money{hundredths{ofInteger(n, 1)}} }

// YuanOf converts a float64 as [HoursOf] does; a real fraction of a fen is refused.
func YuanOf(v float64) Money { return Money{hundredths{hundredthsOfFloat(v)}} }

// YuanOfDecimal converts a decimal exactly or refuses it.
func YuanOfDecimal(d decimal.Decimal) Money { return Money{hundredths{ofDecimal(d, 100)}} }

// ParseMoney reads a number as [ParseCount] does, with up to two decimals, and with its
// unit: ¥2,500.00 or 2500元.
func ParseMoney(s string) (Money, error) {
	c, err := parsed("money", s, 100, Yuan.Without)
	return Money{hundredths{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Money) If(ok bool) Money {
	if ok {
		return q
	}
	return Money{}
}

// Plus returns the sum of the two: unknown where either is unknown, invalid where either
// is invalid or the sum is too large.
func (q Money) Plus(other Money) Money { return Money{hundredths{sum(q.code, other.code)}} }

// Months is a length of time in months, in hundredths.
type Months struct{ hundredths }

// WholeMonths converts a whole number of months.
func WholeMonths[I Integer](n I) Months { return Months{hundredths{ofInteger(n, 100)}} }

// MonthsOf converts a float64. The sum of numbers with two decimals, or one that was a float32,
// is the hundredth that it differs from by no more than a millionth of itself, and by less
// than a thousandth; what really lies between two hundredths is refused.
func MonthsOf(v float64) Months { return Months{hundredths{hundredthsOfFloat(v)}} }

// MonthsOfDecimal converts a decimal exactly or refuses it.
func MonthsOfDecimal(d decimal.Decimal) Months { return Months{hundredths{ofDecimal(d, 100)}} }

// ParseMonths reads a number as [ParseCount] does, with up to two decimals, and with its
// unit: 6个月.
func ParseMonths(s string) (Months, error) {
	c, err := parsed("months", s, 100, Month.Without)
	return Months{hundredths{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Months) If(ok bool) Months {
	if ok {
		return q
	}
	return Months{}
}

// Plus returns the sum of the two: unknown where either is unknown, invalid where either
// is invalid or the sum is too large.
func (q Months) Plus(other Months) Months { return Months{hundredths{sum(q.code, other.code)}} }

// Years is a number of years, of schooling (受教育年限) or of service, in hundredths.
type Years struct{ hundredths }

// WholeYears converts a whole number of years of schooling (受教育年限).
func WholeYears[I Integer](n I) Years { return Years{hundredths{ofInteger(n, 100)}} }

// YearsOf converts a float64. The sum of numbers with two decimals, or one that was a float32,
// is the hundredth that it differs from by no more than a millionth of itself, and by less
// than a thousandth; what really lies between two hundredths is refused.
func YearsOf(v float64) Years { return Years{hundredths{hundredthsOfFloat(v)}} }

// YearsOfDecimal converts a decimal exactly or refuses it.
func YearsOfDecimal(d decimal.Decimal) Years { return Years{hundredths{ofDecimal(d, 100)}} }

// ParseYears reads a number as [ParseCount] does, with up to two decimals, and with its
// unit: 12年.
func ParseYears(s string) (Years, error) {
	c, err := parsed("years", s, 100, Year.Without)
	return Years{hundredths{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Years) If(ok bool) Years {
	if ok {
		return q
	}
	return Years{}
}

// Plus returns the sum of the two: unknown where either is unknown, invalid where either
// is invalid or the sum is too large.
func (q Years) Plus(other Years) Years { return Years{hundredths{sum(q.code, other.code)}} }

// FTE is a number of posts counted by the hours that are worked (折合专任教师数), in
// hundredths: two teachers on half hours are one full-time equivalent.
type FTE struct{ hundredths }

// WholeFTE converts a whole number of full-time equivalents.
func WholeFTE[I Integer](n I) FTE { return FTE{hundredths{ofInteger(n, 100)}} }

// FTEOf converts a float64 as [HoursOf] does.
func FTEOf(v float64) FTE { return FTE{hundredths{hundredthsOfFloat(v)}} }

// FTEOfDecimal converts a decimal exactly or refuses it.
func FTEOfDecimal(d decimal.Decimal) FTE { return FTE{hundredths{ofDecimal(d, 100)}} }

// ParseFTE reads a number as [ParseCount] does, with up to two decimals, and with its unit.
func ParseFTE(s string) (FTE, error) {
	c, err := parsed("full-time equivalents", s, 100, FullTimeEquivalent.Without)
	return FTE{hundredths{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q FTE) If(ok bool) FTE {
	if ok {
		return q
	}
	return FTE{}
}

// Plus returns the sum of the two: unknown where either is unknown, invalid where either
// is invalid or the sum is too large.
func (q FTE) Plus(other FTE) FTE { return FTE{hundredths{sum(q.code, other.code)}} }
