package bilingual

import (
	"encoding/csv"
	"io"
	"strings"
)

// Spreadsheet writes a table as CSV in UTF-8, with the mark by which spreadsheets know it,
// headings in one language, and cells that none takes for a formula. The first error stays.
type Spreadsheet struct {
	out *csv.Writer
	err error
}

// NewSpreadsheet begins a table with its headings.
func NewSpreadsheet(w io.Writer, l Language, headings ...Text) *Spreadsheet {
	s := &Spreadsheet{out: csv.NewWriter(w)}
	if _, s.err = io.WriteString(w, "\ufeff"); s.err != nil {
		return s
	}
	names := make([]string, len(headings))
	for i, h := range headings {
		names[i] = h.In(l)
	}
	s.Row(names...)
	return s
}

// Row writes a row.
func (s *Spreadsheet) Row(cells ...string) error {
	if s.err == nil {
		row := make([]string, len(cells))
		for i, cell := range cells {
			row[i] = Inert(cell)
		}
		s.err = s.out.Write(row)
	}
	return s.err
}

// Flush writes what is left and returns the first error.
func (s *Spreadsheet) Flush() error {
	if s.out.Flush(); s.err == nil {
		s.err = s.out.Error()
	}
	return s.err
}

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
