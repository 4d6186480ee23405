package main

import (
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/teacher"
)

const acceptedTexts = "string, or a dictionary of strings"

// texts reads texts that stand for values V. Each is read once: in a dictionary, or the
// first time that it comes.
type texts[V any] struct {
	read       func(string) V // what a text stands for
	known      map[string]V
	dictionary []V // of the batch at hand
}

func textsOf[V any](read func(string) V) *texts[V] { return &texts[V]{read: read, known: map[string]V{}} }

// decode puts what the texts of a column stand for into as many places, which hold zero
// values. Those of NULL are left so.
func decode[T, V any](t *texts[V], from arrow.Array, to []T, at func(*T) *V) error {
	switch from := from.(type) {
	case *array.Dictionary:
		list, ok := from.Dictionary().(array.StringLike)
		if !ok {
			break
		}
		t.readDictionary(list)
		indices, ok := from.Indices().(*array.Int32)
		if !ok { // files are read with the former
			for i := range to {
				if from.IsValid(i) {
					*at(&to[i]) = t.dictionary[from.GetValueIndex(i)]
				}
			}
			return nil
		}
		for i, of := range indices.Int32Values() {
			if uint(of) < uint(len(t.dictionary)) { // in the place of a NULL anything may stand
				*at(&to[i]) = t.dictionary[of]
			}
		}
		eachNull(from, func(i int) { *at(&to[i]) = *new(V) })
		return nil
	case array.StringLike:
		for i := range to {
			if from.IsValid(i) {
				*at(&to[i]) = t.of(from.Value(i))
			}
		}
		return nil
	}
	return errType(from.DataType(), acceptedTexts)
}

func (t *texts[V]) readDictionary(list array.StringLike) {
	t.dictionary = t.dictionary[:0]
	for i := range list.Len() {
		var v V
		if list.IsValid(i) {
			v = t.of(list.Value(i))
		}
		t.dictionary = append(t.dictionary, v)
	}
}

// mostKnown is how many texts of a column are remembered: more than a vocabulary has, and
// few enough for a column of notes.
const mostKnown = 1024

// of returns what a text stands for.
func (t *texts[V]) of(text string) V {
	if v, known := t.known[text]; known {
		return v
	}
	text = strings.Clone(text) // it lies in the memory of a batch
	v := t.read(text)
	if len(t.known) < mostKnown {
		t.known[text] = v
	}
	return v
}

// words is a column of texts for a field of words. The last function returns where a
// record holds the field.
func words[V indicators.Word](name string, f indicators.Category[teacher.Record, V], read func(string) V, at func(*teacher.Record) *V) column {
	known := textsOf(read)
	return filling(name, f.Key(), func(from arrow.Array, to []teacher.Record) error { return decode(known, from, to, at) })
}

// yes is a column of booleans or texts for a field of yes or no.
func yes(name string, f indicators.Category[teacher.Record, indicators.Answer], read func(string) indicators.Answer, at func(*teacher.Record) *indicators.Answer) column {
	known := textsOf(read)
	return filling(name, f.Key(), func(from arrow.Array, to []teacher.Record) error {
		bools, ok := from.(*array.Boolean)
		if !ok {
			return decode(known, from, to, at)
		}
		for i := range to {
			if bools.IsValid(i) {
				*at(&to[i]) = indicators.AnswerOf(bools.Value(i))
			}
		}
		return nil
	})
}

// skips is a column of texts some of which say that a row is no record of the register.
func skips(name string, skip ...string) column {
	known := textsOf(func(text string) bool { return slices.Contains(skip, text) })
	var skipped []bool
	return filling(name, "who is no teacher", func(from arrow.Array, to []teacher.Record) error {
		skipped = slices.Grow(skipped[:0], len(to))[:len(to)]
		clear(skipped)
		if err := decode(known, from, skipped, itself); err != nil {
			return err
		}
		for i, skip := range skipped {
			if skip {
				to[i].Skip()
			}
		}
		return nil
	})
}

func itself[T any](v T) T { return v }
