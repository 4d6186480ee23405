package count

import (
	"maps"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Known is a record of a pass with keys, all that the rows of its key say.
type Known[R indicators.Record[R]] struct {
	counter *Counter[R]
	records []R
	one     *Tally // of several records, what they are together
}

// Keys returns the keys of the rows that were counted, in their order. A pass without
// keys, and one that goes on from counts, gives [ErrNoKeys].
func (l *Live[T, R]) Keys() ([]string, error) {
	if l.restored || l.run.keys == nil {
		return nil, ErrNoKeys
	}
	return slices.Sorted(maps.Keys(l.run.keys.first)), nil
}

// Known returns the record of a key; not ok where no row has it.
func (l *Live[T, R]) Known(key string) (k Known[R], ok bool) {
	if l.run.keys == nil {
		return k, false
	}
	k = Known[R]{counter: l.run.of.Counter, records: l.run.keys.of(key)}
	if len(k.records) > 1 {
		k.one = k.counter.asOne(k.records)
	}
	return k, len(k.records) > 0
}

// Class returns what the record may be for a question.
func (k Known[R]) Class(question int) Class {
	if k.one == nil {
		class, _ := k.counter.Class(question, k.records[0])
		return class
	}
	classes := k.one.Answer(question).Classes
	return Class(max(slices.Index(classes[:], 1), int(OutOfScope))) // a record that is skipped has none
}

// Code returns the value of a field, that of nothing where rows differ.
func (k Known[R]) Code(f *indicators.Field[R]) quantity.Code {
	one := union[R]{records: k.records}
	if one.differs(f) {
		return quantity.Code(0)
	}
	return f.Code(&k.records[0])
}

// Shown returns the value of a field in words, "" where it is unknown or rows differ.
func (k Known[R]) Shown(f *indicators.Field[R], l bilingual.Language) string {
	if k.Code(f).Unknown() {
		return ""
	}
	return f.Text(&k.records[0], l)
}

// With returns the record with another value of a field, as it reads a text.
func (k Known[R]) With(f *indicators.Field[R], text string) (Known[R], error) {
	k.records = slices.Clone(k.records)
	for i := range k.records {
		if err := f.Parse(&k.records[i], text); err != nil {
			return k, err
		}
	}
	if len(k.records) > 1 {
		k.one = k.counter.asOne(k.records)
	}
	return k, nil
}

// Together returns what was counted, without some of its records and with others.
func (l *Live[T, R]) Together(without, with []Known[R]) (*Tally, error) {
	t := l.run.of.Counter.layout.tally()
	if err := t.plus(l.group.tally); err != nil {
		return nil, err
	}
	for _, k := range without {
		if err := t.minus(k.counter.asOne(k.records)); err != nil {
			return nil, err
		}
	}
	for _, k := range with {
		if err := t.plus(l.run.of.Counter.asOne(k.records)); err != nil {
			return nil, err
		}
	}
	return t, nil
}
