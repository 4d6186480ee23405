package indicators

import (
	"errors"
	"fmt"
	"slices"
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

// InvalidWord is the value that a parser gives for a text outside the list, and
// OtherWord the one of something else, known: certainly none of the list's terms.
// Every comparison with a term answers no for it. Neither has a place in the list.
const (
	InvalidWord = 255
	OtherWord   = 254
)

// invalidKey is what an invalid value is written as, and read back from.
const invalidKey = "invalid"

// otherEntry is how something else is written. A list with a term of its own that is
// called so has no other beside it.
var otherEntry = Entry{Key: "other", Name: bilingual.Text{ZH: "其他", EN: "other"}, Also: []string{"其它"}}

// maxTerms keeps the bins of a list, unknown, other and invalid included, within
// the 64 bits of a set.
const maxTerms = 60

// Entry is one term of a vocabulary. No text of a term is one that says that there is no
// value ([quantity.NoValue]), nor bare digits, which are the code of some table.
type Entry struct {
	Key  string         // in JSON, CSV and program output
	Name bilingual.Text // in reports
	Also []string       // other texts that school systems store
}

// Vocabulary is a closed list of terms; the first has the value 1.
type Vocabulary struct {
	name    bilingual.Text
	entries []Entry
	other   bool // whether something else is a value
	wording wording

	once          sync.Once          // when a text is first read; what follows is found then
	texts         map[string]termSet // what a whole text means
	before, after map[string]termSet // of which terms a modifier may stand before or behind
	notes         map[string]termSet // of which terms a text may stand in brackets
	modifier      int                // the length of the longest modifier
	err           error
}

// noVocabulary stands for the list of words that have none.
var noVocabulary = &Vocabulary{err: errNoVocabulary}

var errNoVocabulary = errors.New("indicators: no vocabulary")

// NewVocabulary returns a list of at most 60 terms. What is wrong with a list,
// such as a text that two terms claim, is reported by the subjects that use it.
func NewVocabulary(name bilingual.Text, entries ...Entry) *Vocabulary {
	v := &Vocabulary{name: name, entries: cloned(entries[:min(len(entries), maxTerms)])}
	v.other = !slices.ContainsFunc(v.entries, func(e Entry) bool {
		return slices.ContainsFunc(e.texts(), func(text string) bool { return slices.Contains(otherEntry.texts(), normal(text)) })
	})
	if !name.Complete() || len(entries) == 0 || len(entries) > maxTerms {
		v.fault("a name in both languages and 1 to %d terms are wanted, not %d", maxTerms, len(entries))
	}
	return v
}

// texts are all ways of writing a term that the list names.
func (e *Entry) texts() []string { return append([]string{e.Key, e.Name.ZH, e.Name.EN}, e.Also...) }

func cloned(entries []Entry) []Entry {
	entries = slices.Clone(entries)
	for i := range entries {
		entries[i].Also = slices.Clone(entries[i].Also)
	}
	return entries
}

// prepare finds, once, which text stands for which term.
func (v *Vocabulary) prepare() { v.once.Do(v.find) }

func (v *Vocabulary) fault(format string, about ...any) {
	v.err = errors.Join(v.err, fmt.Errorf("indicators: vocabulary %s: "+format, append([]any{v.name.EN}, about...)...))
}

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

// Other returns how something else that is known is written, and whether the list has
// that value: not if one of its own terms is called so, nor beside yes and no.
func (v *Vocabulary) Other() (Entry, bool) {
	if v == nil || !v.other {
		return Entry{}, false
	}
	return cloned([]Entry{otherEntry})[0], true
}

// has reports whether a value is one of the list.
func (v *Vocabulary) has(n uint8) bool { return v != nil && n > 0 && int(n) <= len(v.entries) }

// entry returns how a known value is written.
func (v *Vocabulary) entry(n uint8) (*Entry, bool) {
	switch {
	case v.has(n):
		return &v.entries[n-1], true
	case n == OtherWord && v != nil && v.other:
		return &otherEntry, true
	}
	return nil, false
}

func (v *Vocabulary) code(n uint8) quantity.Code {
	if n == 0 {
		return 0
	}
	if _, known := v.entry(n); known {
		return quantity.CodeOf(uint64(n))
	}
	return quantity.CodeOfFault(quantity.UnknownWord)
}

// Key returns the key of a value; of one that is unknown it is "", and of one that is none of
// the list "invalid".
func (v *Vocabulary) Key(n uint8) string {
	if n == 0 {
		return ""
	}
	if e, known := v.entry(n); known {
		return e.Key
	}
	return invalidKey
}

func (v *Vocabulary) in(n uint8, l bilingual.Language) string {
	if n == 0 {
		return l.Pick("未知", "unknown")
	}
	if e, known := v.entry(n); known {
		return e.Name.In(l)
	}
	return l.Pick("无效", "invalid")
}

// unmarshalWord leaves the word alone if the text is outside the list.
func unmarshalWord[V Word](word *V, text string) error {
	n, err := (*word).Vocabulary().read(text)
	if err != nil && normal(text) != invalidKey {
		return err
	}
	*word = V(n)
	return nil
}
