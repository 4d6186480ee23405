package report

import (
	"strings"
	"unicode/utf8"
)

// DefaultWidth is how many columns a text has where nobody says otherwise.
const DefaultWidth = 100

// smallestWidth leaves room for a label, an indent and a word.
const smallestWidth = 40

// Width returns how many columns of a terminal a text takes: Chinese
// characters and full-width punctuation take two.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += columns(r)
	}
	return n
}

func columns(r rune) int {
	if wide(r) {
		return 2
	}
	return 1
}

func wide(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x115F, // Hangul Jamo
		r >= 0x2E80 && r <= 0x303E,   // radicals, punctuation
		r >= 0x3041 && r <= 0x33FF,   // kana, compatibility
		r >= 0x3400 && r <= 0x4DBF,   // extension A
		r >= 0x4E00 && r <= 0x9FFF,   // unified ideographs
		r >= 0xAC00 && r <= 0xD7A3,   // Hangul
		r >= 0xF900 && r <= 0xFAFF,   // compatibility ideographs
		r >= 0xFE30 && r <= 0xFE4F,   // vertical forms
		r >= 0xFF01 && r <= 0xFF60,   // full-width forms
		r >= 0xFFE0 && r <= 0xFFE6,   // full-width signs
		r >= 0x20000 && r <= 0x3FFFD: // further ideographs
		return true
	}
	return false
}

// Wrapped breaks a text into lines of at most so many columns. Words of letters and digits
// stay together as far as they fit, and no line begins with a mark that closes or ends.
func Wrapped(text string, most int) (lines []string) {
	var line strings.Builder
	used := 0
	end := func() {
		lines = append(lines, strings.TrimRight(line.String(), " "))
		line.Reset()
		used = 0
	}
	for text != "" {
		piece := unbroken(text)
		text = text[len(piece):]
		if used > 0 && used+Width(strings.TrimRight(piece, " ")) > most {
			end()
			piece = strings.TrimLeft(piece, " ")
		}
		for Width(strings.TrimRight(piece, " ")) > most { // longer than a line
			cut := fitting(piece, most)
			lines = append(lines, piece[:cut])
			piece = piece[cut:]
		}
		line.WriteString(piece)
		used += Width(piece)
	}
	if used > 0 || len(lines) == 0 {
		end()
	}
	return lines
}

// fitting returns how many bytes of a text fit into so many columns, one character at least.
func fitting(text string, most int) int {
	used := 0
	for at, r := range text {
		if used += columns(r); used > most && at > 0 {
			return at
		}
	}
	return len(text)
}

const (
	openers = "（“‘《〔【(["
	closers = "）”’》〕】)],.;:!?%，。；：、！？…"
)

// unbroken returns the beginning of a text that no line end may cut: a Chinese character
// or a word, with the marks that open before it and close behind, and the spaces after.
func unbroken(text string) string {
	at := 0
	next := func() rune {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		return r
	}
	peek := func() rune {
		r, _ := utf8.DecodeRuneInString(text[at:])
		return r
	}
	for at < len(text) && strings.ContainsRune(openers, peek()) {
		next()
	}
	if at < len(text) && peek() != ' ' {
		if r := next(); !wide(r) {
			for at < len(text) && peek() != ' ' && !wide(peek()) && !strings.ContainsRune(openers, peek()) {
				next()
			}
		}
	}
	for at < len(text) && strings.ContainsRune(closers, peek()) {
		next()
	}
	for at < len(text) && peek() == ' ' {
		next()
	}
	if at < len(text) && peek() == '%' { // a number keeps its sign
		return text[:at] + unbroken(text[at:])
	}
	return text[:at]
}
