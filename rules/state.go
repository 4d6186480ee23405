package rules

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// Errors of states.
var (
	// ErrOtherState says that a state was counted by other rules: other
	// conditions, figures or readings, another date, or another version of the
	// library.
	ErrOtherState = errors.New("rules: a state of other rules, figures, readings, date or version")
	// ErrDamagedState says that bytes are no state, or not all of one.
	ErrDamagedState = errors.New("rules: no state, or a damaged one")
	// ErrTooMany says that two states have more records than can be counted.
	ErrTooMany = errors.New("rules: more records than can be counted")
)

// stateFormat is the version of the binary form of states.
const stateFormat = 1

// stateMark begins every state.
var stateMark = [4]byte{'t', 'h', 's', stateFormat}

// Merge adds what another evaluator has counted, which stays as it is. It does
// not matter in which order evaluators are merged. Both must ask the same: one
// that asks otherwise gives [ErrOtherState] and changes nothing. Rows of several
// evaluators have no numbers in common, so that the results of a merged one list
// no faults; they say per field how many there are.
func (e *Evaluator[T, R]) Merge(other *Evaluator[T, R]) error {
	for _, one := range []*Evaluator[T, R]{e, other} {
		if one == nil || one.run == nil {
			return ErrZero
		}
		if one.run.err != nil {
			return one.run.err
		}
		one.run.pass.settle()
	}
	if e.run.pass.engine.identity != other.run.pass.engine.identity {
		return ErrOtherState
	}
	if !e.group.tally.merge(other.group.tally) {
		return ErrTooMany
	}
	e.run.merged, e.run.faults = true, nil
	return nil
}

// MarshalBinary writes down what was counted, for [Panel.Restore]. No row and no
// profile is in it: counts alone, a few bytes each. Rows that lack something
// leave no trace but in the counts.
func (e *Evaluator[T, R]) MarshalBinary() ([]byte, error) {
	if e == nil || e.run == nil {
		return nil, ErrZero
	}
	if e.run.err != nil {
		return nil, e.run.err
	}
	e.run.pass.settle()
	engine, t := e.run.pass.engine, e.group.tally
	data := append([]byte(nil), stateMark[:]...)
	data = append(data, engine.asOf.String()...)
	data = append(data, engine.identity[:]...)
	data = binary.AppendUvarint(data, uint64(t.read))
	data = binary.AppendUvarint(data, uint64(t.skipped))
	for _, n := range t.counts {
		data = binary.AppendUvarint(data, uint64(n))
	}
	for _, s := range t.sums {
		high, low := s.Words()
		data = binary.AppendUvarint(binary.AppendUvarint(data, high), low)
	}
	return binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(data)), nil
}

// Restore returns an evaluator that goes on from a state that MarshalBinary
// wrote. The panel must ask what was asked then, of whatever rows; else the
// error is [ErrOtherState], and of bytes that are no state [ErrDamagedState].
func (p *Panel[T, R]) Restore(state []byte) (*Evaluator[T, R], error) {
	if p == nil || p.mapping == nil {
		return nil, ErrZero
	}
	r, asOf, err := openState(state)
	if err != nil {
		return nil, err
	}
	e, err := p.Start(asOf)
	if err != nil {
		return nil, err
	}
	engine := e.run.pass.engine
	if !bytes.Equal(r.take(len(engine.identity)), engine.identity[:]) {
		return nil, ErrOtherState
	}
	t := e.group.tally
	t.read, t.skipped = r.count(), r.count()
	for i := range t.counts {
		t.counts[i] = r.count()
	}
	for i := range t.sums {
		high := r.number()
		t.sums[i] = quantity.WideOfWords(high, r.number())
	}
	if r.failed || len(r.data) > 0 || !engine.possible(t) {
		return nil, ErrDamagedState
	}
	e.run.pass.row, e.run.merged = t.read, true
	return e, nil
}

// possible reports whether counts can be those of records: each record has one
// class in each reading, and lacks a field once.
func (e *engine[R]) possible(t *tally) bool {
	members := t.read - t.skipped
	if members < 0 || t.read > mostRecords {
		return false
	}
	for _, n := range t.counts {
		if n > members {
			return false
		}
	}
	for _, readings := range e.asked {
		for _, a := range readings {
			left := members
			for _, n := range t.counts[a.slot.offset+1 : a.slot.offset+firstGap] {
				if left -= n; left < 0 {
					return false
				}
			}
			if left != 0 {
				return false
			}
		}
	}
	return true
}

// openState checks the frame of a state.
func openState(state []byte) (*stateReader, quantity.Date, error) {
	if len(state) < len(stateMark)+crc32.Size {
		return nil, quantity.Date{}, ErrDamagedState
	}
	if mark := state[:len(stateMark)]; bytes.Equal(mark[:3], stateMark[:3]) && mark[3] != stateFormat {
		return nil, quantity.Date{}, fmt.Errorf("%w: format %d, want %d", ErrOtherState, mark[3], stateFormat)
	}
	body, sum := state[:len(state)-crc32.Size], state[len(state)-crc32.Size:]
	if !bytes.Equal(state[:len(stateMark)], stateMark[:]) || crc32.ChecksumIEEE(body) != binary.LittleEndian.Uint32(sum) {
		return nil, quantity.Date{}, ErrDamagedState
	}
	r := &stateReader{data: body[len(stateMark):]}
	asOf, err := quantity.ParseDate(string(r.take(len("2006-01-02"))))
	if err != nil || !asOf.Known() {
		return nil, quantity.Date{}, ErrDamagedState
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
