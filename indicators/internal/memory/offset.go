// Package memory reads fields of records by address. It alone does so. It is
// safe because an offset is taken from the address that the field's own
// description gives, only where all of the field lies inside the record; because
// the address is never kept, only the distance, and only if it is the same in
// records of many contents; and because what stands there is read as what was
// found there: a word and a row's mark as the byte that they are, a number of
// package quantity as the code that is all it consists of. It writes by address to
// records of its own making alone.
package memory

import (
	"math/rand/v2"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"unsafe"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Offset is how far into a record R a field stands, or that it cannot be read
// there.
type Offset[R any] uintptr

// OffsetOf finds where a description says that a value of some records is. A
// description that points elsewhere, to several places, or fails, gives an
// offset that is not known.
func OffsetOf[R, V any](at func(*R) *V, records []R) (p Offset[R]) {
	p = Unknown[R]()
	defer func() {
		if recover() != nil {
			p = Unknown[R]()
		}
	}()
	size, of := unsafe.Sizeof(*new(V)), unsafe.Sizeof(*new(R))
	for i := range records {
		r := &records[i]
		within := uintptr(unsafe.Pointer(at(r))) - uintptr(unsafe.Pointer(r)) // huge if it is before the record
		if size > of || within > of-size || i > 0 && p != Offset[R](within) {
			return Unknown[R]()
		}
		p = Offset[R](within)
	}
	runtime.KeepAlive(records)
	return p
}

// IsCode reports whether a number consists of its code alone.
func IsCode[Q quantity.Fact]() bool {
	switch any(*new(Q)).(type) {
	case quantity.Count, quantity.Hours, quantity.Money, quantity.Months, quantity.Years, quantity.FTE, quantity.Area, quantity.Heads:
		return unsafe.Sizeof(*new(Q)) == unsafe.Sizeof(quantity.Code(0))
	}
	return false
}

// Contents returns records of many contents, the empty one first, then by turns
// one whose scalars are alike and a mixed one: so a choice by one field is found,
// and nearly every choice by two.
func Contents[R any]() []R {
	size := max(unsafe.Sizeof(*new(R)), 1)
	records := make([]R, max(4, min(256, 1<<20/size))) // few of a record that is large
	random := rand.New(rand.NewPCG(1, 1))              // the same everywhere
	parts := scalars(nil, reflect.TypeFor[R](), 0, reflect.TypeFor[R]().PkgPath())
	for i := range records[1:] {
		next := func() uint64 { return uint64(i/2 + 1) }
		if i%2 == 1 {
			next = func() uint64 { return random.Uint64N(uint64(min(i/4+2, 5))) }
		}
		for _, s := range parts {
			s.fill(unsafe.Pointer(&records[i+1]), next, 0)
		}
	}
	return records
}

// library begins the paths of the packages whose fields an accessor may choose by.
var library = strings.TrimSuffix(reflect.TypeFor[Offset[int]]().PkgPath(), "/internal/memory")

// scalar is a part of a record that has no parts, so far into it.
type scalar struct {
	at   uintptr
	kind reflect.Kind
	of   reflect.Type
	pkg  string // whose accessors are to be found out
}

// scalars lists what an accessor can choose by: of a long array its beginning, and
// nothing that other packages keep to themselves, such as a lock.
func scalars(list []scalar, t reflect.Type, at uintptr, pkg string) []scalar {
	switch t.Kind() {
	case reflect.Array:
		for i := range min(t.Len(), 16) {
			list = scalars(list, t.Elem(), at+uintptr(i)*t.Elem().Size(), pkg)
		}
		return list
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			if f.IsExported() || f.PkgPath == pkg || strings.HasPrefix(f.PkgPath, library) {
				list = scalars(list, f.Type, at+f.Offset, pkg)
			}
		}
		return list
	}
	return append(list, scalar{at, t.Kind(), t, pkg})
}

func (s scalar) fill(record unsafe.Pointer, next func() uint64, depth int) {
	n, at := next(), unsafe.Add(record, s.at)
	switch s.kind {
	case reflect.Bool:
		*(*bool)(at) = n%2 == 1
	case reflect.Int8, reflect.Uint8:
		*(*uint8)(at) = uint8(n)
	case reflect.Int16, reflect.Uint16:
		*(*uint16)(at) = uint16(n)
	case reflect.Int32, reflect.Uint32:
		*(*uint32)(at) = uint32(n)
	case reflect.Int64, reflect.Uint64:
		*(*uint64)(at) = n
	case reflect.Int, reflect.Uint:
		*(*uint)(at) = uint(n)
	case reflect.Float32:
		*(*float32)(at) = float32(n)
	case reflect.Float64:
		*(*float64)(at) = float64(n)
	case reflect.String:
		*(*string)(at) = strconv.FormatUint(n, 10)
	case reflect.Pointer:
		if n > 0 && depth < 3 {
			v := reflect.New(s.of.Elem())
			reflect.NewAt(s.of, at).Elem().Set(v)
			s.fillAll(v.Elem(), next, depth)
		}
	case reflect.Slice:
		if depth < 3 {
			v := reflect.MakeSlice(s.of, int(n%4), int(n%4))
			reflect.NewAt(s.of, at).Elem().Set(v)
			for i := range v.Len() {
				s.fillAll(v.Index(i), next, depth)
			}
		}
	}
}

// fillAll fills what a record points to.
func (s scalar) fillAll(v reflect.Value, next func() uint64, depth int) {
	for _, part := range scalars(nil, v.Type(), 0, s.pkg) {
		part.fill(v.Addr().UnsafePointer(), next, depth+1)
	}
}

// Member returns where a struct holds a field of its own, by the offset that package
// reflect gives.
func Member[T, V any](offset uintptr) func(*T) *V {
	return func(t *T) *V { return (*V)(unsafe.Add(unsafe.Pointer(t), offset)) }
}

// Unknown is the offset of what is not to be read by address.
func Unknown[R any]() Offset[R] { return ^Offset[R](0) }

// Known reports whether the field can be read by address.
func (p Offset[R]) Known() bool { return p != ^Offset[R](0) }

// Word reads a word, or a row's mark: 0 or 1. Like the others it asks for a place that is known.
func (p Offset[R]) Word(r *R) uint8 { return *(*uint8)(unsafe.Add(unsafe.Pointer(r), p)) }

// Code reads a number.
func (p Offset[R]) Code(r *R) quantity.Code {
	return *(*quantity.Code)(unsafe.Add(unsafe.Pointer(r), p))
}
