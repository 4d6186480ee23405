package difference

import (
	"math/big"
	"strings"
)

// MostPlaces is how many digits behind the point a coefficient is printed with at most.
const MostPlaces = 60

// Printed writes the root of a square with so many places, cut off, or with up raised to the
// next digit where that is not exact: a coefficient that must not exceed a limit is printed
// raised, so that what is above 0.5 is never printed as 0.5. It is "" of no square.
func Printed(square *big.Rat, places int, up bool) string {
	if square == nil || square.Sign() < 0 {
		return ""
	}
	places = min(max(places, 0), MostPlaces)
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	root := rootIn(square, scale)
	if up {
		back := new(big.Rat).SetFrac(root, scale)
		if back.Mul(back, back).Cmp(square) < 0 {
			root.Add(root, big.NewInt(1))
		}
	}
	return pointed(root.String(), places)
}

// rootIn is a root in whole parts, cut off.
func rootIn(square *big.Rat, parts *big.Int) *big.Int {
	scaled := new(big.Int).Mul(square.Num(), new(big.Int).Mul(parts, parts))
	scaled.Quo(scaled, square.Denom())
	return scaled.Sqrt(scaled) // floor(sqrt(floor(y))) is floor(sqrt(y))
}

// pointed puts the point before the last places.
func pointed(digits string, places int) string {
	if places == 0 {
		return digits
	}
	if len(digits) <= places {
		digits = strings.Repeat("0", places+1-len(digits)) + digits
	}
	return digits[:len(digits)-places] + "." + digits[len(digits)-places:]
}

// Printed writes the coefficient as [Printed] writes its square.
func (c Coefficient) Printed(places int, up bool) string { return Printed(c.square, places, up) }
