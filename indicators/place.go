package indicators

import (
	"runtime"
	"unsafe"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// place is how far into a record R a field stands, or nowhere. This file alone
// reads memory by address. It is safe because a place is taken from the address
// that the field's own description gives, only where all of the field lies
// inside the record; because the address is never kept, only the distance,
// which is the same in every record of a type; and because what stands there is
// read as what was found there: a word and a row's mark as the byte that they
// are, a number of the quantity package as the code that is all it consists of.
type place[R any] uintptr

// placeOf finds where a description says that a value is. A description that
// points elsewhere, or fails on an empty record, gives a place that is nowhere.
func placeOf[R, V any](at func(*R) *V) (p place[R]) {
	p = nowhere[R]()
	defer func() { _ = recover() }()
	r := new(R)
	within := uintptr(unsafe.Pointer(at(r))) - uintptr(unsafe.Pointer(r)) // huge if it is before the record
	runtime.KeepAlive(r)
	if size, of := unsafe.Sizeof(*new(V)), unsafe.Sizeof(*r); size <= of && within <= of-size {
		p = place[R](within)
	}
	return p
}

// placeOfNumber is placeOf for the numbers that consist of their code alone.
func placeOfNumber[R any, Q quantity.Fact](at func(*R) *Q) place[R] {
	switch any(*new(Q)).(type) {
	case quantity.Count, quantity.Hours, quantity.Money, quantity.Months, quantity.Years:
		if unsafe.Sizeof(*new(Q)) == unsafe.Sizeof(quantity.Code(0)) {
			return placeOf(at)
		}
	}
	return nowhere[R]()
}

func nowhere[R any]() place[R] { return ^place[R](0) }

func (p place[R]) known() bool { return p != ^place[R](0) }

// word reads a word, or a row's mark: 0 or 1. Like the others it asks for a place that is known.
func (p place[R]) word(r *R) uint8 { return *(*uint8)(unsafe.Add(unsafe.Pointer(r), p)) }

// code reads a number.
func (p place[R]) code(r *R) quantity.Code {
	return *(*quantity.Code)(unsafe.Add(unsafe.Pointer(r), p))
}
