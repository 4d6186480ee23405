package indicators

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

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

// invalidKey is what an invalid value is written as, and read back from.
const invalidKey = "invalid"

// maxTerms keeps the bins of a list, unknown and invalid included, within
// the 64 bits of a set.
const maxTerms = 60

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

	once   sync.Once        // when a text is first read; what follows is found then
	byText map[string]uint8 // the first term that claims a text
	err    error
}

// noVocabulary stands for the list of words that have none.
var noVocabulary = &Vocabulary{err: errNoVocabulary}

var errNoVocabulary = errors.New("indicators: no vocabulary")

// NewVocabulary returns a list of at most 60 terms. What is wrong with a list,
// such as a text that two terms claim, is reported by the subjects that use it.
func NewVocabulary(name bilingual.Text, entries ...Entry) *Vocabulary {
	v := &Vocabulary{name: name, entries: cloned(entries[:min(len(entries), maxTerms)])}
	if !name.Complete() || len(entries) == 0 || len(entries) > maxTerms {
		v.fault("a name in both languages and 1 to %d terms are wanted, not %d", maxTerms, len(entries))
	}
	return v
}

func cloned(entries []Entry) []Entry {
	entries = slices.Clone(entries)
	for i := range entries {
		entries[i].Also = slices.Clone(entries[i].Also)
	}
	return entries
}

// prepare finds, once, which text stands for which term.
func (v *Vocabulary) prepare() { v.once.Do(v.find) }

func (v *Vocabulary) find() {
	v.byText = map[string]uint8{}
	for i, t := range v.entries {
		for _, text := range append([]string{t.Key, t.Name.ZH, t.Name.EN}, t.Also...) {
			v.claim(normal(text), uint8(i+1))
		}
	}
}

func (v *Vocabulary) fault(format string, about ...any) {
	v.err = errors.Join(v.err, fmt.Errorf("indicators: vocabulary %s: "+format, append([]any{v.name.EN}, about...)...))
}

// claim leaves a text with the term that claims it first.
func (v *Vocabulary) claim(text string, n uint8) {
	switch first, taken := v.byText[text]; {
	case text == "" || text == invalidKey:
		v.fault("term %q has the text %q, which stands for no term", v.entries[n-1].Key, text)
	case taken && first != n:
		v.fault("%q is claimed by %s and %s", text, v.entries[first-1].Key, v.entries[n-1].Key)
	default:
		v.byText[text] = n
	}
}

// normal makes texts comparable: spaces around them and Latin case carry no meaning.
func normal(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// Name returns what the list is of.
func (v *Vocabulary) Name() bilingual.Text { return v.name }

// Len returns how many terms the list has.
func (v *Vocabulary) Len() int { return len(v.entries) }

// Entries returns a copy of the list, in order.
func (v *Vocabulary) Entries() []Entry { return cloned(v.entries) }

// Err returns what is wrong with the list.
func (v *Vocabulary) Err() error {
	if v == nil {
		return errNoVocabulary
	}
	v.prepare()
	return v.err
}

// has reports whether a value is one of the list.
func (v *Vocabulary) has(n uint8) bool { return v != nil && n > 0 && int(n) <= len(v.entries) }

// parse returns 0 for an empty text and InvalidWord for one outside the list.
func (v *Vocabulary) parse(text string) uint8 {
	v.prepare()
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
	if v := none.Vocabulary(); v != nil {
		return V(v.parse(text))
	}
	return InvalidWord
}

func (v *Vocabulary) code(n uint8) quantity.Code {
	switch {
	case n == 0:
		return 0
	case v.has(n):
		return quantity.CodeOf(uint64(n))
	}
	return quantity.CodeOfFault(quantity.UnknownWord)
}

// key returns the key of a value; unknown is "".
func (v *Vocabulary) key(n uint8) string {
	switch {
	case n == 0:
		return ""
	case v.has(n):
		return v.entries[n-1].Key
	}
	return invalidKey
}

func (v *Vocabulary) in(n uint8, l bilingual.Language) string {
	switch {
	case n == 0:
		return l.Pick("未知", "unknown")
	case v.has(n):
		return v.entries[n-1].Name.In(l)
	}
	return l.Pick("无效", "invalid")
}

// unmarshalWord leaves the word alone if the text is outside the list.
func unmarshalWord[V Word](word *V, text string) error {
	words := (*word).Vocabulary()
	n := words.parse(text)
	if n == InvalidWord && normal(text) != invalidKey {
		return fmt.Errorf("indicators: %s %q: %w", words.name.EN, text, quantity.UnknownWord)
	}
	*word = V(n)
	return nil
}
