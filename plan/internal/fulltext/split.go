package fulltext

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ErrEncoding is a text that is not UTF-8.
var ErrEncoding = errors.New("the text is not UTF-8")

// Line is a line of the text that is not empty, with the clause it belongs to.
type Line struct {
	Number int    // in the copy, 1 is the first
	Place  string // 三（十）第3段; "" for a line that belongs to no clause
	Text   string // normalised
}

// Preface is the place of what stands before the first part.
const Preface = "引言"

// Split reads a text and returns its lines with their clauses.
func Split(r io.Reader) ([]Line, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	for _, mark := range []string{"\xff\xfe", "\xfe\xff"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return nil, fmt.Errorf("%w: line 1: it begins with the byte order mark of UTF-16", ErrEncoding)
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var lines []Line
	var at position
	number := 0
	for raw := range bytes.Lines(data) {
		number++
		if !utf8.Valid(raw) {
			return nil, fmt.Errorf("%w: line %d", ErrEncoding, number)
		}
		if bytes.IndexByte(raw, 0) >= 0 {
			return nil, fmt.Errorf("%w: line %d: it has a zero byte", ErrEncoding, number)
		}
		text := Normalise(string(raw))
		if text == "" {
			continue
		}
		lines = append(lines, Line{number, at.next(text), text})
	}
	return lines, nil
}

// The numbers of headings, as they are normalised.
const (
	inChinese = "一二三四五六七八九十"
	inDigits  = "0123456789"
)

// numbered returns the number that a line begins with, between a mark before it
// and one of the marks behind it; where none is wanted behind it, any may stand
// there.
func numbered(text, before, number, behind string) (string, bool) {
	text, ok := strings.CutPrefix(text, before)
	rest := strings.TrimLeft(text, number)
	mark, _ := utf8.DecodeRuneInString(rest)
	return text[:len(text)-len(rest)], ok && len(rest) < len(text) && (behind == "" || strings.ContainsRune(behind, mark))
}

// sectionNumber returns the number of a section's heading, in digits or in
// Chinese numerals.
func sectionNumber(text string) (string, bool) {
	if n, ok := numbered(text, "(", inChinese, ")"); ok {
		return n, true
	}
	return numbered(text, "(", inDigits, ")")
}

// longestHeading is how long the headings of parts and boxes are at most: a line
// of the body may begin like one.
const longestHeading = 20 // characters

// position is where in the document a line stands.
type position struct {
	part, section, box string
	paragraphs, items  int
}

// next returns the place of the next line and moves on.
func (p *position) next(text string) string {
	heading := utf8.RuneCountInString(text) <= longestHeading
	if n, ok := numbered(text, "", inChinese, "、"); ok && heading {
		*p = position{part: n}
		return p.part
	}
	if p.part == "" {
		return Preface
	}
	if n, ok := sectionNumber(text); ok {
		*p = position{part: p.part, section: p.part + "（" + chinese(n) + "）"}
		return p.section
	}
	if p.section == "" {
		return ""
	}
	if n, ok := numbered(text, "专栏", inDigits, ""); ok && heading {
		p.box, p.items = "专栏"+n, 0
		return p.box
	}
	if p.box == "" {
		p.paragraphs++
		return p.section + "第" + strconv.Itoa(p.paragraphs) + "段"
	}
	p.items++
	if n, ok := numbered(text, "", inDigits, ".、"); ok {
		return p.box + "第" + n + "项"
	}
	return p.box + "第" + strconv.Itoa(p.items) + "项"
}

// chinese turns the number of a section that is printed in digits into the
// numeral that the others have.
func chinese(number string) string {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > 99 {
		return number
	}
	units := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch tens := n / 10; tens {
	case 0:
		return units[n]
	case 1:
		return "十" + units[n%10]
	default:
		return units[tens] + "十" + units[n%10]
	}
}

var spellings = strings.NewReplacer("（", "(", "）", ")", "“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'",
	"—", "-", "–", "-", "―", "-", "‐", "-", "−", "-", "〜", "-", "～", "-", "·", "・", "•", "・", "〇", "零")

// Normalise makes ways of writing alike: full-width letters, digits and signs
// become half-width, brackets, quotation marks and dashes become one of each,
// spaces and invisible characters are dropped.
func Normalise(s string) string {
	return spellings.Replace(strings.Map(func(r rune) rune {
		switch {
		case r == '～':
			return '-'
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		case r == 0x3000 || r == 0xFEFF || r == 0x200B || r == 0x200C || r == 0x200D || r == 0x2060 || r == 0xAD:
			return -1
		case strings.ContainsRune(" \t\r\n\v\f\u0085\u00a0", r) || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F:
			return -1
		}
		return r
	}, s))
}
