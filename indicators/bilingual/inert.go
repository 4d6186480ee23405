package bilingual

import "strings"

// formulaMarks are what a cell begins with that a spreadsheet computes, or that an
// apostrophe has been put before.
const formulaMarks = "=+-@\t\r'＝＋－＠"

// Inert returns a text for a cell of a CSV file that no spreadsheet takes for a formula:
// one that begins like a formula gets an apostrophe before it.
func Inert(text string) string {
	if strings.IndexAny(text, formulaMarks) == 0 {
		return "'" + text
	}
	return text
}

// Bare takes back what [Inert] did.
func Bare(text string) string {
	if rest, marked := strings.CutPrefix(text, "'"); marked && strings.IndexAny(rest, formulaMarks) == 0 {
		return rest
	}
	return text
}
