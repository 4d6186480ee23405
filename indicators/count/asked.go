package count

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// asked is a question made ready: what it tells apart of which attributes, and
// how its conditions follow from that.
type asked[R indicators.Record[R]] struct {
	*Question[R]
	fields         []*indicators.Field[R]
	tells          []bins // in the order of their attributes
	among, counted node
	slot           slot
	flag           int // its number among the questions that are flagged, -1 for others
	of, per        []addend[R]
	valued         uint64 // fields, by number, of which it asks more than whether they are recorded
}

// addend is a term with its field's reader.
type addend[R any] struct {
	reader[R]
	weight uint64
}

// node is a condition whose elementary parts read attributes.
type node struct {
	shape     indicators.Shape
	parts     []node
	least     uint64 // of a quorum: how many parts must hold; nought where nobody has said
	attribute int
	kind      nodeKind
	words     uint64        // of words: the values that hold
	from, to  quantity.Code // of a number: the codes that hold, to itself excluded
	inverted  bool          // of a number: those that do not
	voids     []int         // contradictions that make a field of it invalid
}

type nodeKind uint8

const (
	openNode     nodeKind = iota // the answer is unknown whatever the record says
	wordsNode                    // a field has one of some values
	rangeNode                    // a number lies in a range
	recordedNode                 // a field is known
	answerNode                   // a comparison or an own function
)

// attributes are what all questions of a counter tell about a record, each once.
type attributes[R indicators.Record[R]] struct {
	subject        *indicators.Subject[R]
	list           []attribute[R]
	fields         map[*indicators.Field[R]]int
	contradictions map[indicators.Part[R]]int
	compared       []comparedBy[R]
}

// comparedBy is a comparison of numbers or an own function with its attribute.
type comparedBy[R indicators.Record[R]] struct {
	condition indicators.Condition[R]
	attribute int
}

func newAttributes[R indicators.Record[R]](s *indicators.Subject[R]) *attributes[R] {
	return &attributes[R]{subject: s, fields: map[*indicators.Field[R]]int{}, contradictions: map[indicators.Part[R]]int{}}
}

// ask makes a question ready.
func (a *attributes[R]) ask(q *Question[R]) (*asked[R], error) {
	one := &asked[R]{Question: q, fields: q.Fields(), flag: -1}
	parts := a.subject.PartsAmong(one.fields)
	one.tells = make([]bins, 0, len(one.fields)+len(parts)+1) // as a rule it compares two fields at most once
	if len(one.fields) > mostFields {
		return nil, fmt.Errorf("it reads %d fields of a record, at most %d are possible", len(one.fields), mostFields)
	}
	for _, f := range one.fields {
		if f == nil {
			return nil, fmt.Errorf("a condition on a field that is not described")
		}
		if !a.subject.Has(f) {
			return nil, fmt.Errorf("field %s is none of the subject's", f.Key())
		}
		one.tell(a.field(f))
	}
	for _, p := range parts {
		one.tell(a.contradiction(p))
	}
	var err error
	if one.among, err = a.node(one, q.Among, parts); err == nil {
		one.counted, err = a.node(one, q.Counted, parts)
	}
	if err != nil {
		return nil, err
	}
	slices.SortFunc(one.tells, func(a, b bins) int { return a.attribute - b.attribute })
	for i := range one.tells {
		if b := &one.tells[i]; b.size > mostBins {
			return nil, fmt.Errorf("field %s is compared with too many figures", a.list[b.attribute].field.field.Key())
		}
	}
	for _, sum := range []struct {
		terms []Term[R]
		list  *[]addend[R]
	}{{q.Of, &one.of}, {q.Per, &one.per}} {
		for _, t := range sum.terms {
			if t.Field == nil || !a.subject.Has(t.Field) || t.Field.Vocabulary() != nil {
				return nil, fmt.Errorf("a sum of what is no number of the subject's")
			}
			if !slices.Contains(one.fields, t.Field) {
				return nil, fmt.Errorf("a sum of field %s, which no condition asks for", t.Field.Key())
			}
			*sum.list = append(*sum.list, addend[R]{readerOf(t.Field), t.Weight})
			one.asksValues([]*indicators.Field[R]{t.Field})
		}
	}
	if q.ratio() { // it waits for what is not counted
		one.asksValues(indicators.Question[R]{Counted: q.Counted}.Fields())
	}
	return one, nil
}

// asksValues notes that the question asks of fields more than whether they are recorded.
// Others nobody need fill: the end of an age band that has none.
func (q *asked[R]) asksValues(fields []*indicators.Field[R]) {
	for _, f := range fields {
		q.valued |= 1 << slices.Index(q.fields, f)
	}
}

// tell notes that the question tells an attribute apart.
func (q *asked[R]) tell(b bins) *bins {
	for i := range q.tells {
		if q.tells[i].attribute == b.attribute {
			return &q.tells[i]
		}
	}
	q.tells = append(q.tells, b)
	return &q.tells[len(q.tells)-1]
}

