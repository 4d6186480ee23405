package bilingual_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

func TestAForeignNameStandsOnOneLine(t *testing.T) {
	for _, c := range []struct{ says, name, want string }{
		{"a harmless name is as it is", "通市教发〔2022〕8号 – St. Mary's №3 🏫", "通市教发〔2022〕8号 – St. Mary's №3 🏫"},
		{"no name is none", "", ""},
		{"a line feed is a blank", "甲\n乙", "甲 乙"},
		{"a carriage return too", "甲\r乙", "甲 乙"},
		{"and a tab", "甲\t乙", "甲 乙"},
		{"the line breaks of Unicode", "甲\u2028乙\u2029丙\u0085丁", "甲 乙 丙 丁"},
		{"a vertical tab and a form feed go", "甲\v乙\f丙", "甲乙丙"},
		{"an escape sequence loses its escape", "\x1b[8m甲\x1b[0m", "[8m甲[0m"},
		{"so does one of a single byte", "\u009b8m甲", "8m甲"},
		{"noughts, backspaces and bells go", "甲\x00乙\x08丙\x07丁\x7f", "甲乙丙丁"},
		{"marks that turn the direction of writing go", "\u202e甲\u202c\u2066乙\u2069\u200f", "甲乙"},
		{"so do signs that nobody sees", "甲\u200b乙\ufeff丙\u00ad", "甲乙丙"},
		{"bytes that are no text go", "甲\xff\xfe乙\xe4", "甲乙"},
		{"and their replacement", "甲\ufffd乙", "甲乙"},
		{"Markdown is left to Markdown", "[甲](x) ![乙] `丙` # |", "[甲](x) ![乙] `丙` # |"},
	} {
		t.Run(c.says, func(t *testing.T) {
			assert.Equal(t, c.want, bilingual.Plain(c.name))
			assert.Equal(t, c.want, bilingual.Plain(bilingual.Plain(c.name)), "what is plain stays so")
		})
	}
}

func FuzzPlain(f *testing.F) {
	for _, seed := range []string{"甲\n乙", "\x1b[2K", "\u202e", "\xff", "a\u2028b", "草案"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		got := bilingual.Plain(name)
		if !utf8.ValidString(got) || strings.IndexFunc(got, func(r rune) bool {
			return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
		}) >= 0 {
			t.Fatalf("%q became %q", name, got)
		}
		if got != bilingual.Plain(got) {
			t.Fatalf("%q: not plain at once", name)
		}
	})
}
