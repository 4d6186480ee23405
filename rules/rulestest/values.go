package rulestest

import (
	"fmt"
	"slices"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
)

// values are the codes of a field that tell the answers of a rule apart: every
// word of a list; of a number nought and one step before, at and after each
// figure. Neither unknown nor invalid is among them.
type values[R indicators.Record[R]] map[*indicators.Field[R]][]quantity.Code

// wholeSteps is how large the whole of a share is made, in steps, so that one
// step of the part is less than a hundredth of a per cent.
const wholeSteps = 20_000

// otherPer and ownPer are what quotients divide by: one twice the other, so that
// no two fields have one value, and both so large that a part stays below its
// whole.
const (
	otherPer = 2 * wholeSteps
	ownPer   = 2 * otherPer
)

func valuesOf[R indicators.Record[R]](list []*oracle[R]) values[R] {
	v := values[R]{}
	for _, q := range list {
		elements(q.Question, func(e indicators.Element[R]) { v.add(e) })
	}
	for _, q := range list {
		for _, s := range []rules.Summed[R]{q.Of, q.Per} {
			for i, t := range s.Terms {
				v.put(t.Field, quantity.CodeOf(uint64(1000+137*i)*t.Field.Unit().Scale()))
			}
		}
		for _, f := range q.reads {
			switch words := f.Vocabulary(); {
			case words != nil:
				v.put(f, wordCodes(words)...)
			case len(v[f]) == 0:
				v.put(f, quantity.CodeOf(f.Unit().Scale()))
			}
		}
	}
	return v
}

// wordCodes are the codes of all known values of a list, something else included.
func wordCodes(words *indicators.Vocabulary) (list []quantity.Code) {
	for i := range words.Len() {
		list = append(list, quantity.CodeOf(uint64(i+1)))
	}
	if _, has := words.Other(); has {
		list = append(list, quantity.CodeOf(indicators.OtherWord))
	}
	return list
}

// elements yields the elementary conditions of a question, scope first.
func elements[R any](q indicators.Question[R], yield func(indicators.Element[R])) {
	var walk func(indicators.Condition[R])
	walk = func(c indicators.Condition[R]) {
		if c.Shape() == indicators.Elementary {
			yield(c.Element())
		}
		for _, p := range c.Parts() {
			walk(p)
		}
	}
	walk(q.Among)
	walk(q.Counted)
}

func (v values[R]) put(f *indicators.Field[R], codes ...quantity.Code) {
	for _, c := range codes {
		if i, there := slices.BinarySearch(v[f], c); !there && c.Known() {
			v[f] = slices.Insert(v[f], i, c)
		}
	}
}

// around puts the steps on both sides of a value.
func (v values[R]) around(f *indicators.Field[R], c quantity.Code) {
	if !c.Known() {
		return
	}
	if f.Unit() != quantity.Day { // day nought is no day
		v.put(f, quantity.CodeOf(0))
	}
	v.put(f, c-1, c, c+1)
}

func (v values[R]) add(e indicators.Element[R]) {
	num, den := e.Share()
	switch {
	case e.Compare == indicators.NoComparison || den == 0:
	case len(e.Than) == 0:
		v.around(e.Of[0], e.Amount.Floor())
		v.around(e.Of[0], e.Amount.Ceil())
	default:
		times := (wholeSteps + den - 1) / den
		if len(e.Of) == 1 {
			v.put(e.Than[0], quantity.CodeOf(0), quantity.CodeOf(den*times))
			v.around(e.Of[0], quantity.CodeOf(num*times))
			return
		}
		v.put(e.Than[0], quantity.CodeOf(0), quantity.CodeOf(den*times))
		v.put(e.Than[1], quantity.CodeOf(0), quantity.CodeOf(otherPer))
		v.put(e.Of[1], quantity.CodeOf(0), quantity.CodeOf(ownPer))
		v.around(e.Of[0], quantity.CodeOf(2*num*times))
	}
}

// set gives a field the value that a code stands for.
func set[R indicators.Record[R]](r *R, f *indicators.Field[R], c quantity.Code) error {
	return f.Parse(r, textOf(f, c))
}

// textOf writes a value as the field reads it.
func textOf[R any](f *indicators.Field[R], c quantity.Code) string {
	switch words := f.Vocabulary(); {
	case c.Unknown():
		return ""
	case c.Invalid() && words != nil:
		return "invalid"
	case c.Invalid():
		return "invalid: " + c.Fault().String()
	case words != nil && c.Steps() == indicators.OtherWord:
		other, _ := words.Other()
		return other.Key
	case words != nil:
		return words.Entries()[c.Steps()-1].Key
	case f.Unit() == quantity.Day:
		return dateOf(c)
	}
	return quantity.NewTotal(quantity.WideOf(c.Steps()), f.Unit()).Number()
}

// dateOf finds the day that a code stands for.
func dateOf(c quantity.Code) string {
	for year := int(uint64(c)/366) + 1; ; year++ {
		if quantity.DateOf(year+1, time.January, 1).Code() > c {
			day := quantity.DateOf(year, time.January, 1)
			for day.Code() < c {
				day = day.Next()
			}
			return day.String()
		}
	}
}

// texts writes the fields of a record by their keys.
func texts[R indicators.Record[R]](r R) map[string]string {
	list := map[string]string{}
	for _, f := range r.Subject().Fields() {
		if c := f.Code(&r); !c.Unknown() {
			list[f.Key()] = textOf(f, c)
		}
	}
	return list
}

// search looks for records by giving values to fields, one after the other.
type search[R indicators.Record[R]] struct {
	values values[R]
	left   int   // steps that may still be made
	err    error // a field that does not read what it writes
}

const searchSteps = 50_000

// goal says of a record with some fields open whether it can still become
// what is looked for; with none open, whether it is.
type goal[R indicators.Record[R]] func(v partialRecord[R]) bool

// find completes a record. What it returns meets the goal.
func (s *search[R]) find(r R, fields []*indicators.Field[R], g goal[R]) (R, bool) {
	s.left = searchSteps
	return s.from(r, fields, g)
}

func (s *search[R]) from(r R, fields []*indicators.Field[R], g goal[R]) (R, bool) {
	s.left--
	if s.left < 0 || !g(partialRecord[R]{record: &r, open: fields, nth: -1}) {
		return r, false
	}
	if len(fields) == 0 {
		return r, true
	}
	for _, c := range s.values[fields[0]] {
		next := r
		if err := set(&next, fields[0], c); err != nil {
			s.err = fmt.Errorf("rulestest: %w", err)
			return r, false
		}
		if found, ok := s.from(next, fields[1:], g); ok {
			return found, true
		}
	}
	return r, false
}
