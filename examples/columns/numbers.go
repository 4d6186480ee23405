package main

import (
	"errors"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/decimal128"

	"github.com/eduplan/tonghua/indicators/quantity"
)

const (
	acceptedNumbers    = "int8 to int64, float32, float64 or decimal128"
	acceptedHundredths = "int8 to int64, in hundredths"
)

// fact is a fact that takes numbers of its unit: hours, years, yuan.
type fact interface {
	SetInt(int64)
	SetFloat(float64)
	UnmarshalText([]byte) error
}

// numbers is a column of numbers in the unit of a field. Whole numbers may also be of
// hundredths of the unit, as money is in fen.
type numbers struct {
	hundredths bool
	known      nulls
	ints       []int64
	floats     []float64
	decimals   []decimal128.Num
	scale      int32 // of the decimals
}

// put sets a fact to the number of a row, and leaves it alone where that is NULL.
func (n *numbers) put(i int, to fact) {
	if !n.known.has(i) {
		return
	}
	switch {
	case i < len(n.floats):
		to.SetFloat(n.floats[i])
	case i < len(n.ints) && n.hundredths:
		setDecimal(to, decimal128.FromI64(n.ints[i]), 2)
	case i < len(n.ints):
		to.SetInt(n.ints[i])
	case i < len(n.decimals):
		setDecimal(to, n.decimals[i], n.scale)
	}
}

func (n *numbers) bind(from arrow.Array) error {
	if n.hundredths && !arrow.IsSignedInteger(from.DataType().ID()) {
		return errType(from.DataType(), acceptedHundredths)
	}
	n.known = nullsOf(from)
	switch from := from.(type) {
	case *array.Int8:
		n.ints = widened[int64](from.Int8Values())
	case *array.Int16:
		n.ints = widened[int64](from.Int16Values())
	case *array.Int32:
		n.ints = widened[int64](from.Int32Values())
	case *array.Int64:
		n.ints = from.Int64Values()
	case *array.Float32:
		n.floats = widened[float64](from.Float32Values())
	case *array.Float64:
		n.floats = from.Float64Values()
	case *array.Decimal128:
		n.decimals, n.scale = from.Values(), from.DataType().(*arrow.Decimal128Type).Scale
	default:
		return errType(from.DataType(), acceptedNumbers)
	}
	return nil
}

func widened[W, N int8 | int16 | int32 | int64 | float32 | float64](values []N) []W {
	wide := make([]W, len(values))
	for i, v := range values {
		wide[i] = W(v)
	}
	return wide
}

// mostHundredths is the number of hundredths below which a float64 holds each of them.
const mostHundredths = 1 << 51

// setDecimal sets a fact to n / 10^scale exactly, or refuses it. A decimal of Go would be
// allocated for each; the short way serves all numbers with up to two decimals.
func setDecimal(to fact, n decimal128.Num, scale int32) {
	if n.HighBits() == 0 && n.LowBits() < mostHundredths/100 && uint32(scale) <= 2 {
		hundredths := n.LowBits() * [...]uint64{100, 10, 1}[scale]
		if hundredths%100 == 0 { // as most sums are, and without a division of floats
			to.SetInt(int64(hundredths / 100))
		} else {
			to.SetFloat(float64(hundredths) / 100)
		}
		return
	}
	if n.Sign() < 0 {
		refuse(to, quantity.Negative)
		return
	}
	if err := to.UnmarshalText([]byte(n.ToString(scale))); err != nil {
		why := quantity.Unreadable
		errors.As(err, &why)
		refuse(to, why)
	}
}

// refuse makes a fact invalid.
func refuse(to fact, why quantity.Fault) {
	if why == quantity.Negative {
		to.SetInt(-1) // which says so without an allocation
		return
	}
	_ = to.UnmarshalText([]byte("invalid: " + why.String())) // every fact reads it
}
