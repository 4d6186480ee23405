package count

import (
	"hash/maphash"
	"reflect"
	"unsafe"

	"github.com/eduplan/tonghua/indicators"
)

// finder finds a row's group. It keeps the keys that it saw last in a small table,
// because in a register in random order a map would cost more than the questions
// do. Keys that want the same place take turns in it, and the map knows them all.
type finder[T any, R indicators.Record[R], K comparable] struct {
	pass   *pass[R]
	key    func(*T) K
	keys   []K
	number map[K]int // of each group among the pass's
	seed   maphash.Seed
	cached [1 << 8]cachedKey[K]
}

type cachedKey[K comparable] struct {
	bits  keyBits
	key   K
	group *group
}

// newFinder returns what finds the groups of rows and counts the rows.
func newFinder[T any, R indicators.Record[R], K comparable](p *pass[R], key func(*T) K) (*finder[T, R, K], func([]T)) {
	f := &finder[T, R, K]{pass: p, key: key, number: map[K]int{}}
	for i := range f.cached {
		f.cached[i].bits.length = -1 // no key's
	}
	if reflect.TypeFor[K]().Kind() == reflect.String {
		return f, f.findTexts
	}
	f.seed = maphash.MakeSeed()
	return f, f.findOthers
}

func (f *finder[T, R, K]) findTexts(rows []T) {
	groups := f.pass.groupOf[:len(rows)]
	for i := range groups {
		f.pass.current = i
		k := f.key(&rows[i])
		bits := bitsOfText(*(*string)(unsafe.Pointer(&k)))
		c := &f.cached[bits.place()]
		if c.bits != bits || bits.length > bitsHold && c.key != k {
			*c = cachedKey[K]{bits, k, f.lookUp(k)}
		}
		c.group.read++
		groups[i] = c.group
	}
}

func (f *finder[T, R, K]) findOthers(rows []T) {
	groups := f.pass.groupOf[:len(rows)]
	for i := range groups {
		f.pass.current = i
		k := f.key(&rows[i])
		bits := keyBits{first: maphash.Comparable(f.seed, k)}
		c := &f.cached[placeOf(bits.first)]
		if c.bits != bits || c.key != k {
			*c = cachedKey[K]{bits, k, f.lookUp(k)}
		}
		c.group.read++
		groups[i] = c.group
	}
}

func (f *finder[T, R, K]) lookUp(k K) *group {
	if i, ok := f.number[k]; ok {
		return f.pass.groups[i]
	}
	f.number[k] = len(f.keys)
	f.keys = append(f.keys, k)
	g := f.pass.newGroup()
	g.key = k
	return g
}

// keyBits are a text's length and its first and last bytes: codes and names of
// places differ there. Of a short text they are all there is.
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

func (b *keyBits) place() uint8 { return placeOf(b.first ^ b.last<<1 + uint64(b.length)) }

func placeOf(bits uint64) uint8 { return uint8(bits * 0x9e3779b97f4a7c15 >> 56) }

func word64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func word32(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
