package importer

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
)

// Row is a row of a table with its record. Its number is that of the spreadsheet. All of
// it is overwritten by the next one, but for strings.
type Row[R indicators.Record[R]] struct {
	rows.Row[R]
	Place   Place
	Carried []string // of [Options].Carry, in its order
	Faults  []Fault  // what is wrong with it; none, almost always

	from  *reading[R]
	mark  string // of the file
	cells []string
}

// Fault is what is wrong with a row.
type Fault struct {
	rows.Fault
	At Place // of a double: where the key stands first
}

// In says what is wrong and what is expected.
func (f Fault) In(l bilingual.Language) string {
	if f.Kind == rows.Double {
		n := fmt.Sprint(f.Row)
		return l.Pick("第"+n+"行（"+f.Key+"）：编号与"+f.At.In(l)+"重复", "row "+n+" ("+f.Key+"): the key stands in "+f.At.In(l)+" already")
	}
	return f.Fault.In(l)
}

// String returns the text in Chinese.
func (f Fault) String() string { return f.In(bilingual.Chinese) }

// What a cell is read as that cannot be known; no field reads it.
const noResult = "=公式没有结果"

// shortened finds numbers that a spreadsheet has shortened: 2.20502E+17.
var shortened = regexp.MustCompile(`^[0-9](\.[0-9]+)?[eE]\+[0-9]+$`)

// ErrRead says that rows were asked for twice: files are read once.
var ErrRead = errors.New("importer: the rows were read already")

// Rows yields the rows of all sheets, corrected ones in the place of those that they
// correct, and then those whose file is not given. An error ends it.
func (i *Import[R]) Rows() iter.Seq2[*Row[R], error] {
	return func(yield func(*Row[R], error) bool) {
		if i.started {
			yield(nil, ErrRead)
			return
		}
		i.started = true
		given := i.originals()
		places, err := i.corrections(given)
		if err != nil {
			yield(nil, err)
			return
		}
		var row Row[R]
		met := map[spot]bool{}
		for _, s := range i.sheets {
			if s.corrects.is {
				continue
			}
			mark := s.file.fingerprint()
			for {
				l, err := s.next()
				if err == io.EOF {
					break
				}
				if err != nil {
					yield(nil, err)
					return
				}
				at := spot{mark, s.name, l.row}
				if n, is := places[at]; is {
					met[at] = true
					i.report.Lines++
					i.report.Corrected++
					if i.readCorrection(n, &row) && !yield(&row, nil) {
						return
					}
					continue
				}
				if i.read(s, l, Place{s.file.name, s.name, l.row}, s.number(l.row), mark, &row) && !yield(&row, nil) {
					return
				}
			}
		}
		if err := i.unmet(given, met); err != nil {
			yield(nil, err)
			return
		}
		for _, s := range i.sheets {
			for k, c := range s.corrects.rows {
				n := s.number(int64(k))
				if places[c.spot] == n && !met[c.spot] && i.readCorrection(n, &row) && !yield(&row, nil) {
					return
				}
			}
		}
		if err := i.years.err(); err != nil {
			yield(nil, err)
			return
		}
		i.tellProgress(true)
	}
}

// next returns the next line of a sheet, those first that were looked at.
func (s *reading[R]) next() (line, error) {
	if len(s.ahead) > 0 {
		l := s.ahead[0]
		s.ahead = s.ahead[1:]
		return l, nil
	}
	return s.lines.next()
}

// number is the number of a row among all rows of all sheets. Of a corrected row it counts
// how many come before it in its own sheet.
func (s *reading[R]) number(row int64) int64 { return int64(s.at)<<sheetShift | row }

// sheetShift leaves room for the rows of a sheet.
const sheetShift = 40

// numbered takes a number apart again.
func (i *Import[R]) numbered(number int64) (*reading[R], int64) {
	return i.sheets[number>>sheetShift], number & (1<<sheetShift - 1)
}

// placeOf returns the place of the row of a number.
func (i *Import[R]) placeOf(number int64) Place {
	s, row := i.numbered(number)
	if s.corrects.is {
		return s.corrects.rows[row].place
	}
	return Place{s.file.name, s.name, row}
}

// read reads a line into a row, and reports whether it is one.
func (i *Import[R]) read(s *reading[R], l line, place Place, number int64, mark string, to *Row[R]) bool {
	i.report.Lines++
	i.tellProgress(false)
	if firstFilled(l.cells) < 0 {
		i.report.Blank++
		return false
	}
	if reason, is := s.record(l.cells); !is {
		i.report.leave(LeftOut{place, reason, strings.Clone(quantity.Normal(l.cells[firstFilled(l.cells)]))})
		return false
	}
	for _, c := range l.open {
		if c < len(s.columns) && s.columns[c].Role != rows.Unknown && s.columns[c].Role != rows.PassedOver {
			for len(l.cells) <= c {
				l.cells = append(l.cells, "")
			}
			l.cells[c] = noResult
		}
	}
	var lost Fault
	if s.key >= 0 && s.key < len(l.cells) {
		if key := quantity.Normal(l.cells[s.key]); key == noResult || shortened.MatchString(key) {
			lost.Fault = rows.Fault{Kind: rows.Cell, Column: s.columns[s.key].Header, Text: key, Reason: quantity.Unreadable,
				Wanted: why("完整的编号，单元格设为文本格式", "the whole number, in a cell whose format is text")}
			l.cells[s.key] = ""
		}
	}
	*to = Row[R]{Place: place, from: s, mark: mark, cells: l.cells, Carried: to.Carried[:0], Faults: to.Faults[:0]}
	faults, _ := s.reader.ReadAt(number, l.cells, &to.Row)
	to.Number = place.Row
	for _, f := range faults {
		one := Fault{Fault: f}
		switch {
		case f.Kind == rows.NoKey && lost.Column != "":
			one = lost
		case f.Kind == rows.Double:
			one.At = i.placeOf(f.First)
			one.First = one.At.Row
		}
		if f.Text == noResult {
			one.Wanted = why("公式的计算结果：请在Excel中打开，重新计算后保存", "the result of the formula: open the file in Excel, let it calculate, and save it")
		}
		one.Row = place.Row
		to.Faults = append(to.Faults, one)
	}
	for _, c := range s.carry {
		text := ""
		if c < len(l.cells) {
			text = nameOf(l.cells[c])
		}
		to.Carried = append(to.Carried, text)
	}
	i.years.note(&to.Record, place)
	i.report.count(to.Place, to.Faults)
	return true
}

// progressEvery is after how many lines progress is told.
const progressEvery = 1000

func (i *Import[R]) tellProgress(last bool) {
	if i.options.Progress != nil && (last || i.report.Lines%progressEvery == 0) {
		i.options.Progress(i.report.Lines)
	}
}
