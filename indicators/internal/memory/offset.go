// Package memory reads fields of records by address. It alone does so. It is
// safe because an offset is taken from the address that the field's own
// description gives, only where all of the field lies inside the record; because
// the address is never kept, only the distance, which is the same in every
// record of a type; and because what stands there is read as what was found
// there: a word and a row's mark as the byte that they are, a number of package
// quantity as the code that is all it consists of.
package memory

import (
	"runtime"
	"unsafe"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Offset is how far into a record R a field stands, or that it cannot be read
// there.
type Offset[R any] uintptr

// OffsetOf finds where a description says that a value is. A description that
// points elsewhere, or fails on an empty record, gives an offset that is not
// known.
func OffsetOf[R, V any](at func(*R) *V) (o Offset[R]) {
	o = Unknown[R]()
	defer func() { _ = recover() }()
	r := new(R)
	within := uintptr(unsafe.Pointer(at(r))) - uintptr(unsafe.Pointer(r)) // huge if it is before the record
	runtime.KeepAlive(r)
	if size, of := unsafe.Sizeof(*new(V)), unsafe.Sizeof(*r); size <= of && within <= of-size {
		o = Offset[R](within)
	}
	return o
}

// OffsetOfNumber is OffsetOf for the numbers that consist of their code alone.
func OffsetOfNumber[R any, Q quantity.Fact](at func(*R) *Q) Offset[R] {
	switch any(*new(Q)).(type) {
	case quantity.Count, quantity.Hours, quantity.Money, quantity.Months, quantity.Years:
		if unsafe.Sizeof(*new(Q)) == unsafe.Sizeof(quantity.Code(0)) {
			return OffsetOf(at)
		}
	}
	return Unknown[R]()
}

// Unknown is the offset of what is not to be read by address.
func Unknown[R any]() Offset[R] { return ^Offset[R](0) }

// Known reports whether the field can be read by address.
func (o Offset[R]) Known() bool { return o != ^Offset[R](0) }

// Word reads a word, or a row's mark: 0 or 1. Like Code it asks for an offset
// that is known.
func (o Offset[R]) Word(r *R) uint8 { return *(*uint8)(unsafe.Add(unsafe.Pointer(r), o)) }

// Code reads a number.
func (o Offset[R]) Code(r *R) quantity.Code {
	return *(*quantity.Code)(unsafe.Add(unsafe.Pointer(r), o))
}
