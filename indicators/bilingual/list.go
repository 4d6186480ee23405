package bilingual

import (
	"fmt"
	"slices"
)

// Both returns a text in both languages from a function that says it in one.
func Both(in func(Language) string) Text { return Text{ZH: in(Chinese), EN: in(English)} }

// Pick returns the Chinese or the English text; an unknown language reads Chinese.
func (l Language) Pick(zh, en string) string { return Text{ZH: zh, EN: en}.In(l) }

// Term is one value of a closed list: its key in files and JSON, and its text.
type Term struct {
	Key  string
	Text Text
}

// List is a closed list of values V with their keys and texts.
type List[V ~uint8] struct {
	Of    string // what it is a list of, for error texts, such as "outcome"
	First V      // the value of the first term; smaller ones are not set
	Terms []Term
}

// Has reports whether a value is one of the list.
func (l *List[V]) Has(v V) bool { return v >= l.First && int(v-l.First) < len(l.Terms) }

// Key returns the key of a value. One that is not in the list has a key that no
// list can read, such as "unset(9)".
func (l *List[V]) Key(v V) string {
	if l.Has(v) {
		return l.Terms[v-l.First].Key
	}
	return fmt.Sprintf("unset(%d)", uint8(v))
}

// In returns a value in words; one that is not in the list reads as its key.
func (l *List[V]) In(v V, language Language) string {
	if l.Has(v) {
		return l.Terms[v-l.First].Text.In(language)
	}
	return l.Key(v)
}

// Parse reads a key.
func (l *List[V]) Parse(key string) (V, error) {
	i := slices.IndexFunc(l.Terms, func(t Term) bool { return t.Key == key })
	if i < 0 {
		return 0, fmt.Errorf("%s %q: not in the list", l.Of, key)
	}
	return l.First + V(i), nil
}

// Read sets a value from its key; an error leaves it as it was.
func (l *List[V]) Read(v *V, key []byte) error {
	parsed, err := l.Parse(string(key))
	if err == nil {
		*v = parsed
	}
	return err
}

// WriteOptional returns the key of a value, and nothing for the zero value, which
// stands for none.
func (l *List[V]) WriteOptional(v V) ([]byte, error) {
	if v == 0 {
		return nil, nil
	}
	return []byte(l.Key(v)), nil
}

// ReadOptional is Read where nothing stands for none.
func (l *List[V]) ReadOptional(v *V, key []byte) error {
	if len(key) == 0 {
		*v = 0
		return nil
	}
	return l.Read(v, key)
}

// All returns the values in their order.
func (l *List[V]) All() []V {
	all := make([]V, len(l.Terms))
	for i := range all {
		all[i] = l.First + V(i)
	}
	return all
}
