package importer

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/rows"
)

// Clean writes the rows that have nothing wrong as one table in CSV that package rows
// reads: who the record is, what is carried, and each field that a sheet fills, in the
// words of the library. Files that are read again give the same bytes.
type Clean[R indicators.Record[R]] struct {
	to     *bilingual.Spreadsheet
	l      bilingual.Language
	key    bool
	times  bool
	fields []*indicators.Field[R]
	rows   int64
	err    error
}

// NewClean begins a table for the rows of an import.
func NewClean[R indicators.Record[R]](w io.Writer, of *Import[R], l bilingual.Language) *Clean[R] {
	c := &Clean[R]{l: l}
	var none R
	filled, key := map[string]bool{}, ""
	for _, s := range of.sheets {
		for _, column := range s.columns {
			switch column.Role {
			case rows.NamesRecord:
				c.key = true
				if key == "" {
					key = column.Header
				}
			case rows.CountsRecords:
				c.times = true
			case rows.FillsField:
				filled[column.Field.Key] = true
			}
		}
	}
	var headings []bilingual.Text
	if c.key {
		headings = append(headings, why(key, key))
	}
	for _, names := range of.options.Carry {
		headings = append(headings, why(names[0], names[0]))
	}
	if c.times {
		headings = append(headings, why("记录数", rows.RecordsColumn))
	}
	for _, f := range none.Subject().Fields() {
		if filled[f.Key()] {
			c.fields = append(c.fields, f)
			headings = append(headings, f.Label())
		}
	}
	c.to = bilingual.NewSpreadsheet(w, l, headings...)
	return c
}

// Write writes a row that has nothing wrong and is a member of the subject. After an error
// it writes nothing; Close returns the error.
func (c *Clean[R]) Write(row *Row[R]) {
	var none R
	subject := none.Subject()
	if c.err != nil || len(row.Faults) > 0 || subject.Skipped(&row.Record) {
		return
	}
	var cells []string
	if c.key {
		cells = append(cells, row.Key)
	}
	cells = append(cells, row.Carried...)
	if c.times {
		cells = append(cells, strconv.FormatInt(subject.Stands(&row.Record), 10))
	}
	for _, f := range c.fields {
		text := fmt.Sprint(f.Value(&row.Record))
		if words := f.Vocabulary(); words != nil {
			entries := words.Entries()
			if at := slices.IndexFunc(entries, func(e indicators.Entry) bool { return e.Key == text }); at >= 0 {
				text = entries[at].Name.In(c.l)
			}
		}
		cells = append(cells, text)
	}
	c.rows++
	c.err = c.to.Row(cells...)
}

// Rows returns how many rows were written.
func (c *Clean[R]) Rows() int64 { return c.rows }

// Close ends the table and returns the first error.
func (c *Clean[R]) Close() error {
	if c.err != nil {
		return c.err
	}
	return c.to.Flush()
}
