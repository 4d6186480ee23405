// Package fulltext reads a copy of a plan's text: it splits the text into
// clauses by its own headings, and finds the numerals in them.
//
// # Clauses
//
// [Split] knows the headings of Chinese planning documents: parts 一、, sections
// （一）, boxes 专栏3 and their items 1. What stands before the first part is
// the preface. A line that is no heading is a paragraph of its section, or an
// item of its box. Empty lines do not count, so that paragraphs are counted by
// lines as they are printed; a text whose lines were wrapped anew is another
// text.
//
// # Writing
//
// A copy may have a byte order mark, the line ends of Windows, full-width
// digits, and brackets, quotation marks and dashes of either width:
// [Normalise] makes them alike, and drops spaces. Characters are otherwise left
// as they are. Another encoding than UTF-8 is refused.
//
// # Numerals
//
// [Tokens] finds numbers in digits (with %, 万 and 亿), runs of Chinese
// numerals, and the quantifiers that carry a figure: a half, twice, each, all,
// every quarter. Chinese numerals are found inside words as well (一 in 统一),
// so that nothing is left out by cleverness: who reads the list says what they
// are.
package fulltext
