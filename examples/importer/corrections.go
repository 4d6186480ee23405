package importer

import (
	"io"
	"slices"
	"strconv"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
)

// The columns that a sheet of refused rows has before those of the table.
const (
	fileColumn = iota
	digestColumn
	sheetColumn
	rowColumn
	columnColumn
	valueColumn
	wantedColumn
)

var refusalColumns = []bilingual.Text{
	{ZH: "文件", EN: "file"}, {ZH: "文件指纹", EN: "digest"}, {ZH: "工作表", EN: "sheet"}, {ZH: "行", EN: "row"},
	{ZH: "问题列", EN: "columns to correct"}, {ZH: "原值", EN: "values found"}, {ZH: "应填", EN: "expected"},
}

// spot is a row of a file, whatever the file is called.
type spot struct {
	digest, sheet string
	row           int64
}

// corrects is what a sheet of corrected rows says of them.
type corrects struct {
	is      bool
	columns []int // where the columns of refusals stand, -1 for those that lack
	rows    []correction
}

// correction is a row that takes the place of another.
type correction struct {
	spot
	place Place
	stand int64 // the row of the sheet of corrections
	line  line
}

// correctsOf finds the columns of refusals.
func correctsOf(columns []rows.Understood) (c corrects) {
	for _, name := range refusalColumns {
		c.columns = append(c.columns, slices.IndexFunc(columns, func(u rows.Understood) bool { return u.Header == name.ZH || u.Header == name.EN }))
	}
	c.is = !slices.Contains([]int{c.columns[fileColumn], c.columns[digestColumn], c.columns[sheetColumn], c.columns[rowColumn]}, -1)
	if !c.is {
		return corrects{}
	}
	return c
}

// originals are the files, by their fingerprints, that rows are read from which correct none.
func (i *Import[R]) originals() map[string]bool {
	given := map[string]bool{}
	for _, s := range i.sheets {
		if !s.corrects.is {
			given[s.file.fingerprint()] = true
		}
	}
	return given
}

// corrections reads the sheets of corrected rows, and returns the number of the last of
// each spot. Beside other tables a row whose file is not given would perhaps be counted
// twice.
func (i *Import[R]) corrections(given map[string]bool) (map[spot]int64, error) {
	places := map[spot]int64{}
	for _, s := range i.sheets {
		for s.corrects.is {
			l, err := s.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				return nil, err
			}
			l.cells = slices.Clone(l.cells)
			for k, cell := range l.cells { // a text has them bare already
				if s.name != "" {
					l.cells[k] = bilingual.Bare(cell)
				}
			}
			cell := func(which int) string {
				if c := s.corrects.columns[which]; c < len(l.cells) {
					return quantity.Normal(l.cells[c])
				}
				return ""
			}
			if firstFilled(l.cells) < 0 {
				continue
			}
			c := correction{spot: spot{digest: cell(digestColumn), sheet: cell(sheetColumn)}, stand: l.row, line: l}
			if c.row, err = strconv.ParseInt(cell(rowColumn), 10, 64); err != nil || c.row < 1 || c.digest == "" {
				return nil, &FileError{File: s.file.name, Sheet: s.name, Row: l.row, Why: why("退回表的“文件指纹”“行”两列不能改动", "the columns digest and row of a sheet of refused rows must stay as they were")}
			}
			c.place = Place{cell(fileColumn), c.sheet, c.row}
			if len(given) > 0 && !given[c.digest] {
				return nil, &FileError{File: s.file.name, Sheet: s.name, Row: l.row, Why: why(
					"这一行是按另一份“"+c.place.File+"”退回的：请一并给出当时的文件，或单独导入退回表",
					"this row was refused from another "+strconv.Quote(c.place.File)+": give the file of that time as well, or the corrected rows alone")}
			}
			for _, column := range s.corrects.columns {
				if column >= 0 && column < len(l.cells) {
					l.cells[column] = ""
				}
			}
			places[c.spot] = s.number(int64(len(s.corrects.rows)))
			s.corrects.rows = append(s.corrects.rows, c)
		}
	}
	return places, nil
}

// readCorrection reads a corrected row, by its number.
func (i *Import[R]) readCorrection(number int64, to *Row[R]) bool {
	s, k := i.numbered(number)
	c := s.corrects.rows[k]
	return i.read(s, c.line, c.place, number, c.digest, to)
}

// unmet is the error of a corrected row whose file is given and has no such row: it would
// be counted beside the row that it corrects.
func (i *Import[R]) unmet(given map[string]bool, met map[spot]bool) error {
	for _, s := range i.sheets {
		for _, c := range s.corrects.rows {
			if given[c.digest] && !met[c.spot] {
				return &FileError{File: s.file.name, Sheet: s.name, Row: c.stand, Why: why(
					"要更正的“"+c.place.In(bilingual.Chinese)+"”不在读取的内容中：退回表的“工作表”“行”两列不能改动",
					"the row to correct, "+c.place.In(bilingual.English)+", is not among those that are read: the columns sheet and row of a sheet of refused rows must stay as they were")}
			}
		}
	}
	return nil
}
