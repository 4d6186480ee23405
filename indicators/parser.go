package indicators

import (
	"fmt"
	"maps"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Parser reads the words of one vocabulary: its own texts, those that a caller adds, and
// codes where a table of codes is named. It is a value; whoever adds to it has another
// one. The zero Parser reads the vocabulary's own texts, as [ParserOf] says.
type Parser[V Word] struct {
	own   map[string]V // never changed once it is here
	codes Codes[V]
}

// ParserOf returns the parser of a vocabulary's own texts, such as
// ParserOf[Education](). It reads a term by its key, its name in either language, or one
// of the texts that school systems store. Before it is looked up a text is normalised:
// full-width forms, characters without width, spaces around it, kinds of brackets and the
// Latin case mean nothing. What is no text of the list is taken apart by the list's
// tables: known modifiers before and behind a term, known notes in brackets; what remains
// must be a text of the list. All of them are listed in WORDS.md.
//
// A text that says that there is no value ([quantity.NoValue]) is unknown. A text that may
// mean several terms is invalid, and so are bare digits: they are the code of some table,
// which [Parser.Codes] names.
func ParserOf[V Word]() Parser[V] { return Parser[V]{} }

// Parse reads a text; what it does not understand is invalid. Nothing is guessed.
func (p Parser[V]) Parse(text string) V {
	if p.own == nil && p.codes.IsZero() {
		return ParseWord[V](text)
	}
	v, _ := p.Read(text)
	return v
}

// Read is Parse with the reason why a text is invalid, a [TextError].
func (p Parser[V]) Read(text string) (V, error) {
	if p.own != nil {
		if v, listed := p.own[normal(text)]; listed {
			return v, nil
		}
	}
	if !p.codes.IsZero() && bareDigits(quantity.Normal(text)) {
		return p.codes.Read(text)
	}
	var none V
	n, err := none.Vocabulary().read(text)
	return V(n), err
}

// With returns a parser that also reads texts of the caller's own, whole and normalised as
// all are. A text that stands for another term, that says that there is no value, or that
// is a code is refused, as is a value outside the list; a text that is too broad may be
// given one of the terms that it may mean.
func (p Parser[V]) With(texts map[string]V) (Parser[V], error) {
	var none V
	words := none.Vocabulary()
	if err := words.Err(); err != nil {
		return p, err
	}
	own := maps.Clone(p.own)
	if own == nil {
		own = map[string]V{}
	}
	for text, v := range texts {
		bare := normal(text)
		if _, known := words.entry(uint8(v)); !known {
			return p, fmt.Errorf("indicators: %s %q: its value is none of the list", words.name.EN, text)
		}
		if bare == invalidKey || standsForNone(bare) {
			return p, fmt.Errorf("indicators: %s %q: the text stands for no term", words.name.EN, text)
		}
		if set := words.meaning(bare); set != 0 && set&termOf(uint8(v)) == 0 {
			return p, fmt.Errorf("indicators: %s %q: the text stands for %s", words.name.EN, text, words.keys(set))
		}
		if first, taken := own[bare]; taken && first != v {
			return p, fmt.Errorf("indicators: %s %q: the text is given two values", words.name.EN, text)
		}
		own[bare] = v
	}
	return Parser[V]{own: own, codes: p.codes}, nil
}

// Codes returns a parser that reads bare digits by a table of codes, in place of any that
// was named before.
func (p Parser[V]) Codes(table Codes[V]) Parser[V] {
	p.codes = table
	return p
}

// CodesName returns the name of the table of codes by which the parser reads bare digits,
// the zero value where it reads none.
func (p Parser[V]) CodesName() bilingual.Text { return p.codes.name }

// ParseWord reads a text as [ParserOf] describes it.
func ParseWord[V Word](text string) V {
	var none V
	return V(none.Vocabulary().parse(text))
}

// TextError says why a text is no term of a vocabulary. It is an [quantity.UnknownWord].
type TextError struct {
	Vocabulary bilingual.Text // its name
	Text       string         // as it was given
	MayMean    []Entry        // the terms that a text may mean which is too broad
	Wanted     []Entry        // the terms of the list
	Code       bool           // the text is bare digits, and no table of codes was named
}

// Error quotes the text and says what it may mean, or what is expected.
func (e *TextError) Error() string {
	about := fmt.Sprintf("indicators: %s %q: ", e.Vocabulary.EN, clipped(e.Text))
	switch {
	case e.MayMean != nil:
		return about + "too broad: it may mean " + listed(e.MayMean, " or ")
	case e.Code:
		return about + "bare digits are read where their table of codes is named"
	}
	return about + quantity.UnknownWord.Error() + ": " + listed(e.Wanted, ", ")
}

// Unwrap returns [quantity.UnknownWord].
func (e *TextError) Unwrap() error { return quantity.UnknownWord }

func listed(entries []Entry, separator string) string {
	var b strings.Builder
	for i, e := range entries {
		if i > 0 {
			b.WriteString(separator)
		}
		b.WriteString(e.Key + " (" + e.Name.ZH + ")")
	}
	return b.String()
}

// clipped is the beginning of a text, as much as an error quotes.
func clipped(text string) string {
	if len(text) <= longestText {
		return text
	}
	return strings.ToValidUTF8(text[:longestText], "") + "…"
}

// parse returns 0 for a text without a value and InvalidWord for one that is not understood.
func (v *Vocabulary) parse(text string) uint8 {
	if v == nil {
		return InvalidWord
	}
	return v.lookUp(text).value()
}

// read is parse with the reason.
func (v *Vocabulary) read(text string) (uint8, error) {
	if v == nil {
		return InvalidWord, errNoVocabulary
	}
	set := v.lookUp(text)
	if n := set.value(); n != InvalidWord {
		return n, nil
	}
	err := &TextError{Vocabulary: v.name, Text: text, Code: bareDigits(normal(text))}
	if set != 0 {
		err.MayMean = v.entriesOf(set)
	} else {
		err.Wanted = v.Entries()
	}
	return InvalidWord, err
}

// lookUp returns the values that a text may mean: unknown where it says that there is none.
func (v *Vocabulary) lookUp(text string) termSet {
	v.prepare()
	if set, listed := v.texts[text]; listed {
		return set
	}
	bare := normal(text)
	if quantity.NoValue(bare) {
		return termOf(0)
	}
	return v.meaning(bare)
}
