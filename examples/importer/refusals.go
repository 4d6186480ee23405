package importer

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/rows"
)

// Refusals writes the rows that have anything wrong to a sheet: file, sheet and row, which
// columns, what they say and what they are expected to say, and behind that the row as it
// stands. A clerk corrects the row and gives the sheet to [Open] again.
type Refusals[R indicators.Record[R]] struct {
	to    table
	l     bilingual.Language
	names []string // the columns of all sheets, one for each field
	means []string // what each of them is
	of    *reading[R]
	at    []int // where each of them stands in that sheet, -1 for nowhere
	rows  int64
	err   error
}

// table is what refusals are written to.
type table interface {
	row(cells []string) error
	close() error
}

// NewRefusals begins a sheet, as a workbook, whose cells are texts, or as CSV.
func NewRefusals[R indicators.Record[R]](w io.Writer, of *Import[R], asCSV bool, l bilingual.Language) *Refusals[R] {
	r := &Refusals[R]{l: l}
	for _, s := range of.sheets {
		for k, c := range s.columns {
			if c.Header != "" && !slices.Contains(s.corrects.columns, k) && !slices.Contains(r.means, s.meaning(k)) {
				r.names, r.means = append(r.names, c.Header), append(r.means, s.meaning(k))
			}
		}
	}
	headings := make([]bilingual.Text, 0, len(refusalColumns)+len(r.names))
	headings = append(headings, refusalColumns...)
	for _, name := range r.names {
		headings = append(headings, bilingual.Text{ZH: name, EN: name})
	}
	if asCSV {
		r.to = csvTable{bilingual.NewSpreadsheet(w, l, headings...)}
	} else {
		r.to, r.err = newSheetTable(w, l, headings)
	}
	return r
}

// Write writes a row that has anything wrong. After an error it writes nothing; Close
// returns the error.
func (r *Refusals[R]) Write(row *Row[R]) {
	if r.err != nil || len(row.Faults) == 0 {
		return
	}
	var columns, found, wanted []string
	for _, f := range row.Faults {
		switch f.Kind {
		case rows.Cell:
			columns, found, wanted = append(columns, f.Column), append(found, f.Text), append(wanted, f.Wanted.In(r.l))
		case rows.Surplus:
			found, wanted = append(found, f.Text), append(wanted, r.l.Pick("最后一列之外不应有内容", "nothing behind the last column"))
		default:
			columns, found, wanted = append(columns, row.from.columns[row.from.key].Header), append(found, f.Key), append(wanted, f.In(r.l))
		}
	}
	semicolon := r.l.Pick("；", "; ")
	cells := []string{row.Place.File, row.mark, row.Place.Sheet, strconv.FormatInt(row.Place.Row, 10),
		strings.Join(columns, semicolon), strings.Join(found, semicolon), strings.Join(wanted, semicolon)}
	if r.of != row.from {
		r.of, r.at = row.from, r.at[:0]
		for _, means := range r.means {
			at := -1
			for k := len(row.from.columns) - 1; k >= 0; k-- {
				if row.from.meaning(k) == means {
					at = k
				}
			}
			r.at = append(r.at, at)
		}
	}
	for _, at := range r.at {
		text := ""
		if at >= 0 && at < len(row.cells) {
			text = row.cells[at]
		}
		cells = append(cells, text)
	}
	r.rows++
	r.err = r.to.row(cells)
}

// meaning tells columns apart: what one sheet calls 学历 and another 文化程度 is one, since a
// sheet with two columns of one field is none.
func (s *reading[R]) meaning(column int) string {
	c, carried := s.columns[column], slices.Index(s.carry, column)
	switch {
	case c.Role == rows.FillsField:
		return "field " + c.Field.Key
	case c.Role == rows.NamesRecord || c.Role == rows.CountsRecords:
		return c.Role.String()
	case carried >= 0:
		return "carried " + strconv.Itoa(carried)
	}
	return "column " + c.Header
}

// Rows returns how many rows were written.
func (r *Refusals[R]) Rows() int64 { return r.rows }

// Close ends the sheet and returns the first error.
func (r *Refusals[R]) Close() error {
	if r.err != nil {
		return r.err
	}
	return r.to.close()
}

type csvTable struct{ sheet *bilingual.Spreadsheet }

func (t csvTable) row(cells []string) error { return t.sheet.Row(cells...) }
func (t csvTable) close() error             { return t.sheet.Flush() }

// sheetTable is a sheet of a workbook. Its cells have the format text, so that numbers of
// persons stay as they are.
type sheetTable struct {
	book *excelize.File
	out  *excelize.StreamWriter
	w    io.Writer
	text int // the style
	rows int
}

func newSheetTable(w io.Writer, l bilingual.Language, headings []bilingual.Text) (*sheetTable, error) {
	t := &sheetTable{book: excelize.NewFile(), w: w}
	name := l.Pick("退回", "refused")
	if err := t.book.SetSheetName("Sheet1", name); err != nil {
		return nil, err
	}
	var err error
	if t.text, err = t.book.NewStyle(&excelize.Style{NumFmt: 49}); err != nil { // text
		return nil, err
	}
	if t.out, err = t.book.NewStreamWriter(name); err != nil {
		return nil, err
	}
	cells := make([]string, len(headings))
	for k, h := range headings {
		cells[k] = h.In(l)
	}
	return t, t.row(cells)
}

func (t *sheetTable) row(cells []string) error {
	t.rows++
	list := make([]any, len(cells))
	for k, text := range cells {
		list[k] = excelize.Cell{StyleID: t.text, Value: text}
	}
	return t.out.SetRow("A"+strconv.Itoa(t.rows), list)
}

func (t *sheetTable) close() error {
	if err := t.out.Flush(); err != nil {
		return err
	}
	if _, err := t.book.WriteTo(t.w); err != nil {
		return err
	}
	return t.book.Close()
}
