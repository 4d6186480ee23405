package rows

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/eduplan/tonghua/indicators"
)

// Records are the records of a table, in its order, with what was wrong with it.
type Records[R indicators.Record[R]] struct {
	Report
	Rows  []Row[R]
	Wrong []Fault // the first [KeptFaults]; Report.Faults counts all
}

// KeptFaults is how many faults [Table.ReadCSV] keeps.
const KeptFaults = 1000

// ErrNotUTF8 says that a file is in another encoding, such as GB18030.
var ErrNotUTF8 = errors.New("rows: the file is not in UTF-8: save it as CSV UTF-8")

// ReadCSV reads a file of comma-separated values in UTF-8, with or without a byte order
// mark, whose first line is the header. What is wrong with cells is among the records'
// faults; an error is a file that is none, or that has no header.
func (t Table[R]) ReadCSV(source io.Reader) (list Records[R], err error) {
	list.Report, err = t.EachCSV(source, func(row *Row[R], faults []Fault) bool {
		one := *row
		one.Key = strings.Clone(one.Key) // it is a piece of the file
		list.Rows = append(list.Rows, one)
		list.Wrong = append(list.Wrong, faults[:min(len(faults), KeptFaults-len(list.Wrong))]...)
		return true
	})
	if err != nil {
		return Records[R]{}, err
	}
	return list, nil
}

// EachCSV is ReadCSV for files that are larger than memory: it hands on each row, which is
// overwritten by the next one, with what is wrong with it. It ends where the caller
// returns false.
func (t Table[R]) EachCSV(source io.Reader, each func(row *Row[R], faults []Fault) bool) (Report, error) {
	buffered := bufio.NewReader(source)
	if mark, _ := buffered.Peek(3); string(mark) == "\ufeff" {
		_, _ = buffered.Discard(3)
	}
	file := csv.NewReader(buffered)
	file.FieldsPerRecord, file.ReuseRecord = -1, true
	header, err := file.Read()
	if err != nil {
		return Report{}, fmt.Errorf("rows: the header: %w", err)
	}
	if !utf8.ValidString(strings.Join(header, "")) {
		return Report{}, ErrNotUTF8
	}
	r, err := t.Header(header)
	if err != nil {
		return Report{}, err
	}
	var row Row[R]
	for {
		cells, err := file.Read()
		if err == io.EOF {
			return r.Report(), nil
		}
		if err != nil {
			return Report{}, fmt.Errorf("rows: %w", err)
		}
		faults, blank := r.Read(cells, &row)
		switch {
		case r.notUTF8:
			return Report{}, ErrNotUTF8
		case blank:
		case !each(&row, faults):
			return r.Report(), nil
		}
	}
}
