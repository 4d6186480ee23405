package importer

import (
	"fmt"
	"regexp"
	"strconv"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// yearMentioned finds years in titles and names: 2025年, 2025—2026学年, 2021-2025年, and
// in names of files and sheets 2025 by itself.
var (
	yearMentioned = regexp.MustCompile(`(?:^|[^0-9])(20[0-9]{2})\s*(?:年?\s*[-—–~～至到]\s*(20[0-9]{2}))?\s*(学年|年)`)
	yearAlone     = regexp.MustCompile(`(?:^|[^0-9])(20[0-9]{2})(?:\s*[-—–~～至到_]\s*(20[0-9]{2}))?(?:[^0-9.年]|\.[^0-9]|$)`)
)

// otherYears returns the years that a text names, unless one of them, or of the spans, is
// the one wanted.
func otherYears(text string, wanted int, named *regexp.Regexp) (years []string) {
	for _, found := range named.FindAllStringSubmatch(text, -1) {
		from, _ := strconv.Atoi(found[1])
		to := from
		switch {
		case found[2] != "":
			to, _ = strconv.Atoi(found[2])
		case len(found) > 3 && found[3] == "学年": // from September to the next summer
			to++
		}
		if from <= wanted && wanted <= to {
			return nil
		}
		years = append(years, found[1])
	}
	return years
}

// askYear refuses a sheet that speaks of other years than the data's: by its title, or if
// that names none by its name, or else by that of its file.
func (o *Options[R]) askYear(f *file, sheet string, titles []line) error {
	if !o.AsOf.Known() {
		return nil
	}
	title := ""
	for _, l := range titles {
		for _, cell := range l.cells { // the day on which a form is filled in is not that of its data
			if !isNote(quantity.Normal(cell), true) {
				title += " " + cell
			}
		}
	}
	for k, text := range []string{title, sheet, f.name} {
		named := yearMentioned
		if k > 0 && !named.MatchString(text) {
			named = yearAlone
		}
		if !named.MatchString(text) {
			continue
		}
		others := otherYears(text, o.AsOf.Year(), named)
		if others == nil {
			return nil
		}
		return &FileError{File: f.name, Sheet: sheet, Why: why(
			fmt.Sprintf("名称或标题写的是%s年，而数据日期是%s：请核对日期或文件，或指明要读的工作表", others[0], o.AsOf),
			fmt.Sprintf("its name or title says %s, and the date of the data is %s: check the date, or the file, or say which sheets to read", others[0], o.AsOf))}
	}
	return nil
}

// years says whether the rows of a table that has a column of years speak of the year
// wanted. The zero value asks nothing.
type years[R indicators.Record[R]] struct {
	field  *indicators.Field[R]
	wanted uint64
	seen   bool
	other  uint64
	at     Place
}

// yearKey is the key of the field that says which year a record is about.
const yearKey = "year"

func yearsOf[R indicators.Record[R]](asOf quantity.Date) (y years[R]) {
	var none R
	for _, f := range none.Subject().Fields() {
		if f.Key() == yearKey && f.Unit() == quantity.CalendarYear && asOf.Known() {
			y.field, y.wanted = f, uint64(asOf.Year())
		}
	}
	return y
}

// note looks at a record.
func (y *years[R]) note(r *R, at Place) {
	if y.field == nil || y.seen {
		return
	}
	if code := y.field.Code(r); code.Known() {
		y.seen, y.other, y.at = code.Steps() == y.wanted, code.Steps(), at
	}
}

// err refuses tables of other years alone.
func (y *years[R]) err() error {
	if y.other == 0 || y.seen {
		return nil
	}
	return &FileError{File: y.at.File, Sheet: y.at.Sheet, Row: y.at.Row, Why: why(
		fmt.Sprintf("表中是%d年等年度的数据，没有数据日期所在的%d年：请核对日期或文件", y.other, y.wanted),
		fmt.Sprintf("the rows are of %d or other years, and none is of %d, the year of the date: check the date, or the file", y.other, y.wanted))}
}
