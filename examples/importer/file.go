package importer

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// FileError says what is wrong with a file that cannot be read as it is, and what to do.
type FileError struct {
	File  string // its name
	Sheet string // "" where the file has none, or all are meant
	Row   int64  // 0 where no row is meant
	Why   bilingual.Text
	Err   error // what another library said, if it was one
}

// Error returns the text in English.
func (e *FileError) Error() string { return "importer: " + e.In(bilingual.English) }

// In says it in one language.
func (e *FileError) In(l bilingual.Language) string {
	text := bilingual.Plain(e.File)
	if e.Sheet != "" {
		text += l.Pick("，工作表“"+bilingual.Plain(e.Sheet)+"”", fmt.Sprintf(", sheet %q", e.Sheet))
	}
	if e.Row > 0 {
		n := strconv.FormatInt(e.Row, 10)
		text += l.Pick("，第"+n+"行", ", row "+n)
	}
	text += l.Pick("：", ": ") + e.Why.In(l)
	if e.Err != nil {
		text += l.Pick("（", " (") + strings.ReplaceAll(Explain(e.Err, l), "\n", l.Pick("；", "; ")) + l.Pick("）", ")")
	}
	return text
}

// Unwrap returns what another library said.
func (e *FileError) Unwrap() error { return e.Err }

// Explain says errors of this package, and of what it reads with, in one language, each on
// a line; what the system says is left as it is.
func Explain(err error, l bilingual.Language) string {
	switch e := err.(type) {
	case interface {
		In(bilingual.Language) string
	}:
		return e.In(l)
	case interface{ Unwrap() []error }:
		var lines []string
		for _, one := range e.Unwrap() {
			lines = append(lines, Explain(one, l))
		}
		return strings.Join(lines, "\n")
	case interface{ Unwrap() error }:
		var inner interface {
			error
			In(bilingual.Language) string
		}
		if errors.As(err, &inner) {
			return inner.In(l)
		}
	}
	return err.Error()
}

func why(zh, en string) bilingual.Text { return bilingual.Text{ZH: zh, EN: en} }

// line is a line of a sheet as it stands there. Its cells are overwritten by the next one.
type line struct {
	row   int64 // in the sheet, from 1
	cells []string
	wide  []span // merged with cells to their right
	open  []int  // columns of formulas without a result
}

// span is cells of one line that are merged, by their columns from 0.
type span struct{ from, to int }

// lines reads a sheet line by line; io.EOF ends it.
type lines interface {
	next() (line, error)
	io.Closer
}

// sheet is a table of a file.
type sheet struct {
	name   string // "" of a text
	hidden bool
	lines  func() (lines, error)
}

// file is an opened file.
type file struct {
	name     string // without its folder
	format   bilingual.Text
	digest   [sha256.Size]byte
	sheets   []sheet
	closable []io.Closer
}

// fingerprint tells the file from others, in a cell that no spreadsheet takes for a number.
func (f *file) fingerprint() string { return "sha-" + hex.EncodeToString(f.digest[:6]) }

func (f *file) Close() error {
	var errs []error
	for _, c := range f.closable {
		errs = append(errs, c.Close())
	}
	return errors.Join(errs...)
}

// Beginnings of files that tell what they are.
const (
	zipMark = "PK\x03\x04"
	oleMark = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	pdfMark = "%PDF-"
)

// openFile finds out what a file is, by what it holds: names lie.
func openFile(path string, unpacked int64) (_ *file, err error) {
	on, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	f := &file{name: filepath.Base(path), closable: []io.Closer{on}}
	defer func() {
		if err != nil {
			_ = f.Close()
		}
	}()
	info, err := on.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, &FileError{File: f.name, Why: why("是文件夹，应给出表格文件", "a folder: give the files in it")}
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, on); err != nil {
		return nil, err
	}
	sum.Sum(f.digest[:0])
	var begins [8]byte
	n, _ := on.ReadAt(begins[:], 0)
	switch mark := string(begins[:n]); {
	case n == 0:
		return nil, &FileError{File: f.name, Why: why("文件是空的", "the file is empty")}
	case n >= len(zipMark) && mark[:len(zipMark)] == zipMark:
		return f, f.openWorkbook(on, info.Size(), unpacked)
	case mark == oleMark:
		return nil, &FileError{File: f.name, Why: why("是旧版Excel文件（.xls）或加了密码：请在Excel中去掉密码，另存为“Excel工作簿（.xlsx）”",
			"an old Excel file (.xls), or one with a password: take the password off and save it as an Excel workbook (.xlsx)")}
	case n >= len(pdfMark) && mark[:len(pdfMark)] == pdfMark:
		return nil, &FileError{File: f.name, Why: why("是PDF文件，不是表格：请提供Excel工作簿（.xlsx）或CSV文件", "a PDF and no table: give an Excel workbook (.xlsx) or a CSV file")}
	}
	return f, f.openText(on)
}
