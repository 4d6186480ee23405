package tables

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// Problem is one fault of a table, with the place where a spreadsheet shows it.
type Problem struct {
	File   string
	Line   int    // 1 is the header, 0 the file as a whole
	Column string // "" where the whole line is at fault
	Err    error
}

// Error returns "statements.csv:12, column each_unit: ...".
func (p *Problem) Error() string {
	at := p.File
	if p.Line != 0 {
		at += fmt.Sprintf(":%d", p.Line)
	}
	if p.Column != "" {
		at += ", column " + p.Column
	}
	return at + ": " + p.Err.Error()
}

// Unwrap returns what is wrong.
func (p *Problem) Unwrap() error { return p.Err }

// Sentinels of what can be wrong with a table; a [Problem] wraps one of them,
// or what the file system says where there is no file.
var (
	ErrColumn    = errors.New("column missing, unknown or standing twice")
	ErrRow       = errors.New("row is not a row of the table")
	ErrMissing   = errors.New("a value is wanted")
	ErrUnwanted  = errors.New("a value without what it belongs to")
	ErrDuplicate = errors.New("stands twice")
	ErrReference = errors.New("refers to nothing")
	ErrValue     = errors.New("not a value of this column")
)

// row is one line of a table; its cells are asked for by column, and what is
// wrong with them is collected.
type row struct {
	file  string
	line  int
	cells map[string]string
	errs  *[]error
}

func (r row) fail(column string, sentinel error, format string, args ...any) {
	detail := fmt.Sprintf(format, args...)
	*r.errs = append(*r.errs, &Problem{r.file, r.line, column, fmt.Errorf("%s: %w", detail, sentinel)})
}

// get returns a cell that may be empty.
func (r row) get(column string) string { return r.cells[column] }

// want returns a cell that must not be empty.
func (r row) want(column string) string {
	v := r.cells[column]
	if v == "" {
		r.fail(column, ErrMissing, "empty")
	}
	return v
}

// parsed reads a cell through a parse function. It is a function because
// methods have no type parameters.
func parsed[V any](r row, column string, parse func(string) (V, error)) V {
	text := r.want(column)
	if text == "" {
		var none V
		return none
	}
	v, err := parse(text)
	if err != nil {
		r.fail(column, ErrValue, "%q: %v", text, err)
	}
	return v
}

func yesNo(s string) (bool, error) {
	switch s {
	case "yes":
		return true, nil
	case "no":
		return false, nil
	}
	return false, errors.New("want yes or no")
}

// readTable reads one file whose header must be exactly the given columns. It
// also reports whether the rows are whole: where some could not be read, what
// refers to them is not at fault.
func readTable(files fs.FS, name string, columns []string, errs *[]error) (rows []row, whole bool) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		*errs = append(*errs, &Problem{File: name, Err: err})
		return nil, false
	}
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	reader.FieldsPerRecord = -1
	header := row{file: name, line: 1, errs: errs}
	names, err := reader.Read()
	if err != nil {
		header.fail("", ErrRow, "no header: %v", err)
		return nil, false
	}
	if !checkHeader(header, names, columns) {
		return nil, false
	}
	whole = true
	for {
		cells, err := reader.Read()
		if err == io.EOF {
			return rows, whole
		}
		r := row{file: name, cells: make(map[string]string, len(columns)), errs: errs}
		if err != nil {
			var broken *csv.ParseError
			if errors.As(err, &broken) {
				r.line = broken.StartLine // an open quote is noticed at the end of the file only
			}
			r.fail("", ErrRow, "%v", err)
			return rows, false
		}
		r.line, _ = reader.FieldPos(0)
		if len(cells) != len(columns) {
			r.fail("", ErrRow, "%d cells, want %d", len(cells), len(columns))
			whole = false
			continue
		}
		for i, cell := range cells {
			bare := strings.TrimSpace(cell)
			if bare != cell {
				r.fail(names[i], ErrValue, "%q has spaces around it", cell)
			}
			r.cells[names[i]] = bare
		}
		rows = append(rows, r)
	}
}

func checkHeader(header row, names, columns []string) bool {
	wanted := make(map[string]bool, len(columns))
	for _, c := range columns {
		wanted[c] = true
	}
	good := true
	for _, n := range names {
		if !wanted[n] {
			header.fail(n, ErrColumn, "%q is unknown or stands twice", n)
			good = false
		}
		delete(wanted, n)
	}
	for _, c := range columns {
		if wanted[c] {
			header.fail(c, ErrColumn, "missing")
			good = false
		}
	}
	return good
}
