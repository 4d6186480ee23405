package indicators

import (
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Word is a value of a closed vocabulary: a stage, a level of education, yes
// or no. Its zero value is unknown, its listed values are known, anything else
// is invalid.
type Word interface {
	~uint8
	// Vocabulary returns the list that the word is from.
	Vocabulary() *Vocabulary
}

// InvalidWord is the value that a parser gives for a text outside the list.
const InvalidWord = 255

// Entry is one term of a vocabulary.
type Entry struct {
	Key  string         // in JSON, CSV and program output
	Name bilingual.Text // in reports
	Also []string       // other texts and codes that school systems store
}

// Vocabulary is a closed list of terms; the first has the value 1.
type Vocabulary struct {
	name    bilingual.Text
	entries []Entry
	byText  map[string]uint8
}

// NewVocabulary returns a list of at most 60 terms.
func NewVocabulary(name bilingual.Text, entries ...Entry) *Vocabulary {
	v := &Vocabulary{name: name, entries: entries, byText: map[string]uint8{}}
	for i, t := range entries {
		for _, text := range append([]string{t.Key, t.Name.ZH, t.Name.EN}, t.Also...) {
			v.byText[normal(text)] = uint8(i + 1)
		}
	}
	return v
}

// normal makes texts comparable: spaces around them and Latin case carry no meaning.
func normal(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// Name returns what the list is of.
func (v *Vocabulary) Name() bilingual.Text { return v.name }

// Entries returns a copy of the list, in order.
func (v *Vocabulary) Entries() []Entry { return append([]Entry(nil), v.entries...) }

// parse returns 0 for an empty text and InvalidWord for one outside the list.
func (v *Vocabulary) parse(text string) uint8 {
	if n, ok := v.byText[text]; ok {
		return n
	}
	text = normal(text)
	if text == "" {
		return 0
	}
	if n, ok := v.byText[text]; ok {
		return n
	}
	return InvalidWord
}

// ParseWord reads a term by its key, its name in either language or one of the
// texts and codes that school systems store. An empty text is unknown, a text
// outside the list is invalid; nothing is guessed.
func ParseWord[V Word](text string) V {
	var none V
	return V(none.Vocabulary().parse(text))
}

func (v *Vocabulary) code(n uint8) quantity.Code {
	switch {
	case n == 0:
		return 0
	case int(n) <= len(v.entries):
		return quantity.CodeOf(uint64(n))
	}
	return quantity.CodeOfFault(quantity.UnknownWord)
}

// key returns the key of a value; unknown is "".
func (v *Vocabulary) key(n uint8) string {
	switch {
	case n == 0:
		return ""
	case int(n) <= len(v.entries):
		return v.entries[n-1].Key
	}
	return "invalid"
}

func (v *Vocabulary) in(n uint8, l bilingual.Language) string {
	switch {
	case n == 0:
		return bilingual.Text{ZH: "未知", EN: "unknown"}.In(l)
	case int(n) <= len(v.entries):
		return v.entries[n-1].Name.In(l)
	}
	return bilingual.Text{ZH: "无效", EN: "invalid"}.In(l)
}

func (v *Vocabulary) unmarshal(text []byte) (uint8, error) {
	n := v.parse(string(text))
	if n == InvalidWord && string(text) != "invalid" {
		return 0, fmt.Errorf("indicators: %s %q: %w", v.name.EN, text, quantity.UnknownWord)
	}
	return n, nil
}
