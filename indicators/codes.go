package indicators

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Codes is a table of codes for the terms of a vocabulary, as a standard or a form lists
// them. Tables contradict each other: 21 is a completed course of study in one and an
// abandoned one in another. So a code is read where its table is named, by the table
// itself or by a [Parser] that is told it. The zero table is none.
type Codes[V Word] struct {
	name, source bilingual.Text
	rows         []CodeRow[V]
}

// CodeRow is one code of a table: what the table calls it, and the term that it stands for.
// A code that stands for no term has the value InvalidWord; it is refused with what it means.
type CodeRow[V Word] struct {
	Code  string
	Means string // in the table's own words
	Value V
}

// NewCodes returns a table of the caller's own. Its codes are digits, each of which stands
// there once, with values of the list or InvalidWord; the source says where it is laid down.
func NewCodes[V Word](name, source bilingual.Text, rows ...CodeRow[V]) (Codes[V], error) {
	var none V
	words := none.Vocabulary()
	if err := words.Err(); err != nil {
		return Codes[V]{}, err
	}
	if !name.Complete() || !source.Complete() || len(rows) == 0 {
		return Codes[V]{}, fmt.Errorf("indicators: codes of %s: a name, a source and codes are wanted", words.name.EN)
	}
	seen := map[string]bool{}
	for _, row := range rows {
		if !bareDigits(row.Code) || seen[row.Code] {
			return Codes[V]{}, fmt.Errorf("indicators: codes of %s: %q is no code, or stands there twice", words.name.EN, row.Code)
		}
		if _, known := words.entry(uint8(row.Value)); !known && row.Value != InvalidWord {
			return Codes[V]{}, fmt.Errorf("indicators: codes of %s: the value of %q is none of the list", words.name.EN, row.Code)
		}
		seen[row.Code] = true
	}
	return Codes[V]{name, source, slices.Clone(rows)}, nil
}

// IsZero reports whether there is no table.
func (c Codes[V]) IsZero() bool { return c.rows == nil }

// Name returns what the table is called.
func (c Codes[V]) Name() bilingual.Text { return c.name }

// Source returns where the table is laid down.
func (c Codes[V]) Source() bilingual.Text { return c.source }

// Rows returns a copy of the table.
func (c Codes[V]) Rows() []CodeRow[V] { return slices.Clone(c.rows) }

// Parse reads a code; one that the table does not have, or that stands for no term, is
// invalid. A cell without a value is unknown.
func (c Codes[V]) Parse(code string) V {
	v, _ := c.Read(code)
	return v
}

// Read is Parse with the reason why a code is invalid.
func (c Codes[V]) Read(code string) (V, error) {
	bare := quantity.Normal(code)
	if quantity.NoValue(bare) {
		return 0, nil
	}
	for _, row := range c.rows {
		if row.Code != bare {
			continue
		}
		if row.Value == InvalidWord {
			return InvalidWord, fmt.Errorf("indicators: code %q of %s (%s): %w", bare, c.name.EN, row.Means, quantity.UnknownWord)
		}
		return row.Value, nil
	}
	return InvalidWord, fmt.Errorf("indicators: code %q of %s: %w", clipped(code), c.name.EN, quantity.UnknownWord)
}

// codeFor is one code of a table of this package.
func codeFor[V Word](code, means string, v V) CodeRow[V] { return CodeRow[V]{code, means, v} }

// noTerm is one that stands for no term.
func noTerm[V Word](code, means string) CodeRow[V] { return CodeRow[V]{code, means, InvalidWord} }
