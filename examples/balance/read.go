package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/indicators/rows"
)

// place is the group of a school. Results name it by its school, since they are of one county.
type place struct{ County, School string }

func (p place) String() string { return p.School }

// school is a row of the file.
type school struct {
	place
	row    int64
	record resources.Record
}

// readFile is what a file says: its schools, and what a clerk should look at.
type readFile struct {
	schools []school
	notes   []bilingual.Text
}

// refusal is why a file cannot be judged, or a flag not be followed.
type refusal struct{ bilingual.Text }

func (r refusal) Error() string { return r.EN }

func refuse(zh, en string, said ...any) error {
	return refusal{bilingual.Text{ZH: fmt.Sprintf(zh, said...), EN: fmt.Sprintf(en, said...)}}
}

var (
	countyNames = []string{"县（市、区）", "县市区", "县区", "区县", "county"}
	schoolNames = []string{"学校", "学校名称", "校名", "school"}
)

// needed are the fields that the evaluation looks at and that nothing else gives.
var needed = []*indicators.Field[resources.Record]{
	resources.Kind.Field, resources.Locality.Field, resources.DenseDistrict.Field, resources.LargerAllowed.Field,
	resources.PrimaryPupils.Field, resources.JuniorPupils.Field, resources.SeniorPupils.Field,
	resources.PrimaryQualified.Field, resources.PrimaryBackbone.Field, resources.PrimaryPEArt.Field, resources.PrimaryVisiting.Field,
	resources.JuniorQualified.Field, resources.JuniorBackbone.Field, resources.JuniorPEArt.Field, resources.JuniorVisiting.Field,
	resources.TeachingArea.Field, resources.SportsArea.Field, resources.SportsAreaNearby.Field, resources.Equipment.Field,
	resources.MultimediaRooms.Field, resources.Classes.Field, resources.MusicRooms.Field, resources.ArtRooms.Field,
}

// mostNamed is how many rows of one kind an error names, and how many schools a line.
const mostNamed = 10

// read reads the schools of a CSV file. Cells that cannot be read are notes, and unknown in the
// record. A school without a name or county, or one that stands twice, is an error: which of two
// rows is right, nobody can say.
func read(source io.Reader) (list readFile, err error) {
	data, err := io.ReadAll(source)
	if err != nil {
		return list, err
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return list, refuse("文件是空的：第一行应为列名", "the file is empty: its first line must name the columns")
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return list, refuse("这是Excel工作簿：请另存为“CSV UTF-8”", "this is a workbook: save it as CSV UTF-8")
	case !utf8.Valid(data):
		return list, refuse("文件不是UTF-8编码：请另存为“CSV UTF-8”", "the file is not in UTF-8: save it as CSV UTF-8")
	}
	file := csv.NewReader(bytes.NewReader(data))
	file.FieldsPerRecord = -1
	header, err := file.Read()
	if err != nil {
		return list, inFile(err)
	}
	county, err := columnOf(header, bilingual.Text{ZH: "县（市、区）", EN: "county"}, countyNames)
	name, err2 := columnOf(header, bilingual.Text{ZH: "学校", EN: "school"}, schoolNames)
	if err := errors.Join(err, err2); err != nil {
		return list, err
	}
	known := slices.Clone(header)
	known[county], known[name] = countyNames[0], schoolNames[0]
	table, err := rows.For(rows.Ignored[resources.Record](countyNames[0], schoolNames[0])).Header(known)
	if err != nil {
		return list, err
	}
	var wrong []error
	first := map[place]int64{}
	number, end := int64(1), lastLine(file, header)
	for {
		cells, err := file.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return list, inFile(err)
		}
		line, _ := file.FieldPos(0)
		number += int64(line - end) // a line without any text is passed over by the reader, and is a row of a spreadsheet
		end = lastLine(file, cells)
		one := school{place: place{quantity.Normal(cellOf(cells, county)), cellOf(cells, name)}, row: number}
		same := place{one.County, quantity.Normal(one.School)}
		var row rows.Row[resources.Record]
		faults, blank := table.ReadAt(number, cells, &row)
		if blank {
			continue
		}
		switch before, twice := first[same]; {
		case quantity.NoValue(one.County):
			wrong = append(wrong, refuse("第%d行“%s”列是空的：应填学校所在的县（市、区）", "row %d, column %q is empty: the county of the school is expected", number, header[county]))
		case quantity.NoValue(one.School):
			wrong = append(wrong, refuse("第%d行“%s”列是空的：应填学校名称", "row %d, column %q is empty: the name of the school is expected", number, header[name]))
		case twice:
			wrong = append(wrong, refuse("第%d行：%s的“%s”在第%d行已有：请只留一行", "row %d: %s has %q in row %d already: leave one of them", number, one.County, one.School, before))
		default:
			first[same] = number
		}
		one.record = row.Record
		list.schools = append(list.schools, one)
		for _, f := range faults {
			f.Key = bilingual.Plain(one.School)
			f.Text, f.Column = bilingual.Plain(f.Text), bilingual.Plain(f.Column)
			list.notes = append(list.notes, bilingual.Both(f.In))
		}
	}
	if len(wrong) > mostNamed {
		more := len(wrong) - mostNamed
		wrong = append(wrong[:mostNamed], refuse("另有%d行有同类问题", "%d more rows are wrong in the same way", more))
	}
	if len(list.schools) == 0 {
		wrong = append(wrong, refuse("文件只有列名，没有学校", "the file has a header and no school"))
	}
	list.notes = append(columnNotes(table.Report()), list.notes...)
	return list, errors.Join(wrong...)
}

