package count

import (
	"fmt"
	"iter"
)

// Rows are the rows of a register: a slice or a sequence.
type Rows[T any] struct {
	slice []T
	seq   iter.Seq[T]
	seq2  iter.Seq2[T, error] // a sequence that can fail
	none  bool                // no sequence was given
}

// Slice returns the rows of a slice.
func Slice[T any](rows []T) Rows[T] { return Rows[T]{slice: rows} }

// Seq returns the rows of a sequence.
func Seq[T any](rows iter.Seq[T]) Rows[T] { return Rows[T]{seq: rows, none: rows == nil} }

// Seq2 returns the rows of a source that can fail. The first error ends the pass
// and is returned.
func Seq2[T any](rows iter.Seq2[T, error]) Rows[T] { return Rows[T]{seq2: rows, none: rows == nil} }

func (s *Rows[T]) isSequence() bool { return s.seq != nil || s.seq2 != nil }

// read hands the rows of a sequence on in buffers that give takes and returns
// the next of. It returns why the sequence ended early.
func (s *Rows[T]) read(first []T, give func(rows []T) (next []T, ok bool)) error {
	b := &buffer[T]{rows: first, give: give}
	b.read(s)
	if !b.closed || b.failed != nil {
		if _, ok := give(b.rows[:b.n]); ok {
			return b.failed
		}
	}
	return nil
}

// buffer holds the rows of a sequence until there are enough of them, so that
// none is allocated anew.
type buffer[T any] struct {
	rows   []T
	n      int
	row    int64 // number of the first
	give   func(rows []T) (next []T, ok bool)
	failed error
	closed bool
}

func (b *buffer[T]) read(s *Rows[T]) {
	defer func() {
		if v := recover(); v != nil && !b.closed {
			b.failed = &MappingError{b.row + int64(b.n), v}
		}
	}()
	// Functions of their own, since a method's value would copy each row once more.
	if s.seq != nil {
		s.seq(func(row T) bool {
			if b.closed {
				return false
			}
			b.rows[b.n] = row
			b.n++
			return b.n < len(b.rows) || b.full()
		})
	} else {
		s.seq2(func(row T, err error) bool {
			if b.closed || err != nil {
				return b.end(err)
			}
			b.rows[b.n] = row
			b.n++
			return b.n < len(b.rows) || b.full()
		})
	}
}

// end ends with the sequence's error. Like the rest it hears nothing of a
// sequence that goes on after it was told to stop.
func (b *buffer[T]) end(err error) (more bool) {
	if !b.closed {
		b.failed = fmt.Errorf("count: reading row %d: %w", b.row+int64(b.n)+1, err)
		b.closed = true
	}
	return false
}

// full gives the rows away, and reports whether more are wanted.
func (b *buffer[T]) full() (more bool) {
	b.row += int64(b.n)
	b.n = 0
	next, ok := b.give(b.rows)
	b.rows, b.closed = next, !ok
	return ok
}
