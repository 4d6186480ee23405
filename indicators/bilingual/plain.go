package bilingual

import (
	"strings"
	"unicode"
)

// Plain returns a foreign name on one line and without anything that a page or a
// terminal obeys: line breaks, control characters, marks that turn the direction
// of writing. So no title can forge a line.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t', r == '\u2028', r == '\u2029', r == '\u0085':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
}
