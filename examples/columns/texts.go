package main

import (
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"github.com/eduplan/tonghua/indicators"
)

const (
	acceptedTexts   = "string, or a dictionary of strings"
	acceptedAnswers = "bool, string, or a dictionary of strings"
)

// words is a column of texts that stand for values V. Each text of a batch is read once, so
// that a row costs an index.
type words[V any] struct {
	read       func(text string) V // what a text stands for
	known      nulls
	indices    []int32 // of each row in the dictionary
	dictionary []V
}

// at returns what the text of a row stands for; the zero value where it is NULL.
func (w *words[V]) at(i int) (v V) {
	if i < len(w.indices) && w.known.has(i) {
		return w.dictionary[w.indices[i]]
	}
	return v
}

func (w *words[V]) bind(from arrow.Array) error {
	w.known = nullsOf(from)
	switch from := from.(type) {
	case *array.Dictionary:
		if list, ok := from.Dictionary().(array.StringLike); ok {
			w.bindDictionary(from, list)
			return nil
		}
	case array.StringLike:
		w.bindTexts(from)
		return nil
	}
	return errType(from.DataType(), acceptedTexts)
}

func (w *words[V]) bindDictionary(from *array.Dictionary, list array.StringLike) {
	w.dictionary = make([]V, list.Len())
	for k := range w.dictionary {
		if list.IsValid(k) { // a dictionary may hold NULL as well
			w.dictionary[k] = w.read(list.Value(k))
		}
	}
	if indices, ok := from.Indices().(*array.Int32); ok {
		w.indices = indices.Int32Values()
		return
	}
	w.indices = make([]int32, from.Len())
	for i := range w.indices {
		if from.IsValid(i) {
			w.indices[i] = int32(from.GetValueIndex(i))
		}
	}
}

// bindTexts makes the dictionary that plain texts do not have.
func (w *words[V]) bindTexts(from array.StringLike) {
	seen := map[string]int32{}
	w.indices = make([]int32, from.Len())
	for i := range w.indices {
		if from.IsNull(i) {
			continue
		}
		text := from.Value(i)
		k, ok := seen[text]
		if !ok {
			k = int32(len(w.dictionary))
			seen[text] = k
			w.dictionary = append(w.dictionary, w.read(text))
		}
		w.indices[i] = k
	}
}

// sameText reads texts that stand for themselves. It copies them, since results outlive
// the memory of a batch.
func sameText(text string) string { return strings.Clone(text) }

// yesNo is a column of yes and no: texts, or booleans.
type yesNo struct{ words[indicators.Answer] }

func (y *yesNo) bind(from arrow.Array) error {
	bools, ok := from.(*array.Boolean)
	if !ok {
		if err := y.words.bind(from); err != nil {
			return errType(from.DataType(), acceptedAnswers)
		}
		return nil
	}
	y.known = nullsOf(from)
	y.dictionary = []indicators.Answer{indicators.No, indicators.Yes}
	y.indices = make([]int32, bools.Len())
	for i := range y.indices {
		if bools.IsValid(i) && bools.Value(i) {
			y.indices[i] = 1
		}
	}
	return nil
}
