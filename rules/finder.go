package rules

import (
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
	byteKey // and other integers by their width
	shortKey
	middleKey
	longKey
	wordKey
)

func keyKindOf(k reflect.Kind) keyKind {
	switch k {
	case reflect.String:
		return textKey
	case reflect.Int8, reflect.Uint8:
		return byteKey
	case reflect.Int16, reflect.Uint16:
		return shortKey
	case reflect.Int32, reflect.Uint32:
		return middleKey
	case reflect.Int64, reflect.Uint64:
		return longKey
	case reflect.Int, reflect.Uint:
		return wordKey
	}
	return otherKey
}

func newFinder[T any, R indicators.Record[R], K comparable](p *pass[R], key func(*T) K) *finder[T, R, K] {
	f := &finder[T, R, K]{pass: p, key: key, place: map[K]int{}, kind: keyKindOf(reflect.TypeFor[K]().Kind())}
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
	if f.kind == textKey {
		f.findTexts(rows)
		return
	}
	for i := range rows {
		f.pass.hand = i
		k := f.key(&rows[i])
		bits := f.bitsOf(&k)
		s := &f.slots[bits.slot()]
		if s.bits != bits || bits.length > bitsHold && s.key != k {
			*s = keySlot[K]{bits, k, f.lookUp(k)}
		}
		s.group.read++
		f.pass.groupOf[i] = s.group
	}
}

// findTexts is find for texts, which most keys are.
func (f *finder[T, R, K]) findTexts(rows []T) {
	groups := f.pass.groupOf[:len(rows)]
	for i := range groups {
		f.pass.hand = i
		k := f.key(&rows[i])
		bits := bitsOfText(*(*string)(unsafe.Pointer(&k)))
		s := &f.slots[bits.slot()]
		if s.bits != bits || bits.length > bitsHold && s.key != k {
			*s = keySlot[K]{bits, k, f.lookUp(k)}
		}
		s.group.read++
		groups[i] = s.group
	}
}

// bitsOf looks at a key by its kind. A type switch would know the built-in types
// only, and not the codes and enumerations that callers define.
func (f *finder[T, R, K]) bitsOf(k *K) keyBits {
	switch at := unsafe.Pointer(k); f.kind {
	case byteKey:
		return keyBits{first: uint64(*(*uint8)(at))}
	case shortKey:
		return keyBits{first: uint64(*(*uint16)(at))}
	case middleKey:
		return keyBits{first: uint64(*(*uint32)(at))}
	case wordKey:
		return keyBits{first: uint64(*(*uint)(at))}
	case longKey:
		return keyBits{first: *(*uint64)(at)}
	}
	return keyBits{bitsHold + 1, maphash.Comparable(f.seed, *k), 0}
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

func (b *keyBits) slot() uint8 {
	return uint8((b.first ^ b.last<<1 + uint64(b.length)) * 0x9e3779b97f4a7c15 >> 56)
}

func word64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func word32(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
