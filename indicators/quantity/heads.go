package quantity

import "github.com/shopspring/decimal"

// Area is an area in square metres, in hundredths.
type Area struct{ hundredths }

// WholeArea converts a whole number of square metres.
func WholeArea[I Integer](n I) Area { return Area{hundredths{ofInteger(n, 100)}} }

// AreaOf converts a float64 as [HoursOf] does.
func AreaOf(v float64) Area { return Area{hundredths{hundredthsOfFloat(v)}} }

// AreaOfDecimal converts a decimal exactly or refuses it.
func AreaOfDecimal(d decimal.Decimal) Area { return Area{hundredths{ofDecimal(d, 100)}} }

// ParseArea reads a number as [ParseCount] does, with up to two decimals, and with its unit.
func ParseArea(s string) (Area, error) {
	c, err := parsed("square metres", s, 100, SquareMetre.Without)
	return Area{hundredths{c}}, err
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Area) If(ok bool) Area {
	if ok {
		return q
	}
	return Area{}
}

// Plus returns the sum of the two: unknown where either is unknown, invalid where either
// is invalid or the sum is too large.
func (q Area) Plus(other Area) Area { return Area{hundredths{sum(q.code, other.code)}} }

// Heads is a number of pupils of whom each counts with the weight of its stage (折算学生数), in
// hundredths.
type Heads struct{ hundredths }

// HeadsOf converts a float64 as [HoursOf] does.
func HeadsOf(v float64) Heads { return Heads{hundredths{hundredthsOfFloat(v)}} }

// HeadsOfDecimal converts a decimal exactly or refuses it.
func HeadsOfDecimal(d decimal.Decimal) Heads { return Heads{hundredths{ofDecimal(d, 100)}} }

// ParseHeads reads a number as [ParseCount] does, with up to two decimals, and with its unit.
func ParseHeads(s string) (Heads, error) {
	c, err := parsed("pupil equivalents", s, 100, PupilEquivalent.Without)
	return Heads{hundredths{c}}, err
}

// WeightedHeads returns pupils who count each with a weight, such as 1.1. It is unknown or
// invalid as the number of pupils is; a weight finer than a hundredth is invalid.
func WeightedHeads(pupils Count, weight Amount) Heads {
	num, den := weight.Fraction()
	switch {
	case !pupils.Known():
		return Heads{hundredths(pupils.whole)}
	case den == 0 || 100*num%den != 0:
		return Heads{hundredths{CodeOfFault(TooPrecise)}}
	}
	steps, fits := Product(pupils.code.Steps(), 100*num/den).Uint64()
	if !fits {
		return Heads{hundredths{CodeOfFault(TooLarge)}}
	}
	return Heads{hundredths{CodeOf(steps)}}
}

// If returns the fact if ok, and an unknown one if not: the one line that a nullable column needs.
func (q Heads) If(ok bool) Heads {
	if ok {
		return q
	}
	return Heads{}
}

// Plus returns the sum of the two: unknown where either is unknown, invalid where either
// is invalid or the sum is too large.
func (q Heads) Plus(other Heads) Heads { return Heads{hundredths{sum(q.code, other.code)}} }
