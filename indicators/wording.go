package indicators

import (
	"math/bits"
	"strings"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// termSet is a set of a vocabulary's values: bit n is the value n. A text that may mean
// several is too broad to be read.
type termSet uint64

// otherTerm is the bit of OtherWord, behind those of all terms.
const otherTerm termSet = 1 << (maxTerms + 1)

// anyTerm is every value that a list can have, listedTerms those that its terms have.
const (
	anyTerm     = ^termSet(0)
	listedTerms = anyTerm &^ otherTerm
)

// terms returns the set of some values.
func terms[V Word](values ...V) (set termSet) {
	for _, v := range values {
		set |= termOf(uint8(v))
	}
	return set
}

func termOf(n uint8) termSet {
	if n == OtherWord {
		return otherTerm
	}
	return 1 << n
}

// value returns the one value of a set, InvalidWord for none or several.
func (s termSet) value() uint8 {
	switch {
	case bits.OnesCount64(uint64(s)) != 1:
		return InvalidWord
	case s == otherTerm:
		return OtherWord
	}
	return uint8(bits.TrailingZeros64(uint64(s)))
}

// wording is what people write around the terms of a list and in their place. It is taken
// apart by these tables alone: no text is searched for one that it contains.
type wording struct {
	whole   []phrase // texts in the place of terms; of several where the text is too broad
	before  []phrase // modifiers that may stand before certain terms and change nothing
	after   []phrase // those that may stand behind
	notes   []phrase // what else may stand in brackets beside certain terms
	ordered bool     // 本科及以上 is several terms
	closed  bool     // there is nothing else beside the terms, as beside yes and no
}

// phrase says of which terms some texts are.
type phrase struct {
	of    termSet
	texts []string
}

// worded gives a list its wording, before it is first used.
func (v *Vocabulary) worded(w wording) *Vocabulary {
	v.wording, v.other = w, v.other && !w.closed
	return v
}

// find prepares the tables that texts are looked up in.
func (v *Vocabulary) find() {
	v.texts = map[string]termSet{}
	for i := range v.entries {
		for _, text := range v.entries[i].texts() {
			v.claim(text, termOf(uint8(i+1)))
		}
	}
	if v.other {
		for _, text := range otherEntry.texts() {
			v.claim(text, otherTerm)
		}
	}
	for _, p := range v.wording.whole {
		for _, text := range p.texts {
			v.claim(text, p.of)
		}
	}
	v.before, v.after, v.notes = v.modifiers(v.wording.before), v.modifiers(v.wording.after), v.modifiers(v.wording.notes)
}

func (v *Vocabulary) modifiers(phrases []phrase) map[string]termSet {
	table := map[string]termSet{}
	for _, p := range phrases {
		for _, text := range p.texts {
			text = normal(text)
			table[text] |= p.of
			v.modifier = max(v.modifier, len(text))
		}
	}
	return table
}

// claim leaves a text with the term that claims it first.
func (v *Vocabulary) claim(text string, of termSet) {
	text = normal(text)
	switch first, taken := v.texts[text]; {
	case text == invalidKey || standsForNone(text):
		v.fault("term %q has the text %q, which stands for no term", v.keys(of), text)
	case taken && first != of:
		v.fault("%q is claimed by %s and %s", text, v.keys(first), v.keys(of))
	default:
		v.texts[text] = of
	}
}

// standsForNone reports whether a text says that there is no value, or is a code of some
// table.
func standsForNone(text string) bool { return quantity.NoValue(text) || bareDigits(text) }

func bareDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// keys lists the keys of a set.
func (v *Vocabulary) keys(set termSet) string {
	var keys []string
	for _, e := range v.entriesOf(set) {
		keys = append(keys, e.Key)
	}
	return strings.Join(keys, ", ")
}

// entriesOf lists the terms of a set.
func (v *Vocabulary) entriesOf(set termSet) (list []Entry) {
	for i, e := range v.entries {
		if set&termOf(uint8(i+1)) != 0 {
			list = append(list, e)
		}
	}
	if set&otherTerm != 0 {
		list = append(list, otherEntry)
	}
	return cloned(list)
}

// normal makes texts comparable: how a text is set, the kind of its brackets and the Latin
// case carry no meaning.
func normal(text string) string {
	text = strings.ToLower(quantity.Normal(text))
	if strings.ContainsAny(text, "[]{}") {
		text = brackets.Replace(text)
	}
	return text
}

var brackets = strings.NewReplacer("[", "(", "]", ")", "{", "(", "}", ")")
