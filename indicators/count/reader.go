package count

import (
	"math"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/internal/memory"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// reader reads a field where it stands in a record, or through its description
// where that is not possible: slower, never different.
type reader[R any] struct {
	field *indicators.Field[R]
	at    memory.Offset[R]
}

func readerOf[R any](f *indicators.Field[R]) reader[R] { return reader[R]{f, f.Offset()} }

// numberReaderOf reads a field as a number. A word, which takes one byte, is not
// read where it stands.
func numberReaderOf[R any](f *indicators.Field[R]) reader[R] {
	r := readerOf(f)
	if f.Vocabulary() != nil {
		r.at = memory.Unknown[R]()
	}
	return r
}

func numberReadersOf[R any](fields []*indicators.Field[R]) []reader[R] {
	list := make([]reader[R], len(fields))
	for i, f := range fields {
		list[i] = numberReaderOf(f)
	}
	return list
}

// word returns the number of a value of words. Of an invalid value it is any
// number that the list does not have.
func (f *reader[R]) word(r *R) uint8 {
	if f.at.Known() {
		return f.at.Word(r)
	}
	c := f.field.Code(r)
	if c.Invalid() {
		return math.MaxUint8
	}
	return uint8(c.Steps())
}

func (f *reader[R]) number(r *R) quantity.Code {
	if f.at.Known() {
		return f.at.Code(r)
	}
	return f.field.Code(r)
}

// pair reads a part and its whole.
type pair[R any] struct{ part, whole reader[R] }

func pairOf[R any](p indicators.Part[R]) pair[R] {
	return pair[R]{numberReaderOf(p.Part.Field), numberReaderOf(p.Whole.Field)}
}

// contradicts reports whether a part exceeds its whole.
func (p *pair[R]) contradicts(r *R) bool {
	part, whole := p.part.number(r), p.whole.number(r)
	return part > whole && part.Known() && whole.Known()
}

// comparing reads the numbers of a comparison: of[0]/of[1] with a share of
// than[0]/than[1].
type comparing[R any] struct {
	of, than []reader[R]
	compare  indicators.Comparison
	num, den uint64
}

func comparingOf[R any](e *indicators.Element[R]) comparing[R] {
	c := comparing[R]{of: numberReadersOf(e.Of), than: numberReadersOf(e.Than), compare: e.Compare}
	c.num, c.den = e.Share()
	return c
}

// holds compares crosswise. A division by zero leaves it unknown.
func (c *comparing[R]) holds(r *R) indicators.Truth {
	var of, than [2]uint64
	for i := range c.of {
		a, b := c.of[i].number(r), c.than[i].number(r)
		if !a.Known() || !b.Known() {
			return indicators.Unknown
		}
		of[i], than[i] = a.Steps(), b.Steps()
	}
	if len(c.of) == 1 {
		return c.truth(quantity.Product(of[0], c.den).Compare(quantity.Product(than[0], c.num)))
	}
	if of[1] == 0 || than[1] == 0 {
		return indicators.Unknown
	}
	return c.truth(quantity.CompareProducts(quantity.Product(of[0], than[1]), quantity.WideOf(c.den),
		quantity.Product(than[0], of[1]), quantity.WideOf(c.num)))
}

func (c *comparing[R]) truth(order int) indicators.Truth {
	switch c.compare {
	case indicators.NotBelow:
		return indicators.TruthOf(order >= 0)
	case indicators.NotAbove:
		return indicators.TruthOf(order <= 0)
	case indicators.Above:
		return indicators.TruthOf(order > 0)
	case indicators.Below:
		return indicators.TruthOf(order < 0)
	}
	return indicators.TruthOf(order == 0)
}

// answering asks an own function about a record whose fields are known.
type answering[R any] struct {
	reads []*indicators.Field[R]
	parts []pair[R] // contradictions that make a field that it reads invalid
	holds func(*R) bool
}

func (a *answering[R]) truth(r *R) indicators.Truth {
	for i := range a.parts {
		if a.parts[i].contradicts(r) {
			return indicators.Unknown
		}
	}
	for _, f := range a.reads {
		if !f.Code(r).Known() {
			return indicators.Unknown
		}
	}
	return indicators.TruthOf(a.holds(r))
}
