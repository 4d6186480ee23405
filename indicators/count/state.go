package count

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// stateFormat is the version of the binary form of tallies.
const stateFormat = 2

// stateMark begins every state.
var stateMark = [4]byte{'t', 'h', 's', stateFormat}

// hintBytes is how much of a question's identity a state keeps.
const hintBytes = 4

// identityBytes is how many bytes an identity takes in a state.
const identityBytes = 32

// MarshalBinary writes down what was counted, for [Counter.Restore]. No row and no
// profile is in it: counts alone, a few bytes each.
func (t *Tally) MarshalBinary() ([]byte, error) {
	if err := t.Err(); err != nil {
		return nil, err
	}
	identity, each := t.layout.identify()
	data := append([]byte(nil), stateMark[:]...)
	data = append(data, t.layout.asOf.String()...)
	data = append(data, identity...)
	data = binary.AppendUvarint(data, Version)
	data = binary.AppendUvarint(data, uint64(len(each)))
	for i, key := range t.layout.keys { // what differs is named where the identity does
		data = binary.AppendUvarint(data, uint64(len(key)))
		data = append(append(data, key...), each[i][:hintBytes]...)
	}
	data = binary.AppendUvarint(data, uint64(t.read))
	data = binary.AppendUvarint(data, uint64(t.skipped))
	data = binary.AppendUvarint(data, uint64(t.doubled))
	data = binary.AppendUvarint(data, uint64(len(t.parts)))
	for _, part := range t.parts {
		data = append(data, part[:]...)
	}
	for i := range t.layout.counts {
		data = binary.AppendUvarint(data, uint64(t.at(i)))
	}
	for _, s := range t.sums {
		high, low := s.Words()
		data = binary.AppendUvarint(binary.AppendUvarint(data, high), low)
	}
	return binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(data)), nil
}

// StateDate returns the date that a state was counted for.
func StateDate(state []byte) (quantity.Date, error) {
	_, asOf, err := openState(state)
	return asOf, err
}

// Restore reads what Tally.MarshalBinary wrote. The counter must ask what was
// asked then; else the error is [ErrMismatch]. Of bytes that are no state it is
// [ErrDamaged], of counts that no register has [ErrImpossible].
func (c *Counter[R]) Restore(state []byte) (*Tally, error) {
	r, asOf, err := openState(state)
	if err != nil {
		return nil, err
	}
	identity := string(r.take(identityBytes))
	switch {
	case asOf != c.layout.asOf:
		return nil, fmt.Errorf("%w: the dates are %s and %s", ErrMismatch, c.layout.asOf, asOf)
	}
	version, asked := r.number(), make(map[string]string)
	var keys []string
	for range r.count() {
		key := string(r.take(int(min(r.number(), math.MaxInt32))))
		keys = append(keys, key)
		if asked[key] = string(r.take(hintBytes)); r.failed {
			return nil, ErrDamaged
		}
	}
	if identity != c.Identity() {
		return nil, c.layout.differs(version, keys, func(i int, key string) bool { return asked[key] == c.layout.each[i][:hintBytes] })
	}
	t := c.layout.tally()
	t.read, t.skipped, t.doubled = r.count(), r.count(), r.count()
	for range r.count() {
		part := r.take(len(Part{}))
		if r.failed {
			return nil, ErrDamaged
		}
		t.parts = append(t.parts, Part(part))
	}
	for i := range t.counts {
		t.counts[i] = r.count()
	}
	for i := range t.sums {
		high := r.number()
		t.sums[i] = quantity.WideOfWords(high, r.number())
	}
	if r.failed || len(r.data) > 0 {
		return nil, ErrDamaged
	}
	if err := c.Check(t.Counts()); err != nil {
		return nil, err
	}
	return t, nil
}

// openState checks the frame of a state.
func openState(state []byte) (*stateReader, quantity.Date, error) {
	if len(state) < len(stateMark)+crc32.Size {
		return nil, quantity.Date{}, ErrDamaged
	}
	if mark := state[:len(stateMark)]; bytes.Equal(mark[:3], stateMark[:3]) && mark[3] != stateFormat {
		return nil, quantity.Date{}, fmt.Errorf("%w: format %d, want %d", ErrMismatch, mark[3], stateFormat)
	}
	body, sum := state[:len(state)-crc32.Size], state[len(state)-crc32.Size:]
	if !bytes.Equal(state[:len(stateMark)], stateMark[:]) || crc32.ChecksumIEEE(body) != binary.LittleEndian.Uint32(sum) {
		return nil, quantity.Date{}, ErrDamaged
	}
	r := &stateReader{data: body[len(stateMark):]}
	asOf, err := quantity.ParseDate(string(r.take(len("2006-01-02"))))
	if err != nil || !asOf.Known() {
		return nil, quantity.Date{}, ErrDamaged
	}
	return r, asOf, nil
}

// stateReader reads a state from its first byte to its last.
type stateReader struct {
	data   []byte
	failed bool
}

func (r *stateReader) take(n int) []byte {
	if len(r.data) < n {
		r.failed = true
		return nil
	}
	taken := r.data[:n]
	r.data = r.data[n:]
	return taken
}

func (r *stateReader) number() uint64 {
	n, size := binary.Uvarint(r.data)
	if size <= 0 {
		r.failed = true
		return 0
	}
	r.data = r.data[size:]
	return n
}

func (r *stateReader) count() int64 {
	n := r.number()
	if n > math.MaxInt64 {
		r.failed = true
		return 0
	}
	return int64(n)
}
