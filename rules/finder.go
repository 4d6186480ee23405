package rules

import (
	"encoding/binary"
	"hash/maphash"
	"reflect"
	"unsafe"

	"github.com/eduplan/tonghua/indicators"
)

// finder finds a row's group. It keeps the keys that it saw last in a small
// table, because in a register in random order a map would cost more than the
// rules do. Keys that want the same place take turns in it, and the map knows
// them all.
type finder[T any, R indicators.Record[R], K comparable] struct {
	pass  *pass[R]
	key   func(*T) K
	keys  []K
	place map[K]int // of each group among the pass's
	kind  keyKind
	seed  maphash.Seed
	slots [1 << 8]keySlot[K]
}

type keySlot[K comparable] struct {
	bits  keyBits
	key   K
	group *group
}

// keyKind says how the bits of a key are read.
type keyKind uint8

const (
	otherKey keyKind = iota
	textKey
	byteKey // a number, or what is told apart by its bits as one is
	shortKey
	middleKey
	longKey
)

func keyKindOf(t reflect.Type) keyKind {
	if t.Kind() == reflect.String {
		return textKey
	}
	if tellsByBits(t) {
		switch t.Size() {
		case 1:
			return byteKey
		case 2:
			return shortKey
		case 4:
			return middleKey
		case 8:
			return longKey
		}
	}
	return otherKey
}

// tellsByBits reports whether values of a type are equal if and only if their bits are.
func tellsByBits(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return true
	case reflect.Array:
		return tellsByBits(t.Elem())
	case reflect.Struct:
		size := uintptr(0)
		for i := range t.NumField() {
			f := t.Field(i)
			if f.Name == "_" || !tellsByBits(f.Type) {
				return false
			}
			size += f.Type.Size()
		}
		return size == t.Size() // nothing between the fields
	}
	return false
}

func newFinder[T any, R indicators.Record[R], K comparable](p *pass[R], key func(*T) K) *finder[T, R, K] {
	f := &finder[T, R, K]{pass: p, key: key, place: map[K]int{}, kind: keyKindOf(reflect.TypeFor[K]())}
	if f.kind == otherKey {
		f.seed = maphash.MakeSeed()
	}
	for i := range f.slots {
		f.slots[i].bits.length = -1 // no key's
	}
	return f
}

// find puts the groups of rows beside the records at hand, and counts the rows.
func (f *finder[T, R, K]) find(rows []T) {
	switch f.kind {
	case textKey:
		f.findTexts(rows)
	case otherKey:
		f.findOthers(rows)
	default:
		f.findNumbers(rows)
	}
}

func (f *finder[T, R, K]) findTexts(rows []T) {
	groups := f.pass.groupOf[:len(rows)]
	for i := range groups {
		f.pass.hand = i
		k := f.key(&rows[i])
		bits := bitsOfText(*(*string)(unsafe.Pointer(&k)))
		s := &f.slots[bits.slot()]
		if s.bits != bits || bits.length > bitsHold && s.key != k {
			f.fill(s, bits, k)
		}
		s.group.read++
		groups[i] = s.group
	}
}

func (f *finder[T, R, K]) findNumbers(rows []T) {
	groups := f.pass.groupOf[:len(rows)]
	for i := range groups {
		f.pass.hand = i
		k := f.key(&rows[i])
		number := f.number(&k)
		s := &f.slots[slotOf(number)]
		g := s.group
		if s.bits.first != number || g == nil {
			g = f.fill(s, keyBits{first: number}, k)
		}
		g.read++
		groups[i] = g
	}
}

func (f *finder[T, R, K]) findOthers(rows []T) {
	groups := f.pass.groupOf[:len(rows)]
	for i := range groups {
		f.pass.hand = i
		k := f.key(&rows[i])
		hash := maphash.Comparable(f.seed, k)
		s := &f.slots[slotOf(hash)]
		g := s.group
		if s.bits.first != hash || g == nil || s.key != k {
			g = f.fill(s, keyBits{first: hash}, k)
		}
		g.read++
		groups[i] = g
	}
}

// fill puts a key into the table, and returns its group.
func (f *finder[T, R, K]) fill(s *keySlot[K], bits keyBits, k K) *group {
	g := f.lookUp(k)
	*s = keySlot[K]{bits, k, g}
	return g
}

// number returns the bits of a key. A type switch would know the built-in types
// only, and not the codes and enumerations that callers define.
func (f *finder[T, R, K]) number(k *K) uint64 {
	at := unsafe.Pointer(k)
	switch f.kind {
	case byteKey:
		return uint64(*(*byte)(at))
	case shortKey:
		return uint64(binary.NativeEndian.Uint16((*[2]byte)(at)[:]))
	case middleKey:
		return uint64(binary.NativeEndian.Uint32((*[4]byte)(at)[:]))
	}
	return binary.NativeEndian.Uint64((*[8]byte)(at)[:])
}

func (f *finder[T, R, K]) lookUp(k K) *group {
	if i, ok := f.place[k]; ok {
		return f.pass.groups[i]
	}
	f.place[k] = len(f.keys)
	f.keys = append(f.keys, k)
	return f.pass.newGroup()
}

// keyBits are a text's length and its first and last bytes: codes and names of
// places differ there. Of a short text, and of an integer, they are all there is.
type keyBits struct {
	length      int
	first, last uint64
}

// bitsHold is the length of the longest text that its bits say all of.
const bitsHold = 16

func bitsOfText(s string) keyBits {
	switch n := len(s); {
	case n >= 8:
		return keyBits{n, word64(s), word64(s[n-8:])}
	case n >= 4:
		return keyBits{n, word32(s) | word32(s[n-4:])<<32, 0}
	case n > 0:
		return keyBits{n, uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16, 0}
	}
	return keyBits{}
}

func (b *keyBits) slot() uint8 { return slotOf(b.first ^ b.last<<1 + uint64(b.length)) }

func slotOf(bits uint64) uint8 { return uint8(bits * 0x9e3779b97f4a7c15 >> 56) }

func word64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func word32(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
