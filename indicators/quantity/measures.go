package quantity

import "github.com/shopspring/decimal"

// Count is a whole number of persons, schools, classes or other things.
type Count struct{ whole }

// N converts a whole number: quantity.N(41230).
func N[I Integer](n I) Count { return Count{whole{ofInteger(n, 1)}} }

// CountOf converts a float64; a fraction is refused.
func CountOf(v float64) Count { return Count{whole{wholeOfFloat(v)}} }

// CountOfDecimal converts a decimal exactly or refuses it.
func CountOfDecimal(d decimal.Decimal) Count { return Count{whole{ofDecimal(d, 1)}} }

// ParseCount reads a number written with digits and a point; an empty text is unknown, and an error quotes the text.
func ParseCount(s string) (Count, error) {
	c, err := parsed("count", s, 1)
	return Count{whole{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Count) If(ok bool) Count {
	if ok {
		return q
	}
	return Count{}
}

// Hours is class hours (学时), in hundredths.
type Hours struct{ hundredths }

// WholeHours converts a whole number of class hours (学时).
func WholeHours[I Integer](n I) Hours { return Hours{hundredths{ofInteger(n, 100)}} }

// HoursOf converts a float64; more than two decimals are refused.
func HoursOf(v float64) Hours { return Hours{hundredths{hundredthsOfFloat(v)}} }

// HoursOfDecimal converts a decimal exactly or refuses it.
func HoursOfDecimal(d decimal.Decimal) Hours { return Hours{hundredths{ofDecimal(d, 100)}} }

// ParseHours reads a number written with digits and a point; an empty text is unknown, and an error quotes the text.
func ParseHours(s string) (Hours, error) {
	c, err := parsed("hours", s, 100)
	return Hours{hundredths{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Hours) If(ok bool) Hours {
	if ok {
		return q
	}
	return Hours{}
}

// Money is an amount of yuan, in fen.
type Money struct{ hundredths }

// WholeYuan converts a whole number of yuan.
func WholeYuan[I Integer](n I) Money { return Money{hundredths{ofInteger(n, 100)}} }

// YuanOf converts a float64; a fraction of a fen is refused.
func YuanOf(v float64) Money { return Money{hundredths{hundredthsOfFloat(v)}} }

// YuanOfDecimal converts a decimal exactly or refuses it.
func YuanOfDecimal(d decimal.Decimal) Money { return Money{hundredths{ofDecimal(d, 100)}} }

// ParseMoney reads a number written with digits and a point; an empty text is unknown, and an error quotes the text.
func ParseMoney(s string) (Money, error) {
	c, err := parsed("money", s, 100)
	return Money{hundredths{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Money) If(ok bool) Money {
	if ok {
		return q
	}
	return Money{}
}

// Months is a length of time in months, in hundredths.
type Months struct{ hundredths }

// WholeMonths converts a whole number of months.
func WholeMonths[I Integer](n I) Months { return Months{hundredths{ofInteger(n, 100)}} }

// MonthsOf converts a float64; more than two decimals are refused.
func MonthsOf(v float64) Months { return Months{hundredths{hundredthsOfFloat(v)}} }

// MonthsOfDecimal converts a decimal exactly or refuses it.
func MonthsOfDecimal(d decimal.Decimal) Months { return Months{hundredths{ofDecimal(d, 100)}} }

// ParseMonths reads a number written with digits and a point; an empty text is unknown, and an error quotes the text.
func ParseMonths(s string) (Months, error) {
	c, err := parsed("months", s, 100)
	return Months{hundredths{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Months) If(ok bool) Months {
	if ok {
		return q
	}
	return Months{}
}

// Years is a number of years, of schooling (受教育年限) or of service, in hundredths.
type Years struct{ hundredths }

// WholeYears converts a whole number of years of schooling (受教育年限).
func WholeYears[I Integer](n I) Years { return Years{hundredths{ofInteger(n, 100)}} }

// YearsOf converts a float64; more than two decimals are refused.
func YearsOf(v float64) Years { return Years{hundredths{hundredthsOfFloat(v)}} }

// YearsOfDecimal converts a decimal exactly or refuses it.
func YearsOfDecimal(d decimal.Decimal) Years { return Years{hundredths{ofDecimal(d, 100)}} }

// ParseYears reads a number written with digits and a point; an empty text is unknown, and an error quotes the text.
func ParseYears(s string) (Years, error) {
	c, err := parsed("years", s, 100)
	return Years{hundredths{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Years) If(ok bool) Years {
	if ok {
		return q
	}
	return Years{}
}
