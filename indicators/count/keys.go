package count

import (
	"math"
	"strings"

	"github.com/eduplan/tonghua/indicators"
)

// Double says that a row and an earlier one have the same key. Of a row without a key,
// which cannot be told from others, Key is empty and First is -1.
type Double struct {
	Key   string
	First int64 // the number of the row that had the key first
}

// keyed is a record with the key of its row.
type keyed[R any] struct {
	record R
	key    string
	in     *Tally // in which it is counted
	row    int64
	next   int32 // the next record of the key
}

// keys are the records of a pass by the keys of their rows. Records stand in blocks, so
// that none is copied when there are more of them.
type keys[R indicators.Record[R]] struct {
	first  map[string]int32 // the number of a key's first record
	blocks [][]keyed[R]
	free   []int32
}

const (
	keyBlock = 1 << 8
	noRecord = -1
)

func newKeys[R indicators.Record[R]]() *keys[R] { return &keys[R]{first: map[string]int32{}} }

func (k *keys[R]) at(number int32) *keyed[R] { return &k.blocks[number/keyBlock][number%keyBlock] }

// put takes a record in. It returns the number of the first record of the key if there
// is an earlier one.
func (k *keys[R]) put(one *keyed[R]) (first int32, err error) {
	at, err := k.place()
	if err != nil {
		return noRecord, err
	}
	kept := k.at(at)
	*kept = *one
	kept.next = noRecord
	first, there := k.first[one.key]
	if !there {
		kept.key = strings.Clone(one.key) // it may be a piece of a file
		k.first[kept.key] = at
		return noRecord, nil
	}
	before := k.at(first)
	kept.key, kept.next, before.next = before.key, before.next, at
	return first, nil
}

// place returns the number of a place for a record.
func (k *keys[R]) place() (int32, error) {
	if n := len(k.free); n > 0 {
		at := k.free[n-1]
		k.free = k.free[:n-1]
		return at, nil
	}
	last := len(k.blocks) - 1
	if last < 0 || len(k.blocks[last]) == keyBlock {
		if len(k.blocks) == math.MaxInt32/keyBlock {
			return 0, ErrTooMany
		}
		k.blocks = append(k.blocks, make([]keyed[R], 0, keyBlock))
		last++
	}
	k.blocks[last] = append(k.blocks[last], keyed[R]{})
	return int32(last*keyBlock + len(k.blocks[last]) - 1), nil
}

// of returns the records of a key.
func (k *keys[R]) of(key string) (list []R) {
	at, there := k.first[key]
	for there && at != noRecord {
		list = append(list, k.at(at).record)
		at = k.at(at).next
	}
	return list
}

// remove forgets the records of a key.
func (k *keys[R]) remove(key string) {
	at, there := k.first[key]
	for there && at != noRecord {
		kept := k.at(at)
		k.free = append(k.free, at)
		at = kept.next
		*kept = keyed[R]{next: noRecord}
	}
	delete(k.first, key)
}
