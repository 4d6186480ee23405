package main

import (
	"errors"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/decimal128"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

const acceptedNumbers = "int8 to int64, float32, float64 or decimal128"

// fact is a pointer to a fact Q that takes numbers of its unit.
type fact[Q any] interface {
	*Q
	SetInt(int64)
	SetFloat(float64)
}

// numbers is a column for a field of numbers, in the unit of the field: hours, years, yuan.
func numbers[Q any, P fact[Q]](name string, f indicators.Number[teacher.Record], at func(*teacher.Record) P) column {
	return filling(name, f.Key(), func(from arrow.Array, to []teacher.Record) error {
		switch from := from.(type) {
		case *array.Int8:
			setInts(from, from.Int8Values(), to, at)
		case *array.Int16:
			setInts(from, from.Int16Values(), to, at)
		case *array.Int32:
			setInts(from, from.Int32Values(), to, at)
		case *array.Int64:
			setInts(from, from.Int64Values(), to, at)
		case *array.Float32:
			setFloats(from, from.Float32Values(), to, at)
		case *array.Float64:
			setFloats(from, from.Float64Values(), to, at)
		case *array.Decimal128:
			scale := from.DataType().(*arrow.Decimal128Type).Scale
			for i, v := range from.Values() {
				if from.IsValid(i) {
					setDecimal(f, &to[i], at(&to[i]), v, scale)
				}
			}
		default:
			return errType(from.DataType(), acceptedNumbers)
		}
		return nil
	})
}

// hundredths is a column of whole numbers of hundredths of a field's unit: money in fen.
func hundredths[Q any, P fact[Q]](name string, f indicators.Number[teacher.Record], at func(*teacher.Record) P) column {
	return filling(name, f.Key(), func(from arrow.Array, to []teacher.Record) error {
		whole, ok := from.(*array.Int64)
		if !ok {
			return errType(from.DataType(), "int64")
		}
		for i, v := range whole.Int64Values() {
			if whole.IsValid(i) {
				setDecimal(f, &to[i], at(&to[i]), decimal128.FromI64(v), 2)
			}
		}
		return nil
	})
}

func setInts[I int8 | int16 | int32 | int64, Q any, P fact[Q]](from arrow.Array, values []I, to []teacher.Record, at func(*teacher.Record) P) {
	for i, v := range values {
		at(&to[i]).SetInt(int64(v))
	}
	eachNull(from, func(i int) { *at(&to[i]) = *new(Q) })
}

func setFloats[F float32 | float64, Q any, P fact[Q]](from arrow.Array, values []F, to []teacher.Record, at func(*teacher.Record) P) {
	for i, v := range values {
		at(&to[i]).SetFloat(float64(v))
	}
	eachNull(from, func(i int) { *at(&to[i]) = *new(Q) })
}

// mostHundredths is below which a float64 holds every number of hundredths exactly enough
// to be read back.
const mostHundredths = 1 << 51

// setDecimal sets a fact to a decimal number exactly, or refuses it. A decimal of Go would
// be allocated for each; the short way serves all numbers with up to two decimals.
func setDecimal[P interface{ SetFloat(float64) }](f indicators.Number[teacher.Record], of *teacher.Record, fact P, n decimal128.Num, scale int32) {
	if n.HighBits() == 0 && n.LowBits() < mostHundredths/100 && scale >= 0 && scale <= 2 {
		hundredths := n.LowBits() * [...]uint64{100, 10, 1}[scale]
		fact.SetFloat(float64(hundredths) / 100)
		return
	}
	if n.Sign() < 0 {
		fact.SetFloat(-1) // negative, whatever its digits
		return
	}
	if err := f.Parse(of, n.ToString(scale)); err != nil {
		refuse(f.Field, of, err)
	}
}

// refuse makes a field invalid for the reason that an error gives.
func refuse(f *indicators.Field[teacher.Record], of *teacher.Record, err error) {
	why := quantity.Unreadable
	errors.As(err, &why)
	f.Refuse(of, why)
}
