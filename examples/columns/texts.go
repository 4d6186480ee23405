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

// texts reads columns of texts that stand for values V.
type texts[V any] struct {
	read       func(string) V // what a text stands for; the text must not be kept
	dictionary []V            // of the batch at hand
	cache      [256]struct {
		text  string
		value V
		used  bool
	}
}

// decode puts what the texts of a column stand for into values, which are zero, and
// leaves those alone that are NULL.
func (t *texts[V]) decode(from arrow.Array, values []V) error {
	switch from := from.(type) {
	case *array.Dictionary:
		words, ok := from.Dictionary().(array.StringLike)
		if !ok {
			return errType(from.DataType(), acceptedTexts)
		}
		t.dictionary = t.dictionary[:0]
		for i := range words.Len() {
			var v V
			if words.IsValid(i) {
				v = t.of(words.Value(i))
			}
			t.dictionary = append(t.dictionary, v)
		}
		t.pick(from, values)
		return nil
	case array.StringLike:
		for i := range values {
			if from.IsValid(i) {
				values[i] = t.of(from.Value(i))
			}
		}
		return nil
	}
	return errType(from.DataType(), acceptedTexts)
}

// pick puts the values of a dictionary into their places.
func (t *texts[V]) pick(from *array.Dictionary, values []V) {
	indices, ok := from.Indices().(*array.Int32) // as files are read
	if ok && from.NullN() == 0 {
		for i, at := range indices.Int32Values() {
			values[i] = t.dictionary[at]
		}
		return
	}
	for i := range values {
		switch {
		case !from.IsValid(i):
		case ok:
			values[i] = t.dictionary[indices.Value(i)]
		default:
			values[i] = t.dictionary[from.GetValueIndex(i)]
		}
	}
}

// of returns what a text stands for, from the cache where it can.
func (t *texts[V]) of(text string) V {
	hash := uint32(len(text))
	for i := range len(text) {
		hash = hash*31 + uint32(text[i])
	}
	c := &t.cache[(hash^hash>>8)%uint32(len(t.cache))]
	if !c.used || c.text != text {
		c.text, c.value, c.used = strings.Clone(text), t.read(text), true
	}
	return c.value
}

// words is a column of texts for a field of words.
func words[V indicators.Word](name string, f indicators.Category[teacher.Record, V], read func(string) V) column {
	column, values := texts[V]{read: read}, []V(nil)
	return filling(name, f.Key(), func(from arrow.Array, to []teacher.Record) error {
		values = zeros(values, len(to))
		if err := column.decode(from, values); err != nil {
			return err
		}
		for i, v := range values {
			f.Set(&to[i], v)
		}
		return nil
	})
}

// yes is a column for a field of yes or no: of booleans, or of texts.
func yes(name string, f indicators.Category[teacher.Record, indicators.Answer], read func(string) indicators.Answer) column {
	texts := words(name, f, read)
	return filling(name, f.Key(), func(from arrow.Array, to []teacher.Record) error {
		bools, ok := from.(*array.Boolean)
		if !ok {
			return texts.fill(from, to)
		}
		for i := range to {
			if bools.IsValid(i) {
				f.Set(&to[i], indicators.AnswerOf(bools.Value(i)))
			}
		}
		return nil
	})
}

// skips is a column of texts some of which say that a row is no record of the register.
func skips(name string, skip ...string) column {
	column, values := texts[bool]{read: func(text string) bool { return slices.Contains(skip, text) }}, []bool(nil)
	return filling(name, "who is no teacher", func(from arrow.Array, to []teacher.Record) error {
		values = zeros(values, len(to))
		if err := column.decode(from, values); err != nil {
			return err
		}
		for i, v := range values {
			if v {
				to[i].Skip()
			}
		}
		return nil
	})
}

// zeros returns so many zero values, in the place of others if they fit there.
func zeros[V any](values []V, n int) []V {
	values = slices.Grow(values[:0], n)[:n]
	clear(values)
	return values
}
