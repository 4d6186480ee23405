package count

import (
	"fmt"
	"slices"
)

// addKeyed counts the first record, whose row it is, together with those of its key.
func (l *Live[T, R]) addKeyed(row *T, key string) error {
	r := l.run
	record := r.pass.records[0]
	before := r.keys.of(key)
	r.pass.groupOf[0] = l.group
	r.pass.current = 0
	if err := r.takeKey(&keyed[R]{record: record, key: key, row: r.pass.row}, row, nil); err != nil {
		return err
	}
	r.doubled = r.doubled[:0]
	r.pass.pack(1)
	if err := l.addFirst(row); err != nil || len(before) == 0 {
		return err
	}
	return l.join(before, []R{record})
}

// join counts records as one that were counted as two.
func (l *Live[T, R]) join(some, others []R) error {
	t, c := l.group.tally, l.run.of.Counter
	if err := t.minus(c.asOne(some)); err != nil {
		return err
	}
	if err := t.minus(c.asOne(others)); err != nil {
		return err
	}
	return t.plus(c.asOne(slices.Concat(some, others)))
}

// Put counts a row in the place of all that have its key, if there are any: a form that
// is saved once more changes nothing. A row without a key gives [ErrNoKey], and a pass
// that goes on from counts whose keys are not known [ErrNoKeys].
func (l *Live[T, R]) Put(row *T) (failed error) {
	defer l.run.recovered(&failed)
	l.place(0, row)
	r := l.run
	record := r.pass.records[0]
	key := ""
	if r.of.Key != nil {
		key = r.keyOf(&record, row)
	}
	if key == "" {
		return ErrNoKey
	}
	if _, err := l.Delete(key); err != nil {
		return err
	}
	r.pass.records[0], r.pass.current = record, 0
	return l.addKeyed(row, key)
}

// Delete takes back all rows of a key, and reports whether there were any.
func (l *Live[T, R]) Delete(key string) (there bool, err error) {
	r := l.run
	if l.restored || r.keys == nil {
		return false, ErrNoKeys
	}
	records := r.keys.of(key)
	if len(records) == 0 {
		return false, nil
	}
	if err := l.group.tally.minus(r.of.Counter.asOne(records)); err != nil {
		return false, err
	}
	for i := range records {
		if r.of.TakenBack != nil && r.of.Counter.Faults(&records[i]) != nil {
			r.of.TakenBack(&records[i])
		}
	}
	r.keys.remove(key)
	return true, nil
}

// Merge adds what another pass has counted, which stays as it is. Both must have asked
// the same, and either both know the keys of their rows or neither: else the error is
// [ErrMismatch], and nothing changes. Rows of a key that both have are doubles.
func (l *Live[T, R]) Merge(o *Live[T, R]) error {
	mine, others := l.run.keys, o.run.keys
	if (mine == nil) != (others == nil) {
		return fmt.Errorf("%w: rows with keys and rows without", ErrMismatch)
	}
	if err := l.group.tally.Merge(o.group.tally); err != nil || mine == nil {
		return err
	}
	l.restored = l.restored || o.restored
	for key := range others.first {
		some, more := mine.of(key), others.of(key)
		if len(some) > 0 {
			if err := l.join(some, more); err != nil {
				return err
			}
		}
		for i := range more {
			if _, err := mine.put(&keyed[R]{record: more[i], key: key, row: noRecord}); err != nil {
				return err
			}
		}
	}
	return nil
}