// lastLine is the line of the file on which the row that was read last ends: cells may hold line breaks.
func lastLine(file *csv.Reader, cells []string) int {
	last := len(cells) - 1
	line, _ := file.FieldPos(last)
	return line + strings.Count(cells[last], "\n")
}

// inFile says in both languages where a file is no table.
func inFile(err error) error {
	if at := (*csv.ParseError)(nil); errors.As(err, &at) {
		return refuse("第%d行引号不成对：含有引号的单元格应整个用引号括起，其中的引号写两次",
			"line %d: quotes do not match: a cell with quotes stands in quotes, and those inside are doubled", at.StartLine)
	}
	return err
}

// plainName is a name of a column as it is looked up.
func plainName(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(quantity.Normal(name)), ""))
}

// columnOf finds the one column that has any of these names.
func columnOf(header []string, what bilingual.Text, names []string) (int, error) {
	found := -1
	for i, cell := range header {
		if !slices.ContainsFunc(names, func(n string) bool { return plainName(n) == plainName(cell) }) {
			continue
		}
		if found >= 0 {
			return -1, refuse("“%s”和“%s”两列都是%s：请只留一列", "columns %q and %q are both the "+what.EN+": leave one of them", header[found], cell, what.ZH)
		}
		found = i
	}
	if found < 0 {
		return -1, refuse("缺少“%s”列：列名应为%s之一", "the column "+what.EN+" is missing: it is called one of "+strings.Join(names, ", "), what.ZH, strings.Join(names, "、"))
	}
	return found, nil
}

func cellOf(cells []string, at int) string {
	if at < len(cells) {
		return strings.TrimSpace(cells[at])
	}
	return ""
}

// columnNotes names the columns that nobody knows, and those that are wanted and not there.
func columnNotes(r rows.Report) (notes []bilingual.Text) {
	if len(r.Unknown) > 0 {
		var unknown []string
		for _, header := range r.Unknown {
			unknown = append(unknown, bilingual.Plain(header))
		}
		notes = append(notes, bilingual.Text{ZH: "不认识的列，没有读取：" + strings.Join(unknown, "、"), EN: "columns that nobody knows and that were not read: " + strings.Join(unknown, ", ")})
	}
	var zh, en []string
	for _, m := range r.Missing {
		if slices.ContainsFunc(needed, func(f *indicators.Field[resources.Record]) bool { return f.Key() == m.Key }) {
			zh, en = append(zh, m.Label.ZH), append(en, m.Label.EN)
		}
	}
	if len(zh) > 0 {
		notes = append(notes, bilingual.Text{ZH: "文件中没有的列，按未知处理：" + strings.Join(zh, "、"), EN: "columns that the file does not have, taken as not known: " + strings.Join(en, ", ")})
	}
	return notes
}