func (a *attributes[R]) add(one attribute[R]) int {
	a.list = append(a.list, one)
	return len(a.list) - 1
}

// field returns the bins of a field that is asked nothing but whether it is known.
func (a *attributes[R]) field(f *indicators.Field[R]) bins {
	at, there := a.fields[f]
	if !there {
		kind := number
		if f.Vocabulary() != nil {
			kind = words
		}
		at = a.add(attribute[R]{kind: kind, field: readerOf(f)})
		a.fields[f] = at
	}
	b := bins{attribute: at, size: 3}
	if v := f.Vocabulary(); v != nil {
		b.values = v.Len()
		if _, b.other = v.Other(); b.other {
			b.values++
		}
	}
	return b
}

func (a *attributes[R]) contradiction(p indicators.Part[R]) bins {
	at, there := a.contradictions[p]
	if !there {
		at = a.add(attribute[R]{kind: contradiction, pair: pairOf(p)})
		a.contradictions[p] = at
	}
	return bins{attribute: at, size: 2}
}

// comparison returns the bins of a comparison of numbers or of an own function.
func (a *attributes[R]) comparison(c indicators.Condition[R], e *indicators.Element[R]) bins {
	i := slices.IndexFunc(a.compared, func(known comparedBy[R]) bool { return known.condition.Same(c) })
	if i < 0 {
		one := attribute[R]{kind: comparison}
		if e.Function != nil {
			one.kind = function
			one.answering = answering[R]{reads: e.Function.Reads, holds: e.Function.Holds}
			for _, p := range a.subject.PartsAmong(e.Of) {
				one.answering.parts = append(one.answering.parts, pairOf(p))
			}
		} else {
			one.comparing = comparingOf(e)
		}
		i = len(a.compared)
		a.compared = append(a.compared, comparedBy[R]{c, a.add(one)})
	}
	return bins{attribute: a.compared[i].attribute, size: 3}
}

// node makes a condition ready.
func (a *attributes[R]) node(q *asked[R], c indicators.Condition[R], parts []indicators.Part[R]) (node, error) {
	n := node{shape: c.Shape()}
	n.least, _ = c.Least()
	if n.shape == indicators.Quorum && len(c.Parts()) > mostQuorum {
		return n, fmt.Errorf("so many of %d conditions: at most %d are possible", len(c.Parts()), mostQuorum)
	}
	if n.shape != indicators.Elementary {
		for _, p := range c.Parts() {
			part, err := a.node(q, p, parts)
			if err != nil {
				return n, err
			}
			n.parts = append(n.parts, part)
		}
		return n, nil
	}
	e := c.Element()
	if !e.Recorded {
		q.asksValues(e.Of)
		q.asksValues(e.Than)
	}
	for _, p := range parts {
		touches := func(f *indicators.Field[R]) bool { return f == p.Part.Field || f == p.Whole.Field }
		if slices.ContainsFunc(e.Of, touches) || slices.ContainsFunc(e.Than, touches) {
			n.voids = append(n.voids, a.contradictions[p])
		}
	}
	if e.Unset {
		return n, nil
	}
	if e.Function != nil && e.Function.Holds == nil {
		return n, fmt.Errorf("function %q decides nothing", e.Function.Name.EN)
	}
	if e.Function == nil && !e.Recorded && len(e.Words) == 0 && e.Amount.IsZero() {
		return n, fmt.Errorf("field %s: %s is not resolved", e.Of[0].Key(), e.Figure)
	}
	if e.Function != nil || len(e.Than) > 0 {
		n.kind, n.attribute = answerNode, q.tell(a.comparison(c, &e)).attribute
		return n, nil
	}
	b := q.tell(a.field(e.Of[0]))
	n.attribute = b.attribute
	switch {
	case e.Recorded:
		n.kind = recordedNode
	case e.Of[0].Vocabulary() != nil:
		n.kind = wordsNode
		for _, v := range e.Words {
			n.words |= 1 << v
		}
		b.split(n.words)
	default:
		n.kind = rangeNode
		n.from, n.to, n.inverted = codes(e.Compare, e.Amount)
		b.cut(n.from)
		b.cut(n.to)
	}
	return n, nil
}

// codes returns the range of codes for which a comparison with a figure holds, or
// inverted for which it does not. The code of an end that no value reaches is not
// known.
func codes(c indicators.Comparison, a quantity.Amount) (from, to quantity.Code, inverted bool) {
	up, down := a.Ceil(), a.Floor()
	switch c {
	case indicators.NotBelow, indicators.Below:
		return up, quantity.FirstInvalid, c == indicators.Below
	case indicators.Above, indicators.NotAbove:
		return down + 1, quantity.FirstInvalid, c == indicators.NotAbove
	}
	if up != down {
		return quantity.FirstInvalid, quantity.FirstInvalid, false
	}
	return up, up + 1, false
}
