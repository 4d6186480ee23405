package quantity

import "strings"

// Normal returns the text of a cell of a table as it is compared and read: full-width
// forms as half-width ones, characters without width and byte order marks left out,
// every kind of space as one, none at the ends. What it means is left alone: the
// Latin case, the marks, the digits.
func Normal(text string) string {
	if plain(text) {
		return strings.TrimSpace(text)
	}
	return strings.TrimSpace(strings.Map(halfWidth, text))
}

// plain reports whether a text is in ASCII, as almost every number is.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// halfWidth returns the plain form of a character, -1 for one without width.
func halfWidth(r rune) rune {
	switch {
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xff01 + '!'
	case r == 0x3000, r == 0xa0, r >= 0x2000 && r <= 0x200a, r == 0x202f, r == 0x205f:
		return ' '
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2064, r == 0xfeff, r == 0xad:
		return -1
	case r == '￥':
		return '¥'
	case r == '−':
		return '-'
	case r == '〔' || r == '【':
		return '('
	case r == '〕' || r == '】':
		return ')'
	}
	return r
}

// NoValue reports whether a text says that there is no value: nothing at all, a row
// of dashes or slashes, or what software writes for a cell that nobody filled, such as
// None, NULL, NaN, N/A or NaT, in any case. Every parser reads such a text as unknown.
func NoValue(text string) bool { return noValue(Normal(text)) }

func noValue(cell string) bool {
	if cell == "" || rowOf(cell, "-‐‑‒–—―─━﹣ ") || rowOf(cell, "/") || rowOf(cell, `\`) {
		return true
	}
	if len(cell) > longestNoValue {
		return false
	}
	switch strings.ToLower(cell) {
	// What says that a value is there and withheld (*, c, …) or that there is none to be
	// had (无) is another matter and stands in no list here.
	case "none", "null", "nil", "nan", "-nan", "+nan", "n/a", "na", "n.a.", "n.a", "#n/a", "#na", "nat", `\n`,
		"undefined", "unknown", "missing", "blank", "empty",
		"<na>", "<null>", "<none>", "<nil>", "<nan>", "<unset>",
		"(null)", "(none)", "(nil)", "(blank)", "(empty)", "(空)", "(空白)", "(无数据)", "[null]", "null()",
		"no data", "not available",
		"未知", "不详", "不明", "空", "空白", "空值", "缺失", "缺", "未填", "未填写", "未录入", "暂缺", "无数据", "暂无数据":
		return true
	}
	return false
}

// longestNoValue is the length of the longest of those texts in bytes.
const longestNoValue = 16

// rowOf reports whether a text is made of these characters alone.
func rowOf(text, of string) bool {
	for _, r := range text {
		if !strings.ContainsRune(of, r) {
			return false
		}
	}
	return true
}
