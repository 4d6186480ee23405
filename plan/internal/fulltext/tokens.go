package fulltext

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Token is a numeral of a line as it is printed.
type Token struct {
	Text string
	Nth  int // 1 for its first occurrence in the line
}

// quantifiers are the words that carry a figure without a numeral of their own;
// longer ones stand before those they begin with.
var quantifiers = []string{"一半", "两倍", "全覆盖", "全部", "全员", "所有", "每", "各县", "各个", "季度", "年度"}

const numerals = "零一二三四五六七八九十百千万亿两半"

// firsts are the characters, beside digits, that a numeral begins with.
const firsts = numerals + "全所每各季年"

// Tokens returns the numerals of a normalised line, in order.
func Tokens(text string) []Token {
	var out []Token
	for text != "" {
		first, skip := utf8.DecodeRuneInString(text)
		n := 0
		if first < utf8.RuneSelf || strings.ContainsRune(firsts, first) {
			n = length(text)
		}
		if n == 0 {
			text = text[skip:]
			continue
		}
		t := Token{text[:n], 1}
		for _, o := range out {
			if o.Text == t.Text {
				t.Nth++
			}
		}
		out = append(out, t)
		text = text[n:]
	}
	return out
}

// length returns how many bytes of a text the numeral takes that it begins
// with, 0 where it begins with none.
func length(text string) int {
	n := digits(text)
	if n > 0 {
		if strings.HasPrefix(text[n:], ".") {
			if fraction := digits(text[n+1:]); fraction > 0 {
				n += 1 + fraction
			}
		}
		for _, suffix := range []string{"%", "亿", "万"} {
			if strings.HasPrefix(text[n:], suffix) {
				return n + len(suffix)
			}
		}
		return n
	}
	for _, q := range quantifiers {
		if strings.HasPrefix(text, q) {
			return len(q)
		}
	}
	return len(text) - len(strings.TrimLeft(text, numerals))
}

func digits(text string) int { return len(text) - len(strings.TrimLeft(text, "0123456789")) }

// Value is what a token counts.
type Value struct {
	Number string // in digits; "" for a token that is no number
	Share  bool   // in per cent
	Yearly bool   // or it says that something recurs every year
}

// word returns what a single numeral or quantifier counts.
func word(text string) (Value, bool) {
	if i := slices.Index(upToTen[:], text); i >= 0 {
		return Value{Number: strconv.Itoa(i)}, true
	}
	switch text {
	case "百":
		return Value{Number: "100"}, true
	case "千":
		return Value{Number: "1000"}, true
	case "两", "两倍":
		return Value{Number: "2"}, true
	case "季度":
		return Value{Number: "4"}, true
	case "一半":
		return Value{Number: "50", Share: true}, true
	case "全覆盖", "全部", "全员", "所有", "各县", "各个":
		return Value{Number: "100", Share: true}, true
	case "每":
		return Value{Number: "100", Share: true, Yearly: true}, true
	case "年度":
		return Value{Yearly: true}, true
	}
	return Value{}, false
}

var upToTen = [...]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

// Value reads the token; a token that is neither digits nor a single numeral
// or quantifier, such as 十四五, counts nothing.
func (t Token) Value() Value {
	if v, ok := word(t.Text); ok {
		return v
	}
	number := strings.TrimRight(t.Text, "%亿万")
	if number == "" || strings.Trim(number, "0123456789.") != "" {
		return Value{}
	}
	switch t.Text[len(number):] {
	case "%":
		return Value{Number: number, Share: true}
	case "亿":
		return Value{Number: shifted(number, 8)}
	case "万":
		return Value{Number: shifted(number, 4)}
	}
	return Value{Number: number}
}

// shifted moves the decimal point of a number to the right.
func shifted(number string, places int) string {
	whole, fraction, _ := strings.Cut(number, ".")
	if len(fraction) > places {
		return whole + fraction[:places] + "." + fraction[places:]
	}
	return whole + fraction + strings.Repeat("0", places-len(fraction))
}
