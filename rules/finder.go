package rules

import "github.com/eduplan/tonghua/indicators"

// finder finds a row's group. It remembers the last key, because registers are
// often sorted, and keeps the first text keys in a small table, because in a
// register in random order a map would cost more than the rules do.
type finder[T any, R indicators.Record[R], K comparable] struct {
	run   *run[T, R]
	key   func(*T) K
	keys  []K
	byKey map[K]*group
	last  *group
	at    K
	texts *textTable
	text  func(*T) string // key, if its keys are texts
}

func newFinder[T any, R indicators.Record[R], K comparable](r *run[T, R], key func(*T) K) *finder[T, R, K] {
	f := &finder[T, R, K]{run: r, key: key, byKey: map[K]*group{}}
	if text, ok := any(key).(func(*T) string); ok {
		f.text, f.texts = text, new(textTable)
	}
	return f
}

func (f *finder[T, R, K]) group(row *T) *group {
	if f.text != nil {
		k := f.text(row)
		if s := f.texts.find(k); s.group != nil && s.key == k {
			return s.group
		}
		g := f.lookUp(f.key(row))
		f.texts.keep(k, g)
		return g
	}
	k := f.key(row)
	if f.last == nil || k != f.at {
		f.last, f.at = f.lookUp(k), k
	}
	return f.last
}

func (f *finder[T, R, K]) lookUp(k K) *group {
	g, ok := f.byKey[k]
	if !ok {
		g = f.run.pass.newGroup()
		f.byKey[k] = g
		f.keys = append(f.keys, k)
	}
	return g
}

// textTable holds one group a slot. Keys that want the same slot take turns in
// it, and the map knows them all.
type textTable struct{ slots [1 << 8]textSlot }

type textSlot struct {
	key   string
	group *group
}

func (t *textTable) find(key string) *textSlot { return &t.slots[textHash(key)] }

func (t *textTable) keep(key string, g *group) {
	s := t.find(key)
	s.key, s.group = key, g
}

// textHash mixes length, first and last bytes: codes and names of places differ there.
func textHash(s string) uint8 {
	h := uint64(len(s))
	switch n := len(s); {
	case n >= 8:
		h ^= word64(s[:8]) ^ word64(s[n-8:])<<1
	case n >= 4:
		h ^= uint64(word32(s[:4])) | uint64(word32(s[n-4:]))<<32
	case n > 0:
		h ^= uint64(s[0])<<16 | uint64(s[n/2])<<8 | uint64(s[n-1])
	}
	return uint8(h * 0x9e3779b97f4a7c15 >> 56)
}

func word64(s string) uint64 { return uint64(word32(s[:4])) | uint64(word32(s[4:8]))<<32 }

func word32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
