package rulestest

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// onElements changes each elementary condition, scope first: its comparison,
// its own figure, its words, and what it makes of missing data.
func (m *mutator[R]) onElements() {
	among, counted := conditions(m.main)
	nth := 0
	elements(indicators.Question[R]{Among: among, Counted: counted}, func(e indicators.Element[R]) {
		at := nth
		nth++
		exchange := func(key, zh, en string, with indicators.Condition[R]) {
			place := 0
			scope := exchanged(among, &place, at, with)
			condition := exchanged(counted, &place, at, with)
			said := e.Condition()
			m.ask(fmt.Sprintf("condition-%d-%s", at+1, key), "“"+said.Text(bilingual.Chinese)+"”"+zh,
				"\""+said.Text(bilingual.English)+"\" "+en, scope, condition)
		}
		m.compare(e, exchange)
		m.words(e, exchange)
		if e.Recorded {
			return
		}
		var unknown []indicators.Condition[R]
		for _, f := range slices.Concat(e.Of, e.Than) {
			unknown = append(unknown, indicators.Not(f.Recorded()))
		}
		exchange("unknown-as-yes", "把未知当作符合", "met where unknown", indicators.Or(append(unknown, e.Condition())...))
	})
}

var softer = map[indicators.Comparison][]indicators.Comparison{
	indicators.NotBelow: {indicators.Above}, indicators.Above: {indicators.NotBelow},
	indicators.NotAbove: {indicators.Below}, indicators.Below: {indicators.NotAbove},
	indicators.EqualTo: {indicators.NotBelow, indicators.NotAbove},
}

var comparisonKeys = map[indicators.Comparison]string{indicators.NotBelow: "at-least", indicators.NotAbove: "at-most",
	indicators.Above: "more-than", indicators.Below: "less-than"}

func (m *mutator[R]) compare(e indicators.Element[R], exchange func(key, zh, en string, with indicators.Condition[R])) {
	for _, c := range softer[e.Compare] {
		changed := e
		changed.Compare = c
		with := changed.Condition()
		exchange(comparisonKeys[c], "改为“"+with.Text(bilingual.Chinese)+"”", "read as \""+with.Text(bilingual.English)+"\"", with)
	}
	amount, err := e.Figure.Amount(nil)
	if e.Compare == indicators.NoComparison || err != nil {
		return // a figure by name is moved where it stands
	}
	eachStep(amount, "中的数值", "with", func(direction, zh, en string, moved quantity.Amount) {
		changed := e
		changed.Figure = indicators.Literal(moved)
		exchange("figure-"+direction, zh, en, changed.Condition())
	})
}

// words puts each word of the vocabulary into the list, or takes it out.
func (m *mutator[R]) words(e indicators.Element[R], exchange func(key, zh, en string, with indicators.Condition[R])) {
	if len(e.Words) == 0 {
		return
	}
	for i, entry := range e.Of[0].Vocabulary().Entries() {
		word := uint8(i + 1)
		changed := e
		if slices.Contains(e.Words, word) {
			if len(e.Words) == 1 {
				continue // no word is left, and nothing to compare with
			}
			changed.Words = slices.DeleteFunc(slices.Clone(e.Words), func(w uint8) bool { return w == word })
			exchange("without-"+entry.Key, "不含"+entry.Name.ZH, "without "+entry.Name.EN, changed.Condition())
			continue
		}
		changed.Words = append(slices.Clone(e.Words), word)
		exchange("with-"+entry.Key, "加上"+entry.Name.ZH, "with "+entry.Name.EN, changed.Condition())
	}
}
